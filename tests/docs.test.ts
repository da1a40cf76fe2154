import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ROLES } from '../connector/api/answers.ts';
import { FAILURES } from '../connector/failure.ts';
import { parseScope } from '../connector/privacy/scope.ts';
import { SETTING_NAMES } from '../connector/settings.ts';

/** What the pages for people say is held to what the product does. */
const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

function firstColumn(page: string, heading: string): string[] {
  const table = page.slice(page.indexOf(heading)).split('\n\n')[0] ?? '';
  return [...table.matchAll(/^ *\| +`([^`]+)`/gm)].map(([, cell = '']) => cell);
}

describe('for the administrator', () => {
  const install = read('manifest/INSTALL.md');
  const permission = /([A-Z][A-Za-z]+\.Read[A-Za-z]*\.All)[^\n]*?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/g;
  const permissionsOf = (page: string): string[] =>
    [...new Set([...page.matchAll(permission)].map(([, role = '', id = '']) => `${role} ${id}`))].toSorted();

  test('the permissions to grant are those the readers ask for, with the same ids', () => {
    expect(permissionsOf(install)).toEqual(permissionsOf(read('connector/microsoft-graph/PERMISSIONS.md')));
    expect(permissionsOf(install)).not.toEqual([]);
  });

  test('the roles to create are those the API knows', () => {
    expect(firstColumn(install, '| Value')).toEqual([...ROLES]);
  });

  test('every setting named is a setting', () => {
    const pages = install + read('docs/administrator.md') + read('docs/privacy-officer.md');
    const named = pages.match(/SAMSPILL_[A-Z0-9_]+/g) ?? [];
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !SETTING_NAMES.includes(name))).toEqual([]);
  });

  test('every code explained is one there is', () => {
    const codes = [...read('docs/administrator.md').matchAll(/`([a-z]+(?:-[a-z]+)+|[a-z]+ed|unreachable)`/g)];
    const named = codes.map(([, code = '']) => code);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((code) => !(code in FAILURES))).toEqual([]);
  });
});

describe('for the privacy officer', () => {
  const page = read('docs/privacy-officer.md');
  const [, example = ''] = /```json\n([\s\S]+?)```/.exec(page) ?? [];

  test('the scope shown is one that is taken', () => {
    const shown: unknown = JSON.parse(example);
    expect(parseScope(shown)).toEqual(shown);
  });

  test('every field that is decided is explained', () => {
    const fields = Object.keys(parseScope(JSON.parse(example)));
    expect(firstColumn(page, '| Field')).toEqual(fields.filter((f) => f !== 'version' && f !== 'organisation'));
  });
});
