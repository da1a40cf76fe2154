import { describe, expect, it } from 'vitest';
import type { AttackedTable } from '../../connector/attack/attacked.ts';
import { expectedCounts } from '../../connector/attack/expected-counts.ts';
import {
  afterLeaving,
  aYearTogether,
  knowingEverybodyElse,
  type Hunt,
} from '../../connector/attack/membership-attacks.ts';
import { smallUnits } from '../../connector/attack/small-units.ts';
import { normalDistribution } from '../../connector/privacy/normal-distribution.ts';
import { quarterOf } from '../../connector/privacy/period.ts';
import { byteStream } from '../privacy/byte-stream.ts';
import { blanked, everybody, exactTables, fullest, headcountsOf, layoutsOf, released, UNITS } from './organisation.ts';

const GUESSES = 400;
const QUARTERS = ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'] as const;
const others = everybody('hunt').slice(1);
const target = fullest(UNITS[0]!);
const headcounts = headcountsOf([...others, target]);

const hunt: Hunt = {
  ...{ others, target, headcounts, guesses: GUESSES, layoutsOf },
  publish: (people, heads, draw, quarter) =>
    released(people, byteStream(`hunt ${draw} ${quarter}`), {
      period: quarterOf(QUARTERS[quarter]!),
      headcounts: heads,
    }).tables,
};
const onExactTables: Hunt = { ...hunt, publish: (people, heads) => exactTables(people, heads) };

/** Cells under ten left out, as thresholds do; nothing else. */
const onBareThresholds: Hunt = {
  ...hunt,
  publish: (people, heads) =>
    exactTables(people, heads).map((table) => ({
      ...table,
      values: table.values.map((row) => row.map((count) => (count !== null && count < 10 ? null : count))),
    })),
};

/** Acts instead of people: somebody who has written to a unit thirty times counts thirty times in its column. */
const ACTS = 30;
const countsOfActs: typeof expectedCounts = (layout, people) =>
  layout.name !== 'reach'
    ? expectedCounts(layout, people)
    : layout.rows.map(({ units }) => {
        const acts = people.filter(({ unit }) => units.includes(unit)).flatMap(({ unitsReached }) => unitsReached);
        return layout.columns.map((column) => acts.filter((unit) => column.units.includes(unit)).length);
      });
/** The real noise over rows without bounds. */
const onUnboundedRows: Hunt = {
  ...hunt,
  target: { ...target, unitsReached: target.unitsReached.flatMap((unit) => Array.from({ length: ACTS }, () => unit)) },
  countsOf: countsOfActs,
  publish: (people, heads, draw, quarter) =>
    hunt.publish(people, heads, draw, quarter).map(({ name, rows, columns, values, sigma, rho }, at): AttackedTable => {
      const layout = layoutsOf(heads)[at]!;
      const [counted, unbounded] = [expectedCounts(layout, people), countsOfActs(layout, people)];
      const grown = values.map((row, r) =>
        row.map((value, c) => (value === null ? null : value - counted[r]![c]! + unbounded[r]![c]!)),
      );
      return { name, rows, columns, sigma, rho, values: grown };
    }),
};

describe('A7, somebody who knows everybody else’s row', () => {
  const found = knowingEverybodyElse(hunt);

  it('guesses right no more often than the ledger’s ρ says', () => {
    expect(found).toMatchObject({ tried: GUESSES, holds: true });
    expect(found.measured!.figure).toBeLessThanOrEqual(found.measured!.limit);
  });

  it('is as good at it as anybody can be: within three standard errors below the odds too', () => {
    const { tables } = released([...others, target], byteStream('price'));
    // The target fills every column but its own division's, which is not blank here either: others work there.
    const shift = Math.hypot(
      ...tables.map(({ name, sigma }) => {
        const layout = layoutsOf(headcounts).find((it) => it.name === name)!;
        const cells = expectedCounts(layout, [target])
          .flat()
          .filter((count) => count > 0).length;
        return Math.sqrt(cells) / sigma;
      }),
    );
    const best = normalDistribution(shift / 2);
    expect(found.measured!.figure / 100).toBeGreaterThan(best - 3 * Math.sqrt((best * (1 - best)) / GUESSES));
    expect(best).toBeGreaterThan(0.64);
  });

  it.each([
    ['exact tables', onExactTables],
    ['bare thresholds', onBareThresholds],
    ['rows without bounds, under the same noise', onUnboundedRows],
  ])('bites: on %s it is right nearly always', (_, undefended) => {
    const { measured, holds } = knowingEverybodyElse({ ...undefended });
    expect(holds).toBe(false);
    expect(measured!.figure).toBeGreaterThan(95);
  });
});

