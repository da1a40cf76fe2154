import { randomBytes } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { KeyCustody } from '../../connector/key-custody/key-custody.ts';
import type { LedgerPin } from '../../connector/key-custody/ledger-pin.ts';
import { vaultAddress, type VaultKind } from '../../connector/key-custody/vault-address.ts';
import { vaultCustody } from '../../connector/key-custody/vault-custody.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { fakeVault, type FakeVault } from './fake-vault.ts';

const TENANT = '11111111-0000-4000-8000-000000000001';
const OTHER = '22222222-0000-4000-8000-000000000002';
const Q3 = '2026-Q3';
const NOW = Date.UTC(2026, 9, 5, 6);
const KINDS = [
  ['key-vault', 'RSA', 'RSA-OAEP-256'],
  ['key-vault', 'RSA-HSM', 'RSA-OAEP-256'],
  ['managed-hsm', 'oct-HSM', 'A256KW'],
] as const;

let open: FakeVault | undefined;
afterEach(() => {
  open?.close();
  open = undefined;
});

interface Kept {
  readonly vault: FakeVault;
  readonly custody: KeyCustody;
  readonly pin: LedgerPin;
  readonly folder: string;
  readonly tokens: () => number;
}

/** Custody in a fake vault that holds the administrator's key, unless it is left out. */
function kept(
  kind: VaultKind = 'key-vault',
  { folder = join(temporaryFolder(), 'keys'), backupDays = 30, keyName = 'samspill', now = () => NOW } = {},
): Kept {
  const address = vaultAddress(
    kind,
    'global',
    kind === 'key-vault' ? 'https://fjord.vault.azure.net' : 'https://fjord.managedhsm.azure.net',
  );
  let tokens = 0;
  open ??= fakeVault({ ...address, token: 'a token for the vault', now });
  const made = vaultCustody({
    ...{ kind, address, folder, keyName, now, backupDays, random: randomBytes, pollMs: 1 },
    token: () => {
      tokens += 1;
      return Promise.resolve('a token for the vault');
    },
    retryOptions: { maxRetries: 2, retryDelayInMs: 1, maxRetryDelayInMs: 2 },
  });
  return { ...made, vault: open, folder, tokens: () => tokens };
}

const failure = (promise: Promise<unknown>): Promise<{ code: unknown; says: string }> =>
  promise.then(
    () => ({ code: 'nothing', says: '' }),
    (error: unknown) => ({
      code: error instanceof Error && 'code' in error ? error.code : error,
      says: error instanceof Error ? error.message : '',
    }),
  );
const hex = (key: Uint8Array): string => Buffer.from(key).toString('hex');

