import { describe, expect, it } from 'vitest';
import type { AttackedRelease, AttackedTable } from '../../connector/attack/attacked.ts';
import { averaging } from '../../connector/attack/averaging.ts';
import { budgetExhaustion } from '../../connector/attack/budget-exhaustion.ts';
import { feasibleIntervals } from '../../connector/attack/feasible-intervals.ts';
import { hierarchySolve } from '../../connector/attack/hierarchy-solve.ts';
import { overlappingPeriods } from '../../connector/attack/overlapping-periods.ts';
import { twoStructures } from '../../connector/attack/two-structures.ts';
import { attackLines } from '../../connector/attack-words.ts';
import { attackReport } from '../../connector/attacked-releases.ts';
import { nextEntry, type LedgerEntry } from '../../connector/privacy/ledger.ts';
import { addDays, periodOf, quarterOf } from '../../connector/privacy/period.ts';
import { reconcile } from '../../connector/privacy/reconcile.ts';
import type { Release } from '../../connector/privacy/release.ts';
import { showRelease } from '../api/shown-release.ts';
import { byteStream } from '../privacy/byte-stream.ts';
import { temporaryStore } from '../store/temporary-store.ts';
import { everybody, exactTables, released, UNITS, WINTER } from './organisation.ts';

/** Four quarters by the real gate, on one ledger. */
function aYear(level: 'standard' | 'careful' = 'standard'): Release[] {
  const made: Release[] = [];
  for (const first of ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'] as const) {
    const ledger = made.map(({ entry }) => entry);
    made.push(released(everybody(first), byteStream(`noise ${first}`), { period: quarterOf(first), ledger, level }));
  }
  return made;
}
const year = aYear();
const ledger = year.map(({ entry }) => entry);

/** A release as nobody made it, for showing that an attack bites. */
function bent(made: AttackedRelease, change: Partial<AttackedRelease>): AttackedRelease {
  const { period, level, units, tables } = made;
  return { period, level, units, tables, ...change };
}

function bentTable(made: AttackedTable, change: Partial<AttackedTable>): AttackedTable {
  const { name, rows, columns, values, sigma, rho } = made;
  return { name, rows, columns, values, sigma, rho, ...change };
}

describe('A1, periods that overlap', () => {
  it('finds none among four quarters', () => {
    // Four tables in each of four quarters are 6 pairs each; leaders come twice, which is one more.
    expect(overlappingPeriods(year)).toEqual({
      attack: 'A1',
      tried: 4 * 6 + 1,
      succeeded: 0,
      measured: null,
      holds: true,
    });
  });

  it('bites: windows rolled by a week share days, table by table', () => {
    const rolled = [0, 7, 14].map((days) =>
      bent(year[0]!, { period: periodOf(addDays(WINTER.from, days), addDays(WINTER.to, days)) }),
    );
    expect(overlappingPeriods(rolled)).toMatchObject({ tried: 12, succeeded: 12, holds: false });
  });

  it('bites: a period that was drawn twice', () => {
    expect(overlappingPeriods([year[0]!, year[0]!])).toMatchObject({ succeeded: 4, holds: false });
  });
});

