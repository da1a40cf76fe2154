import { KnownKeyOperations, parseKeyVaultKeyIdentifier, type KeyVaultKey } from '@azure/keyvault-keys';
import { compactDecrypt, CompactEncrypt, decodeProtectedHeader } from 'jose';
import { Failure } from '../failure.ts';
import type { KeyKeeper } from './key-keeper.ts';
import { KEY_BYTES } from './key-strength.ts';
import type { Vault, VaultOptions } from './vault.ts';
import { statusOf } from './vault-failure.ts';
import { ENCRYPTION, notThisOne, type KeyName } from './wrapped-key.ts';

const STANDING = 'standing';
const VERSION = 1;
const CONTENT_KEY_BYTES = 64;
/** 128 bits of strength (NIST SP 800-57 part 1, table 2), as the keys that are wrapped deserve at the least. */
const RSA_BITS = 3072;
const WRAPS = { 'key-vault': 'RSA-OAEP-256', 'managed-hsm': 'A256KW' } as const;
const OPERATIONS = [KnownKeyOperations.WrapKey, KnownKeyOperations.UnwrapKey];
export const TENANT_TAG = 'samspill-tenant';

/**
 * A keeper whose key-encryption keys never leave Azure: one for what lasts, made by an administrator under `keyName`, and
 * one for each period, `<keyName>-<period>`, made here and deleted with it. So a period's wrapped key in an old backup
 * dies with the vault's key, and not only with the last backup.
 *
 * What is wrapped is a fresh content key; under it the key is sealed in a JWE that is bound to tenant, name and the
 * vault's key version.
 *
 * @param options.random cryptographic randomness
 * @param options.pollMs between two looks at a deletion under way
 */
export function vaultKeeper(options: {
  readonly vault: Vault;
  readonly keyName: string;
  readonly random: (size: number) => Uint8Array;
  readonly now: VaultOptions['now'];
  readonly pollMs?: number;
}): KeyKeeper {
  const { vault, keyName } = options;
  const nameOf = (key: string): string => (key === STANDING ? keyName : `${keyName}-${key}`);
  return {
    kind: vault.kind,
    weak: false,
    look: async (tenantId) => {
      await fitKey(vault, keyName, tenantId);
    },
    makeReady: (tenantId) => makeReady(vault, keyName, tenantId),
    wrap: async (key, name) => {
      const held = await vault.find(nameOf(name.key));
      if (held === undefined && name.key === STANDING) throw noKey(keyName);
      const wrapping = held ?? (await makePeriodKey(vault, keyName, name));
      return seal(key, name, wrapping, options);
    },
    unwrap: async (wrapped, name) => {
      const sealed = parsed(wrapped);
      const { version } = placeOf(sealed.kid, vault, nameOf(name.key));
      const key = await unseal(sealed, name, vault, version);
      if (name.key !== STANDING) return { key, isOutdated: false };
      const newest = await vault.find(keyName);
      return { key, isOutdated: newest?.properties.version !== version };
    },
    retireOld: () => Promise.resolve(),
    forget: (periodId) => deleteKey(vault, nameOf(periodId), options),
  };
}

/** The one key that an administrator makes: there, whole, fit to wrap with, and no other tenant's. */
async function fitKey(vault: Vault, keyName: string, tenantId: string): Promise<KeyVaultKey> {
  const key = await vault.find(keyName);
  if (key === undefined) throw noKey(keyName);
  refuseUnfit(vault, key);
  const whose = key.properties.tags?.[TENANT_TAG];
  if (whose !== undefined && whose !== tenantId.toLowerCase()) {
    throw new Failure(
      'bad-setting',
      `The key ${keyName} in the key vault serves another tenant: give each tenant a key of its own with SAMSPILL_KEY_NAME.`,
    );
  }
  return key;
}

/** The first tenant that starts with the key has it to itself. */
async function makeReady(vault: Vault, keyName: string, tenantId: string): Promise<void> {
  const key = await fitKey(vault, keyName, tenantId);
  if (key.properties.tags?.[TENANT_TAG] !== undefined) return;
  const tags = { ...key.properties.tags, [TENANT_TAG]: tenantId.toLowerCase() };
  await vault.ask(keyName, (client) => client.updateKeyProperties(keyName, key.properties.version ?? '', { tags }));
}

function noKey(keyName: string): Failure {
  return new Failure(
    'key-missing',
    `There is no key ${keyName} in the key vault: make one as docs/administrator.md says, or name it with SAMSPILL_KEY_NAME.`,
  );
}

function refuseUnfit(vault: Vault, { name, keyType, key, keyOperations, properties }: KeyVaultKey): void {
  const refuse = (what: string): never => {
    throw new Failure(
      'bad-setting',
      `The key ${name} in the key vault ${what}: make another as docs/administrator.md says, and name it with SAMSPILL_KEY_NAME.`,
    );
  };
  if (properties.enabled === false) refuse('is disabled');
  if (properties.exportable === true) refuse('may be exported');
  const mayWrap = OPERATIONS.every((operation) => keyOperations?.includes(operation));
  if (!mayWrap) refuse('may not wrap and unwrap keys');
  if (vault.kind === 'managed-hsm') {
    if (keyType !== 'oct-HSM') refuse('is not of the kind oct-HSM with 256 bits');
  } else if (keyType !== 'RSA' && keyType !== 'RSA-HSM') refuse(`is not of the kind RSA with ${RSA_BITS} bits or more`);
  else if ((key?.n?.byteLength ?? 0) * 8 < RSA_BITS) refuse(`has fewer than ${RSA_BITS} bits`);
}

