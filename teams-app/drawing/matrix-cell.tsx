import { type ReactNode } from 'react';
import { CellContent, cellClass } from './cell-content.tsx';
import type { CellPicture } from './matrix-picture.ts';

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
  return (
    <div
      role="gridcell"
      className={cellClass(cell)}
      data-cell={place}
      tabIndex={stop ? 0 : -1}
      onFocus={onReach}
      onMouseEnter={onPoint}
    >
      <span className="for-listeners">{cell.sentence}</span>
      <span className="cell-column" aria-hidden="true">
        {column}
      </span>
      <CellContent cell={cell} />
    </div>
  );
}
