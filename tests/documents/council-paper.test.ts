import { describe, expect, test } from 'vitest';
import { asMarkdown } from '../../connector/documents/as-markdown.ts';
import { asPdf } from '../../connector/documents/as-pdf.ts';
import { councilPaper, type CouncilFacts } from '../../connector/documents/council-paper.ts';
import { DOCUMENT_LANGUAGES } from '../../connector/documents/document.ts';
import { speechIn } from '../../connector/documents/speech.ts';
import { pdfFonts } from '../../connector/pdf-fonts.ts';
import { adoptionWords, sayShare } from '../../teams-app/words/adoption-words.ts';
import { speechIn as tabSpeechIn } from '../../teams-app/words/speech.ts';

const FACTS: CouncilFacts = {
  organisation: 'Fjordvik kommune',
  today: '2026-11-22',
  period: { id: '2026-Q3', from: '2026-07-01', to: '2026-10-01' },
  heads: 2052,
  coveragePercent: 85,
  headline: {
    kind: 'loosest-division',
    division: 'Teknisk og eiendom',
    heads: 160,
    partner: 'Oppvekst',
    people: { about: 22, low: 9, high: 35 },
  },
  thinlyCovered: ['Hjemmetjenesten'],
  changes: { more: 0, fewer: 0 },
  beyond: [{ row: 'Kultur', heads: 48, people: { about: 31, low: 25, high: 37 } }],
  staircase: [{ step: 3, share: { about: 41.2, low: 38.4, high: 44 } }],
  fitness: { about: 44, low: 41, high: 47 },
  leaderGap: { about: -21, low: -34, high: -8 },
  effects: [
    { what: 'Felles rom', found: 'went-together-with', people: { about: 60, low: 31, high: 89 }, heads: 240 },
    { what: 'Planlegger', found: 'no-effect-seen', people: { about: 2, low: -20, high: 24 }, heads: 180 },
  ],
  learnt: [
    {
      what: 'Planlegger',
      outcome: 'did-not-work',
      expected: 'Alle planlegger i Teams.',
      got: 'De fleste gikk tilbake til papir.',
      learnt: 'Vakter må kunne endres på telefon.',
      next: 'Prøve vaktliste på telefon.',
    },
  ],
  gates: [{ service: 'Digital byggesak', state: 'nearly' }],
  overdueBenefits: ['Færre utskrifter'],
};

function written(facts: CouncilFacts, language: 'nb' | 'nn' | 'en' = 'nb'): string {
  return asMarkdown(councilPaper(facts, speechIn(language)));
}

