import { z } from 'zod';

/**
 * The shape of every answer, declared once: the API builds it, the tab checks it. The one file of the connector that
 * the tab may import, so it imports nothing but zod. Answers bear figures and names of units; every sentence is made
 * in the tab from `words/`.
 */
export const ANSWERS_VERSION = 1;

/** A released count as a reader should meet it: the middle and the 90 % interval, whole people within [0, heads]. */
const estimate = z.object({ about: z.int(), low: z.int(), high: z.int() });
export type Estimate = z.infer<typeof estimate>;

/** Why a figure is not shown, and what would be needed. Never drawn as zero. */
const withheld = z.object({
  withheld: z.enum(['too-few-in-partner', 'too-little-coverage', 'not-measured', 'not-in-a-row']),
  /** What would be needed: heads, or per cent of coverage. Absent where nothing would help. */
  needed: z.int().optional(),
});
const figure = z.union([estimate, withheld]);
export type Figure = z.infer<typeof figure>;

const period = z.object({
  id: z.string(),
  from: z.string(),
  /** The first day after the period. */
  to: z.string(),
});

const row = z.object({
  /** Stable across periods while the row holds the same directory units. */
  id: z.string(),
  name: z.string(),
  /** The division (top-level unit) it lies in, for grouping on screen; the row's own name when it is one itself. */
  division: z.string(),
  heads: z.int(),
  /** The directory units in this row, as paths. */
  units: z.array(z.string()),
  /** Share of heads with a mailbox and a licence, in steps of 5 per cent. */
  coveragePercent: z.int(),
});
export type Row = z.infer<typeof row>;

const column = z.object({ name: z.string(), heads: z.int().nullable() });

/**
 * A figure beside that of the release before, judged together with all others of the release (at most 10 in 100 marks are
 * noise). Null where nothing can be compared: other directory units in the row, a blank, or no release before.
 */
const change = z.enum(['more', 'fewer', 'no-sure-change']).nullable();

export const table = z.object({
  name: z.enum(['reach', 'breadth', 'apps', 'staircase', 'brokerage', 'leaders', 'steps', 'channels']),
  rows: z.array(row),
  columns: z.array(column),
  /** One list a row, one figure a column. */
  figures: z.array(z.array(figure)),
  /** One list a row, one mark a column. Absent where no earlier release holds the table. */
  changes: z.array(z.array(change)).optional(),
  /** Standard deviation of the noise in every cell, in people. */
  sigma: z.number(),
  /** What the table cost of the year's privacy budget (zCDP). */
  rho: z.number(),
});
export type Table = z.infer<typeof table>;

/** The rule that won, with its figures; the words are the tab's. */
const headline = z.discriminatedUnion('kind', [
  /** The division whose people most rarely reach the division they reach most; only where coverage allows. */
  z.object({
    kind: z.literal('loosest-division'),
    division: z.string(),
    heads: z.int(),
    partner: z.string(),
    people: estimate,
    coveragePercent: z.int(),
    /** What was released of each of its rows, noise included, so below 0 at times: their sum is what `people` is laid around. */
    rows: z.array(z.object({ name: z.string(), heads: z.int(), count: z.int() })).min(1),
  }),
  /** Three divisions or more were compared, and none stands out beyond the noise: a designed, positive result. */
  z.object({ kind: z.literal('nothing-stands-out') }),
  /** Three divisions or more there are, and so little is covered of all but two at most that nothing is said of any. */
  z.object({ kind: z.literal('too-little-coverage') }),
  /** There are no three divisions side by side, whoever is covered: why, and from when on they are compared. */
  z.object({
    kind: z.literal('nothing-to-compare'),
    why: z.enum(['not-measured', 'one-row', 'few-divisions', 'small-divisions']),
    divisionsNeeded: z.int(),
    headsNeeded: z.int(),
  }),
]);
export type Headline = z.infer<typeof headline>;

/**
 * Microsoft's own counts of the whole tenant, exact: everybody with a licence counts, on the positive list or not. Only
 * of organisations of 300 people and more.
 */
const organisationCounts = z.object({
  /** The last day counted. */
  day: z.string(),
  /** Who used each service in the seven days that end with it, of those with a licence for it. */
  week: z.array(z.object({ service: z.string(), active: z.int(), licensed: z.int() })),
  /** The days of that week one by one, newest first; a service that is not told of a day is absent. */
  days: z.array(z.object({ day: z.string(), counts: z.array(z.object({ service: z.string(), active: z.int() })) })),
});
export type OrganisationCountsAnswer = z.infer<typeof organisationCounts>;

