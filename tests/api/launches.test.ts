import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aboutMeAnswer, overviewAnswer } from '../../connector/api/answers.ts';
import { journeyAnswer, launchedAnswer, type JourneyAnswer } from '../../connector/api/journey-answers.ts';
import { readLaunches } from '../../connector/store/launches.ts';
import { inventedRelease, MUNICIPALITY } from './invented-release.ts';
import { showRelease } from './shown-release.ts';
import { startServer, type TestServer } from './test-server.ts';

const SAID = {
  what: 'Felles rom i Teams',
  begins: '2026-04-15',
  ownerOffice: 'Digitaliseringskontoret',
  purpose: 'Færre e-poster frem og tilbake',
  replaces: { what: 'E-postlisten for samarbeid', by: '2026-08-01' },
  indicator: { table: 'apps', column: 'files' },
  expectedGain: 20,
  expectedBy: '2026-12-31',
};
const LEARNT = {
  outcome: 'did-not-work',
  tried: 'En planlegger i Teams',
  expected: 'Halvparten bruker den hver uke',
  got: 'Bruken falt tilbake',
  learnt: 'Ett verktøy for mye',
  next: 'Ryddes ut',
};
const OWNER = '44440000-0000-4000-8000-000000000001';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  const first = inventedRelease('2026-01-01', MUNICIPALITY);
  const second = inventedRelease('2026-07-01', MUNICIPALITY, { ledger: [first.entry] });
  for (const one of [first, second]) showRelease(server.store, one);
});
afterAll(() => server.close());

async function post(path: string, body: object, roles = ['LaunchOwner']): Promise<{ status: number; said: unknown }> {
  const token = await server.token(roles, { oid: OWNER });
  const response = await fetch(server.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, said: await response.json() };
}

async function journey(role = 'Leader'): Promise<JourneyAnswer> {
  return journeyAnswer.parse(await (await server.ask('/api/journey', [role])).json());
}

/** The ids of rows as the answer lists them to a launch owner. */
async function rowsCalled(...names: string[]): Promise<string[]> {
  const { register } = await journey('LaunchOwner');
  const offered = register?.indicators.find(({ indicator }) => indicator.column === 'files')?.rows ?? [];
  return names.map((name) => offered.find((row) => row.name === name)?.id ?? 'no such row');
}

describe('before anything is launched', () => {
  it('the journey holds its releases, and a list to choose from for a launch owner alone', async () => {
    const told = await journey();
    expect([told.launches, told.register]).toEqual([[], null]);
    expect(told.timeline).toEqual([
      { on: '2026-01-01', kind: 'release', period: '2026-Q1' },
      { on: '2026-07-01', kind: 'release', period: '2026-Q3' },
    ]);
    const { register } = await journey('LaunchOwner');
    expect(register?.effectHeads).toBe(150);
    const tables = new Set(register?.indicators.map(({ indicator }) => indicator.table));
    expect(tables).toEqual(new Set(['apps', 'reach']));
    for (const { rows } of register?.indicators ?? []) {
      for (const { heads } of rows) expect(heads).toBeGreaterThanOrEqual(35);
    }
  });
});

describe('a launch', () => {
  it.each([
    ['an address', { purpose: 'Spør kari@example.no' }, 'purpose'],
    ['a telephone number', { ownerOffice: 'Ring 912 34 567' }, 'ownerOffice'],
    ['a row that is in no list', { rows: ['0123456789ab'] }, 'rows'],
    ['a figure that is not released', { indicator: { table: 'staircase', column: 'step-3' } }, 'indicator'],
    ['a column of another table', { indicator: { table: 'reach', column: 'files' } }, 'indicator'],
    ['an end before its beginning', { expectedBy: '2026-04-15' }, 'expectedBy'],
    ['a name in a field of its own', { owner: 'Kari' }, 'body'],
  ])('is refused with %s, and the field is named without what it held', async (_, wrong, field) => {
    const rows = await rowsCalled('Helse/Sykehjem');
    const { status, said } = await post('/api/launches', { ...SAID, rows, ...wrong });
    expect([status, said]).toMatchObject([400, { refused: 'bad-request', about: field }]);
    expect(JSON.stringify(said)).not.toMatch(/kari|912/i);
    expect(readLaunches(server.store)).toEqual([]);
  });

  it('is registered for whole rows, and told with what it is beside and without who registered it', async () => {
    const rows = await rowsCalled('Helse/Sykehjem', 'Oppvekst/Barnehage');
    const { status, said } = await post('/api/launches', { ...SAID, rows });
    expect(status).toBe(200);
    const { number } = launchedAnswer.parse(said);
    const text = await (await server.ask('/api/journey', ['Leader'])).text();
    expect(text).not.toMatch(/s1_|44440000/);
    const told = journeyAnswer.parse(JSON.parse(text)).launches[0];
    expect(told).toMatchObject({ ...SAID, number, registeredOn: '2026-10-02', state: 'begun', besides: [] });
    expect(told?.rows).toEqual([
      { id: rows[0], name: 'Helse/Sykehjem', heads: 300 },
      { id: rows[1], name: 'Oppvekst/Barnehage', heads: 90 },
    ]);
    // Everybody is in the same habits in both quarters; but July lies between, and other divisions may have another.
    expect(told?.effects).toMatchObject([
      {
        ...{ found: 'too-small-to-tell', before: '2026-Q1', after: '2026-Q3', holiday: true },
        ...{ compared: { within: 'organisation' }, seasons: { before: { quietDays: 2 }, after: { quietDays: 15 } } },
      },
    ]);
    expect(told?.actual.map(({ holiday }) => holiday)).toEqual([false, true]);
    expect(told?.ledger).toEqual([]);
    expect(told?.actual.map(({ heads }) => heads)).toEqual([390, 390]);
    expect(told?.expected).toMatchObject({ heads: 390 });
    expect(told?.fitted).toEqual({ withheld: 'no-release-after' });
    const { timeline } = await journey();
    expect(timeline.map(({ on, kind }) => `${on} ${kind}`)).toEqual([
      '2026-01-01 release',
      '2026-04-15 launch',
      '2026-07-01 release',
      '2026-08-01 replaced',
      '2026-12-31 expected',
    ]);
  });

  it('of one row shows the number that every other screen shows of it', async () => {
    const rows = await rowsCalled('Oppvekst/Skole nord');
    await post('/api/launches', { ...SAID, rows, begins: '2026-12-01', expectedBy: '2027-06-30' });
    const { launches } = await journey();
    const launch = launches.find((one) => one.rows[0]?.id === rows[0]);
    const { apps } = overviewAnswer.parse(await (await server.ask('/api/overview', ['Leader'])).json());
    const at = apps?.rows.findIndex(({ id }) => id === rows[0]) ?? -1;
    const column = apps?.columns.findIndex(({ name }) => name === 'files') ?? -1;
    expect(launch?.actual.at(-1)?.people).toEqual(apps?.figures[at]?.[column]);
    expect([launch?.state, launch?.effects]).toEqual(['to-come', [{ withheld: 'no-release-after' }]]);
  });

  it('in rows where another has begun says which', async () => {
    const rows = await rowsCalled('Oppvekst/Barnehage');
    const { said } = await post('/api/launches', { ...SAID, rows, begins: '2026-05-01' });
    const { number } = launchedAnswer.parse(said);
    const { launches } = await journey();
    expect(launches.find((one) => one.number === number)?.besides).toEqual([1]);
    expect(launches.find((one) => one.number === 1)?.besides).toEqual([number]);
  });
});

