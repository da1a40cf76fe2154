/** Bokmål of the screen about adoption; it comes with that screen alone. */
export const nb = {
  steps: {
    1: 'Ikke tatt i bruk',
    2: 'Har prøvd',
    3: 'Fast vane',
    4: 'Arbeider sammen',
    5: 'På tvers av enheter',
  },
  stepTexts: {
    1: 'Har ikke brukt Teams eller filer i skyen i perioden, eller har ingen lisens.',
    2: 'Har brukt Teams eller filer i skyen minst én dag.',
    3: 'Bruker Teams eller filer i skyen om lag én dag i uken eller mer.',
    4: 'Arbeider fast i filer som andre deler.',
    5: 'Arbeider fast i delte filer, og har fast kontakt med en annen enhet, ikke mest på e-post.',
  },
  stepNumber: (step: string) => `Trinn ${step}`,

  most: (step: string) => `Flest står på trinnet **${step}**`,
  mostLead: (people: string, heads: string, interval: string) =>
    `Om lag **${people} av ${heads}** personer (${interval}) står der, og ikke høyere.`,
  spread: (one: string, other: string) => `Flest står på **${one}** eller **${other}**`,
  spreadLead: 'Forskjellen mellom de to trinnene er ikke større enn usikkerheten i tallene.',
  noStaircase: 'Vi kan ikke si hvor langt folk er kommet',
  gapBehind: (period: string, points: string, interval: string) =>
    `I ${period} var andelen ledere med fast vane om lag ${points} prosentpoeng lavere enn hos ansatte ved skrivebord (${interval}).`,
  gapAhead: (period: string, points: string, interval: string) =>
    `I ${period} var andelen ledere med fast vane om lag ${points} prosentpoeng høyere enn hos ansatte ved skrivebord (${interval}).`,
  gapNone: (period: string) => `I ${period} ser vi ingen sikker forskjell mellom ledere og ansatte ved skrivebord.`,
  population: (heads: string, days: string) => `Gjelder ${heads} personer, ${days}.`,

  /** Why a figure is not shown. */
  withheld: {
    'no-source': () => 'Ikke målt: Ingen kilde som ble lest, forteller det.',
    concealed: () => 'Ikke vist: Bruksrapportene skjulte navn.',
    'too-few-days': (needed?: string) =>
      needed === undefined
        ? 'Ikke vist: Rapporten finnes for altfor få dager.'
        : `Ikke vist: Rapporten må finnes for minst ${needed} dager.`,
    'too-few-heads': (needed?: string) =>
      needed === undefined ? 'Ikke vist: Gruppen er for liten.' : `Ikke vist: Gruppen må ha minst ${needed} personer.`,
    'not-in-a-row': () => 'Ikke vist: Enhetene deler rad med andre.',
    'one-unit': () => 'Ikke vist: Dette er én enhet. Ett tall for en enhet blir lett en karakter til lederen.',
    'not-released': () => 'Ikke vist: Ingen periode har denne tabellen ennå.',
  },
  /** Where only usage reports are read. */
  notRead: {
    channels: 'Ikke målt: Det som ble lest, skiller ikke e-post fra Teams.',
    contacts: 'Ikke målt: Ingen kilde som ble lest, forteller hvem som har kontakt.',
  },
  points: (sigma: string) => `${sigma} prosentpoeng`,
  ofHeads: (figure: string, heads: string) => `Om lag ${figure} av ${heads}`,
  shareOf: (share: string, interval: string) => `om lag ${share} (${interval})`,
  interval: (low: string, high: string) => `${low}–${high}`,

  staircase: {
    title: 'Trappen',
    lead: 'Fra lisens til en ny måte å arbeide på. Hver person står på ett trinn: det høyeste de har nådd.',
    whole: 'Hele organisasjonen',
    byUnit: 'Enhet for enhet',
    byUnitLink: 'Se trappen enhet for enhet',
    byUnitLead: 'En enhet får aldri ett tall. Se hvor mange som står på hvert trinn.',
    step: 'Trinn',
    meaning: 'Hva det betyr',
    people: 'Personer',
    share: 'Andel',
    lowest: 'Ikke tatt i bruk',
    sentence: (people: string, row: string, heads: string, column: string) =>
      `${people} av ${heads} personer i ${row} står på «${column}».`,
    highest: (people: string, heads: string, row: string, column: string) =>
      `Størst andel: ${people} av ${heads} personer i ${row} står på «${column}».`,
    summary: (rows: string, columns: string, highest: string) =>
      `Tabell over ${rows} enheter og ${columns} trinn. ${highest}`,
    lowestNote: 'Den første kolonnen er resten av raden, regnet ut av de andre.',
    notSkill:
      'Trappen sier hva som er tatt i bruk, ikke hva noen kan. Den som arbeider godt uten disse verktøyene, står på trinn\u00a01.',
    unmeasured: (steps: string) =>
      `Ikke målt i denne perioden: ${steps}. De som ville stått der, står på trinnet under.`,
    noise: (sigma: string) => `Hvert tall i rutene er tilsatt tilfeldig støy (standardavvik ${sigma} personer).`,
  },

  leaders: {
    title: 'Går lederne foran?',
    lead: 'Fire grupper på den samme trappen. Ledere blir bare satt opp mot ansatte ved skrivebord, for de har samme slags arbeidsdag.',
    groups: {
      leaders: 'Ledere',
      desk: 'Ansatte ved skrivebord',
      frontline: 'Ansatte i førstelinjen',
      elected: 'Folkevalgte',
    },
    habit: 'Fast vane eller høyere',
    together: 'Arbeider sammen eller høyere',
    group: 'Gruppe',
    verdicts: {
      behind: (points: string, interval: string) =>
        `**Lederne ligger etter.** Om lag ${points} prosentpoeng færre (${interval}).`,
      ahead: (points: string, interval: string) =>
        `**Lederne ligger foran.** Om lag ${points} prosentpoeng flere (${interval}).`,
      'no-sure-difference': (points: string, interval: string) =>
        `**Ingen sikker forskjell.** Tallet er ${points} prosentpoeng, men spennet (${interval}) rommer null.`,
    },
    difference: 'Ledere minus ansatte ved skrivebord, prosentpoeng',
    holdsToo: (groups: string) => `Her er også ${groups}: for få til en egen rad.`,
    from: (period: string) => `Tallene er fra ${period}. Tabellen over ledere kommer med 2. og 4.\u00a0kvartal.`,
    noise: (sigma: string) => `Hver rute er tilsatt støy (standardavvik ${sigma} personer).`,
    fromTo: (low: string, high: string) => `${low} til ${high}`,
  },

  fitness: {
    title: 'Digital form',
    lead: 'Snittet av hvor mange som har fire ting i fast bruk: Teams, filer i skyen, samskriving og mobil.',
    part: 'Del',
    place: 'Hvor',
    whole: 'Hele organisasjonen',
    mean: 'Snitt',
    sentence: (share: string, place: string, part: string) => `${place}, ${part}: ${share}.`,
    summary: (places: string, share: string) =>
      `Tabell over hele organisasjonen og sektorene, ${places} rader. Hele organisasjonen: ${share}.`,
    missing: (parts: string) => `Mangler: ${parts}. Snittet er laget av resten. Det som mangler, er aldri fylt inn.`,
    source: (table: string, period: string) => `Laget av tabellen «${table}» for ${period}.`,
    sameParts: 'To tall kan bare settes opp mot hverandre når de er laget av de samme delene.',
  },

  score: {
    title: 'Ved siden av Microsofts Adoption Score',
    lead: 'Microsoft gir poeng etter en formel som ikke er åpen. Her er delene de har beskrevet, og det nærmeste Samspill kan vise.',
    category: 'Microsofts del',
    nearest: 'Nærmeste tall her',
    why: 'Hvorfor delen selv ikke vises',
    categories: {
      communication: 'Kommunikasjon (Communication)',
      'content-collaboration': 'Samarbeid om innhold (Content collaboration)',
      teamwork: 'Teamarbeid (Teamwork)',
      mobility: 'Mobilitet (Mobility)',
      meetings: 'Møter (Meetings)',
      'ai-adoption': 'Bruk av KI (AI adoption)',
    },
    reasons: {
      overlap: 'Den trenger å vite hvem som bruker to tjenester. Tabellene teller hver tjeneste for seg.',
      'not-read': 'Ingen kilde leser det den er laget av.',
      'days-a-person': 'Den trenger antall dager for hver person. Samspill beholder bare om det er en vane.',
    },
    inHabit: (app: string, figure: string) => `${app} i fast bruk: ${figure}`,
    nothing: 'Ingenting er nær nok.',
  },

  ledger: {
    title: 'Inn og ut',
    lead: 'Noe nytt hjelper lite om det gamle blir stående. Her står hva som kom inn, og hva som skulle ut.',
    balance: (came: string, went: string) => `**${came}** inn og **${went}** ut.`,
    overdue: (count: string) => `**${count}** skulle vært ute nå.`,
    none: 'Ingen har ført opp noe ennå. Da vet ingen om det gamle er borte.',
    noneTitle: 'Ingenting ført opp',
    tool: 'Kom inn',
    cleanUp: 'Bare opprydding',
    replaces: 'Skal ut',
    outBy: 'Ut innen',
    outOn: 'Gikk ut',
    where: 'Hvor',
    everywhere: 'Overalt',
    inUse: 'I bruk',
    late: 'Over tiden',
    displaced: 'Fortrengt',
    states: {
      less: (figure: string) => `Mindre brukt: ${figure} er borte.`,
      more: (figure: string) => `Mer brukt enn før: ${figure} er borte.`,
      'no-sure-change': (figure: string) => `Ingen sikker endring: ${figure} er borte.`,
      holiday: (figure: string) => `Kan skyldes ferien: ${figure} er borte, men årstidene er ulike.`,
      'too-little-to-tell': () => 'For lite brukt fra før til å si noe.',
      'no-null-point': () => 'Ingen tall fra før det nye kom.',
      'not-measured': () => 'Ikke målt siden det nye kom.',
      'not-comparable': () => 'Radene er lagt om. Tallene kan ikke settes opp mot hverandre.',
      untold: () => 'Ingen tabell forteller om det gamle.',
    },
    before: 'Før',
    now: 'Nå',
    appsNoise: (sigma: string) => `${sigma} per person`,
    cameWith: 'Kom med lansering:',
    seeLaunches: 'Se lanseringene',
    appsAPerson: 'Verktøy i fast bruk per person',
    apps: (about: string, low: string, high: string) => `om lag ${about} (${low}–${high})`,
    quarter: 'Periode',
    figure: 'Snitt',
  },

  meanwhile: {
    title: 'Mens dere venter på neste bilde',
    next: (day: string) => `Neste bilde ventes **${day}**.`,
    noNext: 'Ingen dag er satt for neste bilde.',
    newest: (period: string) => `Nyeste bilde er fra ${period}.`,
    absent: {
      'small-organisation': 'Microsofts tall vises bare for virksomheter med 300 ansatte eller flere.',
      'no-usage-reports': 'Ingen bruksrapport er med i det som kan leses.',
      'not-yet': 'Tallene er ikke lest ennå.',
    },
    off: (what: string) => `I denne uken var det ${what}. Da bruker færre verktøyene.`,
  },

  reports: {
    title: 'Slik kom rapportene',
    lead: 'Hvor mange som står i hver rapport, og hvor mange av dem Samspill fant igjen i katalogen.',
    report: 'Rapport',
    days: 'Dager lest',
    inReport: 'I rapporten',
    onDay: (people: string, day: string) => `${people} (${day})`,
    inDirectory: 'I katalogen',
    matched: 'Funnet igjen',
    note: 'Merknad',
    ofDays: (read: string, all: string) => `${read} av ${all}`,
    few: 'under 100',
    shrunk: 'Da en dag ble lest på nytt, sto det klart færre i rapporten.',
    late: (days: string) => `Kom sent: var ${days} dager gammel da den ble lest. Vanlig er tre.`,
    newColumns: (count: number, written: string) =>
      `Har fått ${written} ${count === 1 ? 'ny kolonne' : 'nye kolonner'}. ${count === 1 ? 'Den' : 'De'} blir ikke lest.`,
    disagrees: (here: string, microsoft: string) =>
      `Er ikke enig med Microsofts egen telling samme dag: ${here} her, ${microsoft} der.`,
    odd: 'Ikke alle rapportene bak tallene kom som de skulle:',
    whole: 'Ingen.',
    none: 'Ingen bruksrapport er lest for denne perioden.',
  },

  form: {
    title: 'Før opp noe som kommer inn',
    tool: 'Hva kommer inn?',
    toolHint: 'La feltet stå tomt når dere bare rydder.',
    inOn: 'Fra hvilken dag?',
    replaces: 'Hva skal ut?',
    outBy: 'Når skal det være ute?',
    outOn: 'Når gikk det ut?',
    outOnHint: 'La feltet stå tomt så lenge det er i bruk.',
    launch: 'Hvilken lansering kom det med?',
    launchHint: 'La feltet stå tomt når det ikke er ført opp noen.',
    oldIndicator: 'Hvilket tall viser bruken av det gamle?',
    noIndicator: 'Ingen',
    where: 'Hvor gjelder det? Ingen valgt betyr overalt.',
    send: 'Før opp',
  },
};

type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Widened<T[K]> };
export type AdoptionWords = Widened<typeof nb>;
