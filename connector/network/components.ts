import { DisjointSets } from './disjoint-sets.ts';
import type { Network } from './network.ts';

/** Who hangs together with whom. */
export interface Components {
  /** The component of each person: 0 is the largest, and of equally large ones the one with the smallest person first. */
  readonly of: Int32Array;
  /** How many people each has. */
  readonly sizes: Int32Array;
}

/**
 * Weak components: who can reach whom along ties, whichever way they point.
 *
 * Weights are not looked at: a tie of weight 0 joins too.
 *
 * Range: from one component, everybody hangs together, to one a person; a lonely person is one. Nobody: none.
 *
 * Cost: O(people + ties), nearly (union by size, paths halved).
 *
 * Misread as teams: in most organisations all but a few people are in one component, and a single tie joins two.
 *
 * @see R. Tarjan, "Efficiency of a good but not linear set union algorithm", Journal of the ACM 22 (1975),
 *   doi:10.1145/321879.321884
 * @example on paper: 3 → 1, 1 → 4, and 0 and 2 alone: {1, 3, 4}, {0}, {2}; of = 1, 0, 2, 0, 0, sizes 3, 1, 1.
 */
export function weakComponents({ people, offsets, targets }: Network): Components {
  const sets = new DisjointSets(people);
  for (let person = 0; person < people; person += 1) {
    const end = offsets[person + 1] ?? 0;
    let root = sets.find(person);
    for (let arc = offsets[person] ?? 0; arc < end; arc += 1) {
      const target = targets[arc] ?? 0;
      // Nearly every tie is within what hangs together already.
      if (sets.find(target) === root) continue;
      sets.join(root, target);
      root = sets.find(root);
    }
  }
  return bySize(Int32Array.from({ length: people }, (_, person) => sets.find(person)));
}

/**
 * Strong components: who can reach whom *and* be reached by them, along ties as they point. In a symmetric network they
 * are the weak ones.
 *
 * Weights are not looked at. Range: as for weak components.
 *
 * Cost: O(people + ties), without recursion: Tarjan's one search, with a stack of its own.
 *
 * Misread as agreement: they say that a way leads there and a way back, each perhaps through many.
 *
 * @see R. Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1 (1972),
 *   doi:10.1137/0201010
 * @example on paper: 0 → 1 → 2 → 0 and 2 → 3: {0, 1, 2}, {3}.
 */
export function strongComponents({ people, offsets, targets }: Network): Components {
  const found = new Int32Array(people);
  const lowest = new Int32Array(people);
  const root = new Int32Array(people).fill(-1);
  const next = offsets.slice(0, people);
  const open = new Int32Array(people);
  const path = new Int32Array(people);
  let [opened, count] = [0, 0];
  for (let start = 0; start < people; start += 1) {
    if (found[start] !== 0) continue;
    let depth = 0;
    const enter = (person: number): void => {
      count += 1;
      found[person] = lowest[person] = count;
      open[opened++] = person;
      path[depth++] = person;
    };
    enter(start);
    while (depth > 0) {
      const person = path[depth - 1] ?? 0;
      const arc = next[person] ?? 0;
      if (arc < (offsets[person + 1] ?? 0)) {
        next[person] = arc + 1;
        const target = targets[arc] ?? 0;
        if (found[target] === 0) enter(target);
        else if (root[target] === -1) lowest[person] = Math.min(lowest[person] ?? 0, found[target] ?? 0);
        continue;
      }
      depth -= 1;
      if (depth > 0) {
        const before = path[depth - 1] ?? 0;
        lowest[before] = Math.min(lowest[before] ?? 0, lowest[person] ?? 0);
      }
      if (lowest[person] !== found[person]) continue;
      let member = -1;
      while (member !== person) {
        member = open[--opened] ?? person;
        root[member] = person;
      }
    }
  }
  return bySize(root);
}

/** @param root for each person the same person for all of their component, who is in it */
function bySize(root: Int32Array): Components {
  const size = new Int32Array(root.length);
  for (const person of root) size[person] = (size[person] ?? 0) + 1;
  // In the order of their first people, then by size: the sort keeps the order of equals.
  const roots = [...new Set(root)].sort((a, b) => (size[b] ?? 0) - (size[a] ?? 0));
  const number = new Int32Array(root.length);
  for (const [at, person] of roots.entries()) number[person] = at;
  return {
    of: root.map((person) => number[person] ?? 0),
    sizes: Int32Array.from(roots, (person) => size[person] ?? 0),
  };
}
