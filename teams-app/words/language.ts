/** Every language there are catalogues for. */
export type Language = 'nb' | 'nn' | 'en';

/** Those the reader may choose. */
export const LANGUAGES: readonly Language[] = ['nb', 'en'];

/** Each in its own words, so that whoever needs it can read it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

/**
 * The language to speak: the reader's own choice if there is one, else the host's locale (`nb-no`), where every
 * Norwegian one gives bokmål, and anything else English.
 */
export function pickLanguage(chosen: string | null, locale: string): Language {
  const own = LANGUAGES.find((language) => language === chosen);
  return own ?? (/^(nb|no|nn)\b/i.test(locale) ? 'nb' : 'en');
}
