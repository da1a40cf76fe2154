import { Failure } from '../failure.ts';
import type { Day } from '../privacy/period.ts';
import type { Get } from './get.ts';
import { groupMembers } from './group-members.ts';
import type { Directory } from './people.ts';
import type { SourceDeclaration } from './source-declaration.ts';
import { NO_REMARKS, placeEverybody, type UnitsFound } from './unit-placement.ts';
import { unitPath } from './units.ts';

export const unitGroupsSource = {
  name: 'unit-groups',
  endpoint: '/groups/{group}/transitiveMembers/microsoft.graph.user',
  permissions: [{ role: 'GroupMember.Read.All', id: '98830695-27a2-44f7-8c18-0c3ebc9698f6' }],
  fields: [{ field: 'id', reason: 'who works in the unit; forgotten at once for anybody not on the positive list' }],
} as const satisfies SourceDeclaration;

/** One group, and the unit its members work in. */
export interface UnitGroup {
  readonly groupId: string;
  /** Path from the top, levels separated by `/`. */
  readonly unit: string;
}

/**
 * Units from groups: who is in a group, or in a group within it, works in its unit. Of several groups the one whose unit
 * lies deepest within the others has the person (`Helse/Hjemme` before `Helse`); of units side by side the first listed.
 * Who is in none has no unit. Owners, devices and people who are not in the directory leave no trace.
 *
 * Cost: one request a group, and one for every 999 members.
 *
 * @param options.on the day the groups are read
 * @throws Failure 'bad-setting' for a path that names no unit, or a group that is not there, told by its place in the
 *   list; and what `Get.json` throws
 */
export async function readUnitsFromGroups(options: {
  readonly get: Get;
  readonly directory: Directory;
  readonly groups: readonly UnitGroup[];
  readonly on: Day;
}): Promise<UnitsFound> {
  const { directory, on } = options;
  const known = new Set(directory.people.map(({ identity }) => identity.reveal()));
  const unitOf = new Map<string, string>();
  const contested = new Set<string>();
  for (const [index, group] of options.groups.entries()) {
    const unit = unitPath(group.unit);
    if (unit === '') throw notAUnit(index + 1);
    const missing = `Group ${String(index + 1)} of the groups that make units does not exist: check its id.`;
    for (const id of await groupMembers(options.get, unitGroupsSource, group.groupId, missing)) {
      const held = unitOf.get(id);
      if (!known.has(id)) continue;
      if (held === undefined || isWithin(unit, held)) unitOf.set(id, unit);
      else if (!isWithin(held, unit) && held !== unit) contested.add(id);
    }
  }
  return {
    directory: placeEverybody(directory, {
      origin: 'groups',
      on,
      unitOf: ({ identity }) => unitOf.get(identity.reveal()) ?? '',
    }),
    remarks: { ...NO_REMARKS, inSeveralGroups: contested.size },
  };
}

function isWithin(unit: string, other: string): boolean {
  return unit.startsWith(`${other}/`);
}

function notAUnit(place: number): Failure {
  return new Failure(
    'bad-setting',
    `Group ${String(place)} of the groups that make units names no unit: give it a path such as Helse/Hjemmetjenesten.`,
  );
}
