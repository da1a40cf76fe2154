import { builtKernel } from './built-kernel.ts';
import { sharedMemory, type MemoryPlan } from './kernel-memory.ts';
import type { Network } from './network.ts';

/** How many searches go on at once: the bits of four words. */
export const LANES = 128;
/** Words of bits a person. */
export const WORDS = 4;
/** Going to whom the frontier points at costs this many times an arc of those who look back at the frontier. */
const PUSH_COST = 2;

/**
 * Breadth-first search from many places at once: 128 lanes, a bit each, all one step at a time. A lane may begin at one
 * person or at many.
 *
 * For each person there is one bit a lane for *seen* and one for *fresh*, seen by the step just made. A step is
 * fresh′(v) = (⋁ fresh(u) over u with u → v) ∧ ¬seen(v), taken the cheaper of two ways: whoever is fresh hands their bits on,
 * or everybody who lacks bits looks back at those who point at them, until nothing is lacking.
 *
 * With the module handed in steps are made in WebAssembly, a vector a person, to the same bits: only who is fresh may stand
 * in another order.
 *
 * Cost: at most one pass over the arcs a step for all 128 lanes; four to six steps in the networks of organisations.
 * Memory 56 bytes a person, once; in WebAssembly also a copy of the network.
 *
 * @see M. Then et al., "The more the merrier: efficient multi-source graph traversal", Proceedings of the VLDB Endowment 8
 *   (2014) 449–460, doi:10.14778/2735496.2735507
 */
export class LaneSearch {
  readonly people: number;
  /** What the lanes stand in, where steps are made in WebAssembly. */
  readonly memory: WebAssembly.Memory | undefined;
  /** Four words a person: the lanes by which they were reached in the step just made. */
  fresh: Int32Array;
  /** Who has been reached by some lane in the step just made, in any order, up to `freshCount`. */
  freshPeople: Int32Array;
  freshCount = 0;
  readonly #out: Network;
  readonly #into: Network;
  readonly #seen: Int32Array;
  readonly #built: BuiltSteps | undefined;
  /** The lanes in use. */
  readonly #used: Int32Array;
  #spare: Int32Array;
  #spareWho: Int32Array;
  #freshArcs = 0;

