import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { DocumentBlocks } from '../../teams-app/drawing/document-blocks.tsx';
import { WholeWords } from '../../teams-app/drawing/whole-words.tsx';

const drawn = (text: string): string => renderToStaticMarkup(createElement(WholeWords, { text }));

it('a word with one letter before its hyphen and a range in brackets stay whole, and nothing else is touched', () => {
  expect(drawn('Sendt e-post (18–30) nå')).toBe(
    'Sendt <span class="range">e-post</span> <span class="range">(18–30)</span> nå',
  );
  expect(drawn('Teams-pakken')).toBe('Teams-pakken');
});

it('a heading of a document is no exception', () => {
  const blocks = [{ kind: 'heading', level: 2, text: '5. Forbudet (e-postforskriften)' }] as const;
  expect(
    renderToStaticMarkup(createElement(DocumentBlocks, { blocks, title: 'DPIA', toFill: 'Fylles ut:' })),
  ).toContain('(<span class="range">e-postforskriften</span>)</h4>');
});