describe.each(KINDS)('custody in a %s with a key of the kind %s', (kind, kty, wrapping) => {
  test('gives 256 bits that only the vault can unwrap, the same at every opening', async () => {
    const { vault, custody, folder, tokens } = kept(kind);
    vault.make('samspill', kty);
    await custody.makeReady(TENANT);
    const key = await custody.openPeriodKey(TENANT, Q3);
    const standing = await custody.standingKey(TENANT);
    expect([key.byteLength, standing.byteLength]).toEqual([32, 32]);
    expect(hex(standing)).not.toBe(hex(key));
    expect(custody).toMatchObject({ kind, weak: false });
    const again = kept(kind, { folder });
    expect(hex(await again.custody.openPeriodKey(TENANT, Q3))).toBe(hex(key));
    expect(hex(await again.custody.standingKey(TENANT))).toBe(hex(standing));
    expect(tokens()).toBeGreaterThan(0);
    const stored = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('latin1'));
    for (const secret of [key, standing]) {
      expect(stored.join()).not.toContain(Buffer.from(secret).toString('latin1'));
      expect(stored.join()).not.toContain(Buffer.from(secret).toString('base64url'));
    }
    expect(vault.asked.some((line) => line.endsWith('/wrapkey'))).toBe(true);
    expect(vault.keys.get(`samspill-${Q3}`)?.versions[0]?.kty).toBe(kty);
    expect(wrapping).toBe(kty === 'oct-HSM' ? 'A256KW' : 'RSA-OAEP-256');
  });

  test('a shredded period is gone from every backup of the folder once its key is purged', async () => {
    const { vault, custody, folder } = kept(kind);
    vault.make('samspill', kty);
    await custody.openPeriodKey(TENANT, Q3);
    const backup = join(temporaryFolder(), 'backup');
    cpSync(folder, backup, { recursive: true });
    await custody.shredPeriodKey(Q3);
    expect(vault.keys.has(`samspill-${Q3}`)).toBe(false);
    expect(await custody.recoverableUntil(Q3)).toBe('2026-10-06');
    expect((await failure(custody.openPeriodKey(TENANT, Q3))).code).toBe('key-missing');
    const restored = kept(kind, { folder: backup });
    expect((await failure(restored.custody.openPeriodKey(TENANT, Q3))).code).toBe('key-missing');
  });

  test('the ledger’s head is pinned in tags, and moves forward only', async () => {
    const { vault, custody, pin } = kept(kind);
    vault.make('samspill', kty);
    await custody.makeReady(TENANT);
    expect(await pin.read()).toBeUndefined();
    const head = (releases: number, letter: string) => ({ tenantId: TENANT, releases, releaseHead: letter.repeat(64) });
    await pin.write(head(1, 'a'));
    await pin.write(head(1, 'a'));
    await pin.write({ ...head(2, 'b'), boundaryHead: 'c'.repeat(64) });
    expect(await pin.read()).toEqual({ ...head(2, 'b'), boundaryHead: 'c'.repeat(64) });
    for (const other of [head(2, 'd'), head(1, 'a')]) {
      expect((await failure(pin.write(other))).code).toBe('ledger-broken');
    }
    expect((await pin.read())?.releases).toBe(2);
    const versions = vault.keys.get('samspill-ledger')?.versions ?? [];
    expect([versions.length, versions[0]?.ops]).toEqual([1, ['verify']]);
    expect(versions[0]?.tags['samspill-tenant']).toBe(TENANT);
  });
});

describe('the tenant’s key in the vault', () => {
  test('rotated: everything lasting is wrapped anew with the new version, and the standing key stays what it is', async () => {
    const { vault, custody, folder } = kept();
    vault.make('samspill', 'RSA');
    await custody.makeReady(TENANT);
    const standing = await custody.standingKey(TENANT);
    const period = await custody.openPeriodKey(TENANT, Q3);
    const before = readFileSync(join(folder, 'standing.jwe'), 'utf8');
    vault.make('samspill', 'RSA');
    await custody.makeReady(TENANT);
    const [old, newest] = vault.keys.get('samspill')?.versions ?? [];
    expect(readFileSync(join(folder, 'standing.jwe'), 'utf8')).not.toBe(before);
    expect(readFileSync(join(folder, 'standing.jwe'), 'utf8')).toContain(newest?.version);
    if (old !== undefined) old.enabled = false;
    expect(hex(await custody.standingKey(TENANT))).toBe(hex(standing));
    expect(hex(await custody.openPeriodKey(TENANT, Q3))).toBe(hex(period));
  });

  test.each([
    ['is missing', (): void => undefined, 'key-missing', /no key samspill/],
    [
      'has 2048 bits',
      (vault: FakeVault) => {
        vault.make('samspill', 'RSA', { bits: 2048 });
      },
      'bad-setting',
      /fewer than 3072/,
    ],
    [
      'is of another kind',
      (vault: FakeVault) => {
        vault.make('samspill', 'oct-HSM');
      },
      'bad-setting',
      /kind RSA/,
    ],
    [
      'may not wrap',
      (vault: FakeVault) => {
        vault.make('samspill', 'RSA', { ops: ['sign'] });
      },
      'bad-setting',
      /may not wrap/,
    ],
    [
      'serves another tenant',
      (vault: FakeVault) => {
        vault.make('samspill', 'RSA', { tags: { 'samspill-tenant': OTHER } });
      },
      'bad-setting',
      /another tenant/,
    ],
  ])('is refused where it %s', async (_, prepare, code, says) => {
    const { vault, custody, folder } = kept();
    prepare(vault);
    const told = await failure(custody.makeReady(TENANT));
    expect(told.code).toBe(code);
    expect(told.says).toMatch(says);
    expect(told.says).not.toContain('fjord');
    expect(() => readdirSync(folder)).toThrow();
  });

  test('disabled is refused, and no other key is tried', async () => {
    const { vault, custody } = kept();
    vault.make('samspill', 'RSA');
    await custody.standingKey(TENANT);
    const [version] = vault.keys.get('samspill')?.versions ?? [];
    if (version !== undefined) version.enabled = false;
    expect((await failure(custody.makeReady(TENANT))).says).toMatch(/is disabled/);
    expect((await failure(custody.standingKey(TENANT))).code).toBe('consent-missing');
  });

  test('is tagged with its tenant at the first start: a second tenant is refused', async () => {
    const { vault, custody } = kept();
    vault.make('samspill', 'RSA', { tags: { owner: 'IT' } });
    await custody.makeReady(TENANT);
    await custody.makeReady(TENANT);
    expect(vault.keys.get('samspill')?.versions[0]?.tags).toEqual({ owner: 'IT', 'samspill-tenant': TENANT });
    expect((await failure(kept().custody.makeReady(OTHER))).says).toMatch(/another tenant/);
  });
});

