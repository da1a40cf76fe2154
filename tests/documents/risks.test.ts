import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { measureOf, RISKS } from '../../connector/documents/risks.ts';

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
