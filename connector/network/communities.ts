import { joined, levelOfPeople, renumber, type Level } from './community-level.ts';
import { moveMembers } from './community-moving.ts';
import { refined } from './community-refinement.ts';
import { modularity } from './modularity.ts';
import type { Network } from './network.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';

export interface CommunitySearch {
  /** A whole number from 0 to 2⁵³ − 1: what the order of trying is drawn from. */
  readonly seed: number;
  /** γ: above 1 gives more and smaller communities, below 1 fewer and larger. 1 unless told. */
  readonly resolution?: number;
  /** A search begins again from what it has found, until nobody moves and at most this often. 3 unless told. */
  readonly rounds?: number;
  /**
   * Searches from everybody alone, of which the best is kept. Unless told, as many as half a million ties counted at both
   * ends allow, 1 to 10: on small networks one search may end far from the best, and ten cost nothing.
   */
  readonly starts?: number;
  /** Told after each round how many may be done, of how many; it throws where the search is to stop. */
  readonly onRound?: (done: number, of: number) => void;
}

/**
 * Communities: groups of people with more ties among themselves than chance would give, found from the ties alone by the
 * Leiden algorithm, which looks for a high modularity (`modularity`, with its γ).
 *
 * A round moves people one at a time to the community where modularity gains most, splits each community into parts that
 * hang together (`refined`), takes each part for one member of a smaller network and goes on there until nothing joins.
 *
 * Undirected: the network is symmetric, as `networkOf` makes it. Weighted where the network has weights; only their
 * proportions count.
 *
 * Range: from one community, everybody, to as many as there are people.
 *
 * Every community hangs together: whoever is in it reaches all others of it by ties within it. A lonely person is a
 * community of one; so are people tied by weights of 0 alone. Nobody gives an empty list.
 *
 * Reproducible: the same network in the same order of people, with the same seed, gives the same to the last number, on
 * any machine. Another seed, or another order, may give others about as good.
 *
 * Cost: about O(ties) a round and memory of some 5 times the network's. Measured in docs/performance.md.
 *
 * Misread as teams, or as the organisation as it "really" is: it is one of many nearly equal divisions, communities
 * smaller than about √(ties) people may be taken together unseen (the resolution limit, doi:10.1073/pnas.0605965104), and
 * whoever stands between two is in one of them all the same. Compare several seeds before saying anything of a border.
 *
 * @returns the community of each person, numbered from 0: the largest first, of equal ones the one with the person of the
 *   lowest number
 * @throws RangeError when the seed is not such a number, γ is not above 0 or there is no round
 * @see V. A. Traag, L. Waltman, N. J. van Eck, "From Louvain to Leiden", Scientific Reports 9, 5233 (2019),
 *   doi:10.1038/s41598-019-41695-z
 * @example on paper: two triangles 0 1 2 and 3 4 5 joined by the tie 2 – 3: [0, 0, 0, 1, 1, 1] with any seed.
 */
export function communities(network: Network, search: CommunitySearch): Int32Array {
  return bestOf(network, search, improve);
}

/**
 * Communities by the Louvain method: as {@link communities} in everything but this, that no community is split before it is
 * taken for one member, and that it takes two rounds, and one start above 50,000 ties, unless told. About a third of the time; a community may
 * then not hang together. For comparison with what others have found by it; otherwise ask `communities`.
 *
 * Cost: O(ties) a round, as there. Measured in docs/performance.md.
 *
 * @returns numbered as there
 * @throws RangeError as there
 * @see V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, "Fast unfolding of communities in large networks", Journal
 *   of Statistical Mechanics (2008) P10008, doi:10.1088/1742-5468/2008/10/P10008; people wait in a queue instead of being
 *   gone through over and over: V. A. Traag (2015), doi:10.1103/PhysRevE.92.032801, and N. Ozaki et al. (2016),
 *   doi:10.7763/IJCTE.2016.V8.1054
 * @example on paper: two triangles 0 1 2 and 3 4 5 joined by the tie 2 – 3: [0, 0, 0, 1, 1, 1] with any seed.
 */
export function louvain(network: Network, search: CommunitySearch): Int32Array {
  return bestOf(network, { rounds: 2, starts: startsFor(network, TIE_ENDS_WORTH_ONE_UNFOLDING), ...search }, unfold);
}

