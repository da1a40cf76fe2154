import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { DemoTenantSettings } from '../connector/demo-tenant/demo-tenant.ts';
import type { Exchange } from '../connector/demo-tenant/exchange.ts';
import { refusal } from '../connector/demo-tenant/refusal.ts';
import { doctor, findingLines, isWell } from '../connector/doctor.ts';
import { fileCustody } from '../connector/key-custody/file-custody.ts';
import { CLOUDS } from '../connector/microsoft-graph/clouds.ts';
import { consentLink } from '../connector/microsoft-graph/granted-roles.ts';
import { neededSources } from '../connector/microsoft-graph/needed-sources.ts';
import { markMaker } from '../connector/privacy/mark.ts';
import { RealIdentity } from '../connector/privacy/real-identity.ts';
import { addDays, dayOf } from '../connector/privacy/period.ts';
import type { NetworkSource } from '../connector/privacy/scope.ts';
import { openStore } from '../connector/store/open.ts';
import { addProtected } from '../connector/store/protected.ts';
import { addObjection } from '../connector/store/marks.ts';
import { busyWorld } from './demo-tenant/busy-world.ts';
import { ALL_ROLES, CLIENT_ID, opened, SECRET } from './demo-tenant/opened.ts';
import { ACCOUNTS, DAY, id, SCOPE_GROUP, smallWorld, START } from './demo-tenant/small-world.ts';
import {
  EXCHANGE_SCOPED,
  exchangeScopedWorld,
  INSIDE,
  OPEN,
  OUTSIDE,
  ROLES_WITHOUT_MAIL,
} from './exchange-scoped-world.ts';
import { recordedRandomness } from './recorded-randomness.ts';
import { temporaryFolder } from './temporary-folder.ts';

const TODAY = addDays(dayOf(START), 30);
const random = recordedRandomness('doctor');
const SCOPE = {
  version: 1,
  organisation: 'Fjord kommune',
  sources: ['sent-items', 'active-users'],
  positiveGroupId: SCOPE_GROUP,
  unitAttribute: 'department',
  titles: { leader: ['leader'], elected: ['elected'] },
  level: 'standard',
  staffNoticeOn: addDays(TODAY, -60),
  readBack: false,
  endsOn: addDays(TODAY, 365),
};

/** Only one tenant can play Microsoft at a time. */
let closeLast = (): void => undefined;

/** An installation that has run before, its tab built, beside a tenant that plays Microsoft. */
async function house(different: Partial<DemoTenantSettings> = {}, scope: object | null = SCOPE) {
  const exchanges: Exchange[] = [];
  closeLast();
  const tenant = await opened({ onExchange: (exchange) => exchanges.push(exchange), ...different });
  closeLast = () => {
    tenant[Symbol.dispose]();
  };
  onTestFinished(() => {
    closeLast();
    closeLast = () => undefined;
  });
  const { now, wait } = tenant.clock;
  const data = join(temporaryFolder(), 'data');
  openStore(data).close();
  const { tenantId } = tenant.tenant;
  const custody = fileCustody({ folder: join(data, 'keys'), random, now });
  const standingKey = await custody.standingKey(tenantId);
  if (scope !== null) writeFileSync(join(data, 'scope.json'), JSON.stringify(scope));
  const tabFolder = join(data, '..', 'tab');
  mkdirSync(tabFolder);
  writeFileSync(join(tabFolder, 'index.html'), '');
  const environment: Record<string, string> = {
    SAMSPILL_DATA_FOLDER: data,
    SAMSPILL_TENANT_ID: tenantId,
    SAMSPILL_CLIENT_ID: CLIENT_ID,
    SAMSPILL_CLIENT_SECRET: SECRET,
    SAMSPILL_STAGE: 'pilot',
    SAMSPILL_PORT: '0',
  };
  const examine = async (otherwise: Record<string, string> = {}) => {
    const findings = await doctor({ environment: { ...environment, ...otherwise }, tabFolder, now, wait, random });
    const text = findingLines(findings).join('\n');
    // Nobody, no address and no id, whatever is wrong.
    expect(text).not.toMatch(/anna|bjarne|cecilie|nordmann|fjord\.example|[0-9a-f]{8}-[0-9a-f]{4}-/i);
    expect(text).not.toContain(SECRET);
    return { findings, text, well: isWell(findings) };
  };
  const markOf = markMaker(tenantId, standingKey);
  return { data, examine, exchanges, tabFolder, mark: (number: number) => markOf(new RealIdentity(id(number))) };
}

