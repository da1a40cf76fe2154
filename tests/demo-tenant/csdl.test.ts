import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findPlace, propertyOf, rolesThatOpen } from '../../connector/demo-tenant/csdl.ts';
import { asObject, jsonOf, opened, refusalOf } from './opened.ts';
import { id, SCOPE_GROUP } from './small-world.ts';

const METADATA = '../shared/msgraph-metadata/v1.0-cleanMetadata.xml';
const EXTRACT = 'connector/demo-tenant/csdl-extract.json';
const PROPERTY_NAMES = 'connector/microsoft-graph/property-names.json';

test.for([
  ['/users', '/users', 'user', true],
  ['/users/x', '/users/{id}', 'user', false],
  ['/users/x/mailFolders/sentitems/messages', '/users/{id}/mailFolders/{id}/messages', 'message', true],
  [
    '/groups/x/transitiveMembers/microsoft.graph.user',
    '/groups/{id}/transitiveMembers/microsoft.graph.user',
    'user',
    true,
  ],
  ['/admin/reportSettings', '/admin/reportSettings', 'adminReportSettings', false],
  [
    "/reports/getOffice365ActiveUserDetail(period='D7')",
    '/reports/getOffice365ActiveUserDetail(period={value})',
    'Edm.Stream',
    false,
  ],
  // What issue B will ask for.
  ['/users/x/calendarView', '/users/{id}/calendarView', 'event', true],
  ['/users/x/chats/y/members', '/users/{id}/chats/{id}/members', 'conversationMember', true],
  ['/users/x/chats/getAllMessages', '/users/{id}/chats/getAllMessages', 'chatMessage', true],
  ['/communications/callRecords/x', '/communications/callRecords/{id}', 'callRecords.callRecord', false],
  [
    '/communications/callRecords/x/participants_v2',
    '/communications/callRecords/{id}/participants_v2',
    'callRecords.participant',
    true,
  ],
  ['/admin/exchange/tracing/messageTraces', '/admin/exchange/tracing/messageTraces', 'exchangeMessageTrace', true],
  [
    "/copilot/reports/getMicrosoft365CopilotUsageUserDetail(period='D7')",
    '/copilot/reports/getMicrosoft365CopilotUsageUserDetail(period={value})',
    'Edm.Stream',
    false,
  ],
] as const)('%s is a place', ([path, template, type, many]) => {
  expect(findPlace(path)).toMatchObject({ template, type, many });
});

test.for([
  ['/users/x/mailFolder', 'mailFolder'],
  ['/persons', 'persons'],
  ['/users/x/microsoft.graph.message', 'microsoft.graph.message'],
  ["/reports/getOffice365ActiveUserDetail(days='D7')", "getOffice365ActiveUserDetail(days='D7')"],
  ['/reports/getOffice365ActiveUserDetail', 'getOffice365ActiveUserDetail'],
  ['/users//mailFolders', ''],
] as const)('%s leads nowhere: the segment is named', async ([path, segment]) => {
  using it = await opened();
  const response = await it.get(path);
  expect(response.status).toBe(400);
  const error = asObject((await jsonOf(response))['error']);
  expect(error['message']).toBe(`Resource not found for the segment '${segment}'.`);
});

test('properties are inherited, and those of others are not had', () => {
  expect(propertyOf('eventMessageRequest', 'sentDateTime')).toBe('Edm.DateTimeOffset');
  expect(propertyOf('user', 'id')).toBe('Edm.String');
  expect(propertyOf('user', 'sentDateTime')).toBeUndefined();
});

test('the permission map opens a cast as it opens what is cast', () => {
  expect(rolesThatOpen('/groups/{id}/transitiveMembers/microsoft.graph.user')).toContain('GroupMember.Read.All');
  expect(rolesThatOpen('/users/{id}/mailFolders/{id}/messages')).toEqual([
    'Mail.Read',
    'Mail.ReadBasic.All',
    'Mail.ReadWrite',
  ]);
  expect(rolesThatOpen('/nowhere')).toEqual([]);
});

