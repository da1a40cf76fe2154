import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { collect } from '../connector/collect.ts';
import { readTenantFolder } from '../connector/demo-tenant/tenant-folder.ts';
import type { World } from '../connector/demo-tenant/world.ts';
import { markMaker } from '../connector/privacy/mark.ts';
import { startOf } from '../connector/privacy/period.ts';
import { pseudonymMaker } from '../connector/privacy/pseudonym.ts';
import { RealIdentity } from '../connector/privacy/real-identity.ts';
import { heldFigures } from '../connector/store/held.ts';
import { ownersRead } from '../connector/store/interactions.ts';
import { addObjection } from '../connector/store/marks.ts';
import { writeInventedTenant } from './invented-tenant.ts';
import { liveTenant, type Life, type Lived } from './lived-tenant.ts';
import { filesWith } from './store/temporary-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SPAN = { from: '2026-01-01', to: '2026-04-01' } as const;
const MAILBOXES_A_STEP = 64;

async function lived(options: Partial<Life> = {}): Promise<Lived & { readonly world: World }> {
  const source = join(temporaryFolder(), 'tenant');
  mkdirSync(source);
  writeInventedTenant(source);
  const world = await readTenantFolder(source);
  return { world, ...(await liveTenant({ world, folder: temporaryFolder(), ...SPAN, ...options })) };
}

/** The first people of the first unit, as the demo tenant names them. */
function identities({ world }: { readonly world: World }, count: number): RealIdentity[] {
  const people = world.accounts.filter(({ userPrincipalName }) => /^u0p\d+@/.test(userPrincipalName));
  expect(people.length).toBeGreaterThan(count);
  return people.slice(0, count).map(({ id }) => new RealIdentity(id));
}

async function object({ run, store }: Lived, who: readonly RealIdentity[]): Promise<void> {
  const markOf = markMaker(run.tenantId, await run.openStandingKey());
  for (const identity of who) addObjection(store, markOf(identity));
}

async function followed(objectors: number): Promise<number[]> {
  const told: number[] = [];
  const life = await lived({
    report: ({ step, mailboxesDone }) => {
      if (step === 'mail') told.push(mailboxesDone);
    },
  });
  await object(life, identities(life, objectors));
  const figures = await life.collect();
  expect(figures).toMatchObject({ partial: false, sources: [{ state: 'done', mailboxes: 321, mailboxesDone: 321 }] });
  life.close();
  return told;
}

it('tells progress in steps that show neither how many objected nor one mailbox', async () => {
  const told = await followed(0);
  expect([...new Set(told)]).toEqual([64, 128, 192, 256, 320, 321]);
  expect(told.every((done) => done % MAILBOXES_A_STEP === 0 || done === 321)).toBe(true);
  expect(await followed(7)).toEqual(told);
});

it('forgets in every period that is held what was read of somebody who has objected since', async () => {
  const life = await lived();
  await life.collect();
  const [who] = identities(life, 1);
  if (who === undefined) throw new Error('there is nobody');
  const { run, store, period } = life;
  const pseudonym = pseudonymMaker(run.tenantId, period.id, await run.openPeriodKey(period.id))(who);
  expect(filesWith(store.folder, pseudonym).length).toBeGreaterThan(0);
  await object(life, [who]);
  const next = { from: '2026-04-01', to: '2026-04-05' } as const;
  await collect({ ...run, span: next, period: { id: '2026-Q2', from: '2026-04-01', to: '2026-07-01' } });
  expect(filesWith(store.folder, pseudonym)).toEqual([]);
  expect(heldFigures(store.period(period)).mailboxesRead).toBe(320);
  life.close();
});

it('reads no day before it is over, whatever span is asked for', async () => {
  const life = await lived();
  const file = life.store.period(life.period);
  await collect({ ...life.run, now: () => startOf('2026-02-03') + 3_600_000 });
  expect(ownersRead(file, 'sent-items', { from: '2026-01-01', to: '2026-02-03' }).size).toBe(321);
  expect(ownersRead(file, 'sent-items', { from: '2026-01-01', to: '2026-02-04' }).size).toBe(0);
  await expect(
    collect({ ...life.run, span: { from: '2026-02-03', to: '2026-04-01' }, now: () => startOf('2026-02-03') }),
  ).rejects.toMatchObject({ code: 'bad-input' });
  life.close();
});
