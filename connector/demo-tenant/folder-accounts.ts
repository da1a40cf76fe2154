import { createHash } from 'node:crypto';
import { readCsv, type CsvLine } from './csv-file.ts';
import type { Account } from './world.ts';

const COLUMNS = ['person', 'unit', 'manager', 'title', 'mailbox'] as const;

/** Names, ids and addresses of one tenant folder: the same for the same folder name, wherever it lies. */
export interface FolderNames {
  readonly organisation: string;
  readonly domain: string;
  /** A GUID made from the folder's name, a kind and a text. */
  idOf(kind: string, text: string): string;
  addressOf(person: string): string;
  /** The address of somebody who is not in people.csv: at another domain. */
  outsideAddressOf(person: string): string;
}

export function folderNames(name: string): FolderNames {
  const label = labelOf(name);
  const idOf = (kind: string, text: string) => guid([name, kind, text].join('\u001f'));
  return {
    organisation: name,
    domain: `${label}.example`,
    idOf,
    addressOf: (person) => `${labelOf(person)}@${label}.example`,
    outsideAddressOf: (person) => `${labelOf(person)}@outside-${label}.example`,
  };
}

/**
 * Reads people.csv. A person's id and address follow from folder and name alone.
 *
 * @returns person → account, in the order of the file
 * @throws Failure 'bad-input' for a person named twice, a manager who is nobody, a mailbox that is neither yes nor no
 */
export async function readAccounts(path: string, names: FolderNames): Promise<Map<string, Account>> {
  const accounts = new Map<string, Account>();
  const managers: { manager: string; line: CsvLine<'manager'> }[] = [];
  for await (const line of readCsv(path, COLUMNS)) {
    const person = line.field('person');
    if (person === '') throw line.fault('person', 'a name');
    if (accounts.has(person)) throw line.fault('person', 'each person once');
    const manager = line.field('manager');
    if (manager !== '') managers.push({ manager, line });
    accounts.set(person, accountOf(person, manager, line, names));
  }
  for (const { manager, line } of managers)
    if (!accounts.has(manager)) throw line.fault('manager', 'a person of this file, or nothing');
  return accounts;
}

function accountOf(
  person: string,
  manager: string,
  line: CsvLine<(typeof COLUMNS)[number]>,
  names: FolderNames,
): Account {
  const mailbox = line.field('mailbox');
  if (mailbox !== 'yes' && mailbox !== 'no') throw line.fault('mailbox', 'yes or no');
  const [unit, title, address] = [line.field('unit'), line.field('title'), names.addressOf(person)];
  if (/(^\/|\/\/|\/$)/.test(unit)) throw line.fault('unit', 'levels separated by single slashes');
  const hasMailbox = mailbox === 'yes';
  return {
    id: names.idOf('person', person),
    kind: title === 'pupil' || title === 'elected' ? title : 'employee',
    userPrincipalName: address,
    mail: hasMailbox ? address : null,
    proxyAddresses: hasMailbox ? [`SMTP:${address}`] : [],
    displayName: person,
    enabled: true,
    userType: 'Member',
    department: unit === '' ? null : unit,
    jobTitle: title === '' ? null : title,
    managerId: manager === '' ? null : names.idOf('person', manager),
    hasMailbox,
    licence: licenceOf(title, hasMailbox),
  };
}

function licenceOf(title: string, hasMailbox: boolean): Account['licence'] {
  if (title === 'pupil') return 'A1-student';
  if (title === 'frontline') return hasMailbox ? 'F3' : 'F1';
  return hasMailbox ? 'E3' : null;
}

/** Letters, digits and `._-` of a text; with a short digest where that loses something, so that two stay two. */
function labelOf(text: string): string {
  const label = text.replaceAll(/[^A-Za-z0-9._-]+/g, '-').toLowerCase();
  return label === text ? label : `${label}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}

function guid(text: string): string {
  const digits = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(digits.slice(16, 17), 16) & 3) | 8).toString(16);
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`];
  return [...parts, `${variant}${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-');
}
