import { describe, expect, test } from 'vitest';
import { asMarkdown } from '../../connector/documents/as-markdown.ts';
import { DOCUMENT_LANGUAGES } from '../../connector/documents/document.ts';
import { scopeDifferencePage } from '../../connector/documents/scope-difference-page.ts';
import { speechIn } from '../../connector/documents/speech.ts';
import { rowsAtLevels } from '../../connector/privacy/rows-at-levels.ts';
import { differencesOf } from '../../connector/privacy/scope-difference.ts';
import { inventedFacts } from './invented-facts.ts';

const before = inventedFacts().scope;
const partner = { name: 'fylket', kind: 'public-administration', domains: ['fylket.no'] };
const everything = {
  organisation: 'Nye Fjordvik',
  purposes: ['technology-adoption'],
  legalBasis: 'En annen lov',
  sources: ['sent-items', 'meetings'],
  positiveGroupId: '11111111-2222-4333-8444-555555555555',
  unitAttribute: 'companyName',
  unitsOut: ['Helse/Legevakt'],
  titles: { leader: [], elected: ['Ordfører'] },
  level: 'careful',
  structuralTables: true,
  competences: [{ name: 'Sikkerhet', groupId: '99999999-2222-4333-8444-555555555555' }],
  staffNoticeOn: '2026-09-01',
  readBack: true,
  endsOn: '2029-08-10',
  partnerOrganisations: [partner],
  approvedRoles: ['Mail.Read'],
  exchangeScoped: {
    sources: ['sent-items'],
    probeInside: '11111111-2222-4333-8444-555555555556',
    probeOutside: '11111111-2222-4333-8444-555555555557',
  },
};
const page = (from: object | undefined, to: object, language: 'nb' | 'nn' | 'en' = 'nb'): string => {
  const facts = inventedFacts(to);
  const differences = differencesOf(from === undefined ? undefined : inventedFacts(from).scope, facts.scope);
  return asMarkdown(scopeDifferencePage(facts, differences, [], speechIn(language)));
};

describe('a change of scope in words', () => {
  test('says what widens first, then what changes, then what narrows', () => {
    const said = page({}, { level: 'careful', endsOn: '2029-08-10', legalBasis: 'En annen lov' });
    const order = [
      '## Dette utvider',
      'Lesingen slutter 10. august 2029, ikke 10. august 2028.',
      '## Dette endres',
      'Behandlingsgrunnlaget er skrevet om',
      '## Dette snevrer inn',
      'går fra vanlig til **forsiktig**',
    ];
    const places = order.map((text) => said.indexOf(text));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('is nothing where nothing is different', () => {
    expect(page({}, {})).toContain('Ingenting blir annerledes.');
  });

  test.each(DOCUMENT_LANGUAGES)(
    'has a sentence for every difference, forth, back and from nothing (%s)',
    (language) => {
      for (const [from, to] of [
        [{}, everything],
        [everything, {}],
        [undefined, everything],
      ] as const) {
        const facts = inventedFacts(to);
        const differences = differencesOf(from === undefined ? undefined : inventedFacts(from).scope, facts.scope);
        expect(differences.length).toBeGreaterThan(8);
        const items = page(from, to, language).match(/^- .+$/gm) ?? [];
        expect(items).toHaveLength(differences.length);
        expect(items.filter((item) => /undefined|null|\[object/.test(item))).toEqual([]);
      }
    },
  );

  test('names what is asked of whom', () => {
    const said = page({}, everything);
    for (const part of [
      '**Møter i kalenderen** leses for alle på listen',
      'Ansatte i **Helse/Legevakt** leses ikke lenger',
      '**fylket** (offentlig forvaltning)',
      '`Mail.Read`',
      'Titler for folkevalgte endres. Nye: Ordfører. Borte: ingen.',
    ])
      expect(said).toContain(part);
    const other = { partnerOrganisations: [{ ...partner, domains: ['post.fylket.no'] }] };
    expect(page(everything, { ...everything, ...other })).toContain('Nye: post.fylket.no. Borte: fylket.no.');
  });
});

test('the rows each level leaves are said with their error, from headcounts', () => {
  const headcounts = [
    { unit: 'Skole', standing: 'desk' as const, heads: 200, covered: 200 },
    { unit: 'Helse', standing: 'desk' as const, heads: 150, covered: 150 },
    { unit: 'Stab', standing: 'desk' as const, heads: 37, covered: 37 },
  ];
  const rows = rowsAtLevels(headcounts, ['breadth']);
  const said = asMarkdown(scopeDifferencePage({ scope: before, today: '2026-11-22' }, [], rows, speechIn('nb')));
  // σ 3.16 at standard: 35 heads at least, within 5; σ 4.47 at careful: 50 heads, within 7, and Stab shares a row.
  expect(said).toContain('| Bredde | vanlig | 3 | 35 | ±5 ansatte | 0 |');
  expect(said).toContain('| Bredde | forsiktig | 2 | 50 | ±7 ansatte | 2 |');
  expect(said).toContain('Helse (øvrige): 187; Skole: 200');
});

test('a table without rows has no figures, and says so instead of giving any; rows that are no units merge none', () => {
  const desk = { unit: 'Skole', standing: 'desk' as const, heads: 400, covered: 400 };
  const said = (leaders: number): string => {
    const rows = rowsAtLevels([desk, { ...desk, standing: 'leader' as const, heads: leaders }], ['leaders']);
    return asMarkdown(scopeDifferencePage({ scope: before, today: '2026-11-22' }, [], rows, speechIn('nb')));
  };
  // σ 2.24 at standard: 25 heads at least, within 4.
  expect(said(24)).toContain('| Ledere | vanlig | ingen ennå | 25 | – | – |');
  expect(said(24)).toContain('| Ledere, vanlig | Ingen ennå. Ingen gruppe er stor nok til en rad. |');
  expect(said(25)).toContain('| Ledere | vanlig | 1 | 25 | ±4 ansatte | – |');
});
