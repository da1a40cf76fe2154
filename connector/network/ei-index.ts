import type { Network } from './network.ts';
import type { Progress } from './progress.ts';
import type { SeededRandom } from './seeded-random.ts';
import { unitSizes } from './unit-sizes.ts';

/** What goes within units and between them, and what follows from that. NaN: undefined. */
export interface EIIndex {
  /** Of each person's own ties. NaN without a unit, and without ties to anybody who has one. */
  readonly people: Float64Array;
  readonly units: UnitEI;
  /** Of all ties. Null where there is none between people with units. */
  readonly whole: { readonly internal: number; readonly external: number; readonly index: number | null };
  /** What `whole.index` is on average when the same ties are among people who are put into units of these sizes at random. */
  readonly expected: number | null;
}

/** One place a unit, in each. */
export interface UnitEI {
  /** Weight of the ties within the unit, each tie once. */
  readonly internal: Float64Array;
  /** Weight of the ties that leave the unit. */
  readonly external: Float64Array;
  /** With a tie within the unit counted once, as in the E-I of ties. */
  readonly byTies: Float64Array;
  /** With a tie within the unit counted at both its ends: what the members' own counts add up to. */
  readonly byEnds: Float64Array;
  /** external / (ends within + external): the share of the members' ties that leads out of the unit. */
  readonly bridgingShare: Float64Array;
  /** That share divided by the one to expect from the unit's size alone. */
  readonly correctedShare: Float64Array;
}

/**
 * E-I index: whether ties lead out of units or stay within, and how much of that follows from the units' sizes alone.
 *
 *     E-I = (external − internal) / (external + internal)
 *
 * with the weights of ties between people of different units and of the same one. For a person their own ties count (the
 * row: in a directed network those that go out); for a unit those of its members; for the whole all ties. Ties with
 * anybody without a unit are left out. Binary, directed and weighted give different values; weights are used where the
 * network has them.
 *
 * Range: −1, all within, to 1, all beyond. Undefined without ties: NaN, null for the whole.
 *
 * Sizes decide most of it. Among n people in units of n(u), a partner drawn at random is in another unit with probability
 * (n − n(u)) / (n − 1): 0.977 in a unit of 10 of 400, 0.627 in one of 150. So beside E-I stands
 *
 *     correctedShare(u) = bridgingShare(u) / ((n − n(u)) / (n − 1))
 *
 * 1 as if partners were drawn at random, below 1 more inward than that, above 1 more outward; NaN where there is no other
 * unit. `expected` is E-I of the whole under random units: 2 Σ n(u) (n − n(u)) / (n (n − 1)) − 1, exactly, as units are
 * permuted over the same ties; how far it varies is told by `permutedEI`.
 *
 * Cost: O(people + ties + units).
 *
 * Misread as good or bad: a payroll office that mostly works with itself may do what it is there for. Never compare E-I of
 * units of different size, only the corrected share.
 *
 * @param unitOf the unit of each person, numbered from 0; −1 for none
 * @throws RangeError when `unitOf` has not one place a person
 * @see D. Krackhardt, R. Stern, "Informal networks and organizational crises: an experimental simulation", Social
 *   Psychology Quarterly 51 (1988), doi:10.2307/2786835
 * @example on paper: 0 and 1 in unit 0, 2 in unit 1; 0 – 1 and 0 – 2. People: 0, −1, 1. Unit 0: one tie within, one
 *   beyond: by ties 0, by ends (1 − 2) / 3 = −⅓, bridging share ⅓, divided by ½: ⅔. Whole: 0; expected 2 · 4 / 6 − 1 = ⅓.
 */
export function eiIndex(network: Network, unitOf: Int32Array, { directed }: { readonly directed: boolean }): EIIndex {
  const sizes = unitSizes(network, unitOf);
  const people = new Float64Array(network.people);
  const within = new Float64Array(sizes.length);
  const external = new Float64Array(sizes.length);
  for (let person = 0; person < network.people; person += 1) {
    const unit = unitOf[person] ?? -1;
    const own = ownTies(network, unitOf, person);
    people[person] = ei(own.internal, own.external);
    if (unit < 0) continue;
    within[unit] = (within[unit] ?? 0) + own.internal;
    external[unit] = (external[unit] ?? 0) + own.external;
  }
  const ends = directed ? 1 : 2;
  const whole = { internal: sum(within) / ends, external: sum(external) / ends };
  const index = ei(whole.internal, whole.external);
  const byChance = expectedShares(sizes);
  const bridgingShare = external.map((beyond, unit) => ratio(beyond, beyond + (within[unit] ?? 0)));
  return {
    people,
    units: {
      internal: within.map((value) => value / ends),
      external,
      byTies: external.map((beyond, unit) => ei((within[unit] ?? 0) / ends, beyond)),
      byEnds: external.map((beyond, unit) => ei(within[unit] ?? 0, beyond)),
      bridgingShare,
      correctedShare: bridgingShare.map((value, unit) => ratio(value, byChance.units[unit] ?? 0)),
    },
    whole: { ...whole, index: Number.isNaN(index) ? null : index },
    expected: Number.isNaN(index) ? null : 2 * byChance.whole - 1,
  };
}

/** E-I of the whole network, measured and under units dealt out at random. */
export interface PermutedEI {
  readonly measured: number;
  readonly mean: number;
  readonly standardDeviation: number;
  readonly least: number;
  readonly greatest: number;
  /** Share of the deals, the measured one among them, whose E-I is no higher: small when units keep to themselves. */
  readonly noHigher: number;
  /** The same, no lower: small when units mix more than chance would. */
  readonly noLower: number;
}

