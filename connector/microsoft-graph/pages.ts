import { Failure } from '../failure.ts';
import type { Get } from './get.ts';
import { isJsonObject } from './json-object.ts';
import type { Question } from './question.ts';

/** As `itemsOf`, each item taken in the turn in which its page is parsed, so that no page of thousands waits in memory. */
export async function takeItems(get: Get, question: Question, take: (item: unknown) => void): Promise<void> {
  const pages = keptPagesOf(get, question, take);
  while ((await pages.next()).done !== true);
}

interface Page<Kept> {
  readonly items: readonly Kept[];
  readonly next: unknown;
}

/** Graph may send empty pages and mean it; one that never ends is a loop. */
const EMPTY_PAGES_IN_A_ROW = 10;
/** 300,000 people are 301 pages; a mailbox's quarter is a handful. */
const MOST_PAGES = 2_000;

/**
 * The items of a listing, page after page, each page asked for when the one before is used up. Items are what Graph
 * sent: the caller keeps the fields it listed.
 *
 * Cost: one request a page.
 *
 * @throws Failure as `Get.json` does; 'shape-changed' for a page without `value`, for both kinds of link in one page
 *   and for a listing that does not end
 */
export function itemsOf(get: Get, question: Question): AsyncGenerator<unknown, void, void> {
  return keptOf(get, question, (item) => item);
}

/**
 * As `itemsOf`, each item read while its page is: what `keep` leaves out is gone before anybody else sees the page.
 *
 * @param keep reads one item; throws nothing
 * @param mostPages how long the listing may be; a whole tenant's is longer than a mailbox's
 */
export async function* keptOf<Kept>(
  get: Get,
  question: Question,
  keep: (item: unknown) => Kept,
  mostPages = MOST_PAGES,
): AsyncGenerator<Kept, void, void> {
  for await (const page of keptPagesOf(get, question, keep, mostPages)) yield* page;
}

/** As `keptOf`, a page at a time: what is counted in thousands would wait longer for its turn than it takes to count. */
export async function* keptPagesOf<Kept>(
  get: Get,
  question: Question,
  keep: (item: unknown) => Kept,
  mostPages = MOST_PAGES,
): AsyncGenerator<readonly Kept[], void, void> {
  const readPage = (body: unknown): Page<Kept> => pageOf(body, keep);
  const seen = new Set<string>();
  let page = await get.json(question, readPage);
  for (let pages = 1, empty = 0; ; pages += 1) {
    yield page.items;
    if (page.next === undefined) return;
    empty = page.items.length === 0 ? empty + 1 : 0;
    if (empty > EMPTY_PAGES_IN_A_ROW || pages >= mostPages) throw endless(question);
    page = await get.json(question, readPage, { link: page.next, seen });
  }
}

function pageOf<Kept>(body: unknown, keep: (item: unknown) => Kept): Page<Kept> {
  if (!isJsonObject(body) || !Array.isArray(body['value'])) throw new TypeError('A page has a list of values.');
  const next = body['@odata.nextLink'];
  if (next !== undefined && body['@odata.deltaLink'] !== undefined) throw new TypeError('A page has one link.');
  const items: readonly unknown[] = body['value'];
  return { items: items.map((item) => keep(item)), next };
}

function endless(question: Question): Failure {
  return new Failure(
    'shape-changed',
    `The listing GET ${question.source.endpoint} does not end: report the endpoint; nothing of it was kept.`,
  );
}
