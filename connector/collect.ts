import { placeBridgeBuilders } from './collect-bridge-builders.ts';
import { concealedAfter, concealedInSettings } from './collect-concealment.ts';
import { collectMailboxes, isMailboxSource, mailboxStep } from './collect-mailboxes.ts';
import { collectReport } from './collect-reports.ts';
import { collectTenantWide, isTenantWideSource, tenantWideStep } from './collect-tenant-wide.ts';
import { readPlacedDirectory } from './collect-units.ts';
import { collectOrganisationCounts } from './collect-organisation-counts.ts';
import { forgetExcluded, resolveProtected } from './collect-narrowing.ts';
import type { Begun, CollectionRun, RunFigures } from './collection-run.ts';
import { Failure } from './failure.ts';
import type { RequestNote } from './microsoft-graph/asker.ts';
import { readCompetenceHolders, type FoundCompetence } from './microsoft-graph/competence-groups.ts';
import { askedBy } from './microsoft-graph/get.ts';
import type { Directory } from './microsoft-graph/people.ts';
import type { PlacedDirectory } from './microsoft-graph/unit-placement.ts';
import { watchUnknownFields, type UnknownFields } from './microsoft-graph/unknown-fields.ts';
import { withoutUnitsOut, withProtectedAddresses } from './microsoft-graph/narrowed-directory.ts';
import { markMaker } from './privacy/mark.ts';
import type { PlacedMembership } from './privacy/membership.ts';
import { dayNumber, dayOf, daysOf, type Day } from './privacy/period.ts';
import { placedHeads, type PlacedHeads } from './privacy/placings.ts';
import { maySee, type MayInclude } from './privacy/protected-contacts.ts';
import { pseudonymMaker, type PseudonymMaker } from './privacy/pseudonym.ts';
import { roundedRows, shownMailboxes, withoutGivenUp } from './privacy/rounding.ts';
import { firstReadableDay, readsCompetences, type SourceName } from './privacy/scope.ts';
import { sideBySide, type Job } from './side-by-side.ts';
import { beginSource, noteRequest, slowestOf, type Progress, type SourceProgress } from './source-progress.ts';
import { replaceCompetences, type KeptCompetence } from './store/competences.ts';
import { reportFigures } from './report-figures.ts';
import { keepFigures, readFigures } from './store/figures.ts';
import { readOrganisationCounts } from './store/organisation-counts.ts';
import { usageDaysRead } from './store/usage-days.ts';
import { gapDays, heldFigures, weekFigures } from './store/held.ts';
import { forgotten, objections } from './store/marks.ts';
import type { PeriodFile } from './store/open.ts';
import { protectedMarks } from './store/protected.ts';
import { replaceDirectory } from './store/people.ts';

/**
 * One collection run from top to bottom: who may be read and in which unit, then the sources side by side: mailbox by
 * mailbox in spans of days, what Graph tells of the whole tenant day by day, and usage report by report. Each (source,
 * owner, day) is replaced whole, after its last page; running twice changes nothing, and a run cut short leaves every
 * mailbox either as it was or as it is. A source that fails is told of in the figures, and the others are read.
 *
 * Cost: one directory with its units, one call a mailbox and 1,000 messages, one report a day.
 *
 * @throws Failure of what concerns the whole run, and of the first source where all have failed; what was stored before
 *   stays
 */
export async function collect(run: CollectionRun): Promise<RunFigures> {
  const span = readableSpan(run);
  const sources: SourceProgress[] = [];
  const tell = (): void => {
    run.report(slowestOf(sources), sources);
  };
  tell();
  const { get, unknownFields } = watchUnknownFields(run.get);
  const { directory: listed } = await readPlacedDirectory({ ...run, get, toldOf: tell });
  run.tenantHas?.(listed.people.length);
  await placeBridgeBuilders(run, listed.people);
  await resolveProtected(run, listed);
  const door = await openDoor(run);
  const { directory: within, out } = withoutUnitsOut(listed, run.scope);
  await forgetExcluded(run, [...out, ...excludedAt(door, within)], listed.people);
  const directory = withProtectedAddresses(within, door.mayInclude);
  const competences = readsCompetences(run.scope)
    ? await readCompetenceHolders({ get, directory, competences: run.scope.competences })
    : [];
  const file = run.store.period(run.period);
  run.stillOurs();
  replaceDirectory(file, dayOf(run.now()), membershipsOf(directory, door), directory.headcounts());
  replaceCompetences(file, dayOf(run.now()), keptCompetences(competences, door));
  const jobsOf = (own: CollectionRun, ended: AbortSignal): Job[] => {
    const begun: Begun = { run: { ...own, get }, span, file, directory, ...door, tell };
    const jobs = own.sources.map((source) => jobOf(begun, source, ended));
    sources.push(...jobs.map(({ progress }) => progress));
    return jobs;
  };
  await sideBySide(run, jobsOf, tell);
  // Who objected while this run was reading.
  await forgetExcluded(run, excludedAt(await openDoor(run), within), listed.people);
  const concealed = (await concealedInSettings({ ...run, get })) || sources.some((source) => source.concealed);
  const countsFailure = await collectOrganisationCounts({ ...run, get }, directory.people.length);
  sumUp(file, span, sources);
  tell();
  keepRounded(run, file, sources, {
    concealed,
    placed: placedHeads(directory.people),
    unknown: new Map(unknownFields().map(({ source, fields }) => [source, fields])),
  });
  refuseNothingRead(sources);
  return {
    sources,
    partial: sources.some(({ state }) => state === 'partial' || state === 'failed'),
    unknownFields: unknownMet(unknownFields()),
    dropped: unknownFields(),
    concealed,
    countsFailure,
  };
}

