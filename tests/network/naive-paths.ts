import fc from 'fast-check';
import type { Network } from '../../connector/network/network.ts';
import { networkOf } from '../../connector/network/network-of.ts';

export type Pair = readonly [from: number, to: number];

/** Unweighted, from pairs as one writes them down. */
export function tied(people: number, pairs: readonly Pair[], directed = false): Network {
  return networkOf({
    people,
    from: Int32Array.from(pairs, ([from]) => from),
    to: Int32Array.from(pairs, ([, to]) => to),
    directed,
  });
}

/** Any network of up to ten people: self-ties, repeats and lonely people included. */
export const anyPairs: fc.Arbitrary<{ people: number; pairs: Pair[] }> = fc
  .integer({ min: 1, max: 10 })
  .chain((people) =>
    fc.record({
      people: fc.constant(people),
      pairs: fc.array(fc.tuple(fc.nat(people - 1), fc.nat(people - 1)), { maxLength: 24 }),
    }),
  );

/** The same pairs under other names, and the names. */
export function renamed(pairs: readonly Pair[], nameOf: readonly number[]): Pair[] {
  return pairs.map(([from, to]) => [nameOf[from]!, nameOf[to]!]);
}

export interface AllPaths {
  /** [from][to]: steps on a shortest path; Infinity where there is none. */
  readonly lengths: number[][];
  /** [from][to]: how many shortest paths. */
  readonly counts: number[][];
}

/** The definition read aloud: one step more wherever a tie leads on, until nothing changes. */
export function allPaths({ people, offsets, targets }: Network): AllPaths {
  const everybody = Array.from({ length: people }, (_, person) => person);
  const lengths = everybody.map((from) => everybody.map((to) => (from === to ? 0 : Infinity)));
  const counts = everybody.map((from) => everybody.map((to) => (from === to ? 1 : 0)));
  for (const from of everybody)
    for (let length = 0; length < people; length += 1)
      for (const via of everybody.filter((person) => lengths[from]![person] === length))
        for (const to of targets.subarray(offsets[via], offsets[via + 1])) {
          if (lengths[from]![to]! <= length) continue;
          lengths[from]![to] = length + 1;
          counts[from]![to]! += counts[from]![via]!;
        }
  return { lengths, counts };
}

/** The share of the shortest paths between two people that lead through a third. */
export function shareThrough({ lengths, counts }: AllPaths, from: number, to: number, via: number): number {
  if (via === from || via === to || lengths[from]![to] === Infinity) return 0;
  if (lengths[from]![via]! + lengths[via]![to]! > lengths[from]![to]!) return 0;
  return (counts[from]![via]! * counts[via]![to]!) / counts[from]![to]!;
}

/** Betweenness of everybody as a share of all ordered pairs. */
export function naiveBetweenness(network: Network): number[] {
  const paths = allPaths(network);
  const everybody = Array.from({ length: network.people }, (_, person) => person);
  const pairs = network.people * (network.people - 1);
  return everybody.map((via) => {
    const shares = everybody.flatMap((from) =>
      everybody.map((to) => (from === to ? 0 : shareThrough(paths, from, to, via))),
    );
    return shares.reduce((sum, share) => sum + share, 0) / pairs;
  });
}
