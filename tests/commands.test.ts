import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aboutMeAnswer } from '../connector/api/answers.ts';
import { Failure } from '../connector/failure.ts';
import { readTenantFolder } from '../connector/demo-tenant/tenant-folder.ts';
import { takeLease } from '../connector/store/lease.ts';
import { openStore } from '../connector/store/open.ts';
import { latestRun } from '../connector/store/runs.ts';
import { currentScope } from '../connector/store/scopes.ts';
import { soleProcess } from '../connector/store/sole-process.ts';
import { writeInventedTenant } from './invented-tenant.ts';
import { liveTenant, type Life } from './lived-tenant.ts';
import { plainEnvironment } from './plain-environment.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { type Ended, startedCommand, typedCommand } from './typed-command.ts';

/** For tests that start processes, several beside each other. */
const STARTS = 120_000;

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

const IDS = {
  SAMSPILL_TENANT_ID: '0a1b2c3d-0000-4000-8000-000000000001',
  SAMSPILL_CLIENT_ID: '0a1b2c3d-0000-4000-8000-000000000002',
};

const PILOT = { SAMSPILL_CLIENT_SECRET: 'not-a-real-secret', SAMSPILL_STAGE: 'pilot' };

async function aPortInUse(): Promise<{ holder: Server; port: string }> {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const address = holder.address();
  return { holder, port: typeof address === 'object' && address !== null ? String(address.port) : '' };
}

function onceOf(tenant: string, data: string): string[] {
  return ['demo', '--tenant', tenant, '--from', '2026-01-01', '--to', '2026-04-01', '--data', data, '--once'];
}

/** Until a command says these words; all that it said. */
async function heard(child: ChildProcessWithoutNullStreams, words: string): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(words)) resolve(said);
    });
    child.once('exit', () => {
      reject(new Error(said));
    });
  });
}

/** A digest of every file in a folder, to see that nothing stored was lost; SQLite may leave an empty log beside its own. */
function contents(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/-(wal|shm)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]));
}

