import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { TAB_FOLDER } from '../../connector/tab-build.ts';
import { inTeamsWords } from '../../teams-app/words/in-teams.ts';
import { nb } from '../../teams-app/words/nb.ts';
import { scriptsOf } from './initial-script.ts';

const LARGEST_BYTES = 200_000;

const initial = scriptsOf(readFileSync(join(TAB_FOLDER, 'index.html'), 'utf8'));
const read = (path: string): string => readFileSync(join(TAB_FOLDER, path), 'utf8');

it('what is fetched before anything is drawn is at most 200 kB gzip', () => {
  expect(initial.length).toBeGreaterThan(0);
  const sizes = initial.map((path) => gzipSync(read(path), { level: 9 }).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(LARGEST_BYTES);
});

it('screens and teams-js come when they are needed', () => {
  const said = initial.map(read).join('');
  expect(said).toContain(nb.entry.title);
  // A sentence out of teams-js, and one of a screen of its own.
  expect(said).not.toContain('No Parent window found');
  expect(said).not.toContain(inTeamsWords('nb').setUp.title);
  expect(readdirSync(join(TAB_FOLDER, 'assets')).length).toBeGreaterThan(initial.length + 10);
});