describe('shredding in a vault', () => {
  test('with purge protection says the day Azure lets go, or the last backup if that is sooner', async () => {
    for (const [backupDays, until] of [
      [400, '2027-01-04'],
      [30, '2026-11-05'],
    ] as const) {
      const { vault, custody } = kept('key-vault', { backupDays });
      vault.rules.purgeProtection = true;
      vault.make('samspill', 'RSA');
      await custody.openPeriodKey(TENANT, Q3);
      expect(await custody.recoverableUntil(Q3)).toBeNull();
      await custody.shredPeriodKey(Q3);
      await custody.shredPeriodKey(Q3);
      expect(await custody.recoverableUntil(Q3)).toBe(until);
      vault.close();
      open = undefined;
    }
  });

  test('without the right to purge it is scheduled all the same', async () => {
    const { vault, custody } = kept('key-vault', { backupDays: 400 });
    vault.forbidden.add('purge');
    vault.make('samspill', 'RSA');
    await custody.openPeriodKey(TENANT, Q3);
    await custody.shredPeriodKey(Q3);
    expect(await custody.recoverableUntil(Q3)).toBe('2027-01-04');
  });

  test('cut short by the vault is finished the next time; the key is not to be had meanwhile', async () => {
    const { vault, custody } = kept();
    vault.make('samspill', 'RSA');
    await custody.openPeriodKey(TENANT, Q3);
    vault.forbidden.add('delete');
    expect((await failure(custody.shredPeriodKey(Q3))).code).toBe('consent-missing');
    expect((await failure(custody.openPeriodKey(TENANT, Q3))).code).toBe('key-missing');
    expect(vault.keys.has(`samspill-${Q3}`)).toBe(true);
    vault.forbidden.clear();
    await custody.shredPeriodKey(Q3);
    expect(vault.keys.has(`samspill-${Q3}`)).toBe(false);
  });

  test('of a key that never was asks the vault and finds nothing; its name taken by a deleted one makes no new key', async () => {
    const { vault, custody } = kept();
    vault.make('samspill', 'RSA');
    await custody.shredPeriodKey('2026-Q1');
    vault.make(`samspill-${Q3}`, 'RSA');
    const taken = vault.keys.get(`samspill-${Q3}`);
    if (taken !== undefined) taken.deletedAt = NOW;
    const told = await failure(custody.openPeriodKey(TENANT, Q3));
    expect(told.code).toBe('key-missing');
    expect(told.says).toMatch(/was deleted from the key vault/);
  });
});

