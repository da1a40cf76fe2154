/** One tool that came in for another, days as `2026-07-01`; without a tool something was cleaned up. */
interface InAndOut {
  readonly tool: string | null;
  readonly inOn: string;
  readonly outBy: string;
  readonly outOn: string | null;
}

/**
 * The balance of tools: how many came in and how many went out by today, and of how many the day to go out has passed
 * while they are in use.
 *
 * @example see ADOPTION.md, "Something in, something out"
 */
export function inOutBalance(
  rows: readonly InAndOut[],
  today: string,
): { readonly in: number; readonly out: number; readonly overdue: number } {
  return {
    in: rows.filter(({ tool, inOn }) => tool !== null && inOn <= today).length,
    out: rows.filter((row) => isOut(row, today)).length,
    overdue: rows.filter((row) => isOverdue(row, today)).length,
  };
}

/** Its last day to go out lies behind, and it is in use. */
export function isOverdue(row: InAndOut, today: string): boolean {
  return row.outBy < today && !isOut(row, today);
}

function isOut({ outOn }: InAndOut, today: string): boolean {
  return outOn !== null && outOn <= today;
}
