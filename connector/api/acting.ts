import { json, type Request, type RequestHandler, type Response } from 'express';
import type { z } from 'zod';
import { NOTHING, understood, type Asked } from './asked.ts';
import { mustBeAllowedTo, type Verb } from './may-ask.ts';
import { badRequest, Refused } from './refused.ts';
import type { Asker } from './who-is-asking.ts';

/** What somebody wants done, understood. */
export interface Acted<Body> extends Omit<Asked, 'query'> {
  readonly body: Body;
}

/** Something that changes what is kept. */
export interface Act<Body> {
  /** Who may. Judged before the body is read. */
  readonly verb: Verb;
  /** Strict: of what it does not name nothing is taken, and nothing let pass. */
  readonly shape: z.ZodType<Body>;
  /** Does it and answers. Throws `Refused`, or `ActRefused` where a rule stands in the way. */
  readonly act: (acted: Acted<Body>) => unknown;
}

/** The longest body any act takes: a scope document with long lists. */
const LARGEST_BODY = '16kb';
const readBody: RequestHandler = json({ limit: LARGEST_BODY, type: 'application/json' });

/**
 * Puts an act on a POST route: recognises the asker, asks whether they may, and only then reads what they want, as JSON of
 * at most 16 kB with the fields of its shape alone. No cookie is looked at, so no other page can act on a reader's behalf.
 *
 * Refuses with 'bad-request' and the name of the field that is wrong, which is a name out of the shape and never a text
 * out of the request.
 *
 * @param recognise as in `answering`
 */
export function acting<Body>(
  answer: z.ZodType,
  { verb, shape, act }: Act<Body>,
  recognise: (authorization: readonly string[] | undefined) => Promise<Asker>,
): RequestHandler {
  return async (request, response) => {
    const asker = await recognise(request.headersDistinct['authorization']);
    mustBeAllowedTo(verb, asker);
    understood(NOTHING, request.query);
    const body = wanted(shape, await bodyOf(request, response));
    response.json(answer.parse(await act({ asker, path: request.params, body })));
  };
}

/** @throws Refused 'bad-request' about the field that is wrong */
function wanted<Body>(shape: z.ZodType<Body>, given: unknown): Body {
  const read = shape.safeParse(given);
  if (read.success) return read.data;
  // Keys of the shape alone stand in a path: a strict shape tells of unknown ones elsewhere.
  const path = read.error.issues[0]?.path.filter((part) => typeof part === 'string') ?? [];
  throw badRequest(path.length === 0 ? 'body' : path.join('.'));
}

async function bodyOf(request: Request, response: Response): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  readBody(request, response, (error?: unknown) => {
    if (error === undefined) resolve(undefined);
    else reject(new Refused('bad-request', 'bad-request', {}, 'body'));
  });
  await promise;
  const body: unknown = request.body;
  return body;
}
