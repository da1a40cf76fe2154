import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { type BridgeBuildersAnswer, bridgeBuildersAnswer } from '../../connector/api/bridge-answers.ts';
import { Part } from '../drawing/part.tsx';
import { StandingNames } from '../drawing/standing-names.tsx';
import { bridgeBuilderWords } from '../words/bridge-builder-words.ts';
import { gistWords } from '../words/gists.ts';
import { useSpeech } from '../words/speech.ts';
import { SectionAnswer } from './section-answer.tsx';
import { useAnswer } from './use-answer.ts';

const UNITS = 12;

/** Those who chose to be asked, beside the launches: by unit and by name, and never by a figure. */
export function BridgeBuildersSection(): ReactNode {
  const { language, format } = useSpeech();
  const words = bridgeBuilderWords(language).list;
  const asked = useAnswer('/api/bridge-builders', bridgeBuildersAnswer);
  const [known] = asked;
  const standing = known.kind === 'answer' ? known.answer.units.flatMap(({ names }) => names).length : undefined;
  const gist = standing === undefined ? undefined : gistWords(language).builders(format.count(standing));
  return (
    <Part id="bridge-builders-title" title={words.title} gist={gist}>
      <SectionAnswer asked={asked}>{(answer) => <Names units={answer.units} />}</SectionAnswer>
    </Part>
  );
}

function Names({ units }: Pick<BridgeBuildersAnswer, 'units'>): ReactNode {
  const { language, format } = useSpeech();
  const words = bridgeBuilderWords(language).list;
  const [all, setAll] = useState(false);
  if (units.length === 0) return <p className="part-lead">{words.none}</p>;
  const shown = all ? units : units.slice(0, UNITS);
  return (
    <>
      <p className="part-lead">{words.lead}</p>
      <StandingNames units={shown} />
      {shown.length === units.length ? null : (
        <div className="me-buttons">
          <Button
            onClick={() => {
              setAll(true);
            }}
          >
            {words.more(format.count(units.length))}
          </Button>
        </div>
      )}
      <p className="small-print">{words.meansNothing}</p>
    </>
  );
}
