import type { WeightedObservations } from '../../connector/network/ties.ts';
import type { Network } from '../../connector/network/network.ts';

/** One observed row, as a person would write it down. */
export interface Seen {
  readonly owner: number;
  readonly other: number;
  readonly day: number;
  readonly acts: number;
  readonly minutes: number;
}

/** A Monday: 2027-02-01. */
export const MONDAY = 20_850 - ((20_850 + 3) % 7);

/** Rows as columns. */
export function observed(people: number, rows: readonly Seen[]): WeightedObservations {
  return {
    people,
    owner: Int32Array.from(rows, (row) => row.owner),
    other: Int32Array.from(rows, (row) => row.other),
    day: Int32Array.from(rows, (row) => row.day),
    acts: Int32Array.from(rows, (row) => row.acts),
    minutes: Float64Array.from(rows, (row) => row.minutes),
  };
}

/** One act on the Monday of each of these weeks, one minute each. */
export function acts(owner: number, other: number, ...weeks: number[]): Seen[] {
  return weeks.map((week) => ({ owner, other, day: MONDAY + 7 * week, acts: 1, minutes: 1 }));
}

/** The targets of everybody as plain lists. */
export function listsOf({ offsets, targets }: Network): number[][] {
  return Array.from({ length: offsets.length - 1 }, (_, person) => [
    ...targets.subarray(offsets[person], offsets[person + 1]),
  ]);
}

/** The definition of design §2 read aloud, in whole ISO weeks found through the calendar and not by division. */
export function naiveContacts(people: number, rows: readonly Seen[]): number[][] {
  return everyPair(people, (p, q) => isRepeated(rows.filter((row) => row.owner === p && row.other === q)));
}

export function naiveTies(people: number, rows: readonly Seen[]): number[][] {
  return everyPair(people, (p, q) => {
    const there = rows.filter((row) => row.owner === p && row.other === q);
    const back = rows.filter((row) => row.owner === q && row.other === p);
    return there.length > 0 && back.length > 0 && isRepeated([...there, ...back]);
  });
}

function everyPair(people: number, holds: (p: number, q: number) => boolean): number[][] {
  const everybody = Array.from({ length: people }, (_, person) => person);
  return everybody.map((p) => everybody.filter((q) => q !== p && holds(p, q)));
}

function isRepeated(rows: readonly Seen[]): boolean {
  const mondays = new Set(rows.map(({ day }) => mondayBefore(day)));
  return rows.reduce((sum, row) => sum + row.acts, 0) >= 2 && mondays.size >= 2;
}

function mondayBefore(day: number): number {
  for (let back = day; ; back -= 1) if (new Date(back * 86_400_000).getUTCDay() === 1) return back;
}
