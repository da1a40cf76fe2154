import { z } from 'zod';
import { ANSWERS_VERSION, type UnitsAnswer } from './answers.ts';
import { understood, type Question } from './asked.ts';
import type { House } from './house.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { unitSlug } from './unit-slug.ts';
import { readRelease, releasedPeriods } from '../store/releases.ts';

const NOTHING = z.strictObject({});

/** Which units does the newest release know? In the order of their paths; none before the first release. */
export function units({ store }: House): Question {
  return ({ asker, query }): UnitsAnswer => {
    understood(NOTHING, query);
    mustBeAllowedTo('read releases', asker);
    const [newest] = releasedPeriods(store);
    const named = (newest && readRelease(store, newest.id)?.units) ?? [];
    return {
      version: ANSWERS_VERSION,
      units: named.map(({ unit, heads }) => ({ slug: unitSlug(unit), path: unit, heads })),
    };
  };
}
