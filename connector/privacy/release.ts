import { Failure } from '../failure.ts';
import { checkBudget, isDueWith, withinTheYear } from './budget.ts';
import { canonicalJson, sha256 } from './canonical-json.ts';
import { cellsOfPerson, rowOfPerson } from './contribution.ts';
import { checkLedger, nextEntry, readLedgerEntry, type LedgerEntry } from './ledger.ts';
import type { Headcount } from './membership.ts';
import { discreteGaussian, inBlocks, type Random } from './noise.ts';
import { quarterOf, type Period } from './period.ts';
import type { PersonRow, Step } from './person-row.ts';
import { asNumber, rationalText, readRational } from './rational.ts';
import { releaseText, type ReleaseContent, type TableContent } from './release-text.ts';
import { coveragePercent } from './rounding.ts';
import { headsIn, inOrder, isSmallOrganisation } from './rows.ts';
import { tableLayout, type TableLayout } from './table-layout.ts';
import { TABLE_NAMES, type Level, type TableName } from './table-name.ts';
import type { App } from './usage-day.ts';

export type { Level, TableName } from './table-name.ts';

const DOOR = Symbol('only this file makes a release');

/** One table: counts of people plus noise, as drawn. Only this file makes one; the private field is what tells. */
class ReleasedTable {
  readonly #made = true;
  readonly name: TableName;
  readonly rows: readonly Readonly<TableContent['rows'][number]>[];
  readonly columns: readonly Readonly<TableContent['columns'][number]>[];
  /** One list a row, one number a column: whole, not clamped, so it may be below 0 or above heads; null is blank. */
  readonly values: readonly (readonly (number | null)[])[];
  /** Standard deviation of the noise in every cell, in people. */
  readonly sigma: number;
  /** What the table cost of the year's privacy budget (zCDP); exactly so in the ledger entry. */
  readonly rho: number;

  constructor(door: typeof DOOR, content: TableContent) {
    if (door !== DOOR) throw new TypeError('A table is made by `release` or `reopenRelease`.');
    this.name = content.name;
    this.rows = content.rows;
    this.columns = content.columns;
    this.values = content.values;
    this.sigma = Math.sqrt(asNumber(readRational(content.sigmaSquared)));
    this.rho = asNumber(readRational(content.rho));
    freezeDeep(this);
  }

  static isOne(value: unknown): value is ReleasedTable {
    return typeof value === 'object' && value !== null && #made in value && value.#made;
  }
}

/** Everything released of one period, made once and never changed. */
class MadeRelease {
  readonly #made = true;
  readonly organisation: string;
  readonly period: Period;
  /** The span was given by hand. */
  readonly once: boolean;
  readonly level: Level;
  readonly releasedAt: string;
  /** Everybody on the positive list, with or without a unit. Public, not noised. */
  readonly heads: number;
  /** Share of heads with a mailbox and a licence, in steps of 5 per cent. */
  readonly coveragePercent: number;
  /** The directory units with their heads, in order of their paths. Public, not noised. */
  readonly units: readonly { readonly unit: string; readonly heads: number }[];
  /** In the order of `TABLE_NAMES`; absent what is off, not due, and what has no row large enough. */
  readonly tables: readonly ReleasedTable[];
  readonly entry: LedgerEntry;
  /** The canonical JSON that `entry.contentHash` is the SHA-256 of: what is stored, and what reopens. */
  readonly text: string;

  constructor(door: typeof DOOR, text: string, content: ReleaseContent, entry: LedgerEntry) {
    if (door !== DOOR) throw new TypeError('A release is made by `release` or `reopenRelease`.');
    this.organisation = content.organisation;
    this.period = content.period;
    this.once = content.once;
    this.level = content.level;
    this.releasedAt = content.releasedAt;
    this.heads = content.heads;
    this.coveragePercent = content.coveragePercent;
    this.units = content.units;
    this.tables = content.tables.map((table) => new ReleasedTable(DOOR, table));
    this.entry = entry;
    this.text = text;
    freezeDeep(this);
  }

  static isOne(value: unknown): value is MadeRelease {
    return typeof value === 'object' && value !== null && #made in value && value.#made;
  }
}

export type Release = MadeRelease;
export type Released = ReleasedTable;

