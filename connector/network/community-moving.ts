import type { Level } from './community-level.ts';
import type { SeededRandom } from './seeded-random.ts';

/**
 * Members go through the queue as long as so many of them move. The few that remain are better served by the coarser
 * levels and the next round: measured at 20,000 people, two thirds of the time for 0.0001 of modularity.
 */
const LEAST_SHARE_MOVING = 0.1;

/**
 * Moves members one at a time to the group where they add most to modularity: the fast local moving of Leiden. A member
 * that moves puts its neighbours outside the new group back into the queue. Ends when the queue is empty, or when of as
 * many visits as there are members fewer than a tenth moved one, unless told otherwise.
 *
 * Cost: O(ties) for as many visits as there are members, some four times over from everybody alone.
 *
 * @param groupOf of each member, numbered below `members`; changed in place
 * @param leastMoving the share of moves among visits below which it ends; 0 until the queue is empty
 * @returns whether anybody moved
 * @see V. A. Traag, L. Waltman, N. J. van Eck (2019), doi:10.1038/s41598-019-41695-z, MoveNodesFast
 */
export function moveMembers(
  level: Level,
  groupOf: Int32Array,
  random: SeededRandom,
  leastMoving = LEAST_SHARE_MOVING,
): boolean {
  const { members, offsets, targets } = level;
  const groups = new Groups(level, groupOf);
  const queue = inRandomOrder(members, random);
  const isQueued = new Uint8Array(members).fill(1);
  let head = 0;
  let waiting = members;
  let visits = 0;
  let moves = 0;
  let hasMoved = false;
  while (waiting > 0) {
    if (visits === members) {
      if (moves < leastMoving * members) break;
      visits = 0;
      moves = 0;
    }
    visits += 1;
    const member = queue[head] ?? 0;
    head = head + 1 === members ? 0 : head + 1;
    waiting -= 1;
    isQueued[member] = 0;
    const best = groups.bestFor(member);
    if (best === groupOf[member]) continue;
    groups.move(member, best);
    moves += 1;
    hasMoved = true;
    const end = offsets[member + 1] ?? 0;
    for (let arc = offsets[member] ?? 0; arc < end; arc += 1) {
      const neighbour = targets[arc] ?? 0;
      if (isQueued[neighbour] === 1 || groupOf[neighbour] === best) continue;
      isQueued[neighbour] = 1;
      const tail = head + waiting;
      queue[tail >= members ? tail - members : tail] = neighbour;
      waiting += 1;
    }
  }
  return hasMoved;
}

/** Less than this, in mean weights of a tie, is rounding: two groups as good as each other must not swap forever. */
const LEAST_GAIN = 1e-10;

/** Who is in which group, and what a group weighs. */
class Groups {
  readonly #level: Level;
  readonly #groupOf: Int32Array;
  readonly #strengthOf: Float64Array;
  readonly #sizeOf: Int32Array;
  /** Groups without a member. */
  readonly #empty: Int32Array;
  #emptyCount = 0;
  /** All 0 between calls. */
  readonly #weightTo: Float64Array;
  readonly #met: Int32Array;

  constructor(level: Level, groupOf: Int32Array) {
    const { members, strength } = level;
    this.#level = level;
    this.#groupOf = groupOf;
    this.#strengthOf = new Float64Array(members);
    this.#sizeOf = new Int32Array(members);
    this.#empty = new Int32Array(members);
    this.#weightTo = new Float64Array(members);
    this.#met = new Int32Array(members);
    for (let member = 0; member < members; member += 1) {
      const group = groupOf[member] ?? 0;
      this.#strengthOf[group] = (this.#strengthOf[group] ?? 0) + (strength[member] ?? 0);
      this.#sizeOf[group] = (this.#sizeOf[group] ?? 0) + 1;
    }
    for (let group = members - 1; group >= 0; group -= 1) if (this.#sizeOf[group] === 0) this.#hold(group);
  }

  /** The group in which the member adds most; an empty one where being alone is best, its own where nothing is better. */
  bestFor(member: number): number {
    const weightTo = this.#weightTo;
    const met = this.#met;
    const strengthOf = this.#strengthOf;
    const count = this.#weigh(member);
    const strength = this.#level.strength[member] ?? 0;
    const each = strength * this.#level.price;
    const own = this.#groupOf[member] ?? 0;
    let best = own;
    let most = (weightTo[own] ?? 0) - each * ((strengthOf[own] ?? 0) - strength) + LEAST_GAIN;
    if (most < 0 && (this.#sizeOf[own] ?? 0) > 1) {
      best = this.#empty[this.#emptyCount - 1] ?? own;
      most = 0;
    }
    for (let at = 0; at < count; at += 1) {
      const group = met[at] ?? 0;
      const gain = (weightTo[group] ?? 0) - each * (strengthOf[group] ?? 0);
      weightTo[group] = 0;
      if (gain > most && group !== own) {
        best = group;
        most = gain;
      }
    }
    return best;
  }

  move(member: number, to: number): void {
    const from = this.#groupOf[member] ?? 0;
    const strength = this.#level.strength[member] ?? 0;
    if (this.#sizeOf[to] === 0) this.#emptyCount -= 1;
    this.#groupOf[member] = to;
    this.#strengthOf[from] = (this.#strengthOf[from] ?? 0) - strength;
    this.#strengthOf[to] = (this.#strengthOf[to] ?? 0) + strength;
    this.#sizeOf[to] = (this.#sizeOf[to] ?? 0) + 1;
    this.#sizeOf[from] = (this.#sizeOf[from] ?? 0) - 1;
    if (this.#sizeOf[from] === 0) this.#hold(from);
  }

  #hold(group: number): void {
    this.#empty[this.#emptyCount] = group;
    this.#emptyCount += 1;
    this.#strengthOf[group] = 0;
  }

  /** The weight of the member's ties to each group: those met stand in `#met`. @returns how many */
  #weigh(member: number): number {
    const { offsets, targets, weights } = this.#level;
    const groupOf = this.#groupOf;
    const weightTo = this.#weightTo;
    const met = this.#met;
    let count = 0;
    const end = offsets[member + 1] ?? 0;
    for (let arc = offsets[member] ?? 0; arc < end; arc += 1) {
      const group = groupOf[targets[arc] ?? 0] ?? 0;
      const before = weightTo[group] ?? 0;
      if (before === 0) {
        met[count] = group;
        count += 1;
      }
      weightTo[group] = before + (weights[arc] ?? 0);
    }
    return count;
  }
}

/** The numbers 0 to count − 1, every order equally likely (Fisher–Yates). */
export function inRandomOrder(count: number, random: SeededRandom): Int32Array {
  const order = new Int32Array(count);
  for (let at = 0; at < count; at += 1) order[at] = at;
  for (let at = count - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}
