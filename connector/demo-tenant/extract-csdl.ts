import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

// Makes csdl-extract.json: what Microsoft's metadata says about the paths this product touches; and, for the connector,
// property-names.json: how the properties of what it reads are called, so that it may say a name that is Microsoft's.
// Run: node_modules/.bin/node connector/demo-tenant/extract-csdl.ts [path of v1.0-cleanMetadata.xml] [output] [names]
// Beside the metadata lie Microsoft's permission map and the two licence notices, which go with the extract.

interface Extract {
  source: string[];
  licence: string[];
  sets: Record<string, string>;
  singletons: Record<string, string>;
  types: Record<string, TypeEntry>;
  enums: Record<string, string[]>;
  functions: FunctionEntry[];
  permissions: Record<string, string[]>;
  /** Of these, the ones Microsoft marks as asking for least. */
  least: Record<string, string[]>;
}

interface TypeEntry {
  base?: string;
  open?: true;
  properties: Record<string, string>;
  navigation: Record<string, string>;
}

interface FunctionEntry {
  name: string;
  on: string;
  parameters: Record<string, string>;
  returns: string;
}

/** Types whose every property is kept; complex types, enums and base types they mention follow by themselves. */
const ROOTS = [
  ...['user', 'group', 'organization', 'mailFolder', 'message', 'eventMessage', 'eventMessageRequest'],
  ...['eventMessageResponse', 'calendar', 'event', 'chat', 'chatMessage', 'conversationMember'],
  ...['aadUserConversationMember', 'anonymousGuestConversationMember', 'cloudCommunications'],
  ...['callRecords.callRecord', 'callRecords.participant', 'callRecords.organizer', 'callRecords.session'],
  ...['callRecords.participantEndpoint', 'reportRoot', 'admin', 'adminReportSettings', 'exchangeAdmin'],
  ...['messageTracingRoot', 'exchangeMessageTrace', 'exchangeMessageTraceDetail', 'copilotRoot', 'copilotReportRoot'],
];
/** The objects the connector looks through: items of its listings and what lies in them. */
const LOOKED_THROUGH = [
  ...['organization', 'verifiedDomain', 'user', 'assignedLicense', 'assignedPlan', 'directoryObject', 'group'],
  ...['message', 'recipient', 'emailAddress', 'exchangeMessageTrace', 'event', 'dateTimeTimeZone', 'responseStatus'],
  ...['attendee', 'chat', 'conversationMember', 'chatMessage', 'chatMessageFromIdentitySet', 'identity'],
  ...['callRecords.callRecord', 'callRecords.participant', 'communicationsIdentitySet', 'adminReportSettings'],
];
const SETS = ['users', 'groups', 'organization', 'chats', 'directoryObjects'];
const SINGLETONS = ['admin', 'communications', 'copilot', 'reports', 'me'];
const PERMISSION_PATHS =
  /^\/(organization|users(\/\{id\})?|users\/\{id\}\/(manager|mailfolders(\/\{id\}(\/messages)?)?|calendarview|chats.*)|groups(\/\{id\}(\/(transitive)?members)?)?|admin\/(reportsettings|exchange\/tracing.*)|reports\/getoffice365(active|services)usercounts.*|(copilot\/)?reports\/get(office365activeuser|teamsuseractivityuser|teamsdeviceusageuser|email(activity|appusage)user|m365appuser|(sharepoint|onedrive|yammer)activityuser)detail.*|(copilot\/)?reports\/getmicrosoft365copilot.*|communications\/callrecords.*|chats.*)$/;

const TAG = /<(\/?)([A-Za-z]+)((?:\s+[\w:.]+="[^"]*")*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:.]+)="([^"]*)"/g;

type Attributes = Partial<
  Record<'Name' | 'Type' | 'Namespace' | 'Alias' | 'BaseType' | 'OpenType' | 'IsBound' | 'EntityType', string>
>;

const attributesOf = (text: string): Attributes =>
  Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value]));

