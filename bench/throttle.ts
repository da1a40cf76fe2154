import { Heap } from '../connector/microsoft-graph/heap.ts';
import type { Pace } from '../connector/microsoft-graph/pace.ts';
import { patiently, TryAgain } from '../connector/microsoft-graph/patience.ts';
import { refusalOf, type Answer } from '../connector/microsoft-graph/refusal.ts';
import { makeThrottle } from '../connector/microsoft-graph/throttle.ts';
import { playedLimits, type PlayedLimits } from '../tests/microsoft-graph/played-limits.ts';
import { PLAYED_GLOBAL, playedService, type PlayedService } from '../tests/microsoft-graph/played-services.ts';
import { playedTime, type PlayedTime } from '../tests/microsoft-graph/played-time.ts';

const SIZES = [200, 2_000, 20_000, 300_000];
/** Above it the play would take too long; what dice do to one request does not hang on how many others there are. */
const MOST_PEOPLE_WITH_BAD_ANSWERS = 20_000;
const START_MS = Date.UTC(2026, 8, 7);
const AT_ONCE = 64;
/** On the way there; the spread is what may bring requests closer together than they were sent. */
const WAY_MS = { least: 10, most: 90 };
const ANSWER_MS = { least: 50, most: 400 };

/** One source's requests in a sweep of everybody's day. */
interface Job {
  readonly service: PlayedService;
  readonly requests: number;
  /** Of how many things (mailboxes, chats, reports) they are, in turn. */
  readonly things: number;
  /** One where the next page's link stands in the page before. */
  readonly atOnce: number;
  /** Its tightest limit: for each thing, or for all of them. */
  readonly limit?: { readonly most: number; readonly perMs: number; readonly each?: boolean };
}

/**
 * Sweeps a day of 200 to 300,000 people through the governor, all sources at the same time, against a plain model of
 * Microsoft's published limits that counts requests as they arrive: how near each source comes to the least possible
 * time, and how often it was refused. Then, for up to 20,000, the same with half of all answers bad, by dice. Admission, release and
 * patience are the product's; HTTP is not played, and time is virtual.
 */
export async function benchThrottle(): Promise<void> {
  console.log('Throttle: one day of everybody, all sources at once, on a virtual clock; no HTTP.');
  for (const people of SIZES) {
    const began = performance.now();
    const results = await sweep(people, 0);
    console.log(`\n${people.toLocaleString('en')} people, full budget (${seconds(performance.now() - began)} to play)`);
    for (const result of results) console.log(lineOfTime(result));
    if (people > MOST_PEOPLE_WITH_BAD_ANSWERS) continue;
    const again = performance.now();
    const poor = await sweep(people, 0.5);
    console.log(`  with half of all answers bad (${seconds(performance.now() - again)} to play)`);
    for (const result of poor) console.log(lineOfCalls(result));
  }
}

function jobs(people: number): Job[] {
  const rate = (listed: number) => ({ most: 1, perMs: 1000 / (listed * 0.83) });
  const each = { requests: people, things: people, atOnce: AT_ONCE };
  const inPages = (items: number, aPage: number) => ({ requests: Math.ceil(items / aPage), things: 1, atOnce: 1 });
  const [days, reports] = [28, 9];
  return [
    { service: playedService('directory'), ...inPages(people, 999), limit: { most: 2_000, perMs: 10_000 } },
    { service: playedService('mail'), ...each },
    { service: playedService('calendar'), ...each },
    { service: playedService('chats'), ...each, limit: rate(20) },
    {
      service: playedService('chat members'),
      ...each,
      requests: Math.ceil(people / 20),
      limit: rate(30),
    },
    { service: playedService('all messages'), ...each, limit: rate(200) },
    // 40 rows, two calls a person and day.
    { service: playedService('message trace'), ...inPages(people * 40, 5_000), limit: { most: 100, perMs: 300_000 } },
    { service: playedService('call list'), ...inPages(people * 2, 60), limit: { most: 40, perMs: 20_000 } },
    {
      service: playedService('call participants'),
      ...each,
      requests: people * 2,
      things: people * 2,
      limit: { most: 1_500, perMs: 20_000 },
    },
    {
      service: playedService('reports'),
      requests: days * reports,
      things: reports,
      atOnce: AT_ONCE,
      limit: { most: 14, perMs: 600_000, each: true },
    },
  ];
}

interface Result {
  readonly job: Job;
  /** When its last answer came. */
  tookMs: number;
  readonly bestMs: number;
  sent: number;
  /** Refused for being over a limit. */
  refused: number;
  givenUp: number;
}

interface Stage {
  readonly time: PlayedTime;
  readonly pace: Pace;
  readonly server: PlayedLimits;
  readonly dice: () => number;
  readonly badShare: number;
}

