import { Failure } from './failure.ts';
import { readActiveUsers } from './microsoft-graph/active-users.ts';
import type { Get } from './microsoft-graph/get.ts';
import { readSentMail } from './microsoft-graph/mail.ts';
import { readDirectory, type Directory, type DirectoryPerson } from './microsoft-graph/people.ts';
import { markMaker } from './privacy/mark.ts';
import { addDays, dayNumber, dayOf, daysOf, type Day, type Period } from './privacy/period.ts';
import { maySee, type MayInclude } from './privacy/protected-contacts.ts';
import { pseudonymMaker, type PseudonymMaker } from './privacy/pseudonym.ts';
import { roundedRows, shownMailboxes } from './privacy/rounding.ts';
import { firstReadableDay, type Scope, type SourceName } from './privacy/scope.ts';
import { forgetPeople, unreleasablePeriods } from './store/erase.ts';
import { keepFigures, readFigures } from './store/figures.ts';
import { heldFigures } from './store/held.ts';
import { ownersRead, replaceSpans, type OwnerSpan } from './store/interactions.ts';
import { objections } from './store/marks.ts';
import type { PeriodFile, Store } from './store/open.ts';
import { replaceDirectory } from './store/people.ts';
import { replaceUsageDay } from './store/usage-days.ts';

export interface Progress {
  readonly step: 'directory' | 'mail' | 'usage';
  readonly daysDone: number;
  readonly days: number;
  readonly mailboxesDone: number;
  readonly mailboxes: number;
}

export interface CollectionRun {
  readonly tenantId: string;
  readonly store: Store;
  readonly get: Get;
  readonly scope: Scope;
  /** The days to read: inside the period. */
  readonly span: { readonly from: Day; readonly to: Day };
  readonly period: Period;
  /** Which of the scope's sources this run reads. */
  readonly sources: readonly SourceName[];
  /** True when an earlier run of the same span was cut short: mailboxes it finished are not read again. */
  readonly resumed: boolean;
  /** Unwraps the period's key, making it the first time. */
  readonly openPeriodKey: (periodId: string) => Promise<Uint8Array>;
  readonly openStandingKey: () => Promise<Uint8Array>;
  readonly now: () => number;
  readonly random: (size: number) => Uint8Array;
  /** Lets whatever else this process does have its turn: one that also answers must not fall silent for a whole run. */
  readonly giveWay: () => Promise<unknown>;
  /** Asked before every write: throws when another run has taken over. */
  readonly stillOurs: () => void;
  /** Told after every step; what it throws ends the run. */
  readonly report: (progress: Progress) => void;
}

/** What one run did; the API rounds it (design D6). */
export interface RunFigures {
  mailboxes: number;
  mailboxesRead: number;
  interactions: number;
  usageDays: number;
  /** How many people the period's reports name so far: of few nothing is said. */
  peopleInReports: number;
  reportDays: number;
  /** The tenant conceals names in reports: adoption of units cannot be known. */
  concealed: boolean;
}

/** Graph refuses report dates older than 30 days; two are left for a run that takes long. */
const REPORT_REACHES_BACK_DAYS = 28;
const MAILBOXES_AT_ONCE = 8;
const MAILBOXES_A_TRANSACTION = 64;

