import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collect } from '../connector/collect.ts';
import { Failure } from '../connector/failure.ts';
import type { World } from '../connector/demo-tenant/world.ts';
import { readTenantFolder } from '../connector/demo-tenant/tenant-folder.ts';
import { parseScope, type Scope } from '../connector/privacy/scope.ts';
import { readCompetences } from '../connector/store/competences.ts';
import { readHeadcounts, readMemberships } from '../connector/store/people.ts';
import { TABLES_MEASURED } from '../connector/privacy/table-name.ts';
import { previewLines, previewOfUnits } from '../connector/units.ts';
import { writeInventedTenant } from './invented-tenant.ts';
import { liveTenant, type Lived } from './lived-tenant.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SPAN = { from: '2026-01-01', to: '2026-04-01' } as const;
const ONE_DAY = { from: '2026-01-01', to: '2026-01-02' } as const;
const HEADS = 10;
const EAST = '00000000-0000-4000-8000-0000000000e1';
const WEST = '00000000-0000-4000-8000-0000000000e2';

/**
 * Four units of ten; u0p0 leads u1p0, u2p0 and u3p0, each of whom leads the nine others of their unit, and u0p0 those of
 * their own. Units 0 and 1 are the group East; the first five people of unit 1 are the group West as well.
 */
async function lived(units: Scope['units'], change: (world: World) => World = (world) => world) {
  const folder = join(temporaryFolder(), 'tenant');
  mkdirSync(folder);
  writeInventedTenant(folder, { headsAUnit: HEADS, days: 6 });
  const world = await readTenantFolder(folder);
  const idOf = new Map(world.accounts.map(({ displayName, id }) => [displayName, id]));
  const idsOf = (pattern: RegExp): string[] =>
    world.accounts.filter(({ displayName }) => pattern.test(displayName)).map(({ id }) => id);
  const accounts = world.accounts.map((account) => {
    const [, unit = '', place = ''] = /^u(\d)p(\d)$/.exec(account.displayName) ?? [];
    const manager = place === '0' ? 'u0p0' : `u${unit}p0`;
    const managerId = unit === '' || manager === account.displayName ? null : (idOf.get(manager) ?? null);
    return { ...account, managerId };
  });
  const group = (id: string, pattern: RegExp) =>
    ({ id, displayName: 'unit', mail: null, kind: 'security', memberIds: idsOf(pattern) }) as const;
  const groups = [...world.groups, group(EAST, /^(u[01]p|pupil)/), group(WEST, /^u1p[0-4]/)];
  const life = await liveTenant({ world: change({ ...world, accounts, groups }), folder: temporaryFolder(), ...SPAN });
  const scope = parseScope({ ...life.scope, ...(units === undefined ? {} : { units }) });
  const address = (name: string): string =>
    world.accounts.find(({ displayName }) => displayName === name)?.userPrincipalName ?? '';
  return { life, run: { ...life.run, scope, span: ONE_DAY }, address };
}

function headsByUnit({ store, period }: Lived): Record<string, number> {
  const heads: Record<string, number> = {};
  for (const line of readHeadcounts(store.period(period))) heads[line.unit] = (heads[line.unit] ?? 0) + line.heads;
  return heads;
}

/** What the rows of everybody say placed them, each once. */
function placings({ store, period }: Lived): unknown[] {
  const told = readMemberships(store.period(period)).map(({ placedBy }) => JSON.stringify(placedBy));
  return [...new Set(told)].map((placing) => JSON.parse(placing) as unknown);
}

function membersByUnit({ store, period }: Lived): Record<string, number> {
  const members: Record<string, number> = {};
  for (const { unit } of readMemberships(store.period(period))) members[unit] = (members[unit] ?? 0) + 1;
  return members;
}

const FROM_GROUPS: Scope['units'] = {
  from: 'groups',
  groups: [
    { groupId: EAST, unit: 'East' },
    { groupId: WEST, unit: 'West' },
  ],
};
const FROM_FILE: Scope['units'] = { from: 'hr-file', file: 'hr/units.csv' };

function hand({ store }: Lived, lines: readonly string[]): void {
  mkdirSync(join(store.folder, 'hr'));
  const file = join(store.folder, 'hr', 'units.csv');
  writeFileSync(file, lines.join('\n'));
  utimesSync(file, new Date('2026-03-05T12:00:00Z'), new Date('2026-03-05T12:00:00Z'));
}

