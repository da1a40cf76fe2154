import fc from 'fast-check';
import { HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import { patiently, TryAgain } from '../../connector/microsoft-graph/patience.ts';
import type { Pace } from '../../connector/microsoft-graph/pace.ts';
import type { Answer } from '../../connector/microsoft-graph/refusal.ts';
import { makeThrottle, type ServiceNote, type ThrottleOptions } from '../../connector/microsoft-graph/throttle.ts';
import { virtualClock } from '../../connector/demo-tenant/virtual-clock.ts';
import { recordedRandomness } from '../recorded-randomness.ts';
import { failure, graphError, MONDAY, playedGet, playNetwork, QUESTION, standingClock } from './played-graph.ts';
import { playedLimits } from './played-limits.ts';
import { PLAYED_GLOBAL, PLAYED_SERVICES, playedService, type PlayedService } from './played-services.ts';
import { playedTime, type PlayedTime } from './played-time.ts';

const GOOD: Answer = { status: 200, headers: new Headers(), body: '' };
const refused = (status: number, retryAfter?: string, body = ''): Answer => ({
  status,
  headers: new Headers(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
  body,
});

function played(different: Partial<ThrottleOptions> = {}) {
  const time = playedTime(MONDAY);
  const random = recordedRandomness('throttle');
  const pace = makeThrottle({ now: time.now, wait: time.wait, random, tenantUsers: 20_000, ...different });
  return { time, pace };
}

/** Sends one request and says when it went, in milliseconds since the start. */
async function send(
  { time, pace }: { time: PlayedTime; pace: Pace },
  service: PlayedService,
  of = '1',
  answer: Answer | 'nobody' = GOOD,
  takesMs = 0,
): Promise<number> {
  const release = await pace.admit(service.question(of));
  const sentAt = time.now() - MONDAY;
  if (takesMs > 0) await time.wait(takesMs);
  release(answer === 'nobody' ? undefined : answer);
  return sentAt;
}

describe('limits are kept', () => {
  const request = fc.record({
    service: fc.constantFrom(...PLAYED_SERVICES),
    of: fc.constantFrom('1', '2', '3'),
    after: fc.nat(3_000),
    upMs: fc.nat(90),
    downMs: fc.nat(20_000),
  });

  test('whatever arrives when and however long it takes, the server refuses nothing, and each is sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 400 }), async (requests) => {
        const world = played();
        const server = playedLimits();
        const over: unknown[] = [];
        const sent = requests.map(async ({ service, of, after, upMs, downMs }) => {
          await world.time.wait(after);
          const release = await world.pace.admit(service.question(of));
          await world.time.wait(upMs);
          const limits = [...service.limits(of), PLAYED_GLOBAL];
          over.push(...server.arrive(limits, service.units, world.time.now()));
          await world.time.wait(downMs);
          server.leave(limits);
          release(GOOD);
        });
        await world.time.run(Promise.all(sent));
        expect(over).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['message trace', 350, 3 * 300_000],
    ['reports', 50, 3 * 600_000],
    ['call list', 150, 3 * 20_000],
    ['directory', 7_000, 3 * 10_000],
    ['call participants', 4_600, 3 * 20_000],
    ['chats', 1_000, 60_241],
    ['all messages', 5_000, 30_120],
  ])('%s: a crowd of %d is through in little more than the least time, %d ms', async (name, requests, bestMs) => {
    const world = played();
    const service = playedService(name);
    // Each chat, user and call record its own; all of one report.
    const of = (n: number): string => (name === 'reports' ? '1' : String(n));
    const sent = Array.from({ length: requests }, (_, n) => send(world, service, of(n), GOOD, 100));
    const last = Math.max(...(await world.time.run(Promise.all(sent))));
    expect(last).toBeLessThanOrEqual(bestMs / 0.95);
    expect(last).toBeGreaterThan(bestMs * 0.99);
  });

  test('14 reports go at once, the fifteenth when ten minutes have passed since the first answer', async () => {
    const world = played();
    const sent = Array.from({ length: 15 }, () => send(world, playedService('reports'), '1', GOOD, 2_000));
    expect(await world.time.run(Promise.all(sent))).toEqual([...Array<number>(14).fill(0), 602_001]);
  });

  test('another report has a budget of its own', async () => {
    const world = played();
    const sent = Array.from({ length: 28 }, (_, n) => send(world, playedService('reports'), String(n % 2)));
    expect(await world.time.run(Promise.all(sent))).toEqual(Array(28).fill(0));
  });

  test('of one mailbox four at once, of mail and calendar together, in the order they came', async () => {
    const world = played();
    const sent = Array.from({ length: 6 }, (_, n) =>
      send(world, playedService(n % 2 === 0 ? 'mail' : 'calendar'), '1', GOOD, 1_000),
    );
    expect(await world.time.run(Promise.all(sent))).toEqual([0, 0, 0, 0, 1_000, 1_000]);
  });

  test('read the other way, four at once of the application', async () => {
    const world = played({ mailboxConcurrency: 'per-app' });
    const sent = Array.from({ length: 6 }, (_, n) => send(world, playedService('mail'), String(n), GOOD, 1_000));
    expect(await world.time.run(Promise.all(sent))).toEqual([0, 0, 0, 0, 1_000, 1_000]);
  });

  test('10,000 requests to a mailbox in ten minutes, and not one more', async () => {
    const world = played();
    const sent = Array.from({ length: 10_001 }, () => send(world, playedService('mail')));
    const moments = await world.time.run(Promise.all(sent));
    expect(moments.filter((at) => at === 0)).toHaveLength(10_000);
    expect(moments.at(-1)).toBe(600_001);
  });

  test.each([
    [undefined, 3_500],
    [49, 3_500],
    [50, 5_000],
    [500, 5_000],
    [501, 8_000],
  ])('a tenant of %s users has %d resource units in ten seconds', async (tenantUsers, units) => {
    const world = played({ tenantUsers });
    const sent = Array.from({ length: units / 4 + 1 }, () => send(world, playedService('directory')));
    const moments = await world.time.run(Promise.all(sent));
    expect(moments.filter((at) => at === 0)).toHaveLength(units / 4);
    expect(moments.at(-1)).toBe(10_001);
  });

  test('what the directory says a request cost counts where it is more than we thought', async () => {
    const world = played();
    const dear = { ...GOOD, headers: new Headers({ 'x-ms-resource-unit': '7997' }) };
    await world.time.run(send(world, playedService('directory'), '1', dear));
    expect(await world.time.run(send(world, playedService('directory')))).toBe(10_001);
  });

  test('130,000 requests in ten seconds, of whatever kind; then each service gets its turn', async () => {
    const world = played();
    const crowd = Array.from({ length: 130_010 }, (_, n) => send(world, playedService('mail'), String(n)));
    const trace = send(world, playedService('message trace'));
    const moments = await world.time.run(Promise.all([...crowd, trace]));
    expect(moments.filter((at) => at < 10_000)).toHaveLength(130_000);
    expect(moments.at(-1)).toBe(10_001);
  });
});

describe('one waits, the others go', () => {
  test('a crowd of call records never holds up the listing that finds the next ones', async () => {
    const world = played();
    const crowd = Array.from({ length: 5_000 }, (_, n) => send(world, playedService('call participants'), String(n)));
    const list = Promise.all(Array.from({ length: 40 }, () => send(world, playedService('call list'))));
    expect(await world.time.run(list)).toEqual(Array(40).fill(0));
    await world.time.run(Promise.all(crowd));
  });

  test('a report, a mailbox and a chat without room hold nobody else', async () => {
    const world = played();
    const [reports, mail] = [playedService('reports'), playedService('mail')];
    const waiting = Promise.all([
      ...Array.from({ length: 20 }, () => send(world, reports)),
      ...Array.from({ length: 9 }, () => send(world, mail, '1', GOOD, 30_000)),
      send(world, playedService('chats')),
      send(world, playedService('chats')),
    ]);
    const quick = Promise.all([
      send(world, reports, '2'),
      send(world, mail, '2'),
      send(world, playedService('call list')),
      send(world, playedService('message trace')),
      send(world, playedService('directory')),
    ]);
    expect(await world.time.run(quick)).toEqual([0, 0, 0, 0, 0]);
    await world.time.run(waiting);
  });

  test('who came first goes first, across mailboxes too', async () => {
    const world = played({ mailboxConcurrency: 'per-app' });
    const order: number[] = [];
    const sent = Array.from({ length: 40 }, async (_, n) => {
      await send(world, playedService('mail'), String((n * 7) % 5), GOOD, 10 + n);
      order.push(n);
    });
    await world.time.run(Promise.all(sent));
    expect(order).toEqual(Array.from({ length: 40 }, (_, n) => n));
  });
});

describe('who is told to wait', () => {
  const mail = playedService('mail');

  test.each([
    [429, '10', 10_000],
    [429, '2.128', 2_128],
    [503, '120', 120_000],
    [509, '1', 1_000],
    [429, 'Mon, 07 Sep 2026 12:05:00 GMT', 300_000],
    [500, '30', 30_000],
  ])('%d with Retry-After %s: the whole service waits, other services do not', async (status, retryAfter, ms) => {
    const world = played();
    await world.time.run(send(world, mail, '1', refused(status, retryAfter)));
    const [other, same] = await world.time.run(
      Promise.all([send(world, playedService('call list')), send(world, mail, '2')]),
    );
    expect(other).toBe(0);
    expect(same).toBe(ms);
  });

  test('without Retry-After pauses in a row grow, with jitter, and end with a success', async () => {
    const world = played();
    const gaps: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      const before = world.time.now() - MONDAY;
      gaps.push((await world.time.run(send(world, mail, '1', refused(429)))) - before);
    }
    // A second and up to 1, 2, 4, 8 more.
    expect(gaps[0]).toBe(0);
    for (const [n, gap] of gaps.slice(1).entries()) {
      expect(gap).toBeGreaterThanOrEqual(1_000);
      expect(gap).toBeLessThanOrEqual(1_000 + 1_000 * 2 ** n);
    }
    await world.time.run(send(world, mail));
    const before = world.time.now() - MONDAY;
    await world.time.run(send(world, mail, '1', refused(429)));
    expect((await world.time.run(send(world, mail))) - before).toBeLessThanOrEqual(2_000);
  });

  test('many refused together make one pause, not a longer one each', async () => {
    const world = played();
    await world.time.run(Promise.all(Array.from({ length: 9 }, (_, n) => send(world, mail, String(n), refused(429)))));
    expect(await world.time.run(send(world, mail))).toBeLessThanOrEqual(2_000);
  });

  test('a server error without Retry-After pauses nobody', async () => {
    const world = played();
    await world.time.run(send(world, mail, '1', refused(504)));
    expect(await world.time.run(send(world, mail))).toBe(0);
  });

  test('a mailbox with too many at once waits alone', async () => {
    const world = played();
    const body = '{"error":{"code":"ApplicationThrottled","message":"over its MailboxConcurrency limit."}}';
    await world.time.run(send(world, mail, '1', refused(429, '60', body)));
    const [same, other] = await world.time.run(Promise.all([send(world, mail, '1'), send(world, mail, '2')]));
    expect([same, other]).toEqual([60_000, 0]);
  });

  test('told to stay away over an hour, everybody is told so at once', async () => {
    const world = played();
    const first = await world.pace.admit(playedService('message trace').question('1'));
    for (let n = 0; n < 99; n += 1) await send(world, playedService('message trace'));
    const waiting = send(world, playedService('message trace'));
    first(refused(429, '3601'));
    await expect(waiting).rejects.toMatchObject({ trouble: 'busy', toldMs: 3_601_000 });
    await expect(send(world, playedService('message trace'))).rejects.toBeInstanceOf(TryAgain);
    expect(await send(world, mail)).toBe(0);
  });
});

