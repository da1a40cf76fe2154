import type { NotShown, ShareAnswer } from '../../connector/api/answers.ts';
import { en } from './adoption/en.ts';
import { type AdoptionWords, nb } from './adoption/nb.ts';
import { nn } from './adoption/nn.ts';
import type { Format } from './format.ts';
import type { Language } from './language.ts';
import type { Speech } from './speech.ts';

/** The words of the screen about adoption; they come with that screen alone. */
export function adoptionWords(language: Language): AdoptionWords {
  return { nb, nn, en }[language];
}

/** Why an adoption figure is not shown, and what would be needed. */
export function sayNotShown({ withheld, needed }: NotShown, words: AdoptionWords, format: Format): string {
  return words.withheld[withheld](needed === undefined ? undefined : format.count(needed));
}

/** `om lag 62 % (58–66)`. */
export function sayShare({ about, low, high }: ShareAnswer, words: AdoptionWords, format: Format): string {
  return words.shareOf(format.percent(about), words.interval(format.decimal(low, 0), format.decimal(high, 0)));
}

/** The standard deviation of the noise in a share, for a file; empty where nothing is shown. */
export function sayNoise(share: Pick<ShareAnswer, 'sigma'> | undefined, { language, format }: Speech): string {
  return share === undefined ? '' : adoptionWords(language).points(format.decimal(share.sigma, 2));
}

/** `Støy (standardavvik): Snitt`. */
export function sayNoiseOf(figure: string, { words }: Speech): string {
  return `${words.csv.sigma}: ${figure}`;
}
