import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { folderCustody, nonce } from './folder-custody.ts';
import type { KeyCustody } from './key-custody.ts';
import { DEMO_MARK, KEY_BYTES } from './key-strength.ts';
import { localKeeper, readLocalKey } from './local-keeper.ts';
import { shredFile, writeOnce } from './safe-file.ts';

const KEY_ENCRYPTION_KEY = 'key-encryption.key';
/** The name to which an administrator renames the key-encryption key to have another made and everything wrapped anew. */
const OLD_KEY = 'key-encryption.old.key';

export interface FileCustodyOptions {
  /** Made when missing, mode 0700. */
  readonly folder: string;
  /** Cryptographic randomness. */
  readonly random: (size: number) => Uint8Array;
  /** Milliseconds since 1970, for the note a shredded key leaves. */
  readonly now: () => number;
  /** For how many days backups are kept; undefined where nobody has said. */
  readonly backupDays?: number | undefined;
  /** Makes a key-encryption key that no custody of real data takes. */
  readonly demo?: boolean;
}

/**
 * WEAK custody, for the demo and pilots only: keys lie wrapped in a folder, and the key that unwraps them lies beside
 * them. Whoever can read the folder, or a backup of it, can recompute every pseudonym of the living periods. What it
 * still gives: period keys are independent, so a shredded one is gone from this folder, though not from its backups.
 *
 * Several processes may share a folder: the first to write a key wins and the others use it.
 */
export function fileCustody({ demo = false, ...options }: FileCustodyOptions): KeyCustody {
  const old = join(options.folder, OLD_KEY);
  const mayBeDemo = demo;
  const keeper = localKeeper('file', true, {
    look: () => heldKey(options.folder, demo),
    current: () => currentKey(options, demo),
    old: () => readLocalKey(old, `${OLD_KEY} in the key folder`, { mayBeDemo }),
    retireOld: () => shredFile(old),
  });
  return folderCustody({ ...options, keeper });
}

/**
 * Made once, in an empty folder or beside an old one: where wrapped keys lie and none that opens them, a new one would be
 * of no use.
 */
async function currentKey(options: FileCustodyOptions, demo: boolean): Promise<Uint8Array> {
  const held = await heldKey(options.folder, demo);
  if (held !== undefined) return held;
  const names = await readdir(options.folder).catch((): string[] => []);
  if (names.some((name) => name.endsWith('.jwe')) && !names.includes(OLD_KEY)) {
    throw new Failure('key-missing', `Put ${KEY_ENCRYPTION_KEY} back into the key folder: the keys there need it.`);
  }
  await writeOnce(join(options.folder, KEY_ENCRYPTION_KEY), newKey(options.random, demo), nonce(options.random));
  return currentKey(options, demo);
}

function heldKey(folder: string, mayBeDemo: boolean): Promise<Uint8Array | undefined> {
  return readLocalKey(join(folder, KEY_ENCRYPTION_KEY), `${KEY_ENCRYPTION_KEY} in the key folder`, { mayBeDemo });
}

function newKey(random: (size: number) => Uint8Array, demo: boolean): Uint8Array {
  if (!demo) return random(KEY_BYTES);
  return Buffer.concat([DEMO_MARK, random(KEY_BYTES - DEMO_MARK.byteLength)]);
}
