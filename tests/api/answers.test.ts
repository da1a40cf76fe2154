import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  aboutAnswer,
  lastRunAnswer,
  overviewAnswer,
  unitAnswer,
  unitsAnswer,
  type OverviewAnswer,
} from '../../connector/api/answers.ts';
import { rowId } from '../../connector/api/shown-table.ts';
import { unitSlug } from '../../connector/api/unit-slug.ts';
import { periodOf, quarterOf } from '../../connector/privacy/period.ts';
import type { Release } from '../../connector/privacy/release.ts';
import { erasePeriod, noteErased } from '../../connector/store/erase.ts';
import { keepFigures } from '../../connector/store/figures.ts';
import { showRelease } from './shown-release.ts';
import { beginRun, endRun, noteProgress } from '../../connector/store/runs.ts';
import { NOW } from './entra.ts';
import { inventedRelease, MUNICIPALITY } from './invented-release.ts';
import { startServer, type TestServer } from './test-server.ts';

const SECOND_QUARTER = inventedRelease('2026-04-01', MUNICIPALITY);
const THIRD_QUARTER = inventedRelease('2026-07-01', MUNICIPALITY, { ledger: [SECOND_QUARTER.entry] });

let server: TestServer;
let overview: OverviewAnswer;
beforeAll(async () => {
  server = await startServer({
    sources: [
      {
        name: 'sent-items',
        endpoint: 'GET /users/{id}/mailFolders/sentitems/messages',
        permissions: [{ role: 'Mail.ReadBasic.All', id: '693c5e45-0940-467d-9b8a-1022fb9d42ef' }],
        fields: [{ field: 'sentDateTime', reason: 'the day of the act' }],
      },
    ],
  });
  showRelease(server.store, SECOND_QUARTER);
  showRelease(server.store, THIRD_QUARTER);
  noteErased(server.store, '2026-Q2', 'key', '2026-07-03T05:00:00.000Z');
  overview = await askOverview('');
});
afterAll(() => server.close());

async function askOverview(query: string): Promise<OverviewAnswer> {
  return overviewAnswer.parse(await (await server.ask(`/api/overview${query}`, ['Leader'])).json());
}

function tableOf(release: Release, name: string): Release['tables'][number] {
  const table = release.tables.find((released) => released.name === name);
  if (table === undefined) throw new Error('the invented release lacks a table');
  return table;
}

/** Worked out here by itself: the nearest possible count, 1.645 σ to either side, whole people in [0, heads]. */
function onPaper(value: number, sigma: number, heads: number): { about: number; low: number; high: number } {
  const clip = (count: number): number => Math.max(0, Math.min(heads, Math.round(count)));
  const about = clip(value);
  return { about, low: clip(about - 1.645 * sigma), high: clip(about + 1.645 * sigma) };
}

