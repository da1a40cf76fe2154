import type { BridgesWords } from './nb.ts';

/** Nynorsk of the screen about bridges. */
export const nn: BridgesWords = {
  most: (people) => `Om lag **${people} av 100 tilsette** har fast kontakt med minst tre andre einingar`,
  mostLead: (people, heads, interval) =>
    `Det er om lag ${people} (${interval}) av dei ${heads} tilsette vi ser godt nok. Slik kontakt byggjer bru mellom einingane.`,
  leftOut: 'Einingar der under 60 prosent har både postkasse og lisens, er ikkje rekna med.',
  tooLittle: 'Vi ser for lite her',
  tooLittleLead: 'For få har både postkasse og lisens til at vi kan seie korleis einingane er knytte saman.',
  notMeasured: 'Vi kan ikkje seie kor mange som når andre einingar',
  notMeasuredLead: 'Denne perioden har ingen tabell over breidd.',
  population: (heads, days) => `Gjeld ${heads} personar, ${days}.`,

  spread: {
    title: 'Så mange av 100 byggjer bru',
    lead: 'Så mange av 100 tilsette vi ser, har fast kontakt med minst tre andre einingar. Slik kan store og små einingar lesast ved sida av kvarandre.',
    unit: 'Eining',
    heads: 'Tilsette',
    coverage: 'Dekning',
    people: 'Når minst tre andre einingar',
    perHundred: 'Av 100 vi ser',
    divisions: 'Andre sektorar i snitt',
    ofHundred: (people) => `${people} av 100`,
    said: (people, interval) => `om lag ${people} av 100 (${interval})`,
    reached: (mean, interval, all) => `om lag ${mean} (${interval}) av ${all}`,
    notAsked: 'Ikkje vist: For minst éin sektor finst det ikkje noko tal.',
    seen: (coverage) => `Vi ser for lite her: Berre ${coverage} har både postkasse og lisens.`,
    summary: (rows) => `Liste over ${rows} einingar, ordna etter sektor.`,
    formula:
      'Slik reknar vi: Vi legg saman dei som når 3–5 andre einingar, og dei som når seks eller fleire. Summen deler vi på dei i rada som har både postkasse og lisens, og gongar med 100. Snittet i tabellen er summen av tala for kontakt med andre sektorar, delt på dei same. Spennet kjem av støyen i kvart tal. Delen med postkasse er runda av til næraste fem prosent, og spennet tek ikkje med det.',
  },

  thin: {
    title: 'Tynne bruer',
    lead: (most) =>
      `Her går det truleg ei bru, men få ber ho: truleg høgst ${most} tilsette. Sluttar dei, kan kontakten bli borte.`,
    none: (most) =>
      `Ingen tynne bruer: Vi finn inga bru som truleg er der, og som truleg blir boren av høgst ${most} tilsette.`,
    scale: (most) => `Skala: 0 til ${most} tilsette.`,
    pair: (row, column) => `${row} til ${column}`,
    said: (people, heads) => `${people} av ${heads} tilsette`,
    from: 'Frå eining',
    to: 'Til sektor',
    carriers: 'Har fast kontakt dit',
    more: (shown, all) => `Viser ${shown} av ${all}. Tabellen har alle.`,
    summary: (count, asked) => `${count} av ${asked} par av eining og sektor har ei tynn bru.`,
    rule: (most) =>
      `Eit par er med når spennet byrjar over null og sluttar på ${most} eller lågare. Rader der under 60 prosent har både postkasse og lisens, er ikkje med: Der ser vi for lite. Nokre få par kan vere med berre på grunn av støyen.`,
    tooLittle: 'Vi ser for lite her til å seie noko om tynne bruer.',
  },

  brokerage: {
    title: 'Kor mange bind saman',
    lead: 'Kor mange i eininga som står mellom kollegaer frå to einingar som ikkje har kontakt utan dei. Tabellen seier aldri kven.',
    columns: { some: 'Nokre: 10 til 49 par', much: 'Mange: 50 par eller fleire' },
    off: 'Ikkje vist: Denne perioden har ingen slik tabell. Han byggjer òg på kontaktane til andre, og er derfor av til nokon slår han på. **Personvernansvarleg** foreslår det, og ein annan må **godkjenne**. Er han på, kjem han med 2. og 4.\u00a0kvartal.',
  },
  steps: {
    title: 'Steg til ein kompetanse',
    lead: 'Kor mange i sektoren som har kontakt med nokon som har kompetansen (eitt steg), eller med nokon som igjen har slik kontakt (to steg).',
    column: { 1: (name) => `${name}: eitt steg`, 2: (name) => `${name}: to steg` },
    off: 'Ikkje vist: Denne perioden har ingen slik tabell. Han byggjer òg på kontaktane til andre, og er derfor av til nokon slår han på. **Personvernansvarleg** foreslår han og kva kompetansar som blir talde, og ein annan må **godkjenne**. Er han på, kjem han med 4.\u00a0kvartal.',
  },
  counted: (people, row, heads, column) => `${people} av ${heads} tilsette i ${row} er i gruppa «${column}».`,
  highest: (people, heads, row, column) => `Størst del: ${people} av ${heads} tilsette i ${row}. Kolonne: ${column}.`,
  summary: (rows, columns, highest) => `Tabell over ${rows} rader og ${columns} kolonnar. ${highest}`,

  compare: {
    title: 'To periodar side om side',
    lead: 'Dei same einingane står på dei same plassane. Berre endringar som er større enn støyen, er merkte.',
    earlier: 'Først',
    later: 'Så',
    one: 'Det trengst to publiserte periodar for å samanlikne. Den neste kjem av seg sjølv.',
    none: 'Minst éin av periodane har ingen tabell over kontakt.',
    picture: (period) => `Fast kontakt, ${period}`,
    marks: { more: '▲ fleire', fewer: '▼ færre' },
    sure: (changes, compared) => `${changes} av ${compared} tal har endra seg meir enn støyen.`,
    noSure: (compared) =>
      `Inga sikker endring i dei ${compared} tala som kan samanliknast. Det er eit resultat, og ikkje ein mangel.`,
    incomparable:
      'Ingen tal kan samanliknast: Anten er einingane andre, eller så er ein av periodane ikkje eit kvartal.',
    unit: 'Eining',
    column: 'Sektor',
    change: 'Endring',
    changes: {
      more: 'sikkert fleire',
      fewer: 'sikkert færre',
      'no-sure-change': 'inga sikker endring',
      none: 'kan ikkje samanliknast',
    },
    note: 'Av slike merke er høgst eitt av ti venta å vere feil. Har ei rad andre einingar enn før, er ho ikkje samanlikna.',
  },
};
