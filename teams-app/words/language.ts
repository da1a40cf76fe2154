/** Every language there are catalogues for, in the order they are offered. */
export const LANGUAGES = ['nb', 'nn', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in its own words, so that whoever needs it can read it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

/**
 * The language to speak: the reader's own choice if there is one, else the host's locale (`nb-no`). Norwegian without
 * saying which gives bokmål; every other language gives English.
 */
export function pickLanguage(chosen: string | null, locale: string): Language {
  const own = LANGUAGES.find((language) => language === chosen);
  if (own !== undefined) return own;
  const host = locale.toLowerCase().split(/[-_]/)[0];
  return host === 'no' ? 'nb' : (LANGUAGES.find((language) => language === host) ?? 'en');
}