describe('bad input gives one clear sentence, and nothing stored is lost', () => {
  it.concurrent(
    'a tenant folder that is not there, or is broken: file, line, column, expected form',
    async ({ onTestFinished }) => {
      const folder = temporaryFolder(onTestFinished);
      const tenant = inventedTenant(folder);
      expectOneSentence(await startedCommand(onceOf(join(folder, 'nowhere'), join(folder, 'd'))), 'people.csv');
      writeFileSync(
        join(tenant, 'mail.csv'),
        'sentAt,from,to,cc\n2026-01-05T09:00:00Z,u0p0,u0p1,\nyesterday,u0p0,u0p1,\n',
      );
      expectOneSentence(await startedCommand(onceOf(tenant, join(folder, 'd'))), 'mail.csv', '3', 'sentAt');
    },
    STARTS,
  );

  it.concurrent(
    'a port in use',
    async ({ onTestFinished }) => {
      const folder = temporaryFolder(onTestFinished);
      const tenant = inventedTenant(folder);
      const { holder, port } = await aPortInUse();
      const ended = await startedCommand([
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
      // Whoever has the port may have the data folder as well: it was not touched.
      expect(existsSync(join(folder, 'd'))).toBe(false);
    },
    STARTS,
  );

  it('serve on a port in use, or an address of another machine', async () => {
    const { holder, port } = await aPortInUse();
    const data = join(temporaryFolder(), 'data');
    const settings = { ...IDS, ...PILOT, SAMSPILL_DATA_FOLDER: data };
    expectOneSentence(await typedCommand(['serve'], { ...settings, SAMSPILL_PORT: port }), `Port ${port}`);
    holder.close();
    const elsewhere = { ...settings, SAMSPILL_PORT: '0', SAMSPILL_LISTEN_ON: '203.0.113.1' };
    expectOneSentence(await typedCommand(['serve'], elsewhere), 'SAMSPILL_LISTEN_ON');
    expect(existsSync(data)).toBe(false);
  }, 30_000);

  it('the demo in the data folder of a real tenant, which stays as it is', async () => {
    const folder = temporaryFolder();
    const data = join(folder, 'data');
    openStore(data, { tenantId: IDS.SAMSPILL_TENANT_ID }).close();
    const before = contents(data);
    expectOneSentence(await typedCommand(onceOf(inventedTenant(folder), data)), 'another organisation', '--data');
    expect(contents(data)).toEqual(before);
  }, 30_000);

  it.concurrent(
    'a data folder of another organisation, which stays as it is',
    async ({ onTestFinished }) => {
      const folder = temporaryFolder(onTestFinished);
      const data = join(folder, 'data');
      expect((await startedCommand(onceOf(inventedTenant(folder), data))).code).toBe(0);
      const before = contents(data);
      const another = join(folder, 'another');
      mkdirSync(another);
      writeInventedTenant(another, { headsAUnit: 10, days: 30 });
      const ended = await startedCommand([...onceOf(another, data), '--json']);
      expectOneSentence(ended, 'another organisation', '--data');
      expect(JSON.parse(ended.stdout)).toMatchObject({ failed: 'bad-input' });
      expect(contents(data)).toEqual(before);
    },
    STARTS,
  );

  it('a span of which the tenant has no data: no release of nothing but noise', async () => {
    const folder = temporaryFolder();
    const data = join(folder, 'data');
    const tenant = inventedTenant(folder);
    const ended = await typedCommand([
      'demo',
      '--tenant',
      tenant,
      '--from',
      '2020-01-01',
      '--to',
      '2020-04-01',
      '--data',
      data,
      '--once',
    ]);
    expectOneSentence(ended, "tenant's data go from 2026-01-", '--from');
    expect(existsSync(data)).toBe(false);
  }, 30_000);

  it('a tenant folder without anything that can be read', async () => {
    const folder = temporaryFolder();
    const tenant = inventedTenant(folder);
    rmSync(join(tenant, 'mail.csv'));
    rmSync(join(tenant, 'usage.csv'), { force: true });
    expectOneSentence(await typedCommand(onceOf(tenant, join(folder, 'd'))), 'mail.csv');
  }, 30_000);

  it('a certificate file that holds no key', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'key.pem'), 'not a key');
    const settings = {
      ...IDS,
      SAMSPILL_CERTIFICATE_KEY_FILE: join(folder, 'key.pem'),
      SAMSPILL_CERTIFICATE_SHA256: 'a'.repeat(64),
      SAMSPILL_DATA_FOLDER: join(folder, 'data'),
    };
    expectOneSentence(
      await typedCommand(['publish', '--period', '2026-Q1'], settings),
      'SAMSPILL_CERTIFICATE_KEY_FILE',
    );
  });

  it('a schedule that is none, before anything is opened', async () => {
    const data = join(temporaryFolder(), 'data');
    const settings = { ...IDS, ...PILOT, SAMSPILL_DATA_FOLDER: data };
    const ended = await typedCommand(['serve'], { ...settings, SAMSPILL_SCHEDULE: 'every night at two please' });
    expectOneSentence(ended, 'SAMSPILL_SCHEDULE');
    expect(existsSync(data)).toBe(false);
  });

  it('a data folder that cannot be written', async () => {
    const folder = temporaryFolder();
    const tenant = inventedTenant(folder);
    writeFileSync(join(folder, 'a-file'), 'not a folder');
    expectOneSentence(await typedCommand(onceOf(tenant, join(folder, 'a-file', 'data'))), 'data folder', 'choose');
  }, 30_000);

  it('a database from a newer version, which stays as it is', async () => {
    const folder = temporaryFolder();
    const tenant = inventedTenant(folder);
    const data = join(folder, 'data');
    openStore(data).close();
    const database = new DatabaseSync(join(data, 'samspill.sqlite'));
    database.exec('PRAGMA user_version = 999');
    database.close();
    const before = contents(data);
    expectOneSentence(await typedCommand(onceOf(tenant, data)), 'newer Samspill');
    expect(contents(data)).toEqual(before);
  }, 30_000);

  it.concurrent(
    'a span that overlaps what is released, which stays as it is',
    async ({ onTestFinished }) => {
      const folder = temporaryFolder(onTestFinished);
      const tenant = inventedTenant(folder);
      const data = join(folder, 'data');
      expect((await startedCommand(onceOf(tenant, data))).code).toBe(0);
      const before = readFileSync(join(data, 'samspill.sqlite'));
      const overlapping = [
        'demo',
        '--tenant',
        tenant,
        '--from',
        '2026-01-15',
        '--to',
        '2026-04-15',
        '--data',
        data,
        '--once',
      ];
      const ended = await startedCommand([...overlapping, '--json']);
      expect(ended.code).not.toBe(0);
      expect(JSON.parse(ended.stdout)).toMatchObject({ failed: 'period-overlaps', whoseMove: 'privacy officer' });
      expect(before.length).toBeGreaterThan(0);
      expect((await startedCommand(onceOf(tenant, data))).code).toBe(0);
    },
    STARTS,
  );

  it.each([
    [['demo', '--from', 'yesterday', '--to', '2026-04-01'], '2026-07-01'],
    [['demo', '--from', '2026-01-01'], '--to'],
    [['demo', '--from', '2026-04-01', '--to', '2026-01-01'], '--to'],
    [['demo', '--port', '99999'], '65535'],
    [['collect', '--from', '2026-01-01', '--to', '2026-01-02'], 'SAMSPILL_TENANT_ID'],
    [['publish', '--period', 'last'], '2026-Q3'],
    [['serve'], 'SAMSPILL_TENANT_ID'],
    [['units'], 'SAMSPILL_TENANT_ID'],
    [['units', '--tenant-id', IDS.SAMSPILL_TENANT_ID], 'SAMSPILL_TENANTS_FOLDER'],
    [['doctor', '--tenant-id', IDS.SAMSPILL_TENANT_ID], 'SAMSPILL_TENANTS_FOLDER'],
    [['publish', '--period', '2026-Q1', '--tenant-id', IDS.SAMSPILL_TENANT_ID], 'SAMSPILL_TENANTS_FOLDER'],
    [['package', '--host', 'https://x', '--client-id', 'y'], 'host'],
    [['play'], 'unknown command'],
  ])(
    '%j',
    async (args, part) => {
      // Any port: what this machine happens to serve is not what is asked.
      const anyPort = { SAMSPILL_PORT: '0' };
      const ended = await typedCommand(args, anyPort);
      expectOneSentence(ended, part);
      expect(ended.stdout).toBe('');
      const forScripts = await typedCommand([...args, '--json'], anyPort);
      expect(JSON.parse(forScripts.stdout)).toMatchObject({ sentence: forScripts.stderr.trim() });
    },
    30_000,
  );

  it('a missing scope', async () => {
    const settings = {
      ...IDS,
      ...PILOT,
      SAMSPILL_DATA_FOLDER: join(temporaryFolder(), 'data'),
    };
    expectOneSentence(
      await typedCommand(['collect', '--from', '2026-01-01', '--to', '2026-01-02'], settings),
      'scope.json',
    );
  });

  it('every command explains itself', async () => {
    for (const name of ['demo', 'serve', 'collect', 'publish', 'package', 'units']) {
      const { code, stdout } = await typedCommand([name, '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain('--json');
    }
  }, 30_000);
});

describe('stopping', () => {
  it.concurrent(
    'Ctrl-C in the middle of a quarter gives the lease back, so that the next start waits for nobody',
    async ({ onTestFinished }) => {
      const data = join(temporaryFolder(onTestFinished), 'data');
      const args = ['connector/launch.mjs', 'demo', '--once', '--data', data];
      const child = spawn(process.execPath, args, { env: plainEnvironment() });
      let said = '';
      child.stderr.on('data', (heard: Buffer) => {
        const wasReading = said.includes('reading the directory');
        said += heard.toString();
        // Once: a second signal may meet a process that is on its way out and has let go of its handlers.
        if (!wasReading && said.includes('reading the directory')) child.kill('SIGINT');
      });
      expect(await once(child, 'exit')).toEqual([130, null]);
      expect(said).toContain('Stopped.');
      const store = openStore(data);
      const request = { name: 'run', holder: 'test', now: () => 0, ttlMs: 1 };
      expect(takeLease(store, request).fence).toBeGreaterThan(1);
      expect(latestRun(store)?.state).toBe('running');
      store.close();
    },
    STARTS,
  );

  it.concurrent(
    'a second demo in the same data folder is refused, and the first is not disturbed',
    async ({ onTestFinished }) => {
      const folder = temporaryFolder(onTestFinished);
      const tenant = inventedTenant(folder);
      const data = join(folder, 'data');
      openStore(data).close();
      const letGo = soleProcess(data);
      expectOneSentence(await startedCommand(onceOf(tenant, data)), 'Another demo', '--data');
      letGo();
      const store = openStore(data);
      expect([currentScope(store), latestRun(store), existsSync(join(data, 'keys'))]).toEqual([
        undefined,
        undefined,
        false,
      ]);
      store.close();
      expect((await startedCommand(onceOf(tenant, data))).code).toBe(0);
    },
    STARTS,
  );

  it.concurrent(
    'in an organisation of fewer than 300 people lives the quarters that get a release, and no other',
    async ({ onTestFinished }) => {
      const folder = temporaryFolder(onTestFinished);
      const [tenant, data] = [join(folder, 'tenant'), join(folder, 'data')];
      mkdirSync(tenant);
      writeInventedTenant(tenant, { headsAUnit: 60, days: 181 });
      const args = ['connector/launch.mjs', 'demo', '--tenant', tenant, '--data', data, '--port', '0'];
      const child = spawn(process.execPath, args, { env: plainEnvironment() });
      let said = '';
      child.stderr.on('data', (heard: Buffer) => {
        said += heard.toString();
        if (said.includes('Everything is released')) child.kill('SIGINT');
      });
      await once(child, 'exit');
      expect(said).toContain('2026-Q2  released (1 of 1)');
      expect(said).not.toContain('2026-Q1');
    },
    STARTS,
  );

  it.concurrent(
    'reads on into the quarter that is open, publishes nothing of it, and an employee sees what is held of it',
    async ({ onTestFinished }) => {
      const folder = temporaryFolder(onTestFinished);
      const [tenant, data] = [join(folder, 'tenant'), join(folder, 'data')];
      mkdirSync(tenant);
      writeInventedTenant(tenant, { days: 94, usage: true });
      // As whom the demo lets an employee enter: the first who is no leader.
      appendFileSync(join(tenant, 'mail.csv'), '\n2026-04-02T09:00:00Z,u0p1,u2p5,');
      appendFileSync(join(tenant, 'usage.csv'), '\n2026-04-02,u0p1,teams,2');
      const args = ['connector/launch.mjs', 'demo', '--tenant', tenant, '--data', data, '--port', '0'];
      const child = spawn(process.execPath, args, { env: plainEnvironment() });
      const said = await heard(child, 'Everything is released');
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0] ?? '';
      const entered = await fetch(`${address}/demo/enter`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ role: 'Employee' }),
      });
      const { token } = z.object({ token: z.string() }).parse(await entered.json());
      const asked = await fetch(`${address}/api/about-me`, { headers: { authorization: `Bearer ${token}` } });
      const { periods } = aboutMeAnswer.parse(await asked.json());
      child.kill('SIGINT');
      await once(child, 'exit');
      expect(said.match(/\S+ {2}released .*/g)).toEqual(['2026-Q1  released (1 of 1).']);
      expect(periods).toHaveLength(1);
      expect(periods[0]).toMatchObject({
        period: { id: '2026-Q2' },
        membership: { unit: 'North/School', standing: 'desk' },
        acts: [{ week: '2026-03-30', kind: 'mail', acts: 1 }],
        usage: [{ app: 'teams', days: 1 }],
      });
      const readOn = periods[0]?.daysRead.find(({ source }) => source === 'sent-items');
      expect(readOn).toMatchObject({ from: '2026-04-01', to: '2026-04-03' });
    },
    STARTS,
  );

  it.concurrent(
    'a start keeps the scope of the one before',
    async ({ onTestFinished }) => {
      const folder = temporaryFolder(onTestFinished);
      const data = join(folder, 'data');
      const tenant = inventedTenant(folder);
      expect((await startedCommand(onceOf(tenant, data))).code).toBe(0);
      expect((await startedCommand(onceOf(tenant, data))).code).toBe(0);
      const store = openStore(data, { readOnly: true });
      expect(store.decisions.prepare('SELECT count(*) AS versions FROM scopes').get()).toEqual({ versions: 1 });
      store.close();
    },
    STARTS,
  );
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

