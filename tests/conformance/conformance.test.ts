import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTenantFolder } from '../../connector/demo-tenant/tenant-folder.ts';
import { readOrganisationCounts } from '../../connector/microsoft-graph/organisation-counts.ts';
import { readConcealment } from '../../connector/microsoft-graph/report-settings.ts';
import { SOURCE_DECLARATIONS } from '../../connector/microsoft-graph/source-declarations.ts';
import { parseScope, REPORT_SOURCES, type SourceName } from '../../connector/privacy/scope.ts';
import { previewOfUnits } from '../../connector/units.ts';
import { writeInventedTenant } from '../invented-tenant.ts';
import { liveTenant } from '../lived-tenant.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { askedIn, type Asked } from './asked.ts';
import { strangersIn } from './check-the-record.ts';
import { permissionsOf } from './metadata.ts';
import { missesOf, templateOf } from './misses.ts';

/** What a request through the product's door would ask. */
function asked(url: string, method = 'GET'): Asked {
  const headers = new Headers({ 'x-ms-throttle-priority': 'low', sdkversion: 'x' });
  const found = askedIn({ method, url: `https://graph.microsoft.com${url}`, headers });
  if (found === undefined) throw new RangeError('It asks nothing of Graph.');
  return found;
}

const SENT = '/v1.0/users/0a1b/mailFolders/sentitems/messages';
const VIEW = '/v1.0/users/0a1b/calendarView';

describe('what does not conform is caught', () => {
  test.each([
    [SENT.replace('sentitems', 'sentitems/childFolders/x'), /is in no declaration/],
    [`${SENT}?$select=id,subject`, ['subject is not declared']],
    [`${SENT}?$select=id,importantness`, ['importantness is not in message', 'importantness is not declared']],
    [
      `${SENT}?$filter=${encodeURIComponent('sendDateTime ge 2026-01-01 and isDraft eq true')}`,
      ['sendDateTime is not in message'],
    ],
    [`${SENT}?$orderby=sentDatetime desc`, ['sentDatetime is not in message']],
    [`${SENT}?$limit=5`, ['$limit is no option here']],
    [VIEW, ['startDateTime is missing', 'endDateTime is missing']],
    ['/v1.0/users/0a1b/mailFolder', ['/users/0a1b/mailFolder is no place an application can ask']],
    ['/v1.0/users/0a1b/microsoft.graph.group', /is no place/],
    ['/v1.0/me/messages', /is no place/],
    ['/beta/users', ['beta is not v1.0']],
    [`/v1.0/users?$select=id&$filter=${encodeURIComponent("userName in ('a','b')")}`, ['userName is not in user']],
    ['/v1.0/users/0a1b?$select=id&$expand=boss', ['boss is not in user']],
    ['/v1.0/users/0a1b?$select=id&$expand=manager($select=shoeSize)', ['shoeSize is not in user']],
    ["/v1.0/reports/getOffice365ActiveUserDetail(day='2026-01-01')", /is no place/],
    ['/v1.0/reports/getOffice365ActiveUserList(date=2026-01-01)', /is no place/],
    ['/v1.0/users/0a1b/messages', /is in no declaration/],
  ] as const)('%s', (url, expected) => {
    const misses = missesOf(asked(url));
    if (expected instanceof RegExp) expect(misses.join('\n')).toMatch(expected);
    else expect(misses).toEqual(expected);
  });

  test('what writes', () => {
    expect(missesOf(asked('/v1.0/admin/reportSettings', 'PATCH'))).toEqual(['PATCH is not for reading']);
  });

  test('a permission that does not open the place', () => {
    const url = `${SENT}?$select=id`;
    const source = SOURCE_DECLARATIONS.find(({ name }) => name === 'sent-items')!;
    expect(missesOf(asked(url), [source])).toEqual([]);
    const wrong = { ...source, permissions: [{ role: 'Calendars.ReadBasic.All', id: '' }] };
    expect(missesOf(asked(url), [wrong])).toEqual([
      'no declared permission opens /users/{id}/mailFolders/{id}/messages',
    ]);
  });

  test('only the very miss that a test means is passed over, and only in that test’s file', () => {
    const miss = { ...asked('/beta/users'), throughDoor: false };
    expect(strangersIn([{ ...miss, by: 'tests/demo-tenant/csdl.test.ts' }])).toEqual([]);
    expect(strangersIn([{ ...miss, by: 'tests/doctor.test.ts' }])).toEqual([
      'tests/doctor.test.ts: GET /beta/users: beta is not v1.0',
    ]);
    const other = { ...asked('/beta/groups'), throughDoor: false };
    expect(strangersIn([{ ...other, by: 'tests/demo-tenant/csdl.test.ts' }])).toHaveLength(1);
  });
});

