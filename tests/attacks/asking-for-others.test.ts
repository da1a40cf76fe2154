import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aboutMe } from '../../connector/api/about-me.ts';
import { ROLES } from '../../connector/api/answers.ts';
import { unitSlug } from '../../connector/api/unit-slug.ts';
import { RealIdentity } from '../../connector/privacy/real-identity.ts';
import { objections } from '../../connector/store/marks.ts';
import { notePinned } from '../../connector/store/pinned.ts';
import { saveRelease } from '../../connector/store/releases.ts';
import { fillPeriod, HELD, objectId, ownMark, ownPseudonym } from '../api/own-people.ts';
import { routesOf } from '../api/routes-of.ts';
import { startServer, type TestServer } from '../api/test-server.ts';
import { byteStream } from '../privacy/byte-stream.ts';
import { everybody, headcountsOf, released, UNITS } from './organisation.ts';

/** A reader's way to an answer: an address below /api, and perhaps something said beside it. */
type Ask = (address: string, beside?: Readonly<Record<string, string>>) => Promise<{ status: number; text: string }>;

const [VICTIM, LEADER] = [0, 61];
const people = everybody('asking').map((person, at) => ({
  ...person,
  standing: at % 60 === 0 ? ('leader' as const) : ('desk' as const),
}));

let server: TestServer;
let questions: string[] = [];
let asLeader: Ask;
beforeAll(async () => {
  server = await startServer();
  saveRelease(server.store, released(people, byteStream('asking'), { headcounts: headcountsOf(people) }));
  notePinned(server.store, 1);
  fillPeriod(server.store);
  // In every office at once, and asking as fast as they like: whatever one of them may ask, this reader may.
  asLeader = async (address, beside = {}) => {
    server.clock.at += 1_000;
    const authorization = `Bearer ${await server.token([...ROLES], { oid: objectId(LEADER) })}`;
    const answer = await fetch(`${server.url}/api/${address}`, { headers: { ...beside, authorization } });
    return { status: answer.status, text: (await answer.text()).replace(/"reference":"[^"]*"/g, '') };
  };
  questions = routesOf(server.app.router)
    .filter((route) => route.startsWith('GET /') && !/^GET \/( |\{\*path\}$)/.test(route))
    .map((route) =>
      route
        .slice('GET /'.length)
        .replace(':slug', unitSlug(UNITS[0]!))
        .replace(':name', 'dpia')
        .replace(':source', 'sent-items'),
    );
});
afterAll(() => server.close());

const FILTERS = [
  ...['role=leader', 'standing=leader', 'title=Rektor', 'without=leader', 'without=1', 'filter=unit', 'unit=B'],
  ...['from=2026-01-05', 'to=2026-02-01', 'week=3', 'level=careful', 'minimum=1', '$filter=heads lt 20', '$top=1'],
  ...['seed=1', 'raw=true', 'exact=1', 'group=0b6d1c2e-0f0f-4a5b-9a51-aa00bb11cc22', 'standing[]=leader'],
];

/** A4: asks every question plainly and with each parameter; what is given, and is another answer, is of other people. */
async function partsOfThePeople(ask: Ask, asked: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const question of asked) {
    const plain = await ask(question);
    for (const filter of FILTERS) {
      const { status, text } = await ask(`${question}${question.includes('?') ? '&' : '?'}${filter}`);
      if (status < 400 && text !== plain.text) found.push(`${question} ${filter}`);
    }
  }
  return found;
}

describe('A4, filters', () => {
  it('knows no parameter by which a part of the people could be asked for, in any route', async () => {
    expect(questions.length).toBeGreaterThan(15);
    expect(await partsOfThePeople(asLeader, questions)).toEqual([]);
  });

  it('bites: an answer that can be narrowed to a standing gives a unit with and without three leaders', async () => {
    const narrowed: Ask = (address) => {
      const given = new URL(`http://here/${address}`).searchParams;
      const [only, without] = [given.get('standing'), given.get('without')];
      const counted = people
        .filter(({ unit }) => unit === UNITS[0])
        .filter(({ standing }) => (only === null || standing === only) && standing !== without);
      return Promise.resolve({ status: 200, text: JSON.stringify({ heads: counted.length }) });
    };
    expect(await partsOfThePeople(narrowed, ['units/1'])).toEqual([
      'units/1 standing=leader',
      'units/1 without=leader',
    ]);
    // Two answers of sixty and fifty-nine people, each of a group that may be shown: their difference is one of them.
    const heads = async (address: string): Promise<number> =>
      Number(/\d+/.exec((await narrowed(address)).text)?.[0] ?? NaN);
    expect((await heads('units/1')) - (await heads('units/1?without=leader'))).toBe(1);
  });

  it('reads no other parameter than a period, two to be compared, and a language, in any route', () => {
    expect(parametersRead(sources())).toEqual(['earlier', 'language', 'later', 'period']);
  });

  it('bites: a route that reads another one is named', () => {
    expect(parametersRead(["const { standing } = request.query['standing'];", 'query.unit'])).toEqual([
      'standing',
      'unit',
    ]);
    expect(parametersRead(['const S = z.strictObject({ unit: z.string() }); understood(S, query)'])).toEqual(['unit']);
  });
});

