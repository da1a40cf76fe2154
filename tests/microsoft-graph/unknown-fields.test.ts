import { expect, test } from 'vitest';
import { activeUsersSource } from '../../connector/microsoft-graph/active-users.ts';
import { chatMembershipSource } from '../../connector/microsoft-graph/chats.ts';
import { sentItemsSource } from '../../connector/microsoft-graph/mail.ts';
import { directorySource } from '../../connector/microsoft-graph/people.ts';
import { propertiesOf, typeAt } from '../../connector/microsoft-graph/property-names.ts';
import type { Question } from '../../connector/microsoft-graph/question.ts';
import { reportSettingsSource } from '../../connector/microsoft-graph/report-settings.ts';
import { SENT_ALONG } from '../../connector/microsoft-graph/sent-along.ts';
import { SOURCE_DECLARATIONS } from '../../connector/microsoft-graph/source-declarations.ts';
import { watchUnknownFields, type UnknownFields } from '../../connector/microsoft-graph/unknown-fields.ts';
import { cannedGet } from './invented-people.ts';

/** What is counted when these bodies come, one after the other, for the same question. */
async function counted(question: Question, ...bodies: readonly unknown[]): Promise<UnknownFields[]> {
  let body: unknown;
  const { get, unknownFields } = watchUnknownFields({
    json: (_, read) => Promise.resolve(read(body)),
    text: (_, read) => Promise.resolve(read(String(body))),
  });
  for (body of bodies) {
    if (typeof body === 'string') await get.text(question, (text) => text);
    else await get.json(question, (json) => json);
  }
  return unknownFields();
}

const MAIL = { source: sentItemsSource };
const MESSAGE = {
  '@odata.etag': 'W/"1"',
  id: '1',
  sentDateTime: '2026-07-06T08:00:00Z',
  isDraft: false,
  sender: { emailAddress: { name: 'A', address: 'a@x.example' } },
  toRecipients: [{ emailAddress: { name: 'B', address: 'b@x.example' } }],
};

test('what is declared, comes along or annotates is known', async () => {
  expect(await counted(MAIL, { '@odata.context': 'c', '@odata.nextLink': 'n', value: [MESSAGE] })).toEqual([]);
  expect(
    await counted({ source: reportSettingsSource }, { '@odata.context': 'c', displayConcealedNames: true }),
  ).toEqual([]);
});

test('a field is counted once however often it comes, and named only when Microsoft has it', async () => {
  const strange = { ...MESSAGE, subject: 'SECRET', 'kari@x.example': 'SECRET' };
  const page = { value: [strange, MESSAGE, strange] };
  expect(await counted(MAIL, page, page)).toEqual([{ source: 'sent-items', fields: 2, named: ['subject'] }]);
});

test('it is found in the second recipient of the last message, and in the page itself', async () => {
  const recipient = { emailAddress: { address: 'c@x.example', relevance: 1 }, routing: {} };
  const message = { ...MESSAGE, ccRecipients: [...MESSAGE.toRecipients, recipient] };
  expect(await counted(MAIL, { value: [MESSAGE, message], summary: '' })).toEqual([
    { source: 'sent-items', fields: 3, named: [] },
  ]);
  const typed = { ...MESSAGE, sender: { emailAddress: { address: 'a@x.example', name: 'A' }, name: 'A' } };
  expect(await counted(MAIL, { value: [typed] })).toEqual([{ source: 'sent-items', fields: 1, named: [] }]);
});

test('what an item inherits, or only one of its kinds has, is Microsoft’s name too', async () => {
  const page = { value: [{ ...MESSAGE, changeKey: 'x', meetingMessageType: 'x' }] };
  expect(await counted(MAIL, page)).toEqual([
    { source: 'sent-items', fields: 2, named: ['changeKey', 'meetingMessageType'] },
  ]);
  const members = [{ userId: 'u', roles: [], user: {}, mood: 'x' }];
  expect(await counted({ source: chatMembershipSource }, { value: [{ id: '1', members }] })).toEqual([
    { source: 'chat-membership', fields: 2, named: ['members/user'] },
  ]);
});

test('the attribute of the unit is known where the scope selects it, and only there', async () => {
  const people = { value: [{ id: '1', officeLocation: 'North' }] };
  expect(await counted({ source: directorySource, query: { $select: 'id,officeLocation' } }, people)).toEqual([]);
  expect(await counted({ source: directorySource, query: { $select: 'id' } }, people)).toEqual([
    { source: 'directory', fields: 1, named: ['officeLocation'] },
  ]);
});

test('a column nobody listed is counted and never named; blanks and quotes make no new one', async () => {
  const header = 'Report Refresh Date,"User  Principal Name", Is Deleted,Ola Nordmann,Assigned Products';
  expect(await counted({ source: activeUsersSource }, `${header}\r\n2026-07-07,"a\nb",False,1,X\r\n`)).toEqual([
    { source: 'active-users', fields: 1, named: [] },
  ]);
});

test('what a parser refuses is not looked through: half a report makes no new column', async () => {
  const { get, unknownFields } = watchUnknownFields(cannedGet({ [activeUsersSource.endpoint]: 'Report Refr' }));
  const refuse = (): never => {
    throw new RangeError('half');
  };
  await expect((async () => get.text({ source: activeUsersSource }, refuse))()).rejects.toThrow('half');
  expect(unknownFields()).toEqual([]);
});

test('a tenant that invents names without end costs no memory', async () => {
  const names = Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`field${n}`, n]));
  expect(await counted(MAIL, { value: [names] })).toEqual([{ source: 'sent-items', fields: 1_000, named: [] }]);
});

/** In the examples of Microsoft's pages and in no metadata. */
const ONLY_IN_EXAMPLES = ['acsApplicationInstance', 'acsUser', 'spoolApplicationInstance', 'spoolUser'];

test('every source says what it is sent, nothing twice, and Microsoft has each field of it', () => {
  const strange: string[] = [];
  for (const { name, endpoint, fields, unasked = [] } of SOURCE_DECLARATIONS) {
    const sent = SENT_ALONG[name];
    expect(sent, name).toBeDefined();
    expect(sent?.type === undefined, name).toBe(endpoint.includes('/reports/'));
    const paths = [...fields.map(({ field }) => field), ...unasked, ...(sent?.fields ?? [])];
    expect(new Set(paths).size, name).toBe(paths.length);
    if (sent?.type !== undefined) strange.push(...paths.filter((path) => !isMicrosofts(sent.type, path)));
  }
  expect(strange.sort()).toEqual(ONLY_IN_EXAMPLES.map((field) => `identity/${field}`));
});

function isMicrosofts(type: string | undefined, path: string): boolean {
  const [last = '', ...steps] = path.split('/').reverse();
  return last.startsWith('@') || propertiesOf(typeAt(type, steps.reverse()) ?? '').includes(last);
}