/** Where more than the least by Microsoft's map is asked for, and why that is the least that serves. */
const MORE_THAN_LEAST: Readonly<Record<string, string>> = {
  'directory: GroupMember.Read.All':
    'the least is new, and no page says that groups open with it as they do with this one',
  'directory: User.Read.All':
    'members are shown as bare ids without a permission for users, and User.ReadBasic.All shows no department',
  'listed-people: User.Read.All': 'User.ReadBasic.All shows no department',
  'domains: User.Read.All': 'the directory needs it anyway; the least would open the settings of devices',
  'list-addresses: GroupMember.Read.All': 'the directory needs it anyway',
  'unit-groups: GroupMember.Read.All': 'the directory needs it anyway',
  'competence-groups: GroupMember.Read.All': 'the directory needs it anyway',
  'unit-managers: User.Read.All': 'the least shows no manager (Microsoft Learn, permissions reference)',
  'chat-members: Chat.ReadBasic.All': 'the list of chats needs it anyway; the least would be a second permission',
};

test('every declaration is a place, and its permission is the least that opens it, or it is written why not', () => {
  const more: string[] = [];
  for (const source of SOURCE_DECLARATIONS) {
    const template = templateOf(source);
    expect(template, source.name).toBeDefined();
    const { all, least } = permissionsOf(template ?? '');
    const roles = source.permissions.map(({ role }) => role);
    expect(
      roles.some((role) => all.includes(role)),
      source.name,
    ).toBe(true);
    more.push(...roles.filter((role) => !least.includes(role)).map((role) => `${source.name}: ${role}`));
  }
  expect(more.sort()).toEqual(Object.keys(MORE_THAN_LEAST).sort());
});

const SPAN = { from: '2026-03-01', to: '2026-04-01' } as const;
const REPORTS_AND: readonly SourceName[] = [...REPORT_SOURCES, 'meetings', 'calls'];
/** Two ways to the same acts are never read in one run. */
const RUNS: readonly (readonly SourceName[])[] = [
  [...REPORTS_AND, 'sent-items', 'chat-membership'],
  ['message-trace', 'chat-messages'],
];

test('the demo’s own requests: every source is asked, and nothing that does not conform', async () => {
  const folder = join(temporaryFolder(), 'tenant');
  mkdirSync(folder);
  writeInventedTenant(folder, { headsAUnit: 3, from: SPAN.from, days: 31, usage: true });
  const write = (name: string, ...lines: string[]): void => {
    writeFileSync(join(folder, name), lines.join('\n'));
  };
  const strangers = Array.from({ length: 28 }, (_, n) => `stranger${n}`).join(';');
  write('meetings.csv', 'start,end,organizer,attendees', '2026-03-10T09:00:00Z,2026-03-10T10:00:00Z,u0p0,u2p0');
  write('chats.csv', 'chat,type,members', 'c1,oneOnOne,u0p0;u2p0', `c2,group,u0p0;${strangers}`);
  write('chat-messages.csv', 'sentAt,chat,from', '2026-03-11T09:00:00Z,c1,u0p0');
  write('calls.csv', 'start,end,organizer,participants', '2026-03-24T09:00:00Z,2026-03-24T09:20:00Z,u0p0,u2p0');
  const world = await readTenantFolder(folder);
  const requests: Asked[] = [];
  for (const sources of RUNS) {
    const life = await liveTenant({
      world,
      folder: temporaryFolder(),
      ...SPAN,
      sources,
      roles: SOURCE_DECLARATIONS.flatMap(({ permissions }) => permissions.map(({ role }) => role)),
      onExchange: ({ method, url, requestHeaders }) => {
        const found = askedIn({ method, url, headers: requestHeaders });
        if (found !== undefined) requests.push(found);
      },
    });
    await life.collect();
    // As doctor does.
    await readConcealment(life.get);
    await readOrganisationCounts(life.get);
    for (const units of [
      { from: 'managers', levels: 2 },
      { from: 'groups', groups: [{ groupId: world.positiveGroupId, unit: 'North' }] },
    ]) {
      await previewOfUnits({ ...life.run, scope: parseScope({ ...life.scope, units }) });
    }
    writeFileSync(join(life.store.folder, 'staff.csv'), `person\n${world.accounts[0]?.userPrincipalName ?? ''}`);
    const noGroup = { ...life.scope, positiveGroupId: undefined };
    const byName = parseScope({ ...noGroup, positiveList: { hrFile: 'staff.csv' } });
    expect(await previewOfUnits({ ...life.run, scope: byName })).toMatchObject({ people: 1, notFound: 0 });
    life.close();
  }
  expect(strangersIn(requests.map((request) => ({ ...request, by: 'the demo' })))).toEqual([]);
  const places = new Set(requests.map(({ path }) => path.replace('/v1.0', '')));
  const unasked = SOURCE_DECLARATIONS.filter((source) => !places.has(templateOf(source) ?? ''));
  expect(unasked.map(({ name }) => name)).toEqual([]);
  expect(requests.every(({ throughDoor }) => throughDoor)).toBe(true);
}, 120_000);
