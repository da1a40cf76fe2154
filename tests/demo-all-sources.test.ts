import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { quarterStarts } from '../connector/demo-tenant/municipality/calendar.ts';
import { addDays, dayOf, periodOf } from '../connector/privacy/period.ts';
import { SOURCE_NAMES } from '../connector/privacy/scope.ts';
import { openStore } from '../connector/store/open.ts';
import { currentScope } from '../connector/store/scopes.ts';
import { readFigures } from '../connector/store/figures.ts';
import { sourcesOf } from '../connector/store/source-runs.ts';
import { plainEnvironment } from './plain-environment.ts';
import { temporaryFolder } from './temporary-folder.ts';

const document = z.object({
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.object({ name: z.string() })) })),
});
/** The other way to the same acts, of which a scope has one. */
const EITHER_OR: readonly string[] = ['message-trace', 'chat-messages'];
/** As many days as one run of the demo reads, and more than the 21 with a report that `apps` wants. */
const DAYS = 23;

it('releases tables of the invented municipality from all sources together', async () => {
  const data = join(temporaryFolder(), 'data');
  const from = dayOf(quarterStarts(Date.now())[4]!);
  const to = addDays(from, DAYS);
  const args = ['connector/launch.mjs', 'demo', '--once', '--json', '--from', from, '--to', to, '--data', data];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: plainEnvironment() });
  const columns = document
    .parse(JSON.parse(stdout))
    .tables.map((table) => [table.name, table.columns.map(({ name }) => name)]);
  // Copilot's report tells of one day each time it is read, so that there are too few days of it.
  const { reach = [], ...others } = z.record(z.string(), z.array(z.string())).parse(Object.fromEntries(columns));
  expect(reach).toEqual(expect.arrayContaining(['Oppvekst', 'Teknisk og eiendom']));
  expect(others).toEqual({
    breadth: ['one-or-two', 'three-to-five', 'six-or-more'],
    apps: ['exchange', 'teams', 'files', 'co-work', 'mobile'],
    staircase: ['step-2', 'step-3', 'step-4', 'step-5'],
    leaders: ['step-3', 'steps-4-5'],
    channels: ['mail-mostly', 'mixed', 'teams-mostly'],
  });
  const store = openStore(data, { readOnly: true });
  const wanted = SOURCE_NAMES.filter((name) => !EITHER_OR.includes(name)).toSorted();
  const read = sourcesOf(store, periodOf(from, to).id);
  expect(currentScope(store)?.sources.toSorted()).toEqual(wanted);
  expect(read.map(({ source }) => source).toSorted()).toEqual(wanted);
  expect(read.filter(({ state }) => state !== 'done')).toEqual([]);
  // Everybody in a report is counted, pupils too; the directory knows the others.
  const everyDay = readFigures(store, periodOf(from, to).id)?.reports.find(({ report }) => report === 'active-users');
  expect(everyDay).toMatchObject({ daysRead: DAYS, newest: addDays(to, -1), shrunk: false });
  expect(everyDay?.matched).toBeGreaterThan(100);
  expect(everyDay?.inReport).toBeGreaterThan(everyDay?.matched ?? Infinity);
  store.close();
}, 180_000);
