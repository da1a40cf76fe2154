/** No column is narrower than this share of the page, as long as there is room for so many. */
const NARROWEST = 1 / 7;

/**
 * How wide a table's columns stand on a page: as wide as what they hold asks for, by the square root of the longest text, so
 * that one long column leaves room for the others.
 *
 * @param head the columns' titles, at least one
 * @returns a share of the table's width for each column, together 1
 */
export function columnShares(head: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const wanted = head.map((title, at) =>
    Math.sqrt(Math.max(1, title.length, ...rows.map((row) => row[at]?.length ?? 0))),
  );
  const all = sumOf(wanted);
  const shares = wanted.map((each) => Math.max(each / all, Math.min(NARROWEST, 1 / head.length)));
  const sum = sumOf(shares);
  return shares.map((share) => share / sum);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
