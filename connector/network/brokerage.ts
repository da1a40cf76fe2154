import { degreeOrder } from './degree-order.ts';
import { networkOf, reversed } from './network-of.ts';
import type { Network } from './network.ts';
import { PEOPLE_A_REPORT, type Progress } from './progress.ts';
import { unitSizes } from './unit-sizes.ts';

/**
 * What stands between two people through a third, a → v → b, told by the units of the three: v's own is B, others are A
 * and C. One place a person (or, of what is expected, a unit).
 */
export interface BrokerageRoles {
  /** B → B → B. */
  readonly coordinator: Float64Array;
  /** A → B → A: both ends in one unit that is not v's. Also called consultant. */
  readonly itinerant: Float64Array;
  /** A → B → B: from outside to inside. */
  readonly gatekeeper: Float64Array;
  /** B → B → A: from inside to outside. */
  readonly representative: Float64Array;
  /** A → B → C: three units. */
  readonly liaison: Float64Array;
  readonly total: Float64Array;
}

const ROLES = ['coordinator', 'itinerant', 'gatekeeper', 'representative', 'liaison'] as const;
const COORDINATOR = 0;
const ITINERANT = 1;
const GATEKEEPER = 2;
const REPRESENTATIVE = 3;
const LIAISON = 4;

/**
 * Gould and Fernandez' brokerage: how often a person stands between two others who are not tied themselves, by role.
 *
 *     role(v) = |{(a, b) : a → v, v → b, a ≠ b, not a → b, and the units of a, v, b are as the role says}|
 *
 * Trust the two-path, not the word: software and papers disagree on which of A → B → B and B → B → A is the gatekeeper.
 * Here A → B → B is, as Gould and Fernandez and UCINET have it (sna's b_OI; b_IO is the representative, w_I the
 * coordinator, w_O the itinerant, b_O the liaison).
 *
 * Weights are not looked at. Direction is what it is made of: a symmetric network counts every open pair in both orders,
 * so that gatekeeper equals representative and every count is even.
 *
 * Range: 0 to (in-degree · out-degree). The lonely have 0. NaN, undefined: a person without a unit; nor are they an end
 * of anybody's two-path.
 *
 * Cost: O(people + ties^1.5): all two-paths by counting units around each person, less the closed ones, which are found
 * by going through every triangle once. Memory about 30 bytes a tie beside the network.
 *
 * Misread as power or usefulness. It grows with the square of the degree, and most with the sizes of units: compare with
 * `expectedBrokerage`, never two people as they are. A pair not tied in what was read may sit in the same room.
 *
 * @param network symmetric unless `directed`
 * @param unitOf the unit of each person, numbered from 0; −1 for none
 * @throws RangeError when `unitOf` has not one place a person
 * @see R. Gould, R. Fernandez, "Structures of mediation: a formal approach to brokerage in transaction networks",
 *   Sociological Methodology 19 (1989), doi:10.2307/270949
 * @example on paper: 0 → 1 → 2, with 0 and 1 in one unit, 2 in another: 1 is a representative once. With 0 → 2 too: never.
 */
export function brokerage(
  network: Network,
  unitOf: Int32Array,
  { directed, progress }: { readonly directed: boolean; readonly progress?: Progress },
): BrokerageRoles {
  const units = unitSizes(network, unitOf).length;
  const counts = ROLES.map(() => new Float64Array(network.people));
  addTwoPaths(counts, network, directed ? reversed(network) : network, unitOf, units);
  takeClosed(counts, withWays(network, directed), unitOf, progress);
  const [coordinator, itinerant, gatekeeper, representative, liaison] = counts;
  const none = new Float64Array();
  const roles = {
    coordinator: coordinator ?? none,
    itinerant: itinerant ?? none,
    gatekeeper: gatekeeper ?? none,
    representative: representative ?? none,
    liaison: liaison ?? none,
  };
  for (const list of counts) for (const [person, unit] of unitOf.entries()) if (unit < 0) list[person] = NaN;
  return { ...roles, total: totalOf(counts, network.people) };
}

function totalOf(counts: readonly Float64Array[], places: number): Float64Array {
  return Float64Array.from({ length: places }, (_, at) => counts.reduce((sum, list) => sum + (list[at] ?? 0), 0));
}

