import { type ReactNode } from 'react';
import type { DocumentBlock } from '../../connector/api/answers.ts';
import { BareTable } from './figure-table.tsx';

interface Props {
  readonly blocks: readonly DocumentBlock[];
  /** Names the document's tables for those who hear them. */
  readonly title: string;
  readonly toFill: string;
}

/** A document's parts, under a heading of level 3 that the caller draws. */
export function DocumentBlocks({ blocks, title, toFill }: Props): ReactNode {
  return blocks.map((block, index) => (
    <DrawnBlock key={index} block={block} caption={captionOf(blocks, index) ?? title} toFill={toFill} />
  ));
}

/** A table is named by the heading it stands under. */
function captionOf(blocks: readonly DocumentBlock[], index: number): string | undefined {
  const heading = blocks.slice(0, index).findLast((block) => block.kind === 'heading');
  return heading?.kind === 'heading' ? heading.text : undefined;
}

interface DrawnProps {
  readonly block: DocumentBlock;
  readonly caption: string;
  readonly toFill: string;
}

function DrawnBlock({ block, caption, toFill }: DrawnProps): ReactNode {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h4>{block.text}</h4> : <h5>{block.text}</h5>;
    case 'paragraph':
      return (
        <p>
          <MarkedText text={block.text} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item, index) => (
            <li key={index}>
              <MarkedText text={item} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <BareTable
          caption={caption}
          columns={block.head}
          rows={block.rows.map((row) => row.map((cell) => cell.replaceAll(/\*\*|`/g, '')))}
        />
      );
    case 'callout':
      return (
        <p className="warning">
          <MarkedText text={block.text} />
        </p>
      );
    case 'blank':
      return (
        <p className="document-blank">
          <strong>{toFill}</strong> <MarkedText text={block.text} />
        </p>
      );
  }
}

/** Text between two stars strong, between backticks as machines write it. */
function MarkedText({ text }: { readonly text: string }): ReactNode {
  return text.split(/(\*\*[^*]+\*\*|`[^`]+`)/).map((part, index) => {
    if (/^\*\*[^*]+\*\*$/.test(part)) return <strong key={index}>{part.slice(2, -2)}</strong>;
    return /^`[^`]+`$/.test(part) ? <code key={index}>{part.slice(1, -1)}</code> : part;
  });
}