describe('overview', () => {
  test('is the newest release, or the one asked for, and names them all', async () => {
    expect(overview.period).toEqual(quarterOf('2026-07-01'));
    expect(overview.periods.map(({ id }) => id)).toEqual(['2026-Q3', '2026-Q2']);
    const older = await askOverview('?period=2026-Q2');
    expect(older.period.id).toBe('2026-Q2');
    expect(older.reach?.figures).not.toEqual(overview.reach?.figures);
  });

  test('knows the organisation from public headcounts', () => {
    expect(overview).toMatchObject({ organisation: 'Eksempel kommune', heads: 1035, coveragePercent: 85 });
  });

  test.each(['reach', 'breadth', 'apps'] as const)(
    '%s holds what was released, cell for cell, and nothing more',
    (name) => {
      const released = tableOf(THIRD_QUARTER, name);
      const shown = overview[name];
      expect(shown?.sigma).toBe(released.sigma);
      expect(shown?.rho).toBe(released.rho);
      expect(shown?.columns).toEqual(released.columns.map((column) => ({ name: column.name, heads: column.heads })));
      expect(shown?.rows.map(({ name: row, heads, units }) => ({ name: row, heads, units }))).toEqual(
        released.rows.map((row) => ({ name: row.name, heads: row.heads, units: row.units })),
      );
      released.values.forEach((row, index) => {
        const { heads, coveragePercent } = released.rows[index]!;
        const expected = row.map((value) => {
          if (name !== 'apps' && coveragePercent < 40) return { withheld: 'too-little-coverage', needed: 40 };
          return value === null
            ? { withheld: 'too-few-in-partner', needed: 50 }
            : onPaper(value, released.sigma, heads);
        });
        expect(shown?.figures[index]).toEqual(expected);
      });
    },
  );

  test('withholds what says too little, with what would be needed', () => {
    const place = overview.reach?.rows.findIndex(({ name }) => name === 'Helse/Hjemmetjenesten') ?? -1;
    expect(overview.reach?.rows[place]?.coveragePercent).toBe(20);
    expect(new Set(overview.reach?.figures[place]?.map((figure) => JSON.stringify(figure)))).toEqual(
      new Set(['{"withheld":"too-little-coverage","needed":40}']),
    );
    const own = overview.apps?.rows.findIndex(({ name }) => name === 'Helse/Hjemmetjenesten') ?? -1;
    expect(overview.apps?.figures[own]?.every((figure) => 'about' in figure)).toBe(true);
  });

  test('a blank cell says how many a partner needs', () => {
    const row = overview.reach?.rows.findIndex(({ name }) => name.startsWith('Stab')) ?? -1;
    const column = overview.reach?.columns.findIndex(({ name }) => name === 'Stab') ?? -1;
    expect(overview.reach?.figures[row]?.[column]).toEqual({ withheld: 'too-few-in-partner', needed: 50 });
  });

  test('names the row of which little is covered', () => {
    expect(overview.thinlyCovered).toEqual([
      { row: 'Helse/Hjemmetjenesten', division: 'Helse', heads: 150, coveragePercent: 20 },
    ]);
  });

  test('puts each row in its division', () => {
    const divisions = Object.fromEntries(overview.reach?.rows.map(({ name, division }) => [name, division]) ?? []);
    expect(divisions).toMatchObject({ 'Helse/Sykehjem': 'Helse', 'Teknisk/Drift': 'Teknisk' });
  });

  test('row ids depend on the units alone, in any order', () => {
    expect(overview.reach?.rows.every(({ id, units }) => id === rowId([...units].reverse()))).toBe(true);
    expect(rowId(['Teknisk/Drift'])).toMatch(/^[0-9a-f]{12}$/);
    expect(rowId(['Teknisk/Drift', 'Stab'])).toBe(rowId(['Stab', 'Teknisk/Drift']));
    expect(rowId(['Teknisk/Drift'])).not.toBe(rowId(['Teknisk/Byggesak']));
  });

  test('sums each service over all rows, the noise growing with the root of their number', () => {
    const apps = tableOf(THIRD_QUARTER, 'apps');
    const heads = apps.rows.reduce((sum, row) => sum + row.heads, 0);
    apps.columns.forEach(({ name }, column) => {
      const total = apps.values.reduce((sum, row) => sum + (row[column] ?? NaN), 0);
      const people = onPaper(total, apps.sigma * Math.sqrt(apps.rows.length), heads);
      expect(overview.appsWhole[column]).toEqual({ app: name, people, heads });
    });
  });

  test('has no table that was not released', async () => {
    const fewer = await startServer();
    showRelease(fewer.store, inventedRelease('2026-07-01', MUNICIPALITY, { tablesOn: ['apps'] }));
    const answer = overviewAnswer.parse(await (await fewer.ask('/api/overview', ['Leader'])).json());
    expect(answer.reach).toBeUndefined();
    expect(answer.breadth).toBeUndefined();
    expect(answer.headline).toMatchObject({ kind: 'nothing-to-compare', why: 'not-measured' });
    expect(answer.thinlyCovered).toEqual([]);
    await fewer.close();
  });

  test('says no text that the release does not say, but for closed words and row ids', () => {
    const ours = new Set([
      'reach',
      'breadth',
      'apps',
      'too-little-coverage',
      'too-few-in-partner',
      // Why the staircase is not shown: no usage report is among the sources.
      'no-source',
      ...['more', 'fewer', 'no-sure-change'],
      'loosest-division',
      'Helse',
      'Oppvekst',
      'Stab',
      'Teknisk',
      ...overview.periods.flatMap(({ id, from, to }) => [id, from, to]),
    ]);
    for (const text of textsIn(overview)) {
      if (ours.has(text) || /^[0-9a-f]{12}$/.test(text)) continue;
      expect(THIRD_QUARTER.text).toContain(JSON.stringify(text));
    }
  });
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

describe('units', () => {
  test('are those of the newest release with their heads', async () => {
    const { units } = unitsAnswer.parse(await (await server.ask('/api/units', ['Leader'])).json());
    expect(units.map(({ path, heads }) => ({ unit: path, heads }))).toEqual(THIRD_QUARTER.units);
    expect(new Set(units.map(({ slug }) => slug)).size).toBe(units.length);
    expect(units.every(({ slug }) => encodeURIComponent(slug) === slug)).toBe(true);
  });

  test('slugs read well and keep namesakes apart', () => {
    expect(unitSlug('Helse/Hjemmetjenesten øst')).toMatch(/^hjemmetjenesten-ost-[0-9a-f]{8}$/);
    expect(unitSlug('Ære & Ångstrøm')).toMatch(/^aere-angstrom-[0-9a-f]{8}$/);
    expect(unitSlug('A/Kontor')).not.toBe(unitSlug('B/Kontor'));
    expect(unitSlug('部門')).toMatch(/^[0-9a-f]{8}$/);
  });
});

describe('unit', () => {
  async function askUnit(path: string): Promise<ReturnType<typeof unitAnswer.parse>> {
    return unitAnswer.parse(await (await server.ask(`/api/units/${unitSlug(path)}`, ['Leader'])).json());
  }

  test('one quantity has one number on all screens', async () => {
    for (const { unit } of THIRD_QUARTER.units) {
      const answer = await askUnit(unit);
      expect(answer).toMatchObject({ path: unit, slug: unitSlug(unit) });
      expect(answer.tables.map(({ name }) => name)).toEqual(['reach', 'breadth', 'apps']);
      for (const { name, periods } of answer.tables) {
        expect(periods.map(({ period }) => period.id)).toEqual(['2026-Q3', '2026-Q2']);
        for (const { period, row, columns, figures, sigma } of periods) {
          const { [name]: table } = await askOverview(`?period=${period.id}`);
          const index = table?.rows.findIndex(({ units }) => units.includes(unit)) ?? -1;
          expect(row).toEqual(table?.rows[index]);
          expect(figures).toEqual(table?.figures[index]);
          expect(columns).toEqual(table?.columns);
          expect(sigma).toBe(table?.sigma);
        }
      }
    }
  });

  test('too small for a row of its own, it is shown in the row that holds it', async () => {
    const { heads, tables } = await askUnit('Stab/HR');
    expect(heads).toBe(15);
    expect(tables[0]?.periods[0]?.row.units).toContain('Stab/HR');
    expect(tables[0]?.periods[0]?.row.heads).toBeGreaterThanOrEqual(43);
  });
});

describe('about', () => {
  test('says what was released, at what price, in odds', async () => {
    const about = aboutAnswer.parse(await (await server.ask('/api/about')).json());
    expect(
      about.releases.map(({ period, releasedAt, rightGuessesInHundred, shreddedAt }) => ({
        id: period.id,
        releasedAt,
        rightGuessesInHundred,
        shreddedAt,
      })),
    ).toEqual([
      { id: '2026-Q3', releasedAt: '2026-07-01T06:00:00.000Z', rightGuessesInHundred: 67, shreddedAt: null },
      {
        id: '2026-Q2',
        releasedAt: '2026-04-01T06:00:00.000Z',
        rightGuessesInHundred: 67,
        shreddedAt: '2026-07-03T05:00:00.000Z',
      },
    ]);
    // A quarter of 0.80 + 0.20 + 0.60 a year: ρ 0.40, and Φ(√0.8 ÷ 2) = Φ(0.447) = 0.673.
    expect(about.releases[0]?.rho).toBeCloseTo(0.4, 12);
    expect(about.budget).toEqual({ rhoAYear: 1.6, rhoSpentLastFourQuarters: 0.8, level: 'standard' });
    expect(about.ledger).toEqual({ entries: 2, head: THIRD_QUARTER.entry.hash });
    expect(about.custody).toEqual({ kind: 'file', weak: true });
    const reach = about.releases[0]?.tables[0];
    expect(reach).toMatchObject({
      name: 'reach',
      rho: 0.2,
      rows: tableOf(THIRD_QUARTER, 'reach').rows.length,
      heads: 1035,
    });
  });

  test('declares every source, field and permission, and no id', async () => {
    const about = aboutAnswer.parse(await (await server.ask('/api/about')).json());
    expect(about.sources).toEqual([
      {
        name: 'sent-items',
        endpoint: 'GET /users/{id}/mailFolders/sentitems/messages',
        permissions: ['Mail.ReadBasic.All'],
        fields: [{ field: 'sentDateTime', reason: 'the day of the act' }],
      },
    ]);
  });

  test('tells what the last run rounded and kept, and opens no period’s file', async () => {
    const held = await startServer();
    const period = quarterOf('2026-10-01');
    const figures = { days: 92, daysRead: 7, mailboxes: 800, mailboxesRead: 60, interactions: 1300, usageDays: null };
    held.store.period(period);
    held.store.closePeriod(period);
    expect(aboutAnswer.parse(await (await held.ask('/api/about')).json())).toMatchObject({
      read: [],
      held: [{ period, oldestDay: null }],
    });
    const placed = [{ origin: 'hr-file', on: '2026-11-14', heads: 780 }] as const;
    keepFigures(held.store, period.id, { ...figures, reportDays: 0, oldestDay: '2026-10-01', placed: [...placed] });
    writeFileSync(join(held.store.folder, 'periods', '2026-Q4.sqlite'), 'damaged beyond opening');
    const about = aboutAnswer.parse(await (await held.ask('/api/about')).json());
    expect(about.read).toEqual([{ period, ...figures }]);
    expect(about.held).toEqual([{ period, oldestDay: '2026-10-01' }]);
    expect(about.placed).toEqual(placed);
    await held.close();
  });

  test('of a released period tells what was kept, and that a file left behind is still held', async () => {
    const released = await startServer();
    const period = quarterOf('2026-10-01');
    released.store.period(period);
    released.store.closePeriod(period);
    const release = inventedRelease('2026-10-01', MUNICIPALITY);
    showRelease(released.store, release);
    const kept = { days: 92, daysRead: 92, mailboxes: 800, mailboxesRead: 800, interactions: 210_000, usageDays: null };
    keepFigures(released.store, '2026-Q4', { ...kept, reportDays: 92, oldestDay: '2026-10-01' });
    const ask = async (): Promise<ReturnType<typeof aboutAnswer.parse>> =>
      aboutAnswer.parse(await (await released.ask('/api/about')).json());
    const read = [{ period, ...kept }];
    expect(await ask()).toMatchObject({ read, held: [{ period, oldestDay: '2026-10-01' }] });
    erasePeriod(released.store, period);
    noteErased(released.store, period.id, 'file', '2027-01-05T00:00:00.000Z');
    expect(await ask()).toMatchObject({ read, held: [] });
    await released.close();
  });
});

describe('last run', () => {
  test('before the first there is none', async () => {
    const { run, released, expected } = lastRunAnswer.parse(await (await server.ask('/api/last-run')).json());
    expect({ run, released, expected }).toEqual({ run: null, released: 2, expected: 4 });
  });

  test('tells how far it is and how long is left by simple proportion', async () => {
    const running = await startServer({ expectedReleases: null });
    const id = beginRun(running.store, { now: () => NOW - 10_000, period: quarterOf('2026-07-01') });
    const ask = async (): Promise<ReturnType<typeof lastRunAnswer.parse>> =>
      lastRunAnswer.parse(await (await running.ask('/api/last-run')).json());
    expect((await ask()).run).toMatchObject({ state: 'running', step: 'directory', secondsLeft: null });

    noteProgress(running.store, id, { step: 'mail', daysDone: 23, days: 92, mailboxesDone: 200, mailboxes: 800 });
    // A quarter in 10 s leaves three quarters: 30 s.
    expect((await ask()).run).toEqual({
      state: 'running',
      step: 'mail',
      period: quarterOf('2026-07-01'),
      startedAt: '2026-10-02T07:59:50.000Z',
      endedAt: null,
      daysDone: 23,
      days: 92,
      mailboxesDone: 200,
      mailboxes: 800,
      secondsLeft: 30,
      failure: null,
      sources: [],
      dropped: null,
      unknownFields: { count: 0, named: [] },
    });

    noteProgress(running.store, id, { step: 'usage', daysDone: 46, days: 92, mailboxesDone: 0, mailboxes: 0 });
    expect((await ask()).run).toMatchObject({ mailboxes: 0, secondsLeft: 10 });

    endRun(running.store, id, { now: () => NOW, failure: 'throttled' });
    expect((await ask()).run).toMatchObject({ state: 'failed', failure: 'throttled', secondsLeft: null });
    expect(await (await fetch(`${running.url}/api/health`)).json()).toMatchObject({ ok: true, lastRun: 'failed' });
    expect((await ask()).expected).toBeNull();
    await running.close();
  });

  test('tells how each source fared, whose move it is, and no mailboxes of a source that has few', async () => {
    const house = await startServer();
    const period = quarterOf('2026-07-01');
    const id = beginRun(house.store, { now: () => NOW, period });
    const whole = { source: 'sent-items', state: 'done', daysDone: 3, days: 3, gapDays: 0, failure: null } as const;
    const told = { weekRows: 1200, askedToWait: 130, triedAgain: 150, waitedMinutes: 12 };
    const read = { mailboxesDone: 790, mailboxes: 800, givenUp: 10, ...told };
    const calls = {
      ...whole,
      ...read,
      source: 'calls',
      state: 'failed',
      gapDays: 2,
      failure: 'consent-missing',
    } as const;
    const progress = { step: 'mail', daysDone: 3, days: 3, mailboxesDone: 790, mailboxes: 800 } as const;
    const sources = [
      { ...whole, ...read },
      { ...calls, mailboxes: 49, mailboxesDone: 49 },
    ];
    noteProgress(house.store, id, progress, { sources, dropped: 140 });
    const unknownFields = { count: 2, named: ['meetings: isReminderOn'] };
    endRun(house.store, id, { now: () => NOW, partial: true, unknownFields });
    const { run } = lastRunAnswer.parse(await (await house.ask('/api/last-run')).json());
    expect(run).toMatchObject({ state: 'partial', dropped: 140, unknownFields });
    expect(run?.sources).toMatchObject([
      { source: 'sent-items', state: 'done', mailboxesDone: 790, mailboxes: 800, whoseMove: null, ...told },
      { source: 'calls', mailboxes: null, gapDays: 2, failure: 'consent-missing', whoseMove: 'administrator' },
    ]);
    expect(await (await fetch(`${house.url}/api/health`)).json()).toMatchObject({ lastRun: 'partial' });
    await house.close();
  });

  test('says nothing of under 50 mailboxes', async () => {
    const small = await startServer();
    const id = beginRun(small.store, { now: () => NOW, period: periodOf('2026-07-01', '2026-07-08') });
    noteProgress(small.store, id, { step: 'mail', daysDone: 1, days: 7, mailboxesDone: 12, mailboxes: 49 });
    const { run } = lastRunAnswer.parse(await (await small.ask('/api/last-run')).json());
    expect(run).toMatchObject({ mailboxesDone: 0, mailboxes: 0, daysDone: 1, days: 7 });
    await small.close();
  });
});
