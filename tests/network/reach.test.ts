import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contacts } from '../../connector/network/contacts.ts';
import { reach } from '../../connector/network/reach.ts';
import { acts, observed } from './naive.ts';

function networkOf(people: number, pairs: readonly (readonly [number, number])[]) {
  return contacts(
    observed(
      people,
      pairs.flatMap(([p, q]) => acts(p, q, 0, 1)),
    ),
  );
}

describe('reach on paper', () => {
  test('the example of its docstring', () => {
    const network = networkOf(4, [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 0],
      [3, 0],
      [3, 2],
    ]);
    expect(reach(network, Int32Array.of(0, 0, 1, -1))).toEqual([[1], [], [], []]);
  });

  test('many contacts in a unit are that unit once; units come smallest first', () => {
    const network = networkOf(5, [
      [0, 4],
      [0, 3],
      [0, 2],
      [0, 1],
    ]);
    expect(reach(network, Int32Array.of(0, 2, 2, 1, 3))[0]).toEqual([1, 2, 3]);
  });

  test('nobody reaches anything in an empty network', () => {
    expect(reach(networkOf(0, []), Int32Array.of())).toEqual([]);
    expect(reach(networkOf(2, []), Int32Array.of(0, 1))).toEqual([[], []]);
  });

  test('a list of units of another length is refused', () => {
    expect(() => reach(networkOf(2, []), Int32Array.of(0))).toThrow(RangeError);
  });

  test('for any contacts: the units of the contacts, without one’s own and without none', () => {
    const pairs = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 40 });
    const units = fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(pairs, units, (seen, unitOf) => {
        const expected = unitOf.map((own, p) => {
          const theirs = seen.filter(([from, to]) => from === p && to !== p).map(([, to]) => unitOf[to]!);
          const others = [0, 1, 2, 3, 4].filter((unit) => theirs.includes(unit) && unit !== own);
          return own === -1 ? [] : others;
        });
        expect(reach(networkOf(8, seen), Int32Array.from(unitOf))).toEqual(expected);
      }),
    );
  });
});
