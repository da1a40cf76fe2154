import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  aboutMeAnswer,
  meAnswer,
  objectionAnswer,
  ownExportAnswer,
  refusal,
  ROLES,
  type AboutMeAnswer,
  unitsAnswer,
} from '../../connector/api/answers.ts';
import { OWN_EXPORT_WORDS } from '../../connector/api/own-export-words.ts';
import { personRows } from '../../connector/publish.ts';
import { markOfNobody } from '../../connector/privacy/mark.ts';
import { takeLease } from '../../connector/store/lease.ts';
import { addForgotten, objections } from '../../connector/store/marks.ts';
import { addProtected } from '../../connector/store/protected.ts';
import { cellsOfPerson } from '../../connector/privacy/contribution.ts';
import type { Scope } from '../../connector/privacy/scope.ts';
import { tableLayout } from '../../connector/privacy/table-layout.ts';
import type { Store } from '../../connector/store/open.ts';
import { readHeadcounts, readMemberships } from '../../connector/store/people.ts';
import { replaceUsageDay, usageDaysRead } from '../../connector/store/usage-days.ts';
import { inventedScope } from '../privacy/invented-scope.ts';
import { filesWith } from '../store/temporary-store.ts';
import { partsOf, textOf } from '../documents/opened-docx.ts';
import { inventedRelease, MUNICIPALITY, seeded } from './invented-release.ts';
import {
  EMPLOYEES,
  fillBridges,
  fillPeriod,
  fillWideNetwork,
  HELD,
  objectId,
  ownMark,
  ownPseudonym,
  OWN_SCOPE,
  STRUCTURAL_SCOPE,
  unitOf,
} from './own-people.ts';
import { showRelease } from './shown-release.ts';
import { startServer, type TestServer } from './test-server.ts';

const byDay = z.object({ byDay: z.array(z.object({ acts: z.array(z.looseObject({})) })) });
const MEASURED = [{ app: 'exchange' as const, reports: ['active-users'] }];

let server: TestServer;

/** Own for each test of what changes something; one for all that only ask. */
async function open(): Promise<void> {
  server = await startServer({ appsMeasured: () => MEASURED });
  fillPeriod(server.store);
}
const close = (): Promise<void> => server.close();

async function as(n: number, roles: readonly string[] = [], more: object = {}): Promise<{ authorization: string }> {
  const at = Math.floor(server.clock.at / 1000);
  const lasts = { iat: at - 60, nbf: at - 60, exp: at + 3600 };
  return { authorization: `Bearer ${await server.token(roles, { oid: objectId(n), ...lasts, ...more })}` };
}

async function aboutMe(n: number, roles: readonly string[] = []): Promise<AboutMeAnswer> {
  const response = await fetch(`${server.url}/api/about-me`, { headers: await as(n, roles) });
  return aboutMeAnswer.parse(await response.json());
}

async function decide(n: number, objects: boolean) {
  const headers = { ...(await as(n)), 'content-type': 'application/json' };
  const body = JSON.stringify({ objects });
  const response = await fetch(`${server.url}/api/objection`, { method: 'POST', headers, body });
  expect(response.status).toBe(200);
  return objectionAnswer.parse(await response.json());
}

