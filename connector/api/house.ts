import type { PdfFonts } from '../documents/as-pdf.ts';
import type { Day } from '../privacy/period.ts';
import type { Scope } from '../privacy/scope.ts';
import type { App } from '../privacy/usage-day.ts';
import type { Store } from '../store/open.ts';
import type { Stage } from '../store/scopes.ts';

/** A source as declared by the file that reads it; structurally equal to `SourceDeclaration` there. */
interface DeclaredSource {
  readonly name: string;
  readonly endpoint: string;
  readonly permissions: readonly { readonly role: string; readonly id: string }[];
  readonly fields: readonly { readonly field: string; readonly reason: string }[];
  readonly unasked?: readonly string[];
}

/** What a question may consult. No way to Microsoft Graph, and nothing about the asker. */
export interface House {
  readonly store: Store;
  /** The key of a period that is held. Only *About me* and an objection need one: to find the asker's own rows. */
  readonly openPeriodKey: (periodId: string) => Promise<Uint8Array>;
  /** What a scope's usage reports can tell, and which of them tell it. */
  readonly appsMeasured: (scope: Scope) => readonly { readonly app: App; readonly reports: readonly string[] }[];
  readonly organisation: string;
  readonly demo: boolean;
  readonly sources: readonly DeclaredSource[];
  /** How period keys are wrapped; `weak` where whoever reads the disk reads the key. */
  readonly custody: {
    readonly kind: string;
    readonly weak: boolean;
    readonly keyId: (periodId: string) => Promise<string | null>;
    readonly recoverableUntil: (periodId: string) => Promise<string | null>;
    readonly archiveKey: (tenantId: string) => Promise<Uint8Array>;
  };
  /** What a paper as PDF is written with. */
  readonly pdfFonts: () => PdfFonts;
  /** How many releases are to come in all; null when nobody knows. */
  readonly expectedReleases: number | null;
  /** When the first picture can be expected; null when nothing is scheduled. */
  readonly firstPictureOn: () => Day | null;
  /** What the standing key belongs to, and what an act in office is signed for: a lower-case GUID. */
  readonly tenantId: string;
  /** In a pilot, scopes that stand by themselves count and gates stop nothing. */
  readonly stage: Stage;
  /** Opens the key under which signatures, marks and sealed addresses are made; kept by nobody here. */
  readonly standingKey: () => Promise<Uint8Array>;
  readonly random: (size: number) => Uint8Array;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What a running installation can say of itself; absent where there is none, as in a test. */
  readonly installed?: {
    readonly version: string;
    /** ISO 8601; null where nothing is scheduled. */
    readonly nextRunAt: () => string | null;
  };
}
