import { Failure } from '../failure.ts';
import { folderCustody } from './folder-custody.ts';
import type { KeyCustody } from './key-custody.ts';
import { localKeeper, readLocalKey } from './local-keeper.ts';

const CALLED = 'the credential that SAMSPILL_KEY_CREDENTIAL names';
const CALLED_OLD = 'the credential that SAMSPILL_OLD_KEY_CREDENTIAL names';

/**
 * Custody with a key-encryption key that systemd hands the service: encrypted on disk for this machine alone (its TPM, or
 * a key of root's), plain only in memory and for this service's account. Neither a copy of the data folder nor one of
 * the whole disk opens the keys.
 *
 * To rotate, hand the new one as `credential` and the one before as `oldCredential` for one start.
 *
 * @param options.folder of wrapped keys; made when missing
 * @param options.isInMemory whether a path lies in a file system that never reaches a disk
 */
export function systemdCustody(options: {
  readonly folder: string;
  readonly credential: string;
  readonly oldCredential?: string | undefined;
  readonly isInMemory: (path: string) => Promise<boolean>;
  readonly random: (size: number) => Uint8Array;
  readonly now: () => number;
  readonly backupDays?: number | undefined;
}): KeyCustody {
  const { credential, oldCredential, isInMemory } = options;
  const read = async (path: string, called: string): Promise<Uint8Array> => {
    const key = await readLocalKey(path, called, { fromSystem: true });
    if (key === undefined) {
      throw new Failure(
        'key-missing',
        `There is no key: systemd did not hand over ${called}; see docs/administrator.md.`,
      );
    }
    if (await isInMemory(path)) return key;
    throw new Failure(
      'bad-setting',
      `A key on a disk is not a systemd credential: let systemd hand over ${called}; see docs/administrator.md.`,
    );
  };
  const keeper = localKeeper('systemd-credential', false, {
    look: () => read(credential, CALLED),
    current: () => read(credential, CALLED),
    old: () => (oldCredential === undefined ? Promise.resolve(undefined) : read(oldCredential, CALLED_OLD)),
    // It is systemd's: whoever set it takes it away.
    retireOld: () => Promise.resolve(),
  });
  return folderCustody({ ...options, keeper });
}
