import type { Work } from './titles.ts';

/** One directory unit. People are counted by what they hold: a desk licence, F3 with mailbox, F1 without. */
export interface Unit {
  /** The path as it stands in `department`. */
  readonly path: string;
  readonly work: Work;
  readonly leaders: number;
  readonly desk: number;
  readonly frontlineWithMailbox: number;
  readonly frontlineWithout: number;
  /** How much others turn to this unit, against 1 for an ordinary one. */
  readonly pull: number;
  /** Where the head of the division sits. */
  readonly office: boolean;
}

export const COUNCIL = 'Kommunestyret';
export const COUNCIL_SEATS = 45;

/** The top levels, in the order of the shares in `affinity.ts`. */
export const DIVISIONS = [
  'Oppvekst',
  'Helse og mestring',
  'Teknisk og eiendom',
  'Stab',
  'Kultur og samfunn',
  'NAV og inkludering',
  COUNCIL,
] as const;

/** The top of a path. */
export function divisionOf(path: string): string {
  return path.split('/', 1)[0] ?? path;
}

/** Everybody of a unit. */
export function headsOf(unit: Unit): number {
  return unit.leaders + unit.desk + unit.frontlineWithMailbox + unit.frontlineWithout;
}

// Sizes after published man-years of Norwegian municipalities: school 27 %, kindergarten 12 %, health and social 42 %,
// administration 14 % before outsourcing, culture 2 %, technical 3 % and upward; at most 40 people to a leader.
const TABLE: readonly (readonly [string, Work, number, number, number, number, number])[] = [
  ['Oppvekst/Oppvekstkontoret', 'office', 2, 18, 0, 0, 1.6],
  ['Oppvekst/Nord skoleområde', 'school', 5, 74, 7, 56, 1],
  ['Oppvekst/Sør skoleområde', 'school', 5, 70, 6, 53, 1],
  ['Oppvekst/Øst skoleområde', 'school', 5, 65, 6, 48, 1],
  ['Oppvekst/Vest skoleområde', 'school', 4, 61, 5, 46, 1],
  ['Oppvekst/Barnehager nord', 'kindergarten', 5, 18, 3, 62, 0.4],
  ['Oppvekst/Barnehager sør', 'kindergarten', 4, 17, 3, 58, 0.4],
  ['Oppvekst/Pedagogisk-psykologisk tjeneste', 'counsel', 1, 23, 0, 0, 1.2],
  ['Helse og mestring/Helse- og mestringskontoret', 'office', 2, 10, 0, 0, 1],
  ['Helse og mestring/Hjemmetjenesten', 'care', 7, 20, 10, 153, 0.5],
  ['Helse og mestring/Solbakken sykehjem', 'care', 5, 14, 6, 103, 0.4],
  ['Helse og mestring/Furulia sykehjem', 'care', 4, 12, 5, 83, 0.4],
  ['Helse og mestring/Botilbud og miljøtjeneste', 'care', 5, 16, 6, 107, 0.4],
  ['Helse og mestring/Helsestasjon og skolehelsetjeneste', 'health', 2, 33, 0, 1, 1],
  ['Helse og mestring/Barneverntjenesten', 'protection', 2, 36, 0, 0, 1],
  ['Helse og mestring/Familiens hus', 'health', 2, 45, 1, 0, 2],
  ['Helse og mestring/Psykisk helse og rus', 'health', 2, 44, 3, 3, 1],
  ['Helse og mestring/Legevakt og fysioterapi', 'health', 1, 21, 4, 4, 0.6],
  ['Helse og mestring/Tildelingskontoret', 'office', 1, 17, 0, 0, 1.2],
  ['Teknisk og eiendom/Plan og byggesak', 'office', 2, 26, 0, 0, 1],
  ['Teknisk og eiendom/Vei, vann og avløp', 'technical', 2, 23, 22, 1, 0.7],
  ['Teknisk og eiendom/Bygg og eiendom', 'technical', 2, 21, 20, 1, 1],
  ['Teknisk og eiendom/Renhold', 'cleaning', 2, 2, 34, 2, 0.3],
  ['Stab/Kommunedirektørens kontor', 'office', 3, 21, 0, 0, 0.8],
  ['Stab/Økonomi og lønn', 'office', 2, 32, 0, 0, 1.4],
  ['Stab/Personal og organisasjon', 'office', 2, 24, 0, 0, 1.4],
  ['Stab/Digitalisering og IKT', 'office', 2, 36, 0, 0, 1.6],
  ['Stab/Kommunikasjon og servicetorg', 'office', 2, 24, 1, 1, 0.8],
  ['Kultur og samfunn/Samfunn og næring', 'office', 2, 26, 0, 0, 1],
  ['Kultur og samfunn/Bibliotek og kulturskole', 'culture', 2, 32, 3, 1, 1],
  ['Kultur og samfunn/Kultur, idrett og frivillighet', 'culture', 2, 17, 3, 2, 0.8],
  ['NAV og inkludering/NAV-kontoret', 'welfare', 2, 43, 1, 0, 1],
  ['NAV og inkludering/Flyktning og inkludering', 'welfare', 2, 29, 2, 1, 1],
];

/** The employees' units; the first of each division holds its office. Together 2,000 heads. */
export const UNITS: readonly Unit[] = TABLE.map(
  ([path, work, leaders, desk, frontlineWithMailbox, frontlineWithout, pull], index) => ({
    path,
    work,
    leaders,
    desk,
    frontlineWithMailbox,
    frontlineWithout,
    pull,
    office: index === 0 || divisionOf(TABLE[index - 1]?.[0] ?? '') !== divisionOf(path),
  }),
);
