import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { swapBuild } from '../connector/build-swap.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PAGE = 'index.html';

function buildOf(folder: string, name: string, files: Readonly<Record<string, string>>): string {
  const next = join(folder, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(next, file)), { recursive: true });
    writeFileSync(join(next, file), text);
  }
  return next;
}

it('leaves a page that is open the files it names, through the next build and not beyond', () => {
  const folder = temporaryFolder();
  const served = join(folder, 'dist');
  const put = (number: number, before: readonly string[]): string[] => {
    const own = `assets/screen-${number}.js`;
    return swapBuild(buildOf(served, `.next-${number}`, { [PAGE]: own, [own]: '', 'icon.svg': '' }), served, before);
  };
  const has = (number: number): boolean => existsSync(join(served, `assets/screen-${number}.js`));

  const first = put(1, []);
  expect(first.toSorted()).toEqual(['assets/screen-1.js', 'icon.svg', PAGE]);
  const second = put(2, first);
  expect([1, 2].map(has)).toEqual([true, true]);
  put(3, second);
  expect([1, 2, 3].map(has)).toEqual([false, true, true]);
  expect(readFileSync(join(served, PAGE), 'utf8')).toBe('assets/screen-3.js');
  expect(existsSync(join(served, '.next-3'))).toBe(false);
});

it('puts the page last: one that cannot be put in place leaves the page before', () => {
  const served = join(temporaryFolder(), 'dist');
  swapBuild(buildOf(served, '.next-1', { [PAGE]: 'first', 'assets/a.js': '' }), served, []);
  // A folder stands where a file should.
  mkdirSync(join(served, 'assets', 'b.js', 'in the way'), { recursive: true });
  const next = buildOf(served, '.next-2', { [PAGE]: 'second', 'assets/b.js': '' });
  expect(() => swapBuild(next, served, ['assets/a.js'])).toThrow();
  expect(readFileSync(join(served, PAGE), 'utf8')).toBe('first');
  expect(existsSync(join(served, 'assets', 'a.js'))).toBe(true);
});
