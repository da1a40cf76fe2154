import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileCustody } from '../../connector/key-custody/file-custody.ts';
import { isInMemory } from '../../connector/key-custody/in-memory.ts';
import { keyIdOf, refuseGuessable } from '../../connector/key-custody/key-strength.ts';
import { systemdCustody } from '../../connector/key-custody/systemd-custody.ts';
import { wrappedBy } from '../../connector/key-custody/wrapped-key.ts';
import { markMaker } from '../../connector/privacy/mark.ts';
import { RealIdentity } from '../../connector/privacy/real-identity.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const TENANT = '11111111-0000-4000-8000-000000000001';
const Q3 = '2026-Q3';
const NOW = Date.UTC(2026, 9, 5, 6);
const KEY = 'key-encryption.key';

const inFile = (folder: string, more: { backupDays?: number; demo?: boolean; now?: () => number } = {}) =>
  fileCustody({ folder, random: randomBytes, now: () => NOW, ...more });
const inSystemd = (folder: string, credential: string, more: { oldCredential?: string; inMemory?: boolean } = {}) => {
  const { oldCredential, inMemory = true } = more;
  return systemdCustody({
    ...{ folder, credential, oldCredential, random: randomBytes, now: () => NOW, backupDays: 7 },
    isInMemory: () => Promise.resolve(inMemory),
  });
};
const hex = (key: Uint8Array): string => Buffer.from(key).toString('hex');
const put = (key: Uint8Array, mode = 0o400): string => {
  const path = join(temporaryFolder(), 'samspill-key');
  writeFileSync(path, key, { mode });
  return path;
};
const refused = (says: RegExp): unknown =>
  expect.objectContaining({ code: 'bad-setting', message: expect.stringMatching(says) as unknown });

describe('a key-encryption key is refused', () => {
  const half = randomBytes(16);
  test.each([
    ['with all zeroes', Buffer.alloc(32), /can be guessed/],
    ['with one byte repeated', Buffer.alloc(32, 7), /can be guessed/],
    ['with a half repeated', Buffer.concat([half, half]), /can be guessed/],
    ['counting up', Buffer.from(Array.from({ length: 32 }, (_, at) => at)), /can be guessed/],
    [
      'counting down by five',
      Buffer.from(Array.from({ length: 32 }, (_, at) => (500 - 5 * at) % 256)),
      /can be guessed/,
    ],
    ['typed by somebody', Buffer.from('correct horse battery staple 42!'), /can be guessed/],
    ['written out in hexadecimal', Buffer.from(randomBytes(16).toString('hex')), /can be guessed/],
    ['with 128 bits', randomBytes(16), /not 256 bits/],
    ['with 255 bits and a line break', randomBytes(33), /not 256 bits/],
    ['that was made for a demo', Buffer.concat([Buffer.from('demo key'), randomBytes(24)]), /made for a demo/],
  ])('%s', async (_, key, says) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, KEY), key, { mode: 0o600 });
    await expect(inFile(folder).makeReady(TENANT)).rejects.toThrow(refused(says));
    await expect(inFile(folder).openPeriodKey(TENANT, Q3)).rejects.toThrow(refused(says));
    await expect(inSystemd(folder, put(key)).standingKey(TENANT)).rejects.toThrow(refused(says));
    expect(readdirSync(folder)).toEqual([KEY]);
  });

  test('never when it was drawn at random', () => {
    for (let at = 0; at < 20_000; at += 1) refuseGuessable(randomBytes(32), 'it', { mayBeDemo: false });
  });

  test('where a demo’s is put into a pilot, and taken by the demo it is of', async () => {
    const folder = temporaryFolder();
    await inFile(folder, { demo: true }).standingKey(TENANT);
    await inFile(folder, { demo: true }).makeReady(TENANT);
    await expect(inFile(folder).makeReady(TENANT)).rejects.toThrow(refused(/made for a demo/));
  });
});

