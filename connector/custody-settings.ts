import { Failure } from './failure.ts';
import { CUSTODY_KINDS, type Settings } from './settings.ts';

export type CustodyChoice =
  | { readonly kind: 'file' }
  | { readonly kind: 'systemd-credential'; readonly credential: string; readonly oldCredential: string | undefined }
  | { readonly kind: 'key-vault' | 'managed-hsm'; readonly address: string; readonly keyName: string };

/**
 * Which custody the settings choose. Production takes what keeps the key-encryption key apart from data and backups:
 * a vault, a Managed HSM, a systemd credential; a file is for a pilot.
 *
 * @throws Failure 'bad-setting' naming the setting
 */
export function custodyChoice(settings: Settings): CustodyChoice {
  const isProduction = settings.SAMSPILL_STAGE === 'production';
  const kind = settings.SAMSPILL_KEYS ?? (isProduction ? 'key-vault' : 'file');
  if (isProduction && settings.SAMSPILL_BACKUP_DAYS === undefined) {
    throw new Failure(
      'bad-setting',
      'Set SAMSPILL_BACKUP_DAYS to the days for which backups of the data folder are kept, 0 where there are none: it says when a destroyed key is past recovery.',
    );
  }
  switch (kind) {
    case 'file':
      if (!isProduction) return { kind };
      throw new Failure(
        'bad-setting',
        `Keys in a file beside the data are not taken in production: set SAMSPILL_KEYS to one of ${CUSTODY_KINDS.slice(1).join(', ')}, or SAMSPILL_STAGE to pilot while this is one.`,
      );
    case 'systemd-credential':
      return {
        kind,
        credential: needed(settings.SAMSPILL_KEY_CREDENTIAL, 'SAMSPILL_KEY_CREDENTIAL', kind),
        oldCredential: settings.SAMSPILL_OLD_KEY_CREDENTIAL,
      };
    case 'key-vault':
    case 'managed-hsm': {
      const address = needed(settings.SAMSPILL_KEY_VAULT, 'SAMSPILL_KEY_VAULT', kind);
      return { kind, address, keyName: settings.SAMSPILL_KEY_NAME };
    }
  }
}

function needed(value: string | undefined, name: string, kind: string): string {
  if (value !== undefined) return value;
  throw new Failure(
    'bad-setting',
    `There is no key: custody is ${kind}, so set ${name}; see .env.example and docs/administrator.md.`,
  );
}

/** Where the ledger's head is pinned: in a folder, or in the vault that keeps the keys. */
export type PinChoice = { readonly folder: string } | 'vault';

/**
 * @throws Failure 'bad-setting' where production has no place for it
 */
export function pinChoice(settings: Settings, custody: CustodyChoice): PinChoice {
  const folder = settings.SAMSPILL_LEDGER_PIN;
  if (folder !== undefined) return { folder };
  if (custody.kind === 'key-vault' || custody.kind === 'managed-hsm') return 'vault';
  if (settings.SAMSPILL_STAGE === 'pilot')
    return { folder: `${settings.SAMSPILL_DATA_FOLDER.replace(/\/+$/, '')}.pin` };
  throw new Failure(
    'bad-setting',
    'Set SAMSPILL_LEDGER_PIN to a folder outside the data folder and its backups, on another disk or machine if there is one: it keeps a released quarter from being drawn twice.',
  );
}
