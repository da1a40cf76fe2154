import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { aboutMeAnswer, ownExportAnswer, refusal, ROLES } from '../../connector/api/answers.ts';
import { bridgeBuilderAnswer, bridgeBuildersAnswer } from '../../connector/api/bridge-answers.ts';
import { placeBridgeBuilders } from '../../connector/collect-bridge-builders.ts';
import { forget } from '../../connector/forget.ts';
import { RealIdentity } from '../../connector/privacy/real-identity.ts';
import { readBoundary } from '../../connector/store/boundary-ledger.ts';
import { readBridgeBuilders } from '../../connector/store/bridge-builders.ts';
import { addObjection } from '../../connector/store/marks.ts';
import { addProtected } from '../../connector/store/protected.ts';
import { partsOf, textOf } from '../documents/opened-docx.ts';
import { everyFile, filesWith } from '../store/temporary-store.ts';
import { TENANT } from './entra.ts';
import { EMPLOYEES, fillPeriod, objectId, ownMark, unitOf } from './own-people.ts';
import { keyOf, STANDING_KEY, startServer, type TestServer } from './test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
  fillPeriod(server.store);
});
afterEach(() => server.close());

const NAMES: Readonly<Record<number, string>> = {
  1: 'Åse Canary',
  2: 'Ola Canary',
  61: 'Anne Canary',
  120: 'Bo Canary',
};
const nameOf = (n: number): string => NAMES[n] ?? `Number ${String(n)} Canary`;