/** All two-paths a → v → b with a ≠ b, open or closed, between people with units. */
function addTwoPaths(
  counts: readonly Float64Array[],
  { people, offsets, targets }: Network,
  back: Network,
  unitOf: Int32Array,
  units: number,
): void {
  const comes = new Int32Array(units);
  const comesFrom = new Int32Array(people).fill(-1);
  for (let person = 0; person < people; person += 1) {
    const own = unitOf[person] ?? -1;
    if (own < 0) continue;
    const start = back.offsets[person] ?? 0;
    const end = back.offsets[person + 1] ?? 0;
    let inAll = 0;
    for (let arc = start; arc < end; arc += 1) {
      const source = back.targets[arc] ?? 0;
      const unit = unitOf[source] ?? -1;
      if (unit < 0) continue;
      comes[unit] = (comes[unit] ?? 0) + 1;
      comesFrom[source] = person;
      inAll += 1;
    }
    let outAll = 0;
    let outOwn = 0;
    let sameUnit = 0;
    let returnedOwn = 0;
    let returned = 0;
    const last = offsets[person + 1] ?? 0;
    for (let arc = offsets[person] ?? 0; arc < last; arc += 1) {
      const target = targets[arc] ?? 0;
      const unit = unitOf[target] ?? -1;
      if (unit < 0) continue;
      outAll += 1;
      // There and back to the same person is no two-path.
      const isReturned = comesFrom[target] === person ? 1 : 0;
      if (unit === own) {
        outOwn += 1;
        returnedOwn += isReturned;
      } else {
        sameUnit += comes[unit] ?? 0;
        returned += isReturned;
      }
    }
    const inOwn = comes[own] ?? 0;
    add(counts, COORDINATOR, person, inOwn * outOwn - returnedOwn);
    add(counts, ITINERANT, person, sameUnit - returned);
    add(counts, GATEKEEPER, person, (inAll - inOwn) * outOwn);
    add(counts, REPRESENTATIVE, person, inOwn * (outAll - outOwn));
    add(counts, LIAISON, person, (inAll - inOwn) * (outAll - outOwn) - sameUnit);
    for (let arc = start; arc < end; arc += 1) {
      const unit = unitOf[back.targets[arc] ?? 0] ?? -1;
      if (unit >= 0) comes[unit] = 0;
    }
  }
}

function add(counts: readonly Float64Array[], role: number, person: number, times: number): void {
  const list = counts[role];
  if (list !== undefined) list[person] = (list[person] ?? 0) + times;
}

/** Which way a tie goes, as seen in the order of ranks; both bits for a mutual one. */
const UP = 1;
const DOWN = 2;

/** Takes away the two-paths whose ends are tied, a → b: three of a triangle's ties, in up to six ways. */
function takeClosed(
  counts: readonly Float64Array[],
  { order, offsets, higher, ways }: ReturnType<typeof withWays>,
  unitOf: Int32Array,
  progress: Progress | undefined,
): void {
  const people = order.length;
  const place = new Int32Array(people).fill(-1);
  const unitAt = order.map((person) => unitOf[person] ?? -1);
  const take = (from: number, broker: number, to: number): void => {
    add(counts, roleOf(unitAt[from] ?? -1, unitAt[broker] ?? -1, unitAt[to] ?? -1), order[broker] ?? 0, -1);
  };
  for (let low = 0; low < people; low += 1) {
    const start = offsets[low] ?? 0;
    const end = offsets[low + 1] ?? 0;
    if (low % PEOPLE_A_REPORT === 0) progress?.(start, higher.length);
    if ((unitAt[low] ?? -1) < 0) continue;
    for (let tie = start; tie < end; tie += 1) {
      const high = higher[tie] ?? 0;
      if ((unitAt[high] ?? -1) >= 0) place[high] = tie;
    }
    for (let tie = start; tie < end; tie += 1) {
      const middle = higher[tie] ?? 0;
      if ((unitAt[middle] ?? -1) < 0) continue;
      const last = offsets[middle + 1] ?? 0;
      for (let upper = offsets[middle] ?? 0; upper < last; upper += 1) {
        const high = higher[upper] ?? 0;
        const closing = place[high] ?? 0;
        if (closing < start) continue;
        const lowMiddle = ways[tie] ?? 0;
        const middleHigh = ways[upper] ?? 0;
        const lowHigh = ways[closing] ?? 0;
        if ((lowMiddle & middleHigh & lowHigh & UP) !== 0) take(low, middle, high);
        if ((lowMiddle & middleHigh & lowHigh & DOWN) !== 0) take(high, middle, low);
        if ((lowMiddle & DOWN) !== 0 && (lowHigh & middleHigh & UP) !== 0) take(middle, low, high);
        if ((lowMiddle & UP) !== 0 && (lowHigh & middleHigh & DOWN) !== 0) take(high, low, middle);
        if ((middleHigh & DOWN) !== 0 && (lowHigh & lowMiddle & UP) !== 0) take(low, high, middle);
        if ((middleHigh & UP) !== 0 && (lowHigh & lowMiddle & DOWN) !== 0) take(middle, high, low);
      }
    }
  }
}

