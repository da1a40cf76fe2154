import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { measureOf, PROMISES, RISKS } from '../../connector/documents/risks.ts';

const measures = [...new Set(Object.values(RISKS).flat())].map(measureOf);

test('every risk that has to be looked at has at least three measures, and every measure is used', () => {
  expect(Object.keys(RISKS)).toHaveLength(8);
  for (const names of Object.values(RISKS)) expect(names.length).toBeGreaterThanOrEqual(3);
});

test.each(measures)('$name is held by a test that exists and bears that name', ({ file, test: name }) => {
  const path = new URL(`../../${file}`, import.meta.url);
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path, 'utf8')).toContain(`'${name}'`);
});

test('every risk has promises, and each stands in PRIVACY.md word for word beside tests that exist', () => {
  const page = readFileSync(new URL('../../connector/privacy/PRIVACY.md', import.meta.url), 'utf8');
  const rows = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  expect(Object.keys(PROMISES)).toEqual(Object.keys(RISKS));
  for (const promise of Object.values(PROMISES).flat()) {
    const [, , held = ''] = rows.find(([, first]) => first === promise) ?? [];
    const files = [...held.matchAll(/`([^`]+)`/g)].map(([, file]) => file);
    expect([promise, files.length > 0]).toEqual([promise, true]);
    for (const file of files) expect(existsSync(new URL(`../../${file ?? ''}`, import.meta.url))).toBe(true);
  }
});

test('what can be attacked is held by attacks that are tried: on people, filters, files and the budget', () => {
  const tried = (risk: string): string[] =>
    (RISKS[risk] ?? []).filter((name) => measureOf(name).file.includes('/attacks/'));
  for (const risk of ['singled-out', 'creep', 'misuse', 'breach']) expect(tried(risk)).not.toEqual([]);
});
