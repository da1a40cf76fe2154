import { z } from 'zod';
import { Failure } from '../failure.ts';
import type { Headcount, Standing } from '../privacy/membership.ts';
import { RealIdentity } from '../privacy/real-identity.ts';
import { inOrder } from '../privacy/rows.ts';
import { partnerDomains, type PartnerOrganisations, type PartnerWord } from '../privacy/partner-organisations.ts';
import type { SourceName, UnitAttribute } from '../privacy/scope.ts';
import { addressBook, type Resolve } from './address-book.ts';
import { DIRECTORY_FIELDS } from './directory-fields.ts';
import { readDomains } from './domains.ts';
import type { Get } from './get.ts';
import { readListAddresses, SOURCES_BY_ADDRESS } from './list-addresses.ts';
import { listedPeopleQuestions } from './listed-people.ts';
import { isNobody } from './nobody.ts';
import { itemsOf } from './pages.ts';
import type { Question } from './question.ts';
import type { SourceDeclaration } from './source-declaration.ts';
import { standingBy, type Titles } from './standing.ts';
import { unitPath, unitPlace, type UnitPlace } from './units.ts';

export const directorySource = {
  name: 'directory',
  endpoint: '/groups/{group}/transitiveMembers/microsoft.graph.user',
  permissions: [
    { role: 'GroupMember.Read.All', id: '98830695-27a2-44f7-8c18-0c3ebc9698f6' },
    { role: 'User.Read.All', id: 'df021288-bdef-4463-88db-98f22de89214' },
  ],
  fields: DIRECTORY_FIELDS,
} as const satisfies SourceDeclaration;

export interface DirectoryPerson {
  readonly identity: RealIdentity;
  /** Path from the top, levels separated by `/`; empty where the directory names none. */
  readonly unit: string;
  readonly standing: Standing;
  readonly hasMailbox: boolean;
  /** With a mailbox and a licence in force: what coverage is the share of. */
  readonly covered: boolean;
}

/** Who may be read, as the directory says it today. In memory for one run. */
export interface Directory {
  readonly people: readonly DirectoryPerson[];
  /** Whom an address reaches: a person of this directory, always the same object, or a stranger. */
  readonly resolve: Resolve;
  /** One entry a unit and standing, people without a unit under the empty one; in the order of their names. */
  readonly headcounts: () => Headcount[];
  /** How many of those a file lists are no enabled member of the organisation; absent where a group lists people. */
  readonly notFound?: number;
}

const PEOPLE_A_PAGE = '999';

/**
 * Reads the positive list's enabled members and nobody else: no pupil, guest or unknown account is ever asked about.
 * An empty list gives an empty directory.
 *
 * Who is on it and is no person is left out here, so that headcounts do not have them either (`isNobody`).
 *
 * Cost: one request, one for every 999 people of a group or every 15 of a file, and, where a source names people by address, one for every
 * 999 lists and Microsoft 365 groups of the organisation.
 *
 * @param options.positiveGroupId object id of the security group; members of groups within it count
 * @param options.listed in place of a group: user names and object ids of those who may be read
 * @param options.unitAttribute where the organisation keeps its units
 * @param options.titles job titles that make a leader or an elected member, letter case aside
 * @param options.sources what is read of them; absent, no list's address is asked for
 * @param options.partnerOrganisations by whose word acts toward them are told apart; absent, none
 * @throws Failure 'bad-setting' where the group is not there or one of our own domains is said to be a partner's,
 *   'consent-missing', and what `Get.json` throws
 */
export async function readDirectory(options: {
  readonly get: Get;
  readonly positiveGroupId?: string | undefined;
  readonly listed?: readonly string[] | undefined;
  readonly unitAttribute: UnitAttribute;
  readonly titles: Titles;
  readonly sources?: readonly SourceName[];
  readonly partnerOrganisations?: PartnerOrganisations | undefined;
}): Promise<Directory> {
  const domains = await readDomains(options.get);
  const partners = partnerDomains(options.partnerOrganisations ?? []);
  checkPartners(partners, domains);
  const isByAddress = SOURCES_BY_ADDRESS.some((source) => options.sources?.includes(source));
  const lists = isByAddress ? await readListAddresses(options.get) : new Set<string>();
  const members = await readMembers(options.get, questionsOf(options), unitPlace(options.unitAttribute));
  const known = members.map((member) => ({ ...member, identity: new RealIdentity(member.id) }));
  const standingOf = standingBy(options.titles);
  const people = known.map((member): DirectoryPerson => {
    const hasMailbox = member.assignedPlans.some(isMailbox);
    const standing = standingOf(member.jobTitle, member.assignedLicenses);
    return { identity: member.identity, unit: member.unit, standing, hasMailbox, covered: hasMailbox };
  });
  const directory = { people, resolve: addressBook(known, { domains, lists, partners }) };
  const notFound = options.listed && { notFound: Math.max(0, options.listed.length - people.length) };
  return { ...directory, headcounts: () => headcountsOf(people), ...notFound };
}

