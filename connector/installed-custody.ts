import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { custodyChoice, pinChoice } from './custody-settings.ts';
import { Failure } from './failure.ts';
import { fileCustody } from './key-custody/file-custody.ts';
import { filePin } from './key-custody/file-pin.ts';
import { isInMemory } from './key-custody/in-memory.ts';
import type { KeyCustody } from './key-custody/key-custody.ts';
import type { LedgerPin } from './key-custody/ledger-pin.ts';
import { systemdCustody } from './key-custody/systemd-custody.ts';
import { vaultAddress } from './key-custody/vault-address.ts';
import { vaultCustody } from './key-custody/vault-custody.ts';
import { CLOUDS } from './microsoft-graph/clouds.ts';
import { signIn, type SignInCredential } from './microsoft-graph/sign-in.ts';
import type { Settings } from './settings.ts';

/**
 * The custody and the pin that the settings choose. The vault sees the same application that reads Microsoft Graph, with
 * tokens of its own. Nothing is asked of it, and nothing made, before custody is used.
 *
 * @throws Failure 'bad-setting'
 */
export function installedCustody({
  settings,
  application,
  random,
  now,
}: {
  readonly settings: Settings;
  readonly application: {
    readonly tenantId: string;
    readonly clientId: string;
    readonly credential: SignInCredential;
  };
  readonly random: (size: number) => Uint8Array;
  readonly now: () => number;
}): { custody: KeyCustody; pin: LedgerPin } {
  const data = settings.SAMSPILL_DATA_FOLDER;
  const { tenantId } = application;
  const choice = custodyChoice(settings);
  const pinned = pinChoice(settings, choice);
  const common = { folder: join(data, 'keys'), random, now, backupDays: settings.SAMSPILL_BACKUP_DAYS };
  const pinIn = ({ folder }: { readonly folder: string }): LedgerPin => {
    refuseInside(folder, data);
    return filePin({ folder, tenantId, random });
  };
  if ('address' in choice) {
    const address = vaultAddress(choice.kind, settings.SAMSPILL_CLOUD, choice.address);
    const cloud = CLOUDS[settings.SAMSPILL_CLOUD];
    const tokens = signIn({ ...application, now, cloud, resource: address.resource });
    const inVault = vaultCustody({ ...common, ...choice, address, token: () => tokens.token() });
    return pinned === 'vault' ? inVault : { ...inVault, pin: pinIn(pinned) };
  }
  if (pinned === 'vault') throw new RangeError('A pin in a vault is for custody in that vault.');
  if (choice.kind === 'file') return { custody: fileCustody(common), pin: pinIn(pinned) };
  return { custody: systemdCustody({ ...common, ...choice, isInMemory }), pin: pinIn(pinned) };
}

/** A pin that a restored data folder brings along would pin nothing. */
function refuseInside(pin: string, data: string): void {
  const [inner, outer] = [real(pin), real(data)];
  if (inner !== outer && !inner.startsWith(`${outer}${sep}`)) return;
  throw new Failure(
    'bad-setting',
    'SAMSPILL_LEDGER_PIN lies inside the data folder, where a restored backup would bring it back too: choose a folder elsewhere.',
  );
}

/** The real path, of what is not there yet as far as it is. */
function real(path: string): string {
  const whole = resolve(path);
  return existsSync(whole) || dirname(whole) === whole
    ? realpathSync(whole)
    : join(real(dirname(whole)), basename(whole));
}