/** How one usage report came in a period, reconciled with the directory and with Microsoft's own count. */
const reportCame = z.object({
  report: z.string(),
  /** Days of the period, and those of them that have this report. */
  days: z.int(),
  daysRead: z.int(),
  /** The newest day that has it; how many people it was about then, and how many of them the directory knows, to two significant figures; null under 100. */
  newestDay: z.string(),
  inReport: z.int().nullable(),
  matched: z.int().nullable(),
  /** A day that was read again had at least a tenth fewer people than before. */
  shrunk: z.boolean(),
  /** How many days old it was when it was read, where that is more than usual; null otherwise. */
  lateDays: z.int().nullable(),
  /** Columns that were not there when this version was made; none of them is read. */
  newColumns: z.int(),
  /** Microsoft's own count for that day, to two significant figures, where it is a tenth or more away from `inReport`; null otherwise. */
  microsoftCounts: z.int().nullable(),
});
export type ReportCame = z.infer<typeof reportCame>;

/** How usage reports came for a period. */
const reports = z.object({
  /** Names concealed when it was last read, in an earlier run only, or never; null where that is not known. */
  concealed: z.enum(['now', 'earlier', 'never']).nullable(),
  /** Days with a report that named people, and how many a habit needs. */
  days: z.int(),
  needed: z.int(),
});

/** The released table, and the period, that a figure was computed from: nothing else entered it. */
const restsOn = z.object({ table: table.shape.name, period: z.string() });

/**
 * A share of heads in per cent with its 90 % interval, to one decimal, within [0, 100]; `sigma` is the standard deviation of
 * its noise in percentage points, to two.
 */
const share = z.object({ about: z.number(), low: z.number(), high: z.number(), sigma: z.number() });
export type ShareAnswer = z.infer<typeof share>;

/**
 * Why an adoption figure is not shown.
 * - `no-source`: nothing that was read in the period tells it.
 * - `concealed`: names were concealed in the reports that tell it.
 * - `too-few-days`: it was told of fewer days than a habit needs; `needed` days.
 * - `too-few-heads`: the group or division is too small for a row; `needed` heads.
 * - `not-in-a-row`: its units share their row with others, so it cannot be told alone.
 * - `one-unit`: it is one directory unit, and one number for a unit is a grade on its leader.
 * - `not-released`: no release up to this one holds the table.
 */
const notShown = z.object({
  withheld: z.enum([
    'no-source',
    'concealed',
    'too-few-days',
    'too-few-heads',
    'not-in-a-row',
    'one-unit',
    'not-released',
  ]),
  needed: z.int().optional(),
});
export type NotShown = z.infer<typeof notShown>;

/** Counted people of a group, and the share they are of it. */
const counted = z.object({ people: estimate, share });

/** All rows of a release's staircase together, from step 1 to 5. `heads`: people with a unit. */
const wholeStaircase = z.object({
  heads: z.int(),
  steps: z.array(
    z.object({
      step: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
      figure: z.union([counted, notShown]),
    }),
  ),
});
export type WholeStaircase = z.infer<typeof wholeStaircase>;

export const overviewAnswer = z.object({
  version: z.literal(ANSWERS_VERSION),
  organisation: z.string(),
  demo: z.boolean(),
  period,
  /** Every released period, newest first. */
  periods: z.array(period),
  /** Of the newest: a quarter that is over and should be out, and is not. Absent where none is. */
  overdue: period.optional(),
  heads: z.int(),
  coveragePercent: z.int(),
  /** Rows (by name, with the division each lies in) of which so little is covered that the picture says little of them. */
  thinlyCovered: z.array(z.object({ row: z.string(), division: z.string(), heads: z.int(), coveragePercent: z.int() })),
  headline,
  /** Absent when the release holds no such table. */
  reach: table.optional(),
  breadth: table.optional(),
  apps: table.optional(),
  staircase: table.optional(),
  brokerage: table.optional(),
  leaders: table.optional(),
  steps: table.optional(),
  channels: table.optional(),
  /** What each figure of these tables that surely changed was before, and in which period. Absent where that is not known. */
  changedFrom: z
    .array(
      z.object({ table: table.shape.name, row: z.string(), column: z.string(), period: z.string(), figure: estimate }),
    )
    .optional(),
  /** What contacts of this period were seen by: nothing where only usage reports were read. Absent where it is not known. */
  contactsBy: z.array(z.enum(['mail', 'meetings', 'chats', 'calls'])).optional(),
  /** Services that the reports in scope tell of, and that the table of tools of this period leaves out: too few days. */
  appsNotMeasured: z.array(z.string()),
  /** The whole organisation, by service: sums of the released rows. */
  appsWhole: z.array(z.object({ app: z.string(), people: figure, heads: z.int() })),
  /** The staircase of the whole organisation, as the screen about adoption has it; or why this period has none. */
  stairs: z.union([wholeStaircase, notShown]),
  /** Of this period; absent where no usage report was read. */
  reports: reports.optional(),
  /** Names are concealed in usage reports as they are now. */
  concealed: z.boolean(),
  /** With the newest period, and only while names are concealed: what can be known instead. */
  organisationCounts: organisationCounts.optional(),
});
export type OverviewAnswer = z.infer<typeof overviewAnswer>;

