import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { overviewAnswer } from '../../connector/api/answers.ts';
import { quarterOf } from '../../connector/privacy/period.ts';
import { beginRun } from '../../connector/store/runs.ts';
import { saveScope } from '../../connector/store/scopes.ts';
import { noteSources, type SourceRun } from '../../connector/store/source-runs.ts';
import { inventedScope } from '../privacy/invented-scope.ts';
import { inventedRelease, MUNICIPALITY } from './invented-release.ts';
import { showRelease } from './shown-release.ts';
import { startServer, type TestServer } from './test-server.ts';

const Q3 = quarterOf('2026-07-01');
const DONE: Omit<SourceRun, 'source'> = {
  ...{ state: 'done', daysDone: 92, days: 92, mailboxesDone: 100, mailboxes: 100, givenUp: 0, gapDays: 0 },
  ...{ weekRows: null, askedToWait: null, triedAgain: null, waitedMinutes: null, failure: null },
};

describe('what a picture rests on', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startServer({
      appsMeasured: () => [
        { app: 'exchange', reports: ['active-users'] },
        { app: 'copilot', reports: ['copilot-usage'] },
      ],
    });
  });
  afterEach(() => server.close());

  const asked = async () => overviewAnswer.parse(await (await server.ask('/api/overview', ['Leader'])).json());

  test('the sources of its own period, each way once; nothing where no run told', async () => {
    showRelease(server.store, inventedRelease('2026-07-01', MUNICIPALITY));
    expect((await asked()).contactsBy).toBeUndefined();
    const run = beginRun(server.store, { now: () => 0, period: Q3 });
    noteSources(
      server.store,
      run,
      ['calls', 'chat-membership', 'active-users', 'message-trace'].map((source) => ({ ...DONE, source })),
    );
    expect((await asked()).contactsBy).toEqual(['mail', 'chats', 'calls']);
  });

  test('a service whose report is in scope and that has no column is said not to be measured', async () => {
    showRelease(server.store, inventedRelease('2026-07-01', MUNICIPALITY));
    expect((await asked()).appsNotMeasured).toEqual([]);
    saveScope(server.store, inventedScope(), '2026-07-01T00:00:00.000Z');
    const { apps, appsNotMeasured } = await asked();
    expect(apps?.columns.map(({ name }) => name)).toEqual(['exchange', 'teams', 'files']);
    expect(appsNotMeasured).toEqual(['copilot']);
  });
});
