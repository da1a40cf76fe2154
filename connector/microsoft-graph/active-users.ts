import { parse } from 'csv-parse/sync';
import { Failure } from '../failure.ts';
import type { Day } from '../privacy/period.ts';
import type { MayInclude } from '../privacy/protected-contacts.ts';
import type { PseudonymMaker } from '../privacy/pseudonym.ts';
import { RealIdentity } from '../privacy/real-identity.ts';
import { APPS, type App, type UsageDay } from '../privacy/usage-day.ts';
import type { Get } from './get.ts';
import { TryAgain } from './patience.ts';
import type { Directory } from './people.ts';
import type { SourceDeclaration } from './source-declaration.ts';

export const activeUsersSource = {
  name: 'active-users',
  endpoint: '/reports/getOffice365ActiveUserDetail(date={date})',
  permissions: [{ role: 'Reports.Read.All', id: '230c1aed-a721-4c5d-9cb4-a90514e508ef' }],
  fields: [
    {
      field: 'User Principal Name',
      reason: 'who it is about; kept as pseudonym, for people on the positive list only',
    },
    { field: 'Is Deleted', reason: 'who has left is not counted; not kept' },
    { field: 'Exchange Last Activity Date', reason: 'whether mail was used on the day; kept as one word' },
    { field: 'OneDrive Last Activity Date', reason: 'whether files were used on the day; kept as one word' },
    { field: 'SharePoint Last Activity Date', reason: 'as OneDrive' },
    { field: 'Teams Last Activity Date', reason: 'whether Teams was used on the day; kept as one word' },
  ],
} as const satisfies SourceDeclaration;

type Column = (typeof activeUsersSource.fields)[number]['field'];

const COLUMNS_OF: Readonly<Record<App, readonly Column[]>> = {
  exchange: ['Exchange Last Activity Date'],
  teams: ['Teams Last Activity Date'],
  files: ['OneDrive Last Activity Date', 'SharePoint Last Activity Date'],
};
/** Without these there is no honest row; a report that lost one must not read as a day on which nobody worked. */
const NEEDED: readonly Column[] = ['User Principal Name', ...APPS.flatMap((app) => COLUMNS_OF[app])];
/** What Microsoft's header ends with: one that ends so is whole, even without a line break. */
const LAST_COLUMN = 'Assigned Products';
const CONCEALED = /^[0-9a-f]{32}$/i;
const YES: readonly string[] = ['true', 'yes'];

/**
 * Who used which services on one day. Columns are found by name, wherever they stand and whatever stands between them.
 * People who are not in the directory, or may not be read, leave no trace.
 *
 * Cost: one report, which Graph allows 14 times in ten minutes; it is complete about three days after the day.
 *
 * @param options.day at most 30 days ago, or Graph refuses
 * @returns no rows and `concealed` where the tenant hides names, otherwise one row a person with activity that day
 * @throws Failure 'shape-changed' naming the column that is missing, and what `Get.text` throws
 */
export async function readActiveUsers(options: {
  readonly get: Get;
  readonly directory: Directory;
  readonly day: Day;
  readonly pseudonymOf: PseudonymMaker;
  readonly mayInclude: MayInclude;
}): Promise<{ readonly rows: UsageDay[]; readonly concealed: boolean }> {
  const lines = await options.get.text({ source: activeUsersSource, values: { date: options.day } }, linesOf);
  if (lines.some(({ name }) => CONCEALED.test(name))) return { rows: [], concealed: true };
  const apps = new Map<RealIdentity, Set<App>>();
  for (const line of lines) {
    const person = options.directory.resolve(line.name);
    if (!(person instanceof RealIdentity) || line.deleted || options.mayInclude(person) !== 'yes') continue;
    for (const app of line.appsOn(options.day)) apps.set(person, (apps.get(person) ?? new Set()).add(app));
  }
  return { rows: Array.from(apps, ([person, used]) => rowOf(person, used, options)), concealed: false };
}

function rowOf(
  person: RealIdentity,
  used: ReadonlySet<App>,
  { day, pseudonymOf }: { readonly day: Day; readonly pseudonymOf: PseudonymMaker },
): UsageDay {
  return { day, person: pseudonymOf(person), apps: APPS.filter((app) => used.has(app)) };
}

interface Line {
  readonly name: string;
  readonly deleted: boolean;
  readonly appsOn: (day: Day) => App[];
}

function linesOf(csv: string): Line[] {
  const [header = [], ...lines] = cellsOf(csv);
  if (isCutShort(csv, header, lines.at(-1))) throw new TryAgain('unreadable');
  const at = columnsOf(header);
  const cell = (line: readonly string[], column: Column): string => line[at.get(column) ?? -1]?.trim() ?? '';
  return lines
    .filter((line) => line.length === header.length)
    .map((line) => ({
      name: cell(line, 'User Principal Name'),
      deleted: YES.includes(cell(line, 'Is Deleted').toLowerCase()),
      appsOn: (day) => APPS.filter((app) => COLUMNS_OF[app].some((column) => cell(line, column) === day)),
    }));
}

/**
 * A proxy may hand on half a report as if it were whole, and half a report reads as people who did not work. Told by
 * the last line; a cut inside its last cell is not seen, which the report's own length would have to tell.
 */
function isCutShort(csv: string, header: readonly string[], last: readonly string[] | undefined): boolean {
  if (last !== undefined) return last.length < header.length;
  return !/[\r\n]/.test(csv) && header.at(-1) !== LAST_COLUMN;
}

/** A cell that never closes is a text cut short; what the reader of CSV says of it would quote the line. */
function cellsOf(csv: string): string[][] {
  try {
    return parse(csv, { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch {
    throw new TryAgain('unreadable');
  }
}

function columnsOf(header: readonly string[]): ReadonlyMap<string, number> {
  const names = header.map((name) => name.trim());
  const wrong = NEEDED.find((column) => names.filter((name) => name === column).length !== 1);
  if (wrong !== undefined) {
    throw new Failure(
      'shape-changed',
      `GET ${activeUsersSource.endpoint} does not have exactly one column "${wrong}": update Samspill.`,
    );
  }
  return new Map(names.map((name, index) => [name, index]));
}
