import { rolesOfRequest } from './bearer-token.ts';
import { listCalendarView } from './calendar-view.ts';
import { listCallRecords, listParticipants } from './call-records.ts';
import { listAllMessages } from './chat-messages.ts';
import { listChatMembers, listChats } from './chats.ts';
import { findPlace, rolesThatOpen, type Place } from './csdl.ts';
import type { EntraKeys } from './entra-keys.ts';
import type { Answer, Asked } from './exchange.ts';
import { directMembers, listGroups, transitiveMembers, transitiveUsers } from './groups.ts';
import { mailboxOf } from './mailbox.ts';
import { listMessageTraces } from './message-traces.ts';
import { listOrganizations, reportSettings } from './organization.ts';
import { readQueryOptions, type AllowedOptions, type QueryOption } from './query-options.ts';
import type { Question, Tenant } from './question.ts';
import { isAnswer, notPlayed, refusal, reportRefusal } from './refusal.ts';
import { usageReport } from './report-downloads.ts';
import { listSentItems } from './sent-items.ts';
import { listUsers, oneUser } from './users.ts';

/** One place the tenant plays: what may be asked of it, and who answers. */
interface Route extends Omit<AllowedOptions, 'type'> {
  readonly answer: (tenant: Tenant, question: Question) => Answer;
}

const LISTING: readonly QueryOption[] = ['$select', '$top', '$skiptoken', '$count'];
const DIRECTORY_PAGES = { usual: 100, most: 999 };
const OUTLOOK_PAGES = { usual: 10, most: 1000 };
const CHAT_PAGES = { usual: 20, most: 50 };
const CHAT_MESSAGE_PAGES = { usual: 50, most: 250 };
const CHAT_MEMBER_PAGES = { usual: 100, most: 100 };
const CALL_PAGES = { usual: 60, most: 60 };
const PARTICIPANT_PAGES = { usual: 130, most: 130 };
const TRACE_PAGES = { usual: 1000, most: 5000 };

const ROUTES: Readonly<Record<string, Route>> = {
  '/organization': { options: ['$select', '$top'], pages: DIRECTORY_PAGES, answer: listOrganizations },
  '/users': { options: [...LISTING, '$filter', '$expand'], pages: DIRECTORY_PAGES, answer: listUsers },
  '/users/{id}': { options: ['$select', '$expand'], answer: oneUser },
  '/groups': { options: [...LISTING, '$filter'], pages: DIRECTORY_PAGES, answer: listGroups },
  '/groups/{id}/members': { options: LISTING, pages: DIRECTORY_PAGES, answer: directMembers },
  '/groups/{id}/transitiveMembers': { options: LISTING, pages: DIRECTORY_PAGES, answer: transitiveMembers },
  '/groups/{id}/transitiveMembers/microsoft.graph.user': {
    options: LISTING,
    pages: DIRECTORY_PAGES,
    answer: transitiveUsers,
  },
  '/users/{id}/mailFolders/{id}/messages': {
    options: [...LISTING, '$filter', '$orderby'],
    pages: OUTLOOK_PAGES,
    answer: listSentItems,
  },
  '/users/{id}/calendarView': {
    options: ['$select', '$top', '$skiptoken'],
    parameters: ['startDateTime', 'endDateTime'],
    pages: OUTLOOK_PAGES,
    answer: listCalendarView,
  },
  '/users/{id}/chats': { options: ['$expand', '$top', '$skiptoken'], pages: CHAT_PAGES, answer: listChats },
  '/users/{id}/chats/{id}/members': { options: ['$skiptoken'], pages: CHAT_MEMBER_PAGES, answer: listChatMembers },
  '/chats/{id}/members': { options: ['$skiptoken'], pages: CHAT_MEMBER_PAGES, answer: listChatMembers },
  '/users/{id}/chats/getAllMessages': {
    options: ['$filter', '$top', '$skiptoken'],
    pages: CHAT_MESSAGE_PAGES,
    answer: listAllMessages,
  },
  '/communications/callRecords': {
    options: ['$filter', '$select', '$skiptoken'],
    pages: CALL_PAGES,
    answer: listCallRecords,
  },
  '/communications/callRecords/{id}/participants_v2': {
    options: ['$skiptoken'],
    pages: PARTICIPANT_PAGES,
    answer: listParticipants,
  },
  '/admin/exchange/tracing/messageTraces': {
    options: ['$filter', '$top', '$skiptoken'],
    pages: TRACE_PAGES,
    answer: listMessageTraces,
  },
  '/admin/reportSettings': { options: [], answer: reportSettings },
};

