import { describe, expect, test } from 'vitest';
import { asMarkdown } from '../../connector/documents/as-markdown.ts';
import {
  asGiven,
  blank,
  callout,
  heading,
  list,
  paragraph,
  spansOf,
  table,
  type Block,
} from '../../connector/documents/document.ts';

const written = (...blocks: Block[]): string =>
  asMarkdown({
    title: 'Melding',
    language: 'nb',
    mark: 'Utkast.',
    page: { before: 'Side ', between: ' av ' },
    toFill: 'Fylles ut:',
    blocks,
  });

describe('Markdown', () => {
  test('holds every kind of block, and the mark first and last', () => {
    expect(
      written(
        heading('Formål'),
        paragraph('To **sterke** ord og `et/felt`.'),
        ...list(['én', 'to']),
        ...table(['A', 'B'], [['1', '2']]),
        callout('Se her'),
        blank('Hvem?'),
      ),
    ).toBe(`# Melding

> Utkast.

## Formål

To **sterke** ord og \`et/felt\`.

- én
- to

| A | B |
| --- | --- |
| 1 | 2 |

> Se her

> **Fylles ut:** Hvem?
>
> …

---

> Utkast.
`);
  });

  test('lets no text become anything else', () => {
    const text = written(paragraph('# <b>[x](http://y)</b> _a_ | b'), paragraph('1. en'), paragraph('- to'));
    expect(text).toContain('\\# \\<b\\>\\[x\\](http://y)\\</b\\> \\_a\\_ \\| b');
    expect(text).toContain('1\\. en');
    expect(text).toContain('\\- to');
    expect(written(...table(['A|B'], [['`a|b`']]))).toContain('| A\\|B |\n| --- |\n| `a\\|b` |');
  });
});

describe('a text', () => {
  test('is read in spans; a mark without its partner is a mark', () => {
    expect(spansOf('a **b** `c` **d')).toEqual([
      { text: 'a ', style: 'plain' },
      { text: 'b', style: 'strong' },
      { text: ' ', style: 'plain' },
      { text: 'c', style: 'code' },
      { text: ' **d', style: 'plain' },
    ]);
  });

  test('of somebody else brings no marks, no breaks and no control characters', () => {
    expect(asGiven(' Fjord**vik**\n`kommune`\u0007 ')).toBe('Fjordvik kommune');
  });
});

test('a table without rows is no table, and a row of another length is refused', () => {
  expect(table(['A'], [])).toEqual([]);
  expect(list([])).toEqual([]);
  expect(() => table(['A', 'B'], [['1']])).toThrow(RangeError);
});
