import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PERMISSIONS_PAGE, permissionsPage } from '../../connector/microsoft-graph/permissions-page.ts';
import { selectedFields } from '../../connector/microsoft-graph/source-declaration.ts';
import type { SourceDeclaration } from '../../connector/microsoft-graph/source-declaration.ts';
import { SOURCE_DECLARATIONS } from '../../connector/microsoft-graph/source-declarations.ts';

describe('what is asked of Microsoft Graph', () => {
  test('the page says what the declarations say', () => {
    expect(
      readFileSync(PERMISSIONS_PAGE, 'utf8'),
      'run `node_modules/.bin/node connector/microsoft-graph/permissions-page.ts` to write it anew',
    ).toBe(permissionsPage());
  });

  test('every role and every field of every source is on the page', () => {
    for (const { endpoint, permissions, fields } of SOURCE_DECLARATIONS) {
      expect(permissionsPage()).toContain(endpoint);
      for (const { role, id } of permissions) expect(permissionsPage()).toContain(`\`${role}\` (${id})`);
      for (const { field, reason } of fields) expect(permissionsPage()).toContain(`- \`${field}\`: ${reason}`);
    }
  });

  test('no role can write, and none reads content but that of chat messages, which says so', () => {
    const readers = SOURCE_DECLARATIONS.filter(({ permissions }) =>
      permissions.some(({ role }) =>
        /Write|(?:Mail|Calendars|Chat|ChatMessage)\.Read\b(?!Basic)|Directory\./.test(role),
      ),
    );
    expect(readers.map(({ name }) => name)).toEqual(['chat-messages']);
    expect(readers[0]!.unasked).toContain('body');
    expect(permissionsPage()).toContain('dropped in the parser: `body`, `subject`');
  });

  test('no field that names or quotes is read', () => {
    const fields = SOURCE_DECLARATIONS.flatMap(({ fields }) => fields.map(({ field }) => field));
    expect(
      fields.filter((field) =>
        /subject|body|topic|preview|displayName|emailAddress\/name|Display Name|IP$/i.test(field),
      ),
    ).toEqual([]);
  });

  test('an annotation is read but not selected; one root is selected once', () => {
    const fields = ['@odata.type', 'sender/emailAddress/address', 'sender/other', 'isDraft'].map((field) => ({
      field,
      reason: '',
    }));
    expect(selectedFields({ name: '', endpoint: '', permissions: [], fields })).toEqual(['sender', 'isDraft']);
  });
});

const pathSet = z.object({
  schemeKeys: z.array(z.string()),
  methods: z.array(z.string()),
  paths: z.record(z.string(), z.string()),
});
const permissionMap = z.object({ permissions: z.record(z.string(), z.object({ pathSets: z.array(pathSet) })) });
const MAP = '../shared/msgraph-metadata/graph-permissions.json';
/** Where the map is silent or speaks of another role, and what Microsoft's own pages say of it (graph-facts §1.1 and §8). */
const MAP_SAYS: Readonly<Record<string, { readonly role?: string; readonly path?: string }>> = {
  // The map has the path under the delegated role's name; the application role's own entry has no path at all.
  meetings: { role: 'Calendars.ReadBasic' },
  // The list and its participants are younger than the map, which has a single record.
  calls: { path: '/communications/callrecords/{id}' },
  'call-participants': { path: '/communications/callrecords/{id}' },
};
describe.skipIf(!existsSync(MAP))("Microsoft's own permission map (skipped where it is not at hand)", () => {
  const { permissions } = existsSync(MAP)
    ? permissionMap.parse(JSON.parse(readFileSync(MAP, 'utf8')))
    : { permissions: {} };
  const opens = (role: string, path: string): boolean =>
    permissions[role]?.pathSets.some(
      ({ schemeKeys, methods, paths }) =>
        schemeKeys.includes('Application') &&
        methods.includes('GET') &&
        Object.keys(paths).some((each) => each.toLowerCase() === path),
    ) ?? false;
  const pathOf = ({ endpoint }: SourceDeclaration): string =>
    endpoint
      .toLowerCase()
      .replace('/microsoft.graph.user', '')
      .replace('sentitems', '{id}')
      .replace("'d7'", '{date}')
      .replaceAll(/\{(?!id\})\w+\}/g, (value) => (value === '{date}' ? '{value}' : '{id}'));

  test.each(SOURCE_DECLARATIONS.map((source) => [source.name, source] as const))(
    'opens %s by what it declares',
    (name, source) => {
      const { role, path = pathOf(source) } = MAP_SAYS[name] ?? {};
      const roles = role === undefined ? source.permissions.map((permission) => permission.role) : [role];
      expect(
        roles.some((each) => opens(each, path)),
        path,
      ).toBe(true);
    },
  );

  test.each(Object.keys(MAP_SAYS))('is still silent about %s', (name) => {
    const source = SOURCE_DECLARATIONS.find((each) => each.name === name);
    expect(source?.permissions.some(({ role }) => opens(role, pathOf(source)))).toBe(false);
  });
});
