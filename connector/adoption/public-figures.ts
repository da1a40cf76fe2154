/** One public figure of a municipality, as KOSTRA publishes them. */
export interface PublicFigure {
  /** Four figures, `4601`. */
  readonly number: string;
  readonly municipality: string;
  readonly year: number;
  readonly indicator: string;
  readonly value: number;
}

/** What is wrong where, in a table that somebody handed in: the line counted from 1, and a column of it. */
export interface WrongCell {
  readonly line: number;
  readonly column: (typeof COLUMNS)[number] | 'header';
}

const COLUMNS = ['municipality', 'year', 'indicator', 'value'] as const;
const HEADERS = ['municipality,year,indicator,value', 'kommune,år,indikator,verdi'];
const MUNICIPALITY = /^(\d{4}) (\p{L}[\p{L} .()–-]{0,59})$/u;
/** A cell that begins so is a formula to a spreadsheet. */
const FORMULA = /^[=+\-@\t\r]/;
const INDICATOR_CHARACTERS = 120;
const YEARS = { first: 1990, last: 2100 };
/** Decimal comma or point; thousands by spaces. */
const NUMBER = /^-?\d{1,3}(?:[ \u00a0]?\d{3})*(?:[.,]\d{1,6})?$/;

/**
 * Reads public figures from a CSV file: a line of headings, `municipality;year;indicator;value` or
 * `kommune;år;indikator;verdi`, then a figure a line. Semicolons, or commas, between cells, which may stand in quotes. A
 * municipality is its number and its name: `4601 Bergen`. A decimal comma is understood where the cells are not parted by
 * one, or the cell stands in quotes.
 *
 * @param isOfficial whether a text may stand as the name of an indicator, besides what is asked here
 * @returns the figures in order, of several for one municipality, year and indicator the last; or the first cell that is
 *   wrong, and then none
 */
export function readPublicFigures(
  csv: string,
  isOfficial: (text: string) => boolean,
): readonly PublicFigure[] | WrongCell {
  const [header = '', ...lines] = csv
    .replace(/^\uFEFF/, '')
    .replace(/(?:\r?\n)+$/, '')
    .split(/\r?\n/);
  const separator = header.includes(';') ? ';' : ',';
  if (!HEADERS.includes(cellsOf(header, separator).join(',').toLowerCase())) return { line: 1, column: 'header' };
  const figures = new Map<string, PublicFigure>();
  for (const [index, line] of lines.entries()) {
    const read = figureIn(cellsOf(line, separator), isOfficial);
    if (typeof read === 'string') return { line: index + 2, column: read };
    figures.set(JSON.stringify([read.number, read.year, read.indicator]), read);
  }
  return [...figures.values()];
}

function figureIn(cells: readonly string[], isOfficial: (text: string) => boolean): PublicFigure | WrongCell['column'] {
  const [place = '', year = '', indicator = '', value = ''] = cells;
  if (cells.length !== COLUMNS.length) return 'header';
  const [, number = '', municipality = ''] = MUNICIPALITY.exec(place) ?? [];
  if (number === '') return 'municipality';
  if (!/^\d{4}$/.test(year) || Number(year) < YEARS.first || Number(year) > YEARS.last) return 'year';
  if (indicator === '' || indicator.length > INDICATOR_CHARACTERS || FORMULA.test(indicator)) return 'indicator';
  if (!isOfficial(indicator)) return 'indicator';
  if (!NUMBER.test(value)) return 'value';
  return {
    ...{ number, municipality, year: Number(year), indicator },
    value: Number(value.replaceAll(/[ \u00a0]/g, '').replace(',', '.')),
  };
}

/** Cells of a line, without the quotes around them; two quotes within stand for one. */
function cellsOf(line: string, separator: ';' | ','): string[] {
  const cells = line.match(
    separator === ';' ? /(?:"(?:[^"]|"")*"|[^;"])+|(?<=^|;)(?=;|$)/g : /(?:"(?:[^"]|"")*"|[^,"])+|(?<=^|,)(?=,|$)/g,
  );
  return (cells ?? []).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/s, '$1')
      .replaceAll('""', '"')
      .trim(),
  );
}

export interface Compared {
  readonly indicator: string;
  readonly year: number;
  /** Null where our own is not given for that year. */
  readonly own: number | null;
  /** Of the others alone. */
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
  readonly others: number;
}

/**
 * Our own municipality beside the others, each indicator in the newest year in which another one has it. Of an even number
 * the median is the mean of the middle two.
 *
 * @param own four figures; null: every one is another
 * @returns in order of the indicators' names
 * @example see ADOPTION.md, "Public figures"
 */
export function comparedWithPeers(figures: readonly PublicFigure[], own: string | null): Compared[] {
  const byIndicator = Map.groupBy(figures, ({ indicator }) => indicator);
  return [...byIndicator]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([indicator, all]) => {
      const others = all.filter(({ number }) => number !== own);
      if (others.length === 0) return [];
      const year = Math.max(...others.map((figure) => figure.year));
      const values = others.filter((figure) => figure.year === year).map(({ value }) => value);
      const mine = all.find((figure) => figure.number === own && figure.year === year);
      return [{ indicator, year, own: mine?.value ?? null, ...summary(values) }];
    });
}

function summary(values: readonly number[]): Pick<Compared, 'median' | 'lowest' | 'highest' | 'others'> {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (place: number): number => sorted[place] ?? 0;
  const half = sorted.length / 2;
  return {
    median: (at(Math.ceil(half) - 1) + at(Math.floor(half))) / 2,
    lowest: at(0),
    highest: at(sorted.length - 1),
    others: sorted.length,
  };
}
