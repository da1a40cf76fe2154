import type { AboutAnswer } from './answers.ts';
import type { House } from './house.ts';
import { dayNumber, type Period } from '../privacy/period.ts';
import { roundedRows, shownMailboxes } from '../privacy/rounding.ts';
import { heldFigures } from '../store/held.ts';
import { openStore, type Store } from '../store/open.ts';
import { latestRun } from '../store/runs.ts';

type Held = Pick<AboutAnswer, 'read' | 'held'>;

/** Counting a period is a pass over its file (0.1 s a million rows), so nobody can make us count more often. */
const COUNT_AGAIN_AFTER_MS = 60_000;

/**
 * What is held about people at this moment: figures of the periods not yet released, rounded before they leave (design
 * D6). Mailboxes are counted as the run counts them, where whoever objected counts as done, so that a difference from
 * the positive list shows nobody.
 *
 * The files are opened for the moment of counting and only to be read: an erased period must not live on because we
 * kept it open.
 */
export function whatIsHeld({ store, now }: Pick<House, 'store' | 'now'>): () => Held {
  let counted: Held | undefined;
  let countedAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (counted === undefined || now() - countedAt >= COUNT_AGAIN_AFTER_MS) {
      counted = count(store);
      countedAt = now();
    }
    return counted;
  };
}

function count({ folder }: Store): Held {
  const reading = openStore(folder, { readOnly: true });
  try {
    const periods = reading.heldPeriods().map((period) => countPeriod(reading, period));
    return { read: periods.map(({ read }) => read), held: periods.map(({ held }) => held) };
  } finally {
    reading.close();
  }
}

function countPeriod(store: Store, period: Period): { read: Held['read'][number]; held: Held['held'][number] } {
  const figures = heldFigures(store.period(period));
  const run = latestRun(store, period.id);
  return {
    read: {
      period,
      days: dayNumber(period.to) - dayNumber(period.from),
      daysRead: figures.daysRead,
      mailboxes: shownMailboxes(run?.mailboxes ?? 0),
      mailboxesRead: shownMailboxes(run?.mailboxesDone ?? 0),
      interactions: roundedRows(figures.interactions, figures.mailboxesRead),
      usageDays: roundedRows(figures.usageDays, figures.mailboxesRead),
    },
    held: { period, oldestDay: figures.oldestDay },
  };
}
