import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { onTestFinished } from 'vitest';
import { makeGet, type Get, type GetOptions } from '../../connector/microsoft-graph/get.ts';
import type { SourceDeclaration } from '../../connector/microsoft-graph/source-declaration.ts';
import type { Question } from '../../connector/microsoft-graph/question.ts';
import { recordedRandomness } from '../recorded-randomness.ts';

export const GRAPH = 'https://graph.microsoft.com/v1.0';
export const MONDAY = Date.UTC(2026, 8, 7, 12);

export interface Asked {
  readonly url: string;
  readonly headers: Headers;
  /** Of a POST; otherwise empty. */
  readonly body: string;
}

/** Answers every request of this process until the test ends, whatever host it goes to, and writes each one down. */
export function playNetwork(answer: (asked: Asked, nth: number) => Response | Promise<Response>): Asked[] {
  const asked: Asked[] = [];
  const server = setupServer(
    http.all('*', async ({ request }) => {
      const body = request.method === 'POST' ? await request.text() : '';
      asked.push({ url: request.url, headers: request.headers, body });
      return answer({ url: request.url, headers: request.headers, body }, asked.length);
    }),
  );
  server.listen({ onUnhandledRequest: 'error' });
  onTestFinished(() => {
    server.close();
  });
  return asked;
}

/** A clock that stands until somebody waits, and remembers how long each waited. */
export function standingClock(start = MONDAY) {
  const waits: number[] = [];
  let moment = start;
  return {
    waits,
    now: () => moment,
    wait: (ms: number): Promise<void> => {
      waits.push(ms);
      moment += ms;
      return Promise.resolve();
    },
    pass: (ms: number): void => {
      moment += ms;
    },
  };
}

/** Tokens `token-1`, `token-2`, …: a new one each time a fresh one is asked for. */
export function numberedTokens() {
  const tokens = {
    made: 1,
    token: ({ fresh = false }: { fresh?: boolean } = {}): Promise<string> => {
      if (fresh) tokens.made += 1;
      return Promise.resolve(`token-${tokens.made}`);
    },
  };
  return tokens;
}

export function playedGet(different: Partial<GetOptions> = {}): { get: Get; clock: ReturnType<typeof standingClock> } {
  const clock = standingClock();
  const get = makeGet({
    tokens: numberedTokens(),
    now: clock.now,
    wait: clock.wait,
    random: recordedRandomness('played graph'),
    ...different,
  });
  return { get, clock };
}

export const THINGS: SourceDeclaration = {
  name: 'things',
  endpoint: '/users/{id}/things',
  permissions: [{ role: 'Thing.Read.All', id: '00000000-0000-4000-8000-000000000000' }],
  fields: [{ field: 'size', reason: 'a test' }],
};
export const QUESTION: Question = { source: THINGS, values: { id: 'u1' }, query: { $select: 'size', $top: '2' } };

export function graphError(status: number, code: string, headers: Record<string, string> = {}, message = 'SECRET') {
  return HttpResponse.json({ error: { code, message, innerError: { 'request-id': 'SECRET' } } }, { status, headers });
}

/** The code and sentence a promise fails with. */
export async function failure(promise: Promise<unknown>): Promise<{ code: unknown; sentence: string }> {
  try {
    await promise;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { code: 'code' in error ? error.code : undefined, sentence: error.message };
  }
  throw new Error('It did not fail.');
}

export async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}
