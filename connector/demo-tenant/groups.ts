import { nothingOf } from './csdl.ts';
import type { Answer } from './exchange.ts';
import { contextOf, noSuchResource, pageAnswer, type Question, type Tenant } from './question.ts';
import { notPlayed, refusal } from './refusal.ts';
import { userWriter } from './users.ts';
import type { Account, Group } from './world.ts';

/** GET /groups/{id}/members: direct members of every kind, with their types. */
export function directMembers(tenant: Tenant, question: Question): Answer {
  return listMembers(tenant, question, (group) => tenant.index.members(group), 'directoryObjects');
}

/** GET /groups/{id}/transitiveMembers: of groups within groups too. */
export function transitiveMembers(tenant: Tenant, question: Question): Answer {
  return listMembers(tenant, question, (group) => tenant.index.transitiveMembers(group), 'directoryObjects');
}

/**
 * GET /groups/{id}/transitiveMembers/microsoft.graph.user: users only. The cast is an advanced query: it needs the
 * header on every page and `$count=true`.
 */
export function transitiveUsers(tenant: Tenant, question: Question): Answer {
  const consistency = question.headers.get('consistencylevel')?.toLowerCase();
  if (consistency !== 'eventual' || !question.options.count)
    return refusal(
      400,
      'Request_UnsupportedQuery',
      "The specified filter to the reference property query is currently not supported. Use the 'ConsistencyLevel: eventual' header and '$count=true'.",
    );
  const users = (group: Group) => tenant.index.transitiveMembers(group).filter((member) => !('memberIds' in member));
  return listMembers(tenant, question, users, 'users');
}

function listMembers(
  tenant: Tenant,
  question: Question,
  of: (group: Group) => (Account | Group)[],
  context: 'users' | 'directoryObjects',
): Answer {
  const [id = ''] = question.place.keys;
  const group = tenant.index.group(id);
  if (!group) return noSuchResource(id);
  const members = of(group);
  const writeUser = userWriter(question.options.select, question.roles);
  const typed = context === 'directoryObjects';
  const write = (member: Account | Group) => {
    if ('memberIds' in member) return `{"@odata.type":"#microsoft.graph.group",${groupMembers(member)}}`;
    return `{${typed ? '"@odata.type":"#microsoft.graph.user",' : ''}${writeUser(member)}}`;
  };
  return pageAnswer(tenant, question, {
    context: contextOf(context, question.options.select),
    total: members.length,
    entry: (index) => {
      const member = members[index];
      return member ? write(member) : '';
    },
  });
}

const WITH_MAIL = /^mailEnabled eq (true|false)$/;

/** GET /groups; of all filters the one on `mailEnabled`, which Graph answers without an advanced query. */
export function listGroups(tenant: Tenant, question: Question): Answer {
  const { select, filter } = question.options;
  const mailEnabled = filter === undefined ? undefined : WITH_MAIL.exec(filter)?.[1];
  if (filter !== undefined && mailEnabled === undefined) return notPlayed(`$filter=${filter} on groups`);
  const groups = tenant.world.groups.filter(
    ({ kind }) => mailEnabled === undefined || (kind !== 'security') === (mailEnabled === 'true'),
  );
  return pageAnswer(tenant, question, {
    context: contextOf('groups', select),
    total: groups.length,
    entry(place) {
      const group = groups[place];
      return group ? `{${groupMembers(group, select ?? USUAL)}}` : '';
    },
  });
}

const USUAL = [
  ...['id', 'createdDateTime', 'description', 'displayName', 'groupTypes', 'mail', 'mailEnabled', 'mailNickname'],
  ...['proxyAddresses', 'resourceProvisioningOptions', 'securityEnabled', 'visibility'],
];
/** What a listing of members shows of a group among them. */
const AMONG_MEMBERS = ['id', 'displayName', 'groupTypes', 'mail', 'mailEnabled', 'securityEnabled'];

const VALUES: Readonly<Record<string, (group: Group) => unknown>> = {
  id: ({ id }) => id,
  displayName: ({ displayName }) => displayName,
  groupTypes: ({ kind }) => (kind === 'microsoft365' ? ['Unified'] : []),
  mail: ({ mail }) => mail,
  mailEnabled: ({ kind }) => kind !== 'security',
  mailNickname: ({ mail, id }) => mail?.split('@')[0] ?? id.slice(0, 8),
  proxyAddresses: ({ mail }) => (mail === null ? [] : [`SMTP:${mail}`]),
  resourceProvisioningOptions: ({ kind }) => (kind === 'microsoft365' ? ['Team'] : []),
  securityEnabled: ({ kind }) => kind === 'security',
  visibility: ({ kind }) => (kind === 'microsoft365' ? 'Private' : null),
};

function groupMembers(group: Group, names: readonly string[] = AMONG_MEMBERS): string {
  const value = (name: string) => VALUES[name]?.(group) ?? nothingOf('group', name);
  return names.map((name) => `${JSON.stringify(name)}:${JSON.stringify(value(name))}`).join(',');
}
