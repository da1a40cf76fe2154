import type { DemoRole } from '../../connector/api/enter-demo.ts';
import type { ServerOptions } from '../../connector/api/server.ts';
import { SOURCE_DECLARATIONS } from '../../connector/microsoft-graph/source-declarations.ts';
import type { LedgerEntry } from '../../connector/privacy/ledger.ts';
import { addDays, quarterOf, type Day, type Period } from '../../connector/privacy/period.ts';
import type { SourceName } from '../../connector/privacy/scope.ts';
import { noteAtBoundary } from '../../connector/store/boundary-ledger.ts';
import { noteErased } from '../../connector/store/erase.ts';
import { addProtected } from '../../connector/store/protected.ts';
import { keepFigures } from '../../connector/store/figures.ts';
import { bringIntoForce } from '../../connector/scope-standing.ts';
import { TAB_FOLDER } from '../../connector/tab-build.ts';
import { inventedRelease, MUNICIPALITY } from '../api/invented-release.ts';
import { fillPeriod, HELD, objectId, ownMark } from '../api/own-people.ts';
import { showRelease } from '../api/shown-release.ts';
import { keyOf, startServer, type TestServer } from '../api/test-server.ts';
import { inventedScope } from '../privacy/invented-scope.ts';

const READ: readonly SourceName[] = ['sent-items', 'meetings', 'active-users'];
const ORGANISATION = 'Fjordvik kommune';
/** The day on which one looks: three weeks of the quarter are read. */
const TODAY: Day = '2026-10-22';
const QUARTERS: readonly Day[] = ['2025-10-01', '2026-01-01', '2026-04-01', '2026-07-01'];
/** Its first run, which made the key of the quarter. */
const HELD_SINCE: Day = '2026-10-02';
/** Tables come out some days after a quarter's end, since the last reports come late. */
const LATE_DAYS = 4;
/** Copies are kept for a month: so long may a key still be had from one. */
const COPY_DAYS = 30;

/** Whoever looks, each another person. */
const OIDS = {
  Leader: '11110000-0000-4000-8000-000000000000',
  PrivacyOfficer: '11110000-0000-4000-8000-000000000001',
  Approver: '11110000-0000-4000-8000-000000000002',
  DataProtectionOfficer: '11110000-0000-4000-8000-000000000003',
  EmployeeRepresentative: '11110000-0000-4000-8000-000000000004',
  LaunchOwner: '11110000-0000-4000-8000-000000000005',
  Administrator: '11110000-0000-4000-8000-000000000006',
} as const;
export type Looking = keyof typeof OIDS | 'Employee';

/** The real server over a real store, and a token of anybody who looks at it. */
export interface PeopledServer {
  readonly url: string;
  readonly tokenOf: (who: Looking) => Promise<string>;
  close(): Promise<void>;
}

/**
 * A year is released, a quarter is held, a scope is in force, another is protested against, and every officer has acted:
 * from the summer before the first quarter on, and each on a day of their own.
 *
 * @param demo whether one may enter it without Teams, as anybody
 */
export async function startPeopled({ demo = false } = {}): Promise<PeopledServer> {
  const enterDemo = (role: DemoRole): Promise<string> => peopled(server).tokenOf(role);
  const server = await startServer({
    ...(demo && { demo, enterDemo }),
    ...{ tabFolder: TAB_FOLDER, organisation: ORGANISATION, stage: 'production' },
    sources: SOURCE_DECLARATIONS.filter(({ name }) => READ.some((source) => source === name)),
    appsMeasured: () => [{ app: 'exchange', reports: ['active-users'] }],
    firstPictureOn: () => '2027-01-05',
    custody: {
      ...{ kind: 'key-vault', weak: false, keyId: () => Promise.resolve('samspill-2026-10') },
      recoverableUntil: (id) => Promise.resolve(copiesGoneOn(id)),
      archiveKey: () => Promise.resolve(keyOf('archive')),
    },
  });
  await agree(server);
  await release(server);
  fillPeriod(server.store, { scope: null, unitOf, units: MUNICIPALITY });
  noteRun(server);
  await act(server);
  return peopled(server);
}

