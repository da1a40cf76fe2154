import { weakComponents } from './components.ts';
import type { Engine } from './engine.ts';
import { LaneSearch } from './lane-search.ts';
import { inBatches } from './lane-batches.ts';
import { isSymmetric } from './network-of.ts';
import { targetsOf, type Network } from './network.ts';
import { steps } from './steps.ts';

/**
 * Diameter: the most steps between any two people of the largest component, exactly.
 *
 * max { d(s, t) : s, t in the largest weak component }, ties walked both ways; the network must be symmetric, as
 * `networkOf` makes it undirected. For a directed one `pathLengths` from everybody has `longest`.
 *
 * Not everybody is gone out from. With everybody sorted by their steps i from one person in the middle: whoever are both
 * i − 1 or fewer from it are at most 2(i − 1) from each other. So from the outermost inwards, 128 at a time, until the
 * longest found is no less than that.
 *
 * Range: 0 (nobody tied, nobody there) to people − 1.
 *
 * Cost: a few hundred searches in the networks of organisations; in the worst case (a ring) one from everybody.
 *
 * Misread as typical: it is made by the two most remote people of all, and one new tie can halve it.
 *
 * @throws RangeError when a tie stands in one row only
 * @throws the signal's reason when it is aborted
 * @see P. Crescenzi et al., "On computing the diameter of real-world undirected graphs", Theoretical Computer Science 514
 *   (2013) 84–95, doi:10.1016/j.tcs.2012.09.018 (iFUB)
 * @example on paper: the path 0 – 1 – 2 – 3 and the tie 4 – 5: 3. A star: 2.
 */
export async function diameter(network: Network, { engine }: { engine?: Engine } = {}): Promise<number> {
  if (!isSymmetric(network)) throw new RangeError('An undirected network has every tie in both rows.');
  const { of, sizes } = weakComponents(network);
  if ((sizes[0] ?? 0) < 2) return 0;
  const search = new LaneSearch(network, network);
  const rings = ringsAround(network, middleOf(network, of));
  let longest = rings.length - 1;
  for (let ring = rings.length - 1; ring > 0 && longest < 2 * ring; ring -= 1)
    await inBatches(Int32Array.from(rings[ring] ?? []), engine, (batch) => {
      search.begin(Array.from(batch, (person) => [person]));
      let length = 0;
      while (search.step() > 0) length += 1;
      longest = Math.max(longest, length);
    });
  return longest;
}

/** Somebody of the largest component halfway between two people who are far apart. Any choice gives the same diameter. */
function middleOf(network: Network, componentOf: Int32Array): number {
  const first = busiest(
    network,
    [...componentOf.keys()].filter((person) => componentOf[person] === 0),
  );
  const one = outermost(network, first);
  const other = outermost(network, one);
  const fromOne = steps(network, { holders: [one], directed: false });
  const fromOther = steps(network, { holders: [other], directed: false });
  const length = fromOne[other] ?? 0;
  const half = Math.floor(length / 2);
  const halfway = [...fromOne.keys()].filter(
    (person) => fromOne[person] === half && fromOther[person] === length - half,
  );
  return busiest(network, halfway);
}

function busiest(network: Network, people: readonly number[]): number {
  const degreeOf = (person: number): number => targetsOf(network, person).length;
  return people.reduce((best, person) => (degreeOf(person) > degreeOf(best) ? person : best), people[0] ?? 0);
}

function outermost(network: Network, from: number): number {
  return ringsAround(network, from).at(-1)?.[0] ?? from;
}

/** Everybody whom a path joins to one person, by the number of steps. */
function ringsAround(network: Network, middle: number): number[][] {
  const rings: number[][] = [];
  for (const [person, away] of steps(network, { holders: [middle], directed: false }).entries()) {
    if (Number.isNaN(away)) continue;
    while (rings.length <= away) rings.push([]);
    rings[away]?.push(person);
  }
  return rings;
}
