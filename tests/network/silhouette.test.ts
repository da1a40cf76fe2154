import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { silhouette } from '../../connector/network/silhouette.ts';
import { listsOf } from './naive.ts';
import { drawn, relabelled, renumbering, someTies, type Tie } from './some-network.ts';

const of = (people: number, ties: Tie[], units: number[]) => silhouette(drawn(people, ties), Int32Array.from(units));

describe('on paper', () => {
  test('a path of four in two units', () => {
    const { ofPeople, ofUnits, ofAll } = of(4, [[0, 1], [1, 2], [2, 3]], [0, 0, 1, 1]); // prettier-ignore
    // d(1, 0) = 1/3; d(1, 2) = 1 − 2/4, d(1, 3) = 1 − 1/4: b(1) = 5/8.
    const [end, middle] = [13 / 21, (5 / 8 - 1 / 3) / (5 / 8)];
    for (const [person, value] of [end, middle, middle, end].entries()) expect(ofPeople[person]).toBeCloseTo(value, 14);
    expect(ofUnits[0]).toBeCloseTo((end + middle) / 2, 14);
    expect(ofAll).toBeCloseTo((end + middle) / 2, 14);
  });

  test('two cliques apart: 1; the same people in units across them: below 0', () => {
    const ties: Tie[] = [[0, 1], [2, 3]]; // prettier-ignore
    expect([...of(4, ties, [0, 0, 1, 1]).ofPeople]).toEqual([1, 1, 1, 1]);
    expect([...of(4, ties, [0, 1, 0, 1]).ofPeople]).toEqual([-0.5, -0.5, -0.5, -0.5]);
  });

  test('alone in a unit, and lonely in one: 0; without a unit: undefined', () => {
    expect([...of(4, [[0, 1]], [0, 0, 1, 0]).ofPeople].slice(2)).toEqual([0, 0]);
    expect([...of(3, [[0, 2]], [0, 1, -1]).ofPeople]).toEqual([0, 0, NaN]);
  });

  test('everybody tied with everybody: 0', () => {
    expect([...of(4, [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]], [0, 0, 1, 1]).ofPeople]).toEqual([0, 0, 0, 0]); // prettier-ignore
  });

  test('one unit, no units, nobody: undefined; a unit number nobody has: undefined', () => {
    expect(of(2, [[0, 1]], [0, 0])).toEqual({ ofPeople: Float64Array.of(NaN, NaN), ofUnits: Float64Array.of(NaN), ofAll: null }); // prettier-ignore
    expect(of(1, [], [-1]).ofAll).toBeNull();
    expect(of(0, [], [])).toEqual({ ofPeople: new Float64Array(0), ofUnits: new Float64Array(0), ofAll: null });
    expect([...of(2, [[0, 1]], [0, 2]).ofUnits]).toEqual([0, NaN, 0]);
    expect(() => of(2, [], [0])).toThrow(RangeError);
  });
});

test('for any network: the definition read aloud gives the same, under any numbers', () => {
  fc.assert(
    fc.property(
      someTies(),
      fc.nat(20),
      fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 12 }),
      (some, turn, all) => {
        const { people, ties } = some;
        const units = all.slice(0, people);
        const found = of(people, ties, units).ofPeople;
        const circles = listsOf(drawn(people, ties)).map((targets, person) => new Set([person, ...targets]));
        for (let person = 0; person < people; person += 1) expectNear(found[person]!, naive(circles, units, person));
        const to = renumbering(people, turn);
        const moved = units.map((_, place) => units[to.indexOf(place)]!);
        const again = of(people, relabelled(ties, to), moved).ofPeople;
        for (let person = 0; person < people; person += 1) expectNear(again[to[person]!]!, found[person]!);
      },
    ),
  );
});

function expectNear(found: number, expected: number): void {
  if (Number.isNaN(expected)) expect(found).toBeNaN();
  else expect(found).toBeCloseTo(expected, 12);
}

function naive(circles: Set<number>[], units: number[], person: number): number {
  if (units[person]! < 0) return NaN;
  const mean = (unit: number): number => {
    const others = units.flatMap((of, other) => (of === unit && other !== person ? [other] : []));
    const distances = others.map((other) => {
      const common = [...circles[person]!].filter((one) => circles[other]!.has(one)).length;
      return 1 - common / (circles[person]!.size + circles[other]!.size - common);
    });
    return distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
  };
  const others = [...new Set(units)].filter((unit) => unit >= 0 && unit !== units[person]);
  if (others.length === 0) return NaN;
  if (units.filter((unit) => unit === units[person]).length === 1) return 0;
  const [a, b] = [mean(units[person]!), Math.min(...others.map(mean))];
  return Math.max(a, b) < 1e-15 ? 0 : (b - a) / Math.max(a, b);
}
