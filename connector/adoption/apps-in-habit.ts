/** Use on at least four days of 28, one a week, is a habit. Source: design D6, "Habit". */
export const HABIT_DAYS = 4;
export const HABIT_SPAN_DAYS = 28;
/**
 * With fewer days that have a report, one day more or less would make or break a habit. Source: design D6, "fewer than
 * 21 report days withholds the table".
 */
export const LEAST_REPORT_DAYS = 21;

/** That somebody used these apps on one day. */
export interface UseOfADay<Person, Day, App> {
  readonly person: Person;
  readonly day: Day;
  readonly apps: readonly App[];
}

/**
 * The apps each person has a habit of using.
 *
 * An app is in habit iff days in use ÷ days with a report × 28 ≥ 4. Days count, never how much was done on one; a day
 * told twice is one day, a day without a report counts neither above nor below the line. Days off, part time and
 * holidays make a habit rarer in July: compare with the same quarter of another year.
 *
 * Range: for each person who used anything, 0 or more apps, in the order in which they were first seen; who used nothing
 * is absent. Undefined: fewer than 21 days have a report, so that nothing can be said of anybody.
 *
 * Cost: O(rows × apps a row); memory one byte a person, app and report day.
 *
 * @param reportDays the days that have a report, in the same form as the days of the rows
 * @example see ADOPTION.md: 13 of 91 days is a habit (13 ÷ 91 × 28 = 4), 12 of 91 is none
 */
export function appsInHabit<Person, Day, App>(usage: {
  readonly reportDays: Iterable<Day>;
  readonly rows: Iterable<UseOfADay<Person, NoInfer<Day>, App>>;
}): Map<Person, App[]> | undefined {
  const placeOf = new Map(Array.from(new Set<Day>(usage.reportDays), (day, place) => [day, place]));
  if (placeOf.size < LEAST_REPORT_DAYS) return undefined;
  const daysInUse = new Map<Person, Map<App, Uint8Array>>();
  for (const { person, day, apps } of usage.rows) {
    const place = placeOf.get(day);
    if (place === undefined) continue;
    const ofPerson = entryOf(daysInUse, person, () => new Map<App, Uint8Array>());
    for (const app of apps) entryOf(ofPerson, app, () => new Uint8Array(placeOf.size))[place] = 1;
  }
  return new Map([...daysInUse].map(([person, apps]) => [person, inHabit(apps, placeOf.size)]));
}

/** One place a report day, 1 where the app was used: a day told twice stays one. */
function inHabit<App>(daysInUse: ReadonlyMap<App, Uint8Array>, reportDays: number): App[] {
  // Multiplied out, so that 13 of 91 days is decided in whole numbers.
  return [...daysInUse]
    .filter(([, days]) => days.reduce((sum, used) => sum + used, 0) * HABIT_SPAN_DAYS >= HABIT_DAYS * reportDays)
    .map(([app]) => app);
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
