import { z } from 'zod';
import { Failure } from '../failure.ts';
import { EXCHANGE_SCOPE_FORM, exchangeScope } from './exchange-scope.ts';
import { isMark, type Mark } from './mark.ts';
import {
  PARTNER_ORGANISATIONS_FORM,
  partnerOrganisations,
  type PartnerOrganisations,
} from './partner-organisations.ts';
import { addDays, dayNumber, isDay, type Day } from './period.ts';
import { LEVELS } from './table-name.ts';
import { isFileBelow, UNIT_SOURCE_FORM, unitSource } from './unit-source.ts';

/** Sources of interactions: who wrote to, met, called or chatted with whom. */
export const NETWORK_SOURCES = [
  'sent-items',
  'message-trace',
  'meetings',
  'chat-membership',
  'chat-messages',
  'calls',
] as const;
/** Usage reports: which services a person used on a day. */
export const REPORT_SOURCES = [
  'active-users',
  'teams-activity',
  'teams-devices',
  'email-activity',
  'email-apps',
  'sharepoint-activity',
  'onedrive-activity',
  'office-apps',
  'engage-activity',
  'copilot-usage',
] as const;
export const SOURCE_NAMES = [...NETWORK_SOURCES, ...REPORT_SOURCES] as const;
export type NetworkSource = (typeof NETWORK_SOURCES)[number];
export type ReportSource = (typeof REPORT_SOURCES)[number];
export type SourceName = NetworkSource | ReportSource;

/** Two ways to the same acts: with both on, each act would count twice. */
const EITHER_OR: readonly (readonly [SourceName, SourceName])[] = [
  ['sent-items', 'message-trace'],
  ['chat-membership', 'chat-messages'],
];

export function isNetworkSource(source: SourceName): source is NetworkSource {
  return NETWORK_SOURCES.some((name) => name === source);
}

export function isReportSource(source: SourceName): source is ReportSource {
  return REPORT_SOURCES.some((name) => name === source);
}

/** The directory attributes an organisation may keep its units in. */
export const UNIT_ATTRIBUTES = [
  'department',
  'companyName',
  'officeLocation',
  'onPremisesExtensionAttributes.extensionAttribute1',
  'onPremisesExtensionAttributes.extensionAttribute2',
  'onPremisesExtensionAttributes.extensionAttribute3',
  'onPremisesExtensionAttributes.extensionAttribute4',
  'onPremisesExtensionAttributes.extensionAttribute5',
  'onPremisesExtensionAttributes.extensionAttribute6',
  'onPremisesExtensionAttributes.extensionAttribute7',
  'onPremisesExtensionAttributes.extensionAttribute8',
  'onPremisesExtensionAttributes.extensionAttribute9',
  'onPremisesExtensionAttributes.extensionAttribute10',
  'onPremisesExtensionAttributes.extensionAttribute11',
  'onPremisesExtensionAttributes.extensionAttribute12',
  'onPremisesExtensionAttributes.extensionAttribute13',
  'onPremisesExtensionAttributes.extensionAttribute14',
  'onPremisesExtensionAttributes.extensionAttribute15',
] as const;
export type UnitAttribute = (typeof UNIT_ATTRIBUTES)[number];

/** What the organisation may want to know, and nothing else: no purpose here is about a person. */
export const PURPOSES = ['organisation-development', 'technology-adoption', 'launch-planning'] as const;
export type Purpose = (typeof PURPOSES)[number];

const MOST_COMPETENCES = 3;
/** So many of the list have a competence, or no table counts it (design D6). */
export const LEAST_HOLDERS = 20;
const LONGEST_TEXT = 2_000;
const DAYS_AFTER_NOTICE = 14;
const FIRST_DAY_OF_ALL: Day = '1970-01-01';

/** Microsoft's permissions are named so. */
const PLAIN_ROLE = /^[A-Za-z][A-Za-z0-9.-]{0,79}$/;

const day = z.string().refine(isDay);
const titles = z.array(z.string().trim().min(1));
const unitPath = z
  .string()
  .trim()
  .min(1)
  .max(400)
  .refine((path) => path.split('/').every((part) => part.trim() !== ''));

function areDistinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}

