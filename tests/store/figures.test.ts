import { expect, test } from 'vitest';
import { erasePeriod } from '../../connector/store/erase.ts';
import { keepFigures, readFigures } from '../../connector/store/figures.ts';
import { newestDayRead } from '../../connector/store/held.ts';
import { replaceSpans } from '../../connector/store/interactions.ts';
import { replaceUsageDay } from '../../connector/store/usage-days.ts';
import { FEBRUARY, person, temporaryStore } from './temporary-store.ts';

const PLACED = [
  { origin: 'attribute', on: '2027-02-03', heads: 900 },
  { origin: 'none', on: null, heads: null },
] as const;

const REPORT = {
  ...{ report: 'active-users', daysRead: 20, newest: '2027-02-20', inReport: 2_300, matched: null, shrunk: true },
  ...{ behindDays: 6, newColumns: 1, microsoftCounts: 2_000 },
} as const;

test('rounded figures outlive the file of their period; keeping them again replaces them', () => {
  const store = temporaryStore();
  const read = { days: 28, daysRead: 20, reportDays: 20, oldestDay: '2027-02-01', concealedNames: 'earlier' } as const;
  const figures = {
    ...read,
    mailboxes: 1_000,
    mailboxesRead: 990,
    interactions: 41_000,
    usageDays: null,
    placed: [...PLACED],
    reports: [{ ...REPORT }],
  };
  store.period(FEBRUARY);
  expect(readFigures(store, FEBRUARY.id)).toBeUndefined();
  keepFigures(store, FEBRUARY.id, { ...figures, daysRead: 1 });
  keepFigures(store, FEBRUARY.id, figures);
  erasePeriod(store, FEBRUARY);
  expect(readFigures(store, FEBRUARY.id)).toEqual(figures);
  expect(readFigures(store, '2026-Q1')).toBeUndefined();
});

test('the newest day read is the last of any source', () => {
  const file = temporaryStore().period(FEBRUARY);
  expect(newestDayRead(file)).toBeUndefined();
  replaceSpans(file, 'sent-items', [{ owner: person(1), from: '2027-02-01', to: '2027-02-10', interactions: [] }]);
  expect(newestDayRead(file)).toBe('2027-02-09');
  replaceUsageDay(file, 'active-users', '2027-02-12', []);
  expect(newestDayRead(file)).toBe('2027-02-12');
});

test('figures kept before names were looked at say nothing of them', () => {
  const store = temporaryStore();
  const before = { days: 28, daysRead: 20, reportDays: 20, oldestDay: null };
  keepFigures(store, FEBRUARY.id, {
    ...before,
    mailboxes: null,
    mailboxesRead: null,
    interactions: null,
    usageDays: null,
  });
  const text = { ...readFigures(store, FEBRUARY.id), concealedNames: undefined, placed: undefined, reports: undefined };
  store.decisions.prepare('UPDATE figures SET text = ?').run(JSON.stringify(text));
  expect(readFigures(store, FEBRUARY.id)).toMatchObject({ ...before, concealedNames: null, placed: [], reports: [] });
});
