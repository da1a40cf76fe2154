import { basename, join, resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { hasFile } from './csv-file.ts';
import { folderNames, readAccounts, type FolderNames } from './folder-accounts.ts';
import { readMail, type FolderMail } from './folder-mail.ts';
import { readUsage, type FolderUsage } from './folder-usage.ts';
import type { Account, Group, Service, World } from './world.ts';

const DAY = 86_400_000;

/**
 * A real organisation's world from a folder of CSV files: people.csv, and mail.csv and usage.csv where there are such.
 * Persons outside people.csv are outsiders; a mail of theirs lies in nobody's sent items. The positive list holds
 * everybody whose title is not `pupil`. Meetings, chats and calls are not read yet: their files are left alone.
 *
 * The world begins and ends with what was read; with neither mail nor usage it is empty (from = to = 0).
 * Costs about a second and 60 MB for 200,000 mails.
 *
 * @throws Failure 'bad-input' naming file, line, column and expected form
 */
export async function readTenantFolder(folder: string): Promise<World> {
  const names = folderNames(basename(resolve(folder)));
  const people = join(folder, 'people.csv');
  if (!hasFile(people))
    throw new Failure(
      'bad-input',
      'people.csv is missing in the tenant folder: expected person, unit, manager, title, mailbox.',
    );
  const accounts = await readAccounts(people, names);
  const address = addressBook(accounts, names);
  const mail = await ifThere(join(folder, 'mail.csv'), (path) => readMail(path, address));
  const usage = await ifThere(join(folder, 'usage.csv'), readUsage);
  const positive = positiveList(accounts, names);
  const personOf = new Map([...accounts].map(([person, { id }]) => [id, person]));
  return {
    tenantId: names.idOf('tenant', ''),
    organisation: names.organisation,
    domains: [names.domain],
    accounts: [...accounts.values()],
    groups: [positive],
    positiveGroupId: positive.id,
    ...extent(mail, usage),
    sentMessages(accountId, from, to) {
      const person = personOf.get(accountId);
      const mine = person !== undefined && accounts.get(person)?.hasMailbox === true;
      return mine ? (mail?.sent(person, from, to) ?? []) : [];
    },
    usageOn: (dayStart) => usageOn(usage?.get(dayStart), accounts),
  };
}

function ifThere<Read>(path: string, read: (path: string) => Promise<Read>): Promise<Read> | undefined {
  return hasFile(path) ? read(path) : undefined;
}

function addressBook(accounts: ReadonlyMap<string, Account>, names: FolderNames): (person: string) => string {
  const outsiders = new Map<string, string>();
  return (person) => {
    const address = accounts.get(person)?.userPrincipalName ?? outsiders.get(person) ?? names.outsideAddressOf(person);
    if (!accounts.has(person)) outsiders.set(person, address);
    return address;
  };
}

function positiveList(accounts: ReadonlyMap<string, Account>, names: FolderNames): Group {
  return {
    id: names.idOf('group', 'positive'),
    displayName: 'Samspill: whom it is about',
    mail: null,
    kind: 'security',
    memberIds: [...accounts.values()].filter(({ kind }) => kind !== 'pupil').map(({ id }) => id),
  };
}

/** From the first midnight to the midnight after the last thing that happens. */
function extent(mail: FolderMail | undefined, usage: FolderUsage | undefined): { from: number; to: number } {
  let [first, last] = [mail?.range?.first ?? Infinity, mail?.range?.last ?? -Infinity];
  for (const day of usage?.keys() ?? []) [first, last] = [Math.min(first, day), Math.max(last, day)];
  if (first > last) return { from: 0, to: 0 };
  return { from: Math.floor(first / DAY) * DAY, to: (Math.floor(last / DAY) + 1) * DAY };
}

function* usageOn(
  persons: ReadonlyMap<string, ReadonlySet<Service>> | undefined,
  accounts: ReadonlyMap<string, Account>,
): Generator<{ readonly accountId: string; readonly services: readonly Service[] }> {
  for (const [person, services] of persons ?? []) {
    const account = accounts.get(person);
    if (account) yield { accountId: account.id, services: [...services] };
  }
}