function roleOf(from: number, broker: number, to: number): number {
  if (from === broker) return to === broker ? COORDINATOR : REPRESENTATIVE;
  if (to === broker) return GATEKEEPER;
  return from === to ? ITINERANT : LIAISON;
}

/** Every tie once, upward in degree, with the ways in which it goes. */
function withWays(network: Network, directed: boolean) {
  if (!directed) {
    const ordered = degreeOrder(network);
    return { ...ordered, ways: new Uint8Array(ordered.higher.length).fill(UP | DOWN) };
  }
  const { people, offsets, targets } = network;
  const from = new Int32Array(targets.length);
  const weights = new Float64Array(targets.length);
  for (let person = 0; person < people; person += 1) from.fill(person, offsets[person], offsets[person + 1]);
  // No tie stands twice, so that adding the ways of both directions is setting both bits.
  for (let arc = 0; arc < targets.length; arc += 1) weights[arc] = (from[arc] ?? 0) < (targets[arc] ?? 0) ? UP : DOWN;
  const ordered = degreeOrder(networkOf({ people, from, to: targets, weights, directed: false }));
  const ways = new Uint8Array(ordered.higher.length);
  for (let low = 0; low < people; low += 1) {
    const person = ordered.order[low] ?? 0;
    const end = ordered.offsets[low + 1] ?? 0;
    for (let tie = ordered.offsets[low] ?? 0; tie < end; tie += 1) {
      const seen = ordered.weights?.[tie] ?? 0;
      const isTurned = (ordered.order[ordered.higher[tie] ?? 0] ?? 0) < person;
      ways[tie] = isTurned && seen !== (UP | DOWN) ? UP + DOWN - seen : seen;
    }
  }
  return { ...ordered, ways };
}

/** What each unit's people have on average, and how far that varies, where ties fall at random. One place a unit. */
export interface ExpectedBrokerage {
  readonly mean: BrokerageRoles;
  readonly standardDeviation: BrokerageRoles;
}

/**
 * What brokerage is to be expected of a person of each unit, if every possible tie were there with the same probability d,
 * the network's density, independently of all others.
 *
 * With n people, n(u) in the broker's unit and n(w) in the others, p = d² (1 − d) the chance of an open two-path, pairs(r)
 * the ordered pairs of ends a role allows and sharing(r) the ordered pairs of these pairs that share their first or their
 * last person:
 *
 *     mean(r) = p · pairs(r)        variance(r) = mean(r) (1 − p) + d³ (1 − d)³ · sharing(r)
 *
 *     coordinator      pairs (n(u) − 1)(n(u) − 2)
 *     itinerant        pairs Σ n(w) (n(w) − 1)
 *     gatekeeper       pairs (n − n(u)) (n(u) − 1), and so the representative
 *     liaison          pairs Σ over w ≠ x of n(w) n(x)
 *
 * This is what sna computes. n and d are taken among people with units. In a symmetric network the mean holds, but the two
 * orders of a pair are one event: the true deviation is larger, up to √2 times, and z smaller than what stands here.
 *
 * Range: 0 or more. Fewer than two people with units: density undefined, NaN.
 *
 * Cost: O(people + ties + units).
 *
 * @throws RangeError when `unitOf` has not one place a person
 * @see as for `brokerage`
 * @example on paper: 0 and 1 in one unit, 2 in another, d = ½: a representative of 0's unit has 1 pair, mean ⅛.
 */
