import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkBudget,
  isDueWith,
  rhoARelease,
  rhoAYear,
  rhoOfLastYear,
  rightGuessesInHundred,
  rowFloor,
  sigmaSquared,
  withinTheYear,
} from '../../connector/privacy/budget.ts';
import { Failure } from '../../connector/failure.ts';
import {
  addDays,
  dayNumber,
  dayOf,
  periodOf,
  quarterOf,
  type Day,
  type Period,
} from '../../connector/privacy/period.ts';
import { asNumber, isGreater, rational, readRational, sumOf } from '../../connector/privacy/rational.ts';
import { TABLE_NAMES, type Level, type TableName } from '../../connector/privacy/table-name.ts';
import { ledgerOf, type Spending } from './ledger-of.ts';

const quarter = (id: string): Period => {
  const [year, number] = id.split('-Q').map(Number);
  return quarterOf(dayOf(Date.UTC(year ?? 0, (number ?? 0) * 3 - 2, 15)));
};
const quarters = (...ids: string[]): Spending[] => ids.map((id) => ({ period: quarter(id) }));
const reachCost = (level: Level = 'standard', parts: 2 | 4 = 4) => [
  { name: 'reach' as const, rho: rhoARelease('reach', level, parts) },
];

function asked(spendings: readonly Spending[], period: Period, level: Level = 'standard', parts: 2 | 4 = 4): string {
  try {
    checkBudget(ledgerOf(spendings), { period, level, tables: reachCost(level, parts) });
    return 'may be released';
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
}

describe('the price of a table', () => {
  it('is design D6', () => {
    expect(TABLE_NAMES.map((name) => rhoAYear('standard', [name]))).toEqual([
      rational(4n, 5n),
      rational(1n, 5n),
      rational(3n, 5n),
      rational(3n, 10n),
      rational(1n, 5n),
      rational(1n, 5n),
      rational(1n, 10n),
      rational(1n, 10n),
    ]);
    expect(rhoAYear('standard', TABLE_NAMES)).toEqual(rational(5n, 2n));
    expect(rhoAYear('careful', TABLE_NAMES)).toEqual(rational(5n, 4n));
    expect(rhoARelease('reach', 'standard', 4)).toEqual(rational(1n, 5n));
    expect(rhoARelease('reach', 'standard', 2)).toEqual(rational(2n, 5n));
    expect(rhoARelease('breadth', 'careful', 4)).toEqual(rational(1n, 40n));
  });

  it('buys the σ of design D6', () => {
    const sigma = (cells: number, name: TableName) =>
      Math.sqrt(asNumber(sigmaSquared(cells, rhoARelease(name, 'standard', 4))));
    expect(sigma(6, 'reach')).toBeCloseTo(3.87, 2);
    expect(sigma(6, 'apps')).toBeCloseTo(4.47, 2);
    expect(sigma(1, 'breadth')).toBeCloseTo(3.16, 2);
    expect(sigma(1, 'staircase')).toBeCloseTo(2.58, 2);
    expect(sigma(1, 'brokerage')).toBeCloseTo(2.24, 2);
    expect(sigma(1, 'leaders')).toBeCloseTo(2.24, 2);
    expect(sigma(3, 'steps')).toBeCloseTo(3.87, 2);
    expect(sigma(1, 'channels')).toBeCloseTo(3.16, 2);
    expect(sigmaSquared(6, rhoARelease('reach', 'standard', 4))).toEqual(rational(15n));
    expect(sigmaSquared(6, rhoARelease('reach', 'careful', 4))).toEqual(rational(30n));
    expect(sigmaSquared(1, rhoARelease('reach', 'standard', 4))).toEqual(rational(5n, 2n));
  });

  it('sets the floor of rows: 20 heads, or eleven σ rounded up, exactly', () => {
    // 11√15 = 42.6, 11√10 = 34.8, 11√2.5 = 17.4; 11√4 = 22 is whole already.
    expect([rational(15n), rational(10n), rational(5n, 2n), rational(4n)].map(rowFloor)).toEqual([43, 35, 20, 22]);
    fc.assert(
      fc.property(fc.bigInt(1n, 10_000n), fc.bigInt(1n, 100n), (p, q) => {
        const floor = BigInt(rowFloor(rational(p, q)));
        expect(floor >= 20n && floor * floor * q >= 121n * p).toBe(true);
        if (floor > 20n) expect((floor - 1n) * (floor - 1n) * q < 121n * p).toBe(true);
      }),
    );
  });

  it('is said in odds: 69 to 74 of 100 after a quarter with every table of D6 on, 87 after a year', () => {
    expect(Math.round(rightGuessesInHundred(rational(19n, 40n)))).toBe(69);
    expect(Math.round(rightGuessesInHundred(rational(33n, 40n)))).toBe(74);
    expect(Math.round(rightGuessesInHundred(rational(5n, 2n)))).toBe(87);
    expect(rightGuessesInHundred(rational(0n))).toBeCloseTo(50, 5);
    // Φ(1) = 0.841345, Φ(0.5) = 0.691462: ρ = 2 and ρ = 1/2.
    expect(rightGuessesInHundred(rational(2n))).toBeCloseTo(84.1345, 4);
    expect(rightGuessesInHundred(rational(1n, 2n))).toBeCloseTo(69.1462, 4);
  });
});

describe('when a table comes', () => {
  const due = (name: TableName, most: 2 | 4) =>
    ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']
      .filter((id) => isDueWith(name, quarter(id), most))
      .map((id) => id.slice(5));

  it('is each quarter, the second and the fourth, or the fourth, as design D6 says', () => {
    for (const name of ['reach', 'breadth', 'apps', 'staircase'] as const) {
      expect(due(name, 4)).toEqual(['Q1', 'Q2', 'Q3', 'Q4']);
    }
    for (const name of ['brokerage', 'leaders', 'channels'] as const) expect(due(name, 4)).toEqual(['Q2', 'Q4']);
    expect(due('steps', 4)).toEqual(['Q4']);
  });

  it('is half-yearly at most in a small organisation, and costs so', () => {
    expect(due('reach', 2)).toEqual(['Q2', 'Q4']);
    expect(due('channels', 2)).toEqual(['Q2', 'Q4']);
    expect(due('steps', 2)).toEqual(['Q4']);
    expect(rhoARelease('reach', 'standard', 2)).toEqual(rational(2n, 5n));
    expect(rhoARelease('channels', 'standard', 2)).toEqual(rational(1n, 20n));
    expect(rhoARelease('steps', 'standard', 2)).toEqual(rational(1n, 10n));
  });

  it('spends no more than the year allows, however long it goes on', () => {
    const ids = [2024, 2025, 2026].flatMap((year) => [1, 2, 3, 4].map((number) => `${year}-Q${number}`));
    for (const most of [2, 4] as const) {
      const ledger: Spending[] = [];
      for (const period of ids.map(quarter)) {
        const names = TABLE_NAMES.filter((name) => isDueWith(name, period, most));
        if (names.length === 0) continue;
        const tables = names.map((name) => ({ name, rho: rhoARelease(name, 'standard', most) }));
        const wanted = { period, level: 'standard' as const, tables };
        expect(() => {
          checkBudget(ledgerOf(ledger), wanted);
        }).not.toThrow();
        expect(withinTheYear(ledgerOf(ledger), wanted)).toEqual(tables);
        ledger.push({ period, names, parts: most });
      }
      // Every year is spent to the last, so each sum below is what stands in design D6.
      expect(rhoOfLastYear(ledgerOf(ledger))).toEqual(rational(5n, 2n));
    }
  });

  it('is not when a span given by hand has spent its year already; what is due each quarter is refused instead', () => {
    const byHand: Spending = { period: periodOf('2026-02-02', '2026-03-02'), names: ['reach', 'channels', 'steps'] };
    const wanted = (id: string, names: readonly TableName[]) => ({
      period: quarter(id),
      level: 'standard' as const,
      tables: names.map((name) => ({ name, rho: rhoARelease(name, 'standard', 4) })),
    });
    const left = (ledger: Spending[], id: string) =>
      withinTheYear(ledgerOf(ledger), wanted(id, ['reach', 'channels', 'steps'])).map(({ name }) => name);
    expect(left([byHand], '2026-Q2')).toEqual(['reach', 'channels']);
    const spring = [byHand, { period: quarter('2026-Q2'), names: ['reach', 'channels'] } satisfies Spending];
    expect(left(spring, '2026-Q4')).toEqual(['reach']);
    const year = [...spring, ...quarters('2026-Q3', '2026-Q4')];
    // Twelve months from 2 February reach into the first quarter of the next year; there `reach` is spent as well.
    expect(left(year, '2027-Q1')).toEqual(['reach']);
    expect(() => {
      checkBudget(ledgerOf(year), wanted('2027-Q1', ['reach']));
    }).toThrow(expect.objectContaining({ code: 'budget-spent' }));
    expect(left(year, '2027-Q2')).toEqual(['reach', 'channels', 'steps']);
    expect(() => {
      checkBudget(ledgerOf(spring), wanted('2026-Q4', ['channels']));
    }).toThrow(expect.objectContaining({ code: 'budget-spent' }));
  });
});

describe('the year’s budget', () => {
  it('is four quarters, and the next year follows without a gap', () => {
    const year = quarters('2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1');
    expect(asked([], quarter('2025-Q2'))).toBe('may be released');
    for (const [index, { period }] of year.entries())
      expect(asked(year.slice(0, index), period)).toBe('may be released');
    expect(asked(year, quarter('2026-Q2'))).toBe('may be released');
    expect(asked(year, quarter('2025-Q1'))).toBe('may be released');
  });

  it('releases no period twice and no day twice', () => {
    const ledger = quarters('2025-Q2');
    expect(asked(ledger, quarter('2025-Q2'))).toBe('period-released');
    expect(asked(ledger, periodOf('2025-06-30', '2025-09-01'))).toBe('period-overlaps');
    expect(asked(ledger, periodOf('2025-01-01', '2025-04-02'))).toBe('period-overlaps');
    expect(asked(ledger, periodOf('2025-05-01', '2025-05-02'))).toBe('period-overlaps');
    expect(asked(ledger, periodOf('2025-01-01', '2026-01-01'))).toBe('period-overlaps');
    expect(asked(ledger, periodOf('2025-07-01', '2025-07-02'))).toBe('may be released');
  });

  it('is two half-yearly releases, and not one more', () => {
    const half: Spending[] = quarters('2025-Q2', '2025-Q4').map((it) => ({ ...it, parts: 2 }));
    expect(asked(half, quarter('2026-Q2'), 'standard', 2)).toBe('may be released');
    expect(asked(half, quarter('2026-Q1'), 'standard', 2)).toBe('budget-spent');
    expect(asked(half, quarter('2025-Q3'))).toBe('budget-spent');
  });

  it('is spent by four short spans, for twelve months from the first and in every four quarters they touch', () => {
    const weeks = Array.from({ length: 4 }, (_, index) => {
      const from = addDays('2025-03-03', index * 7);
      return { period: periodOf(from, addDays(from, 7)) };
    });
    const after = (from: Day) => asked(weeks, periodOf(from, addDays(from, 7)));
    expect(asked(weeks.slice(0, 3), weeks[3]!.period)).toBe('may be released');
    expect(after('2025-04-01')).toBe('budget-spent');
    // Four quarters with 2025-Q1 in them end on 31 December; twelve months from the first week end on 2 March.
    expect(after('2026-01-05')).toBe('budget-spent');
    expect(after('2026-02-23')).toBe('budget-spent');
    // The second week began on 10 March, so one may begin on 3 March and three are left until then.
    expect(after('2026-03-03')).toBe('may be released');
  });

  it('counts a span across a quarter’s edge in the years of both', () => {
    const across = [{ period: periodOf('2025-03-25', '2025-04-05') }];
    const full = [...across, ...quarters('2025-Q3', '2025-Q4'), { period: periodOf('2025-04-05', '2025-07-01') }];
    expect(asked(full, quarter('2026-Q1'))).toBe('budget-spent');
    expect(asked(full, quarter('2026-Q2'))).toBe('may be released');
  });

  it('is half as large at the level careful, at once when the level is changed', () => {
    const careful = quarters('2025-Q1', '2025-Q2', '2025-Q3').map((it) => ({ ...it, level: 'careful' as const }));
    expect(asked(careful, quarter('2025-Q4'), 'careful')).toBe('may be released');
    expect(asked(careful, quarter('2025-Q4'), 'standard')).toBe('may be released');
    expect(asked(quarters('2025-Q2', '2025-Q3'), quarter('2025-Q4'), 'careful')).toBe('budget-spent');
    expect(asked(quarters('2025-Q2', '2025-Q3'), quarter('2026-Q2'), 'careful')).toBe('may be released');
  });

  it('is not held against a release by years it is no part of', () => {
    const standard = quarters('2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4');
    expect(asked(standard, quarter('2026-Q1'), 'careful')).toBe('may be released');
  });

  it('is not passed by any spans at any level, in four quarters or in twelve months of data', () => {
    const span = fc
      .tuple(fc.nat(900), fc.integer({ min: 1, max: 130 }), fc.constantFrom<Level>('standard', 'careful'))
      .map(([start, length, level]) => {
        const from = addDays('2024-01-01', start);
        return { period: periodOf(from, addDays(from, length)), level };
      });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 25 }), (wishes) => {
        const released: Spending[] = [];
        for (const wish of wishes)
          if (asked(released, wish.period, wish.level) === 'may be released') released.push(wish);
        const debits = ledgerOf(released).map(({ period, tables }) => ({
          ...period,
          rho: readRational(tables[0]!.rho),
        }));
        for (const first of debits) {
          const last = dayNumber(first.from) + 365;
          const within = debits.filter(
            ({ from, to }) => dayNumber(from) >= dayNumber(first.from) && dayNumber(to) <= last,
          );
          expect(isGreater(sumOf(within.map(({ rho }) => rho)), rational(4n, 5n))).toBe(false);
        }
        for (let start = quarterOf('2023-01-01'); start.from < '2027'; start = quarterOf(start.to)) {
          const end = [1, 2, 3].reduce((it) => quarterOf(it.to), start).to;
          const touching = debits.filter(
            ({ from, to }) => dayNumber(from) < dayNumber(end) && dayNumber(to) > dayNumber(start.from),
          );
          expect(isGreater(sumOf(touching.map(({ rho }) => rho)), rational(4n, 5n))).toBe(false);
        }
      }),
    );
  });

  it('is kept table by table: what one does not spend, no other may', () => {
    const ledger = ledgerOf(
      quarters('2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4').map((it) => ({ ...it, names: ['apps'] })),
    );
    const wanted = { period: periodOf('2026-01-01', '2026-01-08'), level: 'standard' as const };
    expect(() => {
      checkBudget(ledger, { ...wanted, tables: [{ name: 'apps', rho: rational(3n, 10n) }] });
    }).toThrow(expect.objectContaining({ code: 'budget-spent' }));
    expect(() => {
      checkBudget(ledger, { ...wanted, tables: reachCost() });
    }).not.toThrow();
  });

  it('is said as spent over the four quarters that end with the newest data', () => {
    expect(rhoOfLastYear([])).toEqual(rational(0n));
    const five = quarters('2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1');
    expect(rhoOfLastYear(ledgerOf(five))).toEqual(rational(4n, 5n));
    expect(rhoOfLastYear(ledgerOf(five.slice(0, 2)))).toEqual(rational(2n, 5n));
    expect(rhoOfLastYear(ledgerOf([five[4]!, five[0]!]))).toEqual(rational(1n, 5n));
  });
});
