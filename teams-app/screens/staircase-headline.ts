import type { NotShown, WholeStaircase } from '../../connector/api/answers.ts';
import { adoptionWords, sayNotShown } from '../words/adoption-words.ts';
import type { Speech } from '../words/speech.ts';

type Step = WholeStaircase['steps'][number];
type Told = Step & { readonly figure: Exclude<Step['figure'], NotShown> };

/**
 * On which step most people stand; two of them where the noise allows either, and that it cannot be told where no step is
 * measured. With marks for what is strong, as `RichText` reads them.
 */
export function staircaseHeadline(
  stairs: WholeStaircase | NotShown,
  { language, format }: Speech,
): readonly [title: string, lead: string] {
  const words = adoptionWords(language);
  if ('withheld' in stairs) return [words.noStaircase, sayNotShown(stairs, words, format)];
  const { heads, steps } = stairs;
  const [first, second] = steps
    .filter((step): step is Told => !('withheld' in step.figure))
    .toSorted((a, b) => b.figure.people.about - a.figure.people.about);
  if (first === undefined) return [words.noStaircase, words.withheld['no-source']()];
  const { about, low, high } = first.figure.people;
  if (second !== undefined && second.figure.people.high >= low)
    return [words.spread(words.steps[first.step], words.steps[second.step]), words.spreadLead];
  const interval = words.interval(format.count(low), format.count(high));
  return [words.most(words.steps[first.step]), words.mostLead(format.count(about), format.count(heads), interval)];
}
