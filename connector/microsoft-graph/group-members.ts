import { z } from 'zod';
import type { Get } from './get.ts';
import { itemsOf } from './pages.ts';
import { selectedFields, type SourceDeclaration } from './source-declaration.ts';

const MEMBERS_A_PAGE = '999';
const member = z.object({ id: z.guid().toLowerCase() });

/**
 * The object ids of the users in a group and in groups within it, in the order told; whatever else a group holds is left out.
 *
 * Cost: one request, and one more for every 999 members.
 *
 * @param missing what is said where there is no such group
 * @throws Failure 'bad-setting' for a group that is not there; and what `Get.json` throws
 */
export async function groupMembers(
  get: Get,
  source: SourceDeclaration,
  group: string,
  missing: string,
): Promise<string[]> {
  const ids: string[] = [];
  const question = {
    source,
    values: { group },
    query: { $select: selectedFields(source).join(','), $count: 'true', $top: MEMBERS_A_PAGE },
    // Asking for one kind of member is an advanced query, and those are answered from an index.
    headers: { ConsistencyLevel: 'eventual' },
    missing: { code: 'bad-setting', sentence: missing },
  } as const;
  for await (const item of itemsOf(get, question)) {
    const parsed = member.safeParse(item);
    if (parsed.success) ids.push(parsed.data.id);
  }
  return ids;
}
