import { weakComponents } from './components.ts';
import type { Engine } from './engine.ts';
import { MemoryPlan } from './kernel-memory.ts';
import { LANES, LaneSearch, WORDS } from './lane-search.ts';
import { isSymmetric } from './network-of.ts';
import { targetsOf, type Network } from './network.ts';
import { steps } from './steps.ts';

/**
 * Diameter: the most steps between any two people of the largest component, exactly; of components equally large, of the
 * one in which they are most, so that it does not hang on who is numbered first.
 *
 * max { d(s, t) : s, t in one and the same largest weak component }, ties walked both ways; the network must be
 * symmetric, as `networkOf` makes it undirected. For a directed one `pathLengths` from everybody has `longest`.
 *
 * Not everybody is gone out from. Let ecc(u) be the most steps from u to anybody. Whoever is d steps from u has ecc ≤ d +
 * ecc(u); so with L the longest found so far, everybody within L − ecc(u) steps of u is done with. Those with many ties
 * come first, then, for whoever is not done with, the one with most ties of themselves and those neighbours whom nobody has
 * gone out from yet; 128 at a time, until all are done with.
 *
 * In steps: weights are not looked at.
 *
 * Range: 0 (nobody tied, nobody there) to people − 1.
 *
 * Cost: one pass over the ties for each step and 128 searches, of some thousand searches in the networks of organisations;
 * in the worst case (a ring) one search from everybody.
 *
 * Misread as typical: it is made by the two most remote people of all, and one new tie can halve it.
 *
 * @throws RangeError when a tie stands in one row only
 * @throws the signal's reason when it is aborted
 * @see F. W. Takes, W. A. Kosters, "Determining the diameter of small world networks", CIKM (2011) 1191–1196,
 *   doi:10.1145/2063576.2063748
 * @example on paper: the path 0 – 1 – 2 – 3 and the tie 4 – 5: 3. A star: 2.
 */
export async function diameter(network: Network, { engine }: { engine?: Engine } = {}): Promise<number> {
  if (!isSymmetric(network)) throw new RangeError('An undirected network has every tie in both rows.');
  const { of, sizes } = weakComponents(network);
  const most = sizes[0] ?? 0;
  if (most < 2) return 0;
  const kernels = engine?.kernels;
  const search = new LaneSearch(network, network, kernels && { kernels, plan: new MemoryPlan() });
  const open = [...of.keys()].filter((person) => sizes[of[person] ?? 0] === most).sort(byTies(network));
  const isDone = new Uint8Array(network.people);
  const isTried = new Uint8Array(network.people);
  let longest = outermostSteps(network, open[0] ?? 0);
  for (let batch = open.slice(0, LANES); batch.length > 0; batch = nextToTry(network, open, { isDone, isTried })) {
    engine?.signal?.throwIfAborted();
    const furthest = furthestSteps(search, batch);
    longest = Math.max(longest, ...furthest);
    for (const [lane, person] of batch.entries()) {
      isTried[person] = 1;
      markWithin(network, person, longest - (furthest[lane] ?? 0), isDone);
    }
    engine?.progress?.(
      open.reduce((sum, person) => sum + (isDone[person] ?? 0), 0),
      open.length,
    );
    await new Promise((resolve) => setImmediate(resolve));
  }
  return longest;
}

/** Most ties first; of equally many, the smaller number. */
function byTies(network: Network): (one: number, other: number) => number {
  const tiesOf = (person: number): number => targetsOf(network, person).length;
  return (one, other) => tiesOf(other) - tiesOf(one) || one - other;
}

/** A long distance soon found: from somebody to whoever is furthest, and from there on. */
function outermostSteps(network: Network, from: number): number {
  const away = (holder: number): { furthest: number; most: number } => {
    let [furthest, most] = [holder, 0];
    for (const [person, length] of steps(network, { holders: [holder], directed: false }).entries())
      if (length > most) [furthest, most] = [person, length];
    return { furthest, most };
  };
  return away(away(from).furthest).most;
}

/** For each of up to 128 people how far they are from whoever is furthest from them. */
function furthestSteps(search: LaneSearch, people: readonly number[]): number[] {
  const furthest = people.map(() => 0);
  search.begin(people.map((person) => [person]));
  for (let length = 1; search.step() > 0; length += 1) {
    const moving = new Int32Array(WORDS);
    for (const person of search.freshPeople.subarray(0, search.freshCount))
      for (let word = 0; word < WORDS; word += 1)
        moving[word] = (moving[word] ?? 0) | (search.fresh[person * WORDS + word] ?? 0);
    for (const lane of people.keys())
      if (((moving[lane >>> 5] ?? 0) & (1 << (lane & 31))) !== 0) furthest[lane] = length;
  }
  return furthest;
}

function markWithin(network: Network, person: number, length: number, isDone: Uint8Array): void {
  isDone[person] = 1;
  let ring = new Set([person]);
  const met = new Set(ring);
  for (let step = 0; step < length; step += 1) {
    const next = new Set<number>();
    for (const one of ring)
      for (const neighbour of targetsOf(network, one)) {
        if (met.has(neighbour)) continue;
        met.add(neighbour);
        next.add(neighbour);
        isDone[neighbour] = 1;
      }
    ring = next;
  }
}

function nextToTry(
  network: Network,
  open: readonly number[],
  { isDone, isTried }: { isDone: Uint8Array; isTried: Uint8Array },
): number[] {
  const chosen = new Set<number>();
  const first = byTies(network);
  for (const person of open) {
    if (isDone[person] === 1) continue;
    const untried = targetsOf(network, person).filter((neighbour) => isTried[neighbour] === 0);
    const busiest = untried.reduce((best, neighbour) => (first(neighbour, best) < 0 ? neighbour : best), person);
    chosen.add(busiest);
    if (chosen.size === LANES) break;
  }
  return [...chosen];
}
