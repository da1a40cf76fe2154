import { type ReactNode } from 'react';
import { type PeersAnswer, peersAnswer } from '../../connector/api/benefit-answers.ts';
import { FigureTable } from '../drawing/figure-table.tsx';
import { Part } from '../drawing/part.tsx';
import { gistWords } from '../words/gists.ts';
import { journeyWords } from '../words/journey-words.ts';
import { useSpeech } from '../words/speech.ts';
import { textIn } from './kept-fields.ts';
import { KeptForm } from './kept-form.tsx';
import { SectionAnswer } from './section-answer.tsx';
import { useAnswer } from './use-answer.ts';

/** Public figures of other municipalities beside our own. */
export function PeersSection(): ReactNode {
  const { language, format } = useSpeech();
  const { peers: words } = journeyWords(language);
  const asked = useAnswer('/api/peers', peersAnswer);
  const [known] = asked;
  const compared = known.kind === 'answer' ? known.answer.compared.length : 0;
  const gist = compared === 0 ? undefined : gistWords(language).peers(format.count(compared));
  return (
    <Part id="peers-title" title={words.title} gist={gist}>
      <p className="part-lead">{words.lead}</p>
      <SectionAnswer asked={asked}>
        {(answer, again) => (
          <>
            <Compared answer={answer} />
            {answer.mayWrite ? <Forms own={answer.own} onDone={again} /> : null}
          </>
        )}
      </SectionAnswer>
    </Part>
  );
}

function Compared({ answer: { compared } }: { readonly answer: PeersAnswer }): ReactNode {
  const { language, words: all, format } = useSpeech();
  const { peers: words } = journeyWords(language);
  if (compared.length === 0) return <p className="part-lead">{words.none}</p>;
  const say = (value: number): string => format.decimal(value, 1);
  return (
    <FigureTable
      caption={words.title}
      columns={[words.indicator, words.year, words.own, words.median, words.range, words.others]}
      rows={compared.map(({ indicator, year, own, median, lowest, highest, others }) => [
        indicator,
        String(year),
        own === null ? words.absent : say(own),
        say(median),
        all.figures.interval(say(lowest), say(highest)),
        format.count(others),
      ])}
    />
  );
}

/** A table of public figures, and no statistics bank: the server takes so many characters at once. */
const CSV_CHARACTERS = 15_000;
const NUMBER_CHARACTERS = 4;

interface FormsProps {
  readonly own: string | null;
  readonly onDone: () => void;
}

/** Which municipality this is, and figures of it and of others. */
function Forms({ own, onDone }: FormsProps): ReactNode {
  const { language } = useSpeech();
  const { forms } = journeyWords(language);
  return (
    <>
      <KeptForm
        title={own === null ? forms.own.title : `${forms.own.title} (${own})`}
        send={forms.own.send}
        path="/api/peers/own"
        fields={() => [{ kind: 'text', name: 'number', label: forms.own.number, most: NUMBER_CHARACTERS }]}
        body={(values) => ({ number: textIn(values, 'number') })}
        onDone={onDone}
      />
      <KeptForm
        title={forms.peers.title}
        send={forms.peers.send}
        path="/api/peers"
        fields={() => [
          { kind: 'long', name: 'csv', label: forms.peers.csv, hint: forms.peers.hint, most: CSV_CHARACTERS },
        ]}
        body={(values) => ({ csv: textIn(values, 'csv') })}
        onDone={onDone}
      />
    </>
  );
}
