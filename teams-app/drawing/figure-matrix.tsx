import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useSpeech } from '../words/speech.ts';
import { MatrixCards } from './matrix-cards.tsx';
import { MatrixCell } from './matrix-cell.tsx';
import type { MatrixPicture } from './matrix-picture.ts';
import { useNarrow } from './use-narrow.ts';

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};

/** A picture of more rows than this is folded where the page is narrow. */
const MOST_CARDS = 8;

/** A table of figures: a grid of cells, and where the page is narrow and the table long, cards folded by division. */
export function FigureMatrix({ picture }: { readonly picture: MatrixPicture }): ReactNode {
  const isNarrow = useNarrow();
  const rows = picture.groups.reduce((sum, group) => sum + group.rows.length, 0);
  return isNarrow && rows > MOST_CARDS ? <MatrixCards picture={picture} /> : <MatrixGrid picture={picture} />;
}

/**
 * Rows by columns, grouped by division: number, interval and share in every cell. One stop in the tab order; arrow
 * keys walk the cells. The cell under the pointer or the focus is read as a sentence below the picture. On a narrow
 * screen each row becomes a card (by the stylesheet alone, so the roles stay).
 */
function MatrixGrid({ picture }: { readonly picture: MatrixPicture }): ReactNode {
  const { words } = useSpeech();
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const [told, setTold] = useState<string>();
  const grid = useRef<HTMLDivElement>(null);
  const rows = picture.groups.flatMap((group) => group.rows);

  const walk = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const row = Math.min(Math.max(at[0] + step[0], 0), rows.length - 1);
    const column = Math.min(Math.max(at[1] + step[1], 0), picture.columns.length - 1);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)?.focus();
  };

  let index = -1;
  return (
    <div className="matrix">
      <div
        className="matrix-grid"
        role="grid"
        ref={grid}
        aria-label={picture.name}
        aria-describedby={picture.id}
        onKeyDown={walk}
        onMouseLeave={() => {
          setTold(undefined);
        }}
      >
        <div className="matrix-head" role="row">
          <div role="columnheader" className="matrix-corner">
            {picture.corner}
          </div>
          {picture.columns.map((column) => (
            <div key={column.name} role="columnheader" className="matrix-column">
              {column.name}
            </div>
          ))}
        </div>
        {picture.groups.map((group) => (
          <div
            key={group.division}
            role="rowgroup"
            className={`matrix-group${group.title === undefined ? ' matrix-alone' : ''}`}
            aria-label={group.division}
          >
            {group.title === undefined ? null : (
              <div className="matrix-division" role="presentation">
                {group.title}
              </div>
            )}
            {group.rows.map((row) => {
              index += 1;
              const place = index;
              return (
                <div key={row.id} role="row" className="matrix-row">
                  <div role="rowheader" className="matrix-name" title={row.path}>
                    <span className="matrix-unit">{row.name}</span>
                    <span className="matrix-note">{row.note}</span>
                    {row.joined === undefined ? null : <span className="matrix-note">{row.joined}</span>}
                    {row.warning === undefined ? null : <span className="matrix-warning">{row.warning}</span>}
                  </div>
                  {row.cells.map((cell, column) => (
                    <MatrixCell
                      key={column}
                      cell={cell}
                      column={picture.columns[column]?.name ?? ''}
                      place={`${place}:${column}`}
                      stop={place === at[0] && column === at[1]}
                      onReach={() => {
                        setAt([place, column]);
                        setTold(cell.sentence);
                      }}
                      onPoint={() => {
                        setTold(cell.sentence);
                      }}
                    />
                  ))}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <p className="matrix-told" data-not-drawn id={picture.id}>
        {told ?? `${words.overview.pickCell} ${words.overview.matrixHelp}`}
      </p>
    </div>
  );
}
