import type { ErrorRequestHandler } from 'express';
import type { Refusal } from './answers.ts';
import { Failure } from '../failure.ts';
import { ActRefused } from '../privacy/act-refused.ts';

type Reason = Refusal['refused'];

const STATUS = {
  'no-token': 401,
  'bad-token': 401,
  'not-for-you': 403,
  'not-found': 404,
  'bad-request': 400,
  conflict: 409,
  'too-many-requests': 429,
  broken: 500,
} as const satisfies Record<Reason, number>;

/** Bytes of chance in a reference: enough to find one line in a log, short enough to read out over the telephone. */
const REFERENCE_BYTES = 4;

/**
 * A question that is not answered. The asker learns the reason alone; what it was more exactly is noted for the
 * administrator under the reference the asker was given.
 */
export class Refused extends Error {
  readonly reason: Reason;
  /** A closed code for the log. */
  readonly noted: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The field or the rule it is about; see `refusal` in answers.ts. */
  readonly about: string | undefined;

  constructor(reason: Reason, noted: string = reason, headers: Readonly<Record<string, string>> = {}, about?: string) {
    super(reason);
    this.name = 'Refused';
    this.reason = reason;
    this.noted = noted;
    this.headers = headers;
    this.about = about;
  }
}

/** What somebody wants that does not go together with what is there. @param rule a closed code */
function conflict(rule: string): Refused {
  return new Refused('conflict', 'conflict', {}, rule);
}

/** What somebody wants that is not said as it should be. @param field a closed name: of a field, or `body` for all of it */
export function badRequest(field: string): Refused {
  return new Refused('bad-request', 'bad-request', {}, field);
}

const OF_EVERY_DAY: readonly Reason[] = ['not-found', 'bad-request', 'conflict'];

export interface Noting {
  /** 8 hexadecimal digits and a closed code, never a text out of the request. */
  readonly note: (reference: string, code: string) => void;
  readonly random: (size: number) => Uint8Array;
}

/**
 * The one place where anything that was thrown becomes an answer. What nobody foresaw answers `broken` and a
 * reference, and nothing else: no message, no stack, no path. A wrong address, a
 * wrong field and a rule that stands in the way are not noted, everything else is.
 */
export function answerRefusals({ note, random }: Noting): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const refused = refusedFrom(error);
    const reference = Buffer.from(random(REFERENCE_BYTES)).toString('hex');
    if (!OF_EVERY_DAY.includes(refused.reason)) note(reference, refused.noted);
    if (response.headersSent) {
      next(error);
      return;
    }
    response.set(refused.headers).status(STATUS[refused.reason]);
    const about = refused.about === undefined ? {} : { about: refused.about };
    response.json({ refused: refused.reason, reference, ...about } satisfies Refusal);
  };
}

function refusedFrom(error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (error instanceof ActRefused) return conflict(error.rule);
  if (error instanceof Failure) return new Refused('broken', error.code);
  if (isClientsFault(error)) return new Refused('not-found');
  return new Refused('broken', error instanceof Error ? error.name : 'not-an-error');
}

/** Express and its body reader mark what the request did wrong (a broken `%`, a body too large) with a 4xx status. */
function isClientsFault(error: unknown): boolean {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return false;
  return error.status >= 400 && error.status < 500;
}
