import { spansOf, type Block, type Draft } from './document.ts';

/**
 * A document as Markdown (CommonMark with tables). Its mark as a draft stands first and last, for there are no pages.
 * Nothing a text holds can become a heading, a link, HTML or another cell; its spaces are those one types and searches
 * for, but between a number's digits.
 */
export function asMarkdown(draft: Draft): string {
  const mark = quote(draft.mark);
  const parts = [`# ${inline(draft.title)}`, mark, ...draft.blocks.map((block) => drawn(block, draft)), '---', mark];
  return `${parts.join('\n\n')}\n`;
}

function drawn(block: Block, draft: Draft): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inline(block.text)}`;
    case 'paragraph':
      return inline(block.text);
    case 'list':
      return block.items.map((item) => `- ${inline(item)}`).join('\n');
    case 'table':
      return [
        row(block.head.map(inline)),
        row(block.head.map(() => '---')),
        ...block.rows.map((cells) => row(cells.map(inline))),
      ].join('\n');
    case 'callout':
      return quote(block.text);
    case 'blank':
      return `> **${inline(draft.toFill)}** ${inline(block.text)}\n>\n> …`;
  }
}

function quote(text: string): string {
  return `> ${inline(text)}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function inline(text: string): string {
  return spansOf(text)
    .map(({ text: part, style }) => {
      // In a table a bar ends the cell, in code as well.
      if (style === 'code') return `\`${part.replaceAll('|', '\\|')}\``;
      return style === 'strong' ? `**${escaped(part)}**` : escaped(part);
    })
    .join('');
}

/** Marks of Markdown, and what would begin a list, a heading or a number at the start of a line. */
function escaped(text: string): string {
  return text
    .replaceAll(/(?<!\d)\u00a0|\u00a0(?!\d)/g, ' ')
    .replaceAll(/[\\`*_[\]<>|#~&]/g, '\\$&')
    .replace(/^(\d+)([.)]) /, '$1\\$2 ')
    .replace(/^([-+]) /, '\\$1 ');
}
