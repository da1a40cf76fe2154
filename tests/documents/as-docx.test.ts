import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asDocx } from '../../connector/documents/as-docx.ts';
import { blank, callout, heading, list, paragraph, table, type Draft } from '../../connector/documents/document.ts';
import { partsOf, textOf } from './opened-docx.ts';

const draft: Draft = {
  title: 'Vurdering <1> & "2"',
  language: 'nn',
  mark: 'Utkast. Ikkje juridisk rettleiing.',
  page: { before: 'Side ', between: ' av ' },
  toFill: 'Fyll ut:',
  blocks: [
    heading('Kva som blir lese'),
    heading('Ei kjelde', 3),
    paragraph('Berre **to** felt: `sender/emailAddress/address`.'),
    ...list(['éin', 'to']),
    ...table(['Felt', 'Kvifor'], [['`toRecipients`', 'kven ho gjekk til']]),
    callout('Sjå her'),
    blank('Kven avgjer?'),
  ],
};
const docx = await asDocx(draft, '2026-11-22');
const parts = partsOf(docx);
const part = (path: string): string => parts.get(path) ?? '';
const body = part('word/document.xml');

describe('a DOCX', () => {
  test('says in its text what the document says, in order, marks aside', () => {
    const lines = textOf(body)
      .split('\n')
      .filter((line) => line !== '');
    expect(lines).toEqual([
      'Vurdering <1> & "2"',
      'Utkast. Ikkje juridisk rettleiing.',
      'Kva som blir lese',
      'Ei kjelde',
      'Berre to felt: sender/emailAddress/address.',
      'éin',
      'to',
      'Felt',
      'Kvifor',
      'toRecipients',
      'kven ho gjekk til',
      'Sjå her',
      'Fyll ut: Kven avgjer?',
    ]);
  });

  test('has headings, a list, strong words and names in their own styles', () => {
    expect(body).toMatch(/<w:pStyle w:val="Title"\/>.*?Vurdering/);
    expect(body).toMatch(/<w:pStyle w:val="Heading1"\/>(?:(?!<\/w:p>).)*Kva som blir lese/);
    expect(body).toMatch(/<w:pStyle w:val="Heading2"\/>(?:(?!<\/w:p>).)*Ei kjelde/);
    expect(body.match(/<w:numPr>/g)).toHaveLength(2);
    expect(body).toMatch(/<w:b\/>(?:(?!<\/w:r>).)*>to</);
    expect(body).toMatch(/Consolas(?:(?!<\/w:r>).)*sender/);
  });

  test('has a table whose first row is its header, repeated on each page', () => {
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(body.indexOf('<w:tblHeader/>')).toBeLessThan(body.indexOf('>Felt<'));
    const widths = [...body.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));
    expect(widths).toHaveLength(2);
    expect(widths.reduce((sum, width) => sum + width)).toBeLessThanOrEqual(9_412);
  });

  test('bears its mark and the number on every page, and its language', async () => {
    expect(textOf(part('word/header1.xml'))).toContain(draft.mark);
    const footer = part('word/footer1.xml');
    expect(footer).toMatch(/Side .*PAGE.* av .*NUMPAGES/s);
    expect(body).toMatch(/<w:headerReference w:type="default"[^>]*\/>.*<w:footerReference w:type="default"/s);
    expect(body).not.toContain('w:titlePg');
    expect(part('word/styles.xml')).toContain('<w:lang w:val="nn-NO"');
    const english = partsOf(await asDocx({ ...draft, language: 'en' }, '2026-11-22'));
    expect(english.get('word/styles.xml')).toContain('<w:lang w:val="en-GB"');
  });

  test('is whole: every part has a content type, every relationship leads to a part, none leads outside', () => {
    const types = part('[Content_Types].xml');
    const endings = new Set([...types.matchAll(/<Default [^>]*Extension="(\w+)"/g)].map(([, ending]) => ending));
    const named = new Set([...types.matchAll(/<Override [^>]*PartName="\/([^"]+)"/g)].map(([, path]) => path));
    const untyped = [...parts.keys()].filter(
      (path) => path !== '[Content_Types].xml' && !named.has(path) && !endings.has(path.split('.').at(-1) ?? ''),
    );
    expect(untyped).toEqual([]);
    expect(named.has('word/document.xml')).toBe(true);
    const relations = [...parts].filter(([path]) => path.endsWith('.rels'));
    const targets = relations.flatMap(([path, xml]) =>
      [...xml.matchAll(/Target="([^"]+)"/g)].map(([, target = '']) =>
        posix.join(posix.dirname(posix.dirname(path)), target),
      ),
    );
    expect(targets.length).toBeGreaterThan(5);
    expect(targets.filter((target) => !parts.has(target))).toEqual([]);
    expect(relations.filter(([, xml]) => xml.includes('TargetMode="External"'))).toEqual([]);
    const used = [...body.matchAll(/r:id="([^"]+)"/g)].map(([, id]) => id ?? '');
    expect(used.filter((id) => !part('word/_rels/document.xml.rels').includes(`Id="${id}"`))).toEqual([]);
  });

  test('is the same bytes for the same document, and tells no time but the day given', async () => {
    expect(Buffer.from(await asDocx(draft, '2026-11-22')).equals(docx)).toBe(true);
    expect(part('docProps/core.xml').match(/\d{4}-\d{2}-\d{2}T[^<]+/g)).toEqual([
      '2026-11-22T00:00:00Z',
      '2026-11-22T00:00:00Z',
    ]);
  });
});
