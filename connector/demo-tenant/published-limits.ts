import type { Place } from './csdl.ts';
import type { QueryOptions } from './query-options.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Teams throttles a load that stays at the listed rate at about 83 % of it; the measure here is a minute. */
const TEAMS_SUSTAINED = 0.84;
/** Requests to one mailbox at the same time. */
export const MAILBOX_CONCURRENCY = 4;

/** So much of something in any stretch of so long. */
export interface Budget {
  /** What is counted together: a service, and a mailbox, a chat or a report where it is counted for each. */
  readonly name: string;
  readonly most: number;
  readonly windowMs: number;
  /** What this request takes of it. */
  readonly cost: number;
  readonly service: Service;
}

export type Service = 'all' | 'outlook' | 'identity' | 'teams' | 'trace' | 'reports' | 'calls';

/** What Microsoft's limits count of a request. */
export interface Counted {
  readonly template: string;
  readonly keys: readonly string[];
  readonly query: Pick<QueryOptions, 'select' | 'expand' | 'top'>;
}

/** A request as the limits count it; undefined query options are as good as none. */
export function countedOf(place: Place, query: URLSearchParams): Counted {
  const top = query.get('$top');
  return {
    template: place.template,
    keys: place.keys,
    query: {
      select: query.get('$select')?.split(','),
      expand: query.get('$expand') ?? undefined,
      top: top === null ? Infinity : Number(top),
    },
  };
}

/**
 * The budgets a request draws from, of one application in one tenant.
 *
 * @param people accounts of the tenant: small ones have fewer resource units
 * @see learn.microsoft.com/graph/throttling-limits, copy of 2026
 */
export function budgetsOf(counted: Counted, people: number): Budget[] {
  return [one('all', 'all', 130_000, 10 * SECOND), ...serviceBudgets(counted, people)];
}

/** The mailbox that a request occupies while it is answered; undefined for requests to no mailbox. */
export function mailboxOccupied({ template, keys }: Counted): string | undefined {
  return /^\/users\/\{id\}\/(mailFolders|calendarView|messages|events|calendar)/.test(template)
    ? keys[0]?.toLowerCase()
    : undefined;
}

function serviceBudgets(counted: Counted, people: number): Budget[] {
  const { template, keys } = counted;
  const mailbox = mailboxOccupied(counted);
  if (mailbox !== undefined) return [one('outlook', `mailbox ${mailbox}`, 10_000, 10 * MINUTE)];
  if (template.startsWith('/admin/exchange/tracing')) return [one('trace', 'message trace', 100, 5 * MINUTE)];
  if (/^\/(copilot\/)?reports/.test(template)) return [one('reports', reportName(template), 14, 10 * MINUTE)];
  if (template.startsWith('/communications/callRecords')) return callBudgets(counted);
  if (/^\/(users\/\{id\}\/)?chats/.test(template)) return teamsBudgets(counted);
  if (/^\/(users|groups|organization)/.test(template)) {
    const units = people > 500 ? 8000 : people >= 50 ? 5000 : 3500;
    return [{ ...one('identity', 'resource units', units, 10 * SECOND), cost: resourceUnits(template, counted.query) }];
  }
  return [];

  function teamsBudgets({ template: path }: Counted): Budget[] {
    if (path.endsWith('/getAllMessages')) return teams(path, 200);
    const perUser = path.startsWith('/users') ? [one('teams', `user ${path} ${keys[0] ?? ''}`, 1, SECOND)] : [];
    if (path === '/users/{id}/chats') return [...teams(path, 20), ...perUser];
    return [...teams('chat members', 30), one('teams', `chat ${keys.at(-1) ?? ''}`, 1, SECOND), ...perUser];
  }
}

/** Of a function the name counts, whatever its arguments. */
function reportName(template: string): string {
  return template.replace(/\(.*$/, '');
}

function callBudgets({ template, keys }: Counted): Budget[] {
  const all = one('calls', 'call records', 1500, 20 * SECOND);
  const list = template === '/communications/callRecords';
  return [all, one('calls', list ? 'list of calls' : `call ${keys[0] ?? ''}`, 40, 20 * SECOND)];
}

function teams(name: string, aSecond: number): Budget[] {
  return [
    one('teams', name, aSecond, SECOND),
    one('teams', `${name} for long`, Math.round(aSecond * 60 * TEAMS_SUSTAINED), MINUTE),
  ];
}

/** What a request to the directory costs: listings by kind, one less for `$select` and for small pages. */
export function resourceUnits(template: string, { select, expand, top }: Counted['query']): number {
  const base = /transitiveMembers/.test(template)
    ? 5
    : template.endsWith('/members')
      ? 3
      : template === '/users'
        ? 2
        : 1;
  const less = (select === undefined ? 0 : 1) + (top < 20 ? 1 : 0);
  return Math.max(1, base - less + (expand === undefined ? 0 : 1));
}

function one(service: Service, name: string, most: number, windowMs: number): Budget {
  return { service, name, most, windowMs, cost: 1 };
}
