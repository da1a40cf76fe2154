import type { AdoptionWords } from './nb.ts';

/** Nynorsk of the screen about adoption. */
export const nn: AdoptionWords = {
  steps: {
    1: 'Ikkje teke i bruk',
    2: 'Har prøvd',
    3: 'Fast vane',
    4: 'Arbeider saman',
    5: 'På tvers av einingar',
  },
  stepTexts: {
    1: 'Har ikkje brukt Teams eller filer i skya i perioden, eller har ingen lisens.',
    2: 'Har brukt Teams eller filer i skya minst éin dag.',
    3: 'Bruker Teams eller filer i skya om lag éin dag i veka eller meir.',
    4: 'Arbeider fast i filer som andre deler.',
    5: 'Arbeider fast i delte filer, og har fast kontakt med ei anna eining, ikkje mest på e-post.',
  },
  stepNumber: (step) => `Trinn ${step}`,

  most: (step) => `Flest står på trinnet **${step}**`,
  mostLead: (people, heads, interval) =>
    `Om lag **${people} av ${heads}** personar (${interval}) står der, og ikkje høgare.`,
  spread: (one, other) => `Flest står på **${one}** eller **${other}**`,
  spreadLead: 'Skilnaden mellom dei to trinna er ikkje større enn uvissa i tala.',
  noStaircase: 'Vi kan ikkje seie kor langt folk er komne',
  gapBehind: (period, points, interval) =>
    `I ${period} var delen leiarar med fast vane om lag ${points} prosentpoeng lågare enn hos kontortilsette (${interval}).`,
  gapAhead: (period, points, interval) =>
    `I ${period} var delen leiarar med fast vane om lag ${points} prosentpoeng høgare enn hos kontortilsette (${interval}).`,
  gapNone: (period) => `I ${period} ser vi ingen sikker skilnad mellom leiarar og kontortilsette.`,
  population: (heads, days) => `Gjeld ${heads} personar, ${days}.`,

  withheld: {
    'no-source': () => 'Ikkje målt: Inga kjelde som vart lesen, fortel det.',
    concealed: () => 'Ikkje vist: Bruksrapportane skjulte namn.',
    'too-few-days': (needed) =>
      needed === undefined
        ? 'Ikkje vist: Rapporten finst for altfor få dagar.'
        : `Ikkje vist: Rapporten må finnast for minst ${needed} dagar.`,
    'too-few-heads': (needed) =>
      needed === undefined ? 'Ikkje vist: Gruppa er for lita.' : `Ikkje vist: Gruppa må ha minst ${needed} personar.`,
    'not-in-a-row': () => 'Ikkje vist: Einingane deler rad med andre.',
    'one-unit': () => 'Ikkje vist: Dette er éi eining. Eitt tal for ei eining blir lett ein karakter til leiaren.',
    'not-released': () => 'Ikkje vist: Ingen periode har denne tabellen enno.',
  },
  /** Where only usage reports are read. */
  notRead: {
    channels: 'Ikkje målt: Det som vart lese, skil ikkje e-post frå Teams.',
    contacts: 'Ikkje målt: Inga kjelde som vart lesen, fortel kven som har kontakt.',
  },
  points: (sigma) => `${sigma} prosentpoeng`,
  ofHeads: (figure, heads) => `Om lag ${figure} av ${heads}`,
  shareOf: (share, interval) => `om lag ${share} (${interval})`,
  interval: (low, high) => `${low}–${high}`,

  staircase: {
    title: 'Trappa',
    lead: 'Frå lisens til ein ny måte å arbeide på. Kvar person står på eitt trinn: det høgste personen har nådd.',
    whole: 'Heile organisasjonen',
    byUnit: 'Eining for eining',
    byUnitLink: 'Sjå trappa eining for eining',
    byUnitLead: 'Ei eining får aldri eitt tal. Sjå kor mange som står på kvart trinn.',
    step: 'Trinn',
    meaning: 'Kva det tyder',
    people: 'Personar',
    share: 'Del',
    lowest: 'Ikkje teke i bruk',
    sentence: (people, row, heads, column) => `${people} av ${heads} personar i ${row} står på «${column}».`,
    highest: (people, heads, row, column) => `Størst del: ${people} av ${heads} personar i ${row} står på «${column}».`,
    summary: (rows, columns, highest) => `Tabell over ${rows} einingar og ${columns} trinn. ${highest}`,
    lowestNote: 'Den første kolonnen er resten av rada, rekna ut av dei andre.',
    notSkill:
      'Trappa seier kva som er teke i bruk, ikkje kva nokon kan. Den som arbeider godt utan desse verktøya, står på trinn\u00a01.',
    unmeasured: (steps) => `Ikkje målt i denne perioden: ${steps}. Dei som ville stått der, står på trinnet under.`,
    noise: (sigma) => `Kvart tal i rutene har fått tilfeldig støy (standardavvik ${sigma} personar).`,
  },

  leaders: {
    title: 'Går leiarane føre?',
    lead: 'Fire grupper på den same trappa. Leiarar blir berre sette opp mot kontortilsette, for dei har same slags arbeidsdag.',
    groups: {
      leaders: 'Leiarar',
      desk: 'Kontortilsette',
      frontline: 'Tilsette i førstelinja',
      elected: 'Folkevalde',
    },
    habit: 'Fast vane eller høgare',
    together: 'Arbeider saman eller høgare',
    group: 'Gruppe',
    verdicts: {
      behind: (points, interval) => `**Leiarane ligg etter.** Om lag ${points} prosentpoeng færre (${interval}).`,
      ahead: (points, interval) => `**Leiarane ligg føre.** Om lag ${points} prosentpoeng fleire (${interval}).`,
      'no-sure-difference': (points, interval) =>
        `**Ingen sikker skilnad.** Talet er ${points} prosentpoeng, men spennet (${interval}) femner om null.`,
    },
    difference: 'Leiarar minus kontortilsette, prosentpoeng',
    holdsToo: (groups) => `Her er òg ${groups}: for få til ei eiga rad.`,
    from: (period) => `Tala er frå ${period}. Tabellen over leiarar kjem med 2. og 4.\u00a0kvartal.`,
    noise: (sigma) => `Kvar rute har fått støy (standardavvik ${sigma} personar).`,
    fromTo: (low, high) => `${low} til ${high}`,
  },

  fitness: {
    title: 'Digital form',
    lead: 'Snittet av kor mange som har fire ting i fast bruk: Teams, filer i skya, samskriving og mobil.',
    part: 'Del',
    place: 'Kvar',
    whole: 'Heile organisasjonen',
    mean: 'Snitt',
    sentence: (share, place, part) => `${place}, ${part}: ${share}.`,
    summary: (places, share) =>
      `Tabell over heile organisasjonen og sektorane, ${places} rader. Heile organisasjonen: ${share}.`,
    missing: (parts) => `Manglar: ${parts}. Snittet er laga av resten. Det som manglar, er aldri fylt inn.`,
    source: (table, period) => `Laga av tabellen «${table}» for ${period}.`,
    sameParts: 'To tal kan berre setjast opp mot kvarandre når dei er laga av dei same delane.',
  },

  score: {
    title: 'Ved sida av Adoption Score frå Microsoft',
    lead: 'Microsoft gir poeng etter ein formel som ikkje er open. Her er delane dei har beskrive, og det næraste Samspill kan vise.',
    category: 'Delen hos Microsoft',
    nearest: 'Næraste tal her',
    why: 'Kvifor delen sjølv ikkje blir vist',
    categories: {
      communication: 'Kommunikasjon (Communication)',
      'content-collaboration': 'Samarbeid om innhald (Content collaboration)',
      teamwork: 'Teamarbeid (Teamwork)',
      mobility: 'Mobilitet (Mobility)',
      meetings: 'Møte (Meetings)',
      'ai-adoption': 'Bruk av KI (AI adoption)',
    },
    reasons: {
      overlap: 'Han treng å vite kven som bruker to tenester. Tabellane tel kvar teneste for seg.',
      'not-read': 'Inga kjelde les det han er laga av.',
      'days-a-person': 'Han treng talet på dagar for kvar person. Samspill tek berre vare på om det er ein vane.',
    },
    inHabit: (app, figure) => `${app} i fast bruk: ${figure}`,
    nothing: 'Ingenting er nær nok.',
  },

  ledger: {
    title: 'Inn og ut',
    lead: 'Noko nytt hjelper lite om det gamle blir ståande. Her står kva som kom inn, og kva som skulle ut.',
    balance: (came, went) => `**${came}** inn og **${went}** ut.`,
    overdue: (count) => `**${count}** skulle vore ute no.`,
    none: 'Ingen har ført opp noko enno. Då veit ingen om det gamle er borte.',
    noneTitle: 'Ingenting ført opp',
    tool: 'Kom inn',
    cleanUp: 'Berre opprydding',
    replaces: 'Skal ut',
    outBy: 'Ut innan',
    outOn: 'Gjekk ut',
    where: 'Kvar',
    everywhere: 'Overalt',
    inUse: 'I bruk',
    late: 'Over tida',
    displaced: 'Fortrengt',
    states: {
      less: (figure) => `Mindre brukt: ${figure} er borte.`,
      more: (figure) => `Meir brukt enn før: ${figure} er borte.`,
      'no-sure-change': (figure) => `Inga sikker endring: ${figure} er borte.`,
      holiday: (figure) => `Kan kome av ferien: ${figure} er borte, men årstidene er ulike.`,
      'too-little-to-tell': () => 'For lite brukt frå før til å seie noko.',
      'no-null-point': () => 'Ingen tal frå før det nye kom.',
      'not-measured': () => 'Ikkje målt sidan det nye kom.',
      'not-comparable': () => 'Radene er lagde om. Tala kan ikkje setjast opp mot kvarandre.',
      untold: () => 'Ingen tabell fortel om det gamle.',
    },
    before: 'Før',
    now: 'No',
    appsNoise: (sigma) => `${sigma} per person`,
    cameWith: 'Kom med lansering:',
    seeLaunches: 'Sjå lanseringane',
    appsAPerson: 'Verktøy i fast bruk per person',
    apps: (about, low, high) => `om lag ${about} (${low}–${high})`,
    quarter: 'Periode',
    figure: 'Snitt',
  },

  meanwhile: {
    title: 'Medan de ventar på neste bilete',
    next: (day) => `Neste bilete er venta **${day}**.`,
    noNext: 'Ingen dag er sett for neste bilete.',
    newest: (period) => `Det nyaste biletet er frå ${period}.`,
    absent: {
      'small-organisation': 'Tala til Microsoft blir berre viste for verksemder med 300 tilsette eller fleire.',
      'no-usage-reports': 'Ingen bruksrapport er med i det som kan lesast.',
      'not-yet': 'Tala er ikkje lesne enno.',
    },
    off: (what) => `I denne veka var det ${what}. Då bruker færre verktøya.`,
  },

  reports: {
    title: 'Slik kom rapportane',
    lead: 'Kor mange som står i kvar rapport, og kor mange av dei Samspill fann att i katalogen.',
    report: 'Rapport',
    days: 'Dagar lesne',
    inReport: 'I rapporten',
    onDay: (people, day) => `${people} (${day})`,
    inDirectory: 'I katalogen',
    matched: 'Funne att',
    note: 'Merknad',
    ofDays: (read, all) => `${read} av ${all}`,
    few: 'under 100',
    shrunk: 'Då ein dag vart lesen på nytt, stod det klart færre i rapporten.',
    late: (days: string) => `Kom seint: var ${days} dagar gammal då han vart lesen. Vanleg er tre.`,
    newColumns: (count: number, written: string) =>
      `Har fått ${written} ${count === 1 ? 'ny kolonne' : 'nye kolonnar'}. ${count === 1 ? 'Han' : 'Dei'} blir ikkje ${count === 1 ? 'lesen' : 'lesne'}.`,
    disagrees: (here: string, microsoft: string) =>
      `Er ikkje samd med teljinga til Microsoft same dagen: ${here} her, ${microsoft} der.`,
    odd: 'Ikkje alle rapportane bak tala kom som dei skulle:',
    whole: 'Ingen.',
    none: 'Ingen bruksrapport er lesen for denne perioden.',
  },

  form: {
    title: 'Før opp noko som kjem inn',
    tool: 'Kva kjem inn?',
    toolHint: 'La feltet stå tomt når de berre ryddar.',
    inOn: 'Frå kva dag?',
    replaces: 'Kva skal ut?',
    outBy: 'Når skal det vere ute?',
    outOn: 'Når gjekk det ut?',
    outOnHint: 'La feltet stå tomt så lenge det er i bruk.',
    launch: 'Kva lansering kom det med?',
    launchHint: 'La feltet stå tomt når det ikkje er ført opp noka.',
    oldIndicator: 'Kva tal viser bruken av det gamle?',
    noIndicator: 'Ingen',
    where: 'Kvar gjeld det? Ingen vald tyder overalt.',
    send: 'Før opp',
  },
};