/**
 * One collection run from top to bottom: who may be read, then their mail by spans of days, then usage day by day.
 * Each (source, owner, day) is replaced whole, after its last page; running twice changes nothing, and a run cut short
 * leaves every mailbox either as it was or as it is.
 *
 * Cost: one directory, one call a mailbox and 1,000 messages, one report a day.
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
  run.report({ step: 'directory', daysDone: 0, days: 0, mailboxesDone: 0, mailboxes: 0 });
  const directory = await readDirectory({
    get: run.get,
    positiveGroupId: run.scope.positiveGroupId,
    unitAttribute: run.scope.unitAttribute,
    titles: run.scope.titles,
  });
  const door = await openDoor(run);
  await forgetExcluded(run, directory, door);
  const file = run.store.period(run.period);
  run.stillOurs();
  replaceDirectory(file, dayOf(run.now()), membershipsOf(directory, door), directory.headcounts());
  if (run.sources.includes('sent-items')) await collectMail(run, span, file, directory, door, figures);
  if (run.sources.includes('active-users')) await collectUsage(run, span, file, directory, door, figures);
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

/** No contact or tie measure is made of elected members, so their mailboxes are never asked for (design D6). */
async function collectMail(
  run: CollectionRun,
  span: { from: Day; to: Day },
  file: PeriodFile,
  directory: Directory,
  door: Door,
  figures: RunFigures,
): Promise<void> {
  const alreadyRead = run.resumed ? ownersRead(file, 'sent-items', span) : new Set();
  const wanted = directory.people.filter(({ hasMailbox, standing }) => hasMailbox && standing !== 'elected');
  // Who objected or is protected stands in the queue like anybody and is passed over when their turn comes: were they
  // counted as done from the start, the first figure told would say how many they are (design D6).
  const left = wanted.filter(({ identity }) => !alreadyRead.has(door.pseudonymOf(identity)));
  const queue = shuffled(left, run.random);
  const days = daysOf(span).length;
  let done = wanted.length - left.length;
  let finished: OwnerSpan[] = [];
  figures.mailboxes = wanted.length;
  figures.mailboxesRead = done;

  const keep = (): void => {
    run.stillOurs();
    replaceSpans(file, 'sent-items', finished);
    figures.mailboxesRead += finished.length;
    figures.interactions += finished.reduce((sum, { interactions }) => sum + interactions.length, 0);
    finished = [];
    run.report({
      step: 'mail',
      daysDone: done === wanted.length ? days : 0,
      days,
      mailboxesDone: done,
      mailboxes: wanted.length,
    });
  };
  const readNext = async (): Promise<void> => {
    for (let person = queue.pop(); person !== undefined; person = queue.pop()) {
      await run.giveWay();
      const isRead = door.mayInclude(person.identity) === 'yes';
      const interactions = isRead ? await readOneMailbox(run, span, directory, door, person) : undefined;
      done += 1;
      if (!isRead) figures.mailboxesRead += 1;
      if (interactions !== undefined)
        finished.push({ owner: door.pseudonymOf(person.identity), ...span, interactions });
      // By what is done, not by what was read, so that the steps are the same whoever was passed over.
      if (done % MAILBOXES_A_TRANSACTION === 0) keep();
    }
  };
  await Promise.all(Array.from({ length: MAILBOXES_AT_ONCE }, readNext));
  keep();
}

/** A person without a mailbox Graph can open is not an error: their days stay as they were. */
async function readOneMailbox(
  run: CollectionRun,
  span: { from: Day; to: Day },
  directory: Directory,
  door: Door,
  person: DirectoryPerson,
) {
  try {
    return await readSentMail({ get: run.get, directory, person, ...span, ...door });
  } catch (error) {
    if (error instanceof Failure && error.code === 'mailbox-missing') return undefined;
    throw error;
  }
}

async function collectUsage(
  run: CollectionRun,
  span: { from: Day; to: Day },
  file: PeriodFile,
  directory: Directory,
  door: Door,
  figures: RunFigures,
): Promise<void> {
  const oldest = dayNumber(addDays(dayOf(run.now()), -REPORT_REACHES_BACK_DAYS));
  const days = daysOf(span).filter((day) => dayNumber(day) >= oldest);
  for (const [index, day] of days.entries()) {
    await run.giveWay();
    const { rows, concealed } = await readActiveUsers({ get: run.get, directory, day, ...door });
    figures.concealed ||= concealed;
    run.stillOurs();
    if (!concealed) replaceUsageDay(file, 'active-users', day, rows);
    figures.usageDays += rows.length;
    figures.reportDays += 1;
    run.report({ step: 'usage', daysDone: index + 1, days: days.length, mailboxesDone: 0, mailboxes: 0 });
  }
}

/** A random order, so that progress never tells how much one mailbox held: sorted by 64 random bits each. */
function shuffled<Item>(items: readonly Item[], random: (size: number) => Uint8Array): Item[] {
  const keyed = items.map((item) => ({ item, key: Buffer.from(random(8)).readBigUInt64BE() }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item);
}
