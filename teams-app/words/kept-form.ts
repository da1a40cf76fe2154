import type { MeasuredAnswer } from '../../connector/api/benefit-answers.ts';
import { keptFormNn } from './kept-form-nn.ts';
import { adoptionWords } from './adoption-words.ts';
import type { Language } from './language.ts';
import type { Speech } from './speech.ts';
import { keptFormNb, type KeptFormWords } from './kept-form-nb.ts';

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
    text: 'Write a few words, without e-mail addresses or telephone numbers.',
    number: (least: string, most: string) => `Write a number from ${least} to ${most}.`,
    whole: (least: string, most: string) => `Write a whole number from ${least} to ${most}.`,
    day: 'Choose a day.',
    choice: 'Choose something from the list.',
    many: 'Choose at least one.',
  },
  about: {
    expectedBy: 'The day must come after it begins.',
    outBy: 'Choose a day after the new one came.',
    outOn: 'Choose a day after the new one came, and none to come.',
    by: 'The day must come after the first day.',
    rows: 'The rows have changed since you opened the page. Open it again.',
    number: 'Write the number of the municipality: four digits.',
    csv: 'The first line is municipality;year;indicator;value. A municipality is written as 3901 Horten.',
    outcome: 'What has not begun can only be called off.',
    where: 'Choose units for which this figure exists.',
  },
  indicators: {
    'exchange-in-habit': 'E-mail in regular use',
    'teams-in-habit': 'Teams in regular use',
    'files-in-habit': 'Cloud files in regular use',
    'copilot-in-habit': 'Copilot in regular use',
    'co-work-in-habit': 'Co-authoring in regular use',
    'mobile-in-habit': 'Mobile in regular use',
    'apps-a-person': 'Tools in regular use per person',
    'habit-or-higher': 'Staircase: a habit or higher',
    'together-or-higher': 'Staircase: works together or higher',
    'across-units': 'Staircase: across units',
    'mail-mostly': 'Contact mostly by e-mail',
    'teams-mostly': 'Contact mostly in Teams',
    'contact-in-other-units': 'Regular contact with other units',
    'leaders-in-habit': 'Leaders with a habit',
  },
  notMeasured: (name) => `${name} (not measured now)`,
  percent: (about, interval) => `about ${about} (${interval})`,
};

export function keptFormWords(language: Language): KeptFormWords {
  return { nb: keptFormNb, nn: keptFormNn, en }[language];
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