/** Whether a value came from this file: for the store's door, where types alone would be taken on trust. */
export function isRelease(value: unknown): value is Release {
  return MadeRelease.isOne(value) && value.tables.every((table) => ReleasedTable.isOne(table));
}

export interface ReleaseOrder {
  readonly period: Period;
  /** The span was given by hand: it may be any span, and each table costs what one release of it does. */
  readonly once: boolean;
  readonly level: Level;
  readonly organisation: string;
  readonly people: readonly PersonRow[];
  readonly headcounts: readonly Headcount[];
  /** Which tables have data behind them; the others cost nothing. */
  readonly tablesOn: readonly TableName[];
  /**
   * What the reports the scope turned on can tell: the columns of `apps`. Never from what was found in them. Absent:
   * what the report of active users tells.
   */
  readonly appsMeasured?: readonly App[];
  /** Which steps above 1 they and the sources tell: the columns of `staircase` and `leaders`. Absent: all. */
  readonly stepsMeasured?: readonly Exclude<Step, 1>[];
  /** What the scope declares as competences: the columns of `steps`. */
  readonly competences?: readonly string[];
  /** The whole ledger, oldest first. */
  readonly ledger: readonly LedgerEntry[];
  readonly releasedAt: string;
  readonly random: Random;
}

/**
 * Counts the people of a period, adds exact discrete Gaussian noise to every cell that is not blank, and seals the
 * result with the ledger entry that pays for it. Save both in one transaction; what is not saved was never released.
 *
 * The promise (zCDP, neighbours differ in one person's row): which tables, rows, columns and blanks there are depends
 * on headcounts, the level and the ledger alone; person rows meet nothing but addition. A row counts at most once in a
 * cell, in one row of a table, and in as many cells of it as `mostCells` says, whatever it holds.
 *
 * In an organisation of fewer than 300 people, releases come with the second and the fourth quarter, for half of the
 * year's budget each; elsewhere each quarter costs a quarter of it. Tables released twice a year come with the second
 * and the fourth quarter, `steps` with the fourth; a span given by hand holds every table that is on and whose year
 * allows it, at the share that one release of it costs.
 *
 * Cost: linear in people, and about 3 µs a cell.
 *
 * @throws Failure 'bad-input' for a period that is neither a calendar quarter nor given by hand; 'nothing-to-release'
 *   when no table has a row; 'period-released', 'period-overlaps', 'budget-spent', 'ledger-broken'
 */
export function release(order: ReleaseOrder): Release {
  checkLedger(order.ledger);
  const layouts = layoutsOf(order, mostReleasesAYear(order));
  const tables = layouts.map(({ name, rho }) => ({ name, rho }));
  const { period, level, releasedAt } = order;
  checkBudget(order.ledger, { period, level, tables });
  const content = contentOf(order, layouts);
  const text = canonicalJson(content);
  const costs = tables.map(({ name, rho }) => ({ name, rho: rationalText(rho) }));
  const debit = { period: content.period, releasedAt, level, tables: costs, contentHash: sha256(text) };
  return new MadeRelease(DOOR, text, content, nextEntry(order.ledger, debit));
}

/**
 * A stored release read back: the only other way to one.
 *
 * @param text as `release` made it
 * @param entry the ledger entry that paid for it, from a ledger that `checkLedger` found whole
 * @throws Failure 'ledger-broken' when the text is not the one the entry was written for
 */
export function reopenRelease(text: string, entry: LedgerEntry): Release {
  const sealed = readLedgerEntry(entry);
  if (sha256(text) !== sealed.contentHash) throw notThatRelease();
  const parsed = releaseText.safeParse(JSON.parse(text));
  if (!parsed.success || parsed.data.period.id !== sealed.period.id) throw notThatRelease();
  return new MadeRelease(DOOR, text, parsed.data, sealed);
}

function mostReleasesAYear({ period, once, headcounts }: ReleaseOrder): 2 | 4 {
  if (once) return 4;
  const quarter = quarterOf(period.from);
  if (quarter.from !== period.from || quarter.to !== period.to) {
    throw new Failure(
      'bad-input',
      'A release is of one calendar quarter; another span is released by hand with --once.',
    );
  }
  if (!isSmallOrganisation(headsIn(headcounts))) return 4;
  if (quarter.id.endsWith('Q2') || quarter.id.endsWith('Q4')) return 2;
  throw new Failure(
    'nothing-to-release',
    'In an organisation of fewer than 300 people a release comes with the second and the fourth quarter only.',
  );
}

