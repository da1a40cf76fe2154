import type { FolderNames } from './folder-accounts.ts';
import type { FolderMember } from './folder-chats.ts';
import type { Account, CallParticipant } from './world.ts';

/** How the persons of a tenant folder's files are met in each service. */
export interface FolderPersons {
  readonly addressOf: (person: string) => string;
  readonly memberOf: (person: string) => FolderMember;
  readonly participantOf: (person: string) => CallParticipant;
  /** The person behind an account that has a mailbox. */
  readonly withMailbox: (accountId: string) => string | undefined;
}

/** Whoever is not in people.csv is an outsider: an external address, another organisation's member, a guest. */
export function folderPersons(accounts: ReadonlyMap<string, Account>, names: FolderNames): FolderPersons {
  const outsiders = new Map<string, string>();
  const personOf = new Map(
    [...accounts].flatMap(([person, { id, hasMailbox }]) => (hasMailbox ? [[id, person] as const] : [])),
  );
  const addressOf = (person: string) => {
    const address = accounts.get(person)?.userPrincipalName ?? outsiders.get(person) ?? names.outsideAddressOf(person);
    if (!accounts.has(person)) outsiders.set(person, address);
    return address;
  };
  return {
    addressOf,
    memberOf(person) {
      const account = accounts.get(person);
      if (account) return { accountId: account.id };
      const [id, tenantId] = [names.idOf('outsider', person), names.idOf('tenant', 'outside')];
      return { stranger: { id, displayName: person, email: addressOf(person), tenantId } };
    },
    participantOf(person) {
      const account = accounts.get(person);
      return account ? { kind: 'user', id: account.id } : { kind: 'guest', id: names.idOf('outsider', person) };
    },
    withMailbox: (accountId) => personOf.get(accountId),
  };
}
