import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Answer } from './exchange.ts';
import { refusal } from './refusal.ts';

const typeEntry = z.object({
  base: z.string().optional(),
  properties: z.record(z.string(), z.string()),
  navigation: z.record(z.string(), z.string()),
});
const extract = z.object({
  sets: z.record(z.string(), z.string()),
  singletons: z.record(z.string(), z.string()),
  types: z.record(z.string(), typeEntry),
  functions: z.array(
    z.object({ name: z.string(), on: z.string(), parameters: z.record(z.string(), z.string()), returns: z.string() }),
  ),
  permissions: z.record(z.string(), z.array(z.string())),
});

// Microsoft's own metadata, cut down by extract-csdl.ts; the licence notice lies in the file.
const csdl = extract.parse(JSON.parse(readFileSync(new URL('./csdl-extract.json', import.meta.url), 'utf8')));

const functionsByName = Map.groupBy(csdl.functions, ({ name }) => name);

/** Where a path leads: a type, one or many of it, and the keys and arguments met on the way. */
export interface Place {
  /** The path with keys and arguments blanked: `/users/{id}/mailFolders/{id}/messages`. */
  readonly template: string;
  readonly keys: readonly string[];
  /** Of a function at the end of the path: parameter name → text as written. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Relative to `microsoft.graph`: `user`, `callRecords.callRecord`, `Edm.Stream`. */
  readonly type: string;
  readonly many: boolean;
}

interface Step {
  template: string;
  keys: string[];
  parameters: Record<string, string>;
  type: string;
  many: boolean;
}

/**
 * Walks a path through Microsoft's metadata, segment by segment.
 *
 * @param path decoded, without `/v1.0`, beginning with `/`
 * @returns the place, or Graph's 400 where a segment leads nowhere
 */
export function findPlace(path: string): Place | Answer {
  const [first = '', ...segments] = path.replace(/^\//, '').split('/');
  const set = csdl.sets[first];
  const root = set ?? csdl.singletons[first];
  if (root === undefined) return noSegment(first);
  let step: Step = { template: `/${first}`, keys: [], parameters: {}, type: root, many: set !== undefined };
  for (const segment of segments) {
    const next = follow(step, segment);
    if (next === undefined) return noSegment(segment);
    step = next;
  }
  return step;
}

function noSegment(segment: string): Answer {
  return refusal(400, 'BadRequest', `Resource not found for the segment '${segment}'.`);
}

function follow(step: Step, segment: string): Step | undefined {
  if (segment === '') return undefined;
  const to = (template: string, type: string): Step => ({
    ...step,
    template: `${step.template}/${template}`,
    type: bare(type),
    many: isMany(type),
  });
  const cast = /^microsoft\.graph\.([A-Za-z.]+)$/.exec(segment)?.[1];
  if (cast !== undefined && descends(cast, step.type)) return to(segment, step.many ? `Collection(${cast})` : cast);
  const called = callOf(step, segment);
  if (called) return { ...to(called.template, called.returns), parameters: called.parameters };
  if (step.many) return { ...to('{id}', step.type), keys: [...step.keys, segment] };
  const type = navigationOf(step.type, segment);
  return type === undefined ? undefined : to(segment, type);
}

interface Call {
  template: string;
  returns: string;
  parameters: Record<string, string>;
}

/** `getOffice365ActiveUserDetail(period='D7')`, `getAllMessages`, `delta()`: a function bound to where we stand. */
function callOf(step: Step, segment: string): Call | undefined {
  const [, name, written] = /^(?:microsoft\.graph\.)?([A-Za-z0-9]+)(?:\((.*)\))?$/.exec(segment) ?? [];
  const named = functionsByName.get(name ?? '');
  if (name === undefined || named === undefined) return undefined;
  const parameters = argumentsOf(written ?? '');
  const wanted = Object.keys(parameters).sort().join();
  const on = new Set(lineage(step.type).map((type) => (step.many ? `Collection(${type})` : type)));
  const found = named.find((each) => on.has(each.on) && Object.keys(each.parameters).sort().join() === wanted);
  if (!found) return undefined;
  const blanks = Object.keys(found.parameters).map((each) => `${each}={value}`);
  return { template: blanks.length > 0 ? `${name}(${blanks.join(',')})` : name, returns: found.returns, parameters };
}

function argumentsOf(written: string): Record<string, string> {
  const pairs = written.split(',').filter((pair) => pair.includes('='));
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}

/** A type and what it is built on, itself first. */
function lineage(type: string): string[] {
  const base = csdl.types[type]?.base;
  return base === undefined ? [type] : [type, ...lineage(base)];
}

function descends(type: string, from: string): boolean {
  return lineage(type).includes(from);
}

function navigationOf(type: string, name: string): string | undefined {
  return lineage(type)
    .map((each) => csdl.types[each]?.navigation[name])
    .find((found) => found !== undefined);
}

/** The type of a structural property, own or inherited; undefined when Microsoft's metadata has none of that name. */
export function propertyOf(type: string, name: string): string | undefined {
  return lineage(type)
    .map((each) => csdl.types[each]?.properties[name])
    .find((found) => found !== undefined);
}

/** What a property holds when nothing is known: an empty list for lists, null for the rest. */
export function nothingOf(type: string, name: string): null | readonly never[] {
  return isMany(propertyOf(type, name) ?? '') ? [] : null;
}

/** Places the permission map leaves out; what Microsoft's pages about them say. */
const SAID_BY_PAGES: Readonly<Record<string, readonly string[]>> = {
  '/communications/callrecords': ['CallRecords.Read.All'],
  '/communications/callrecords/{id}/participants_v2': ['CallRecords.Read.All'],
};

/**
 * The application roles that open a place for reading, by Microsoft's own permission map. Casts do not count: the map
 * does not list them. Empty for a place the map does not know.
 */
export function rolesThatOpen(template: string): readonly string[] {
  const plain = template.replace(/\/microsoft\.graph\.[A-Za-z.]+/g, '').toLowerCase();
  return (csdl.permissions[plain] ?? SAID_BY_PAGES[plain] ?? []).map(grantable);
}

/** The map writes `Calendars.ReadBasic`, which only people can consent to: an application is given the other one. */
function grantable(role: string): string {
  return role === 'Calendars.ReadBasic' ? 'Calendars.ReadBasic.All' : role;
}

function isMany(type: string): boolean {
  return type.startsWith('Collection(');
}

function bare(type: string): string {
  return isMany(type) ? type.slice('Collection('.length, -1) : type;
}
