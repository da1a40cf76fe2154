/** For the discussion with the unions: aml. § 9-2. */
export const discussionPaper = {
  title: (organisation: string) => `Til drøfting med de tillitsvalgte: Samspill hos ${organisation}`,
  lead: 'Arbeidsgiver skal drøfte tiltak som kan ligne kontroll, så tidlig som mulig (arbeidsmiljøloven §\u00a09-2). Her står det partene trenger å vite.',
  purpose: 'Formål og behov',
  need: 'Hvorfor trenger vi dette nå? Hva skal bli bedre, og hvem skal bruke tallene?',
  ground: 'Hva er den saklige grunnen i virksomheten (§\u00a09-1)? Hvorfor er ulempen ikke for stor?',
  consequences: 'Praktiske følger',
  consequencesList: [
    'Ansatte gjør ingenting annerledes. Ingenting legges inn på maskiner eller telefoner.',
    'Ledere får antall per enhet fire ganger i året, med tilfeldig støy. De får aldri tall om én ansatt.',
    'Ingen kan spørre etter en gruppe de selv velger. Tabellene er de samme for alle.',
    'Alle kan se hva som holdes om dem, og si nei med to trykk.',
  ],
  reads: 'Hva som leses',
  duration: 'Hvor lenge',
  durationText: (from: string, to: string) => `Fra ${from} til ${to}. Da stopper det av seg selv.`,
  evaluation:
    'Partene vurderer behovet sammen hvert halvår (§\u00a09-2 tredje ledd). Skriver de ikke under, stopper lesingen.',
  unions: 'Hva de tillitsvalgte gjør i Samspill',
  unionsList: [
    'De holder listen over vernede kontakter: tillitsvalgte, verneombud, bedriftshelsetjeneste og varslingskanal.',
    'De bekrefter referatet fra drøftingen. Uten det blir ingenting lest.',
    'De ser alt personvernombudet ser om behandlingen.',
    'De skriver under på vurderingen hvert halvår.',
  ],
  change: 'Blir det lest mer, eller for noe nytt, må saken drøftes på nytt.',
  questions: 'Spørsmål partene bør svare på',
  questionList: [
    'Hvilke enheter bør holdes utenfor?',
    'Er noen av kildene unødvendige?',
    'Er nivået for vern høyt nok?',
    'Hva gjør vi hvis noen bruker tallene til noe annet?',
    'Hvordan får ansatte uten PC beskjed?',
  ],
  minutes: 'Referat: dato, hvem som var til stede, hva partene ble enige om, og hva de ikke ble enige om.',
};
