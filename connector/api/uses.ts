import { z } from 'zod';
import type { Act } from './acting.ts';
import { ANSWERS_VERSION } from './answers.ts';
import type { House } from './house.ts';
import { USE_CHARACTERS, USES, type UsedAnswer } from './office-answers.ts';
import { badRequest } from './refused.ts';
import { dayOf } from '../privacy/period.ts';
import { shownPeriods } from '../store/pinned.ts';
import { addUse } from '../store/uses.ts';

const USE = z.strictObject({
  period: z.string().max(40),
  use: z.enum(USES),
  text: z.string().trim().max(USE_CHARACTERS).nullable(),
});

/** A leader says what a release was used for; kept without them, and shown to those in office. */
export function sayUse({ store, now }: House): Act<z.infer<typeof USE>> {
  return {
    verb: 'say what a release was used for',
    shape: USE,
    act: ({ body: { period, use, text } }): UsedAnswer => {
      if (!shownPeriods(store).some(({ id }) => id === period)) throw badRequest('period');
      addUse(store, { period, on: dayOf(now()), use, text: text === '' ? null : text });
      return { version: ANSWERS_VERSION };
    },
  };
}
