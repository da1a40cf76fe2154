import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { goesWithHolidays, moreQuiet } from '../../connector/adoption/holiday-quarter.ts';
import { seasonOf } from '../../connector/adoption/norwegian-calendar.ts';
import { dayOf, quarterOf } from '../../connector/privacy/period.ts';

const PAGE = readFileSync('connector/adoption/ADOPTION.md', 'utf8').replaceAll('−', '-');
const LINE = /^\| (\d{4}-Q\d) +\| (\d{4}-Q\d) +\| (-?\d+) +\| (-?[\d.]+) +\| (yes|no) +\|$/gm;

function season(quarter: string): ReturnType<typeof seasonOf> {
  const [year = '', place = ''] = quarter.split('-Q');
  return seasonOf(quarterOf(dayOf(Date.UTC(Number(year), 3 * Number(place) - 3))));
}

test('what goes with the holidays, by hand', () => {
  const lines = [...PAGE.matchAll(LINE)];
  expect(lines).toHaveLength(5);
  for (const [, before = '', after = '', change, more, answer] of lines) {
    expect(moreQuiet(season(before), season(after)).toFixed(2)).toBe(more);
    expect(goesWithHolidays(Number(change), season(before), season(after))).toBe(answer === 'yes');
  }
});

test('a span without a working day is no season at all', () => {
  const none = { workingDays: 0, quietDays: 0 };
  expect(moreQuiet(none, none)).toBe(0);
  expect(goesWithHolidays(-5, none, none)).toBe(false);
});
