import { Failure, type FailureCode } from '../failure.ts';
import { isJsonObject } from './json-object.ts';
import { TryAgain } from './patience.ts';
import { retryAfter } from './retry-after.ts';
import type { SourceDeclaration } from './source-declaration.ts';

/** What Graph answered, its body read whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** What a 404 means for one question; the general meaning is a mailbox or account that is not there. */
export interface Missing {
  readonly code: FailureCode;
  readonly sentence: string;
}

/** What a gateway says of an answer that took too long to make. */
const TOO_SLOW = 504;
const BUSY = new Set([408, 429, 500, 502, 503, 504, 509]);

/** Whether a status says that the service is busy or in trouble, so that waiting helps. */
export function isTrouble(status: number): boolean {
  return BUSY.has(status);
}

const NO_MAILBOX: readonly string[] = [
  'mailboxnotenabledforrestapi',
  'mailboxnotsupportedforrestapi',
  'mailboxnothostedinexchangeonline',
  'errorinvaliduser',
  'errornonexistentmailbox',
  'extensionerror',
];
/** What Exchange says of a mailbox that its administrator keeps from the application; the code alone would not tell. */
const KEPT_FROM_US = /\[RAOP\]|AppOnly AccessPolicy/i;

/**
 * What an answer other than success means. Codes are compared without letter case (Graph's spelling varies) and
 * messages are never passed on: they quote addresses.
 *
 * @param now milliseconds since 1970, for a Retry-After that is a date
 * @returns TryAgain where waiting helps, otherwise a Failure that names the endpoint's template and what to do
 */
export function refusalOf(source: SourceDeclaration, answer: Answer, now: number, missing?: Missing): Error {
  const { code, message } = errorIn(answer.body);
  const place = `GET ${source.endpoint}`;
  if (isTrouble(answer.status)) {
    return new TryAgain('busy', retryAfter(answer.headers, now), { isHeavy: answer.status === TOO_SLOW });
  }
  if (NO_MAILBOX.includes(code) || (answer.status === 403 && KEPT_FROM_US.test(message))) return noMailbox(place);
  switch (answer.status) {
    case 401:
      return new Failure(
        'credential-refused',
        `Microsoft Graph refuses a fresh token at ${place}: check that the application is enabled and that no policy blocks it.`,
      );
    case 403:
      return forbidden(source, code, place);
    case 404:
      return missing === undefined ? noMailbox(place) : new Failure(missing.code, missing.sentence);
    case 410:
      return listingEnded(place);
    default:
      if (code.includes('expiredpagetoken')) return listingEnded(place);
      return new Failure(
        'shape-changed',
        `Microsoft Graph does not understand ${place} (status ${String(answer.status)}): update Samspill, or report the endpoint and status.`,
      );
  }
}

function noMailbox(place: string): Failure {
  return new Failure('mailbox-missing', `There is no mailbox that Samspill may open at ${place}; it is left out.`);
}

function listingEnded(place: string): Failure {
  return new Failure('unreachable', `Microsoft Graph ended a listing midway at ${place}: start the run again.`);
}

function forbidden(source: SourceDeclaration, code: string, place: string): Failure {
  if (code === 'insufficient_claims') {
    return new Failure(
      'credential-refused',
      `A Conditional Access policy blocks the application at ${place}: except it.`,
    );
  }
  const roles = source.permissions.map(({ role }) => role).join(' and ');
  return new Failure(
    'consent-missing',
    `Microsoft Graph refuses ${place}: an administrator must grant the application permission ${roles} and consent to it.`,
  );
}

/** Graph's error code in lower case and its message; both empty where the body has another shape. */
function errorIn(body: string): { readonly code: string; readonly message: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return { code: '', message: '' };
  }
  const error = isJsonObject(parsed) ? parsed['error'] : undefined;
  if (!isJsonObject(error)) return { code: '', message: '' };
  const { code, message } = error;
  return {
    code: typeof code === 'string' ? code.toLowerCase() : '',
    message: typeof message === 'string' ? message : '',
  };
}