describe('what is held about me', () => {
  beforeAll(open);
  afterAll(close);
  test('own unit with what said so, own acts by week toward groups, days read, services, own row', async () => {
    const { periods, marks, lastRead, fewest } = await aboutMe(61);
    expect(marks).toEqual([]);
    expect(fewest).toBe(20);
    expect(periods).toHaveLength(1);
    const [held] = periods;
    expect(held?.period.id).toBe(HELD.id);
    expect(held?.membership).toEqual({
      unit: 'North/Nursery',
      standing: 'desk',
      readOn: '2026-10-02',
      placedBy: { origin: 'attribute', on: '2026-10-02' },
    });
    const toward = (name: string, week: string) => ({
      week,
      kind: 'mail',
      toward: { of: 'unit', name },
      acts: 1,
      minutes: 1,
    });
    expect(held?.acts).toHaveLength(4);
    for (const week of ['2026-10-05', '2026-09-28']) {
      expect(held?.acts).toContainEqual(toward('North/Nursery, others', week));
      expect(held?.acts).toContainEqual(toward('South/Care', week));
    }
    expect(held?.daysRead).toEqual([{ source: 'sent-items', from: '2026-10-01', to: '2026-10-21', days: 21 }]);
    expect([held?.usage, held?.reportDays]).toEqual([[], 21]);
    expect(held?.row).toMatchObject({ breadth: 'one-or-two', apps: [], appsMeasured: ['exchange'] });
    expect(lastRead).toEqual({ from: '2026-10-15', to: '2026-10-21', sources: [{ source: 'sent-items', days: 7 }] });
    expect((await aboutMe(60)).periods[0]?.usage).toEqual([{ app: 'exchange', days: 21 }]);
  });

  test('never tells of one colleague: a unit of one is told with others, and nobody bears a pseudonym', async () => {
    const answer = await aboutMe(0);
    const groups = answer.periods[0]?.acts.map(({ toward }) => `${toward.of} ${toward.name}`);
    expect(new Set(groups)).toEqual(
      // The one person of the tiny unit is told of together with the smallest row, as in a release.
      new Set(['unit North/School', 'unit North/Nursery, others', 'outside ', 'inside ']),
    );
    const text = JSON.stringify(answer);
    expect(text).not.toContain('Tiny');
    expect(text).not.toMatch(/[pms]1_/);
    expect(text).not.toContain(objectId(0));
  });

  test('one’s own row is the row a release would count: for everybody', async () => {
    const bands = await expectOwnRows(server.store, OWN_SCOPE, [0, 1, 59, 60, 119, 120, 179, 180]);
    expect(bands).toEqual(new Set(['one-or-two']));
  });

  test('says that nothing is held of somebody who is not on the list, and before anything was read', async () => {
    expect(await aboutMe(999)).toMatchObject({ periods: [], marks: [], lastRead: null });
    const empty = await startServer();
    const response = await fetch(`${empty.url}/api/about-me`, {
      headers: { authorization: `Bearer ${await empty.token()}` },
    });
    expect(aboutMeAnswer.parse(await response.json())).toMatchObject({ periods: [], scopeChanges: [], coming: [] });
    await empty.close();
  });

  test('tells of one’s own marks and of nobody else’s', async () => {
    addProtected(server.store, ownMark(5));
    addForgotten(server.store, ownMark(6), '2026-10-02T00:00:00.000Z');
    addProtected(server.store, markOfNobody(seeded('somebody else')));
    expect((await aboutMe(5)).marks).toEqual(['protected']);
    expect((await aboutMe(6)).marks).toEqual(['forgotten']);
    expect((await aboutMe(7)).marks).toEqual([]);
  });

  test('a released or broken period takes the page down for nobody', async () => {
    showRelease(server.store, inventedRelease('2026-07-01', MUNICIPALITY));
    expect((await aboutMe(3)).periods).toHaveLength(1);
  });
});

/** Compares own rows with those of a release, column by column; returns the bands that were among them. */
async function expectOwnRows(store: Store, scope: Scope, people: readonly number[]): Promise<Set<string | null>> {
  const file = store.period(HELD);
  const { rows } = personRows(file, scope, MEASURED);
  const place = new Map(readMemberships(file).map(({ person }, index) => [person, index]));
  const reach = tableLayout('reach', scope.level, readHeadcounts(file), 4);
  const bands = new Set<string | null>();
  for (const n of people) {
    const row = rows[place.get(ownPseudonym(n)) ?? -1];
    if (row === undefined) throw new Error('nobody of that number is read');
    const own = (await aboutMe(n)).periods[0]?.row;
    const reached = row.unitsReached.length;
    const band = reached === 0 ? null : reached <= 2 ? 'one-or-two' : reached <= 5 ? 'three-to-five' : 'six-or-more';
    const columns = [...cellsOfPerson(reach)(row)].map((place) => reach.columns[place]?.name);
    expect([n, own?.reach]).toEqual([n, columns]);
    expect([n, columns.length > 0]).toEqual([n, reached > 0]);
    expect([n, own?.breadth, own?.channel, own?.apps]).toEqual([n, band, row.channel ?? null, row.apps]);
    expect(row.unit).toBe(unitOf(n));
    bands.add(band);
  }
  return bands;
}

