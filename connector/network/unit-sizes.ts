import type { Network } from './network.ts';

/**
 * How many people each unit has; people without one (−1) in none.
 *
 * @param unitOf the unit of each person, numbered from 0; −1 for none
 * @returns one number a unit, up to the highest numbered one that has anybody
 * @throws RangeError when `unitOf` has not one place a person
 */
export function unitSizes({ people }: Network, unitOf: Int32Array): Int32Array {
  if (unitOf.length !== people) throw new RangeError('Every person has one place in the list of units.');
  let units = 0;
  for (const unit of unitOf) if (unit >= units) units = unit + 1;
  const sizes = new Int32Array(units);
  for (const unit of unitOf) if (unit >= 0) sizes[unit] = (sizes[unit] ?? 0) + 1;
  return sizes;
}
