import type { Network } from './network.ts';

/** Where all shortest paths between two people lead through, one place a person in both columns. */
export interface ShortestPaths {
  /** Who stands on a shortest path, neither of the two ends; filled up to what `between` returned. */
  readonly people: Int32Array;
  /** The share of the shortest paths that the person stands on, above 0 and at most 1. */
  readonly shares: Float64Array;
  /**
   * Finds all shortest paths from one person to another and fills the columns, as the next call does again.
   *
   * @returns how many people stand on them: 0 where the two are tied, and where no path leads from one to the other
   * @throws RangeError when both are the same, or when there are more shortest paths than can be counted (over 10²⁴⁰)
   */
  between(from: number, to: number): number;
}

/**
 * Balanced search from both ends: who stands on the shortest paths from one person to another, and on what share of them.
 *
 * share(v) = σ(s, t, v) / σ(s, t), where σ(s, t) is the number of shortest paths from s to t and σ(s, t, v) the number of
 * those through v. A side is a search level by level from one end; the side whose outermost people have fewer ties goes
 * on. Before it does, it looks whether one of these ties ends on the other side: then all shortest paths cross there, each
 * by one such tie, and nobody further out is touched. That look is one pass without a branch over bytes, and where it
 * finds nothing the same ties, by then in the cache, are walked.
 *
 * Counts of paths double with every fork; where they would pass 2⁴⁰⁰ a whole level is scaled down, for only shares within
 * a level matter.
 *
 * Cost of a call: each tie of the smaller sides at most twice, some thousands in the networks of organisations, and nothing
 * that grows with people. Memory: 73 bytes a person, once.
 *
 * @param out who points at whom
 * @param into the same network turned; the same one if it is symmetric
 * @see M. Borassi, E. Natale, "KADABRA is an adaptive algorithm for betweenness via random approximation", ACM Journal of
 *   Experimental Algorithmics 24 (2019), doi:10.1145/3284359, for the balanced search; shares of all paths in place of one:
 *   M. Riondato, E. Upfal, "ABRA: approximating betweenness centrality in static and dynamic graphs with Rademacher
 *   averages", ACM Transactions on Knowledge Discovery from Data 12 (2018), doi:10.1145/3208351
 * @example on paper: 0 – 1 – 3, 0 – 2 – 3, 3 – 4. From 0 to 4: 1 and 2 with ½ each, 3 with 1.
 */
export function balancedSearch(out: Network, into: Network): ShortestPaths {
  return new BalancedSearch(out, into);
}

/** A level is scaled down by this where the one after it could pass it. */
const HUGE = 2 ** 400;

class BalancedSearch implements ShortestPaths {
  readonly people: Int32Array;
  readonly shares: Float64Array;
  /** Which side has come to a person: the bits of both, 0 for neither. */
  readonly #mark: Uint8Array;
  /** Where a person who is marked stands in the side's list. */
  readonly #place: Int32Array;
  readonly #near: Side;
  readonly #far: Side;
  #found = 0;

  constructor(out: Network, into: Network) {
    const { people } = out;
    this.people = new Int32Array(people);
    this.shares = new Float64Array(people);
    this.#mark = new Uint8Array(people);
    this.#place = new Int32Array(people);
    this.#near = new Side(1, out, into);
    this.#far = new Side(2, into, out);
  }

  between(from: number, to: number): number {
    if (from === to) throw new RangeError('A path leads from one person to another.');
    const mark = this.#mark;
    const place = this.#place;
    this.#found = 0;
    this.#near.begin(from, mark, place);
    this.#far.begin(to, mark, place);
    let met = false;
    while (!met) {
      const [side, other] = this.#near.ties <= this.#far.ties ? [this.#near, this.#far] : [this.#far, this.#near];
      if (side.ties === 0) break;
      met = side.look(mark, other.bit);
      if (met) this.#share(side, other);
      else side.advance(mark, place);
    }
    this.#near.clear(mark);
    this.#far.clear(mark);
    return this.#found;
  }

