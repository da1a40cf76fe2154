import type { Day } from '../privacy/period.ts';
import type { MayInclude } from '../privacy/protected-contacts.ts';
import type { PseudonymMaker } from '../privacy/pseudonym.ts';
import type { Get } from './get.ts';
import type { Directory, DirectoryPerson } from './people.ts';

/** What every source is read with; `pseudonymOf` and `mayInclude` are the period's and the scope's. */
export interface Reading {
  readonly get: Get;
  readonly directory: Directory;
  /** First day read. */
  readonly from: Day;
  /** First day not read. */
  readonly to: Day;
  readonly pseudonymOf: PseudonymMaker;
  readonly mayInclude: MayInclude;
  /** Told at the end how many items could not be read: malformed, or of a day that was not asked for. */
  readonly noteDropped?: (items: number) => void;
}

/** One person's mailbox, calendar or chats: they speak only for their owner. */
export interface PersonReading extends Reading {
  readonly person: DirectoryPerson;
}

/** Sources that name people by object id tell our own from others' by the tenant. */
export interface InTenant {
  /** Our own, letter case aside. */
  readonly tenantId: string;
}
