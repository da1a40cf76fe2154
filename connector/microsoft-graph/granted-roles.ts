import { z } from 'zod';
import { Failure } from '../failure.ts';
import type { ScopableSource } from '../privacy/exchange-scope.ts';
import type { Cloud } from './clouds.ts';
import type { AccessTokens } from './sign-in.ts';
import type { SourceDeclaration } from './source-declaration.ts';

/** What the token may do against what is needed. */
export interface RoleFindings {
  /** Needed and not granted, with the sources that stop without it. */
  readonly missing: readonly { readonly role: string; readonly stops: readonly string[] }[];
  /** Granted and not needed, in the order of their names. */
  readonly extra: readonly string[];
  /** Granted for every mailbox where Exchange is to open them one by one; no approval makes that right. */
  readonly unscoped: readonly string[];
}

/** What a scope needs of the application's permissions. */
export interface RolesNeeded {
  /** What will be asked, as `neededSources` gives it. */
  readonly sources: readonly SourceDeclaration[];
  /** Roles that the scope allows beyond what is needed. */
  readonly approved?: readonly string[];
  /**
   * Sources that Exchange opens mailbox by mailbox: their roles must not be in the token, or every mailbox is open and
   * the scoping means nothing.
   */
  readonly scopedInExchange?: readonly ScopableSource[];
  /** The sources of the scope that stop without what is asked under this name; that name alone when absent. */
  readonly stopsWithout?: (name: string) => readonly string[];
}

/** Where an administrator consents, with the two ids of the settings in place of the names in braces. */
export function consentLink({ signIn }: Cloud): string {
  return `${signIn}/{SAMSPILL_TENANT_ID}/adminconsent?client_id={SAMSPILL_CLIENT_ID}`;
}

/** Application permissions that open a source in every mailbox, the wider ones too (Microsoft's permission map). */
const OPENS_EVERY_MAILBOX: Readonly<Record<ScopableSource, readonly string[]>> = {
  'sent-items': ['Mail.ReadBasic.All', 'Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite'],
};

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
 * @param granted roles, as `rolesIn` reads them
 */
export function compareRoles(granted: ReadonlySet<string>, need: RolesNeeded): RoleFindings {
  const { approved = [], scopedInExchange = [], stopsWithout = (name: string): readonly string[] => [name] } = need;
  const stops = new Map<string, Set<string>>();
  for (const { name, permissions } of need.sources) {
    if (scopedInExchange.some((scoped) => scoped === name)) continue;
    for (const { role } of permissions) stops.set(role, new Set([...(stops.get(role) ?? []), ...stopsWithout(name)]));
  }
  const opening = new Set(scopedInExchange.flatMap((name) => OPENS_EVERY_MAILBOX[name]));
  const beyond = [...granted].filter((role) => !stops.has(role)).toSorted();
  return {
    missing: [...stops].filter(([role]) => !granted.has(role)).map(([role, names]) => ({ role, stops: [...names] })),
    extra: beyond.filter((role) => !opening.has(role) && !approved.includes(role)),
    unscoped: beyond.filter((role) => opening.has(role)),
  };
}

/** What to do about each permission that is missing, a sentence each. */
export function missingSentences({ missing }: RoleFindings, cloud: Cloud): string[] {
  return missing.map(
    ({ role, stops }) =>
      `${role} is not granted, which stops ${stops.join(', ')}: grant it in Entra and consent at ${consentLink(cloud)}`,
  );
}

/**
 * Refuses an application that may do more than it needs (design D3).
 *
 * @throws Failure 'too-many-permissions' naming them
 */
function refuseExtraRoles({ extra, unscoped }: RoleFindings): void {
  if (unscoped.length > 0) {
    throw new Failure(
      'too-many-permissions',
      `The scope has mailboxes opened one by one in Exchange, but the token opens every one of them (${unscoped.join(', ')}), so nothing is read: take it away in Entra, under API permissions; no approval in the scope replaces that.`,
    );
  }
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
export function leastRoles(tokens: AccessTokens, need: RolesNeeded): AccessTokens {
  let good: string | undefined;
  return {
    async token(options) {
      const token = await tokens.token(options);
      if (token !== good) refuseExtraRoles(compareRoles(rolesIn(token), need));
      good = token;
      return token;
    },
  };
}