describe('a service that fails again and again', () => {
  const mail = playedService('mail');
  const failing = async (world: ReturnType<typeof played>, times: number): Promise<void> => {
    for (let n = 0; n < times; n += 1) await world.time.run(send(world, mail, '1', 'nobody'));
  };

  test('is left alone after ten failures in a row, then asked by one', async () => {
    const world = played();
    await failing(world, 9);
    expect(await world.time.run(send(world, mail, '1', 'nobody'))).toBe(0);
    const probe = send(world, mail, '1', GOOD, 5_000);
    const others = Promise.all(Array.from({ length: 3 }, (_, n) => send(world, mail, String(n))));
    const elsewhere = await world.time.run(send(world, playedService('chats')));
    expect(elsewhere).toBe(0);
    const wentAt = await world.time.run(probe);
    expect(wentAt).toBeGreaterThanOrEqual(1_000);
    expect(wentAt).toBeLessThanOrEqual(2_000);
    expect(await world.time.run(others)).toEqual(Array(3).fill(wentAt + 5_000));
  });

  test('failures with a success between them leave it open for all', async () => {
    const world = played();
    for (let n = 0; n < 20; n += 1) {
      await failing(world, 9);
      expect(await world.time.run(send(world, mail))).toBe(0);
    }
  });

  test('a refusal that is no trouble, like a missing mailbox, counts as an answer', async () => {
    const world = played();
    for (let n = 0; n < 30; n += 1) expect(await world.time.run(send(world, mail, '1', refused(404)))).toBe(0);
  });

  test('who waits while a probe fails meets what it met, and sends nothing', async () => {
    const world = played();
    await failing(world, 10);
    const probe = send(world, mail, '1', 'nobody', 100);
    const waiting = Promise.allSettled(Array.from({ length: 5 }, (_, n) => send(world, mail, String(n))));
    await world.time.run(probe);
    for (const one of await world.time.run(waiting)) {
      expect(one).toMatchObject({ status: 'rejected', reason: { trouble: 'unreachable' } });
    }
    // The next pause is longer, and it ends.
    const wentAt = await world.time.run(send(world, mail));
    expect(wentAt).toBeGreaterThan(2_000);
    expect(await world.time.run(send(world, mail))).toBe(wentAt);
  });
});

