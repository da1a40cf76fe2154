import { reversed } from './network-of.ts';
import type { Network } from './network.ts';

/**
 * Reciprocity: the share of directed ties that are returned.
 *
 *     reciprocity = |{(i, j) : i → j and j → i}| / |{(i, j) : i → j}|
 *
 * Weights are not looked at: a mail returned once is returned. Only for directed networks; a symmetric one has 1.
 *
 * Range: 0 to 1. Undefined where there is no tie: null. Beside it belongs the density, which is what returned ties would
 * be if everybody pointed at random.
 *
 * Cost: O(people + ties), and a copy of the network with every direction turned.
 *
 * Misread as courtesy: instructions, newsletters and duty rosters are not meant to be returned.
 *
 * @see D. Garlaschelli, M. Loffredo, "Patterns of link reciprocity in directed networks", Physical Review Letters 93
 *   (2004), doi:10.1103/PhysRevLett.93.268701
 * @example on paper: 0 → 1, 1 → 0, 0 → 2: two of three ties are returned, ⅔.
 */
export function reciprocity(network: Network): number | null {
  const { people, offsets, targets } = network;
  if (targets.length === 0) return null;
  const turned = reversed(network);
  let returned = 0;
  for (let person = 0; person < people; person += 1) {
    const end = offsets[person + 1] ?? 0;
    const last = turned.offsets[person + 1] ?? 0;
    let back = turned.offsets[person] ?? 0;
    // Both rows are sorted: one walk through each.
    for (let arc = offsets[person] ?? 0; arc < end && back < last; arc += 1) {
      const target = targets[arc] ?? 0;
      while (back < last && (turned.targets[back] ?? 0) < target) back += 1;
      if (back < last && turned.targets[back] === target) returned += 1;
    }
  }
  return returned / targets.length;
}
