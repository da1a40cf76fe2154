import { placeboSets } from './placebo-sets.ts';
import { studentT90 } from './student-t.ts';

/** A launch of fewer heads in all has no effect computed: noise and chance drown it. Source: issue E, "150 heads or more". */
export const LEAST_LAUNCHED_HEADS = 150;
/** With fewer rows to compare with, how much rows differ by themselves cannot be told. */
export const LEAST_COMPARED_ROWS = 4;

/** A released count of one row in one quarter. */
export interface CountOfQuarter {
  /** As released: whole, not clamped. */
  readonly count: number;
  readonly heads: number;
  /** Standard deviation of the noise in the count, in people. */
  readonly sigma: number;
}

/** One released row before and after. */
export interface RowBeforeAndAfter {
  readonly before: CountOfQuarter;
  readonly after: CountOfQuarter;
}

/** Shares of heads; of a difference, so it may be below 0. */
interface Share {
  readonly about: number;
  readonly low: number;
  readonly high: number;
}

export interface LaunchEffect {
  /**
   * `went-together-with`: the interval is wholly on one side of 0. `no-effect-seen`: it holds 0, and the gain hoped for
   * lies beyond it. `too-small-to-tell`: it holds both.
   */
  readonly found: 'went-together-with' | 'no-effect-seen' | 'too-small-to-tell';
  /** The difference in differences, with its 90 % interval. */
  readonly share: Share;
  readonly standardError: number;
  /** Standard deviation of what rows change by themselves, beyond the noise. */
  readonly betweenRows: number;
  /** Standard errors on each side. */
  readonly reach: number;
  /** So many launches that never were, measured alike. */
  readonly placebos: number;
}

/**
 * What a launch went together with: how much more (or less) the share rose in the launched rows than in the rows compared
 * with, from one quarter to another. What both share, such as July, goes out in the difference.
 *
 * The standard error holds the privacy noise of every count, and how much rows change by themselves: the variance of the
 * changes of the compared rows beyond their noise. It is stretched to a 90 % interval by Student's t (one degree fewer
 * than compared rows), or by the placebos where those ask for more: as many of the compared rows as were launched, at
 * most half of them, are taken for launched and measured against the others, and 90 of 100 such launches that never were
 * must lie within the interval.
 *
 * It says what went together with what. Rows are not chosen by lot, so it says nothing of causes.
 *
 * Cost: O(rows) for each of at most 2,000 placebos.
 *
 * @param launched at least one row
 * @param compared at least four rows, none of them launched
 * @param hopedGain share of heads that the launch was to add, above 0
 * @see Angrist, Pischke 2009, "Mostly harmless econometrics", chapter 5; ADOPTION.md has an example by hand
 */
export function launchEffect(
  launched: readonly RowBeforeAndAfter[],
  compared: readonly RowBeforeAndAfter[],
  hopedGain: number,
): LaunchEffect {
  if (launched.length === 0 || compared.length < LEAST_COMPARED_ROWS) {
    throw new RangeError('An effect needs a launched row and four to compare with.');
  }
  const changes = { launched: launched.map(changeOf), compared: compared.map(changeOf) };
  const variance = varianceBetween(changes.compared);
  const found = difference(changes.launched, changes.compared, variance);
  const placebos = placebosAmong(changes.compared, launched.length, variance);
  const reach = Math.max(studentT90(compared.length - 1), ninetyPercentOf(placebos));
  const half = reach * found.error;
  const share = { about: found.effect, low: found.effect - half, high: found.effect + half };
  return {
    found: inWords(share, hopedGain),
    share,
    standardError: found.error,
    betweenRows: Math.sqrt(variance),
    reach,
    placebos: placebos.length,
  };
}

/** How a row's share changed, and the variance that the noise of its two counts gives that. */
interface Changed {
  readonly change: number;
  readonly noise: number;
  readonly heads: number;
}

function changeOf({ before, after }: RowBeforeAndAfter): Changed {
  return {
    change: after.count / after.heads - before.count / before.heads,
    noise: (after.sigma / after.heads) ** 2 + (before.sigma / before.heads) ** 2,
    heads: after.heads,
  };
}

/** What rows change by themselves: the variance of their changes less the mean variance of the noise in them, not below 0. */
function varianceBetween(rows: readonly Changed[]): number {
  const mean = rows.reduce((sum, { change }) => sum + change, 0) / rows.length;
  const variance = rows.reduce((sum, { change }) => sum + (change - mean) ** 2, 0) / (rows.length - 1);
  const noise = rows.reduce((sum, row) => sum + row.noise, 0) / rows.length;
  return Math.max(0, variance - noise);
}

function difference(
  launched: readonly Changed[],
  compared: readonly Changed[],
  between: number,
): { readonly effect: number; readonly error: number } {
  const [one, other] = [meanChange(launched, between), meanChange(compared, between)];
  return { effect: one.change - other.change, error: Math.sqrt(one.variance + other.variance) };
}

/** Rows weigh by their heads: a share of people, not of rows. */
function meanChange(rows: readonly Changed[], between: number): { change: number; variance: number } {
  const heads = rows.reduce((sum, row) => sum + row.heads, 0);
  const weigh = (of: (row: Changed, weight: number) => number): number =>
    rows.reduce((sum, row) => sum + of(row, row.heads / heads), 0);
  return {
    change: weigh(({ change }, weight) => weight * change),
    variance: weigh(({ noise }, weight) => weight * weight * (noise + between)),
  };
}

/** Each placebo's effect in its own standard errors, without its sign. */
function placebosAmong(compared: readonly Changed[], launchedRows: number, between: number): number[] {
  const chosen = Math.min(launchedRows, Math.floor(compared.length / 2));
  return placeboSets(compared.length, chosen).map((places) => {
    const isChosen = new Set(places);
    const [placebo, others] = [true, false].map((wanted) =>
      compared.filter((_, place) => isChosen.has(place) === wanted),
    );
    const { effect, error } = difference(placebo ?? [], others ?? [], between);
    return Math.abs(effect) / error;
  });
}

/** The smallest of the figures within which 90 of 100 lie. */
function ninetyPercentOf(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.ceil(0.9 * sorted.length) - 1] ?? 0;
}

function inWords({ low, high }: Share, hopedGain: number): LaunchEffect['found'] {
  if (low > 0 || high < 0) return 'went-together-with';
  return high < hopedGain ? 'no-effect-seen' : 'too-small-to-tell';
}
