import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestWay } from '../../teams-app/drawing/cheapest-way.ts';

/** `#` costs 100, anything else 1. */
function wayOver(map: readonly string[], from: number, to: number): number[] {
  const columns = map[0]?.length ?? 0;
  const cells = map.join('');
  return cheapestWay(
    { columns, rows: map.length },
    { from, isGoal: (cell) => cell === to, costOf: (cell) => (cells[cell] === '#' ? 100 : 1), leftFrom: () => 0 },
  );
}

describe('the cheapest way over a field', () => {
  it('goes around what costs more than the way around', () => {
    // 0 1 2 3 / 4 5 6 7 / 8 9 10 11: from the left of the wall to its right, under it.
    expect(wayOver(['.#..', '.#..', '....'], 0, 3)).toEqual([0, 4, 9, 6, 3]);
    expect(wayOver(['.#..', '.#..', '.#..'], 4, 6)).toEqual([4, 5, 6]);
  });

  it('is the start alone where that is the goal, and none where there is no goal', () => {
    expect(wayOver(['..'], 1, 1)).toEqual([1]);
    expect(wayOver(['..'], 0, 9)).toEqual([]);
  });

  it('costs as little as the cheapest found by asking every cell again and again', () => {
    const side = 6;
    const field = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: side * side, maxLength: side * side });
    fc.assert(
      fc.property(field, (costs) => {
        const goal = side * side - 1;
        const far = (cell: number): number => Math.max(side - 1 - (cell % side), side - 1 - Math.floor(cell / side));
        const way = cheapestWay(
          { columns: side, rows: side },
          { from: 0, isGoal: (cell) => cell === goal, costOf: (cell) => costs[cell] ?? 1, leftFrom: far },
        );
        const paid = way.slice(1).reduce((sum, cell, at) => sum + stepCost(way[at] ?? 0, cell, costs, side), 0);
        expect(paid).toBeCloseTo(leastTo(goal, costs, side), 9);
      }),
      { numRuns: 50 },
    );
  });
});

function stepCost(from: number, to: number, costs: readonly number[], side: number): number {
  const isAslant = from % side !== to % side && Math.floor(from / side) !== Math.floor(to / side);
  return (costs[to] ?? 1) * (isAslant ? Math.SQRT2 : 1);
}

/** Bellman and Ford's. */
function leastTo(goal: number, costs: readonly number[], side: number): number {
  const least = costs.map((_, cell) => (cell === 0 ? 0 : Infinity));
  for (let round = 0; round < costs.length; round += 1)
    for (const cell of costs.keys())
      for (const next of costs.keys()) {
        const near =
          Math.abs((cell % side) - (next % side)) <= 1 &&
          Math.abs(Math.floor(cell / side) - Math.floor(next / side)) <= 1;
        if (near && next !== cell)
          least[next] = Math.min(
            least[next] ?? Infinity,
            (least[cell] ?? Infinity) + stepCost(cell, next, costs, side),
          );
      }
  return least[goal] ?? Infinity;
}
