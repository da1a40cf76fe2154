/** Documents are written in these: people at work must be able to read them, whichever Norwegian they write. */
export const DOCUMENT_LANGUAGES = ['nb', 'nn', 'en'] as const;
export type DocumentLanguage = (typeof DOCUMENT_LANGUAGES)[number];

/**
 * A part of a document, whatever it becomes: Markdown, DOCX or a page of the tab. In a text, what stands between two
 * pairs of stars is strong and what stands between backticks is a name as a machine writes it; see `spansOf`.
 */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** The first cell of a row names it. Every row is as long as the head. */
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** Something a reader must not miss. */
  | { readonly kind: 'callout'; readonly text: string }
  /** Left empty for people: what has to be written here. */
  | { readonly kind: 'blank'; readonly text: string };

/** A draft for people to finish. Never legal advice, and says so on every page. */
export interface Draft {
  readonly title: string;
  readonly language: DocumentLanguage;
  /** Said on every page: that this is a draft and no legal advice. */
  readonly mark: string;
  /** How a page's number is written around `n` and the number of pages. */
  readonly page: { readonly before: string; readonly between: string };
  /** What stands before a blank in Markdown. */
  readonly toFill: string;
  readonly blocks: readonly Block[];
}

export function heading(text: string, level: 2 | 3 = 2): Block {
  return { kind: 'heading', level, text };
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** A list; no block where there is nothing to list. */
export function list(items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/**
 * A table; no block where it would have no row.
 *
 * @throws RangeError where a row has not as many cells as the head
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): Block[] {
  if (rows.some((row) => row.length !== head.length)) throw new RangeError('A row has as many cells as the head.');
  return rows.length === 0 ? [] : [{ kind: 'table', head, rows }];
}

export function callout(text: string): Block {
  return { kind: 'callout', text };
}

export function blank(text: string): Block {
  return { kind: 'blank', text };
}

interface Span {
  readonly text: string;
  readonly style: 'plain' | 'strong' | 'code';
}

/** A text in pieces of one style each, in order; a mark without its partner is a mark and nothing else. */
export function spansOf(text: string): Span[] {
  const parts = text.split(/(\*\*[^*]+\*\*|`[^`]+`)/).filter((part) => part !== '');
  return parts.map((part) => {
    if (/^\*\*[^*]+\*\*$/.test(part)) return { text: part.slice(2, -2), style: 'strong' };
    return /^`[^`]+`$/.test(part) ? { text: part.slice(1, -1), style: 'code' } : { text: part, style: 'plain' };
  });
}

/** A text of somebody else's, such as a name from the scope: without marks, breaks and what no page can show. */
export function asGiven(text: string): string {
  return text
    .replaceAll(/[*`]/g, '')
    .replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim();
}
