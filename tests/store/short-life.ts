import { quarterOf } from '../../connector/privacy/period.ts';
import { readPseudonym } from '../../connector/privacy/pseudonym.ts';
import { erasePeriod, noteErased, unfinishedErasures } from '../../connector/store/erase.ts';
import { replaceSpans } from '../../connector/store/interactions.ts';
import { openStore, type Store } from '../../connector/store/open.ts';
import { readRelease, saveRelease } from '../../connector/store/releases.ts';
import { madeRelease } from './made-release.ts';

export const WINTER = quarterOf('2027-01-01');
const DAY = '2027-02-01';
const [ANNA, BO] = [readPseudonym(`p1_${'a'.repeat(21)}A`), readPseudonym(`p1_${'b'.repeat(21)}A`)];

/** A life from the first mailbox to the erased period; begun again, it goes on where it was. */
export function live(store: Store): void {
  if (readRelease(store, WINTER.id) === undefined) {
    const span = { from: DAY, to: '2027-02-02' } as const;
    const mail = { day: DAY, kind: 'mail', acts: 1, minutes: 1 } as const;
    replaceSpans(store.period(WINTER), 'sent-items', [
      { owner: ANNA, ...span, interactions: [{ owner: ANNA, other: BO, ...mail }] },
      { owner: BO, ...span, interactions: [{ owner: BO, other: ANNA, ...mail }] },
    ]);
    saveRelease(store, madeRelease(store, DAY));
  }
  for (const { period } of unfinishedErasures(store)) {
    erasePeriod(store, period);
    noteErased(store, period.id, 'file', '2027-04-03');
    noteErased(store, period.id, 'key', '2027-04-03');
  }
}

// Started by killed.test.ts as a process of its own: lives, and kills itself at the step it is told.
const [folder, survives] = process.argv.slice(2);
if (import.meta.main && folder !== undefined) {
  let left = Number(survives);
  const store = openStore(folder, {
    step: () => {
      left -= 1;
      if (left < 0) process.kill(process.pid, 'SIGKILL');
    },
  });
  live(store);
  store.close();
}
