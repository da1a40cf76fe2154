import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, quarterStarts } from '../../connector/demo-tenant/municipality/calendar.ts';
import { municipality } from '../../connector/demo-tenant/municipality/municipality.ts';
import { STORY } from '../../connector/demo-tenant/municipality/story.ts';
import type { Account, Call, Chat, ChatMessage, Meeting } from '../../connector/demo-tenant/world.ts';

const TODAY = Date.parse('2026-11-21T10:00:00Z');
const world = municipality({ today: TODAY });
const quarters = quarterStarts(TODAY);
const accounts = new Map(world.accounts.map((account) => [account.id, account]));
const byAddress = new Map(
  world.accounts.flatMap((account) => account.proxyAddresses.map((text) => [text.slice(5).toLowerCase(), account])),
);
const staff = world.accounts.filter(({ kind, enabled }) => (kind === 'employee' || kind === 'elected') && enabled);
const withMailbox = staff.filter(({ hasMailbox }) => hasMailbox);
const unitOf = (account: Account | undefined): string => account?.department ?? '';
const divisionOf = (account: Account | undefined): string => unitOf(account).split('/')[0] ?? '';
const AUTUMN: readonly [number, number] = [Date.parse('2025-10-01'), Date.parse('2025-11-01')];
const [NEXT_WEEK] = [AUTUMN[0] + 7 * DAY_MS];

const meetingsOf = (id: string, from = AUTUMN[0], to = AUTUMN[1]): Meeting[] => [
  ...(world.meetings?.(id, from, to) ?? []),
];
const messagesOf = (id: string, from = AUTUMN[0], to = AUTUMN[1]): ChatMessage[] => [
  ...(world.chatMessages?.(id, from, to) ?? []),
];
const callsIn = (from = AUTUMN[0], to = AUTUMN[1]): Call[] => [...(world.calls?.(from, to) ?? [])];
const chatsOf = (id: string): Chat[] => [...(world.chats?.(id) ?? [])];
const heldBytes = (): number => {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  return process.memoryUsage().heapUsed;
};

/** People of one meeting, the organizer first; lists and outsiders are none. */
const peopleOf = ({ organizer, attendees }: Meeting): Account[] =>
  [organizer, ...attendees.map(({ address }) => address)].flatMap((text) => byAddress.get(text.toLowerCase()) ?? []);

