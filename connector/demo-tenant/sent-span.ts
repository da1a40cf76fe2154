import { propertyOf } from './csdl.ts';
import type { Answer } from './exchange.ts';
import { badRequest, noProperty } from './query-options.ts';
import { isAnswer, notPlayed, refusal } from './refusal.ts';

/** A stretch of time and the order in which to list it. */
export interface Span {
  /** Milliseconds since 1970, included; −∞ when not bounded. */
  readonly from: number;
  /** Excluded; ∞ when not bounded. */
  readonly to: number;
  readonly oldestFirst: boolean;
}

type Operator = 'ge' | 'gt' | 'le' | 'lt';
interface Clause {
  readonly property: string;
  readonly operator: Operator;
  readonly moment: number;
}

/** Sent and received are the same moment in a sender's own copy. */
const PLAYED = ['sentDateTime', 'receivedDateTime'];
const CLAUSE = /^([A-Za-z]\w*(?:\/\w+)*)\s+(\w+)\s+(\S.*)$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * Reads `$filter` and `$orderby` of a listing of messages: comparisons of times joined by `and`.
 *
 * With both, everything ordered by must be filtered by too, in the same order and first: Graph's InefficientFilter.
 */
export function readSpan(filter: string | undefined, orderby: string | undefined): Span | Answer {
  const clauses: Clause[] = [];
  for (const written of filter?.split(/\s+and\s+/) ?? []) {
    const clause = readClause(written.trim());
    if (isAnswer(clause)) return clause;
    clauses.push(clause);
  }
  const order = readOrder(orderby);
  if (isAnswer(order)) return order;
  const filtered = [...new Set(clauses.map(({ property }) => property))];
  if (filter !== undefined && order.some(({ property }, at) => filtered[at] !== property))
    return refusal(400, 'InefficientFilter', 'The restriction or sort order is too complex for this operation.');
  return {
    from: Math.max(...clauses.map(({ operator, moment }) => lowest(operator, moment))),
    to: Math.min(...clauses.map(({ operator, moment }) => highest(operator, moment))),
    oldestFirst: order[0]?.ascending ?? false,
  };
}

function readClause(written: string): Clause | Answer {
  const [, property = '', operator = '', literal = ''] = CLAUSE.exec(written) ?? [];
  if (property === '') return badRequest('Invalid filter clause: a comparison was expected.');
  const refused = faultOfProperty(property, 'a filter on');
  if (refused) return refused;
  if (!isOperator(operator))
    return operator === 'eq' || operator === 'ne'
      ? notPlayed(`The operator '${operator}' on ${property}`)
      : badRequest(`Invalid filter clause: '${operator}' is no operator.`);
  if (literal.startsWith("'"))
    return badRequest(
      "Invalid filter clause: A binary operator with incompatible types was detected. Found operand types 'Edm.DateTimeOffset' and 'Edm.String'.",
    );
  const moment = MOMENT.test(literal) ? Date.parse(literal) : Number.NaN;
  if (Number.isNaN(moment)) return badRequest('Invalid filter clause: a date and time with time zone was expected.');
  return { property, operator, moment };
}

function readOrder(written: string | undefined): { property: string; ascending: boolean }[] | Answer {
  const order: { property: string; ascending: boolean }[] = [];
  for (const part of written?.split(',') ?? []) {
    const [, property = '', direction] = /^\s*(\w+)(?:\s+(asc|desc))?\s*$/.exec(part) ?? [];
    if (property === '') return badRequest('Invalid $orderby: a property, then asc or desc, was expected.');
    const refused = faultOfProperty(property, 'ordering by');
    if (refused) return refused;
    order.push({ property, ascending: direction !== 'desc' });
  }
  return order;
}

function faultOfProperty(property: string, what: string): Answer | undefined {
  if (PLAYED.includes(property)) return undefined;
  const [name = ''] = property.split('/');
  return propertyOf('message', name) === undefined ? noProperty(name, 'message') : notPlayed(`${what} '${property}'`);
}

function isOperator(text: string): text is Operator {
  return ['ge', 'gt', 'le', 'lt'].includes(text);
}

function lowest(operator: Operator, moment: number): number {
  if (operator === 'ge') return moment;
  return operator === 'gt' ? moment + 1 : Number.NEGATIVE_INFINITY;
}

function highest(operator: Operator, moment: number): number {
  if (operator === 'lt') return moment;
  return operator === 'le' ? moment + 1 : Number.POSITIVE_INFINITY;
}
