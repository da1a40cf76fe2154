import { z } from 'zod';
import { Failure } from '../failure.ts';
import type { Day } from '../privacy/period.ts';
import type { Get } from './get.ts';
import { itemsOf } from './pages.ts';
import type { Directory } from './people.ts';
import { selectedFields, type SourceDeclaration } from './source-declaration.ts';
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

const MEMBERS_A_PAGE = '999';
const member = z.object({ id: z.guid().toLowerCase() });

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
    for (const id of await membersOf(options.get, group.groupId, index + 1)) {
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

async function membersOf(get: Get, group: string, place: number): Promise<string[]> {
  const ids: string[] = [];
  const question = {
    source: unitGroupsSource,
    values: { group },
    query: { $select: selectedFields(unitGroupsSource).join(','), $count: 'true', $top: MEMBERS_A_PAGE },
    headers: { ConsistencyLevel: 'eventual' },
    missing: {
      code: 'bad-setting',
      sentence: `Group ${String(place)} of the groups that make units does not exist: check its id.`,
    },
  } as const;
  for await (const item of itemsOf(get, question)) {
    const parsed = member.safeParse(item);
    if (parsed.success) ids.push(parsed.data.id);
  }
  return ids;
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
