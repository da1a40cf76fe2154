import { z } from 'zod';
import type { SourceName } from '../privacy/scope.ts';
import type { Get } from './get.ts';
import { keptOf } from './pages.ts';
import { selectedFields, type SourceDeclaration } from './source-declaration.ts';

export const listAddressesSource = {
  name: 'list-addresses',
  endpoint: '/groups',
  permissions: [{ role: 'GroupMember.Read.All', id: '98830695-27a2-44f7-8c18-0c3ebc9698f6' }],
  fields: [
    { field: 'mail', reason: 'a list is not a person, so an act toward it is not kept; stays in memory' },
    { field: 'proxyAddresses', reason: 'a list has several addresses; stays in memory' },
  ],
} as const satisfies SourceDeclaration;

/** Sources that name whom an act was toward by address; the others name accounts, and no list is one. */
export const SOURCES_BY_ADDRESS: readonly SourceName[] = ['sent-items', 'message-trace', 'meetings'];

const LISTS_A_PAGE = '999';
const MAILED_TO = /^smtp:/i;

const list = z.object({ mail: z.string().nullish(), proxyAddresses: z.array(z.string()).nullish() });

/**
 * The addresses of every distribution list, Microsoft 365 group and mail-enabled security group, in lower case. Groups
 * without mail are not asked about, and of the others nothing but their addresses: no name, no id and no member.
 * Dynamic distribution lists are Exchange's own and not among them.
 *
 * Cost: one request for every 999 lists.
 *
 * @throws what `Get.json` throws
 */
export async function readListAddresses(get: Get): Promise<Set<string>> {
  const question = {
    source: listAddressesSource,
    query: {
      $select: selectedFields(listAddressesSource).join(','),
      $filter: 'mailEnabled eq true',
      $top: LISTS_A_PAGE,
    },
  };
  const addresses = new Set<string>();
  for await (const each of keptOf(get, question, addressesOf)) for (const address of each) addresses.add(address);
  return addresses;
}

function addressesOf(item: unknown): string[] {
  const parsed = list.safeParse(item);
  if (!parsed.success) return [];
  const { mail, proxyAddresses } = parsed.data;
  const proxies = (proxyAddresses ?? []).filter((each) => MAILED_TO.test(each)).map((each) => each.slice(5));
  return [mail ?? '', ...proxies].map((address) => address.trim().toLowerCase()).filter(Boolean);
}
