import type { Account, Group, World } from './world.ts';

/** Ways to find an account or a group of a world. */
export interface AccountIndex {
  account(idOrPrincipalName: string): Account | undefined;
  group(id: string): Group | undefined;
  /** The display name that belongs to an address in any letter case; the address itself when nobody's. */
  nameOf(address: string): string;
  /** Direct members, accounts and groups, in the order the group lists them. */
  members(group: Group): (Account | Group)[];
  /** Everybody in the group or in a group within it, each once; a group within itself is no trouble. */
  transitiveMembers(group: Group): (Account | Group)[];
}

/** Costs one pass over the accounts. */
export function indexAccounts(world: Pick<World, 'accounts' | 'groups'>): AccountIndex {
  const accounts = new Map<string, Account>();
  const names = new Map<string, string>();
  const groups = new Map(world.groups.map((group) => [group.id, group]));
  for (const { mail, displayName } of world.groups) if (mail !== null) names.set(mail.toLowerCase(), displayName);
  for (const account of world.accounts) {
    accounts.set(account.id, account).set(account.userPrincipalName.toLowerCase(), account);
    for (const address of addressesOf(account)) names.set(address.toLowerCase(), account.displayName);
  }
  const members = (group: Group) => group.memberIds.flatMap((id) => accounts.get(id) ?? groups.get(id) ?? []);
  return {
    account: (key) => accounts.get(key.toLowerCase()),
    group: (id) => groups.get(id.toLowerCase()),
    nameOf: (address) => names.get(address.toLowerCase()) ?? address,
    members,
    transitiveMembers(group) {
      const found = new Set<Account | Group>();
      const waiting = [group];
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        for (const member of members(next)) {
          if (!found.has(member) && 'memberIds' in member) waiting.push(member);
          found.add(member);
        }
      }
      return [...found];
    },
  };
}

function addressesOf(account: Account): string[] {
  const aliases = account.proxyAddresses.map((address) => address.replace(/^smtp:/i, ''));
  return [account.userPrincipalName, ...(account.mail === null ? [] : [account.mail]), ...aliases];
}
