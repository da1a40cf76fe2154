import { CLOUDS } from '../../connector/microsoft-graph/clouds.ts';
import { getEventListeners } from 'node:events';
import { HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../connector/failure.ts';
import type { RequestNote } from '../../connector/microsoft-graph/asker.ts';
import { askedBy } from '../../connector/microsoft-graph/get.ts';
import type { Pace } from '../../connector/microsoft-graph/pace.ts';
import { makeThrottle } from '../../connector/microsoft-graph/throttle.ts';
import { recordedRandomness } from '../recorded-randomness.ts';
import { playedTime } from './played-time.ts';
import {
  failure,
  graphError,
  GRAPH,
  MONDAY,
  numberedTokens,
  playedGet,
  playNetwork,
  QUESTION,
  standingClock,
} from './played-graph.ts';

const whole = (body: unknown): unknown => body;
const asIs = (text: string): string => text;
const ANSWER = { value: [{ size: 1 }] };

/** Answers with these in turn, then with success for ever. */
function inTurn(...answers: readonly (() => Response)[]) {
  return (_: unknown, nth: number): Response => answers[nth - 1]?.() ?? HttpResponse.json(ANSWER);
}

describe('one request', () => {
  test('goes to the filled-in address with token, low priority and a random id, and asks for the page headers', async () => {
    const asked = playNetwork(inTurn());
    const { get } = playedGet();
    expect(await get.json({ ...QUESTION, headers: { ConsistencyLevel: 'eventual' } }, whole)).toEqual(ANSWER);
    expect(asked).toHaveLength(1);
    expect(asked[0]!.url).toBe(`${GRAPH}/users/u1/things?$select=size&$top=2`);
    const { headers } = asked[0]!;
    expect(headers.get('authorization')).toBe('Bearer token-1');
    expect(headers.get('x-ms-throttle-priority')).toBe('low');
    expect(headers.get('consistencylevel')).toBe('eventual');
    expect(headers.get('client-request-id')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  test('values are encoded, so that none can leave its place in the path', async () => {
    const asked = playNetwork(inTurn());
    await playedGet().get.json({ ...QUESTION, values: { id: '../x?y#z' } }, whole);
    expect(new URL(asked[0]!.url).pathname).toBe('/v1.0/users/..%2Fx%3Fy%23z/things');
  });

  test('a host that is not a Graph of Microsoft gets no token', async () => {
    const asked = playNetwork(() => graphError(401, 'InvalidAuthenticationToken'));
    await failure(playedGet({ cloud: { ...CLOUDS.global, graph: 'https://graph.example' } }).get.json(QUESTION, whole));
    expect(asked.map(({ headers }) => headers.get('authorization'))).toEqual([null, null]);
  });

  test('what parse throws becomes shape-changed; a Failure stays what it is', async () => {
    playNetwork(inTurn());
    const { get } = playedGet();
    const broken = failure(
      get.json(QUESTION, () => {
        throw new TypeError('anna@k.no');
      }),
    );
    const { code, sentence } = await broken;
    expect(code).toBe('shape-changed');
    expect(sentence).not.toContain('anna');
    const own = get.json(QUESTION, () => {
      throw new Failure('nothing-to-release', 'mine');
    });
    expect(await failure(own)).toEqual({ code: 'nothing-to-release', sentence: 'mine' });
  });

  test('is noted by its template and status', async () => {
    playNetwork(
      inTurn(
        () => graphError(503, 'x'),
        () => HttpResponse.error(),
      ),
    );
    const notes: RequestNote[] = [];
    await playedGet({ note: (request) => notes.push(request) }).get.json(QUESTION, whole);
    expect(notes.map(({ status }) => status)).toEqual([503, 0, 200]);
    expect(new Set(notes.map(({ endpoint }) => endpoint))).toEqual(new Set(['/users/{id}/things']));
  });
});

describe('trouble that may pass', () => {
  test.each([408, 429, 500, 502, 503, 504, 509])('%d is tried again', async (status) => {
    const asked = playNetwork(inTurn(() => graphError(status, 'x')));
    expect(await playedGet().get.json(QUESTION, whole)).toEqual(ANSWER);
    expect(asked).toHaveLength(2);
  });

  test.each([
    ['a reset', () => HttpResponse.error()],
    ['half a body', () => new HttpResponse('{"value":[{"si', { headers: { 'content-type': 'application/json' } })],
    ['a web page', () => HttpResponse.html('<html>one moment</html>')],
    ['an error dressed as success', () => graphError(200, 'x')],
    ['an empty body', () => new HttpResponse('')],
  ])('%s is tried again', async (_, answer) => {
    const asked = playNetwork(inTurn(answer));
    expect(await playedGet().get.json(QUESTION, whole)).toEqual(ANSWER);
    expect(asked).toHaveLength(2);
  });

  test.each([
    ['10', 10_000],
    ['2.128', 2_128],
    ['Mon, 07 Sep 2026 12:05:00 GMT', 300_000],
    ['900', 900_000],
  ])('Retry-After %s is obeyed in full, beyond the client library’s three minutes too', async (value, ms) => {
    playNetwork(inTurn(() => graphError(429, 'TooManyRequests', { 'retry-after': value })));
    const { get, clock } = playedGet();
    await get.json(QUESTION, whole);
    expect(clock.waits).toHaveLength(1);
    expect(clock.waits[0]).toBeGreaterThanOrEqual(ms);
    expect(clock.waits[0]).toBeLessThan(ms + 1_000);
  });

  test('Retry-After counts where the body is no JSON', async () => {
    playNetwork(inTurn(() => new HttpResponse('<html>', { status: 503, headers: { 'retry-after': '42' } })));
    const { get, clock } = playedGet();
    await get.json(QUESTION, whole);
    expect(clock.waits[0]).toBeGreaterThanOrEqual(42_000);
  });

  test.each([undefined, 'soon', 'Mon, 07 Sep 2026 11:00:00 GMT'])(
    'with Retry-After %j pauses grow with full jitter and never pass a minute',
    async (value) => {
      const headers = value === undefined ? {} : { 'retry-after': value };
      const asked = playNetwork(() => graphError(429, 'TooManyRequests', headers));
      const ceilings = Array.from({ length: 15 }, (_, n) => Math.min(60_000, 1000 * 2 ** n));
      for (const [share, of] of [
        [0, 0],
        [0xff, 1],
        [0x80, 0.5],
      ] as const) {
        const { get, clock } = playedGet({ random: (size) => new Uint8Array(size).fill(share) });
        expect((await failure(get.json(QUESTION, whole))).code).toBe('throttled');
        expect(clock.waits).toHaveLength(15);
        clock.waits.forEach((wait, n) => {
          expect(wait).toBeLessThanOrEqual(ceilings[n]!);
          expect(wait / ceilings[n]!).toBeCloseTo(of, 1);
        });
      }
      expect(asked).toHaveLength(48);
    },
  );

  test('who is told to stay away over an hour ends the run rather than come back early', async () => {
    const asked = playNetwork(() => graphError(429, 'x', { 'retry-after': '3601' }));
    const { get, clock } = playedGet();
    const { code, sentence } = await failure(get.json(QUESTION, whole));
    expect([code, sentence]).toEqual(['throttled', expect.stringContaining('more than an hour')]);
    expect([asked.length, clock.waits.length]).toEqual([1, 0]);
  });

  test('half of all answers bad for a whole run: it completes within three times the calls', async () => {
    let dice = 1;
    const asked = playNetwork(() => {
      dice = (dice * 48_271) % 2_147_483_647;
      return dice % 2 === 0 ? HttpResponse.json(ANSWER) : graphError([429, 500, 502, 503, 504][dice % 5]!, 'x');
    });
    const { get } = playedGet();
    for (let n = 0; n < 300; n += 1) await get.json(QUESTION, whole);
    expect(asked.length).toBeLessThan(900);
  });

  test.each([
    ['unreachable', () => HttpResponse.error()],
    ['unreachable', () => HttpResponse.html('<html>')],
  ])('patience ends with %s', async (code, answer) => {
    const asked = playNetwork(answer);
    expect(await failure(playedGet().get.json(QUESTION, whole))).toMatchObject({ code });
    expect(asked).toHaveLength(6);
  });

  test('a request that takes too long is given up and tried again; the timer is taken down each time', async () => {
    let hang = true;
    playNetwork(() => (hang ? new Promise<Response>(() => undefined) : HttpResponse.json(ANSWER)));
    const running = new Set<number>();
    let timers = 0;
    const { get } = playedGet({
      timeLimitMs: 5_000,
      timer: (ms, ring) => {
        const timer = (timers += 1);
        running.add(timer);
        expect(ms).toBe(5_000);
        if (timer === 1) {
          setImmediate(() => {
            hang = false;
            ring();
          });
        }
        return () => running.delete(timer);
      },
    });
    expect(await get.json(QUESTION, whole)).toEqual(ANSWER);
    expect([timers, running.size]).toEqual([2, 0]);
  });

  test('a body that stops midway counts as unreachable', async () => {
    const cut = () =>
      new HttpResponse(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('{"value":'));
            controller.error(new TypeError('terminated'));
          },
        }),
      );
    const asked = playNetwork(inTurn(cut));
    expect(await playedGet().get.json(QUESTION, whole)).toEqual(ANSWER);
    expect(asked).toHaveLength(2);
  });
});

