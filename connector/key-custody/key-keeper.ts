import type { CustodyKind } from './key-custody.ts';
import type { KeyName } from './wrapped-key.ts';

/** Who holds the key-encryption key and wraps with it; what is wrapped lies in a folder of ours: see `folderCustody`. */
export interface KeyKeeper {
  readonly kind: CustodyKind;
  readonly weak: boolean;
  /** Refuses what is not fit to wrap with, and changes nothing. @throws as `KeyCustody.makeReady` */
  look(tenantId: string): Promise<void>;
  /** As `look`, before anything is wrapped; makes and notes what is missing. */
  makeReady(tenantId: string): Promise<void>;
  /** A wrapped key as one line of text, bound to its name. */
  wrap(key: Uint8Array, name: KeyName): Promise<string>;
  /**
   * The inverse of `wrap`.
   *
   * @returns with `isOutdated` where it should be wrapped anew
   * @throws Failure 'key-missing'
   */
  unwrap(wrapped: string, name: KeyName): Promise<{ readonly key: Uint8Array; readonly isOutdated: boolean }>;
  /** Told once everything is wrapped with the newest key: an older one may go. */
  retireOld(): Promise<void>;
  /**
   * Ends what could still open a period's wrapped key, where the period has a key-encryption key of its own. Doing it
   * again changes nothing.
   *
   * @returns the moment from which it is gone for good, in milliseconds since 1970; null where a backup opens with the
   *   tenant's key all the same
   */
  forget(periodId: string): Promise<number | null>;
}
