/** Job titles that mean leader. A *pedagogisk leder* in a kindergarten leads children, not staff, and is not here. */
export const LEADER_TITLES: readonly string[] = [
  'kommunedirektør',
  'kommunalsjef',
  'enhetsleder',
  'avdelingsleder',
  'rektor',
  'styrer',
  'leder',
];

/** Job titles that mean elected. */
export const ELECTED_TITLES: readonly string[] = ['ordfører', 'varaordfører', 'kommunestyrerepresentant'];

/** What people do decides their title, and the rhythm of their year. */
export const TITLES = {
  school: { head: 'enhetsleder', leader: 'rektor', desk: ['lærer', 'lektor', 'spesialpedagog', 'sosiallærer'] },
  kindergarten: { head: 'enhetsleder', leader: 'styrer', desk: ['pedagogisk leder', 'barnehagelærer'] },
  care: { head: 'enhetsleder', leader: 'avdelingsleder', desk: ['sykepleier', 'fagkoordinator', 'vernepleier'] },
  health: { head: 'enhetsleder', leader: 'avdelingsleder', desk: ['helsesykepleier', 'psykolog', 'familieveileder'] },
  protection: { head: 'enhetsleder', leader: 'avdelingsleder', desk: ['barnevernspedagog', 'sosionom', 'jurist'] },
  counsel: { head: 'leder', leader: 'avdelingsleder', desk: ['rådgiver', 'pedagogisk-psykologisk rådgiver'] },
  office: { head: 'enhetsleder', leader: 'leder', desk: ['rådgiver', 'konsulent', 'saksbehandler', 'spesialrådgiver'] },
  technical: { head: 'enhetsleder', leader: 'avdelingsleder', desk: ['ingeniør', 'prosjektleder', 'fagarbeider'] },
  cleaning: { head: 'enhetsleder', leader: 'leder', desk: ['renholdsplanlegger'] },
  culture: { head: 'enhetsleder', leader: 'leder', desk: ['bibliotekar', 'kulturskolelærer', 'kulturkonsulent'] },
  welfare: { head: 'enhetsleder', leader: 'avdelingsleder', desk: ['veileder', 'programrådgiver', 'saksbehandler'] },
} as const satisfies Record<string, { head: string; leader: string; desk: readonly string[] }>;

export type Work = keyof typeof TITLES;

/** What frontline staff are called, by the same key. */
export const FRONTLINE_TITLES: Readonly<Record<Work, readonly string[]>> = {
  school: ['assistent', 'barne- og ungdomsarbeider', 'SFO-medarbeider'],
  kindergarten: ['barnehageassistent', 'barne- og ungdomsarbeider'],
  care: ['helsefagarbeider', 'pleieassistent', 'miljøarbeider'],
  health: ['helsesekretær'],
  protection: ['miljøarbeider'],
  counsel: ['assistent'],
  office: ['servicemedarbeider'],
  technical: ['driftsoperatør', 'vaktmester', 'anleggsarbeider'],
  cleaning: ['renholder'],
  culture: ['kulturmedarbeider', 'badevakt'],
  welfare: ['miljøarbeider'],
};