/** Before the first release. */
const noReleaseAnswer = z.object({
  version: z.literal(ANSWERS_VERSION),
  organisation: z.string(),
  demo: z.boolean(),
  noRelease: z.literal(true),
  /** The day the first picture can be expected; null when nothing is scheduled. */
  firstPictureOn: z.string().nullable(),
  /** Names are concealed in usage reports. */
  concealed: z.boolean(),
  /** What is known already; absent before the first run, and of fewer than 300 people. */
  organisationCounts: organisationCounts.optional(),
});
export const overviewOrNone = z.union([overviewAnswer, noReleaseAnswer]);
export type OverviewOrNone = z.infer<typeof overviewOrNone>;

/**
 * How much more of one group than of another, in percentage points with the 90 % interval, to one decimal; `sigma` as of a
 * share.
 */
const gap = z.object({
  ...share.shape,
  /** `no-sure-difference`: the interval holds nought. */
  verdict: z.enum(['behind', 'ahead', 'no-sure-difference']),
});

const adoptionAnswer = z.object({
  version: z.literal(ANSWERS_VERSION),
  organisation: z.string(),
  demo: z.boolean(),
  period,
  /** Every released period, newest first. */
  periods: z.array(period),
  /** The day the next picture can be expected; null when nothing is scheduled. */
  nextPictureOn: z.string().nullable(),
  heads: z.int(),
  /** 1 licensed · 2 tried · 3 habit · 4 works together · 5 works across units. A step that is not measured is counted in none. */
  staircase: z.union([
    notShown,
    z.object({
      restsOn,
      /** The steps that were measured as columns, each with those who stand on it and no higher. */
      table,
      /** One a row: its heads minus all columns: on step 1, or without a licence. */
      lowest: z.array(estimate),
      whole: wholeStaircase,
    }),
  ]),
  /** Of the newest release, this one or before, that holds `leaders`: it comes with the second and the fourth quarter. */
  leaders: z.union([
    notShown,
    z.object({
      /** `leaders` and `staircase` of one period. */
      restsOn: z.array(restsOn),
      /** Standard deviation of the noise in each cell of `leaders`, in people. */
      sigma: z.number(),
      /** Desk staff is everybody with a unit minus the others that have a row. */
      groups: z.array(
        z.object({
          group: z.enum(['leaders', 'desk', 'frontline', 'elected']),
          /** Null where the group is too small for a row. */
          heads: z.int().nullable(),
          /** Of desk staff: the groups that are too small for a row, and so counted with it. */
          holdsToo: z.array(z.enum(['leaders', 'frontline', 'elected'])),
          /** On step 3 or higher, and on step 4 or higher. */
          habit: z.union([counted, notShown]),
          together: z.union([counted, notShown]),
        }),
      ),
      /** Leaders minus desk staff. */
      gap: z.object({ habit: z.union([gap, notShown]), together: z.union([gap, notShown]) }),
    }),
  ]),
  /** The mean of the shares with Teams, files, co-work and mobile in habit: of the whole and of divisions, never of a unit. */
  fitness: z.union([
    notShown,
    z.object({
      restsOn,
      /** The whole organisation first, then divisions in the order of their names. */
      places: z.array(
        z.object({
          /** Null for the whole organisation. */
          division: z.string().nullable(),
          /** Of the rows that lie in it whole. */
          heads: z.int(),
          /** Of the parts that are shown; never filled in for the others. */
          mean: z.union([share, notShown]),
          parts: z.array(z.object({ app: z.string(), figure: z.union([counted, notShown]) })),
        }),
      ),
    }),
  ]),
  /** The fractions Microsoft documents for Adoption Score, in its order. */
  adoptionScore: z.array(
    z.object({
      category: z.enum(['communication', 'content-collaboration', 'teamwork', 'mobility', 'meetings', 'ai-adoption']),
      /**
       * Why the documented fraction is not shown.
       * - `overlap`: it needs how many people use two services, and tables count each alone.
       * - `not-read`: what it is made of is not read by any source.
       * - `days-a-person`: it needs each person's number of days, and only whether it is a habit is kept.
       */
      notShown: z.enum(['overlap', 'not-read', 'days-a-person']),
      /** What is released nearest to it: another definition, said beside it. Null where nothing is near. */
      nearest: z.object({ restsOn, app: z.string(), heads: z.int(), figure: counted }).nullable(),
    }),
  ),
  /** Microsoft's own counts of the whole organisation, exact: what is fresh until the next picture, and all there is of concealed reports. */
  organisationCounts: organisationCounts.optional(),
  /** How each usage report of the period came; empty where none was read. */
  reports: z.array(reportCame),
});
export type AdoptionAnswer = z.infer<typeof adoptionAnswer>;
/** Before the first release the same is said as of the overview. */
export const adoptionOrNone = z.union([adoptionAnswer, noReleaseAnswer]);
export type AdoptionOrNone = z.infer<typeof adoptionOrNone>;