describe('meetings of the municipality', () => {
  it('stand in everybody’s calendar alike, with each one’s own answer', () => {
    const organized = withMailbox
      .slice(0, 300)
      .flatMap((owner) => meetingsOf(owner.id).map((each) => ({ owner, each })));
    let compared = 0;
    for (const { owner, each } of organized
      .filter(({ each: { response } }) => response === 'organizer')
      .slice(0, 400)) {
      expect(each.organizer).toBe(owner.mail);
      for (const attendee of each.attendees) {
        const guest = byAddress.get(attendee.address.toLowerCase());
        if (!guest || guest.kind === 'room') continue;
        const copy = meetingsOf(guest.id, each.start, each.end).find(({ uid }) => uid === each.uid);
        expect(copy).toMatchObject({
          start: each.start,
          end: each.end,
          cancelled: each.cancelled,
          joinUrl: each.joinUrl,
        });
        expect(copy?.response).toBe(attendee.response);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(500);
  });

  it('are the same asked at once, in parts, backwards and in another world of the seed', () => {
    const other = municipality({ today: TODAY });
    fc.assert(
      fc.property(fc.constantFrom(...withMailbox), fc.integer({ min: 1, max: 89 }), (account, cut) => {
        const [from, to] = [quarters[2]!, quarters[3]!];
        const middle = from + cut * DAY_MS;
        const late = meetingsOf(account.id, middle, to);
        const parts = [...meetingsOf(account.id, from, middle), ...late];
        expect(parts).toEqual([...other.meetings!(account.id, from, to)]);
        const names = (messages: Iterable<ChatMessage>): Set<string> =>
          new Set(Array.from(messages, ({ chatId, id, sentAt }) => `${chatId} ${id} ${sentAt}`));
        const halves = [...messagesOf(account.id, middle, to), ...messagesOf(account.id, from, middle)];
        expect(names(halves)).toEqual(names(other.chatMessages!(account.id, from, to)));
      }),
      { numRuns: 25 },
    );
  });

  it('come by start, touch the span, and are nobody’s without a mailbox', () => {
    for (const { id } of withMailbox.slice(0, 100)) {
      const found = meetingsOf(id, AUTUMN[0] + 9 * 3_600_000, NEXT_WEEK);
      expect(found.every(({ start, end }) => start < NEXT_WEEK && end > AUTUMN[0] + 9 * 3_600_000)).toBe(true);
      const starts = found.map(({ start }) => start);
      expect(starts).toEqual(starts.toSorted((one, next) => one - next));
    }
    for (const { id } of staff.filter(({ hasMailbox }) => !hasMailbox)) expect(meetingsOf(id)).toEqual([]);
    for (const { id } of world.accounts.filter(({ kind }) => kind === 'pupil').slice(0, 50))
      expect(meetingsOf(id)).toEqual([]);
    expect(meetingsOf(withMailbox[0]!.id, world.to, world.to + DAY_MS)).toEqual([]);
  });

  it('are of every kind that a connector must see through', () => {
    const all = withMailbox.flatMap(({ id }) => meetingsOf(id));
    const share = (test: (each: Meeting) => boolean): number => all.filter(test).length / all.length;
    const people = (each: Meeting): number => peopleOf(each).filter(({ kind }) => kind !== 'room').length;
    expect(all.length / withMailbox.length).toBeGreaterThan(6);
    expect(all.length / withMailbox.length).toBeLessThan(40);
    for (const test of [
      (each: Meeting) => each.cancelled,
      (each: Meeting) => each.allDay && each.showAs === 'oof',
      (each: Meeting) => each.sensitivity === 'private',
      (each: Meeting) => each.response === 'declined',
      (each: Meeting) => each.response === 'tentativelyAccepted',
      (each: Meeting) => each.kind === 'exception',
      (each: Meeting) => each.attendeesHidden,
      (each: Meeting) => each.end - each.start > 4 * 3_600_000 && !each.allDay,
      (each: Meeting) => people(each) > 18,
      (each: Meeting) => each.attendees.some(({ address }) => address.startsWith('alle-')),
      (each: Meeting) => each.attendees.some(({ type }) => type === 'optional'),
    ]) {
      expect(share(test), String(test)).toBeGreaterThan(0.001);
      expect(share(test), String(test)).toBeLessThan(0.4);
    }
    expect(share((each) => each.attendees.some(({ type }) => type === 'resource'))).toBeGreaterThan(0.1);
    expect(
      share((each) => each.attendees.some(({ address }) => address.endsWith('@leverandor.example'))),
    ).toBeGreaterThan(0.005);
    expect(share((each) => each.joinUrl !== null)).toBeGreaterThan(0.3);
    expect(share((each) => each.kind === 'occurrence')).toBeGreaterThan(0.3);
  });

  it('are mostly within the unit; the silo keeps to itself, the house of families does not', () => {
    const across = (accountsOf: readonly Account[]): number => {
      const small = accountsOf.flatMap((owner) =>
        meetingsOf(owner.id)
          .filter((each) => each.attendees.length > 0 && each.attendees.length <= 8)
          .map((each) =>
            peopleOf(each).some((person) => person.kind !== 'room' && divisionOf(person) !== divisionOf(owner)),
          ),
      );
      return small.filter(Boolean).length / small.length;
    };
    const within = withMailbox.flatMap((owner) =>
      meetingsOf(owner.id).flatMap((each) =>
        peopleOf(each)
          .filter((person) => person.id !== owner.id && person.kind !== 'room')
          .map((person) => unitOf(person) === unitOf(owner)),
      ),
    );
    expect(within.filter(Boolean).length / within.length).toBeGreaterThan(0.6);
    const silo = across(withMailbox.filter((account) => divisionOf(account) === STORY.silo.division));
    const bridge = across(withMailbox.filter((account) => unitOf(account) === STORY.bridge.unit));
    expect(silo).toBeLessThan(0.2);
    expect(bridge).toBeGreaterThan(2 * silo);
  });

  it('bring school areas and their partners together after the launch, and only where it was', () => {
    const reach = (areas: readonly string[], from: number, to: number): number => {
      const people = withMailbox.filter((account) => areas.includes(unitOf(account)));
      const reached = people.filter((owner) =>
        meetingsOf(owner.id, from, to).some((each) =>
          peopleOf(each).some((person) => divisionOf(person) === STORY.sharedRooms.partner),
        ),
      );
      return reached.length / people.length;
    };
    const [before, after] = [quarters[1]!, quarters[3]!] as const;
    const { areas, waiting } = STORY.sharedRooms;
    const grown = reach(areas, after, quarters[4]!) - reach(areas, before, quarters[2]!);
    const stayed = reach(waiting, after, quarters[4]!) - reach(waiting, before, quarters[2]!);
    expect(grown).toBeGreaterThan(0.2);
    expect(Math.abs(stayed)).toBeLessThan(0.15);
  });

  it('dip in July and rest at weekends', () => {
    const some = withMailbox.filter((_, place) => place % 5 === 0);
    const count = (from: string, days: number): number =>
      some.reduce(
        (sum, { id }) =>
          sum +
          meetingsOf(id, Date.parse(from), Date.parse(from) + days * DAY_MS).filter(
            ({ attendees }) => attendees.length > 0,
          ).length,
        0,
      );
    expect(count('2026-07-13', 7)).toBeLessThan(0.45 * count('2026-02-09', 7));
    expect(count('2026-02-14', 2)).toBeLessThan(0.1 * count('2026-02-09', 2));
  });
});

describe('chats of the municipality', () => {
  it('are of two, of teams, of units, and of shifts whose people have no mailbox', () => {
    const chats = new Map(staff.flatMap(({ id }) => chatsOf(id).map((chat) => [chat.id, chat] as const)));
    const all = [...chats.values()];
    const types = Map.groupBy(all, ({ type }) => type);
    for (const type of ['oneOnOne', 'group', 'meeting'] as const) expect(types.get(type)?.length).toBeGreaterThan(20);
    expect(types.get('oneOnOne')?.every(({ memberIds }) => memberIds.length === 2)).toBe(true);
    expect(all.some(({ memberIds }) => memberIds.length > 25)).toBe(true);
    expect(all.some(({ memberIds }) => memberIds.every((id) => accounts.get(id)?.hasMailbox === false))).toBe(true);
    expect(new Set(all.flatMap(({ strangers }) => strangers.map(({ tenantId }) => tenantId === null)))).toEqual(
      new Set([true, false]),
    );
    for (const chat of all.slice(0, 200)) {
      expect(world.chat?.(chat.id)).toBe(chat);
      for (const id of chat.memberIds) expect(chatsOf(id)).toContain(chat);
    }
  });

  it('open as shared rooms at the launch: the two areas with all three partners', () => {
    const launch = quarters[STORY.sharedRooms.quarter]! + STORY.sharedRooms.afterDays * DAY_MS;
    const all = new Map(staff.flatMap(({ id }) => chatsOf(id).map((chat) => [chat.id, chat] as const)));
    const rooms = [...all.values()].filter(({ topic }) => topic === 'Samarbeidsrom');
    expect(rooms.length).toBeGreaterThan(10);
    const units = new Set(rooms.flatMap(({ memberIds }) => memberIds.map((id) => unitOf(accounts.get(id)))));
    expect(units).toEqual(new Set([...STORY.sharedRooms.areas, ...STORY.sharedRooms.partnerUnits]));
    for (const { id, createdAt, memberIds } of rooms) {
      expect(Math.floor(createdAt / DAY_MS) * DAY_MS).toBe(launch);
      expect(memberIds.length).toBeLessThanOrEqual(8);
      const first = messagesOf(memberIds[0]!, world.from, launch).filter(({ chatId }) => chatId === id);
      expect(first).toEqual([]);
    }
  });

  it('have messages by members, in order, the same for each of them, some edited later', () => {
    const person = withMailbox.find(({ id }) => chatsOf(id).length > 6)!;
    const messages = messagesOf(person.id, quarters[1], quarters[2]);
    expect(messages.length).toBeGreaterThan(50);
    const sent = messages.map(({ sentAt }) => sentAt);
    expect(sent).toEqual(sent.toSorted((one, next) => one - next));
    for (const { chatId, fromId, id } of messages.slice(0, 100)) {
      const members = world.chat?.(chatId)?.memberIds ?? [];
      expect(members).toContain(person.id);
      if (fromId !== null) expect(members).toContain(fromId);
      const other = members.find((each) => each !== person.id)!;
      expect(messagesOf(other, quarters[1], quarters[2]).some((each) => each.id === id && each.chatId === chatId)).toBe(
        true,
      );
    }
  });

  it('show an edited message both where it was sent and where it was edited', () => {
    const all = withMailbox.slice(0, 200).flatMap(({ id }) => messagesOf(id).map((message) => ({ id, message })));
    const edited = all.filter(({ message }) => message.editedAt !== null && message.sentAt >= AUTUMN[0]);
    expect(edited.length).toBeGreaterThan(20);
    expect(edited.length / all.length).toBeLessThan(0.05);
    for (const { id, message } of edited.slice(0, 50)) {
      const at = message.editedAt ?? 0;
      expect(messagesOf(id, at, at + 1)).toContainEqual(message);
    }
  });
});

describe('calls of the municipality', () => {
  it('are its online meetings as held, by those who came, and people who ring', () => {
    const calls = callsIn(AUTUMN[0], NEXT_WEEK);
    const kinds = Map.groupBy(calls, ({ kind }) => kind);
    expect(kinds.get('groupCall')!.length).toBeGreaterThan(50);
    expect(kinds.get('peerToPeer')!.length).toBeGreaterThan(20);
    for (const call of kinds.get('groupCall')!.slice(0, 60)) {
      const meeting = meetingsOf(call.organizerId ?? '', call.start, call.end).find(
        ({ joinUrl }) => joinUrl === call.joinUrl,
      );
      expect(meeting).toMatchObject({ cancelled: false, response: 'organizer' });
      expect(call.start).toBeGreaterThanOrEqual(meeting?.start ?? Infinity);
      expect(call.end).toBeLessThanOrEqual(meeting?.end ?? 0);
      const came = call.participants.filter(({ kind }) => kind === 'user').length - 1;
      if (!meeting?.attendees.some(({ address }) => address.startsWith('alle-')))
        expect(came).toBe(
          meeting?.attendees.filter(
            ({ response, address }) =>
              response === 'accepted' &&
              byAddress.get(address.toLowerCase())?.kind !== 'room' &&
              byAddress.has(address.toLowerCase()),
          ).length,
        );
    }
    for (const { participants } of kinds.get('peerToPeer')!) expect(participants).toHaveLength(2);
  });

  it('are found by their ids, which are theirs alone', () => {
    const calls = callsIn();
    expect(new Set(calls.map(({ id }) => id)).size).toBe(calls.length);
    for (const call of calls.filter((_, place) => place % 40 === 0)) {
      expect(call.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(world.call?.(call.id)).toEqual(call);
      expect(world.call?.(call.id.replace(/.$/, '1'))).toBeUndefined();
    }
    const starts = calls.map(({ start }) => start);
    expect(starts).toEqual(starts.toSorted((one, next) => one - next));
    expect(world.call?.('nothing')).toBeUndefined();
  });
});

describe('all of it', () => {
  it('is made at 100,000 events a second of one core, and nothing of it is kept', () => {
    const run = (): [number, number, number] => {
      let [meetings, messages, calls] = [0, 0, 0];
      for (const { id } of withMailbox) {
        for (const { start } of world.meetings!(id, quarters[1]!, quarters[2]!)) meetings += Math.sign(start);
        for (const { sentAt } of world.chatMessages!(id, quarters[1]!, quarters[2]!)) messages += Math.sign(sentAt);
      }
      for (const { start } of world.calls!(quarters[1]!, quarters[2]!)) calls += Math.sign(start);
      return [meetings, messages, calls];
    };
    run();
    const held = heldBytes();
    const begun = process.cpuUsage();
    const counts = run();
    const { user, system } = process.cpuUsage(begun);
    const aSecond = (counts.reduce((sum, count) => sum + count, 0) / (user + system)) * 1_000_000;
    console.info(
      `municipality: ${counts.join(', ')} meetings, chat messages and calls a quarter, ${Math.round(aSecond)} a second`,
    );
    expect(aSecond).toBeGreaterThan(100_000);
    expect(heldBytes() - held).toBeLessThan(3e6);
  });
});
