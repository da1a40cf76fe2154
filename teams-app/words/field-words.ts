import type { Language } from './language.ts';

const nb = {
  day: 'Dag, måned og år, slik: 25.9.2026',
  choose: 'Velg fil',
  none: 'Ingen fil er valgt.',
};

type FieldWords = typeof nb;

const nn: FieldWords = {
  day: 'Dag, månad og år, slik: 25.9.2026',
  choose: 'Vel fil',
  none: 'Inga fil er vald.',
};

const en: FieldWords = {
  day: 'Day, month and year, like this: 25/9/2026',
  choose: 'Choose a file',
  none: 'No file is chosen.',
};

/** What the fields for days and files say themselves; a browser would say it in its own language. */
export function fieldWords(language: Language): FieldWords {
  return { nb, nn, en }[language];
}
