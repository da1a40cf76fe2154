import { expect, test } from 'vitest';
import { busyWorld, HOUR, LARGE_CHAT, LATER_CHAT, TEAM_CHAT } from './busy-world.ts';
import { asObject, jsonOf, opened, refusalOf, valuesOf, type Opened } from './opened.ts';
import { DAY, id, START } from './small-world.ts';

const chatsOf = (user: number, options = ''): string => `/users/${id(user)}/chats${options}`;
const membersOf = (chat: string): string => `/chats/${encodeURIComponent(chat)}/members`;

async function all(it: Opened, path: string): Promise<Record<string, unknown>[]> {
  const page = await jsonOf(await it.get(path));
  const link = page['@odata.nextLink'];
  const rest = typeof link === 'string' ? await all(it, link.replace('https://graph.microsoft.com/v1.0', '')) : [];
  expect(page['@odata.count']).toBe(valuesOf(page).length);
  return [...valuesOf(page), ...rest];
}

test('chats come with at most 25 members however many there are; later chats are not there yet', async () => {
  using it = await opened({ world: busyWorld(), roles: ['Chat.ReadBasic.All'] });
  const chats = await all(it, chatsOf(1, '?$expand=members&$top=1'));
  expect(chats.map((chat) => [chat['id'], asArray(chat['members']).length])).toEqual([
    [TEAM_CHAT, 4],
    [LARGE_CHAT, 25],
  ]);
  expect(chats[0]).toMatchObject({ chatType: 'group', topic: 'Topic', createdDateTime: '2026-07-01T00:00:00.000Z' });
});

test('a chat is there once it has begun', async () => {
  using it = await opened({ world: busyWorld(), roles: ['Chat.ReadBasic.All'], now: () => START + 41 * DAY });
  expect(await all(it, chatsOf(1))).toHaveLength(3);
  expect(await all(it, chatsOf(2))).toHaveLength(2);
});

test('members say what they are: ours, another organisation’s, somebody by a link', async () => {
  using it = await opened({ world: busyWorld(), roles: ['Chat.ReadBasic.All'] });
  const members = await all(it, membersOf(TEAM_CHAT));
  expect(members).toMatchObject([
    { userId: id(1), email: 'anna@fjord.example', tenantId: it.tenant.tenantId, roles: ['owner'] },
    { userId: id(2) },
    { userId: id(801), tenantId: id(800), email: 'x@elsewhere.example' },
    { '@odata.type': '#microsoft.graph.anonymousGuestConversationMember', anonymousGuestId: 'anonymous-1' },
  ]);
  expect(members[3]).not.toHaveProperty('userId');
});

test('the whole membership of a large chat comes page by page, by either path', async () => {
  using it = await opened({ world: busyWorld(), roles: ['Chat.ReadBasic.All'] });
  expect(await all(it, membersOf(LARGE_CHAT))).toHaveLength(150);
  expect(await all(it, `/users/${id(1)}${membersOf(LARGE_CHAT)}`)).toHaveLength(150);
  expect(await refusalOf(await it.get(`/users/${id(2)}${membersOf(LARGE_CHAT)}`))).toEqual([404, 'NotFound']);
});

test.for<[string, number, string]>([
  [chatsOf(1, '?$top=51'), 400, 'Request_UnsupportedQuery'],
  [chatsOf(1, '?$expand=lastMessagePreview'), 501, 'NotImplemented'],
  [chatsOf(77), 404, 'NotFound'],
  [membersOf('19:nowhere@thread.v2'), 404, 'NotFound'],
  [membersOf(LATER_CHAT), 404, 'NotFound'],
  [chatsOf(1, '/getAllMessages'), 403, 'Forbidden'],
])('%s is %i with the basic role', async ([path, status, code]) => {
  using it = await opened({ world: busyWorld(), roles: ['Chat.ReadBasic.All'] });
  expect(await refusalOf(await it.get(path))).toEqual([status, code]);
});

test('no chat opens with the roles of mail and calendar', async () => {
  using it = await opened({ world: busyWorld(), roles: ['Mail.Read', 'Calendars.Read', 'User.Read.All'] });
  for (const path of [chatsOf(1), membersOf(TEAM_CHAT)])
    expect(await refusalOf(await it.get(path))).toEqual([403, 'Forbidden']);
});

const moment = (ms: number): string => new Date(ms).toISOString();
const messages = (from: number, to: number, top = ''): string =>
  chatsOf(
    1,
    `/getAllMessages?$filter=lastModifiedDateTime gt ${moment(from)} and lastModifiedDateTime lt ${moment(to)}${top}`,
  );

test('all messages of a user come with sender, times and content, others’ too', async () => {
  using it = await opened({ world: busyWorld(), roles: ['Chat.Read.All'] });
  const found = await all(it, messages(START, START + DAY, '&$top=1'));
  expect(found.map((message) => message['id'])).toEqual(['1', '3', '4']);
  expect(found[0]).toMatchObject({
    messageType: 'message',
    chatId: TEAM_CHAT,
    createdDateTime: moment(START + HOUR),
    lastModifiedDateTime: moment(START + HOUR),
    lastEditedDateTime: null,
    from: { user: { id: id(1), userIdentityType: 'aadUser' }, application: null },
    body: { content: 'canary-of-chat' },
  });
  expect(found[1]).toMatchObject({ messageType: 'systemEventMessage', from: null });
});

test('an old message is found where it was edited, and until then where it was written', async () => {
  using it = await opened({ world: busyWorld(), roles: ['Chat.Read.All'] });
  const [edited] = await all(it, messages(START + 19 * DAY, START + 21 * DAY));
  expect(edited).toMatchObject({
    id: '2',
    createdDateTime: moment(START + 2 * HOUR),
    lastEditedDateTime: moment(START + 20 * DAY),
  });
});

test('what is written later is not there, and an edit to come does not show', async () => {
  using it = await opened({ world: busyWorld(), roles: ['Chat.Read.All'], now: () => START + 2.5 * HOUR });
  expect((await all(it, messages(START, START + DAY))).map((message) => message['id'])).toEqual(['1', '2']);
});

test('a filter on anything else is refused, and so are large pages', async () => {
  using it = await opened({ world: busyWorld(), roles: ['Chat.Read.All'] });
  const path = chatsOf(1, '/getAllMessages');
  expect((await it.get(`${path}?$filter=from/user/id eq 'x'`)).status).toBe(501);
  expect((await it.get(`${path}?$filter=sentDateTime gt 2026-07-01T00:00:00Z`)).status).toBe(400);
  expect((await it.get(`${path}?$top=251`)).status).toBe(400);
  expect((await it.get(`${path}?$select=id`)).status).toBe(501);
});

function asArray(value: unknown): unknown[] {
  return Object.values(asObject(value));
}
