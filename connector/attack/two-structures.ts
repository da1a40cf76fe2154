import type { AttackedRelease, AttackedTable, Finding } from './attacked.ts';

/** Tables about contacts and ties, in which elected members have no head. */
const ABOUT_CONTACTS: ReadonlySet<string> = new Set(['reach', 'breadth', 'brokerage', 'steps', 'channels']);

/**
 * A6: looks for a release that shows two structures of the organisation for the same days, as when units were split or
 * merged in between. Whoever moved would be the difference between the old unit and the new one.
 *
 * @returns `tried` counts the rows of tables; `succeeded` those made of units, or of heads, that the release's own list of
 *   units has not
 */
export function twoStructures(releases: readonly AttackedRelease[]): Finding {
  const rows = releases.flatMap((release) => release.tables.flatMap((table) => faultyRows(release, table)));
  const succeeded = rows.filter((isFaulty) => isFaulty).length;
  return { attack: 'A6', tried: rows.length, succeeded, measured: null, holds: succeeded === 0 };
}

function faultyRows({ units }: AttackedRelease, { name, rows }: AttackedTable): boolean[] {
  const headsOf = new Map(units.map(({ unit, heads }) => [unit, heads]));
  const placed = rows.flatMap((row) => row.units);
  return rows.map((row) => {
    if (row.units.some((unit) => !headsOf.has(unit) || placed.indexOf(unit) !== placed.lastIndexOf(unit))) return true;
    if (name === 'leaders') return false;
    const heads = row.units.reduce((sum, unit) => sum + (headsOf.get(unit) ?? 0), 0);
    return ABOUT_CONTACTS.has(name) ? row.heads > heads : row.heads !== heads;
  });
}
