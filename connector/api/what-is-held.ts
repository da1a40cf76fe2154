import type { AboutAnswer } from './answers.ts';
import type { House } from './house.ts';
import { dayNumber } from '../privacy/period.ts';
import { readFigures } from '../store/figures.ts';
import { unfinishedErasures } from '../store/erase.ts';
import { shownPeriods } from '../store/pinned.ts';

type Held = Pick<AboutAnswer, 'read' | 'placed' | 'held'>;

/**
 * What is held about people at this moment, and what was read for every period: the figures that the last run rounded
 * and kept (design D6). No period's file is opened to answer, so asking can neither wait for one nor keep an erased one
 * alive. Whoever objected counts as done, so that a difference from the positive list shows nobody.
 */
export function whatIsHeld({ store }: Pick<House, 'store'>): Held {
  const released = shownPeriods(store);
  const isErased = new Set(released.map(({ id }) => id));
  for (const { periodId, fileRemoved } of unfinishedErasures(store)) if (!fileRemoved) isErased.delete(periodId);
  const open = store.heldPeriods().filter(({ id }) => !isErased.has(id));
  const all = [...new Map([...open, ...released].map((period) => [period.id, period])).values()].sort(
    (a, b) => dayNumber(b.from) - dayNumber(a.from),
  );
  return {
    read: all.flatMap((period) => {
      const figures = readFigures(store, period.id);
      if (figures === undefined) return [];
      const { days, daysRead, mailboxes, mailboxesRead, interactions, usageDays } = figures;
      return [{ period, days, daysRead, mailboxes, mailboxesRead, interactions, usageDays }];
    }),
    placed: all.map(({ id }) => readFigures(store, id)?.placed ?? []).find(({ length }) => length > 0) ?? [],
    held: open.map((period) => ({ period, oldestDay: readFigures(store, period.id)?.oldestDay ?? null })),
  };
}
