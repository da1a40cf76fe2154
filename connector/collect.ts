import { collectMailboxes, isMailboxSource } from './collect-mailboxes.ts';
import { collectReports } from './collect-reports.ts';
import { collectTenantWide, isTenantWideSource } from './collect-tenant-wide.ts';
import { readPlacedDirectory } from './collect-units.ts';
import type { Begun, CollectionRun, RunFigures } from './collection-run.ts';
import { Failure } from './failure.ts';
import type { Directory } from './microsoft-graph/people.ts';
import { markMaker } from './privacy/mark.ts';
import { dayNumber, dayOf, daysOf, type Day } from './privacy/period.ts';
import { maySee, type MayInclude } from './privacy/protected-contacts.ts';
import { pseudonymMaker, type PseudonymMaker } from './privacy/pseudonym.ts';
import { roundedRows, shownMailboxes } from './privacy/rounding.ts';
import { firstReadableDay, isReportSource } from './privacy/scope.ts';
import { forgetPeople, unreleasablePeriods } from './store/erase.ts';
import { keepFigures, readFigures } from './store/figures.ts';
import { heldFigures } from './store/held.ts';
import { objections } from './store/marks.ts';
import type { PeriodFile } from './store/open.ts';
import { replaceDirectory } from './store/people.ts';

/**
 * One collection run from top to bottom: who may be read and in which unit, then source by source: mailbox by mailbox
 * in spans of days, what Graph tells of the whole tenant at once, and usage day by day. Each (source, owner, day) is
 * replaced whole, after its last page; running twice changes nothing, and a run cut short leaves every mailbox either as
 * it was or as it is.
 *
 * Cost: one directory with its units, one call a mailbox and 1,000 messages, one report a day.
 *
 * @throws Failure of the room that failed; what was stored before stays
 */
export async function collect(run: CollectionRun): Promise<RunFigures> {
  const figures: RunFigures = {
    mailboxes: 0,
    mailboxesRead: 0,
    interactions: 0,
    usageDays: 0,
    peopleInReports: 0,
    reportDays: 0,
    concealed: false,
  };
  const span = readableSpan(run);
  const reading = (): void => {
    run.report({ step: 'directory', daysDone: 0, days: 0, mailboxesDone: 0, mailboxes: 0 });
  };
  reading();
  const { directory } = await readPlacedDirectory({ ...run, toldOf: reading });
  run.tenantHas?.(directory.people.length);
  const door = await openDoor(run);
  await forgetExcluded(run, directory, door);
  const file = run.store.period(run.period);
  run.stillOurs();
  replaceDirectory(file, dayOf(run.now()), membershipsOf(directory, door), directory.headcounts());
  const begun: Begun = { run, span, file, directory, ...door, figures };
  for (const source of run.sources.filter(isMailboxSource)) await collectMailboxes(begun, source);
  for (const source of run.sources.filter(isTenantWideSource)) await collectTenantWide(begun, source);
  const reports = run.sources.filter(isReportSource);
  if (reports.length > 0) await collectReports(begun, reports);
  keepRounded(run, file, figures);
  return figures;
}

/** The exact counters die with the period's file; what is said of it later is rounded now (design D6). */
function keepRounded({ store, period }: CollectionRun, file: PeriodFile, figures: RunFigures): void {
  const held = heldFigures(file);
  const before = readFigures(store, period.id);
  const readMail = figures.mailboxes > 0;
  figures.peopleInReports = held.peopleInReports;
  keepFigures(store, period.id, {
    days: daysOf(period).length,
    daysRead: held.daysRead,
    reportDays: held.reportDays,
    mailboxes: readMail ? shownMailboxes(figures.mailboxes) : (before?.mailboxes ?? null),
    mailboxesRead: readMail ? shownMailboxes(figures.mailboxesRead) : (before?.mailboxesRead ?? null),
    interactions: roundedRows(held.interactions, held.mailboxesRead),
    usageDays: roundedRows(held.usageDays, held.peopleInReports),
    oldestDay: held.oldestDay,
  });
}

/** Everything a person passes on the way in: may they be counted, and under which pseudonym. */
interface Door {
  readonly pseudonymOf: PseudonymMaker;
  readonly mayInclude: MayInclude;
}

async function openDoor(run: CollectionRun): Promise<Door> {
  const markOf = markMaker(run.tenantId, await run.openStandingKey());
  return {
    pseudonymOf: pseudonymMaker(run.tenantId, run.period.id, await run.openPeriodKey(run.period.id)),
    mayInclude: maySee({ markOf, protectedContacts: run.scope.protectedContacts, objections: objections(run.store) }),
  };
}

function readableSpan(run: CollectionRun): { from: Day; to: Day } {
  const earliest = firstReadableDay(run.scope);
  const from = [run.span.from, run.period.from, earliest].reduce((a, b) => (dayNumber(a) > dayNumber(b) ? a : b));
  // A day that is not over would be noted as read to its end, and a quarter could be published before it ended.
  const to = [run.span.to, run.period.to, dayOf(run.now())].reduce((a, b) => (dayNumber(a) < dayNumber(b) ? a : b));
  if (dayNumber(from) >= dayNumber(to)) {
    throw new Failure(
      'bad-input',
      `No day of this span may be read: the scope allows days from ${earliest} on, inside the period, once they are over. Ask for other days, or let the privacy officer allow reading back.`,
    );
  }
  return { from, to };
}

/**
 * Who objected or became a protected contact since an earlier run is forgotten in every period that is still held, both
 * sides of every act, before anything more is read (design D7: narrowing takes effect at once and deletes).
 */
async function forgetExcluded(run: CollectionRun, directory: Directory, door: Door): Promise<void> {
  const excluded = directory.people.filter(({ identity }) => door.mayInclude(identity) !== 'yes');
  if (excluded.length === 0) return;
  const beyond = new Set(unreleasablePeriods(run.store).map(({ id }) => id));
  for (const period of run.store.heldPeriods().filter(({ id }) => !beyond.has(id))) {
    const pseudonymOf = pseudonymMaker(run.tenantId, period.id, await run.openPeriodKey(period.id));
    run.stillOurs();
    forgetPeople(
      run.store,
      period,
      excluded.map(({ identity }) => pseudonymOf(identity)),
    );
  }
}

function membershipsOf(directory: Directory, door: Door) {
  return directory.people
    .filter(({ identity }) => door.mayInclude(identity) === 'yes')
    .map(({ identity, unit, standing }) => ({ person: door.pseudonymOf(identity), unit, standing }));
}
