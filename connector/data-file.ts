import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFile } from './collection-run.ts';
import { Failure } from './failure.ts';

/**
 * Reads files that somebody laid into the data folder.
 *
 * @param folder the data folder
 * @returns takes a path below it, as `parseScope` has let it through
 * @throws Failure 'bad-setting' where it is not there or may not be read; its name is not repeated
 */
export function dataFileReader(folder: string): (path: string) => Promise<DataFile> {
  return async (path) => {
    const file = join(folder, path);
    try {
      const [bytes, { mtimeMs }] = await Promise.all([readFile(file), stat(file)]);
      return { bytes, changedAt: mtimeMs };
    } catch (error) {
      throw new Failure(
        'bad-setting',
        'A file of HR that the scope names cannot be read: put it into the data folder under that name, and let this account read it.',
        { cause: error },
      );
    }
  };
}
