import type { Level } from './community-level.ts';
import { inRandomOrder } from './community-moving.ts';
import type { SeededRandom } from './seeded-random.ts';

/**
 * How freely a member may choose another group than the best: chances go as exp(gain / θ), gain in mean weights of a tie.
 * The value of the paper and of its authors' programs.
 */
const THETA = 0.01;

/**
 * Splits the groups into parts that hang together: the refinement of Leiden. Within each group everybody begins alone;
 * whoever is well tied to the rest of the group, and still alone, joins a part that is well tied to the rest and where
 * modularity gains, by chance, the better the likelier. Parts are what the next level takes as its members.
 *
 * Unlike in the paper a member never stays alone by chance where it could gain, so that parts are fewer than members
 * wherever a group is better than its members by themselves.
 *
 * Cost: O(members + ties).
 *
 * @returns the part of each member, named after one of the part's members
 * @see V. A. Traag, L. Waltman, N. J. van Eck (2019), doi:10.1038/s41598-019-41695-z, RefinePartition
 */
export function refined(level: Level, groupOf: Int32Array, random: SeededRandom): Int32Array {
  const { members, strength } = level;
  const strengthOfGroup = new Float64Array(members);
  for (let member = 0; member < members; member += 1)
    strengthOfGroup[groupOf[member] ?? 0] = (strengthOfGroup[groupOf[member] ?? 0] ?? 0) + (strength[member] ?? 0);
  const parts = new Parts(level, groupOf, strengthOfGroup);
  for (const member of inRandomOrder(members, random)) {
    if (parts.isAlone(member) && parts.isWellTied(member)) parts.join(member, random);
  }
  return parts.partOf;
}

class Parts {
  readonly partOf: Int32Array;
  readonly #level: Level;
  readonly #groupOf: Int32Array;
  readonly #strengthOfGroup: Float64Array;
  readonly #sizeOf: Int32Array;
  readonly #strengthOf: Float64Array;
  /** The weight of a part's ties to the rest of its group. */
  readonly #toRest: Float64Array;
  /** All 0 between calls. */
  readonly #weightTo: Float64Array;
  readonly #met: Int32Array;
  readonly #chances: Float64Array;

  constructor(level: Level, groupOf: Int32Array, strengthOfGroup: Float64Array) {
    const { members } = level;
    this.#level = level;
    this.#groupOf = groupOf;
    this.#strengthOfGroup = strengthOfGroup;
    this.partOf = new Int32Array(members);
    for (let member = 0; member < members; member += 1) this.partOf[member] = member;
    this.#sizeOf = new Int32Array(members).fill(1);
    this.#strengthOf = level.strength.slice();
    this.#toRest = weightsWithin(level, groupOf);
    this.#weightTo = new Float64Array(members);
    this.#met = new Int32Array(members);
    this.#chances = new Float64Array(members);
  }

  isAlone(member: number): boolean {
    return this.#sizeOf[member] === 1 && this.partOf[member] === member;
  }

  /** Whether a part has to the rest of its group at least what chance would give. */
  isWellTied(part: number): boolean {
    const strength = this.#strengthOf[part] ?? 0;
    const rest = (this.#strengthOfGroup[this.#groupOf[part] ?? 0] ?? 0) - strength;
    return (this.#toRest[part] ?? 0) >= strength * rest * this.#level.price;
  }

  join(member: number, random: SeededRandom): void {
    const count = this.#weigh(member);
    const chosen = this.#chosen(member, count, random);
    if (chosen !== member) {
      const shared = this.#weightTo[chosen] ?? 0;
      this.partOf[member] = chosen;
      this.#sizeOf[chosen] = (this.#sizeOf[chosen] ?? 0) + 1;
      this.#sizeOf[member] = 0;
      this.#strengthOf[chosen] = (this.#strengthOf[chosen] ?? 0) + (this.#strengthOf[member] ?? 0);
      this.#toRest[chosen] = (this.#toRest[chosen] ?? 0) + (this.#toRest[member] ?? 0) - 2 * shared;
    }
    for (let at = 0; at < count; at += 1) this.#weightTo[this.#met[at] ?? 0] = 0;
  }

  /** One of the first `count` parts met, or the member's own where none gains. */
  #chosen(member: number, count: number, random: SeededRandom): number {
    const each = (this.#level.strength[member] ?? 0) * this.#level.price;
    let most = 0;
    for (let at = 0; at < count; at += 1) {
      const part = this.#met[at] ?? 0;
      const gain = (this.#weightTo[part] ?? 0) - each * (this.#strengthOf[part] ?? 0);
      this.#chances[at] = gain > 0 && this.isWellTied(part) ? gain : 0;
      most = Math.max(most, this.#chances[at] ?? 0);
    }
    if (most === 0) return member;
    let total = 0;
    for (let at = 0; at < count; at += 1) {
      const gain = this.#chances[at] ?? 0;
      // Told from the best, so that no power overflows.
      if (gain > 0) total += Math.exp((gain - most) / THETA);
      this.#chances[at] = total;
    }
    const drawn = random.next() * total;
    let at = 0;
    while (at < count - 1 && (this.#chances[at] ?? 0) <= drawn) at += 1;
    return this.#met[at] ?? member;
  }

  #weigh(member: number): number {
    const { offsets, targets, weights } = this.#level;
    const groupOf = this.#groupOf;
    const partOf = this.partOf;
    const weightTo = this.#weightTo;
    const group = groupOf[member] ?? 0;
    let count = 0;
    const end = offsets[member + 1] ?? 0;
    for (let arc = offsets[member] ?? 0; arc < end; arc += 1) {
      const target = targets[arc] ?? 0;
      if (groupOf[target] !== group) continue;
      const part = partOf[target] ?? 0;
      const before = weightTo[part] ?? 0;
      if (before === 0) {
        this.#met[count] = part;
        count += 1;
      }
      weightTo[part] = before + (weights[arc] ?? 0);
    }
    return count;
  }
}

function weightsWithin({ members, offsets, targets, weights }: Level, groupOf: Int32Array): Float64Array {
  const within = new Float64Array(members);
  for (let member = 0; member < members; member += 1) {
    const group = groupOf[member] ?? 0;
    const end = offsets[member + 1] ?? 0;
    let sum = 0;
    for (let arc = offsets[member] ?? 0; arc < end; arc += 1)
      if (groupOf[targets[arc] ?? 0] === group) sum += weights[arc] ?? 0;
    within[member] = sum;
  }
  return within;
}
