import type { DocumentBlock } from '../../connector/api/answers.ts';

/** What stands under one heading of a document. */
export interface Chapter {
  /** The heading. */
  readonly text: string;
  /** All up to the next heading of its level: those of lower levels too. */
  readonly blocks: readonly DocumentBlock[];
}

/** A document's chapters of one level, and what comes before the first of them: all of it where there is none. */
export function chaptersIn(
  blocks: readonly DocumentBlock[],
  level: 2 | 3,
): { readonly before: readonly DocumentBlock[]; readonly chapters: readonly Chapter[] } {
  const starts = blocks.flatMap((block, at) =>
    block.kind === 'heading' && block.level === level ? [{ at, text: block.text }] : [],
  );
  return {
    before: blocks.slice(0, starts[0]?.at),
    chapters: starts.map(({ at, text }, index) => ({ text, blocks: blocks.slice(at + 1, starts[index + 1]?.at) })),
  };
}