describe('a page that is too heavy', () => {
  const big = (top: string) => ({ ...QUESTION, query: { $select: 'size', $top: top } });
  const sizes = (asked: readonly { url: string }[]) => asked.map(({ url }) => new URL(url).searchParams.get('$top'));
  const tooHeavyAbove = (most: number) => (asked: { url: string }) =>
    Number(new URL(asked.url).searchParams.get('$top')) > most ? graphError(504, 'x') : HttpResponse.json(ANSWER);

  test.each([
    ['1000', 250, ['1000', '1000', '500', '250']],
    ['999', 499, ['999', '999', '499']],
    ['50', 25, ['50', '50', '25']],
    // Chance: the second attempt is as large as the first.
    ['49', 49, ['49']],
  ])('is asked for with $top %s, twice, then by halves until %d is light enough', async (top, most, asked) => {
    const seen = playNetwork(tooHeavyAbove(most));
    expect(await playedGet().get.json(big(top), whole)).toEqual(ANSWER);
    expect(sizes(seen)).toEqual(asked);
  });

  test.each([
    ['1000', ['1000', '1000', '500', '250', '125']],
    ['60', ['60', '60', '30']],
    ['40', ['40']],
  ])('from $top %s no smaller than this: %j', async (top, sizesAsked) => {
    const seen = playNetwork(() => graphError(504, 'x'));
    expect((await failure(playedGet().get.json(big(top), whole))).code).toBe('throttled');
    expect([...new Set(sizes(seen))]).toEqual([...new Set(sizesAsked)]);
    expect(seen).toHaveLength(16);
  });

  test.each([429, 500, 502, 503])('is not what %d says', async (status) => {
    const seen = playNetwork((_, nth) => (nth < 5 ? graphError(status, 'x') : HttpResponse.json(ANSWER)));
    await playedGet().get.json(big('1000'), whole);
    expect(new Set(sizes(seen))).toEqual(new Set(['1000']));
  });

  test('is what the time limit says', async () => {
    const seen = playNetwork((_, nth) =>
      nth < 3 ? new Promise<Response>(() => undefined) : HttpResponse.json(ANSWER),
    );
    const { get } = playedGet({
      timer: (_, ring) => {
        const timer = setTimeout(ring, 20);
        return () => {
          clearTimeout(timer);
        };
      },
      timeLimitMs: 20,
    });
    await get.json(big('1000'), whole);
    expect(sizes(seen)).toEqual(['1000', '1000', '500']);
  });

  test('that a link leads to has the size the link says', async () => {
    const link = `${GRAPH}/users/u1/things?$select=size&$top=1000&$skiptoken=a`;
    const seen = playNetwork((_, nth) => (nth < 5 ? graphError(504, 'x') : HttpResponse.json(ANSWER)));
    await playedGet().get.json(big('1000'), whole, { link, seen: new Set() });
    expect(new Set(seen.map(({ url }) => url))).toEqual(new Set([link]));
  });
});

