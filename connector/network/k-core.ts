import type { Network } from './network.ts';
import { PEOPLE_A_REPORT, type Progress } from './progress.ts';

/**
 * Core number: the most k for which a person is in a circle where everybody has at least k partners within the circle.
 *
 * The k-core is the largest set of people each of whom is tied to at least k others of the set; core(i) = max {k : i is in
 * the k-core}. Weights are not looked at. Ties without direction only: of a directed network take the undirected one.
 *
 * Range: 0 for the lonely, to the greatest degree. Nobody: empty.
 *
 * Cost: O(people + ties): the person with the fewest partners left is taken away, again and again, and people stand in
 * places by how many they have left, so that finding the next one costs nothing.
 *
 * Misread as centrality: the core is where many are tied to many, such as a large department with one mailing habit.
 *
 * @param network symmetric
 * @see V. Batagelj, M. Zaveršnik, "Fast algorithms for determining (generalized) core groups in social networks", Advances
 *   in Data Analysis and Classification 5 (2011), doi:10.1007/s11634-010-0079-y
 * @example on paper: 0 – 1 – 2 – 0 and 2 – 3, and 4 alone: 2, 2, 2, 1, 0.
 */
export function coreNumbers(
  { people, offsets, targets }: Network,
  { progress }: { progress?: Progress } = {},
): Int32Array {
  const left = new Int32Array(people);
  for (let person = 0; person < people; person += 1) left[person] = (offsets[person + 1] ?? 0) - (offsets[person] ?? 0);
  const { order, place, starts } = byCount(left);
  for (let at = 0; at < people; at += 1) {
    const person = order[at] ?? 0;
    const own = left[person] ?? 0;
    const end = offsets[person + 1] ?? 0;
    for (let arc = offsets[person] ?? 0; arc < end; arc += 1) {
      const other = targets[arc] ?? 0;
      const count = left[other] ?? 0;
      if (count <= own) continue;
      // Changes places with the first of those who have as many left, who then begin one place later.
      const first = starts[count] ?? 0;
      const mover = order[first] ?? 0;
      const from = place[other] ?? 0;
      order[from] = mover;
      place[mover] = from;
      order[first] = other;
      place[other] = first;
      starts[count] = first + 1;
      left[other] = count - 1;
    }
    if (at % PEOPLE_A_REPORT === 0) progress?.(at, people);
  }
  return left;
}

/** Everybody, fewest first: who stands where, who stands at which place, and where those with each count begin. */
function byCount(counts: Int32Array): { order: Int32Array; place: Int32Array; starts: Int32Array } {
  const people = counts.length;
  const starts = new Int32Array(people + 1);
  for (const count of counts) starts[count + 1] = (starts[count + 1] ?? 0) + 1;
  for (let count = 1; count <= people; count += 1) starts[count] = (starts[count] ?? 0) + (starts[count - 1] ?? 0);
  const next = starts.slice();
  const order = new Int32Array(people);
  const place = new Int32Array(people);
  for (let person = 0; person < people; person += 1) {
    const count = counts[person] ?? 0;
    const at = next[count] ?? 0;
    next[count] = at + 1;
    order[at] = person;
    place[person] = at;
  }
  return { order, place, starts };
}
