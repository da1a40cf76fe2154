import { Failure } from '../failure.ts';

const BUSY = 5;
const LOCKED = 6;
const READ_ONLY = 8;
const DISK = 10;
const DAMAGED = 11;
const FULL = 13;
const CANNOT_OPEN = 14;
const NOT_A_DATABASE = 26;

/**
 * Does something with the database and turns what SQLite reports into a failure with an owner. Errors that are ours, a
 * broken constraint for instance, pass through; SQLite's own texts name columns, never values.
 *
 * @throws Failure 'damaged-database', 'folder-unwritable' or 'already-running'
 * @see https://www.sqlite.org/rescode.html
 */
export function guarded<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw failureOf(error) ?? error;
  }
}

function failureOf(error: unknown): Failure | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  // The low byte is the family; the rest says which of its members.
  switch (error.errcode & 0xff) {
    case DAMAGED:
    case NOT_A_DATABASE:
      return damaged(error);
    case READ_ONLY:
    case DISK:
    case FULL:
    case CANNOT_OPEN:
      return new Failure(
        'folder-unwritable',
        'The database cannot be written: look whether the data folder is on a full or read-only disk. Nothing half done was kept.',
        { cause: error },
      );
    case BUSY:
    case LOCKED:
      return new Failure(
        'already-running',
        'Another process is using the database: wait until it is done, then try again.',
        {
          cause: error,
        },
      );
    default:
      return undefined;
  }
}

/** What is said of a file that is no database, is broken, or is somebody else's. */
export function damaged(cause?: unknown): Failure {
  return new Failure(
    'damaged-database',
    'A file in the data folder is damaged or is not a Samspill database: put back a backup, or move the data folder away to begin anew. Nothing was changed.',
    { cause },
  );
}
