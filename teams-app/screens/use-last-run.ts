import { useEffect } from 'react';
import { type LastRunAnswer, lastRunAnswer } from '../../connector/api/answers.ts';
import { useAnswer } from './use-answer.ts';

const POLL_MS = 1_500;

/**
 * How the reading goes, asked again every second and a half for as long as more releases are expected. Undefined until
 * the first answer and while there is none: progress is a courtesy, so its failures are silent.
 */
export function useLastRun(): LastRunAnswer | undefined {
  const [asked, again] = useAnswer('/api/last-run', lastRunAnswer);
  const answer = asked.kind === 'answer' ? asked.answer : undefined;
  const done = answer?.expected !== null && answer !== undefined && answer.released >= answer.expected;
  const idle = answer?.run?.state !== 'running' && answer?.expected === null && answer.released > 0;
  useEffect(() => {
    if (done || idle) return undefined;
    const timer = setInterval(again, POLL_MS);
    return () => {
      clearInterval(timer);
    };
  }, [done, idle, again]);
  return answer;
}
