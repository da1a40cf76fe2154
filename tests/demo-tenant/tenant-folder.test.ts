import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readTenantFolder } from '../../connector/demo-tenant/tenant-folder.ts';
import type { World } from '../../connector/demo-tenant/world.ts';
import { Failure } from '../../connector/failure.ts';
import { jsonOf, opened, valuesOf } from './opened.ts';

const temporary = mkdtempSync(join(tmpdir(), 'tenant-folder-'));
afterAll(() => {
  rmSync(temporary, { recursive: true });
});

const PEOPLE = [
  'person,unit,manager,title,mailbox',
  'kari,Helse/Hjemmetjenesten,ola,,yes',
  'ola,Helse,,leader,yes',
  'per,,,elected,yes',
  'siv,Helse/Hjemmetjenesten,ola,frontline,no',
  'elev,Skole,,pupil,yes',
].join('\n');
const MAIL = [
  'sentAt,from,to,cc',
  '2026-01-06T09:00:00Z,kari,ola;gjest,',
  '2026-01-05T08:00:00Z,kari,ola,per',
  '2026-01-05T08:00:00.500Z,siv,kari,',
  '2026-01-07T23:59:59Z,gjest,kari,',
].join('\n');
const USAGE = [
  'date,person,app,actions',
  '2026-01-05,kari,teams,3',
  '2026-01-05,kari,onedrive,1',
  '2026-01-05,ola,exchange,0',
  '2026-01-05,ola,copilot,9',
  '2026-01-09,gjest,teams,1',
].join('\n');

let folders = 0;

/** A folder of its own with these files; the same last name each time, so the same ids. */
function folderOf(files: Record<string, string | Buffer>): string {
  folders += 1;
  const folder = join(temporary, String(folders), 'Fjordby');
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

function read(files: Record<string, string | Buffer>): Promise<World> {
  return readTenantFolder(folderOf(files));
}

/** The sentence of the refusal. */
async function refusalOf(files: Record<string, string | Buffer>): Promise<string> {
  const failure = await read(files).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(failure instanceof Failure)) throw new Error('A failure was expected.');
  expect(failure.code).toBe('bad-input');
  expect(failure.message).not.toContain(temporary);
  return failure.message;
}

const accountOf = (world: World, person: string) => {
  const account = world.accounts.find(({ displayName }) => displayName === person);
  if (!account) throw new Error(`There is no ${person}.`);
  return account;
};

