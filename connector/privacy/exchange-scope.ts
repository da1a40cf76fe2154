import { z } from 'zod';

/**
 * Sources that Exchange can open to an application mailbox by mailbox and at the basic level. Of calendars it has a role
 * for full reading only, texts and attachments included, which would open more than it closes.
 */
const SCOPABLE = ['sent-items'] as const;
export type ScopableSource = (typeof SCOPABLE)[number];

/**
 * Where Exchange, and not consent in Entra, says which mailboxes open (RBAC for Applications), and the object ids of two
 * mailboxes by which that is seen. Both are mailboxes of nobody, shared or test ones: they are kept with the scope.
 */
export const exchangeScope = z
  .object({
    sources: z.array(z.enum(SCOPABLE)).min(1).readonly(),
    /** Must open to the application. */
    probeInside: z.guid().toLowerCase(),
    /** Must not. */
    probeOutside: z.guid().toLowerCase(),
  })
  .refine(({ probeInside, probeOutside }) => probeInside !== probeOutside);
export type ExchangeScope = Readonly<z.infer<typeof exchangeScope>>;

/** How `exchangeScoped` of a scope is written. */
export const EXCHANGE_SCOPE_FORM =
  'left out, or { "sources": ["sent-items"], "probeInside": object id of a mailbox that must open, "probeOutside": of another that must not }, with each source on in the scope; no other source can be there, since Exchange has a basic role for mail and none for calendars';
