import { describe, expect, it } from 'vitest';
import { solvePositive } from '../../connector/privacy/least-squares.ts';
import { discreteGaussian, inBlocks } from '../../connector/privacy/noise.ts';
import { rational } from '../../connector/privacy/rational.ts';
import { reconcile } from '../../connector/privacy/reconcile.ts';
import type { TableName } from '../../connector/privacy/table-name.ts';
import { byteStream } from './byte-stream.ts';

function table(name: TableName, rows: readonly string[][], values: readonly (number | null)[][], sigma: number) {
  const columns = (values[0] ?? []).map((_, column) => ({ name: String(column) }));
  return { name, rows: rows.map((units) => ({ units })), columns, values, sigma };
}

const total = (values: readonly (readonly (number | null)[])[]): number =>
  values.flat().reduce<number>((sum, value) => sum + (value ?? 0), 0);

describe('a system of equations', () => {
  it('is solved', () => {
    // 4x + 2y = 8, 2x + 3y = 8: x = 1, y = 2.
    const [x, y] = solvePositive(
      [
        [4, 2],
        [2, 3],
      ],
      [8, 8],
    );
    expect([x, y].map((it) => it?.toFixed(9))).toEqual(['1.000000000', '2.000000000']);
    expect(solvePositive([], [])).toEqual([]);
  });

  it('is refused where it has no single solution', () => {
    expect(() =>
      solvePositive(
        [
          [1, 1],
          [1, 1],
        ],
        [1, 2],
      ),
    ).toThrow(RangeError);
  });
});

describe('totals that overlap', () => {
  it('agree, each giving way by its variance: an example on paper', () => {
    // breadth says 30 (three cells of variance 1), channels says 42 (three of variance 3): a gap of 12 over 3 + 9.
    const [breadth, channels] = reconcile([
      table('breadth', [['A']], [[10, 10, 10]], 1),
      table('channels', [['A']], [[14, 14, 14]], Math.sqrt(3)),
    ]);
    // Each unit of variance gives way by 12 ÷ 12 = 1: breadth goes up by 1 a cell, channels down by 3.
    expect(breadth?.values.flat().map((it) => it?.toFixed(6))).toEqual(Array(3).fill('11.000000'));
    expect(channels?.values.flat().map((it) => it?.toFixed(6))).toEqual(Array(3).fill('11.000000'));
    // Var = 1 − 1²/12 and 3 − 3²/12.
    expect(breadth?.sigmas[0]?.[0]).toBeCloseTo(Math.sqrt(11 / 12), 9);
    expect(channels?.sigmas[0]?.[0]).toBeCloseTo(Math.sqrt(2.25), 9);
  });

  it('are summed over the smallest units that are whole rows in each table, floors being different', () => {
    const breadth = table(
      'breadth',
      [['A1'], ['A2'], ['B1', 'C']],
      [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ],
      2,
    );
    const channels = table(
      'channels',
      [['A1', 'A2'], ['B1'], ['C']],
      [
        [9, 9, 9],
        [1, 1, 1],
        [2, 2, 2],
      ],
      3,
    );
    const [left, right] = reconcile([breadth, channels]);
    const rows = (it: typeof left, which: readonly number[]) => total(which.map((row) => it?.values[row] ?? []));
    expect(rows(left, [0, 1])).toBeCloseTo(rows(right, [0]), 9);
    expect(rows(left, [2])).toBeCloseTo(rows(right, [1, 2]), 9);
    // Not more than that is asked: A1 alone is no row of the other table.
    expect(rows(left, [0])).not.toBeCloseTo(6, 3);
    for (const sigma of left?.sigmas.flat() ?? []) expect(sigma).toBeLessThan(2);
  });

  it('include `reach` where it has one column, and not where it has several', () => {
    const breadth = table(
      'breadth',
      [['A'], ['B']],
      [
        [10, 5, 5],
        [1, 1, 1],
      ],
      2,
    );
    const [one, other] = reconcile([table('reach', [['A', 'B']], [[40]], 1), breadth]);
    expect(total(one?.values ?? [])).toBeCloseTo(total(other?.values ?? []), 9);
    const several = table(
      'reach',
      [['A'], ['B']],
      [
        [9, null],
        [3, 4],
      ],
      1,
    );
    expect(reconcile([several, breadth]).map(({ values }) => values)).toEqual([several.values, breadth.values]);
    expect(reconcile([several, breadth])[1]?.sigmas.flat()).toEqual(Array(6).fill(2));
  });

  it('leave alone what nothing else counts', () => {
    const apps = table('apps', [['A']], [[3, 4, 5]], 2);
    const [same] = reconcile([apps, table('breadth', [['A']], [[1, 1, 1]], 2)]);
    expect(same).toEqual({ values: apps.values, sigmas: [[2, 2, 2]] });
    expect(reconcile([])).toEqual([]);
  });

  it('come nearer to the truth than what was drawn, and as near as their σ says', () => {
    const random = inBlocks(byteStream('reconcile'));
    const rows = [['A'], ['B'], ['C'], ['D']];
    let [raw, better, said] = [0, 0, 0];
    const draws = 1_000;
    for (let draw = 0; draw < draws; draw += 1) {
      const noisy = (count: number) => count + Number(discreteGaussian(rational(10n), random));
      const breadth = table(
        'breadth',
        rows,
        rows.map(() => [20, 10, 5].map(noisy)),
        Math.sqrt(10),
      );
      const channels = table('channels', [rows.flat()], [[60, 40, 40].map(noisy)], Math.sqrt(10));
      const [, after] = reconcile([breadth, channels]);
      raw += (channels.values[0]![0]! - 60) ** 2 / draws;
      better += (after!.values[0]![0]! - 60) ** 2 / draws;
      said = after!.sigmas[0]![0]! ** 2;
    }
    // 10 − 10² ÷ 150: three cells of one table and twelve of the other in the equality.
    expect(said).toBeCloseTo(10 - 100 / 150, 9);
    expect(better).toBeLessThan(raw);
    expect(Math.abs(better / said - 1)).toBeLessThan(0.15);
  });
});
