import { describe, expect, test } from 'vitest';
import { beginRun, endRun, latestRun, noteProgress, type RunProgress } from '../../connector/store/runs.ts';
import { FEBRUARY, temporaryStore } from './temporary-store.ts';

const progress: RunProgress = { step: 'mail', daysDone: 1, days: 28, mailboxesDone: 20, mailboxes: 986 };
const untold = { dropped: null, unknownFields: 0, unknownNamed: [] };
const nothing = { daysDone: 0, days: 0, mailboxesDone: 0, mailboxes: 0 };

describe('a run', () => {
  test('can be followed from beginning to end', () => {
    const store = temporaryStore();
    expect(latestRun(store)).toBeUndefined();
    const run = beginRun(store, { now: () => 5, period: FEBRUARY });
    const begun = {
      id: run,
      state: 'running',
      period: FEBRUARY,
      startedAt: 5,
      endedAt: null,
      failure: null,
      ...untold,
    };
    expect(latestRun(store)).toEqual({ ...begun, step: 'directory', ...nothing });
    noteProgress(store, run, progress);
    expect(latestRun(store)).toEqual({ ...begun, ...progress });
    endRun(store, run, { now: () => 9 });
    const ended = { ...begun, ...progress, state: 'done', step: 'idle', endedAt: 9 };
    expect(latestRun(store)).toEqual(ended);
    noteProgress(store, run, { ...progress, daysDone: 2 });
    endRun(store, run, { now: () => 10, failure: 'throttled' });
    expect(latestRun(store)).toEqual(ended);
  });

  test('that failed says why, and in which step', () => {
    const store = temporaryStore();
    const run = beginRun(store, { now: () => 5 });
    noteProgress(store, run, progress);
    endRun(store, run, { now: () => 6, failure: 'consent-missing' });
    expect(latestRun(store)).toMatchObject({ state: 'failed', step: 'mail', failure: 'consent-missing', period: null });
  });

  test('that was cut short is ended by the next', () => {
    const store = temporaryStore();
    beginRun(store, { now: () => 5, period: FEBRUARY });
    beginRun(store, { now: () => 50, step: 'publishing' });
    expect(latestRun(store)).toMatchObject({ state: 'running', step: 'publishing', period: null });
    expect(latestRun(store, FEBRUARY.id)).toMatchObject({ state: 'failed', endedAt: 50, failure: null });
    expect(latestRun(store, '2026-Q1')).toBeUndefined();
  });

  test.each([{ daysDone: 0.5 }, { mailboxesDone: -1 }, { mailboxesDone: 987 }, { days: NaN }, { daysDone: 29 }])(
    'refuses progress that is no count: %j',
    (wrong) => {
      const store = temporaryStore();
      const run = beginRun(store, { now: () => 5 });
      expect(() => {
        noteProgress(store, run, { ...progress, ...wrong });
      }).toThrow(RangeError);
      expect(latestRun(store)).toMatchObject(nothing);
    },
  );
});