  /**
   * @param out who points at whom: the way the search goes
   * @param into the same network turned; the same one if it is symmetric
   * @param built what steps are made by, and the plan of its memory, in which the caller may have places too
   * @throws TypeError when the module is not the one built from `wasm/kernels.as`
   */
  constructor(out: Network, into: Network, built?: { kernels: WebAssembly.Module; plan: MemoryPlan }) {
    const { people } = out;
    this.people = people;
    this.#out = out;
    this.#into = into;
    const rooms = built === undefined ? undefined : roomsIn(built.plan, out, into);
    this.memory = built && sharedMemory(built.plan.bytes);
    const ints = (address: number | undefined, length: number): Int32Array =>
      new Int32Array(this.memory?.buffer ?? new ArrayBuffer(4 * length), address ?? 0, length);
    this.fresh = ints(rooms?.fresh, people * WORDS);
    this.freshPeople = ints(rooms?.freshPeople, people);
    this.#seen = ints(rooms?.seen, people * WORDS);
    this.#used = ints(rooms?.used, WORDS);
    this.#spare = ints(rooms?.spare, people * WORDS);
    this.#spareWho = ints(rooms?.spareWho, people);
    if (built === undefined || rooms === undefined || this.memory === undefined) return;
    ints(rooms.offsets, people + 1).set(out.offsets);
    ints(rooms.targets, out.targets.length).set(out.targets);
    ints(rooms.inOffsets, people + 1).set(into.offsets);
    ints(rooms.sources, into.targets.length).set(into.targets);
    this.#built = {
      rooms,
      told: ints(rooms.told, 2),
      push: builtKernel(built.kernels, this.memory, 'lanePush'),
      pull: builtKernel(built.kernels, this.memory, 'lanePull'),
    };
  }

  /** Forgets everything and begins lane 0 at `starts[0]`, lane 1 at `starts[1]` and so on: 128 at most. */
  begin(starts: readonly Iterable<number>[]): void {
    if (starts.length > LANES) throw new RangeError('There are 128 lanes.');
    this.#seen.fill(0);
    this.#clearFresh();
    this.#used.fill(0);
    for (const [lane, people] of starts.entries()) {
      const word = lane >>> 5;
      const bit = 1 << (lane & 31);
      this.#used[word] = (this.#used[word] ?? 0) | bit;
      for (const person of people) {
        const at = person * WORDS + word;
        if (this.#isNew(person)) this.#note(person);
        this.fresh[at] = (this.fresh[at] ?? 0) | bit;
        this.#seen[at] = (this.#seen[at] ?? 0) | bit;
      }
    }
  }

  /**
   * Makes one step.
   *
   * @returns how many times a lane has reached somebody new; 0 when all is done
   */
  step(): number {
    const before = this.freshCount;
    const was = this.fresh;
    const whoWas = this.freshPeople;
    const pushes = this.#freshArcs * PUSH_COST < this.#into.targets.length;
    if (this.#built !== undefined) return this.#builtStep(this.#built, pushes);
    this.fresh = this.#spare;
    this.freshPeople = this.#spareWho;
    this.freshCount = 0;
    this.#freshArcs = 0;
    const reached = pushes ? this.#push(was, whoWas, before) : this.#pull(was);
    for (let at = 0; at < before; at += 1) {
      const person = (whoWas[at] ?? 0) * WORDS;
      was[person] = was[person + 1] = was[person + 2] = was[person + 3] = 0;
    }
    this.#spare = was;
    this.#spareWho = whoWas;
    return reached;
  }

  #builtStep({ rooms, told, push, pull }: BuiltSteps, pushes: boolean): number {
    const [was, whoWas] = [this.fresh, this.freshPeople];
    const [now, whoNow] = [this.#spare, this.#spareWho];
    const places = [was, whoWas, now, whoNow].map(({ byteOffset }) => byteOffset);
    const lanes = [this.freshCount, ...places, rooms.seen, rooms.told, rooms.offsets];
    const reached = pushes
      ? push(...lanes, rooms.targets)
      : pull(...lanes, this.people, rooms.inOffsets, rooms.sources, rooms.used);
    [this.fresh, this.freshPeople, this.#spare, this.#spareWho] = [now, whoNow, was, whoWas];
    [this.freshCount = 0, this.#freshArcs = 0] = told;
    return Number(reached);
  }

  #isNew(person: number): boolean {
    const { fresh } = this;
    const at = person * WORDS;
    return ((fresh[at] ?? 0) | (fresh[at + 1] ?? 0) | (fresh[at + 2] ?? 0) | (fresh[at + 3] ?? 0)) === 0;
  }

  #note(person: number): void {
    this.freshPeople[this.freshCount] = person;
    this.freshCount += 1;
    this.#freshArcs += (this.#out.offsets[person + 1] ?? 0) - (this.#out.offsets[person] ?? 0);
  }

  #clearFresh(): void {
    this.fresh.fill(0);
    this.freshCount = 0;
    this.#freshArcs = 0;
  }

  #push(was: Int32Array, who: Int32Array, count: number): number {
    const { fresh } = this;
    const seen = this.#seen;
    const { offsets, targets } = this.#out;
    for (let at = 0; at < count; at += 1) {
      const person = who[at] ?? 0;
      const own = person * WORDS;
      const w0 = was[own] ?? 0;
      const w1 = was[own + 1] ?? 0;
      const w2 = was[own + 2] ?? 0;
      const w3 = was[own + 3] ?? 0;
      const last = offsets[person + 1] ?? 0;
      for (let arc = offsets[person] ?? 0; arc < last; arc += 1) {
        const target = targets[arc] ?? 0;
        const to = target * WORDS;
        const n0 = w0 & ~(seen[to] ?? 0);
        const n1 = w1 & ~(seen[to + 1] ?? 0);
        const n2 = w2 & ~(seen[to + 2] ?? 0);
        const n3 = w3 & ~(seen[to + 3] ?? 0);
        if ((n0 | n1 | n2 | n3) === 0) continue;
        if (this.#isNew(target)) this.#note(target);
        fresh[to] = (fresh[to] ?? 0) | n0;
        fresh[to + 1] = (fresh[to + 1] ?? 0) | n1;
        fresh[to + 2] = (fresh[to + 2] ?? 0) | n2;
        fresh[to + 3] = (fresh[to + 3] ?? 0) | n3;
      }
    }
    let reached = 0;
    for (let at = 0; at < this.freshCount; at += 1) {
      const to = (this.freshPeople[at] ?? 0) * WORDS;
      for (let word = to; word < to + WORDS; word += 1) {
        const bits = fresh[word] ?? 0;
        seen[word] = (seen[word] ?? 0) | bits;
        reached += bitsIn(bits);
      }
    }
    return reached;
  }

  #pull(was: Int32Array): number {
    const { fresh, people } = this;
    const seen = this.#seen;
    const { offsets, targets } = this.#into;
    const [u0 = 0, u1 = 0, u2 = 0, u3 = 0] = this.#used;
    let reached = 0;
    for (let person = 0; person < people; person += 1) {
      const own = person * WORDS;
      let l0 = u0 & ~(seen[own] ?? 0);
      let l1 = u1 & ~(seen[own + 1] ?? 0);
      let l2 = u2 & ~(seen[own + 2] ?? 0);
      let l3 = u3 & ~(seen[own + 3] ?? 0);
      if ((l0 | l1 | l2 | l3) === 0) continue;
      const [s0, s1, s2, s3] = [l0, l1, l2, l3];
      const last = offsets[person + 1] ?? 0;
      for (let arc = offsets[person] ?? 0; arc < last; arc += 1) {
        const from = (targets[arc] ?? 0) * WORDS;
        l0 &= ~(was[from] ?? 0);
        l1 &= ~(was[from + 1] ?? 0);
        l2 &= ~(was[from + 2] ?? 0);
        l3 &= ~(was[from + 3] ?? 0);
        if ((l0 | l1 | l2 | l3) === 0) break;
      }
      const [f0, f1, f2, f3] = [s0 ^ l0, s1 ^ l1, s2 ^ l2, s3 ^ l3];
      if ((f0 | f1 | f2 | f3) === 0) continue;
      this.#note(person);
      fresh[own] = f0;
      fresh[own + 1] = f1;
      fresh[own + 2] = f2;
      fresh[own + 3] = f3;
      seen[own] = (seen[own] ?? 0) | f0;
      seen[own + 1] = (seen[own + 1] ?? 0) | f1;
      seen[own + 2] = (seen[own + 2] ?? 0) | f2;
      seen[own + 3] = (seen[own + 3] ?? 0) | f3;
      reached += bitsIn(f0) + bitsIn(f1) + bitsIn(f2) + bitsIn(f3);
    }
    return reached;
  }
}

interface BuiltSteps {
  readonly rooms: Rooms;
  /** How many people are fresh, and how many arcs leave them. */
  readonly told: Int32Array;
  readonly push: (...values: number[]) => unknown;
  readonly pull: (...values: number[]) => unknown;
}

type Rooms = ReturnType<typeof roomsIn>;

/** Addresses of everything that steps touch. */
function roomsIn(plan: MemoryPlan, out: Network, into: Network) {
  const { people } = out;
  const isSame = out === into;
  const lanes = (): number => plan.place(people * WORDS, 4);
  const offsets = plan.place(people + 1, 4);
  const targets = plan.place(out.targets.length, 4);
  return {
    ...{ offsets, targets },
    inOffsets: isSame ? offsets : plan.place(people + 1, 4),
    sources: isSame ? targets : plan.place(into.targets.length, 4),
    ...{ fresh: lanes(), spare: lanes(), seen: lanes() },
    ...{ freshPeople: plan.place(people, 4), spareWho: plan.place(people, 4) },
    ...{ used: plan.place(WORDS, 4), told: plan.place(2, 4) },
  };
}

/** How many bits of a word are set. */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