describe('a service that says how much of its limit is used', () => {
  const directory = playedService('directory');
  const saying = (share: string): Answer => ({
    ...GOOD,
    headers: new Headers({ 'x-ms-throttle-limit-percentage': share }),
  });
  /** Asks for as much as it gets for so long; each answer says the share of a limit of `most` in ten seconds. */
  async function crowd(world: ReturnType<typeof played>, most: number, ms: number) {
    const sent: number[] = [];
    const shares: number[] = [];
    const hand = async (): Promise<void> => {
      while (world.time.now() < MONDAY + ms) {
        const release = await world.pace.admit(directory.question('g'));
        const now = world.time.now();
        sent.push(now - MONDAY);
        const share = sent.filter((at) => at > now - MONDAY - 10_000).length / most;
        shares.push(share);
        await world.time.wait(50);
        release(share > 0.8 ? saying(share.toFixed(2)) : GOOD);
      }
    };
    await world.time.run(Promise.all(Array.from({ length: 8 }, hand)));
    return { sent, shares };
  }

  test('is asked more slowly, and never reaches the limit somebody else has left us', async () => {
    // Our own budget would allow 2,000 of these in ten seconds; over there only 1,200 are left.
    const { sent, shares } = await crowd(played(), 1_200, 120_000);
    const later = sent.filter((at) => at >= 20_000).length;
    expect(Math.max(...shares)).toBeLessThan(1);
    // Ten spans of ten seconds: it is used well too.
    expect(later / 10 / 1_200).toBeGreaterThan(0.7);
  });

  test('says nothing: nothing is slowed down', async () => {
    const { sent } = await crowd(played(), Infinity, 20_000);
    expect(sent.length).toBeGreaterThan(3_000);
  });

  test.each(['0.5', '0', '-1', 'NaN', '', '1e9', 'much'])('by %j: nothing is slowed down', async (share) => {
    const world = played();
    for (let n = 0; n < 50; n += 1) expect(await world.time.run(send(world, directory, 'g', saying(share)))).toBe(0);
  });

  test('is slowed down alone, never to nothing, and gets its pace back', async () => {
    const world = played();
    await world.time.run(send(world, directory, 'g', saying('1.8')));
    expect(await world.time.run(send(world, playedService('mail')))).toBe(0);
    // Ten units in ten seconds: one of these cost four, so one more goes at once.
    const sent: number[] = [];
    for (let n = 0; n < 30; n += 1) sent.push(await world.time.run(send(world, directory)));
    expect(sent.slice(0, 3)).toEqual([0, 10_001, 10_001]);
    await world.time.run(world.time.wait(60_000));
    await world.time.run(send(world, directory));
    const before = world.time.now() - MONDAY;
    const many = await world.time.run(Promise.all(Array.from({ length: 500 }, () => send(world, directory))));
    expect(new Set(many)).toEqual(new Set([before]));
  });
});

