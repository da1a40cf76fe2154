import type { DemoRole } from '../../connector/api/enter-demo.ts';
import type { ServerOptions } from '../../connector/api/server.ts';
import { SOURCE_DECLARATIONS } from '../../connector/microsoft-graph/source-declarations.ts';
import type { LedgerEntry } from '../../connector/privacy/ledger.ts';
import { quarterOf, type Day } from '../../connector/privacy/period.ts';
import type { SourceName } from '../../connector/privacy/scope.ts';
import { noteAtBoundary } from '../../connector/store/boundary-ledger.ts';
import { TAB_FOLDER } from '../../connector/tab-build.ts';
import { inventedRelease, MUNICIPALITY } from '../api/invented-release.ts';
import { fillPeriod, HELD, objectId } from '../api/own-people.ts';
import { showRelease } from '../api/shown-release.ts';
import { startServer, type TestServer } from '../api/test-server.ts';
import { inventedScope } from '../privacy/invented-scope.ts';

const READ: readonly SourceName[] = ['sent-items', 'meetings', 'active-users'];
const DAY_MS = 86_400_000;
const QUARTERS: readonly Day[] = ['2025-10-01', '2026-01-01', '2026-04-01', '2026-07-01'];

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
 * A year is released, a quarter is held, a scope is in force, another is protested against, and every officer has acted.
 *
 * @param demo whether one may enter it without Teams, as anybody
 */
export async function startPeopled({ demo = false } = {}): Promise<PeopledServer> {
  const enterDemo = (role: DemoRole): Promise<string> => peopled(server).tokenOf(role);
  const server = await startServer({
    ...(demo && { demo, enterDemo }),
    ...{ tabFolder: TAB_FOLDER, organisation: 'Fjordvik kommune', stage: 'production' },
    sources: SOURCE_DECLARATIONS.filter(({ name }) => READ.some((source) => source === name)),
    appsMeasured: () => [{ app: 'exchange', reports: ['active-users'] }],
  });
  fillPeriod(server.store);
  release(server);
  noteRun(server);
  await act(server);
  return peopled(server);
}

/** Nothing is decided yet: a server as `serve` opens it the first time. */
export async function startEmpty(stage: ServerOptions['stage']): Promise<PeopledServer> {
  const none = { firstPictureOn: () => null, expectedReleases: null };
  return peopled(await startServer({ tabFolder: TAB_FOLDER, organisation: 'Fjordvik kommune', stage, ...none }));
}

function peopled(server: TestServer): PeopledServer {
  return {
    url: server.url,
    tokenOf: (who) =>
      who === 'Employee' ? server.token([], { oid: objectId(0) }) : server.token([who], { oid: OIDS[who] }),
    close: () => server.close(),
  };
}

function release({ store }: TestServer): void {
  const ledger: LedgerEntry[] = [];
  for (const day of QUARTERS) {
    const made = inventedRelease(day, MUNICIPALITY, { ledger, tablesOn: ['reach', 'breadth', 'apps', 'channels'] });
    showRelease(store, made);
    noteAtBoundary(store, `${quarterOf(day).to}T06:00:00.000Z`, {
      kind: 'release',
      period: quarterOf(day).id,
      ledgerHash: made.entry.hash,
      objections: 'under-10',
    });
    ledger.push(made.entry);
  }
}

function noteRun({ store }: TestServer): void {
  noteAtBoundary(store, '2026-10-02T02:00:00.000Z', {
    ...{ kind: 'run', run: 1, period: HELD.id, sources: [...READ], scopeVersion: 1, ruleHash: 'a1b2c3d4'.repeat(8) },
    ...{ keyId: 'kek-1', held: ['Calendars.ReadBasic.All', 'Mail.ReadBasic.All', 'Reports.Read.All'] },
  });
  for (const [source, weekRows] of [
    ['sent-items', 21_000],
    ['meetings', 3_400],
    ['active-users', null],
  ] as const)
    noteAtBoundary(store, '2026-10-02T03:00:00.000Z', {
      ...{ kind: 'reading', run: 1, source, weekRows, kept: [], dropped: source === 'meetings' ? 2 : 0 },
      endpoint: SOURCE_DECLARATIONS.find(({ name }) => name === source)?.endpoint ?? '',
    });
}

/** A scope in force; one approved and announced; one that the data protection officer protests against. */
async function act(server: TestServer): Promise<void> {
  const now = inventedScope({ sources: READ });
  const post = async (who: keyof typeof OIDS, path: string, body: unknown): Promise<void> => {
    const seconds = server.clock.at / 1_000;
    const times = { iat: seconds, nbf: seconds - 60, exp: seconds + 3_600 };
    const token = await server.token([who], { oid: OIDS[who], ...times });
    const response = await fetch(server.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} was answered ${String(response.status)}: ${await response.text()}`);
  };
  const today = server.clock.at;
  server.clock.at -= 20 * DAY_MS;
  await post('PrivacyOfficer', '/api/scope/proposals', { scope: now });
  await post('DataProtectionOfficer', '/api/scope/proposals/1/comment', {
    text: 'Greit, om evalueringene blir gjort.',
  });
  await post('Approver', '/api/scope/proposals/1/approve', {});
  server.clock.at = today;
  await post('PrivacyOfficer', '/api/scope/proposals', { scope: { ...now, endsOn: '2028-01-01' } });
  await post('Approver', '/api/scope/proposals/2/approve', {});
  const wider = { ...now, endsOn: '2028-01-01', sources: [...READ, 'chat-messages'] };
  await post('PrivacyOfficer', '/api/scope/proposals', { scope: wider });
  await post('DataProtectionOfficer', '/api/scope/proposals/3/protest', {
    text: 'Hvorfor må teksten i chat innom minnet når medlemskapet sier det samme?',
  });
  const discussed = {
    ...{ gate: 'discussion', on: '2026-09-08', sha256: 'ab12'.repeat(16), proposal: 1 },
    participants: ['employer', 'privacy-officer', 'union-representative', 'safety-representative'],
  };
  await post('PrivacyOfficer', '/api/gates', { gate: 'dpia', on: '2026-09-01', sha256: 'cd34'.repeat(16) });
  await post('PrivacyOfficer', '/api/gates', discussed);
  await post('EmployeeRepresentative', '/api/gates', discussed);
  await post('EmployeeRepresentative', '/api/protected-contacts', { address: 'varsling@fjordvik.example' });
  await post('Leader', '/api/uses', {
    ...{ period: '2026-Q3', use: 'organisation' },
    text: 'Drøftet i ledermøtet om felles fagdager for Helse og Oppvekst.',
  });
}