async function sweep(people: number, badShare: number): Promise<Result[]> {
  const time = playedTime(START_MS);
  const dice = seededDice(people);
  const random = (size: number): Uint8Array => Uint8Array.from({ length: size }, () => Math.floor(dice() * 256));
  const pace = makeThrottle({ now: time.now, wait: time.wait, random, tenantUsers: Math.max(people, 501) });
  const stage = { time, pace, server: playedLimits(), dice, badShare };
  const all = jobs(people).map((job) => work(stage, job, random));
  return time.run(Promise.all(all));
}

async function work(stage: Stage, job: Job, random: (size: number) => Uint8Array): Promise<Result> {
  const lengths = Array.from({ length: job.requests }, () => ({
    way: between(WAY_MS, stage.dice),
    answer: between(ANSWER_MS, stage.dice),
  }));
  const trips = lengths.map(({ way, answer }) => way + answer);
  const result: Result = { job, tookMs: 0, bestMs: bestOf(job, trips), sent: 0, refused: 0, givenUp: 0 };
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let n = next++; n < job.requests; n = next++) {
      const attempt = (): Promise<void> => exchange(stage, result, String(n % job.things), lengths[n]);
      const clock = { wait: stage.time.wait, random };
      await patiently(clock, attempt, (last) => last).catch(() => {
        result.givenUp += 1;
      });
    }
  };
  await Promise.all(Array.from({ length: job.atOnce }, worker));
  result.tookMs = stage.time.now() - START_MS;
  return result;
}

/** One request to the model of the limits; what it is over, or the dice, make it a bad answer. */
async function exchange(
  { time, pace, server, dice, badShare }: Stage,
  result: Result,
  of: string,
  length: { readonly way: number; readonly answer: number } = { way: 0, answer: 0 },
): Promise<void> {
  const { service } = result.job;
  const question = service.question(of);
  const limits = [...service.limits(of), PLAYED_GLOBAL];
  const release = await pace.admit(question);
  result.sent += 1;
  await time.wait(length.way);
  const over = server.arrive(limits, service.units, time.now());
  if (over.length > 0) result.refused += 1;
  const answer = over.length > 0 ? TOO_MANY : dice() < badShare ? BAD[Math.floor(dice() * BAD.length)] : GOOD;
  await time.wait(length.answer);
  server.leave(limits);
  release(answer);
  if (answer === undefined) throw new TryAgain('unreachable');
  if (answer !== GOOD) throw refusalOf(question.source, answer, time.now());
}

function answered(status: number, retryAfter?: string): Answer {
  const headers = new Headers(retryAfter === undefined ? {} : { 'retry-after': retryAfter });
  return { status, headers, body: '' };
}
const GOOD = answered(200);
const TOO_MANY = answered(429, '10');
/** Undefined: nobody answered. */
const BAD = [
  answered(429, '1'),
  answered(429, '2.128'),
  answered(429),
  answered(503, '5'),
  answered(503),
  answered(500),
  answered(502),
  answered(504),
  undefined,
];

/**
 * The least time for these requests, in this order, so many at once: each is sent as soon as there is a free hand and
 * its tightest limit, counted at the moment of sending, permits.
 */
function bestOf({ atOnce, limit, things }: Job, trips: readonly number[]): number {
  const hands = new Heap<number>();
  const sentAt: number[] = [];
  let last = 0;
  for (const [n, trip] of trips.entries()) {
    const free = n < atOnce ? 0 : (hands.pop() ?? 0);
    const before = limit === undefined ? undefined : sentAt[n - limit.most * (limit.each === true ? things : 1)];
    const at = Math.max(free, before === undefined ? 0 : before + (limit?.perMs ?? 0));
    sentAt.push(at);
    hands.push(at + trip, at + trip);
    last = Math.max(last, at + trip);
  }
  return last;
}

function between({ least, most }: { readonly least: number; readonly most: number }, dice: () => number): number {
  return Math.floor(least + dice() * (most - least + 1));
}

/** The same every time (mulberry32, public domain). */
function seededDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function lineOfTime({ job, tookMs, bestMs, sent, refused }: Result): string {
  const share = `${((bestMs / tookMs) * 100).toFixed(1)} %`;
  const took = seconds(tookMs).padStart(12);
  return `  ${job.service.name.padEnd(18)}${count(sent)} requests${took} of at least ${seconds(bestMs).padStart(10)}${share.padStart(9)}${String(refused).padStart(5)} × 429`;
}

function lineOfCalls({ job, sent, refused, givenUp }: Result): string {
  const ratio = `${(sent / job.requests).toFixed(2)} ×`;
  return `  ${job.service.name.padEnd(18)}${count(sent)} requests${ratio.padStart(9)} those needed, ${String(refused)} over a limit, ${String(givenUp)} given up`;
}

function count(n: number): string {
  return n.toLocaleString('en').padStart(10);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} s`;
}