/** `Application Mail.ReadBasic` shows what this does, in the mailboxes it is assigned for. */
const SCOPED_ROLE = 'Mail.ReadBasic.All';

/** Usage reports are one place with many names. */
const REPORT = /^\/(copilot\/)?reports\/get\w+(Detail|Counts)\((date|period)=\{value\}\)$/;
const REPORTS: Route = { options: [], answer: usageReport };

/** The path of a request to Graph below its version, decoded; undefined when it is not below `/v1.0`. */
export function pathBelowVersion(url: URL): string | undefined {
  try {
    return /^\/v1\.0(\/.*)$/.exec(decodeURIComponent(url.pathname))?.[1];
  } catch {
    return undefined;
  }
}

/**
 * Microsoft Graph v1.0 for one tenant.
 *
 * @param openInExchange ids of the accounts whose mail Exchange itself opens to the application; undefined where it has
 *   no role of its own there
 */
export function graph(
  tenant: Tenant,
  keys: EntraKeys,
  openInExchange: () => readonly string[] | undefined,
): (asked: Asked) => Answer {
  return ({ method, url, headers }) => {
    const inToken = rolesOfRequest(headers, keys, { tenantId: tenant.world.tenantId, now: tenant.now() });
    if (isAnswer(inToken)) return inToken;
    const path = pathBelowVersion(url);
    if (path === undefined) return refusal(400, 'BadRequest', 'Invalid version.');
    const place = findPlace(path);
    if (isAnswer(place)) return place;
    if (place.template.startsWith('/me'))
      return refusal(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
    if (method !== 'GET') return notPlayed(`${method} at this place`);
    const opened = openedByExchange(tenant, place, openInExchange());
    if (typeof opened !== 'boolean') return opened;
    const roles = opened ? new Set([...inToken, SCOPED_ROLE]) : inToken;
    if (!rolesThatOpen(place.template).some((role) => roles.has(role))) return forbidden(place);
    const route = ROUTES[place.template] ?? (REPORT.test(place.template) ? REPORTS : undefined);
    if (!route) return notPlayed(`GET ${place.template}`);
    const options = readQueryOptions(url.searchParams, { ...route, type: selectable(place) });
    return isAnswer(options) ? options : route.answer(tenant, { url, headers, place, options, roles });
  };
}

/**
 * Whether Exchange opens the mail at this place to an application that has a role of its own there; a calendar is not
 * mail. It looks for the mailbox before it looks at whose it is.
 */
function openedByExchange(
  tenant: Tenant,
  { template, keys: [user = ''] }: Place,
  open: readonly string[] | undefined,
): boolean | Answer {
  if (open === undefined || !template.startsWith('/users/{id}/mailFolders')) return false;
  const account = mailboxOf(tenant, user);
  return isAnswer(account) ? account : open.includes(account.id);
}

/** Members of a group are directory objects, but `$select` may name what the users among them have. */
function selectable({ type }: Place): string {
  return type === 'directoryObject' ? 'user' : type;
}

/** Each service of Graph refuses in its own words. */
function forbidden({ template }: Place): Answer {
  if (/^\/(reports|copilot\/reports|admin\/reportSettings)/.test(template))
    return reportRefusal(403, 'S2SUnauthorized', 'Invalid permission.');
  if (/^\/users\/\{id\}\/(mailFolders|calendarView)/.test(template))
    return refusal(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  if (/^\/(users\/\{id\}\/chats|chats|communications)/.test(template)) return refusal(403, 'Forbidden', '');
  return refusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
}
