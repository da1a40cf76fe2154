import type { Headcount } from './membership.ts';
import type { Scope } from './scope.ts';

/** A unit that a scope leaves out and no headcount has, with those that are known where it would lie. */
export interface UnknownUnit {
  readonly unit: string;
  /** Siblings as paths, in order: below the longest part of its path that is known, or at the top. */
  readonly known: readonly string[];
}

/**
 * The units that a scope would leave out and nobody stands in: a typing error leaves nobody out, and nobody is told so.
 * A unit that is out already is in no headcount, and is not asked about again.
 *
 * @param headcounts the newest; empty: nothing is known, and nothing said
 */
export function unknownUnits(
  before: Pick<Scope, 'unitsOut'> | undefined,
  { unitsOut }: Pick<Scope, 'unitsOut'>,
  headcounts: readonly Pick<Headcount, 'unit'>[],
): UnknownUnit[] {
  const known = new Set(headcounts.flatMap(({ unit }) => pathsDownTo(unit)));
  if (known.size === 0) return [];
  const isOut = (unit: string): boolean => before?.unitsOut.some((out) => pathsDownTo(unit).includes(out)) === true;
  return unitsOut
    .filter((unit) => !known.has(unit) && !isOut(unit))
    .map((unit) => ({ unit, known: siblingsOf(unit, known) }));
}

/** 'a/b' stands below 'a', and is itself. Nobody's unit has none. */
function pathsDownTo(unit: string): string[] {
  if (unit === '') return [];
  const parts = unit.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function siblingsOf(unit: string, known: ReadonlySet<string>): string[] {
  const under = (above: string | undefined): string[] =>
    [...known].filter((path) => path.slice(0, Math.max(0, path.lastIndexOf('/'))) === (above ?? ''));
  const above = pathsDownTo(unit).findLast((path) => known.has(path));
  const below = under(above);
  return (below.length > 0 ? below : under(undefined)).toSorted((a, b) => a.localeCompare(b));
}
