import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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

test('every run-time dependency is imported by the product, or its files are read; node, which runs it, aside', () => {
  const cwd = fileURLToPath(new URL('../', import.meta.url));
  const sources = globSync(['connector/**/*.ts', 'manifest/**/*.ts', 'teams-app/**/*.{ts,tsx}'], { cwd });
  const product = sources.map((file) => read(file)).join('\n');
  const unused = lines(atRunTime).filter(
    (name) => !new RegExp(`(from|import\\() ?'${name}[/']|resolve\\(\`${name}/`).test(product),
  );
  expect(unused).toEqual(['node']);
});

test('versions are exact: the same words always install the same things', () => {
  for (const version of Object.values({ ...product.dependencies, ...product.devDependencies })) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  }
});