describe('measure', () => {
  it('writes six files and says so on stderr; the summary is JSON on stdout', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'ties.csv'), 'from,to\na,b\nb,c\n');
    const out = join(folder, 'results');
    const { code, stdout, stderr } = await typedCommand([
      'measure',
      '--ties',
      join(folder, 'ties.csv'),
      '--out',
      out,
      '--json',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ people: 3, ties: 2, components: { count: 1 } });
    expect(readdirSync(out)).toHaveLength(6);
    expect(readFileSync(join(out, 'people.csv'), 'utf8')).toMatch(/^b,,2,2,1,/m);
  });

  it('refuses our own database, a bad line and a launch among nobody in one sentence each, after what it was doing', async () => {
    const folder = temporaryFolder();
    openStore(folder).close();
    writeFileSync(join(folder, 'bad.csv'), 'from,to,weight\nkari,ola,-1\n');
    writeFileSync(join(folder, 'good.csv'), 'from,to\na,b\n');
    const out = join(folder, 'results');
    const refusal = async (file: string, ...others: string[]): Promise<string[]> => {
      const { code, stderr } = await typedCommand(['measure', '--ties', join(folder, file), '--out', out, ...others]);
      expect(code).toBe(1);
      expect(stderr).not.toMatch(/kari|ola|\n\s+at /);
      return stderr.trim().split('\n');
    };
    expect(await refusal('samspill.sqlite')).toEqual(['reading …', expect.stringContaining('is a database')]);
    expect(await refusal('bad.csv')).toEqual(['reading …', expect.stringContaining('bad.csv, line 2, column weight')]);
    expect(await refusal('good.csv', '--launch', '2')).toEqual([
      'reading …',
      expect.stringContaining('units or volunteers'),
    ]);
    expect(existsSync(out)).toBe(false);
  });
});
