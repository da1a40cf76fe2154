import { nothingOf } from './csdl.ts';
import type { Answer } from './exchange.ts';
import { readExpand } from './query-options.ts';
import { contextOf, entityAnswer, noSuchResource, pageAnswer, type Question, type Tenant } from './question.ts';
import { isAnswer, notPlayed, refusal } from './refusal.ts';
import type { Account } from './world.ts';

/** What Graph returns of a user when nothing is selected. */
const USUAL = [
  ...['businessPhones', 'displayName', 'givenName', 'jobTitle', 'mail', 'mobilePhone', 'officeLocation'],
  ...['preferredLanguage', 'surname', 'userPrincipalName', 'id'],
];
/** What User.ReadBasic.All opens. */
const BASIC = new Set(['id', 'displayName', 'givenName', 'surname', 'mail', 'userPrincipalName']);
/** Kept outside the directory, so a listing of users cannot have them. */
const NEVER_IN_LISTS = [
  ...['aboutMe', 'birthday', 'hireDate', 'interests', 'mailboxSettings', 'mySite', 'pastProjects'],
  ...['preferredName', 'responsibilities', 'schools', 'skills'],
];
/** Reading roles of the permission map that show the whole user. */
const FULL = /^(User\.Read\.All|User\.ReadWrite\.All|Directory\.Read\.All|Directory\.ReadWrite\.All)$/;

const SKU: Record<NonNullable<Account['licence']>, string> = {
  E3: '05e9a617-0261-4cee-bb44-138d3ef5d965',
  E5: '06ebc4ee-1bb5-47dd-8120-11324bc54e06',
  F1: '44575883-256e-4a79-9da4-ebe9acabe2b2',
  F3: '66b55226-6b4f-492c-910c-a3b7a3c9d993',
  'A1-student': '314c4481-f395-4525-be8b-2ec4bb1e9d91',
  'teams-rooms': '4cde982a-ede4-4409-9ae6-b003453c8ea6',
};

/** The Exchange plan inside a licence: desk staff, frontline, pupils. A room's mailbox needs none. */
const MAILBOX_PLAN: Record<Exclude<NonNullable<Account['licence']>, 'teams-rooms'>, string> = {
  E3: 'efb87545-963c-4e0d-99df-69c6916d9eb0',
  E5: 'efb87545-963c-4e0d-99df-69c6916d9eb0',
  F1: '113feb6c-3fe4-4440-bddc-54d774bf0318',
  F3: '4a82b400-a79f-41a4-b4e2-e94f5787b113',
  'A1-student': '9aaf7827-d63c-4b61-89c3-182f06f82e5c',
};

/** A licence assigned without its mailbox leaves the Exchange plan deleted, as a real tenant shows it. */
function plansOf({ licence, hasMailbox }: Account): object[] {
  if (licence === null) return [];
  const plan = (service: string, servicePlanId: string, capabilityStatus = 'Enabled') => ({
    assignedDateTime: '2020-08-01T00:00:00Z',
    capabilityStatus,
    service,
    servicePlanId,
  });
  const teams = plan('TeamspaceAPI', '57ff2da0-773e-42df-b2af-ffb7a2317929');
  if (licence === 'teams-rooms') return [teams];
  return [plan('exchange', MAILBOX_PLAN[licence], hasMailbox ? 'Enabled' : 'Deleted'), teams];
}

const VALUES: Readonly<Record<string, (account: Account) => unknown>> = {
  id: ({ id }) => id,
  accountEnabled: ({ enabled }) => enabled,
  assignedLicenses: ({ licence }) => (licence === null ? [] : [{ disabledPlans: [], skuId: SKU[licence] }]),
  assignedPlans: plansOf,
  department: ({ department }) => department,
  displayName: ({ displayName }) => displayName,
  givenName: ({ displayName }) => displayName.split(' ').slice(0, -1).join(' ') || displayName,
  jobTitle: ({ jobTitle }) => jobTitle,
  mail: ({ mail }) => mail,
  mailNickname: ({ userPrincipalName }) => userPrincipalName.split('@')[0],
  preferredLanguage: () => 'nb-NO',
  proxyAddresses: ({ proxyAddresses }) => proxyAddresses,
  surname: ({ displayName }) => displayName.split(' ').at(-1),
  usageLocation: () => 'NO',
  userPrincipalName: ({ userPrincipalName }) => userPrincipalName,
  userType: ({ userType }) => userType,
};

