import type { MeasuredAnswer } from '../../connector/api/benefit-answers.ts';
import { keptFormNn } from './kept-form-nn.ts';
import { adoptionWords } from './adoption-words.ts';
import type { Language } from './language.ts';
import type { Speech } from './speech.ts';

/** Words of every form by which official texts and agreed figures are kept, på bokmål. */
const nb = {
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
    number: 'Skriv et tall innenfor grensene.',
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
export type KeptFormWords = Widened<typeof nb>;

const en: KeptFormWords = {
  nameNobody: 'Write about tools and units. Name no people, and write no e-mail addresses or telephone numbers.',
  left: (count) => `${count} characters left.`,
  choose: 'Choose',
  which: 'Which row?',
  newRow: 'A new row',
  change: 'Keep the change',
  kept: 'It is kept.',
  removed: 'The row is taken away.',
  failed: 'It did not work. Nothing was kept. Try again.',
  remove: 'Take the row away',
  sure: 'The row will be gone for good. Press once more.',
  line: (line) => `Line ${line} is not as it should be.`,
  wrong: {
    text: 'Write a few words, without e-mail address and telephone number.',
    number: 'Write a number within the bounds.',
    day: 'Choose a day.',
    choice: 'Choose something from the list.',
    many: 'Choose at least one.',
  },
  about: {
    expectedBy: 'The day must come after it begins.',
    outBy: 'Choose a day after the new one came.',
    outOn: 'Choose a day after the new one came, and none to come.',
    by: 'The day must come after the first day.',
    rows: 'The rows were laid out anew since you opened the page. Open it again.',
    number: 'Write the number of the municipality: four digits.',
    csv: 'The first line is municipality;year;indicator;value. A municipality is written as 3901 Horten.',
    outcome: 'What has not begun can only be called off.',
    where: 'Choose units for which this figure exists.',
  },
  indicators: {
    'exchange-in-habit': 'Mail in regular use',
    'teams-in-habit': 'Teams in regular use',
    'files-in-habit': 'Files in the cloud in regular use',
    'copilot-in-habit': 'Copilot in regular use',
    'co-work-in-habit': 'Co-writing in regular use',
    'mobile-in-habit': 'Mobile in regular use',
    'apps-a-person': 'Tools in regular use a person',
    'habit-or-higher': 'Staircase: a habit or higher',
    'together-or-higher': 'Staircase: works together or higher',
    'across-units': 'Staircase: across units',
    'mail-mostly': 'Contact mostly by mail',
    'teams-mostly': 'Contact mostly in Teams',
    'contact-in-other-units': 'Regular contact with other units',
    'leaders-in-habit': 'Leaders with a habit',
  },
  notMeasured: (name) => `${name} (not measured now)`,
  percent: (about, interval) => `about ${about} (${interval})`,
};

export function keptFormWords(language: Language): KeptFormWords {
  return { nb, nn: keptFormNn, en }[language];
}

/** In the unit of its indicator: per cent of heads, or apps a person. */
export function sayMeasured(
  { about, low, high }: MeasuredAnswer,
  indicator: keyof KeptFormWords['indicators'],
  { format, language, words }: Speech,
): string {
  const say = keptFormWords(language).percent;
  if (indicator !== 'apps-a-person')
    return say(format.percent(about), words.figures.interval(format.decimal(low, 0), format.decimal(high, 0)));
  return say(format.decimal(about, 2), words.figures.interval(format.decimal(low, 2), format.decimal(high, 2)));
}

/** The standard deviation of the noise in such a figure, for a file. */
export function sayMeasuredNoise(
  sigma: number,
  indicator: keyof KeptFormWords['indicators'],
  { language, format }: Speech,
): string {
  const words = adoptionWords(language);
  if (indicator !== 'apps-a-person') return words.points(format.decimal(sigma, 2));
  return words.ledger.appsNoise(format.decimal(sigma, 3));
}
