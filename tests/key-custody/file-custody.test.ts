import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { decodeProtectedHeader } from 'jose';
import { describe, expect, test } from 'vitest';
import { fileCustody } from '../../connector/key-custody/file-custody.ts';
import { keyIdOf } from '../../connector/key-custody/key-strength.ts';
import { unwrapKey, wrapKey } from '../../connector/key-custody/wrapped-key.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const NOW = Date.UTC(2026, 9, 5, 6);
const TENANT = '11111111-0000-4000-8000-000000000001';
const Q3 = '2026-Q3';

const custodyOf = (folder: string, random: (size: number) => Uint8Array = randomBytes) =>
  fileCustody({ folder, random, now: () => NOW });
const code = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'nothing',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );
const hex = (key: Uint8Array): string => Buffer.from(key).toString('hex');
const bytesIn = (folder: string): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString('latin1'))
    .join('\n');

describe('a period key', () => {
  test('is made at the first opening and the same at every later one, by another process too', async () => {
    const folder = join(temporaryFolder(), 'keys');
    const key = await custodyOf(folder).openPeriodKey(TENANT, Q3);
    expect(key).toHaveLength(32);
    expect(hex(await custodyOf(folder).openPeriodKey(TENANT, Q3))).toBe(hex(key));
  });

  test('is independent of every other', async () => {
    const custody = custodyOf(temporaryFolder());
    const keys = [
      await custody.openPeriodKey(TENANT, Q3),
      await custody.openPeriodKey(TENANT, '2026-Q4'),
      await custody.standingKey(TENANT),
    ];
    expect(new Set(keys.map(hex)).size).toBe(3);
  });

  test('lies wrapped only, bound to tenant, period and version, in files nobody else may read', async () => {
    const folder = join(temporaryFolder(), 'keys');
    const key = await custodyOf(folder).createPeriodKey(TENANT, Q3);
    expect(readdirSync(folder).sort()).toEqual(['2026-Q3.jwe', 'key-encryption.key']);
    const stored = bytesIn(folder);
    expect(stored).not.toContain(Buffer.from(key).toString('latin1'));
    expect(stored).not.toContain(Buffer.from(key).toString('base64url'));
    const header = decodeProtectedHeader(readFileSync(join(folder, '2026-Q3.jwe'), 'utf8'));
    expect(header).toEqual({
      ...{ alg: 'A256KW', enc: 'A256CBC-HS512', tenant: TENANT, key: Q3, version: 1 },
      kid: keyIdOf(readFileSync(join(folder, 'key-encryption.key'))),
    });
    expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600, 0o600]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  test('made by two at once is one', async () => {
    const folder = temporaryFolder();
    const keys = await Promise.all(Array.from({ length: 8 }, () => custodyOf(folder).openPeriodKey(TENANT, Q3)));
    expect(new Set(keys.map(hex)).size).toBe(1);
    expect(readdirSync(folder).sort()).toEqual(['2026-Q3.jwe', 'key-encryption.key']);
  });

  test('is not made twice', async () => {
    const custody = custodyOf(temporaryFolder());
    await custody.createPeriodKey(TENANT, Q3);
    expect(await code(custody.createPeriodKey(TENANT, Q3))).toBe('key-missing');
  });

  test.each(['../evil', 'a/b', '', '.', 'x'.repeat(65), 'key.jwe'])('is never named %j', async (name) => {
    expect(await code(custodyOf(temporaryFolder()).openPeriodKey(TENANT, name))).toBeInstanceOf(RangeError);
  });
});

describe('a wrapped key does not open', () => {
  test('under another name', async () => {
    const folder = temporaryFolder();
    await custodyOf(folder).openPeriodKey(TENANT, Q3);
    renameSync(join(folder, '2026-Q3.jwe'), join(folder, '2026-Q4.jwe'));
    expect(await code(custodyOf(folder).openPeriodKey(TENANT, '2026-Q4'))).toBe('key-missing');
  });

  test('for another tenant', async () => {
    const folder = temporaryFolder();
    await custodyOf(folder).openPeriodKey(TENANT, Q3);
    expect(await code(custodyOf(folder).openPeriodKey('22222222-0000-4000-8000-000000000002', Q3))).toBe('key-missing');
  });

  test('with another key-encryption key', async () => {
    const folder = temporaryFolder();
    await custodyOf(folder).openPeriodKey(TENANT, Q3);
    writeFileSync(join(folder, 'key-encryption.key'), randomBytes(32), { mode: 0o600 });
    expect(await code(custodyOf(folder).openPeriodKey(TENANT, Q3))).toBe('key-missing');
  });

  test('with any character changed', async () => {
    const kek = randomBytes(32);
    const name = { tenantId: TENANT, key: Q3 };
    const wrapped = await wrapKey(randomBytes(32), name, kek);
    for (let at = 0; at < wrapped.length - 1; at += 7) {
      // A change inside a base64url group, so that it is a change of bytes.
      const other = wrapped[at] === 'A' ? 'z' : 'A';
      const changed = wrapped.slice(0, at) + other + wrapped.slice(at + 1);
      expect(await code(unwrapKey(changed, name, kek)), `at ${at}`).toBe('key-missing');
    }
    expect(await unwrapKey(wrapped, name, kek)).toHaveLength(32);
  });

  test('when it is not 256 bits', async () => {
    const kek = randomBytes(32);
    const name = { tenantId: TENANT, key: Q3 };
    expect(await code(unwrapKey(await wrapKey(randomBytes(16), name, kek), name, kek))).toBe('key-missing');
  });
});

describe('the key-encryption key', () => {
  test.each([0o640, 0o604, 0o660, 0o644])('is refused with mode %o', async (mode) => {
    const folder = temporaryFolder();
    await custodyOf(folder).standingKey(TENANT);
    chmodSync(join(folder, 'key-encryption.key'), mode);
    expect(await code(custodyOf(folder).standingKey(TENANT))).toBe('bad-setting');
    expect(await code(custodyOf(folder).openPeriodKey(TENANT, Q3))).toBe('bad-setting');
  });

  test.each([0, 16, 31, 33, 64])('is refused with %d bytes', async (size) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'key-encryption.key'), randomBytes(size), { mode: 0o600 });
    expect(await code(custodyOf(folder).openPeriodKey(TENANT, Q3))).toBe('bad-setting');
  });

  test('is never made anew beside keys it would not open', async () => {
    const folder = temporaryFolder();
    await custodyOf(folder).standingKey(TENANT);
    renameSync(join(folder, 'key-encryption.key'), join(temporaryFolder(), 'elsewhere'));
    expect(await code(custodyOf(folder).openPeriodKey(TENANT, Q3))).toBe('key-missing');
    expect(readdirSync(folder)).toEqual(['standing.jwe']);
  });
});

