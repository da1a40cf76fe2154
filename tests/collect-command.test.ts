import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { readTenantFolder } from '../connector/demo-tenant/tenant-folder.ts';
import { markOfNobody } from '../connector/privacy/mark.ts';
import { addDays, dayOf, quarterOf } from '../connector/privacy/period.ts';
import { writeInventedTenant } from './invented-tenant.ts';
import { recordedRandomness } from './recorded-randomness.ts';
import { plainEnvironment } from './plain-environment.ts';
import { temporaryFolder } from './temporary-folder.ts';

const CLIENT_ID = '5a5a5a5a-0000-4000-8000-0000000000fd';
const PLAY = pathToFileURL(join(import.meta.dirname, 'play-demo-tenant.ts')).href;
const ended = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() });
const told = z.object({ state: z.string(), sources: z.array(z.object({ source: z.string(), state: z.string() })) });

/** `collect` in its own process, of yesterday, by an application that has been granted these permissions. */
async function collectYesterday(roles: readonly string[]) {
  const source = join(temporaryFolder(), 'tenant');
  mkdirSync(source);
  const today = dayOf(Date.now());
  writeInventedTenant(source, { headsAUnit: 15, from: addDays(today, -3), days: 3 });
  writeFileSync(join(source, 'meetings.csv'), 'start,end,organizer,attendees');
  const { tenantId, positiveGroupId } = await readTenantFolder(source);
  const data = join(temporaryFolder(), 'data');
  mkdirSync(data, { mode: 0o700 });
  const scope = {
    version: 1,
    organisation: 'An organisation',
    sources: ['sent-items', 'meetings'],
    positiveGroupId,
    unitAttribute: 'department',
    titles: { leader: ['leader'], elected: ['elected'] },
    level: 'standard',
    staffNoticeOn: addDays(quarterOf(addDays(today, -1)).from, -14),
    readBack: false,
    endsOn: addDays(today, 365),
    protectedContacts: [markOfNobody(recordedRandomness('the command'))],
  };
  writeFileSync(join(data, 'scope.json'), JSON.stringify(scope));
  const env = {
    ...plainEnvironment(),
    SAMSPILL_DATA_FOLDER: data,
    SAMSPILL_TENANT_ID: tenantId,
    SAMSPILL_CLIENT_ID: CLIENT_ID,
    SAMSPILL_CLIENT_SECRET: 'the demo secret',
    SAMSPILL_STAGE: 'pilot',
    PLAYED_TENANT: source,
    PLAYED_ROLES: roles.join(' '),
  };
  const args = ['--import', PLAY, 'connector/launch.mjs', 'collect', '--json'];
  const span = ['--from', addDays(today, -1), '--to', today];
  return promisify(execFile)(process.execPath, [...args, ...span], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: unknown) => ended.parse(error),
  );
}

const ENOUGH = ['User.Read.All', 'GroupMember.Read.All', 'Mail.ReadBasic.All', 'Calendars.ReadBasic.All'];

it('ends with 0 and says nothing of permissions where every source was read whole', async () => {
  const { code, stdout, stderr } = await collectYesterday(ENOUGH);
  expect(told.parse(JSON.parse(stdout))).toEqual({
    state: 'done',
    sources: [
      { source: 'sent-items', state: 'done' },
      { source: 'meetings', state: 'done' },
    ],
  });
  expect([code, stderr]).toEqual([0, expect.not.stringContaining('granted')]);
}, 30_000);

it('ends with 1 where a source was not read whole, after it has said which permission is missing', async () => {
  const { code, stdout, stderr } = await collectYesterday(ENOUGH.slice(0, 3));
  expect(stderr).toMatch(/^Calendars\.ReadBasic\.All is not granted, which stops meetings: .*adminconsent/);
  expect(told.parse(JSON.parse(stdout))).toEqual({
    state: 'partial',
    sources: [
      { source: 'sent-items', state: 'done' },
      { source: 'meetings', state: 'failed' },
    ],
  });
  expect(code).toBe(1);
}, 30_000);
