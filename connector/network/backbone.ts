import type { Network } from './network.ts';

/**
 * Backbone: the ties that are too heavy to be chance, seen from at least one of their ends.
 *
 * A person of k ties who spread their strength s blindly over them would give one tie of weight w or more with the
 * chance α = (1 − w / s)^(k − 1). A tie stays iff α < `level` at either end.
 *
 * Undirected where the network is symmetric, and then the backbone is too. Directed: one end looks at its own ties out
 * (k and s of those), the other at its ties in. Weighted; without weights every tie is 1 and α = (1 − 1/k)^(k − 1), above
 * 1/e always, so nothing stays below that level.
 *
 * With a single tie (k = 1) α is 1: one tie is no choice between several, so it stays only if the other end holds it for
 * heavy. Two people tied to each other alone never stay. A tie of weight 0 never stays. A lonely person stays, lonely, and
 * so may others become: everybody keeps their number. Nobody gives an empty network.
 *
 * Cost: O(people + ties), one power an end of a tie.
 *
 * Misread as the ties that matter: it keeps what is uneven. Whoever gives ten colleagues the same has no heavy tie at all.
 *
 * @param level from 0, nothing stays, to 1, every tie stays that has a choice; 0.05 is usual
 * @throws RangeError when the level is not from 0 to 1
 * @see M. Á. Serrano, M. Boguñá, A. Vespignani, PNAS 106 (2009) 6483–6488, doi:10.1073/pnas.0808904106
 * @example on paper: 0 has ties of 8, 1 and 1 with 1, 2 and 3, and 2 – 3 is 9. At 0: α = 0.2² = 0.04 and 0.9² = 0.81. At 2
 *   and 3: 0.1 for the tie between them, 0.9 for 0. At 0.05 only 0 – 1 stays, at 0.2 also 2 – 3.
 */
export function backbone(network: Network, level: number): Network {
  if (!(level >= 0 && level <= 1)) throw new RangeError('The level of a backbone is a number from 0 to 1.');
  const { people, offsets, targets } = network;
  const out = tiesOut(network);
  const into = tiesIn(network);
  const kept = new Int32Array(people + 1);
  const targetsKept: number[] = [];
  const weightsKept: number[] = [];
  for (let person = 0; person < people; person += 1) {
    const end = offsets[person + 1] ?? 0;
    for (let arc = offsets[person] ?? 0; arc < end; arc += 1) {
      const weight = network.weights === undefined ? 1 : (network.weights[arc] ?? 0);
      const target = targets[arc] ?? 0;
      if (chance(weight, out, person) >= level && chance(weight, into, target) >= level) continue;
      targetsKept.push(target);
      weightsKept.push(weight);
    }
    kept[person + 1] = targetsKept.length;
  }
  const found = { people, offsets: kept, targets: Int32Array.from(targetsKept) };
  return network.weights === undefined ? found : { ...found, weights: Float64Array.from(weightsKept) };
}

/** How many ties each person has one way, and what they weigh together. */
interface Ties {
  readonly count: Int32Array;
  readonly strength: Float64Array;
}

function chance(weight: number, { count, strength }: Ties, person: number): number {
  const ties = count[person] ?? 0;
  const all = strength[person] ?? 0;
  if (ties <= 1 || weight === 0) return 1;
  // A single tie with weight among ties of 0 leaves nothing to rounding.
  return Math.max(0, 1 - weight / all) ** (ties - 1);
}

function tiesOut({ people, offsets, weights }: Network): Ties {
  const count = new Int32Array(people);
  const strength = new Float64Array(people);
  for (let person = 0; person < people; person += 1) {
    const begin = offsets[person] ?? 0;
    const end = offsets[person + 1] ?? 0;
    count[person] = end - begin;
    let sum = 0;
    for (let arc = begin; arc < end; arc += 1) sum += weights === undefined ? 1 : (weights[arc] ?? 0);
    strength[person] = sum;
  }
  return { count, strength };
}

/** Adds in the order of the rows, as `tiesOut` does in a symmetric network: both ends agree to the last bit. */
function tiesIn({ people, targets, weights }: Network): Ties {
  const count = new Int32Array(people);
  const strength = new Float64Array(people);
  for (let arc = 0; arc < targets.length; arc += 1) {
    const target = targets[arc] ?? 0;
    count[target] = (count[target] ?? 0) + 1;
    strength[target] = (strength[target] ?? 0) + (weights === undefined ? 1 : (weights[arc] ?? 0));
  }
  return { count, strength };
}
