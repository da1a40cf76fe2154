import { type ReactNode, useId } from 'react';
import type { DocumentBlock } from '../../connector/api/answers.ts';
import { gistWords } from '../words/gists.ts';
import { useSpeech } from '../words/speech.ts';
import { BareTable } from './figure-table.tsx';
import { WholeWords } from './whole-words.tsx';

interface Props {
  readonly blocks: readonly DocumentBlock[];
  /** Names the document's tables for those who hear them. */
  readonly title: string;
  readonly toFill: string;
}

/** A document's parts, under a heading of level 3 that the caller draws; of a long one first what it contains. */
export function DocumentBlocks({ blocks, title, toFill }: Props): ReactNode {
  const own = useId();
  const headings = blocks.flatMap((block, at) =>
    block.kind === 'heading' && block.level === 2 ? [{ id: `${own}-${String(at)}`, text: block.text }] : [],
  );
  return (
    <>
      {headings.length < FEWEST_LISTED ? null : <Contents headings={headings} title={title} />}
      {blocks.map((block, index) => (
        <DrawnBlock
          key={index}
          id={`${own}-${String(index)}`}
          block={block}
          caption={captionOf(blocks, index) ?? title}
          toFill={toFill}
        />
      ))}
    </>
  );
}

/** What is shorter is read as it stands. */
const FEWEST_LISTED = 4;

interface ContentsProps {
  readonly headings: readonly { readonly id: string; readonly text: string }[];
  readonly title: string;
}

/** The way to each heading, for those who see it and those who hear it; the address stays the screen's. */
function Contents({ headings, title }: ContentsProps): ReactNode {
  const { language } = useSpeech();
  const words = gistWords(language);
  return (
    <nav className="document-contents" aria-label={`${words.contents}: ${title}`}>
      <p lang={language}>{words.contents}</p>
      <ol>
        {headings.map(({ id, text }) => (
          <li key={id}>
            <a
              href={location.hash}
              onClick={(event) => {
                event.preventDefault();
                const heading = document.getElementById(id);
                heading?.focus({ preventScroll: true });
                heading?.scrollIntoView();
              }}
            >
              <WholeWords text={text} />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A table is named by the heading it stands under. */
function captionOf(blocks: readonly DocumentBlock[], index: number): string | undefined {
  const heading = blocks.slice(0, index).findLast((block) => block.kind === 'heading');
  return heading?.kind === 'heading' ? heading.text : undefined;
}

interface DrawnProps {
  readonly id: string;
  readonly block: DocumentBlock;
  readonly caption: string;
  readonly toFill: string;
}

function DrawnBlock({ id, block, caption, toFill }: DrawnProps): ReactNode {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? (
        <h4 id={id} tabIndex={-1}>
          {block.text}
        </h4>
      ) : (
        <h5>{block.text}</h5>
      );
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
    return /^`[^`]+`$/.test(part) ? (
      <code key={index}>{part.slice(1, -1)}</code>
    ) : (
      <WholeWords key={index} text={part} />
    );
  });
}
