import { describe, expect, test } from 'vitest';
import { unitsFromAttribute } from '../../connector/microsoft-graph/unit-placement.ts';
import { previewUnits } from '../../connector/microsoft-graph/unit-preview.ts';
import { readUnitsFromGroups } from '../../connector/microsoft-graph/units-from-groups.ts';
import { readUnitsFromManagers } from '../../connector/microsoft-graph/units-from-managers.ts';
import { makeGet } from '../../connector/microsoft-graph/get.ts';
import { readDirectory } from '../../connector/microsoft-graph/people.ts';
import { signIn } from '../../connector/microsoft-graph/sign-in.ts';
import type { DemoTenantSettings } from '../../connector/demo-tenant/demo-tenant.ts';
import type { Exchange } from '../../connector/demo-tenant/exchange.ts';
import { CLIENT_ID, opened, SECRET } from '../demo-tenant/opened.ts';
import { ACCOUNTS, id, NESTED_GROUP, SCOPE_GROUP, smallWorld } from '../demo-tenant/small-world.ts';
import { inventedScope } from '../privacy/invented-scope.ts';
import { recordedRandomness } from '../recorded-randomness.ts';
import { directoryOf, member, TITLES } from './invented-people.ts';
import { failure } from './played-graph.ts';

const ON = '2026-09-01';

/** The demo tenant's directory: Anna (1), Bjarne (2) and Cecilie (3). */
async function connected(different: Partial<DemoTenantSettings> = {}) {
  const exchanges: Exchange[] = [];
  const tenant = await opened({ onExchange: (exchange) => exchanges.push(exchange), ...different });
  const { now, wait } = tenant.clock;
  const credential = { secret: SECRET };
  const tokens = signIn({ tenantId: tenant.tenant.tenantId, clientId: CLIENT_ID, credential, now });
  const get = makeGet({ tokens, now, wait, random: recordedRandomness('units') });
  const directory = await readDirectory({
    get,
    positiveGroupId: SCOPE_GROUP,
    unitAttribute: 'department',
    titles: TITLES,
  });
  return { get, directory, exchanges, [Symbol.dispose]: tenant[Symbol.dispose] };
}

const unitsOf = (directory: { people: readonly { identity: { reveal(): string }; unit: string }[] }) =>
  Object.fromEntries(directory.people.map(({ identity, unit }) => [Number(identity.reveal().slice(-12)), unit]));

describe('units from groups', () => {
  const ONE = id(910);
  const TWO = id(911);
  const groups = [
    ...smallWorld().groups,
    // The pupil and the guest are in a unit's group, and on nobody's list.
    { id: ONE, displayName: 'One', mail: null, kind: 'security', memberIds: [id(1), id(2), id(4), id(5)] },
    { id: TWO, displayName: 'Two', mail: null, kind: 'security', memberIds: [id(2)] },
  ] as const;
  const world = smallWorld({ groups });

  test('are the group’s path; the deeper unit has the person; who is in none has none', async () => {
    using room = await connected({ world });
    const { directory, remarks } = await readUnitsFromGroups({
      ...room,
      groups: [
        { groupId: TWO, unit: ' Helse / Hjemme ' },
        { groupId: ONE, unit: 'Helse' },
      ],
      on: ON,
    });
    expect(unitsOf(directory)).toEqual({ 1: 'Helse', 2: 'Helse/Hjemme', 3: '' });
    expect(remarks.inSeveralGroups).toBe(0);
    expect(directory.people.map(({ placedBy }) => placedBy)).toEqual(Array(3).fill({ origin: 'groups', on: ON }));
    expect(directory.headcounts().map(({ unit, heads }) => [unit, heads])).toEqual([
      ['', 1],
      ['Helse', 1],
      ['Helse/Hjemme', 1],
    ]);
  });

  test('of units side by side the first listed has the person, and it is counted', async () => {
    using room = await connected({ world });
    const side = [
      { groupId: ONE, unit: 'Helse' },
      { groupId: TWO, unit: 'Skole' },
    ];
    const { directory, remarks } = await readUnitsFromGroups({ ...room, groups: side, on: ON });
    expect([unitsOf(directory)[2], remarks.inSeveralGroups]).toEqual(['Helse', 1]);
  });

  test('groups within groups count, and addresses still reach whom they reached', async () => {
    using room = await connected({ world });
    const nested = [{ groupId: NESTED_GROUP, unit: 'All' }];
    const { directory } = await readUnitsFromGroups({ ...room, groups: nested, on: ON });
    expect(unitsOf(directory)).toEqual({ 1: 'All', 2: 'All', 3: 'All' });
    expect(directory.resolve('anna.alias@fjord.example')).toBe(room.directory.people[0]?.identity);
  });

  test('a group that is not there, or a path that is none, is told by its place', async () => {
    using room = await connected({ world });
    const gone = readUnitsFromGroups({ ...room, groups: [{ groupId: id(999), unit: 'A' }], on: ON });
    const told = await failure(gone);
    expect(told.code).toBe('bad-setting');
    expect(told.sentence).toContain('Group 1');
    const blank = readUnitsFromGroups({ ...room, groups: [{ groupId: ONE, unit: ' / ' }], on: ON });
    expect((await failure(blank)).sentence).toContain('Group 1');
  });
});

