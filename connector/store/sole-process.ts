import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Failure } from '../failure.ts';

/**
 * Makes this process the only one that plays a data folder, until it lets go or ends in whatever way: the lock is the
 * system's, so that nothing is left to wait for after a crash. An empty file `in-use` stays in the folder.
 *
 * @returns how to let go
 * @throws Failure 'already-running' when another process is at it
 */
export function soleProcess(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, 'in-use'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new Failure(
      'already-running',
      'Another demo plays in this data folder: stop that one first, or give another folder with --data.',
    );
  }
  return () => {
    lock.close();
  };
}