describe('the size of the tenant', () => {
  const directory = playedService('directory');
  const admitted = async (world: ReturnType<typeof played>, times: number): Promise<number> => {
    const sent = await world.time.run(Promise.all(Array.from({ length: times }, () => send(world, directory))));
    const first = Math.min(...sent);
    return sent.filter((at) => at === first).length;
  };

  test.each([
    [undefined, 3_500],
    [49, 3_500],
    [50, 5_000],
    [500, 5_000],
    [501, 8_000],
  ])('with %j users the directory is asked for %d units in ten seconds', async (users, units) => {
    const world = played({ tenantUsers: undefined });
    if (users !== undefined) world.pace.tenantHas(users);
    expect(await admitted(world, 2_100)).toBe(units / 4);
  });

  test('is learned while the directory is read, and a smaller number told later takes nothing back', async () => {
    const world = played({ tenantUsers: undefined });
    expect(await admitted(world, 875)).toBe(875);
    world.pace.tenantHas(20_000);
    world.pace.tenantHas(10);
    expect(await admitted(world, 1_125)).toBe(1_125);
    expect(await world.time.run(send(world, directory))).toBe(10_001);
  });
});

describe('what is told of a service', () => {
  test('that it asked for a pause, that it is left alone, that it is well again', async () => {
    const told: ServiceNote[] = [];
    const world = played({ note: (note) => told.push(note) });
    const mail = playedService('mail');
    await world.time.run(send(world, mail, '1', refused(429, '60')));
    expect(told).toEqual([{ service: 'outlook', state: 'paused', ms: 60_000 }]);
    for (let n = 0; n < 9; n += 1) await world.time.run(send(world, mail, '1', 'nobody'));
    expect(told.at(-1)).toMatchObject({ service: 'outlook', state: 'left-alone' });
    expect(told.at(-1)?.ms).toBeGreaterThanOrEqual(1_000);
    await world.time.run(send(world, mail));
    expect(told.at(-1)).toEqual({ service: 'outlook', state: 'well', ms: 0 });
    expect(told).toHaveLength(3);
  });
});

