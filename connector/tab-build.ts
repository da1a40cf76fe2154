import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { swapBuild } from './build-swap.ts';
import { Failure } from './failure.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SOURCES = [
  'teams-app/**/*.{ts,tsx,html,css,svg}',
  'connector/api/*answers.ts',
  'connector/documents/words/nb/reasons.ts',
  'package-lock.json',
];

/** Where the built tab lies. */
export const TAB_FOLDER = join(ROOT, 'teams-app', 'dist');
/** What the build was made from, and on the lines after it the files it has. */
const STAMP = join(TAB_FOLDER, '.built-from');

/**
 * Builds the tab with Vite when its sources changed since the last build, in a process of its own so that the server
 * answers meanwhile, and beside the last build, so that pages that are open find their files.
 *
 * @returns whether it had to be built
 * @throws Failure 'bad-input' when Vite refuses; its own words are on the error's cause
 */
export async function buildTabIfChanged(): Promise<boolean> {
  const [builtFrom, ...before] = readLines(STAMP);
  const now = sourcesDigest();
  if (builtFrom === now) return false;
  mkdirSync(TAB_FOLDER, { recursive: true });
  const next = mkdtempSync(join(TAB_FOLDER, '.next-'));
  try {
    await buildInto(next);
    writeFileSync(STAMP, [now, ...swapBuild(next, TAB_FOLDER, before)].join('\n'));
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
  return true;
}

async function buildInto(folder: string): Promise<void> {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--logLevel', 'error', '--emptyOutDir', '--outDir', folder, 'teams-app'];
  try {
    await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  } catch (error) {
    throw new Failure('bad-input', 'The tab could not be built: run `npx vite build teams-app` to see why.', {
      cause: error,
    });
  }
}

function readLines(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
}

function sourcesDigest(): string {
  const digest = createHash('sha256');
  const files = globSync(SOURCES, { cwd: ROOT, exclude: (name) => name === 'dist' || name === 'node_modules' });
  for (const file of files.toSorted())
    digest
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)));
  return digest.digest('hex');
}
