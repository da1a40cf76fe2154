/**
 * How much of adoption is imitation for each part that comes by itself: Bass's q ÷ p. Means of published fits are p 0.03
 * and q 0.38; typical fits have p from 0.01 to 0.03 and q from 0.3 to 0.5. Source: Mahajan, Muller, Bass 1995, "Diffusion
 * of new products: empirical generalizations and managerial uses", Marketing Science 14(3). How fast it goes is the
 * owner's own word: the day by which the gain is expected.
 */
export const USUAL_IMITATION = 0.38 / 0.03;
export const LEAST_IMITATION = 0.3 / 0.03;
export const MOST_IMITATION = 0.5 / 0.01;
/** A gain counts as reached when so much of it is: the curve never comes to its end. */
export const REACHED = 0.9;

/** Normal: 5 % lie above. */
const Z_90 = 1.645;
/** χ² with three degrees of freedom: 10 % lie above. */
const CHI_SQUARE_3 = 6.251;
/** The gains tried in a fit, as shares of heads from −1 to 1, and the times in which they are reached, in steps of a month. */
const GAIN_STEP = 0.02;
const MONTH_DAYS = 30.4375;
const MONTHS_TRIED = 36;

export interface Interval {
  readonly about: number;
  readonly low: number;
  readonly high: number;
}

/** A released count some days after the launch; before it the days are below 0. */
export interface PointOfCurve {
  readonly days: number;
  readonly count: number;
  readonly sigma: number;
}

/**
 * Bass's curve: the part of those who will adopt that has done so.
 *
 * With b = p + q and r = q ÷ p it is F(t) = (1 − e^(−bt)) ÷ (1 + r·e^(−bt)). Time is counted in units of how long it takes
 * to come to 0.9, and then b = ln(10 + 9r).
 *
 * @param time 0 at the launch, 1 when 0.9 have adopted; before the launch nobody has
 * @param imitation r
 * @returns 0 to 1, rising
 * @see Bass 1969, "A new product growth for model consumer durables", Management Science 15(5)
 */
export function bassShare(time: number, imitation = USUAL_IMITATION): number {
  if (time <= 0) return 0;
  const left = Math.exp(-Math.log((1 + REACHED * imitation) / (1 - REACHED)) * time);
  return (1 - left) / (1 + imitation * left);
}

/**
 * What is expected of a launch when it is registered: the null-point, and on top of it the gain along Bass's curve. The
 * 90 % interval of the null-point's noise is widened by how far curves of the usual kinds lie apart.
 *
 * @param launch `gain` in people; `daysToReach` from the launch to the day by which it was to be reached
 * @returns people, not rounded, within [0, heads]
 */
export function expectedAfter(
  launch: {
    readonly nullPoint: { readonly count: number; readonly sigma: number };
    readonly heads: number;
    readonly gain: number;
    readonly daysToReach: number;
  },
  days: number,
): Interval {
  const { nullPoint, heads, gain, daysToReach } = launch;
  const time = days / daysToReach;
  const kinds = [LEAST_IMITATION, USUAL_IMITATION, MOST_IMITATION].map((kind) => gain * bassShare(time, kind));
  const within = (people: number): number => Math.min(heads, Math.max(0, people));
  const begun = within(nullPoint.count);
  return {
    about: within(begun + (kinds[1] ?? 0)),
    low: within(begun - Z_90 * nullPoint.sigma + Math.min(...kinds)),
    high: within(begun + Z_90 * nullPoint.sigma + Math.max(...kinds)),
  };
}

/**
 * The curve through what was released: null-point, gain and time fitted together, each count weighed by its noise. Gains
 * of −1 to 1 of the heads and times of 1 to 36 months are tried, and the null-point that fits best with each. The interval
 * at a day holds every curve that χ² does not refuse at 90 % for the three of them together; where the counts lie farther
 * from the best curve than their noise allows (holidays do that), it is widened by as much.
 *
 * Cost: O(3,600 · (points + days)).
 *
 * @param points at least three, one of them before the launch
 * @param days for which an answer is wanted
 * @returns people, not rounded, within [0, heads], one for each of the days
 */
export function fittedThrough(points: readonly PointOfCurve[], heads: number, days: readonly number[]): Interval[] {
  if (points.length < 3) throw new RangeError('A curve is fitted to three points or more.');
  const weight = points.reduce((sum, { sigma }) => sum + 1 / sigma ** 2, 0);
  const tried = everyCurve(heads).map((curve) => fitOf(curve, points, weight));
  const best = tried.reduce((one, other) => (other.chiSquare < one.chiSquare ? other : one));
  const degrees = points.length - 3;
  const scatter = degrees === 0 ? 1 : Math.max(1, best.chiSquare / degrees);
  const kept = tried.flatMap((fit) => {
    const slack = CHI_SQUARE_3 - (fit.chiSquare - best.chiSquare) / scatter;
    return slack < 0 ? [] : [{ ...fit, half: Math.sqrt((slack * scatter) / weight) }];
  });
  const within = (people: number): number => Math.min(heads, Math.max(0, people));
  return days.map((day) => {
    let [low, high] = [Infinity, -Infinity];
    for (const fit of kept) {
      const people = peopleAt(fit, day);
      low = Math.min(low, people - fit.half);
      high = Math.max(high, people + fit.half);
    }
    return { about: within(peopleAt(best, day)), low: within(low), high: within(high) };
  });
}

interface Curve {
  readonly gain: number;
  readonly daysToReach: number;
}

interface Fit extends Curve {
  readonly nullPoint: number;
  readonly chiSquare: number;
}

function everyCurve(heads: number): Curve[] {
  const gains = Array.from({ length: 2 / GAIN_STEP + 1 }, (_, step) => (step * GAIN_STEP - 1) * heads);
  const times = Array.from({ length: MONTHS_TRIED }, (_, month) => (month + 1) * MONTH_DAYS);
  return gains.flatMap((gain) => times.map((daysToReach) => ({ gain, daysToReach })));
}

/** With gain and time given, the null-point that fits best is a weighted mean. */
function fitOf(curve: Curve, points: readonly PointOfCurve[], weight: number): Fit {
  const left = points.map(({ days, count, sigma }) => ({ sigma, count: count - risen(curve, days) }));
  const nullPoint = left.reduce((sum, { count, sigma }) => sum + count / sigma ** 2, 0) / weight;
  const chiSquare = left.reduce((sum, { count, sigma }) => sum + ((count - nullPoint) / sigma) ** 2, 0);
  return { ...curve, nullPoint, chiSquare };
}

function risen({ gain, daysToReach }: Curve, days: number): number {
  return gain * bassShare(days / daysToReach);
}

function peopleAt(fit: Fit, days: number): number {
  return fit.nullPoint + risen(fit, days);
}
