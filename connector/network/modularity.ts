import type { Network } from './network.ts';

/**
 * Modularity: how much more of the ties lies inside groups than would by chance, if everybody kept their number of ties
 * and spread them blindly.
 *
 * Q = Σ_c [ W_c / 2m − γ (K_c / 2m)² ], where W_c is the weight of the ties inside group c (each at both ends), K_c the
 * strength of its people (the weight of all their ties), 2m the strength of everybody and γ the resolution.
 *
 * Undirected: the network is symmetric, as `networkOf` makes it. Weighted where the network has weights; otherwise a tie
 * weighs 1.
 *
 * Range, γ = 1: from −½ to below 1; 0 when everybody is in one group. A person in no group is a group of their own. A
 * lonely person changes nothing. Undefined, so null, where nobody has a tie of any weight.
 *
 * Cost: O(people + ties).
 *
 * Misread as how good an organisation is, or as comparable across networks: it grows with the number of groups and with
 * sparseness, and networks made by chance alone have divisions with 0.2 and more. Of two divisions of the same network
 * the higher one is tied more closely within.
 *
 * @param groupOf of each person, numbered from 0; −1 for none
 * @throws RangeError when `groupOf` has not one place a person
 * @see M. E. J. Newman, M. Girvan, Physical Review E 69, 026113 (2004), doi:10.1103/PhysRevE.69.026113; weights: M. E. J.
 *   Newman (2004), doi:10.1103/PhysRevE.70.056131
 * @example on paper: two triangles joined by one tie, each triangle a group: 2m = 14, each W = 6 and K = 7, so
 *   Q = 2 · (6/14 − ¼) = 5/14.
 */
export function modularity(network: Network, groupOf: Int32Array, resolution = 1): number | null {
  const { people, offsets, targets, weights } = network;
  if (groupOf.length !== people) throw new RangeError('Every person has one place in the list of groups.');
  let largest = -1;
  for (const group of groupOf) largest = Math.max(largest, group);
  const within = new Float64Array(largest + 1);
  const strength = new Float64Array(largest + 1);
  let total = 0;
  let alone = 0;
  for (let person = 0; person < people; person += 1) {
    const group = groupOf[person] ?? -1;
    let sum = 0;
    let own = 0;
    for (let arc = offsets[person] ?? 0; arc < (offsets[person + 1] ?? 0); arc += 1) {
      const weight = weights === undefined ? 1 : (weights[arc] ?? 0);
      sum += weight;
      if (group >= 0 && groupOf[targets[arc] ?? 0] === group) own += weight;
    }
    total += sum;
    if (group < 0) alone += sum * sum;
    else {
      within[group] = (within[group] ?? 0) + own;
      strength[group] = (strength[group] ?? 0) + sum;
    }
  }
  if (total === 0) return null;
  return within.reduce(
    (sum, inside, group) => sum + inside / total - resolution * ((strength[group] ?? 0) / total) ** 2,
    (-resolution * alone) / total ** 2,
  );
}