describe('waiting', () => {
  const trace = playedService('message trace');

  test('can be given up; the others keep their places, and nothing is used up', async () => {
    const world = played();
    await world.time.run(Promise.all(Array.from({ length: 99 }, () => send(world, trace))));
    await world.time.run(world.time.wait(1_000));
    await world.time.run(send(world, trace));
    const controller = new AbortController();
    const given = world.pace.admit(trace.question('1'), controller.signal);
    const next = send(world, trace);
    controller.abort(new Error('enough'));
    await expect(given).rejects.toThrow('enough');
    await expect(world.pace.admit(trace.question('1'), controller.signal)).rejects.toThrow('enough');
    expect(await world.time.run(next)).toBe(300_001);
    expect(await world.time.run(Promise.all(Array.from({ length: 98 }, () => send(world, trace))))).toEqual(
      Array(98).fill(300_001),
    );
  });

  test('ends for all with what the clock throws', async () => {
    const { pace } = played({ wait: () => Promise.reject(new Error('stopped')) });
    for (let n = 0; n < 100; n += 1) (await pace.admit(trace.question('1')))(GOOD);
    await expect(pace.admit(trace.question('1'))).rejects.toThrow('stopped');
  });

  test('nobody waits any more: the timer is taken down', async () => {
    const timers = new Set<AbortSignal>();
    const { pace } = played({
      wait: (_, signal) =>
        new Promise((__, reject) => {
          if (signal === undefined) throw new Error('A wait of an hour needs a way to end.');
          timers.add(signal);
          signal.addEventListener('abort', () => {
            timers.delete(signal);
            reject(new Error('taken down'));
          });
        }),
    });
    (await pace.admit(trace.question('1')))(refused(429, '3600'));
    const controllers = [new AbortController(), new AbortController()];
    const given = controllers.map(({ signal }) => failure(pace.admit(trace.question('1'), signal)));
    expect(timers.size).toBe(1);
    controllers[0]!.abort(new Error('enough'));
    expect(timers.size).toBe(1);
    controllers[1]!.abort(new Error('enough'));
    expect(timers.size).toBe(0);
    expect((await Promise.all(given)).map(({ sentence }) => sentence)).toEqual(['enough', 'enough']);
  });

  test('a release counts once', async () => {
    const world = played();
    const mail = playedService('mail');
    const release = await world.pace.admit(mail.question('1'));
    release(GOOD);
    release(GOOD);
    const sent = Array.from({ length: 5 }, () => send(world, mail, '1', GOOD, 1_000));
    expect(await world.time.run(Promise.all(sent))).toEqual([0, 0, 0, 0, 1_000]);
  });

  test('a clock that is set back gives nobody more, and holds nobody for longer', async () => {
    const clock = virtualClock(MONDAY);
    const pace = makeThrottle({ now: clock.now, wait: clock.wait, random: recordedRandomness('back') });
    for (let n = 0; n < 100; n += 1) (await pace.admit(trace.question('1')))(GOOD);
    clock.moveTo(MONDAY - 3_600_000);
    (await pace.admit(trace.question('1')))(GOOD);
    expect(clock.now()).toBe(MONDAY - 3_600_000 + 300_001);
  });

  test('on the demo’s clock everything is sent too, and within the limits', async () => {
    const clock = virtualClock(MONDAY);
    const pace = makeThrottle({ now: clock.now, wait: clock.wait, random: recordedRandomness('demo') });
    const server = playedLimits();
    const over: unknown[] = [];
    await Promise.all(
      Array.from({ length: 2_000 }, async (_, n) => {
        const service = PLAYED_SERVICES[n % PLAYED_SERVICES.length]!;
        const of = String(n % 3);
        const release = await pace.admit(service.question(of));
        over.push(...server.arrive(service.limits(of), service.units, clock.now()));
        server.leave(service.limits(of));
        release(GOOD);
      }),
    );
    expect(over).toEqual([]);
  });

  test('mailboxes are forgotten ten minutes after they were read', async () => {
    const world = played();
    const mail = playedService('mail');
    for (let n = 0; n < 1_000; n += 1) await send(world, mail, String(n));
    expect(world.pace.remembered()).toBe(1_000);
    await world.time.run(world.time.wait(600_001));
    await send(world, mail, 'another');
    expect(world.pace.remembered()).toBe(1);
  });

  test('who gives up in a paused service leaves nothing behind', async () => {
    const world = played();
    const mail = playedService('mail');
    await send(world, mail, 'first', refused(429, '60'));
    for (let n = 0; n < 100; n += 1) {
      const controller = new AbortController();
      const given = world.pace.admit(mail.question(String(n)), controller.signal);
      controller.abort(new Error('enough'));
      await expect(given).rejects.toThrow('enough');
    }
    await world.time.run(world.time.wait(600_001));
    await send(world, mail, 'another');
    expect(world.pace.remembered()).toBe(1);
  });
});

