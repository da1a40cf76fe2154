import { type ReactNode } from 'react';
import {
  overviewOrNone,
  type UnitAnswer,
  type UnitsAnswer,
  unitAnswer,
  unitsAnswer,
} from '../../connector/api/answers.ts';
import { useSpeech } from '../words/speech.ts';
import { FirstPicture } from './first-picture.tsx';
import { FailureNotice, Notice } from './notice.tsx';
import { UnitChoice } from './unit-choice.tsx';
import { UnitList } from './unit-list.tsx';
import { UnitPicture } from './unit-picture.tsx';
import { useAnswer } from './use-answer.ts';
import { useLastRun } from './use-last-run.ts';
import { Waiting } from './waiting.tsx';

/** Asks for the directory's units and for the one chosen, and hands them down. */
export function Unit({ slug }: { readonly slug: string | undefined }): ReactNode {
  const [asked, again] = useAnswer('/api/units', unitsAnswer);
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'failed')
    return <FailureNotice failure={asked.failure} reference={asked.reference} onRetry={again} />;
  const { units } = asked.answer;
  if (units.length === 0) return <NoUnits />;
  if (slug === undefined) return <ChooseFirst units={units} />;
  return <OneUnit units={units} slug={slug} />;
}

/** Before the first release what the other screens say then: how far it has come, when it is expected, or whose move it is. */
function NoUnits(): ReactNode {
  const { words } = useSpeech();
  const [asked, again] = useAnswer('/api/overview', overviewOrNone);
  const run = useLastRun();
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'failed')
    return <FailureNotice failure={asked.failure} reference={asked.reference} onRetry={again} />;
  if ('noRelease' in asked.answer) return <FirstPicture answer={asked.answer} run={run} />;
  return <Notice title={words.unit.noUnits} text={words.unit.noUnitsLead} />;
}

function ChooseFirst({ units }: { readonly units: UnitsAnswer['units'] }): ReactNode {
  const { words } = useSpeech();
  return (
    <>
      <header className="lead">
        <h1>{words.unit.chooseTitle}</h1>
        <p className="lead-text">{words.unit.chooseLead}</p>
        <UnitChoice units={units} slug={undefined} />
      </header>
      <UnitList units={units} />
    </>
  );
}

function OneUnit({ units, slug }: { readonly units: UnitsAnswer['units']; readonly slug: string }): ReactNode {
  const [asked, again] = useAnswer<UnitAnswer>(`/api/units/${encodeURIComponent(slug)}`, unitAnswer);
  switch (asked.kind) {
    case 'waiting':
      return <Waiting />;
    case 'failed':
      return (
        <>
          <FailureNotice failure={asked.failure} reference={asked.reference} onRetry={again} />
          {asked.failure === 'not-found' ? <UnitList units={units} /> : null}
        </>
      );
    case 'answer':
      return <UnitPicture answer={asked.answer} choice={<UnitChoice units={units} slug={slug} />} />;
  }
}
