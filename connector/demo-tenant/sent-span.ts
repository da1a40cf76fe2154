import type { Answer } from './exchange.ts';
import { badRequest } from './query-options.ts';
import { isAnswer, refusal } from './refusal.ts';
import { boundsOf, faultOfProperty, readTimeFilter, type Bounds } from './time-filter.ts';

/** A stretch of time and the order in which to list it. */
export interface Span extends Bounds {
  readonly oldestFirst: boolean;
}

/** Sent and received are the same moment in a sender's own copy. */
const PLAYED = ['sentDateTime', 'receivedDateTime'];
const MESSAGES = { type: 'message', properties: PLAYED };

/**
 * Reads `$filter` and `$orderby` of a listing of messages: comparisons of times joined by `and`.
 *
 * With both, everything ordered by must be filtered by too, in the same order and first: Graph's InefficientFilter.
 */
export function readSpan(filter: string | undefined, orderby: string | undefined): Span | Answer {
  const clauses = readTimeFilter(filter, MESSAGES);
  if (isAnswer(clauses)) return clauses;
  const order = readOrder(orderby);
  if (isAnswer(order)) return order;
  const filtered = [...new Set(clauses.map(({ property }) => property))];
  if (filter !== undefined && order.some(({ property }, at) => filtered[at] !== property))
    return refusal(400, 'InefficientFilter', 'The restriction or sort order is too complex for this operation.');
  return { ...boundsOf(clauses), oldestFirst: order[0]?.ascending ?? false };
}

function readOrder(written: string | undefined): { property: string; ascending: boolean }[] | Answer {
  const order: { property: string; ascending: boolean }[] = [];
  for (const part of written?.split(',') ?? []) {
    const [, property = '', direction] = /^\s*(\w+)(?:\s+(asc|desc))?\s*$/.exec(part) ?? [];
    if (property === '') return badRequest('Invalid $orderby: a property, then asc or desc, was expected.');
    const refused = faultOfProperty(property, 'ordering by', MESSAGES);
    if (refused) return refused;
    order.push({ property, ascending: direction !== 'desc' });
  }
  return order;
}
