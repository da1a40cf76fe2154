import { describe, expect, it } from 'vitest';
import { Failure } from '../connector/failure.ts';
import { startSchedule, type Clockwork } from '../connector/schedule.ts';

/** A clock that strikes when the test says so. */
function handClock(): { clockwork: Clockwork; strike: () => void; halted: () => boolean } {
  let fire = (): void => undefined;
  let halted = false;
  return {
    clockwork: (_, run) => {
      fire = run;
      return () => {
        halted = true;
        return Promise.resolve();
      };
    },
    strike: () => {
      fire();
    },
    halted: () => halted,
  };
}

/** Runs that end when the test says so. */
function slowRuns(): { run: () => Promise<void>; begun: () => number; end: () => Promise<void> } {
  let begun = 0;
  let finish = (): void => undefined;
  let going = Promise.resolve();
  return {
    run: () => {
      begun += 1;
      going = new Promise((resolve) => {
        finish = resolve;
      });
      return going;
    },
    begun: () => begun,
    end: async () => {
      finish();
      await going;
      await Promise.resolve();
    },
  };
}

describe('the schedule', () => {
  it('starts one run at once, to catch up', () => {
    const runs = slowRuns();
    startSchedule('17 2 * * *', runs.run, handClock().clockwork);
    expect(runs.begun()).toBe(1);
  });

  it('never starts a second run while one is going, and queues none', async () => {
    const [runs, clock] = [slowRuns(), handClock()];
    startSchedule('17 2 * * *', runs.run, clock.clockwork);
    clock.strike();
    clock.strike();
    expect(runs.begun()).toBe(1);
    await runs.end();
    expect(runs.begun()).toBe(1);
    clock.strike();
    expect(runs.begun()).toBe(2);
  });

  it('lets the run in progress end when stopped', async () => {
    const [runs, clock] = [slowRuns(), handClock()];
    const schedule = startSchedule('17 2 * * *', runs.run, clock.clockwork);
    let stopped = false;
    const stopping = schedule.stop().then(() => {
      stopped = true;
    });
    await Promise.resolve();
    expect(stopped).toBe(false);
    await runs.end();
    await stopping;
    expect(clock.halted()).toBe(true);
  });

  it('works with real cron, and refuses what is no cron expression', async () => {
    const runs = slowRuns();
    const schedule = startSchedule('17 2 * * *', runs.run);
    await runs.end();
    await schedule.stop();
    expect(() => startSchedule('every night', runs.run)).toThrow(Failure);
  });
});
