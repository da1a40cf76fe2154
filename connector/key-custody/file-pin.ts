import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import type { LedgerPin, PinnedHead } from './ledger-pin.ts';
import { readPinnedHead } from './pinned-head.ts';
import { readIfThere, writeOnce } from './safe-file.ts';

const NUMBER = /^(\d{4,})\.json$/;

/**
 * A pin in a folder: one small file for each release, written once and never replaced, so that of two installations
 * that draw at once only the first can pin. Tenants may share a folder.
 *
 * @param options.folder outside the data folder and what its backups hold; made when missing
 * @param options.random for names beside, while a file is written
 */
export function filePin(options: {
  readonly folder: string;
  readonly tenantId: string;
  readonly random: (size: number) => Uint8Array;
}): LedgerPin {
  const prefix = `${options.tenantId.toLowerCase()}-release-`;
  const pathOf = (releases: number): string =>
    join(options.folder, `${prefix}${String(releases).padStart(4, '0')}.json`);
  const noted = async (releases: number): Promise<PinnedHead | undefined> => {
    const bytes = await readIfThere(pathOf(releases), 'The folder of the ledger’s pin');
    return bytes === undefined ? undefined : readPinnedHead(bytes.toString('utf8'), releases);
  };
  return {
    read: async () => {
      const newest = Math.max(0, ...(await numbersIn(options.folder, prefix)));
      return newest === 0 ? undefined : noted(newest);
    },
    write: async (head) => {
      const beside = Buffer.from(options.random(8)).toString('hex');
      await writeOnce(pathOf(head.releases), `${JSON.stringify(head)}\n`, beside, 'The folder of the ledger’s pin');
      const [held, newest] = [await noted(head.releases), Math.max(...(await numbersIn(options.folder, prefix)))];
      if (held?.releaseHead !== head.releaseHead || newest > head.releases) throw pinnedByAnother();
    },
  };
}

async function numbersIn(folder: string, prefix: string): Promise<number[]> {
  const names = await readdir(folder).catch((error: unknown): string[] => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new Failure('folder-unwritable', 'The folder of the ledger’s pin cannot be read: check who may.', {
      cause: error,
    });
  });
  return names
    .filter((name) => name.startsWith(prefix))
    .map((name) => NUMBER.exec(name.slice(prefix.length))?.[1])
    .filter((number) => number !== undefined)
    .map(Number);
}

export function pinnedByAnother(): Failure {
  return new Failure(
    'ledger-broken',
    'Another installation of this tenant has pinned a release meanwhile: what this one drew is never shown. Work on with that one.',
  );
}
