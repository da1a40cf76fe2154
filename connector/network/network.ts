/**
 * Who points at whom, as compressed sparse rows: the targets of person p stand in `targets` from `offsets[p]` up to,
 * not including, `offsets[p + 1]`, smallest first, each once. People are the numbers 0 to `people` − 1.
 */
export interface Network {
  readonly people: number;
  /** One more than there are people. */
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  /** One a target, where a weight means something. */
  readonly weights?: Float64Array;
}

/** What was observed, one row a place in every column; rows may stand in any order, and a pair may have several. */
export interface Observations {
  /** How many people there are, met or not. */
  readonly people: number;
  /** Whose act it is: 0 to `people` − 1. */
  readonly owner: Int32Array;
  /** Whom it included: 0 to `people` − 1; anything below 0 is no person and is ignored. */
  readonly other: Int32Array;
  /** Days since 1970-01-01, a Thursday. */
  readonly day: Int32Array;
  /** How many acts, 1 or more. */
  readonly acts: Int32Array;
}

/**
 * The places 0 to `keys.length` − 1 ordered by their key, equal keys in the order of the places (counting sort).
 *
 * @param keys whole numbers from 0 to `size` − 1; places whose key is below 0 are left out
 * @returns for each key the places that have it: from `offsets[key]` up to `offsets[key + 1]`
 *
 * Cost: O(places + size), two arrays.
 *
 * @throws RangeError when a key is `size` or more
 */
export function sortedByKey(keys: Int32Array, size: number): { offsets: Int32Array; places: Int32Array } {
  const offsets = new Int32Array(size + 1);
  for (const key of keys) {
    if (key >= size) throw new RangeError('A person is numbered below the number of people.');
    if (key >= 0) offsets[key + 1] = (offsets[key + 1] ?? 0) + 1;
  }
  for (let key = 0; key < size; key += 1) offsets[key + 1] = (offsets[key + 1] ?? 0) + (offsets[key] ?? 0);
  const next = offsets.slice(0, size);
  const places = new Int32Array(offsets[size] ?? 0);
  for (let place = 0; place < keys.length; place += 1) {
    const key = keys[place] ?? -1;
    if (key < 0) continue;
    const slot = next[key] ?? 0;
    places[slot] = place;
    next[key] = slot + 1;
  }
  return { offsets, places };
}

/** The targets of one person, smallest first; empty when they have none. Shares memory with the network. */
export function targetsOf({ offsets, targets }: Network, person: number): Int32Array {
  return targets.subarray(offsets[person], offsets[person + 1]);
}

/** The ISO week a day lies in, counted from the one of 1970-01-01: Monday to Sunday, UTC. */
export function weekOf(day: number): number {
  return Math.floor((day + DAYS_FROM_MONDAY_TO_EPOCH) / DAYS_A_WEEK);
}

/** 1970-01-01 was a Thursday. */
const DAYS_FROM_MONDAY_TO_EPOCH = 3;
const DAYS_A_WEEK = 7;
