/** 5 % of a normal distribution lie above. */
const Z_90 = 1.645;
/** Under this coverage a row's contacts say more about mailboxes than about people (design §4g 11). */
const SAYS_SOMETHING_PERCENT = 40;
const LEVEL = '/';

/** The closed list of what a plan can be bound to, and what of which released table each is made of. */
export const INDICATORS = [
  'exchange-in-habit',
  'teams-in-habit',
  'files-in-habit',
  'copilot-in-habit',
  'co-work-in-habit',
  'mobile-in-habit',
  'apps-a-person',
  'habit-or-higher',
  'together-or-higher',
  'across-units',
  'mail-mostly',
  'teams-mostly',
  'contact-in-other-units',
  'leaders-in-habit',
] as const;
export type Indicator = (typeof INDICATORS)[number];
export type IndicatorUnit = 'percent' | 'apps-a-person';

interface Made {
  readonly table: string;
  /** The first must have been released; of the others those that were. Empty: every column. */
  readonly columns: readonly string[];
  readonly unit: IndicatorUnit;
  /** The one row it is about: a group and no place. */
  readonly group?: string;
  /** Contacts are seen of people with a mailbox alone. */
  readonly needsCoverage?: true;
}

const MADE: Readonly<Record<Indicator, Made>> = {
  'exchange-in-habit': inHabit('exchange'),
  'teams-in-habit': inHabit('teams'),
  'files-in-habit': inHabit('files'),
  'copilot-in-habit': inHabit('copilot'),
  'co-work-in-habit': inHabit('co-work'),
  'mobile-in-habit': inHabit('mobile'),
  'apps-a-person': { table: 'apps', columns: [], unit: 'apps-a-person' },
  'habit-or-higher': { table: 'staircase', columns: ['step-3', 'step-4', 'step-5'], unit: 'percent' },
  'together-or-higher': { table: 'staircase', columns: ['step-4', 'step-5'], unit: 'percent' },
  'across-units': { table: 'staircase', columns: ['step-5'], unit: 'percent' },
  'mail-mostly': { table: 'channels', columns: ['mail-mostly'], unit: 'percent', needsCoverage: true },
  'teams-mostly': { table: 'channels', columns: ['teams-mostly'], unit: 'percent', needsCoverage: true },
  'contact-in-other-units': { table: 'breadth', columns: [], unit: 'percent', needsCoverage: true },
  'leaders-in-habit': { table: 'leaders', columns: ['step-3', 'steps-4-5'], unit: 'percent', group: 'leaders' },
};

function inHabit(app: string): Made {
  return { table: 'apps', columns: [app], unit: 'percent' };
}

/** A released table, with the σ of each of its counts. */
export interface PlainTable {
  readonly name: string;
  readonly rows: readonly {
    readonly name: string;
    readonly heads: number;
    readonly units: readonly string[];
    readonly coveragePercent: number;
  }[];
  readonly columns: readonly { readonly name: string }[];
  /** One list a row, one count a column; null is blank. */
  readonly values: readonly (readonly (number | null)[])[];
  readonly sigmas: readonly (readonly number[])[];
}

/** An indicator as one release tells it: not rounded, and not moved into what is possible. */
export interface Reading {
  readonly value: number;
  readonly sigma: number;
  /** The most it can be: 100 per cent, or as many apps as there are columns. */
  readonly most: number;
  readonly heads: number;
  /** The released rows it was summed over, and every unit in them in order of its path. */
  readonly rows: readonly string[];
  readonly units: readonly string[];
  /** Rows are merged to their floor: some of these hold units that were not asked for. */
  readonly holdsOthers: boolean;
}

export function unitOf(indicator: Indicator): IndicatorUnit {
  return MADE[indicator].unit;
}

/** Whether an indicator is about a group of people, so that no place can be given with it. */
export function isOfAGroup(indicator: Indicator): boolean {
  return MADE[indicator].group !== undefined;
}

