import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROLES } from '../../connector/api/answers.ts';
import { unitSlug } from '../../connector/api/unit-slug.ts';
import { readTenantFolder } from '../../connector/demo-tenant/tenant-folder.ts';
import type { World } from '../../connector/demo-tenant/world.ts';
import { keepPinned } from '../../connector/ledger-pinning.ts';
import { finishErasing } from '../../connector/operation.ts';
import { addDays } from '../../connector/privacy/period.ts';
import { pseudonymMaker } from '../../connector/privacy/pseudonym.ts';
import { RealIdentity } from '../../connector/privacy/real-identity.ts';
import { publish } from '../../connector/publish.ts';
import { readRelease } from '../../connector/store/releases.ts';
import { saveScope } from '../../connector/store/scopes.ts';
import { writeInventedTenant } from '../invented-tenant.ts';
import { liveTenant, type Lived } from '../lived-tenant.ts';
import { recordedRandomness } from '../recorded-randomness.ts';
import { everyFile } from '../store/temporary-store.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { routesOf } from '../api/routes-of.ts';
import { startServer } from '../api/test-server.ts';

const SPAN = { from: '2026-01-01', to: '2026-04-01' } as const;

const ended = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() });

/** Everything by which anybody of the tenant could be told: object ids, addresses, and their pseudonyms of the quarter. */
interface Taints {
  readonly identities: readonly string[];
  readonly pseudonyms: readonly string[];
}

async function taintsOf(world: World, { run, period }: Lived): Promise<Taints> {
  const pseudonymOf = pseudonymMaker(run.tenantId, period.id, await run.openPeriodKey(period.id));
  return {
    identities: world.accounts.flatMap(({ id, userPrincipalName, mail, proxyAddresses }) =>
      [id, userPrincipalName, mail ?? userPrincipalName, ...proxyAddresses].map((it) => it.toLowerCase()),
    ),
    pseudonyms: world.accounts.map(({ id }) => pseudonymOf(new RealIdentity(id))),
  };
}

/** Which of them stand in a text, and anything else that is made like a pseudonym, mark or signature. */
function tainted(text: string, { identities, pseudonyms }: Taints): string[] {
  const low = text.toLowerCase();
  return [
    ...identities.filter((it) => low.includes(it)),
    ...pseudonyms.filter((it) => text.includes(it)),
    ...[...text.matchAll(/\b[pms]1_[\w-]{22}/g)].map(([found]) => found),
  ];
}

