import { folderCustody } from './folder-custody.ts';
import type { KeyCustody } from './key-custody.ts';
import type { LedgerPin } from './ledger-pin.ts';
import { openVault, type VaultOptions } from './vault.ts';
import { vaultKeeper } from './vault-keeper.ts';
import { vaultPin } from './vault-pin.ts';

/**
 * Custody whose key-encryption keys stay in Azure Key Vault or a Managed HSM, and the pin that the same vault can keep.
 * The keys of periods lie wrapped in a folder; plain they are in this process's memory only, while it works.
 *
 * @param options.folder of wrapped keys; made when missing
 * @param options.keyName the key an administrator made there
 */
export function vaultCustody(
  options: VaultOptions & {
    readonly folder: string;
    readonly keyName: string;
    readonly random: (size: number) => Uint8Array;
    readonly backupDays?: number | undefined;
    readonly pollMs?: number;
  },
): { custody: KeyCustody; pin: LedgerPin } {
  const vault = openVault(options);
  const keeper = vaultKeeper({ ...options, vault });
  return { custody: folderCustody({ ...options, keeper }), pin: vaultPin({ vault, keyName: options.keyName }) };
}
