import { describe, expect, test } from 'vitest';
import { daysOffIn, FELLESFERIE, seasonOf, weeksOffIn } from '../../connector/adoption/norwegian-calendar.ts';
import { isCounty, SCHOOL_HOLIDAYS, schoolWeeks } from '../../connector/adoption/school-holidays.ts';
import { OFF_KINDS } from '../../connector/api/benefit-answers.ts';
import { daysOf, quarterOf } from '../../connector/privacy/period.ts';
import { easterSunday, isWorkingDay } from '../../connector/privacy/working-days.ts';

test('Easter is where the other form of the rule has it, for two hundred years', () => {
  for (let year = 1900; year < 2100; year += 1) {
    const week = daysOffIn({ from: `${year}-03-01`, to: `${year}-05-01` }).find(({ kind }) => kind === 'easter-week');
    expect([year, Date.parse(easterSunday(year)) - Date.parse(week?.from ?? '')]).toEqual([year, 6 * 86_400_000]);
  }
});

test('working days are those that the law counts, in every quarter of five years', () => {
  for (let year = 2024; year < 2029; year += 1) {
    for (const month of ['01', '04', '07', '10'] as const) {
      const quarter = quarterOf(`${year}-${month}-01` as `${number}-${number}-${number}`);
      expect([quarter.id, seasonOf(quarter).workingDays]).toEqual([
        quarter.id,
        daysOf(quarter).filter(isWorkingDay).length,
      ]);
    }
  }
});

describe('a dip in July is explained', () => {
  const summer = { from: '2026-07-01', to: '2026-10-01' };

  test('by three weeks in which many are off, and schools before and after', () => {
    const off = daysOffIn(summer, '46');
    expect(off.map(({ kind }) => kind)).toEqual(['school-summer', 'fellesferie']);
    expect(off[1]).toEqual({
      ...{ kind: 'fellesferie', from: '2026-07-06', through: '2026-07-24', weekdays: 15, who: 'many', sure: true },
    });
    const weeks = weeksOffIn(summer, '46').filter(({ kinds }) => kinds.includes('fellesferie'));
    expect(weeks.map(({ week }) => week)).toEqual(['2026-W28', '2026-W29', '2026-W30']);
    expect([FELLESFERIE.first, FELLESFERIE.last]).toEqual([28, 30]);
  });

  test('so that of as many working days as in autumn more are quiet', () => {
    const autumn = { from: '2026-10-01', to: '2027-01-01' };
    expect(seasonOf(summer).workingDays).toBeGreaterThan(seasonOf(autumn).workingDays);
    expect(seasonOf(summer).quietDays).toBeGreaterThan(2 * seasonOf(autumn).quietDays);
  });
});

test('what reaches over the edge of a span is cut there, and weekends alone are nothing', () => {
  expect(daysOffIn({ from: '2026-12-30', to: '2027-01-02' })).toEqual([
    { kind: 'christmas', from: '2026-12-30', through: '2026-12-31', weekdays: 2, who: 'many', sure: true },
    { kind: 'public-holiday', from: '2027-01-01', through: '2027-01-01', weekdays: 1, who: 'everybody', sure: true },
  ]);
  // 17 May 2026 is a Sunday.
  expect(daysOffIn({ from: '2026-05-16', to: '2026-05-18' })).toEqual([]);
});

test('a week at the turn of the year belongs to the year of its Thursday', () => {
  expect(weeksOffIn({ from: '2026-12-24', to: '2027-01-05' }).map(({ week }) => week)).toEqual([
    '2026-W52',
    '2026-W53',
  ]);
});

describe('school holidays', () => {
  const winterOf = (county: Parameters<typeof daysOffIn>[1]) =>
    daysOffIn({ from: '2026-01-01', to: '2026-04-01' }, county).filter(({ kind }) => kind === 'winter-holiday');

  test('are those of the county', () => {
    expect(winterOf('50')).toMatchObject([{ from: '2026-02-16', through: '2026-02-20', sure: true }]);
    expect(winterOf('34')).toMatchObject([{ from: '2026-02-23', through: '2026-02-27', sure: true }]);
  });

  test('are every possible week, none of them sure, where a county has two or is not known', () => {
    expect(winterOf('46').map(({ sure }) => sure)).toEqual([false, false]);
    expect(winterOf(undefined).map(({ from, sure }) => [from, sure])).toEqual([
      ['2026-02-16', false],
      ['2026-02-23', false],
    ]);
    expect(schoolWeeks(undefined, 'autumn')).toEqual([40, 41]);
  });

  test('are told of all fifteen counties and of nothing else', () => {
    expect(Object.keys(SCHOOL_HOLIDAYS)).toHaveLength(15);
    for (const { winter, autumn } of Object.values(SCHOOL_HOLIDAYS)) {
      for (const week of winter) expect([8, 9, 10]).toContain(week);
      for (const week of autumn) expect([40, 41]).toContain(week);
    }
    expect(['03', '56', '30', '00', 'toString'].map(isCounty)).toEqual([true, true, false, false, false]);
  });
});

test('every kind of day off has a name in the answers', () => {
  const kinds = new Set(daysOffIn({ from: '2026-01-01', to: '2027-01-01' }).map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual([...OFF_KINDS].sort());
});
