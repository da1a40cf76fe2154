import { objectId } from '../api/own-people.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { averaging } from '../../connector/attack/averaging.ts';
import { overviewOrNone, unitAnswer, unitsAnswer } from '../../connector/api/answers.ts';
import { overview } from '../../connector/api/overview.ts';
import { unit } from '../../connector/api/unit.ts';
import { unitSlug } from '../../connector/api/unit-slug.ts';
import { units } from '../../connector/api/units.ts';
import type { Asker } from '../../connector/api/who-is-asking.ts';
import { exportedReleases } from '../../connector/exported-releases.ts';
import { RealIdentity } from '../../connector/privacy/real-identity.ts';
import { notePinned } from '../../connector/store/pinned.ts';
import { saveRelease } from '../../connector/store/releases.ts';
import type { Release } from '../../connector/privacy/release.ts';
import { startServer, type TestServer } from '../api/test-server.ts';
import { byteStream } from '../privacy/byte-stream.ts';
import { blanked, everybody, fullest, headcountsOf, released, UNITS, WINTER } from './organisation.ts';

const UNIT = `units/${unitSlug(UNITS[0]!)}`;
const QUESTIONS = ['overview', 'units', UNIT, `overview?period=${WINTER.id}`, 'usage-reports'];
/** Askers times readings times questions: five hundred; whoever asks alone is slowed down long before. */
const [ASKERS, TIMES] = [20, 5];
const READINGS = 10_000;
const READER: Asker = {
  ...{ identity: new RealIdentity('00000000-0000-4000-8000-0000000000aa'), isGuest: false, counter: 'a reader' },
  roles: ['Leader'],
};
const others = everybody('readers').slice(1);
const target = fullest(UNITS[0]!);
const headcounts = headcountsOf([...others, target]);
/** The same noise for both, so that whatever differs is the target. */
const counted = released([...others, target], byteStream('twin'), { headcounts });
const notCounted = released([...others, blanked(target)], byteStream('twin'), { headcounts });

async function serving(release: Release): Promise<TestServer> {
  const server = await startServer();
  saveRelease(server.store, release);
  notePinned(server.store, 1);
  return server;
}
let withTarget: TestServer;
let without: TestServer;
beforeAll(async () => {
  [withTarget, without] = [await serving(counted), await serving(notCounted)];
});
afterAll(async () => {
  await withTarget.close();
  await without.close();
});

/** What is told but the moment and the reference of an answer. */
function withoutReference(text: string): string {
  return text.replace(/"reference":"[^"]*"/g, '');
}

async function said(server: TestServer, path: string, roles = ['Leader']): Promise<string> {
  const answer = await server.ask(`/api/${path}`, roles);
  return `${String(answer.status)} ${withoutReference(await answer.text())}`;
}

/** The shape of an answer: numbers that stand for figures gone, everything else as it stands. */
function shapeOf(text: string): string {
  return text
    .replace(/"head":"[^"]*"/g, '"head":"~"')
    .replace(/-?\d+(\.\d+)?/g, '#')
    .replace(/"(more|fewer|no-sure-change|sure|unsure|low|middle|high)"/g, '"~"');
}

/** What is asked without the way there: the same answer, and cheap enough to be asked ten thousand times. */
function answersOf({ house, store }: TestServer): Readonly<Record<string, (time: number) => unknown>> {
  const asked = { asker: READER, path: {}, query: {} };
  const [ofAll, ofUnits, ofUnit] = [overview(house), units(house), unit(house)];
  return {
    overview: (time) => overviewOrNone.parse(ofAll({ ...asked, query: time % 2 === 0 ? {} : { period: WINTER.id } })),
    units: () => unitsAnswer.parse(ofUnits(asked)),
    unit: () => unitAnswer.parse(ofUnit({ ...asked, path: { slug: unitSlug(UNITS[0]!) } })),
    'samspill releases': () => exportedReleases(store),
  };
}

