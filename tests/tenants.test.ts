import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { cpSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { healthAnswer } from '../connector/api/answers.ts';
import { fileCustody } from '../connector/key-custody/file-custody.ts';
import { addDays, dayOf } from '../connector/privacy/period.ts';
import { markOfNobody } from '../connector/privacy/mark.ts';
import { serveTenants } from '../connector/serve-tenants.ts';
import { environmentFor, tenantsFolder } from '../connector/tenants.ts';
import { recordedRandomness } from './recorded-randomness.ts';
import { temporaryFolder } from './temporary-folder.ts';

const NORTH = '11111111-0000-4000-8000-00000000000a';
const SOUTH = '11111111-0000-4000-8000-00000000000b';

function written(files: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('a folder of tenants', () => {
  const files = {
    'north.env': `SAMSPILL_TENANT_ID=${NORTH}\nSAMSPILL_PORT=8471\n`,
    'south.env': `SAMSPILL_TENANT_ID=${SOUTH}\n`,
    'notes.txt': 'SAMSPILL_PORT=1',
  };

  it('refuses two tenants with one key: by the vault and name, the credential, or the id that stands in the data folder', async () => {
    const vault = 'SAMSPILL_KEY_VAULT=https://fjord.vault.azure.net';
    const data = [join(temporaryFolder(), 'north'), join(temporaryFolder(), 'south')];
    await fileCustody({ folder: join(data[0] ?? '', 'keys'), random: randomBytes, now: Date.now }).standingKey(NORTH);
    const refused = (north: string, south: string) => () => {
      const ids = [`SAMSPILL_TENANT_ID=${NORTH}`, `SAMSPILL_TENANT_ID=${SOUTH}`];
      const folder = written({ 'north.env': `${ids[0]}\n${north}`, 'south.env': `${ids[1]}\n${south}` });
      return environmentFor({ SAMSPILL_TENANTS_FOLDER: folder }, SOUTH);
    };
    const same = /same key wraps the keys of south.env and north.env/;
    expect(refused(vault, `${vault}/`)).toThrow(same);
    expect(refused(vault, `${vault}\nSAMSPILL_KEY_NAME=south`)).not.toThrow();
    expect(refused('SAMSPILL_KEY_CREDENTIAL=/run/a', 'SAMSPILL_KEY_CREDENTIAL=/run/b/../a')).toThrow(same);
    const [north, south] = data.map((folder) => `SAMSPILL_DATA_FOLDER=${folder}`);
    expect(refused(north ?? '', south ?? '')).not.toThrow();
    cpSync(data[0] ?? '', data[1] ?? '', { recursive: true });
    expect(refused(north ?? '', south ?? '')).toThrow(same);
  });

  it('gives a command the settings of the tenant it names, and nothing of another', () => {
    const machine = { PATH: '/bin', SAMSPILL_TENANTS_FOLDER: written(files) };
    expect(environmentFor(machine, NORTH.toUpperCase())).toEqual({
      PATH: '/bin',
      SAMSPILL_TENANT_ID: NORTH,
      SAMSPILL_PORT: '8471',
    });
    expect(environmentFor(machine, SOUTH)).toEqual({ PATH: '/bin', SAMSPILL_TENANT_ID: SOUTH });
    expect(() => environmentFor(machine, undefined)).toThrow('--tenant-id');
    expect(() => environmentFor(machine, '11111111-0000-4000-8000-00000000000c')).toThrow('--tenant-id');
  });

  it('is asked for by no tenant id without one', () => {
    const machine = { SAMSPILL_TENANT_ID: NORTH };
    expect(environmentFor(machine, undefined)).toBe(machine);
    expect(() => environmentFor(machine, NORTH)).toThrow('SAMSPILL_TENANTS_FOLDER');
  });

  it('stands alone: a setting beside it would be for everybody', () => {
    const machine = { SAMSPILL_TENANTS_FOLDER: 'x', SAMSPILL_CLIENT_SECRET: 'not-a-real-secret' };
    expect(() => tenantsFolder(machine)).toThrow(/SAMSPILL_CLIENT_SECRET stands beside/);
    expect(() => tenantsFolder(machine)).not.toThrow('not-a-real-secret');
  });

  it.each([
    ['empty', () => temporaryFolder()],
    ['not there', () => join(temporaryFolder(), 'nowhere')],
  ])('%s is refused', (_, folder) => {
    expect(() => environmentFor({ SAMSPILL_TENANTS_FOLDER: folder() }, NORTH)).toThrow('SAMSPILL_TENANTS_FOLDER');
  });
});

it('one tenant with a bad setting stands in the way of no other, and all end when told', async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  const port = typeof address === 'object' && address !== null ? String(address.port) : '';
  probe.close();
  const today = dayOf(Date.now());
  const scope = {
    version: 1,
    organisation: 'North',
    sources: ['sent-items'],
    positiveGroupId: '00000000-0000-4000-8000-00000000b001',
    unitAttribute: 'department',
    titles: { leader: ['leader'], elected: ['elected'] },
    level: 'standard',
    staffNoticeOn: addDays(today, -1),
    readBack: false,
    endsOn: addDays(today, 30),
    protectedContacts: [markOfNobody(recordedRandomness('tenants'))],
  };
  const folder = written({ 'scope.json': JSON.stringify(scope), 'bad.env': 'SAMSPILL_PORT=eighty\n' });
  const good = {
    SAMSPILL_TENANT_ID: NORTH,
    SAMSPILL_CLIENT_ID: SOUTH,
    SAMSPILL_MANAGED_IDENTITY: 'system',
    SAMSPILL_STAGE: 'pilot',
    SAMSPILL_DATA_FOLDER: join(folder, 'data'),
    SAMSPILL_SCOPE_FILE: join(folder, 'scope.json'),
    SAMSPILL_PORT: port,
  };
  writeFileSync(
    join(folder, 'good.env'),
    Object.entries(good)
      .map((line) => line.join('='))
      .join('\n'),
  );
  const said: string[] = [];
  const stopping = new AbortController();
  const machine = { PATH: process.env['PATH'], AZURE_POD_IDENTITY_AUTHORITY_HOST: 'http://127.0.0.1:9' };
  const serving = serveTenants({ folder, machine, tell: (line) => said.push(line), stop: stopping.signal });
  await vi.waitFor(
    async () => {
      const health = await fetch(`http://127.0.0.1:${port}/api/health`);
      expect(healthAnswer.parse(await health.json()).ok).toBe(true);
      expect(said.join('\n')).toMatch(/bad\.env: Set SAMSPILL_PORT .*\n?[^]*bad\.env: It has ended/);
    },
    { timeout: 30_000, interval: 200 },
  );
  stopping.abort();
  await serving;
  expect(said.join('\n')).not.toMatch(/good\.env: It has ended/);
  await expect(fetch(`http://127.0.0.1:${port}/api/health`)).rejects.toThrow();
}, 60_000);
