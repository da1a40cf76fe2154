import type { WhyMissing } from './adoption-reasons.ts';
import type { Estimate, UnitAnswer, WholeStaircase } from './answers.ts';
import { oneDecimal, twoDecimals } from './counted-share.ts';
import { shownStaircase, whyNoStep } from './shown-staircase.ts';
import { STEPS } from '../privacy/person-row.ts';
import type { Release } from '../privacy/release.ts';
import { stepColumn } from '../privacy/table-layout.ts';

/**
 * The staircase of the row that holds one unit, with the numbers that the screen about adoption has for it. Withheld whole
 * where one of its figures is, so that none can be taken from the rest.
 *
 * @param path of the unit in the directory
 * @returns undefined where the release has no staircase, or no row of it holds the unit
 */
export function stairsOfUnit(
  release: Release,
  releases: readonly Release[],
  path: string,
  why: WhyMissing,
): UnitAnswer['stairs'] {
  const stairs = shownStaircase(release, releases, why);
  if ('withheld' in stairs) return undefined;
  const { rows, columns, figures, sigma } = stairs.table;
  const index = rows.findIndex(({ units }) => units.includes(path));
  const [row, cells, lowest] = [rows[index], figures[index], stairs.lowest[index]];
  if (row === undefined || cells === undefined || lowest === undefined) return undefined;
  const { period } = release;
  const hidden = cells.find((cell) => 'withheld' in cell);
  if (hidden !== undefined) return { period, row, steps: hidden };
  const steps = STEPS.map((step): WholeStaircase['steps'][number] => {
    const cell = cells[columns.findIndex(({ name }) => name === stepColumn(step))];
    const isCounted = cell !== undefined && !('withheld' in cell);
    return { step, figure: isCounted ? shareIn(cell, row.heads, sigma) : whyNoStep(step, why) };
  });
  // The lowest is what the others leave of the heads, and bears the noise of all of them.
  const ofLowest = shareIn(lowest, row.heads, sigma * Math.sqrt(columns.length));
  return { period, row, steps: [{ step: 1, figure: ofLowest }, ...steps] };
}

function shareIn(
  people: Estimate,
  heads: number,
  sigma: number,
): Extract<WholeStaircase['steps'][number]['figure'], { people: unknown }> {
  const share = (count: number): number => (heads === 0 ? 0 : oneDecimal((100 * count) / heads));
  const [about, low, high] = [share(people.about), share(people.low), share(people.high)];
  return { people, share: { about, low, high, sigma: heads === 0 ? 0 : twoDecimals((100 * sigma) / heads) } };
}
