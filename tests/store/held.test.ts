import { expect, test } from 'vitest';
import { quarterOf, type Day } from '../../connector/privacy/period.ts';
import { lastDayRead } from '../../connector/store/held.ts';
import { replaceSpans } from '../../connector/store/interactions.ts';
import type { Store } from '../../connector/store/open.ts';
import { saveRelease } from '../../connector/store/releases.ts';
import { beginRun, endRun, noteProgress, type RunStep } from '../../connector/store/runs.ts';
import { madeRelease } from './made-release.ts';
import { person, temporaryStore } from './temporary-store.ts';

const SPRING = quarterOf('2027-04-01');

function ran(store: Store, step: RunStep, failed: boolean): void {
  const run = beginRun(store, { now: () => 1, period: SPRING });
  noteProgress(store, run, { step, daysDone: 0, days: 0, mailboxesDone: 0, mailboxes: 0 });
  endRun(store, run, { now: () => 2, ...(failed ? { failure: 'throttled' } : {}) });
}

function read(store: Store, who: number, to: Day): void {
  replaceSpans(store.period(SPRING), 'sent-items', [{ owner: person(who), from: SPRING.from, to, interactions: [] }]);
}

test('the last day read is the newest of a period that is open, or the end of the newest release', () => {
  const store = temporaryStore();
  expect(lastDayRead(store)).toBeUndefined();
  saveRelease(store, madeRelease(store, '2027-01-01'));
  expect(lastDayRead(store)).toBe('2027-03-31');
  read(store, 1, '2027-04-11');
  ran(store, 'mail', false);
  expect(lastDayRead(store)).toBe('2027-04-10');
});

test('after a run that failed or was cut short a period counts as unread: some mailboxes may lag behind', () => {
  const store = temporaryStore();
  read(store, 1, '2027-04-11');
  read(store, 2, '2027-04-02');
  ran(store, 'mail', true);
  expect(lastDayRead(store)).toBe('2027-03-31');
  ran(store, 'mail', false);
  expect(lastDayRead(store)).toBe('2027-04-10');
  ran(store, 'publishing', true);
  expect(lastDayRead(store)).toBe('2027-04-10');
  beginRun(store, { now: () => 3, period: SPRING });
  expect(lastDayRead(store)).toBe('2027-03-31');
});
