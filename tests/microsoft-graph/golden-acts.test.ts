import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCalls } from '../../connector/microsoft-graph/calls.ts';
import { readChatMessages } from '../../connector/microsoft-graph/chat-messages.ts';
import { readChatMembership } from '../../connector/microsoft-graph/chats.ts';
import { readMeetings } from '../../connector/microsoft-graph/meetings.ts';
import { readMessageTrace } from '../../connector/microsoft-graph/message-trace.ts';
import type { Interaction } from '../../connector/privacy/interaction.ts';
import { allBut, directory, person, TENANT } from './acting-people.ts';
import { cannedGet, pseudonymOf } from './invented-people.ts';

const file = (name: string): URL => new URL(`../recordings/${name}`, import.meta.url);
const json = (name: string): unknown => JSON.parse(readFileSync(file(name), 'utf8'));

const names = new Map<string, string>(
  directory.people.map(({ identity }, n) => [pseudonymOf(identity), `person ${n + 1}`]),
);

/** Pseudonyms told by number and minutes to six places, in the order of the text: the real order is the key's. */
function told(rows: readonly Interaction[]): object[] {
  const text = ({ day, owner, other }: { day: string; owner: string; other: string }): string =>
    [day, owner, other].join();
  return rows
    .map((row) => ({
      ...row,
      owner: names.get(row.owner) ?? 'nobody',
      other: names.get(row.other) ?? row.other,
      minutes: Number(row.minutes.toFixed(6)),
    }))
    .sort((a, b) => text(a).localeCompare(text(b)));
}

const LISTINGS = {
  meetings: '/users/{id}/calendarView',
  'chat-membership': '/users/{id}/chats',
  'chat-messages': '/users/{id}/chats/getAllMessages',
  calls: '/communications/callRecords',
  'call-participants': '/communications/callRecords/{id}/participants_v2',
  'message-trace': '/admin/exchange/tracing/messageTraces',
} as const;
const received = (name: keyof typeof LISTINGS): unknown => json(`${name}.received.json`);

const options = {
  get: cannedGet(Object.fromEntries(Object.entries(LISTINGS).map(([name, at]) => [at, json(`${name}.received.json`)]))),
  directory,
  person,
  tenantId: TENANT,
  from: '2026-07-06',
  to: '2026-07-09',
  pseudonymOf,
  mayInclude: allBut(),
} as const;

describe('golden pairs: what Graph sends of acts, what is kept', () => {
  test.each<[keyof typeof LISTINGS, () => Promise<readonly Interaction[]>]>([
    ['meetings', () => readMeetings(options)],
    ['chat-membership', () => readChatMembership({ ...options, day: '2026-07-06' })],
    ['chat-messages', () => readChatMessages(options)],
    ['calls', async () => (await readCalls(options)).flatMap(({ interactions }) => interactions)],
    [
      'message-trace',
      async () =>
        (await readMessageTrace({ ...options, to: '2026-07-07' })).flatMap(({ interactions }) => interactions),
    ],
  ])('%s', async (name, read) => {
    const kept = told(await read());
    expect(JSON.stringify(received(name))).toContain('CANARYfield');
    expect(JSON.stringify(kept)).not.toContain('CANARY');
    expect(kept).toEqual(json(`${name}.kept.json`));
  });
});
