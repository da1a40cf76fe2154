import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { installedCustody } from '../connector/installed-custody.ts';
import { markMaker } from '../connector/privacy/mark.ts';
import { quarterOf } from '../connector/privacy/period.ts';
import { pseudonymMaker } from '../connector/privacy/pseudonym.ts';
import { RealIdentity } from '../connector/privacy/real-identity.ts';
import { readSettings } from '../connector/settings.ts';
import { replaceSpans } from '../connector/store/interactions.ts';
import { forgotten } from '../connector/store/marks.ts';
import { openStore } from '../connector/store/open.ts';
import { filesWith } from './store/temporary-store.ts';
import { plainEnvironment } from './plain-environment.ts';
import { temporaryFolder } from './temporary-folder.ts';

const TENANT = '0a1b2c3d-0000-4000-8000-000000000001';
const HELD = quarterOf('2026-10-01');
const LEFT = '0e0e0e0e-0000-4000-8000-000000000001';
const STAYED = '0e0e0e0e-0000-4000-8000-000000000002';
const UNKNOWN = '0e0e0e0e-0000-4000-8000-000000000003';

/** A pilot's data folder with keys of its own, in which two people turned to each other. */
async function heldData() {
  const environment = {
    SAMSPILL_STAGE: 'pilot',
    SAMSPILL_TENANT_ID: TENANT,
    SAMSPILL_CLIENT_ID: '0a1b2c3d-0000-4000-8000-000000000002',
    SAMSPILL_CLIENT_SECRET: 'invented, and never sent',
    SAMSPILL_DATA_FOLDER: join(temporaryFolder(), 'data'),
  };
  const folder = environment.SAMSPILL_DATA_FOLDER;
  const { custody } = installedCustody({
    settings: readSettings(environment),
    application: { tenantId: TENANT, clientId: 'not asked for', credential: { secret: 'not asked for' } },
    random: randomBytes,
    now: Date.now,
  });
  const store = openStore(folder, { tenantId: TENANT });
  const pseudonymOf = pseudonymMaker(TENANT, HELD.id, await custody.openPeriodKey(TENANT, HELD.id));
  const [left, stayed] = [LEFT, STAYED].map((id) => pseudonymOf(new RealIdentity(id)));
  if (left === undefined || stayed === undefined) throw new Error('two people are held');
  const act = { day: '2026-10-05' as const, kind: 'mail' as const, acts: 1, minutes: 1 };
  const span = { from: '2026-10-01' as const, to: '2026-10-22' as const };
  replaceSpans(store.period(HELD), 'sent-items', [
    { ...span, owner: left, interactions: [{ ...act, owner: left, other: stayed }] },
    { ...span, owner: stayed, interactions: [{ ...act, owner: stayed, other: left }] },
  ]);
  store.close();
  const markOf = markMaker(TENANT, await custody.standingKey(TENANT));
  return { environment, folder, left, stayed, mark: markOf(new RealIdentity(LEFT)) };
}

it('forget, as typed: both sides go to the bytes, a mark stays; a second time and for anybody else it says the same', async () => {
  const { environment, folder, left, stayed, mark } = await heldData();
  const env = { ...plainEnvironment(), ...environment };
  const forget = async (person: string): Promise<{ stdout: string; stderr: string }> =>
    promisify(execFile)(process.execPath, ['connector/launch.mjs', 'forget', '--person', person], { env });
  expect(filesWith(folder, left).length).toBeGreaterThan(0);
  const first = await forget(LEFT);
  expect(first.stdout).toContain('Forgotten');
  expect(filesWith(folder, left)).toEqual([]);
  expect(filesWith(folder, stayed).length).toBeGreaterThan(0);
  expect(await forget(LEFT)).toEqual(first);
  expect(await forget(UNKNOWN)).toEqual(first);
  const store = openStore(folder, { tenantId: TENANT });
  expect([forgotten(store).size, forgotten(store).has(mark)]).toEqual([2, true]);
  store.close();
  for (const id of [LEFT, UNKNOWN]) expect([id, filesWith(folder, id)]).toEqual([id, []]);
}, 60_000);
