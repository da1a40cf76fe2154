import { z } from 'zod';
import { ANSWERS_VERSION, type UnitsAnswer } from './answers.ts';
import { understood, type Question } from './asked.ts';
import { heldReleases } from './held-releases.ts';
import type { House } from './house.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { unitSlug } from './unit-slug.ts';

const NOTHING = z.strictObject({});

/** Which units does the newest release know? In the order of their paths; none before the first release. */
export function units({ store }: House): Question {
  return ({ asker, query }): UnitsAnswer => {
    understood(NOTHING, query);
    mustBeAllowedTo('read releases', asker);
    const [newest] = heldReleases(store);
    const named = (newest?.units ?? []).filter(({ unit }) => unit !== '');
    return {
      version: ANSWERS_VERSION,
      units: named.map(({ unit, heads }) => ({ slug: unitSlug(unit), path: unit, heads })).toSorted(byPath),
    };
  };
}

function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}