/** @throws Failure 'bad-setting' where nothing says who may be read: nobody is asked about then */
function questionsOf(options: Parameters<typeof readDirectory>[0]): Question[] {
  const { positiveGroupId, listed } = options;
  const fields = DIRECTORY_FIELDS.map(({ field }) => field.split('/', 1).join());
  const others = fields.filter((field) => field !== 'department');
  const select = [...new Set([...others, unitPlace(options.unitAttribute).property])].join(',');
  if (listed !== undefined) return listedPeopleQuestions(listed, select);
  if (positiveGroupId !== undefined) return [membersQuestion(positiveGroupId, select)];
  throw new Failure('bad-setting', 'The scope says of nobody that they may be read: name a group or a file in it.');
}

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const account = z.object({
  id: z.guid(),
  userPrincipalName: text,
  mail: text,
  proxyAddresses: z
    .array(z.string())
    .nullish()
    .transform((list) => list ?? []),
  accountEnabled: z.boolean().nullish(),
  userType: text,
  isResourceAccount: z.boolean().nullish(),
  jobTitle: text,
  assignedLicenses: z
    .array(z.object({ skuId: z.string() }))
    .nullish()
    .transform((list) => list ?? []),
  assignedPlans: z
    .array(z.object({ service: text, capabilityStatus: text }))
    .nullish()
    .transform((list) => list ?? []),
  department: text,
  companyName: text,
  officeLocation: text,
  onPremisesExtensionAttributes: z.record(z.string(), z.unknown()).nullish(),
});
type Account = z.infer<typeof account>;
type Member = Omit<Account, 'onPremisesExtensionAttributes'> & { readonly unit: string };

async function readMembers(get: Get, questions: readonly Question[], place: UnitPlace): Promise<Member[]> {
  const members = new Map<string, Member>();
  let seen = 0;
  let shown = 0;
  for (const question of questions) {
    for await (const item of itemsOf(get, question)) {
      seen += 1;
      const parsed = account.safeParse(item);
      if (!parsed.success) continue;
      if (typeof parsed.data.accountEnabled === 'boolean') shown += 1;
      if (isPerson(parsed.data)) members.set(parsed.data.id, { ...parsed.data, unit: unitOf(parsed.data, place) });
    }
  }
  if (seen > 0 && shown === 0) throw blankMembers();
  return [...members.values()];
}

function membersQuestion(group: string, select: string): Question {
  return {
    source: directorySource,
    values: { group },
    query: { $select: select, $count: 'true', $top: PEOPLE_A_PAGE },
    // Asking for one kind of member is an advanced query, and those are answered from an index.
    headers: { ConsistencyLevel: 'eventual' },
    missing: {
      code: 'bad-setting',
      sentence: 'The group of the positive list does not exist: check the group id in the scope.',
    },
  };
}

function isPerson(account: Account): boolean {
  return account.accountEnabled === true && account.userType === 'Member' && !isNobody(account);
}

function checkPartners(partners: ReadonlyMap<string, PartnerWord>, domains: ReadonlySet<string>): void {
  if (![...domains].some((domain) => partners.has(domain))) return;
  throw new Failure(
    'bad-setting',
    "The scope lists a verified domain of the organisation itself as a partner's: take it out of partnerOrganisations.",
  );
}

function isMailbox(plan: Account['assignedPlans'][number]): boolean {
  return plan.service?.toLowerCase() === 'exchange' && plan.capabilityStatus === 'Enabled';
}

function unitOf(person: Account, { property, extension = '' }: UnitPlace): string {
  if (property !== 'onPremisesExtensionAttributes') return unitPath(person[property]);
  const value = person[property]?.[extension];
  return typeof value === 'string' ? unitPath(value) : '';
}

/** Graph shows members as bare ids to an application that may read groups but not people. */
function blankMembers(): Failure {
  return new Failure(
    'consent-missing',
    'Microsoft Graph shows the members of the positive list without their properties: an administrator must grant the application permission User.Read.All and consent to it.',
  );
}

/** One entry a unit and standing, in the order of their names. */
export function headcountsOf(people: readonly DirectoryPerson[]): Headcount[] {
  const counts = new Map<string, { unit: string; standing: Standing; heads: number; covered: number }>();
  for (const { unit, standing, covered } of people) {
    const key = `${unit}\n${standing}`;
    const count = counts.get(key) ?? { unit, standing, heads: 0, covered: 0 };
    count.heads += 1;
    count.covered += covered ? 1 : 0;
    counts.set(key, count);
  }
  return [...counts].sort(([a], [b]) => inOrder(a, b)).map(([, count]) => count);
}