describe('units from managers', () => {
  test('are asked person by person, of the positive list alone', async () => {
    const accounts = ACCOUNTS.map((account) => {
      const number = Number(account.id.slice(-12));
      // Cecilie's manager is a guest, Anna leads Bjarne.
      return { ...account, managerId: number === 3 ? id(5) : account.managerId, department: `Town/Unit ${number}` };
    });
    using room = await connected({ world: smallWorld({ accounts }) });
    const before = room.exchanges.length;
    const { directory, remarks } = await readUnitsFromManagers({ ...room, levels: 2, on: ON });
    expect(unitsOf(directory)).toEqual({ 1: 'Unit 1', 2: 'Unit 1', 3: '' });
    expect(remarks).toMatchObject({ circles: 0, managersWithoutName: 0 });
    expect(directory.people[0]?.placedBy).toEqual({ origin: 'managers', on: ON });
    const asked = room.exchanges.slice(before).map(({ url }) => new URL(url));
    expect(asked.map(({ pathname }) => pathname).toSorted()).toEqual([1, 2, 3].map((n) => `/v1.0/users/${id(n)}`));
    expect(new Set(asked.map(({ searchParams }) => searchParams.toString()))).toEqual(
      new Set(['%24select=id&%24expand=manager%28%24select%3Did%29']),
    );
  });

  test('who left meanwhile has no manager; without the permission it is said which', async () => {
    const gone = { kind: 'answer', status: 404, headers: {}, body: '{"error":{"code":"Request_ResourceNotFound"}}' };
    using room = await connected({
      faults: ({ template, url }) =>
        template === '/users/{id}' && url.pathname.endsWith(id(2)) ? { ...gone, kind: 'answer' } : undefined,
    });
    expect(unitsOf((await readUnitsFromManagers({ ...room, levels: 1, on: ON })).directory)).toMatchObject({ 2: '' });
    const faults: DemoTenantSettings['faults'] = ({ template }) =>
      template === '/users/{id}'
        ? { kind: 'answer', status: 403, headers: {}, body: '{"error":{"code":"Authorization_RequestDenied"}}' }
        : undefined;
    room[Symbol.dispose]();
    using refused = await connected({ faults });
    const told = await failure(readUnitsFromManagers({ ...refused, levels: 1, on: ON }));
    expect(told.code).toBe('consent-missing');
    expect(told.sentence).toContain('User.Read.All');
  });
});

describe('the preview', () => {
  test('says heads, people without a unit, and what shares a row; and bears nobody', async () => {
    const unit = (number: number) =>
      number < 200
        ? 'Helse/Hjem'
        : number < 260
          ? 'Helse/Lege'
          : number < 270
            ? 'Helse/Liten'
            : number < 400
              ? 'Skole'
              : null;
    const members = Array.from({ length: 410 }, (_, n) => member(n, { department: unit(n) }));
    const preview = previewUnits(unitsFromAttribute(await directoryOf(members), ON), inventedScope());
    expect(preview).toMatchObject({
      origin: 'attribute',
      on: ON,
      people: 410,
      withoutUnit: 10,
      units: [
        { unit: 'Helse/Hjem', heads: 200 },
        { unit: 'Helse/Lege', heads: 60 },
        { unit: 'Helse/Liten', heads: 10 },
        { unit: 'Skole', heads: 130 },
      ],
    });
    const apps = preview.tables.find(({ name }) => name === 'apps');
    // Ten heads are too few for a row, alone under Helse too; at the top they join the smallest row.
    expect(apps).toEqual({
      name: 'apps',
      floor: 35,
      merged: [{ row: 'Helse/Lege, others', heads: 70, units: ['Helse/Lege', 'Helse/Liten'] }],
      inNoRow: [],
    });
    const six = inventedScope({ sources: ['active-users', 'copilot-usage', 'sharepoint-activity', 'teams-devices'] });
    const wider = previewUnits(unitsFromAttribute(await directoryOf(members), ON), six);
    expect(wider.tables.find(({ name }) => name === 'apps')?.floor).toBe(50);
    expect(JSON.stringify(preview)).not.toMatch(/person\d|@|0a1b2c3d/);
  });

  test('of too few people shows units in no row; of nobody, nothing', async () => {
    const few = previewUnits(unitsFromAttribute(await directoryOf([member(1), member(2)]), ON), inventedScope());
    expect(few.tables.map(({ merged, inNoRow }) => [merged, inNoRow])).toEqual(Array(6).fill([[], ['Helse/Hjemme']]));
    const nobody = previewUnits(unitsFromAttribute(await directoryOf([]), ON), inventedScope());
    expect(nobody).toMatchObject({ origin: null, on: null, people: 0, units: [] });
  });
});
