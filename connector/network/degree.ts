import type { Network } from './network.ts';

/** One number a person, out and in. In a symmetric network both are the same. */
export interface OutAndIn {
  readonly out: Float64Array;
  readonly in: Float64Array;
}

/**
 * Degree: how many people a person points at, and how many point at them.
 *
 *     out(i) = |{j : i → j}|        in(i) = |{j : j → i}|
 *
 * Weights are not looked at. In an undirected network both are the number of partners. The number of partners of a
 * directed one, whichever way, is the degree of the undirected network of the same ties.
 *
 * Range: 0 to people − 1; 0 for the lonely. Nobody: empty.
 *
 * Cost: O(people + ties).
 *
 * Misread as effort or popularity. It counts with how many somebody was seen to have to do, in the sources that were read.
 *
 * @see L. Freeman, "Centrality in social networks", Social Networks 1 (1979), doi:10.1016/0378-8733(78)90021-7
 * @example on paper: 0 → 1, 0 → 2, 1 → 0. Out 2, 1, 0; in 1, 1, 1. Undirected: 2, 1, 1.
 */
export function degrees({ people, offsets, targets }: Network): OutAndIn {
  const out = new Float64Array(people);
  const into = new Float64Array(people);
  for (let person = 0; person < people; person += 1) out[person] = (offsets[person + 1] ?? 0) - (offsets[person] ?? 0);
  for (const target of targets) into[target] = (into[target] ?? 0) + 1;
  return { out, in: into };
}

/**
 * Strength: how much goes from a person, and how much comes to them.
 *
 *     out(i) = Σ over j of a(i, j)        in(i) = Σ over j of a(j, i)
 *
 * with a the weights; without weights it is the degree. In an undirected network both are the weight of all of a
 * person's ties.
 *
 * Range: 0 or more, in the unit of the weights; 0 for the lonely. Nobody: empty.
 *
 * Cost: O(people + ties).
 *
 * Misread as hours of work: a weight is only what was counted of what was read.
 *
 * @see A. Barrat and others, "The architecture of complex weighted networks", PNAS 101 (2004), doi:10.1073/pnas.0400087101
 * @example on paper: 0 – 1 of weight 3, 0 – 2 of weight 1. Strengths 4, 3, 1.
 */
export function strengths(network: Network): OutAndIn {
  const { people, offsets, targets, weights } = network;
  if (weights === undefined) return degrees(network);
  const out = new Float64Array(people);
  const into = new Float64Array(people);
  for (let person = 0; person < people; person += 1) {
    const end = offsets[person + 1] ?? 0;
    let sum = 0;
    for (let arc = offsets[person] ?? 0; arc < end; arc += 1) {
      const weight = weights[arc] ?? 0;
      const target = targets[arc] ?? 0;
      sum += weight;
      into[target] = (into[target] ?? 0) + weight;
    }
    out[person] = sum;
  }
  return { out, in: into };
}
