import { type ReactNode } from 'react';
import { pictureWords } from '../words/pictures.ts';
import { useSpeech } from '../words/speech.ts';
import { CellContent, cellClass } from './cell-content.tsx';
import { Fold } from './fold.tsx';
import type { CellPicture, MatrixPicture, RowPicture } from './matrix-picture.ts';

interface Props {
  readonly picture: MatrixPicture;
  /** The same rows and columns of an earlier period, to stand beside; with what each period is called. */
  readonly beside?: { readonly earlier: MatrixPicture; readonly names: readonly [earlier: string, now: string] };
}

/** So many figures of a row stand open. */
const FIRST = 3;

/**
 * A long table on a narrow page: a fold for each division, a card for each row, and in it first the figures that changed
 * or are surely above nobody, the largest first; the rest when asked for.
 */
export function MatrixCards({ picture, beside }: Props): ReactNode {
  const { format, language } = useSpeech();
  const said = pictureWords(language).fold;
  return (
    <div className="matrix">
      <p className="fold-order">{said.order}</p>
      {picture.groups.map((group, at) => (
        <Fold
          key={group.division}
          title={group.title ?? group.rows[0]?.name ?? ''}
          note={group.rows.length === 1 ? '' : said.rows(format.count(group.rows.length))}
          open={beside === undefined ? at === 0 : group.rows.some(isMarked)}
        >
          {group.rows.map((row) => (
            <RowCard
              key={row.id}
              row={row}
              columns={picture.columns}
              isNamed={group.title !== undefined}
              {...(beside && { beside: { row: rowIn(beside.earlier, row.id), names: beside.names } })}
            />
          ))}
        </Fold>
      ))}
    </div>
  );
}

function isMarked({ cells }: RowPicture): boolean {
  return cells.some(({ mark }) => mark !== undefined);
}

function rowIn({ groups }: MatrixPicture, id: string): RowPicture | undefined {
  return groups.flatMap(({ rows }) => rows).find((row) => row.id === id);
}

interface CardProps {
  readonly row: RowPicture;
  readonly columns: MatrixPicture['columns'];
  readonly isNamed: boolean;
  readonly beside?: { readonly row: RowPicture | undefined; readonly names: readonly [earlier: string, now: string] };
}

interface Figure {
  readonly column: string;
  readonly cell: CellPicture;
  readonly earlier: CellPicture | undefined;
}

function RowCard({ row, columns, isNamed, beside }: CardProps): ReactNode {
  const { format, language } = useSpeech();
  const said = pictureWords(language).fold;
  const figures = row.cells.map((cell, at) => ({
    column: columns[at]?.name ?? '',
    cell,
    earlier: beside?.row?.cells[at],
  }));
  const isBlank = figures.every(({ cell, earlier }) => cell.shown === undefined && earlier?.shown === undefined);
  const [first, rest] = strongestFirst(figures);
  const list = (some: readonly Figure[]): ReactNode => <FigureList figures={some} names={beside?.names} />;
  return (
    <div className="row-card">
      <p className="matrix-name">
        {isNamed ? <span className="matrix-unit">{row.name}</span> : null}
        <span className="matrix-note">{row.note}</span>
        {row.joined === undefined ? null : <span className="matrix-note">{row.joined}</span>}
        {row.warning === undefined ? null : <span className="matrix-warning">{row.warning}</span>}
      </p>
      {isBlank ? <p className="row-withheld">{row.cells[0]?.reason}</p> : list(first)}
      {isBlank || rest.length === 0 ? null : (
        <details className="fold-rest">
          <summary>{said.rest(format.count(rest.length), row.name)}</summary>
          {list(rest)}
        </details>
      )}
    </div>
  );
}

function FigureList({
  figures,
  names,
}: {
  readonly figures: readonly Figure[];
  readonly names: readonly [earlier: string, now: string] | undefined;
}): ReactNode {
  return (
    <ul className="row-figures">
      {figures.map(({ column, cell, earlier }) => (
        <li key={column}>
          {names === undefined || earlier === undefined ? (
            <OneFigure column={column} cell={cell} />
          ) : (
            <>
              <span className="row-column">{column}</span>
              <OneFigure column={names[0]} cell={earlier} />
              <OneFigure column={names[1]} cell={cell} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function OneFigure({ column, cell }: { readonly column: string; readonly cell: CellPicture }): ReactNode {
  return (
    <div className={cellClass(cell)}>
      <span className="for-listeners">{cell.sentence}</span>
      <span className="cell-column" aria-hidden="true">
        {column}
      </span>
      <CellContent cell={cell} />
    </div>
  );
}

/** What changed, then what is surely there, the largest first; where that is nothing, the first of the row. */
function strongestFirst(figures: readonly Figure[]): readonly [readonly Figure[], readonly Figure[]] {
  const weight = ({ cell }: Figure): number =>
    (cell.mark === undefined ? 0 : 2) + (cell.shown !== undefined && cell.shown.low > 0 ? 1 : 0);
  const about = ({ cell }: Figure): number => cell.shown?.about ?? -1;
  const sorted = figures.toSorted((a, b) => weight(b) - weight(a) || about(b) - about(a));
  return [sorted.slice(0, FIRST), sorted.slice(FIRST)];
}
