import type { Failure } from './failure.ts';
import type { Get } from './microsoft-graph/get.ts';
import type { Directory } from './microsoft-graph/people.ts';
import type { Day, Period } from './privacy/period.ts';
import type { MayInclude } from './privacy/protected-contacts.ts';
import type { PseudonymMaker } from './privacy/pseudonym.ts';
import type { Scope, SourceName } from './privacy/scope.ts';
import type { Progress, SourceProgress } from './source-progress.ts';
import type { PeriodFile, Store } from './store/open.ts';

/** A file that somebody laid into the data folder. */
export interface DataFile {
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970: when it was last written, which is the day it was handed over. */
  readonly changedAt: number;
}

export interface CollectionRun {
  readonly tenantId: string;
  readonly store: Store;
  readonly get: Get;
  readonly scope: Scope;
  /** The days to read: inside the period. */
  readonly span: { readonly from: Day; readonly to: Day };
  readonly period: Period;
  /** Which of the scope's sources this run reads. */
  readonly sources: readonly SourceName[];
  /** True when an earlier run of the same span was cut short: mailboxes it finished are not read again. */
  readonly resumed: boolean;
  /** Days of the span before this one are read only where an earlier run left them unread; absent: all are read. */
  readonly readAgainFrom?: Day;
  /** Unwraps the period's key, making it the first time. */
  readonly openPeriodKey: (periodId: string) => Promise<Uint8Array>;
  readonly openStandingKey: () => Promise<Uint8Array>;
  /** Reads a file below the data folder; throws Failure where it is not there. */
  readonly readDataFile: (path: string) => Promise<DataFile>;
  readonly now: () => number;
  readonly random: (size: number) => Uint8Array;
  /** Lets whatever else this process does have its turn: one that also answers must not fall silent for a whole run. */
  readonly giveWay: () => Promise<unknown>;
  /** Asked before every write: throws when another run has taken over. */
  readonly stillOurs: () => void;
  /** Told how many people the tenant has at least: what Graph allows grows with it. */
  readonly tenantHas?: (users: number) => void;
  /** Told after every step, with how every source fares; what it throws ends the run. */
  readonly report: (progress: Progress, sources: readonly SourceProgress[]) => void;
}

export interface UnknownFieldsMet {
  readonly count: number;
  readonly named: readonly string[];
}

/** What one run did; rounded before anybody sees it (design D6). */
export interface RunFigures {
  /** In the order of the scope. */
  readonly sources: readonly SourceProgress[];
  /** Some source was not read whole, and the next run tries again. */
  readonly partial: boolean;
  /** What Microsoft Graph sent that nobody asked for: different fields, and the names of those that are Microsoft's own. */
  readonly unknownFields: UnknownFieldsMet;
  /** Of these, how many came with each endpoint that sent any. */
  readonly dropped: readonly { readonly source: string; readonly fields: number }[];
  /** The tenant conceals names in reports: adoption of units cannot be known. */
  readonly concealed: boolean;
  /** Why Microsoft's own counts of the whole organisation could not be read; null where they were, or are not asked for. */
  readonly countsFailure: Failure | null;
}

/** A run that has begun: the days that may be read, who is there, and how each passes on the way in. */
export interface Begun {
  readonly run: CollectionRun;
  readonly span: { readonly from: Day; readonly to: Day };
  readonly file: PeriodFile;
  readonly directory: Directory;
  readonly pseudonymOf: PseudonymMaker;
  readonly mayInclude: MayInclude;
  /** Tells how far every source is. */
  readonly tell: () => void;
}
