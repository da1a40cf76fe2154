import type { Call, Chat, ChatMessage, Meeting, World } from '../../connector/demo-tenant/world.ts';
import { DAY, id, smallWorld, START } from './small-world.ts';

export const HOUR = 3_600_000;
export const TEAM_CHAT = '19:0000000000000000000000000000aaaa@thread.v2';
export const LARGE_CHAT = '19:0000000000000000000000000000bbbb@thread.v2';
export const LATER_CHAT = '19:meeting_later@thread.v2';

function meeting(different: Partial<Meeting> = {}): Meeting {
  return {
    uid: '00112233445566778899aabbccddeeff',
    start: START + 9 * HOUR,
    end: START + 9.5 * HOUR,
    kind: 'occurrence',
    seriesId: 'weekly',
    organizer: 'anna@fjord.example',
    attendees: [
      { address: 'BJARNE@fjord.example', type: 'required', response: 'accepted' },
      { address: 'liste@fjord.example', type: 'optional', response: 'none' },
      { address: 'room@fjord.example', type: 'resource', response: 'accepted' },
      { address: 'kari@elsewhere.example', type: 'required', response: 'declined' },
    ],
    response: 'organizer',
    sensitivity: 'normal',
    showAs: 'busy',
    cancelled: false,
    allDay: false,
    attendeesHidden: false,
    joinUrl: 'https://teams.microsoft.com/l/meetup-join/1',
    subject: 'Subject of a meeting',
    ...different,
  };
}

const MEETINGS: ReadonlyMap<string, readonly Meeting[]> = new Map([
  [
    id(1),
    [
      meeting(),
      meeting({
        uid: 'ffff',
        kind: 'singleInstance',
        seriesId: null,
        start: START + DAY,
        end: START + 2 * DAY,
        allDay: true,
        cancelled: true,
        sensitivity: 'private',
        showAs: 'oof',
        attendees: [],
        joinUrl: null,
      }),
    ],
  ],
  [id(2), [meeting({ response: 'accepted', attendeesHidden: true })]],
]);

function chat(different: Partial<Chat> & Pick<Chat, 'id'>): Chat {
  return { type: 'group', topic: 'Topic', createdAt: START, memberIds: [id(1), id(2)], strangers: [], ...different };
}

const CHATS: readonly Chat[] = [
  chat({
    id: TEAM_CHAT,
    strangers: [
      { id: id(801), displayName: 'Other House', email: 'x@elsewhere.example', tenantId: id(800) },
      { id: 'anonymous-1', displayName: 'By Link', email: '', tenantId: null },
    ],
  }),
  chat({ id: LARGE_CHAT, memberIds: [id(1), ...Array.from({ length: 149 }, (_, at) => id(1000 + at))] }),
  chat({ id: LATER_CHAT, type: 'meeting', createdAt: START + 40 * DAY }),
];

const MESSAGES: readonly ChatMessage[] = [
  { id: '1', chatId: TEAM_CHAT, sentAt: START + HOUR, editedAt: null, fromId: id(1), text: 'canary-of-chat' },
  { id: '2', chatId: TEAM_CHAT, sentAt: START + 2 * HOUR, editedAt: START + 20 * DAY, fromId: id(2), text: '' },
  { id: '3', chatId: TEAM_CHAT, sentAt: START + 3 * HOUR, editedAt: null, fromId: null, text: '' },
  { id: '4', chatId: TEAM_CHAT, sentAt: START + 4 * HOUR, editedAt: START + 35 * DAY, fromId: id(2), text: '' },
];

export const CALL = id(700);
/** 160 calls, ten minutes apart, on the last two days before the tests' now; the first has 300 participants. */
const CALLS: readonly Call[] = Array.from({ length: 160 }, (_, place) => ({
  id: place === 0 ? CALL : id(10_000 + place),
  kind: place % 2 === 0 ? ('groupCall' as const) : ('peerToPeer' as const),
  start: START + 28 * DAY + place * 600_000,
  end: START + 28 * DAY + place * 600_000 + 300_000,
  organizerId: place === 2 ? null : id(1),
  participants:
    place === 0
      ? Array.from({ length: 300 }, (_, at) => ({ kind: 'user' as const, id: id(at) }))
      : [
          { kind: 'user' as const, id: id(1) },
          { kind: 'phone' as const, id: '+4700000000' },
        ],
  joinUrl: place % 2 === 0 ? 'https://teams.microsoft.com/l/meetup-join/1' : null,
}));

/** The small world with meetings, chats, chat messages and calls: small enough to count on paper. */
export function busyWorld(different: Partial<World> = {}): World {
  return smallWorld({
    holds: ['mail', 'meetings', 'chats', 'chat-messages', 'calls', 'usage'],
    meetings: (accountId, from, to) =>
      (MEETINGS.get(accountId) ?? []).filter(({ start, end }) => start < to && end > from),
    chats: (accountId) => CHATS.filter(({ memberIds }) => memberIds.includes(accountId)),
    chat: (chatId) => CHATS.find((each) => each.id === chatId),
    chatMessages: (accountId, from, to) =>
      [id(1), id(2)].includes(accountId)
        ? MESSAGES.filter(({ sentAt, editedAt }) =>
            [sentAt, editedAt ?? sentAt].some((moment) => moment >= from && moment < to),
          )
        : [],
    calls: (from, to) => CALLS.filter(({ start }) => start >= from && start < to),
    call: (callId) => CALLS.find((each) => each.id === callId),
    ...different,
  });
}