const states = (findings: readonly { check: string; state: string }[]) =>
  findings.map(({ check, state }) => `${check}: ${state}`);
const wrongs = (findings: readonly { check: string; state: string; whoseMove: string }[]) =>
  findings.filter(({ state }) => state === 'wrong').map(({ check, whoseMove }) => `${check}: ${whoseMove}`);

test('a good installation: every check once, one request a source, and nothing changed', async () => {
  const { examine, exchanges, data } = await house();
  const files = (): string[] =>
    readdirSync(data, { recursive: true, encoding: 'utf8' })
      .filter((name) => !/-(wal|shm)$/.test(name))
      .toSorted();
  const before = files();
  const { findings, well, text } = await examine();
  expect(states(findings)).toEqual([
    'settings: note',
    'data folder: good',
    'database: good',
    'keys: note',
    'scope: good',
    'gates: good',
    'sign-in: good',
    'permissions: good',
    'directory: good',
    'report-settings: good',
    'sent-items: good',
    'active-users: good',
    'tab: good',
    'port: good',
  ]);
  expect(well).toBe(true);
  expect(text).toMatch(/^note {4}keys \(operator\): .*weak/m);
  const places = exchanges.map(({ url }) => new URL(url)).filter(({ host }) => host === 'graph.microsoft.com');
  // Domains, people, lists by address, the setting of reports, one mailbox, one report.
  expect(places).toHaveLength(6);
  expect(exchanges.filter(({ url }) => url.includes('/oauth2/'))).toHaveLength(1);
  expect(files()).toEqual(before);
});