describe('people', () => {
  test('get ids and addresses from the folder’s name and their own', async () => {
    const world = await read({ 'people.csv': PEOPLE });
    const kari = accountOf(world, 'kari');
    expect(kari.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(world.domains[0]).toMatch(/^fjordby-[0-9a-f]{8}\.example$/);
    expect(kari.mail).toBe(`kari@${String(world.domains[0])}`);
    const again = await read({ 'people.csv': PEOPLE });
    expect(again).toMatchObject({ tenantId: world.tenantId, accounts: world.accounts, groups: world.groups });
    const ids = new Set([...world.accounts.map(({ id }) => id), world.tenantId, world.positiveGroupId]);
    expect(ids.size).toBe(7);
  });

  test('have units, managers, titles and mailboxes as written', async () => {
    const world = await read({ 'people.csv': PEOPLE });
    const [kari, ola, per, siv] = ['kari', 'ola', 'per', 'siv'].map((person) => accountOf(world, person));
    expect(kari).toMatchObject({
      department: 'Helse/Hjemmetjenesten',
      managerId: ola?.id,
      jobTitle: null,
      licence: 'E3',
    });
    expect(ola).toMatchObject({ jobTitle: 'leader', managerId: null, kind: 'employee' });
    expect(per).toMatchObject({ department: null, kind: 'elected' });
    expect(siv).toMatchObject({ hasMailbox: false, mail: null, proxyAddresses: [], licence: 'F1' });
  });

  test('who are not pupils are on the positive list', async () => {
    const world = await read({ 'people.csv': PEOPLE });
    const listed = world.groups.find(({ id }) => id === world.positiveGroupId)?.memberIds;
    expect(listed).toEqual(['kari', 'ola', 'per', 'siv'].map((person) => accountOf(world, person).id));
    expect(accountOf(world, 'elev')).toMatchObject({ kind: 'pupil', licence: 'A1-student' });
  });

  test('whose names make no address get one of their own', async () => {
    const world = await read({
      'people.csv': 'person,unit,manager,title,mailbox\nÅse B,,,,yes\nØse B,,,,yes\nåse b,,,,yes\n',
    });
    const addresses = world.accounts.map(({ mail }) => mail ?? '');
    expect(new Set(addresses).size).toBe(3);
    for (const address of addresses) expect(address).toMatch(/^[a-z0-9._-]+@[a-z0-9._-]+$/);
  });
});

describe('mail', () => {
  const sent = (world: World, person: string, from = world.from, to = world.to) => [
    ...world.sentMessages(accountOf(world, person).id, from, to),
  ];

  test('lies with its sender, oldest first, addressed to people and outsiders', async () => {
    const world = await read({ 'people.csv': PEOPLE, 'mail.csv': MAIL });
    const [domain = ''] = world.domains;
    expect(sent(world, 'kari').map(({ sentAt, to, cc }) => [new Date(sentAt).toISOString(), to, cc])).toEqual([
      ['2026-01-05T08:00:00.000Z', [`ola@${domain}`], [`per@${domain}`]],
      ['2026-01-06T09:00:00.000Z', [`ola@${domain}`, `gjest@outside-${domain}`], []],
    ]);
    expect(sent(world, 'ola')).toEqual([]);
    expect([...world.sentMessages('nobody', world.from, world.to)]).toEqual([]);
  });

  test('of whoever has no mailbox is nowhere', async () => {
    const world = await read({ 'people.csv': PEOPLE, 'mail.csv': MAIL });
    expect(sent(world, 'siv')).toEqual([]);
  });

  test('is asked by span: start included, end excluded', async () => {
    const world = await read({ 'people.csv': PEOPLE, 'mail.csv': MAIL });
    const [early, late] = [Date.UTC(2026, 0, 5, 8), Date.UTC(2026, 0, 6, 9)];
    expect(sent(world, 'kari', early, late)).toHaveLength(1);
    expect(sent(world, 'kari', early + 1, late + 1)).toHaveLength(1);
    expect(sent(world, 'kari', early, late + 1)).toHaveLength(2);
  });

  test('and usage say where the world begins and ends; with neither it is empty', async () => {
    const both = await read({ 'people.csv': PEOPLE, 'mail.csv': MAIL, 'usage.csv': USAGE });
    expect([both.from, both.to]).toEqual([Date.UTC(2026, 0, 5), Date.UTC(2026, 0, 10)]);
    const mail = await read({ 'people.csv': PEOPLE, 'mail.csv': MAIL });
    expect([mail.from, mail.to]).toEqual([Date.UTC(2026, 0, 5), Date.UTC(2026, 0, 8)]);
    const none = await read({ 'people.csv': PEOPLE, 'notes.csv': 'of nobody’s concern' });
    expect([none.from, none.to]).toEqual([0, 0]);
  });

  test('is answered by Graph as of any tenant', async () => {
    const world = await read({ 'people.csv': PEOPLE, 'mail.csv': MAIL });
    using it = await opened({ world, now: () => Date.UTC(2026, 0, 10) });
    const path = `/users/${accountOf(world, 'kari').id}/mailFolders/sentitems/messages?$select=toRecipients`;
    const messages = valuesOf(await jsonOf(await it.get(path)));
    expect(JSON.stringify(messages[0]?.['toRecipients'])).toContain(`gjest@outside-${String(world.domains[0])}`);
    expect(messages).toHaveLength(2);
  });
});

test('usage is what was done at least once, in the services of every report', async () => {
  const world = await read({ 'people.csv': PEOPLE, 'usage.csv': USAGE });
  const used = [...world.usageOn(Date.UTC(2026, 0, 5))];
  expect(used).toMatchObject([
    { accountId: accountOf(world, 'kari').id, services: ['teams', 'onedrive'] },
    { accountId: accountOf(world, 'ola').id, services: ['copilot'] },
  ]);
  expect(used[0]?.figures?.()).toEqual({
    counts: { privateChatMessages: 3, oneDriveFiles: 1 },
    tools: ['teams on windows'],
  });
  expect(world.accounts.filter(({ copilot }) => copilot).map(({ displayName }) => displayName)).toEqual(['ola']);
  expect([...world.usageOn(Date.UTC(2026, 0, 9))]).toEqual([]);
  expect([...world.usageOn(Date.UTC(2026, 0, 6))]).toEqual([]);
});

const MEETINGS = [
  'start,end,organizer,attendees',
  '2026-01-05T08:00:00Z,2026-01-05T08:00:20Z,kari,ola;siv',
  '2026-01-04T23:30:00Z,2026-01-05T00:30:00Z,gjest,kari',
].join('\n');
const CHATS = ['chat,type,members', 'one,oneOnOne,kari;ola', 'all,group,kari;ola;siv;gjest'].join('\n');
const CHAT_MESSAGES = ['sentAt,chat,from', '2026-01-06T08:00:00Z,all,gjest', '2026-01-05T08:00:00Z,one,kari'].join(
  '\n',
);
const CALLS = [
  'start,end,organizer,participants',
  '2026-01-06T08:00:00Z,2026-01-06T08:10:00Z,kari,ola;gjest',
  '2026-01-05T08:00:00Z,2026-01-05T08:01:00Z,ola,kari;ola',
].join('\n');
const EVERYTHING = {
  'people.csv': PEOPLE,
  'mail.csv': MAIL,
  'meetings.csv': MEETINGS,
  'chats.csv': CHATS,
  'chat-messages.csv': CHAT_MESSAGES,
  'calls.csv': CALLS,
  'usage.csv': USAGE,
};

describe('what a folder holds', () => {
  test('is told, and what it holds not cannot be asked', async () => {
    expect((await read(EVERYTHING)).holds).toEqual(['mail', 'meetings', 'chats', 'chat-messages', 'calls', 'usage']);
    const world = await read({ 'people.csv': PEOPLE, 'calls.csv': CALLS });
    expect(world.holds).toEqual(['calls']);
    for (const kind of ['meetings', 'chats', 'chat', 'chatMessages']) expect(world).not.toHaveProperty(kind);
    expect([world.from, world.to]).toEqual([Date.UTC(2026, 0, 5), Date.UTC(2026, 0, 7)]);
  });

  test('meetings lie in the calendars of all who have a mailbox, by what touches the span', async () => {
    const world = await read(EVERYTHING);
    const calendar = (person: string, from = world.from, to = world.to) => [
      ...(world.meetings?.(accountOf(world, person).id, from, to) ?? []),
    ];
    const [night, held] = calendar('kari');
    expect(held).toMatchObject({
      start: Date.UTC(2026, 0, 5, 8),
      end: Date.UTC(2026, 0, 5, 8, 0, 20),
      response: 'organizer',
      organizer: accountOf(world, 'kari').mail,
      attendees: [{ address: accountOf(world, 'ola').mail, response: 'accepted' }, { type: 'required' }],
    });
    expect(night?.organizer).toBe(`gjest@outside-${String(world.domains[0])}`);
    expect(calendar('ola')).toMatchObject([{ uid: held?.uid, response: 'accepted' }]);
    expect(calendar('siv')).toEqual([]);
    expect(calendar('kari', Date.UTC(2026, 0, 5), Date.UTC(2026, 0, 5, 8))).toEqual([night]);
    expect(calendar('kari', Date.UTC(2026, 0, 5, 0, 30), Date.UTC(2026, 0, 5, 8, 0, 1))).toEqual([held]);
  });

  test('chats have members of the house and from outside; messages are seen by all of them', async () => {
    const world = await read(EVERYTHING);
    const [kari, ola, siv] = ['kari', 'ola', 'siv'].map((person) => accountOf(world, person).id);
    const [one, all] = [...(world.chats?.(String(kari)) ?? [])];
    expect(one).toMatchObject({ type: 'oneOnOne', topic: null, memberIds: [kari, ola] });
    expect(one?.id).toBe(`19:${[String(kari), String(ola)].sort((a, b) => (a < b ? -1 : 1)).join('_')}@unq.gbl.spaces`);
    expect(all).toMatchObject({ type: 'group', memberIds: [kari, ola, siv], strangers: [{ displayName: 'gjest' }] });
    expect(world.chat?.(String(all?.id))).toBe(all);
    const seen = (person: string | undefined, to = world.to) =>
      [...(world.chatMessages?.(String(person), world.from, to) ?? [])].map(({ fromId }) => fromId);
    expect(seen(kari)).toEqual([kari, all?.strangers[0]?.id]);
    expect(seen(siv)).toEqual([all?.strangers[0]?.id]);
    expect(seen(kari, Date.UTC(2026, 0, 6, 8))).toEqual([kari]);
  });

  test('calls come by beginning, with each participant once', async () => {
    const world = await read(EVERYTHING);
    const [two, three] = [...(world.calls?.(world.from, world.to) ?? [])];
    expect(two).toMatchObject({ kind: 'peerToPeer', organizerId: accountOf(world, 'ola').id });
    expect(two?.participants).toHaveLength(2);
    expect(three?.kind).toBe('groupCall');
    expect(three?.participants.map(({ kind }) => kind)).toEqual(['user', 'user', 'guest']);
    expect(world.call?.(String(three?.id))).toBe(three);
    expect([...(world.calls?.(Date.UTC(2026, 0, 5, 8) + 1, Date.UTC(2026, 0, 6, 8)) ?? [])]).toEqual([]);
  });
});

describe('files may be written as spreadsheets write them', () => {
  test.for<[string, string]>([
    ['CRLF', PEOPLE.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${PEOPLE}`],
    ['both, and empty lines at the end', `\uFEFF${PEOPLE.replaceAll('\n', '\r\n')}\r\n\r\n`],
    ['everything quoted', PEOPLE.replaceAll(/[^,\n]+/g, '"$&"')],
    ['another order and another column', PEOPLE.replaceAll(/^(.*),(.*),(.*),(.*),(.*)$/gm, '$5,note,$1,$2,$3,$4')],
  ])('%s', async ([, people]) => {
    const world = await read({ 'people.csv': people });
    expect(world.accounts).toEqual((await read({ 'people.csv': PEOPLE })).accounts);
  });
});

describe('what is wrong is named by file, line, column and expected form', () => {
  const people = (line: string): Record<string, string> => ({ 'people.csv': `${PEOPLE}\n${line}\n` });
  const mail = (line: string): Record<string, string> => ({ 'people.csv': PEOPLE, 'mail.csv': `${MAIL}\n${line}\n` });
  const other = (name: string, text: string, line: string): Record<string, string> => ({
    'people.csv': PEOPLE,
    [name]: `${text}\n${line}\n`,
  });
  const usage = (line: string): Record<string, string> => ({ 'people.csv': PEOPLE, 'usage.csv': `${USAGE}\n${line}` });

  test.for<[string, Record<string, string | Buffer>, string]>([
    [
      'no people.csv',
      { 'mail.csv': MAIL },
      'people.csv is missing in the tenant folder: expected person, unit, manager, title, mailbox.',
    ],
    [
      'an empty file',
      { 'people.csv': '' },
      'people.csv, line 1, column person, unit, manager, title, mailbox: expected a header line with these columns.',
    ],
    [
      'a missing column',
      { 'people.csv': 'person,unit,manager,title\n' },
      'people.csv, line 1, column mailbox: expected a header line that has this column.',
    ],
    [
      'a column twice',
      { 'people.csv': 'person,unit,manager,title,mailbox,unit\n' },
      'people.csv, line 1, column unit: expected this column once.',
    ],
    ['a duplicate person', people('kari,,,,yes'), 'people.csv, line 7, column person: expected each person once.'],
    ['a nameless person', people(',,,,yes'), 'people.csv, line 7, column person: expected a name.'],
    [
      'an unknown manager',
      people('liv,,nobody,,yes'),
      'people.csv, line 7, column manager: expected a person of this file, or nothing.',
    ],
    ['a mailbox that may be', people('liv,,,,maybe'), 'people.csv, line 7, column mailbox: expected yes or no.'],
    [
      'a unit with an empty level',
      people('liv,Helse//X,,,yes'),
      'people.csv, line 7, column unit: expected levels separated by single slashes.',
    ],
    [
      'a line too short',
      people('liv,,,yes'),
      'people.csv, line 7, column 5: expected as many fields as the header has.',
    ],
    [
      'a quote within a field',
      people('l"iv,,,,yes'),
      'people.csv, line 7, column 1: expected a quote only at the beginning of a field (inside, write it twice).',
    ],
    [
      'text after a closing quote',
      people('"liv"x,,,,yes'),
      'people.csv, line 7, column 1: expected a comma or the end of the line after a closing quote (inside, write it twice).',
    ],
    ['a quote never closed', people('"liv,,,,yes'), 'people.csv, line 7, column 1: expected every quote to be closed.'],
    [
      'Latin-1',
      { 'people.csv': Buffer.from(`${PEOPLE}\nbjørn,,,,yes\n`, 'latin1') },
      'people.csv, line 7, column person: expected text in UTF-8 (save the file as CSV UTF-8).',
    ],
    [
      'a date for a moment',
      mail('2026-01-05,kari,ola,'),
      'mail.csv, line 6, column sentAt: expected a moment in ISO 8601 UTC, such as 2026-01-31T09:30:00Z.',
    ],
    [
      'local time',
      mail('2026-01-05T08:00:00,kari,ola,'),
      'mail.csv, line 6, column sentAt: expected a moment in ISO 8601 UTC, such as 2026-01-31T09:30:00Z.',
    ],
    [
      'a day that does not exist',
      mail('2026-02-30T08:00:00Z,kari,ola,'),
      'mail.csv, line 6, column sentAt: expected a moment in ISO 8601 UTC, such as 2026-01-31T09:30:00Z.',
    ],
    ['a mail from nobody', mail('2026-01-05T08:00:00Z,,ola,'), 'mail.csv, line 6, column from: expected a person.'],
    [
      'a stray semicolon',
      mail('2026-01-05T08:00:00Z,kari,ola;;per,'),
      'mail.csv, line 6, column to: expected persons separated by single semicolons.',
    ],
    [
      'an unknown app',
      usage('2026-01-05,kari,fax,1'),
      'usage.csv, line 7, column app: expected one of exchange, teams, sharepoint, onedrive, engage, office, copilot.',
    ],
    [
      'half an action',
      usage('2026-01-05,kari,teams,0.5'),
      'usage.csv, line 7, column actions: expected a whole number.',
    ],
    [
      'a day and hour of use',
      usage('2026-01-05T08:00:00Z,kari,teams,1'),
      'usage.csv, line 7, column date: expected a day that exists, such as 2026-01-31.',
    ],
    [
      'a meeting that ends before it begins',
      other('meetings.csv', MEETINGS, '2026-01-05T08:00:00Z,2026-01-05T07:00:00Z,kari,ola'),
      'meetings.csv, line 4, column end: expected a moment not before the start.',
    ],
    [
      'a meeting of nobody',
      other('meetings.csv', MEETINGS, '2026-01-05T08:00:00Z,2026-01-05T09:00:00Z,,ola'),
      'meetings.csv, line 4, column organizer: expected a person.',
    ],
    [
      'a chat of another type',
      other('chats.csv', CHATS, 'two,forum,kari;ola'),
      'chats.csv, line 4, column type: expected one of oneOnOne, group, meeting.',
    ],
    [
      'a chat twice',
      other('chats.csv', CHATS, 'all,group,kari;ola'),
      'chats.csv, line 4, column chat: expected each chat once.',
    ],
    [
      'a chat of two with three',
      other('chats.csv', CHATS, 'two,oneOnOne,kari;ola;siv'),
      'chats.csv, line 4, column members: expected two persons, as the type says.',
    ],
    [
      'a second chat of the same two',
      other('chats.csv', CHATS, 'two,oneOnOne,ola;kari'),
      'chats.csv, line 4, column members: expected one chat of its own for each two persons.',
    ],
    [
      'a message in no chat',
      { ...other('chats.csv', CHATS, ''), 'chat-messages.csv': `${CHAT_MESSAGES}\n2026-01-06T08:00:00Z,none,kari` },
      'chat-messages.csv, line 4, column chat: expected a chat of chats.csv.',
    ],
    [
      'a call without a time',
      other('calls.csv', CALLS, 'yesterday,2026-01-06T08:10:00Z,kari,ola'),
      'calls.csv, line 4, column start: expected a moment in ISO 8601 UTC, such as 2026-01-31T09:30:00Z.',
    ],
    ['use by nobody', usage('2026-01-05,,teams,1'), 'usage.csv, line 7, column person: expected a person.'],
  ])('%s', async ([, files, sentence]) => {
    expect(await refusalOf(files)).toBe(sentence);
  });

  test('a folder where a file belongs', async () => {
    const folder = folderOf({ 'people.csv': PEOPLE });
    mkdirSync(join(folder, 'mail.csv'));
    await expect(readTenantFolder(folder)).rejects.toMatchObject({
      code: 'bad-input',
      message: 'mail.csv cannot be read: expected a readable file.',
    });
  });
});

const REAL = '../shared/data/tenants';

describe.skipIf(!existsSync(REAL))('the real organisations, where they are', () => {
  test('eu-institution: 986 people in 41 units and none, 209,508 mails', async () => {
    const world = await readTenantFolder(join(REAL, 'eu-institution'));
    let mails = 0;
    for (const { id } of world.accounts) mails += [...world.sentMessages(id, world.from, world.to)].length;
    expect(mails).toBe(209_508);
    expect(world.accounts).toHaveLength(986);
    expect(world.accounts.filter(({ department }) => department === null)).toHaveLength(21);
    expect(new Set(world.accounts.map(({ department }) => department)).size).toBe(42);
    expect(new Date(world.from).toISOString()).toBe('2024-01-01T00:00:00.000Z');
  });

  test('office-2013: 92 people and 3,559 meetings, most under a minute, in two calendars each', async () => {
    const world = await readTenantFolder(join(REAL, 'office-2013'));
    expect(world.accounts).toHaveLength(92);
    expect(world.holds).toEqual(['meetings']);
    expect([new Date(world.from).toISOString(), new Date(world.to).toISOString()]).toEqual([
      '2026-09-28T00:00:00.000Z',
      '2026-10-10T00:00:00.000Z',
    ]);
    const entries = world.accounts.flatMap(({ id }) => [...(world.meetings?.(id, world.from, world.to) ?? [])]);
    const organized = entries.filter(({ response }) => response === 'organizer');
    expect(organized).toHaveLength(3559);
    expect(entries).toHaveLength(2 * 3559);
    expect(organized.filter(({ start, end }) => end - start < 60_000).length).toBeGreaterThan(3559 / 2);
  });
});
