import { isSymmetric, reversed } from './network-of.ts';
import type { Network } from './network.ts';

/** Whom the steps lead to, and how ties may be walked. */
export interface Declared {
  /** The people declared, in any order; the same person may stand twice. */
  readonly holders: Iterable<number>;
  /** Whether a tie is walked only the way it points; a symmetric network gives the same either way. */
  readonly directed: boolean;
}

/**
 * Steps: over how many ties a person gets to the nearest of a declared set of people, such as those who have declared a
 * skill.
 *
 * steps(p) = min { d(p, h) : h ∈ holders }, where d is the number of ties on a shortest path from p to h. Directed: along
 * the direction of the ties, p first; whoever p turns to is one step from p. Unweighted: a strong tie is one step.
 *
 * Range: 0 for a holder, 1 for who has a tie to one, up to people − 1. NaN is *undefined*: no path leads to a holder, as
 * for a lonely person who is none, for everybody in a component without holders, and for all where nobody is declared.
 *
 * Cost: O(people + ties), one search from all holders at once, against the ties' direction. The network is turned once, to
 * walk it or to see that it is symmetric: O(ties) memory.
 *
 * Misread as how soon help arrives: a step is a tie that exists, not a favour that is granted; and a person with few steps
 * may have all of them through one busy colleague. Undefined is not far: it is not known from these ties.
 *
 * @throws RangeError when a holder is not numbered from 0 to `people` − 1, or `directed` is false and a tie stands in one
 *   row only
 * @see E. F. Moore, "The shortest path through a maze", Proc. International Symposium on the Theory of Switching (1959)
 *   285–292
 * @example on paper: 0 – 1 – 2 – 3, 4 alone, holders {0, 3}: 0, 1, 1, 0, undefined. Directed 0 → 1 → 2, holders {2}:
 *   2, 1, 0; holders {0}: 0, undefined, undefined.
 */
export function steps(network: Network, { holders, directed }: Declared): Float64Array {
  if (!directed && !isSymmetric(network)) throw new RangeError('An undirected network has every tie in both rows.');
  const { people } = network;
  const toward = directed ? reversed(network) : network;
  const found = new Float64Array(people).fill(NaN);
  const queue = new Int32Array(people);
  let queued = 0;
  for (const holder of holders) {
    if (!Number.isInteger(holder) || holder < 0 || holder >= people)
      throw new RangeError('A person is numbered below the number of people.');
    if (found[holder] === 0) continue;
    found[holder] = 0;
    queue[queued] = holder;
    queued += 1;
  }
  spreadOut(toward, queue, queued, found);
  return found;
}

function spreadOut({ offsets, targets }: Network, queue: Int32Array, seeds: number, found: Float64Array): void {
  let queued = seeds;
  for (let at = 0; at < queued; at += 1) {
    const person = queue[at] ?? 0;
    const next = (found[person] ?? 0) + 1;
    const end = offsets[person + 1] ?? 0;
    for (let arc = offsets[person] ?? 0; arc < end; arc += 1) {
      const neighbour = targets[arc] ?? 0;
      if (!Number.isNaN(found[neighbour] ?? 0)) continue;
      found[neighbour] = next;
      queue[queued] = neighbour;
      queued += 1;
    }
  }
}
