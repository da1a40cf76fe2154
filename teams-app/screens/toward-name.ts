import type { HeldPeriodAnswer } from '../../connector/api/answers.ts';
import { unitName } from '../words/names.ts';
import type { Speech } from '../words/speech.ts';

/** Whom an act was toward, in words: a unit or a group of them, never a person. */
export function towardName({ of, name }: HeldPeriodAnswer['acts'][number]['toward'], { words }: Speech): string {
  if (of === 'inside') return words.me.inside;
  if (of === 'outside') return words.me.outside;
  return of === 'partner' ? words.me.partner(name) : unitName(name, words);
}
