import { afterAll, beforeAll, expect, test } from 'vitest';
import { type InstallAnswer, installAnswer } from '../../connector/api/install-answers.ts';
import { quarterOf } from '../../connector/privacy/period.ts';
import { noteAtBoundary } from '../../connector/store/boundary-ledger.ts';
import { beginRun, endRun } from '../../connector/store/runs.ts';
import { noteSources, type SourceRun } from '../../connector/store/source-runs.ts';
import { saveScope } from '../../connector/store/scopes.ts';
import { inventedScope } from '../privacy/invented-scope.ts';
import { startServer, type TestServer } from './test-server.ts';

const SOURCES = [
  { name: 'sent-items', endpoint: '/a', permissions: [{ role: 'Mail.ReadBasic.All', id: '1' }], fields: [] },
  { name: 'meetings', endpoint: '/b', permissions: [{ role: 'Calendars.ReadBasic.All', id: '2' }], fields: [] },
];
let server: TestServer;
beforeAll(async () => {
  server = await startServer({
    sources: SOURCES,
    stage: 'pilot',
    installed: { version: '9.9.9', nextRunAt: () => '2026-11-23T02:17:00.000Z' },
  });
});
afterAll(() => server.close());

async function asked(): Promise<InstallAnswer> {
  return installAnswer.parse(await (await server.ask('/api/install', ['Administrator'])).json());
}

function fared(source: string, failure: string): SourceRun {
  return {
    ...{
      source,
      state: 'failed',
      failure,
      daysDone: 0,
      days: 90,
      mailboxesDone: 0,
      mailboxes: 0,
      givenUp: 0,
      gapDays: 0,
    },
    ...{ weekRows: null, askedToWait: null, triedAgain: null, waitedMinutes: null },
  };
}

function kinds({ findings }: InstallAnswer): string[] {
  return findings.map(({ about, whoseMove }) => `${about.kind}: ${whoseMove}`);
}

test('is for the administrator alone', async () => {
  for (const role of ['Leader', 'PrivacyOfficer', 'DataProtectionOfficer', 'LaunchOwner'])
    expect((await server.ask('/api/install', [role])).status).toBe(403);
});

test('before the first run it says what is missing, and asks nobody', async () => {
  const answer = await asked();
  expect(kinds(answer)).toEqual(['no-scope: privacy officer', 'no-run-yet: wait', 'keys-weak: operator']);
  expect(answer.permissionsSeenAt).toBeNull();
  expect(answer.sources[0]?.permissions).toEqual([{ role: 'Mail.ReadBasic.All', state: 'unknown' }]);
  expect(answer).toMatchObject({ productVersion: '9.9.9', nextRunAt: '2026-11-23T02:17:00.000Z', lastRun: null });
});

test('tells what was granted when the last run began, what it lacks and what it has too much of', async () => {
  const { store, clock } = server;
  saveScope(store, inventedScope({ sources: ['sent-items', 'meetings'] }), '2026-01-01T00:00:00.000Z');
  const run = beginRun(store, { now: () => clock.at });
  noteAtBoundary(store, '2026-07-20T02:17:00.000Z', {
    kind: 'run',
    run,
    period: '2026-Q3',
    sources: ['sent-items', 'meetings'],
    scopeVersion: null,
    ruleHash: '0'.repeat(64),
    keyId: null,
    held: ['Mail.ReadBasic.All', 'Mail.Read'],
  });
  endRun(store, run, { now: () => clock.at, failure: 'too-many-permissions' });
  const answer = await asked();
  expect(answer.permissionsSeenAt).toBe('2026-07-20T02:17:00.000Z');
  expect(answer.sources.map(({ permissions }) => permissions[0]?.state)).toEqual(['granted', 'missing']);
  expect(kinds(answer)).toEqual([
    'run-failed: administrator',
    'permission-missing: administrator',
    'permission-extra: administrator',
    'keys-weak: operator',
  ]);
  expect(answer.findings.map(({ about }) => about)).toContainEqual({
    kind: 'permission-missing',
    role: 'Calendars.ReadBasic.All',
    stops: ['meetings'],
  });
});

test('a source that was not read for want of a permission is told of once, with the permission', async () => {
  const { store, clock } = server;
  const period = quarterOf('2026-07-01');
  const run = beginRun(store, { now: () => clock.at, period });
  store.write('note-sources', () => {
    noteSources(store, run, [fared('sent-items', 'shape-changed'), fared('meetings', 'consent-missing')]);
  });
  endRun(store, run, { now: () => clock.at });
  const answer = await asked();
  expect(answer.sources.map(({ last }) => last?.failure)).toEqual(['shape-changed', 'consent-missing']);
  expect(kinds(answer)).toEqual([
    'permission-missing: administrator',
    'permission-extra: administrator',
    'source-failed: us',
    'keys-weak: operator',
  ]);
});
