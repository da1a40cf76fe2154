import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const names = z.record(z.string(), z.string());
const product = z.object({ dependencies: names, devDependencies: names }).parse(JSON.parse(read('package.json')));

const [atRunTime = '', whileDeveloping = ''] = read('docs/dependencies.md').split('## ').slice(1);

/** The packages a section has a line for, in its order. */
function lines(section: string): string[] {
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, name = '']) => name);
}

test('every run-time dependency has its line, and no line is stale', () => {
  expect(lines(atRunTime)).toEqual(Object.keys(product.dependencies));
});

test('so has every other one', () => {
  expect(lines(whileDeveloping)).toEqual(Object.keys(product.devDependencies));
});

test('versions are exact: the same words always install the same things', () => {
  for (const version of Object.values({ ...product.dependencies, ...product.devDependencies })) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  }
});
