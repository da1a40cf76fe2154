import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Failure } from '../failure.ts';

const DATABASE = 'SQLite format 3\u0000';
const ONLY_RELEASED = 'what Samspill holds about people is measured only into a release.';

/**
 * Refuses what is no network file: any database, the data folder, and whatever cannot be read.
 *
 * @throws Failure 'bad-input' naming the file
 */
export function refuseOwnData(path: string): void {
  const name = basename(path);
  refuseDataFolder(path);
  let head: string;
  try {
    head = beginningOf(path);
  } catch (error) {
    throw new Failure('bad-input', `${name} cannot be read: expected a readable file.`, { cause: error });
  }
  if (head === DATABASE)
    throw new Failure('bad-input', `${name} is a database. Give a network file of an analysis: ${ONLY_RELEASED}`);
}

/**
 * Neither read nor written to: the folder with the product's decisions in it, or that of its periods.
 *
 * @throws Failure 'bad-input'; nothing where the path is no folder, or another one
 */
export function refuseDataFolder(path: string): void {
  if (!existsSync(path) || !statSync(path).isDirectory()) return;
  const folder = basename(path) === 'periods' ? join(path, '..') : path;
  if (existsSync(join(folder, 'samspill.sqlite')))
    throw new Failure(
      'bad-input',
      `This is Samspill’s own data folder. Name a file or folder of an analysis: ${ONLY_RELEASED}`,
    );
}

function beginningOf(path: string): string {
  const head = Buffer.alloc(DATABASE.length);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
  return head.toString('latin1');
}
