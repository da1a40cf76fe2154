import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual, promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Failure } from '../connector/failure.ts';
import { readTenantFolder } from '../connector/demo-tenant/tenant-folder.ts';
import { writeInventedTenant } from './invented-tenant.ts';
import { liveTenant, type Life } from './lived-tenant.ts';
import { temporaryFolder } from './temporary-folder.ts';

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const failed = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() });

/** A command as an administrator types it, in its own process, with nothing set but what the test sets. */
async function command(args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  const env = { PATH: process.env['PATH'] ?? '', ...environment };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['connector/launch.mjs', ...args], { env });
    return { code: 0, stdout, stderr };
  } catch (error) {
    return failed.parse(error);
  }
}

function expectOneSentence({ code, stderr }: Ended, ...parts: string[]): void {
  expect(code).not.toBe(0);
  const lines = stderr.trim().split('\n');
  expect(lines, stderr).toHaveLength(1);
  for (const part of parts) expect(lines[0]).toContain(part);
  expect(stderr).not.toMatch(/\n\s+at |node:internal|Error:/);
}

function inventedTenant(folder: string): string {
  const tenant = join(folder, 'tenant');
  mkdirSync(tenant);
  writeInventedTenant(tenant, { headsAUnit: 10, days: 30 });
  return tenant;
}

function onceOf(tenant: string, data: string): string[] {
  return ['demo', '--tenant', tenant, '--from', '2026-01-01', '--to', '2026-04-01', '--data', data, '--once'];
}

/** A digest of every file in a folder, to see that nothing stored was lost; SQLite may leave an empty log beside its own. */
function contents(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/-(wal|shm)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]));
}

