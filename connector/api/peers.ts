import { z } from 'zod';
import type { Act } from './acting.ts';
import { ANSWERS_VERSION } from './answers.ts';
import { NOTHING, understood, type Question } from './asked.ts';
import type { PeersAnswer } from './benefit-answers.ts';
import type { House } from './house.ts';
import { may, mustBeAllowedTo } from './may-ask.ts';
import { badRequest, Refused } from './refused.ts';
import { signedNow } from './signed-now.ts';
import type { Asker } from './who-is-asking.ts';
import { comparedWithPeers, readPublicFigures as figuresIn } from '../adoption/public-figures.ts';
import { tellsOfSomebody } from '../privacy/official-text.ts';
import {
  keepOwnMunicipality,
  keepPublicFigures,
  ownMunicipality,
  readPublicFigures,
  removePublicFigures,
} from '../store/public-figures.ts';

const CSV_CHARACTERS = 15_000;
const IMPORTED = z.strictObject({ csv: z.string().min(1).max(CSV_CHARACTERS) });
const OWN = z.strictObject({ number: z.string().regex(/^\d{4}$/) });

/** How do public figures of other municipalities stand beside our own? */
export function peers(house: House): Question {
  return ({ asker, query }): PeersAnswer => {
    understood(NOTHING, query);
    mustBeAllowedTo('read releases', asker);
    return peersNow(house, asker);
  };
}

function peersNow({ store, organisation }: House, asker: Asker): PeersAnswer {
  const own = ownMunicipality(store) ?? null;
  const figures = readPublicFigures(store);
  return {
    version: ANSWERS_VERSION,
    organisation,
    mayWrite: may(asker, 'keep plans'),
    own,
    figures,
    compared: comparedWithPeers(figures, own),
  };
}

/**
 * Brings in a table of public figures, or one figure: a file of one line. All of it or nothing: the first cell that is
 * wrong is named by line and column, `csv.3.value`.
 */
export function importPeers(house: House): Act<z.infer<typeof IMPORTED>> {
  return {
    verb: 'keep plans',
    shape: IMPORTED,
    act: async ({ asker, body }): Promise<PeersAnswer> => {
      const read = figuresIn(body.csv, (text) => !tellsOfSomebody(text));
      if ('line' in read) throw badRequest(`csv.${String(read.line)}.${read.column}`);
      if (read.length === 0) throw badRequest('csv');
      const kept = keepPublicFigures(house.store, read, await signedNow(house, asker));
      if (!kept) throw new Refused('conflict', 'conflict', {}, 'too-many-figures');
      return peersNow(house, asker);
    },
  };
}

/** Says which municipality this is: its own figures stand beside the others, and its county's school holidays are known. */
export function sayOwnMunicipality(house: House): Act<z.infer<typeof OWN>> {
  return {
    verb: 'keep plans',
    shape: OWN,
    act: async ({ asker, body }): Promise<PeersAnswer> => {
      keepOwnMunicipality(house.store, body.number, await signedNow(house, asker));
      return peersNow(house, asker);
    },
  };
}

/** Takes all public figures away. */
export function removePeers(house: House): Act<z.infer<typeof NOTHING>> {
  return {
    verb: 'keep plans',
    shape: NOTHING,
    act: ({ asker }): PeersAnswer => {
      removePublicFigures(house.store);
      return peersNow(house, asker);
    },
  };
}
