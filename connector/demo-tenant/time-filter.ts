import { propertyOf } from './csdl.ts';
import type { Answer } from './exchange.ts';
import { badRequest, noProperty } from './query-options.ts';
import { isAnswer, notPlayed } from './refusal.ts';

/** A stretch of time. */
export interface Bounds {
  /** Milliseconds since 1970, included; −∞ when not bounded. */
  readonly from: number;
  /** Excluded; ∞ when not bounded. */
  readonly to: number;
}

const OPERATORS = ['ge', 'gt', 'le', 'lt'] as const;
type Operator = (typeof OPERATORS)[number];

interface Clause {
  readonly property: string;
  readonly operator: Operator;
  readonly moment: number;
}

/** What a listing lets its times be filtered by. */
export interface Filterable {
  /** The type listed. */
  readonly type: string;
  /** Its properties that the tenant plays a filter on. */
  readonly properties: readonly string[];
  /** Comparisons that the service knows. Default: all four. */
  readonly operators?: readonly Operator[];
}

const CLAUSE = /^([A-Za-z]\w*(?:\/\w+)*)\s+(\w+)\s+(\S.*)$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** Reads a `$filter` that compares times with `and` between: its clauses, or the refusal Graph would give. */
export function readTimeFilter(filter: string | undefined, filterable: Filterable): readonly Clause[] | Answer {
  const clauses: Clause[] = [];
  for (const written of filter?.split(/\s+and\s+/) ?? []) {
    const clause = readClause(written.trim(), filterable);
    if (isAnswer(clause)) return clause;
    clauses.push(clause);
  }
  return clauses;
}

/** The stretch in which all the clauses hold. */
export function boundsOf(clauses: readonly Clause[]): Bounds {
  return {
    from: Math.max(...clauses.map(({ operator, moment }) => lowest(operator, moment))),
    to: Math.min(...clauses.map(({ operator, moment }) => highest(operator, moment))),
  };
}

/** Graph's 400 for a property that the type has not; the tenant's own 501 for one that it has. */
export function faultOfProperty(
  property: string,
  what: string,
  { type, properties }: Pick<Filterable, 'type' | 'properties'>,
): Answer | undefined {
  if (properties.includes(property)) return undefined;
  const [name = ''] = property.split('/');
  return propertyOf(type, name) === undefined ? noProperty(name, type) : notPlayed(`${what} '${property}'`);
}

function readClause(written: string, filterable: Filterable): Clause | Answer {
  const [, property = '', operator = '', literal = ''] = CLAUSE.exec(written) ?? [];
  if (property === '') return badRequest('Invalid filter clause: a comparison was expected.');
  const refused = faultOfProperty(property, 'a filter on', filterable);
  if (refused) return refused;
  const known = (filterable.operators ?? OPERATORS).find((each) => each === operator);
  if (known === undefined)
    return operator === 'eq' || operator === 'ne'
      ? notPlayed(`The operator '${operator}' on ${property}`)
      : badRequest(`Invalid filter clause: '${operator}' is no operator.`);
  if (literal.startsWith("'"))
    return badRequest(
      "Invalid filter clause: A binary operator with incompatible types was detected. Found operand types 'Edm.DateTimeOffset' and 'Edm.String'.",
    );
  const moment = MOMENT.test(literal) ? Date.parse(literal) : Number.NaN;
  if (Number.isNaN(moment)) return badRequest('Invalid filter clause: a date and time with time zone was expected.');
  return { property, operator: known, moment };
}

function lowest(operator: Operator, moment: number): number {
  if (operator === 'ge') return moment;
  return operator === 'gt' ? moment + 1 : Number.NEGATIVE_INFINITY;
}

function highest(operator: Operator, moment: number): number {
  if (operator === 'lt') return moment;
  return operator === 'le' ? moment + 1 : Number.POSITIVE_INFINITY;
}