/** In which unit employee n works: 60 in each of three, and one alone. */
function unitOf(n: number): string {
  return ['Oppvekst/Skole nord', 'Oppvekst/Barnehage', 'Helse/Hjemmetjenesten'][Math.floor(n / 60)] ?? 'Stab/Økonomi';
}

/** Nothing is decided yet: a server as `serve` opens it the first time. */
export async function startEmpty(stage: ServerOptions['stage']): Promise<PeopledServer> {
  const none = { firstPictureOn: () => null, expectedReleases: null };
  return peopled(await startServer({ tabFolder: TAB_FOLDER, organisation: ORGANISATION, stage, ...none }));
}

function peopled(server: TestServer): PeopledServer {
  return {
    url: server.url,
    tokenOf: (who) => tokenOf(server, who),
    close: () => server.close(),
  };
}

/** Good for an hour from the server's moment on. */
function tokenOf(server: TestServer, who: Looking): Promise<string> {
  const seconds = server.clock.at / 1_000;
  const times = { iat: seconds - 60, nbf: seconds - 60, exp: seconds + 3_600 };
  if (who === 'Employee') return server.token([], { oid: objectId(0), ...times });
  return server.token([who], { oid: OIDS[who], ...times });
}

function releasedOn(period: Period): Day {
  return addDays(period.to, LATE_DAYS);
}

function copiesGoneOn(id: string): Day | null {
  const period = QUARTERS.map(quarterOf).find((quarter) => quarter.id === id);
  return period === undefined ? null : addDays(releasedOn(period), COPY_DAYS);
}

/** The four quarters one by one, with the half-yearly evaluation between; then each one's file and key are gone. */
async function release(server: TestServer): Promise<void> {
  const { store } = server;
  const ledger: LedgerEntry[] = [];
  for (const day of QUARTERS) {
    const period = quarterOf(day);
    const on = releasedOn(period);
    const tablesOn = ['reach', 'breadth', 'apps', 'channels'] as const;
    const made = inventedRelease(day, MUNICIPALITY, {
      ...{ ledger, tablesOn, organisation: ORGANISATION, releasedOn: on },
    });
    showRelease(store, made);
    noteAtBoundary(store, `${on}T06:00:00.000Z`, {
      kind: 'release',
      period: period.id,
      ledgerHash: made.entry.hash,
      objections: 'under-10',
    });
    for (const what of ['file', 'key'] as const) noteErased(store, period.id, what, `${on}T06:01:00.000Z`);
    ledger.push(made.entry);
    if (day === '2025-10-01' || day === '2026-04-01')
      await evaluate(server, addDays(on, COPY_DAYS), `${String(ledger.length)}f56`.repeat(16));
  }
}

function evaluate(server: TestServer, on: Day, sha256: string): Promise<void> {
  return as(server, 'EmployeeRepresentative', addDays(on, 1), '/api/gates', {
    ...{ gate: 'evaluation', on, sha256 },
  });
}

function noteRun({ store, clock }: TestServer): void {
  clock.at = Date.parse(`${TODAY}T08:00:00Z`);
  for (const [run, day] of [
    [1, HELD_SINCE],
    [2, TODAY],
  ] as const)
    noteAtBoundary(store, `${day}T02:00:00.000Z`, {
      ...{ kind: 'run', run, period: HELD.id, sources: [...READ], scopeVersion: 1, ruleHash: 'a1b2c3d4'.repeat(8) },
      ...{ keyId: 'samspill-2026-10', held: ['Calendars.ReadBasic.All', 'Mail.ReadBasic.All', 'Reports.Read.All'] },
    });
  for (const [source, weekRows] of [
    ['sent-items', 21_000],
    ['meetings', 3_400],
    ['active-users', 5_200],
  ] as const)
    noteAtBoundary(store, `${TODAY}T03:00:00.000Z`, {
      ...{ kind: 'reading', run: 2, source, weekRows, kept: [], dropped: source === 'meetings' ? 2 : 0 },
      endpoint: SOURCE_DECLARATIONS.find(({ name }) => name === source)?.endpoint ?? '',
    });
  keepFigures(store, HELD.id, {
    ...{
      days: 92,
      daysRead: 21,
      reportDays: 21,
      mailboxes: 900,
      mailboxesRead: 900,
      interactions: 63_000,
      usageDays: 15_000,
    },
    oldestDay: HELD.from,
  });
}

