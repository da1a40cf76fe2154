import { type ReactNode } from 'react';
import { IntervalBar } from './interval-bar.tsx';
import type { CellPicture } from './matrix-picture.ts';
import { WithheldMark } from './withheld-mark.tsx';

/** What a cell draws: the number, its interval as text and as a bar; or hatching. For the eye alone: the sentence says it too. */
export function CellContent({ cell }: { readonly cell: CellPicture }): ReactNode {
  if (cell.shown === undefined)
    return (
      <>
        <WithheldMark />
        <span className="cell-absent" aria-hidden="true">
          {cell.text}
        </span>
      </>
    );
  return (
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
  );
}

/** How a cell is tinted or hatched, and that it is the row's own division. */
export function cellClass({ shown, step, own }: CellPicture): string {
  return `matrix-cell ${shown === undefined ? 'cell-withheld' : `cell-step-${step}`}${own ? ' cell-own' : ''}`;
}