export const unitsAnswer = z.object({
  version: z.literal(ANSWERS_VERSION),
  /** The directory units of the newest release with their heads. `slug` is what stands in an address. */
  units: z.array(z.object({ slug: z.string(), path: z.string(), heads: z.int() })),
});
export type UnitsAnswer = z.infer<typeof unitsAnswer>;

/** One directory unit: in each table the row that holds it, period by period. */
export const unitAnswer = z.object({
  version: z.literal(ANSWERS_VERSION),
  slug: z.string(),
  path: z.string(),
  heads: z.int(),
  tables: z.array(
    z.object({
      name: table.shape.name,
      /** Newest first; a period whose release has no row with this unit is absent. */
      periods: z.array(
        z.object({
          ...{ period, row, columns: z.array(column), figures: z.array(figure), sigma: z.number() },
          /** One mark a column. Absent where no earlier release holds the table. */
          changes: z.array(change).optional(),
        }),
      ),
    }),
  ),
  /** The staircase of the row that holds the unit, in the newest release; absent where it has none. */
  stairs: z.object({ period, row, steps: z.union([wholeStaircase.shape.steps, withheld]) }).optional(),
});
export type UnitAnswer = z.infer<typeof unitAnswer>;

/** One source as declared by the file that reads it. */
const sourceAnswer = z.object({
  name: z.string(),
  endpoint: z.string(),
  permissions: z.array(z.string()),
  /** Each field with the reason it is asked for, in the connector's own (English) words. */
  fields: z.array(z.object({ field: z.string(), reason: z.string() })),
  /** What Microsoft sends along and gives no way to leave out: dropped before anything is kept. */
  unasked: z.array(z.string()).optional(),
});

export const aboutAnswer = z.object({
  version: z.literal(ANSWERS_VERSION),
  organisation: z.string(),
  demo: z.boolean(),
  sources: z.array(sourceAnswer),
  /** Rounded as design D6 says; null where too small to say. */
  read: z.array(
    z.object({
      period,
      days: z.int(),
      daysRead: z.int(),
      mailboxes: z.int().nullable(),
      mailboxesRead: z.int().nullable(),
      interactions: z.int().nullable(),
      usageDays: z.int().nullable(),
    }),
  ),
  /**
   * What said where people work when the directory was last read, in totals; `heads` is null under 20, `on` where there is
   * no one day.
   */
  placed: z.array(
    z.object({
      origin: z.enum(['attribute', 'groups', 'managers', 'hr-file', 'others', 'none']),
      on: z.string().nullable(),
      heads: z.int().nullable(),
    }),
  ),
  /** How each usage report came in the newest period that has any, and how many the directory has, null until that is released; null where none was read. */
  reportsCame: z.object({ period, heads: z.int().nullable(), reports: z.array(reportCame) }).nullable(),
  /** What is held about people at this moment: periods not yet released. */
  held: z.array(z.object({ period, oldestDay: z.string().nullable() })),
  /** Names are concealed in usage reports. */
  concealed: z.boolean(),
  releases: z.array(
    z.object({
      period,
      releasedAt: z.string(),
      tables: z.array(
        z.object({ name: z.string(), sigma: z.number(), rho: z.number(), rows: z.int(), heads: z.int() }),
      ),
      rho: z.number(),
      /** Right guesses in 100 of someone who knows every other row exactly, instead of 50. */
      rightGuessesInHundred: z.int(),
      shreddedAt: z.string().nullable(),
    }),
  ),
  budget: z.object({
    rhoAYear: z.number(),
    rhoSpentLastFourQuarters: z.number(),
    level: z.enum(['standard', 'careful']),
  }),
  custody: z.object({ kind: z.string(), weak: z.boolean() }),
  ledger: z.object({ entries: z.int(), head: z.string() }),
});
export type AboutAnswer = z.infer<typeof aboutAnswer>;

