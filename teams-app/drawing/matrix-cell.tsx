import { type ReactNode } from 'react';
import { IntervalBar } from './interval-bar.tsx';
import type { CellPicture } from './matrix-picture.ts';
import { WithheldMark } from './withheld-mark.tsx';

interface Props {
  readonly cell: CellPicture;
  /** The column's name, which stands in the cell when the row is drawn as a card. */
  readonly column: string;
  readonly place: string;
  /** Whether the tab key stops here. */
  readonly stop: boolean;
  readonly onReach: () => void;
  readonly onPoint: () => void;
}

/**
 * One cell: tint by share, the number, its interval as text and as a bar; or hatching where it is withheld. Those who
 * listen hear the whole sentence instead of the pieces.
 */
export function MatrixCell({ cell, column, place, stop, onReach, onPoint }: Props): ReactNode {
  const kind = cell.shown === undefined ? 'cell-withheld' : `cell-step-${cell.step}`;
  return (
    <div
      role="gridcell"
      className={`matrix-cell ${kind}${cell.own ? ' cell-own' : ''}`}
      data-cell={place}
      tabIndex={stop ? 0 : -1}
      onFocus={onReach}
      onMouseEnter={onPoint}
    >
      <span className="for-listeners">{cell.sentence}</span>
      <span className="cell-column" aria-hidden="true">
        {column}
      </span>
      {cell.shown === undefined ? (
        <>
          <WithheldMark />
          <span className="cell-absent" aria-hidden="true">
            {cell.text}
          </span>
        </>
      ) : (
        <>
          <span className="cell-figures" aria-hidden="true">
            <span className="cell-number">{cell.text}</span>
            <span className="cell-interval">{cell.interval}</span>
          </span>
          {cell.mark === undefined ? null : (
            <span className="cell-mark" aria-hidden="true">
              {cell.mark}
            </span>
          )}
          <IntervalBar figure={cell.shown} heads={cell.heads} />
        </>
      )}
    </div>
  );
}
