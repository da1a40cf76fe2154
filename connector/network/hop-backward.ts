import { isPushCheaper, SIDE_BY_SIDE, sumLanes, type HopRows, type HopScratch } from './hop-scratch.ts';
import type { Search } from './hop-forward.ts';

/** From the deepest level up: what a level is handed times its σ is δ. The sources themselves are between nobody. */
export function backward(
  rows: HopRows,
  scratch: HopScratch,
  search: Search,
  deepest: number,
  totals: Float64Array,
): void {
  const { handed, order, levelStart, levelOut, levelIn } = scratch;
  const first = search.begin * SIDE_BY_SIDE;
  const last = first + search.size * SIDE_BY_SIDE;
  for (let at = levelStart[deepest] ?? 0; at < search.tail; at += 1) handUp(scratch, order[at] ?? 0);
  for (let level = deepest - 1; level > 0; level -= 1) {
    const start = levelStart[level] ?? 0;
    const end = levelStart[level + 1] ?? 0;
    const below = levelStart[level + 2] ?? 0;
    const isPush = isPushCheaper(levelIn[level + 1] ?? 0, levelOut[level] ?? 0);
    if (isPush) pushBack(rows, scratch, end, below);
    else pullBack(rows, scratch, start, end);
    clearFrontier(scratch, end, below);
    for (let at = start; at < end; at += 1) {
      const entry = order[at] ?? 0;
      totals[entry >> 4] = (totals[entry >> 4] ?? 0) + handUp(scratch, entry);
    }
    // Those pushed to who are of other levels were handed something too.
    if (isPush) handed.fill(0, first, last);
  }
  clearFrontier(scratch, 0, deepest > 0 ? (levelStart[2] ?? 0) : search.tail);
  scratch.paths.fill(0, first, last);
}

function clearFrontier({ frontier, order }: HopScratch, start: number, end: number): void {
  for (let at = start; at < end; at += 1) {
    const place = ((order[at] ?? 0) >> 4) * SIDE_BY_SIDE;
    frontier.fill(0, place, place + SIDE_BY_SIDE);
  }
}

/** Puts (1 + δ) / σ of the entry's lanes on the frontier. @returns δ, over those lanes */
function handUp(scratch: HopScratch, entry: number): number {
  const place = (entry >> 4) * SIDE_BY_SIDE;
  const a = handUpLane(scratch, place, entry & 1);
  const b = handUpLane(scratch, place + 1, entry & 2);
  const c = handUpLane(scratch, place + 2, entry & 4);
  const d = handUpLane(scratch, place + 3, entry & 8);
  // In the order in which vectors of two add up.
  return a + c + (b + d);
}

function handUpLane({ paths, handed, frontier }: HopScratch, at: number, bit: number): number {
  const own = paths[at] ?? 0;
  const dependency = bit === 0 ? 0 : own * (handed[at] ?? 0);
  handed[at] = 0;
  frontier[at] = bit === 0 ? 0 : (1 + dependency) / own;
  return dependency;
}

function pushBack(rows: HopRows, scratch: HopScratch, start: number, end: number): void {
  const { inOffsets, sources } = rows;
  const { handed, frontier, order } = scratch;
  for (let at = start; at < end; at += 1) {
    const person = (order[at] ?? 0) >> 4;
    const own = person * SIDE_BY_SIDE;
    const a = frontier[own] ?? 0;
    const b = frontier[own + 1] ?? 0;
    const c = frontier[own + 2] ?? 0;
    const d = frontier[own + 3] ?? 0;
    const last = inOffsets[person + 1] ?? 0;
    for (let arc = inOffsets[person] ?? 0; arc < last; arc += 1) {
      const place = (sources[arc] ?? 0) * SIDE_BY_SIDE;
      handed[place] = (handed[place] ?? 0) + a;
      handed[place + 1] = (handed[place + 1] ?? 0) + b;
      handed[place + 2] = (handed[place + 2] ?? 0) + c;
      handed[place + 3] = (handed[place + 3] ?? 0) + d;
    }
  }
}

function pullBack(rows: HopRows, scratch: HopScratch, start: number, end: number): void {
  const { handed, frontier, order } = scratch;
  for (let at = start; at < end; at += 1) {
    const person = (order[at] ?? 0) >> 4;
    const place = person * SIDE_BY_SIDE;
    sumLanes(rows.out, person, frontier, handed, place);
  }
}
