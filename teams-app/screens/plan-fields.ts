import type { ChoicesAnswer } from '../../connector/api/benefit-answers.ts';
import { keptFormWords } from '../words/kept-form.ts';
import { unitName } from '../words/names.ts';
import type { Speech } from '../words/speech.ts';
import type { ChoiceOption, KeptField } from './kept-fields.ts';

/** The figures a plan can be bound to, those that the newest releases do not tell marked as such. */
export function indicatorOptions({ indicators }: ChoicesAnswer, { language }: Speech): ChoiceOption[] {
  const words = keptFormWords(language);
  return indicators.map(({ indicator, measured }) => {
    const name = words.indicators[indicator];
    return { value: indicator, text: measured ? name : words.notMeasured(name) };
  });
}

/** Places of the organisation, each under its top-level unit; and those chosen before that it has no more. */
export function placeGroups(
  { places }: ChoicesAnswer,
  chosen: readonly string[],
  { words }: Speech,
): Extract<KeptField, { kind: 'many' }>['groups'] {
  const tops = Map.groupBy(new Set([...places, ...chosen]), (path) => path.split('/')[0] ?? path);
  return [...tops].map(([title, paths]) => ({
    title: unitName(title, words),
    options: paths.map((path) => ({ value: path, text: path.split('/').slice(-2).join(' / ') })),
  }));
}
