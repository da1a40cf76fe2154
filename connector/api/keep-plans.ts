import { z } from 'zod';
import type { Act } from './acting.ts';
import { ANSWERS_VERSION } from './answers.ts';
import type { KeptAnswer } from './benefit-answers.ts';
import type { House } from './house.ts';
import { Refused } from './refused.ts';
import { signedNow } from './signed-now.ts';
import { keepPlan, removePlan, type PlanKind, type Plans } from '../store/plans.ts';

const number = z.int().min(1);
const REMOVED = z.strictObject({ number });

/** What is written: with a number in place of the row that has it, without one as a new row. */
interface Written<Kind extends PlanKind> {
  readonly number: number | null;
  readonly row: Plans[Kind];
}

/**
 * Keeps a row of a plan, signed.
 *
 * @param shape of the row alone, with what it may be bound to
 * @param check throws `Refused` 'bad-request' where the row does not fit what is released
 */
export function keepAPlan<Kind extends PlanKind>(
  house: House,
  kind: Kind,
  shape: z.ZodType<Plans[Kind]>,
  check: (row: Plans[Kind]) => void,
): Act<Written<Kind>> {
  return {
    verb: 'keep plans',
    shape: z.strictObject({ number: number.nullable(), row: shape }),
    act: async ({ asker, body }): Promise<KeptAnswer> => {
      check(body.row);
      const kept = keepPlan(house.store, kind, body.number, body.row, await signedNow(house, asker));
      if (kept === undefined) throw new Refused('not-found');
      return { version: ANSWERS_VERSION, number: kept };
    },
  };
}

/** Takes a row away with everything it ever said: what should not have been written is to be gone. */
export function removeAPlan(house: House, kind: PlanKind): Act<z.infer<typeof REMOVED>> {
  return {
    verb: 'keep plans',
    shape: REMOVED,
    act: ({ body }): KeptAnswer => {
      if (!removePlan(house.store, kind, body.number)) throw new Refused('not-found');
      return { version: ANSWERS_VERSION, number: body.number };
    },
  };
}
