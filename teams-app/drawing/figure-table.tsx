import { type ReactNode } from 'react';

export interface PlainTable {
  readonly caption: string;
  /** The first heads the row names. */
  readonly columns: readonly string[];
  /** Each row's name and then its cells, as text. */
  readonly rows: readonly (readonly string[])[];
}

/** The same content as a picture, as an ordinary table. Wide ones scroll inside their own frame, by keyboard too. */
export function FigureTable({ caption, columns, rows }: PlainTable): ReactNode {
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
                  <td key={at}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
