import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PERMISSIONS_PAGE, permissionsPage } from '../../connector/microsoft-graph/permissions-page.ts';
import { selectedFields } from '../../connector/microsoft-graph/source-declaration.ts';
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

  test('no role can write, and none reads content', () => {
    const roles = SOURCE_DECLARATIONS.flatMap(({ permissions }) => permissions.map(({ role }) => role));
    expect(roles.filter((role) => /Write|Mail\.Read\b(?!Basic)|Directory\.|Chat|Calendars/.test(role))).toEqual([]);
  });

  test('no field that names or quotes is read', () => {
    const fields = SOURCE_DECLARATIONS.flatMap(({ fields }) => fields.map(({ field }) => field));
    expect(
      fields.filter((field) => /subject|body|preview|displayName|emailAddress\/name|Display Name/i.test(field)),
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
describe.skipIf(!existsSync(MAP))("Microsoft's own permission map (skipped where it is not at hand)", () => {
  test.each(SOURCE_DECLARATIONS.map((source) => [source.name, source] as const))(
    'opens %s by what it declares',
    (_, source) => {
      const { permissions } = permissionMap.parse(JSON.parse(readFileSync(MAP, 'utf8')));
      const path = source.endpoint
        .toLowerCase()
        .replace('/microsoft.graph.user', '')
        .replace('sentitems', '{id}')
        .replace("'d7'", '{date}')
        .replaceAll(/\{(?!id\})\w+\}/g, (value) => (value === '{date}' ? '{value}' : '{id}'));
      const opens = source.permissions.some(({ role }) =>
        permissions[role]?.pathSets.some(
          ({ schemeKeys, methods, paths }) =>
            schemeKeys.includes('Application') &&
            methods.includes('GET') &&
            Object.keys(paths).some((each) => each.toLowerCase() === path),
        ),
      );
      expect(opens, path).toBe(true);
    },
  );
});
