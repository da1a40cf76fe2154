import { Failure } from '../failure.ts';
import type { LedgerEntry } from './ledger.ts';
import { normalDistribution } from './normal-distribution.ts';
import { dayNumber, dayOf, quarterOf, startOf, type Day, type Period } from './period.ts';
import {
  asNumber,
  integerRoot,
  isGreater,
  product,
  quotient,
  rational,
  readRational,
  sumOf,
  type Rational,
} from './rational.ts';
import type { Level, TableName } from './table-name.ts';

/** What one table of a release costs. */
export interface Cost {
  readonly name: TableName;
  readonly rho: Rational;
}

interface Price {
  /** ρ a year (zCDP) at the level `standard`. */
  readonly rhoAYear: Rational;
  readonly releasesAYear: 1 | 2 | 4;
}

/** Design D6, the table under "Mechanism". */
const PRICES: Readonly<Record<TableName, Price>> = {
  reach: { rhoAYear: rational(4n, 5n), releasesAYear: 4 },
  breadth: { rhoAYear: rational(1n, 5n), releasesAYear: 4 },
  apps: { rhoAYear: rational(3n, 5n), releasesAYear: 4 },
  staircase: { rhoAYear: rational(3n, 10n), releasesAYear: 4 },
  brokerage: { rhoAYear: rational(1n, 5n), releasesAYear: 2 },
  leaders: { rhoAYear: rational(1n, 5n), releasesAYear: 2 },
  steps: { rhoAYear: rational(1n, 10n), releasesAYear: 1 },
  channels: { rhoAYear: rational(1n, 10n), releasesAYear: 2 },
};
const SHARE_OF_LEVEL: Readonly<Record<Level, Rational>> = { standard: rational(1n), careful: rational(1n, 2n) };

const LEAST_FLOOR = 20n;
const FLOOR_IN_SIGMAS = 11n;

/** The most a table may cost over any year of data; of several tables, the sum. */
export function rhoAYear(level: Level, names: readonly TableName[]): Rational {
  return sumOf(names.map((name) => product(PRICES[name].rhoAYear, SHARE_OF_LEVEL[level])));
}

/**
 * What one release of a table costs: the year's ρ in as many equal parts as it is released.
 *
 * @param mostReleasesAYear how often anything is released: 4, or 2 in an organisation of fewer than 300 people. A table
 *   that is released more rarely by itself stays so
 */
export function rhoARelease(name: TableName, level: Level, mostReleasesAYear: 2 | 4): Rational {
  return quotient(rhoAYear(level, [name]), rational(BigInt(releasesAYear(name, mostReleasesAYear))));
}

/**
 * Whether a table comes with the release of a calendar quarter: one released twice a year with the second and the fourth,
 * one released once with the fourth. What is not released for a quarter never is.
 *
 * @param mostReleasesAYear as in `rhoARelease`
 */
export function isDueWith(name: TableName, quarter: Period, mostReleasesAYear: 2 | 4): boolean {
  const number = (quarterNumber(quarter.from) % QUARTERS_A_YEAR) + 1;
  return number % (QUARTERS_A_YEAR / releasesAYear(name, mostReleasesAYear)) === 0;
}

function releasesAYear(name: TableName, most: 2 | 4): number {
  return Math.min(PRICES[name].releasesAYear, most);
}

/**
 * The noise a price buys: σ² = Δ₂² / 2ρ.
 *
 * @param sensitivitySquared Δ₂²: how much one person's row can change the table, squared; for counts to each of which a
 *   person adds at most one, the number of cells they may be in
 * @see Bun, Steinke 2016, "Concentrated Differential Privacy", proposition 1.6
 */
export function sigmaSquared(sensitivitySquared: number, rho: Rational): Rational {
  return quotient(rational(BigInt(sensitivitySquared)), product(rational(2n), rho));
}

/** The fewest heads a row may have: max(20, ⌈11σ⌉), exactly: the smallest n with n² ≥ 121σ². */
export function rowFloor(variance: Rational): number {
  const wanted = product(rational(FLOOR_IN_SIGMAS * FLOOR_IN_SIGMAS), variance);
  const square = (wanted.numerator + wanted.denominator - 1n) / wanted.denominator;
  const floor = square === 0n ? 0n : integerRoot(square - 1n) + 1n;
  return Number(floor > LEAST_FLOOR ? floor : LEAST_FLOOR);
}

/**
 * Whether a release may be made at all; asked again inside `release`, so that nobody can forget to.
 *
 * The rule, table by table: over any year of data, the ρ of the releases that lie in it is at most what the level asked
 * for allows a year. A year is either four consecutive calendar quarters, in which a release counts in full as soon as
 * one of its days does; or the twelve months from any release's first day, in which a release counts in full if it
 * begins there. For calendar quarters both say the same: four releases, or the two or the one that a table has a year. For spans given by hand the two together are
 * never weaker than counting what lies in four consecutive quarters, and leave no way to crowd short spans around a
 * quarter's edge. After a change from `standard` to `careful` the year must be within the careful budget at once.
 *
 * @throws Failure 'period-released', 'period-overlaps' or 'budget-spent'
 */
