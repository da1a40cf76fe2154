import type { Begun, Progress } from './collection-run.ts';
import { CALLS_REACH_BACK_DAYS, readCalls } from './microsoft-graph/calls.ts';
import { readMessageTrace, TRACE_REACHES_BACK_DAYS } from './microsoft-graph/message-trace.ts';
import type { OwnerRows } from './microsoft-graph/owner-tallies.ts';
import type { InTenant, Reading } from './microsoft-graph/reading.ts';
import { addDays, dayNumber, dayOf, daysOf } from './privacy/period.ts';
import type { SourceName } from './privacy/scope.ts';
import { replaceSpans } from './store/interactions.ts';

/** Two days are left for a run that takes long. */
const SLACK_DAYS = 2;

type Reader = (reading: Reading & InTenant) => Promise<OwnerRows[]>;

const READERS = {
  'message-trace': { step: 'mail', read: readMessageTrace, reachesBackDays: TRACE_REACHES_BACK_DAYS },
  calls: { step: 'calls', read: readCalls, reachesBackDays: CALLS_REACH_BACK_DAYS },
} as const satisfies Partial<Record<SourceName, { step: Progress['step']; read: Reader; reachesBackDays: number }>>;
export type TenantWideSource = keyof typeof READERS;

/** Whether Graph tells a source of the whole tenant at once. */
export function isTenantWideSource(source: SourceName): source is TenantWideSource {
  return Object.hasOwn(READERS, source);
}

/**
 * Reads one tenant-wide source day by day and replaces (source, day) for everybody whose acts are counted, also for who
 * did nothing. Days beyond Graph's reach are passed over: they stay unread, and a release that needs them says so.
 *
 * @throws what the source's reader throws; the days before stay read
 */
export async function collectTenantWide(begun: Begun, source: TenantWideSource): Promise<void> {
  const { run, file, directory, pseudonymOf, mayInclude, figures } = begun;
  const { step, read, reachesBackDays } = READERS[source];
  const oldest = dayNumber(addDays(dayOf(run.now()), SLACK_DAYS - reachesBackDays));
  const days = daysOf(begun.span).filter((day) => dayNumber(day) >= oldest);
  for (const [index, from] of days.entries()) {
    await run.giveWay();
    const span = { from, to: addDays(from, 1) };
    const { get, tenantId } = run;
    const rows = await read({ get, tenantId, directory, ...span, pseudonymOf, mayInclude });
    run.stillOurs();
    replaceSpans(
      file,
      source,
      rows.map((row) => ({ ...row, ...span })),
    );
    figures.interactions += rows.reduce((sum, { interactions }) => sum + interactions.length, 0);
    run.report({ step, daysDone: index + 1, days: days.length, mailboxesDone: 0, mailboxes: 0 });
  }
}