/** `Collection(graph.user)` → `Collection(user)`; everything is said relative to `microsoft.graph`. */
const shortened = (type: string, namespace: string, aliases: Record<string, string>): string =>
  type.replace(/[\w.]+(?=\)?$)/, (name) => {
    const dot = name.lastIndexOf('.');
    const before = name.slice(0, dot);
    const full = `${aliases[before] ?? (dot < 0 ? namespace : before)}.${name.slice(dot + 1)}`;
    return full.replace(/^microsoft\.graph\./, '');
  });

type Metadata = Pick<Extract, 'sets' | 'singletons' | 'types' | 'enums' | 'functions'>;

/** Reads the whole metadata once, tag by tag. Each opening tag adds to what its forerunners opened. */
function readMetadata(xml: string): Metadata {
  const all: Metadata = { sets: {}, singletons: {}, types: {}, enums: {}, functions: [] };
  const aliases = aliasesOf(xml);
  let namespace = '';
  let type: TypeEntry | undefined;
  let members: string[] = [];
  let called: FunctionEntry | undefined;
  const short = (name: string | undefined) => shortened(name ?? '', namespace, aliases);
  const openType = ({ Name, BaseType, OpenType }: Attributes) => {
    type = { properties: {}, navigation: {} };
    if (BaseType !== undefined) type.base = short(BaseType);
    if (OpenType === 'true') type.open = true;
    all.types[short(Name)] = type;
  };
  const tags: Record<string, (attributes: Attributes) => void> = {
    Schema: ({ Namespace }) => (namespace = Namespace ?? ''),
    EntityType: openType,
    ComplexType: openType,
    EnumType: ({ Name }) => (all.enums[short(Name)] = members = []),
    Member: ({ Name = '' }) => members.push(Name),
    Property: ({ Name = '', Type }) => type && (type.properties[Name] = short(Type)),
    NavigationProperty: ({ Name = '', Type }) => type && (type.navigation[Name] = short(Type)),
    Function({ Name = '', IsBound }) {
      called = { name: Name, on: '', parameters: {}, returns: '' };
      if (IsBound === 'true') all.functions.push(called);
    },
    Action: () => (called = undefined),
    Parameter({ Name = '', Type }) {
      if (called?.on === '') called.on = short(Type);
      else if (called) called.parameters[Name] = short(Type);
    },
    ReturnType: ({ Type }) => called && (called.returns = short(Type)),
    EntitySet: ({ Name = '', EntityType }) => (all.sets[Name] = short(EntityType)),
    Singleton: ({ Name = '', Type }) => (all.singletons[Name] = short(Type)),
  };
  for (const [, closing, tag = '', text = ''] of xml.matchAll(TAG)) {
    if (closing === '') tags[tag]?.(attributesOf(text));
  }
  return all;
}

/** Namespaces may be named by an alias before the schema that declares it. */
function aliasesOf(xml: string): Record<string, string> {
  const schemas = [...xml.matchAll(TAG)].filter(([, , tag]) => tag === 'Schema');
  return Object.fromEntries(
    schemas.flatMap(([, , , text = '']) => {
      const { Namespace, Alias } = attributesOf(text);
      return Namespace === undefined || Alias === undefined ? [] : [[Alias, Namespace]];
    }),
  );
}

const bare = (type: string): string => type.replace(/^Collection\((.*)\)$/, '$1');

/** The roots and whatever their properties are made of. */
function reachable(types: Record<string, TypeEntry>): Set<string> {
  const found = new Set<string>();
  const waiting = [...ROOTS];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const entry = types[name];
    if (found.has(name) || entry === undefined) continue;
    found.add(name);
    if (entry.base !== undefined) waiting.push(entry.base);
    waiting.push(...Object.values(entry.properties).map(bare));
  }
  return found;
}

/**
 * What a type's properties are called, its own, inherited and those of whatever descends from it: an item may be any of
 * these. Each with the type it holds where that one is looked through too.
 */
function namesOf(type: string, types: Record<string, TypeEntry>): Record<string, string> {
  const lineage = (name: string): string[] => {
    const base = types[name]?.base;
    return base === undefined ? [name] : [name, ...lineage(base)];
  };
  const kin = new Set(Object.keys(types).filter((name) => lineage(name).includes(type)));
  const found = [...lineage(type), ...kin].flatMap((name) =>
    Object.entries({ ...types[name]?.properties, ...types[name]?.navigation }),
  );
  const holds = (property: string): string => (LOOKED_THROUGH.includes(bare(property)) ? bare(property) : '');
  const names = Object.fromEntries(found.map(([name, property]) => [name, holds(property)]));
  return only(names, Object.keys(names));
}

