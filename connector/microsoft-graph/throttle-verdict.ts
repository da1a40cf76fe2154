import { isTrouble, type Answer } from './refusal.ts';
import type { Trouble } from './patience.ts';
import { retryAfter } from './retry-after.ts';

/** What the end of an exchange says of the service's health. */
export interface Verdict {
  /** Undefined where the service answered as one in good health does, refusals included. */
  readonly trouble?: Trouble | undefined;
  /** What is to be left alone: everything of the service, or only what has its own limits (a mailbox). */
  readonly pauses?: 'service' | 'lane' | undefined;
  /** How long, in milliseconds; undefined where it did not say. */
  readonly toldMs?: number | undefined;
  /** What the directory says the request cost. */
  readonly units?: number | undefined;
  /** Which share of its limit the service says is used: 1 for all of it. It speaks of it near the whole only. */
  readonly usedShare?: number | undefined;
}

/** These ask us to stay away, whether they say for how long or not. */
const STAY_AWAY: readonly number[] = [429, 503, 509];
/** How Outlook says that one mailbox has too many requests at once; other mailboxes are not meant. */
const ONE_MAILBOX = /MailboxConcurrency/i;

/**
 * Reads the end of an exchange. A 429, 503 or 509 pauses with or without Retry-After; another server error only with
 * one.
 *
 * @param answer undefined where nobody answered
 * @param now milliseconds since 1970, for a Retry-After that is a date
 */
export function verdictOf(answer: Answer | undefined, now: number): Verdict {
  if (answer === undefined) return { trouble: 'unreachable' };
  const told = { units: chargedUnits(answer.headers), usedShare: usedShare(answer.headers) };
  if (!isTrouble(answer.status)) return told;
  const toldMs = retryAfter(answer.headers, now);
  const trouble = { ...told, trouble: 'busy', toldMs } as const;
  if (!STAY_AWAY.includes(answer.status) && toldMs === undefined) return trouble;
  return { ...trouble, pauses: answer.status === 429 && ONE_MAILBOX.test(answer.body) ? 'lane' : 'service' };
}

function chargedUnits(headers: Headers): number | undefined {
  const units = Number(headers.get('x-ms-resource-unit') ?? NaN);
  return Number.isInteger(units) && units > 0 ? units : undefined;
}

/** Microsoft writes 0.8 to 1.8; what is far from it is no share. */
function usedShare(headers: Headers): number | undefined {
  const share = Number(headers.get('x-ms-throttle-limit-percentage') ?? NaN);
  return share > 0 && share <= 10 ? share : undefined;
}
