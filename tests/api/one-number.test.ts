import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  adoptionOrNone,
  type AdoptionAnswer,
  overviewOrNone,
  type OverviewAnswer,
  unitAnswer,
  type UnitAnswer,
  unitsAnswer,
} from '../../connector/api/answers.ts';
import { comparedAnswer } from '../../connector/api/bridge-answers.ts';
import type { Headcount } from '../../connector/privacy/membership.ts';
import { quarterOf, type Day } from '../../connector/privacy/period.ts';
import type { PersonRow } from '../../connector/privacy/person-row.ts';
import { release, type Release } from '../../connector/privacy/release.ts';
import type { LedgerEntry } from '../../connector/privacy/ledger.ts';
import { MUNICIPALITY, seeded } from './invented-release.ts';
import { showRelease } from './shown-release.ts';
import { startServer, type TestServer } from './test-server.ts';

const THIN = 'Helse/Hjemmetjenesten';

function released(day: Day, ledger: readonly LedgerEntry[]): Release {
  return release({
    ...{ period: quarterOf(day), once: false, level: 'standard', organisation: 'Eksempel kommune', ledger },
    people: MUNICIPALITY.flatMap(({ unit, heads, reach = {} }) =>
      Array.from({ length: heads }, (_, at): PersonRow => {
        const unitsReached = Object.keys(reach).filter((other) => at < (reach[other] ?? 0));
        return { unit, standing: 'desk', unitsReached, apps: ['teams'], step: ([1, 2, 3, 3, 4] as const)[at % 5] ?? 1 };
      }),
    ),
    headcounts: MUNICIPALITY.map(({ unit, heads, covered }): Headcount => ({ unit, heads, covered, standing: 'desk' })),
    tablesOn: ['reach', 'breadth', 'apps', 'staircase'],
    appsMeasured: ['teams'],
    stepsMeasured: [2, 3, 4],
    releasedAt: `${day}T06:00:00.000Z`,
    random: seeded(day),
  });
}

let server: TestServer;
let overview: OverviewAnswer;
let adoption: AdoptionAnswer;
let units: UnitAnswer[];
beforeAll(async () => {
  server = await startServer();
  const first = released('2026-04-15', []);
  showRelease(server.store, first);
  showRelease(server.store, released('2026-07-15', [first.entry]));
  const ask = async (path: string): Promise<unknown> => (await server.ask(path, ['Leader'])).json();
  const [seen, used] = [
    overviewOrNone.parse(await ask('/api/overview')),
    adoptionOrNone.parse(await ask('/api/adoption')),
  ];
  if ('noRelease' in seen || 'noRelease' in used) throw new Error('There are releases.');
  [overview, adoption] = [seen, used];
  const { units: named } = unitsAnswer.parse(await ask('/api/units'));
  units = [];
  for (const { slug } of named) units.push(unitAnswer.parse(await ask(`/api/units/${slug}`)));
});
afterAll(() => server.close());

test('a figure is the same on the overview and on every unit that its row holds', () => {
  let walked = 0;
  for (const name of ['reach', 'breadth', 'apps', 'staircase'] as const) {
    const table = overview[name];
    for (const unit of units) {
      const held = unit.tables.find((one) => one.name === name)?.periods[0];
      const row = table?.rows.findIndex(({ units }) => units.includes(unit.path)) ?? -1;
      expect(held?.figures, `${name} ${unit.path}`).toEqual(table?.figures[row]);
      walked += held?.figures.length ?? 0;
    }
  }
  expect(walked).toBeGreaterThan(50);
});

test('the staircase is the same on the overview, on adoption and on the unit', () => {
  if ('withheld' in adoption.staircase) throw new Error('There is a staircase.');
  const { whole, table, lowest } = adoption.staircase;
  expect(overview.stairs).toEqual(whole);
  for (const { path, stairs } of units) {
    const row = table.rows.findIndex(({ units }) => units.includes(path));
    if (stairs === undefined || 'withheld' in stairs.steps) {
      expect(path).toBe(THIN);
      continue;
    }
    const people = stairs.steps.flatMap(({ figure }) => ('people' in figure ? [figure.people] : []));
    expect(people, path).toEqual([lowest[row], ...(table.figures[row] ?? [])]);
  }
});

test('two periods beside each other bear the numbers of each alone', async () => {
  const response = await server.ask('/api/compared?earlier=2026-Q2&later=2026-Q3', ['Leader']);
  expect(comparedAnswer.parse(await response.json()).later.reach?.figures).toEqual(overview.reach?.figures);
});

test('below 40 % covered every figure of contact is withheld with what is needed, and no headline names it', () => {
  for (const name of ['reach', 'breadth', 'staircase'] as const) {
    const table = overview[name];
    const row = table?.rows.findIndex(({ units }) => units.includes(THIN)) ?? -1;
    expect(row).toBeGreaterThanOrEqual(0);
    for (const figure of table?.figures[row] ?? [])
      expect(figure).toEqual({ withheld: 'too-little-coverage', needed: 40 });
  }
  expect(overview.thinlyCovered.map(({ row }) => row)).toContain(THIN);
  if (overview.headline.kind === 'loosest-division')
    expect(overview.headline.coveragePercent).toBeGreaterThanOrEqual(60);
});