describe('bad input gives one clear sentence, and nothing stored is lost', () => {
  it('a tenant folder that is not there, or is broken: file, line, column, expected form', async () => {
    const folder = temporaryFolder();
    const tenant = inventedTenant(folder);
    expectOneSentence(await command(onceOf(join(folder, 'nowhere'), join(folder, 'd'))), 'people.csv');
    writeFileSync(
      join(tenant, 'mail.csv'),
      'sentAt,from,to,cc\n2026-01-05T09:00:00Z,u0p0,u0p1,\nyesterday,u0p0,u0p1,\n',
    );
    expectOneSentence(await command(onceOf(tenant, join(folder, 'd'))), 'mail.csv', '3', 'sentAt');
  }, 30_000);

  it('a port in use', async () => {
    const folder = temporaryFolder();
    const tenant = inventedTenant(folder);
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const address = holder.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const ended = await command([
      'demo',
      '--tenant',
      tenant,
      '--from',
      '2026-01-01',
      '--to',
      '2026-04-01',
      '--data',
      join(folder, 'd'),
      '--port',
      port,
    ]);
    holder.close();
    expectOneSentence(ended, `Port ${port}`, 'choose another port');
  }, 30_000);

  it('a data folder that cannot be written', async () => {
    const folder = temporaryFolder();
    const tenant = inventedTenant(folder);
    writeFileSync(join(folder, 'a-file'), 'not a folder');
    expectOneSentence(await command(onceOf(tenant, join(folder, 'a-file', 'data'))), 'data folder', 'choose');
  }, 30_000);

  it('a database from a newer version, which stays as it is', async () => {
    const folder = temporaryFolder();
    const tenant = inventedTenant(folder);
    const data = join(folder, 'data');
    expect((await command(onceOf(tenant, data))).code).toBe(0);
    const database = new DatabaseSync(join(data, 'samspill.sqlite'));
    database.exec('PRAGMA user_version = 999');
    database.close();
    const before = contents(data);
    expectOneSentence(await command(onceOf(tenant, data)), 'newer Samspill');
    expect(contents(data)).toEqual(before);
  }, 30_000);

  it('a span that overlaps what is released, which stays as it is', async () => {
    const folder = temporaryFolder();
    const tenant = inventedTenant(folder);
    const data = join(folder, 'data');
    expect((await command(onceOf(tenant, data))).code).toBe(0);
    const before = readFileSync(join(data, 'samspill.sqlite'));
    const overlapping = [
      'demo',
      '--tenant',
      tenant,
      '--from',
      '2026-02-01',
      '--to',
      '2026-05-01',
      '--data',
      data,
      '--once',
    ];
    const ended = await command([...overlapping, '--json']);
    expect(ended.code).not.toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({ failed: 'period-overlaps', whoseMove: 'privacy officer' });
    expect(before.length).toBeGreaterThan(0);
    expect((await command(onceOf(tenant, data))).code).toBe(0);
  }, 30_000);

  it.each([
    [['demo', '--from', 'yesterday', '--to', '2026-04-01'], '2026-07-01'],
    [['demo', '--from', '2026-01-01'], '--to'],
    [['demo', '--from', '2026-04-01', '--to', '2026-01-01'], '--to'],
    [['demo', '--port', '99999'], '65535'],
    [['collect', '--from', '2026-01-01', '--to', '2026-01-02'], 'SAMSPILL_TENANT_ID'],
    [['publish', '--period', 'last'], '2026-Q3'],
    [['serve'], 'SAMSPILL_TENANT_ID'],
    [['package', '--host', 'https://x', '--client-id', 'y'], 'host'],
    [['play'], 'unknown command'],
  ])('%j', async (args, part) => {
    const ended = await command(args);
    expect(ended.code).not.toBe(0);
    expect(ended.stderr).toContain(part);
    expect(ended.stderr).not.toMatch(/\n\s+at |node:internal/);
  });

  it('a missing scope', async () => {
    const ids = {
      SAMSPILL_TENANT_ID: '0a1b2c3d-0000-4000-8000-000000000001',
      SAMSPILL_CLIENT_ID: '0a1b2c3d-0000-4000-8000-000000000002',
    };
    const settings = {
      ...ids,
      SAMSPILL_CLIENT_SECRET: 'not-a-real-secret',
      SAMSPILL_DATA_FOLDER: join(temporaryFolder(), 'data'),
    };
    expectOneSentence(await command(['collect', '--from', '2026-01-01', '--to', '2026-01-02'], settings), 'scope.json');
  });

  it('every command explains itself', async () => {
    for (const name of ['demo', 'serve', 'collect', 'publish', 'package']) {
      const { code, stdout } = await command([name, '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain('--json');
    }
  }, 30_000);
});

describe('what Microsoft refuses', () => {
  async function refusal(change: Partial<Life>): Promise<{ failure: Failure; kept: boolean }> {
    const folder = temporaryFolder();
    const tenant = inventedTenant(folder);
    const world = await readTenantFolder(tenant);
    const span = { world, folder, from: '2026-01-01', to: '2026-04-01' } as const;
    const good = await liveTenant(span);
    await good.collect();
    good.close();
    const before = contents(join(folder, 'data', 'periods'));
    const life = await liveTenant({ ...span, ...change });
    const failure: unknown = await life.collect().catch((error: unknown) => error);
    life.close();
    if (!(failure instanceof Failure)) throw new Error('The run was not refused.');
    return {
      failure,
      kept: isDeepStrictEqual(contents(join(folder, 'data', 'periods')), before),
    };
  }

  it('a wrong client secret', async () => {
    const { failure, kept } = await refusal({ secret: { given: 'the wrong secret', registered: 'the demo secret' } });
    expect(failure.code).toBe('credential-refused');
    expect(failure.message).toMatch(/secret/);
    expect(kept).toBe(true);
  });

  it('a missing permission, by its name', async () => {
    const { failure, kept } = await refusal({ roles: ['User.Read.All', 'GroupMember.Read.All'] });
    expect(kept).toBe(true);
    expect(failure.code).toBe('consent-missing');
    expect(failure.message).toContain('Mail.ReadBasic.All');
  });

  it('a Graph that cannot be reached', async () => {
    const { failure, kept } = await refusal({
      faults: ({ host }) => (host === 'graph' ? { kind: 'reset' } : undefined),
    });
    expect(kept).toBe(true);
    expect(failure.code).toBe('unreachable');
    expect(failure.whoseMove).toBe('wait');
  });
});
