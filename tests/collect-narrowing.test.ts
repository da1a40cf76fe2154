import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { collect } from '../connector/collect.ts';
import type { Exchange } from '../connector/demo-tenant/exchange.ts';
import { readTenantFolder } from '../connector/demo-tenant/tenant-folder.ts';
import { pseudonymMaker } from '../connector/privacy/pseudonym.ts';
import { RealIdentity } from '../connector/privacy/real-identity.ts';
import { sealAddress } from '../connector/privacy/sealed-address.ts';
import { signatureMaker } from '../connector/privacy/signature.ts';
import { readInteractions } from '../connector/store/interactions.ts';
import { readHeadcounts, readMemberships } from '../connector/store/people.ts';
import {
  addPendingProtected,
  addPendingRemoval,
  missedRemovals,
  pendingProtected,
  pendingRemovals,
  protectedMarks,
} from '../connector/store/protected.ts';
import { isUnlistedHeld, saveScope } from '../connector/store/scopes.ts';
import { writeInventedTenant } from './invented-tenant.ts';
import { liveTenant } from './lived-tenant.ts';
import { recordedRandomness } from './recorded-randomness.ts';
import { filesWith } from './store/temporary-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SPAN = { from: '2026-01-01', to: '2026-01-22' } as const;
const REPRESENTATIVE = '0f0f0f0f-0000-4000-8000-000000000003';
const random = recordedRandomness('collect narrowing');

async function lived(onExchange: (exchange: Exchange) => void = () => undefined) {
  const source = join(temporaryFolder(), 'tenant');
  mkdirSync(source);
  writeInventedTenant(source, { days: 21, headsAUnit: 24 });
  const world = await readTenantFolder(source);
  const life = await liveTenant({ world, folder: temporaryFolder(), ...SPAN, onExchange });
  const signedAndSealed = async (address: string) => {
    const key = await life.run.openStandingKey();
    const by = signatureMaker(life.run.tenantId, key, random)(new RealIdentity(REPRESENTATIVE));
    const sealed = sealAddress(life.run.tenantId, key, random, address);
    return [life.store, sealed, { by, at: '2026-01-22T08:00:00.000Z' }] as const;
  };
  const account = (name: string) => world.accounts.find((it) => it.userPrincipalName.startsWith(`${name}@`))!;
  const pseudonymOf = pseudonymMaker(life.run.tenantId, life.period.id, await life.run.openPeriodKey(life.period.id));
  return {
    life,
    account,
    pseudonym: (name: string) => pseudonymOf(new RealIdentity(account(name).id)),
    acts: () => readInteractions(life.store.period(life.period)).acts.reduce((sum, acts) => sum + acts, 0),
    protect: async (address: string) => {
      addPendingProtected(...(await signedAndSealed(address)));
    },
    unprotect: async (address: string) => {
      addPendingRemoval(...(await signedAndSealed(address)));
    },
  };
}

it('makes marks of addresses before anything is read: of a person, both sides of every act are gone, and the address too', async () => {
  const { life, account, pseudonym, acts, protect } = await lived();
  await life.collect();
  const before = acts();
  expect(filesWith(life.store.folder, pseudonym('u0p0')).length).toBeGreaterThan(0);
  await protect(account('u0p0').userPrincipalName.toUpperCase());
  expect(pendingProtected(life.store)).toHaveLength(1);
  await life.collect();
  expect(pendingProtected(life.store)).toEqual([]);
  expect(protectedMarks(life.store).size).toBe(2);
  expect(filesWith(life.store.folder, pseudonym('u0p0'))).toEqual([]);
  expect(acts()).toBeLessThan(before);
  life.close();
}, 60_000);

it('takes addresses off the list before anything is read: who was protected is read again, and who is unknown is told in total', async () => {
  const { life, account, pseudonym, acts, protect, unprotect } = await lived();
  await life.collect();
  const everything = acts();
  const address = account('u0p0').userPrincipalName;
  await protect(address);
  await protect('varsling@fjordvik.example');
  await life.collect();
  expect(acts()).toBeLessThan(everything);
  await unprotect(address.toUpperCase());
  await unprotect('nobody@fjordvik.example');
  await unprotect('no-one@fjordvik.example');
  await life.collect();
  expect(pendingRemovals(life.store)).toEqual([]);
  expect(protectedMarks(life.store).size).toBe(1);
  expect(missedRemovals(life.store)).toEqual({ on: '2026-01-26', addresses: 2 });
  expect(filesWith(life.store.folder, pseudonym('u0p0')).length).toBeGreaterThan(0);
  expect(acts()).toBe(everything);
  // The last one waits, and what an earlier run told stands.
  await unprotect('varsling@fjordvik.example');
  await life.collect();
  expect([protectedMarks(life.store).size, pendingRemovals(life.store).length]).toEqual([1, 1]);
  expect(missedRemovals(life.store)).toEqual({ on: '2026-01-26', addresses: 2 });
  life.close();
}, 60_000);