/**
 * The permutation test of E-I: units are dealt out anew over the people who have one, each unit keeping its size, while
 * the ties stay as they are.
 *
 * `noHigher` and `noLower` are p-values of one side, (1 + hits) / (1 + rounds), so never 0; what differs from the measured
 * value by rounding alone is a hit on both sides.
 *
 * Undefined, null, where no tie is between people with units.
 *
 * Cost: O(rounds · ties); memory O(people + ties). 1,000 rounds over half a million ties take a few seconds.
 *
 * Misread as proof that units matter: people sit, work and are hired by unit, so nearly every organisation is far below
 * chance. What is worth seeing is by how much.
 *
 * @param rounds 1 or more
 * @throws RangeError when there are no rounds, or `unitOf` has not one place a person
 * @see as for `eiIndex`
 * @example on paper: 0 and 1 in unit 0, 2 in unit 1; 0 – 1 and 0 – 2. Dealt out, the lonely unit falls on 0, 1 or 2: E-I is
 *   1, 0 and 0, in the mean ⅓. Measured is 0; it is no higher in two deals of three.
 */
export function permutedEI(
  network: Network,
  unitOf: Int32Array,
  {
    rounds,
    random,
    progress,
  }: { readonly rounds: number; readonly random: SeededRandom; readonly progress?: Progress },
): PermutedEI | null {
  if (!(rounds >= 1)) throw new RangeError('A permutation test has one round or more.');
  unitSizes(network, unitOf);
  const arcs = arcsBetweenUnits(network, unitOf);
  const measured = 2 * arcs.externalShare(unitOf) - 1;
  if (Number.isNaN(measured)) return null;
  const dealt = unitOf.slice();
  const having = Int32Array.from(unitOf.keys()).filter((person) => (unitOf[person] ?? -1) >= 0);
  const values = new Float64Array(rounds);
  for (let round = 0; round < rounds; round += 1) {
    deal(dealt, having, random);
    values[round] = 2 * arcs.externalShare(dealt) - 1;
    progress?.(round + 1, rounds);
  }
  const mean = sum(values) / rounds;
  return {
    measured,
    mean,
    standardDeviation: Math.sqrt(values.reduce((all, value) => all + (value - mean) ** 2, 0) / rounds),
    least: values.reduce((a, b) => Math.min(a, b)),
    greatest: values.reduce((a, b) => Math.max(a, b)),
    noHigher: (1 + values.filter((value) => value <= measured + ROUNDING).length) / (1 + rounds),
    noLower: (1 + values.filter((value) => value >= measured - ROUNDING).length) / (1 + rounds),
  };
}

const ROUNDING = 1e-12;

/** Fisher and Yates, over the people who have a unit. */
function deal(dealt: Int32Array, having: Int32Array, random: SeededRandom): void {
  for (let last = having.length - 1; last > 0; last -= 1) {
    const one = having[last] ?? 0;
    const other = having[random.below(last + 1)] ?? 0;
    const unit = dealt[one] ?? -1;
    dealt[one] = dealt[other] ?? -1;
    dealt[other] = unit;
  }
}

/** The ties between people with units, in columns, and what share of their weight leads to another unit. */
function arcsBetweenUnits(
  { people, offsets, targets, weights }: Network,
  unitOf: Int32Array,
): { externalShare: (units: Int32Array) => number } {
  const from = new Int32Array(targets.length);
  const to = new Int32Array(targets.length);
  const carried = new Float64Array(targets.length);
  let kept = 0;
  let total = 0;
  for (let person = 0; person < people; person += 1) {
    if ((unitOf[person] ?? -1) < 0) continue;
    const end = offsets[person + 1] ?? 0;
    for (let arc = offsets[person] ?? 0; arc < end; arc += 1) {
      const target = targets[arc] ?? 0;
      if ((unitOf[target] ?? -1) < 0) continue;
      from[kept] = person;
      to[kept] = target;
      carried[kept] = weights === undefined ? 1 : (weights[arc] ?? 0);
      total += carried[kept] ?? 0;
      kept += 1;
    }
  }
  const externalShare = (units: Int32Array): number => {
    let external = 0;
    for (let arc = 0; arc < kept; arc += 1)
      external += units[from[arc] ?? 0] === units[to[arc] ?? 0] ? 0 : (carried[arc] ?? 0);
    return ratio(external, total);
  };
  return { externalShare };
}

function ownTies({ offsets, targets, weights }: Network, unitOf: Int32Array, person: number) {
  const own = unitOf[person] ?? -1;
  let internal = 0;
  let external = 0;
  if (own < 0) return { internal, external };
  const end = offsets[person + 1] ?? 0;
  for (let arc = offsets[person] ?? 0; arc < end; arc += 1) {
    const unit = unitOf[targets[arc] ?? 0] ?? -1;
    if (unit < 0) continue;
    const weight = weights === undefined ? 1 : (weights[arc] ?? 0);
    if (unit === own) internal += weight;
    else external += weight;
  }
  return { internal, external };
}

function expectedShares(sizes: Int32Array): { units: Float64Array; whole: number } {
  const everybody = sum(Float64Array.from(sizes));
  const units = Float64Array.from(sizes, (size) => ratio(everybody - size, everybody - 1));
  let whole = 0;
  for (const [unit, size] of sizes.entries()) whole += (size / everybody) * (units[unit] ?? 0);
  return { units, whole };
}

function ei(internal: number, external: number): number {
  return ratio(external - internal, external + internal);
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : NaN;
}

function sum(values: Float64Array): number {
  return values.reduce((all, value) => all + value, 0);
}