/** What stands under a heading, up to the next of its level. */
function chapter(text: string, title: string): string {
  return text.split(/^## /m).find((part) => part.startsWith(title)) ?? '';
}

describe('the paper for the council', () => {
  test('says the headline as it stands on the first screen, with its interval', () => {
    expect(written(FACTS)).toContain(
      'Teknisk og eiendom henger trolig løsest sammen med resten. Om lag 22 (9–35) av 160 ansatte hadde fast kontakt med noen i Oppvekst, den sektoren flest derfra nådde.',
    );
    expect(written(FACTS)).toContain('1. juli 2026 til 30. september 2026');
  });

  test('every figure has its interval, and a difference says its sign', () => {
    const text = chapter(written(FACTS), 'Tall med usikkerhet');
    expect(text).toContain('41 % (38–44)');
    expect(written(FACTS, 'en')).toContain('41% (38–44)');
    expect(text).toContain('−21 (−34 til −8) prosentpoeng');
    expect(text).toMatch(/Kultur \| 48 \| 31 \(25–37\)/);
  });

  test.each(DOCUMENT_LANGUAGES)('%s: a share is written as the screens write it', (language) => {
    const { format } = tabSpeechIn(language);
    const onScreen = sayShare({ about: 41.2, low: 38.4, high: 44, sigma: 1 }, adoptionWords(language), format);
    const { blocks } = councilPaper(FACTS, speechIn(language));
    const [, share = ''] = blocks.flatMap((block) => (block.kind === 'table' ? [...block.rows] : []))[0] ?? [];
    expect(onScreen.split(/(?<=om lag |about )/)[1]).toBe(share);
  });

  test('a day and its month stand on one line, and in plain text with the space one types', () => {
    const { blocks } = councilPaper(FACTS, speechIn('nb'));
    const said = blocks.map((block) => ('text' in block ? block.text : '')).join(' ');
    expect(said).toContain('1.\u00a0juli 2026 til 30.\u00a0september 2026');
    expect(written({ ...FACTS, heads: 20_520 })).not.toMatch(/(?<!\d)\u00a0|\u00a0(?!\d)/);
    expect(written({ ...FACTS, heads: 20_520 })).toContain('20\u00a0520');
  });

  test('what worked and what did not stand in chapters of their own', () => {
    const text = written(FACTS);
    expect(chapter(text, 'Dette virket\n')).toContain('Felles rom: endringen falt sammen med');
    expect(chapter(text, 'Dette virket\n')).not.toContain('Planlegger');
    const failed = chapter(text, 'Dette virket ikke');
    expect(failed).toContain('Planlegger: vi ser ingen virkning');
    expect(failed).toContain('De fleste gikk tilbake til papir.');
    expect(chapter(text, 'Veien videre')).toMatch(/vaktliste på telefon[\s\S]*nesten åpen[\s\S]*Færre utskrifter/);
  });

  test.each(DOCUMENT_LANGUAGES)(
    '%s: the chapter of what did not work is there when nobody wrote anything',
    (language) => {
      const { councilPaper: words } = speechIn(language).words;
      const text = written({ ...FACTS, effects: [], learnt: [] }, language);
      expect(chapter(text, words.didNotWork)).toContain(words.nothingFailed);
      expect(chapter(text, words.didNotWork)).toContain(words.alsoFailed);
    },
  );

  test('nothing that is not measured is filled in', () => {
    const text = written({
      ...FACTS,
      ...{ headline: { kind: 'too-little-coverage' }, changes: undefined, beyond: undefined, staircase: [] },
      ...{ fitness: undefined, leaderGap: undefined },
    });
    expect(text).toContain('Vi ser for lite til å si noe');
    expect(text).toContain('Det finnes ingen tidligere måling');
    expect(text).toContain('Kontakt på tvers er ikke målt');
    expect(text).not.toMatch(/undefined|NaN|null/);
  });

  test('no change beyond noise is said as the result it is', () => {
    expect(written(FACTS)).toContain('Ingen sikker endring siden forrige måling.');
    expect(written({ ...FACTS, changes: { more: 3, fewer: 1 } })).toContain(
      'er 3 tall sikkert høyere og 1 sikkert lavere',
    );
  });

  test('a name cannot become a heading or a mark', () => {
    const text = written({ ...FACTS, organisation: '# Fjord\n## vik **kommune**' });
    expect(text.split('\n').filter((line) => line.startsWith('## '))).toHaveLength(6);
  });
});

describe('as PDF', () => {
  const draft = councilPaper(
    { ...FACTS, beyond: Array.from({ length: 90 }, (_, at) => ({ ...FACTS.beyond![0]!, row: `Enhet ${String(at)}` })) },
    speechIn('nb'),
  );

  test('the same paper is the same bytes: no author, no time but the day given', async () => {
    const [one, two] = [await asPdf(draft, '2026-11-22', pdfFonts()), await asPdf(draft, '2026-11-22', pdfFonts())];
    expect(Buffer.compare(one, two)).toBe(0);
    const text = Buffer.from(one).toString('latin1');
    expect(text).toMatch(/^%PDF-1\.7/);
    expect(text).not.toMatch(/Author/);
  });

  test('it is tagged, has its language, and begins a new page where a table is long', async () => {
    const text = Buffer.from(await asPdf(draft, '2026-11-22', pdfFonts())).toString('latin1');
    expect(text).toContain('/Lang (nb-NO)');
    expect(text).toContain('/Marked true');
    expect(text.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(2);
    expect(text.match(/\/S \/TH\b/g)).toHaveLength(5);
    expect(text.match(/\/S \/H2\b/g)).toHaveLength(6);
  });

  test('signs that no font has are left out instead of being drawn as boxes', async () => {
    const saying = (text: string): Promise<Uint8Array> =>
      asPdf({ ...draft, blocks: [{ kind: 'paragraph', text }] }, '2026-11-22', pdfFonts());
    const [drawn, left] = [await saying('Fjordvik 👩‍🔧 kommune'), await saying('Fjordvik  kommune')];
    expect(Buffer.compare(drawn, left)).toBe(0);
  });
});
