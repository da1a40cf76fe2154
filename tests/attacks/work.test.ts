import { differences, workOf, type Work } from './counted-work.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '../../connector/api/answers.ts';
import { unitSlug } from '../../connector/api/unit-slug.ts';
import { forgetPerson } from '../../connector/store/erase.ts';
import { readInteractions } from '../../connector/store/interactions.ts';
import { addObjection } from '../../connector/store/marks.ts';
import { notePinned } from '../../connector/store/pinned.ts';
import { addProtected } from '../../connector/store/protected.ts';
import { saveRelease } from '../../connector/store/releases.ts';
import { fillPeriod, HELD, objectId, ownMark, ownPseudonym } from '../api/own-people.ts';
import { routesOf } from '../api/routes-of.ts';
import { startServer, type TestServer } from '../api/test-server.ts';
import { byteStream } from '../privacy/byte-stream.ts';
import { everybody, released, UNITS } from './organisation.ts';

/** Who objected, whom nobody may notice; somebody they never wrote to, nor were written to by; and one who wrote to them. */
const [TARGET, STRANGER, COLLEAGUE] = [0, 61, 120];
const made = released(everybody('work'), byteStream('work'));

/** The same release, and the rows of a quarter that is not released yet: with the target, or after they said no. */
async function serving(objected: boolean): Promise<TestServer> {
  const server = await startServer();
  saveRelease(server.store, made);
  notePinned(server.store, 1);
  fillPeriod(server.store);
  if (objected) {
    addObjection(server.store, ownMark(TARGET));
    forgetPerson(server.store, HELD, ownPseudonym(TARGET));
  }
  return server;
}
let present: TestServer;
let absent: TestServer;
let questions: string[] = [];
beforeAll(async () => {
  [present, absent] = [await serving(false), await serving(true)];
  questions = routesOf(present.app.router)
    .filter((route) => route.startsWith('GET /') && !/^GET \/( |\{\*path\}$)/.test(route))
    .map((route) =>
      route
        .slice('GET /'.length)
        .replace(':slug', unitSlug(UNITS[0]!))
        .replace(':name', 'dpia')
        .replace(':source', 'sent-items'),
    )
    .map((question) =>
      /^documents\/|^council-paper/.test(question) || question === 'scope' ? `${question}?language=nb` : question,
    );
});
afterAll(async () => {
  await present.close();
  await absent.close();
});

/** What one answer takes, once everything that is kept between answers is kept. */
async function workFor(server: TestServer, question: string, asker = STRANGER): Promise<Work> {
  const ask = async (): Promise<void> => {
    const authorization = `Bearer ${await server.token([...ROLES], { oid: objectId(asker) })}`;
    await (await fetch(`${server.url}/api/${question}`, { headers: { authorization } })).arrayBuffer();
  };
  server.clock.at += 1_000;
  await ask();
  return workOf(ask);
}

describe('A16, the work behind an answer', () => {
  it('is the same, block by block, whether somebody is there or has objected: on every route', async () => {
    expect(questions.length).toBeGreaterThan(15);
    // What is not the same twice on one server would tell nothing of two.
    const twice = [await workFor(present, 'overview'), await workFor(present, 'overview')] as const;
    expect(differences(...twice)).toEqual([]);
    for (const question of questions) {
      const [a, b] = [await workFor(present, question), await workFor(absent, question)];
      expect(a.size, question).toBeGreaterThan(3);
      expect([question, differences(a, b)]).toEqual([question, []]);
    }
  }, 240_000);

  it('is the same on one’s own page however many others are protected', async () => {
    const before = await workFor(present, 'about-me');
    for (const other of [70, 71, 72]) addProtected(present.store, ownMark(other));
    expect(differences(before, await workFor(present, 'about-me'))).toEqual([]);
  });

  it('bites: one person’s rows show in the work of whatever is made from rows', async () => {
    const fromRows = async ({ store }: TestServer): Promise<Work> =>
      workOf(() => readInteractions(store.period(HELD)).owner.length);
    await fromRows(present);
    expect(differences(await fromRows(present), await fromRows(present))).toEqual([]);
    expect(differences(await fromRows(present), await fromRows(absent)).length).toBeGreaterThan(0);
  });

  it('bites: on the own page, which is made from rows, and is nobody else’s', async () => {
    const [before, after] = [await workFor(present, 'about-me', TARGET), await workFor(absent, 'about-me', TARGET)];
    expect(differences(before, after).length).toBeGreaterThan(0);
    // And on the page of who wrote to them, in its acts toward a group of twenty at least: said in docs/attacks.
    const [wrote, forgotten] = [
      await workFor(present, 'about-me', COLLEAGUE),
      await workFor(absent, 'about-me', COLLEAGUE),
    ];
    expect(differences(wrote, forgotten).length).toBeGreaterThan(0);
  });
});
