/** What an unknown whole number is known to lie in, ends included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A sum that is known, exactly or within bounds. */
export interface KnownSum extends Interval {
  /** Places of the numbers that are added up. */
  readonly of: readonly number[];
}

/**
 * What an attacker can conclude of numbers from sums of them: each sum bounds each of its numbers by what the others
 * leave, again and again until nothing narrows (the bounds of the linear programme wherever sums do not cross; where
 * they do, the programme may narrow further). Intervals of width 0 are numbers found out exactly.
 *
 * Cost: O(rounds · Σ lengths of sums); a round that narrows nothing is the last.
 */
export function feasibleIntervals(numbers: readonly Interval[], sums: readonly KnownSum[]): Interval[] {
  const found = numbers.map(({ low, high }) => ({ low, high }));
  const total = (of: readonly number[], end: 'low' | 'high'): number =>
    of.reduce((sum, place) => sum + (found[place]?.[end] ?? 0), 0);
  for (let narrowed = true; narrowed;) {
    narrowed = false;
    for (const { of, low, high } of sums) {
      const [least, most] = [total(of, 'low'), total(of, 'high')];
      for (const place of of) {
        const own = found[place];
        if (own === undefined) continue;
        const next = {
          low: Math.max(own.low, low - (most - own.high)),
          high: Math.min(own.high, high - (least - own.low)),
        };
        if (next.low <= own.low && next.high >= own.high) continue;
        found[place] = next;
        narrowed = true;
        break;
      }
    }
  }
  return found;
}
