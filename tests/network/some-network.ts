import fc from 'fast-check';
import { networkOf } from '../../connector/network/network-of.ts';
import type { Network } from '../../connector/network/network.ts';

export type Tie = readonly [from: number, to: number, weight?: number];

/** A network of the ties somebody would draw on paper; weighted if any tie says so. */
export function drawn(people: number, ties: readonly Tie[], directed = false): Network {
  const from = Int32Array.from(ties, (tie) => tie[0]);
  const to = Int32Array.from(ties, (tie) => tie[1]);
  if (!ties.some((tie) => tie[2] !== undefined)) return networkOf({ people, from, to, directed });
  return networkOf({ people, from, to, weights: Float64Array.from(ties, (tie) => tie[2] ?? 1), directed });
}

/** Ties among up to `most` people, self-ties and parallel ties among them; nobody, one and two people included. */
export function someTies(most = 12): fc.Arbitrary<{ people: number; ties: Tie[] }> {
  return fc.nat(most).chain((people) =>
    fc.record({
      people: fc.constant(people),
      ties: people === 0 ? fc.constant([]) : fc.array(someTie(people), { maxLength: 4 * people }),
    }),
  );
}

function someTie(people: number): fc.Arbitrary<Tie> {
  return fc.tuple(fc.nat(people - 1), fc.nat(people - 1), fc.integer({ min: 1, max: 9 }));
}

export const withoutWeights = (ties: readonly Tie[]): Tie[] => ties.map(([from, to]) => [from, to]);

/** Everybody under another number: `to[p]` is the new number of p. */
export function relabelled(ties: readonly Tie[], to: readonly number[]): Tie[] {
  return ties.map(([p, q, weight]) => (weight === undefined ? [to[p]!, to[q]!] : [to[p]!, to[q]!, weight]));
}

/** Every tie the other way. */
export function mirrored(ties: readonly Tie[]): Tie[] {
  return ties.map(([p, q, weight]) => (weight === undefined ? [q, p] : [q, p, weight]));
}

/** A way to number n people anew: turned by some steps and, in every second one, mirrored. */
export function renumbering(people: number, turn: number): number[] {
  return Array.from({ length: people }, (_, p) => {
    const moved = (p + turn) % people;
    return turn % 2 === 0 ? moved : people - 1 - moved;
  });
}

/** Units of up to 12 people, some without one. */
export const someUnits = fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 12, maxLength: 12 });
