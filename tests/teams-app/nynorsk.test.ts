import { describe, expect, it } from 'vitest';
import { OWN_EXPORT_WORDS } from '../../connector/api/own-export-words.ts';
import { WORDS as DOCUMENTS } from '../../connector/documents/words/words.ts';
import { SOURCE_DECLARATIONS } from '../../connector/microsoft-graph/source-declarations.ts';
import { makeFormat } from '../../teams-app/words/format.ts';
import { columnName, unitName } from '../../teams-app/words/names.ts';
import { nn } from '../../teams-app/words/nn.ts';
import { ownReason } from '../../teams-app/words/reasons.ts';
import { sayFigure, sayList } from '../../teams-app/words/say.ts';
import { speechIn } from '../../teams-app/words/speech.ts';
import { allWords } from './all-words.ts';

/** Words of bokmål for which nynorsk has only another form. */
const BOKMÅL_ALONE = new Set(
  [
    'ikke hvor hva hvem hvilken hvilket hvilke hver hvert hvis hvorfor hvordan noe noen fra jeg mer flere bare også dere',
    'deres dem selv sammen alene hele egen eget egne en et se sier gjør gjøre ble blitt kommer begynner begynte fikk gikk',
    'sto leses lagres slettes vises kastes publiseres gjelder mangler virket varslet mye disse ennå høyest høyere høyst',
    'ansatt ansatte leder ledere lederne tall tallene tallet bro broer broen trappen øverst åpen åpne åpnes virkelig',
    'virkelige uke uken uker ganger måter personer kilde kilder tillatelse tillatelser personvernombud verneombud',
    'tillitsvalgt tillitsvalgte folkevalgt folkevalgte arbeidsgiver personvernansvarlig lanseringsansvarlig sektorer',
    'sektorene kolonner perioder dager dokumenter møttes endret oppdiktet verktøyene',
  ]
    .join(' ')
    .split(' '),
);
/** `enhet`, `virksomheten`, `usikkerhet`: nynorsk says `eining`, `verksemda`, `uvissa`. */
const ENDS_AS_BOKMÅL = /het(?:en|er|ene)?$/u;

function textsOf(catalogue: object): string[] {
  return Object.values(catalogue).flatMap((value: unknown) => {
    if (typeof value === 'object' && value !== null) return textsOf(value);
    if (typeof value === 'string') return [value];
    return typeof value === 'function'
      ? [String(Reflect.apply(value, undefined, ['7', '8', '9', '10', '11', '12']))]
      : [];
  });
}

function bokmålIn(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? [];
  return words.filter((word) => BOKMÅL_ALONE.has(word) || ENDS_AS_BOKMÅL.test(word));
}

function foundIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) => bokmålIn(text).map((word) => `${word}: ${text}`));
}

describe('nynorsk', () => {
  it('holds no word that is bokmål alone: in the tab, in documents, on one’s own paper, or in a reason', () => {
    const reasons = SOURCE_DECLARATIONS.flatMap(({ fields }) =>
      fields.map(({ reason }) => ownReason(reason, 'nn') ?? ''),
    );
    expect(foundIn(textsOf(allWords('nn')))).toEqual([]);
    expect(foundIn(textsOf(DOCUMENTS.nn))).toEqual([]);
    expect(foundIn(textsOf(OWN_EXPORT_WORDS.nn))).toEqual([]);
    expect(foundIn(reasons)).toEqual([]);
  });

  it('would be caught if it did, and is not bokmål by another name', () => {
    expect(bokmålIn('Ikke vist: enheten har for få ansatte.')).toEqual(['ikke', 'enheten', 'ansatte']);
    expect(bokmålIn('Ikkje vist: eininga har for få tilsette. Heilskapen er ei anna sak.')).toEqual([]);
    const [bokmål, nynorsk] = [textsOf(allWords('nb')), textsOf(allWords('nn'))];
    expect(nynorsk).toHaveLength(bokmål.length);
    const sentences = bokmål.map((text, index) => [text, nynorsk[index]] as const).filter(([text]) => /\.$/.test(text));
    const alike = sentences.filter(([text, other]) => text === other);
    // «Tabellen har alle.» is the same in both; most sentences are not.
    expect(alike.length / sentences.length).toBeLessThan(0.1);
  });

  it('uses one of two permitted forms, and the form that agrees with what was counted or sent', () => {
    const texts = [...textsOf(allWords('nn')), ...textsOf(DOCUMENTS.nn), ...textsOf(OWN_EXPORT_WORDS.nn)];
    const other = /(?<!\p{L})(?:difor|byggja|bygger|aleine|henne|betyr|ca)(?!\p{L})/iu;
    expect(texts.filter((text) => other.test(text))).toEqual([]);
    const disagrees = /(?:du (?:er|bli)|(?:ho|han) blir|e-post som er) (?:ikkje )?(?:talt|sendt)(?!\p{L})/iu;
    expect(disagrees.test('Ho blir talt saman med andre.')).toBe(true);
    expect(texts.filter((text) => disagrees.test(text))).toEqual([]);
  });

  it('writes numbers, days and periods as bokmål does, not as a browser without its data would', () => {
    const format = makeFormat('nn', nn);
    expect(format.count(1204).replace(/\s/g, ' ')).toBe('1 204');
    expect(format.decimal(3.8729, 2)).toBe('3,87');
    expect(format.percent(65).replace(/\s/g, ' ')).toBe('65 %');
    expect(format.day('2026-05-17')).toBe('17.\u00a0mai 2026');
    expect(format.days({ from: '2026-07-01', to: '2026-10-01' })).toMatch(/^1\.\sjuli.*30\.\sseptember 2026$/);
    expect(format.period({ from: '2026-07-01', to: '2026-10-01' })).toBe('3.\u00a0kvartal 2026');
    expect(format.shortPeriod({ from: '2025-10-01', to: '2026-01-01' })).toBe('4.\u00a0kv.\u00a025');
  });

  it('names the months as nynorsk does', () => {
    const format = makeFormat('nn', nn);
    const months = Array.from({ length: 12 }, (_, month) =>
      format.day(`2026-${String(month + 1).padStart(2, '0')}-01`),
    );
    expect(months.map((day) => day.split(/\s/)[1])).toEqual(
      'januar februar mars april mai juni juli august september oktober november desember'.split(' '),
    );
  });

  it('says names, lists and figures', () => {
    const speech = speechIn('nn');
    expect(unitName('Oppvekst/Skole, others', nn)).toBe('Skole (andre)');
    expect(unitName('other units', nn)).toBe('Andre einingar');
    expect(columnName('six-or-more', nn)).toBe('6 eller fleire');
    expect(sayList(['a', 'b', 'c'], 3, speech)).toBe('a, b og c');
    expect(sayFigure({ about: 22, low: 9, high: 35 }, speech)).toBe('om lag 22 (9–35)');
    expect(sayFigure({ withheld: 'too-few-in-partner', needed: 50 }, speech)).toContain('minst 50 tilsette');
  });
});