describe('what one does in many units and ways', () => {
  beforeAll(open);
  afterAll(close);
  test('every band of breadth, every column reached and every channel are those of a release', async () => {
    const scope = { ...OWN_SCOPE, sources: [...OWN_SCOPE.sources, 'chat-membership' as const] };
    fillWideNetwork(server.store, scope);
    const bands = await expectOwnRows(server.store, scope, [0, 1, 2, 3, 180]);
    expect(bands).toEqual(new Set(['one-or-two', 'three-to-five', 'six-or-more', null]));
    const channels = await Promise.all([0, 1, 2].map(async (n) => (await aboutMe(n)).periods[0]?.row?.channel));
    expect(channels).toEqual(['mail-mostly', 'mixed', 'teams-mostly']);
  });
});

describe('one’s own step of the staircase', () => {
  test('is that of a release: tried on one day, a habit on all, none without; step 4 is not measured', async () => {
    const measured = (['teams', 'files'] as const).map((app) => ({ app, reports: ['active-users'] }));
    server = await startServer({ appsMeasured: () => measured });
    fillPeriod(server.store);
    const file = server.store.period(HELD);
    for (const day of usageDaysRead(file, 'active-users')) {
      const used = [...(day === '2026-10-05' ? [2] : []), 3];
      replaceUsageDay(
        file,
        'active-users',
        day,
        used.map((n) => ({ day, person: ownPseudonym(n), apps: ['teams'] as const })),
      );
    }
    const own = await Promise.all([1, 2, 3].map(async (n) => (await aboutMe(n)).periods[0]?.row));
    expect(own.map((row) => [row?.step, row?.stepsMeasured])).toEqual([1, 2, 3].map((step) => [step, [2, 3]]));
    const { rows } = personRows(file, OWN_SCOPE, measured);
    expect([1, 2, 3].map((step) => rows.filter((row) => row.step === step).length)).toEqual([179, 1, 1]);
    await server.close();
  });
});

describe('one’s own network', () => {
  beforeAll(open);
  afterAll(close);
  const network = async (n: number) => (await aboutMe(n)).periods[0]?.network;

  test('colleagues by group, each once; without structural tables no band, and nobody has a competence', async () => {
    expect(await network(61)).toEqual({
      partners: [
        { toward: { of: 'unit', name: 'North/Nursery, others' }, people: 1 },
        { toward: { of: 'unit', name: 'South/Care' }, people: 1 },
      ],
      bridging: null,
    });
    expect((await aboutMe(0)).periods[0]?.competences).toEqual([]);
    expect((await aboutMe(0)).bridges).toBeNull();
  });

  test('one’s own band comes once its days are read for good, from no day after them, as a release would have it', async () => {
    fillBridges(server.store);
    const at = (day: string): void => {
      server.clock.at = Date.parse(day);
    };
    expect((await network(0))?.bridging).toEqual({ until: '2026-11-30', band: null });
    at('2026-12-03T23:59:59Z');
    expect((await network(0))?.bridging?.band).toBeNull();
    at('2026-12-04T00:00:00Z');
    const bands = await Promise.all([0, 1, 60, 61, 120].map(async (n) => (await network(n))?.bridging?.band));
    const file = server.store.period(HELD);
    const { rows } = personRows(file, STRUCTURAL_SCOPE, MEASURED);
    const place = new Map(readMemberships(file).map(({ person }, index) => [person, index]));
    const released = [0, 1, 60, 61, 120].map((n) => rows[place.get(ownPseudonym(n)) ?? -1]?.brokerage ?? 'none');
    expect(bands).toEqual(released);
    // 10 of the school and 5 of the nursery: 50 pairs. With those of December there would be 100 and more.
    expect(bands).toEqual(['much', 'none', 'none', 'none', 'none']);
  });

  test('late acts change nothing, and who has a competence is told so, on the page and in the export', async () => {
    // Five of the school less, and the band is another; the ten that came in December make up for none of them.
    for (const n of [1, 2, 3, 4, 5]) expect(await decide(n, true)).toMatchObject({ objects: true });
    expect((await network(0))?.bridging?.band).toBe('some');
    expect((await aboutMe(0)).periods[0]?.competences).toEqual(['Tegnspråk']);
    expect((await aboutMe(60)).periods[0]?.competences).toEqual([]);
    const response = await fetch(`${server.url}/api/about-me/export?language=nb`, { headers: await as(61) });
    const { files } = ownExportAnswer.parse(await response.json());
    const [json = '', docx = ''] = files.map(({ base64 }) => base64);
    const page = textOf(partsOf(Buffer.from(docx, 'base64')).get('word/document.xml') ?? '');
    for (const text of [Buffer.from(json, 'base64').toString(), page]) expect(text).toContain('Tegnspråk');
  });

  test('is held against the newest released count of one’s own row, and nothing else', async () => {
    const units = ['North/School', 'North/Nursery', 'South/Care'].map((unit) => ({ unit, heads: 120, covered: 120 }));
    const tablesOn = ['reach', 'breadth', 'brokerage'] as const;
    const release = inventedRelease('2026-04-01', units, { tablesOn });
    showRelease(server.store, release);
    const { bridges } = await aboutMe(0);
    expect(bridges).toMatchObject({ period: { id: '2026-Q2' }, row: 'North/School', heads: 120 });
    expect(bridges?.figures.map(({ band }) => band)).toEqual(['some', 'much']);
  });
});