describe('A5, solving the hierarchy', () => {
  it('leaves every figure an interval of at least 2σ, before and after reconciling', () => {
    const { tried, succeeded, measured, holds } = hierarchySolve(year);
    expect([tried, succeeded, holds]).toEqual([4 * 8 * (4 + 3 + 3 + 4) + 2 * 2 * 2, 0, true]);
    expect(measured?.figure).toBeGreaterThanOrEqual(2);
  });

  it('holds where tables tell of each other, and reconciling does narrow there', () => {
    // One column of `reach` over the people whom `breadth` counts in three.
    const [made] = year;
    const breadth = made!.tables.find(({ name }) => name === 'breadth')!;
    const one = bentTable(breadth, {
      ...{ name: 'reach', columns: [{ name: 'everybody', units: UNITS }], sigma: 1.58, rho: 0.2 },
      values: breadth.values.map(() => [30]),
    });
    const both = bent(made!, { tables: [one, breadth] });
    const narrowed = reconcile(both.tables)[1]!.sigmas[0]![0]!;
    expect(narrowed).toBeLessThan(0.9 * breadth.sigma);
    expect(hierarchySolve([both])).toMatchObject({ succeeded: 0, holds: true });
    expect(hierarchySolve([both]).measured!.figure).toBeCloseTo((2 * 1.645 * narrowed) / breadth.sigma, 1);
  });

  it('bites: tables without noise, each of whose figures is the truth', () => {
    const exact = bent(year[0]!, { tables: exactTables(everybody('x')) });
    expect(hierarchySolve([exact])).toMatchObject({ tried: 116, succeeded: 116, holds: false });
  });

  it('bites: noise smaller than its price', () => {
    const cheap = year[0]!.tables.map((table) => bentTable(table, { sigma: table.sigma / 10 }));
    expect(hierarchySolve([bent(year[0]!, { tables: cheap })])).toMatchObject({ holds: false });
  });

  it('bites: cells under ten left out of exact tables come back from rows, columns and divisions', () => {
    // Units A1…C2 by division reached; what is under ten is hidden, the margins stand beside it.
    const truth = [
      [24, 7, 13, 31],
      [4, 19, 26, 12],
      [15, 8, 3, 22],
      [11, 28, 9, 17],
      [36, 14, 21, 6],
      [12, 5, 33, 18],
    ];
    const hidden = truth.flatMap((row) => row.map((count) => count < 10));
    const cells = truth
      .flat()
      .map((count, at) => (hidden[at] === true ? { low: 0, high: 9 } : { low: count, high: count }));
    const at = (r: number, c: number): number => r * 4 + c;
    const exactly = (of: number[]): { of: number[]; low: number; high: number } => {
      const total = of.reduce((sum, place) => sum + truth.flat()[place]!, 0);
      return { of, low: total, high: total };
    };
    const columns = [0, 1, 2, 3];
    const margins = [
      ...truth.map((_, r) => exactly(columns.map((c) => at(r, c)))),
      ...columns.map((c) => exactly(truth.map((_, r) => at(r, c)))),
      // Divisions of two units, as any hierarchy shows them.
      ...[0, 2, 4].flatMap((r) => columns.map((c) => exactly([at(r, c), at(r + 1, c)]))),
    ];
    const found = feasibleIntervals(cells, margins);
    const pinned = found.filter(({ low, high }, place) => hidden[place] === true && low === high);
    expect(pinned.length).toBe(hidden.filter((it) => it).length);
    expect(found.map(({ low }) => low)).toEqual(truth.flat());
    // And of noised figures nothing but headcounts is certain: none of the same cells is narrowed at all.
    const noised = truth.flat().map(() => ({ low: 0, high: 60 }));
    expect(feasibleIntervals(noised, [])).toEqual(noised);
  });
});

describe('A6, a reorganisation', () => {
  it('finds one structure for each period', () => {
    expect(twoStructures(year)).toMatchObject({ tried: 4 * 4 * 8 + 2 * 2, succeeded: 0, holds: true });
  });

  it('bites: a table by the old structure beside one by the new', () => {
    const [reach, breadth] = year[0]!.tables;
    const merged = breadth!.rows.map((row, r) => (r === 0 ? { ...row, name: 'A', units: ['A/old'] } : row));
    const both = bent(year[0]!, { tables: [reach!, bentTable(breadth!, { rows: merged })] });
    expect(twoStructures([both])).toMatchObject({ succeeded: 1, holds: false });
  });

  it('bites: one person fewer in a row than in its units, which is who moved', () => {
    const apps = year[0]!.tables.find(({ name }) => name === 'apps')!;
    const rows = apps.rows.map((row, r) => (r === 3 ? { ...row, heads: row.heads - 1 } : row));
    expect(twoStructures([bent(year[0]!, { tables: [bentTable(apps, { rows })] })])).toMatchObject({ succeeded: 1 });
  });
});

describe('A8, averaging', () => {
  it('finds readings of one release the same, and nothing to average', () => {
    const readings = year.map(({ text }) => Array.from({ length: 10 }, () => text));
    expect(averaging(readings)).toEqual({ attack: 'A8', tried: 40, succeeded: 0, measured: null, holds: true });
  });

  it('bites: noise drawn anew for each reading differs, and its mean is the truth', () => {
    const people = everybody('x');
    const drawn = Array.from({ length: 400 }, (_, draw) => released(people, byteStream(`reading ${draw}`)));
    expect(averaging([drawn.map(({ text }) => text)]).succeeded).toBeGreaterThan(390);
    const truth = exactTables(people)[1]!.values[0]![0]!;
    const mean = drawn.reduce((sum, { tables }) => sum + tables[1]!.values[0]![0]!, 0) / drawn.length;
    expect(Math.abs(mean - truth)).toBeLessThan(0.5);
  });
});

