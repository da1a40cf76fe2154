import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentAnswer, documentFileAnswer, overviewAnswer, refusal } from '../../connector/api/answers.ts';
import { shortRowName } from '../../connector/documents/row-name.ts';
import { speechIn } from '../../connector/documents/speech.ts';
import { DOCUMENT_LANGUAGES } from '../../connector/documents/document.ts';
import { partsOf, textOf } from '../documents/opened-docx.ts';
import { inventedRelease, MUNICIPALITY } from './invented-release.ts';
import { showRelease } from './shown-release.ts';
import { startServer, type TestServer } from './test-server.ts';

let server: TestServer;
let empty: TestServer;
beforeAll(async () => {
  [server, empty] = [await startServer(), await startServer()];
  showRelease(server.store, inventedRelease('2026-08-10', MUNICIPALITY));
});
afterAll(async () => {
  await server.close();
  await empty.close();
});

async function asked(path: string, to = server): Promise<unknown> {
  return (await to.ask(`/api/${path}`, ['Leader'])).json();
}

describe('the paper for the council', () => {
  test.each(DOCUMENT_LANGUAGES)('%s: says the figures of the screens', async (language) => {
    const { heads, organisation, headline, breadth } = overviewAnswer.parse(await asked('overview'));
    const { title, blocks, language: own } = documentAnswer.parse(await asked(`council-paper?language=${language}`));
    const text = JSON.stringify(blocks);
    expect(own).toBe(language);
    expect(title).toContain(organisation);
    const speech = speechIn(language);
    expect(text).toContain(speech.number(heads));
    expect(speech.number(1_035)).toBe(language === 'en' ? '1,035' : '1\u00a0035');
    // As the screens name it: the last step of its path, and what is left over in the language's own word.
    for (const { name } of breadth?.rows ?? []) expect(text).toContain(shortRowName(name, speech));
    expect(/ \(others\)"/.test(text)).toBe(language === 'en');
    if (headline.kind === 'loosest-division') expect(text).toContain(headline.division);
    expect(text).not.toMatch(/undefined|NaN|null/);
  });

  test('says of each row how many have contact beyond it, with the noise of all columns together', async () => {
    const { breadth } = overviewAnswer.parse(await asked('overview'));
    const { blocks } = documentAnswer.parse(await asked('council-paper?language=en'));
    const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    const at = breadth?.figures.findIndex((figures) => figures.every((figure) => 'about' in figure)) ?? -1;
    const first = breadth?.rows[at];
    const sum = (breadth?.figures[at] ?? []).reduce((all, figure) => all + ('about' in figure ? figure.about : 0), 0);
    const shown = (name = ''): string => name.split('/').at(-1) ?? '';
    const told = rows.find(([name]) => name === shown(first?.name))?.[2] ?? '';
    // A row that is withheld on the screens is none here, and is named among those of which too little is seen.
    const hidden = breadth?.rows.find((_row, place) => breadth.figures[place]?.some((figure) => 'withheld' in figure));
    expect(rows.some(([name]) => name === shown(hidden?.name))).toBe(false);
    const [, about, low, high] = /^(\d+) \((\d+)–(\d+)\)$/.exec(told) ?? [];
    expect(Number(about)).toBe(Math.min(sum, first?.heads ?? 0));
    const reach = 1.645 * (breadth?.sigma ?? 0) * Math.sqrt(3);
    expect(Math.abs(Number(low) - Math.max(0, sum - reach))).toBeLessThanOrEqual(1);
    expect(Math.abs(Number(high) - Math.min(first?.heads ?? 0, sum + reach))).toBeLessThanOrEqual(1);
  });

  test('comes as a file that Word opens and as a PDF', async () => {
    const docx = documentFileAnswer.parse(await asked('council-paper/docx?language=nn'));
    expect(docx.fileName).toBe('samspill-council-paper-nn.docx');
    expect(textOf(partsOf(Buffer.from(docx.base64, 'base64')).get('word/document.xml') ?? '')).toContain(
      'Dette verka ikkje',
    );
    const pdf = documentFileAnswer.parse(await asked('council-paper/pdf?language=nn'));
    expect(pdf.fileName).toBe('samspill-council-paper-nn.pdf');
    expect(Buffer.from(pdf.base64, 'base64').toString('latin1')).toMatch(/^%PDF-1\.7[\s\S]*%%EOF\s*$/);
  });

  test('is not there before the first release, nor in a language it is not written in', async () => {
    expect(refusal.parse(await asked('council-paper?language=nb', empty)).refused).toBe('not-found');
    expect(refusal.parse(await asked('council-paper?language=sv')).refused).toBe('not-found');
    expect(refusal.parse(await asked('council-paper?language=nb&unit=Kultur')).refused).toBe('not-found');
  });
});
