/** People in sets that only ever grow together: union by size, paths halved on the way. */
export class DisjointSets {
  /** The person before on the way to the set's root; below 0 for a root: minus the size of the set. */
  readonly #before: Int32Array;

  constructor(people: number) {
    this.#before = new Int32Array(people).fill(-1);
  }

  /** The root of a person's set. */
  find(person: number): number {
    const before = this.#before;
    let at = person;
    let up = before[at] ?? -1;
    while (up >= 0) {
      const further = before[up] ?? -1;
      if (further < 0) return up;
      before[at] = further;
      at = further;
      up = before[at] ?? -1;
    }
    return at;
  }

  /** @returns how many people are in the set of both now */
  join(one: number, other: number): number {
    const before = this.#before;
    const a = this.find(one);
    const b = this.find(other);
    const sizeA = -(before[a] ?? -1);
    if (a === b) return sizeA;
    const sizeB = -(before[b] ?? -1);
    const root = sizeA >= sizeB ? a : b;
    before[root] = -(sizeA + sizeB);
    before[root === a ? b : a] = root;
    return sizeA + sizeB;
  }
}
