import type { AboutAnswer } from './answers.ts';
import type { House } from './house.ts';
import { dayNumber, type Period } from '../privacy/period.ts';
import { roundedRows, shownMailboxes } from '../privacy/rounding.ts';
import { readFigures } from '../store/figures.ts';
import { heldFigures } from '../store/held.ts';
import { openStore, type PeriodFile, type Store } from '../store/open.ts';
import { releasedPeriods } from '../store/releases.ts';
import { latestRun } from '../store/runs.ts';

type Held = Pick<AboutAnswer, 'read' | 'held'>;

/** Counting a period is a pass over its file (0.1 s a million rows), so nobody can make us count more often. */
const COUNT_AGAIN_AFTER_MS = 60_000;

/**
 * What is held about people at this moment, and what was kept of the periods already released: figures rounded before
 * they leave (design D6). Mailboxes are counted as the run counts them, where whoever objected counts as done, so that a difference from
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
    const held = reading.heldPeriods().flatMap((period) => countPeriod(reading, period));
    const gone = releasedPeriods(reading).flatMap((period) => keptOf(reading, period));
    return { read: [...held.flatMap(({ read }) => read ?? []), ...gone], held: held.map((one) => one.held) };
  } finally {
    reading.close();
  }
}

interface Counted {
  /** Absent where the period is released and its file is only waiting to be removed. */
  readonly read?: Held['read'][number];
  readonly held: Held['held'][number];
}

function countPeriod(store: Store, period: Period): Counted[] {
  if (isReleased(store, period)) return [{ held: { period, oldestDay: null } }];
  try {
    return [countFile(store, store.period(period))];
  } catch (error) {
    // Between two questions a period can be released and erased; then it is no longer held, and nothing is wrong.
    if (isReleased(store, period)) return [];
    throw error;
  }
}

function isReleased(store: Store, { id }: Period): boolean {
  return releasedPeriods(store).some((released) => released.id === id);
}

function countFile(store: Store, file: PeriodFile): Counted {
  const { period } = file;
  const figures = heldFigures(file);
  const run = latestRun(store, period.id);
  const read = {
    period,
    days: dayNumber(period.to) - dayNumber(period.from),
    daysRead: figures.daysRead,
    mailboxes: shownMailboxes(run?.mailboxes ?? 0),
    mailboxesRead: shownMailboxes(run?.mailboxesDone ?? 0),
    interactions: roundedRows(figures.interactions, figures.mailboxesRead),
    usageDays: roundedRows(figures.usageDays, figures.mailboxesRead),
  };
  return { read, held: { period, oldestDay: figures.oldestDay } };
}

/** What was kept of a released period; nothing of periods released before figures were kept. */
function keptOf(store: Store, period: Period): Held['read'] {
  const kept = readFigures(store, period.id);
  if (kept === undefined) return [];
  const { days, daysRead, interactions, usageDays } = kept;
  return [{ period, days, daysRead, mailboxes: null, mailboxesRead: null, interactions, usageDays, erased: true }];
}
