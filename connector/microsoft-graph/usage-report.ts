import { Failure } from '../failure.ts';
import { isDay, type Day } from '../privacy/period.ts';
import type { MayInclude } from '../privacy/protected-contacts.ts';
import type { PseudonymMaker } from '../privacy/pseudonym.ts';
import { RealIdentity } from '../privacy/real-identity.ts';
import { APPS, type App, type UsageDay } from '../privacy/usage-day.ts';
import type { Get } from './get.ts';
import type { Directory } from './people.ts';
import { readReport, type ReportLine } from './report-table.ts';
import type { SourceDeclaration } from './source-declaration.ts';

/**
 * What in a cell says that something was used.
 * - `that day`: the cell is the day the report is about.
 * - `yes`: True or Yes, as Microsoft writes either.
 * - `some`: a count above nothing.
 * - `named`: any text but No, False and 0; Microsoft puts the version of the program there.
 */
type Sign = 'that day' | 'yes' | 'some' | 'named';

/** One usage report: what is asked, and what its columns say of a person's day. */
export interface UsageReport extends SourceDeclaration {
  /** Of one day that is asked for, or of the day it was last made for, which its first column tells. */
  readonly about: 'the day asked for' | 'its refresh date';
  /** An app was used where one of these columns says so; each of them is among the fields. */
  readonly tells: readonly { readonly app: App; readonly sign: Sign; readonly columns: readonly string[] }[];
  /** What Microsoft's header ends with. */
  readonly lastColumn: string;
}

const PERSON = 'User Principal Name';
const REFRESHED = 'Report Refresh Date';
const LENGTH = 'Report Period';
const CONCEALED = /^[0-9a-f]{32}$/i;
const YES: readonly string[] = ['true', 'yes'];
const NOT_NAMED: readonly string[] = ['', 'no', 'false', '0'];

export interface UsageReportOptions {
  readonly get: Get;
  readonly directory: Directory;
  /** At most 30 days ago, or Graph refuses; not looked at where a report is about its refresh date. */
  readonly day: Day;
  readonly pseudonymOf: PseudonymMaker;
  readonly mayInclude: MayInclude;
}

export interface UsageOfADay {
  /** The day told of; undefined where a report about its refresh date has no line to say which that is. */
  readonly day: Day | undefined;
  /** The day the report itself says it was made for; undefined where it has no line, or does not say. */
  readonly refreshed: Day | undefined;
  /** One row a person with activity that day; none where names are concealed. */
  readonly rows: UsageDay[];
  /** The tenant hides names: nothing can be said of any unit. */
  readonly concealed: boolean;
  /** How many people the report is about who have not left, and how many of them the directory knows; objections aside. */
  readonly inReport: number;
  readonly matched: number;
}

/**
 * What one report says of one day: of each person that they used something, never how much. People who are not in the
 * directory, or may not be read, leave no trace.
 *
 * Cost: one report, which Graph allows 14 times in ten minutes; it is complete about three days after the day.
 *
 * @throws Failure 'shape-changed' naming the column that is missing, or where a report of more than one day came; and
 *   what `Get.text` throws
 */
export async function readUsageReport(report: UsageReport, options: UsageReportOptions): Promise<UsageOfADay> {
  const values = report.about === 'the day asked for' ? { date: options.day } : {};
  const lines = await options.get.text({ source: report, values }, (csv) => linesOf(csv, report));
  const day = report.about === 'the day asked for' ? options.day : refreshDay(lines, report);
  const here = lines.filter((line) => !hasLeft(line));
  const told = { day, refreshed: newestRefresh(lines), inReport: here.length, matched: 0 };
  if (lines.some((line) => CONCEALED.test(line(PERSON)))) return { ...told, rows: [], concealed: true };
  if (day === undefined) return { ...told, rows: [], concealed: false };
  const used = new Map<RealIdentity, Set<App>>();
  for (const line of here) {
    const person = options.directory.resolve(line(PERSON));
    if (!(person instanceof RealIdentity)) continue;
    told.matched += 1;
    if (options.mayInclude(person) !== 'yes') continue;
    for (const app of appsOn(day, line, report)) used.set(person, (used.get(person) ?? new Set()).add(app));
  }
  const rows = Array.from(used, ([person, apps]): UsageDay => {
    return { day, person: options.pseudonymOf(person), apps: APPS.filter((app) => apps.has(app)) };
  });
  return { ...told, rows, concealed: false };
}

/** What the reports of a scope can tell: the columns of `apps` that are measured (decision 0004). */
export function appsTold(reports: Iterable<UsageReport>): App[] {
  const told = new Set([...reports].flatMap(({ tells }) => tells.map(({ app }) => app)));
  return APPS.filter((app) => told.has(app));
}

type Line = ReportLine<string>;

function linesOf(csv: string, report: UsageReport): readonly Line[] {
  const needed = [PERSON, ...report.tells.flatMap(({ columns }) => columns)];
  if (report.about === 'its refresh date') needed.push(REFRESHED);
  const { lines, has } = readReport(csv, { ...report, needed });
  // Counts and marks are of all the days of a report; only a date tells by itself which day it is about.
  const isOfDays = report.tells.some(({ sign }) => sign !== 'that day') && has(LENGTH);
  if (isOfDays && lines.some((line) => line(LENGTH) !== '1')) {
    throw new Failure('shape-changed', `GET ${report.endpoint} gave a report of more than one day: update Samspill.`);
  }
  return lines;
}

function refreshDay(lines: readonly Line[], { endpoint }: UsageReport): Day | undefined {
  const [day, ...others] = new Set(lines.map((line) => line(REFRESHED)));
  if (day === undefined) return undefined;
  if (others.length === 0 && isDay(day)) return day;
  throw new Failure('shape-changed', `GET ${endpoint} does not say one day as "${REFRESHED}": update Samspill.`);
}

function newestRefresh(lines: readonly Line[]): Day | undefined {
  return Array.from(new Set(lines.map((line) => line(REFRESHED))))
    .filter(isDay)
    .sort()
    .at(-1);
}

/** Viva Engage tells a state instead of yes and no. */
function hasLeft(line: Line): boolean {
  return isYes(line('Is Deleted')) || line('User State').toLowerCase() === 'deleted';
}

function appsOn(day: Day, line: Line, { tells }: UsageReport): App[] {
  return tells
    .filter(({ sign, columns }) => columns.some((column) => says(sign, line(column), day)))
    .map(({ app }) => app);
}

function says(sign: Sign, cell: string, day: Day): boolean {
  switch (sign) {
    case 'that day':
      return cell === day;
    case 'yes':
      return isYes(cell);
    case 'some':
      return /^\d+$/.test(cell) && Number(cell) > 0;
    case 'named':
      return !NOT_NAMED.includes(cell.toLowerCase());
  }
}

function isYes(cell: string): boolean {
  return YES.includes(cell.toLowerCase());
}