/** Somebody in office does something on a day. */
async function as(server: TestServer, who: keyof typeof OIDS, on: Day, path: string, body: unknown): Promise<void> {
  server.clock.at = Date.parse(`${on}T08:00:00Z`);
  const response = await fetch(server.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${await tokenOf(server, who)}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} was answered ${String(response.status)}: ${await response.text()}`);
}

/** None of them is anybody who looks. */
const PROTECTED = [301, 302, 303, 304, 305, 306, 307];

const SCOPE = inventedScope({
  ...{ organisation: ORGANISATION, sources: READ, legalBasis: 'Personvernforordningen artikkel 6 nr. 1 e' },
  staffNoticeOn: '2025-09-01',
});

/** What must be done before the first day is read, all of it done: assessed, discussed, agreed on and announced. */
async function agree(server: TestServer): Promise<void> {
  const discussed = {
    ...{ gate: 'discussion', on: '2025-08-20', sha256: 'ab12'.repeat(16), proposal: 1 },
    participants: ['employer', 'privacy-officer', 'union-representative', 'safety-representative'],
  };
  const notice = { gate: 'staff-notice', on: SCOPE.staffNoticeOn, sha256: 'bc23'.repeat(16) };
  await as(server, 'PrivacyOfficer', '2025-08-13', '/api/scope/proposals', { scope: SCOPE });
  await as(server, 'PrivacyOfficer', '2025-08-18', '/api/gates', {
    ...{ gate: 'dpia', on: '2025-08-15', sha256: 'cd34'.repeat(16) },
  });
  await as(server, 'PrivacyOfficer', '2025-08-21', '/api/gates', discussed);
  await as(server, 'EmployeeRepresentative', '2025-08-22', '/api/gates', discussed);
  await as(server, 'DataProtectionOfficer', '2025-08-25', '/api/scope/proposals/1/comment', {
    text: 'Greit, om evalueringene blir gjort.',
  });
  await as(server, 'Approver', '2025-08-27', '/api/scope/proposals/1/approve', {});
  await as(server, 'PrivacyOfficer', SCOPE.staffNoticeOn, '/api/gates', notice);
  for (const n of PROTECTED) addProtected(server.store, ownMark(n));
  bringIntoForce(server.store, 'production', Date.parse('2025-09-10T02:00:00Z'));
}

/** Of the last weeks: a change approved and announced, one protested against, and a leader's word. */
async function act(server: TestServer): Promise<void> {
  const longer = { ...SCOPE, endsOn: '2028-01-01' };
  const wider = { ...longer, sources: [...READ, 'chat-messages'] };
  await as(server, 'PrivacyOfficer', '2026-10-12', '/api/scope/proposals', { scope: longer });
  await as(server, 'Approver', '2026-10-13', '/api/scope/proposals/2/approve', {});
  await as(server, 'PrivacyOfficer', '2026-10-19', '/api/scope/proposals', { scope: wider });
  await as(server, 'Leader', '2026-10-20', '/api/uses', {
    ...{ period: '2026-Q3', use: 'organisation' },
    text: 'Drøftet i ledermøtet om felles fagdager for Helse og Oppvekst.',
  });
  await as(server, 'DataProtectionOfficer', '2026-10-21', '/api/scope/proposals/3/protest', {
    text: 'Hvorfor må teksten i chat innom minnet når medlemskapet sier det samme?',
  });
  await as(server, 'EmployeeRepresentative', '2026-10-21', '/api/protected-contacts', {
    address: 'varsling@fjordvik.example',
  });
  server.clock.at = Date.parse(`${TODAY}T08:00:00Z`);
}
