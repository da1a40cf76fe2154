import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aboutMeAnswer, refusal } from '../../connector/api/answers.ts';
import {
  benefitsAnswer,
  calendarAnswer,
  fitnessGatesAnswer,
  keptAnswer,
  ledgerAnswer,
  meanwhileAnswer,
  peersAnswer,
} from '../../connector/api/benefit-answers.ts';
import { journeyAnswer, launchedAnswer } from '../../connector/api/journey-answers.ts';
import type { PersonRow } from '../../connector/privacy/person-row.ts';
import { quarterOf, type Day } from '../../connector/privacy/period.ts';
import { release, type Release } from '../../connector/privacy/release.ts';
import { keepOrganisationCounts } from '../../connector/store/organisation-counts.ts';
import { seeded } from './invented-release.ts';
import { showRelease } from './shown-release.ts';
import { startServer, type TestServer } from './test-server.ts';

const UNITS = [
  { unit: 'Helse/Sykehjem', heads: 400 },
  { unit: 'Oppvekst/Skole', heads: 300 },
] as const;

/** A quarter in which so many of 100 have Teams in habit, and reach others mostly by mail. */
function quarterWith(day: Day, teams: number, mail: number, before: readonly Release[]): Release {
  const people = UNITS.flatMap(({ unit, heads }) =>
    Array.from({ length: heads }, (_, place): PersonRow => {
      const of100 = (100 * place) / heads;
      const channel = of100 < mail ? 'mail-mostly' : 'mixed';
      return {
        unit,
        standing: 'desk',
        unitsReached: UNITS.map((one) => one.unit).filter((one) => one !== unit),
        apps: of100 < teams ? ['exchange', 'teams'] : ['exchange'],
        channel,
      };
    }),
  );
  return release({
    ...{ period: quarterOf(day), once: false, level: 'standard', organisation: 'Eksempel kommune', people },
    headcounts: UNITS.map(({ unit, heads }) => ({ unit, heads, covered: heads, standing: 'desk' })),
    tablesOn: ['apps', 'channels'],
    ledger: before.map(({ entry }) => entry),
    releasedAt: `${day}T06:00:00.000Z`,
    random: seeded(day),
  });
}

const TOOL = {
  ...{ tool: 'Felles rom', inOn: '2026-01-08', replaces: 'E-postlisten', outBy: '2026-06-01', outOn: null },
  ...{ oldIndicator: 'mail-mostly', where: ['Oppvekst'] },
};
const BENEFIT = {
  ...{ benefit: 'Færre avklaringer', kind: 'saved-time', owner: 'Digitalisering', indicator: 'teams-in-habit' },
  ...{ where: [], from: '2026-01-08', direction: 'at-least', target: 60, by: '2026-12-31' },
};
const GATE = {
  ...{ service: 'Digital henvisning', owner: 'Kommunalsjefen', indicator: 'teams-in-habit' },
  ...{ where: ['Helse', 'Oppvekst/Skole'], level: 60, quarters: 1 },
};

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  server.clock.at = Date.parse('2026-07-10T12:00:00Z');
  const before = quarterWith('2025-10-01', 40, 70, []);
  showRelease(server.store, before);
  const first = quarterWith('2026-01-01', 60, 70, [before]);
  showRelease(server.store, first);
  showRelease(server.store, quarterWith('2026-04-01', 75, 20, [before, first]));
});
afterAll(() => server.close());

let asker = 0;
async function post(path: string, body: unknown, role = 'LaunchOwner'): Promise<Response> {
  asker += 1;
  const oid = `44440000-0000-4000-8000-${String(asker).padStart(12, '0')}`;
  return postAs(oid, path, body, role);
}

