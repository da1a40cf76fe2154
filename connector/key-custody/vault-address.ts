import { Failure } from '../failure.ts';

export type VaultKind = 'key-vault' | 'managed-hsm';

/**
 * The domains below which vaults lie in each of Microsoft's clouds; tokens for a vault are made for its domain.
 * Source: Microsoft Learn, "Azure Key Vault: vault name and object name, DNS suffix"; "Managed HSM", 2025.
 */
const DOMAINS: Readonly<Record<string, Readonly<Record<VaultKind, string>>>> = {
  global: { 'key-vault': 'vault.azure.net', 'managed-hsm': 'managedhsm.azure.net' },
  'us-government': { 'key-vault': 'vault.usgovcloudapi.net', 'managed-hsm': 'managedhsm.usgovcloudapi.net' },
  'us-government-dod': { 'key-vault': 'vault.usgovcloudapi.net', 'managed-hsm': 'managedhsm.usgovcloudapi.net' },
  china: { 'key-vault': 'vault.azure.cn', 'managed-hsm': 'managedhsm.azure.cn' },
};

export interface VaultAddress {
  /** `https://fjord.vault.azure.net` */
  readonly origin: string;
  /** What a token must be made for: `https://vault.azure.net`. */
  readonly resource: string;
}

/**
 * The address of a vault, checked against the domains where vaults of its kind lie: a token goes nowhere else.
 *
 * @throws Failure 'bad-setting'
 */
export function vaultAddress(kind: VaultKind, cloud: string, address: string): VaultAddress {
  const domain = DOMAINS[cloud]?.[kind];
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const name = url?.hostname.slice(0, -(domain ?? '').length - 1) ?? '';
  const isOne = domain !== undefined && url?.hostname === `${name}.${domain}` && /^[a-z0-9-]{3,24}$/.test(name);
  const isPlain = url?.protocol === 'https:' && url.port === '' && url.pathname === '/' && url.username === '';
  if (isOne && isPlain && url.search === '' && url.hash === '') {
    return { origin: url.origin, resource: `https://${domain}` };
  }
  const example = `https://fjord.${domain ?? 'vault.azure.net'}`;
  throw new Failure('bad-setting', `Set SAMSPILL_KEY_VAULT to the vault's address, such as ${example}.`);
}
