import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asDocx } from '../../connector/documents/as-docx.ts';
import { asMarkdown } from '../../connector/documents/as-markdown.ts';
import { DOCUMENT_LANGUAGES, type Block } from '../../connector/documents/document.ts';
import { DOCUMENT_NAMES, makeDocument } from '../../connector/documents/documents.ts';
import { priceOf, tablesOf } from '../../connector/documents/facts.ts';
import { scopeDifferencePage } from '../../connector/documents/scope-difference-page.ts';
import { speechIn } from '../../connector/documents/speech.ts';
import { asNumber } from '../../connector/privacy/rational.ts';
import { inventedFacts } from './invented-facts.ts';
import { partsOf, textOf } from './opened-docx.ts';

const facts = inventedFacts();
const STRUCTURAL_ON = [{ of: 'structural-tables', effect: 'widens', on: true }] as const;
const every = DOCUMENT_NAMES.flatMap((name) => DOCUMENT_LANGUAGES.map((language) => ({ name, language })));
const markdown = (
  name: (typeof DOCUMENT_NAMES)[number],
  changed: object = {},
  language: 'nb' | 'nn' | 'en' = 'nb',
): string => asMarkdown(makeDocument(name, inventedFacts(changed), language));

/** Every text of a block, marks aside. */
function textsOf(block: Block): string[] {
  const texts =
    block.kind === 'list' ? block.items : block.kind === 'table' ? [...block.head, ...block.rows.flat()] : [block.text];
  return texts.map((text) => text.replaceAll(/\*\*|`/g, ''));
}

describe.each(every)('$name in $language', ({ name, language }) => {
  const draft = makeDocument(name, facts, language);

  test('is a draft and no legal advice, says from what it was made, and has no hole', () => {
    expect(draft.mark).toMatch(/utkast|draft/i);
    expect(draft.mark).toMatch(/juridisk|legal advice/);
    const texts = [draft.title, ...draft.blocks.flatMap(textsOf)];
    expect(texts.join('\n')).toContain('Fjordvik kommune');
    expect(texts.join('\n')).toMatch(/22\.?\snovember 2026/i);
    expect(texts.filter((text) => /undefined|null|NaN|\[object/.test(text) || text.trim() === '')).toEqual([]);
  });

  test('is the same in its blocks and in its DOCX', async () => {
    const body = partsOf(await asDocx(draft, facts.today)).get('word/document.xml') ?? '';
    const said = textOf(body);
    for (const text of draft.blocks.flatMap(textsOf)) expect(said).toContain(text);
  });
});

describe('the scope in plain words', () => {
  test('says what is read, of whom, how well protected and until when', () => {
    const page = markdown('scope');
    expect(page).toContain('| Sendt e-post | Hvem en e-post gikk til, og hvilken dag. | `Mail.ReadBasic.All` |');
    expect(page).toContain('`0f3c1d2e-4b5a-4c6d-8e7f-9a0b1c2d3e4f`');
    expect(page).toContain('Nivået er **vanlig**');
    expect(page).toContain('i om lag 70 av 100 forsøk etter ett kvartal. Etter et år er det om lag 85');
    expect(page).toContain('Ingen dag før 24. august 2026 leses');
    expect(page).toContain('stopper av seg selv 10. august 2028');
    expect(page).toContain('| Fast kontakt | Hvor mange i en enhet som har fast kontakt med hver sektor. | 0,8 |');
    expect(page).not.toContain('Chat');
  });

  test('changes with the scope', () => {
    expect(markdown('scope', { level: 'careful' })).toContain('| 0,4 |');
    expect(markdown('scope', { readBack: true })).toContain('lov til å lese dager fra før');
    expect(markdown('scope', { sources: ['chat-messages'] })).toContain('henter teksten inn i minnet');
    expect(markdown('scope', { sources: ['message-trace'] })).toContain('henter emnefelt inn i minnet');
    expect(markdown('scope', { unitsOut: ['Helse/Legevakt'] })).toContain('- Helse/Legevakt');
    expect(markdown('scope', { structuralTables: true })).toContain('er **slått på**');
    const partner = { name: 'fylket', kind: 'public-administration', domains: ['fylket.no'] };
    expect(markdown('scope', { partnerOrganisations: [partner] })).toContain(
      '**fylket** (offentlig forvaltning): fylket.no. Det som lagres, er ordet `partner:fylket`, og ingen adresse.',
    );
    expect(markdown('scope', { approvedRoles: ['Mail.Read'] })).toContain('- `Mail.Read`');
  });

  test('has the tables that the sources can fill', () => {
    expect(tablesOf({ sources: ['active-users'], structuralTables: false })).toEqual(['apps', 'staircase', 'leaders']);
    expect(tablesOf({ sources: ['teams-activity'], structuralTables: false })).toEqual(['apps']);
    expect(tablesOf({ sources: ['meetings'], structuralTables: false })).toEqual(
      expect.arrayContaining(['reach', 'breadth']),
    );
    expect(tablesOf({ sources: ['meetings'], structuralTables: false })).not.toContain('apps');
    const both = tablesOf({ sources: ['sent-items', 'calls'], structuralTables: false });
    expect(both).toEqual(['reach', 'breadth', 'channels']);
    for (const alone of ['sent-items', 'meetings', 'calls'] as const) {
      expect(tablesOf({ sources: [alone], structuralTables: false })).toEqual(['reach', 'breadth']);
    }
  });

  test('a scope with structural tables has them, `steps` where it declares a competence, and pays for them', () => {
    const on = { sources: ['sent-items'], structuralTables: true } as const;
    const scope = { ...on, sources: [...on.sources] };
    expect(tablesOf(scope)).toEqual(['reach', 'breadth', 'brokerage']);
    expect(tablesOf({ ...scope, competences: [{ name: 'A', groupId: '' }] }).at(-1)).toBe('steps');
    expect(tablesOf({ ...scope, sources: ['active-users'] })).not.toContain('brokerage');
    const { year } = priceOf({ ...scope, level: 'standard' });
    expect(asNumber(year)).toBe(1.2);
  });

  test('whoever decides on structural tables is told what our attack found, with the figure of docs/attacks', () => {
    const attacks = readFileSync(new URL('../../docs/attacks/README.md', import.meta.url), 'utf8');
    // | `steps` | rows of others that change | most | 99; the promise would be 59 |
    const measured = ['steps', 'brokerage'].map((name) => {
      const row = attacks.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
      return /\| (\d+); the promise would be (\d+) +\|$/.exec(row)?.slice(1);
    });
    expect(measured).toEqual([
      ['99', '59'],
      ['76', '59'],
    ]);
    for (const language of DOCUMENT_LANGUAGES) {
      const page = scopeDifferencePage(facts, STRUCTURAL_ON, [], speechIn(language));
      const decided = [
        asMarkdown(page),
        markdown('dpia', {}, language),
        ...(['scope', 'discussion-paper'] as const).map((name) => markdown(name, { structuralTables: true }, language)),
      ];
      for (const text of decided) expect(text).toMatch(/99 (av|of) 100.* 76 (av|of) 100.* 59/);
      expect(markdown('scope', {}, language)).not.toMatch(/99 (av|of) 100/);
    }
  });

  test('tells the odds of the dearest quarter', () => {
    const { year, quarter } = priceOf({ level: 'standard', sources: ['sent-items', 'calls'], structuralTables: false });
    // 0.80 + 0.20 + 0.10 a year; in a second quarter 0.20 + 0.05 + 0.05.
    expect([asNumber(year), asNumber(quarter)]).toEqual([1.1, 0.3]);
  });
});

describe('the assessment', () => {
  test('has every chapter that an assessment needs, and every field that is read', () => {
    const page = markdown('dpia');
    for (const chapter of [
      '1\\. Hva',
      '2\\. Er det nødvendig',
      '3\\. Hva de',
      '4\\. Risiko',
      '5\\. Forbudet',
      '6\\. Det som',
      '7\\. Råd',
      '8\\. Beslutning',
    ])
      expect(page).toContain(`## ${chapter}`);
    expect(page).toContain('e-postforskriften § 2');
    expect(page).toContain('### Risiko 8: Tallene leses feil');
    expect(page).toContain('`tests/privacy/noise.test.ts`: has the distribution of the paper');
    expect(page).toContain('Forhåndsdrøfting med Datatilsynet');
    for (const { fields } of facts.sources) for (const { field } of fields) expect(page).toContain(`\`${field}\``);
    expect(page).toContain('Nøklene ligger i: **en fil på serveren**');
    expect(page).toContain('for svakt for drift');
    const strong = asMarkdown(makeDocument('dpia', { ...facts, custody: { kind: 'key-vault', weak: false } }, 'nb'));
    expect(strong).toContain('Nøklene ligger i: **Azure Key Vault**');
    expect(strong).not.toContain('for svakt for drift');
  });

  test('leaves to people what only people can judge', () => {
    const blanks = makeDocument('dpia', facts, 'nb').blocks.filter(({ kind }) => kind === 'blank');
    expect(blanks.length).toBeGreaterThan(15);
  });
});

test('a notice says what, who, how long and how to say no, and nothing of a source that is off', () => {
  const page = markdown('staff-notice');
  for (const part of [
    'Hva som leses',
    'Hvem det gjelder',
    'Hvor lenge',
    'Slik sier du nei',
    '**Om meg**',
    '24. august 2026',
  ])
    expect(page).toContain(part);
  expect(page).not.toContain('Møter i kalenderen');
  expect(markdown('staff-notice', { sources: ['meetings'] })).toContain('Møter i kalenderen');
  expect(markdown('staff-notice', { sources: ['chat-messages'] })).toContain('Den kastes ulest');
});

test('a record under article 30 has only the kinds of data that are read', () => {
  expect(markdown('processing-record')).toContain('at to hadde kontakt en dag og at et verktøy ble brukt en dag');
  expect(markdown('processing-record', { sources: ['active-users'] })).not.toContain('hadde kontakt en dag');
});

test('days are written as each language writes them', () => {
  expect(markdown('scope', {}, 'nn')).toContain('10. august 2028');
  expect(markdown('scope', {}, 'en')).toContain('10 August 2028');
});
