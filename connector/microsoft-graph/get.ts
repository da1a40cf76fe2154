import { Failure } from '../failure.ts';
import type { Asker, RequestNote } from './asker.ts';
import { CLOUDS, type Cloud } from './clouds.ts';
import { downloadReport } from './download.ts';
import { makeExchange } from './exchange.ts';
import { isJsonObject } from './json-object.ts';
import { checkLink } from './link-check.ts';
import type { Pace } from './pace.ts';
import { LONGEST_TOLD_MS, patiently, TryAgain } from './patience.ts';
import { shrinkingPage } from './page-size.ts';
import { firstLink, listingOf, type Question } from './question.ts';
import { refusalOf, type Answer } from './refusal.ts';
import type { AccessTokens } from './sign-in.ts';
import type { Timer } from './time-limit.ts';
import { untilEnded } from './until-ended.ts';

/** The door to Microsoft Graph: everything that is read goes through one of these. */
export interface Get {
  /**
   * One JSON body.
   *
   * @param parse makes what is kept from the body; what it throws, other than a Failure, becomes 'shape-changed'
   * @param next go on with the link an answer gave: it is checked before a token goes there, and added to `seen`
   * @throws Failure 'credential-refused', 'consent-missing', 'mailbox-missing' (or what the question says of a 404),
   *   'throttled', 'unreachable', 'shape-changed', 'unsafe-link'
   */
  json<Kept>(
    question: Question,
    parse: (body: unknown) => Kept,
    next?: { readonly link: unknown; readonly seen: Set<string> },
  ): Promise<Kept>;
  /**
   * One report as text, without byte order mark, straight or by redirect; throws as `json` does.
   *
   * @param parse as for `json`; throws TryAgain 'unreadable' for a text that was cut short
   */
  text<Kept>(question: Question, parse: (text: string) => Kept): Promise<Kept>;
}

export interface GetOptions {
  readonly tokens: AccessTokens;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A signal, where one comes with it, ends the wait; what is thrown then is nobody's to see. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Cryptographic randomness: jitter and request ids. */
  readonly random: (size: number) => Uint8Array;
  /** Whose Graph is asked, which must be the one the tokens are for; the global cloud's when absent. */
  readonly cloud?: Cloud;
  /** For one request with its whole body, in milliseconds. */
  readonly timeLimitMs?: number;
  /** Starts the time limit. The machine's own clock when absent: a socket does not live on a virtual one. */
  readonly timer?: Timer;
  /** Says when each request may be sent and is told how it ended; without one, requests go at once (throttle.ts). */
  readonly pace?: Pace;
  /** Told of every request after its answer. */
  readonly note?: (request: RequestNote) => void;
  /** Ends all waiting and asking at once, with the signal's reason. */
  readonly signal?: AbortSignal;
}

const TIME_LIMIT_MS = 60_000;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/**
 * Makes the one guarded GET. It waits as long as it is told and tries again where that can help (see patience.ts); a
 * refused token is renewed once; links are checked before a token is sent; errors name the endpoint's template only.
 */
export function makeGet(options: GetOptions): Get {
  const { graph: origin, downloads } = options.cloud ?? CLOUDS.global;
  const limits = { ...options, origin, downloads, timeLimitMs: options.timeLimitMs ?? TIME_LIMIT_MS };
  const ask = makeAsk(options, makeExchange(limits));
  const signalsOf = ({ askers = [] }: Question) => [options.signal, ...askers.map(({ signal }) => signal)];
  return {
    json: (question, parse, next) =>
      untilEnded(signalsOf(question), async (signal) => {
        const link = next && checkLink(next.link, listingOf(question, origin), next.seen);
        const page = shrinkingPage(question);
        const asking = { signal, attempts: 0, since: options.now() };
        const attempt = async () => {
          const asked = link === undefined ? page.question() : question;
          try {
            const answer = await ask(asked, link ?? firstLink(listingOf(asked, origin)), [200], asking);
            // Kept before anybody else has a turn, so that only one body at a time lies in memory in pieces.
            return kept(question, parse, readJson(answer));
          } catch (error) {
            page.failed(error);
            throw error;
          }
        };
        return patiently({ ...options, signal }, attempt, (last) => gaveUp(question, last));
      }),
    text: (question, parse) =>
      untilEnded(signalsOf(question), async (signal) => {
        const href = firstLink(listingOf(question, origin));
        const asking = { signal, attempts: 0, since: options.now() };
        const attempt = async () => {
          const answer = await ask(question, href, [200, ...REDIRECTS], asking);
          const from = { ...limits, ended: signal };
          const report = answer.status === 200 ? answer : await downloadReport(question.source, answer, from);
          return kept(question, parse, readText(report));
        };
        return patiently({ ...options, signal }, attempt, (last) => gaveUp(question, last));
      }),
  };
}

