import { propertyOf } from './csdl.ts';
import type { Answer } from './exchange.ts';
import { notPlayed, refusal } from './refusal.ts';

export type QueryOption = '$select' | '$top' | '$expand' | '$filter' | '$orderby' | '$count' | '$skiptoken';

/** The query options of a request, checked against what the place allows. */
export interface QueryOptions {
  readonly select: readonly string[] | undefined;
  readonly top: number;
  readonly expand: string | undefined;
  readonly filter: string | undefined;
  readonly orderby: string | undefined;
  readonly count: boolean;
  readonly skipToken: string | undefined;
}

/** What a place allows. */
export interface AllowedOptions {
  /** Whose properties `$select` may name. */
  readonly type: string;
  readonly options: readonly QueryOption[];
  /** Parameters of the place's own, without `$`, which it reads itself. */
  readonly parameters?: readonly string[];
  readonly pages?: { readonly usual: number; readonly most: number };
}

// OData's options that Graph has: known everywhere, played where a place says so.
const ODATA = [
  '$select',
  '$top',
  '$expand',
  '$filter',
  '$orderby',
  '$count',
  '$skiptoken',
  '$skip',
  '$search',
  '$format',
];

/** Reads the query of a request, or refuses it as Graph would. */
export function readQueryOptions(query: URLSearchParams, allowed: AllowedOptions): QueryOptions | Answer {
  const given = new Map<string, string>();
  for (const [name, value] of query) {
    if (given.has(name))
      return badRequest(`Query option '${name}' was specified more than once, but it must be specified at most once.`);
    const refused = faultOfName(name, [...allowed.options, ...(allowed.parameters ?? [])]);
    if (refused) return refused;
    given.set(name, value);
  }
  const select = given
    .get('$select')
    ?.split(',')
    .map((name) => name.trim());
  const unknown = select?.find((name) => propertyOf(allowed.type, name) === undefined);
  if (unknown !== undefined) return noProperty(unknown, allowed.type);
  const count = given.get('$count');
  if (count !== undefined && count !== 'true' && count !== 'false')
    return badRequest(`Invalid value '${count}' for $count query option found. Valid values are 'true' and 'false'.`);
  const pages = allowed.pages ?? { usual: 1, most: 1 };
  const top = pageSize(given.get('$top'), pages);
  if (typeof top !== 'number') return top;
  return {
    select,
    top,
    expand: given.get('$expand'),
    filter: given.get('$filter'),
    orderby: given.get('$orderby'),
    count: count === 'true',
    skipToken: given.get('$skiptoken'),
  };
}

/** Graph's 400 for a property that its metadata does not have. */
export function noProperty(name: string, type: string): Answer {
  return badRequest(`Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`);
}

/** Graph's plain 400. */
export function badRequest(message: string): Answer {
  return refusal(400, 'BadRequest', message);
}

function faultOfName(name: string, options: readonly string[]): Answer | undefined {
  if (options.includes(name)) return undefined;
  if (ODATA.includes(name)) return notPlayed(`The query option '${name}' at this place`);
  if (name.startsWith('$')) return badRequest(`The query parameter '${name}' is not supported.`);
  return badRequest(`Unrecognized query argument specified: '${name}'.`);
}

function pageSize(written: string | undefined, pages: { usual: number; most: number }): number | Answer {
  if (written === undefined) return pages.usual;
  const size = Number(written);
  if (/^\d+$/.test(written) && size >= 1 && size <= pages.most) return size;
  return refusal(
    400,
    'Request_UnsupportedQuery',
    `Invalid page size specified: '${written}'. Must be between 1 and ${pages.most} inclusive.`,
  );
}

/** `manager($select=id,displayName)` → the navigation and its selected properties. */
export function readExpand(
  written: string,
  navigation: string,
  type: string,
): { readonly select: readonly string[] | undefined } | Answer {
  const [, name = '', select] = /^([A-Za-z]+)(?:\(\$select=([A-Za-z,]+)\))?$/.exec(written) ?? [];
  if (name === '') return badRequest(`Parsing OData Select and Expand failed: '${written}'.`);
  if (name !== navigation) return notPlayed(`$expand=${name}`);
  const names = select?.split(',');
  const unknown = names?.find((each) => propertyOf(type, each) === undefined);
  return unknown === undefined ? { select: names } : noProperty(unknown, type);
}
