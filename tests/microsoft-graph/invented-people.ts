import type { Get } from '../../connector/microsoft-graph/get.ts';
import type { Directory } from '../../connector/microsoft-graph/people.ts';
import { readDirectory } from '../../connector/microsoft-graph/people.ts';
import { pseudonymMaker } from '../../connector/privacy/pseudonym.ts';
import type { UnitAttribute } from '../../connector/privacy/scope.ts';

export const id = (number: number): string => `0a1b2c3d-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const GROUP = id(900);
export const MAILBOX_PLAN = { service: 'exchange', capabilityStatus: 'Enabled', servicePlanId: id(800) };
export const TITLES = { leader: ['Leder', 'Rektor'], elected: ['Kommunestyrerepresentant'] };
export const pseudonymOf = pseudonymMaker('tenant', '2026-Q3', new Uint8Array(32).fill(7));

/** A member of the positive list as Graph shows one: `person<number>@fjord.example`, in Helse/Hjemme, with a mailbox. */
export function member(number: number, different: object = {}): object {
  const address = `person${number}@fjord.example`;
  return {
    id: id(number),
    userPrincipalName: address,
    mail: address,
    proxyAddresses: [`SMTP:Person${number}@Fjord.Example`, `smtp:p${number}@gammel.example`],
    accountEnabled: true,
    userType: 'Member',
    isResourceAccount: null,
    jobTitle: null,
    assignedLicenses: [{ skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965', disabledPlans: [] }],
    assignedPlans: [MAILBOX_PLAN],
    department: 'Helse/Hjemme',
    ...different,
  };
}

/** Answers each question by its endpoint with these bodies, one page each; no network at all. */
export function cannedGet(bodies: Readonly<Record<string, unknown>>): Get {
  const bodyAt = (endpoint: string): unknown => {
    if (!(endpoint in bodies)) throw new Error(`Nobody plays ${endpoint}.`);
    return bodies[endpoint];
  };
  return {
    json: ({ source }, parse) => Promise.resolve(parse(bodyAt(source.endpoint))),
    text: ({ source }, parse) => Promise.resolve(parse(String(bodyAt(source.endpoint)))),
  };
}

export const ORGANISATION = {
  value: [{ verifiedDomains: [{ name: 'Fjord.example', isDefault: true }, { name: 'gammel.example' }] }],
};
const MEMBERS = '/groups/{group}/transitiveMembers/microsoft.graph.user';

export function directoryOf(
  members: readonly unknown[],
  unitAttribute: UnitAttribute = 'department',
): Promise<Directory> {
  const get = cannedGet({ '/organization': ORGANISATION, [MEMBERS]: { value: members } });
  return readDirectory({ get, positiveGroupId: GROUP, unitAttribute, titles: TITLES });
}
