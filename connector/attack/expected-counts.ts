import { cellsOfPerson, rowOfPerson } from '../privacy/contribution.ts';
import type { PersonRow } from '../privacy/person-row.ts';
import type { TableLayout } from '../privacy/table-layout.ts';

/** What a table would count without noise: known to an attacker who knows everybody's row, and to nobody else. */
export function expectedCounts(layout: TableLayout, people: readonly PersonRow[]): number[][] {
  const counts = layout.rows.map(() => layout.columns.map(() => 0));
  const [rowOf, cellsOf] = [rowOfPerson(layout), cellsOfPerson(layout)];
  for (const person of people) {
    const own = counts[rowOf(person) ?? -1];
    if (own === undefined) continue;
    for (const cell of cellsOf(person)) own[cell] = (own[cell] ?? 0) + 1;
  }
  return counts;
}