/** Each source with what reads it, and asks in its name. */
function jobOf(begun: Begun, source: SourceName, ended: AbortSignal): Job {
  const progress = beginSource(source, stepOf(source));
  const note = (request: RequestNote): void => {
    noteRequest(progress, request);
  };
  const own = { ...begun, run: { ...begun.run, get: askedBy(begun.run.get, { signal: ended, note }) } };
  return { progress, read: () => readerOf(own, source, progress) };
}

function stepOf(source: SourceName): Progress['step'] {
  if (isMailboxSource(source)) return mailboxStep(source);
  return isTenantWideSource(source) ? tenantWideStep(source) : 'usage';
}

function readerOf(begun: Begun, source: SourceName, progress: SourceProgress): Promise<void> {
  if (isMailboxSource(source)) return collectMailboxes(begun, source, progress);
  if (isTenantWideSource(source)) return collectTenantWide(begun, source, progress);
  return collectReport(begun, source, progress);
}

/** What can be told of each source only at the end. */
function sumUp(file: PeriodFile, span: { from: Day; to: Day }, sources: readonly SourceProgress[]): void {
  const week = weekFigures(file, span.to);
  for (const progress of sources) {
    const { rows, people } = week.get(progress.source) ?? { rows: 0, people: 0 };
    progress.weekRows = roundedRows(rows, people);
    progress.gapDays = gapDays(file, progress.source, span.to);
  }
}

function unknownMet(met: readonly UnknownFields[]): RunFigures['unknownFields'] {
  return {
    count: met.reduce((sum, { fields }) => sum + fields, 0),
    named: met.flatMap(({ source, named }) => named.map((path) => `${source}: ${path}`)),
  };
}

/** Where every source has failed, so has the run. */
function refuseNothingRead(sources: readonly SourceProgress[]): void {
  const failure = sources[0]?.failure ?? undefined;
  if (failure !== undefined && sources.every(({ state }) => state === 'failed')) throw failure;
}

/** The exact counters die with the period's file; what is said of it later is rounded now (design D6). */
function keepRounded(
  run: CollectionRun,
  file: PeriodFile,
  sources: readonly SourceProgress[],
  told: {
    readonly concealed: boolean;
    readonly placed: PlacedHeads[];
    readonly unknown: ReadonlyMap<string, number>;
  },
): void {
  const { store, period } = run;
  const held = heldFigures(file);
  const before = readFigures(store, period.id);
  const byMailbox = sources.filter(({ mailboxes }) => mailboxes > 0);
  const mailboxes = Math.max(...byMailbox.map((source) => source.mailboxes));
  const mailboxesRead = Math.min(
    ...byMailbox.map(({ mailboxesDone, givenUp }) => withoutGivenUp(mailboxesDone, givenUp)),
  );
  const isRead = byMailbox.length > 0;
  keepFigures(store, period.id, {
    days: daysOf(period).length,
    daysRead: held.daysRead,
    reportDays: held.reportDays,
    mailboxes: isRead ? shownMailboxes(mailboxes) : (before?.mailboxes ?? null),
    mailboxesRead: isRead ? shownMailboxes(mailboxesRead) : (before?.mailboxesRead ?? null),
    interactions: roundedRows(held.interactions, held.mailboxesRead),
    usageDays: roundedRows(held.usageDays, held.peopleInReports),
    concealedNames: concealedAfter(before?.concealedNames ?? null, told.concealed, run),
    placed: told.placed,
    reports: reportFigures(sources, {
      before: before?.reports ?? [],
      daysRead: (report) => usageDaysRead(file, report).size,
      newColumns: (report) => told.unknown.get(report) ?? 0,
      counts: readOrganisationCounts(store, 1),
    }),
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
    mayInclude: maySee({
      markOf,
      protectedContacts: protectedMarks(run.store),
      objections: [...objections(run.store), ...forgotten(run.store)],
    }),
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

/** Who objected or is a protected contact: nothing of theirs may be held. */
function excludedAt({ mayInclude }: Door, { people }: Directory): Directory['people'] {
  return people.filter(({ identity }) => mayInclude(identity) !== 'yes');
}

function membershipsOf(directory: PlacedDirectory, door: Door): PlacedMembership[] {
  return directory.people
    .filter(({ identity }) => door.mayInclude(identity) === 'yes')
    .map(({ identity, unit, standing, placedBy }) => ({
      person: door.pseudonymOf(identity),
      unit,
      standing,
      placedBy,
    }));
}

/** Headcounts do not depend on objections; whoever objected is told of in no list. */
function keptCompetences(found: readonly FoundCompetence[], door: Door): KeptCompetence[] {
  return found.map(({ name, holders }) => ({
    name,
    heads: holders.length,
    holders: holders
      .filter(({ identity }) => door.mayInclude(identity) === 'yes')
      .map(({ identity }) => door.pseudonymOf(identity)),
  }));
}
