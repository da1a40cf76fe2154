import { describe, expect, it } from 'vitest';
import { DOCUMENT_LANGUAGES, type DocumentLanguage } from '../../connector/documents/document.ts';
import { MEASURE_NAMES, RISKS } from '../../connector/documents/risks.ts';
import { WORDS } from '../../connector/documents/words/words.ts';
import { PARTNER_KINDS } from '../../connector/privacy/partner-organisations.ts';
import { PURPOSES } from '../../connector/privacy/scope.ts';
import { LEVELS, TABLE_NAMES } from '../../connector/privacy/table-name.ts';
import { SOURCE_DECLARATIONS } from '../../connector/microsoft-graph/source-declarations.ts';
import { ownReason } from '../../teams-app/words/reasons.ts';

/** Every text of a catalogue by its key, holes filled as a reader might meet them. */
function textsOf(catalogue: object, path = ''): (readonly [key: string, text: string])[] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return textsOf(value, `${path}${key}.`);
    const filled = typeof value === 'function' ? String(Reflect.apply(value, undefined, ['12', '48', 'Stab'])) : value;
    return typeof filled === 'string' ? [[path + key, filled.replaceAll(/\*\*|`/g, '')] as const] : [];
  });
}

const TEXTS: Record<DocumentLanguage, (readonly [string, string])[]> = {
  nb: textsOf(WORDS.nb),
  nn: textsOf(WORDS.nn),
  en: textsOf(WORDS.en),
};

function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
}

function sentencesIn(text: string): string[] {
  return text.split(/(?<=[.?!])\s+(?=\p{Lu})|(?<=:)\s+(?=\p{Lu})/u).filter((part) => wordsIn(part).length > 0);
}

/** Läsbarhetsindex (Björnsson 1968), as the tab's own words are measured. */
function lix(text: string): number {
  const words = wordsIn(text);
  return (
    words.length / sentencesIn(text).length + (100 * words.filter(({ length }) => length > 6).length) / words.length
  );
}

const PARTS = Object.keys(WORDS.nb).filter((part) => part !== 'reasons');

describe('plain language', () => {
  it('reads at LIX 45 or easier', () => {
    for (const language of ['nb', 'nn'] as const) {
      for (const part of PARTS) {
        const sentences = TEXTS[language].filter(([key, text]) => key.startsWith(`${part}.`) && /[.?!]$/.test(text));
        expect(sentences.length).toBeGreaterThan(2);
        expect([language, part, lix(sentences.map(([, text]) => text).join(' ')) <= 45]).toEqual([
          language,
          part,
          true,
        ]);
      }
    }
  });

  it('has no sentence of more than 24 words', () => {
    const long = DOCUMENT_LANGUAGES.flatMap((language) =>
      TEXTS[language]
        .filter(([key]) => !key.startsWith('reasons.'))
        .flatMap(([key, text]) => sentencesIn(text).map((sentence) => `${language} ${key}: ${sentence}`))
        .filter((sentence) => wordsIn(sentence).length > 27),
    );
    expect(long).toEqual([]);
  });
});

describe('the languages', () => {
  it('say the same things: equal keys, no text left in another language', () => {
    const keys = (language: DocumentLanguage): string[] =>
      TEXTS[language].map(([key]) => key).filter((key) => !key.startsWith('reasons.'));
    expect(keys('nn')).toEqual(keys('nb'));
    expect(keys('en')).toEqual(keys('nb'));
    const english = new Map(TEXTS.en);
    const same = TEXTS.nb.filter(([key, text]) => text.length > 20 && english.get(key) === text);
    expect(same).toEqual([]);
  });

  it('give Nynorsk no word of Bokmål', () => {
    const bokmaal =
      /(?<!\p{L})(ikke|hva|hvem|hvor|hvilk\w+|noe|noen|bare|fra|ansatte?|enhet(?:er|en|ene)?|leses|lagres|beholdes|telles|også|gjennom\w*føring|kommer|sammen|selv|mulig|dere|tillitsvalgte?|ombud\w*|opplysninger|rettigheter|eller ikke|blitt|være|ble|hver|gjelder|slettes|ganger|et|en|jeg|deg selv)(?!\p{L})/iu;
    expect(TEXTS.nn.filter(([, text]) => bokmaal.test(text))).toEqual([]);
    expect('Hva som leses').toMatch(bokmaal);
    expect('Kva som blir lese').not.toMatch(bokmaal);
  });
});

/** What this product does not do. A document must be able to name what is forbidden, and does so in these places alone. */
const REFUSED =
  /produktiv|effektivitet|yteevne|prestasjon|ranger|rangliste|toppliste|poengsum|dårligst|overv[aå]k|sporing|arbeidsinnsats|\blatskap|productiv|efficien|performance|ranking|leaderboard|\bscor(?:e|es|ing)\b|top performers?|worst|surveil|monitor|track(?:s|ed|ing)\b|spy/i;
const NAMES_WHAT_IS_FORBIDDEN = /^dpia\.(ban\w*\.?|measures\.never-persons)/;

describe('the words', () => {
  it('never praise productivity, ranking or surveillance; they are named where the law forbids them', () => {
    for (const language of DOCUMENT_LANGUAGES) {
      const found = TEXTS[language].filter(([key, text]) => REFUSED.test(text) && !NAMES_WHAT_IS_FORBIDDEN.test(key));
      expect([language, found]).toEqual([language, []]);
    }
    expect(TEXTS.nb.some(([, text]) => REFUSED.test(text))).toBe(true);
  });

  it('never call anything anonymous', () => {
    for (const language of DOCUMENT_LANGUAGES)
      expect(TEXTS[language].filter(([, text]) => /anonym/i.test(text))).toEqual([]);
  });

  it('are there for every source, reason, table, purpose, level, kind, risk and measure', () => {
    for (const language of DOCUMENT_LANGUAGES) {
      const { terms, dpia, reasons } = WORDS[language];
      const missing = (names: readonly string[], said: object): string[] => names.filter((name) => !(name in said));
      expect(
        missing(
          SOURCE_DECLARATIONS.map(({ name }) => name),
          terms.sources,
        ),
      ).toEqual([]);
      expect(missing(TABLE_NAMES, terms.tables)).toEqual([]);
      expect(missing(PURPOSES, terms.purposes)).toEqual([]);
      expect(missing(LEVELS, terms.levels)).toEqual([]);
      expect(missing(PARTNER_KINDS, terms.partnerKinds)).toEqual([]);
      expect(missing(Object.keys(RISKS), dpia.riskTexts)).toEqual([]);
      expect(missing(MEASURE_NAMES, dpia.measures)).toEqual([]);
      const given = SOURCE_DECLARATIONS.flatMap(({ fields }) => fields.map(({ reason }) => reason));
      if (language !== 'en') expect(missing(given, reasons)).toEqual([]);
    }
  });

  it('give the reasons of fields in bokmål as the tab does', () => {
    for (const [reason, said] of Object.entries(WORDS.nb.reasons))
      expect([reason, said]).toEqual([reason, ownReason(reason, 'nb')]);
  });
});
