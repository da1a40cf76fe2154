import { ANSWERS_VERSION, type UnitsAnswer } from './answers.ts';
import { NOTHING, understood, type Question } from './asked.ts';
import { heldRelease } from './held-releases.ts';
import type { House } from './house.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { namedUnits } from './named-units.ts';
import { shownPeriods } from '../store/pinned.ts';

/** Which units does the newest release know? In the order of their paths; none before the first release. */
export function units({ store }: House): Question {
  return ({ asker, query }): UnitsAnswer => {
    understood(NOTHING, query);
    mustBeAllowedTo('read releases', asker);
    const [newest] = shownPeriods(store);
    const release = newest && heldRelease(store, newest.id);
    return { version: ANSWERS_VERSION, units: release === undefined ? [] : namedUnits(release) };
  };
}
