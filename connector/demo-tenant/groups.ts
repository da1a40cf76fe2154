import type { Answer } from './exchange.ts';
import { contextOf, noSuchResource, pageAnswer, type Question, type Tenant } from './question.ts';
import { refusal } from './refusal.ts';
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

function groupMembers({ id, displayName, mail, kind }: Group): string {
  const members = {
    id,
    displayName,
    groupTypes: kind === 'microsoft365' ? ['Unified'] : [],
    mail,
    mailEnabled: kind !== 'security',
    securityEnabled: kind === 'security',
  };
  return JSON.stringify(members).slice(1, -1);
}
