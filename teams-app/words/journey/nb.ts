/** Bokmål of the screen about launches, benefits and gates; it comes with that screen alone. */
export const nb = {
  title: {
    none: 'Reisen begynner her',
    /** How many launches, how many that were told of. */
    launches: (count: string) => `**${count}** lanseringer står i loggen`,
    one: '**Én** lansering står i loggen',
  },
  lead: {
    none: 'Ingen lansering er ført opp ennå. Den første gir et utgangspunkt å se tilbake på.',
    found: (count: string) => `${count === '1' ? 'Én' : count} gikk sammen med en endring i tallene.`,
    failed: (count: string) =>
      `${count === '1' ? 'Én' : count} virket ikke, og det står her, så andre kan lære av det.`,
    rest: 'Tallene sier hva som gikk sammen, aldri hva som var årsak.',
  },

  timeline: {
    title: 'Tidslinje',
    lead: 'Det nyeste står øverst. Det som ikke virket, blir stående.',
    population: 'Dager for lanseringer, publiseringer og det som ble lært. Ingen tall.',
    empty: 'Ingenting har hendt ennå.',
    day: 'Dag',
    what: 'Hva',
    kinds: {
      launch: (what: string) => `Begynte: ${what}`,
      replaced: (what: string) => `Frist for å gå ut: ${what}`,
      expected: (what: string) => `Frist for målet: ${what}`,
      release: (period: string) => `Nye tall: ${period}`,
    },
    retrospective: (what: string, outcome: string) => `Tilbakeblikk på ${what}: ${outcome}`,
  },

  states: {
    'to-come': 'Kommer',
    begun: 'I gang',
    worked: 'Virket',
    'worked-in-part': 'Virket delvis',
    'did-not-work': 'Virket ikke',
    cancelled: 'Avlyst',
  },

  launch: {
    title: 'Lanseringer',
    begins: (day: string) => `Fra ${day}.`,
    registeredLater: (day: string) => `Ført opp ${day}, etter at den begynte.`,
    owner: (office: string) => `Eies av ${office}.`,
    rows: (rows: string) => `Gjelder ${rows}.`,
    row: (name: string, heads: string) => `${name} (${heads})`,
    replaces: (what: string, by: string) => `Erstatter ${what}, som skal være ute ${by}.`,
    goal: (gain: string, indicator: string, by: string) => `Mål: ${gain} flere av 100 på «${indicator}» innen ${by}.`,
    besides: (names: string) => `Samtidig i noen av de samme enhetene: ${names}. Det kan ikke skilles fra dette.`,
    indicators: {
      apps: (name: string) => `${name} i fast bruk`,
      staircase: (name: string) => `Trappen: ${name} eller høyere`,
      reach: (name: string) => `Fast kontakt med ${name}`,
    },
    curve: 'Ventet og målt',
    curveLead: 'Båndet er det som var ventet da lanseringen ble ført opp. Punktene er det som er målt, med spenn.',
    fitted: 'Den stiplede linjen følger tallene siden.',
    scale: (top: string, heads: string) => `Skalaen går fra 0 til ${top} av ${heads} personer.`,
    quarter: 'Periode',
    actual: 'Målt',
    expected: 'Ventet',
    follows: 'Etter tallene siden',
    people: (about: string, interval: string) => `om lag ${about} (${interval})`,
    ofHeads: (people: string, heads: string) => `${people} av ${heads}`,
    nothing: 'Ikke målt',
    summary: (what: string, points: string) => `${what}. ${points}.`,
    point: (period: string, actual: string, expected: string) => `${period}: målt ${actual}, ventet ${expected}`,
    effect: 'Hva det gikk sammen med',
    found: {
      'went-together-with': (people: string, interval: string) =>
        `**Gikk sammen med en endring.** Om lag ${people} personer (${interval}) mot det som var ventet av lignende enheter.`,
      'no-effect-seen': (people: string, interval: string) =>
        `**Ingen virkning sett.** Tallet er ${people} personer, men spennet (${interval}) rommer null.`,
      'too-small-to-tell': (people: string, interval: string) =>
        `**For lite til å si.** Tallet er ${people} personer, og spennet (${interval}) er for vidt.`,
    },
    compared: (before: string, after: string, own: string, others: string) =>
      `${before} mot ${after}. ${own} personer satt opp mot ${others} i lignende enheter.`,
    otherSeason: (before: string, quiet: string, after: string, other: string) =>
      `De to kvartalene er ulike årstider: ${before} har ${quiet} stille dager og ${after} ${other}. Enheter i samme sektor har den samme ferien.`,
    holiday: 'Ferie kan forklare det: Det er satt opp mot andre sektorer, som kan ha en annen sommer.',
    dip: (quarters: string) => `${quarters} har mange stille dager. Et fall der kan komme av ferien.`,
    toGo: (what: string, by: string) => `I «Inn og ut»: ${what} skal være ute ${by}.`,
    gone: (what: string, on: string) => `I «Inn og ut»: ${what} gikk ut ${on}.`,
    late: (what: string, by: string) => `I «Inn og ut»: ${what} skulle vært ute ${by} og er i bruk.`,
    notInLedger: 'Det som erstattes, står ikke i «Inn og ut» ennå.',
    seeLedger: 'Se «Inn og ut»',
    placebos: (count: string) => `Spennet er prøvd mot ${count} tenkte lanseringer som aldri fant sted.`,
    withheld: {
      'too-few-heads': (needed?: string) =>
        needed === undefined
          ? 'Ikke regnet ut: Lanseringen gjelder for få.'
          : `Ikke regnet ut: Lanseringen må gjelde minst ${needed} personer.`,
      'too-few-comparable': (needed?: string) =>
        needed === undefined
          ? 'Ikke regnet ut: For få lignende enheter står igjen.'
          : `Ikke regnet ut: Minst ${needed} lignende enheter må stå igjen.`,
      'no-release-before': () => 'Ikke regnet ut: Ingen tall er fra før lanseringen.',
      'no-release-after': () => 'Ikke regnet ut ennå: Ingen tall er fra etter lanseringen.',
      'not-measured': () => 'Ikke målt: Ingen periode har dette tallet for disse radene.',
      'too-little-coverage': () => 'Ikke regnet ut: For få i enhetene har postkasse.',
      cancelled: () => 'Avlyst: Ingenting ble lansert.',
    },
    retrospectives: 'Tilbakeblikk',
    noRetrospective: 'Ingen har skrevet noe tilbakeblikk ennå.',
    tried: 'Prøvd',
    wanted: 'Ventet',
    got: 'Fikk',
    learnt: 'Lærte',
    next: 'Neste',
  },

  benefits: {
    title: 'Gevinstplan',
    lead: 'Hvert mål er knyttet til et tall som måles. Status er regnet ut, aldri skrevet inn.',
    none: 'Ingen gevinst er ført opp ennå.',
    benefit: 'Gevinst',
    kind: 'Slag',
    indicator: 'Tall',
    nullPoint: 'Utgangspunkt',
    now: 'Nå',
    target: 'Mål',
    by: 'Innen',
    owner: 'Eier',
    status: 'Status',
    kinds: { 'avoided-cost': 'Spart utgift', 'saved-time': 'Spart tid', quality: 'Kvalitet' },
    directions: { 'at-least': (figure: string) => `minst ${figure}`, 'at-most': (figure: string) => `høyst ${figure}` },
    statuses: {
      reached: 'Nådd',
      'on-the-way': 'På vei',
      'no-sure-change': 'Ingen sikker endring',
      'wrong-way': 'Feil vei',
      holiday: 'Kan skyldes ferien',
      'no-null-point': 'Uten utgangspunkt',
      'not-measured': 'Ikke målt',
      'not-comparable': 'Radene er lagt om',
    },
    overdue: 'Over tiden',
    of: (figure: string, period: string) => `${figure}, ${period}`,
    otherSeason: 'annen årstid',
    formerly: (target: string, until: string) => `Målet var ${target} fram til ${until}.`,
  },

  gates: {
    title: 'Porter',
    lead: 'En tjeneste kan bygge på en vane når porten er åpen. Den er åpen bare der hele spennet ligger over nivået.',
    none: 'Ingen port er ført opp ennå.',
    states: { open: 'Åpen', nearly: 'Nesten', closed: 'Lukket' },
    ruleOnce: (indicator: string, level: string) => `«${indicator}» på minst ${level} i den nyeste perioden.`,
    rule: (indicator: string, level: string, quarters: string) =>
      `«${indicator}» på minst ${level} i ${quarters} perioder på rad.`,
    reasons: {
      below: (row: string, period: string) => `${row} lå sikkert under i ${period}.`,
      'not-sure': (row: string, period: string) => `${row} er ikke sikkert over i ${period}.`,
      'too-few-releases': () => 'For få perioder er målt.',
      'not-measured': () => 'Ingen periode har dette tallet.',
    },
    service: 'Tjeneste',
    row: 'Enhet',
    quarter: 'Periode',
    value: 'Tall',
    verdict: 'Mot nivået',
    verdicts: { clears: 'over', 'not-sure': 'ikke sikkert', below: 'under', 'not-measured': 'ikke målt' },
    owner: (office: string) => `Eies av ${office}.`,
    formerly: (level: string, until: string) => `Nivået var ${level} fram til ${until}.`,
  },

  calendar: {
    title: 'Kalenderen',
    lead: 'Ferie gjør vaner sjeldnere. Et fall i juli er ingen svikt.',
    quarter: 'Periode',
    weekdays: 'Ukedager',
    working: 'Uten helligdager',
    quiet: 'Stille dager',
    off: 'Fri',
    kinds: {
      'public-holiday': 'helligdager',
      fellesferie: 'fellesferie',
      christmas: 'jul',
      'easter-week': 'påskeuke',
      'school-summer': 'skolens sommerferie',
      'winter-holiday': 'vinterferie',
      'autumn-holiday': 'høstferie',
    },
    unsure: 'Uken for skoleferie varierer mellom fylkene. Si hvilken kommune dette er, så blir den riktig.',
    none: 'Ingen.',
  },

  peers: {
    title: 'Andre kommuner (KOSTRA)',
    lead: 'Åpne tall fra KOSTRA. De er skrevet inn her, og er ikke laget av Samspill.',
    none: 'Ingen tall fra andre kommuner er lagt inn.',
    indicator: 'Tall',
    year: 'År',
    own: 'Vi',
    median: 'Midten av de andre',
    range: 'Spennet blant de andre',
    others: 'Kommuner',
    absent: 'ikke lagt inn',
  },

  forms: {
    launch: {
      title: 'Før opp en lansering',
      what: 'Hva lanseres?',
      indicator: 'Hvilket tall skal flytte seg?',
      rows: 'For hvem? Velg hele rader.',
      effectHeads: (heads: string) => `Virkningen blir regnet ut fra ${heads} personer og oppover.`,
      begins: 'Når begynner det?',
      ownerOffice: 'Hvilken enhet eller rolle eier den?',
      purpose: 'Hvorfor?',
      replaces: 'Hva erstatter den? La feltet stå tomt når den ikke erstatter noe.',
      replacesBy: 'Når skal det gamle være ute?',
      expectedGain: 'Hvor mange flere av 100 ventes?',
      expectedBy: 'Innen når?',
      send: 'Før opp lanseringen',
    },
    retrospective: {
      title: 'Se tilbake på en lansering',
      launch: 'Hvilken lansering?',
      outcome: 'Hvordan gikk det?',
      tried: 'Hva ble prøvd?',
      expected: 'Hva ventet dere?',
      got: 'Hva fikk dere?',
      learnt: 'Hva lærte dere?',
      next: 'Hva skjer nå?',
      send: 'Lagre tilbakeblikket',
    },
    benefit: {
      title: 'Før opp en gevinst',
      benefit: 'Hvilken gevinst?',
      kind: 'Hva slags gevinst?',
      owner: 'Hvilken enhet eller rolle svarer for den?',
      indicator: 'Hvilket tall viser den?',
      where: 'Hvor? Ingen valgt betyr overalt.',
      from: 'Fra hvilken dag skal den vise seg?',
      direction: 'Hvilken vei?',
      atLeast: 'Minst så mye',
      atMost: 'Høyst så mye',
      target: 'Mål, i tallets egen enhet',
      by: 'Innen når?',
      send: 'Før opp gevinsten',
    },
    own: {
      title: 'Si hvilken kommune dette er',
      number: 'Kommunenummer, fire sifre',
      send: 'Lagre nummeret',
    },
    peers: {
      title: 'Legg inn tall fra KOSTRA',
      csv: 'Lim inn tabellen',
      hint: 'Første linje er kommune;år;indikator;verdi. Så ett tall på hver linje, som 3901 Horten;2025;Utgifter per innbygger;1 912.',
      send: 'Legg inn tallene',
    },
    gate: {
      title: 'Før opp en port',
      service: 'Hvilken tjeneste?',
      owner: 'Hvilken enhet eller rolle bestemmer etter den?',
      indicator: 'Hvilket tall?',
      where: 'Hvilke enheter eier tjenesten?',
      level: 'Avtalt nivå, i prosent',
      quarters: 'I hvor mange perioder på rad?',
      send: 'Før opp porten',
    },
  },
};

type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Widened<T[K]> };
export type JourneyWords = Widened<typeof nb>;
