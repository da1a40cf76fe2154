import { nothingOf } from './csdl.ts';
import type { Answer } from './exchange.ts';
import { contextOf, entityAnswer, pageAnswer, type Question, type Tenant } from './question.ts';
import type { World } from './world.ts';

const USUAL = ['id', 'displayName', 'countryLetterCode', 'preferredLanguage', 'tenantType', 'verifiedDomains'];
/** What an application sees that may read users but not the organisation; the rest is null. */
const LIMITED = ['id', 'displayName', 'verifiedDomains'];

const VALUES: Readonly<Record<string, (world: World) => unknown>> = {
  id: ({ tenantId }) => tenantId,
  displayName: ({ organisation }) => organisation,
  countryLetterCode: () => 'NO',
  preferredLanguage: () => 'nb',
  tenantType: () => 'AAD',
  verifiedDomains: ({ domains }) =>
    domains.map((name, index) => ({
      capabilities: 'Email, OfficeCommunicationsOnline',
      isDefault: index === 0,
      isInitial: index === domains.length - 1,
      name,
      type: 'Managed',
    })),
};

/** GET /organization: a listing of one. */
export function listOrganizations(tenant: Tenant, question: Question): Answer {
  const select = question.options.select ?? USUAL;
  const whole = [...question.roles].some((role) => /^(Organization|Directory)\./.test(role));
  const members = select.map((name) => {
    const value = whole || LIMITED.includes(name) ? VALUES[name]?.(tenant.world) : undefined;
    return `${JSON.stringify(name)}:${JSON.stringify(value ?? nothingOf('organization', name))}`;
  });
  return pageAnswer(tenant, question, {
    context: contextOf('organization', question.options.select),
    total: 1,
    entry: () => `{${members.join(',')}}`,
  });
}

/** GET /admin/reportSettings: whether the usage reports conceal who is who. */
export function reportSettings({ world }: Tenant): Answer {
  return entityAnswer(
    'admin/reportSettings/$entity',
    `"displayConcealedNames":${JSON.stringify(world.concealsNames ?? false)}`,
  );
}
