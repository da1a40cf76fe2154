import { rolesOfRequest } from './bearer-token.ts';
import { findPlace, rolesThatOpen, type Place } from './csdl.ts';
import type { EntraKeys } from './entra-keys.ts';
import type { Answer, Asked } from './exchange.ts';
import { directMembers, transitiveMembers, transitiveUsers } from './groups.ts';
import { listOrganizations, reportSettings } from './organization.ts';
import { readQueryOptions, type AllowedOptions, type QueryOption } from './query-options.ts';
import type { Question, Tenant } from './question.ts';
import { isAnswer, notPlayed, refusal, reportRefusal } from './refusal.ts';
import { activeUserReport } from './report-downloads.ts';
import { listSentItems } from './sent-items.ts';
import { listUsers, oneUser } from './users.ts';

/** One place the tenant plays: what may be asked of it, and who answers. */
interface Route extends Omit<AllowedOptions, 'type'> {
  readonly answer: (tenant: Tenant, question: Question) => Answer;
}

const LISTING: readonly QueryOption[] = ['$select', '$top', '$skiptoken', '$count'];
const DIRECTORY_PAGES = { usual: 100, most: 999 };
const MAIL_PAGES = { usual: 10, most: 1000 };

const ROUTES: Readonly<Record<string, Route>> = {
  '/organization': { options: ['$select', '$top'], pages: DIRECTORY_PAGES, answer: listOrganizations },
  '/users': { options: [...LISTING, '$expand'], pages: DIRECTORY_PAGES, answer: listUsers },
  '/users/{id}': { options: ['$select', '$expand'], answer: oneUser },
  '/groups/{id}/members': { options: LISTING, pages: DIRECTORY_PAGES, answer: directMembers },
  '/groups/{id}/transitiveMembers': { options: LISTING, pages: DIRECTORY_PAGES, answer: transitiveMembers },
  '/groups/{id}/transitiveMembers/microsoft.graph.user': {
    options: LISTING,
    pages: DIRECTORY_PAGES,
    answer: transitiveUsers,
  },
  '/users/{id}/mailFolders/{id}/messages': {
    options: [...LISTING, '$filter', '$orderby'],
    pages: MAIL_PAGES,
    answer: listSentItems,
  },
  '/admin/reportSettings': { options: [], answer: reportSettings },
  '/reports/getOffice365ActiveUserDetail(date={value})': { options: [], answer: activeUserReport },
  '/reports/getOffice365ActiveUserDetail(period={value})': { options: [], answer: activeUserReport },
};

/** The path of a request to Graph below its version, decoded; undefined when it is not below `/v1.0`. */
export function pathBelowVersion(url: URL): string | undefined {
  try {
    return /^\/v1\.0(\/.*)$/.exec(decodeURIComponent(url.pathname))?.[1];
  } catch {
    return undefined;
  }
}

/** Microsoft Graph v1.0 for one tenant. */
export function graph(tenant: Tenant, keys: EntraKeys): (asked: Asked) => Answer {
  return ({ method, url, headers }) => {
    const roles = rolesOfRequest(headers, keys, { tenantId: tenant.world.tenantId, now: tenant.now() });
    if (isAnswer(roles)) return roles;
    const path = pathBelowVersion(url);
    if (path === undefined) return refusal(400, 'BadRequest', 'Invalid version.');
    const place = findPlace(path);
    if (isAnswer(place)) return place;
    if (place.template.startsWith('/me'))
      return refusal(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
    if (method !== 'GET') return notPlayed(`${method} at this place`);
    if (!rolesThatOpen(place.template).some((role) => roles.has(role))) return forbidden(place);
    const route = ROUTES[place.template];
    if (!route) return notPlayed(`GET ${place.template}`);
    const options = readQueryOptions(url.searchParams, { ...route, type: selectable(place) });
    return isAnswer(options) ? options : route.answer(tenant, { url, headers, place, options, roles });
  };
}

/** Members of a group are directory objects, but `$select` may name what the users among them have. */
function selectable({ type }: Place): string {
  return type === 'directoryObject' ? 'user' : type;
}

/** Each service of Graph refuses in its own words. */
function forbidden({ template }: Place): Answer {
  if (/^\/(reports|admin\/reportSettings)/.test(template))
    return reportRefusal(403, 'S2SUnauthorized', 'Invalid permission.');
  if (template.startsWith('/users/{id}/mailFolders'))
    return refusal(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  return refusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
}
