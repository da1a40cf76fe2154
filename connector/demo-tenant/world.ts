/**
 * What the demo tenant holds. A world only knows facts; `graph.ts` and `entra.ts` say them in Microsoft's protocols.
 * Two worlds exist: the invented municipality and a tenant folder.
 */
export interface World {
  readonly tenantId: string;
  readonly organisation: string;
  /** Verified domains, the default one first. */
  readonly domains: readonly string[];
  readonly accounts: readonly Account[];
  readonly groups: readonly Group[];
  /** The security group whose transitive members make the positive list. */
  readonly positiveGroupId: string;
  /** The first and the day after the last on which anything happens, milliseconds since 1970 (UTC midnights). */
  readonly from: number;
  readonly to: number;
  /** Whether the tenant's usage reports show hashes instead of names. Default: they show names. */
  readonly concealsNames?: boolean;
  /**
   * What one account sent in [from, to), oldest first; made or read lazily, the same at each asking.
   * Ends without a message for accounts that have no mailbox.
   */
  sentMessages(accountId: string, from: number, to: number): Iterable<SentMessage>;
  /** Services used on the day that starts at this moment; accounts that used none are absent. */
  usageOn(dayStart: number): Iterable<{ readonly accountId: string; readonly services: readonly Service[] }>;
}

export type Service = 'exchange' | 'teams' | 'onedrive' | 'sharepoint';

export interface Account {
  /** Entra object id, a lower-case GUID. */
  readonly id: string;
  readonly kind: 'employee' | 'elected' | 'pupil' | 'guest' | 'shared' | 'room' | 'service';
  readonly userPrincipalName: string;
  readonly mail: string | null;
  /** `SMTP:` for the primary address, `smtp:` for aliases. */
  readonly proxyAddresses: readonly string[];
  readonly displayName: string;
  readonly enabled: boolean;
  readonly userType: 'Member' | 'Guest';
  /** A unit path, levels separated by `/`. */
  readonly department: string | null;
  readonly jobTitle: string | null;
  readonly managerId: string | null;
  readonly hasMailbox: boolean;
  readonly licence: 'E3' | 'E5' | 'F1' | 'F3' | 'A1-student' | null;
  /** Further properties by Graph's names, for organisations that keep the unit elsewhere: `companyName`, for example. */
  readonly attributes?: Readonly<Record<string, unknown>>;
}

export interface Group {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string | null;
  readonly kind: 'security' | 'distribution' | 'microsoft365';
  readonly memberIds: readonly string[];
}

export interface SentMessage {
  readonly sentAt: number;
  /** Addresses in any letter case, with display names: the connector must drop the latter. */
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  /** Set where somebody else sent on this mailbox's behalf. */
  readonly senderAddress?: string;
  readonly subject: string;
  readonly draft: boolean;
  /** A meeting request or response: `#microsoft.graph.eventMessage`. */
  readonly meeting: boolean;
}