describe('what one did in office', () => {
  beforeAll(open);
  afterAll(close);
  test('own acts, looks and pauses with office, day and words, each once; nobody else’s', async () => {
    const post = async (n: number, role: string, path: string, body: object): Promise<void> => {
      const headers = { ...(await as(n, [role])), 'content-type': 'application/json' };
      const { status } = await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
      expect([path, status]).toEqual([path, 200]);
    };
    const wider = inventedScope({ sources: [...OWN_SCOPE.sources, 'meetings'] });
    await post(20, 'PrivacyOfficer', '/api/scope/proposals', { scope: wider });
    await post(21, 'EmployeeRepresentative', '/api/scope/proposals/1/comment', { text: 'Too much at once.' });
    await post(21, 'EmployeeRepresentative', '/api/pause/paused', { text: 'We must talk.' });
    await fetch(`${server.url}/api/office`, { headers: await as(21, ['EmployeeRepresentative']) });
    const own = async (n: number) => (await aboutMe(n)).inOffice.map(({ what, office, text }) => [what, office, text]);
    expect(await own(20)).toEqual([['proposed', 'PrivacyOfficer', null]]);
    const mine = await own(21);
    expect(mine).toHaveLength(3);
    expect(new Set(mine)).toEqual(
      new Set([
        ['commented', 'EmployeeRepresentative', 'Too much at once.'],
        ['looked', 'EmployeeRepresentative', null],
        ['paused', 'EmployeeRepresentative', 'We must talk.'],
      ]),
    );
    expect(await own(22)).toEqual([]);
    const response = await fetch(`${server.url}/api/about-me/export?language=en`, { headers: await as(21) });
    const { files } = ownExportAnswer.parse(await response.json());
    const [json = '', docx = ''] = files.map(({ base64 }) => base64);
    const page = textOf(partsOf(Buffer.from(docx, 'base64')).get('word/document.xml') ?? '');
    for (const text of [Buffer.from(json, 'base64').toString(), page]) expect(text).toContain('Too much at once.');
  });
});

