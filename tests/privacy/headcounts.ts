import fc from 'fast-check';
import type { Headcount, Standing } from '../../connector/privacy/membership.ts';

/** One line of the directory: everybody covered, all desk staff, unless said otherwise. */
export function headcount(unit: string, heads: number, standing: Standing = 'desk', covered = heads): Headcount {
  return { unit, heads, standing, covered };
}

/** Sizes of the departments of the real institution in the tests' data: 41 with somebody in them, 965 heads; 21 people without. */
export const INSTITUTION: readonly Headcount[] = [
  102, 89, 62, 55, 54, 49, 49, 38, 34, 29, 29, 29, 27, 26, 25, 25, 24, 22, 19, 18, 15, 13, 13, 13, 12, 10, 10, 10, 9, 8,
  8, 8, 6, 5, 4, 4, 3, 3, 3, 2, 1,
].map((heads, index) => headcount(`Department ${String(index + 1).padStart(2, '0')}`, heads));

const segment = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F');
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'));
const standing = fc.constantFrom<Standing>('leader', 'elected', 'frontline', 'desk');

/** Any directory: units up to four levels deep, some heads without one, sizes from nothing to large. */
export const anyHeadcounts = fc.array(
  fc
    .record({
      unit: fc.oneof({ weight: 9, arbitrary: path }, fc.constant('')),
      standing,
      heads: fc.nat(120),
      part: fc.nat(100),
    })
    .map(({ unit, standing: group, heads, part }) => headcount(unit, heads, group, Math.floor((heads * part) / 100))),
  { maxLength: 40 },
);
