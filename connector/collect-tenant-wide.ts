import type { Begun } from './collection-run.ts';
import { CALLS_REACH_BACK_DAYS, readCalls } from './microsoft-graph/calls.ts';
import { readMessageTrace, TRACE_REACHES_BACK_DAYS } from './microsoft-graph/message-trace.ts';
import type { OwnerRows } from './microsoft-graph/owner-tallies.ts';
import type { InTenant, Reading } from './microsoft-graph/reading.ts';
import { addDays, dayNumber, dayOf, daysOf } from './privacy/period.ts';
import type { SourceName } from './privacy/scope.ts';
import type { Progress, SourceProgress } from './source-progress.ts';
import { daysReadFrom, replaceSpans } from './store/interactions.ts';

/** Two days are left for a run that takes long. */
const SLACK_DAYS = 2;

type Reader = (reading: Reading & InTenant) => Promise<OwnerRows[]>;

const READERS = {
  'message-trace': { step: 'mail', read: readMessageTrace, reachesBackDays: TRACE_REACHES_BACK_DAYS - SLACK_DAYS },
  calls: { step: 'calls', read: readCalls, reachesBackDays: CALLS_REACH_BACK_DAYS - SLACK_DAYS },
} as const satisfies Partial<Record<SourceName, { step: Progress['step']; read: Reader; reachesBackDays: number }>>;
export type TenantWideSource = keyof typeof READERS;

/** Whether Graph tells a source of the whole tenant at once. */
export function isTenantWideSource(source: SourceName): source is TenantWideSource {
  return Object.hasOwn(READERS, source);
}

/** What a run does while it reads such a source. */
export function tenantWideStep(source: TenantWideSource): Progress['step'] {
  return READERS[source].step;
}

/** How many days back all these sources can be read, of what a release rests on; Infinity where none of them is on. */
export function reachOf(sources: readonly SourceName[]): number {
  return Math.min(...sources.filter(isTenantWideSource).map((source) => READERS[source].reachesBackDays));
}

/**
 * Reads one tenant-wide source day by day and replaces (source, day) for everybody whose acts are counted, also for who
 * did nothing. Days beyond Graph's reach are passed over: they stay unread, and a release that needs them says so.
 *
 * @throws what the source's reader throws; the days before stay read
 */
export async function collectTenantWide(
  begun: Begun,
  source: TenantWideSource,
  progress: SourceProgress,
): Promise<void> {
  const { run, file, directory, pseudonymOf, mayInclude } = begun;
  const { read, reachesBackDays } = READERS[source];
  const { get, tenantId } = run;
  const oldest = dayNumber(addDays(dayOf(run.now()), -reachesBackDays));
  const readBefore = new Set(daysReadFrom(file, source).filter((day) => day < (run.readAgainFrom ?? begun.span.from)));
  const days = daysOf(begun.span).filter((day) => dayNumber(day) >= oldest);
  const noteDropped = (items: number): void => {
    progress.dropped += items;
  };
  progress.days = days.length;
  for (const from of days) {
    await run.giveWay();
    if (!readBefore.has(from)) {
      const span = { from, to: addDays(from, 1) };
      const rows = await read({ get, tenantId, directory, ...span, pseudonymOf, mayInclude, noteDropped });
      run.stillOurs();
      const spans = rows.map((row) => ({ ...row, ...span }));
      replaceSpans(file, source, spans);
    }
    progress.daysDone += 1;
    begun.tell();
  }
}
