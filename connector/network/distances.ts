import type { Engine } from './engine.ts';
import { MemoryPlan } from './kernel-memory.ts';
import { LaneSearch } from './lane-search.ts';
import { inBatches } from './lane-batches.ts';
import { isSymmetric, reversed } from './network-of.ts';
import type { Network } from './network.ts';
import { seededRandom } from './seeded-random.ts';

export interface PathLengths {
  /** How many ordered pairs are that many steps apart; place 0 is 0, for nobody is a pair with themselves. */
  readonly counts: Float64Array;
  /** The mean over the pairs that a path joins; NaN is undefined: no path joins anybody. */
  readonly mean: number;
  /** The most steps of any pair seen; 0 when no path joins anybody. */
  readonly longest: number;
  /** Ordered pairs seen that no path joins. */
  readonly apart: number;
  /** How many people were gone out from; with fewer than `people` all of the above is of a sample. */
  readonly sources: number;
}

/**
 * Path lengths: how many steps lie between people.
 *
 * counts[d] = |{(s, t) : d(s, t) = d}| over ordered pairs with s among the sources, where d(s, t) is the number of ties on
 * a shortest path from s to t; mean = Σ d · counts[d] / Σ counts[d]. With all people as sources this is exact. With fewer,
 * they are drawn without replacement, each set equally likely, and the mean is an estimate whose error falls with the root
 * of their number; `longest` is then the least that the longest may be. `sources` says which it was.
 *
 * Directed: along the direction of the ties. Undirected: every pair is there both ways, so counts are even if exact.
 * Unweighted. Pairs without a path are in `apart` and in no mean: nothing here grows because somebody is out of reach.
 *
 * Range: lengths 1 to people − 1. Nobody, one person and nobody tied: no counts, mean undefined.
 *
 * Cost: one pass over the ties for each step and 128 sources (`LaneSearch`); 512 sources at 100,000 people and 2.5 million
 * ties take less than a second.
 *
 * Misread as how well people know each other, or as a limit on how fast word travels. A mean between 2 and 4 is what almost
 * any network of an organisation has; small changes of it mean little, and it falls when a few write to everybody.
 *
 * @param sources how many to go out from; all people where there are no more
 * @throws RangeError when `sources` is no whole number from 1, or `directed` is false and a tie stands in one row only
 * @throws the signal's reason when it is aborted
 * @see D. J. Watts, S. H. Strogatz, "Collective dynamics of 'small-world' networks", Nature 393 (1998), doi:10.1038/30918
 * @example on paper: the path 0 – 1 – 2 and 3 alone: counts 0, 4, 2, mean 8 / 6, longest 2, apart 6.
 */
export async function pathLengths(
  network: Network,
  { directed, sources, seed, engine }: { directed: boolean; sources: number; seed: number; engine?: Engine },
): Promise<PathLengths> {
  if (!(Number.isInteger(sources) && sources >= 1)) throw new RangeError('A search goes out from one person at least.');
  if (!directed && !isSymmetric(network)) throw new RangeError('An undirected network has every tie in both rows.');
  const { people } = network;
  const from = drawnWithoutReplacement(people, Math.min(sources, people), seed);
  const counts: number[] = [0];
  const into = directed ? reversed(network) : network;
  const kernels = engine?.kernels;
  const search = new LaneSearch(network, into, kernels && { kernels, plan: new MemoryPlan() });
  await inBatches(from, engine, (batch) => {
    search.begin(Array.from(batch, (source) => [source]));
    for (let length = 1, reached = search.step(); reached > 0; length += 1, reached = search.step())
      counts[length] = (counts[length] ?? 0) + reached;
  });
  const joined = counts.reduce((sum, count) => sum + count, 0);
  return {
    counts: Float64Array.from(counts),
    mean: counts.reduce((sum, count, length) => sum + count * length, 0) / joined,
    longest: counts.length - 1,
    apart: from.length * Math.max(0, people - 1) - joined,
    sources: from.length,
  };
}

/** Fisher and Yates, stopped early. Everybody, in order, where all are drawn. */
function drawnWithoutReplacement(people: number, count: number, seed: number): Int32Array {
  const order = Int32Array.from({ length: people }, (_, person) => person);
  if (count === people) return order;
  const random = seededRandom(seed);
  for (let at = 0; at < count; at += 1) {
    const other = at + random.below(people - at);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order.slice(0, count);
}