describe('the one GET, paced', () => {
  const asked = { ...QUESTION, source: { ...QUESTION.source, endpoint: '/admin/exchange/tracing/messageTraces' } };

  function paced() {
    const clock = standingClock();
    const { now, wait } = clock;
    const pace = makeThrottle({ now, wait, random: recordedRandomness('paced') });
    return { clock, get: playedGet({ now, wait, pace }).get };
  }

  test('sends a hundred traces and waits five minutes with the next', async () => {
    playNetwork(() => HttpResponse.json({ value: [] }));
    const { get, clock } = paced();
    for (let n = 0; n < 101; n += 1) await get.json(asked, String);
    expect(clock.waits).toEqual([300_001]);
  });

  test('is told every end: a 401 and its second try, a busy service, a reset', async () => {
    const seen: unknown[] = [];
    const pace: Pace = {
      admit: ({ source }) => {
        seen.push(source.endpoint);
        return Promise.resolve((answer) => seen.push(answer?.status));
      },
    };
    const answers = [
      () => graphError(401, 'x'),
      () => graphError(429, 'x', { 'retry-after': '1' }),
      () => HttpResponse.error(),
    ];
    playNetwork((_, nth) => answers[nth - 1]?.() ?? HttpResponse.json({ value: [] }));
    await playedGet({ pace }).get.json(asked, String);
    const at = asked.source.endpoint;
    expect(seen).toEqual([at, 401, at, 429, at, undefined, at, 200]);
  });

  test('a network that is down is given up by all within two minutes, half of it without being asked', async () => {
    const world = played();
    let sent = 0;
    const attempt = async (): Promise<never> => {
      const release = await world.pace.admit(asked);
      sent += 1;
      release(undefined);
      throw new TryAgain('unreachable');
    };
    const { wait } = world.time;
    const clock = { wait, random: recordedRandomness('down') };
    const all = Array.from({ length: 64 }, () => failure(patiently(clock, attempt, () => new Error('given up'))));
    const ends = await world.time.run(Promise.all(all));
    expect(new Set(ends.map(({ sentence }) => sentence))).toEqual(new Set(['given up']));
    expect(world.time.now() - MONDAY).toBeLessThan(120_000);
    expect(sent).toBeLessThan((64 * 6) / 2);
  });
});
