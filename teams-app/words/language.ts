export const LANGUAGES = ['nb', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * The language to speak: the reader's own choice if there is one, else the host's locale (`nb-no`), where every
 * Norwegian one gives bokmål, and anything else English.
 */
export function pickLanguage(chosen: string | null, locale: string): Language {
  const own = LANGUAGES.find((language) => language === chosen);
  return own ?? (/^(nb|no|nn)\b/i.test(locale) ? 'nb' : 'en');
}
