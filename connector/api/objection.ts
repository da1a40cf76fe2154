import { z } from 'zod';
import { heldInPeriods, ownPseudonyms } from './about-me-held.ts';
import type { Act, Acted } from './acting.ts';
import { ANSWERS_VERSION, type ObjectionAnswer } from './answers.ts';
import type { House } from './house.ts';
import { Failure } from '../failure.ts';
import { markMaker } from '../privacy/mark.ts';
import { forgetPerson } from '../store/erase.ts';
import { returnLease, takeLease } from '../store/lease.ts';
import { addObjection, removeObjection } from '../store/marks.ts';

const wanted = z.strictObject({ objects: z.boolean() });

/** Deleting one person takes milliseconds a period; whoever dies in the middle keeps a run waiting no longer than this. */
const LEASE_MS = 20_000;

/**
 * I do not want to be read; or: I do after all. No reason is asked for and no time is kept. The mark is stored first, so
 * that no run that begins from now on reads the asker; then everything held in rows of theirs, and in others' rows toward
 * them, is deleted at once. While a run or a release is going on nothing is deleted beside it: a reading deletes at its own
 * end who stands in the directory it read, and so does the next one after a release. Of somebody who no longer stands there,
 * and of everybody meanwhile, asking again deletes what is still there.
 */
export function objection(house: House): Act<z.infer<typeof wanted>> {
  return {
    verb: 'see and decide about oneself',
    shape: wanted,
    act: async ({ asker, body }: Acted<z.infer<typeof wanted>>): Promise<ObjectionAnswer> => {
      const { store, tenantId, standingKey } = house;
      const mark = markMaker(tenantId, await standingKey())(asker.identity);
      if (!body.objects) {
        removeObjection(store, mark);
        return { version: ANSWERS_VERSION, objects: false, deleted: 'nothing' };
      }
      addObjection(store, mark);
      const periods = await heldInPeriods(house, asker.identity);
      const deleted = periods.length === 0 ? 'nothing' : await deletedNow(house, asker.identity);
      return { version: ANSWERS_VERSION, objects: true, deleted };
    },
  };
}

async function deletedNow(
  house: House,
  me: Parameters<typeof ownPseudonyms>[1],
): Promise<Extract<ObjectionAnswer['deleted'], 'at-once' | 'after-run'>> {
  const { store, now } = house;
  const mine = await ownPseudonyms(house, me);
  try {
    const lease = takeLease(store, { name: 'run', holder: 'an objection', now, ttlMs: LEASE_MS });
    try {
      for (const { period, person } of mine) forgetPerson(store, period, person);
    } finally {
      returnLease(store, lease);
    }
    return 'at-once';
  } catch (error) {
    // Somebody else is at work, or still reads what was deleted: that run ends by deleting it.
    if (error instanceof Failure && error.code === 'already-running') return 'after-run';
    throw error;
  }
}
