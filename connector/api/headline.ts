import type { Estimate, Headline } from './answers.ts';
import { divisionsAmong } from './division.ts';
import { tableNamed } from './shown-table.ts';
import { summedCells } from './summed-cells.ts';
import { interval90 } from '../privacy/estimate.ts';
import { PARTNER_FLOOR } from '../privacy/partners.ts';
import type { Release, Released } from '../privacy/release.ts';

/** Coverage from which a division's contacts say something about the division. */
export const COVERED_PERCENT = 60;
/** Fewer divisions have no middle one to compare with. */
const FEWEST_DIVISIONS = 3;
/** In a large organisation the noise is so small that a difference nobody would act on is certain; so it must matter too. */
const MATTERS = 0.1;

/** What a row under its floor may bring along from elsewhere (design D6 "Rows") without hiding a division. */
const MOSTLY = 0.75;

interface Division {
  readonly name: string;
  readonly heads: number;
  readonly coveragePercent: number;
  readonly rows: readonly number[];
  readonly units: ReadonlySet<string>;
}

/** How many of a division's people reach the partner they reach most, and which share of its covered heads that is. */
interface BestPartner {
  readonly division: Division;
  readonly partner: string;
  readonly people: Estimate;
  readonly share: Share;
  readonly rows: Extract<Headline, { kind: 'loosest-division' }>['rows'];
}

