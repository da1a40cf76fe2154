import type { Estimate, OverviewAnswer } from '../../connector/api/answers.ts';
import { isShown } from '../words/say.ts';

/** A figure on the overview, and everything it was made of, so that a reader can compute it again. */
export interface WorkedFigure {
  readonly from: 'headline' | 'largest';
  readonly figure: Estimate;
  readonly heads: number;
  /** Whom they have contact with. */
  readonly partner: string;
  /** Whose it is. */
  readonly of: string;
  /** What was released of each row, in people. */
  readonly rows: readonly { readonly name: string; readonly heads: number; readonly count: number }[];
  /** Standard deviation of the noise in one row, in people; and what the whole table cost (zCDP). */
  readonly sigma: number;
  readonly rho: number;
}

/**
 * The headline's figure where it has one, and otherwise the largest of the table of contacts; undefined where no contact is
 * shown.
 */
export function workedFigure({
  headline,
  reach,
}: Pick<OverviewAnswer, 'headline' | 'reach'>): WorkedFigure | undefined {
  if (reach === undefined) return undefined;
  const { sigma, rho } = reach;
  if (headline.kind === 'loosest-division') {
    const { people: figure, heads, partner, division: of, rows } = headline;
    return { from: 'headline', figure, heads, partner, of, rows, sigma, rho };
  }
  const cells = reach.rows.flatMap(({ name, heads }, row) =>
    reach.columns.flatMap((column, at) => {
      const figure = reach.figures[row]?.[at];
      return figure !== undefined && isShown(figure) ? [{ figure, heads, partner: column.name, of: name }] : [];
    }),
  );
  const [largest] = cells.toSorted((a, b) => b.figure.about - a.figure.about);
  if (largest === undefined) return undefined;
  const { of: name, heads, figure } = largest;
  return { from: 'largest', ...largest, rows: [{ name, heads, count: figure.about }], sigma, rho };
}
