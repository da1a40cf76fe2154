import { Fragment, type ReactNode, useId } from 'react';
import type { DocumentBlock } from '../../connector/api/answers.ts';
import { gistWords } from '../words/gists.ts';
import { withJoints } from '../words/joints.ts';
import { useSpeech } from '../words/speech.ts';
import { type Chapter, chaptersIn } from './document-chapters.ts';
import { BareTable } from './figure-table.tsx';
import { Part } from './part.tsx';
import { useNarrow } from './use-narrow.ts';
import { WholeWords } from './whole-words.tsx';

interface Props {
  readonly blocks: readonly DocumentBlock[];
  /** Names the document's tables for those who hear them. */
  readonly title: string;
  readonly toFill: string;
  /** What is folded where the page is narrow; absent: nothing. */
  readonly folding?: Folding;
}

interface Folding {
  /** What an address calls the document; its chapters are this with their number. */
  readonly name: string;
  /** Every chapter where they are many, or those alone that hold tables: of what is to be decided, nothing that is said. */
  readonly what: 'chapters' | 'tables';
}

/** A document's parts, under a heading of level 3 that the caller draws; of a long one first what it contains. */
export function DocumentBlocks({ blocks, title, toFill, folding }: Props): ReactNode {
  const own = useId();
  const isNarrow = useNarrow();
  const name = folding?.name ?? own;
  const { chapters } = chaptersIn(blocks, 2);
  // What folds is its own list of contents.
  const isListed = chapters.length >= MANY && !(isNarrow && folding !== undefined);
  return (
    <>
      {!isListed ? null : <Contents chapters={chapters} name={name} title={title} />}
      <Blocks {...{ blocks, title, toFill, folding, name }} level={2} />
    </>
  );
}

/** Fewer chapters are read as they stand. */
const MANY = 4;

interface BlocksProps extends Omit<Props, 'folding'> {
  readonly folding: Folding | undefined;
  readonly name: string;
  readonly level: 2 | 3;
}

/** What stands before the first heading of this level, and the chapters under the headings. */
function Blocks({ blocks, title, toFill, folding, name, level }: BlocksProps): ReactNode {
  const { before, chapters } = chaptersIn(blocks, level);
  const areMany = chapters.length >= MANY && folding?.what === 'chapters';
  const Heading = level === 2 ? 'h4' : 'h5';
  const draw = (under: Chapter, own: string): ReactNode =>
    level === 2 ? (
      <Blocks blocks={under.blocks} title={under.text} level={3} name={own} {...{ toFill, folding }} />
    ) : (
      under.blocks.map((block, at) => <DrawnBlock key={at} block={block} caption={under.text} toFill={toFill} />)
    );
  return (
    <>
      {draw({ text: title, blocks: before }, `${name}-0`)}
      {chapters.map((chapter, at) => {
        const own = `${name}-${String(at + 1)}`;
        const { text } = chapter;
        const inside = draw(chapter, own);
        return areMany || (folding !== undefined && level === 2 && holdsTable(chapter)) ? (
          <Part key={own} id={`${own}-title`} title={text} gist={gistOf(chapter, toFill)} level={level === 2 ? 4 : 5}>
            {inside}
          </Part>
        ) : (
          <Fragment key={own}>
            <Heading id={`${own}-title`} tabIndex={-1}>
              <WholeWords text={text} />
            </Heading>
            {inside}
          </Fragment>
        );
      })}
    </>
  );
}

function holdsTable({ blocks }: Chapter): boolean {
  return blocks.some(({ kind }) => kind === 'table');
}

/** What must not be missed though the chapter is folded: its warnings, and how much is left to fill in. */
function gistOf({ blocks }: Chapter, toFill: string): string {
  const warnings = blocks.flatMap((block) => (block.kind === 'callout' ? [block.text] : []));
  const blanks = blocks.filter(({ kind }) => kind === 'blank').length;
  return [...warnings, ...(blanks === 0 ? [] : [`**${toFill}** ${String(blanks)}`.replaceAll(' ', '\u00a0')])].join(
    ' ',
  );
}

interface ContentsProps {
  readonly chapters: readonly Chapter[];
  readonly name: string;
  readonly title: string;
}

/** The way to each heading, for those who see it and those who hear it; the address stays the screen's. */
function Contents({ chapters, name, title }: ContentsProps): ReactNode {
  const { language } = useSpeech();
  const words = gistWords(language);
  return (
    <nav className="document-contents" aria-label={`${words.contents}: ${title}`}>
      <p lang={language}>{words.contents}</p>
      <ol>
        {chapters.map(({ text }, at) => (
          <li key={at}>
            <a
              href={location.hash}
              onClick={(event) => {
                event.preventDefault();
                const heading = document.getElementById(`${name}-${String(at + 1)}-title`);
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

interface DrawnProps {
  readonly block: DocumentBlock;
  readonly caption: string;
  readonly toFill: string;
}

function DrawnBlock({ block, caption, toFill }: DrawnProps): ReactNode {
  switch (block.kind) {
    // Drawn by the chapter that it begins.
    case 'heading':
      return null;
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
          columns={block.head.map(withJoints)}
          rows={block.rows.map((row) => row.map((cell) => withJoints(cell.replaceAll(/\*\*|`/g, ''))))}
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
