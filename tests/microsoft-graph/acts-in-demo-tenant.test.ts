import { describe, expect, test } from 'vitest';
import { readCalls } from '../../connector/microsoft-graph/calls.ts';
import { readChatMessages } from '../../connector/microsoft-graph/chat-messages.ts';
import { readChatMembership } from '../../connector/microsoft-graph/chats.ts';
import { makeGet } from '../../connector/microsoft-graph/get.ts';
import { readSentMail } from '../../connector/microsoft-graph/mail.ts';
import { readMeetings } from '../../connector/microsoft-graph/meetings.ts';
import { readMessageTrace } from '../../connector/microsoft-graph/message-trace.ts';
import { readDirectory } from '../../connector/microsoft-graph/people.ts';
import { signIn } from '../../connector/microsoft-graph/sign-in.ts';
import type { Interaction } from '../../connector/privacy/interaction.ts';
import { addDays, dayOf } from '../../connector/privacy/period.ts';
import { busyWorld } from '../demo-tenant/busy-world.ts';
import { CLIENT_ID, opened, SECRET } from '../demo-tenant/opened.ts';
import { SCOPE_GROUP, START } from '../demo-tenant/small-world.ts';
import { recordedRandomness } from '../recorded-randomness.ts';
import { allBut } from './acting-people.ts';
import { pseudonymOf, TITLES } from './invented-people.ts';

const DIRECTORY = ['User.Read.All', 'GroupMember.Read.All'];
const FIRST = dayOf(START);
const mayInclude = allBut();

/** The whole room, unmodified MSAL and Graph client included, with the roles of one source and no more. */
async function connected(...roles: readonly string[]) {
  const exchanges: string[] = [];
  const onExchange = ({ url }: { url: string }): void => void exchanges.push(url);
  const { tenant, clock, ...open } = await opened({ world: busyWorld(), roles: [...DIRECTORY, ...roles], onExchange });
  const { tenantId } = tenant;
  const tokens = signIn({ tenantId, clientId: CLIENT_ID, credential: { secret: SECRET }, now: clock.now });
  const get = makeGet({ tokens, now: clock.now, wait: clock.wait, random: recordedRandomness('acts') });
  const directory = await readDirectory({
    get,
    positiveGroupId: SCOPE_GROUP,
    unitAttribute: 'department',
    titles: TITLES,
  });
  const people = directory.people.toSorted((a, b) => (a.identity.reveal() < b.identity.reveal() ? -1 : 1));
  const names = new Map<string, string>(
    people.map(({ identity }, n) => [pseudonymOf(identity), ['anna', 'bjarne', 'third'][n] ?? 'nobody']),
  );
  const span = { from: FIRST, to: addDays(FIRST, 30) } as const;
  return {
    options: { get, directory, tenantId, ...span, pseudonymOf, mayInclude },
    anna: people[0]!,
    bjarne: people[1]!,
    exchanges,
    /** Rows in words, in the order of the words. */
    told: (rows: readonly Interaction[]) =>
      rows
        .map(({ day, owner, other, acts, minutes }) =>
          [day, names.get(owner), names.get(other) ?? other, acts, Number(minutes.toFixed(6))].join(' '),
        )
        .sort((a, b) => a.localeCompare(b)),
    [Symbol.dispose]: () => {
      open[Symbol.dispose]();
    },
  };
}

describe('acts in the demo tenant', () => {
  test('meetings: toward people alone, and nothing from a copy that hides its attendees', async () => {
    using room = await connected('Calendars.ReadBasic.All');
    const { options, anna, bjarne, told } = room;
    expect(told(await readMeetings({ ...options, person: anna }))).toEqual([
      `${FIRST} anna bjarne 1 30`,
      `${FIRST} anna inside-unknown 1 0`,
      `${FIRST} anna outside 1 0`,
    ]);
    expect(await readMeetings({ ...options, person: bjarne })).toEqual([]);
  });

  test('chats: who shares one today; the members of a large one are asked for', async () => {
    using room = await connected('Chat.ReadBasic.All');
    const { options, anna, told, exchanges } = room;
    expect(told(await readChatMembership({ ...options, person: anna, day: FIRST }))).toEqual([
      `${FIRST} anna bjarne 1 0`,
      `${FIRST} anna inside-unknown 1 0`,
      `${FIRST} anna outside 1 0`,
    ]);
    expect(exchanges.filter((url) => url.includes('/members'))).not.toEqual([]);
  });

  test('chat messages: each their own hours, on the day they were written', async () => {
    using room = await connected('Chat.ReadBasic.All', 'Chat.Read.All');
    const { options, anna, bjarne, told } = room;
    expect(told(await readChatMessages({ ...options, person: anna }))).toEqual([
      `${FIRST} anna bjarne 1 1.45`,
      `${FIRST} anna outside 1 0`,
    ]);
    const written = [`${FIRST} bjarne anna 2 2.9`, `${FIRST} bjarne outside 2 0`];
    expect(told(await readChatMessages({ ...options, person: bjarne }))).toEqual(written);
    const later = { ...options, person: bjarne, from: addDays(FIRST, 1) };
    expect(await readChatMessages(later)).toEqual([]);
    expect(told(await readChatMessages({ ...options, person: bjarne, to: addDays(FIRST, 1) }))).toEqual(written);
  });

  test('calls: over pages of participants, of the people who took part', async () => {
    using room = await connected('CallRecords.Read.All');
    const { options, told, exchanges } = room;
    const day = addDays(FIRST, 28);
    const owners = await readCalls(options);
    expect(told(owners.flatMap(({ interactions }) => interactions))).toEqual([
      `${day} anna bjarne 1 2.5`,
      `${day} anna inside-unknown 1 0`,
      `${day} anna third 1 2.5`,
      `${day} bjarne anna 1 2.5`,
      `${day} bjarne inside-unknown 1 0`,
      `${day} bjarne third 1 2.5`,
      `${day} third anna 1 2.5`,
      `${day} third bjarne 1 2.5`,
      `${day} third inside-unknown 1 0`,
    ]);
    expect(exchanges.filter((url) => url.includes('sessions'))).toEqual([]);
  });

  test('message trace: what the mailbox itself says, and what was sent on behalf of another', async () => {
    using room = await connected('Mail.ReadBasic.All', 'ExchangeMessageTrace.Read.All');
    const { options, anna, told } = room;
    const traced = (await readMessageTrace(options)).find(({ owner }) => owner === pseudonymOf(anna.identity));
    const sent = await readSentMail({ ...options, person: anna });
    // Half past every hour of thirty days; and one mail that lies among what Bjarne sent.
    expect(told(sent)).toHaveLength(30);
    expect(told(traced?.interactions ?? [])).toEqual([`${FIRST} anna bjarne 25 36.25`, ...told(sent).slice(1)]);
  });
});
