import { CLOUDS } from '../connector/microsoft-graph/clouds.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Finding } from '../connector/doctor-finding.ts';
import { tryMicrosoft } from '../connector/doctor-trials.ts';
import { signIn } from '../connector/microsoft-graph/sign-in.ts';
import { demoScope, parseScope, type Scope } from '../connector/privacy/scope.ts';
import { CLIENT_ID, opened, SECRET } from './demo-tenant/opened.ts';
import { id, NESTED_GROUP, SCOPE_GROUP } from './demo-tenant/small-world.ts';
import { recordedRandomness } from './recorded-randomness.ts';
import { temporaryFolder } from './temporary-folder.ts';

const random = recordedRandomness('doctor of units');
const ROLES = ['User.Read.All', 'GroupMember.Read.All', 'Mail.ReadBasic.All'];

/** What doctor finds of units in the demo tenant of Anna, Bjarne and Cecilie. */
async function found(
  units: Scope['units'],
  file?: string,
  roles = ROLES,
  unitsOut: readonly string[] = [],
  competences: Scope['competences'] = [],
): Promise<Finding[]> {
  using room = await opened({ roles });
  const { now, wait } = room.clock;
  const { tenantId } = room.tenant;
  const dataFolder = join(temporaryFolder(), 'data');
  mkdirSync(dataFolder);
  if (file !== undefined) writeFileSync(join(dataFolder, 'units.csv'), file);
  const plain = demoScope({
    organisation: 'Fjord kommune',
    positiveGroupId: SCOPE_GROUP,
    unitAttribute: 'department',
    sources: ['sent-items'],
    titles: { leader: [], elected: [] },
    from: '2026-01-01',
    endsOn: '2036-01-01',
  });
  const tokens = signIn({ tenantId, clientId: CLIENT_ID, credential: { secret: SECRET }, now });
  const scope = parseScope({
    ...plain,
    ...{ unitsOut, competences, structuralTables: competences.length > 0 },
    ...(units && { units }),
  });
  return await tryMicrosoft({
    tokens,
    cloud: CLOUDS.global,
    tenantId,
    scope,
    dataFolder,
    openStandingKey: () => Promise.reject(new Error('never made')),
    store: undefined,
    now,
    wait,
    random,
  });
}

const ofUnits = (findings: readonly Finding[]) => findings.filter(({ check }) => check === 'units');

test('units from the attribute are no check of their own', async () => {
  expect(ofUnits(await found(undefined))).toEqual([]);
});

test('groups and managers are asked, with the permissions they need and no other', async () => {
  const groups = await found({ from: 'groups', groups: [{ groupId: NESTED_GROUP, unit: 'All' }] });
  expect(ofUnits(groups)).toMatchObject([{ state: 'good' }]);
  expect(groups.find(({ check }) => check === 'permissions')).toMatchObject({ state: 'good' });
  expect(ofUnits(await found({ from: 'managers', levels: 2 }))).toMatchObject([{ state: 'good' }]);
});

test('a group or a file that is not there is told, and so is who has no unit, by number', async () => {
  const gone = await found({ from: 'groups', groups: [{ groupId: id(999), unit: 'All' }] });
  expect(ofUnits(gone)).toMatchObject([{ state: 'wrong' }]);
  const fromFile = { from: 'hr-file', file: 'units.csv' } as const;
  expect(ofUnits(await found(fromFile))).toMatchObject([{ state: 'wrong' }]);
  const [told] = ofUnits(await found(fromFile, `person,unit\n${id(1)},Harbour\n`));
  expect(told).toMatchObject({ state: 'note', whoseMove: 'privacy officer' });
  expect(told?.says).toContain('2 people have no unit');
});

test('a competence that too few have is told by its name, and by no number', async () => {
  const asked = (groupId: string, units?: Scope['units'], unitsOut: string[] = []) =>
    found(units, undefined, ROLES, unitsOut, [{ name: 'Sign language', groupId }]);
  const told = async (...of: Parameters<typeof asked>) =>
    (await asked(...of)).filter(({ check }) => check === 'competence-groups');
  const [few] = await told(NESTED_GROUP);
  expect(few).toMatchObject({ state: 'note', whoseMove: 'privacy officer' });
  expect(few?.says).toContain('Fewer than 20 of the list have Sign language');
  expect(await told(id(999))).toMatchObject([{ state: 'wrong' }]);
  expect(await told(NESTED_GROUP, { from: 'managers', levels: 2 }, ['Care'])).toMatchObject([{ state: 'untried' }]);
});

test('untried units are named where a permission is wrong', async () => {
  const excessive = await found({ from: 'managers', levels: 1 }, undefined, [...ROLES, 'Mail.ReadWrite']);
  expect(excessive.find(({ check }) => check === 'unit-managers')).toMatchObject({ state: 'untried' });
});

test('people of a unit that the scope leaves out are told by number, and are not among those placed', async () => {
  const fromFile = { from: 'hr-file', file: 'units.csv' } as const;
  const lines = `person,unit\n${id(1)},Harbour\n`;
  const findings = ofUnits(await found(fromFile, lines, ROLES, ['Harbour']));
  expect(findings.map(({ says }) => says)).toEqual([
    expect.stringContaining('2 people have no unit'),
    '1 people are in units that the scope leaves out: they are not read.',
  ]);
  expect(ofUnits(await found(undefined, undefined, ROLES, ['No such unit']))).toMatchObject([{ state: 'good' }]);
});