/**
 * How much of a user the token's roles show. Somebody who may only list members gets their ids; the rest is null and
 * not refused, as in a real tenant.
 */
function visible(roles: ReadonlySet<string>, name: string): boolean {
  if (name === 'id' || [...roles].some((role) => FULL.test(role))) return true;
  return roles.has('User.ReadBasic.All') && BASIC.has(name);
}

/** Writes users as JSON members, without the braces: `"id":"…","department":null`. */
export function userWriter(
  select: readonly string[] | undefined,
  roles: ReadonlySet<string>,
): (account: Account) => string {
  const members = (select ?? USUAL).map((name) => ({
    name,
    label: JSON.stringify(name),
    shown: visible(roles, name),
    nothing: nothingOf('user', name),
  }));
  return (account) =>
    members
      .map(({ name, label, shown, nothing }) => {
        const value = shown ? (VALUES[name]?.(account) ?? account.attributes?.[name]) : undefined;
        return `${label}:${JSON.stringify(value ?? nothing)}`;
      })
      .join(',');
}

const ONE_OF = /^(id|userPrincipalName) in \(('(?:[^']|'')*'(?:,\s?'(?:[^']|'')*')*)\)$/;
/** Of Microsoft's directory: a filter has no more values than this after one `in`. */
const MOST_VALUES = 15;

/** All accounts, or those a filter names one by one; of all filters the one with `in`. */
function accountsIn({ world }: Tenant, filter: string | undefined): readonly Account[] | Answer {
  if (filter === undefined) return world.accounts;
  const [, property, list = ''] = ONE_OF.exec(filter) ?? [];
  if (property === undefined) return notPlayed(`$filter=${filter} on users`);
  const values = [...list.matchAll(/'((?:[^']|'')*)'/g)].map(([, value = '']) => value.replaceAll("''", "'"));
  if (values.length > MOST_VALUES)
    return refusal(
      400,
      'Request_UnsupportedQuery',
      `Too many child clauses specified in search filter expression containing 'OR' operators: ${values.length}. Max allowed: ${MOST_VALUES}.`,
    );
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  return world.accounts.filter((account) =>
    wanted.has((property === 'id' ? account.id : account.userPrincipalName).toLowerCase()),
  );
}

/** GET /users */
export function listUsers(tenant: Tenant, question: Question): Answer {
  const { select } = question.options;
  if (select?.some((name) => NEVER_IN_LISTS.includes(name)))
    return refusal(501, 'NotImplemented', 'This operation target is not yet supported.');
  const writer = withManager(tenant, question);
  if (isAnswer(writer)) return writer;
  const accounts = accountsIn(tenant, question.options.filter);
  if (isAnswer(accounts)) return accounts;
  return pageAnswer(tenant, question, {
    context: contextOf('users', select, writer.context),
    total: accounts.length,
    entry: (index) => {
      const account = accounts[index];
      return account ? `{${writer.write(account)}}` : '';
    },
  });
}

/** GET /users/{id}; the key is an object id or a user principal name. */
export function oneUser(tenant: Tenant, question: Question): Answer {
  const [key = ''] = question.place.keys;
  const account = tenant.index.account(key);
  if (!account) return noSuchResource(key);
  const writer = withManager(tenant, question);
  if (isAnswer(writer)) return writer;
  const context = contextOf('users', question.options.select, writer.context);
  return entityAnswer(`${context}/$entity`, writer.write(account));
}

function withManager(
  { index }: Tenant,
  { options, roles }: Question,
): { readonly context: string; readonly write: (account: Account) => string } | Answer {
  const user = userWriter(options.select, roles);
  if (options.expand === undefined) return { context: '', write: user };
  const expand = readExpand(options.expand, 'manager', 'user');
  if (isAnswer(expand)) return expand;
  const above = userWriter(expand.select, roles);
  return {
    context: contextOf('manager', expand.select ?? []).replace(/^manager$/, 'manager()'),
    write(account) {
      const manager = account.managerId === null ? undefined : index.account(account.managerId);
      const members = manager ? `,"manager":{"@odata.type":"#microsoft.graph.user",${above(manager)}}` : '';
      return user(account) + members;
    },
  };
}
