import { Failure } from '../failure.ts';

/** A link that a token may be sent to. Only this file makes one. */
export type CheckedLink = string & { readonly [checked]: true };
declare const checked: unique symbol;

/** The listing a link must go on with. */
export interface Listing {
  /** Names the listing in errors, values left in braces. */
  readonly template: string;
  /** Scheme and host that are asked, without a slash at the end. */
  readonly origin: string;
  /** Path of the first request, version included. */
  readonly path: string;
  /** Query options of the first request, not encoded. */
  readonly query: Readonly<Record<string, string>>;
}

const LONGEST_LINK = 8_192;
/** Printable ASCII without backslash and #; a space only in the query, where Graph may leave one. */
const PLAIN = /^[\x21\x22\x24-\x5b\x5d-\x7e]*(?:\?[\x20-\x22\x24-\x5b\x5d-\x7e]*)?$/;
const PAGE_OPTIONS: readonly string[] = ['$skiptoken', '$skip'];

/**
 * Checks a link that an answer gave for its next page, before a token goes there: it must be the same listing on the
 * same host, and ask for no field that was not asked for. Read both as text and as the URL standard reads it, so that
 * no difference between two readers can be used.
 *
 * Equal paths: letter case and OData's two ways to write a key (`users/id`, `users('id')`) do not matter.
 *
 * @param link whatever stood where a link belongs
 * @param seen links followed so far in this listing; a repeated one is refused, a good one is added
 * @returns the link as the URL standard writes it
 * @throws Failure 'unsafe-link' that says which rule was broken and never quotes the link
 */
export function checkLink(link: unknown, listing: Listing, seen: Set<string>): CheckedLink {
  const { href, brokenRule } = readLink(link, listing);
  const why = brokenRule ?? (seen.has(href) ? 'it was followed before' : undefined);
  if (!isChecked(href, why)) throw unsafe(listing, why ?? 'it is not safe');
  seen.add(href);
  return href;
}

function isChecked(href: string, why: string | undefined): href is CheckedLink {
  return why === undefined && href !== '';
}

function readLink(link: unknown, listing: Listing): { readonly href: string; readonly brokenRule: string | undefined } {
  if (typeof link !== 'string') return { href: '', brokenRule: 'it is not a text' };
  const brokenRule = brokenAsText(link, listing);
  if (brokenRule !== undefined) return { href: '', brokenRule };
  const url = new URL(link);
  return { href: url.href, brokenRule: brokenAsUrl(url, listing) };
}

function brokenAsText(link: string, listing: Listing): string | undefined {
  if (link.length > LONGEST_LINK) return 'it is too long';
  if (!PLAIN.test(link) || link !== link.trim()) return 'it has characters no link needs';
  if (!link.startsWith(`${listing.origin}/`)) return 'it leads to another host';
  const [path = ''] = link.slice(listing.origin.length).split('?', 1);
  return samePath(path, listing.path) ? undefined : 'it leads to another path';
}

function brokenAsUrl(url: URL, listing: Listing): string | undefined {
  if (url.protocol !== 'https:') return 'it is not https';
  if (url.origin !== listing.origin || url.port !== '') return 'it leads to another host';
  if (url.username !== '' || url.password !== '') return 'it names a user';
  if (!samePath(url.pathname, listing.path)) return 'it leads to another path';
  return brokenOption([...url.searchParams], listing);
}

function brokenOption(options: readonly (readonly [string, string])[], listing: Listing): string | undefined {
  const asked = new Map(Object.entries(listing.query).map(([name, value]) => [name.toLowerCase(), value]));
  const names = options.map(([name]) => name.toLowerCase());
  if (new Set(names).size !== names.length) return 'it says an option twice';
  if (names.some((name) => !asked.has(name) && !PAGE_OPTIONS.includes(name)))
    return 'it has an option we did not ask for';
  if (!names.some((name) => PAGE_OPTIONS.includes(name))) return 'it names no next page';
  const fields = new Set(asked.get('$select')?.toLowerCase().split(','));
  const selected =
    options
      .find(([name]) => name.toLowerCase() === '$select')?.[1]
      .toLowerCase()
      .split(',') ?? [];
  return selected.every((field) => fields.has(field.trim())) ? undefined : 'it selects a field we did not ask for';
}

function samePath(path: string, expected: string): boolean {
  return plainPath(path) === plainPath(expected);
}

function plainPath(path: string): string {
  return path.toLowerCase().replaceAll(/\('([^'()/%]*)'\)/g, '/$1');
}

function unsafe(listing: Listing, why: string): Failure {
  return new Failure(
    'unsafe-link',
    `The link to the next page of ${listing.template} is not followed, because ${why}: report it, no token was sent there.`,
  );
}

/**
 * Checks where a usage report is to be fetched: https below one of the cloud's domains, default port, nobody named. No
 * token goes there.
 *
 * @param domains as `Cloud.downloads` has them; with none, every address is refused
 * @throws Failure 'unsafe-link', without quoting the address
 */
export function checkDownload(location: string | null, template: string, domains: readonly string[]): URL {
  const fail = (): Failure =>
    new Failure('unsafe-link', `The address that ${template} gave for the download is not Microsoft's: report it.`);
  if (location === null || location.length > LONGEST_LINK || !PLAIN.test(location)) throw fail();
  if (!URL.canParse(location)) throw fail();
  const url = new URL(location);
  const isBelow = domains.some((domain) => url.hostname.endsWith(`.${domain}`));
  const ours = url.protocol === 'https:' && isBelow && /^(?:[a-z0-9-]+\.)+[a-z]+$/.test(url.hostname);
  if (!ours || url.port !== '' || url.username !== '' || url.password !== '') throw fail();
  return url;
}
