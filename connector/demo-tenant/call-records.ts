import type { AccountIndex } from './account-index.ts';
import { nothingOf } from './csdl.ts';
import type { Answer } from './exchange.ts';
import { contextOf, pageAnswer, type Question, type Tenant } from './question.ts';
import { isAnswer, refusal } from './refusal.ts';
import { boundsOf, readTimeFilter, type Bounds } from './time-filter.ts';
import type { Call, CallParticipant } from './world.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** A record is first there some time after the call, gets its last version later, and is gone after 30 days. */
const FIRST_VERSION_MS = 20 * MINUTE;
const LAST_VERSION_MS = 150 * MINUTE;
const KEPT_MS = 30 * DAY;

const USUAL = [
  ...['version', 'type', 'modalities', 'lastModifiedDateTime', 'startDateTime', 'endDateTime', 'joinWebUrl'],
  ...['organizer', 'participants'],
];

type Value = (tenant: Tenant, call: Call) => unknown;
const VALUES: Readonly<Record<string, Value>> = {
  version: ({ now }, call) => (hasLastVersion(call, now()) ? 2 : 1),
  type: (_, { kind }) => kind,
  modalities: (_, { kind }) => (kind === 'groupCall' ? ['audio', 'video', 'screenSharing'] : ['audio']),
  lastModifiedDateTime: ({ now }, call) =>
    time(call.end + (hasLastVersion(call, now()) ? LAST_VERSION_MS : FIRST_VERSION_MS)),
  startDateTime: (_, { start }) => time(start),
  endDateTime: (_, { end }) => time(end),
  joinWebUrl: (_, { joinUrl }) => joinUrl,
  organizer: ({ world, index }, { organizerId }) =>
    organizerId === null ? null : { user: userIdentity(index, world.tenantId, organizerId) },
};

/**
 * GET /communications/callRecords: calls by beginning, sessions and participants not among their properties. Calls of
 * the last 20 minutes are not there yet, nor are those older than 30 days any more.
 */
export function listCallRecords(tenant: Tenant, question: Question): Answer {
  const clauses = readTimeFilter(question.options.filter, {
    type: 'callRecords.callRecord',
    properties: ['startDateTime'],
  });
  if (isAnswer(clauses)) return clauses;
  const calls = callsIn(tenant, boundsOf(clauses));
  const { select } = question.options;
  const names = (select ?? USUAL).filter((name) => name !== 'id');
  return pageAnswer(tenant, sized(question), {
    context: contextOf('communications/callRecords', select),
    total: calls.length,
    entry(place) {
      const call = calls[place];
      if (!call) return '';
      const value = (name: string) => VALUES[name]?.(tenant, call) ?? nothingOf('callRecords.callRecord', name);
      return JSON.stringify(Object.fromEntries([['id', call.id], ...names.map((name) => [name, value(name)])]));
    },
  });
}

/** GET /communications/callRecords/{id}/participants_v2: who took part; a call known only to its beginning is 404. */
export function listParticipants(tenant: Tenant, question: Question): Answer {
  const [id = ''] = question.place.keys;
  const call = tenant.world.call?.(id);
  if (!call || !isKept(call, tenant.now())) return refusal(404, 'NotFound', 'call record not found');
  return pageAnswer(tenant, sized(question), {
    context: `communications/callRecords('${call.id}')/participants_v2`,
    total: call.participants.length,
    entry(place) {
      const participant = call.participants[place];
      return participant ? participantJson(tenant, participant) : '';
    },
  });
}

function callsIn({ world, now }: Tenant, bounds: Bounds): Call[] {
  const [from, to] = [Math.max(bounds.from, world.from, now() - KEPT_MS), Math.min(bounds.to, world.to, now())];
  return from < to ? [...(world.calls?.(from, to) ?? [])].filter((call) => isKept(call, now())) : [];
}

function isKept({ start, end }: Call, now: number): boolean {
  return end + FIRST_VERSION_MS <= now && start >= now - KEPT_MS;
}

/** Calls with many people are put together for longer: then a second version comes. */
function hasLastVersion({ end, participants }: Call, now: number): boolean {
  return participants.length > 2 && end + LAST_VERSION_MS <= now;
}

/** `Prefer: odata.maxpagesize=…` makes pages smaller, never larger. */
function sized(question: Question): Question {
  const [, written] = /odata\.maxpagesize\s*=\s*(\d+)/i.exec(question.headers.get('prefer') ?? '') ?? [];
  const wished = Number(written ?? Infinity);
  const top = wished >= 1 ? Math.min(question.options.top, wished) : question.options.top;
  return { ...question, options: { ...question.options, top } };
}

function participantJson({ world, index }: Tenant, { kind, id }: CallParticipant): string {
  const nobody = { acsUser: null, spoolUser: null, phone: null, guest: null, encrypted: null, onPremises: null };
  const rest = { applicationInstance: null, application: null, device: null, user: null };
  const identity = {
    ...nobody,
    ...rest,
    [kind]: kind === 'user' ? userIdentity(index, world.tenantId, id) : { id, displayName: null, tenantId: null },
  };
  return JSON.stringify({ id, identity, administrativeUnitInfos: [] });
}

function userIdentity(index: AccountIndex, tenantId: string, id: string): object {
  const account = index.account(id);
  return {
    '@odata.type': '#microsoft.graph.userIdentity',
    id,
    displayName: account?.displayName ?? null,
    tenantId,
    userPrincipalName: account?.userPrincipalName ?? null,
  };
}

function time(moment: number): string {
  return `${new Date(moment).toISOString().slice(0, 19)}Z`;
}
