import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { ANSWERS_VERSION } from './answers.ts';
import { NOTHING, understood, type Question } from './asked.ts';
import type { House } from './house.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { notedAccess } from './noted-access.ts';
import type { PairAnswer } from './office-answers.ts';
import { Refused } from './refused.ts';

const ONE_SOURCE = z.strictObject({ source: z.string().regex(/^[a-z]+(-[a-z]+)*$/) });
const folder = new URL('../microsoft-graph/golden/', import.meta.url);

export interface GoldenPair {
  readonly received: string;
  readonly kept: string;
}

/**
 * The golden pair of a source: what Microsoft Graph sends, in its shape and with invented values, and all that is kept of
 * it. The same files that the tests hold the parsers to.
 *
 * @param source in kebab-case
 * @returns undefined where there is none
 */
export function goldenPair(source: string): GoldenPair | undefined {
  const received = ['json', 'csv'].map((form) => new URL(`${source}.received.${form}`, folder)).find(existsSync);
  const kept = new URL(`${source}.kept.json`, folder);
  if (received === undefined || !existsSync(kept)) return undefined;
  return { received: readFileSync(received, 'utf8'), kept: readFileSync(kept, 'utf8') };
}

/** What comes from Microsoft for one source, and what of it is kept? */
export function pair(house: House): Question {
  return notedAccess(house, ({ asker, path, query }): PairAnswer => {
    understood(NOTHING, query);
    mustBeAllowedTo('read what offices do', asker);
    const { source } = understood(ONE_SOURCE, path);
    const found = goldenPair(source);
    if (found === undefined) throw new Refused('not-found');
    return { version: ANSWERS_VERSION, source, ...found };
  });
}
