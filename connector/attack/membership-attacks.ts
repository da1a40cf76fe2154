import type { Headcount } from '../privacy/membership.ts';
import type { PersonRow } from '../privacy/person-row.ts';
import type { TableLayout } from '../privacy/table-layout.ts';
import type { AttackedTable, Finding } from './attacked.ts';
import { leaning, mostRight } from './best-guess.ts';
import { expectedCounts } from './expected-counts.ts';

/** Whom the attacker is after, and among whom: the truth, which only an invented tenant may lend. */
export interface Hunt {
  readonly others: readonly PersonRow[];
  readonly target: PersonRow;
  /** Everybody, the target included. */
  readonly headcounts: readonly Headcount[];
  readonly guesses: number;
  /** What is public of each table, in the order in which `publish` gives them. */
  readonly layoutsOf: (headcounts: readonly Headcount[]) => readonly TableLayout[];
  /** What a table counts of people's rows; absent: what the product does. */
  readonly countsOf?: typeof expectedCounts;
  /**
   * A release of these people: with the product's own gate, or, where a test shows that the attack bites, without what
   * protects. `draw` tells one release from the next, `quarter` is 0 to 3.
   */
  readonly publish: (
    people: readonly PersonRow[],
    headcounts: readonly Headcount[],
    draw: number,
    quarter: number,
  ) => readonly AttackedTable[];
}

/**
 * A7: the attacker knows everybody else's row exactly and the target's by gossip, and guesses from one release whether
 * the target was counted. Every other guess should be yes.
 */
export function knowingEverybodyElse(hunt: Hunt): Finding {
  return guessing('A7', hunt, 1);
}

/** A3: the same from four quarters together, in each of which the target was counted, or in none. */
export function aYearTogether(hunt: Hunt): Finding {
  return guessing('A3', hunt, 4);
}

function guessing(attack: 'A3' | 'A7', hunt: Hunt, quarters: number): Finding {
  const { others, target, headcounts, guesses, countsOf = expectedCounts } = hunt;
  const layouts = hunt.layoutsOf(headcounts);
  const [present, absent] = [
    [...others, target],
    [...others, blank(target)],
  ];
  const [withTarget, without] = [present, absent].map((people) => layouts.map((it) => countsOf(it, people)));
  let [right, rho] = [0, 0];
  for (let draw = 0; draw < guesses; draw += 1) {
    const isCounted = draw % 2 === 0;
    let score = 0;
    rho = 0;
    for (let quarter = 0; quarter < quarters; quarter += 1) {
      const tables = hunt.publish(isCounted ? present : absent, headcounts, draw, quarter);
      score += leaning(tables, withTarget ?? [], without ?? []);
      rho += tables.reduce((sum, table) => sum + table.rho, 0);
    }
    if (score > 0 === isCounted) right += 1;
  }
  return judged(attack, right, guesses, rho);
}

/**
 * A2: the target leaves, and everybody else does in the next quarter exactly what they did in the last, which is the worst
 * case. The attacker knows what the target's row would have been, nothing of the others', and takes the difference of the
 * two releases. Rows and columns are
 * compared by name, because a head fewer may move what is merged and in which order divisions stand.
 */
export function afterLeaving(hunt: Hunt): Finding {
  const { others, target, headcounts, guesses, countsOf = expectedCounts } = hunt;
  const left = headcounts.map((line) => {
    const isTheirs = line.unit === target.unit && line.standing === target.standing;
    return isTheirs ? { ...line, heads: line.heads - 1, covered: Math.max(0, line.covered - 1) } : line;
  });
  const layouts = hunt.layoutsOf(headcounts);
  const own = layouts.map((layout) => countsOf(layout, [target]));
  const nothing = layouts.map((layout) => countsOf(layout, []));
  let [right, rho] = [0, 0];
  for (let draw = 0; draw < guesses; draw += 1) {
    const isCounted = draw % 2 === 0;
    const before = hunt.publish([...others, isCounted ? target : blank(target)], headcounts, draw, 0);
    const after = hunt.publish(others, left, draw, 1);
    // Exact tables tell exactly; one more than nothing is the target.
    if (leaning(differences(before, after), own, nothing) > 0 === isCounted) right += 1;
    rho = before.reduce((sum, table) => sum + table.rho, 0);
  }
  return judged('A2', right, guesses, rho);
}

function differences(before: readonly AttackedTable[], after: readonly AttackedTable[]): AttackedTable[] {
  return before.map((table) => {
    const later = after.find(({ name }) => name === table.name);
    const rowCalled = new Map(later?.rows.map(({ name }, r) => [name, r]));
    const columnCalled = new Map(later?.columns.map(({ name }, c) => [name, c]));
    const values = table.rows.map(({ name }, r) =>
      table.columns.map((column, c) => {
        const row = later?.values[rowCalled.get(name) ?? -1];
        const [then, now] = [table.values[r]?.[c] ?? null, row?.[columnCalled.get(column.name) ?? -1] ?? null];
        return then === null || now === null ? null : then - now;
      }),
    );
    const { name, rows, columns, rho } = table;
    return { name, rows, columns, rho, values, sigma: Math.hypot(table.sigma, later?.sigma ?? 0) };
  });
}

function judged(attack: 'A2' | 'A3' | 'A7', right: number, guesses: number, rho: number): Finding {
  const [figure, limit] = [right / guesses, mostRight(rho, guesses)];
  const measured = { figure: 100 * figure, limit: 100 * limit };
  return { attack, tried: guesses, succeeded: right, measured, holds: figure <= limit };
}

function blank({ unit, standing }: PersonRow): PersonRow {
  return { unit, standing, unitsReached: [], apps: [] };
}
