/** More sets than these are not tried one by one: so many are drawn, and a 90 % point is then within a hundredth. */
const MOST_SETS = 2_000;

/**
 * Ways to choose some rows among others, as places from 0: every one of them where there are at most 2,000, else 2,000
 * drawn, the same each time, so that an answer never changes by itself.
 *
 * @param among how many there are to choose from
 * @param chosen how many each set has, 1 to `among`
 * @returns each set in rising order of places
 */
export function placeboSets(among: number, chosen: number): number[][] {
  return setsThereAre(among, chosen) <= MOST_SETS ? everySet(among, chosen) : drawnSets(among, chosen);
}

function setsThereAre(among: number, chosen: number): number {
  let sets = 1;
  for (let place = 1; place <= chosen; place += 1) sets = (sets * (among - chosen + place)) / place;
  return Math.round(sets);
}

function everySet(among: number, chosen: number, from = 0): number[][] {
  if (chosen === 0) return [[]];
  const firsts = Array.from({ length: among - chosen - from + 1 }, (_, step) => from + step);
  return firsts.flatMap((first) => everySet(among, chosen - 1, first + 1).map((rest) => [first, ...rest]));
}

function drawnSets(among: number, chosen: number): number[][] {
  const draw = drawing();
  return Array.from({ length: MOST_SETS }, () => {
    const places = Array.from({ length: among }, (_, place) => place);
    for (let at = 0; at < chosen; at += 1) {
      const other = at + Math.floor(draw() * (among - at));
      [places[at], places[other]] = [places[other] ?? 0, places[at] ?? 0];
    }
    return places.slice(0, chosen).sort((a, b) => a - b);
  });
}

/** Numbers in [0, 1) that look like chance. @see Steele 2014, `mulberry32`, with a fixed beginning */
function drawing(): () => number {
  let state = 0x5a5a5a5a;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
