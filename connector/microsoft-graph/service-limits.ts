import type { Limit } from './bucket.ts';
import type { Question } from './question.ts';

/**
 * Microsoft's published limits, as read on 2026-09 at https://learn.microsoft.com/graph/throttling-limits. All are for
 * one application in one tenant unless said otherwise; those for an application over all tenants, other than the
 * global one, are wider than what one tenant may use, and so are those for a tenant over all applications.
 */
export const GLOBAL: Limit = { kind: 'window', most: 130_000, perMs: 10_000 };

/** Outlook: mail, calendar, contacts and mailbox settings, for each application and mailbox. */
const MAILBOX: Limit = { kind: 'window', most: 10_000, perMs: 600_000 };
const MAILBOX_AT_ONCE: Limit = { kind: 'at-once', most: 4 };
/** For all applications of a tenant together: another one's traces leave less, which a 429 tells. */
const MESSAGE_TRACE: Limit = { kind: 'window', most: 100, perMs: 300_000 };
/** For each report; it keeps within the 40 of a tenant, which are counted for each report too. */
const REPORT: Limit = { kind: 'window', most: 14, perMs: 600_000 };
/**
 * 40 in 20 seconds for the listing, and for each single call record; 1,500 for all of them together. The listing has its
 * 40 of these to itself, or a crowd of records would hold up what finds the next ones.
 */
const CALL_LIST: Limit = { kind: 'window', most: 40, perMs: 20_000 };
const CALL_RECORD: Limit = { kind: 'window', most: 40, perMs: 20_000 };
const CALL_RECORDS: Limit = { kind: 'window', most: 1_500 - 40, perMs: 20_000 };
/** Resource units, by the number of users of the tenant. */
const IDENTITY_UNITS: readonly { readonly fewerThan: number; readonly most: number }[] = [
  { fewerThan: 50, most: 3_500 },
  { fewerThan: 501, most: 5_000 },
  { fewerThan: Infinity, most: 8_000 },
];
const IDENTITY_WINDOW_MS = 10_000;

/** Teams throttles who keeps to a listed rate for long at about this share of it. */
const TEAMS_SHARE = 0.83;
/** Requests a second: of an application in a tenant, and for one user, chat or team; the first that matches counts. */
const TEAMS: readonly {
  readonly service: string;
  readonly endpoint: RegExp;
  readonly rate: number;
  readonly each?: number;
}[] = [
  { service: 'teams-all-messages', endpoint: /\/getAll(?:Retained)?Messages$/, rate: 200 },
  { service: 'teams-chats', endpoint: /^\/users\/\{\w+\}\/chats$/, rate: 20, each: 1 },
  { service: 'teams-chat', endpoint: /^\/chats\/\{\w+\}$/, rate: 200, each: 1 },
  { service: 'teams-chat-messages', endpoint: /^\/chats\/\{\w+\}\/messages$/, rate: 20, each: 1 },
  {
    service: 'teams',
    endpoint: /^\/(?:chats|teams|teamwork|users\/\{\w+\}\/(?:chats|joinedTeams))\b/,
    rate: 30,
    each: 1,
  },
];

const OUTLOOK =
  /^\/users\/\{\w+\}\/(?:mailFolders|messages|calendar|calendars|calendarView|calendarGroups|events|contacts|contactFolders|mailboxSettings|outlook|inferenceClassification)\b/;
const REPORTS = /^(?:\/copilot)?\/reports\/(get\w+)/;
const IDENTITY =
  /^\/(?:users|groups|organization|domains|subscribedSkus|directory|directoryObjects|administrativeUnits)\b/;

/** Which limits one request falls under. */
export interface Place {
  /** Requests of one service share its limits, its pauses and its circuit breaker. */
  readonly service: string;
  /** What has limits of its own within the service: a mailbox, a user, a chat, a report, a call record. */
  readonly lane: string;
  /** What the request takes of the service's and the lane's windows. */
  readonly units: number;
  readonly serviceLimits: readonly Limit[];
  readonly laneLimits: readonly Limit[];
}

