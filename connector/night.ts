import { periodsDue, spansDue, type Reach } from './catch-up.ts';
import { reachOf } from './collect-tenant-wide.ts';
import { collectSpan, publishDue, type Operation } from './operation.ts';
import { dayOf } from './privacy/period.ts';
import { checkScopeLasts, firstReadableDay } from './privacy/scope.ts';
import { runLines } from './release-document.ts';
import { lastDayRead } from './store/held.ts';
import { releasedPeriods } from './store/releases.ts';

/**
 * One run of the schedule: what is missing is read, what is due is published.
 *
 * @param tell a line for whoever watches the terminal
 * @param letGo told the ids of periods whose file is about to be removed, and again once all of them are
 * @throws Failure as `collectSpan` does; Stopped when told to stop
 */
export async function liveNight(
  operation: Operation,
  tell: (line: string) => void,
  letGo: (periodId: string) => void,
): Promise<void> {
  const { store, now } = operation;
  operation.mayGoOn();
  checkScopeLasts(operation.scope, dayOf(now()));
  for (const span of spansDue(now(), reachOfSchedule(operation))) {
    const figures = await collectSpan(operation, span);
    if (figures.partial) for (const line of runLines(span, figures)) tell(`${span.period.id}: ${line}`);
  }
  const due = periodsDue(now(), store.heldPeriods());
  try {
    for (const { id } of due) letGo(id);
    await publishDue(operation, due, tell);
  } finally {
    // Whoever answers may have looked into them once more.
    for (const { id } of due) letGo(id);
  }
}

/** What the schedule goes by, as it stands now. @throws Failure while no scope is in force */
export function reachOfSchedule({ store, scope }: Pick<Operation, 'store' | 'scope'>): Reach {
  const released = new Set(releasedPeriods(store).map(({ id }) => id));
  return {
    lastDayRead: lastDayRead(store),
    earliest: firstReadableDay(scope),
    reachesBackDays: reachOf(scope.sources),
    isReleased: (id) => released.has(id),
  };
}