describe('a widening that is approved', () => {
  beforeAll(open);
  afterAll(close);
  test('is told to everybody in each language, until the day it takes effect', async () => {
    const act = async (n: number, role: string, path: string, body: object): Promise<void> => {
      const seconds = server.clock.at / 1000;
      const times = { iat: seconds, nbf: seconds - 60, exp: seconds + 3_600 };
      const headers = { ...(await as(n, [role], times)), 'content-type': 'application/json' };
      const { status } = await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
      expect([path, status]).toEqual([path, 200]);
    };
    await act(20, 'PrivacyOfficer', '/api/scope/proposals', { scope: inventedScope() });
    expect((await aboutMe(7)).coming).toEqual([]);
    await act(21, 'Approver', '/api/scope/proposals/1/approve', {});
    const { coming } = await aboutMe(7);
    expect(coming.map(({ effectiveOn }) => effectiveOn)).toEqual(['2026-10-16']);
    const { nb, nn, en } = coming[0]?.said ?? { nb: [], nn: [], en: [] };
    for (const blocks of [nb, nn, en]) expect(blocks.length).toBeGreaterThan(0);
    expect(new Set([nb, nn, en].map((blocks) => JSON.stringify(blocks))).size).toBe(3);
    expect(JSON.stringify(coming)).not.toMatch(/s1_|0e0e0e0e/);
    server.clock.at += 14 * 86_400_000;
    const seconds = server.clock.at / 1000;
    const headers = await as(7, [], { iat: seconds, nbf: seconds - 60, exp: seconds + 3_600 });
    const after = aboutMeAnswer.parse(await (await fetch(`${server.url}/api/about-me`, { headers })).json());
    expect(after.coming).toEqual([]);
  });
});