/** Readings as texts, each different one held once however often it was read. */
function readings(times: number, read: (time: number) => unknown): string[] {
  const seen = new Map<string, string>();
  return Array.from({ length: times }, (_, time) => {
    const text = JSON.stringify(read(time));
    return seen.get(text) ?? (seen.set(text, text), text);
  });
}

describe('A8, reading again', () => {
  it('gets the same bytes from every question over the network: by anybody, in any language', async () => {
    const asked = QUESTIONS.map((): string[] => []);
    for (let asker = 0; asker < ASKERS; asker += 1) {
      const oid = `00000000-0000-4000-8000-${String(asker).padStart(12, '0')}`;
      const token = await withTarget.token([asker % 2 === 0 ? 'Leader' : 'PrivacyOfficer'], { oid });
      const headers = { authorization: `Bearer ${token}`, 'accept-language': ['nb', 'nn', 'en', 'de'][asker % 4]! };
      for (const [place, question] of QUESTIONS.entries()) {
        for (let time = 0; time < TIMES; time += 1) {
          const answer = await fetch(`${withTarget.url}/api/${question}`, { headers });
          asked[place]!.push(`${String(answer.status)} ${withoutReference(await answer.text())}`);
        }
      }
    }
    expect(asked.flat().filter((text) => text.startsWith('429'))).toEqual([]);
    expect(averaging(asked)).toMatchObject({ tried: QUESTIONS.length * ASKERS * TIMES, succeeded: 0, holds: true });
  });

  it('gets the same bytes ten thousand times from whatever tells figures', () => {
    const answers = Object.values(answersOf(withTarget));
    const asked = answers.map((read) => readings(READINGS, read));
    expect(averaging(asked)).toEqual({
      ...{ attack: 'A8', tried: answers.length * READINGS, succeeded: 0, measured: null, holds: true },
    });
    expect(asked.map(([text]) => text!.length > 100)).toEqual(answers.map(() => true));
  }, 120_000);

  it('bites: one answer in ten thousand with other noise is noticed', () => {
    const other = released(everybody('readers'), byteStream('another draw'), { headcounts });
    const read = (time: number): unknown => (time === 7_000 ? other.text : counted.text);
    expect(averaging([readings(READINGS, read)])).toMatchObject({ tried: READINGS, succeeded: 1, holds: false });
  });
});

describe('A16, everything beside the figures', () => {
  it('is the same with and without somebody: shape, order, empty states, status and headers', async () => {
    for (const question of [
      ...QUESTIONS,
      'me',
      'about',
      'last-run',
      'units/nowhere',
      'overview?period=2030-Q1',
      'nothing',
    ]) {
      const [a, b] = [await said(withTarget, question), await said(without, question)];
      expect([question, shapeOf(a)]).toEqual([question, shapeOf(b)]);
    }
    const headersOf = async (server: TestServer): Promise<string[]> =>
      [...(await server.ask('/api/overview', ['Leader'])).headers.keys()].toSorted();
    expect(await headersOf(withTarget)).toEqual(await headersOf(without));
  });

  it('names a version of an answer to its own asker alone: the mark tells nobody else one answer from another', async () => {
    const marks = new Set<string | null>();
    for (const oid of [31, 32, 33].map(objectId)) {
      const authorization = `Bearer ${await withTarget.token(['Leader'], { oid })}`;
      const { headers } = await fetch(`${withTarget.url}/api/units`, { headers: { authorization } });
      marks.add(headers.get('etag'));
      expect(headers.get('last-modified')).toBeNull();
      expect(headers.get('cache-control')).toBe('private, no-cache');
    }
    expect(marks.size).toBe(3);
    expect((await withTarget.ask('/api/about-me', [])).headers.get('cache-control')).toContain('no-store');
  });

  it('bites: the figures themselves differ, so the two are told apart where they may be', async () => {
    expect(counted.text).not.toBe(notCounted.text);
    expect(await said(withTarget, UNIT)).not.toBe(await said(without, UNIT));
  });
});