/**
 * The same door, in somebody's name: what is asked through it ends with their signal, and they are told of each of its
 * requests. The door's own signal and note stay in force, and so do those of a door that is in somebody's name already.
 */
export function askedBy(get: Get, asker: Asker): Get {
  const named = (question: Question): Question => ({ ...question, askers: [...(question.askers ?? []), asker] });
  return {
    json: (question, parse, next) => get.json(named(question), parse, next),
    text: (question, parse) => get.text(named(question), parse),
  };
}

/** One question's attempts so far. */
interface Asking {
  readonly signal: AbortSignal;
  attempts: number;
  /** When it was asked, or its last attempt ended. */
  since: number;
}

function makeAsk(options: GetOptions, exchange: ReturnType<typeof makeExchange>) {
  return async (question: Question, href: string, welcome: readonly number[], asking: Asking): Promise<Answer> => {
    const once = async (token: string): Promise<Answer> => {
      const release = await options.pace?.admit(question, asking.signal);
      const waitedMs = Math.max(0, options.now() - asking.since);
      let answer: Answer | undefined;
      try {
        answer = await exchange(href, token, question.headers, asking.signal);
        return answer;
      } finally {
        release?.(answer);
        asking.attempts += 1;
        asking.since = options.now();
        const { endpoint } = question.source;
        const note = { endpoint, status: answer?.status ?? 0, attempt: asking.attempts, waitedMs };
        options.note?.(note);
        for (const asker of question.askers ?? []) asker.note?.(note);
      }
    };
    const token = await tokenFrom(options.tokens);
    const first = await once(token);
    const answer = first.status === 401 ? await once(await anotherToken(options.tokens, token)) : first;
    if (welcome.includes(answer.status)) return answer;
    throw refusalOf(question.source, answer, options.now(), question.missing);
  };
}

async function tokenFrom(tokens: AccessTokens, fresh = false): Promise<string> {
  try {
    return await tokens.token({ fresh });
  } catch (error) {
    if (error instanceof Failure && error.code === 'unreachable')
      throw new TryAgain('unreachable', 0, { cause: error });
    throw error;
  }
}

/** Somebody else may have renewed it meanwhile; then that one is tried before a new one is asked for. */
async function anotherToken(tokens: AccessTokens, refused: string): Promise<string> {
  const held = await tokenFrom(tokens);
  return held === refused ? tokenFrom(tokens, true) : held;
}

/** A gateway's page, half a body or an error in the clothes of a success may be whole at the next attempt. */
function readJson(answer: Answer): unknown {
  let body: unknown;
  try {
    body = JSON.parse(answer.body);
  } catch {
    throw new TryAgain('unreadable');
  }
  if (isJsonObject(body) && isJsonObject(body['error'])) throw new TryAgain('unreadable');
  return body;
}

function readText(answer: Answer): string {
  const text = answer.body.replace(/^\uFEFF/, '');
  if (/^\s*</.test(text)) throw new TryAgain('unreadable');
  return text;
}

function kept<Body, Kept>(question: Question, parse: (body: Body) => Kept, body: Body): Kept {
  try {
    return parse(body);
  } catch (error) {
    if (error instanceof Failure || error instanceof TryAgain) throw error;
    throw new Failure(
      'shape-changed',
      `What Microsoft Graph answers at GET ${question.source.endpoint} has another shape than before: update Samspill.`,
    );
  }
}

function gaveUp(question: Question, last: TryAgain): Failure {
  if (last.cause instanceof Failure) return last.cause;
  const place = `GET ${question.source.endpoint}`;
  switch (last.trouble) {
    case 'busy':
      return new Failure(
        'throttled',
        last.toldMs > LONGEST_TOLD_MS
          ? `Microsoft Graph asks for more than an hour without ${place}: start the run again tomorrow.`
          : `Microsoft Graph has no capacity for ${place}: wait, then start the run again.`,
      );
    case 'unreachable':
      return new Failure(
        'unreachable',
        `Microsoft Graph cannot be reached at ${place}: check network, proxy and firewall, then start the run again.`,
      );
    case 'unreadable':
      return new Failure(
        'unreachable',
        `What comes back from ${place} is cut short or not from Microsoft Graph: check the proxy, then start the run again.`,
      );
  }
}
