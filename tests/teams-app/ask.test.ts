import { describe, expect, it } from 'vitest';
import { meAnswer } from '../../connector/api/answers.ts';
import { makeAsk } from '../../teams-app/ask.ts';
import { demoTokens, readDemoRole } from '../../teams-app/demo.ts';
import { keptIn } from '../../teams-app/kept.ts';

const ME = { version: 1, organisation: 'Furuvik', demo: false, roles: ['Leader'], screens: ['overview'] };

/** A network that gives these answers in turn and notes what it was asked with. */
function network(...answers: (Response | Error)[]) {
  const tokens: (string | null)[] = [];
  const fetch = (_path: string, init: RequestInit): Promise<Response> => {
    tokens.push(new Headers(init.headers).get('authorization'));
    const next = answers.shift();
    return next instanceof Response ? Promise.resolve(next) : Promise.reject(next ?? new Error('asked too often'));
  };
  return { fetch, tokens };
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status });
}

function ask(...answers: (Response | Error)[]) {
  const { fetch, tokens } = network(...answers);
  const token = (renew: boolean): Promise<string> => Promise.resolve(renew ? 'new' : 'held');
  return { asked: makeAsk({ fetch, token, timeLimitMs: 1_000 })('/api/me', meAnswer), tokens };
}

describe('asking', () => {
  it('bears a token and hands on the answer, without what it does not know', async () => {
    const { asked, tokens } = ask(json({ ...ME, secret: 1 }));
    await expect(asked).resolves.toEqual({ kind: 'answer', answer: ME });
    expect(tokens).toEqual(['Bearer held']);
  });

  it('tries a refused token once more, with a fresh one', async () => {
    const { asked, tokens } = ask(json({ refused: 'bad-token', reference: 'R-1' }, 401), json(ME));
    await expect(asked).resolves.toEqual({ kind: 'answer', answer: ME });
    expect(tokens).toEqual(['Bearer held', 'Bearer new']);
  });

  it('gives up after the second refusal', async () => {
    const { asked, tokens } = ask(json({}, 401), json({ refused: 'bad-token', reference: 'R-2' }, 401));
    await expect(asked).resolves.toEqual({ kind: 'failed', failure: 'refused', reference: 'R-2' });
    expect(tokens).toHaveLength(2);
  });

  it.each([
    [json({ refused: 'not-for-you', reference: 'R-3' }, 403), 'not-for-you', 'R-3'],
    [json({ refused: 'not-found', reference: 'R-4' }, 404), 'not-found', 'R-4'],
    [json({ refused: 'bad-request', reference: 'R-6' }, 400), 'bad-request', 'R-6'],
    [json({ refused: 'conflict', reference: 'R-7' }, 409), 'conflict', 'R-7'],
    [json({ refused: 'too-many-requests', reference: 'R-5' }, 429), 'busy', 'R-5'],
    [new Response('<html>', { status: 502 }), 'broken', undefined],
    [new Response('half {', { status: 200 }), 'broken', undefined],
    [json({ ...ME, screens: 'all' }), 'broken', undefined],
    [json({ ...ME, version: 2, roles: {} }), 'newer-version', undefined],
    [new TypeError('failed to fetch'), 'offline', undefined],
  ])('names the failure of %o', async (answer, failure, reference) => {
    await expect(ask(answer).asked).resolves.toEqual({
      kind: 'failed',
      failure,
      ...(reference === undefined ? {} : { reference }),
    });
  });

  it('sends nothing when nobody is signed in', async () => {
    const { fetch, tokens } = network();
    const asking = makeAsk({ fetch, token: () => Promise.reject(new Error('no')), timeLimitMs: 1_000 });
    await expect(asking('/api/me', meAnswer)).resolves.toEqual({ kind: 'failed', failure: 'no-sign-in' });
    expect(tokens).toEqual([]);
  });
});

describe('the demo', () => {
  it('asks for one token and holds it until it is refused', async () => {
    const { fetch } = network(json({ token: 'a' }), json({ token: 'b' }));
    const token = demoTokens('Leader', fetch);
    expect([await token(false), await token(false), await token(true)]).toEqual(['a', 'a', 'b']);
  });

  it('does not hold on to a failure', async () => {
    const { fetch } = network(json({}, 500), json({ token: 'a' }));
    const token = demoTokens('Employee', fetch);
    await expect(token(false)).rejects.toThrow('did not let us in');
    await expect(token(false)).resolves.toBe('a');
  });

  it('remembers only roles that exist', () => {
    expect(readDemoRole('Leader')).toBe('Leader');
    expect(readDemoRole('Mayor')).toBeUndefined();
    expect(readDemoRole(null)).toBeUndefined();
  });
});

describe('what is kept', () => {
  it('survives in the browser where it can, and for the page where it cannot', () => {
    const drawer = new Map<string, string>();
    const storage = {
      getItem: (key: string) => drawer.get(key) ?? null,
      setItem: (key: string, text: string) => void drawer.set(key, text),
      removeItem: (key: string) => void drawer.delete(key),
    };
    keptIn(() => storage).keep('language', 'en');
    expect(keptIn(() => storage).read('language')).toBe('en');
    const barred = keptIn(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    expect(barred.read('language')).toBeNull();
    barred.keep('language', 'en');
    expect(barred.read('language')).toBe('en');
    barred.keep('language', null);
    expect(barred.read('language')).toBeNull();
  });
});

describe('acting', () => {
  it('sends what is wanted as JSON, once more where the token was refused, and hands on what stands in the way', async () => {
    const sent: RequestInit[] = [];
    const answers = [
      json({ refused: 'bad-token', reference: 'R-8' }, 401),
      json({ refused: 'conflict', reference: 'R-9', about: 'own-proposal' }, 409),
    ];
    const asked = makeAsk({
      fetch: (_path, init) => {
        sent.push(init);
        return Promise.resolve(answers.shift() ?? json({}));
      },
      token: () => Promise.resolve('held'),
      timeLimitMs: 1_000,
    });
    const failed = await asked.act('/api/scope/proposals/1/approve', { text: 'yes' }, meAnswer);
    expect(failed).toEqual({ kind: 'failed', failure: 'conflict', reference: 'R-9', about: 'own-proposal' });
    expect(sent.map(({ method, body }) => [method, body])).toEqual([
      ['POST', '{"text":"yes"}'],
      ['POST', '{"text":"yes"}'],
    ]);
    expect(sent.map(({ headers }) => new Headers(headers).get('content-type'))).toEqual([
      'application/json',
      'application/json',
    ]);
  });
});