export function expectedBrokerage(network: Network, unitOf: Int32Array): ExpectedBrokerage {
  const sizes = Float64Array.from(unitSizes(network, unitOf));
  const everybody = sizes.reduce((sum, size) => sum + size, 0);
  const d = tiesAmongUnits(network, unitOf) / (everybody * (everybody - 1));
  const open = d * d * (1 - d);
  const both = (d * (1 - d)) ** 3;
  const moments = (pairs: Float64Array, sharing: Float64Array) => ({
    mean: pairs.map((count) => open * count),
    deviation: pairs.map((count, at) => Math.sqrt(open * count * (1 - open) + both * (sharing[at] ?? 0))),
  });
  const of = (sum: (own: number) => number): Float64Array => sizes.map(sum);
  const others = otherUnits(sizes);
  const across = moments(
    of((own) => (everybody - own) * (own - 1)),
    of((own) => (own - 1) * falling(everybody - own, 2) + (everybody - own) * falling(own - 1, 2)),
  );
  const roles = {
    coordinator: moments(
      of((own) => falling(own - 1, 2)),
      of((own) => 2 * falling(own - 1, 3)),
    ),
    itinerant: moments(
      of((own) => others.pairs - falling(own, 2)),
      of((own) => 2 * (others.triples - falling(own, 3))),
    ),
    gatekeeper: across,
    representative: across,
    liaison: moments(
      of((own) => (everybody - own) ** 2 - (others.squares - own * own)),
      of((own) => liaisonsSharing(sizes, everybody, own)),
    ),
    total: moments(
      of(() => falling(everybody - 1, 2)),
      of(() => 2 * falling(everybody - 1, 3)),
    ),
  };
  return {
    mean: eachRole(roles, ({ mean }) => mean),
    standardDeviation: eachRole(roles, ({ deviation }) => deviation),
  };
}

/**
 * How many standard deviations a person's brokerage is from what is expected of their unit: (count − mean) / deviation.
 *
 * NaN for a person without a unit, and where nothing can vary, as for liaisons between two units.
 */
export function standardBrokerage(
  found: BrokerageRoles,
  { mean, standardDeviation }: ExpectedBrokerage,
  unitOf: Int32Array,
): BrokerageRoles {
  const standard = (role: keyof BrokerageRoles): Float64Array =>
    found[role].map((count, person) => {
      const unit = unitOf[person] ?? -1;
      const deviation = standardDeviation[role][unit] ?? 0;
      return deviation > 0 ? (count - (mean[role][unit] ?? 0)) / deviation : NaN;
    });
  return {
    coordinator: standard('coordinator'),
    itinerant: standard('itinerant'),
    gatekeeper: standard('gatekeeper'),
    representative: standard('representative'),
    liaison: standard('liaison'),
    total: standard('total'),
  };
}

function eachRole<T>(of: Record<keyof BrokerageRoles, T>, told: (one: T) => Float64Array): BrokerageRoles {
  return {
    coordinator: told(of.coordinator),
    itinerant: told(of.itinerant),
    gatekeeper: told(of.gatekeeper),
    representative: told(of.representative),
    liaison: told(of.liaison),
    total: told(of.total),
  };
}

/** n (n − 1) … : ordered ways to choose that many of n. */
function falling(n: number, terms: number): number {
  let product = 1;
  for (let term = 0; term < terms; term += 1) product *= n - term;
  return product;
}

function otherUnits(sizes: Float64Array): { pairs: number; triples: number; squares: number } {
  const sum = (of: (size: number) => number): number => sizes.reduce((all, size) => all + of(size), 0);
  return {
    pairs: sum((size) => falling(size, 2)),
    triples: sum((size) => falling(size, 3)),
    squares: sum((n) => n * n),
  };
}

/** 2 Σ over w ≠ u of n(w) (m − n(w)) (m − n(w) − 1), m = n − n(u): the third of a pair is in neither's unit. */
function liaisonsSharing(sizes: Float64Array, everybody: number, own: number): number {
  const outside = everybody - own;
  const of = (size: number): number => 2 * size * falling(outside - size, 2);
  return sizes.reduce((all, size) => all + of(size), 0) - of(own);
}

function tiesAmongUnits({ people, offsets, targets }: Network, unitOf: Int32Array): number {
  let ties = 0;
  for (let person = 0; person < people; person += 1) {
    if ((unitOf[person] ?? -1) < 0) continue;
    const end = offsets[person + 1] ?? 0;
    for (let arc = offsets[person] ?? 0; arc < end; arc += 1) if ((unitOf[targets[arc] ?? 0] ?? -1) >= 0) ties += 1;
  }
  return ties;
}