/**
 * An indicator over some places of the organisation, from one release.
 *
 * value = scale · Σ counts ÷ Σ heads over every released row that holds a unit at or under one of the places, with
 * σ = scale · √(Σ σ²) ÷ Σ heads; scale is 100, and 1 for apps a person. Of a table whose counts were brought to agree
 * with another's this σ is no smaller than the true one.
 *
 * @param where paths of units or of what lies above them; none: everywhere
 * @returns undefined where the release does not hold the table or its first column, no row holds such a unit, a cell is
 *   blank, or contacts are asked for and under 40 % of the heads are covered
 * @example see ADOPTION.md, "Indicators"
 */
export function indicatorIn(
  tables: readonly PlainTable[],
  indicator: Indicator,
  where: readonly string[],
): Reading | undefined {
  const made = MADE[indicator];
  const table = tables.find(({ name }) => name === made.table);
  if (table === undefined) return undefined;
  const places = table.rows.flatMap((row, index) => (isAt(row, made, where) ? [index] : []));
  return summed(table, made, places, where);
}

/**
 * The same row by row: one entry for each row that holds a unit of the places, without a reading where nothing can be said
 * of it. Undefined where the release does not hold the table.
 */
export function indicatorByRow(
  tables: readonly PlainTable[],
  indicator: Indicator,
  where: readonly string[],
): { readonly row: string; readonly heads: number; readonly reading: Reading | undefined }[] | undefined {
  const made = MADE[indicator];
  const table = tables.find(({ name }) => name === made.table);
  return table?.rows.flatMap((row, index) =>
    isAt(row, made, where) ? [{ row: row.name, heads: row.heads, reading: summed(table, made, [index], where) }] : [],
  );
}

/** The 90 % interval of a reading, moved into what is possible as decision 9 does with people. */
export function intervalOf({ value, sigma, most }: Pick<Reading, 'value' | 'sigma' | 'most'>): Interval {
  const within = (amount: number): number => Math.min(most, Math.max(0, amount));
  const about = within(value);
  return { about, low: within(about - Z_90 * sigma), high: within(about + Z_90 * sigma) };
}

export interface Interval {
  readonly about: number;
  readonly low: number;
  readonly high: number;
}

function summed(
  table: PlainTable,
  { columns, unit, needsCoverage }: Made,
  places: readonly number[],
  where: readonly string[],
): Reading | undefined {
  const wanted = columnsOf(table, columns);
  const rows = places.flatMap((index) => table.rows[index] ?? []);
  const heads = sum(rows.map((row) => row.heads));
  const covered = sum(rows.map((row) => row.heads * row.coveragePercent));
  const cells = places.flatMap((row) => wanted.map((column) => table.values[row]?.[column] ?? null));
  const counts = cells.filter((cell) => cell !== null);
  if (heads === 0 || wanted.length === 0 || counts.length < cells.length) return undefined;
  if (needsCoverage === true && covered < SAYS_SOMETHING_PERCENT * heads) return undefined;
  const sigmas = places.flatMap((row) => wanted.map((column) => table.sigmas[row]?.[column] ?? 0));
  const scale = (unit === 'percent' ? 100 : 1) / heads;
  const units = rows.flatMap((row) => row.units).sort();
  return {
    value: scale * sum(counts),
    sigma: scale * Math.hypot(...sigmas),
    most: unit === 'percent' ? 100 : wanted.length,
    heads,
    rows: rows.map(({ name }) => name),
    units,
    holdsOthers: where.length > 0 && units.some((path) => !isUnder(path, where)),
  };
}

function columnsOf({ columns }: PlainTable, named: readonly string[]): number[] {
  const [first] = named;
  if (first === undefined) return [...columns.keys()];
  const places = named.map((name) => columns.findIndex((column) => column.name === name));
  return places[0] === -1 ? [] : places.filter((place) => place !== -1);
}

function isAt(row: PlainTable['rows'][number], { group }: Made, where: readonly string[]): boolean {
  if (group !== undefined) return row.name === group;
  return where.length === 0 || row.units.some((path) => isUnder(path, where));
}

function isUnder(path: string, where: readonly string[]): boolean {
  return where.some((place) => path === place || path.startsWith(place + LEVEL));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
