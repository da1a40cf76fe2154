import { z } from 'zod';
import type { Get } from './get.ts';
import { itemsOf } from './pages.ts';
import type { Directory, DirectoryPerson } from './people.ts';
import { selectedFields, type SourceDeclaration } from './source-declaration.ts';

export const competenceGroupsSource = {
  name: 'competence-groups',
  endpoint: '/groups/{group}/transitiveMembers/microsoft.graph.user',
  permissions: [{ role: 'GroupMember.Read.All', id: '98830695-27a2-44f7-8c18-0c3ebc9698f6' }],
  fields: [{ field: 'id', reason: 'who has the competence; forgotten at once for anybody not on the positive list' }],
} as const satisfies SourceDeclaration;

/** A competence that the scope declares, and the group whose members have it. */
interface DeclaredCompetence {
  readonly name: string;
  readonly groupId: string;
}

/** Who of the directory has a competence. In memory for one run. */
export interface FoundCompetence {
  readonly name: string;
  readonly holders: readonly DirectoryPerson[];
}

const MEMBERS_A_PAGE = '999';
const member = z.object({ id: z.guid().toLowerCase() });

/**
 * Who has each competence: the members of its group, and of groups within it, that the directory holds. Everybody else in
 * it leaves no trace.
 *
 * Cost: one request a competence, and one for every 999 members.
 *
 * @throws Failure 'bad-setting' for a group that is not there, told by its place in the list; and what `Get.json` throws
 */
export async function readCompetenceHolders(options: {
  readonly get: Get;
  readonly directory: Pick<Directory, 'people'>;
  readonly competences: readonly DeclaredCompetence[];
}): Promise<FoundCompetence[]> {
  const found: FoundCompetence[] = [];
  for (const [index, { name, groupId }] of options.competences.entries()) {
    const members = await membersOf(options.get, groupId, index + 1);
    found.push({ name, holders: options.directory.people.filter(({ identity }) => members.has(identity.reveal())) });
  }
  return found;
}

async function membersOf(get: Get, group: string, place: number): Promise<Set<string>> {
  const ids = new Set<string>();
  const question = {
    source: competenceGroupsSource,
    values: { group },
    query: { $select: selectedFields(competenceGroupsSource).join(','), $count: 'true', $top: MEMBERS_A_PAGE },
    // Asking for one kind of member is an advanced query, and those are answered from an index.
    headers: { ConsistencyLevel: 'eventual' },
    missing: {
      code: 'bad-setting',
      sentence: `Group ${String(place)} of the competences in the scope does not exist: check its id.`,
    },
  } as const;
  for await (const item of itemsOf(get, question)) {
    const parsed = member.safeParse(item);
    if (parsed.success) ids.add(parsed.data.id);
  }
  return ids;
}