describe('shredding', () => {
  test('leaves word when, refuses to open or make the key again, and leaves the others', async () => {
    const folder = temporaryFolder();
    const custody = custodyOf(folder);
    await custody.openPeriodKey(TENANT, Q3);
    const other = await custody.openPeriodKey(TENANT, '2026-Q4');
    await custody.shredPeriodKey(Q3);
    expect(readdirSync(folder).sort()).toEqual(['2026-Q3.jwe.shredded', '2026-Q4.jwe', 'key-encryption.key']);
    expect(readFileSync(join(folder, '2026-Q3.jwe.shredded'), 'utf8')).toBe('shredded 2026-10-05T06:00:00.000Z\n');
    expect(await code(custody.openPeriodKey(TENANT, Q3))).toBe('key-missing');
    expect(await code(custody.createPeriodKey(TENANT, Q3))).toBe('key-missing');
    expect(hex(await custody.openPeriodKey(TENANT, '2026-Q4'))).toBe(hex(other));
  });

  test('again changes nothing, the moment neither', async () => {
    const folder = temporaryFolder();
    await custodyOf(folder).openPeriodKey(TENANT, Q3);
    await custodyOf(folder).shredPeriodKey(Q3);
    const before = bytesIn(folder);
    await fileCustody({ folder, random: randomBytes, now: () => NOW + 86_400_000 }).shredPeriodKey(Q3);
    expect(bytesIn(folder)).toBe(before);
  });

  test('of a key that never was forbids it for good; in a folder that is not there too', async () => {
    const custody = custodyOf(join(temporaryFolder(), 'not', 'there'));
    await custody.shredPeriodKey(Q3);
    expect(await code(custody.openPeriodKey(TENANT, Q3))).toBe('key-missing');
  });

  test('cut short after its note is finished the next time, unfinished files and all', async () => {
    const folder = temporaryFolder();
    const custody = custodyOf(folder);
    await custody.openPeriodKey(TENANT, Q3);
    writeFileSync(join(folder, '2026-Q3.jwe.shredded'), 'shredded 2026-10-01T00:00:00.000Z\n');
    writeFileSync(join(folder, '2026-Q3.jwe.0011223344556677.part'), 'a wrapped key never linked');
    expect(await code(custody.openPeriodKey(TENANT, Q3))).toBe('key-missing');
    await custody.shredPeriodKey(Q3);
    expect(readdirSync(folder).sort()).toEqual(['2026-Q3.jwe.shredded', 'key-encryption.key']);
  });

  test('does not touch the standing key', async () => {
    expect(await code(custodyOf(temporaryFolder()).shredPeriodKey('standing'))).toBeInstanceOf(RangeError);
  });
});

describe('the folder', () => {
  test('a file left half-written by a crash, made with the same randomness, is no obstacle', async () => {
    const folder = temporaryFolder();
    const drawn = randomBytes(32);
    const same = (size: number): Uint8Array => drawn.subarray(0, size);
    const beside = drawn.subarray(0, 8).toString('hex');
    writeFileSync(join(folder, `key-encryption.key.${beside}.part`), 'half');
    writeFileSync(join(folder, `2026-Q3.jwe.${beside}.part`), 'half');
    expect(hex(await custodyOf(folder, same).openPeriodKey(TENANT, Q3))).toBe(drawn.toString('hex'));
  });

  test('that is a file is said in one sentence', async () => {
    const path = join(temporaryFolder(), 'file');
    writeFileSync(path, '');
    expect(await code(custodyOf(path).openPeriodKey(TENANT, Q3))).toBe('folder-unwritable');
  });

  test('with an emptied key file gives no key', async () => {
    const folder = temporaryFolder();
    await custodyOf(folder).openPeriodKey(TENANT, Q3);
    truncateSync(join(folder, '2026-Q3.jwe'));
    expect(await code(custodyOf(folder).openPeriodKey(TENANT, Q3))).toBe('key-missing');
  });

  test('says loudly that it is weak', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'x'));
    expect(custodyOf(folder)).toMatchObject({ kind: 'file', weak: true });
  });
});