describe('a run reads who has a competence', () => {
  const competences = [
    { name: 'Sign language', groupId: EAST },
    { name: 'Law', groupId: WEST },
  ];

  it('of the list alone, under the pseudonyms of the period, and only where structural tables are on', async () => {
    const { life, run } = await lived(undefined);
    await collect({ ...run, scope: { ...run.scope, competences } });
    const file = life.store.period(life.period);
    expect(readCompetences(file)).toEqual([]);
    await collect({ ...run, scope: { ...run.scope, competences, structuralTables: true } });
    // The pupil of East is on nobody's list.
    const found = readCompetences(file);
    expect(found.map(({ name, heads, holders }) => [name, heads, holders.length])).toEqual([
      ['Law', 5, 5],
      ['Sign language', 20, 20],
    ]);
    const listed = new Set(readMemberships(file).map(({ person }) => person));
    expect(found.flatMap(({ holders }) => holders).every((holder) => listed.has(holder))).toBe(true);
    life.close();
  });

  it('and ends where a group is not there, told by its place in the scope', async () => {
    const { life, run } = await lived(undefined);
    const gone = [competences[0]!, { name: 'Law', groupId: EAST.replace('e1', 'ff') }];
    const failed = await collect({ ...run, scope: { ...run.scope, competences: gone, structuralTables: true } }).catch(
      (error: unknown) => error,
    );
    expect(failed).toMatchObject({ code: 'bad-setting' });
    expect(String(failed)).toContain('Group 2 of the competences');
    life.close();
  });
});

describe('a run places people in the units that', () => {
  it('the directory’s attribute tells, where the scope says nothing', async () => {
    const { life, run } = await lived(undefined);
    await collect(run);
    const units = { '': 1, Council: 1, 'North/School': 10, 'North/Nursery': 10, 'South/Care': 10, 'South/Health': 10 };
    expect(headsByUnit(life)).toEqual(units);
    expect(membersByUnit(life)).toEqual(units);
    expect(placings(life)).toEqual([{ origin: 'attribute', on: '2026-04-05' }]);
    life.close();
  });

  it('groups make', async () => {
    const { life, run } = await lived(FROM_GROUPS);
    await collect(run);
    // West's five are in East before; the pupil is on nobody's list; units 2 and 3, the mayor and one more are in none.
    expect(headsByUnit(life)).toEqual({ East: 20, '': 22 });
    expect(membersByUnit(life)).toEqual({ East: 20, '': 22 });
    life.close();
  });

  it('the chain of managers makes, and the run is heard of for each person asked about', async () => {
    const { life, run } = await lived({ from: 'managers', levels: 1 });
    let heard = 0;
    await collect({ ...run, report: ({ step }) => (heard += step === 'directory' ? 1 : 0) });
    // The top's own ten are directly under it; mayor and lone are led by nobody.
    expect(headsByUnit(life)).toEqual({ School: 10, Nursery: 10, Care: 10, Health: 10, '': 2 });
    expect(heard).toBe(1 + 42);
    expect(placings(life)).toEqual([{ origin: 'managers', on: '2026-04-05' }]);
    life.close();
  });

  it('a file from HR names, read from the data folder', async () => {
    const { life, run, address } = await lived(FROM_FILE);
    hand(life, ['person;unit', `${address('u0p1')};Harbour`, `${address('u3p1')};Harbour`, 'nobody@else.example;Mill']);
    await collect(run);
    expect(headsByUnit(life)).toEqual({ Harbour: 2, '': 40 });
    expect(placings(life)).toEqual([{ origin: 'hr-file', on: '2026-03-05' }]);
    life.close();
  });
});

describe('a run is refused, and the directory of the run before stays,', () => {
  async function refused(units: Scope['units'], prepare: (life: Lived) => void = () => undefined): Promise<Failure> {
    const { life, run } = await lived(units);
    await collect({ ...run, scope: life.scope });
    const before = headsByUnit(life);
    prepare(life);
    const failure: unknown = await collect(run).catch((error: unknown) => error);
    expect(headsByUnit(life)).toEqual(before);
    life.close();
    if (!(failure instanceof Failure)) throw new Error('The run was not refused.');
    return failure;
  }

  it('where the file from HR is not there', async () => {
    const { code, message } = await refused(FROM_FILE);
    expect(code).toBe('bad-setting');
    expect(message).toContain('data folder');
    expect(message).not.toContain('units.csv');
  });

  it('where the file from HR is wrong', async () => {
    const failure = await refused(FROM_FILE, (life) => {
      hand(life, ['person,unit', '01017012345,Harbour']);
    });
    expect(failure.code).toBe('bad-input');
    expect(failure.message).toContain('line 2');
    expect(failure.message).not.toContain('01017012345');
  });

  it('where a group is not there', async () => {
    const gone = { groupId: '00000000-0000-4000-8000-0000000000e9', unit: 'Gone' };
    const failure = await refused({ from: 'groups', groups: [gone] });
    expect(failure.code).toBe('bad-setting');
    expect(failure.message).toContain('Group 1');
  });
});