export function checkBudget(
  ledger: readonly LedgerEntry[],
  wanted: { readonly period: Period; readonly level: Level; readonly tables: readonly Cost[] },
): void {
  refuseReleasedDays(ledger, wanted.period);
  if (!wanted.tables.every((cost) => isAffordable(ledger, wanted.period, wanted.level, cost))) throw spent();
}

/**
 * The tables of a release that its year has budget for. One that is released four times a year is never left out here:
 * without it `checkBudget` refuses the whole release. One that is released more rarely is, because a span given by hand
 * in spring would otherwise forbid everything in autumn. The ledger alone decides, so nothing is said of anybody.
 */
export function withinTheYear<Asked extends Cost>(
  ledger: readonly LedgerEntry[],
  { period, level, tables }: { readonly period: Period; readonly level: Level; readonly tables: readonly Asked[] },
): Asked[] {
  return tables.filter(
    (cost) => PRICES[cost.name].releasesAYear === QUARTERS_A_YEAR || isAffordable(ledger, period, level, cost),
  );
}

function isAffordable(ledger: readonly LedgerEntry[], period: Period, level: Level, { name, rho }: Cost): boolean {
  const limit = rhoAYear(level, [name]);
  const debits = [...debitsOf(ledger, name), { period, rho }];
  return yearsWith(period, debits).every((year) => !isGreater(sumOf(year), limit));
}

/**
 * ρ of all tables over the four calendar quarters that end with the newest data released; 0 before the first release.
 */
export function rhoOfLastYear(ledger: readonly LedgerEntry[]): Rational {
  const last = Math.max(...ledger.map(({ period }) => lastQuarter(period)));
  const recent = ledger.filter(({ period }) => lastQuarter(period) > last - QUARTERS_A_YEAR);
  return sumOf(recent.flatMap(({ tables }) => tables.map(({ rho }) => readRational(rho))));
}

/**
 * The price in plain odds: someone who knows everybody else's row exactly guesses whether a given person's row is in
 * right in so many of 100 cases, at best, instead of 50. For Gaussian noise that is Φ(√(2ρ)/2).
 *
 * @param rho total spent on what the guesser has seen
 * @returns 50 to 100, not rounded
 * @see Dong, Roth, Su 2022, "Gaussian Differential Privacy": μ = √(2ρ), best accuracy Φ(μ/2)
 */
export function rightGuessesInHundred(rho: Rational): number {
  return 100 * normalDistribution(Math.sqrt(2 * asNumber(rho)) / 2);
}

const QUARTERS_A_YEAR = 4;

interface Debit {
  readonly period: Period;
  readonly rho: Rational;
}

function debitsOf(ledger: readonly LedgerEntry[], name: TableName): Debit[] {
  return ledger.flatMap(({ period, tables }) =>
    tables.filter((table) => table.name === name).map(({ rho }) => ({ period, rho: readRational(rho) })),
  );
}

function refuseReleasedDays(ledger: readonly LedgerEntry[], wanted: Period): void {
  const overlapping = ledger.filter(({ period }) => overlap(period, wanted));
  if (overlapping.some(({ period }) => period.from === wanted.from && period.to === wanted.to)) {
    throw new Failure('period-released', 'This period is released already, and a release is made once: read that one.');
  }
  if (overlapping.length > 0) {
    throw new Failure(
      'period-overlaps',
      'Some of these days are in an earlier release, and a day is released once: choose a span that touches none of them.',
    );
  }
}

function overlap(a: Period, b: Period): boolean {
  return dayNumber(a.from) < dayNumber(b.to) && dayNumber(b.from) < dayNumber(a.to);
}

/** The ρ of every year of data, of either kind, that the wanted period is in. */
function yearsWith(wanted: Period, debits: readonly Debit[]): Rational[][] {
  const firsts = Array.from({ length: lastQuarter(wanted) - firstQuarter(wanted) + QUARTERS_A_YEAR }, (_, index) => {
    return firstQuarter(wanted) - QUARTERS_A_YEAR + 1 + index;
  });
  const ofQuarters = firsts.map((first) =>
    debits.filter(({ period }) => firstQuarter(period) < first + QUARTERS_A_YEAR && lastQuarter(period) >= first),
  );
  const ofMonths = debits
    .map(({ period: { from } }) => debits.filter(({ period }) => beginsInYearFrom(from, period)))
    .filter((year) => year.some(({ period }) => period === wanted));
  return [...ofQuarters, ...ofMonths].map((year) => year.map(({ rho }) => rho));
}

/** Quarters since year 0. */
function quarterNumber(day: Day): number {
  const { id } = quarterOf(day);
  return Number(id.slice(0, 4)) * QUARTERS_A_YEAR + Number(id.slice(-1)) - 1;
}

function firstQuarter(period: Period): number {
  return quarterNumber(period.from);
}

function lastQuarter(period: Period): number {
  return quarterNumber(dayOf(startOf(period.to) - 1));
}

/** Whether a period begins in the twelve months from a day on; from 29 February they last until 1 March. */
function beginsInYearFrom(first: Day, period: Period): boolean {
  const [year = 0, month = 1, date = 1] = first.split('-').map(Number);
  const begins = startOf(period.from);
  return begins >= startOf(first) && begins < Date.UTC(year + 1, month - 1, date);
}

function spent(): Failure {
  return new Failure(
    'budget-spent',
    'The privacy budget for a year of data is spent: nothing more can be released until a later quarter, at most four in any twelve months.',
  );
}