const shape = z
  .object({
    version: z.literal(1),
    organisation: z.string().trim().min(1).max(200),
    /** What for. Absent: to develop the organisation. */
    purposes: z.array(z.enum(PURPOSES)).min(1).refine(areDistinct).default(['organisation-development']),
    /** By which law, in the organisation's own words. A scope may be read without; it is not proposed without. */
    legalBasis: z.string().trim().min(1).max(LONGEST_TEXT).optional(),
    /** What may be read. */
    sources: z
      .array(z.enum(SOURCE_NAMES))
      .min(1)
      .refine((sources) => !EITHER_OR.some(([one, other]) => sources.includes(one) && sources.includes(other))),
    /** About whom: the transitive members of this group, and nobody else. Absent where a file lists them. */
    positiveGroupId: z.guid().toLowerCase().optional(),
    /** About whom, where no group says so: whom a file in the data folder names. */
    positiveList: z.object({ hrFile: z.string().refine(isFileBelow) }).optional(),
    /** The directory attribute that holds a person's unit, or the path of it. */
    unitAttribute: z.enum(UNIT_ATTRIBUTES),
    /** What else tells the units; absent where the attribute does. The chain of managers takes its names from it. */
    units: unitSource.optional(),
    /** Units whose people are not read, with all below them. Absent: none. */
    unitsOut: z.array(unitPath).max(200).refine(areDistinct).default([]),
    /** Job titles by which standings are told, letter case aside. */
    titles: z.object({ leader: titles, elected: titles }),
    level: z.enum(LEVELS),
    /** Whether the tables are made whose rows depend on others' ties as well. */
    structuralTables: z.boolean().default(false),
    /** Groups whose holders a table may count; holders are told. */
    competences: z
      .array(z.object({ name: z.string().trim().min(1).max(80), groupId: z.guid().toLowerCase() }))
      .max(MOST_COMPETENCES)
      .refine((competences) => areDistinct(competences.map(({ name }) => name)))
      .refine((competences) => areDistinct(competences.map(({ groupId }) => groupId)))
      .default([]),
    /** The day staff were told. */
    staffNoticeOn: day,
    /** True only where the scope allows, in so many words, to read days from before the notice. */
    readBack: z.boolean(),
    /** The first day on which nothing may be read or released any more. */
    endsOn: day,
    /** Organisations by whose word acts toward them are told apart. Absent: everybody beyond our domains is outside. */
    partnerOrganisations: partnerOrganisations.optional(),
    /** Permissions the application may have beyond what the sources need. Absent: none. */
    approvedRoles: z.array(z.string().regex(PLAIN_ROLE)).optional(),
    /** Where Exchange opens mailboxes one by one. Absent: what is consented in Entra opens them all. */
    exchangeScoped: exchangeScope.optional(),
  })
  .refine(({ positiveGroupId, positiveList }) => (positiveGroupId === undefined) !== (positiveList === undefined), {
    path: ['positiveGroupId'],
  })
  .refine(({ staffNoticeOn, endsOn }) => dayNumber(endsOn) > dayNumber(staffNoticeOn), { path: ['endsOn'] })
  .refine(({ sources, exchangeScoped }) => (exchangeScoped?.sources ?? []).every((name) => sources.includes(name)), {
    path: ['exchangeScoped'],
  });

/** The privacy officer's approved document: what may be read, about whom, for how long. */
export type Scope = Readonly<z.infer<typeof shape>>;

const FORMS: Readonly<Record<keyof Scope, string>> = {
  version: 'the number 1',
  organisation: 'a name of 1 to 200 characters',
  purposes: `left out, or a list of at least one of ${PURPOSES.join(', ')}, none twice`,
  legalBasis: 'left out, or a text of 1 to 2000 characters',
  sources: `a list of at least one of ${SOURCE_NAMES.join(', ')}; not both of ${EITHER_OR.map((pair) => pair.join(' and ')).join(', nor of ')}`,
  positiveGroupId:
    'the object id of a group: 8-4-4-4-12 hexadecimal digits; left out where, and only where, positiveList names a file',
  positiveList:
    'left out, or an object { "hrFile": a path in the data folder that ends in .csv }, in place of positiveGroupId',
  unitAttribute: 'department, companyName, officeLocation or onPremisesExtensionAttributes.extensionAttribute1 to 15',
  units: UNIT_SOURCE_FORM,
  unitsOut: 'left out, or a list of paths of units, such as Helse/Hjemmetjenesten, none twice',
  titles: 'an object { "leader": [titles], "elected": [titles] }, each list possibly empty',
  level: `one of ${LEVELS.join(', ')}`,
  structuralTables: 'left out, or true or false',
  competences: `left out, or a list of at most ${String(MOST_COMPETENCES)} objects { "name": 1 to 80 characters, "groupId": object id of a group }, no name and no group twice`,
  staffNoticeOn: 'a day, YYYY-MM-DD',
  readBack: 'true or false',
  endsOn: 'a day, YYYY-MM-DD, after staffNoticeOn',
  partnerOrganisations: PARTNER_ORGANISATIONS_FORM,
  approvedRoles: 'absent, or a list of names of application permissions, such as User.Read.All',
  exchangeScoped: EXCHANGE_SCOPE_FORM,
};

