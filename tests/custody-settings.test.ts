import { randomBytes } from 'node:crypto';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { custodyChoice, pinChoice } from '../connector/custody-settings.ts';
import { installedCustody } from '../connector/installed-custody.ts';
import { readSettings } from '../connector/settings.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PILOT = { SAMSPILL_STAGE: 'pilot' };
const BACKUP = { SAMSPILL_BACKUP_DAYS: '30' };
const VAULT = { SAMSPILL_KEY_VAULT: 'https://fjord.vault.azure.net' };
const chosen = (environment: Record<string, string>) => custodyChoice(readSettings(environment));

describe('custody', () => {
  test('is a key vault in production and a file in a pilot, unless something else is chosen', () => {
    expect(chosen({ ...BACKUP, ...VAULT })).toEqual({
      kind: 'key-vault',
      address: 'https://fjord.vault.azure.net',
      keyName: 'samspill',
    });
    expect(chosen(PILOT)).toEqual({ kind: 'file' });
    expect(chosen({ ...PILOT, ...VAULT, SAMSPILL_KEYS: 'managed-hsm', SAMSPILL_KEY_NAME: 'fjord-1' })).toMatchObject({
      kind: 'managed-hsm',
      keyName: 'fjord-1',
    });
    const credential = { SAMSPILL_KEYS: 'systemd-credential', SAMSPILL_KEY_CREDENTIAL: '/run/credentials/key' };
    expect(chosen({ ...BACKUP, ...credential })).toMatchObject({ credential: '/run/credentials/key' });
  });

  test.each([
    [{ ...BACKUP, SAMSPILL_KEYS: 'file' }, /file beside the data are not taken in production/],
    [BACKUP, /There is no key: .*SAMSPILL_KEY_VAULT/],
    [{ ...BACKUP, SAMSPILL_KEYS: 'systemd-credential' }, /There is no key: .*SAMSPILL_KEY_CREDENTIAL/],
    [VAULT, /SAMSPILL_BACKUP_DAYS/],
  ])('%j is refused', (environment: Record<string, string>, says) => {
    expect(() => chosen(environment)).toThrow(says);
  });
});

describe('a key in the environment', () => {
  const key = randomBytes(32);
  test.each([
    ['SAMSPILL_KEY', 'anything'],
    ['SAMSPILL_MASTER_KEY', 'anything'],
    ['SAMSPILL_TOKEN', key.toString('hex')],
    ['SAMSPILL_CLIENT_SECRET', key.toString('base64url')],
    ['SAMSPILL_CERTIFICATE_KEY_FILE', '-----BEGIN PRIVATE KEY-----'],
  ])('%s is refused in production, without its value; a pilot’s is let be', (name, value) => {
    const reading = (stage: object) => () => readSettings({ [name]: value, ...stage });
    expect(reading({})).toThrow(new RegExp(`${name} looks like a key`));
    expect(reading({})).not.toThrow(value);
    expect(reading(PILOT)).not.toThrow();
  });

  test.each(['SAMSPILL_KEY_CREDENTIAL', 'SAMSPILL_OLD_KEY_CREDENTIAL', 'SAMSPILL_LEDGER_PIN'])(
    '%s takes a path, never a key, in a pilot neither',
    (name) => {
      for (const value of [key.toString('hex'), key.toString('base64url'), `${key.toString('base64url')}=`]) {
        expect(() => readSettings({ [name]: value, ...PILOT })).toThrow(/never to a key itself/);
        expect(() => readSettings({ [name]: value, ...PILOT })).not.toThrow(value);
      }
    },
  );

  test('is not what other settings and other people’s variables are', () => {
    const environment = {
      SAMSPILL_CERTIFICATE_SHA256: key.toString('hex'),
      SAMSPILL_CERTIFICATE_KEY_FILE: '/etc/samspill/application.key',
      SAMSPILL_KEY_CREDENTIAL: '/run/credentials/samspill.service/a-rather-long-name-of-a-credential',
      PATH: key.toString('hex'),
    };
    expect(readSettings(environment).SAMSPILL_CERTIFICATE_SHA256).toBe(key.toString('hex'));
  });
});

describe('the pin', () => {
  const pinned = (environment: Record<string, string>) => {
    const settings = readSettings(environment);
    return pinChoice(settings, custodyChoice(settings));
  };

  test('is the folder that is set, else the vault, else beside a pilot’s data; production without either is refused', () => {
    expect(pinned({ ...BACKUP, ...VAULT, SAMSPILL_LEDGER_PIN: '/srv/pin' })).toEqual({ folder: '/srv/pin' });
    expect(pinned({ ...BACKUP, ...VAULT })).toBe('vault');
    expect(pinned({ ...PILOT, SAMSPILL_DATA_FOLDER: '/srv/data/' })).toEqual({ folder: '/srv/data.pin' });
    const systemd = { SAMSPILL_KEYS: 'systemd-credential', SAMSPILL_KEY_CREDENTIAL: '/run/key' };
    expect(() => pinned({ ...BACKUP, ...systemd })).toThrow(/SAMSPILL_LEDGER_PIN/);
  });

  test('lies outside the data folder, links seen through', () => {
    const folder = temporaryFolder();
    const data = join(folder, 'data');
    mkdirSync(join(data, 'inner'), { recursive: true });
    symlinkSync(join(data, 'inner'), join(folder, 'link'));
    const installed = (pin: string) => () =>
      installedCustody({
        settings: readSettings({ ...PILOT, SAMSPILL_DATA_FOLDER: data, SAMSPILL_LEDGER_PIN: pin }),
        application: { tenantId: 'a', clientId: 'b', credential: { secret: 'not asked for' } },
        random: randomBytes,
        now: Date.now,
      });
    for (const pin of [data, join(data, 'pin'), join(data, 'a', 'b'), join(folder, 'link', 'pin')]) {
      expect(installed(pin), pin).toThrow(/inside the data folder/);
    }
    expect(installed(join(folder, 'data.pin'))).not.toThrow();
    expect(installed(join(folder, 'pin'))().custody).toMatchObject({ kind: 'file', weak: true });
  });
});