describe('says exactly what is wrong and whose move it is:', () => {
  test('settings that are missing, and a setting of another form', async () => {
    const { examine } = await house();
    const bare = await examine({ SAMSPILL_CLIENT_SECRET: '' });
    expect(wrongs(bare.findings)).toEqual(['settings: operator']);
    expect(bare.findings.find(({ check }) => check === 'sign-in')?.state).toBe('untried');
    const odd = await examine({ SAMSPILL_PORT: 'eighty' });
    expect(states(odd.findings)).toEqual(['settings: wrong']);
    expect(odd.text).toContain('SAMSPILL_PORT');
  });

  test('a wrong secret', async () => {
    const { examine } = await house();
    const { findings, text, well } = await examine({ SAMSPILL_CLIENT_SECRET: 'the id of the secret' });
    expect([wrongs(findings), well]).toEqual([['sign-in: administrator'], false]);
    expect(text).toMatch(/secret value was copied, not the secret id/);
    expect(findings.filter(({ state }) => state === 'untried')).toHaveLength(9);
  });

  test.each([
    ['Mail.ReadBasic.All', ['permissions', 'sent-items'], /stops sent-items:/],
    [
      'Reports.Read.All',
      ['permissions', 'active-users'],
      /stops active-user-counts, service-user-counts, active-users:/,
    ],
    ['ReportSettings.Read.All', ['permissions', 'report-settings'], /stops report-settings:/],
    ['User.Read.All', ['permissions', 'directory'], /stops directory, domains:/],
  ])('without %s: which source stops, and where to consent', async (role, stopped, sentence) => {
    const { examine } = await house({ roles: ALL_ROLES.filter((each) => each !== role) });
    const { findings, text } = await examine();
    expect(wrongs(findings)).toEqual(stopped.map((check) => `${check}: administrator`));
    expect(text).toMatch(sentence);
    expect(text).toContain(`${role} is not granted`);
    expect(text).toContain(consentLink(CLOUDS.global));
  });

  test('a permission too many: named, and nothing at all is asked of Graph', async () => {
    const { examine, exchanges } = await house({ roles: [...ALL_ROLES, 'Mail.Read'] });
    const { findings, text } = await examine();
    expect(wrongs(findings)).toEqual(['permissions: administrator']);
    expect(text).toMatch(/permissions \(administrator\): .*\(Mail\.Read\)/);
    expect(findings.filter(({ state }) => state === 'untried').map(({ check }) => check)).toEqual([
      'directory',
      'domains',
      'list-addresses',
      'sent-items',
      'report-settings',
      'active-user-counts',
      'service-user-counts',
      'active-users',
    ]);
    expect(exchanges.map(({ url }) => new URL(url).host)).toEqual(['login.microsoftonline.com']);
  });

  test('but a permission that the scope approves by name is none too many', async () => {
    const roles = [...ALL_ROLES, 'Mail.Read', 'Chat.Read.All'];
    const approving = (...approvedRoles: string[]) => house({ roles }, { ...SCOPE, approvedRoles });
    const all = await (await approving('Mail.Read', 'Chat.Read.All')).examine();
    expect([wrongs(all.findings), all.well]).toEqual([[], true]);
    expect(all.text).toContain('permissions: Granted is what the scope needs, and nothing beside it but');
    const some = await approving('Mail.Read');
    expect((await some.examine()).text).toMatch(/^wrong {3}permissions \(administrator\): .*\(Chat\.Read\.All\)/m);
    expect(some.exchanges.map(({ url }) => new URL(url).host)).toEqual(['login.microsoftonline.com']);
    // Another name that holds this one, or differs in its case, is another permission.
    const alike = await approving('Mail.ReadBasic', 'mail.read', 'Chat.Read.All');
    expect((await alike.examine()).text).toContain('(Mail.Read)');
  });

  test('a permission that another scope would need is one too many for this', async () => {
    const { examine } = await house({}, { ...SCOPE, sources: ['sent-items'] });
    expect((await examine()).text).toContain('(ReportSettings.Read.All, Reports.Read.All)');
  });

  test('Entra or Graph out of reach, or busy for longer than anybody waits at a terminal', async () => {
    const entra = await house({ faults: ({ host }) => (host === 'entra' ? { kind: 'reset' } : undefined) });
    expect(wrongs((await entra.examine()).findings)).toEqual(['sign-in: wait']);
    const graph = await house({ faults: ({ host }) => (host === 'graph' ? { kind: 'reset' } : undefined) });
    expect(wrongs((await graph.examine()).findings)).toEqual(['directory: wait', 'report-settings: wait']);
    const busy = await house({
      faults: ({ host }) => (host === 'graph' ? { kind: 'throttled', retryAfter: '600' } : undefined),
    });
    const told = await busy.examine();
    expect(told.text).toContain('wait 600 seconds');
    expect(wrongs(told.findings)).toEqual(['directory: wait', 'report-settings: wait']);
  });

  test('no scope, a scope of another form, one that has ended or soon will', async () => {
    const { examine, exchanges } = await house({}, null);
    const none = await examine();
    expect(wrongs(none.findings)).toEqual(['scope: privacy officer']);
    expect(exchanges).toEqual([]);
    const odd = await house({}, { ...SCOPE, titles: [] });
    expect((await odd.examine()).text).toMatch(/titles must be an object/);
    const ended = await house({}, { ...SCOPE, endsOn: TODAY });
    expect(wrongs((await ended.examine()).findings)).toEqual(['scope: privacy officer']);
    const ending = await house({}, { ...SCOPE, endsOn: addDays(TODAY, 9) });
    const soon = await ending.examine();
    expect([soon.well, /^note {4}scope \(privacy officer\): It ends on/m.test(soon.text)]).toEqual([true, true]);
  });

  test('a positive list of nobody, a group that is not there, people without a unit, concealed names', async () => {
    const empty = await house({ world: smallWorld({ accounts: ACCOUNTS.map((it) => ({ ...it, enabled: false })) }) });
    expect(wrongs((await empty.examine()).findings)).toContain('directory: privacy officer');
    const gone = await house({}, { ...SCOPE, positiveGroupId: id(999) });
    expect(wrongs((await gone.examine()).findings)).toEqual(['directory: operator']);
    const accounts = ACCOUNTS.map((it) => ({ ...it, department: it.id === id(2) ? null : it.department }));
    const odd = await house({ world: smallWorld({ accounts, concealsNames: true }) });
    const { text, well } = await odd.examine();
    expect(well).toBe(true);
    expect(text).toMatch(/note {4}directory \(privacy officer\): 1 of them have no unit/);
    expect(text).toMatch(/note {4}report-settings \(privacy officer\): .*conceals names/);
  });

  test('concealed names are no fault, and where 300 people work Microsoft’s own counts are tried', async () => {
    const [anna] = ACCOUNTS;
    if (anna === undefined) throw new Error('The small world is empty.');
    const more = Array.from({ length: 300 }, (_, place) => {
      const address = `worker${String(place)}@fjord.example`;
      return { ...anna, id: id(2000 + place), userPrincipalName: address, mail: address, proxyAddresses: [] };
    });
    const many = (employees: number, concealsNames: boolean) => {
      const added = more.slice(0, employees);
      const { groups } = smallWorld();
      const listed = groups.map((group) =>
        group.id === SCOPE_GROUP ? { ...group, memberIds: [...group.memberIds, ...added.map((one) => one.id)] } : group,
      );
      return house({ world: smallWorld({ accounts: [...ACCOUNTS, ...added], groups: listed, concealsNames }) });
    };
    const large = await (await many(300, true)).examine();
    expect(large.well).toBe(true);
    expect(states(large.findings)).toEqual(
      expect.arrayContaining(['report-settings: note', 'organisation-counts: good', 'active-users: note']),
    );
    expect(large.text).toMatch(/note {4}active-users \(privacy officer\): .*conceals names/);
    const small = await (await many(290, false)).examine();
    expect(states(small.findings)).toEqual(expect.arrayContaining(['report-settings: good', 'active-users: good']));
    expect(small.text).not.toContain('organisation-counts');
  });

  test('a database that is damaged or newer, a folder or key that others may read', async () => {
    const { examine, data, exchanges } = await house();
    writeFileSync(join(data, 'samspill.sqlite'), 'not a database at all, whatever its name says');
    chmodSync(join(data, 'keys', 'key-encryption.key'), 0o644);
    chmodSync(data, 0o755);
    const { findings, text } = await examine();
    expect(wrongs(findings)).toEqual(['database: operator', 'keys: operator']);
    // Who objected stands in the database: while it cannot be read, nobody may be.
    expect(exchanges).toEqual([]);
    expect(text).toMatch(/note {4}data folder \(operator\)/);
  });

  test('a port that another program has; not one where Samspill itself answers', async () => {
    const portOf = async (server: Server): Promise<string> => {
      await once(server.listen(0, '127.0.0.1'), 'listening');
      onTestFinished(() => {
        server.close();
      });
      const address = server.address();
      return String(typeof address === 'object' && address !== null ? address.port : 0);
    };
    const { examine } = await house();
    const stranger = createServer((socket) => socket.end('hello\r\n'));
    expect(wrongs((await examine({ SAMSPILL_PORT: await portOf(stranger) })).findings)).toEqual(['port: operator']);
    const samspill = createHttpServer((_, answer) => {
      answer.end(JSON.stringify({ version: 1, ok: true, lastRun: 'none', releases: 0 }));
    });
    expect((await examine({ SAMSPILL_PORT: await portOf(samspill) })).text).toContain('Samspill answers there already');
  });
});

