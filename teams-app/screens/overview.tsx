import { type ReactNode, useEffect, useRef } from 'react';
import { type LastRunAnswer, type OverviewAnswer, overviewOrNone } from '../../connector/api/answers.ts';
import { useSpeech } from '../words/speech.ts';
import { FirstPicture } from './first-picture.tsx';
import { FailureNotice } from './notice.tsx';
import { type Coming, OverviewPicture } from './overview-picture.tsx';
import { ReleaseUse } from './release-use.tsx';
import { useAnswer } from './use-answer.ts';
import { useLastRun } from './use-last-run.ts';
import { Waiting } from './waiting.tsx';

interface Props {
  readonly period: string | undefined;
  /** Whether the reader is asked what the release was used for. */
  readonly tellsUse: boolean;
}

/** Asks for one period's picture, or for how far the first one has come, and hands it down. */
export function Overview({ period, tellsUse }: Props): ReactNode {
  const path = period === undefined ? '/api/overview' : `/api/overview?period=${encodeURIComponent(period)}`;
  const [asked, again] = useAnswer(path, overviewOrNone);
  const run = useLastRun();
  const released = run?.released;
  const seen = useRef(released);
  useEffect(() => {
    // A release has arrived since we asked: the picture is fetched anew.
    if (seen.current !== released) again();
    seen.current = released;
  }, [released, again]);
  switch (asked.kind) {
    case 'waiting':
      return <Waiting />;
    case 'failed':
      return <FailureNotice failure={asked.failure} reference={asked.reference} onRetry={again} />;
    case 'answer': {
      if ('noRelease' in asked.answer) return <FirstPicture answer={asked.answer} run={run} />;
      return (
        <>
          <Arrival answer={asked.answer} />
          <OverviewPicture answer={asked.answer} coming={coming(run)} />
          {tellsUse ? <ReleaseUse key={asked.answer.period.id} period={asked.answer.period} /> : null}
        </>
      );
    }
  }
}

/** How many of the expected releases are out, while some are missing; undefined when nothing more is expected. */
function coming(run: LastRunAnswer | undefined): Coming | undefined {
  if (run === undefined || run.expected === null || run.released >= run.expected) return undefined;
  return { released: run.released, expected: run.expected };
}

/** Says aloud, to those who hear the screen, when a newer period takes the place of the one shown. */
function Arrival({ answer }: { readonly answer: OverviewAnswer }): ReactNode {
  const { words, format } = useSpeech();
  const first = useRef(answer.period.id);
  const changed = first.current !== answer.period.id;
  return (
    <p className="for-listeners" role="status">
      {changed ? words.overview.newPeriod(format.period(answer.period)) : ''}
    </p>
  );
}
