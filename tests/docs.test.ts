import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ROLES } from '../connector/api/answers.ts';
import { FAILURES } from '../connector/failure.ts';
import { parseScope } from '../connector/privacy/scope.ts';
import { SETTING_NAMES } from '../connector/settings.ts';
import { accessibilityWords } from '../teams-app/words/accessibility.ts';

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

  test('what a refusal asks to be consented to stands there', () => {
    expect(read('connector/api/bridge-builder.ts')).toContain('the delegated permission profile');
    expect(install).toContain('**Delegated permissions** › `profile`');
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

describe('for everybody', () => {
  const page = read('docs/accessibility-statement.md');

  test('the accessibility statement is of the day that the tab says', () => {
    const dated = accessibilityWords('nb').parts.flatMap(({ text }) => text.filter((part) => /\d{4}\.$/.test(part)));
    expect(dated).toHaveLength(1);
    expect(page).toContain(dated[0]?.replaceAll('\u00a0', ' '));
  });

  test('each requirement of it is held by a test that is there', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('| ') && /\d\.\d\.\d/.test(line));
    expect(rows.length).toBeGreaterThan(8);
    for (const row of rows) {
      const files = [...row.matchAll(/`(?:tests\/browser\/)?([\w/-]+\.test\.ts)`/g)].map(([, file = '']) => file);
      expect(files, row).not.toEqual([]);
      for (const file of files)
        expect(() => read(file.startsWith('tests/') ? file : `tests/browser/${file}`)).not.toThrow();
    }
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