function sources(): string[] {
  const folder = new URL('../../connector/api/', import.meta.url).pathname;
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** What is read of addresses: by name, or by the shape that `understood` is given for the query. */
function parametersRead(texts: readonly string[]): string[] {
  const named = texts.flatMap((text) =>
    [...text.matchAll(/\bquery(?:\.(\w+)|\[['"](\w+)['"]\])/g)].map(([, a, b]) => a ?? b ?? ''),
  );
  const shaped = texts.flatMap((text) =>
    [...text.matchAll(/understood\((\w+), query\)/g)].flatMap(([, shape = '']) => {
      const body = new RegExp(`const ${shape}\\b[^=]*= z\\.strictObject\\(\\{([^}]*)\\}`).exec(text)?.[1] ?? '';
      return [...body.matchAll(/(\w+):/g)].map(([, name = '']) => name);
    }),
  );
  return [...new Set([...named, ...shaped])].filter((name) => !['parse', 'safeParse'].includes(name)).toSorted();
}

/** By what somebody could be named: object id, pseudonym, mark. */
const NAMES = [objectId(VICTIM), ownPseudonym(VICTIM), ownMark(VICTIM)];

/** A18: asks for somebody else's page by path, parameter and header; what is given, and is not the own page, is theirs. */
async function othersPages(ask: Ask): Promise<string[]> {
  const found: string[] = [];
  for (const page of ['about-me', 'about-me/export', 'me']) {
    const { text: own } = await ask(page);
    const tries: [string, Record<string, string>?][] = NAMES.flatMap((name): [string, Record<string, string>?][] => [
      [`${page}/${name}`],
      [`${page}?oid=${name}`],
      [`${page}?person=${name}`],
      [`${page}?as=${name}`],
      [`${page}?pseudonym=${name}`],
      [page, { 'x-ms-client-principal-id': name }],
      [page, { 'x-forwarded-user': name }],
      [page, { cookie: `oid=${name}` }],
    ]);
    tries.push(['people'], [`people/${objectId(VICTIM)}`], [`persons/${ownPseudonym(VICTIM)}`], [`${page}/../people`]);
    for (const [address, beside] of tries) {
      const { status, text } = await ask(address, beside);
      if (status < 400 && text !== own) found.push(address);
    }
  }
  return found;
}

describe('A18, somebody else’s page', () => {
  it('does not exist for a leader, by whatever name and however it is asked for', async () => {
    expect((await asLeader('about-me')).text).toContain(HELD.id);
    expect(await othersPages(asLeader)).toEqual([]);
  });

  it('bites: a page that believes the address gives a leader the rows of the one named', async () => {
    const believing: Ask = async (address) => {
      const given = new URL(`http://here/${address}`).searchParams.get('oid') ?? objectId(LEADER);
      if (!/^about-me(\?|$)/.test(address) || !given.startsWith('0e0e')) return { status: 404, text: '' };
      const asker = { identity: new RealIdentity(given), roles: [], isGuest: false, counter: 'x' };
      const page = await aboutMe(server.house)({ asker, path: {}, query: {} });
      return { status: 200, text: JSON.stringify(page) };
    };
    expect(await othersPages(believing)).toEqual([`about-me?oid=${objectId(VICTIM)}`]);
    // Only this victim wrote to somebody outside: that is what the leader has read.
    expect((await believing('about-me')).text).not.toContain('outside');
    expect((await believing(`about-me?oid=${objectId(VICTIM)}`)).text).toContain('outside');
  });

  it('cannot be said no for either', async () => {
    for (const more of [{ oid: objectId(VICTIM) }, { person: ownPseudonym(VICTIM) }, { mark: ownMark(VICTIM) }]) {
      const answer = await fetch(`${server.url}/api/objection`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await server.token(['Leader'], { oid: objectId(LEADER) })}`,
        },
        body: JSON.stringify({ objects: true, ...more }),
      });
      expect(answer.status).toBe(400);
    }
    expect(objections(server.store).size).toBe(0);
  });
});
