import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carriedBetweenUnits, concentration } from '../../connector/network/bridge-concentration.ts';
import { weakComponents } from '../../connector/network/components.ts';
import { robustness } from '../../connector/network/robustness.ts';
import { seededRandom } from '../../connector/network/seeded-random.ts';
import { drawn, someTies, someUnits } from './some-network.ts';

const star = drawn(4, [
  [0, 1],
  [0, 2],
  [0, 3],
]);
const starUnits = Int32Array.of(0, 0, 1, 1);

describe('what is carried between units', () => {
  test('the example of its docstring; a person without a unit carries nothing that is known', () => {
    const corner = drawn(3, [
      [0, 1],
      [0, 2],
    ]);
    expect([...carriedBetweenUnits(corner, Int32Array.of(0, 0, 1), { directed: false })]).toEqual([1, 0, 1]);
    expect([...carriedBetweenUnits(corner, Int32Array.of(0, 1, -1), { directed: false })]).toEqual([1, 1, NaN]);
  });

  test('a directed tie is carried by both its ends', () => {
    const arrow = drawn(2, [[0, 1, 3]], true);
    expect([...carriedBetweenUnits(arrow, Int32Array.of(0, 1), { directed: true })]).toEqual([3, 3]);
  });

  test('concentration: the example of its docstring, all alike, one for all, and nothing', () => {
    expect(concentration(Float64Array.of(6, 0, 2, 0))).toEqual({ few: 3, carriedByFew: 1, gini: 0.625 });
    expect(concentration(new Float64Array(100).fill(2))).toEqual({ few: 5, carriedByFew: 0.05, gini: 0 });
    const one = concentration(Float64Array.of(0, 0, 0, 7, NaN));
    expect(one).toEqual({ few: 3, carriedByFew: 1, gini: 0.75 });
    expect(concentration(new Float64Array(9))).toEqual({ few: 3, carriedByFew: null, gini: null });
    expect(concentration(new Float64Array())).toEqual({ few: 0, carriedByFew: null, gini: null });
  });

  test('concentration does not depend on scale or order, and gini is half the mean difference over the mean', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 40 }), (values) => {
        const found = concentration(Float64Array.from(values));
        const scaled = concentration(Float64Array.from(values.toReversed(), (value) => 4 * value));
        expect(scaled.carriedByFew).toEqual(found.carriedByFew);
        expect(scaled.gini ?? 9).toBeCloseTo(found.gini ?? 9, 12);
        const all = values.reduce((sum, value) => sum + value, 0);
        if (all === 0) return;
        const apart = values.flatMap((a) => values.map((b) => Math.abs(a - b))).reduce((sum, value) => sum + value, 0);
        expect(found.gini).toBeCloseTo(apart / (2 * values.length * all), 12);
      }),
    );
  });
});

describe('robustness', () => {
  test('the example of its docstring', () => {
    const scores = Float64Array.of(3, 1, 1, 1);
    const { top, random } = robustness(star, starUnits, {
      scores,
      gone: [0, 1, 4],
      rounds: 4000,
      random: seededRandom(2),
    });
    expect([...top.giant]).toEqual([1, 1 / 3, NaN]);
    expect([...top.between]).toEqual([1, 0, 0]);
    expect(random.giant[0]).toBeCloseTo(1, 12);
    expect(Math.abs(random.giant[1]! - 5 / 6)).toBeLessThan(0.03);
    expect(Math.abs(random.between[1]! - 1 / 2)).toBeLessThan(0.03);
  });

  test('no ties between units: nothing to lose; the same seed, the same answer', () => {
    const options = { scores: new Float64Array(4), gone: [1], rounds: 3, random: seededRandom(2) };
    expect(robustness(star, Int32Array.of(0, 0, 0, -1), options).top.between[0]).toBeNaN();
    const again = robustness(star, starUnits, { ...options, random: seededRandom(2) });
    expect(robustness(star, starUnits, options)).toEqual(again);
    const nobody = { scores: new Float64Array(), gone: [0], rounds: 1, random: seededRandom(1) };
    expect(robustness(drawn(0, []), Int32Array.of(), nobody).top.giant[0]).toBeNaN();
  });

  test('refuses what cannot go', () => {
    const options = { scores: new Float64Array(4), gone: [1], rounds: 1, random: seededRandom(2) };
    expect(() => robustness(star, starUnits, { ...options, gone: [5] })).toThrow(RangeError);
    expect(() => robustness(star, starUnits, { ...options, gone: [0.5] })).toThrow(RangeError);
    expect(() => robustness(star, starUnits, { ...options, rounds: 0 })).toThrow(RangeError);
    expect(() => robustness(star, starUnits, { ...options, scores: new Float64Array(3) })).toThrow(RangeError);
  });

  test('for any network: what is left is what a network without the people gone has', () => {
    const scored = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(someTies(), someUnits, scored, ({ people, ties }, units, wished) => {
        const unitOf = Int32Array.from(units.slice(0, people));
        const scores = Float64Array.from(wished.slice(0, people));
        const gone = Array.from({ length: people + 1 }, (_, count) => count);
        const network = drawn(people, ties);
        const { top } = robustness(network, unitOf, { scores, gone, rounds: 1, random: seededRandom(1) });
        const order = gone.slice(0, people).sort((a, b) => scores[b]! - scores[a]! || a - b);
        const betweenOf = (removed: readonly number[]): number => {
          const left = ties.filter(([p, q]) => !removed.includes(p) && !removed.includes(q));
          const across = left.filter(([p, q]) => unitOf[p]! >= 0 && unitOf[q]! >= 0 && unitOf[p] !== unitOf[q]);
          return across.reduce((sum, [, , weight]) => sum + weight!, 0);
        };
        for (const count of gone) {
          const removed = order.slice(0, count);
          const left = drawn(
            people,
            ties.filter(([p, q]) => !removed.includes(p) && !removed.includes(q)),
          );
          if (count < people)
            expect(top.giant[count]).toBeCloseTo(weakComponents(left).sizes[0]! / (people - count), 12);
          const all = betweenOf([]);
          if (all > 0) expect(top.between[count]).toBeCloseTo(betweenOf(removed) / all, 12);
          else expect(top.between[count]).toBeNaN();
        }
      }),
    );
  });
});
