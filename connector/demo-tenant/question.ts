import type { AccountIndex } from './account-index.ts';
import type { Place } from './csdl.ts';
import type { Answer } from './exchange.ts';
import type { QueryOptions } from './query-options.ts';
import { refusal } from './refusal.ts';
import type { SkipTokens } from './skip-tokens.ts';
import type { World } from './world.ts';

/** What every part of the tenant answers from. */
export interface Tenant {
  readonly world: World;
  readonly index: AccountIndex;
  readonly tokens: SkipTokens;
  readonly secret: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A request to Graph after the token, the path and the query have been understood. */
export interface Question {
  readonly url: URL;
  readonly headers: Headers;
  readonly place: Place;
  readonly options: QueryOptions;
  /** Application roles in the token. */
  readonly roles: ReadonlySet<string>;
}

const BASE = 'https://graph.microsoft.com/v1.0';

/** A page of a listing: the entries as JSON texts, and the link to the next page if there is one. */
export function pageAnswer(
  tenant: Tenant,
  question: Question,
  listing: {
    readonly context: string;
    readonly total: number;
    readonly entry: (index: number) => string;
    /** Teams counts the entries of each page, asked or not. */
    readonly countsPages?: boolean;
  },
): Answer {
  const first = readOffset(tenant, question);
  if (typeof first !== 'number') return first;
  if (first > listing.total) return badToken();
  const last = Math.min(listing.total, first + question.options.top);
  const entries = Array.from({ length: last - first }, (_, index) => listing.entry(first + index));
  const total = question.options.count && first === 0 ? listing.total : undefined;
  const count = listing.countsPages === true ? entries.length : total;
  const next = last < listing.total ? last : undefined;
  return pageOf(tenant, question, { context: listing.context, entries, next, ...(count !== undefined && { count }) });
}

/** Where the page asked for begins, 0 the first; Graph's 400 for a token that is not this listing's. */
export function readOffset({ tokens }: Tenant, { url, options }: Question): number | Answer {
  if (options.skipToken === undefined) return 0;
  return tokens.read(options.skipToken, listingName(url)) ?? badToken();
}

/** A page out of its parts; `next` is where the next one begins, undefined on the last. */
export function pageOf(
  { tokens }: Tenant,
  { url }: Question,
  page: {
    readonly context: string;
    readonly entries: readonly string[];
    readonly next: number | undefined;
    readonly count?: number;
  },
): Answer {
  const name = listingName(url);
  const head = [`"@odata.context":${JSON.stringify(`${BASE}/$metadata#${page.context}`)}`];
  if (page.count !== undefined) head.push(`"@odata.count":${page.count}`);
  if (page.next !== undefined)
    head.push(`"@odata.nextLink":${JSON.stringify(linkTo(name, tokens.make(name, page.next)))}`);
  return ok(`{${head.join(',')},"value":[${page.entries.join(',')}]}`);
}

function badToken(): Answer {
  return refusal(400, 'Request_UnsupportedQuery', "Invalid page token. The '$skiptoken' does not belong here.");
}

/** One entity, its JSON members already written. */
export function entityAnswer(context: string, members: string): Answer {
  return ok(`{"@odata.context":${JSON.stringify(`${BASE}/$metadata#${context}`)},${members}}`);
}

/** `users(id,department)`: how a context names what was selected. */
export function contextOf(name: string, select: readonly string[] | undefined, expanded = ''): string {
  const parts = [...(select ?? []), ...(expanded === '' ? [] : [expanded])];
  return parts.length === 0 ? name : `${name}(${parts.join(',')})`;
}

/** Graph's 404 for an object that the directory does not have. */
export function noSuchResource(id: string): Answer {
  return refusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

function ok(body: string): Answer {
  const type = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';
  return { status: 200, headers: { 'content-type': type }, body };
}

/** Path and query without the page token: what a token is bound to. */
function listingName(url: URL): string {
  const options = url.search.slice(1).split('&');
  const others = options.filter((option) => !/^(\$|%24)skiptoken=/i.test(option));
  return `${url.pathname}?${others.join('&')}`;
}

function linkTo(name: string, token: string): string {
  return `https://graph.microsoft.com${name}${name.endsWith('?') ? '' : '&'}$skiptoken=${token}`;
}
