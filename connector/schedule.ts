import cron from 'node-cron';
import { Failure } from './failure.ts';

/** Calls `fire` whenever an expression says so, until the returned function is called. */
export type Clockwork = (expression: string, fire: () => void) => () => Promise<void>;

export interface Schedule {
  /** Lets a run in progress end, and starts no other. */
  stop(): Promise<void>;
}

/**
 * Says when a run starts, and that only one runs at a time in this process (the lease in the store sees to other
 * processes). A run that is due while another is going is not queued: every run catches up by itself with the days
 * that are missing. One run starts at once, so that time the machine was off is caught up without waiting for the clock.
 *
 * @param expression five cron fields, read in UTC
 * @param run one run from start to end; told never to throw (failures are its own to record)
 * @param clockwork tests hand in their own; node-cron otherwise
 * @throws Failure as `checkSchedule` does
 */
export function startSchedule(expression: string, run: () => Promise<void>, clockwork: Clockwork = byCron): Schedule {
  checkSchedule(expression);
  let going: Promise<void> | undefined;
  const start = (): void => {
    going ??= run().finally(() => {
      going = undefined;
    });
  };
  const halt = clockwork(expression, start);
  start();
  return {
    async stop() {
      await halt();
      await going;
    },
  };
}

/** @throws Failure 'bad-setting' when an expression is not a cron expression */
export function checkSchedule(expression: string): void {
  if (cron.validate(expression)) return;
  throw new Failure('bad-setting', 'Set SAMSPILL_SCHEDULE to five cron fields in UTC, for example 17 2 * * *.');
}

/** When a run starts next, by the clock alone; undefined for an expression that never comes. */
export function nextRunOf(expression: string): Date | undefined {
  const task = cron.schedule(expression, () => undefined, { timezone: 'Etc/UTC' });
  const next = task.getNextRun() ?? undefined;
  void task.destroy();
  return next;
}

function byCron(expression: string, fire: () => void): () => Promise<void> {
  const task = cron.schedule(expression, fire, { timezone: 'Etc/UTC' });
  return async () => {
    await task.destroy();
  };
}