describe('A9, exhausting the budget', () => {
  it('gets no shown period drawn again, however it is asked for, and finds the year spent and not more', () => {
    expect(budgetExhaustion(ledger, year)).toEqual({
      attack: 'A9',
      tried: 4 * 6 * 2 + 4 * 8 + 1,
      succeeded: 0,
      measured: { figure: 1, limit: 1 },
      holds: true,
    });
    const careful = aYear('careful');
    expect(
      budgetExhaustion(
        careful.map(({ entry }) => entry),
        careful,
      ),
    ).toMatchObject({ holds: true });
  });

  it('bites: an installation that has forgotten its last release would draw it again', () => {
    expect(budgetExhaustion(ledger.slice(0, 3), year).succeeded).toBeGreaterThan(0);
    expect(budgetExhaustion([], year.slice(0, 1)).succeeded).toBe(12);
  });

  it('bites: a ledger that charged too little for too many, or was changed', () => {
    const month = (
      from: '2026-01-01' | '2026-02-01' | '2026-03-01',
    ): Omit<LedgerEntry, 'number' | 'previousHash' | 'hash'> => ({
      period: periodOf(from, addDays(from, 28)),
      releasedAt: '2026-12-01T00:00:00.000Z',
      level: 'standard',
      tables: [{ name: 'reach', rho: '1/3' }],
      contentHash: 'a'.repeat(64),
    });
    const crowded: LedgerEntry[] = [];
    for (const from of ['2026-01-01', '2026-02-01', '2026-03-01'] as const)
      crowded.push(nextEntry(crowded, month(from)));
    expect(budgetExhaustion(crowded, []).measured!.figure).toBeCloseTo(1.25);
    expect(budgetExhaustion(crowded, []).succeeded).toBe(1);
    const changed = ledger.map((entry, at) =>
      at === 1 ? { ...entry, releasedAt: '2026-01-01T00:00:00.000Z' } : entry,
    );
    expect(budgetExhaustion(changed, []).succeeded).toBeGreaterThan(0);
  });
});

describe('A1, A5, A6, A8 and A9 at the careful level', () => {
  it('hold as they do at the standard one', () => {
    const careful = aYear('careful');
    const paid = careful.map(({ entry }) => entry);
    const found = [
      overlappingPeriods(careful),
      hierarchySolve(careful),
      twoStructures(careful),
      averaging(careful.map(({ text }) => Array.from({ length: 10 }, () => text))),
      budgetExhaustion(paid, careful),
    ];
    expect(found.map(({ attack, succeeded, holds }) => [attack, succeeded, holds])).toEqual(
      ['A1', 'A5', 'A6', 'A8', 'A9'].map((attack) => [attack, 0, true]),
    );
    expect(found.every(({ tried }) => tried > 0)).toBe(true);
  });

  it('bite: noise smaller than its price is told there too', () => {
    const [made] = aYear('careful');
    const tables = made!.tables.map((table) => bentTable(table, { sigma: table.sigma / 10 }));
    expect(hierarchySolve([bent(made!, { tables })])).toMatchObject({ holds: false });
  });
});

describe('the report that belongs to a release', () => {
  it('is of it and all before it, the same each time, and says what it is of', () => {
    const store = temporaryStore();
    expect(attackReport(store)).toMatchObject({ releases: 0, ledgerHead: null, holds: true });
    for (const made of year) showRelease(store, made);
    const report = attackReport(store);
    expect(report).toMatchObject({ kind: 'structural', releases: 4, ledgerHead: ledger[3]!.hash, holds: true });
    expect(report.findings.map(({ attack, tried }) => [attack, tried > 0])).toEqual(
      ['A1', 'A5', 'A6', 'A8', 'A9'].map((attack) => [attack, true]),
    );
    expect(attackReport(store)).toEqual(report);
    const second = attackReport(store, 2);
    expect(second).toMatchObject({ releases: 2, ledgerHead: ledger[1]!.hash });
    expect(attackLines(report).at(-1)).toBe('Attacked: 4 releases. None of the attacks succeeded.');
  });

  it('says in words which attack succeeded', () => {
    const finding = overlappingPeriods([year[0]!, year[0]!]);
    const lines = attackLines({
      ...{ version: 1, kind: 'structural', releases: 2, ledgerHead: null },
      findings: [finding],
      holds: false,
    });
    expect(lines).toEqual([
      'FAILS  A1   two tables of one name that share a day: 4 of 4 pairs of tables succeeded',
      'Attacked: 2 releases. An attack SUCCEEDED: tell us.',
    ]);
  });
});
