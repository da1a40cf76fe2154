/** Notatet til kommunestyret. */
export const councilPaper = {
  title: (organisation: string) => `Slik samarbeider ${organisation}`,
  mark: 'Utkast fra Samspill. Les det, rett det og gjør det ferdig før det legges fram.',
  span: (from: string, to: string) => `${from} til ${to}`,
  madeOn: (span: string, day: string) => `Tallene gjelder ${span}. Notatet er laget ${day}.`,
  status: 'Status',
  headlines: {
    loosest: (division: string, people: string, heads: string, partner: string) =>
      `${division} henger trolig løsest sammen med resten. Om lag ${people} av ${heads} ansatte hadde fast kontakt med noen i ${partner}, den sektoren flest derfra nådde.`,
    nothing: 'Ingen sektor skiller seg sikkert ut fra de andre. Det er et godt tegn.',
    tooLittle: 'Vi ser for lite til å si noe om hvordan sektorene henger sammen.',
    incomparable: {
      'not-measured': 'Kontakt på tvers av sektorene er ikke målt i denne perioden.',
      'one-row': 'Det er ingenting å sammenligne ennå: Alle ansatte står samlet i én rad.',
      'few-divisions': 'Det er ingenting å sammenligne ennå: Det er for få sektorer.',
      'small-divisions': 'Det er ingenting å sammenligne ennå: Sektorene er for små.',
    },
    needed: (divisions: string, heads: string) =>
      `Sektorer sammenlignes når minst ${divisions} av dem har minst ${heads} ansatte hver.`,
  },
  covered: (heads: string, percent: string) =>
    `Organisasjonen har ${heads} ansatte. Om lag ${percent} av 100 har både postkasse og lisens. Bare de kan synes i tallene.`,
  thinlyCovered: (rows: string) => `Her ser vi for lite til å si noe om kontakt: ${rows}.`,
  noEarlier: 'Det finnes ingen tidligere måling å sammenligne med.',
  noSureChange: 'Ingen sikker endring siden forrige måling.',
  changed: (more: string, fewer: string) =>
    `Siden forrige måling er ${more} tall sikkert høyere og ${fewer} sikkert lavere. Resten viser ingen sikker endring.`,
  figures: 'Tall med usikkerhet',
  figuresLead:
    'Hvert tall er antall ansatte med litt tilfeldig støy. Støyen gjør at ingen kan finne en person. I parentes står spennet som holder i 90 av 100 tilfeller.',
  figure: 'Hva som er målt',
  value: 'Andel av alle, om lag',
  steps: [
    'Trinn 1: ikke tatt i bruk',
    'Trinn 2: har prøvd verktøyene',
    'Trinn 3: har en vane',
    'Trinn 4: arbeider sammen i dem',
    'Trinn 5: arbeider sammen på tvers av enheter',
  ],
  fitness: 'Digital form for hele organisasjonen',
  leaderGap: 'Ledere mot kontoransatte, med en vane',
  points: (about: string, low: string, high: string) => `${about} (${low} til ${high}) prosentpoeng`,
  beyond: 'Kontakt ut av egen enhet',
  beyondLead: 'Så mange hadde fast kontakt med noen i minst én annen enhet.',
  noContacts: 'Kontakt på tvers er ikke målt i denne perioden.',
  row: 'Enhet',
  heads: 'Ansatte',
  peopleBeyond: 'Med kontakt ut, om lag',
  worked: 'Dette virket',
  nothingWorked: 'Ingen har skrevet ned noe som virket.',
  didNotWork: 'Dette virket ikke',
  didNotWorkLead: 'Dette kapitlet er alltid med. Feil som vises, kan andre lære av.',
  nothingFailed: 'Ingen har skrevet ned noe som ikke virket. Det betyr ikke at alt virket.',
  alsoFailed: 'Hva annet virket ikke, og hva lærte vi?',
  found: {
    'went-together-with': (what: string, people: string, heads: string) =>
      `${what}: endringen falt sammen med at om lag ${people} flere av ${heads} ansatte kom i gang, sammenlignet med lignende enheter.`,
    'no-effect-seen': (what: string, people: string, heads: string) =>
      `${what}: vi ser ingen virkning. Forskjellen er ${people} av ${heads} ansatte, sammenlignet med lignende enheter.`,
    'too-small-to-tell': (what: string, people: string, heads: string) =>
      `${what}: for lite til å si noe. Forskjellen er ${people} av ${heads} ansatte, og støyen er like stor.`,
  },
  outcomes: {
    worked: 'virket',
    'worked-in-part': 'virket delvis',
    'did-not-work': 'virket ikke',
    cancelled: 'ble avlyst',
  },
  expected: 'Ventet',
  got: 'Fikk',
  learnt: 'Lærte',
  next: 'Veien videre',
  gate: (service: string, state: string) => `${service}: porten er ${state}.`,
  gateStates: { open: 'åpen', nearly: 'nesten åpen', closed: 'lukket' },
  overdue: (benefit: string) => `${benefit}: fristen er ute, og målet er ikke nådd.`,
  proposal: 'Hva foreslås kommunestyret å gjøre?',
  about: 'Om tallene',
  aboutItems: [
    'Tallene er laget av hvem som skrev til eller møtte hvem, og hvilken dag. Ingen har lest innhold.',
    'Ingen person kan finnes i tallene, heller ikke av arbeidsgiver.',
    'At noe gikk sammen med en lansering, betyr ikke at lanseringen var årsaken.',
    'Tallene skal ikke brukes til å vurdere ansatte, ledere eller enheter mot hverandre.',
  ],
};
