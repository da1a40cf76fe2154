import type { Figure, Row, Table } from '../../connector/api/answers.ts';
import { liesIn } from '../drawing/joined-units.ts';
import { THIN_COVERAGE_PERCENT } from '../drawing/matrix-picture.ts';
import { isShown } from '../words/say.ts';

/** A number with the 90 % interval its noise gives. */
export interface Ranged {
  readonly about: number;
  readonly low: number;
  readonly high: number;
}

export interface Bridging {
  readonly row: Row;
  /** Who in the row have a mailbox and a licence: only they can be seen. */
  readonly covered: number;
  /** People with regular contact in at least three other units; withheld as `breadth` is. */
  readonly people: Figure;
  /** The same of 100 covered. */
  readonly perHundred: Figure;
  /** How many other divisions one covered person reaches on average, of `of`; absent where one of them has no figure. */
  readonly divisions?: Ranged & { readonly of: number };
}

const WIDE = ['three-to-five', 'six-or-more'];
/** Half the width of a 90 % interval, in standard deviations. */
const HALF_90 = 1.645;

/**
 * Bridging of every row of `breadth`, corrected for the size of the unit: counts divided by those who can be seen, so that
 * a large unit is no bridge by its size alone and a thinly covered one not closed by its mailboxes. Both ends of an interval
 * carry the noise of the cells that were added (σ√n); what coverage is rounded by is not in it.
 *
 * @param reach absent, or without the row: `divisions` is absent
 */
export function bridgingOf(breadth: Table, reach: Table | undefined): Bridging[] {
  return breadth.rows.map((row, index) => {
    const covered = (row.heads * row.coveragePercent) / 100;
    const cells = breadth.columns.flatMap(({ name }, column) =>
      WIDE.includes(name) ? [breadth.figures[index]?.[column] ?? { withheld: 'not-measured' as const }] : [],
    );
    const people = summed(cells, breadth.sigma, row.heads);
    const divisions = reach === undefined ? undefined : divisionsOf(row, reach, covered);
    return {
      row,
      covered,
      people,
      perHundred: perHundred(people, covered),
      ...(divisions === undefined ? {} : { divisions }),
    };
  });
}

/** All rows of which enough is seen, together; undefined where there is none. */
export function wholeOf(
  bridging: readonly Bridging[],
  sigma: number,
): Pick<Bridging, 'people' | 'perHundred' | 'covered'> | undefined {
  const seen = bridging.filter(({ row, people }) => row.coveragePercent >= THIN_COVERAGE_PERCENT && isShown(people));
  if (seen.length === 0) return undefined;
  const covered = seen.reduce((sum, one) => sum + one.covered, 0);
  // Each row's figure is two cells.
  const people = summed(
    seen.map(({ people }) => people),
    sigma * Math.SQRT2,
    Math.round(covered),
  );
  return { covered, people, perHundred: perHundred(people, covered) };
}

function summed(cells: readonly Figure[], sigma: number, heads: number): Figure {
  const hidden = cells.find((cell) => !isShown(cell));
  if (hidden !== undefined || cells.length === 0) return hidden ?? { withheld: 'not-measured' };
  const about = Math.min(
    heads,
    cells.reduce((sum, cell) => sum + (isShown(cell) ? cell.about : 0), 0),
  );
  const half = HALF_90 * sigma * Math.sqrt(cells.length);
  const within = (count: number): number => Math.round(Math.min(heads, Math.max(0, count)));
  return { about, low: within(about - half), high: within(about + half) };
}

function perHundred(people: Figure, covered: number): Figure {
  if (!isShown(people) || covered === 0) return isShown(people) ? { withheld: 'not-measured' } : people;
  const share = (count: number): number => Math.min(100, Math.round((100 * count) / covered));
  return { about: share(people.about), low: share(people.low), high: share(people.high) };
}

function divisionsOf(row: Row, reach: Table, covered: number): Bridging['divisions'] {
  const figures = reach.figures[reach.rows.findIndex(({ id }) => id === row.id)];
  const others = reach.columns.flatMap(({ name }, column) => (liesIn(row, name) ? [] : [figures?.[column]]));
  const shown = others.filter((figure) => figure !== undefined && isShown(figure));
  if (covered === 0 || shown.length === 0 || shown.length < others.length) return undefined;
  const sum = shown.reduce((total, { about }) => total + about, 0);
  const half = HALF_90 * reach.sigma * Math.sqrt(shown.length);
  const mean = (count: number): number => Math.min(shown.length, Math.max(0, count / covered));
  return { about: mean(sum), low: mean(sum - half), high: mean(sum + half), of: shown.length };
}
