/** A table as text, before anything draws it. */
export interface PlainTable {
  readonly caption: string;
  /** The first heads the row names. */
  readonly columns: readonly string[];
  /** Each row's name and then its cells, as text. */
  readonly rows: readonly (readonly string[])[];
  /** What all rows are of, in words, for the file that a table can be had as. */
  readonly period?: string;
  /** The standard deviation of the noise in each cell, with its unit, for the same file. */
  readonly sigma?: string;
  /**
   * Columns of the file alone, with a cell a row: where rows or figures differ in their noise or period, which the screen
   * says otherwise.
   */
  readonly inFile?: readonly { readonly head: string; readonly cells: readonly string[] }[];
  /** Of whom the picture is, as a sentence, for the picture's own file. */
  readonly population?: string;
  /** Counted without noise: no interval stands in it. */
  readonly isExact?: boolean;
}

/** A table that is drawn as well. A picture travels without its page, so it says of whom it is. */
export interface PicturedTable extends PlainTable {
  readonly population: string;
}
