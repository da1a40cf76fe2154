import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
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

/**
 * Builds the tab with Vite when its sources changed since the last build, in a process of its own so that the server
 * answers meanwhile.
 *
 * @returns whether it had to be built
 * @throws Failure 'bad-input' when Vite refuses; its own words are on the error's cause
 */
export async function buildTabIfChanged(): Promise<boolean> {
  const stamp = join(TAB_FOLDER, '.built-from');
  const now = sourcesDigest();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false;
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  try {
    await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'error', 'teams-app'], { cwd: ROOT });
  } catch (error) {
    throw new Failure('bad-input', 'The tab could not be built: run `npx vite build teams-app` to see why.', {
      cause: error,
    });
  }
  writeFileSync(stamp, now);
  return true;
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