/** @throws Failure 'key-missing' where the period had one that was deleted: Azure keeps its name taken */
async function makePeriodKey(vault: Vault, keyName: string, { tenantId, key }: KeyName): Promise<KeyVaultKey> {
  const name = `${keyName}-${key}`;
  const options = { keyOps: OPERATIONS, tags: { [TENANT_TAG]: tenantId.toLowerCase() } };
  if (vault.kind === 'managed-hsm') {
    return vault.ask(name, (client) => client.createOctKey(name, { ...options, keySize: 256, hsm: true }));
  }
  const standing = await vault.find(keyName);
  const hsm = standing?.keyType === 'RSA-HSM';
  return vault.ask(name, (client) => client.createRsaKey(name, { ...options, keySize: RSA_BITS, hsm }));
}

interface Sealed {
  readonly kid: string;
  /** The content key, wrapped in the vault: base64url. */
  readonly wrapped: string;
  /** A compact JWE under the content key. */
  readonly sealed: string;
}

async function seal(
  key: Uint8Array,
  name: KeyName,
  { id, name: keyName, properties }: KeyVaultKey,
  { vault, random }: { readonly vault: Vault; readonly random: (size: number) => Uint8Array },
): Promise<string> {
  const kid = id ?? '';
  const { version } = placeOf(kid, vault, keyName);
  const content = random(CONTENT_KEY_BYTES);
  const sealed = await new CompactEncrypt(key)
    .setProtectedHeader({ alg: 'dir', enc: ENCRYPTION, kid, tenant: name.tenantId, key: name.key, version: VERSION })
    .encrypt(content);
  const { result } = await vault.ask(keyName, () =>
    vault.cryptography(keyName, properties.version ?? version).wrapKey(WRAPS[vault.kind], content),
  );
  return JSON.stringify({ kid, wrapped: Buffer.from(result).toString('base64url'), sealed } satisfies Sealed);
}

async function unseal(sealed: Sealed, name: KeyName, vault: Vault, version: string): Promise<Uint8Array> {
  const keyName = placeOf(sealed.kid, vault).name;
  const { result } = await vault.ask(keyName, () =>
    vault.cryptography(keyName, version).unwrapKey(WRAPS[vault.kind], Buffer.from(sealed.wrapped, 'base64url')),
  );
  const opened = await compactDecrypt(sealed.sealed, result, {
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: [ENCRYPTION],
  }).catch(() => {
    throw changed();
  });
  const header = opened.protectedHeader;
  const fits = header['tenant'] === name.tenantId && header['key'] === name.key && header.kid === sealed.kid;
  if (!fits || header['version'] !== VERSION || opened.plaintext.byteLength !== KEY_BYTES) throw notThisOne();
  return opened.plaintext;
}

/** A key of our own vault and of the expected name, or none: neither keys nor tokens go anywhere else. */
function placeOf(kid: string, vault: Vault, expected?: string): { name: string; version: string } {
  const isOurs = URL.canParse(kid) && new URL(kid).origin === vault.origin;
  const place = isOurs ? parseKeyVaultKeyIdentifier(kid) : undefined;
  if (place?.version === undefined || (expected !== undefined && place.name !== expected)) throw notThisOne();
  return { name: place.name, version: place.version };
}

function parsed(wrapped: string): Sealed {
  try {
    const told: unknown = JSON.parse(wrapped);
    if (typeof told === 'object' && told !== null && 'kid' in told && 'wrapped' in told && 'sealed' in told) {
      const { kid, wrapped, sealed } = told;
      if (typeof kid === 'string' && typeof wrapped === 'string' && typeof sealed === 'string') {
        if (decodeProtectedHeader(sealed).kid !== kid) throw notThisOne();
        return { kid, wrapped, sealed };
      }
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
  }
  throw changed();
}

function changed(): Failure {
  return new Failure(
    'key-missing',
    'A stored key cannot be unwrapped: it was changed, or custody was another when it was wrapped. Restore the key folder, or set SAMSPILL_KEYS back.',
  );
}

/**
 * Deletes a period's key, and purges it where that is allowed; with purge protection Azure holds it back for as long as
 * the vault says, and nothing can hasten that.
 */
async function deleteKey(
  vault: Vault,
  name: string,
  { now, pollMs = 2_000 }: { readonly now: () => number; readonly pollMs?: number },
): Promise<number> {
  const deleted = await vault.ask(name, async (client) => {
    try {
      const poller = await client.beginDeleteKey(name, { intervalInMs: pollMs });
      return await poller.pollUntilDone();
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
      return client.getDeletedKey(name).catch((error: unknown) => {
        if (statusOf(error) === 404) return undefined;
        throw error;
      });
    }
  });
  if (deleted === undefined) return now();
  const goesBy = deleted.properties.scheduledPurgeDate?.getTime();
  const isPurged = await vault.ask(name, (client) =>
    client.purgeDeletedKey(name).then(
      () => true,
      (error: unknown) => {
        const status = statusOf(error);
        if (status === 404) return true;
        // Not allowed, held back by purge protection, or Azure is at it already.
        if (goesBy !== undefined && (status === 403 || status === 409 || status === 400)) return false;
        throw error;
      },
    ),
  );
  return isPurged || goesBy === undefined ? now() : goesBy;
}
