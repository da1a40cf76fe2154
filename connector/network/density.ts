import type { Network } from './network.ts';
import { unitSizes } from './unit-sizes.ts';

/**
 * Density: how many of the ties there could be there are.
 *
 *     directed: m / (n (n − 1))        undirected: 2 m / (n (n − 1))
 *
 * for n people and m ties. Weights are not looked at.
 *
 * Range: 0 to 1. Fewer than two people: undefined, null.
 *
 * Cost: O(1).
 *
 * Misread when networks of different sizes are compared: nobody has ten times as many partners because the organisation
 * is ten times as large, so density falls as it grows.
 *
 * @see S. Wasserman, K. Faust, "Social Network Analysis", Cambridge 1994, §4.2, doi:10.1017/CBO9780511815478
 * @example on paper: three people, 0 – 1: one of three ties, ⅓. Directed, 0 → 1: one of six, ⅙.
 */
export function density({ people, targets }: Network): number | null {
  // A symmetric network has each tie in two rows, which is the 2 of the formula.
  return people < 2 ? null : targets.length / (people * (people - 1));
}

/** What is tied between each two units. Cell (u, v) stands at u · units + v. */
export interface UnitPairs {
  readonly units: number;
  readonly sizes: Int32Array;
  /** How many ties go from unit u to unit v; undirected, how many there are between them, the same in both cells. */
  readonly ties: Float64Array;
  /** The weight of these ties; the same as `ties` without weights. */
  readonly weights: Float64Array;
  /** `ties` as a share of the ties there could be. NaN where there could be none: a unit of one person with itself. */
  readonly densities: Float64Array;
}

/**
 * Ties, weights and densities between all pairs of units, and within units on the diagonal.
 *
 *     ties(u, v) = |{i → j : unit(i) = u, unit(j) = v}|, undirected each tie once
 *     density(u, v) = ties(u, v) / (n(u) · n(v)); density(u, u) = ties(u, u) / (n(u) (n(u) − 1)), undirected twice that
 *
 * for n(u) people in unit u. Ties with anybody without a unit are left out.
 *
 * Range: densities 0 to 1; NaN where undefined, as said above, and in rows of a number that no person has. No units: all
 * empty.
 *
 * Cost: O(people + ties + units²).
 *
 * Misread as closeness of units: a single busy person can make up a whole cell (see bridge concentration), and large units
 * have low densities.
 *
 * @param unitOf the unit of each person, numbered from 0; −1 for none
 * @throws RangeError when `unitOf` has not one place a person
 * @example on paper: 0 and 1 in unit 0, 2 in unit 1; 0 – 1 and 0 – 2. Ties (0, 0) 1, (0, 1) and (1, 0) 1, (1, 1) 0;
 *   densities 1, ½, ½ and NaN.
 */
export function unitPairs(
  network: Network,
  unitOf: Int32Array,
  { directed }: { readonly directed: boolean },
): UnitPairs {
  const { people, offsets, targets, weights: carried } = network;
  const sizes = unitSizes(network, unitOf);
  const units = sizes.length;
  const ties = new Float64Array(units * units);
  const weights = new Float64Array(units * units);
  for (let person = 0; person < people; person += 1) {
    const own = unitOf[person] ?? -1;
    if (own < 0) continue;
    const end = offsets[person + 1] ?? 0;
    for (let arc = offsets[person] ?? 0; arc < end; arc += 1) {
      const unit = unitOf[targets[arc] ?? 0] ?? -1;
      if (unit < 0) continue;
      // Undirected, a tie within a unit stands twice in its one cell, a tie between units once in each of two.
      const part = !directed && unit === own ? 0.5 : 1;
      const cell = own * units + unit;
      ties[cell] = (ties[cell] ?? 0) + part;
      weights[cell] = (weights[cell] ?? 0) + part * (carried === undefined ? 1 : (carried[arc] ?? 0));
    }
  }
  return { units, sizes, ties, weights, densities: densitiesOf(sizes, ties, directed) };
}

/** What each unit has within itself and with all others together. NaN: undefined. */
export interface UnitDensities {
  readonly within: Float64Array;
  /** Ties with anybody in another unit, whichever way they go. NaN where no other unit has anybody. */
  readonly beyond: Float64Array;
}

/**
 * Density within each unit, and between it and the people of all other units together.
 *
 *     within(u) = density(u, u)        beyond(u) = Σ over v ≠ u of ties / (n(u) (n − n(u))), directed in both directions / 2
 *
 * for n people who have a unit. Weights are not looked at: a tie is one tie.
 *
 * Range: 0 to 1; NaN within a unit of fewer than two people, and beyond the only unit there is.
 *
 * Cost: O(units²).
 *
 * Misread as closedness: a large unit has a low density within because nobody knows hundreds, not because it is open.
 * Compare by `eiIndex`, which corrects for size.
 *
 * @example on paper: as in `unitPairs`: within 1 and NaN, beyond ½ and ½.
 */
export function unitDensities(
  { units, sizes, ties, densities }: UnitPairs,
  { directed }: { readonly directed: boolean },
): UnitDensities {
  const everybody = sizes.reduce((sum, size) => sum + size, 0);
  const within = new Float64Array(units);
  const beyond = new Float64Array(units);
  for (let unit = 0; unit < units; unit += 1) {
    let across = 0;
    for (let other = 0; other < units; other += 1) {
      if (other === unit) continue;
      across += ties[unit * units + other] ?? 0;
      if (directed) across += ties[other * units + unit] ?? 0;
    }
    const size = sizes[unit] ?? 0;
    within[unit] = densities[unit * units + unit] ?? NaN;
    beyond[unit] = share(across, (directed ? 2 : 1) * size * (everybody - size));
  }
  return { within, beyond };
}

function densitiesOf(sizes: Int32Array, ties: Float64Array, directed: boolean): Float64Array {
  const units = sizes.length;
  return ties.map((count, cell) => {
    const from = Math.floor(cell / units);
    const to = cell % units;
    const size = sizes[from] ?? 0;
    if (from !== to) return share(count, size * (sizes[to] ?? 0));
    return share(count, (size * (size - 1)) / (directed ? 1 : 2));
  });
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : NaN;
}
