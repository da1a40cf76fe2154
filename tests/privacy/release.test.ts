import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Failure } from '../../connector/failure.ts';
import { checkLedger } from '../../connector/privacy/ledger.ts';
import { periodOf, quarterOf, type Day } from '../../connector/privacy/period.ts';
import type { PersonRow } from '../../connector/privacy/person-row.ts';
import { isRelease, release, reopenRelease, type Release, type ReleaseOrder } from '../../connector/privacy/release.ts';
import { TABLE_NAMES, type TableName } from '../../connector/privacy/table-name.ts';
import { APPS } from '../../connector/privacy/usage-day.ts';
import { byteStream } from './byte-stream.ts';
import { headcount, INSTITUTION } from './headcounts.ts';
import { ledgerOf } from './ledger-of.ts';

/** Two divisions of schools and homes, a staff unit and a council: 340 heads, of which 24 elected and 6 without a unit. */
const TOWN = [
  headcount('Oppvekst/Skole A', 60),
  headcount('Oppvekst/Skole B', 55, 'desk', 22),
  headcount('Helse/Hjem', 80, 'frontline', 20),
  headcount('Helse/Lege', 45, 'leader', 45),
  headcount('Stab', 70),
  headcount('Råd', 24, 'elected'),
  headcount('', 6),
];
const UNITS = [...TOWN.map(({ unit }) => unit), 'Elsewhere'];

const person = (
  unit: string,
  unitsReached: string[] = [],
  apps: PersonRow['apps'] = [],
  standing: PersonRow['standing'] = 'desk',
) => ({
  unit,
  standing,
  unitsReached,
  apps,
});

const anyPerson = fc.record<PersonRow>({
  unit: fc.constantFrom(...UNITS),
  standing: fc.constantFrom('leader', 'elected', 'frontline', 'desk'),
  unitsReached: fc.array(fc.constantFrom(...UNITS), { maxLength: 12 }),
  apps: fc.array(fc.constantFrom(...APPS), { maxLength: 6 }),
});

function made(order: Partial<ReleaseOrder> & { people: readonly PersonRow[] }, bytes = 'release'): Release {
  return release({
    period: quarterOf('2026-01-01'),
    once: false,
    level: 'standard',
    organisation: 'Fjordvik kommune',
    headcounts: TOWN,
    tablesOn: ['apps', 'breadth', 'reach'],
    ledger: [],
    releasedAt: '2026-04-05',
    random: byteStream(bytes),
    ...order,
  });
}

/** Every number of a release in order; blanks stay blanks. */
const cells = (it: Release) => it.tables.map(({ values }) => values);

/** What a person adds: the difference of two releases that drew the same noise. */
function difference(base: Release, other: Release): (number | null)[][][] {
  return base.tables.map(({ values }, table) =>
    values.map((row, r) =>
      row.map((value, c) => {
        const there = other.tables[table]?.values[r]?.[c];
        return value === null || there === null || there === undefined ? null : there - value;
      }),
    ),
  );
}

