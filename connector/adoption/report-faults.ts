/** Microsoft makes a report within 24 to 72 hours of the day it is about: older than this it is late. */
const USUAL_DAYS = 3;
/** Two counts of the same people on the same day, a tenth or more apart, do not agree; each is rounded to two figures. */
const APART_BY = 0.1;

/**
 * How late a report came.
 *
 * @param behindDays whole days from what it was made for to the day it was read; 0 where it was made for the day asked for
 * @returns the same, where it is more than usual; null otherwise
 */
export function lateBy(behindDays: number): number | null {
  return behindDays > USUAL_DAYS ? behindDays : null;
}

/**
 * Whether two counts of the same people disagree: they lie a tenth of the larger apart, or more.
 *
 * @param one how many people; null where nothing is said of so few, and then nothing disagrees
 */
export function disagree(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return false;
  return one !== other && Math.abs(one - other) >= APART_BY * Math.max(one, other);
}
