import { describe, expect, it } from 'vitest';
import { SOURCE_DECLARATIONS } from '../../connector/microsoft-graph/source-declarations.ts';
import { LANGUAGES } from '../../teams-app/words/language.ts';
import { ownReason } from '../../teams-app/words/reasons.ts';
import { allWords } from './all-words.ts';

/** Every text of a catalogue by its key, holes filled as a reader might meet them. */
function textsOf(catalogue: object, path = ''): (readonly [key: string, text: string])[] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return textsOf(value, `${path}${key}.`);
    const filled =
      typeof value === 'function' ? String(Reflect.apply(value, undefined, ['12', '48', 'Skole', 'Stab'])) : value;
    return typeof filled === 'string' ? [[path + key, filled.replaceAll('**', '')] as const] : [];
  });
}

function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
}

/** Sentences end at a full stop, a question mark or a colon before a whole sentence; figures and dates have no end. */
function sentencesIn(text: string): string[] {
  return text.split(/(?<=[.?!])\s+(?=\p{Lu})|(?<=:)\s+(?=\p{Lu})/u).filter((part) => wordsIn(part).length > 0);
}

/** Läsbarhetsindex (Björnsson 1968): words a sentence, plus per cent of words of more than six letters. */
function lix(text: string): number {
  const words = wordsIn(text);
  const long = words.filter((word) => word.length > 6);
  return words.length / sentencesIn(text).length + (100 * long.length) / words.length;
}

const MOST_LIX = 45;
const MOST_WORDS = 24;
const NORWEGIAN = { nb: textsOf(allWords('nb')), nn: textsOf(allWords('nn')) };
const ALL = [...NORWEGIAN.nb, ...NORWEGIAN.nn, ...textsOf(allWords('en'))];
const FEWEST_SENTENCES = 3;
/** What officers read is long, so that its parts are measured too. */
const OFFICERS = ['office.wrong', 'office.scope', 'office.form', 'office.gates', 'office.protected', 'watch.attacks'];

function wholeSentences(texts: typeof ALL, part: string): string[] {
  return texts.filter(([key, text]) => key.startsWith(`${part}.`) && /[.?!]$/.test(text)).map(([, text]) => text);
}

/** Every part of the catalogues that has sentences: a new one is measured like the others. */
const PARTS = [
  ...[...new Set(NORWEGIAN.nb.map(([key]) => key.split('.')[0] ?? key))].filter(
    (part) => wholeSentences(NORWEGIAN.nb, part).length >= FEWEST_SENTENCES,
  ),
  ...OFFICERS,
];

describe('plain language', () => {
  it.each(PARTS)('%s reads at LIX 45 or easier, in bokmål and in nynorsk', (part) => {
    for (const texts of [NORWEGIAN.nb, NORWEGIAN.nn]) {
      const sentences = wholeSentences(texts, part);
      expect(sentences.length).toBeGreaterThanOrEqual(FEWEST_SENTENCES);
      expect(lix(sentences.join(' '))).toBeLessThanOrEqual(MOST_LIX);
    }
  });

  it('has no sentence of more than 24 words', () => {
    const long = ALL.flatMap(([key, text]) =>
      sentencesIn(text)
        .filter((sentence) => wordsIn(sentence).length > MOST_WORDS)
        .map((sentence) => `${key}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });

  it('is measured as on paper', () => {
    // 8 words in 2 sentences, 2 of them long: 8/2 + 100 · 2/8.
    expect(lix('Vi leser ikke innholdet. Ingen kan lese e-posten.')).toBe(29);
    expect(lix('Organisasjonens virksomhetsplanlegging forutsetter kompetansekartlegging.')).toBeGreaterThan(100);
  });
});

/** What this product does not do and therefore has no word for: watching people, ranking them, or measuring their work. */
const REFUSED =
  /produktiv|effektivitet|yteevne|yteemne|prestasjon|ranger|rangliste|toppliste|poengsum|best i klassen|dårlegast|dårligst|overvåk|overvak|sporing|spionér|kontroller(?:er|e) (?:ansatte|tilsette)|arbeidsinnsats|\blatskap|productiv|efficien|performance|ranking|leaderboard|\bscor(?:e|es|ing)\b|top performers?|worst|surveil|monitor|track(?:s|ed|ing)\b|spy/i;

describe('the words', () => {
  const all = [
    ...ALL,
    ...SOURCE_DECLARATIONS.flatMap(({ name, fields }) =>
      fields.flatMap(({ reason }) => LANGUAGES.map((language) => [name, ownReason(reason, language) ?? ''] as const)),
    ),
  ];

  it('never speak of productivity, ranking or surveillance', () => {
    // What Microsoft calls its own points is its name, and stands only where they are set beside ours.
    const own = all.map(([key, text]) => [key, text.replaceAll('Adoption Score', '')] as const);
    expect(own.filter(([, text]) => REFUSED.test(text))).toEqual([]);
  });

  it('would be refused if they did', () => {
    for (const text of [
      'Produktiviteten falt',
      'Enhetene er rangert',
      'We monitor usage',
      'Low performance',
      'Overvåking',
      'Overvaking',
    ])
      expect(text).toMatch(REFUSED);
    for (const text of ['Kontakten steg', 'Relaterte enheter', 'Scope', 'Se hva som leses'])
      expect(text).not.toMatch(REFUSED);
  });

  it('never call released figures anonymous', () => {
    expect(all.filter(([, text]) => /anonym/i.test(text))).toEqual([]);
  });
});