/** How one source fared in a run. Days are the calendar's; everything else is rounded as design D6 says. */
const sourceRun = z.object({
  source: z.string(),
  /** `not-due`: nothing of it was to be read this time. */
  state: z.enum(['running', 'done', 'partial', 'failed', 'not-due']),
  daysDone: z.int(),
  days: z.int(),
  /** Against the positive list; those not read for objection or protection are done. Null under 50. */
  mailboxesDone: z.int().nullable(),
  mailboxes: z.int().nullable(),
  /** Days of the period that no run has read yet, and that a release would rest on. */
  gapDays: z.int(),
  /** Rows held of the last whole week, to two significant figures; null under 100. */
  weekRows: z.int().nullable(),
  /** Requests that were to wait, and those sent again, to two significant figures; null under 100. */
  askedToWait: z.int().nullable(),
  triedAgain: z.int().nullable(),
  /** Minutes that its requests waited, side by side and added up, to two significant figures; null under one. */
  waitedMinutes: z.int().nullable(),
  failure: z.string().nullable(),
  /** Who can mend it. */
  whoseMove: z.enum(['operator', 'administrator', 'privacy officer', 'wait', 'us', 'nobody']).nullable(),
});
export type SourceRunAnswer = z.infer<typeof sourceRun>;

export const lastRunAnswer = z.object({
  version: z.literal(ANSWERS_VERSION),
  run: z
    .object({
      /** `partial`: some source was not read whole; the next run tries again. */
      state: z.enum(['running', 'done', 'partial', 'failed']),
      step: z.enum(['directory', 'mail', 'meetings', 'chats', 'calls', 'usage', 'publishing', 'idle']),
      period: period.nullable(),
      startedAt: z.string(),
      endedAt: z.string().nullable(),
      daysDone: z.int(),
      days: z.int(),
      mailboxesDone: z.int(),
      mailboxes: z.int(),
      secondsLeft: z.int().nullable(),
      /** A closed code, whose move it is and what to do are worded in the tab. */
      failure: z.string().nullable(),
      /** Each source as it fared in the last run of the period that was about it. */
      sources: z.array(sourceRun),
      /** Items that could not be read, all sources together, to two significant figures; null under 100. */
      dropped: z.int().nullable(),
      /** Different fields that Microsoft sent unasked, and those of them that its own metadata names. All were dropped. */
      unknownFields: z.object({ count: z.int(), named: z.array(z.string()) }),
    })
    .nullable(),
  /** How many of the expected releases are out; in the demo four. */
  released: z.int(),
  expected: z.int().nullable(),
});
export type LastRunAnswer = z.infer<typeof lastRunAnswer>;

export const ROLES = [
  'Leader',
  'PrivacyOfficer',
  'Approver',
  'DataProtectionOfficer',
  'EmployeeRepresentative',
  'LaunchOwner',
  'Administrator',
] as const;

export const meAnswer = z.object({
  version: z.literal(ANSWERS_VERSION),
  organisation: z.string(),
  demo: z.boolean(),
  roles: z.array(z.enum(ROLES)),
  /** Screens this person may open. */
  screens: z.array(z.enum(['me', 'overview', 'bridges', 'adoption', 'journey', 'unit', 'about', 'office', 'install'])),
});
export type MeAnswer = z.infer<typeof meAnswer>;

export const healthAnswer = z.object({
  version: z.literal(ANSWERS_VERSION),
  ok: z.boolean(),
  lastRun: z.enum(['none', 'running', 'done', 'partial', 'failed']),
  releases: z.int(),
});
export type HealthAnswer = z.infer<typeof healthAnswer>;

/** A part of a document. Between two stars stands what is strong, between backticks a name as machines write it. */
const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.object({ kind: z.literal('table'), head: z.array(z.string()), rows: z.array(z.array(z.string())) }),
  z.object({ kind: z.literal('callout'), text: z.string() }),
  /** Left empty for people. */
  z.object({ kind: z.literal('blank'), text: z.string() }),
]);
export type DocumentBlock = z.infer<typeof block>;

export const DOCUMENT_LANGUAGES = ['nb', 'nn', 'en'] as const;

/** The documents this person may read, by name; none before there is a scope. */
export const documentsAnswer = z.object({
  version: z.literal(ANSWERS_VERSION),
  documents: z.array(z.string()),
});
export type DocumentsAnswer = z.infer<typeof documentsAnswer>;

