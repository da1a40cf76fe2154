import { STORY } from './story.ts';
import { COUNCIL, DIVISIONS, divisionOf, type Unit } from './units.ts';

// Share of a unit's mailbox holders who write regularly with somebody of each division outside their own unit:
// Oppvekst, Helse, Teknisk, Stab, Kultur, NAV, Kommunestyret. Chosen, not measured: this is the truth of the demo.
const SCHOOL = [0.42, STORY.sharedRooms.reachBefore, 0.05, 0.55, 0.18, 0.12, 0];
const KINDERGARTEN = [0.5, 0.26, 0.05, 0.62, 0.08, 0.06, 0];
const NURSING_HOME = [0.03, 0.55, 0.06, 0.42, 0.04, 0.03, 0];
const STAFF = [0.5, 0.5, 0.1, 0.62, 0.22, 0.2, 0.04];

const SHARES: Readonly<Record<string, readonly number[]>> = {
  'Oppvekst/Oppvekstkontoret': [0.8, 0.45, 0.1, 0.85, 0.3, 0.25, 0.1],
  'Oppvekst/Nord skoleområde': SCHOOL,
  'Oppvekst/Sør skoleområde': SCHOOL,
  'Oppvekst/Øst skoleområde': SCHOOL,
  'Oppvekst/Vest skoleområde': SCHOOL,
  'Oppvekst/Barnehager nord': KINDERGARTEN,
  'Oppvekst/Barnehager sør': KINDERGARTEN,
  'Oppvekst/Pedagogisk-psykologisk tjeneste': [0.8, 0.65, 0.02, 0.42, 0.06, 0.12, 0],
  'Helse og mestring/Helse- og mestringskontoret': [0.4, 0.75, 0.15, 0.85, 0.3, 0.35, 0.1],
  'Helse og mestring/Hjemmetjenesten': [0.05, 0.5, 0.03, 0.32, 0.03, 0.06, 0],
  'Helse og mestring/Solbakken sykehjem': NURSING_HOME,
  'Helse og mestring/Furulia sykehjem': NURSING_HOME,
  'Helse og mestring/Botilbud og miljøtjeneste': [0.06, 0.55, 0.06, 0.4, 0.06, 0.15, 0],
  'Helse og mestring/Helsestasjon og skolehelsetjeneste': [0.58, 0.62, 0.02, 0.36, 0.08, 0.15, 0],
  'Helse og mestring/Barneverntjenesten': [0.56, 0.62, 0.02, 0.4, 0.05, 0.3, 0],
  'Helse og mestring/Familiens hus': [0.94, 0.94, 0.02, 0.4, 0.12, 0.25, 0],
  'Helse og mestring/Psykisk helse og rus': [0.14, 0.64, 0.03, 0.38, 0.1, 0.45, 0],
  'Helse og mestring/Legevakt og fysioterapi': [0.1, 0.6, 0.03, 0.4, 0.04, 0.1, 0],
  'Helse og mestring/Tildelingskontoret': [0.05, 0.75, 0.1, 0.55, 0.03, 0.3, 0],
  'Teknisk og eiendom/Plan og byggesak': [0.03, 0.03, 0.36, 0.13, 0.08, 0.02, 0.04],
  'Teknisk og eiendom/Vei, vann og avløp': [0.02, 0.02, 0.34, 0.13, 0.04, 0.01, 0],
  'Teknisk og eiendom/Bygg og eiendom': [0.06, 0.06, 0.34, 0.13, 0.04, 0.01, 0],
  'Teknisk og eiendom/Renhold': [0.03, 0.03, 0.24, 0.08, 0.01, 0, 0],
  'Stab/Kommunedirektørens kontor': [0.5, 0.5, 0.12, 0.75, 0.3, 0.25, 0.5],
  'Stab/Økonomi og lønn': STAFF,
  'Stab/Personal og organisasjon': STAFF,
  'Stab/Digitalisering og IKT': STAFF,
  'Stab/Kommunikasjon og servicetorg': STAFF,
  'Kultur og samfunn/Samfunn og næring': [0.26, 0.2, 0.12, 0.6, 0.4, 0.2, 0.15],
  'Kultur og samfunn/Bibliotek og kulturskole': [0.45, 0.14, 0.05, 0.44, 0.36, 0.18, 0],
  'Kultur og samfunn/Kultur, idrett og frivillighet': [0.4, 0.2, 0.06, 0.5, 0.4, 0.2, 0.05],
  'NAV og inkludering/NAV-kontoret': [0.16, 0.5, 0.03, 0.42, 0.08, 0.5, 0],
  'NAV og inkludering/Flyktning og inkludering': [0.42, 0.38, 0.03, 0.42, 0.2, 0.5, 0],
  [COUNCIL]: [0.04, 0.04, 0.02, 0.4, 0.06, 0.02, 0],
};

/** The share of a unit's mailbox holders in regular contact with a division, their own unit not counted. */
export function shareInContact(path: string, division: (typeof DIVISIONS)[number]): number {
  return SHARES[path]?.[DIVISIONS.indexOf(division)] ?? 0;
}

// Between children's services the other way is not by size: most goes by way of one house.
const TOWARD_HEALTH: Readonly<Record<string, number>> = {
  'Helse og mestring/Familiens hus': 9,
  'Helse og mestring/Helsestasjon og skolehelsetjeneste': 1.6,
  'Helse og mestring/Barneverntjenesten': 1.4,
  'Helse og mestring/Psykisk helse og rus': 0.5,
};

/** How likely people of one unit are to turn to another unit of a division, against the division's other units. */
export function pullOn(from: string, to: Unit): number {
  if (divisionOf(from) === 'Oppvekst' && divisionOf(to.path) === 'Helse og mestring')
    return TOWARD_HEALTH[to.path] ?? 0.05;
  return to.pull * Math.sqrt(to.leaders + to.desk + to.frontlineWithMailbox);
}
