import { SOURCE_DECLARATIONS } from '../../connector/microsoft-graph/source-declarations.ts';
import { selectedFields, type SourceDeclaration } from '../../connector/microsoft-graph/source-declaration.ts';
import type { Asked } from './asked.ts';
import { hasProperty, navigationOf, permissionsOf, placeOf, type Place } from './metadata.ts';

/** Attributes of the directory in which a scope may say that units stand. */
const UNIT_ATTRIBUTES: readonly string[] = [
  'department',
  'companyName',
  'officeLocation',
  'onPremisesExtensionAttributes',
];
const OPTIONS: readonly string[] = [
  '$select',
  '$filter',
  '$orderby',
  '$expand',
  '$top',
  '$count',
  '$skiptoken',
  '$skip',
];
/** What a place must be asked with besides, by Microsoft's page about it. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  '/users/{id}/calendarView': ['startDateTime', 'endDateTime'],
};

/**
 * What is wrong with a request, held against Microsoft's metadata and permission map and against our declarations: one
 * sentence each, none for a request that conforms.
 *
 * @param sources whose permissions and fields are the ones that may be used
 */
export function missesOf(asked: Asked, sources: readonly SourceDeclaration[] = SOURCE_DECLARATIONS): string[] {
  if (asked.method !== 'GET') return [`${asked.method} is not for reading`];
  const [, version, path = ''] = /^\/([^/]*)(\/.*)?$/.exec(asked.path) ?? [];
  if (version !== 'v1.0') return [`${String(version)} is not v1.0`];
  const place = placeOf(path);
  if (place === undefined || path.startsWith('/me')) return [`${path} is no place an application can ask`];
  return [...missesInQuery(asked, place), ...(asked.throughDoor ? missesInDeclarations(asked, place, sources) : [])];
}

function missesInQuery({ query }: Asked, place: Place): string[] {
  const wanted = PARAMETERS[place.template] ?? [];
  const given = query.map(([name]) => name);
  return [
    ...given.filter((name) => ![...OPTIONS, ...wanted].includes(name)).map((name) => `${name} is no option here`),
    ...wanted.filter((name) => !given.includes(name)).map((name) => `${name} is missing`),
    ...query.flatMap(([name, value]) => namesIn(name, value, place).map((each) => `${each} is not in ${place.type}`)),
  ];
}

/** The names in an option that Microsoft's metadata does not have. */
function namesIn(option: string, value: string, { type: found }: Place): string[] {
  const type = shownAs(found);
  switch (option) {
    case '$select':
    case '$orderby':
      return propertiesIn(value).filter((name) => !hasProperty(type, name));
    case '$filter':
      return [...value.matchAll(/([A-Za-z][\w/]*)\s+(?:eq|ne|gt|ge|lt|le|in)\b/g)]
        .map(([, name = '']) => name)
        .filter((name) => !hasProperty(type, name));
    case '$expand': {
      const [, relation = '', select = ''] = /^(\w+)(?:\(\$select=([\w,/]*)\))?$/.exec(value) ?? [];
      const holds = navigationOf(type, relation)?.replace(/^Collection\((.*)\)$/, '$1');
      if (holds === undefined) return [value];
      return propertiesIn(select).filter((name) => !hasProperty(shownAs(holds), name));
    }
    default:
      return [];
  }
}

/** A manager or a member is a directory object by type, and may be asked for what people have. */
function shownAs(type: string): string {
  return type === 'directoryObject' ? 'user' : type;
}

function propertiesIn(list: string): string[] {
  return list
    .split(',')
    .map((each) => each.trim().replace(/ (asc|desc)$/, ''))
    .filter(Boolean);
}

/** Nothing is asked that is not declared, and one of the declared permissions is enough for it. */
function missesInDeclarations({ query }: Asked, place: Place, sources: readonly SourceDeclaration[]): string[] {
  const declared = sources.filter((source) => templateOf(source) === place.template);
  if (declared.length === 0) return [`${place.template} is in no declaration`];
  const { all } = permissionsOf(place.template);
  const covered = declared.filter(({ permissions }) => permissions.some(({ role }) => all.includes(role)));
  const fields = [...declared.flatMap(selectedFields), ...(place.type === 'user' ? UNIT_ATTRIBUTES : [])];
  const selected = query.flatMap(([name, value]) => (name === '$select' ? propertiesIn(value) : []));
  return [
    ...(covered.length === declared.length ? [] : [`no declared permission opens ${place.template}`]),
    ...selected.filter((name) => !fields.includes(name)).map((name) => `${name} is not declared`),
  ];
}

/** The place a declaration asks, as the metadata writes it. */
export function templateOf({ endpoint }: SourceDeclaration): string | undefined {
  return placeOf(endpoint.replaceAll(/\{\w+\}/g, 'x'))?.template;
}