function layoutsOf(order: ReleaseOrder, most: 2 | 4): TableLayout[] {
  const { ledger, period, once, tablesOn, level, headcounts, appsMeasured, stepsMeasured, competences } = order;
  const declared = {
    ...(appsMeasured && { apps: appsMeasured }),
    ...(stepsMeasured && { steps: stepsMeasured }),
    ...(competences && { competences }),
  };
  const layouts = TABLE_NAMES.filter((name) => tablesOn.includes(name) && (once || isDueWith(name, period, most)))
    .map((name) => tableLayout(name, level, headcounts, most, declared))
    .filter(({ name, columns }) => name === 'reach' || columns.length > 0);
  if (layouts.length === 0) {
    throw new Failure('nothing-to-release', 'No table has data behind it: let the scope read at least one source.');
  }
  const tables = layouts.filter(({ rows }) => rows.length > 0);
  const affordable = withinTheYear(ledger, { period, level, tables });
  // With none left the budget is refused, and not the headcounts.
  const released = affordable.length > 0 ? affordable : tables;
  if (released.length > 0) return released;
  const floor = Math.min(...layouts.map((layout) => layout.floor));
  throw new Failure(
    'nothing-to-release',
    `There are too few people with a unit to hide one among: at least ${floor} heads are needed in the directory.`,
  );
}

function contentOf(order: ReleaseOrder, layouts: readonly TableLayout[]): ReleaseContent {
  const { organisation, period, once, level, releasedAt, headcounts, people } = order;
  const random = inBlocks(order.random);
  const heads = headsIn(headcounts);
  const covered = headcounts.reduce((sum, it) => sum + it.covered, 0);
  return {
    version: 1,
    organisation,
    period: { id: period.id, from: period.from, to: period.to },
    once,
    level,
    releasedAt,
    heads,
    coveragePercent: coveragePercent(covered, heads),
    units: unitsOf(headcounts),
    tables: layouts.map((layout) => tableOf(layout, people, random)),
  };
}

function unitsOf(headcounts: readonly Headcount[]): ReleaseContent['units'] {
  const placed = headcounts.filter(({ unit, heads }) => unit !== '' && heads > 0);
  return [...Map.groupBy(placed, ({ unit }) => unit)]
    .map(([unit, shares]) => ({ unit, heads: headsIn(shares) }))
    .sort((a, b) => inOrder(a.unit, b.unit));
}

function tableOf(layout: TableLayout, people: readonly PersonRow[], random: Random): TableContent {
  return {
    name: layout.name,
    rho: rationalText(layout.rho),
    sigmaSquared: rationalText(layout.sigmaSquared),
    rows: layout.rows.map(({ name, heads, covered, units }) => ({
      name,
      heads,
      units: [...units],
      coveragePercent: coveragePercent(covered, heads),
    })),
    columns: layout.columns.map(({ name, heads, units }) => ({ name, heads, units: [...units] })),
    values: trueCounts(layout, people).map((counts, row) =>
      counts.map((count, column) => {
        const isBlank = layout.blanks[row]?.[column] ?? true;
        return isBlank ? null : count + Number(discreteGaussian(layout.sigmaSquared, random));
      }),
    ),
  };
}

/** The only true counts there are. They never leave this file but with noise on them. */
function trueCounts(layout: TableLayout, people: readonly PersonRow[]): number[][] {
  const counts = layout.rows.map(() => layout.columns.map(() => 0));
  const [rowOf, cellsOf] = [rowOfPerson(layout), cellsOfPerson(layout)];
  for (const person of people) {
    const own = counts[rowOf(person) ?? -1];
    if (own === undefined) continue;
    for (const cell of cellsOf(person)) own[cell] = (own[cell] ?? 0) + 1;
  }
  return counts;
}

function freezeDeep(value: object): void {
  Object.freeze(value);
  const parts: readonly unknown[] = Object.values(value);
  for (const part of parts) if (typeof part === 'object' && part !== null) freezeDeep(part);
}

function notThatRelease(): Failure {
  return new Failure(
    'ledger-broken',
    'A stored release is not the one its ledger entry was written for: restore samspill.sqlite from a backup.',
  );
}