async function ask(n: number, path: string, roles: readonly string[] = [], body?: unknown, more: object = {}) {
  const token = await server.token(roles, { oid: objectId(n), name: nameOf(n), ...more });
  return fetch(`${server.url}/api${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function stand(n: number, stands = true, more: object = {}): Promise<void> {
  const response = await ask(n, '/bridge-builder', [], { stands }, more);
  expect(bridgeBuilderAnswer.parse(await response.json()).stands).toBe(stands);
}

async function own(n: number, more: object = {}) {
  return aboutMeAnswer.parse(await (await ask(n, '/about-me', [], undefined, more)).json()).bridgeBuilder;
}

async function listed(role = 'Leader') {
  return bridgeBuildersAnswer.parse(await (await ask(900, '/bridge-builders', [role])).json()).units;
}

/** A reading finds everybody of the directory but these. */
function read(without: readonly number[] = []): Promise<void> {
  const found = EMPLOYEES.filter((n) => !without.includes(n));
  return placeBridgeBuilders(
    {
      ...{ tenantId: TENANT, store: server.store, random: server.house.random, now: () => server.clock.at },
      ...{ openStandingKey: () => Promise.resolve(STANDING_KEY), stillOurs: () => undefined },
    },
    found.map((n) => ({ identity: new RealIdentity(objectId(n)), unit: unitOf(n) })),
  );
}

test('whoever says yes is shown from the next reading on: by unit, then by name in Norwegian order, and nothing beside it', async () => {
  for (const n of [120, 1, 61, 2]) await stand(n);
  expect(await listed()).toEqual([]);
  expect(await own(1)).toEqual({
    stands: { name: 'Åse Canary', unit: null },
    offered: { name: 'Åse Canary', unit: 'North/School' },
  });
  await read();
  expect(await listed()).toEqual([
    { unit: 'North/Nursery', names: ['Anne Canary'] },
    { unit: 'North/School', names: ['Ola Canary', 'Åse Canary'] },
    { unit: 'South/Care', names: ['Bo Canary'] },
  ]);
  expect((await own(1)).stands).toEqual({ name: 'Åse Canary', unit: 'North/School' });
  expect((await ask(900, '/bridge-builders', ['Leader'])).headers.get('cache-control')).toBe('no-store');
});

test('only those whom the page tells of may look; nobody can be put there by another', async () => {
  await stand(1);
  await read();
  const allowed = ['Leader', 'LaunchOwner', 'PrivacyOfficer', 'DataProtectionOfficer', 'EmployeeRepresentative'];
  for (const role of [...ROLES, 'Employee']) {
    const response = await ask(901, '/bridge-builders', [role]);
    expect([role, response.status]).toEqual([role, allowed.includes(role) ? 200 : 403]);
    if (!allowed.includes(role)) expect(await response.text()).not.toContain('Canary');
  }
  for (const body of [
    { stands: true, name: 'Ola Canary' },
    { stands: true, person: objectId(2) },
    { stands: true, unit: 'South/Care' },
    { stands: 'yes' },
    {},
  ]) {
    expect([body, (await ask(900, '/bridge-builder', ['Leader'], body)).status]).toEqual([body, 400]);
  }
  const guest = await ask(5, '/bridge-builder', ['Leader'], { stands: true }, { acct: 1 });
  expect([guest.status, readBridgeBuilders(server.store).length]).toEqual([403, 1]);
});

test('it is the same choice whatever is held: of one who objects, one who is protected, one nobody has read', async () => {
  addObjection(server.store, ownMark(1));
  addProtected(server.store, ownMark(2));
  for (const n of [1, 2, 61, 999]) await stand(n);
  expect(await listed()).toEqual([]);
  expect((await own(999)).offered).toEqual({ name: 'Number 999 Canary', unit: null });
  await read();
  expect(await listed()).toEqual([
    { unit: 'North/Nursery', names: ['Anne Canary'] },
    { unit: 'North/School', names: ['Ola Canary', 'Åse Canary'] },
  ]);
  // Not on the positive list: gone, and its page says so.
  expect((await own(999)).stands).toBeNull();
  // An objection is about being read and changes nothing here.
  await ask(61, '/objection', [], { objects: true });
  await read();
  expect((await listed())[0]?.names).toEqual(['Anne Canary']);
});

test('withdrawing removes it at once everywhere, and leaves no byte in the data folder', async () => {
  await stand(1);
  await stand(2);
  await read();
  const [one, other] = readBridgeBuilders(server.store);
  const folder = server.store.folder;
  expect(everyFile(folder).filter(({ bytes }) => bytes.includes('Canary'))).toEqual([]);
  await stand(1, false);
  expect(await listed()).toEqual([{ unit: 'North/School', names: ['Ola Canary'] }]);
  expect(await own(1)).toMatchObject({ stands: null, offered: { name: 'Åse Canary' } });
  const [left] = readBridgeBuilders(server.store);
  const gone = left === one ? other : one;
  expect(filesWith(folder, String(gone).slice(0, 80))).toEqual([]);
  // Once more changes nothing.
  await stand(1, false);
  expect(readBridgeBuilders(server.store)).toEqual([left]);
  const noted = readBoundary(server.store).map(({ event }) => event);
  expect(noted.filter(({ kind }) => kind !== 'scope')).toEqual([{ kind: 'bridge-builders' }]);
});

test('standing again takes today’s name and keeps the unit; a unit that changed comes with the next reading', async () => {
  await stand(1);
  await read();
  const married = { name: 'Åse Nygift' };
  expect(await own(1, married)).toEqual({
    stands: { name: 'Åse Canary', unit: 'North/School' },
    offered: { name: 'Åse Nygift', unit: 'North/School' },
  });
  await stand(1, true, married);
  expect(await listed()).toEqual([{ unit: 'North/School', names: ['Åse Nygift'] }]);
  const before = readBridgeBuilders(server.store);
  await read();
  // Nothing changed, so nothing is written.
  expect(readBridgeBuilders(server.store)).toEqual(before);
});

test('whoever leaves falls off at the next reading, and whoever is forgotten at once', async () => {
  for (const n of [1, 2, 61]) await stand(n);
  await read();
  await read([2]);
  expect((await listed()).flatMap(({ names }) => names)).toEqual(['Anne Canary', 'Åse Canary']);
  await forget({
    ...{ store: server.store, tenantId: TENANT, person: objectId(61), now: () => server.clock.at, holder: 'a test' },
    custody: {
      standingKey: () => Promise.resolve(STANDING_KEY),
      openPeriodKey: (_tenant, id) => Promise.resolve(keyOf(id)),
    },
    wait: () => Promise.resolve(),
  });
  expect((await listed()).flatMap(({ names }) => names)).toEqual(['Åse Canary']);
});

test('a sign-in without a name cannot stand, and is told whose move it is', async () => {
  const nameless = { name: undefined };
  expect(await own(1, nameless)).toEqual({ stands: null, offered: { name: null, unit: 'North/School' } });
  const response = await ask(1, '/bridge-builder', [], { stands: true }, nameless);
  expect([response.status, refusal.parse(await response.json()).about]).toEqual([409, 'no-name']);
  await stand(1);
  await stand(1, false, nameless);
  expect(readBridgeBuilders(server.store)).toEqual([]);
});

test('stands in one’s own export and in nobody else’s, nor in any other answer', async () => {
  await stand(1);
  await read();
  const fetched = async (n: number) => {
    const answer = ownExportAnswer.parse(await (await ask(n, '/about-me/export?language=nb')).json());
    const [json, docx] = answer.files.map(({ base64 }) => Buffer.from(base64, 'base64'));
    const told = z.looseObject({ bridgeBuilder: z.unknown() }).parse(JSON.parse(String(json)));
    return [told.bridgeBuilder, textOf(partsOf(docx ?? Buffer.alloc(0)).get('word/document.xml') ?? '')] as const;
  };
  const [mine, page] = await fetched(1);
  expect(mine).toEqual({ name: 'Åse Canary', unit: 'North/School' });
  expect(page).toContain('Ledere ser navnet ditt og enheten din: Åse Canary, North/School.');
  const [theirs, otherPage] = await fetched(2);
  expect([theirs, otherPage.includes('Canary')]).toEqual([null, false]);
  for (const path of ['/me', '/about', '/journey', '/office', '/office/archive', '/documents/dpia?language=nb']) {
    const text = await (await ask(902, path, ['Leader', 'PrivacyOfficer'])).text();
    expect([path, text.includes('Åse')]).toEqual([path, false]);
  }
});