describe('the preview of units', () => {
  it('says what a run would make of them, and keeps nothing', async () => {
    const { life, run } = await lived(FROM_GROUPS);
    const preview = await previewOfUnits(run);
    expect(preview).toMatchObject({
      origin: 'groups',
      people: 42,
      withoutUnit: 22,
      units: [{ unit: 'East', heads: 20 }],
    });
    expect(preview.remarks.inSeveralGroups).toBe(5);
    expect(life.store.heldPeriods()).toEqual([]);
    life.close();
  });

  it('counts nobody of a unit that the scope leaves out, and says how many that is', async () => {
    const { life, run } = await lived(FROM_GROUPS);
    const out = { ...run, scope: { ...run.scope, unitsOut: ['East'] } };
    const preview = await previewOfUnits(out);
    expect(preview).toMatchObject({ people: 22, withoutUnit: 22, units: [], leftOut: 20 });
    expect(previewLines(preview)).toContain('    20  people of units that the scope leaves out: they are not read');
    life.close();
  });

  it('tells circles, and a file of HR by the day it was handed over', async () => {
    const circle = (world: World): World => {
      const [one, two] = ['u0p0', 'u1p0'].map((name) => world.accounts.find(({ displayName }) => displayName === name));
      const accounts = world.accounts.map((each) => (each === one ? { ...each, managerId: two?.id ?? null } : each));
      return { ...world, accounts };
    };
    const chain = await lived({ from: 'managers', levels: 2 }, circle);
    const { remarks } = await previewOfUnits(chain.run);
    expect([remarks.circles, remarks.inCircles]).toEqual([1, 40]);
    chain.life.close();

    const { life, run, address } = await lived(FROM_FILE);
    hand(life, ['person,unit', `${address('u0p1')},Harbour`, 'nobody@else.example,Mill']);
    const preview = await previewOfUnits(run);
    expect(preview).toMatchObject({ origin: 'hr-file', on: '2026-03-05', remarks: { linesAboutNobody: 1 } });
    life.close();
  });

  it('says which competence of the scope no table will count, and of how few not', async () => {
    const { life, run } = await lived(undefined);
    const competences = [
      { name: 'Sign language', groupId: EAST },
      { name: 'Law', groupId: WEST },
    ];
    const on = await previewOfUnits({ ...run, scope: { ...run.scope, competences, structuralTables: true } });
    expect(on.competencesOfTooFew).toEqual(['Law']);
    const told = previewLines(on).filter((line) => line.startsWith('Competence'));
    expect(told).toEqual(['Competence Law: fewer than 20 of the list have it. No table counts it.']);
    const off = await previewOfUnits({ ...run, scope: { ...run.scope, competences } });
    expect(off.competencesOfTooFew).toEqual([]);
    life.close();
  });

  it('reads as lines, and neither they nor the JSON name anybody', async () => {
    const { life, run } = await lived(FROM_GROUPS);
    const preview = await previewOfUnits(run);
    const lines = previewLines(preview);
    expect(lines.slice(0, 4)).toEqual([
      '    42  people; their units are from groups, as of 2026-04-05',
      '    20  East',
      '    22  people without a unit: they are counted in no row',
      '     5  people in several groups side by side: the first in the list has them',
    ]);
    expect(lines.filter((line) => line.startsWith('Table '))).toHaveLength(TABLES_MEASURED.length);
    expect([...lines, JSON.stringify(preview)].join('\n')).not.toMatch(/u\dp\d|@|[0-9a-f]{8}-[0-9a-f]{4}-/);
    life.close();
  });

  it('of nobody says so', () => {
    const empty = { origin: null, on: null, people: 0, withoutUnit: 0, units: [], tables: [] };
    const remarks = { inSeveralGroups: 0, circles: 0, inCircles: 0, managersWithoutName: 0, linesAboutNobody: 0 };
    expect(previewLines({ ...empty, remarks, leftOut: 0, notFound: 0, competencesOfTooFew: [] })).toEqual([
      'The positive list has no enabled members.',
    ]);
  });

  it('ends where it is told to', async () => {
    const { life, run } = await lived({ from: 'managers', levels: 1 });
    const stopped = new Error('stopped');
    const told = (): void => {
      throw stopped;
    };
    await expect(previewOfUnits({ ...run, toldOf: told })).rejects.toBe(stopped);
    life.close();
  });
});