/** A draft made of the configuration in force, for people to finish: never legal advice. */
export const documentAnswer = z.object({
  version: z.literal(ANSWERS_VERSION),
  name: z.string(),
  language: z.enum(DOCUMENT_LANGUAGES),
  title: z.string(),
  /** That it is a draft and no legal advice; drawn first and last. */
  mark: z.string(),
  /** Stands before a blank. */
  toFill: z.string(),
  blocks: z.array(block),
});
export type DocumentAnswer = z.infer<typeof documentAnswer>;

/** The same draft as a file. In JSON like every answer, so that a token brings it and no cookie or address does. */
export const documentFileAnswer = z.object({
  version: z.literal(ANSWERS_VERSION),
  fileName: z.string(),
  /** The file's bytes, a DOCX, in base64. */
  base64: z.string(),
});
export type DocumentFileAnswer = z.infer<typeof documentFileAnswer>;

/** Offices, and what they do with a proposal; see privacy/approval.ts. */
const office = z.enum([
  'PrivacyOfficer',
  'Approver',
  'DataProtectionOfficer',
  'EmployeeRepresentative',
  /** The server's command line, where nobody can prove an office. */
  'Administrator',
]);

/** What can be asked for on a route; `sign` puts a privacy officer's signature to a draft of the command line. */
export const PROPOSAL_ACTS = ['sign', 'comment', 'protest', 'answer', 'approve', 'reject', 'withdraw'] as const;

const proposalStateName = z.enum([
  'draft',
  'open',
  'protested',
  'approved',
  'in-force',
  'rejected',
  'withdrawn',
  'superseded',
]);

/** A scope as a form shows it: what it can change by name, the rest as it is. */
const scopeDocument = z.looseObject({
  purposes: z.array(z.string()),
  legalBasis: z.string().optional(),
  sources: z.array(z.string()),
  unitsOut: z.array(z.string()),
  level: z.enum(['standard', 'careful']),
  structuralTables: z.boolean(),
  competences: z.array(z.object({ name: z.string(), groupId: z.string() })),
  staffNoticeOn: z.string(),
  readBack: z.boolean(),
  endsOn: z.string(),
  partnerOrganisations: z
    .array(z.object({ name: z.string(), kind: z.string().optional(), domains: z.array(z.string()) }))
    .optional(),
});
export type ScopeDocument = z.infer<typeof scopeDocument>;

const proposal = z.object({
  number: z.int(),
  state: proposalStateName,
  widens: z.boolean(),
  material: z.boolean(),
  approvableFrom: z.string().nullable(),
  effectiveOn: z.string().nullable(),
  scope: scopeDocument,
  /** Oldest first: by which office, and never by whom. */
  acts: z.array(
    z.object({
      kind: z.enum(['proposed', 'commented', 'protested', 'answered', 'approved', 'rejected', 'withdrawn']),
      office,
      at: z.string(),
      text: z.string().nullable(),
      /** Of an approval: what it approved by name. */
      alsoApproves: z.array(z.string()).optional(),
    }),
  ),
  /** Sources that its approval has to name. */
  ownApprovals: z.array(z.string()),
  /** In the language asked for. */
  changes: z.array(block),
  /** What the asker may do with it now. */
  may: z.array(z.enum(PROPOSAL_ACTS)),
});
export type ProposalAnswer = z.infer<typeof proposal>;

export const scopeAnswer = z.object({
  version: z.literal(ANSWERS_VERSION),
  inForce: z.object({ since: z.string(), scope: scopeDocument, title: z.string(), blocks: z.array(block) }).nullable(),
  /** Newest first. */
  proposals: z.array(proposal),
  mayPropose: z.boolean(),
  /** False in a pilot and the demo, where a scope may stand by itself. */
  binding: z.boolean(),
});
export type ScopeAnswer = z.infer<typeof scopeAnswer>;

export const changesAnswer = z.object({ version: z.literal(ANSWERS_VERSION), changes: z.array(block) });
export type ChangesAnswer = z.infer<typeof changesAnswer>;

export const proposedAnswer = z.object({
  version: z.literal(ANSWERS_VERSION),
  number: z.int(),
  state: proposalStateName,
});
export type ProposedAnswer = z.infer<typeof proposedAnswer>;

/** What somebody in office records is done, and what stands open for it; see privacy/gates.ts. */
const recordedGate = z.enum(['dpia', 'discussion', 'staff-notice', 'evaluation']);