describe('told to stop', () => {
  class Enough extends Error {}

  test('while Graph wants an hour: at once, with the reason, nothing more asked, the timer taken down', async () => {
    const asked = playNetwork(() => graphError(429, 'x', { 'retry-after': '3600' }));
    const stop = new AbortController();
    let taken = false;
    const time = playedTime(MONDAY);
    const { get } = playedGet({
      now: time.now,
      signal: stop.signal,
      wait: (ms, signal) => {
        signal?.addEventListener('abort', () => (taken = true));
        return time.wait(ms);
      },
    });
    const asking = failure(get.json(QUESTION, whole));
    const stopping = time.wait(60_000).then(() => {
      stop.abort(new Enough('enough'));
    });
    expect(await time.run(asking)).toMatchObject({ sentence: 'enough' });
    await stopping;
    expect([time.now() - MONDAY, asked.length, taken]).toEqual([60_000, 1, true]);
    // The hour passes: nobody comes back.
    await time.run(time.wait(7_200_000));
    expect(asked).toHaveLength(1);
  });

  test('while the governor holds it back: it leaves the queue', async () => {
    const asked = playNetwork(inTurn());
    const time = playedTime(MONDAY);
    const { now, wait } = time;
    const pace = makeThrottle({ now, wait, random: recordedRandomness('stopped') });
    const run = new AbortController();
    const { get } = playedGet({ now, wait, pace });
    const trace = {
      ...QUESTION,
      query: {},
      source: { ...QUESTION.source, endpoint: '/admin/exchange/tracing/messageTraces' },
    };
    for (let n = 0; n < 100; n += 1) await get.json(trace, whole);
    const asking = failure(askedBy(get, { signal: run.signal }).json(trace, whole));
    await time.run(wait(1_000));
    run.abort(new Enough('enough'));
    expect(await time.run(asking)).toMatchObject({ sentence: 'enough' });
    expect(time.now() - MONDAY).toBe(1_000);
    // Others, in nobody's name, go on.
    await time.run(get.json(trace, whole));
    expect(asked).toHaveLength(101);
  });

  test.each(['json', 'text'] as const)('while an answer of %s is on its way: the request is ended', async (kind) => {
    let hasBegun = (): void => undefined;
    const begun = new Promise<void>((resolve) => (hasBegun = resolve));
    const asked = playNetwork(() => {
      hasBegun();
      return new Promise<Response>(() => undefined);
    });
    const stop = new AbortController();
    const { get, clock } = playedGet();
    const named = askedBy(get, { signal: stop.signal });
    const asking = failure(kind === 'json' ? named.json(QUESTION, whole) : named.text(QUESTION, asIs));
    await begun;
    stop.abort(new Enough('enough'));
    expect(await asking).toMatchObject({ sentence: 'enough' });
    expect([asked.length, clock.waits]).toEqual([1, []]);
  });

  test('before anything is asked', async () => {
    const asked = playNetwork(inTurn());
    const named = askedBy(playedGet().get, { signal: AbortSignal.abort(new Enough('enough')) });
    expect(await failure(named.json(QUESTION, whole))).toMatchObject({ sentence: 'enough' });
    expect(asked).toHaveLength(0);
  });

  test('leaves nothing at a signal that lives on', async () => {
    playNetwork(inTurn());
    const { signal } = new AbortController();
    const named = askedBy(playedGet().get, { signal });
    for (let n = 0; n < 50; n += 1) await named.json(QUESTION, whole);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});

describe('in somebody’s name', () => {
  test('they are told which attempt it was and how long it waited, and so is the door', async () => {
    playNetwork(
      inTurn(
        () => graphError(429, 'x', { 'retry-after': '10' }),
        () => HttpResponse.error(),
      ),
    );
    const [mine, doors]: RequestNote[][] = [[], []];
    const random = (size: number) => new Uint8Array(size).fill(0xff);
    const { get } = playedGet({ random, note: (request) => doors!.push(request) });
    await askedBy(get, { note: (request) => mine!.push(request) }).json(QUESTION, whole);
    const endpoint = '/users/{id}/things';
    expect(mine).toEqual([
      { endpoint, status: 429, attempt: 1, waitedMs: 0 },
      { endpoint, status: 0, attempt: 2, waitedMs: 10_000 },
      { endpoint, status: 200, attempt: 3, waitedMs: 1_999 },
    ]);
    expect(doors).toEqual(mine);
    await get.json(QUESTION, whole);
    expect([mine!.length, doors!.length]).toEqual([3, 4]);
  });

  test('who asks in a name within a name has both told, and either may end it', async () => {
    playNetwork(inTurn());
    const told: string[] = [];
    const [run, source] = [new AbortController(), new AbortController()];
    const { get } = playedGet();
    const ofRun = askedBy(get, { signal: run.signal, note: () => told.push('run') });
    const ofSource = askedBy(ofRun, { signal: source.signal, note: () => told.push('source') });
    await ofSource.json(QUESTION, whole);
    expect(told.sort()).toEqual(['run', 'source']);
    source.abort(new Error('the source'));
    expect(await failure(ofSource.json(QUESTION, whole))).toMatchObject({ sentence: 'the source' });
    expect(await ofRun.json(QUESTION, whole)).toEqual(ANSWER);
    run.abort(new Error('the run'));
    expect(await failure(ofRun.json(QUESTION, whole))).toMatchObject({ sentence: 'the run' });
  });

  test('what the governor makes it wait counts as waited', async () => {
    playNetwork(inTurn());
    const clock = standingClock();
    const { now, wait } = clock;
    const pace: Pace = {
      admit: async () => {
        await wait(4_000);
        return () => undefined;
      },
    };
    const notes: RequestNote[] = [];
    const { get } = playedGet({ now, wait, pace });
    await askedBy(get, { note: (request) => notes.push(request) }).text(QUESTION, asIs);
    expect(notes).toMatchObject([{ attempt: 1, waitedMs: 4_000 }]);
  });
});

describe('a refused token', () => {
  const wantsToken = (good: string) => (asked: { headers: Headers }) =>
    asked.headers.get('authorization') === `Bearer ${good}`
      ? HttpResponse.json(ANSWER)
      : graphError(401, 'InvalidAuthenticationToken');

  test('is renewed once and the same page asked again, without a wait', async () => {
    const asked = playNetwork(wantsToken('token-2'));
    const { get, clock } = playedGet();
    expect(await get.json(QUESTION, whole)).toEqual(ANSWER);
    expect(asked.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer token-1', 'Bearer token-2']);
    expect(clock.waits).toEqual([]);
  });

  test('a fresh one refused is the credential’s fault', async () => {
    const asked = playNetwork(wantsToken('none'));
    expect((await failure(playedGet().get.json(QUESTION, whole))).code).toBe('credential-refused');
    expect(asked).toHaveLength(2);
  });

  test('what another request renewed meanwhile is tried before a new one is asked for', async () => {
    const tokens = numberedTokens();
    const asked = playNetwork((request, nth) => {
      if (nth === 1) tokens.made = 7;
      return wantsToken('token-7')(request);
    });
    await playedGet({ tokens }).get.json(QUESTION, whole);
    expect([asked.length, tokens.made]).toEqual([2, 7]);
  });

  test('sign-in that cannot be reached is tried again and then says so itself', async () => {
    const asked = playNetwork(inTurn());
    const clock = standingClock();
    const tokens = { token: () => Promise.reject(new Failure('unreachable', 'sign-in is away')) };
    const { get } = playedGet({ tokens, ...clock });
    expect(await failure(get.json(QUESTION, whole))).toEqual({ code: 'unreachable', sentence: 'sign-in is away' });
    expect([asked.length, clock.waits.length]).toEqual([0, 5]);
  });

  test('sign-in that refuses is final', async () => {
    const tokens = { token: () => Promise.reject(new Failure('credential-refused', 'no')) };
    const { get, clock } = playedGet({ tokens });
    expect((await failure(get.json(QUESTION, whole))).code).toBe('credential-refused');
    expect(clock.waits).toEqual([]);
  });
});

describe('refusals', () => {
  test.each([
    [403, 'Authorization_RequestDenied', 'consent-missing'],
    [403, 'ErrorAccessDenied', 'consent-missing'],
    [403, 'UnknownError', 'consent-missing'],
    [403, 'insufficient_claims', 'credential-refused'],
    [403, 'extensionError', 'mailbox-missing'],
    [404, 'MailboxNotEnabledForRESTAPI', 'mailbox-missing'],
    [404, 'MAILBOXNOTENABLEDFORRESTAPI', 'mailbox-missing'],
    [404, 'Request_ResourceNotFound', 'mailbox-missing'],
    [404, 'ErrorInvalidUser', 'mailbox-missing'],
    [400, 'InefficientFilter', 'shape-changed'],
    [400, 'Directory_ExpiredPageToken', 'unreachable'],
    [410, 'syncStateNotFound', 'unreachable'],
    [418, 'teapot', 'shape-changed'],
  ])('%d %s is %s, at once, and says only the template', async (status, code, expected) => {
    const asked = playNetwork(() => graphError(status, code));
    const { get } = playedGet();
    const { code: told, sentence } = await failure(get.json(QUESTION, whole));
    expect(told).toBe(expected);
    expect(sentence).toContain('/users/{id}/things');
    expect(sentence).not.toMatch(/SECRET|u1\b|graph\.microsoft/);
    expect(asked).toHaveLength(1);
  });

  test('a missing permission is named', async () => {
    playNetwork(() => graphError(403, 'Authorization_RequestDenied'));
    expect((await failure(playedGet().get.json(QUESTION, whole))).sentence).toContain('Thing.Read.All');
  });

  test('a mailbox its administrator keeps from us is left out, not an error of consent', async () => {
    const message = 'Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings.';
    playNetwork(() => graphError(403, 'ErrorAccessDenied', {}, message));
    expect((await failure(playedGet().get.json(QUESTION, whole))).code).toBe('mailbox-missing');
  });

  test('a 404 means what the question says it means', async () => {
    playNetwork(() => graphError(404, 'Request_ResourceNotFound'));
    const missing = { code: 'bad-setting', sentence: 'No such group.' } as const;
    const asked = playedGet().get.json({ ...QUESTION, missing }, whole);
    expect(await failure(asked)).toEqual({ code: 'bad-setting', sentence: 'No such group.' });
  });

  test('no redirect is followed with a token', async () => {
    const asked = playNetwork(
      () => new HttpResponse(null, { status: 302, headers: { location: 'https://evil.example/' } }),
    );
    expect((await failure(playedGet().get.json(QUESTION, whole))).code).toBe('shape-changed');
    expect(asked).toHaveLength(1);
  });
});

describe('a report', () => {
  const redirect = (location: string | null) => () =>
    new HttpResponse(null, { status: 302, headers: location === null ? {} : { location } });

  test('is fetched from office.com with no token and no other header of ours', async () => {
    const asked = playNetwork(
      inTurn(
        redirect('https://reportsweu.office.com/data/v1.0/download?token=x'),
        () => new HttpResponse('\uFEFFa,b\n'),
      ),
    );
    expect(await playedGet().get.text(QUESTION, asIs)).toBe('a,b\n');
    expect(asked[1]!.url).toBe('https://reportsweu.office.com/data/v1.0/download?token=x');
    expect(asked[1]!.headers.get('authorization')).toBeNull();
    expect([...asked[1]!.headers.keys()].filter((name) => name !== 'accept')).toEqual([]);
  });

  test('may come straight', async () => {
    playNetwork(() => new HttpResponse('a,b\n'));
    expect(await playedGet().get.text(QUESTION, asIs)).toBe('a,b\n');
  });

  test.each([
    null,
    '',
    '/relative',
    'http://reports.office.com/x',
    'https://reports.office.com.evil.example/x',
    'https://evil-office.com/x',
    'https://office.com.evil.example/x',
    'https://office.com/x',
    'https://reports.office.com@evil.example/x',
    'https://u:p@reports.office.com/x',
    'https://reports.office.com:444/x',
    'https://reports.office.com\\@evil.example/x',
    '//reports.office.com/x',
    'file:///etc/passwd',
    'https://169.254.169.254/x',
    'https://graph.microsoft.com/v1.0/users',
  ])('is not fetched from %j', async (location) => {
    const asked = playNetwork(redirect(location));
    expect((await failure(playedGet().get.text(QUESTION, asIs))).code).toBe('unsafe-link');
    expect(asked).toHaveLength(1);
  });

  test.each([403, 404, 429, 500, 302])('a download that answers %d is asked for anew, at Graph', async (status) => {
    const away = redirect('https://reports.office.com/x');
    const asked = playNetwork(
      inTurn(
        away,
        () => new HttpResponse('', { status, headers: { location: 'https://evil.example' } }),
        away,
        () => new HttpResponse('a,b\n'),
      ),
    );
    expect(await playedGet().get.text(QUESTION, asIs)).toBe('a,b\n');
    expect(asked.map(({ url }) => new URL(url).host)).toEqual([
      'graph.microsoft.com',
      'reports.office.com',
      'graph.microsoft.com',
      'reports.office.com',
    ]);
  });

  test('a web page is no report', async () => {
    playNetwork(
      inTurn(
        () => HttpResponse.html(' <!doctype html>'),
        () => new HttpResponse('a,b\n'),
      ),
    );
    expect(await playedGet().get.text(QUESTION, asIs)).toBe('a,b\n');
  });
});