export interface LimitSettings {
  /** Users of the tenant as far as known, guests included; without it the least budget is kept. Read at each request. */
  tenantUsers?: number | undefined;
  /**
   * Microsoft's page says that four requests to one mailbox may run at once; a stored older copy can be read as four of
   * the application, whatever the mailboxes. That reading is much slower and forbids nothing the other allows.
   */
  readonly mailboxConcurrency?: 'per-mailbox' | 'per-app' | undefined;
}

/** Where a request belongs, by the template of its source's endpoint. What no published row names has the global limit. */
export function placeOf(question: Question, settings: LimitSettings): Place {
  const { endpoint } = question.source;
  const first = question.values?.[/\{(\w+)\}/.exec(endpoint)?.[1] ?? ''] ?? '';
  const place = { lane: '', units: 1, serviceLimits: [], laneLimits: [] };
  if (OUTLOOK.test(endpoint)) return { ...place, service: 'outlook', lane: first, ...outlookLimits(settings) };
  const teams = TEAMS.find((row) => row.endpoint.test(endpoint));
  if (teams !== undefined) {
    const lane = teams.each === undefined ? {} : { lane: first, laneLimits: [eachRate(teams.each)] };
    return { ...place, service: teams.service, serviceLimits: [teamsRate(teams.rate)], ...lane };
  }
  const report = REPORTS.exec(endpoint)?.[1];
  if (report !== undefined) return { ...place, service: 'reports', lane: report, laneLimits: [REPORT] };
  if (endpoint === '/communications/callRecords') return { ...place, service: 'call-list', serviceLimits: [CALL_LIST] };
  if (endpoint.startsWith('/communications/callRecords/')) {
    return { ...place, service: 'call-records', lane: first, serviceLimits: [CALL_RECORDS], laneLimits: [CALL_RECORD] };
  }
  if (endpoint.startsWith('/admin/exchange/tracing/')) {
    return { ...place, service: 'message-trace', serviceLimits: [MESSAGE_TRACE] };
  }
  if (IDENTITY.test(endpoint)) {
    return { ...place, service: 'identity', units: resourceUnits(question), serviceLimits: [identityLimit(settings)] };
  }
  return { ...place, service: 'other' };
}

function outlookLimits({ mailboxConcurrency }: LimitSettings): Pick<Place, 'serviceLimits' | 'laneLimits'> {
  if (mailboxConcurrency === 'per-app') return { serviceLimits: [MAILBOX_AT_ONCE], laneLimits: [MAILBOX] };
  return { serviceLimits: [], laneLimits: [MAILBOX, MAILBOX_AT_ONCE] };
}

function teamsRate(listed: number): Limit {
  return { kind: 'rate', perSecond: listed * TEAMS_SHARE };
}

/** For one user or chat, kept strictly: its requests come one after the other anyway. */
function eachRate(listed: number): Limit {
  return { kind: 'window', most: listed, perMs: Math.ceil(1000 / TEAMS_SHARE) };
}

function identityLimit(settings: LimitSettings): Limit {
  const most = (): number => {
    const { tenantUsers = 0 } = settings;
    return IDENTITY_UNITS.find(({ fewerThan }) => tenantUsers < fewerThan)?.most ?? 0;
  };
  return { kind: 'window', most, perMs: IDENTITY_WINDOW_MS };
}

const UNITS: readonly { readonly endpoint: RegExp; readonly units: number }[] = [
  { endpoint: /^\/groups\/\{\w+\}\/transitiveMembers\b/, units: 5 },
  { endpoint: /^\/groups\/\{\w+\}\/members\b/, units: 3 },
  { endpoint: /^\/subscribedSkus\b/, units: 3 },
  { endpoint: /\/(?:memberOf|transitiveMemberOf|licenseDetails)\b/, units: 2 },
  { endpoint: /^\/users$/, units: 2 },
];
const FEW = 20;

/** What a request to the directory costs; never below 1. */
function resourceUnits({ source, query = {} }: Question): number {
  const base = UNITS.find(({ endpoint }) => endpoint.test(source.endpoint))?.units ?? 1;
  const selected = query['$select'] === undefined ? 0 : -1;
  const expanded = query['$expand'] === undefined ? 0 : 1;
  const few = Number(query['$top'] ?? FEW) < FEW ? -1 : 0;
  return Math.max(1, base + selected + expanded + few);
}