export const PARTICIPANTS = [
  'employer',
  'privacy-officer',
  'data-protection-officer',
  'union-representative',
  'safety-representative',
  'occupational-health',
] as const;

export const gatesAnswer = z.object({
  version: z.literal(ANSWERS_VERSION),
  /** False in a pilot and the demo, where a closed gate stops nothing. */
  binding: z.boolean(),
  gates: z.array(
    z.object({
      gate: z.enum(['dpia', 'discussion', 'staff-notice', 'protected-contacts', 'evaluation', 'end-date']),
      open: z.boolean(),
      since: z.string().nullable(),
      lapsesOn: z.string().nullable(),
      needs: z
        .enum([
          'no-scope',
          'not-recorded',
          'not-confirmed',
          'changed-since',
          'in-the-future',
          'later-than-the-scope-says',
          'nobody-listed',
          'too-long-ago',
          'ended',
        ])
        .nullable(),
      whose: office,
    }),
  ),
  /** Newest first. */
  records: z.array(
    z.object({
      gate: recordedGate,
      office,
      /** When it was recorded, and the day it was done. */
      at: z.string(),
      on: z.string(),
      sha256: z.string(),
      participants: z.array(z.enum(PARTICIPANTS)).optional(),
      proposal: z.int().optional(),
    }),
  ),
  /** The newest proposal in force that must have been discussed; 0 where none is. */
  materialProposal: z.int(),
  /** The numbers of all proposals. */
  proposals: z.array(z.int()),
  /** What the asker may record. */
  may: z.array(recordedGate),
});
export type GatesAnswer = z.infer<typeof gatesAnswer>;

export const recordedAnswer = z.object({ version: z.literal(ANSWERS_VERSION) });
export type RecordedAnswer = z.infer<typeof recordedAnswer>;

/** How many protected contacts are listed, and how many of them no run has made a mark of yet; never who. */
export const protectedAnswer = z.object({
  version: z.literal(ANSWERS_VERSION),
  listed: z.int(),
  pending: z.int(),
  /** How many the next run takes off the list. */
  removing: z.int(),
  /** Of the newest run that took any off: its day, and how many addresses stood for nobody; null before one has. */
  missed: z.object({ on: z.string(), addresses: z.int() }).nullable(),
  /** False where nobody would be left on the list while a scope is in force: then nothing more is read. */
  mayRemove: z.boolean(),
});
export type ProtectedAnswer = z.infer<typeof protectedAnswer>;

/** Where a unit of *About me* stands for those one turned to. */
const partnerGroup = z.object({
  /** `unit`: a row of directory units; `inside`: of the organisation, without a unit we may name; `partner`: its word. */
  of: z.enum(['unit', 'inside', 'outside', 'partner']),
  /** As the tab names rows; empty of `inside` and `outside`. */
  name: z.string(),
});

/** What one held period holds about the asker. Others stand in it as groups of at least `fewest` heads, never as a person. */
const heldPeriod = z.object({
  period,
  membership: z
    .object({
      unit: z.string(),
      standing: z.enum(['leader', 'elected', 'frontline', 'desk']),
      readOn: z.string(),
      /** What said so, and of which day; null where that was not noted. */
      placedBy: z.object({ origin: z.enum(['attribute', 'groups', 'managers', 'hr-file']), on: z.string() }).nullable(),
    })
    .nullable(),
  /** Own acts, newest week first. `week`: its Monday. */
  acts: z.array(
    z.object({
      week: z.string(),
      kind: z.enum(['mail', 'meeting', 'chat', 'call', 'online-meeting']),
      toward: partnerGroup,
      acts: z.int(),
      minutes: z.int(),
    }),
  ),
  /** Whose days were read: one's own, source by source. */
  daysRead: z.array(z.object({ source: z.string(), from: z.string(), to: z.string(), days: z.int() })),
  /** On how many days each service was used, of those that have a report that tells of it. */
  usage: z.array(
    z.object({ app: z.enum(['exchange', 'teams', 'files', 'copilot', 'co-work', 'mobile']), days: z.int() }),
  ),
  reportDays: z.int(),
  /** The row one would be counted by if the period were released now, made by the code that makes releases. */
  row: z
    .object({
      /** Columns of *regular contact* one would be counted in. */
      reach: z.array(z.string()),
      breadth: z.enum(['one-or-two', 'three-to-five', 'six-or-more']).nullable(),
      /** Null without a contact in another unit, and where the sources do not tell mail and Teams apart. */
      channel: z.enum(['mail-mostly', 'mixed', 'teams-mostly']).nullable(),
      apps: z.array(z.string()),
      appsMeasured: z.array(z.string()),
      /** The step of the staircase one stands on, and the steps above 1 that are measured; null where none is. */
      step: z.int().min(1).max(5).nullable(),
      stepsMeasured: z.array(z.int()),
    })
    .nullable(),
  /** Own acts and ties once more, by unit; null where one has no place, and for elected members. */
  network: z
    .object({
      /** How many colleagues one turned to, by group, most first. */
      partners: z.array(z.object({ toward: partnerGroup, people: z.int() })),
      /**
       * How much one bridges, in three fixed bands, told once a period: of the days up to and with `until`. Null where the
       * scope has no structural tables; the band alone is null until these days are read for good.
       */
      bridging: z.object({ until: z.string(), band: z.enum(['none', 'some', 'much']).nullable() }).nullable(),
    })
    .nullable(),
  /** What the scope declares as competences and one is said to have. */
  competences: z.array(z.string()),
});
export type HeldPeriodAnswer = z.infer<typeof heldPeriod>;

