import type { RequestHandler } from 'express';
import { z } from 'zod';
import { type Sending, sendUnkept } from './asked-again.ts';
import { Refused } from './refused.ts';
import type { Asker } from './who-is-asking.ts';

/** One question as it arrived: who asks, and what stood in the address. */
export interface Asked {
  readonly asker: Asker;
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: unknown;
}

/** Understands, checks whether they may, asks the store, answers. */
export type Question = (asked: Asked) => unknown;

/**
 * Puts a question on a route. What leaves is what the answer's declaration names and nothing more: a field that nobody
 * declared is dropped, a wrong one breaks the answer instead of leaving.
 *
 * @param recognise throws `Refused` for a request from nobody we know, or from somebody who asks too often
 * @param send how the answer leaves; kept nowhere unless told otherwise
 */
export function answering(
  answer: z.ZodType,
  question: Question,
  recognise: (authorization: readonly string[] | undefined) => Promise<Asker>,
  send: Sending = sendUnkept,
): RequestHandler {
  return async (request, response) => {
    const asker = await recognise(request.headersDistinct['authorization']);
    send(response, asker, answer.parse(await question({ asker, path: request.params, query: request.query })));
  };
}

/** The shape of an address in which nothing is said. */
export const NOTHING = z.strictObject({});

/**
 * What a question takes from its address. Anything else is no question of ours: no parameter narrows an answer to some
 * of the people.
 *
 * @throws Refused 'not-found' (404)
 */
export function understood<Shape>(shape: z.ZodType<Shape>, given: unknown): Shape {
  const read = shape.safeParse(given);
  if (!read.success) throw new Refused('not-found');
  return read.data;
}
