import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { averaging } from '../../connector/attack/averaging.ts';
import { unitSlug } from '../../connector/api/unit-slug.ts';
import { notePinned } from '../../connector/store/pinned.ts';
import { saveRelease } from '../../connector/store/releases.ts';
import type { Release } from '../../connector/privacy/release.ts';
import { startServer, type TestServer } from '../api/test-server.ts';
import { byteStream } from '../privacy/byte-stream.ts';
import { blanked, everybody, fullest, headcountsOf, released, UNITS, WINTER } from './organisation.ts';

const UNIT = `units/${unitSlug(UNITS[0]!)}`;
const QUESTIONS = ['overview', 'units', UNIT, `overview?period=${WINTER.id}`, 'usage-reports'];
/** Askers times readings times questions: two thousand; whoever asks alone is slowed down long before. */
const [ASKERS, TIMES] = [50, 8];
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

describe('A8, reading again', () => {
  it('gets the same bytes from every question, two thousand times over: by anybody, in any language', async () => {
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
});

describe('A4, filters', () => {
  it('knows no parameter by which a part of the people could be asked for', async () => {
    const plain = await said(withTarget, UNIT);
    const filters = [
      'role=leader',
      'standing=desk',
      'without=1',
      'filter=unit',
      'from=2026-01-05',
      'to=2026-02-01',
      'unit=B',
    ];
    for (const filter of [...filters, 'level=careful', 'minimum=1', '$filter=heads lt 20', 'seed=1']) {
      const asked = await said(withTarget, `${UNIT}?${filter}`);
      expect([filter, asked === plain || asked.startsWith('4')]).toEqual([filter, true]);
    }
  });

  it('reads no other parameter than a period and a language, in any route', () => {
    const folder = new URL('../../connector/api/', import.meta.url).pathname;
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const read = texts.flatMap((text) => [...text.matchAll(/\bquery(?:\.(\w+)|\[['"](\w+)['"]\])/g)]);
    const names = new Set(read.map(([, a, b]) => a ?? b));
    for (const name of names) expect(['period', 'language', 'parse', 'safeParse']).toContain(name);
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

  it('names no version of an answer that would tell one from another without reading it', async () => {
    const { headers } = await withTarget.ask('/api/overview', ['Leader']);
    expect(headers.get('etag')).toBeNull();
    expect(headers.get('last-modified')).toBeNull();
    expect(headers.get('cache-control')).toContain('no-store');
  });

  it('bites: the figures themselves differ, so the two are told apart where they may be', async () => {
    expect(counted.text).not.toBe(notCounted.text);
    expect(await said(withTarget, UNIT)).not.toBe(await said(without, UNIT));
  });
});

describe('A18, somebody else’s page', () => {
  it('does not exist for a leader, by whatever name', async () => {
    const mine = await said(withTarget, 'me');
    for (const path of [
      'me/00000000-0000-4000-8000-0000000000aa',
      'people',
      'people/1',
      'persons/p1_AAAAAAAAAAAAAAAAAAAAAA',
    ]) {
      expect(await said(withTarget, path)).toMatch(/^404/);
    }
    for (const who of ['person=p1_AAAAAAAAAAAAAAAAAAAAAA', 'oid=00000000-0000-4000-8000-0000000000aa', 'as=another']) {
      const asked = await said(withTarget, `me?${who}`);
      expect(asked === mine || /^4/.test(asked)).toBe(true);
    }
  });
});
