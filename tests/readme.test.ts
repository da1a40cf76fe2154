import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { HEAVIEST_BYTES, README_PICTURES } from './browser/readme-pictures.ts';

const HOUSE = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string): string => readFileSync(join(HOUSE, path), 'utf8');
const stands = (path: string): boolean => existsSync(join(HOUSE, path));

const LEFT_OUT = new Set(['node_modules', '.git', 'dist', 'coverage', '.samspill', 'screenshots']);
const BINARY = new Set(['.png', '.zip', '.ico', '.woff2', '.sqlite']);

function walk(folder: string): string[] {
  return readdirSync(join(HOUSE, folder), { withFileTypes: true })
    .filter((entry) => !LEFT_OUT.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return walk(path);
      return entry.isFile() ? [path] : [];
    });
}

const files = walk('');
const pages = files.filter((file) => file.endsWith('.md'));
const readme = read('README.md');

function all(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, found = '']) => found))];
}

describe('the README', () => {
  test('names no script that is not there', () => {
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));
    const named = ['start', 'test', ...all(readme, /npm run (?:-s )?([\w:-]+)/g)];
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
    expect(readme).toContain('npm ci && npm start\n');
    expect(readme).toContain('npm ci && npm test\n');
  });

  test('names every command there is, and no other', () => {
    const help = execFileSync(process.execPath, ['connector/launch.mjs', '--help'], { cwd: HOUSE, encoding: 'utf8' });
    const offered = all(help.slice(help.indexOf('Commands:')), /^ {2}([a-z]+) /gm).filter((name) => name !== 'help');
    expect(all(readme, /npm run -s samspill -- ([a-z]+)/g).toSorted()).toEqual(offered.toSorted());
  });

  test('shows every picture that is made for it, none too heavy, and no other', () => {
    const pictures = all(readme, /!\[[^\]]+\]\(([^)]+)\)/g);
    expect(pictures).toEqual([...README_PICTURES.keys()].map((file) => `docs/pictures/${file}`));
    expect(readdirSync(join(HOUSE, 'docs/pictures')).toSorted()).toEqual([...README_PICTURES.keys()].toSorted());
    expect(pictures.filter((picture) => statSync(join(HOUSE, picture)).size > HEAVIEST_BYTES)).toEqual([]);
  });

  test('sends nobody who wants to change something to a place that is not there', () => {
    const table = readme.slice(readme.indexOf('| To change'), readme.indexOf('## Commands'));
    const rows = table
      .split('\n')
      .slice(2)
      .filter((line) => line.startsWith('|'));
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      const places = all(row, /`([^`]+)`/g);
      const [first = ''] = places;
      const missing = places.filter((p) => ![p, join(dirname(first), p), join(first, p)].some(stands));
      expect(missing, row).toEqual([]);
    }
  });

  test('tells the journey in ten lines, and wears no badge', () => {
    const journey = readme.slice(readme.indexOf('## The way of one message'), readme.indexOf('## To change'));
    expect(all(journey, /^(\d+)\. /gm)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    expect(readme).not.toMatch(/shields\.io|badge/);
  });
});

describe('the changelog', () => {
  test('begins every version with what we read and keep', () => {
    const versions = read('CHANGELOG.md').split(/^## /m).slice(1);
    expect(versions.length).toBeGreaterThan(0);
    for (const version of versions) expect(version.split('\n').filter(Boolean)[1]).toBe('### What we read and keep');
  });

  test('names every permission that is asked for, and no other', () => {
    const [newest = ''] = read('CHANGELOG.md').split(/^## /m).slice(1);
    const asked = all(read('connector/microsoft-graph/PERMISSIONS.md'), /\b([A-Z][A-Za-z]+\.Read[A-Za-z]*\.All)\b/g);
    expect(asked.length).toBeGreaterThan(0);
    expect(all(newest, /`([A-Z][A-Za-z]+\.Read[A-Za-z]*\.All)`/g).toSorted()).toEqual(asked.toSorted());
  });
});

describe('every page', () => {
  test.each(pages)('%s links to nothing that is missing', (page) => {
    const links = all(read(page), /\]\(([^)#\s]+)(?:#[^)]*)?\)/g).filter((link) => !/^[a-z]+:/.test(link));
    expect(links.filter((link) => !stands(join(dirname(page), link)))).toEqual([]);
  });
});

test('no file holds a path of the machine it was written on', () => {
  const absolute = /(?<![\w.:/~-])\/(?:work|home|root|Users|tmp)\/[\w.]|\b[A-Z]:\\Users\\/;
  expect(['', 'home', 'kari', 'samspill'].join('/')).toMatch(absolute);
  expect('https://samspill.kommune.no/home/overview').not.toMatch(absolute);
  const guilty = files.filter((file) => !BINARY.has(extname(file)) && absolute.test(read(file)));
  expect(guilty).toEqual([]);
});
