import type { Question } from '../../connector/microsoft-graph/question.ts';
import type { PlayedLimit } from './played-limits.ts';

/** A kind of request, with the limits Microsoft publishes for it, written here a second time on purpose. */
export interface PlayedService {
  readonly name: string;
  readonly question: (of: string) => Question;
  readonly limits: (of: string) => PlayedLimit[];
  readonly units: number;
}

const MINUTE_MS = 60_000;
/** Over which Teams holds who keeps to a listed rate to 83 % of it; ten requests are left for the edges. */
const LONG_RUN_MS = 10 * MINUTE_MS;

/** Everything this product asks for, in a tenant of more than 500 users. */
export const PLAYED_SERVICES: readonly PlayedService[] = [
  outlook('mail', '/users/{id}/mailFolders/sentitems/messages'),
  outlook('calendar', '/users/{id}/calendarView'),
  teams('chats', '/users/{id}/chats', 20, 1),
  teams('chat members', '/chats/{id}/members', 30, 1),
  teams('all messages', '/users/{id}/chats/getAllMessages', 200),
  {
    name: 'directory',
    question: () =>
      ask('/groups/{group}/transitiveMembers/microsoft.graph.user', { group: 'g' }, { $select: 'id', $top: '999' }),
    limits: () => [{ key: 'identity', most: 8_000, perMs: 10_000 }],
    units: 4,
  },
  {
    name: 'message trace',
    question: () => ask('/admin/exchange/tracing/messageTraces'),
    limits: () => [{ key: 'trace', most: 100, perMs: 5 * MINUTE_MS }],
    units: 1,
  },
  {
    name: 'reports',
    question: (of) => ask(`/reports/getReport${of}(date={date})`, { date: '2026-09-01' }),
    limits: (of) => [
      { key: `report ${of}`, most: 14, perMs: 10 * MINUTE_MS },
      { key: `report of the tenant ${of}`, most: 40, perMs: 10 * MINUTE_MS },
    ],
    units: 1,
  },
  {
    name: 'call list',
    question: () => ask('/communications/callRecords'),
    limits: () => [
      { key: 'calls', most: 1_500, perMs: 20_000 },
      { key: 'call list', most: 40, perMs: 20_000 },
    ],
    units: 1,
  },
  {
    name: 'call participants',
    question: (of) => ask('/communications/callRecords/{id}/participants_v2', { id: of }),
    limits: (of) => [
      { key: 'calls', most: 1_500, perMs: 20_000 },
      { key: `call ${of}`, most: 40, perMs: 20_000 },
    ],
    units: 1,
  },
];

export const PLAYED_GLOBAL: PlayedLimit = { key: 'everything', most: 130_000, perMs: 10_000 };

export function playedService(name: string): PlayedService {
  const service = PLAYED_SERVICES.find((it) => it.name === name);
  if (service === undefined) throw new Error(`There is no ${name}.`);
  return service;
}

function outlook(name: string, endpoint: string): PlayedService {
  return {
    name,
    question: (of) => ask(endpoint, { id: of }),
    limits: (of) => [
      { key: `mailbox ${of}`, most: 10_000, perMs: 10 * MINUTE_MS },
      { key: `mailbox at once ${of}`, most: 4 },
    ],
    units: 1,
  };
}

function teams(name: string, endpoint: string, perSecond: number, each?: number): PlayedService {
  const own = (of: string): PlayedLimit[] =>
    each === undefined ? [] : [{ key: `${name} of ${of}`, most: each, perMs: 1_000 }];
  return {
    name,
    question: (of) => ask(endpoint, { id: of }),
    limits: (of) => [
      { key: name, most: perSecond, perMs: 1_000 },
      { key: `${name} for long`, most: Math.ceil(perSecond * 0.83 * 600) + 10, perMs: LONG_RUN_MS },
      ...own(of),
    ],
    units: 1,
  };
}

function ask(endpoint: string, values: Record<string, string> = {}, query: Record<string, string> = {}): Question {
  const source = { name: endpoint, endpoint, permissions: [], fields: [] };
  return { source, values, query };
}
