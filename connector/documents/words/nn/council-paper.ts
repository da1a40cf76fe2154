import type { Words } from '../catalogue.ts';

/** Notatet til kommunestyret, på nynorsk. */
export const councilPaper: Words['councilPaper'] = {
  title: (organisation) => `Slik samarbeider ${organisation}`,
  mark: 'Utkast frå Samspill. Les det, rett det og gjer det ferdig før det blir lagt fram.',
  span: (from, to) => `${from} til ${to}`,
  madeOn: (span, day) => `Tala gjeld ${span}. Notatet er laga ${day}.`,
  status: 'Status',
  headlines: {
    loosest: (division, people, heads, partner) =>
      `${division} heng truleg lausast saman med resten. Om lag ${people} av ${heads} tilsette hadde fast kontakt med nokon i ${partner}, den sektoren flest derifrå nådde.`,
    nothing: 'Ingen sektor skil seg sikkert ut frå dei andre. Det er eit godt teikn.',
    tooLittle: 'Vi ser for lite til å seie noko om korleis sektorane heng saman.',
    incomparable: {
      'not-measured': 'Kontakt på tvers av sektorane er ikkje målt i denne perioden.',
      'one-row': 'Det er ingenting å samanlikne enno: Alle tilsette står samla i éi rad.',
      'few-divisions': 'Det er ingenting å samanlikne enno: Det er for få sektorar.',
      'small-divisions': 'Det er ingenting å samanlikne enno: Sektorane er for små.',
    },
    needed: (divisions, heads) =>
      `Sektorar blir samanlikna når minst ${divisions} av dei har minst ${heads} tilsette kvar.`,
  },
  covered: (heads, percent) =>
    `Organisasjonen har ${heads} tilsette. Om lag ${percent} av 100 har både postkasse og lisens. Berre dei kan synast i tala.`,
  thinlyCovered: (rows) => `Her ser vi for lite til å seie noko om kontakt: ${rows}.`,
  noEarlier: 'Det finst inga tidlegare måling å samanlikne med.',
  noSureChange: 'Inga sikker endring sidan førre måling.',
  changed: (more, fewer) =>
    `Sidan førre måling er ${more} tal sikkert høgare og ${fewer} sikkert lågare. Resten viser inga sikker endring.`,
  figures: 'Tal med uvisse',
  figuresLead:
    'Kvart tal er talet på tilsette med litt tilfeldig støy. Støyen gjer at ingen kan finne ein person. I parentes står spennet som held i 90 av 100 tilfelle.',
  figure: 'Kva som er målt',
  value: 'Del av alle, om lag',
  steps: [
    'Trinn 1: ikkje teke i bruk',
    'Trinn 2: har prøvd verktøya',
    'Trinn 3: har ein vane',
    'Trinn 4: arbeider saman i dei',
    'Trinn 5: arbeider saman på tvers av einingar',
  ],
  fitness: 'Digital form for heile organisasjonen',
  leaderGap: 'Leiarar mot kontortilsette, med ein vane',
  points: (about, low, high) => `${about} (${low} til ${high}) prosentpoeng`,
  beyond: 'Kontakt ut av eiga eining',
  beyondLead: 'Så mange hadde fast kontakt med nokon i minst éi anna eining.',
  noContacts: 'Kontakt på tvers er ikkje målt i denne perioden.',
  row: 'Eining',
  heads: 'Tilsette',
  peopleBeyond: 'Med kontakt ut, om lag',
  worked: 'Dette verka',
  nothingWorked: 'Ingen har skrive ned noko som verka.',
  didNotWork: 'Dette verka ikkje',
  didNotWorkLead: 'Dette kapitlet er alltid med. Feil som blir viste, kan andre lære av.',
  nothingFailed: 'Ingen har skrive ned noko som ikkje verka. Det tyder ikkje at alt verka.',
  alsoFailed: 'Kva anna verka ikkje, og kva lærte vi?',
  found: {
    'went-together-with': (what, people, heads) =>
      `${what}: endringa fall saman med at om lag ${people} fleire av ${heads} tilsette kom i gang, samanlikna med liknande einingar.`,
    'no-effect-seen': (what, people, heads) =>
      `${what}: vi ser ingen verknad. Skilnaden er ${people} av ${heads} tilsette, samanlikna med liknande einingar.`,
    'too-small-to-tell': (what, people, heads) =>
      `${what}: for lite til å seie noko. Skilnaden er ${people} av ${heads} tilsette, og støyen er like stor.`,
  },
  outcomes: {
    worked: 'verka',
    'worked-in-part': 'verka delvis',
    'did-not-work': 'verka ikkje',
    cancelled: 'vart avlyst',
  },
  expected: 'Venta',
  got: 'Fekk',
  learnt: 'Lærte',
  next: 'Vegen vidare',
  gate: (service, state) => `${service}: porten er ${state}.`,
  gateStates: { open: 'open', nearly: 'nesten open', closed: 'lukka' },
  overdue: (benefit) => `${benefit}: fristen er ute, og målet er ikkje nådd.`,
  proposal: 'Kva er framlegget til kommunestyret?',
  about: 'Om tala',
  aboutItems: [
    'Tala er laga av kven som skreiv til eller møtte kven, og kva dag. Ingen har lese innhald.',
    'Ingen person kan finnast i tala, heller ikkje av arbeidsgivaren.',
    'At noko gjekk saman med ei lansering, tyder ikkje at lanseringa var årsaka.',
    'Tala skal ikkje brukast til å vurdere tilsette, leiarar eller einingar mot kvarandre.',
  ],
};
