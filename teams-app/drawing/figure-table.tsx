import { type ReactNode, useState } from 'react';
import { gistWords } from '../words/gists.ts';
import { useSpeech } from '../words/speech.ts';
import { DownloadCsv } from './download-csv.tsx';
import type { PlainTable } from './plain-table.ts';
import { WholeWords } from './whole-words.tsx';

export type { PlainTable };

/** A cell of more letters is read as a sentence, and needs room for some words in each line. */
const A_SENTENCE = 24;
/** One of more letters than this is several sentences, and would else stand as a narrow tower beside empty cells. */
const SEVERAL_SENTENCES = 120;

/** A cell of no more letters is not broken: a date, an amount with its interval. */
const A_FEW_LETTERS = 18;
/** On a telephone no table has more columns than this. */
const MOST_COLUMNS = 3;
const LETTERS_AT_320 = 38;
const BETWEEN_COLUMNS = 2;

/** So many cells stand under each other on a telephone, in whole rows, until the rest is asked for. */
const LINES_AT_ONCE = 24;
const FEWEST_AT_ONCE = 3;

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

/**
 * A table alone: of a document, or where the file is offered elsewhere. Wide ones scroll in their own frame, by keyboard too;
 * on a telephone one that would not fit lays each row out under its name, the columns' names before the cells: beside
 * them, or above where any cell of the column is a sentence, so that one row looks like the next. The roles
 * are said outright, since a table laid out as something else is otherwise none to those who hear it.
 */
export function BareTable({ caption, columns, rows }: PlainTable): ReactNode {
  const { language, format } = useSpeech();
  const [isWhole, setWhole] = useState(false);
  const isStacked = !fitsTelephone(columns, rows);
  const asksForALine = columns.map((_, at) => rows.some((row) => (row[at] ?? '').length > A_SENTENCE));
  const atOnce =
    isStacked && !isWhole ? Math.max(FEWEST_AT_ONCE, Math.floor(LINES_AT_ONCE / columns.length)) : Infinity;
  const left = Math.max(0, rows.length - atOnce);
  return (
    <div className="table-frame" role="group" aria-label={caption} tabIndex={0}>
      <table className={isStacked ? 'figure-table stacked-table' : 'figure-table'} role="table">
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column, index) => (
              <th key={index} scope="col" role="columnheader">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, index) => (
            <tr key={index} role="row" className={index < atOnce ? undefined : 'row-later'}>
              {row.map((cell, at) =>
                at === 0 ? (
                  <th key={at} scope="row" role="rowheader" className={isShort(cell) ? 'cell-short' : undefined}>
                    <WholeWords text={cell} />
                  </th>
                ) : (
                  <td
                    key={at}
                    role="cell"
                    className={`${roomFor(cell)} ${asksForALine[at] === true ? 'cell-below' : 'cell-beside'}`}
                    data-column={columns[at]}
                  >
                    <span>
                      <WholeWords text={cell} />
                    </span>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {left === 0 ? null : (
        <button
          type="button"
          className="table-rest"
          onClick={() => {
            setWhole(true);
          }}
        >
          {gistWords(language).moreRows(format.count(left))}
        </button>
      )}
    </div>
  );
}

function roomFor(cell: string): string {
  if (cell === '') return 'cell-empty';
  if (cell.length > SEVERAL_SENTENCES) return 'cell-sentences';
  if (cell.length > A_SENTENCE) return 'cell-sentence';
  return isShort(cell) ? 'cell-short' : 'cell-phrase';
}

function isShort(cell: string): boolean {
  return cell.length <= A_FEW_LETTERS;
}

/** Whether the columns can stand beside each other in a window of 320 px, no date and no word broken. */
function fitsTelephone(columns: PlainTable['columns'], rows: PlainTable['rows']): boolean {
  if (columns.length > MOST_COLUMNS) return false;
  const widest = columns.map((column, at) =>
    Math.max(longestWord(column), ...rows.map((row) => unbroken(row[at] ?? ''))),
  );
  return widest.reduce((sum, letters) => sum + letters + BETWEEN_COLUMNS, 0) <= LETTERS_AT_320;
}

function unbroken(cell: string): number {
  return isShort(cell) ? cell.length : longestWord(cell);
}

function longestWord(text: string): number {
  return Math.max(...text.split(/[\s-]/).map((word) => word.length));
}
