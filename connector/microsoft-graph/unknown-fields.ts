import { csvHeader } from './csv-cells.ts';
import type { Get } from './get.ts';
import { isJsonObject } from './json-object.ts';
import { propertiesOf, typeAt } from './property-names.ts';
import type { Question } from './question.ts';
import { selectedFields, type SourceDeclaration } from './source-declaration.ts';
import { SENT_ALONG } from './sent-along.ts';

/** What Microsoft Graph sent for one source that nobody listed. All of it was dropped in the parser. */
export interface UnknownFields {
  readonly source: string;
  /** Different fields, however often each came; from 1 to 1,000. */
  readonly fields: number;
  /** Paths of those that Microsoft's own metadata has. The others stay unnamed: a name could be somebody's data. */
  readonly named: readonly string[];
}

/** No tenant can make the memory of a run grow by inventing names. */
const MOST_FIELDS = 1_000;
const ANNOTATION = /^\w*@(odata|microsoft\.graph)\./;

/**
 * A door that counts what comes through it unasked, so that a change in Microsoft Graph is noticed when it comes: every
 * field of every item, and every column of every report, is held against what its source declares (`fields`, `unasked`),
 * what it selects, and what is known to be sent along. Annotations (`@odata.…`) are not fields. Never a value is looked
 * at, and what is counted is not kept from anybody's parser: it only ever takes what it lists.
 *
 * Cost: about 0.3 µs a message, a twentieth of parsing it from JSON.
 *
 * @returns the same door, watched, and what was counted so far: one entry a source that had any, in the order of names
 */
export function watchUnknownFields(get: Get): { readonly get: Get; readonly unknownFields: () => UnknownFields[] } {
  const met = new Map<string, Set<string>>();
  const noteOf = ({ name }: SourceDeclaration) => {
    const fields = met.get(name) ?? new Set<string>();
    return (path: string): void => {
      if (fields.size < MOST_FIELDS) met.set(name, fields.add(path));
    };
  };
  return {
    get: {
      ...get,
      json: (question, read, next) => {
        const readWatched = (body: unknown) => {
          const kept = read(body);
          lookThroughBody(body, knownFields(question), noteOf(question.source));
          return kept;
        };
        return get.json(question, readWatched, next);
      },
      text: (question, read) => {
        const readWatched = (text: string) => {
          const kept = read(text);
          lookThroughHeader(text, knownFields(question), noteOf(question.source));
          return kept;
        };
        return get.text(question, readWatched);
      },
    },
    unknownFields: () =>
      [...met.keys()].sort().map((source) => {
        const paths = [...(met.get(source) ?? [])].sort();
        return { source, fields: paths.length, named: paths.filter((path) => isMicrosofts(source, path)) };
      }),
  };
}

/** The fields known of an object, and of the objects in it; nothing is looked at below one that is known whole. */
interface Known {
  /** Before the names: empty, or `sender/emailAddress/`. */
  readonly path: string;
  readonly names: Map<string, Known | 'whole'>;
}

const knownBefore = new WeakMap<SourceDeclaration, Map<string, Known>>();

/** Made once for a source and what is selected of it: the scope may name another attribute for the unit. */
function knownFields({ source, query = {} }: Question): Known {
  const select = query['$select'] ?? '';
  const made = knownBefore.get(source) ?? new Map<string, Known>();
  knownBefore.set(source, made);
  const known = made.get(select) ?? learn(source, select.split(','));
  made.set(select, known);
  return known;
}

function learn(source: SourceDeclaration, selected: readonly string[]): Known {
  const known: Known = { path: '', names: new Map() };
  const listed = source.fields.map(({ field }) => field);
  const whole = selected.filter((field) => !selectedFields(source).includes(field));
  for (const field of [...listed, ...(source.unasked ?? []), ...(SENT_ALONG[source.name]?.fields ?? []), ...whole]) {
    // A column of a report may bear any character.
    add(known, isReport(source) ? [field] : field.split('/'));
  }
  return known;
}

function isReport({ name }: SourceDeclaration): boolean {
  const sent = SENT_ALONG[name];
  return sent !== undefined && sent.type === undefined;
}

function add(known: Known, [name, ...rest]: readonly string[]): void {
  if (name === undefined) return;
  const below = known.names.get(name);
  if (rest.length === 0) {
    if (below === undefined) known.names.set(name, 'whole');
    return;
  }
  const inner = below === undefined || below === 'whole' ? { path: `${known.path}${name}/`, names: new Map() } : below;
  known.names.set(name, inner);
  add(inner, rest);
}

/** A page's items, or the one thing that was asked for. */
function lookThroughBody(body: unknown, known: Known, note: (path: string) => void): void {
  if (!isJsonObject(body)) return;
  if (!Array.isArray(body['value'])) lookThrough(body, known, note);
  else {
    lookThrough(body['value'], known, note);
    for (const name of Object.keys(body)) if (name !== 'value' && !isAnnotation(name)) note(name);
  }
}

function lookThrough(value: unknown, known: Known, note: (path: string) => void): void {
  if (Array.isArray(value)) for (const each of value) lookThrough(each, known, note);
  else if (isJsonObject(value)) {
    // Much faster than a list of the keys; what comes from JSON inherits no names.
    for (const name in value) {
      const below = known.names.get(name);
      if (below === undefined) {
        if (!isAnnotation(name)) note(known.path + name);
      } else if (below !== 'whole') lookThrough(value[name], below, note);
    }
  }
}

/** `@odata.type`, `members@odata.context`: about a field, by OData's own grammar. */
function isAnnotation(name: string): boolean {
  return ANNOTATION.test(name);
}

function lookThroughHeader(csv: string, { names }: Known, note: (path: string) => void): void {
  for (const column of csvHeader(csv)) {
    const name = column.trim().replaceAll(/\s+/g, ' ');
    if (!names.has(name)) note(name);
  }
}

/** Whether Microsoft's metadata has a property at the end of the path, on the type of what the path leads through. */
function isMicrosofts(source: string, path: string): boolean {
  const steps = path.split('/');
  const name = steps.pop() ?? '';
  const type = typeAt(SENT_ALONG[source]?.type, steps);
  return type !== undefined && propertiesOf(type).includes(name);
}
