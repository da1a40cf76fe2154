import { z } from 'zod';
import { isJsonObject } from './json-object.ts';
import { moment } from './moment.ts';
import type { Account } from './object-ids.ts';

/** What is kept of one call while its day is read. */
export interface CallRecord {
  readonly id: string;
  /** Graph may tell a call again, and better. */
  readonly version: number;
  readonly type: string;
  /** Milliseconds since 1970. */
  readonly began: number;
  readonly ended: number;
}

const record = z
  .object({
    id: z.string().min(1),
    version: z.number().int().nonnegative(),
    type: z.string(),
    startDateTime: moment,
    endDateTime: moment,
  })
  .refine(({ startDateTime, endDateTime }) => startDateTime <= endDateTime);

/**
 * Keeps the listed fields of one call.
 *
 * @param item whatever Graph sent as a call record; no type is trusted
 * @returns undefined where a listed field is missing or of another type, or the call ends before it begins
 */
export function readCallRecord(item: unknown): CallRecord | undefined {
  const parsed = record.safeParse(item);
  if (!parsed.success) return undefined;
  const { id, version, type, startDateTime, endDateTime } = parsed.data;
  return { id, version, type, began: startDateTime, ended: endDateTime };
}

/** `displayName` and `userPrincipalName` are left out here, so they are gone with their page; so is every telephone. */
const user = z.object({ id: z.string().nullish(), tenantId: z.string().nullish() });
const participant = z.object({ identity: z.object({ user: user.nullish() }) });

/**
 * Keeps who one participant is: the account, or null for a telephone, a guest by link or an application.
 *
 * @returns undefined for something that is no participant
 */
export function readCallParticipant(item: unknown): Account | null | undefined {
  const parsed = participant.safeParse(item);
  if (!parsed.success || !isJsonObject(item)) return undefined;
  const account = parsed.data.identity.user;
  return typeof account?.id === 'string' ? { userId: account.id, tenantId: account.tenantId } : null;
}