/** Asks every route there is, in every office at once, as one of the people who are read. */
async function everyAnswer({ store, custody, run }: Lived, asker: string): Promise<[string, string][]> {
  const api = await startServer({
    store,
    tenantId: run.tenantId,
    openPeriodKey: (id) => custody.openPeriodKey(run.tenantId, id),
    standingKey: () => custody.standingKey(run.tenantId),
  });
  const said: [string, string][] = [];
  for (const route of routesOf(api.app.router)) {
    const [method = '', path = ''] = route.split(' ');
    if (path === '' || path.includes('{')) continue;
    const filled = path
      .replace(':slug', unitSlug('North/School'))
      .replace(':number', '1')
      .replace(':name', 'dpia')
      .replace(':source', 'sent-items');
    api.clock.at += 1_000;
    const authorization = `Bearer ${await api.token([...ROLES], { oid: asker })}`;
    const language = /^\/documents\/|^\/council-paper|^\/scope$/.test(path) ? '?language=nb' : '';
    const body = path === '/objection' ? '{"objects":false}' : '{}';
    const answer = await fetch(`${api.url}/api${filled}${language}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(method === 'POST' ? { body } : {}),
    });
    const text = Buffer.from(await answer.arrayBuffer());
    said.push([
      `${route} ${String(answer.status)}`,
      `${JSON.stringify([...answer.headers])} ${text.toString('latin1')}`,
    ]);
    if (path === '/office/archive') said.push(...filesOf(text.toString()));
  }
  said.push(['what the server notes', JSON.stringify(api.noted)]);
  await api.close();
  return said;
}

/** The archive as whoever it was sent to opens it; who looked stands in it under a signature that only they can open. */
function filesOf(answer: string): [string, string][] {
  const { base64 } = z.object({ base64: z.string() }).parse(JSON.parse(answer));
  return Object.entries(unzipSync(Buffer.from(base64, 'base64'))).map(([name, bytes]) => [
    `archive ${name}`,
    Buffer.from(bytes)
      .toString('latin1')
      .replaceAll(/\bs1_[\w-]+/g, ''),
  ]);
}

/** What the commands say that ask Microsoft nothing, on the terminal and in files. */
async function everyCommand(folder: string, tenantId: string): Promise<[string, string][]> {
  const data = join(folder, 'data');
  const env = {
    PATH: process.env['PATH'] ?? '',
    SAMSPILL_TENANT_ID: tenantId,
    SAMSPILL_CLIENT_ID: '5a5a5a5a-0000-4000-8000-0000000000ff',
    SAMSPILL_CLIENT_SECRET: 'not-a-real-secret',
    SAMSPILL_STAGE: 'pilot',
    SAMSPILL_DATA_FOLDER: data,
  };
  const run = async (...args: string[]): Promise<[string, string]> => {
    const { code, stdout, stderr } = await promisify(execFile)(process.execPath, ['connector/launch.mjs', ...args], {
      env,
    }).then(
      (said) => ({ code: 0, ...said }),
      (error: unknown) => ended.parse(error),
    );
    // What was refused would be searched in vain; a quarter that was never read is refused, in words.
    expect(`${args[0] ?? ''} ${String(code)} ${code === 0 ? '' : stderr}`).toMatch(
      args[0] === 'publish' ? /^publish 1/ : /^[a-z]+ 0 $/,
    );
    return [`samspill ${args[0] ?? ''} ${args[1] ?? ''}`, stdout + stderr];
  };
  const written = join(folder, 'written');
  mkdirSync(written);
  const said = [
    ...(await Promise.all([run('releases'), run('attack', '--json')])),
    ...(await Promise.all([run('scope', 'show', '--json'), run('documents', '--out', written, '--language', 'nb')])),
    ...(await Promise.all([run('scope', 'show'), run('publish', '--period', '2025-Q3', '--json')])),
  ];
  writeFileSync(join(folder, 'releases.json'), said[0]?.[1] ?? '');
  said.push(await run('verify', join(folder, 'releases.json')));
  const files = everyFile(written).map(({ name, bytes }): [string, string] => [name, bytes.toString('latin1')]);
  return [...said, ...files];
}

describe('A12 and A17, a quarter lived from the first mail to the shredded key', () => {
  it('lets nobody be told by any route, command or file; its key and rows go', async () => {
    const [source, folder] = [join(temporaryFolder(), 'tenant'), temporaryFolder()];
    mkdirSync(source);
    writeInventedTenant(source, { days: 90, usage: true });
    const world = await readTenantFolder(source);
    const told: string[] = [];
    const life = await liveTenant({
      ...{ world, folder, ...SPAN, sources: ['sent-items', 'active-users'] },
      report: (progress) => told.push(JSON.stringify(progress)),
    });
    const { store, custody, pin, period, scope, clock, run } = life;
    saveScope(store, scope, '2025-12-01T00:00:00.000Z');
    await life.collect();
    const taints = await taintsOf(world, life);
    const key = Buffer.from(await custody.openPeriodKey(run.tenantId, period.id));
    const asker = world.accounts[5]!.id;

    // While the rows are held, which is when there is something to leak.
    const bytes = (): { name: string; bytes: Buffer }[] => everyFile(folder);
    const holding = (texts: readonly (string | Buffer)[]): string[] =>
      bytes()
        .filter((file) => texts.some((text) => file.bytes.includes(text)))
        .map(({ name }) => name.slice(folder.length + 1).replace(/-wal$/, ''));
    const raw = taints.pseudonyms.map((it) => Buffer.from(it.slice(3), 'base64url'));
    const wrapped = bytes()
      .find(({ name }) => name.includes(join('keys', period.id)))!
      .bytes.subarray(0);
    expect(holding(taints.pseudonyms)).toContain(join('data', 'periods', `${period.id}.sqlite`));
    expect(holding([wrapped])).toEqual([join('data', 'keys', `${period.id}.jwe`)]);
    const held = await everyAnswer(life, asker);
    expect(held.length).toBeGreaterThan(30);
    for (const [what, text] of [...held, ['the progress', told.join()] as const])
      expect([what, tainted(text, taints)]).toEqual([what, []]);

    const released = publish({
      ...{ store, period, scope, once: true, releasedAt: '2026-04-05T00:00:00.000Z', report: () => undefined },
      appsMeasured: [{ app: 'exchange', reports: ['active-users'] }],
      random: recordedRandomness('taints'),
    });
    await keepPinned({ store, pin, tenantId: world.tenantId, mayAdopt: true });
    await finishErasing({ store, custody, now: clock.now });
    expect(readRelease(store, period.id)?.tables.map(({ name }) => name)).toEqual(['reach', 'breadth', 'apps']);

    const answers = await everyAnswer(life, asker);
    const commands = await everyCommand(folder, world.tenantId);
    for (const [what, text] of [...answers, ...commands]) expect([what, tainted(text, taints)]).toEqual([what, []]);
    expect(answers.filter(([what]) => what.endsWith('200')).length).toBeGreaterThan(12);
    expect(commands.find(([what]) => what.startsWith('samspill releases'))?.[1]).toContain(released.entry.hash);

    // A17: the folder, keys and pin included.
    life.close();
    expect(holding([...taints.pseudonyms, ...raw, ...taints.identities.slice(0, 400)])).toEqual([]);
    expect(holding([wrapped, key, key.toString('base64url'), key.toString('hex')])).toEqual([]);
    // Of the quarter's key a line stays that says when it went.
    const named = bytes().filter(({ name }) => name.includes(`${period.id}.`));
    expect(named.map(({ bytes: it }) => it.toString('latin1'))).toEqual([expect.stringMatching(/^shredded 2026-/)]);
    // Days inside the quarter, written as texts, but for its last week: of that Microsoft's own count of a day is kept.
    const inside = Array.from({ length: 80 }, (_, day) => addDays(SPAN.from, day + 1));
    expect(inside.filter((day) => holding([day]).length > 0)).toEqual([]);
    // Of units the paths of the release alone, which the organisation chart has too.
    const paths = released.units.map(({ unit }) => unit);
    const left = bytes().flatMap(
      ({ bytes: it }) => it.toString('latin1').match(/(?:North|South)\/[A-Za-z]+|Class 1/g) ?? [],
    );
    expect([...new Set(left)].filter((path) => !paths.includes(path))).toEqual([]);
    expect(left.length).toBeGreaterThan(0);
  }, 240_000);

  it('bites: an answer that names one person among a thousand words is told', () => {
    const taints = { identities: ['u0p7@eksempel.example'], pseudonyms: ['p1_AAAAAAAAAAAAAAAAAAAAAA'] };
    const words = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    expect(tainted(words, taints)).toEqual([]);
    expect(tainted(`${words} U0P7@Eksempel.example`, taints)).toEqual(['u0p7@eksempel.example']);
    expect(tainted(`${words} "p1_BBBBBBBBBBBBBBBBBBBBBB"`, taints)).toEqual(['p1_BBBBBBBBBBBBBBBBBBBBBB']);
  });
});