async function postAs(oid: string, path: string, body: unknown, role = 'LaunchOwner'): Promise<Response> {
  return fetch(`${server.url}/api${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await server.token([role], { oid, ...fresh() })}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
}

/** The test's clock stands in the past of the token's. */
function fresh(): { iat: number; nbf: number; exp: number } {
  const now = server.clock.at / 1_000;
  return { iat: now - 10, nbf: now - 10, exp: now + 3_600 };
}

function read<Shape>(path: string, shape: { parse(value: unknown): Shape }): Promise<Shape> {
  return readAs('Leader', path, shape);
}

async function readAs<Shape>(role: string, path: string, shape: { parse(value: unknown): Shape }): Promise<Shape> {
  asker += 1;
  const oid = `44440000-0000-4000-8000-${String(asker).padStart(12, '0')}`;
  const token = await server.token([role], { oid, ...fresh() });
  const response = await fetch(`${server.url}/api${path}`, { headers: { authorization: `Bearer ${token}` } });
  const told: unknown = await response.json();
  expect([path, response.status, told]).toMatchObject([path, 200, {}]);
  return shape.parse(told);
}

async function about(response: Response): Promise<[number, string | undefined]> {
  return [response.status, refusal.parse(await response.json()).about];
}

async function numberOf(response: Response): Promise<number> {
  expect(response.status).toBe(200);
  return keptAnswer.parse(await response.json()).number;
}

describe('the ledger of tools', () => {
  test('tells how much of the old is gone, from the quarter before the start, and that the season differs', async () => {
    const number = await numberOf(await post('/ledger', { number: null, row: TOOL }));
    const told = await read('/ledger', ledgerAnswer);
    expect(told.mayWrite).toBe(false);
    expect(told.balance).toEqual({ in: 1, out: 0, overdue: 1 });
    const row = told.rows.find((one) => one.number === number);
    expect(row).toMatchObject({ tool: 'Felles rom', overdue: true, displacement: { state: 'less' } });
    expect(row?.displacement.nullPoint).toMatchObject({ kind: 'last-before', period: { id: '2025-Q4' }, heads: 300 });
    expect(row?.displacement.now?.period.id).toBe('2026-Q2');
    const displaced = row?.displacement.displaced;
    // 70 of 100 then and 20 now: 71 per cent are gone, whatever the noise.
    expect(displaced !== null && displaced !== undefined && displaced.low < 71.4 && displaced.high > 71.4).toBe(true);
    expect(told.appsAPerson.map(({ period }) => period.id)).toEqual(['2026-Q2', '2026-Q1', '2025-Q4']);
    expect(told.appsAPerson[0]?.value.about).toBeCloseTo(1.75, 1);
  });

  test('knows what is measured nowhere, and a tool that began before every release', async () => {
    const unmeasured = await numberOf(await post('/ledger', { number: null, row: { ...TOOL, oldIndicator: null } }));
    const early = await numberOf(await post('/ledger', { number: null, row: { ...TOOL, inOn: '2025-01-01' } }));
    const { rows } = await read('/ledger', ledgerAnswer);
    const state = (number: number) => rows.find((row) => row.number === number)?.displacement.state;
    expect([state(unmeasured), state(early)]).toEqual(['not-measured', 'no-null-point']);
  });

  test('points at the launch a tool came in by; at none that is not there', async () => {
    const { register } = await readAs('LaunchOwner', '/journey', journeyAnswer);
    const offered = register?.indicators.find(({ indicator }) => indicator.column === 'teams');
    const launch = {
      ...{ what: 'Felles rom i Teams', begins: '2026-01-08', ownerOffice: 'IKT', purpose: 'Færre e-poster' },
      ...{ rows: [offered?.rows[0]?.id], replaces: null, indicator: offered?.indicator },
      ...{ expectedGain: 20, expectedBy: '2026-12-31' },
    };
    const registered = launchedAnswer.parse(await (await post('/launches', launch)).json());
    const number = await numberOf(await post('/ledger', { number: null, row: { ...TOOL, launch: registered.number } }));
    const { rows, launches } = await read('/ledger', ledgerAnswer);
    expect(rows.find((row) => row.number === number)?.launch).toEqual({ number: registered.number, what: launch.what });
    expect(launches).toEqual([{ number: registered.number, what: launch.what }]);
    const told = (await read('/journey', journeyAnswer)).launches.find((one) => one.number === registered.number);
    expect(told?.ledger).toMatchObject([{ number }]);
    for (const wrong of [99, 0, 'Felles rom i Teams']) {
      const refused = await about(await post('/ledger', { number: null, row: { ...TOOL, launch: wrong } }));
      expect(refused).toEqual([400, 'row.launch']);
    }
    await numberOf(await post('/ledger/remove', { number }));
  });

  test('is written anew, and taken away', async () => {
    const number = await numberOf(await post('/ledger', { number: null, row: TOOL }));
    await numberOf(await post('/ledger', { number, row: { ...TOOL, outOn: '2026-05-20' } }));
    const of = async () => (await read('/ledger', ledgerAnswer)).rows.find((row) => row.number === number);
    expect(await of()).toMatchObject({ outOn: '2026-05-20', overdue: false });
    await numberOf(await post('/ledger/remove', { number }));
    expect(await of()).toBeUndefined();
    expect((await post('/ledger/remove', { number })).status).toBe(404);
    expect((await post('/ledger', { number, row: TOOL })).status).toBe(404);
  });

  test.each([
    [{ replaces: 'listen hos kari@eksempel.no' }, 'row.replaces'],
    [{ replaces: 'ring 22 33 44 55' }, 'row.replaces'],
    [{ replaces: '' }, 'row.replaces'],
    [{ outBy: '2026-02-30' }, 'row.outBy'],
    [{ outBy: '2025-12-31' }, 'row.outBy'],
    [{ outOn: '2026-07-11' }, 'row.outOn'],
    [{ where: ['Oppvekst/Ukjent'] }, 'row.where'],
    [{ where: ['Oppvekst', 'Oppvekst'] }, 'row.where'],
    [{ oldIndicator: 'leaders-in-habit' }, 'row.where'],
    [{ oldIndicator: 'mood' }, 'row.oldIndicator'],
    [{ status: 'out' }, 'row'],
  ])('refuses %j', async (wrong, field) => {
    expect(await about(await post('/ledger', { number: null, row: { ...TOOL, ...wrong } }))).toEqual([400, field]);
  });

  test('is written by launch owners alone', async () => {
    for (const role of ['Leader', 'PrivacyOfficer', 'Administrator']) {
      expect((await post('/ledger', { number: null, row: TOOL }, role)).status).toBe(403);
    }
  });
});

describe('the benefits plan', () => {
  test('computes its status, and shows a target that was moved', async () => {
    const number = await numberOf(await post('/benefits', { number: null, row: BENEFIT }));
    const of = async () => (await read('/benefits', benefitsAnswer)).rows.find((row) => row.number === number);
    expect(await of()).toMatchObject({ status: 'reached', overdue: false, nullPoint: { period: { id: '2025-Q4' } } });
    server.clock.at += 86_400_000;
    await numberOf(await post('/benefits', { number, row: { ...BENEFIT, target: 95, by: '2026-07-01' } }));
    expect(await of()).toMatchObject({
      status: 'on-the-way',
      overdue: true,
      formerly: [{ until: '2026-07-11', target: 60, direction: 'at-least', by: '2026-12-31' }],
    });
    await numberOf(await post('/benefits/remove', { number }));
    expect(await of()).toBeUndefined();
  });

  test.each([
    [{ status: 'reached' }, 'row'],
    [{ kind: 'money' }, 'row.kind'],
    [{ target: 101 }, 'row.target'],
    [{ indicator: 'apps-a-person', target: 7 }, 'row.target'],
    [{ by: '2026-01-08' }, 'row.by'],
    [{ owner: 'kari@eksempel.no' }, 'row.owner'],
    [{ indicator: 'leaders-in-habit', where: ['Helse'] }, 'row.where'],
  ])('refuses %j', async (wrong, field) => {
    expect(await about(await post('/benefits', { number: null, row: { ...BENEFIT, ...wrong } }))).toEqual([400, field]);
  });
});

describe('the gate of a service', () => {
  test('is open where every owner surely clears the level, and says which row does not', async () => {
    const number = await numberOf(await post('/fitness-gates', { number: null, row: GATE }));
    const of = async () =>
      (await read('/fitness-gates', fitnessGatesAnswer)).gates.find((gate) => gate.number === number);
    const open = await of();
    expect(open).toMatchObject({ state: 'open', reasons: [], judged: [{ period: { id: '2026-Q2' } }] });
    expect(open?.judged[0]?.rows.map(({ row, verdict }) => [row, verdict])).toEqual([
      ['Helse/Sykehjem', 'clears'],
      ['Oppvekst/Skole', 'clears'],
    ]);
    await numberOf(await post('/fitness-gates', { number, row: { ...GATE, level: 75 } }));
    expect(await of()).toMatchObject({ state: 'nearly', formerly: [{ level: 60, quarters: 1 }] });
    await numberOf(await post('/fitness-gates', { number, row: { ...GATE, level: 90 } }));
    expect(await of()).toMatchObject({ state: 'closed', reasons: [{ reason: 'below' }, { reason: 'below' }] });
    await numberOf(await post('/fitness-gates', { number, row: { ...GATE, quarters: 4, level: 30 } }));
    expect(await of()).toMatchObject({ state: 'nearly', reasons: [{ reason: 'too-few-releases' }] });
  });

  test('is closed where nothing is measured', async () => {
    const row = { ...GATE, indicator: 'across-units' };
    const number = await numberOf(await post('/fitness-gates', { number: null, row }));
    const { gates } = await read('/fitness-gates', fitnessGatesAnswer);
    expect(gates.find((gate) => gate.number === number)).toMatchObject({
      state: 'closed',
      reasons: [{ reason: 'not-measured', row: null, period: null }],
    });
  });

  test.each([
    [{ where: [] }, 'row.where'],
    [{ level: 0 }, 'row.level'],
    [{ indicator: 'mail-mostly' }, 'row.indicator'],
    [{ indicator: 'apps-a-person' }, 'row.indicator'],
  ])('refuses %j', async (wrong, field) => {
    const response = await post('/fitness-gates', { number: null, row: { ...GATE, ...wrong } });
    expect(await about(response)).toEqual([400, field]);
  });
});

describe('public figures and days off', () => {
  test('come in whole or not at all, and tell the county whose schools are known', async () => {
    const header = 'kommune;år;indikator;verdi';
    const good = `${header}\n4601 Bergen;2024;Netto driftsresultat;2,1\n1103 Stavanger;2024;Netto driftsresultat;1,0`;
    expect(await about(await post('/peers', { csv: `${good}\n5001 Trondheim;2024;Netto;x` }))).toEqual([
      400,
      'csv.4.value',
    ]);
    const named = `${header}\n4601 Bergen;2024;spør kari@bergen.no;1`;
    expect(await about(await post('/peers', { csv: named }))).toEqual([400, 'csv.2.indicator']);
    expect(await about(await post('/peers', { csv: header }))).toEqual([400, 'csv']);
    expect((await read('/peers', peersAnswer)).figures).toEqual([]);
    expect((await read('/calendar', calendarAnswer)).county).toBeNull();
    expect((await post('/peers', { csv: good })).status).toBe(200);
    expect(await about(await post('/peers/own', { number: '46' }))).toEqual([400, 'number']);
    expect((await post('/peers/own', { number: '5001' })).status).toBe(200);
    expect((await post('/peers/own', { number: '4601' })).status).toBe(200);
    const { compared, own } = await read('/peers', peersAnswer);
    expect([own, compared]).toEqual([
      '4601',
      [expect.objectContaining({ own: 2.1, median: 1, others: 1, year: 2024 })],
    ]);
    const { county, periods } = await read('/calendar', calendarAnswer);
    expect(county).toBe('46');
    expect(periods.map(({ period }) => period.id)).toEqual(['2026-Q3', '2026-Q2', '2026-Q1', '2025-Q4']);
    expect(periods[0]).toMatchObject({ season: { quietDays: 15 } });
    expect((await post('/peers/remove', {})).status).toBe(200);
    expect((await read('/peers', peersAnswer)).figures).toEqual([]);
  });
});

test('what one wrote stands on one’s own page, and who wrote it stands nowhere', async () => {
  const oid = '44440000-0000-4000-8000-999999999999';
  const number = await numberOf(await postAs(oid, '/ledger', { number: null, row: { ...TOOL, tool: 'Mitt verktøy' } }));
  const token = await server.token(['LaunchOwner'], { oid, ...fresh() });
  const mine = await fetch(`${server.url}/api/about-me`, { headers: { authorization: `Bearer ${token}` } });
  const { inOffice } = aboutMeAnswer.parse(await mine.json());
  expect(inOffice.map(({ what, office, text }) => [what, office, text])).toEqual([
    ['plan-tool', 'LaunchOwner', 'Mitt verktøy'],
  ]);
  const told = JSON.stringify(await read('/ledger', ledgerAnswer));
  expect(told).toContain('Mitt verktøy');
  expect(told).not.toMatch(/s1_|4444/);
  await post('/ledger/remove', { number });
});

test('a benefit and a tool that went the way of July say that it may be the holidays; a target reached stands', async () => {
  const july = await startServer();
  try {
    const spring = quarterWith('2026-04-01', 70, 70, []);
    for (const one of [spring, quarterWith('2026-07-01', 40, 20, [spring])]) showRelease(july.store, one);
    const write = async (path: string, row: object): Promise<void> => {
      const authorization = `Bearer ${await july.token(['LaunchOwner'])}`;
      const headers = { authorization, 'content-type': 'application/json' };
      const body = JSON.stringify({ number: null, row });
      expect((await fetch(`${july.url}/api${path}`, { method: 'POST', headers, body })).status).toBe(200);
    };
    await write('/benefits', { ...BENEFIT, from: '2026-07-01' });
    await write('/benefits', { ...BENEFIT, from: '2026-07-01', target: 30 });
    await write('/ledger', { ...TOOL, inOn: '2026-07-01', outBy: '2026-12-31', oldIndicator: 'teams-in-habit' });
    const told = async (path: string): Promise<unknown> => (await july.ask(path, ['Leader'])).json();
    const statuses = benefitsAnswer
      .parse(await told('/api/benefits'))
      .rows.map(({ target, status }) => [target, status]);
    expect(statuses).toEqual(
      expect.arrayContaining([
        [60, 'holiday'],
        [30, 'reached'],
      ]),
    );
    const [tool] = ledgerAnswer.parse(await told('/api/ledger')).rows;
    // 70 of 100 before and 40 in the summer: the figures stand, and are not called a success.
    expect(tool?.displacement).toMatchObject({ state: 'holiday', now: { period: { id: '2026-Q3' } } });
    expect(tool?.displacement.displaced?.about).toBeGreaterThan(30);
  } finally {
    await july.close();
  }
});

describe('in the meantime', () => {
  test('Microsoft’s own counts answer before the first release and after the newest, with the day of the next', async () => {
    const empty = await startServer({ firstPictureOn: () => '2026-10-05' });
    try {
      const ask = async () => meanwhileAnswer.parse(await (await empty.ask('/api/meanwhile', ['Leader'])).json());
      expect(await ask()).toMatchObject({ counts: null, absent: 'not-yet', newest: null, nextPictureOn: '2026-10-05' });
      const day = '2026-07-08' as const;
      const counts = [
        { service: 'teams', day, days: 7, active: 512, licensed: 700 },
        { service: 'teams', day, days: 1, active: 301, licensed: null },
      ] as const;
      keepOrganisationCounts(empty.store, counts);
      const first = await ask();
      expect(first).toMatchObject({ absent: null, newest: null });
      expect(first.counts).toMatchObject({
        ...{ by: 'microsoft', exact: true, day, week: [{ service: 'teams', active: 512, licensed: 700 }] },
        // Of 2 to 8 July the last three days are the first of fellesferie.
        off: [{ kind: 'school-summer' }, { kind: 'fellesferie', from: '2026-07-06', through: '2026-07-08' }],
      });
      showRelease(empty.store, quarterWith('2026-04-01', 75, 20, []));
      expect(await ask()).toMatchObject({ counts: { day }, newest: { id: '2026-Q2' }, nextPictureOn: '2026-10-05' });
    } finally {
      await empty.close();
    }
  });

  test('says of a small organisation that it has none', async () => {
    const small = await startServer();
    try {
      showRelease(small.store, smallRelease());
      const told = meanwhileAnswer.parse(await (await small.ask('/api/meanwhile', ['Leader'])).json());
      expect(told).toMatchObject({ counts: null, absent: 'small-organisation' });
    } finally {
      await small.close();
    }
  });
});

function smallRelease(): Release {
  return release({
    ...{ period: quarterOf('2026-04-01'), once: false, level: 'standard', organisation: 'Liten kommune' },
    people: Array.from({ length: 120 }, () => ({ unit: 'Alle', standing: 'desk', unitsReached: [], apps: ['teams'] })),
    headcounts: [{ unit: 'Alle', heads: 120, covered: 120, standing: 'desk' }],
    ...{ tablesOn: ['apps'], ledger: [], releasedAt: '2026-07-04T06:00:00.000Z', random: seeded('small') },
  });
}