/** As the busy world, its 160 calls a day earlier: 144 of them, three pages, on the day that is tried. */
function earlierCalls() {
  const world = busyWorld();
  const moved = (from: number, to: number) =>
    Array.from(world.calls?.(from + DAY, to + DAY) ?? [], (call) => ({
      ...call,
      start: call.start - DAY,
      end: call.end - DAY,
    }));
  return busyWorld({ calls: moved });
}

describe('each source of interactions', () => {
  const CHATS = ['/users/{id}/chats', '/chats/{id}/members'];
  const SOURCES: readonly [NetworkSource, string, readonly string[]][] = [
    ['sent-items', 'Mail.ReadBasic.All', ['/users/{id}/mailFolders/sentitems/messages']],
    ['meetings', 'Calendars.ReadBasic.All', ['/users/{id}/calendarView']],
    ['chat-membership', 'Chat.ReadBasic.All', CHATS],
    ['chat-messages', 'Chat.Read.All', [...CHATS, '/users/{id}/chats/getAllMessages']],
    [
      'calls',
      'CallRecords.Read.All',
      ['/communications/callRecords', '/communications/callRecords/{id}/participants_v2'],
    ],
    ['message-trace', 'ExchangeMessageTrace.Read.All', ['/admin/exchange/tracing/messageTraces']],
  ];
  const rolesFor = (source: NetworkSource) => [
    ...new Set(neededSources([source]).flatMap(({ permissions }) => permissions.map(({ role }) => role))),
  ];
  const templateOf = (url: string) =>
    decodeURIComponent(new URL(url).pathname)
      .replace('/v1.0', '')
      .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|19:[^/]+/g, '{id}');

  test.each(SOURCES)('%s is tried by one request an endpoint, about one day', async (source, _, endpoints) => {
    const { examine, exchanges } = await house(
      { world: earlierCalls(), roles: rolesFor(source) },
      { ...SCOPE, sources: [source] },
    );
    const { findings, well } = await examine();
    expect(states(findings)).toContain(`${source}: good`);
    expect([well, wrongs(findings)]).toEqual([true, []]);
    const asked = exchanges.filter(({ url }) => !/\/oauth2\/|\/organization|\/transitiveMembers|\/groups\?/.test(url));
    expect(asked.map(({ url }) => templateOf(url))).toEqual(endpoints);
    expect(asked.map(({ status }) => status)).toEqual(endpoints.map(() => 200));
    const days = asked.flatMap(({ url }) => decodeURIComponent(url).match(/\d{4}-\d\d-\d\d/g) ?? []);
    // Chat messages have no "at or after": the last moment of the day before is named, and no day to end with.
    const known = [addDays(TODAY, -4), addDays(TODAY, -3), addDays(TODAY, -2)];
    expect(days.filter((day) => !known.some((each) => each === day))).toEqual([]);
  });

  test.each(SOURCES)('%s without %s is wrong, and whoever grants it is told', async (source, role) => {
    const { examine } = await house(
      { world: earlierCalls(), roles: rolesFor(source).filter((each) => each !== role) },
      { ...SCOPE, sources: [source] },
    );
    const { findings, text } = await examine();
    expect(wrongs(findings)).toEqual(['permissions: administrator', `${source}: administrator`]);
    expect(text).toContain(`${role} is not granted, which stops ${source}`);
    expect(findings.find(({ check }) => check === source)?.says).toContain(role);
  });

  test('that is one person’s is tried of the next where a mailbox is missing', async () => {
    let refused = 0;
    const { examine, exchanges } = await house(
      {
        world: busyWorld(),
        roles: rolesFor('meetings'),
        faults: ({ template }) => {
          if (!template.endsWith('/calendarView')) return undefined;
          refused += 1;
          return refused === 1
            ? { kind: 'answer', ...refusal(404, 'MailboxNotEnabledForRESTAPI', 'None.') }
            : undefined;
        },
      },
      { ...SCOPE, sources: ['meetings'] },
    );
    expect(states((await examine()).findings)).toContain('meetings: good');
    const asked = exchanges.filter(({ url }) => url.includes('/calendarView'));
    expect(asked.map(({ status }) => status)).toEqual([404, 200]);
  });
});

