import type { Network } from './network.ts';

/**
 * A network as the search for communities sees it: at first people, then groups of people as one member each. Weights
 * are in units of the mean weight of a tie between two people, so that no result depends on the unit of the weights.
 */
export interface Level {
  readonly members: number;
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly weights: Float64Array;
  /** The weight of all ties of a member's people, those among themselves counted at both ends. */
  readonly strength: Float64Array;
  /** What a member of strength 1 pays for a companion of strength 1: resolution / (2m). */
  readonly price: number;
}

/** The people themselves, each a member. Cost: O(people + ties). */
export function levelOfPeople({ people, offsets, targets, weights }: Network, resolution: number): Level {
  let total = 0;
  for (const weight of weights ?? []) total += weight;
  const mean = weights === undefined || total === 0 ? 1 : total / targets.length;
  const scaled = weights === undefined ? new Float64Array(targets.length).fill(1) : weights.map((w) => w / mean);
  const strength = new Float64Array(people);
  for (let person = 0; person < people; person += 1) {
    let sum = 0;
    for (let arc = offsets[person] ?? 0; arc < (offsets[person + 1] ?? 0); arc += 1) sum += scaled[arc] ?? 0;
    strength[person] = sum;
  }
  const price = targets.length === 0 ? 0 : resolution / (weights === undefined ? targets.length : total / mean);
  return { members: people, offsets, targets, weights: scaled, strength, price };
}

/**
 * The level where each group is one member. Ties inside a group are left out: whoever moves takes them along.
 *
 * Cost: O(members + ties + groups).
 *
 * @param groupOf of each member, numbered from 0 without a gap
 */
export function joined(level: Level, groupOf: Int32Array, groups: number): Level {
  const strength = new Float64Array(groups);
  for (let member = 0; member < level.members; member += 1)
    strength[groupOf[member] ?? 0] = (strength[groupOf[member] ?? 0] ?? 0) + (level.strength[member] ?? 0);
  const { starts, byGroup } = membersByGroup(groupOf, groups);
  const offsets = new Int32Array(groups + 1);
  const targets = new Int32Array(level.targets.length);
  const weights = new Float64Array(level.targets.length);
  const weightTo = new Float64Array(groups);
  let kept = 0;
  for (let group = 0; group < groups; group += 1) {
    const begin = kept;
    for (let place = starts[group] ?? 0; place < (starts[group + 1] ?? 0); place += 1) {
      const member = byGroup[place] ?? 0;
      const end = level.offsets[member + 1] ?? 0;
      for (let arc = level.offsets[member] ?? 0; arc < end; arc += 1) {
        const weight = level.weights[arc] ?? 0;
        const other = groupOf[level.targets[arc] ?? 0] ?? 0;
        if (other === group || weight === 0) continue;
        const before = weightTo[other] ?? 0;
        if (before === 0) {
          targets[kept] = other;
          kept += 1;
        }
        weightTo[other] = before + weight;
      }
    }
    for (let arc = begin; arc < kept; arc += 1) {
      weights[arc] = weightTo[targets[arc] ?? 0] ?? 0;
      weightTo[targets[arc] ?? 0] = 0;
    }
    offsets[group + 1] = kept;
  }
  // Copies, so that the arrays of a coarser level do not hold on to the room of the finer one.
  return {
    ...level,
    members: groups,
    offsets,
    targets: targets.slice(0, kept),
    weights: weights.slice(0, kept),
    strength,
  };
}

function membersByGroup(groupOf: Int32Array, groups: number): { starts: Int32Array; byGroup: Int32Array } {
  const starts = new Int32Array(groups + 1);
  for (const group of groupOf) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  for (let group = 0; group < groups; group += 1) starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  const next = starts.slice();
  const byGroup = new Int32Array(groupOf.length);
  for (let member = 0; member < groupOf.length; member += 1) {
    const group = groupOf[member] ?? 0;
    byGroup[next[group] ?? 0] = member;
    next[group] = (next[group] ?? 0) + 1;
  }
  return { starts, byGroup };
}

/** Numbers the groups from 0 without a gap, in the order in which they are met; in place. @returns how many there are */
export function renumber(groupOf: Int32Array): number {
  let largest = -1;
  for (const group of groupOf) largest = Math.max(largest, group);
  const numberOf = new Int32Array(largest + 1).fill(-1);
  let groups = 0;
  for (let member = 0; member < groupOf.length; member += 1) {
    const group = groupOf[member] ?? 0;
    if (numberOf[group] === -1) {
      numberOf[group] = groups;
      groups += 1;
    }
    groupOf[member] = numberOf[group] ?? 0;
  }
  return groups;
}
