import type { Estimate, Row, Table } from '../../connector/api/answers.ts';
import { liesIn } from '../drawing/joined-units.ts';
import { THIN_COVERAGE_PERCENT } from '../drawing/matrix-picture.ts';
import { isShown } from '../words/say.ts';

/** A bridge is thin when so many carry it at most, by the upper end of the interval. */
export const MOST_CARRIERS = 20;

export interface ThinBridge {
  readonly row: Row;
  readonly column: string;
  readonly figure: Estimate;
}

export interface ThinBridges {
  /** Pairs of a row and another division that could be looked at; 0 where too little is seen of all. */
  readonly asked: number;
  /** The thinnest first. */
  readonly bridges: readonly ThinBridge[];
}

/**
 * Where a row probably has contact with another division, carried by few: the 90 % interval begins above nobody and ends at
 * `MOST_CARRIERS` or lower. Rows of which too little is seen are left out, for there everything would look thin.
 */
export function thinBridges({ rows, columns, figures }: Pick<Table, 'rows' | 'columns' | 'figures'>): ThinBridges {
  const pairs = rows.flatMap((row, r) =>
    columns.flatMap(({ name: column }, c) => {
      const figure = figures[r]?.[c];
      const isSeen = row.coveragePercent >= THIN_COVERAGE_PERCENT && !liesIn(row, column);
      return isSeen && figure !== undefined && isShown(figure) ? [{ row, column, figure }] : [];
    }),
  );
  const thin = pairs.filter(({ figure }) => figure.low > 0 && figure.high <= MOST_CARRIERS);
  return { asked: pairs.length, bridges: thin.toSorted((a, b) => a.figure.high - b.figure.high) };
}
