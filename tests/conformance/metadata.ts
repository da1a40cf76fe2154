import { readFileSync } from 'node:fs';
import { z } from 'zod';

const extract = z.object({
  sets: z.record(z.string(), z.string()),
  singletons: z.record(z.string(), z.string()),
  types: z.record(
    z.string(),
    z.object({
      base: z.string().optional(),
      properties: z.record(z.string(), z.string()),
      navigation: z.record(z.string(), z.string()),
    }),
  ),
  functions: z.array(
    z.object({ name: z.string(), on: z.string(), parameters: z.record(z.string(), z.string()), returns: z.string() }),
  ),
  permissions: z.record(z.string(), z.array(z.string())),
  least: z.record(z.string(), z.array(z.string())),
});

// Microsoft's own metadata. Walked here anew: the demo tenant's walk through it is among the things that are checked.
const csdl = extract.parse(
  JSON.parse(readFileSync(new URL('../../connector/demo-tenant/csdl-extract.json', import.meta.url), 'utf8')),
);

/** Where a path leads in Microsoft's metadata. */
export interface Place {
  /** Keys and arguments blanked: `/users/{id}/calendarView`. */
  readonly template: string;
  readonly type: string;
  readonly many: boolean;
}

/** @param path decoded, below the version; undefined where a segment leads nowhere */
export function placeOf(path: string): Place | undefined {
  const [root = '', ...segments] = path.split('/').slice(1);
  const type = csdl.sets[root] ?? csdl.singletons[root];
  if (type === undefined) return undefined;
  const start: Place = { template: `/${root}`, type, many: root in csdl.sets };
  return segments.reduce<Place | undefined>((place, segment) => place && step(place, segment), start);
}

function step({ template, type, many }: Place, segment: string): Place | undefined {
  const at = (name: string, holds: string): Place => ({
    template: `${template}/${name}`,
    type: holds.replace(/^Collection\((.*)\)$/, '$1'),
    many: holds.startsWith('Collection('),
  });
  const cast = /^microsoft\.graph\.(\w+)$/.exec(segment)?.[1];
  if (cast !== undefined) {
    if (!lineage(cast).includes(type)) return undefined;
    return { template: `${template}/${segment}`, type: cast, many };
  }
  const [, name = '', written = ''] = /^(\w+)(?:\((.*)\))?$/.exec(segment) ?? [];
  const given = [...written.matchAll(/(\w+)=/g)].map(([, parameter = '']) => parameter).sort();
  const on = lineage(type).map((each) => (many ? `Collection(${each})` : each));
  const called = csdl.functions.find(
    (each) => each.name === name && on.includes(each.on) && Object.keys(each.parameters).sort().join() === given.join(),
  );
  if (called !== undefined) {
    const blanks = given.map((parameter) => `${parameter}={value}`).join();
    return at(blanks === '' ? name : `${name}(${blanks})`, called.returns);
  }
  if (many) return segment === '' ? undefined : { template: `${template}/{id}`, type, many: false };
  const holds = navigationOf(type, segment);
  return holds === undefined ? undefined : at(segment, holds);
}

function lineage(type: string): string[] {
  const base = csdl.types[type]?.base;
  return base === undefined ? [type] : [type, ...lineage(base)];
}

/** The type behind a relation, as `Collection(user)` or `user`. */
export function navigationOf(type: string, name: string): string | undefined {
  return lineage(type)
    .map((each) => csdl.types[each]?.navigation[name])
    .find((found) => found !== undefined);
}

/** Whether a path of properties, such as `start/dateTime`, leads somewhere from a type. */
export function hasProperty(type: string, path: string): boolean {
  const [first = '', ...rest] = path.split('/');
  const holds = lineage(type)
    .map((each) => csdl.types[each]?.properties[first])
    .find((found) => found !== undefined);
  if (holds === undefined) return false;
  return rest.length === 0 || hasProperty(holds.replace(/^Collection\((.*)\)$/, '$1'), rest.join('/'));
}

/** Places that Microsoft's map leaves out, and what the page about each of them says. */
const SAID_BY_PAGES: Readonly<Record<string, readonly string[]>> = {
  '/communications/callrecords': ['CallRecords.Read.All'],
  '/communications/callrecords/{id}/participants_v2': ['CallRecords.Read.All'],
};

/** The application permissions that open a place for reading; of these, the ones marked as least. */
export function permissionsOf(template: string): {
  readonly all: readonly string[];
  readonly least: readonly string[];
} {
  // The map lists no casts, and a mail folder by its well-known name is a mail folder.
  const path = template.replace(/\/microsoft\.graph\.\w+/g, '').toLowerCase();
  const said = SAID_BY_PAGES[path];
  return {
    all: (csdl.permissions[path] ?? said ?? []).map(grantable),
    least: (csdl.least[path] ?? said ?? []).map(grantable),
  };
}

/** The map writes `Calendars.ReadBasic`, which only people can consent to: an application is given the other one. */
function grantable(role: string): string {
  return role === 'Calendars.ReadBasic' ? 'Calendars.ReadBasic.All' : role;
}
