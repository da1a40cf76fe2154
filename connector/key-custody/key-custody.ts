/**
 * Who keeps the keys of pseudonyms (design D5): a file now, a systemd credential, Azure Key Vault and a Managed HSM
 * later. One custody serves one tenant.
 */
export interface KeyCustody {
  readonly kind: 'file';
  /** True where whoever reads the data folder can read the keys as well. Shown on screen; refused in production. */
  readonly weak: boolean;
  /**
   * Makes a period's key: 32 independent random bytes, never derived from another key.
   *
   * @throws Failure 'key-missing' where the period has a key, or had one that was shredded
   */
  createPeriodKey(tenantId: string, periodId: string): Promise<Uint8Array>;
  /**
   * A period's key, made now if none ever was.
   *
   * @throws Failure 'key-missing' where it was shredded, belongs elsewhere or cannot be unwrapped
   */
  openPeriodKey(tenantId: string, periodId: string): Promise<Uint8Array>;
  /** Destroys a period's key for good and leaves word when. Doing it again changes nothing; so does a crash midway. */
  shredPeriodKey(periodId: string): Promise<void>;
  /** The tenant's standing key, made at the first asking: for marks, which must outlive periods. */
  standingKey(tenantId: string): Promise<Uint8Array>;
}
