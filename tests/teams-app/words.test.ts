import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { WORDS as DOCUMENTS } from '../../connector/documents/words/words.ts';
import { STRUCTURAL_ATTACKS } from '../../connector/attack/attacked.ts';
import { OWN_EXPORT_WORDS } from '../../connector/api/own-export-words.ts';
import { FAILURES } from '../../connector/failure.ts';
import { FIXED_CONSTANTS } from '../../connector/privacy/fixed-constants.ts';
import { BREADTHS } from '../../connector/privacy/table-layout.ts';
import { SOURCE_DECLARATIONS } from '../../connector/microsoft-graph/source-declarations.ts';
import { bridgesWords } from '../../teams-app/words/bridges-words.ts';
import { en } from '../../teams-app/words/en.ts';
import { makeFormat } from '../../teams-app/words/format.ts';
import { LANGUAGES, pickLanguage } from '../../teams-app/words/language.ts';
import { columnName, toolInSentence, nameWithin, unitName } from '../../teams-app/words/names.ts';
import { nb } from '../../teams-app/words/nb.ts';
import { nn } from '../../teams-app/words/nn.ts';
import { installWords } from '../../teams-app/words/install-words.ts';
import { journeyWords } from '../../teams-app/words/journey-words.ts';
import { en as officeEn } from '../../teams-app/words/office/en.ts';
import { nb as officeNb } from '../../teams-app/words/office/nb.ts';
import { nn as officeNn } from '../../teams-app/words/office/nn.ts';
import { officeWords } from '../../teams-app/words/office-watch.ts';
import { ownReason } from '../../teams-app/words/reasons.ts';
import { sayFigure, sayList } from '../../teams-app/words/say.ts';
import { speechIn } from '../../teams-app/words/speech.ts';
import { allWords } from './all-words.ts';

const TAB = fileURLToPath(new URL('../../teams-app/', import.meta.url));

