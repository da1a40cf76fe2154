import { LEAST_HOLDERS } from '../privacy/scope.ts';
import type { Get } from './get.ts';
import { groupMembers } from './group-members.ts';
import type { Directory, DirectoryPerson } from './people.ts';
import type { SourceDeclaration } from './source-declaration.ts';

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
    const missing = `Group ${String(index + 1)} of the competences in the scope does not exist: check its id.`;
    const members = new Set(await groupMembers(options.get, competenceGroupsSource, groupId, missing));
    found.push({ name, holders: options.directory.people.filter(({ identity }) => members.has(identity.reveal())) });
  }
  return found;
}

/** The names of those that fewer than {@link LEAST_HOLDERS} of the list have: no table counts them. */
export function competencesOfTooFew(found: readonly FoundCompetence[]): string[] {
  return found.filter(({ holders }) => holders.length < LEAST_HOLDERS).map(({ name }) => name);
}