test('what a source cannot be read without stops that source, by its own name', async () => {
  const { examine } = await house(
    {
      world: earlierCalls(),
      roles: ['GroupMember.Read.All', 'User.Read.All', 'Chat.Read.All'],
    },
    { ...SCOPE, sources: ['chat-messages'] },
  );
  const { findings, text } = await examine();
  expect(text).toContain('Chat.ReadBasic.All is not granted, which stops chat-messages: grant it');
  expect(wrongs(findings)).toEqual(['permissions: administrator', 'chat-messages: administrator']);
});

describe('where Exchange opens mailboxes one by one', () => {
  const REPORTS = ['Reports.Read.All', 'ReportSettings.Read.All'];
  const scoped = (different: Partial<DemoTenantSettings> = {}, scope: object = {}) =>
    house(
      {
        world: exchangeScopedWorld(),
        roles: [...ROLES_WITHOUT_MAIL, ...REPORTS],
        mailboxesOpenInExchange: OPEN,
        ...different,
      },
      { ...SCOPE, exchangeScoped: EXCHANGE_SCOPED, ...scope },
    );
  const mailboxes = (exchanges: readonly Exchange[]) =>
    exchanges.flatMap(({ url, status }) => {
      const mailbox = /users\/([^/]+)\/mailFolders/.exec(url)?.[1];
      return mailbox === undefined ? [] : [`${mailbox} ${String(status)}`];
    });

  test('all is well with no role for mail, the mailbox outside closed and the one inside open', async () => {
    const { examine, exchanges } = await scoped();
    const { findings, text, well } = await examine();
    expect([wrongs(findings), well]).toEqual([[], true]);
    expect(states(findings)).toContain('sent-items: good');
    expect(text).toMatch(/permissions: Granted is what the scope needs, and nothing that opens every mailbox/);
    expect(mailboxes(exchanges).slice(0, 2)).toEqual([`${OUTSIDE} 403`, `${INSIDE} 200`]);
    expect(mailboxes(exchanges)).toHaveLength(3);
  });

  test.each([[undefined], [['Mail.ReadBasic.All']]])(
    'a role that opens every mailbox is refused, approved (%j) or not, and Graph is asked nothing',
    async (approvedRoles) => {
      const { examine, exchanges } = await scoped(
        { roles: [...ROLES_WITHOUT_MAIL, ...REPORTS, 'Mail.ReadBasic.All'] },
        { approvedRoles },
      );
      const { findings, text } = await examine();
      expect(wrongs(findings)).toEqual(['permissions: administrator']);
      expect(text).toMatch(/opens every one of them \(Mail\.ReadBasic\.All\).*take it away in Entra/);
      expect(exchanges.map(({ url }) => new URL(url).host)).toEqual(['login.microsoftonline.com']);
    },
  );

  test.each<[string, Partial<DemoTenantSettings>, object, string, RegExp]>([
    ['opens too much', { mailboxesOpenInExchange: [...OPEN, OUTSIDE] }, {}, 'administrator', /wider than approved/],
    ['opens nothing', { mailboxesOpenInExchange: [] }, {}, 'administrator', /New-ManagementRoleAssignment/],
    ['opens people only', { mailboxesOpenInExchange: [id(1)] }, {}, 'administrator', /30 minutes to 2 hours/],
    ['has no such mailbox', {}, { probeInside: id(999) }, 'operator', /probeInside cannot be found/],
    ['knows a person there', {}, { probeOutside: id(2) }, 'operator', /somebody on the positive list/],
  ])(
    'Exchange %s: that source is wrong, no person is read, the others are tried',
    async (_, tenant, probes, move, says) => {
      const { examine, exchanges } = await scoped(tenant, { exchangeScoped: { ...EXCHANGE_SCOPED, ...probes } });
      const { findings, text } = await examine();
      expect(wrongs(findings)).toEqual([`sent-items: ${move}`]);
      expect(text).toMatch(says);
      expect(states(findings)).toContain('active-users: good');
      expect(mailboxes(exchanges).filter((asked) => [1, 2, 3].some((number) => asked.startsWith(id(number))))).toEqual(
        [],
      );
    },
  );

  test('somebody on the positive list whose mailbox stays closed is passed over', async () => {
    const only = await scoped({ mailboxesOpenInExchange: [id(2), INSIDE] });
    expect(states((await only.examine()).findings)).toContain('sent-items: good');
    const nobody = await scoped({ mailboxesOpenInExchange: [INSIDE] });
    const { findings, text } = await nobody.examine();
    expect(wrongs(findings)).toEqual(['sent-items: administrator']);
    expect(text).toContain('No mailbox that was tried can be opened');
  });
});

