import type { Asker } from './asker.ts';
import type { Listing } from './link-check.ts';
import type { Missing } from './refusal.ts';
import type { SourceDeclaration } from './source-declaration.ts';

/** One thing to ask of Microsoft Graph. */
export interface Question {
  readonly source: SourceDeclaration;
  /** What stands for the braces of the source's endpoint. */
  readonly values?: Readonly<Record<string, string>>;
  /** OData query options, not encoded. */
  readonly query?: Readonly<Record<string, string>>;
  /** Sent with every page: a next link carries none. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What a 404 means here; without it, that there is no such mailbox. */
  readonly missing?: Missing;
  /** In whose names it is asked; see `askedBy`. */
  readonly askers?: readonly Asker[];
}

const VERSION = 'v1.0';

/** What a question asks for, as the thing its next links must go on with. */
export function listingOf({ source, values = {}, query = {} }: Question, origin: string): Listing {
  const path = source.endpoint.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  return { template: source.endpoint, origin, path: `/${VERSION}${path}`, query };
}

/** The address of the first request. Values are encoded, because Microsoft's client builds addresses as plain text. */
export function firstLink({ origin, path, query }: Listing): string {
  const options = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return options.length === 0 ? origin + path : `${origin}${path}?${options.join('&')}`;
}