/** Every key as a path, with how many holes its sentence has. */
function keysOf(catalogue: object, path = ''): string[] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${path}${key}.`) : [`${path}${key}: ${typeof value}`],
  );
}

function stringsOf(catalogue: object): string[] {
  return Object.values(catalogue).flatMap((value: unknown) => {
    if (typeof value === 'object' && value !== null) return stringsOf(value);
    if (typeof value === 'string') return [value];
    return typeof value === 'function' ? [String(Reflect.apply(value, undefined, ['7', '8', '9', '10']))] : [];
  });
}

describe('the catalogues', () => {
  const spoken = LANGUAGES.map((language) => ({ language, words: allWords(language) }));

  it.each(spoken)('of $language has the keys of bokmål', ({ words }) => {
    expect(keysOf(words)).toEqual(keysOf(allWords('nb')));
  });

  it('call a table in a document what its screen calls it', () => {
    for (const { language } of spoken) {
      const { channels, brokerage, steps } = DOCUMENTS[language].terms.tables;
      const bridges = bridgesWords(language);
      const { channelsTitle } = speechIn(language).words.overview;
      expect([channels?.[0], brokerage?.[0], steps?.[0]]).toEqual([
        channelsTitle,
        bridges.brokerage.title,
        bridges.steps.title,
      ]);
    }
  });

  it('count one quarter in the singular', () => {
    const said = (released: string) => [nb, nn, en].map(({ overview }) => overview.moreComing(released, '4'));
    expect(said('1').map((text) => /er klart|is ready/.test(text))).toEqual([true, true, true]);
    expect(said('2').map((text) => /er klare|are ready/.test(text))).toEqual([true, true, true]);
  });

  it('say something at every key, and mark strong text in pairs', () => {
    for (const text of spoken.flatMap(({ words }) => stringsOf(words))) {
      expect(text.trim(), text).not.toBe('');
      expect(text.split('**').length % 2, text).toBe(1);
      expect(text).not.toMatch(/undefined|\[object/);
    }
  });

  it('have Norwegian for every reason the connector gives', () => {
    const reasons = SOURCE_DECLARATIONS.flatMap(({ fields }) => fields.map(({ reason }) => reason));
    for (const language of ['nb', 'nn'] as const) {
      expect(reasons.filter((reason) => ownReason(reason, language) === undefined)).toEqual([]);
      expect(ownReason('a new reason', language)).toBeUndefined();
    }
    expect(ownReason('a new reason', 'en')).toBe('a new reason');
  });

  it('call a gate that is not open by one word, in the tab and in documents', () => {
    for (const language of LANGUAGES) {
      const { closed } = { nb: officeNb, nn: officeNn, en: officeEn }[language].gates;
      expect(journeyWords(language).gates.states.closed).toBe(closed);
      expect(DOCUMENTS[language].councilPaper.gateStates.closed).toBe(closed.toLowerCase());
    }
  });

  it('call the stage before production by one word', () => {
    for (const language of LANGUAGES) {
      const { pilot } = installWords(language).stages;
      const said = [
        { nb: officeNb, nn: officeNn, en: officeEn }[language].pilot,
        speechIn(language).words.about.custodyWeak,
      ];
      for (const text of said) expect(text, language).toMatch(new RegExp(`\\b${pilot.toLowerCase()}\\b`));
    }
    expect(stringsOf(allWords('en')).filter((text) => /\btrials?\b/i.test(text))).toEqual([]);
  });

  it('give an e-mail the minutes that it is reckoned by, wherever minutes are explained', () => {
    const minutes = FIXED_CONSTANTS.find(({ name }) => name === 'minutes-a-mail')?.value ?? 0;
    for (const language of LANGUAGES) {
      const { words, format } = speechIn(language);
      for (const text of [words.me.minutesMeasured, words.about.keptMinutes, OWN_EXPORT_WORDS[language].minutes])
        expect(text).toContain(` ${format.decimal(minutes, 2)} minut`);
    }
  });

  it('word every attack that the office is told of', () => {
    expect(Object.keys(officeWords('nb').attacks.of)).toEqual([...STRUCTURAL_ATTACKS]);
  });

  it('name every source, and word only failures that exist', () => {
    for (const { name } of SOURCE_DECLARATIONS) expect(nb.about.sources).toHaveProperty(name);
    for (const code of Object.keys(nb.first.failures)) expect(FAILURES).toHaveProperty(code);
  });
});

/** Text a reader would meet that stands in a component instead of in words/: between tags, or in a spoken attribute. */
function literalText(source: ts.SourceFile): string[] {
  const spoken = new Set(['aria-label', 'title', 'alt', 'placeholder', 'label', 'aria-description']);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText(source)) && node.initializer !== undefined)
      if (ts.isStringLiteral(node.initializer)) found.push(node.initializer.text);
    if (ts.isJsxExpression(node) && node.expression !== undefined && ts.isStringLiteral(node.expression))
      if (ts.isJsxElement(node.parent) && /\p{L}/u.test(node.expression.text)) found.push(node.expression.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function parsed(name: string, text: string): ts.SourceFile {
  return ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
}

describe('the components', () => {
  it('hold no text of their own', () => {
    const files = readdirSync(TAB, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.tsx') && !file.startsWith('dist'),
    );
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      expect(literalText(parsed(file, readFileSync(TAB + file, 'utf8'))), file).toEqual([]);
    }
  });

  it('would be caught if they did', () => {
    expect(literalText(parsed('a.tsx', '<p title="Hei">Hallo {"verden"}{name} · </p>'))).toEqual([
      'Hei',
      'Hallo',
      'verden',
    ]);
  });
});

describe('language and numbers', () => {
  it.each([
    [null, 'nb-no', 'nb'],
    [null, 'nn-NO', 'nn'],
    [null, 'nn', 'nn'],
    [null, 'no', 'nb'],
    [null, 'en-us', 'en'],
    [null, 'de-de', 'en'],
    ['en', 'nb-no', 'en'],
    ['nb', 'en-us', 'nb'],
    ['nn', 'nb-no', 'nn'],
    ['xx', 'nb-no', 'nb'],
  ])('chosen %s and host %s give %s', (chosen, locale, language) => {
    expect(pickLanguage(chosen, locale)).toBe(language);
  });

  it('are written as in the language', () => {
    const [norwegian, english] = [makeFormat('nb', nb), makeFormat('en', en)];
    expect(norwegian.count(1204).replace(/\s/g, ' ')).toBe('1 204');
    expect(english.count(1204)).toBe('1,204');
    expect(norwegian.percent(65).replace(/\s/g, ' ')).toBe('65 %');
    expect(english.percent(65)).toBe('65%');
    expect(norwegian.decimal(3.8729, 2)).toBe('3,87');
    expect(norwegian.day('2026-10-01')).toBe('1.\u00a0oktober 2026');
    expect(english.day('2026-10-01T23:30:00.000Z')).toBe('1\u00a0October 2026');
    expect(english.days({ from: '2026-07-01', to: '2026-10-01' })).toMatch(
      /^1\u00a0July\u00a0–\s30\u00a0September 2026$/,
    );
  });

  it('numbers below zero have the sign of one in every language, and numbers beside each other are equally precise', () => {
    for (const [language, words] of [
      ['nb', nb],
      ['nn', nn],
      ['en', en],
    ] as const) {
      const format = makeFormat(language, words);
      for (const written of [format.count(-6), format.decimal(-6.4, 1), format.fixed(-6, 1), format.percent(-6)])
        expect(written, language).toMatch(/^\u22126/);
    }
    expect([makeFormat('nb', nb).fixed(1, 1), makeFormat('en', en).fixed(0.86, 1)]).toEqual(['1,0', '0.9']);
  });

  it('call a quarter a quarter and anything else by its days', () => {
    const format = makeFormat('nb', nb);
    expect(format.period({ from: '2026-07-01', to: '2026-10-01' })).toBe('3.\u00a0kvartal 2026');
    expect(format.shortPeriod({ from: '2025-10-01', to: '2026-01-01' })).toBe('4.\u00a0kv.\u00a025');
    expect(format.period({ from: '2024-01-01', to: '2024-03-31' })).toMatch(/^1\.\sjanuar.*30\.\smars 2024$/);
    expect(format.period({ from: '2024-02-01', to: '2024-05-01' })).toMatch(/^1\.\sfebruar.*30\.\sapril 2024$/);
  });

  it('keep what belongs together on one line: the number and its month, its quarter, its unit or its clock', () => {
    const apart = /\d\.? (?=\p{Ll}|%|UTC)|kl\. (?=\d)|\d (?=January|July|October|November)/u;
    const [quarter, span] = [
      { from: '2026-07-01', to: '2026-10-01' },
      { from: '2027-01-01', to: '2027-02-01' },
    ];
    for (const language of LANGUAGES) {
      const format = speechIn(language).format;
      const written = [
        ...[format.day('2027-01-01'), format.moment('2026-11-19T02:17:00Z'), format.period(quarter)],
        ...[format.periodNamed('2026-Q3'), format.shortPeriod(quarter), format.days(quarter), format.days(span)],
        ...[format.percent(51), format.count(1204)],
      ].map((text) => text.replace(/(?<=\d{4}) (?:kl|at)/, ''));
      for (const text of written) expect(text, language).not.toMatch(apart);
    }
    const catalogues = LANGUAGES.flatMap((language) => stringsOf(allWords(language)));
    expect(catalogues.filter((text) => /\d\. (?!og )\p{Ll}|\d %/u.test(text))).toEqual([]);
  });
});

describe('names', () => {
  it('come from the data, but for those the release makes', () => {
    expect(unitName('Oppvekst/Skole', nb)).toBe('Skole');
    expect(unitName('Oppvekst/Skole, others', nb)).toBe('Skole (øvrige)');
    expect(unitName('Oppvekst/Skole, others', en)).toBe('Skole (others)');
    expect(unitName('others', nb)).toBe('Øvrige');
    expect(nameWithin('Oppvekst', 'Oppvekst, others', nb)).toBe('Øvrige');
    expect(nameWithin('Oppvekst', 'Oppvekst/Skole, others', en)).toBe('Skole (others)');
    expect(nameWithin('Stab', 'Stab', nb)).toBe('Stab');
    expect(unitName('other units', nb)).toBe('Øvrige enheter');
    expect(unitName('everybody', nb)).toBe('Alle');
    expect(unitName('Brothers', nb)).toBe('Brothers');
    expect(columnName('files', nb)).toBe('Filer i skyen');
    for (const name of BREADTHS) expect(columnName(name, nb)).toMatch(/^\d/);
    expect(columnName('one-or-two', en)).toBe('1–2 other units');
    expect(columnName('one-or-two', nb)).toBe('1–2 andre enheter');
    expect(columnName('six-or-more', nb)).toBe('6 eller flere');
    expect(columnName('something new', nb)).toBe('something new');
    expect(toolInSentence(columnName('exchange', nb), nb)).toBe('e-post');
    expect(toolInSentence(columnName('files', en), en)).toBe('cloud files');
    expect(toolInSentence(columnName('teams', nb), nb)).toBe('Teams');
  });

  it('are listed with the rest as a number', () => {
    const speech = speechIn('nb');
    expect(sayList([], 3, speech)).toBe('');
    expect(sayList(['a'], 3, speech)).toBe('a');
    expect(sayList(['a', 'b', 'c'], 3, speech)).toBe('a, b og c');
    expect(sayList(['a', 'b', 'c', 'd', 'e'], 3, speech)).toBe('a, b og 3 til');
  });
});

describe('a figure in words', () => {
  it('bears its range, and never a zero for what is withheld', () => {
    const speech = speechIn('nb');
    expect(sayFigure({ about: 22, low: 9, high: 35 }, speech)).toBe('om lag 22 (9–35)');
    expect(sayFigure({ withheld: 'too-few-in-partner', needed: 50 }, speech)).toContain('minst 50 ansatte');
    expect(sayFigure({ withheld: 'too-little-coverage' }, speech)).toContain('Ikke vist');
    expect(sayFigure({ withheld: 'not-measured' }, speech)).not.toMatch(/\d/);
  });
});
