import type { DocumentLanguage } from './document.ts';
import type { Day } from '../privacy/period.ts';
import type { Words } from './words/catalogue.ts';
import { WORDS } from './words/words.ts';

/** The words of one language, and how it writes numbers and days. */
export interface DocumentSpeech {
  readonly language: DocumentLanguage;
  readonly words: Words;
  /** `22. november 2026`, the day and its month on one line; whole days in UTC. */
  readonly day: (day: Day) => string;
  /** With at most two decimals, thousands apart: `2 035`. */
  readonly number: (value: number) => string;
  /** As the screens write a share: `51 %`, in English `51%`. */
  readonly percent: (value: number) => string;
  /** `a`, `a og b`, `a, b og c`; the language's word for none where there is nothing. */
  readonly list: (names: readonly string[]) => string;
}

/** Months by name, because a run-time without data for Nynorsk would fall back to another language. */
const MONTHS: Readonly<Record<DocumentLanguage, readonly string[]>> = {
  nb: 'januar februar mars april mai juni juli august september oktober november desember'.split(' '),
  nn: 'januar februar mars april mai juni juli august september oktober november desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

export function speechIn(language: DocumentLanguage): DocumentSpeech {
  const words = WORDS[language];
  const number = (value: number): string => {
    const written = String(Math.round(value * 100) / 100);
    const [whole = '', part] = written.split('.');
    const apart = whole.replace(/\B(?=(?:\d{3})+$)/g, language === 'en' ? ',' : '\u00a0');
    return part === undefined ? apart : `${apart}${language === 'en' ? '.' : ','}${part}`;
  };
  return {
    language,
    words,
    number,
    percent: (value) => `${number(value)}${language === 'en' ? '' : '\u00a0'}%`,
    day: (day) => {
      const [year = '', month = '', date = ''] = day.split('-');
      const name = MONTHS[language][Number(month) - 1] ?? month;
      return `${String(Number(date))}${language === 'en' ? '' : '.'}\u00a0${name} ${year}`;
    },
    list: (names) => {
      const last = names.at(-1);
      if (last === undefined) return words.terms.none;
      return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} ${words.terms.and} ${last}`;
    },
  };
}
