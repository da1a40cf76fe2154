/** Steps of 5 per cent: enough to know what a picture can say, too coarse to follow one person's licence. */
const COVERAGE_STEP = 5;
const FEWEST_ROWS = 100;
const FEWEST_MAILBOXES = 50;
const FEWEST_OBJECTIONS = 10;
const MINUTE_MS = 60_000;

/**
 * The share of heads with a mailbox and a licence in per cent, to the nearest step of 5 (design D6 "Rounded").
 *
 * @returns 0 to 100; 0 where there are no heads
 */
export function coveragePercent(covered: number, heads: number): number {
  if (heads === 0) return 0;
  return Math.round((covered * 100) / (heads * COVERAGE_STEP)) * COVERAGE_STEP;
}

/**
 * Rows read in a run, to two significant figures: 1,234 is shown as 1,200.
 *
 * @param mailboxes how many mailboxes the rows are from
 * @returns null where there are under 100 rows or under 50 mailboxes: nothing is said of so few
 */
export function roundedRows(rows: number, mailboxes: number): number | null {
  if (rows < FEWEST_ROWS || mailboxes < FEWEST_MAILBOXES) return null;
  return Number(rows.toPrecision(2));
}

/** Mailboxes on the positive list or done of it, which headcounts tell anyway; null under 50. */
export function shownMailboxes(mailboxes: number): number | null {
  return mailboxes < FEWEST_MAILBOXES ? null : mailboxes;
}

/** Whole tens, rounded down: too coarse to tell that one of them has objected since. */
export function wholeTens(count: number): number {
  return Math.floor(count / 10) * 10;
}

/** Whole minutes, to two significant figures; null under one. */
export function wholeMinutes(ms: number): number | null {
  return ms < MINUTE_MS ? null : Number(Math.round(ms / MINUTE_MS).toPrecision(2));
}

/** Mailboxes that were read of those gone through, where it is not to show whose could not be reached. */
export function withoutGivenUp(mailboxesDone: number, givenUp: number): number {
  return mailboxesDone - wholeTens(givenUp);
}

/** How many have objected: whole tens, rounded down, or that they are under 10. */
export function roundedObjections(objections: number): number | 'under-10' {
  return objections < FEWEST_OBJECTIONS ? 'under-10' : wholeTens(objections);
}