describe('whose page it is stands in the token alone', () => {
  beforeAll(open);
  afterAll(close);
  test.each([
    `/api/about-me/${objectId(1)}`,
    `/api/about-me/${ownPseudonym(1)}`,
    `/api/about-me?oid=${objectId(1)}`,
    `/api/about-me?person=${ownPseudonym(1)}`,
    `/api/about-me?period=${HELD.id}`,
    `/api/about-me/export?language=nb&person=${ownPseudonym(1)}`,
    `/api/about-me/export`,
    `/api/people/${objectId(1)}`,
    `/api/objection`,
  ])('GET %s is not found, whatever the role', async (path) => {
    for (const roles of [[], ...ROLES.map((role) => [role]), [...ROLES]]) {
      const { status } = await fetch(server.url + path, { headers: await as(0, roles) });
      expect([roles, status]).toEqual([roles, 404]);
    }
  });

  test('headers, bodies and cookies name nobody', async () => {
    const mine = await aboutMe(0);
    const headers = {
      ...(await as(0, [...ROLES])),
      'x-ms-client-principal-id': objectId(1),
      'x-user': objectId(1),
      cookie: `oid=${objectId(1)}`,
    };
    const response = await fetch(`${server.url}/api/about-me`, { headers });
    expect(await response.json()).toEqual(mine);
    for (const body of [{ objects: true, oid: objectId(1) }, { person: ownPseudonym(1) }, {}, { objects: 'yes' }]) {
      const said = await fetch(`${server.url}/api/objection`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(said.status).toBe(400);
    }
    expect(objections(server.store).size).toBe(0);
  });

  test('the same for every role: a leader has the page of an employee', async () => {
    const mine = await aboutMe(4);
    for (const role of ROLES) expect(await aboutMe(4, [role])).toEqual(mine);
  });

  test('no token, no page; a guest has none', async () => {
    for (const [path, method] of [
      ['/api/about-me', 'GET'],
      ['/api/about-me/export?language=nb', 'GET'],
      ['/api/objection', 'POST'],
    ] as const) {
      expect((await fetch(server.url + path, { method })).status).toBe(401);
      const guest = await fetch(server.url + path, { method, headers: await as(0, ['Leader'], { acct: 1 }) });
      expect([path, guest.status, refusal.parse(await guest.json()).refused]).toEqual([path, 403, 'not-for-you']);
    }
    const me = await fetch(`${server.url}/api/me`, { headers: await as(0, ['Leader'], { acct: 1 }) });
    expect(meAnswer.parse(await me.json()).screens).toEqual(['about']);
  });
});

describe('an objection', () => {
  beforeEach(open);
  afterEach(close);
  test('deletes both sides of every act at once, to the bytes, and says so', async () => {
    const folder = server.store.folder;
    expect(filesWith(folder, ownPseudonym(1)).length).toBeGreaterThan(0);
    expect(await decide(1, true)).toMatchObject({ objects: true, deleted: 'at-once' });
    expect(filesWith(folder, ownPseudonym(1))).toEqual([]);
    expect(await aboutMe(1)).toMatchObject({ periods: [], marks: ['objection'], lastRead: null });
    // Who wrote to them has one partner less, and keeps everything else.
    const school = (await aboutMe(0)).periods[0]?.acts.filter(({ toward }) => toward.name === 'North/School');
    expect(school).toEqual([]);
    expect((await aboutMe(2)).periods[0]?.acts).toHaveLength(4);
  });

  test('asked twice it is one, and taken back it is none; what was deleted stays away', async () => {
    await decide(1, true);
    expect(await decide(1, true)).toMatchObject({ objects: true, deleted: 'nothing' });
    expect(objections(server.store)).toEqual(new Set([ownMark(1)]));
    expect(await decide(1, false)).toMatchObject({ objects: false, deleted: 'nothing' });
    expect(objections(server.store).size).toBe(0);
    expect(filesWith(server.store.folder, ownMark(1))).toEqual([]);
    expect((await aboutMe(1)).periods).toEqual([]);
  });

  test('beside a run nothing is deleted: the mark is stored, and asking again afterwards deletes', async () => {
    const { store } = server;
    const lease = takeLease(store, { name: 'run', holder: 'a run', now: () => server.clock.at, ttlMs: 20_000 });
    expect(await decide(1, true)).toMatchObject({ objects: true, deleted: 'after-run' });
    expect(objections(store)).toEqual(new Set([ownMark(1)]));
    expect((await aboutMe(1)).periods).toHaveLength(1);
    server.clock.at = lease.expiresAt + 1;
    expect(await decide(1, true)).toMatchObject({ objects: true, deleted: 'at-once' });
    expect((await aboutMe(1)).periods).toEqual([]);
  });

  test('changes no other answer, byte by byte, for any role, whoever objects', async () => {
    showRelease(server.store, inventedRelease('2026-07-01', MUNICIPALITY));
    const asked = await fetch(`${server.url}/api/units`, { headers: await as(180, ['Leader']) });
    const { units } = unitsAnswer.parse(await asked.json());
    const paths = [
      '/api/me',
      '/api/overview',
      '/api/units',
      `/api/units/${units[0]?.slug ?? ''}`,
      '/api/about',
      '/api/last-run',
      '/api/health',
      '/api/documents',
      '/api/documents/scope?language=nb',
    ];
    const everything = async (): Promise<string[]> => {
      const told: string[] = [];
      for (const roles of [[], ...ROLES.map((role) => [role])]) {
        server.clock.at += 60_000;
        const headers = await as(180, roles);
        for (const path of paths) told.push(await (await fetch(server.url + path, { headers })).text());
      }
      return told.map((text) => text.replace(/"reference":"[0-9a-f]+"/, ''));
    };
    const before = await everything();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...EMPLOYEES.slice(0, -1)), async (n) => {
        await decide(n, true);
        expect(await everything()).toEqual(before);
      }),
      { numRuns: 6 },
    );
  }, 60_000);
});

describe('the export', () => {
  beforeAll(open);
  afterAll(close);
  test.each(['nb', 'nn', 'en'] as const)(
    'in %s: JSON for machines by days, DOCX for reading, and nobody else in it',
    async (language) => {
      const response = await fetch(`${server.url}/api/about-me/export?language=${language}`, { headers: await as(0) });
      const { files } = ownExportAnswer.parse(await response.json());
      const [json, docx] = files.map(({ base64 }) => Buffer.from(base64, 'base64'));
      const held = byDay.parse(JSON.parse(String(json)));
      expect(held.byDay[0]?.acts).toContainEqual({
        source: 'sent-items',
        day: '2026-10-08',
        kind: 'mail',
        toward: { of: 'unit', name: 'North/School' },
        acts: 1,
        minutes: 1.45,
      });
      const page = textOf(partsOf(docx ?? new Uint8Array()).get('word/document.xml') ?? '');
      expect(page).toContain('North/School');
      expect(page).toContain(OWN_EXPORT_WORDS[language].minutes);
      for (const text of [String(json), page]) {
        expect(text).not.toContain('Tiny');
        expect(text).not.toMatch(/[pms]1_[A-Za-z0-9_-]{22}/);
      }
    },
  );
});
