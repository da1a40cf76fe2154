import { constants } from 'node:fs';
import { link, mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from '../failure.ts';

const KEY_FOLDER = 'The key folder';

/**
 * Writes a new file so that it is there whole or not at all, whatever happens meanwhile, and never in place of another:
 * written beside, flushed, linked to its name, and the folder flushed. Mode 0600.
 *
 * @param folder how a refusal names where it lies
 * @param nonce random text for the name beside; the same name is cleaned up by whoever shreds
 * @returns false, and nothing changed, where the name is taken
 * @throws Failure 'folder-unwritable'
 */
export async function writeOnce(
  path: string,
  content: string | Uint8Array,
  nonce: string,
  folder = KEY_FOLDER,
): Promise<boolean> {
  const beside = `${path}.${nonce}.part`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    // One left by a crash may have other rights.
    await removeIfThere(beside);
    await flushed(beside, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, content);
    try {
      await link(beside, path);
    } catch (error) {
      if (hasCode(error, 'EEXIST')) return false;
      throw error;
    } finally {
      await unlink(beside);
    }
    await flushFolder(dirname(path));
    return true;
  } catch (error) {
    throw unwritable(error, folder);
  }
}

/**
 * Puts a new content in place of a file's: whatever happens meanwhile, the old one is there or the new one.
 *
 * @throws Failure 'folder-unwritable'
 */
export async function replaceFile(path: string, content: string, nonce: string): Promise<void> {
  const beside = `${path}.${nonce}.part`;
  try {
    await removeIfThere(beside);
    await flushed(beside, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, content);
    await rename(beside, path);
    await flushFolder(dirname(path));
  } catch (error) {
    throw unwritable(error);
  }
}

/** A file's bytes; undefined where there is none. */
export async function readIfThere(path: string, folder = KEY_FOLDER): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw unreadable(error, folder);
  }
}

/**
 * Overwrites a file with zeroes, flushes, and removes it. Nothing happens where there is none. On media that copy on
 * write the overwriting may miss the old bytes; the key inside is wrapped, which is why it is done at all and not
 * relied upon.
 */
export async function shredFile(path: string): Promise<void> {
  try {
    const { size } = await stat(path);
    await flushed(path, constants.O_WRONLY, Buffer.alloc(size));
    await unlink(path);
    await flushFolder(dirname(path));
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw unwritable(error);
  }
}

async function removeIfThere(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}

async function flushed(path: string, flags: number, content: string | Uint8Array): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A name is lasting only when the folder that holds it is flushed. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(join(folder, '.'), constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function unwritable(error: unknown, folder = KEY_FOLDER): unknown {
  if (error instanceof Failure || !(error instanceof Error) || !('code' in error)) return error;
  return new Failure(
    'folder-unwritable',
    `${folder} cannot be written: check its owner, its rights and the space left.`,
  );
}

function unreadable(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  return new Failure('folder-unwritable', `${folder} cannot be read: check its owner and its rights.`);
}
