import { open } from 'node:fs/promises';
import { Failure } from '../failure.ts';
import type { KeyCustody } from './key-custody.ts';
import type { KeyKeeper } from './key-keeper.ts';
import { keyIdOf, refuseGuessable } from './key-strength.ts';
import { unwrapKey, wrapKey, wrappedBy, type KeyName } from './wrapped-key.ts';

/** Where a key-encryption key of this machine comes from; each is read anew, so that none stays in memory for long. */
interface LocalKeys {
  /** Reads what is there, and makes none. */
  readonly look: () => Promise<unknown>;
  /** Made now where that is its way. @throws Failure 'key-missing' */
  readonly current: () => Promise<Uint8Array>;
  /** The one before, while some keys may still be wrapped with it. */
  readonly old: () => Promise<Uint8Array | undefined>;
  readonly retireOld: () => Promise<void>;
}

/** A keeper whose key-encryption key this process reads: from a file or a credential that the system hands it. */
export function localKeeper(kind: KeyCustody['kind'], weak: boolean, keys: LocalKeys): KeyKeeper {
  return {
    kind,
    weak,
    look: async () => {
      await keys.look();
      await keys.old();
    },
    makeReady: async () => {
      await keys.current();
      await keys.old();
    },
    wrap: async (key, name) => wrapKey(key, name, await keys.current()),
    unwrap: async (wrapped, name) => {
      const by = wrappedBy(wrapped);
      const current = await keys.current();
      const old = await keys.old();
      if (old === undefined || by === keyIdOf(current)) {
        return { key: await unwrapKey(wrapped, name, current), isOutdated: by === undefined };
      }
      return { key: await unwrapWithOld(wrapped, name, by, old, current), isOutdated: true };
    },
    retireOld: keys.retireOld,
    forget: () => Promise.resolve(null),
  };
}

/** What was wrapped before keys had ids may be the work of either. */
async function unwrapWithOld(
  wrapped: string,
  name: KeyName,
  by: string | undefined,
  old: Uint8Array,
  current: Uint8Array,
): Promise<Uint8Array> {
  if (by !== undefined) return unwrapKey(wrapped, name, old);
  return unwrapKey(wrapped, name, current).catch(() => unwrapKey(wrapped, name, old));
}

/**
 * A key-encryption key from a file that nobody but this account may read, checked by its rights and its look.
 *
 * @param called how refusals name it
 * @param options.fromSystem it is root's, handed over by systemd
 * @returns undefined where there is no such file
 * @throws Failure 'bad-setting' where others may read it, or it is not one to wrap with
 */
export async function readLocalKey(
  path: string,
  called: string,
  { mayBeDemo = false, fromSystem = false }: { readonly mayBeDemo?: boolean; readonly fromSystem?: boolean } = {},
): Promise<Uint8Array | undefined> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Failure('bad-setting', `${called} cannot be read: check its owner and its rights.`, { cause: error });
  });
  if (file === undefined) return undefined;
  try {
    const { mode, uid, gid } = await file.stat();
    // systemd lets a service's account in by an access list, which shows as a right of the group root has alone.
    const isRootsAlone = fromSystem && uid === 0 && gid === 0;
    if ((mode & (isRootsAlone ? 0o037 : 0o077)) !== 0) {
      throw new Failure('bad-setting', `Others may read ${called}: set its mode to 0600.`);
    }
    const key = await file.readFile();
    refuseGuessable(key, called, { mayBeDemo });
    return key;
  } finally {
    await file.close();
  }
}
