import type { CollectionRun } from './collection-run.ts';
import { Failure, type FailureCode } from './failure.ts';
import type { SourceProgress } from './source-progress.ts';

/**
 * What can be wrong with one source while the others are well. Everything else concerns the whole run: a lease that was
 * lost, a credential that is refused, a store that cannot be written, an order to stop, a fault of our own.
 */
const OF_ONE_SOURCE: readonly FailureCode[] = [
  'consent-missing',
  'too-many-permissions',
  'throttled',
  'unreachable',
  'shape-changed',
  'unsafe-link',
  'mailbox-missing',
];

/** Reads one source to its end. */
export interface Job {
  readonly progress: SourceProgress;
  readonly read: () => Promise<void>;
}

/**
 * Reads sources side by side, so that a slow one holds up no other and a failing one fails alone. What concerns the whole
 * run ends them all, each at its next step: nothing is left behind that could still write.
 *
 * @param run given again to `jobsOf`, with doors that close once the run is to end, and the signal that is given then
 * @param tell told whenever a source has ended
 * @throws the first error that concerns the whole run
 */
export async function sideBySide<Run extends Pick<CollectionRun, 'giveWay' | 'stillOurs'>>(
  run: Run,
  jobsOf: (run: Run, ended: AbortSignal) => readonly Job[],
  tell: () => void,
): Promise<void> {
  const ending = new AbortController();
  const goOn = (): void => {
    ending.signal.throwIfAborted();
  };
  const closing = {
    ...run,
    giveWay: async () => {
      await run.giveWay();
      goOn();
    },
    stillOurs: () => {
      goOn();
      run.stillOurs();
    },
  };
  const toItsEnd = async ({ progress, read }: Job): Promise<void> => {
    try {
      await outcomeOf(progress, read);
      goOn();
      tell();
    } catch (error) {
      ending.abort(error);
    }
  };
  await Promise.all(jobsOf(closing, ending.signal).map(toItsEnd));
  goOn();
}

async function outcomeOf(progress: SourceProgress, read: () => Promise<void>): Promise<void> {
  try {
    await read();
    if (progress.state === 'running') progress.state = progress.givenUp > 0 ? 'partial' : 'done';
  } catch (error) {
    if (!isOfOneSource(error)) throw error;
    progress.state = 'failed';
    progress.failure = error;
  }
}

/** Whether what went wrong concerns one source, and no more. */
export function isOfOneSource(error: unknown): error is Failure {
  return error instanceof Failure && OF_ONE_SOURCE.includes(error.code);
}
