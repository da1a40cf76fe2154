import { expect, test } from 'vitest';
import { reportFigures, type BesideReports } from '../connector/report-figures.ts';
import { beginSource, type SourceProgress } from '../connector/source-progress.ts';
import { isDay, type Day } from '../connector/privacy/period.ts';

function read(
  source: SourceProgress['source'],
  days: Readonly<Record<Day, readonly [inReport: number, matched: number, behindDays?: number]>>,
): SourceProgress {
  const progress = beginSource(source, 'usage');
  for (const [day, [inReport, matched, behindDays = 0]] of Object.entries(days)) {
    if (isDay(day)) progress.people.set(day, { inReport, matched, behindDays });
  }
  return progress;
}

const MONDAY = '2026-04-06';
const TUESDAY = '2026-04-07';
const NOTHING: BesideReports = { before: [], daysRead: () => 2, newColumns: () => 0, counts: [] };
const WELL = { shrunk: false, behindDays: 0, newColumns: 0, microsoftCounts: null };

test('of the newest day read, to two significant figures; nothing of few', () => {
  const sources = [
    read('active-users', { [TUESDAY]: [2345, 1987], [MONDAY]: [2300, 1990] }),
    read('copilot-usage', { [TUESDAY]: [140, 64] }),
    read('sent-items', {}),
    read('teams-activity', {}),
  ];
  expect(reportFigures(sources, NOTHING)).toEqual([
    { report: 'active-users', daysRead: 2, newest: TUESDAY, inReport: 2300, matched: 2000, ...WELL },
    { report: 'copilot-usage', daysRead: 2, newest: TUESDAY, inReport: 140, matched: null, ...WELL },
  ]);
});

test('a day that is read again with a tenth fewer people has shrunk, and that stays said', () => {
  const before = reportFigures([read('active-users', { [MONDAY]: [2000, 1900] })], NOTHING);
  const again = (people: number) =>
    reportFigures([read('active-users', { [MONDAY]: [people, people], [TUESDAY]: [2000, 1900] })], {
      ...NOTHING,
      before,
    });
  expect(again(1850)[0]?.shrunk).toBe(false);
  const shrunk = again(1700);
  expect(shrunk[0]).toMatchObject({ newest: TUESDAY, shrunk: true });
  const next = reportFigures([read('active-users', { [TUESDAY]: [2000, 1900] })], { ...NOTHING, before: shrunk });
  expect(next[0]?.shrunk).toBe(true);
});

test('how late it was, and the columns it gained, are of the newest run alone', () => {
  const sources = [read('active-users', { [MONDAY]: [2000, 1900], [TUESDAY]: [2000, 1900, 6] })];
  const newColumns = (report: string): number => (report === 'active-users' ? 2 : 0);
  const before = reportFigures(sources, { ...NOTHING, newColumns });
  expect(before[0]).toMatchObject({ newest: TUESDAY, behindDays: 6, newColumns: 2 });
  const next = reportFigures([read('active-users', { [TUESDAY]: [2000, 1900] })], { ...NOTHING, before });
  expect(next[0]).toMatchObject({ behindDays: 0, newColumns: 0 });
});

test('Microsoft’s own count stands beside it: of the same day and service, rounded; none of few or of devices', () => {
  const count = (service: 'any' | 'teams', day: Day, active: number) =>
    ({ service, day, days: 1, active, licensed: null }) as const;
  const counts = [
    count('any', MONDAY, 1700),
    count('any', TUESDAY, 2345),
    count('teams', TUESDAY, 90),
    count('teams', MONDAY, 1_500),
  ];
  const told = reportFigures(
    [
      read('active-users', { [TUESDAY]: [2000, 1900] }),
      read('teams-activity', { [TUESDAY]: [150, 140] }),
      read('teams-devices', { [TUESDAY]: [150, 140] }),
    ],
    { ...NOTHING, counts },
  );
  expect(told.map(({ microsoftCounts }) => microsoftCounts)).toEqual([2300, null, null]);
});

test('a report of which this run read nothing is told of as before', () => {
  const before = reportFigures([read('active-users', { [MONDAY]: [2000, 1900] })], NOTHING);
  expect(reportFigures([read('active-users', {})], { ...NOTHING, before, daysRead: () => 9 })).toEqual(before);
});
