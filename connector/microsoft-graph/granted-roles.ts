import { z } from 'zod';
import { Failure } from '../failure.ts';
import type { Cloud } from './clouds.ts';
import type { AccessTokens } from './sign-in.ts';
import type { SourceDeclaration } from './source-declaration.ts';

/** What the token may do against what is needed. */
export interface RoleFindings {
  /** Needed and not granted, with the sources that stop without it. */
  readonly missing: readonly { readonly role: string; readonly stops: readonly string[] }[];
  /** Granted and not needed, in the order of their names. */
  readonly extra: readonly string[];
}

/** Where an administrator consents, with the two ids of the settings in place of the names in braces. */
export function consentLink({ signIn }: Cloud): string {
  return `${signIn}/{SAMSPILL_TENANT_ID}/adminconsent?client_id={SAMSPILL_CLIENT_ID}`;
}

const claims = z.object({ roles: z.array(z.string()).default([]) });
/** Microsoft's permissions are named so; what is not is not repeated. */
const PLAIN_ROLE = /^[A-Za-z][A-Za-z0-9.-]{0,79}$/;

/**
 * The application permissions a token bears. Its signature is Graph's business: it is our own token, fresh from Entra,
 * and nothing is opened because of what it says. Roles that Exchange gives to single mailboxes are not in it.
 *
 * @throws Failure 'shape-changed' where it cannot be read; the token is never quoted
 */
export function rolesIn(token: string): ReadonlySet<string> {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return new Set(claims.parse(payload).roles);
  } catch {
    throw new Failure('shape-changed', 'Entra gave a token whose permissions cannot be read: update Samspill.');
  }
}

/**
 * Compares what is granted with what the sources need.
 *
 * @param options.sources what will be asked, as `neededSources` gives it
 * @param options.approved roles that the scope allows beyond what is needed
 * @param options.scopedInExchange sources that Exchange opens mailbox by mailbox: their roles must not be in the token,
 *   or every mailbox is open and the scoping means nothing
 */
export function compareRoles(options: {
  readonly granted: ReadonlySet<string>;
  readonly sources: readonly SourceDeclaration[];
  readonly approved?: readonly string[];
  readonly scopedInExchange?: readonly string[];
}): RoleFindings {
  const { granted, approved = [], scopedInExchange = [] } = options;
  const stops = new Map<string, string[]>();
  for (const { name, permissions } of options.sources) {
    if (scopedInExchange.includes(name)) continue;
    for (const { role } of permissions) stops.set(role, [...(stops.get(role) ?? []), name]);
  }
  return {
    missing: [...stops].filter(([role]) => !granted.has(role)).map(([role, names]) => ({ role, stops: names })),
    extra: [...granted].filter((role) => !stops.has(role) && !approved.includes(role)).toSorted(),
  };
}

/**
 * Refuses an application that may do more than it needs (design D3).
 *
 * @throws Failure 'too-many-permissions' naming them
 */
function refuseExtraRoles({ extra }: RoleFindings): void {
  if (extra.length === 0) return;
  const named = extra.map((role) => (PLAIN_ROLE.test(role) ? role : 'one with an unusual name')).join(', ');
  throw new Failure(
    'too-many-permissions',
    `The application may do more in Microsoft Graph than the scope needs (${named}), so nothing is read: take these permissions away in Entra, under API permissions, or have the scope approve them by name.`,
  );
}

/**
 * The same tokens, each looked at before it is first used: none that may do more than the sources need is ever sent.
 * What is missing is not refused here, since Graph itself refuses that source and no other.
 */
export function leastRoles(
  tokens: AccessTokens,
  need: { readonly sources: readonly SourceDeclaration[]; readonly approved?: readonly string[] },
): AccessTokens {
  let good: string | undefined;
  return {
    async token(options) {
      const token = await tokens.token(options);
      if (token !== good) refuseExtraRoles(compareRoles({ granted: rolesIn(token), ...need }));
      good = token;
      return token;
    },
  };
}