/** One round. @param groupOf changed in place @returns whether anybody moved, at any level */
type Round = (level: Level, groupOf: Int32Array, random: SeededRandom) => boolean;

function bestOf(network: Network, search: CommunitySearch, round: Round): Int32Array {
  const { seed, resolution = 1, starts = startsFor(network) } = search;
  if (!(resolution > 0 && resolution < Infinity)) throw new RangeError('The resolution is a number above 0.');
  if (!(Number.isInteger(starts) && starts > 0)) throw new RangeError('The search starts once or more.');
  const random = seededRandom(seed);
  const level = levelOfPeople(network, resolution);
  let best: Int32Array = new Int32Array(0);
  let most = -Infinity;
  for (let start = 0; start < starts; start += 1) {
    const found = searchOnce(level, { ...search, round }, random.fork(start), { start, starts });
    // Without ties every division is as good: nobody has joined anybody.
    const quality = modularity(network, found, resolution) ?? 0;
    if (quality > most) {
      best = found;
      most = quality;
    }
  }
  return largestFirst(best);
}

const TIE_ENDS_WORTH_ONE_START = 500_000;
const TIE_ENDS_WORTH_ONE_UNFOLDING = 100_000;
const MOST_STARTS = 10;

function startsFor({ targets }: Network, worthOne = TIE_ENDS_WORTH_ONE_START): number {
  return Math.max(1, Math.min(MOST_STARTS, Math.floor(worthOne / targets.length)));
}

function searchOnce(
  level: Level,
  { rounds = 3, onRound, round }: CommunitySearch & { round: Round },
  random: SeededRandom,
  { start, starts }: { start: number; starts: number },
): Int32Array {
  if (!(Number.isInteger(rounds) && rounds > 0)) throw new RangeError('The search takes one round or more.');
  const communityOf = Int32Array.from({ length: level.members }, (_, person) => person);
  for (let done = 0; done < rounds; done += 1) {
    const hasMoved = round(level, communityOf, random);
    onRound?.(start * rounds + done + 1, starts * rounds);
    if (!hasMoved) break;
  }
  return communityOf;
}

/** A round of Leiden. */
function improve(level: Level, groupOf: Int32Array, random: SeededRandom): boolean {
  const hasMoved = moveMembers(level, groupOf, random);
  if (renumber(groupOf) === level.members) return hasMoved;
  const partOf = refined(level, groupOf, random);
  const parts = renumber(partOf);
  if (parts === level.members) {
    // No two members gain by joining, and a member alone hangs together for certain.
    groupOf.set(partOf);
    return hasMoved;
  }
  const groupOfPart = new Int32Array(parts);
  for (let member = 0; member < level.members; member += 1) groupOfPart[partOf[member] ?? 0] = groupOf[member] ?? 0;
  const hasMovedAbove = improve(joined(level, partOf, parts), groupOfPart, random);
  for (let member = 0; member < level.members; member += 1) groupOf[member] = groupOfPart[partOf[member] ?? 0] ?? 0;
  return hasMoved || hasMovedAbove;
}

/** Without it one round ends far from the best: Louvain has nothing after the coarser levels that mends the finer. */
const UNTIL_NOBODY_MOVES = 0;

/** A round of Louvain: each group is one member of the next level, until nobody moves. */
function unfold(level: Level, groupOf: Int32Array, random: SeededRandom): boolean {
  if (!moveMembers(level, groupOf, random, UNTIL_NOBODY_MOVES)) return false;
  const groups = renumber(groupOf);
  if (groups === level.members) return true;
  const groupOfGroup = Int32Array.from({ length: groups }, (_, group) => group);
  unfold(joined(level, groupOf, groups), groupOfGroup, random);
  for (let member = 0; member < level.members; member += 1) groupOf[member] = groupOfGroup[groupOf[member] ?? 0] ?? 0;
  return true;
}

function largestFirst(groupOf: Int32Array): Int32Array {
  const sizes = new Int32Array(renumber(groupOf));
  for (const group of groupOf) sizes[group] = (sizes[group] ?? 0) + 1;
  // Stable, and groups are numbered in the order of their first person.
  const order = Array.from(sizes.keys()).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  const place = new Int32Array(order.length);
  for (const [at, group] of order.entries()) place[group] = at;
  return groupOf.map((group) => place[group] ?? 0);
}
