import type { Account, World } from '../connector/demo-tenant/world.ts';
import { ACCOUNTS, id, smallWorld } from './demo-tenant/small-world.ts';

export const INSIDE = id(71);
export const OUTSIDE = id(72);
/** Anna's and Bjarne's mailboxes, and the shared one that is there to be tried. */
export const OPEN = [id(1), id(2), INSIDE];
/** What the token bears where Exchange opens mail. */
export const ROLES_WITHOUT_MAIL = ['User.Read.All', 'GroupMember.Read.All'];
export const EXCHANGE_SCOPED = { sources: ['sent-items'], probeInside: INSIDE, probeOutside: OUTSIDE } as const;

/** A mailbox of nobody: its account is there and disabled. */
function shared(number: number, name: string): Account {
  const address = `${name}@fjord.example`;
  return {
    ...ACCOUNTS[1]!,
    id: id(number),
    kind: 'shared',
    userPrincipalName: address,
    mail: address,
    proxyAddresses: [`SMTP:${address}`],
    displayName: name,
    enabled: false,
    department: null,
    licence: null,
    managerId: null,
  };
}

/** The small world with two shared mailboxes, by which it is seen what Exchange opens. */
export function exchangeScopedWorld(different: Partial<World> = {}): World {
  return smallWorld({ accounts: [...ACCOUNTS, shared(71, 'probe.inside'), shared(72, 'probe.outside')], ...different });
}
