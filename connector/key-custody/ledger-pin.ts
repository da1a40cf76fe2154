/** How far a tenant's privacy ledger had come when this was noted, outside the data folder. */
export interface PinnedHead {
  readonly tenantId: string;
  /** How many releases the ledger held; 1 or more. */
  readonly releases: number;
  /** The hash of the newest of them: 64 hexadecimal digits. */
  readonly releaseHead: string;
  /** The head of the boundary ledger at that moment. */
  readonly boundaryHead?: string;
}

/**
 * Remembers the ledger's head where a backup of the data folder does not reach, so that neither a restored nor a second
 * installation can draw a period's noise again.
 */
export interface LedgerPin {
  /** The newest head; undefined before the first release. @throws Failure 'ledger-broken' where it is not what was written */
  read(): Promise<PinnedHead | undefined>;
  /**
   * Notes a head. One that says the same again changes nothing.
   *
   * @throws Failure 'ledger-broken' where another head is noted for as many releases, or for more
   */
  write(head: PinnedHead): Promise<void>;
}