describe('a systemd credential', () => {
  test('opens what it wrapped, and leaves nothing but wrapped keys in the folder', async () => {
    const folder = join(temporaryFolder(), 'keys');
    const credential = put(randomBytes(32));
    const key = await inSystemd(folder, credential).openPeriodKey(TENANT, Q3);
    expect(hex(await inSystemd(folder, credential).openPeriodKey(TENANT, Q3))).toBe(hex(key));
    expect(readdirSync(folder)).toEqual([`${Q3}.jwe`]);
    expect(inSystemd(folder, credential)).toMatchObject({ kind: 'systemd-credential', weak: false });
    await expect(inSystemd(folder, put(randomBytes(32))).openPeriodKey(TENANT, Q3)).rejects.toThrow(
      expect.objectContaining({ code: 'key-missing' }),
    );
  });

  test('that is not there is said, and none is made', async () => {
    const path = join(temporaryFolder(), 'samspill-key');
    await expect(inSystemd(temporaryFolder(), path).makeReady(TENANT)).rejects.toThrow(
      expect.objectContaining({ code: 'key-missing' }),
    );
    expect(existsSync(path)).toBe(false);
  });

  test('on a disk is none, and one in memory is told from it', async () => {
    const path = put(randomBytes(32));
    await expect(inSystemd(temporaryFolder(), path, { inMemory: false }).makeReady(TENANT)).rejects.toThrow(
      refused(/on a disk is not a systemd credential/),
    );
    expect(await isInMemory(import.meta.filename)).toBe(false);
  });

  test.skipIf(!existsSync('/dev/shm'))('in a file system of memory is known as such', async () => {
    const folder = mkdtempSync('/dev/shm/samspill-test-');
    expect(await isInMemory(folder)).toBe(true);
    rmSync(folder, { recursive: true });
    expect(await isInMemory(tmpdir())).toBe(readFileSync('/proc/mounts', 'utf8').includes(` ${tmpdir()} tmpfs`));
  });

  test.each([0o404, 0o460, 0o402])('that others may use (mode %o) is refused', async (mode) => {
    const path = put(randomBytes(32));
    chmodSync(path, mode);
    await expect(inSystemd(temporaryFolder(), path).makeReady(TENANT)).rejects.toThrow(refused(/Others may read/));
  });

  test('rotates: with the one before for one start, then without it', async () => {
    const folder = temporaryFolder();
    const [before, after] = [put(randomBytes(32)), put(randomBytes(32))];
    const key = await inSystemd(folder, before).openPeriodKey(TENANT, Q3);
    const standing = await inSystemd(folder, before).standingKey(TENANT);
    await inSystemd(folder, after, { oldCredential: before }).makeReady(TENANT);
    const alone = inSystemd(folder, after);
    expect([hex(await alone.openPeriodKey(TENANT, Q3)), hex(await alone.standingKey(TENANT))]).toEqual([
      hex(key),
      hex(standing),
    ]);
    await expect(inSystemd(folder, before).standingKey(TENANT)).rejects.toThrow();
  });
});

describe('a key-encryption key in a file', () => {
  test('renamed is replaced: everything is wrapped anew, marks stay, and the old one is shredded', async () => {
    const folder = temporaryFolder();
    const who = new RealIdentity('33333333-0000-4000-8000-000000000003');
    const standing = await inFile(folder).standingKey(TENANT);
    const mark = markMaker(TENANT, standing)(who);
    const key = await inFile(folder).openPeriodKey(TENANT, Q3);
    const old = readFileSync(join(folder, KEY));
    renameSync(join(folder, KEY), join(folder, 'key-encryption.old.key'));
    await inFile(folder).makeReady(TENANT);
    expect(readdirSync(folder).sort()).toEqual([`${Q3}.jwe`, KEY, 'standing.jwe']);
    const now = readFileSync(join(folder, KEY));
    expect(now.equals(old)).toBe(false);
    for (const name of [`${Q3}.jwe`, 'standing.jwe']) {
      expect(wrappedBy(readFileSync(join(folder, name), 'utf8'))).toBe(keyIdOf(now));
    }
    expect(hex(await inFile(folder).openPeriodKey(TENANT, Q3))).toBe(hex(key));
    expect(markMaker(TENANT, await inFile(folder).standingKey(TENANT))(who)).toBe(mark);
  });

  test('cut short at any file, a rotation is finished by the next start, and no key is lost', async () => {
    for (let crashAt = 0; crashAt < 4; crashAt += 1) {
      const folder = temporaryFolder();
      const keys = [];
      for (const period of ['2026-Q1', '2026-Q2', Q3])
        keys.push(hex(await inFile(folder).openPeriodKey(TENANT, period)));
      renameSync(join(folder, KEY), join(folder, 'key-encryption.old.key'));
      let drawn = 0;
      const random = (size: number): Uint8Array => {
        // The name beside a file that is about to be replaced.
        if (size === 8 && drawn++ === crashAt) throw new Error('the machine stopped');
        return randomBytes(size);
      };
      await expect(fileCustody({ folder, random, now: () => NOW }).makeReady(TENANT)).rejects.toThrow('stopped');
      await inFile(folder).makeReady(TENANT);
      const again = [];
      for (const period of ['2026-Q1', '2026-Q2', Q3])
        again.push(hex(await inFile(folder).openPeriodKey(TENANT, period)));
      expect(again, `crash at ${crashAt}`).toEqual(keys);
      expect(existsSync(join(folder, 'key-encryption.old.key'))).toBe(false);
    }
  });

  test('what came back beside a shredded key’s note goes at the next start', async () => {
    const folder = temporaryFolder();
    await inFile(folder).openPeriodKey(TENANT, Q3);
    const backup = readFileSync(join(folder, `${Q3}.jwe`));
    await inFile(folder).shredPeriodKey(Q3);
    writeFileSync(join(folder, `${Q3}.jwe`), backup);
    await inFile(folder).makeReady(TENANT);
    expect(readdirSync(folder).sort()).toEqual([`${Q3}.jwe.shredded`, KEY]);
  });
});

test.each([
  [0, '2026-10-06'],
  [30, '2026-11-05'],
  [undefined, null],
])('with backups kept %j days, a key shredded on 5 October cannot be recovered from %j', async (backupDays, day) => {
  const custody = inFile(temporaryFolder(), backupDays === undefined ? {} : { backupDays });
  await custody.openPeriodKey(TENANT, Q3);
  expect(await custody.recoverableUntil(Q3)).toBeNull();
  await custody.shredPeriodKey(Q3);
  expect(await custody.recoverableUntil(Q3)).toBe(day);
});
