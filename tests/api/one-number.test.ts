import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  adoptionOrNone,
  type AdoptionAnswer,
  documentAnswer,
  overviewOrNone,
  type OverviewAnswer,
  unitAnswer,
  type UnitAnswer,
  unitsAnswer,
} from '../../connector/api/answers.ts';
import { comparedAnswer } from '../../connector/api/bridge-answers.ts';
import { journeyAnswer, type JourneyAnswer, type LaunchIndicator } from '../../connector/api/journey-answers.ts';
import type { Headcount } from '../../connector/privacy/membership.ts';
import { quarterOf, type Day } from '../../connector/privacy/period.ts';
import type { PersonRow } from '../../connector/privacy/person-row.ts';
import { release, type Release } from '../../connector/privacy/release.ts';
import type { LedgerEntry } from '../../connector/privacy/ledger.ts';
import { en } from '../../teams-app/words/en.ts';
import { unitName } from '../../teams-app/words/names.ts';
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

/** Registers a launch, and tells how it was answered. */
async function launched(indicator: LaunchIndicator, rows: readonly string[]): Promise<number> {
  const body = {
    ...{ what: 'Felles rom i Teams', begins: '2026-05-04', ownerOffice: 'Digitaliseringskontoret' },
    ...{ purpose: 'Færre e-poster', replaces: null, expectedGain: 20, expectedBy: '2026-12-31', indicator, rows },
  };
  const token = await server.token(['LaunchOwner'], { oid: '44440000-0000-4000-8000-000000000001' });
  const { status } = await fetch(`${server.url}/api/launches`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return status;
}

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

test('a launch of one row bears the number that the overview has of it, in every table that a launch may move', async () => {
  const row = 'Oppvekst/Skole nord';
  const journey = async (role: string): Promise<JourneyAnswer> =>
    journeyAnswer.parse(await (await server.ask('/api/journey', [role])).json());
  const { register } = await journey('LaunchOwner');
  const offered = (register?.indicators ?? []).filter(({ indicator: { table, column } }) => {
    const columns = overview[table]?.columns ?? [];
    // A step stands for itself and all above: only the highest is the figure of one cell.
    return table !== 'staircase' || column === columns.at(-1)?.name;
  });
  expect(new Set(offered.map(({ indicator }) => indicator.table))).toEqual(new Set(['apps', 'reach', 'staircase']));
  for (const { indicator, rows } of offered) {
    const wanted = rows.filter(({ name }) => name === row).map(({ id }) => id);
    expect(await launched(indicator, wanted)).toBe(200);
  }
  const { launches } = await journey('Leader');
  expect(launches).toHaveLength(offered.length);
  let compared = 0;
  for (const { indicator, rows, actual } of launches) {
    const table = overview[indicator.table];
    const at = table?.rows.findIndex(({ id }) => id === rows[0]?.id) ?? -1;
    const figure = table?.figures[at]?.[table.columns.findIndex(({ name }) => name === indicator.column)];
    const told = actual.at(-1)?.people;
    if (figure === undefined || 'withheld' in figure) expect(told, indicator.column).toBeUndefined();
    else {
      expect(told, `${indicator.table} ${indicator.column}`).toEqual(figure);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThanOrEqual(4);
});

test('the paper for the council says the headline, every step of the staircase and every row as the screens do', async () => {
  const { blocks } = documentAnswer.parse(
    await (await server.ask('/api/council-paper?language=en', ['Leader'])).json(),
  );
  const text = JSON.stringify(blocks);
  const { headline, stairs, breadth } = overview;
  if (headline.kind !== 'loosest-division' || 'withheld' in stairs) throw new Error('There are both.');
  const { about, low, high } = headline.people;
  expect(text).toContain(`About ${about} (${low}–${high}) of ${headline.heads} employees`);
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  const steps = stairs.steps.flatMap(({ step, figure }) => ('share' in figure ? [{ step, share: figure.share }] : []));
  expect(steps.length).toBeGreaterThanOrEqual(3);
  const whole = (share: number): string => String(Math.round(share));
  for (const { step, share } of steps) {
    const [, said] = rows.find(([name]) => name?.startsWith(`Step ${step}:`)) ?? [];
    expect(said).toBe(`${whole(share.about)}% (${whole(share.low)}–${whole(share.high)})`);
  }
  for (const [at, { name, heads }] of (breadth?.rows ?? []).entries()) {
    const figures = breadth?.figures[at] ?? [];
    const people = figures.flatMap((figure) => ('about' in figure ? [figure.about] : []));
    const told = rows.filter(([row, ofHeads]) => row === unitName(name, en) && ofHeads === String(heads));
    expect(told, name).toHaveLength(people.length === figures.length ? 1 : 0);
    const sum = Math.min(
      heads,
      people.reduce((total, one) => total + one, 0),
    );
    for (const [, , said] of told) expect(said).toMatch(new RegExp(`^${sum} \\(`));
  }
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