describe('what was learnt', () => {
  const learn = (change: object = {}, roles?: string[]) =>
    post('/api/launches/retrospectives', { launch: 1, ...LEARNT, ...change }, roles);

  it.each([
    ['of no launch', { launch: 99 }, 'launch'],
    ['of one that has not begun', { launch: 2 }, 'outcome'],
    ['with an address in it', { got: 'kari@example.no likte det ikke' }, 'got'],
    ['with a field left out', { next: '' }, 'next'],
  ])('is refused %s', async (_, wrong, field) => {
    expect(await learn(wrong)).toMatchObject({ status: 400, said: { about: field } });
  });

  it('is for a launch owner to say', async () => {
    for (const roles of [['Leader'], ['PrivacyOfficer', 'Approver'], ['Administrator'], []]) {
      expect((await learn({}, roles)).status).toBe(403);
    }
  });

  it('is an outcome like any other, and stays when a later word is said', async () => {
    expect((await learn()).status).toBe(200);
    const first = (await journey()).launches.find(({ number }) => number === 1);
    expect(first?.state).toBe('did-not-work');
    server.clock.at += 60_000;
    expect((await learn({ outcome: 'worked-in-part', got: 'Noen fortsatte' })).status).toBe(200);
    const { launches, timeline } = await journey();
    const told = launches.find(({ number }) => number === 1);
    expect(told?.state).toBe('worked-in-part');
    expect(told?.retrospectives).toEqual([
      { on: '2026-10-02', ...LEARNT },
      { on: '2026-10-02', ...LEARNT, outcome: 'worked-in-part', got: 'Noen fortsatte' },
    ]);
    expect(timeline.filter(({ kind }) => kind === 'retrospective')).toEqual([
      { on: '2026-10-02', kind: 'retrospective', launch: 1, outcome: 'did-not-work' },
      { on: '2026-10-02', kind: 'retrospective', launch: 1, outcome: 'worked-in-part' },
    ]);
  });

  it('of a launch that never began takes it out of what others are compared with, and leaves it on the timeline', async () => {
    expect((await learn({ launch: 2, outcome: 'cancelled' })).status).toBe(200);
    const { launches, timeline } = await journey();
    expect(launches.find(({ number }) => number === 2)).toMatchObject({
      state: 'cancelled',
      effects: [{ withheld: 'cancelled' }],
    });
    expect(timeline.some((one) => one.kind === 'launch' && one.launch === 2)).toBe(true);
  });
});

it('shows whoever registered it, and nobody else, that it was they', async () => {
  const mine = async (oid: string) => {
    const headers = { authorization: `Bearer ${await server.token([], { oid })}` };
    const { inOffice } = aboutMeAnswer.parse(await (await fetch(`${server.url}/api/about-me`, { headers })).json());
    return inOffice.map(({ what, office, text }) => [what, office, text]);
  };
  const own = await mine(OWNER);
  expect(own).toContainEqual(['launch-registered', 'LaunchOwner', SAID.what]);
  const { tried, expected, got, learnt, next } = LEARNT;
  expect(own).toContainEqual(['looked-back', 'LaunchOwner', [tried, expected, got, learnt, next].join(' – ')]);
  expect(await mine('44440000-0000-4000-8000-000000000002')).toEqual([]);
});