describe('a release', () => {
  it('has the layout that the headcounts make', () => {
    const { tables, units, heads, coveragePercent } = made({ people: [] });
    expect(tables.map(({ name, rho }) => [name, rho])).toEqual([
      ['reach', 0.2],
      ['breadth', 0.05],
      ['apps', 0.15],
    ]);
    const [reach, breadth, apps] = tables;
    // Partners: Helse 125, Oppvekst 115, Stab 70; D = 3, so σ² = 7.5 and the floor is ⌈30.1⌉ = 31 heads.
    expect(reach?.columns.map((column) => [column.name, column.heads])).toEqual([
      ['Helse', 125],
      ['Oppvekst', 115],
      ['Stab', 70],
    ]);
    expect(reach?.sigma).toBeCloseTo(Math.sqrt(7.5), 10);
    expect(reach?.rows.map((row) => [row.name, row.heads, row.coveragePercent])).toEqual([
      ['Helse/Hjem', 80, 25],
      ['Helse/Lege', 45, 100],
      ['Oppvekst/Skole A', 60, 100],
      ['Oppvekst/Skole B', 55, 40],
      ['Stab', 70, 100],
    ]);
    // Outside Helse/Hjem, Helse has 45 heads: blank. Outside Stab there is no Stab.
    expect(reach?.values.map((row) => row.map((value) => value === null))).toEqual([
      [true, false, false],
      [false, false, false],
      [false, false, false],
      [false, false, false],
      [false, false, true],
    ]);
    expect(breadth?.columns.map(({ name }) => name)).toEqual(['one-or-two', 'three-to-five', 'six-or-more']);
    expect(apps?.columns.map(({ name }) => name)).toEqual(['exchange', 'teams', 'files']);
    // The council's 24 heads count in apps alone, where they join the smallest row.
    expect(apps?.rows.map((row) => [row.name, row.heads])).toContainEqual(['Helse/Lege, others', 69]);
    expect(units).toContainEqual({ unit: 'Råd', heads: 24 });
    expect(units.map(({ unit }) => unit)).not.toContain('');
    expect([heads, coveragePercent]).toEqual([340, 75]);
  });

  it('gives `apps` the columns that are measured, pays for those alone and counts nothing else', () => {
    const one = person('Stab', [], ['copilot', 'mobile', 'exchange']);
    const tables = (people: PersonRow[], appsMeasured: ReleaseOrder['appsMeasured'] & object) =>
      made({ people, tablesOn: ['apps'], appsMeasured });
    for (const [measured, columns, sigma] of [
      [['mobile', 'exchange'], ['exchange', 'mobile'], Math.sqrt(2 / 0.3)],
      [APPS, [...APPS], Math.sqrt(6 / 0.3)],
    ] as const) {
      const [apps] = tables([], measured).tables;
      expect(apps?.columns.map(({ name }) => name)).toEqual(columns);
      expect(apps?.sigma).toBeCloseTo(sigma, 10);
    }
    const added = difference(tables([], ['exchange', 'mobile']), tables([one], ['exchange', 'mobile'])).flat();
    expect(added.filter((row) => row.some((value) => value !== 0))).toEqual([[1, 1]]);
    expect(() => tables([one], [])).toThrow(/No table has data behind it/);
  });

  it('has the layout of design D6 for the real institution', () => {
    const { tables } = made({ people: [], headcounts: [...INSTITUTION, headcount('', 21)] });
    expect(tables.map(({ rows, columns, sigma }) => [rows.length, columns.length, sigma.toFixed(2)])).toEqual([
      [8, 6, '3.87'],
      [9, 3, '3.16'],
      [9, 3, '3.16'],
    ]);
  });

  it('counts what a person did, once a cell, and nothing else', () => {
    const base = made({ people: [] });
    const reached = [
      'Stab',
      'Helse/Lege',
      'Helse/Hjem',
      'Helse/Hjem',
      'Oppvekst/Skole B',
      'Oppvekst/Skole A',
      '',
      'Elsewhere',
      'Råd',
    ];
    const added = difference(
      base,
      made({ people: [person('Oppvekst/Skole A', reached, ['teams', 'teams', 'files'])] }),
    );
    const none = [0, 0, 0];
    // Units reached outside their own: Stab, Lege, Hjem, Skole B. No unit, an unknown one and the council do not count.
    expect(added[0]).toEqual([[null, 0, 0], none, [1, 1, 1], none, [0, 0, null]]);
    expect(added[1]).toEqual([none, none, [0, 1, 0], none, none]);
    expect(added[2]).toEqual([none, none, [0, 1, 1], none, none]);
  });

  it('counts own division only for other units of it', () => {
    const base = made({ people: [] });
    const own = difference(base, made({ people: [person('Oppvekst/Skole A', ['Oppvekst/Skole A'])] }));
    expect(own.flat(2).every((value) => value === 0 || value === null)).toBe(true);
    const near = difference(base, made({ people: [person('Oppvekst/Skole A', ['Oppvekst/Skole B'])] }));
    expect(near[0]?.[2]).toEqual([0, 1, 0]);
  });

  it.each([
    [0, [0, 0, 0]],
    [1, [1, 0, 0]],
    [2, [1, 0, 0]],
    [3, [0, 1, 0]],
    [5, [0, 1, 0]],
    [6, [0, 0, 1]],
    [20, [0, 0, 1]],
  ])('puts somebody who reaches %s other units in one bin of breadth, or none', (count, expected) => {
    const headcounts = [...INSTITUTION, headcount('', 21)];
    const reached = INSTITUTION.slice(1, count + 1).map(({ unit }) => unit);
    const base = made({ people: [], headcounts });
    const added = difference(base, made({ people: [person('Department 01', reached)], headcounts }));
    expect(added[1]?.[0]).toEqual(expected);
  });

  it('counts a unit once however often it is named', () => {
    const named = person('Oppvekst/Skole A', ['Stab', 'Stab', 'Stab', 'Helse/Hjem', 'Helse/Hjem', 'Helse/Hjem']);
    const added = difference(made({ people: [] }), made({ people: [named] }));
    expect(added[0]?.[2]).toEqual([1, 0, 1]);
    expect(added[1]?.[2]).toEqual([1, 0, 0]);
  });

  it('measures no contact of elected members, only their apps', () => {
    const added = difference(
      made({ people: [] }),
      made({
        people: [
          person('Råd', ['Stab'], ['teams'], 'elected'),
          person('Stab', ['Helse/Hjem'], ['exchange'], 'elected'),
        ],
      }),
    );
    expect([...(added[0] ?? []), ...(added[1] ?? [])].flat().every((value) => value === 0 || value === null)).toBe(
      true,
    );
    expect(added[2]?.flat().reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(2);
  });

  it('changes by at most Δ₂² = 2ρσ² in any table when any one row is put in, whatever else is there', () => {
    fc.assert(
      fc.property(fc.array(anyPerson, { maxLength: 30 }), anyPerson, (people, one) => {
        const [base, more] = [made({ people }), made({ people: [...people, one] })];
        for (const [index, table] of difference(base, more).entries()) {
          const squares = table.flat().reduce<number>((sum, value) => sum + (value ?? 0) ** 2, 0);
          const { rho, sigma } = base.tables[index]!;
          expect(squares).toBeLessThanOrEqual(2 * rho * sigma ** 2 + 1e-9);
          expect(table.filter((row) => row.some((value) => value !== null && value !== 0)).length).toBeLessThanOrEqual(
            1,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says the same whatever anybody did, but for the numbers', () => {
    const layout = ({ organisation, period, heads, coveragePercent, units, tables, entry }: Release) => ({
      ...{ organisation, period, heads, coveragePercent, units },
      costs: entry.tables,
      tables: tables.map(({ name, rho, sigma, rows, columns, values }) => {
        const blanks = values.map((row) => row.map((value) => value === null));
        return { name, rho, sigma, rows, columns, blanks };
      }),
    });
    const empty = layout(made({ people: [] }, 'one'));
    fc.assert(
      fc.property(fc.array(anyPerson, { maxLength: 400 }), (people) => {
        expect(layout(made({ people }, 'another'))).toEqual(empty);
      }),
      { numRuns: 30 },
    );
  });

  it('is whole numbers, not clamped to what is possible', () => {
    const values = Array.from({ length: 20 }, (_, index) => cells(made({ people: [] }, `clamp ${index}`))).flat(4);
    expect(values.every((value) => value === null || Number.isInteger(value))).toBe(true);
    expect(values.some((value) => value !== null && value < 0)).toBe(true);
  });

  it('is the same for the same bytes, and another for others', () => {
    expect(made({ people: [] }).text).toBe(made({ people: [] }).text);
    expect(made({ people: [] }, 'other').text).not.toBe(made({ people: [] }).text);
  });
});

describe('the tables that come more rarely, or are off today', () => {
  const EVERYTHING = [...TABLE_NAMES];
  const COMPETENCES = ['data protection', 'procurement', 'analysis'];
  const whole = (people: readonly PersonRow[], order: Partial<ReleaseOrder> = {}) =>
    made({ people, tablesOn: EVERYTHING, competences: COMPETENCES, once: true, ...order });
  const table = (it: Release, name: TableName) => it.tables.find((table) => table.name === name);
  const added = (person: PersonRow, name: TableName) => {
    const [base, more] = [table(whole([]), name)!, table(whole([person]), name)!];
    return base.rows.flatMap((row, r) =>
      base.columns.flatMap((column, c) => {
        const gained = (more.values[r]?.[c] ?? 0) - (base.values[r]?.[c] ?? 0);
        return gained === 0 ? [] : [[row.name, column.name, gained]];
      }),
    );
  };

  it('have the rows, columns and prices of design D6', () => {
    const release = whole([]);
    expect(release.tables.map(({ name, rho, sigma }) => [name, rho, sigma.toFixed(2)])).toEqual([
      ['reach', 0.2, '2.74'],
      ['breadth', 0.05, '3.16'],
      ['apps', 0.15, '3.16'],
      ['staircase', 0.075, '2.58'],
      ['brokerage', 0.1, '2.24'],
      ['leaders', 0.1, '2.24'],
      ['steps', 0.1, '3.87'],
      ['channels', 0.05, '3.16'],
    ]);
    const rows = (name: TableName) => table(release, name)?.rows.map((row) => [row.name, row.heads]);
    // 24 elected are one too few: σ is √5, so a row has 25 heads.
    expect(rows('leaders')).toEqual([
      ['leaders', 45],
      ['frontline', 80],
    ]);
    const divisions = [
      ['Helse', 125],
      ['Oppvekst', 115],
      ['Stab', 70],
    ];
    expect([rows('channels'), rows('steps')]).toEqual([divisions, divisions]);
    expect(rows('brokerage')?.map(([name]) => name)).toContain('Oppvekst/Skole A');
    expect(rows('staircase')).toContainEqual(['Helse/Lege, others', 69]);
    const columns = (name: TableName) => table(release, name)?.columns.map((column) => column.name);
    expect(columns('staircase')).toEqual(['step-2', 'step-3', 'step-4', 'step-5']);
    expect(columns('leaders')).toEqual(['step-3', 'steps-4-5']);
    expect(columns('channels')).toEqual(['mail-mostly', 'mixed', 'teams-mostly']);
    expect(columns('steps')).toEqual(COMPETENCES.flatMap((it) => [`${it}, 1`, `${it}, 2`]));
  });

  it('count one person once in each, where they are', () => {
    const step = (of: PersonRow['step'], standing: PersonRow['standing'] = 'desk') => ({
      ...person('Helse/Hjem', [], [], standing),
      ...(of !== undefined && { step: of }),
    });
    expect(added(step(1), 'staircase')).toEqual([]);
    expect(added(step(undefined), 'staircase')).toEqual([]);
    expect(added(step(4), 'staircase')).toEqual([['Helse/Hjem', 'step-4', 1]]);
    expect(added(step(4), 'leaders')).toEqual([]);
    expect(added(step(4, 'frontline'), 'leaders')).toEqual([['frontline', 'steps-4-5', 1]]);
    expect(added(step(3, 'leader'), 'leaders')).toEqual([['leaders', 'step-3', 1]]);
    expect(added(step(2, 'leader'), 'leaders')).toEqual([]);
    expect(added({ ...step(5, 'leader'), unit: '' }, 'leaders')).toEqual([]);
    expect(added({ ...person('Stab'), brokerage: 'much' }, 'brokerage')).toEqual([['Stab', 'much', 1]]);
    const channel = { ...person('Stab', ['Helse/Hjem']), channel: 'mixed' as const };
    expect(added(channel, 'channels')).toEqual([['Stab', 'mixed', 1]]);
    // Without a contact in another unit there is nothing for it to be the channel of.
    expect(added({ ...channel, unitsReached: ['Stab', 'Elsewhere'] }, 'channels')).toEqual([]);
    const nearest = [
      { competence: 'analysis', steps: 2 as const },
      { competence: 'analysis', steps: 1 as const },
      { competence: 'procurement', steps: 1 as const },
      { competence: 'union work', steps: 1 as const },
    ];
    expect(added({ ...person('Stab'), nearest }, 'steps')).toEqual([
      ['Stab', 'procurement, 1', 1],
      ['Stab', 'analysis, 2', 1],
    ]);
    for (const name of ['brokerage', 'channels', 'steps'] as const) {
      expect(added({ ...channel, nearest, brokerage: 'some', standing: 'elected' }, name)).toEqual([]);
    }
  });

  it('change by at most Δ₂² = 2ρσ², in one row, whatever a person row holds', () => {
    const anything = fc
      .tuple(
        anyPerson,
        fc.constantFrom(1, 2, 3, 4, 5),
        fc.constantFrom('some', 'much'),
        fc.constantFrom('mail-mostly', 'mixed', 'teams-mostly'),
        fc.array(fc.record({ competence: fc.constantFrom(...COMPETENCES), steps: fc.constantFrom(1, 2) })),
      )
      .map(([row, step, brokerage, channel, nearest]) => ({ ...row, step, brokerage, channel, nearest }));
    const base = whole([]);
    let most = 0;
    fc.assert(
      fc.property(anything, (one) => {
        for (const [index, difference_] of difference(base, whole([one])).entries()) {
          const { rho, sigma } = base.tables[index]!;
          const squares = difference_.flat().reduce<number>((sum, value) => sum + (value ?? 0) ** 2, 0);
          expect(squares).toBeLessThanOrEqual(2 * rho * sigma ** 2 + 1e-9);
          expect(difference_.filter((row) => row.some((value) => (value ?? 0) !== 0)).length).toBeLessThanOrEqual(1);
          if (base.tables[index]!.name === 'steps') most = Math.max(most, squares);
        }
      }),
      { numRuns: 150 },
    );
    expect(most).toBe(3);
  });

  it('come with the quarters they are due in, and by hand all at once', () => {
    const names = (day: Day) =>
      made({ people: [], tablesOn: EVERYTHING, competences: COMPETENCES, period: quarterOf(day) }).tables.map(
        ({ name }) => name,
      );
    const each = ['reach', 'breadth', 'apps', 'staircase'];
    expect(names('2026-01-01')).toEqual(each);
    expect(names('2026-04-01')).toEqual([...each, 'brokerage', 'leaders', 'channels']);
    expect(names('2026-10-01')).toEqual([...each, 'brokerage', 'leaders', 'steps', 'channels']);
    expect(whole([]).tables.map(({ name }) => name)).toEqual(TABLE_NAMES);
  });

  it('are left out where a span by hand has spent their year, and the release comes without them', () => {
    const ledger = ledgerOf([{ period: periodOf('2026-02-02', '2026-02-09'), names: EVERYTHING }]);
    const later = made({
      people: [],
      tablesOn: EVERYTHING,
      competences: COMPETENCES,
      period: quarterOf('2026-10-01'),
      ledger,
    });
    expect(later.tables.map(({ name }) => name)).not.toContain('steps');
    expect(later.entry.tables.map(({ name }) => name)).toContain('channels');
    expect(() =>
      made({ people: [], tablesOn: ['steps'], competences: COMPETENCES, period: quarterOf('2026-10-01'), ledger }),
    ).toThrow(expect.objectContaining({ code: 'budget-spent' }));
  });

  it('need their columns declared: `steps` without competences is no table', () => {
    expect(table(whole([], { competences: [] }), 'steps')).toBeUndefined();
  });
});

describe('the noise of a release', () => {
  it('is within 4.5 σ in every cell and has σ within a tenth, table by table, over 200 draws', () => {
    const headcounts = [...INSTITUTION, headcount('', 21)];
    const people = INSTITUTION.flatMap(({ unit, heads }, index) =>
      Array.from({ length: heads }, (_, number) =>
        person(
          unit,
          INSTITUTION.slice(0, (index + number) % 9).map((other) => other.unit),
          number % 3 === 0 ? ['teams'] : [],
        ),
      ),
    );
    const truth = (name: string, row: readonly string[], column: number, columnUnits: readonly string[]): number =>
      people.filter(({ unit, unitsReached, apps }) => {
        const others = unitsReached.filter((other) => other !== unit);
        if (!row.includes(unit)) return false;
        if (name === 'reach') return others.some((other) => columnUnits.includes(other));
        if (name === 'apps') return column === 1 && apps.includes('teams');
        return [1, 3, 6][column]! <= others.length && others.length <= [2, 5, 99][column]!;
      }).length;
    const draws = Array.from({ length: 200 }, (_, index) => made({ people, headcounts }, `draw ${index}`).tables);
    for (const [index, { name, rows, columns, sigma }] of draws[0]!.entries()) {
      const counts = rows.map((row) => columns.map((column, c) => truth(name, row.units, c, column.units)));
      const residuals = draws.flatMap((tables) =>
        tables[index]!.values.flatMap((row, r) =>
          row.flatMap((value, c) => (value === null ? [] : [value - counts[r]![c]!])),
        ),
      );
      const deviation = Math.sqrt(residuals.reduce((sum, it) => sum + it * it, 0) / residuals.length);
      expect(residuals.length).toBeGreaterThan(5_000);
      expect(residuals.every((residual) => Math.abs(residual) <= 4.5 * sigma)).toBe(true);
      expect(Math.abs(deviation / sigma - 1)).toBeLessThan(0.1);
    }
  });
});

describe('what is refused', () => {
  const refusal = (order: Partial<ReleaseOrder>): Failure => {
    try {
      made({ people: [], ...order });
    } catch (error) {
      if (error instanceof Failure) return error;
    }
    throw new Error('It was not refused.');
  };

  it('is too few people to hide one among, saying how many it takes', () => {
    const few = refusal({ headcounts: [headcount('A', 10), headcount('', 400)] });
    expect(few.code).toBe('nothing-to-release');
    // One column: reach has σ² = 2.5 and the lowest floor, 20 heads.
    expect(few.message).toContain('at least 20 heads');
    expect(refusal({ tablesOn: [] }).code).toBe('nothing-to-release');
  });

  it('leaves out, and does not charge for, a table without a row', () => {
    const { tables, entry } = made({ people: [], headcounts: [headcount('A', 25), headcount('', 400)] });
    expect(tables.map(({ name }) => name)).toEqual(['reach']);
    expect(entry.tables).toEqual([{ name: 'reach', rho: '1/5' }]);
  });

  it('is a period that is no quarter, unless given by hand', () => {
    const period = periodOf('2026-01-05', '2026-02-01');
    expect(refusal({ period }).code).toBe('bad-input');
    expect(made({ people: [], period, once: true }).entry.tables[0]?.rho).toBe('1/5');
  });

  it('is what the ledger refuses', () => {
    const ledger = ledgerOf([{ period: quarterOf('2026-01-01') }]);
    expect(refusal({ ledger }).code).toBe('period-released');
    expect(refusal({ ledger, period: periodOf('2026-03-01', '2026-05-01'), once: true }).code).toBe('period-overlaps');
    expect(refusal({ ledger: [{ ...ledger[0]!, level: 'careful' }] }).code).toBe('ledger-broken');
    const half = { period: quarterOf('2026-04-01'), parts: 2 as const };
    const spent = ledgerOf([half, { ...half, period: quarterOf('2026-10-01') }]);
    expect(refusal({ ledger: spent, period: quarterOf('2026-07-01') }).code).toBe('budget-spent');
  });

  it('is the first and third quarter of an organisation under 300 people; the others cost half a year each', () => {
    const headcounts = [headcount('A/x', 60), headcount('A/y', 60), headcount('B', 99)];
    expect(refusal({ headcounts }).code).toBe('nothing-to-release');
    expect(refusal({ headcounts, period: quarterOf('2026-07-01') }).code).toBe('nothing-to-release');
    const second = made({ people: [], headcounts, period: quarterOf('2026-04-01') });
    expect(second.tables.map(({ rho }) => rho)).toEqual([0.4, 0.1, 0.3]);
    expect(second.tables[0]?.rows.map(({ name, units }) => [name, units])).toEqual([
      ['A', ['A/x', 'A/y']],
      ['B', ['B']],
    ]);
    expect(made({ people: [], headcounts, once: true }).tables[0]?.rho).toBe(0.2);
  });
});

describe('a stored release', () => {
  const original = made({ people: [person('Stab', ['Helse/Hjem'])] });

  it('reopens as it was', () => {
    const reopened = reopenRelease(original.text, original.entry);
    expect(reopened).toEqual(original);
    expect(isRelease(reopened)).toBe(true);
    checkLedger([reopened.entry]);
  });

  it('does not reopen when one character of it was changed, or under another entry', () => {
    const broken: unknown = expect.objectContaining({ code: 'ledger-broken' });
    const changed = original.text.replace('Fjordvik', 'Fjordvjk');
    expect(() => reopenRelease(changed, original.entry)).toThrow(broken);
    const other = made({ people: [], period: quarterOf('2026-04-01') });
    expect(() => reopenRelease(original.text, other.entry)).toThrow(broken);
    expect(() => reopenRelease(original.text, { ...original.entry, contentHash: other.entry.contentHash })).toThrow(
      broken,
    );
  });

  it('cannot be changed in memory either', () => {
    expect(() => Object.assign(original, { heads: 1 })).toThrow(TypeError);
    expect(() => Object.assign(original.tables[0]!.values[0]!, [7])).toThrow(TypeError);
    expect(() => Object.assign(original.tables[0]!.rows[0]!, { heads: 1 })).toThrow(TypeError);
    expect(() => Object.assign(original.entry.tables[0]!, { rho: '1/9' })).toThrow(TypeError);
  });

  it('is told from anything that only looks like one', () => {
    expect(isRelease(original)).toBe(true);
    const forged: unknown = Object.create(Reflect.getPrototypeOf(original), Object.getOwnPropertyDescriptors(original));
    const copies = [forged, Object.assign({}, original), structuredClone(original), null, 'x'];
    for (const other of copies) expect(isRelease(other)).toBe(false);
    const build: unknown = Reflect.get(original, 'constructor');
    if (typeof build !== 'function') throw new Error('A class has a constructor.');
    expect(() => {
      Reflect.construct(build, [Symbol('door'), '', {}, {}]);
    }).toThrow(TypeError);
  });

  it('holds no pseudonym, no exact coverage and no person', () => {
    expect(original.text).not.toMatch(/[pms]1_/);
    expect(Object.keys(z.looseObject({}).parse(JSON.parse(original.text))).sort()).toEqual([
      'coveragePercent',
      'heads',
      'level',
      'once',
      'organisation',
      'period',
      'releasedAt',
      'tables',
      'units',
      'version',
    ]);
    expect(original.text).not.toContain('covered');
  });
});