/**
 * A scope document as approved; fields it does not know are left out.
 *
 * @param document parsed JSON
 * @throws Failure 'bad-input' naming the first wrong field and the form expected of it, quoting nothing of the document
 */
export function parseScope(document: unknown): Scope {
  const parsed = shape.safeParse(document);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues[0]?.path[0];
  if (!isField(wrong)) throw new Failure('bad-input', 'The scope must be one JSON object with the fields of a scope.');
  throw new Failure('bad-input', `In the scope, ${wrong} must be ${FORMS[wrong]}.`);
}

/**
 * What of a document is no scope's: the first field that is not as it must be, or `scope` where something stands in it that
 * no scope has or it is no object at all; undefined where it is a scope and nothing else.
 */
export function wrongFieldIn(document: unknown): keyof Scope | 'scope' | undefined {
  const parsed = shape.strict().safeParse(document);
  if (parsed.success) return undefined;
  const wrong = parsed.error.issues[0]?.path[0];
  return isField(wrong) ? wrong : 'scope';
}

const withMarks = z.object({ protectedContacts: z.array(z.string().refine(isMark)) });

/**
 * The marks in a scope document from before protected contacts were kept apart from it; none in any other. Whoever keeps
 * the scope moves them to where they are kept now.
 */
export function marksListedIn(document: unknown): readonly Mark[] {
  const parsed = withMarks.safeParse(document);
  return parsed.success ? parsed.data.protectedContacts : [];
}

function isField(name: unknown): name is keyof Scope {
  return typeof name === 'string' && Object.hasOwn(FORMS, name);
}

/**
 * Whether it is asked who has the competences the scope declares: only the structural table `steps` needs to know, and it
 * is made of ties.
 */
export function readsCompetences({
  structuralTables = false,
  competences = [],
  sources,
}: Pick<Scope, 'sources'> & Partial<Pick<Scope, 'structuralTables' | 'competences'>>): boolean {
  return structuralTables && competences.length > 0 && sources.some(isNetworkSource);
}

/**
 * The first day that may be read: fourteen days after staff were told, so that everybody can object in time. With
 * `readBack` there is no limit but 1970-01-01.
 */
export function firstReadableDay(scope: Pick<Scope, 'staffNoticeOn' | 'readBack'>): Day {
  return scope.readBack ? FIRST_DAY_OF_ALL : addDays(scope.staffNoticeOn, DAYS_AFTER_NOTICE);
}

/**
 * Refuses to go on under a scope whose time is over.
 *
 * @throws Failure 'scope-ended' from the day `endsOn` on
 */
export function checkScopeLasts(scope: Pick<Scope, 'endsOn'>, today: Day): void {
  if (dayNumber(today) < dayNumber(scope.endsOn)) return;
  throw new Failure(
    'scope-ended',
    'The approved scope has ended: nothing is read or released until a new one is approved.',
  );
}

/**
 * Whether a unit, given by its path, is left out: it stands in `unitsOut`, or lies below one that does.
 *
 * @param unit empty for people without a unit, who are not left out by it
 */
export function isUnitOut({ unitsOut }: Pick<Scope, 'unitsOut'>, unit: string): boolean {
  return unitsOut.some((out) => unit === out || unit.startsWith(`${out}/`));
}

/**
 * The scope of the demo and of `--once`: like any other, with an end date.
 *
 * @param demo.from the first day that has data; staff were told fourteen days before
 */
export function demoScope(demo: {
  readonly organisation: string;
  readonly positiveGroupId: string;
  readonly unitAttribute: UnitAttribute;
  readonly sources: readonly SourceName[];
  readonly titles: { readonly leader: readonly string[]; readonly elected: readonly string[] };
  readonly partnerOrganisations?: PartnerOrganisations;
  readonly from: Day;
  readonly endsOn: Day;
}): Scope {
  const { from, ...given } = demo;
  return parseScope({
    ...given,
    version: 1,
    level: 'standard',
    staffNoticeOn: addDays(from, -DAYS_AFTER_NOTICE),
    readBack: false,
  });
}
