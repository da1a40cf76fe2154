/** No column is narrower than this share of the page, as long as there is room for so many. */
const NARROWEST = 1 / 7;
/** So many letters of the size that cells are written in go beside each other on a page, wide ones counted. */
const LETTERS_A_PAGE = 96;
/** What lies between a cell's text and its neighbours', in letters. */
const AROUND = 2;
/** What is longer is no word but a path or a fingerprint, which may be broken anywhere. */
const LONGEST_WORD = 30;

/**
 * How wide a table's columns stand on a page: as wide as what they hold asks for, by the square root of the longest text, so
 * that one long column leaves room for the others; but no narrower than their longest word, which has no hyphen to be
 * broken at.
 *
 * @param head the columns' titles, at least one
 * @returns a share of the table's width for each column, together 1
 */
export function columnShares(head: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const columns = head.map((title, at) => [title, ...rows.map((row) => row[at] ?? '')]);
  const wanted = columns.map((texts) => Math.sqrt(Math.max(1, ...texts.map((text) => text.length))));
  const all = sumOf(wanted);
  const shares = wanted.map((each) => Math.max(each / all, Math.min(NARROWEST, 1 / head.length)));
  const sum = sumOf(shares);
  return noNarrower(
    shares.map((share) => share / sum),
    columns.map((texts) => (Math.max(...texts.map(longestWord)) + AROUND) / LETTERS_A_PAGE),
  );
}

/** Those that would be narrower than their least get it, and the others share what is left as before. */
function noNarrower(shares: readonly number[], least: readonly number[]): number[] {
  const all = sumOf(least);
  if (all >= 1) return least.map((each) => each / all);
  const tight = new Set<number>();
  for (;;) {
    const left = 1 - sumOf(least.filter((_, at) => tight.has(at)));
    const scale = left / sumOf(shares.filter((_, at) => !tight.has(at)));
    const more = shares.flatMap((share, at) => (!tight.has(at) && share * scale < (least[at] ?? 0) ? [at] : []));
    if (more.length === 0) return shares.map((share, at) => (tight.has(at) ? (least[at] ?? 0) : share * scale));
    for (const at of more) tight.add(at);
  }
}

/** A space that holds two words together makes them one. */
function longestWord(text: string): number {
  const words = text.split(/[ \n/-]/).map((word) => word.length);
  return Math.max(0, ...words.filter((letters) => letters <= LONGEST_WORD));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
