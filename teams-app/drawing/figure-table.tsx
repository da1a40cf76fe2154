import { type ReactNode } from 'react';
import { DownloadCsv } from './download-csv.tsx';
import type { PlainTable } from './plain-table.ts';

export type { PlainTable };

/** A cell of more letters is read as a sentence, and needs room for some words in each line. */
const A_SENTENCE = 24;
/** One of more letters than this is several sentences, and would else stand as a narrow tower beside empty cells. */
const SEVERAL_SENTENCES = 120;

/** The same content as a picture, as an ordinary table that can be had as a file; nothing where it has no rows. */
export function FigureTable(table: PlainTable): ReactNode {
  if (table.rows.length === 0) return null;
  return (
    <div className="table-and-file">
      <BareTable {...table} />
      <DownloadCsv table={table} />
    </div>
  );
}

/** A table alone: of a document, or where the file is offered elsewhere. Wide ones scroll in their own frame, by keyboard too. */
export function BareTable({ caption, columns, rows }: PlainTable): ReactNode {
  return (
    <div className="table-frame" role="group" aria-label={caption} tabIndex={0}>
      <table className="figure-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, at) =>
                at === 0 ? (
                  <th key={at} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={at} className={roomFor(cell)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function roomFor(cell: string): string | undefined {
  if (cell.length > SEVERAL_SENTENCES) return 'cell-sentences';
  return cell.length > A_SENTENCE ? 'cell-sentence' : undefined;
}