describe('who must not be read', () => {
  test('is passed over: protected contacts and objectors are asked nothing', async () => {
    const first = await house();
    // The marks of this tenant under this standing key: Anna objects, Bjarne is protected, Cecilie has no mailbox.
    const store = openStore(first.data);
    addObjection(store, first.mark(1));
    addProtected(store, first.mark(2));
    store.close();
    const { findings, text } = await first.examine();
    expect(wrongs(findings)).toEqual(['sent-items: privacy officer']);
    expect(text).toContain('Nobody on the positive list has a mailbox that may be read');
    expect(first.exchanges.filter(({ url }) => url.includes('/mailFolders/'))).toEqual([]);
  });

  test('cannot be told before the first run, so no source is tried then and no key is made', async () => {
    const { examine, data, exchanges } = await house();
    const fresh = join(data, '..', 'fresh');
    const { findings, well } = await examine({
      SAMSPILL_DATA_FOLDER: fresh,
      SAMSPILL_SCOPE_FILE: join(data, 'scope.json'),
    });
    expect(states(findings)).toContain('sent-items: untried');
    expect([well, existsSync(fresh)]).toEqual([true, false]);
    expect(exchanges.filter(({ url }) => url.includes('/mailFolders/') || url.includes('UserDetail'))).toEqual([]);
  });
});
