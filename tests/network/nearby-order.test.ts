import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder, nearbyOrder } from '../../connector/network/nearby-order.ts';
import { networkOf } from '../../connector/network/network-of.ts';
import { targetsOf } from '../../connector/network/network.ts';

test('on paper: the component with the first person first, in each those with the most ties first', () => {
  const from = Int32Array.of(0, 0, 1, 3, 4);
  const to = Int32Array.of(1, 2, 2, 4, 5);
  for (const directed of [false, true])
    expect([...nearbyOrder(networkOf({ people: 6, from, to, directed }), directed)]).toEqual([0, 1, 2, 4, 3, 5]);
  const nobody = networkOf({ people: 0, from: Int32Array.of(), to: Int32Array.of(), directed: false });
  expect([...nearbyOrder(nobody, false)]).toEqual([]);
});

test('everybody stands in it once, and their ties are those they had', () => {
  const person = fc.integer({ min: 0, max: 11 });
  fc.assert(
    fc.property(fc.array(fc.tuple(person, person), { maxLength: 40 }), fc.boolean(), (ties, directed) => {
      const [from, to] = [Int32Array.from(ties, ([p]) => p), Int32Array.from(ties, ([, q]) => q)];
      const network = networkOf({ people: 12, from, to, directed });
      const order = nearbyOrder(network, directed);
      expect([...order].sort((a, b) => a - b)).toEqual([...Array(12).keys()]);
      const renumbered = inOrder(network, order);
      for (const [place, own] of order.entries()) {
        const targets = targetsOf(renumbered, place);
        expect([...targets]).toEqual([...targets].sort((a, b) => a - b));
        expect([...targets].map((at) => order[at] ?? -1).sort((a, b) => a - b)).toEqual([...targetsOf(network, own)]);
      }
    }),
  );
});

test('a search that is to stop stops', () => {
  const network = networkOf({ people: 2, from: Int32Array.of(0), to: Int32Array.of(1), directed: false });
  expect(() => nearbyOrder(network, false, AbortSignal.abort(new Error('enough')))).toThrow('enough');
});
