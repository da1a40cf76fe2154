import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readTenantFolder } from '../connector/demo-tenant/tenant-folder.ts';
import { bridgeBuilderBox } from '../connector/privacy/bridge-builder.ts';
import { markMaker } from '../connector/privacy/mark.ts';
import { OwnName } from '../connector/privacy/own-name.ts';
import { RealIdentity } from '../connector/privacy/real-identity.ts';
import { addBridgeBuilder, readBridgeBuilders } from '../connector/store/bridge-builders.ts';
import { addObjection } from '../connector/store/marks.ts';
import { addProtected } from '../connector/store/protected.ts';
import { writeInventedTenant } from './invented-tenant.ts';
import { liveTenant } from './lived-tenant.ts';
import { recordedRandomness } from './recorded-randomness.ts';
import { filesWith } from './store/temporary-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

const STRANGER = '0f0f0f0f-0000-4000-8000-00000000ffff';
const random = recordedRandomness('standing in a run');

it('a run places everybody who stands by the directory alone, lets go of who is not in it, and writes the name nowhere', async () => {
  const source = join(temporaryFolder(), 'tenant');
  mkdirSync(source);
  writeInventedTenant(source, { days: 14, headsAUnit: 12 });
  const world = await readTenantFolder(source);
  const { from, to } = { from: '2026-01-01', to: '2026-01-15' } as const;
  const life = await liveTenant({ world, folder: temporaryFolder(), from, to });
  const key = await life.run.openStandingKey();
  const box = bridgeBuilderBox(world.tenantId, key);
  const account = (name: string) => world.accounts.find((it) => it.userPrincipalName.startsWith(`${name}@`))!;
  const known = ['u0p0', 'u0p1', 'u1p0'].map(account);
  for (const id of [...known.map((it) => it.id), STRANGER]) {
    const who = { person: new RealIdentity(id), name: OwnName.read('Kari Canary')!, unit: null };
    addBridgeBuilder(life.store, box.seal(who, random), '2026-01-10T08:00:00.000Z', []);
  }
  const markOf = markMaker(world.tenantId, key);
  const [objecting, protectedOne] = known;
  addObjection(life.store, markOf(new RealIdentity(objecting?.id ?? '')));
  addProtected(life.store, markOf(new RealIdentity(protectedOne?.id ?? '')));
  await life.collect();
  const placed = new Map(
    readBridgeBuilders(life.store).map((sealed) => {
      const { person, unit } = box.open(sealed);
      return [person.reveal(), unit] as const;
    }),
  );
  expect(placed).toEqual(new Map(known.map(({ id, department }) => [id, department])));
  for (const text of ['Canary', STRANGER, ...known.map(({ id }) => id)]) {
    expect([text, filesWith(life.store.folder, text)]).toEqual([text, []]);
  }
  const [sealed = ''] = readBridgeBuilders(life.store);
  const held = life.store.decisions.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  const tables = held.map(({ name }) => String(name));
  const withIt = tables.filter((table) =>
    life.store.decisions
      .prepare(`SELECT * FROM "${table}"`)
      .all()
      .some((row) => Object.values(row).some((value) => String(value).includes(sealed.slice(0, 40)))),
  );
  expect(withIt).toEqual(['bridge_builders']);
  life.close();
}, 60_000);
