import { z } from 'zod';
import type { Get } from './get.ts';
import type { SourceDeclaration } from './source-declaration.ts';

export const domainsSource = {
  name: 'domains',
  endpoint: '/organization',
  permissions: [{ role: 'User.Read.All', id: 'df021288-bdef-4463-88db-98f22de89214' }],
  fields: [
    {
      field: 'verifiedDomains/name',
      reason: 'tells an address of our own that leads to nobody we may read from one outside',
    },
  ],
} as const satisfies SourceDeclaration;

const organisations = z.object({
  value: z.array(z.object({ verifiedDomains: z.array(z.object({ name: z.string().toLowerCase() })) })).min(1),
});

/** The organisation's own domains, in lower case. Cost: one request. */
export async function readDomains(get: Get): Promise<Set<string>> {
  const question = { source: domainsSource, query: { $select: 'verifiedDomains' } };
  const { value } = await get.json(question, (body) => organisations.parse(body));
  return new Set(value.flatMap(({ verifiedDomains }) => verifiedDomains.map(({ name }) => name)));
}
