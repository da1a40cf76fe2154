import { expect, test } from 'vitest';
import { reportFigures } from '../connector/report-figures.ts';
import { beginSource, type SourceProgress } from '../connector/source-progress.ts';
import { isDay, type Day } from '../connector/privacy/period.ts';

function read(
  source: SourceProgress['source'],
  days: Readonly<Record<Day, readonly [number, number]>>,
): SourceProgress {
  const progress = beginSource(source, 'usage');
  for (const [day, [inReport, matched]] of Object.entries(days)) {
    if (isDay(day)) progress.people.set(day, { inReport, matched });
  }
  return progress;
}

const MONDAY = '2026-04-06';
const TUESDAY = '2026-04-07';

test('of the newest day read, to two significant figures; nothing of few', () => {
  const sources = [
    read('active-users', { [TUESDAY]: [2345, 1987], [MONDAY]: [2300, 1990] }),
    read('copilot-usage', { [TUESDAY]: [140, 64] }),
    read('sent-items', {}),
    read('teams-activity', {}),
  ];
  expect(reportFigures(sources, [], () => 2)).toEqual([
    { report: 'active-users', daysRead: 2, newest: TUESDAY, inReport: 2300, matched: 2000, shrunk: false },
    { report: 'copilot-usage', daysRead: 2, newest: TUESDAY, inReport: 140, matched: null, shrunk: false },
  ]);
});

test('a day that is read again with a tenth fewer people has shrunk, and that stays said', () => {
  const before = reportFigures([read('active-users', { [MONDAY]: [2000, 1900] })], [], () => 1);
  const again = (people: number) =>
    reportFigures([read('active-users', { [MONDAY]: [people, people], [TUESDAY]: [2000, 1900] })], before, () => 2);
  expect(again(1850)[0]?.shrunk).toBe(false);
  const shrunk = again(1700);
  expect(shrunk[0]).toMatchObject({ newest: TUESDAY, shrunk: true });
  expect(reportFigures([read('active-users', { [TUESDAY]: [2000, 1900] })], shrunk, () => 2)[0]?.shrunk).toBe(true);
});

test('a report of which this run read nothing is told of as before', () => {
  const before = reportFigures([read('active-users', { [MONDAY]: [2000, 1900] })], [], () => 1);
  expect(reportFigures([read('active-users', {})], before, () => 9)).toEqual(before);
});
