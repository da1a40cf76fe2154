import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Names every other file of the build, so that it is put in place last. */
const PAGE = 'index.html';
const MADE_FOR_THIS_BUILD = 'assets/';

/**
 * Puts a build in the place of the one before under a running server: file by file, each at once, and the page last, so
 * that the page names nothing that is not there. What the build before had stays, for pages that are open; what is older
 * goes.
 *
 * @param next a folder on the same file system; afterwards it is gone
 * @param folder where the build is served from; may hold none yet
 * @param before paths inside `folder` that the build before has
 * @returns paths inside `folder` that this build has
 */
export function swapBuild(next: string, folder: string, before: readonly string[]): string[] {
  const files = filesIn(next);
  for (const file of files.toSorted((one, other) => Number(one === PAGE) - Number(other === PAGE))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    renameSync(join(next, file), join(folder, file));
  }
  rmSync(next, { recursive: true });
  const kept = new Set([...files, ...before]);
  for (const file of filesIn(folder))
    if (file.startsWith(MADE_FOR_THIS_BUILD) && !kept.has(file)) rmSync(join(folder, file));
  return files;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}
