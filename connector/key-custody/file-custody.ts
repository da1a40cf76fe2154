import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import type { KeyCustody } from './key-custody.ts';
import { flushFolder, readIfThere, shredFile, writeOnce } from './safe-file.ts';
import { unwrapKey, wrapKey, type KeyName } from './wrapped-key.ts';

const KEY_BYTES = 32;
const KEY_ENCRYPTION_KEY = 'key-encryption.key';
const STANDING = 'standing';
/** Names that are safe as a file's: a period's id is one. */
const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;

/**
 * WEAK custody, for the demo and pilots only: keys lie wrapped in a folder, and the key that unwraps them lies beside
 * them. Whoever can read the folder, or a backup of it, can recompute every pseudonym of the living periods. What it
 * still gives: period keys are independent, so a shredded one is gone from this folder, though not from its backups.
 *
 * Several processes may share a folder: the first to write a key wins and the others use it.
 *
 * @param options.folder made when missing, mode 0700
 * @param options.random cryptographic randomness
 * @param options.now milliseconds since 1970, for the note a shredded key leaves
 */
export function fileCustody(options: {
  readonly folder: string;
  readonly random: (size: number) => Uint8Array;
  readonly now: () => number;
}): KeyCustody {
  const { folder } = options;
  const create = async (name: KeyName): Promise<Uint8Array | undefined> => {
    const key = options.random(KEY_BYTES);
    const wrapped = await wrapKey(key, name, await keyEncryptionKey(options));
    return (await writeOnce(keyPath(folder, name.key), wrapped, nonce(options.random))) ? key : undefined;
  };
  const open = async (name: KeyName): Promise<Uint8Array> => {
    await refuseShredded(folder, name.key);
    const wrapped = await readIfThere(keyPath(folder, name.key));
    if (wrapped !== undefined) return unwrapKey(wrapped.toString('utf8'), name, await keyEncryptionKey(options));
    return (await create(name)) ?? open(name);
  };
  return {
    kind: 'file',
    weak: true,
    createPeriodKey: async (tenantId, periodId) => {
      await refuseShredded(folder, periodId);
      const key = await create({ tenantId, key: periodId });
      if (key === undefined) throw new Failure('key-missing', 'This period has its key already: open it instead.');
      return key;
    },
    openPeriodKey: (tenantId, periodId) => open({ tenantId, key: periodId }),
    shredPeriodKey: (periodId) => shred(periodId, options),
    standingKey: (tenantId) => open({ tenantId, key: STANDING }),
  };
}

function keyPath(folder: string, key: string): string {
  if (!PLAIN_NAME.test(key)) throw new RangeError('A key is named by a period id: letters, digits and hyphens.');
  return join(folder, `${key}.jwe`);
}

function notePath(folder: string, periodId: string): string {
  return `${keyPath(folder, periodId)}.shredded`;
}

async function refuseShredded(folder: string, periodId: string): Promise<void> {
  if ((await readIfThere(notePath(folder, periodId))) === undefined) return;
  throw new Failure(
    'key-missing',
    'The key of this period was shredded when the period ended: its pseudonyms are gone for good.',
  );
}

/** The note comes first: from then on the key counts as gone, and a crash before the end cannot bring a new one. */
async function shred(
  periodId: string,
  options: { readonly folder: string; readonly random: (size: number) => Uint8Array; readonly now: () => number },
): Promise<void> {
  if (periodId === STANDING) throw new RangeError('The standing key is not a period key.');
  const path = keyPath(options.folder, periodId);
  const note = `shredded ${new Date(options.now()).toISOString()}\n`;
  await writeOnce(notePath(options.folder, periodId), note, nonce(options.random));
  for (const name of await readdir(options.folder)) {
    const isUnfinished = name.startsWith(`${periodId}.jwe.`) && name.endsWith('.part');
    if (isUnfinished) await shredFile(join(options.folder, name));
  }
  await shredFile(path);
  await flushFolder(options.folder);
}

/** Made once, in an empty folder only: where wrapped keys lie and this one does not, a new one would open none of them. */
async function keyEncryptionKey(options: {
  readonly folder: string;
  readonly random: (size: number) => Uint8Array;
}): Promise<Uint8Array> {
  const path = join(options.folder, KEY_ENCRYPTION_KEY);
  const held = await readIfThere(path);
  if (held !== undefined) return checked(held, path);
  const wrapped = await readdir(options.folder).then(
    (names) => names.filter((name) => name.endsWith('.jwe')),
    () => [],
  );
  if (wrapped.length > 0) {
    throw new Failure('key-missing', `Put ${KEY_ENCRYPTION_KEY} back into the key folder: the keys there need it.`);
  }
  await writeOnce(path, options.random(KEY_BYTES), nonce(options.random));
  return keyEncryptionKey(options);
}

async function checked(key: Uint8Array, path: string): Promise<Uint8Array> {
  const { mode } = await stat(path);
  if ((mode & 0o077) !== 0) {
    throw new Failure('bad-setting', `Others may read ${KEY_ENCRYPTION_KEY} in the key folder: set its mode to 0600.`);
  }
  if (key.byteLength !== KEY_BYTES) {
    throw new Failure(
      'bad-setting',
      `${KEY_ENCRYPTION_KEY} in the key folder is not 256 bits: put the right one back.`,
    );
  }
  return key;
}

function nonce(random: (size: number) => Uint8Array): string {
  return Buffer.from(random(8)).toString('hex');
}
