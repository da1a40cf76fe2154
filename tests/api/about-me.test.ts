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
import { personRows } from '../../connector/publish.ts';
import { markOfNobody } from '../../connector/privacy/mark.ts';
import { takeLease } from '../../connector/store/lease.ts';
import { addForgotten, objections } from '../../connector/store/marks.ts';
import { addProtected } from '../../connector/store/protected.ts';
import { readMemberships } from '../../connector/store/people.ts';
import { filesWith } from '../store/temporary-store.ts';
import { partsOf, textOf } from '../documents/opened-docx.ts';
import { inventedRelease, MUNICIPALITY, seeded } from './invented-release.ts';
import { EMPLOYEES, fillPeriod, HELD, objectId, ownMark, ownPseudonym, OWN_SCOPE, unitOf } from './own-people.ts';
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
  return { authorization: `Bearer ${await server.token(roles, { oid: objectId(n), ...more })}` };
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
    const file = server.store.period(HELD);
    const { rows } = personRows(file, OWN_SCOPE, MEASURED);
    const place = new Map(readMemberships(file).map(({ person }, index) => [person, index]));
    for (const n of [0, 1, 59, 60, 119, 120, 179, 180]) {
      const row = rows[place.get(ownPseudonym(n)) ?? -1];
      const own = (await aboutMe(n)).periods[0]?.row;
      expect([n, own?.apps]).toEqual([n, row?.apps]);
      expect([n, own?.breadth]).toEqual([n, row?.unitsReached.length === 0 ? null : 'one-or-two']);
      expect(row?.unit).toBe(unitOf(n));
    }
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
  test.each(['nb', 'nn', 'en'])(
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
      for (const text of [String(json), page]) {
        expect(text).not.toContain('Tiny');
        expect(text).not.toMatch(/[pms]1_[A-Za-z0-9_-]{22}/);
      }
    },
  );
});
