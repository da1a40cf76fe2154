/**
 * In which ISO weeks schools are off in winter and in autumn, by county (first two figures of a municipality's number).
 * Municipalities and counties decide each for their own schools and mostly keep the week from year to year; where a county
 * has two, it depends on the municipality.
 *
 * Source: timeanddate.no/ferie/vinterferie and timeanddate.no/ferie/hostferie, counties as of 1 January 2024, school year
 * 2023–24 and autumn 2024. In the three northernmost counties some schools are off for two to four days of that week.
 */
export const SCHOOL_HOLIDAYS = {
  '03': { county: 'Oslo', winter: [8], autumn: [40] },
  '11': { county: 'Rogaland', winter: [9], autumn: [41] },
  '15': { county: 'Møre og Romsdal', winter: [8], autumn: [41] },
  '18': { county: 'Nordland', winter: [9], autumn: [40] },
  '31': { county: 'Østfold', winter: [8], autumn: [40] },
  '32': { county: 'Akershus', winter: [8], autumn: [40] },
  '33': { county: 'Buskerud', winter: [9], autumn: [40] },
  '34': { county: 'Innlandet', winter: [9], autumn: [41] },
  '39': { county: 'Vestfold', winter: [8], autumn: [41] },
  '40': { county: 'Telemark', winter: [8], autumn: [41] },
  '42': { county: 'Agder', winter: [8], autumn: [40] },
  '46': { county: 'Vestland', winter: [8, 9], autumn: [41] },
  '50': { county: 'Trøndelag', winter: [8], autumn: [41] },
  '55': { county: 'Troms', winter: [9], autumn: [40] },
  '56': { county: 'Finnmark', winter: [9], autumn: [40] },
} as const satisfies Readonly<Record<string, SchoolHolidays>>;

interface SchoolHolidays {
  readonly county: string;
  readonly winter: readonly number[];
  readonly autumn: readonly number[];
}

export type County = keyof typeof SCHOOL_HOLIDAYS;

/** Whether two figures stand for a county. */
export function isCounty(figures: string): figures is County {
  return Object.hasOwn(SCHOOL_HOLIDAYS, figures);
}

/** The weeks of one county, or those of all where nobody has said which it is. */
export function schoolWeeks(county: County | undefined, when: 'winter' | 'autumn'): number[] {
  if (county !== undefined) return [...SCHOOL_HOLIDAYS[county][when]];
  return [...new Set(Object.values(SCHOOL_HOLIDAYS).flatMap((weeks): readonly number[] => weeks[when]))].sort(
    (a, b) => a - b,
  );
}