it('drops every act with a protected address that nobody on the positive list has, to its other recipients too', async () => {
  const { life, account, acts, protect } = await lived();
  await life.collect();
  const before = acts();
  // As the demo tenant names whoever is in no line of people.csv.
  const [, domain = ''] = account('u0p0').userPrincipalName.split('@');
  await protect(`somebody-outside@outside-${domain}`);
  await life.collect();
  // A mail with that copy counted toward its recipient as well: now toward nobody.
  expect(acts()).toBeLessThan(before);
  const { other } = readInteractions(life.store.period(life.period));
  expect(other.some((number) => number === -1)).toBe(false);
  expect(protectedMarks(life.store).size).toBe(1);
  life.close();
}, 60_000);

it('reads nobody of a unit that is out, counts no head of it, and forgets who was read', async () => {
  const { life, pseudonym } = await lived();
  await life.collect();
  expect(filesWith(life.store.folder, pseudonym('u2p0')).length).toBeGreaterThan(0);
  const scope = { ...life.scope, unitsOut: ['South'] };
  await collect({ ...life.run, scope });
  const file = life.store.period(life.period);
  expect([...new Set(readHeadcounts(file).map(({ unit }) => unit))]).toEqual([
    '',
    'Council',
    'North/Nursery',
    'North/School',
  ]);
  expect(readMemberships(file).filter(({ unit }) => unit.startsWith('South'))).toEqual([]);
  expect(filesWith(life.store.folder, pseudonym('u2p0'))).toEqual([]);
  life.close();
}, 60_000);

it('reads whom a file of HR lists and nobody else, and forgets who was on the group it takes the place of', async () => {
  const urls: string[] = [];
  const { life, pseudonym, account } = await lived(({ url }) => urls.push(decodeURIComponent(url)));
  await life.collect();
  saveScope(life.store, life.scope, '2026-01-22T00:00:00.000Z');
  const { positiveGroupId: group = '', ...others } = life.scope;
  const scope = { ...others, positiveList: { hrFile: 'hr/staff.csv' } };
  const listed = ['u0p1', 'u1p0'].map((name) => account(name).userPrincipalName);
  mkdirSync(join(life.store.folder, 'hr'));
  writeFileSync(join(life.store.folder, 'hr', 'staff.csv'), ['person', ...listed, 'nobody@else.example'].join('\n'));
  saveScope(life.store, scope, '2026-01-23T00:00:00.000Z');
  urls.length = 0;
  await collect({ ...life.run, scope });
  expect(filesWith(life.store.folder, pseudonym('u0p0'))).toEqual([]);
  const held = readMemberships(life.store.period(life.period)).map(({ person }) => person);
  expect(held.toSorted()).toEqual([pseudonym('u0p1'), pseudonym('u1p0')].toSorted());
  expect(urls.filter((url) => url.includes(group))).toEqual([]);
  const ofUsers = urls.filter((url) => /\/users\?/.test(url));
  expect(ofUsers).toHaveLength(1);
  expect(ofUsers[0]).toContain(`$filter=userPrincipalName in ('${listed.join("','")}','nobody@else.example')`);
  const mailboxes = new Set(urls.flatMap((url) => /\/users\/([^/]+)\//.exec(url)?.[1] ?? []));
  expect([...mailboxes].toSorted()).toEqual(['u0p1', 'u1p0'].map((name) => account(name).id).toSorted());
  life.close();
}, 60_000);

it('under another positive list forgets everybody who is not on it; under the same one, who left stays', async () => {
  const { life, pseudonym, account } = await lived();
  await life.collect();
  const all = life.run.scope;
  saveScope(life.store, all, '2026-01-22T00:00:00.000Z');
  const left = pseudonym('u0p0');
  Object.assign(account('u0p0'), { accountEnabled: false, enabled: false });
  await life.collect();
  expect(filesWith(life.store.folder, left).length).toBeGreaterThan(0);
  saveScope(
    life.store,
    { ...all, positiveGroupId: '0b6d1c2e-0f0f-4a5b-9a51-aa00bb11cc23' },
    '2026-01-23T00:00:00.000Z',
  );
  expect(isUnlistedHeld(life.store)).toBe(true);
  await life.collect();
  expect(filesWith(life.store.folder, left)).toEqual([]);
  expect(filesWith(life.store.folder, pseudonym('u0p1')).length).toBeGreaterThan(0);
  expect(isUnlistedHeld(life.store)).toBe(false);
  life.close();
}, 60_000);
