import { inAscii } from './names.ts';

/**
 * The truth of the invented municipality: what later pictures must find, and what they must not. Quarters are counted
 * from 0, the null-point, to 4; units are paths of the directory.
 */
export const STORY = {
  /** Looks closed, but hardly anybody in it has a mailbox: a picture must say so instead of calling it closed. */
  hidden: { unit: 'Helse og mestring/Hjemmetjenesten' },
  /** A real silo: nearly all have a mailbox and few write beyond the division. */
  silo: { division: 'Teknisk og eiendom' },
  /** One unit of 48 that carries most of the contact between two divisions. */
  bridge: { unit: 'Helse og mestring/Familiens hus', between: ['Oppvekst', 'Helse og mestring'] },
  /**
   * The launch that worked: shared Teams rooms for school, health station and child protection in two school areas of
   * four. Contact with `partner` rises there and stays, Teams use rises, mail to the area's list goes out.
   */
  sharedRooms: {
    quarter: 2,
    afterDays: 7,
    areas: ['Oppvekst/Nord skoleområde', 'Oppvekst/Øst skoleområde'],
    waiting: ['Oppvekst/Sør skoleområde', 'Oppvekst/Vest skoleområde'],
    partner: 'Helse og mestring',
    partnerUnits: [
      'Helse og mestring/Helsestasjon og skolehelsetjeneste',
      'Helse og mestring/Barneverntjenesten',
      'Helse og mestring/Familiens hus',
    ],
    /** Share of the area's mailbox holders in contact with the partner before and after. */
    reachBefore: 0.24,
    reachAfter: 0.62,
    /** Share of the area's mails that go to its list before and after. */
    listBefore: 0.09,
    listAfter: 0.02,
    /** Share of staff with Teams in habit after; before, as everywhere in school. */
    teamsAfter: 0.85,
  },
  /** The launch that did not: a planner in Teams, tried for some weeks, then back to the old ways. */
  planner: {
    quarter: 2,
    afterDays: 14,
    days: 49,
    unit: 'Helse og mestring/Hjemmetjenesten',
    /** Share of the unit that tried it, and how often on a working day. */
    tried: 0.6,
    onADay: 0.6,
  },
  /** Leaders' share with Teams or files in habit is this much below desk staff of the same kind of work. */
  leaderLag: { teams: 0.3, files: 0.28 },
} as const;

/** The address (before `@`) of a school area's list of people across school, health station and child protection. */
export function areaListName(area: string): string {
  const [place = ''] = (area.split('/')[1] ?? '').split(' ');
  return `samarbeid-${inAscii(place)}`;
}