describe('A3, a year of releases together', () => {
  it('says no more than the year’s ρ allows', () => {
    const { measured, holds } = aYearTogether({ ...hunt });
    expect(holds).toBe(true);
    // And a year says more than a quarter: the attack adds releases up.
    expect(measured!.figure).toBeGreaterThan(70);
  });

  it('bites: on exact tables it is always right', () => {
    expect(aYearTogether({ ...onExactTables })).toMatchObject({ succeeded: 400, holds: false });
  });
});

describe('A2, somebody leaves', () => {
  it('is found out no more often than the quarter’s ρ allows, though everybody else stays as they were', () => {
    const { measured, holds } = afterLeaving({ ...hunt });
    expect(holds).toBe(true);
    expect(measured!.figure).toBeGreaterThan(50);
  });

  it.each([
    ['exact tables', onExactTables],
    ['bare thresholds', onBareThresholds],
    ['rows without bounds, under the same noise', onUnboundedRows],
  ])('bites: on %s the difference is the person', (_, undefended) => {
    const { measured, holds } = afterLeaving({ ...undefended });
    expect(holds).toBe(false);
    expect(measured!.figure).toBeGreaterThan(95);
  });

  it('bites: one division of contact at a time, exact tables tell it and noised ones hardly do', () => {
    const single = { ...blanked(target), unitsReached: [UNITS[2]!] };
    const noised = afterLeaving({ ...hunt, target: single });
    expect(noised.holds).toBe(true);
    expect(noised.measured!.figure).toBeLessThan(65);
    expect(afterLeaving({ ...onExactTables, target: single })).toMatchObject({ succeeded: 400 });
  });
});

/** The same hunt where half as much is spent. */
const carefully: Hunt = {
  ...hunt,
  layoutsOf: (heads) => layoutsOf(heads, 'careful'),
  publish: (people, heads, draw, quarter) =>
    released(people, byteStream(`careful ${draw} ${quarter}`), {
      ...{ period: quarterOf(QUARTERS[quarter]!), headcounts: heads, level: 'careful' },
    }).tables,
};

describe('A2, A3, A7 and A14 at the careful level', () => {
  it.each([
    ['A7', knowingEverybodyElse],
    ['A3', aYearTogether],
    ['A2', afterLeaving],
  ])(
    '%s keeps to half the price',
    (_, attack) => {
      const { tried, measured, holds } = attack({ ...carefully });
      expect([tried, holds]).toEqual([GUESSES, true]);
      expect(measured!.figure).toBeLessThanOrEqual(measured!.limit);
    },
    120_000,
  );

  it('bites: where it is charged a sixteenth of what the noise of the other level costs, it is told', () => {
    const dear: Hunt = {
      ...carefully,
      publish: (...order) =>
        hunt.publish(...order).map(({ name, rows, columns, values, sigma, rho }) => {
          const exactly = { name, rows, columns, values };
          return { ...exactly, sigma, rho: rho / 16 };
        }),
    };
    expect(knowingEverybodyElse(dear).holds).toBe(false);
  }, 60_000);

  it('merges a unit made small by the wider floor', () => {
    expect(smallUnits(headcounts, UNITS[3]!, carefully.layoutsOf)).toMatchObject({
      tried: 60,
      succeeded: 0,
      holds: true,
    });
  });
});

describe('A14, a unit made small', () => {
  it('is merged before it is too small to be a row, whatever its size', () => {
    expect(smallUnits(headcounts, UNITS[3]!, layoutsOf)).toMatchObject({ tried: 60, succeeded: 0, holds: true });
  });

  it('bites: with a row for each unit the last person is a row', () => {
    const bare = (heads: Parameters<Hunt['layoutsOf']>[0]): { rows: { heads: number }[] }[] => [
      {
        rows: [...Map.groupBy(heads, ({ unit }) => unit).values()].map((lines) => ({
          heads: lines.reduce((sum, line) => sum + line.heads, 0),
        })),
      },
    ];
    expect(smallUnits(headcounts, UNITS[3]!, bare)).toMatchObject({
      succeeded: 19,
      measured: { figure: 1 },
      holds: false,
    });
  });

  it('says nothing by its rows, columns and blanks of what anybody does, nor of who moved to which side', () => {
    const shape = (people: typeof others): unknown =>
      released(people, byteStream('shape'), { headcounts }).tables.map(({ name, rows, columns, values }) => [
        ...[name, rows, columns],
        values.map((row) => row.map((value) => value === null)),
      ]);
    const all = [...others, target];
    expect(shape(all.map(blanked))).toEqual(shape(all));
    expect(shape(all.map(({ unit }) => fullest(unit)))).toEqual(shape(all));
  });
});
