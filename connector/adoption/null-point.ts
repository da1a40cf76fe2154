/** A released span of days: the first included, the last excluded, as `2026-07-01`. */
interface Span {
  readonly from: string;
  readonly to: string;
}

export type NullPointKind = 'same-quarter' | 'last-before';

/**
 * What now is compared with: the same quarter of the last year before the start, so that summer stands against summer;
 * where none is held, the newest before the start, which is another season and is said to be.
 *
 * @param held those that tell the indicator, in any order
 * @param start the first day on which a change could show
 * @returns undefined where none ended before the start
 * @example of 2025-Q2, 2025-Q3 and 2026-Q2, for a start on 2026-07-10 and now 2026-Q3: 2025-Q3
 */
export function nullPointOf<Held extends Span>(
  held: readonly Held[],
  start: string,
  now: Span,
): { readonly held: Held; readonly kind: NullPointKind } | undefined {
  const before = held.filter(({ to }) => to <= start).sort((a, b) => b.from.localeCompare(a.from));
  const alike = before.find((span) => isSameSeason(span, now));
  if (alike !== undefined) return { held: alike, kind: 'same-quarter' };
  const [newest] = before;
  return newest && { held: newest, kind: 'last-before' };
}

function isSameSeason(one: Span, other: Span): boolean {
  return one.from.slice(5) === other.from.slice(5) && one.to.slice(5) === other.to.slice(5);
}
