import type { LaunchCurve, LaunchIndicator } from '../../connector/api/journey-answers.ts';
import { adoptionWords } from './adoption-words.ts';
import { en } from './journey/en.ts';
import { type JourneyWords, nb } from './journey/nb.ts';
import { nn } from './journey/nn.ts';
import type { Language } from './language.ts';
import { columnName } from './names.ts';
import type { Speech } from './speech.ts';

/** The words of the screen about launches, benefits and gates; they come with that screen alone. */
export function journeyWords(language: Language): JourneyWords {
  return { nb, nn, en }[language];
}

export type LaunchNotTold = Extract<LaunchCurve, { withheld: string }>;

/** Why a launch has no such figure. */
export function sayNotTold({ withheld, needed }: LaunchNotTold, { language, format }: Speech): string {
  return journeyWords(language).launch.withheld[withheld](needed === undefined ? undefined : format.count(needed));
}

/** The figure a launch is to move, by name. */
export function sayIndicator({ table, column }: LaunchIndicator, { words, language }: Speech): string {
  const say = journeyWords(language).launch.indicators[table];
  if (table !== 'staircase') return say(columnName(column, words));
  const steps: Readonly<Record<string, string>> = adoptionWords(language).steps;
  return say(steps[column.replace('step-', '')] ?? column);
}
