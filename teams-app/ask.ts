import { z } from 'zod';
import { ANSWERS_VERSION, refusal } from '../connector/api/answers.ts';

/** Why there is no answer. The words and what the reader can do about it stand in `words/`. */
export type AskFailure =
  | 'offline'
  | 'no-sign-in'
  | 'refused'
  | 'not-for-you'
  | 'not-found'
  | 'bad-request'
  | 'conflict'
  | 'busy'
  | 'broken'
  | 'newer-version';

export type Asked<T> =
  | { readonly kind: 'answer'; readonly answer: T }
  | {
      readonly kind: 'failed';
      readonly failure: AskFailure;
      readonly reference?: string;
      /** The field that is wrong, or the rule that stands in the way. */
      readonly about?: string;
    };

export interface Asking {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** A bearer token for one request; `renew` asks for one that is not the last. Rejects when nobody is signed in. */
  readonly token: (renew: boolean) => Promise<string>;
  /** Milliseconds before an unanswered request counts as offline. */
  readonly timeLimitMs: number;
}

export interface Ask {
  <T>(path: string, shape: z.ZodType<T>): Promise<Asked<T>>;
  /** Does something: as asking, with a body. A 401 alone is tried once more, for then nothing was done. */
  readonly act: <T>(path: string, body: unknown, shape: z.ZodType<T>) => Promise<Asked<T>>;
}

const versioned = z.object({ version: z.int() });

/**
 * Makes the one way in which the tab asks the API. Each request bears its own token (no cookie, so nothing can be
 * forged on the reader's behalf); a 401 is tried once more with a fresh one. The answer is checked against its shape
 * and never trusted further than that. Never rejects: every way to fail is one of `AskFailure`.
 */
export function makeAsk(asking: Asking): Ask {
  const twice = async <T>(path: string, shape: z.ZodType<T>, sent: Sent): Promise<Asked<T>> => {
    const first = await attempt(asking, path, shape, sent, false);
    if (first.kind === 'failed' && first.failure === 'refused') return attempt(asking, path, shape, sent, true);
    return first;
  };
  return Object.assign(<T>(path: string, shape: z.ZodType<T>) => twice(path, shape, { method: 'GET' }), {
    act: <T>(path: string, body: unknown, shape: z.ZodType<T>) =>
      twice(path, shape, { method: 'POST', body: JSON.stringify(body) }),
  });
}

interface Sent {
  readonly method: 'GET' | 'POST';
  readonly body?: string;
}

async function attempt<T>(
  asking: Asking,
  path: string,
  shape: z.ZodType<T>,
  sent: Sent,
  renew: boolean,
): Promise<Asked<T>> {
  let token: string;
  try {
    token = await asking.token(renew);
  } catch {
    return { kind: 'failed', failure: 'no-sign-in' };
  }
  let response: Response;
  try {
    response = await asking.fetch(path, {
      ...sent,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        ...(sent.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      credentials: 'omit',
      signal: AbortSignal.timeout(asking.timeLimitMs),
    });
  } catch {
    return { kind: 'failed', failure: 'offline' };
  }
  const body = await readJson(response);
  return response.ok ? readAnswer(body, shape) : readRefusal(response.status, body);
}

async function readJson(response: Response): Promise<unknown> {
  try {
    const body: unknown = await response.json();
    return body;
  } catch {
    return undefined;
  }
}

function readAnswer<T>(body: unknown, shape: z.ZodType<T>): Asked<T> {
  const read = shape.safeParse(body);
  if (read.success) return { kind: 'answer', answer: read.data };
  const version = versioned.safeParse(body);
  const newer = version.success && version.data.version > ANSWERS_VERSION;
  return { kind: 'failed', failure: newer ? 'newer-version' : 'broken' };
}

function readRefusal(status: number, body: unknown): Asked<never> {
  const read = refusal.safeParse(body);
  if (!read.success) return { kind: 'failed', failure: failureOf(status) };
  const { reference, about } = read.data;
  return { kind: 'failed', failure: failureOf(status), reference, ...(about === undefined ? {} : { about }) };
}

function failureOf(status: number): AskFailure {
  if (status === 401) return 'refused';
  if (status === 403) return 'not-for-you';
  if (status === 404) return 'not-found';
  if (status === 400) return 'bad-request';
  if (status === 409) return 'conflict';
  if (status === 429) return 'busy';
  return 'broken';
}