  #share(side: Side, other: Side): void {
    const all = side.cross(other, this.#mark, this.#place);
    if (!(all > 0)) throw new RangeError('There are more shortest paths between two people than can be counted.');
    this.#tellBack(side, all);
    this.#tellBack(other, all);
  }

  /** From the outermost level to the first: notes whom paths lead through, and hands their shares on toward the end. */
  #tellBack(side: Side, all: number): void {
    for (const at of side.onPath.subarray(0, side.onPaths)) side.share[at] = (side.share[at] ?? 0) / all;
    for (let level = side.depth; level > 0; level -= 1) {
      for (const at of side.onPath.subarray(0, side.onPaths)) {
        this.people[this.#found] = side.list[at] ?? 0;
        // Sums of shares may pass 1 by a rounding.
        this.shares[this.#found] = Math.min(side.share[at] ?? 0, 1);
        this.#found += 1;
      }
      if (level > 1) side.handBack(level, this.#mark, this.#place);
    }
    for (const at of side.onPath.subarray(0, side.onPaths)) side.share[at] = 0;
    side.onPaths = 0;
  }
}

/** The search from one end: whom it has come to, level by level, and over how many shortest paths. */
class Side {
  readonly bit: number;
  /** Whom it has come to, in that order; below, `at` is a place in this list. */
  readonly list: Int32Array;
  readonly share: Float64Array;
  /** The places of one level that shortest paths lead through. */
  onPath: Int32Array;
  onPaths = 0;
  /** The number of the outermost level; the end itself is level 0. */
  depth = 0;
  /** Ties of the outermost level. */
  ties = 0;
  readonly #onward: Network;
  readonly #backward: Network;
  readonly #paths: Float64Array;
  #spare: Int32Array;
  /** Where each level begins in the list, and where the outermost ends. */
  readonly #starts: number[] = [0, 0];
  /** By what each level was scaled after it had been counted. */
  readonly #scales: number[] = [1];

  constructor(bit: number, onward: Network, backward: Network) {
    const { people } = onward;
    this.bit = bit;
    this.list = new Int32Array(people);
    this.share = new Float64Array(people);
    this.onPath = new Int32Array(people);
    this.#spare = new Int32Array(people);
    this.#paths = new Float64Array(people);
    this.#onward = onward;
    this.#backward = backward;
  }

  begin(end: number, mark: Uint8Array, place: Int32Array): void {
    const { offsets } = this.#onward;
    this.list[0] = end;
    this.#paths[0] = 1;
    mark[end] = this.bit;
    place[end] = 0;
    this.depth = 0;
    this.#starts[1] = 1;
    this.#scales[0] = 1;
    this.ties = (offsets[end + 1] ?? 0) - (offsets[end] ?? 0);
  }

  clear(mark: Uint8Array): void {
    const { list } = this;
    const end = this.#starts[this.depth + 1] ?? 0;
    for (let at = 0; at < end; at += 1) mark[list[at] ?? 0] = 0;
  }

  /** Whether a tie of the outermost level ends on the other side; notes whose do. */
  look(mark: Uint8Array, otherBit: number): boolean {
    const { list, onPath } = this;
    const { offsets, targets } = this.#onward;
    const end = this.#starts[this.depth + 1] ?? 0;
    let crossing = 0;
    for (let at = this.#starts[this.depth] ?? 0; at < end; at += 1) {
      const person = list[at] ?? 0;
      const last = offsets[person + 1] ?? 0;
      let seen = 0;
      for (let arc = offsets[person] ?? 0; arc < last; arc += 1) seen |= mark[targets[arc] ?? 0] ?? 0;
      if ((seen & otherBit) === 0) continue;
      onPath[crossing] = at;
      crossing += 1;
    }
    this.onPaths = crossing;
    return crossing > 0;
  }

  /** Goes one level further out: everybody tied to the outermost level whom this side has not come to yet. */
  advance(mark: Uint8Array, place: Int32Array): void {
    const { list, bit } = this;
    const paths = this.#paths;
    const { offsets, targets } = this.#onward;
    this.#scaleDown();
    const begin = this.#starts[this.depth] ?? 0;
    const end = this.#starts[this.depth + 1] ?? 0;
    let count = end;
    let ties = 0;
    for (let at = begin; at < end; at += 1) {
      const person = list[at] ?? 0;
      const over = paths[at] ?? 0;
      const last = offsets[person + 1] ?? 0;
      for (let arc = offsets[person] ?? 0; arc < last; arc += 1) {
        const neighbour = targets[arc] ?? 0;
        if (mark[neighbour] === 0) {
          mark[neighbour] = bit;
          place[neighbour] = count;
          list[count] = neighbour;
          paths[count] = over;
          ties += (offsets[neighbour + 1] ?? 0) - (offsets[neighbour] ?? 0);
          count += 1;
        } else {
          const known = place[neighbour] ?? 0;
          if (known >= end) paths[known] = (paths[known] ?? 0) + over;
        }
      }
    }
    this.depth += 1;
    this.ties = ties;
    this.#starts[this.depth + 1] = count;
    this.#scales[this.depth] = 1;
  }

  /** All paths over the crossing ties; leaves to each side whom they lead through and over how many paths. */
  cross(other: Side, mark: Uint8Array, place: Int32Array): number {
    const { offsets, targets } = this.#onward;
    let all = 0;
    for (const at of this.onPath.subarray(0, this.onPaths)) {
      const person = this.list[at] ?? 0;
      const over = this.#paths[at] ?? 0;
      const last = offsets[person + 1] ?? 0;
      let through = 0;
      for (let arc = offsets[person] ?? 0; arc < last; arc += 1) {
        const neighbour = targets[arc] ?? 0;
        if (((mark[neighbour] ?? 0) & other.bit) === 0) continue;
        const met = place[neighbour] ?? 0;
        const product = over * (other.#paths[met] ?? 0);
        other.#note(met, product);
        through += product;
      }
      this.share[at] = through;
      all += through;
    }
    return all;
  }

  /** Hands the shares of one level on to the level before it, in proportion to the paths that come from there. */
  handBack(level: number, mark: Uint8Array, place: Int32Array): void {
    const { offsets, targets } = this.#backward;
    const paths = this.#paths;
    const from = this.onPath;
    const count = this.onPaths;
    const begin = this.#starts[level - 1] ?? 0;
    const end = this.#starts[level] ?? 0;
    [this.onPath, this.#spare, this.onPaths] = [this.#spare, from, 0];
    for (const at of from.subarray(0, count)) {
      const person = this.list[at] ?? 0;
      const perPath = ((this.share[at] ?? 0) / (paths[at] ?? 1)) * (this.#scales[level] ?? 1);
      this.share[at] = 0;
      const last = offsets[person + 1] ?? 0;
      for (let arc = offsets[person] ?? 0; arc < last; arc += 1) {
        const neighbour = targets[arc] ?? 0;
        if (((mark[neighbour] ?? 0) & this.bit) === 0) continue;
        const before = place[neighbour] ?? 0;
        if (before >= begin && before < end) this.#note(before, perPath * (paths[before] ?? 0));
      }
    }
  }

  /** Adds to what leads through a place. What is too little for a number leads nowhere. */
  #note(at: number, amount: number): void {
    if (amount === 0) return;
    const before = this.share[at] ?? 0;
    if (before === 0) {
      this.onPath[this.onPaths] = at;
      this.onPaths += 1;
    }
    this.share[at] = before + amount;
  }

  #scaleDown(): void {
    const begin = this.#starts[this.depth] ?? 0;
    const end = this.#starts[this.depth + 1] ?? 0;
    let most = 0;
    for (let at = begin; at < end; at += 1) most += this.#paths[at] ?? 0;
    // One person has at most `ties` ties into the next level.
    if (most * this.ties < HUGE) return;
    for (let at = begin; at < end; at += 1) this.#paths[at] = (this.#paths[at] ?? 0) / HUGE;
    this.#scales[this.depth] = 1 / HUGE;
  }
}
