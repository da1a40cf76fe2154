/** Bokmål of the screen about bridges; it comes with that screen alone. */
export const nb = {
  most: (people: string) => `Om lag **${people} av 100 ansatte** har fast kontakt med minst tre andre enheter`,
  mostLead: (people: string, heads: string, interval: string) =>
    `Det er om lag ${people} (${interval}) av de ${heads} ansatte vi ser godt nok. Slik kontakt bygger bro mellom enhetene.`,
  leftOut: 'Enheter der under 60 prosent har både postkasse og lisens, er ikke regnet med.',
  tooLittle: 'Vi ser for lite her',
  tooLittleLead: 'For få har både postkasse og lisens til at vi kan si hvordan enhetene er knyttet sammen.',
  notMeasured: 'Vi kan ikke si hvor mange som når andre enheter',
  notMeasuredLead: 'Denne perioden har ingen tabell over bredde.',
  population: (heads: string, days: string) => `Gjelder ${heads} personer, ${days}.`,

  spread: {
    title: 'Så mange av 100 bygger bro',
    lead: 'Så mange av 100 ansatte vi ser, har fast kontakt med minst tre andre enheter. Slik kan store og små enheter leses ved siden av hverandre.',
    unit: 'Enhet',
    heads: 'Ansatte',
    coverage: 'Dekning',
    people: 'Når minst tre andre enheter',
    perHundred: 'Av 100 vi ser',
    divisions: 'Andre sektorer i snitt',
    ofHundred: (people: string) => `${people} av 100`,
    said: (people: string, interval: string) => `om lag ${people} av 100 (${interval})`,
    reached: (mean: string, interval: string, all: string) => `om lag ${mean} (${interval}) av ${all}`,
    notAsked: 'Ikke vist: For minst én sektor finnes det ikke noe tall.',
    seen: (coverage: string) => `Vi ser for lite her: Bare ${coverage} har både postkasse og lisens.`,
    summary: (rows: string) => `Liste over ${rows} enheter, ordnet etter sektor.`,
    formula:
      'Slik regner vi: Vi legger sammen dem som når 3–5 andre enheter, og dem som når seks eller flere. Summen deler vi på dem i raden som har både postkasse og lisens, og ganger med 100. Snittet i tabellen er summen av tallene for kontakt med andre sektorer, delt på de samme. Spennet kommer av støyen i hvert tall. Andelen med postkasse er rundet av til nærmeste fem prosent, og spennet tar ikke med det.',
  },

  thin: {
    title: 'Tynne broer',
    lead: (most: string) =>
      `Her går det trolig en bro, men få bærer den: trolig høyst ${most} ansatte. Slutter de, kan kontakten bli borte.`,
    none: (most: string) =>
      `Ingen tynne broer: Vi finner ingen bro som trolig er der, og som trolig bæres av høyst ${most} ansatte.`,
    scale: (most: string) => `Skala: 0 til ${most} ansatte.`,
    pair: (row: string, column: string) => `${row} til ${column}`,
    said: (people: string, heads: string) => `${people} av ${heads} ansatte`,
    from: 'Fra enhet',
    to: 'Til sektor',
    carriers: 'Har fast kontakt dit',
    more: (shown: string, all: string) => `Viser ${shown} av ${all}. Tabellen har alle.`,
    summary: (count: string, asked: string) => `${count} av ${asked} par av enhet og sektor har en tynn bro.`,
    rule: (most: string) =>
      `Et par er med når spennet begynner over null og slutter på ${most} eller lavere. Rader der under 60 prosent har både postkasse og lisens, er ikke med: Der ser vi for lite. Noen få par kan være med bare på grunn av støyen.`,
    tooLittle: 'Vi ser for lite her til å si noe om tynne broer.',
  },

  brokerage: {
    title: 'Hvor mange binder sammen',
    lead: 'Hvor mange i enheten som står mellom kolleger fra to enheter som ikke har kontakt uten dem. Tabellen sier aldri hvem.',
    columns: { some: 'Noen: 10 til 49 par', much: 'Mange: 50 par eller flere' },
    off: 'Ikke vist: Denne perioden har ingen slik tabell. Den bygger også på andres kontakter, og er derfor av til noen slår den på. **Personvernansvarlig** foreslår det, og en annen må **godkjenne**. Er den på, kommer den med 2. og 4.\u00a0kvartal.',
  },
  steps: {
    title: 'Steg til en kompetanse',
    lead: 'Hvor mange i sektoren som har kontakt med noen som har kompetansen (ett steg), eller med noen som igjen har slik kontakt (to steg).',
    column: { 1: (name: string) => `${name}: ett steg`, 2: (name: string) => `${name}: to steg` },
    off: 'Ikke vist: Denne perioden har ingen slik tabell. Den bygger også på andres kontakter, og er derfor av til noen slår den på. **Personvernansvarlig** foreslår den og hvilke kompetanser som telles, og en annen må **godkjenne**. Er den på, kommer den med 4.\u00a0kvartal.',
  },
  counted: (people: string, row: string, heads: string, column: string) =>
    `${people} av ${heads} ansatte i ${row} er i gruppen «${column}».`,
  highest: (people: string, heads: string, row: string, column: string) =>
    `Størst andel: ${people} av ${heads} ansatte i ${row}. Kolonne: ${column}.`,
  summary: (rows: string, columns: string, highest: string) =>
    `Tabell over ${rows} rader og ${columns} kolonner. ${highest}`,

  compare: {
    title: 'To perioder side om side',
    lead: 'De samme enhetene står på de samme plassene. Bare endringer som er større enn støyen, er merket.',
    earlier: 'Først',
    later: 'Så',
    one: 'Det trengs to publiserte perioder for å sammenligne. Den neste kommer av seg selv.',
    none: 'Minst én av periodene har ingen tabell over kontakt.',
    picture: (period: string) => `Fast kontakt, ${period}`,
    marks: { more: '▲ flere', fewer: '▼ færre' },
    sure: (changes: string, compared: string) => `${changes} av ${compared} tall har endret seg mer enn støyen.`,
    noSure: (compared: string) =>
      `Ingen sikker endring i de ${compared} tallene som kan sammenlignes. Det er et resultat, og ikke en mangel.`,
    incomparable: 'Ingen tall kan sammenlignes: Enten er enhetene andre, eller så er en av periodene ikke et kvartal.',
    unit: 'Enhet',
    column: 'Sektor',
    change: 'Endring',
    changes: {
      more: 'sikkert flere',
      fewer: 'sikkert færre',
      'no-sure-change': 'ingen sikker endring',
      none: 'kan ikke sammenlignes',
    },
    note: 'Av slike merker er høyst ett av ti ventet å være feil. Har en rad andre enheter enn før, er den ikke sammenlignet.',
  },
};

export type BridgesWords = typeof nb;