/** A released count as a part of the covered heads, 0 to 1, with the ends of its 90 % interval. */
interface Share {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The one sentence a leader reads first, chosen by a rule that noise alone rarely sets off.
 *
 * 1. A division is all rows of `reach` of whose people at least three quarters lie in it; heads and counts are summed, σ
 *    grows with √rows. It takes part when at least 60 % of its heads are covered.
 * 2. Its partners are the columns that hold none of its units. Its best partner is the one most of its people reach;
 *    the share is of *covered* heads, so that staff without a mailbox do not make a division look closed.
 * 3. The division with the lowest such share is named when the high end of its 90 % interval lies under the low end of
 *    every other, so that of two alike neither is called the loosest, and its middle lies at least 10 percentage
 *    points under that of the middle division among the others (the lower of two). Two 90 % intervals of equal width
 *    that do not meet are 2.33 standard deviations of their difference apart: one chance in 100 a comparison, so at most
 *    about one in 10 releases where up to 10 equal divisions are compared.
 * 4. Where three or more are compared and the rule does not hold, nothing stands out. Of fewer that is never said, since
 *    nothing was compared: where three would be there if more of them were covered, too little is covered; otherwise
 *    there is nothing to compare, be it that `reach` was not released, that everybody stands in one row, that there are
 *    fewer than three divisions, or that they are too small to be anybody's partner.
 */
export function headlineOf(release: Release): Headline {
  const reach = tableNamed(release, 'reach');
  if (reach === undefined) return incomparable('not-measured');
  if (reach.rows.length < 2) return incomparable('one-row');
  const divisions = divisionsIn(release, reach);
  if (divisions.length < FEWEST_DIVISIONS) return incomparable('few-divisions');
  const withPartner = divisions.flatMap((division) => bestPartner(reach, division) ?? []);
  if (withPartner.length < FEWEST_DIVISIONS) return incomparable('small-divisions');
  const best = withPartner.filter(({ division }) => division.coveragePercent >= COVERED_PERCENT);
  if (best.length < FEWEST_DIVISIONS) return { kind: 'too-little-coverage' };
  const loosest = standingOut(best);
  return loosest === undefined ? { kind: 'nothing-stands-out' } : named(loosest);
}

type Incomparable = Extract<Headline, { kind: 'nothing-to-compare' }>;

function incomparable(why: Incomparable['why']): Incomparable {
  return { kind: 'nothing-to-compare', why, divisionsNeeded: FEWEST_DIVISIONS, headsNeeded: PARTNER_FLOOR };
}

/**
 * The one of the shares that lies surely below every other and far enough below the middle one of the others; undefined
 * where none does.
 */
export function standingOut<T extends { readonly share: Share }>(shares: readonly T[]): T | undefined {
  const [lowest, ...others] = shares.toSorted((a, b) => a.share.middle - b.share.middle);
  const middle = others[Math.floor((others.length - 1) / 2)]?.share;
  if (lowest === undefined || middle === undefined || shares.length < FEWEST_DIVISIONS) return undefined;
  const isSure = others.every(({ share }) => lowest.share.high < share.low);
  const isFar = middle.middle - lowest.share.middle >= MATTERS;
  return isSure && isFar ? lowest : undefined;
}

function named({ division, partner, people, rows }: BestPartner): Headline {
  const { name, heads, coveragePercent } = division;
  return {
    kind: 'loosest-division',
    division: name,
    heads,
    partner,
    people,
    coveragePercent: Math.round(coveragePercent / 5) * 5,
    rows,
  };
}

function divisionsIn(release: Release, reach: Released): Division[] {
  const divisionOf = divisionsAmong(release.units.map(({ unit }) => unit));
  const homeOf = homes(release, divisionOf);
  const rows = Map.groupBy(reach.rows.keys(), (index) => homeOf(reach.rows[index]?.units ?? []));
  return [...rows].flatMap(([name, indices]) =>
    name === undefined ? [] : [divisionFrom(reach, name, indices, divisionOf)],
  );
}

type DivisionOf = ReturnType<typeof divisionsAmong>;

/** Finds the division most of a row's people lie in: where it is one of several it may be undefined. */
function homes(release: Release, divisionOf: DivisionOf): (units: readonly string[]) => string | undefined {
  const headsOf = new Map(release.units.map(({ unit, heads }) => [unit, heads]));
  const headsIn = (units: readonly string[]): number => sum(units.map((unit) => headsOf.get(unit) ?? 0));
  return (units) => {
    const parts = Map.groupBy(units, (unit) => divisionOf({ units: [unit] }));
    return [...parts].find(([, part]) => headsIn(part) >= MOSTLY * headsIn(units))?.[0];
  };
}

function divisionFrom(reach: Released, name: string, indices: readonly number[], divisionOf: DivisionOf): Division {
  const rows = indices.flatMap((index) => reach.rows[index] ?? []);
  const heads = sum(rows.map((row) => row.heads));
  const covered = sum(rows.map((row) => row.heads * row.coveragePercent));
  const units = new Set(rows.flatMap((row) => row.units).filter((unit) => divisionOf({ units: [unit] }) === name));
  return { name, heads, coveragePercent: heads === 0 ? 0 : covered / heads, rows: indices, units };
}

/** Undefined where no column is a partner of the division, or every one of them is blank in one of its rows. */
function bestPartner(reach: Released, division: Division): BestPartner | undefined {
  const sums = reach.columns.flatMap(({ name, units }, column) => {
    const summed = summedCells(reach, division.rows, column);
    const isPartner = !units.some((unit) => division.units.has(unit));
    return summed !== undefined && isPartner ? [{ partner: name, column, ...summed }] : [];
  });
  const [best] = sums.toSorted((a, b) => b.count - a.count);
  if (best === undefined) return undefined;
  const people = interval90(best.count, best.sigma, division.heads);
  const rows = division.rows.flatMap((index) => {
    const [row, count = null] = [reach.rows[index], reach.values[index]?.[best.column]];
    return row === undefined || count === null ? [] : [{ name: row.name, heads: row.heads, count }];
  });
  return { division, partner: best.partner, people, share: shareOf(people, division), rows };
}

function shareOf({ about, low, high }: Estimate, { heads, coveragePercent }: Division): Share {
  const covered = (heads * coveragePercent) / 100;
  const share = (count: number): number => Math.min(1, count / covered);
  return { middle: share(about), low: share(low), high: share(high) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