const only = <Value>(from: Record<string, Value>, names: Iterable<string>): Record<string, Value> =>
  Object.fromEntries(
    [...names]
      .sort((one, other) => (one < other ? -1 : 1))
      .flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])),
  );

const permissionMap = z.object({
  permissions: z.record(
    z.string(),
    z.object({
      pathSets: z.array(
        z.object({
          schemeKeys: z.array(z.string()),
          methods: z.array(z.string()),
          paths: z.record(z.string(), z.string()),
        }),
      ),
    }),
  ),
});

/** Path in lower case → application roles that open it for reading, or of these the ones that are marked as least. */
function readPermissions(json: unknown, which: 'all' | 'least'): Record<string, string[]> {
  const roles: Record<string, string[]> = {};
  for (const [role, { pathSets }] of Object.entries(permissionMap.parse(json).permissions)) {
    for (const { schemeKeys, methods, paths } of pathSets) {
      if (!schemeKeys.includes('Application') || !methods.includes('GET')) continue;
      for (const [written, mark] of Object.entries(paths)) {
        const path = written.toLowerCase();
        if (which === 'least' && !/\bleast=[\w,]*\bApplication\b/.test(mark)) continue;
        if (PERMISSION_PATHS.test(path)) roles[path] = [...new Set([...(roles[path] ?? []), role])];
      }
    }
  }
  return only(roles, Object.keys(roles));
}

const [
  ,
  ,
  path = '../shared/msgraph-metadata/v1.0-cleanMetadata.xml',
  output = fileURLToPath(new URL('./csdl-extract.json', import.meta.url)),
  namesOutput = fileURLToPath(new URL('../microsoft-graph/property-names.json', import.meta.url)),
] = process.argv;
const beside = (name: string): string => readFileSync(join(dirname(path), name), 'utf8');
const metadata = readMetadata(readFileSync(path, 'utf8'));
const kept = reachable(metadata.types);
const mentioned = [...kept].flatMap((name) => Object.values(metadata.types[name]?.properties ?? {}).map(bare));
const extract: Extract = {
  source: [
    'microsoftgraph/msgraph-metadata, clean v1.0 CSDL, commit f54f11b60956ea7b185ca0447b2b80805836ec7b, 2026-08-20',
    'microsoftgraph/microsoft-graph-devx-content, permissions.json, commit 6cbd6bbd665a877560fdefbad74f3bdb5b57af88, 2026-08-07',
  ],
  licence: [beside('LICENSE'), beside('LICENSE.devx-content')],
  sets: only(metadata.sets, SETS),
  singletons: only(metadata.singletons, SINGLETONS),
  types: only(metadata.types, kept),
  enums: only(metadata.enums, new Set(mentioned)),
  functions: metadata.functions.filter(({ on }) => kept.has(bare(on))),
  permissions: readPermissions(JSON.parse(beside('graph-permissions.json')), 'all'),
  least: readPermissions(JSON.parse(beside('graph-permissions.json')), 'least'),
};
const names = Object.fromEntries(LOOKED_THROUGH.map((type) => [type, namesOf(type, metadata.types)]));

/** One line for each entry: small enough to commit, and a change in Microsoft's metadata reads as a line in the diff. */
function write(file: string, content: object): void {
  const lines = Object.entries(content).map(([key, value]: [string, unknown]) => {
    const inner = Array.isArray(value)
      ? value.map((each) => JSON.stringify(each))
      : Object.entries(value ?? {}).map(([name, each]) => `${JSON.stringify(name)}:${JSON.stringify(each)}`);
    const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
    return `${JSON.stringify(key)}:${open}\n${inner.join(',\n')}\n${close}`;
  });
  writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
}

write(output, extract);
write(namesOutput, {
  source: extract.source.slice(0, 1),
  licence: extract.licence.slice(0, 1),
  types: only(names, LOOKED_THROUGH),
});
