import type { Finding } from './attacked.ts';
import type { Headcount } from '../privacy/membership.ts';

/** What is public of a table's rows. */
export interface ProbedLayout {
  readonly rows: readonly { readonly heads: number }[];
}

const LEAST_HEADS = 20;

/**
 * A14: makes a unit smaller, a person at a time down to the last, and looks each time for a row of fewer people than may
 * stand alone.
 *
 * @param layoutsOf the tables that headcounts give
 * @returns `measured`: heads in the smallest row that any size left, at least 20
 */
export function smallUnits(
  headcounts: readonly Headcount[],
  unit: string,
  layoutsOf: (headcounts: readonly Headcount[]) => readonly ProbedLayout[],
): Finding {
  const most = headcounts.filter((line) => line.unit === unit).reduce((sum, { heads }) => sum + heads, 0);
  const smallest = Array.from({ length: most }, (_, less) => {
    const layouts = layoutsOf(shrunk(headcounts, unit, most - less));
    return Math.min(...layouts.flatMap(({ rows }) => rows.map(({ heads }) => heads)));
  });
  const succeeded = smallest.filter((heads) => heads < LEAST_HEADS).length;
  const figure = Math.min(...smallest);
  const measured = { figure, limit: LEAST_HEADS };
  return { attack: 'A14', tried: most, succeeded, measured, holds: succeeded === 0 };
}

function shrunk(headcounts: readonly Headcount[], unit: string, size: number): Headcount[] {
  const [first] = headcounts.filter((line) => line.unit === unit);
  const others = headcounts.filter((line) => line.unit !== unit);
  return first === undefined ? others : [...others, { ...first, heads: size, covered: Math.min(size, first.covered) }];
}
