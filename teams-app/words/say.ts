import type { Estimate, Figure } from '../../connector/api/answers.ts';
import type { Speech } from './speech.ts';

/** Whether a figure is shown at all. */
export function isShown(figure: Figure): figure is Estimate {
  return 'about' in figure;
}

/** A figure in words: `om lag 22 (9–35)`, or why it is not shown. */
export function sayFigure(figure: Figure, { words, format }: Speech): string {
  if (isShown(figure))
    return words.figures.estimate(format.count(figure.about), format.count(figure.low), format.count(figure.high));
  const needed = figure.needed === undefined ? undefined : format.count(figure.needed);
  return words.withheld[figure.withheld](needed);
}

/** `a`, `a og b`, `a, b og c`; of more than `most` the rest as a number. Empty for none. */
export function sayList(names: readonly string[], most: number, { words, format }: Speech): string {
  if (names.length > most) {
    return words.unit.andMore(names.slice(0, most - 1).join(', '), format.count(names.length - most + 1));
  }
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : words.unit.list(names.slice(0, -1).join(', '), last);
}
