/** Where the key-encryption key lives, from weakest to strongest (design D5). */
export type CustodyKind = 'file' | 'systemd-credential' | 'key-vault' | 'managed-hsm';

/** Who keeps the keys of pseudonyms (design D5). One custody serves one tenant. */
export interface KeyCustody {
  readonly kind: CustodyKind;
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
  /** 32 random bytes of the tenant's own, made at the first asking: the seed of the key that signs archives. */
  archiveKey(tenantId: string): Promise<Uint8Array>;
  /** The id of the key that wraps a period's, which opens nothing; null where there is none yet, or it tells none. */
  keyId(periodId: string): Promise<string | null>;
  /**
   * Looks whether the key-encryption key is fit, and makes and changes nothing; one that is yet to be made is no fault.
   *
   * @throws as `makeReady`
   */
  look(tenantId: string): Promise<void>;
  /**
   * Brings custody in order at a start: refuses a key-encryption key that is missing, guessable or somebody else's, and
   * wraps anew what an older one wrapped. The keys inside stay what they are: marks and pseudonyms go on.
   *
   * @throws Failure 'key-missing', 'bad-setting', and where the key is in Azure 'credential-refused', 'unreachable', 'throttled'
   */
  makeReady(tenantId: string): Promise<void>;
  /**
   * The day from which a shredded key cannot be recovered by anybody, copies in backups and what Azure holds back
   * included (UTC).
   *
   * @returns null where the key is not shredded, or nobody has said how long backups are kept
   */
  recoverableUntil(periodId: string): Promise<string | null>;
}