describe('a vault that refuses', () => {
  test('asked too fast is asked again after a while; too often, it is said', async () => {
    const { vault, custody } = kept();
    vault.make('samspill', 'RSA');
    const slow = { status: 429, headers: { 'Retry-After': '0' } };
    vault.faults.push(slow, slow);
    await custody.makeReady(TENANT);
    vault.faults.push(slow, slow, slow, slow, slow);
    expect((await failure(custody.makeReady(TENANT))).code).toBe('throttled');
  });

  test.each([
    [500, 'unreachable'],
    [503, 'unreachable'],
    [403, 'consent-missing'],
    [401, 'credential-refused'],
  ])('with %d is a %s', async (status, code) => {
    const { vault, custody } = kept();
    vault.make('samspill', 'RSA');
    await custody.makeReady(TENANT);
    vault.faults.push(...Array.from({ length: 8 }, () => ({ status })));
    expect((await failure(custody.standingKey(TENANT))).code).toBe(code);
  });

  test('and asks for a token for something else gets none', async () => {
    const { vault, custody, tokens } = kept();
    vault.rules.resource = 'https://azure.net';
    expect((await failure(custody.makeReady(TENANT))).code).toBe('credential-refused');
    vault.rules.resource = 'https://evil.example';
    expect((await failure(custody.makeReady(TENANT))).code).toBe('unreachable');
    expect(tokens()).toBe(0);
  });

  test('a wrapped key that points elsewhere is not followed', async () => {
    const { vault, custody, folder } = kept();
    vault.make('samspill', 'RSA');
    await custody.standingKey(TENANT);
    const path = join(folder, 'standing.jwe');
    const text = readFileSync(path, 'utf8');
    for (const changed of [
      text.replace('https://fjord.vault.azure.net', 'https://evil.vault.azure.net'),
      text.replace('/keys/samspill/', '/keys/another/'),
      text.replace('"sealed":"e', '"sealed":"f'),
      '{}',
      '',
    ]) {
      const before = vault.asked.length;
      writeFileSync(path, changed);
      expect((await failure(custody.standingKey(TENANT))).code).toBe('key-missing');
      expect(vault.asked).toHaveLength(before);
    }
    writeFileSync(path, text);
    expect((await failure(custody.standingKey(OTHER))).code).toBe('key-missing');
  });

  test('the pin deleted is no fresh pin', async () => {
    const { vault, pin } = kept();
    await pin.write({ tenantId: TENANT, releases: 1, releaseHead: 'a'.repeat(64) });
    const key = vault.keys.get('samspill-ledger');
    if (key !== undefined) key.deletedAt = NOW;
    expect((await failure(pin.read())).says).toMatch(/was deleted from the key vault: recover/);
  });
});

test.each([
  ['key-vault', 'global', 'https://fjord.vault.azure.net', 'https://vault.azure.net'],
  ['key-vault', 'china', 'https://fjord.vault.azure.cn/', 'https://vault.azure.cn'],
  [
    'managed-hsm',
    'us-government',
    'https://fjord.managedhsm.usgovcloudapi.net',
    'https://managedhsm.usgovcloudapi.net',
  ],
] as const)('%s in %s: tokens for %s are made for %s', (kind, cloud, address, resource) => {
  expect(vaultAddress(kind, cloud, address)).toEqual({ origin: new URL(address).origin, resource });
});

test.each([
  'http://fjord.vault.azure.net',
  'https://fjord.vault.azure.net:8443',
  'https://fjord.vault.azure.net.evil.example',
  'https://fjord.vault.azure.net@evil.example',
  'https://evil.example/fjord.vault.azure.net',
  'https://a.b.vault.azure.net',
  'https://vault.azure.net',
  'https://fjord.vault.azure.net/keys/samspill',
  'https://fjord.managedhsm.azure.net',
  'fjord',
])('no vault lies at %s', (address) => {
  expect(() => vaultAddress('key-vault', 'global', address)).toThrow(/SAMSPILL_KEY_VAULT/);
});