test.for([
  ['/users?$select=id,shoeSize', "Could not find a property named 'shoeSize' on type 'microsoft.graph.user'."],
  [
    `/groups/${SCOPE_GROUP}/members?$select=shoeSize`,
    "Could not find a property named 'shoeSize' on type 'microsoft.graph.user'.",
  ],
  [
    `/users/${id(1)}/mailFolders/sentitems/messages?$select=sentDatetime`,
    "Could not find a property named 'sentDatetime' on type 'microsoft.graph.message'.",
  ],
  [
    '/organization?$select=domains',
    "Could not find a property named 'domains' on type 'microsoft.graph.organization'.",
  ],
  ['/users?$limit=10', "The query parameter '$limit' is not supported."],
  ['/users?limit=10', "Unrecognized query argument specified: 'limit'."],
  ['/users?$top=1&$top=2', "Query option '$top' was specified more than once, but it must be specified at most once."],
  ['/users?$top=1000', "Invalid page size specified: '1000'. Must be between 1 and 999 inclusive."],
  ['/users?$top=0', "Invalid page size specified: '0'. Must be between 1 and 999 inclusive."],
  [
    `/users/${id(1)}/mailFolders/sentitems/messages?$top=1001`,
    "Invalid page size specified: '1001'. Must be between 1 and 1000 inclusive.",
  ],
  ['/users?$count=yes', "Invalid value 'yes' for $count query option found. Valid values are 'true' and 'false'."],
  [
    '/users?$expand=manager($select=shoeSize)',
    "Could not find a property named 'shoeSize' on type 'microsoft.graph.user'.",
  ],
] as const)('%s is 400', async ([path, message]) => {
  using it = await opened();
  const response = await it.get(path);
  expect(response.status).toBe(400);
  expect(asObject((await jsonOf(response))['error'])['message']).toBe(message);
});

test('what Graph has and the tenant does not play is said to be so', async () => {
  using it = await opened({ roles: ['User.Read.All', 'Directory.Read.All', 'Mail.ReadBasic.All'] });
  for (const path of ['/users?$search="x"', '/groups/x', `/users/${id(1)}/mailFolders/inbox/messages`])
    expect(await refusalOf(await it.get(path))).toEqual([501, 'NotImplemented']);
});

test('there is no /me for an application, no beta, and nothing to write to', async () => {
  using it = await opened();
  expect((await it.get('/me')).status).toBe(400);
  const authorization = `Bearer ${await it.token()}`;
  expect((await fetch('https://graph.microsoft.com/beta/users', { headers: { authorization } })).status).toBe(400);
  const patch = { method: 'PATCH', headers: { authorization }, body: '{"displayConcealedNames":false}' };
  expect((await fetch('https://graph.microsoft.com/v1.0/admin/reportSettings', patch)).status).toBe(501);
});

test('the extract bears Microsoft’s licence notices and where it is from', () => {
  const extract = asObject(JSON.parse(readFileSync(EXTRACT, 'utf8')));
  expect(JSON.stringify(extract['licence'])).toMatch(/MIT License.*Copyright \(c\) 2018 Microsoft Graph/);
  expect(JSON.stringify(extract['source'])).toMatch(/msgraph-metadata.*f54f11b60956ea7b185ca0447b2b80805836ec7b/);
});

describe.skipIf(!existsSync(METADATA))('with Microsoft’s metadata at hand', () => {
  test('the script makes the committed extracts, byte for byte', () => {
    const folder = mkdtempSync(join(tmpdir(), 'csdl-'));
    const [output, names] = [join(folder, 'extract.json'), join(folder, 'names.json')];
    execFileSync(process.execPath, ['connector/demo-tenant/extract-csdl.ts', METADATA, output, names]);
    expect(readFileSync(output, 'utf8')).toBe(readFileSync(EXTRACT, 'utf8'));
    expect(readFileSync(names, 'utf8')).toBe(readFileSync(PROPERTY_NAMES, 'utf8'));
  });
});