export const aboutMeAnswer = z.object({
  version: z.literal(ANSWERS_VERSION),
  demo: z.boolean(),
  /** Marks that are held so that one is not read. */
  marks: z.array(z.enum(['objection', 'protected', 'forgotten'])),
  /** The asker's own choice to stand as a bridge-builder, and what leaders would see of them. */
  bridgeBuilder: z.strictObject({
    /** As leaders are shown them; `unit` is null until a reading has found them in the directory. Null: they do not stand. */
    stands: z.strictObject({ name: z.string(), unit: z.string().nullable() }).nullable(),
    /** `name` is null where the sign-in tells none, `unit` where only a reading can tell it; an empty unit: none. */
    offered: z.strictObject({ name: z.string().nullable(), unit: z.string().nullable() }),
  }),
  /** Newest first; a period that holds nothing about the asker is absent. */
  periods: z.array(heldPeriod),
  /** The newest released count of bridges in the row that holds one's own unit; null where none is released. */
  bridges: z
    .object({
      period,
      row: z.string(),
      heads: z.int(),
      figures: z.array(z.object({ band: z.enum(['some', 'much']), people: figure })),
    })
    .nullable(),
  /** A unit with fewer heads is never told alone. */
  fewest: z.int(),
  /** The newest seven days of which anything of the asker was read; null where nothing was. */
  lastRead: z
    .object({ from: z.string(), to: z.string(), sources: z.array(z.object({ source: z.string(), days: z.int() })) })
    .nullable(),
  /** What the asker did in office, under their signature. */
  inOffice: z.array(z.object({ what: z.string(), office: z.string(), on: z.string(), text: z.string().nullable() })),
  /** When what may be read was changed, newest first, and what offices did about it: never who. */
  scopeChanges: z.array(
    z.object({ on: z.string(), offices: z.array(z.object({ kind: z.string(), office: z.string(), on: z.string() })) }),
  ),
  /** Widenings that are approved and take effect on a day to come. */
  coming: z.array(
    z.object({
      effectiveOn: z.string(),
      /** What will be different, in each language documents are written in. */
      said: z.object({ nb: z.array(block), nn: z.array(block), en: z.array(block) }),
    }),
  ),
});
export type AboutMeAnswer = z.infer<typeof aboutMeAnswer>;

/** What became of an objection, or of taking it back. */
export const objectionAnswer = z.object({
  version: z.literal(ANSWERS_VERSION),
  objects: z.boolean(),
  /** `at-once`: nothing is held now; `after-run`: a run is going on, and deletes at its end; `nothing`: nothing was to go. */
  deleted: z.enum(['at-once', 'after-run', 'nothing']),
});
export type ObjectionAnswer = z.infer<typeof objectionAnswer>;

/** One's own data as files: for machines and for reading. */
export const ownExportAnswer = z.object({
  version: z.literal(ANSWERS_VERSION),
  /** Named without saying whose they are. */
  files: z.array(z.object({ fileName: z.string(), base64: z.string() })),
});
export type OwnExportAnswer = z.infer<typeof ownExportAnswer>;

/** Every refusal. `code` is one of a closed set; the tab has the words. */
export const refusal = z.object({
  refused: z.enum([
    'no-token',
    'bad-token',
    'not-for-you',
    'not-found',
    'bad-request',
    'conflict',
    'too-many-requests',
    'broken',
  ]),
  /** A number to quote to the administrator. */
  reference: z.string(),
  /** Of 'bad-request' the field that is wrong, of 'conflict' the rule that stands in the way: a closed code each. */
  about: z.string().optional(),
});
export type Refusal = z.infer<typeof refusal>;
