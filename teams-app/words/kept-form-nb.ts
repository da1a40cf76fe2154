/** Words of every form by which official texts and agreed figures are kept, på bokmål. */
export const keptFormNb = {
  nameNobody: 'Skriv om verktøy og enheter. Nevn ingen personer, og skriv verken e-postadresser eller telefonnumre.',
  left: (count: string) => `${count} tegn igjen.`,
  choose: 'Velg',
  which: 'Hvilken rad?',
  newRow: 'En ny rad',
  change: 'Lagre endringen',
  kept: 'Det er lagret.',
  removed: 'Raden er tatt bort.',
  failed: 'Det gikk ikke. Ingenting er lagret. Prøv igjen.',
  remove: 'Ta bort raden',
  sure: 'Raden blir borte for godt. Trykk en gang til.',
  line: (line: string) => `Linje ${line} er ikke som den skal.`,
  wrong: {
    text: 'Skriv noen ord, uten e-postadresse og telefonnummer.',
    number: (least: string, most: string) => `Skriv et tall fra ${least} til ${most}.`,
    whole: (least: string, most: string) => `Skriv et helt tall fra ${least} til ${most}.`,
    day: 'Velg en dag.',
    choice: 'Velg noe fra listen.',
    many: 'Velg minst én.',
  },
  /** What a field that the server refused means; the kind of the field says it where there is no word here. */
  about: {
    expectedBy: 'Dagen må komme etter at det begynner.',
    outBy: 'Velg en dag etter at det nye kom.',
    outOn: 'Velg en dag etter at det nye kom, og ikke fram i tid.',
    by: 'Dagen må komme etter startdagen.',
    rows: 'Radene er lagt om siden du åpnet siden. Åpne den på nytt.',
    number: 'Skriv kommunenummeret: fire sifre.',
    csv: 'Første linje er kommune;år;indikator;verdi. En kommune skrives som 3901 Horten.',
    outcome: 'Det som ikke har begynt, kan bare avlyses.',
    where: 'Velg enheter som dette tallet finnes for.',
  } as Readonly<Record<string, string>>,
  indicators: {
    'exchange-in-habit': 'E-post i fast bruk',
    'teams-in-habit': 'Teams i fast bruk',
    'files-in-habit': 'Filer i skyen i fast bruk',
    'copilot-in-habit': 'Copilot i fast bruk',
    'co-work-in-habit': 'Samskriving i fast bruk',
    'mobile-in-habit': 'Mobil i fast bruk',
    'apps-a-person': 'Verktøy i fast bruk per person',
    'habit-or-higher': 'Trappen: fast vane eller høyere',
    'together-or-higher': 'Trappen: arbeider sammen eller høyere',
    'across-units': 'Trappen: på tvers av enheter',
    'mail-mostly': 'Kontakt mest på e-post',
    'teams-mostly': 'Kontakt mest i Teams',
    'contact-in-other-units': 'Fast kontakt med andre enheter',
    'leaders-in-habit': 'Ledere med fast vane',
  },
  notMeasured: (name: string) => `${name} (ikke målt nå)`,
  percent: (about: string, interval: string) => `om lag ${about} (${interval})`,
};

type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Widened<T[K]> };
export type KeptFormWords = Widened<typeof keptFormNb>;
