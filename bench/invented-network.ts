import { lehmer } from './lehmer.ts';

/** Ties of an invented organisation, one a place in every column, each pair once. */
export interface InventedTies {
  readonly people: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weights: Float64Array;
  readonly unitOf: Int32Array;
}

const UNIT_MEDIAN = 40;
const UNITS_A_DIVISION = 22;
const SHARE_IN_UNIT = 0.55;
const SHARE_IN_DIVISION = 0.27;

/**
 * A degree-corrected stochastic block model of two nested levels: units of lognormal size, divisions of 22 units, a heavy
 * tail of how many ties a person has, 55 % of the draws within the unit, 27 % within the division, the rest anywhere, and
 * weights of whole numbers with a heavy tail. The numbers of people say nothing of where they work, as with pseudonyms.
 *
 * @param ties how many are wanted; draws of the same pair or person are drawn again
 */
export function inventedNetwork(people: number, ties: number, seed: number): InventedTies {
  const draw = lehmer(seed);
  const uniform = (): number => (draw(2147483646) + 0.5) / 2147483646;
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const numbers = Int32Array.from({ length: people }, (_, person) => person);
  for (let at = people - 1; at > 0; at -= 1) {
    const other = draw(at + 1);
    [numbers[at], numbers[other]] = [numbers[other]!, numbers[at]!];
  }
  // Places in order of unit and division; what is told about them goes by the shuffled numbers.
  const unitStart: number[] = [0];
  while (unitStart.at(-1)! < people)
    unitStart.push(
      Math.min(people, unitStart.at(-1)! + Math.max(3, Math.round(UNIT_MEDIAN * Math.exp(0.7 * normal())))),
    );
  const unitAt = new Int32Array(people);
  for (let unit = 0; unit + 1 < unitStart.length; unit += 1) unitAt.fill(unit, unitStart[unit], unitStart[unit + 1]);
  const upTo = new Float64Array(people + 1);
  for (let place = 0; place < people; place += 1) {
    const propensity = Math.min(30, Math.pow(uniform(), -1 / 2.5) * Math.exp(0.5 * normal()));
    upTo[place + 1] = upTo[place]! + propensity;
  }
  const pick = (start: number, end: number): number => {
    const wanted = upTo[start]! + uniform() * (upTo[end]! - upTo[start]!);
    let [low, high] = [start, end - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle + 1]! > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const partner = (place: number): number => {
    const level = uniform();
    const unit = unitAt[place]!;
    if (level < SHARE_IN_UNIT) return pick(unitStart[unit]!, unitStart[unit + 1]!);
    if (level >= SHARE_IN_UNIT + SHARE_IN_DIVISION) return pick(0, people);
    const first = Math.floor(unit / UNITS_A_DIVISION) * UNITS_A_DIVISION;
    return pick(unitStart[first]!, unitStart[Math.min(first + UNITS_A_DIVISION, unitStart.length - 1)]!);
  };
  const [from, to, weights] = [new Int32Array(ties), new Int32Array(ties), new Float64Array(ties)];
  const seen = new Set<number>();
  for (let count = 0; count < ties;) {
    const one = pick(0, people);
    const other = partner(one);
    const key = Math.min(one, other) * people + Math.max(one, other);
    if (one === other || seen.has(key)) continue;
    seen.add(key);
    from[count] = numbers[one]!;
    to[count] = numbers[other]!;
    weights[count] = Math.min(1000, Math.ceil(Math.pow(uniform(), -1 / 1.3)));
    count += 1;
  }
  const unitOf = new Int32Array(people);
  for (let place = 0; place < people; place += 1) unitOf[numbers[place]!] = unitAt[place]!;
  return { people, from, to, weights, unitOf };
}
