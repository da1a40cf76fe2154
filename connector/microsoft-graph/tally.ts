import type { Interaction } from '../privacy/interaction.ts';
import { isDay, type Day } from '../privacy/period.ts';
import type { PseudonymMaker } from '../privacy/pseudonym.ts';
import { RealIdentity } from '../privacy/real-identity.ts';
import { inOrder } from '../privacy/rows.ts';
import type { ActRule } from './act-rule.ts';
import type { Company, Other } from './company.ts';

/** What one owner did toward each other, day by day, while it is being counted. */
export interface Tally {
  /**
   * Counts one act toward everybody in the company; its units are shared by the people alone.
   *
   * @param units what the act took, in the rule's units; whole
   */
  add(day: Day, company: Company, units: number): void;
  /** One row a day and other, in the order of day, then of the other's pseudonym. */
  rows(): Interaction[];
}

interface Sum {
  acts: number;
  shares: number;
}

/** Opens an empty tally. The owner must not be in any company that is added. */
export function makeTally(owner: RealIdentity, rule: ActRule, pseudonymOf: PseudonymMaker): Tally {
  const days = new Map<Day, Map<Other, Sum>>();
  return {
    add: (day, { others, people }, units) => {
      const sums = days.get(day) ?? new Map<Other, Sum>();
      days.set(day, sums);
      for (const other of others) {
        const sum = sums.get(other) ?? { acts: 0, shares: 0 };
        sums.set(other, sum);
        sum.acts += 1;
        if (other instanceof RealIdentity) sum.shares += (units * rule.parts) / people;
      }
    },
    rows: () => {
      const by = pseudonymOf(owner);
      const rows = Array.from(days, ([day, sums]) =>
        Array.from(sums, ([other, { acts, shares }]): Interaction => {
          const named = other instanceof RealIdentity ? pseudonymOf(other) : other;
          return { day, kind: rule.kind, owner: by, other: named, acts, minutes: rule.minutesOf(shares) };
        }),
      ).flat();
      return rows.sort((a, b) => inOrder(a.day, b.day) || inOrder(a.other, b.other));
    },
  };
}

/** Whether a text is a day of the span. Days are written so that their order as texts is their order in time. */
export function isDayOf(day: string, span: { readonly from: Day; readonly to: Day }): day is Day {
  return isDay(day) && day >= span.from && day < span.to;
}
