import type { AdoptionAnswer, Estimate, Figure, Row, Table } from '../../connector/api/answers.ts';
import type {
  BenefitsAnswer,
  CalendarAnswer,
  ChoicesAnswer,
  FitnessGatesAnswer,
  LedgerAnswer,
  MeanwhileAnswer,
  PeersAnswer,
} from '../../connector/api/benefit-answers.ts';
import type { JourneyAnswer, LaunchAnswer } from '../../connector/api/journey-answers.ts';
import {
  counted,
  ORGANISATION_COUNTS,
  overviewAnswer,
  PERIODS,
  releasedOn,
  STAIRS,
  summed,
  UNITS,
} from './invented-answers.ts';

/** What the API would answer about adoption, launches and plans, for looking at the tab without a connector. */
const ORGANISATION = 'Furuvik kommune';
type Period = (typeof PERIODS)[number];

/** Where the tables of tools are out. */
type Fitness = Extract<AdoptionAnswer['fitness'], { readonly places: unknown }>;

function quarter(id: string): Period {
  const found = PERIODS.find((period) => period.id === id);
  if (found === undefined) throw new Error(`no such quarter: ${id}`);
  return found;
}

const [Q3, Q2, Q1, Q4] = [quarter('2026-Q3'), quarter('2026-Q2'), quarter('2026-Q1'), quarter('2025-Q4')];

function people(about: number, half: number): Estimate {
  return { about, low: Math.max(0, about - half), high: about + half };
}

const EVERYBODY = STAIRS.heads;

/** Without a network source those of the fifth step stand on the fourth. */
const ALONE: typeof STAIRS.steps = [
  { step: 4, figure: counted(430, 24, EVERYBODY) },
  { step: 5, figure: { withheld: 'no-source' } },
];

/** @param alone only usage reports are read: the fifth step is not measured */
export function adoptionAnswer(
  periodId: string | undefined,
  released: number,
  alone: boolean,
): AdoptionAnswer | undefined {
  const overview = overviewAnswer(periodId, released);
  if (overview?.apps === undefined) return undefined;
  const { period, periods, apps } = overview;
  const steps = alone ? [2, 3, 4] : [2, 3, 4, 5];
  const shares = alone ? [0.14, 0.42, 0.21] : [0.14, 0.42, 0.13, 0.08];
  const figures = apps.rows.map(({ heads, coveragePercent }) =>
    // Where too little is covered, none of a row's steps is told, and so neither is the rest of it.
    shares.map((share): Figure =>
      coveragePercent < 40 ? { withheld: 'too-little-coverage', needed: 40 } : people(Math.round(heads * share), 6),
    ),
  );
  return {
    version: 1,
    organisation: ORGANISATION,
    demo: true,
    period,
    periods,
    nextPictureOn: '2027-01-05',
    heads: EVERYBODY,
    staircase: {
      restsOn: { table: 'staircase', period: period.id },
      table: {
        ...{ name: 'staircase', rows: apps.rows, figures, sigma: 2.74, rho: 0.1 },
        columns: steps.map((step) => ({ name: `step-${step}`, heads: null })),
      },
      // What the higher steps leave of the row, as the screen says of it.
      lowest: apps.rows.map(({ heads }) =>
        people(
          shares.reduce((left, share) => left - Math.round(heads * share), heads),
          11,
        ),
      ),
      whole: alone
        ? { heads: EVERYBODY, steps: STAIRS.steps.map((step) => ALONE.find((one) => one.step === step.step) ?? step) }
        : STAIRS,
    },
    leaders: {
      restsOn: [
        { table: 'leaders', period: '2026-Q2' },
        { table: 'staircase', period: '2026-Q2' },
      ],
      sigma: 3.16,
      groups: [
        { group: 'leaders', heads: 132, holdsToo: [], habit: counted(63, 6, 132), together: counted(30, 6, 132) },
        {
          group: 'desk',
          heads: 946,
          holdsToo: ['elected'],
          habit: counted(588, 21, 946),
          together: counted(225, 21, 946),
        },
        { group: 'frontline', heads: 967, holdsToo: [], habit: counted(402, 6, 967), together: counted(88, 6, 967) },
        {
          ...{ group: 'elected', heads: null, holdsToo: [] },
          habit: { withheld: 'too-few-heads', needed: 35 },
          together: { withheld: 'too-few-heads', needed: 35 },
        },
      ],
      gap: {
        habit: { about: -14.4, low: -19.7, high: -9.1, sigma: 3.22, verdict: 'behind' },
        together: { about: -1, low: -6.4, high: 4.3, sigma: 3.25, verdict: 'no-sure-difference' },
      },
    },
    fitness: {
      restsOn: { table: 'apps', period: period.id },
      places: [
        fitnessOf(apps),
        fitnessOf(apps, 'Oppvekst'),
        {
          ...{ division: 'NAV og inkludering', heads: 80, mean: { withheld: 'one-unit' } },
          parts: ['teams', 'files', 'co-work', 'mobile'].map((app) => ({ app, figure: { withheld: 'one-unit' } })),
        },
      ],
    },
    adoptionScore: [
      {
        ...{ category: 'communication', notShown: 'overlap' },
        nearest: {
          ...{ restsOn: { table: 'apps', period: period.id }, app: 'teams', heads: EVERYBODY },
          figure: habitOf(apps, 'teams'),
        },
      },
      { category: 'content-collaboration', notShown: 'not-read', nearest: null },
      { category: 'teamwork', notShown: 'not-read', nearest: null },
      { category: 'mobility', notShown: 'overlap', nearest: null },
      { category: 'meetings', notShown: 'not-read', nearest: null },
      { category: 'ai-adoption', notShown: 'days-a-person', nearest: null },
    ],
    organisationCounts: ORGANISATION_COUNTS,
    reports: [
      {
        ...{ report: 'active-users', days: 92, daysRead: 91, newestDay: '2026-09-30' },
        ...{ inReport: 2_300, matched: 1_900, shrunk: false, lateDays: null, newColumns: 0, microsoftCounts: null },
      },
      {
        ...{ report: 'teams-activity', days: 92, daysRead: 60, newestDay: '2026-09-29' },
        ...{ inReport: 2_100, matched: 1_850, shrunk: true, lateDays: 6, newColumns: 2, microsoftCounts: 1_700 },
      },
    ],
  };
}

/** How many have a tool in regular use: the rows' figures added up. */
function habitOf(apps: Table, app: string, of?: (row: Row) => boolean): ReturnType<typeof counted> {
  const { people: all, heads } = summed(
    apps,
    apps.columns.findIndex(({ name }) => name === app),
    of,
  );
  return counted(all.about, all.about - all.low, heads);
}

/** How far a division is, or everybody, by the same tables as the section about tools; mobile use is not measured. */
function fitnessOf(apps: Table, division: string | null = null): Fitness['places'][number] {
  const of = (row: Row): boolean => division === null || row.division === division;
  const [teams, files] = [habitOf(apps, 'teams', of), habitOf(apps, 'files', of)];
  const heads = apps.rows.filter(of).reduce((sum, row) => sum + row.heads, 0);
  const half = teams.people.about - teams.people.low;
  const together = counted(Math.round(files.people.about * 0.87), half, heads);
  const parts = Object.entries({ teams, files, 'co-work': together }).map(([app, figure]) => ({ app, figure }));
  const mean = (100 * (teams.people.about + files.people.about + together.people.about)) / (3 * heads);
  const sigma = (100 * half) / 1.645 / heads / Math.sqrt(3);
  return {
    ...{ division, heads, mean: { about: mean, low: mean - 1.645 * sigma, high: mean + 1.645 * sigma, sigma } },
    parts: [...parts, { app: 'mobile', figure: { withheld: 'too-few-days', needed: 21 } }],
  };
}

/** Of an organisation that conceals names in its usage reports. */
export function concealedAdoption(answer: AdoptionAnswer): AdoptionAnswer {
  const why = { withheld: 'concealed' } as const;
  return {
    ...answer,
    staircase: why,
    leaders: why,
    fitness: why,
    adoptionScore: answer.adoptionScore.map((part) => ({ ...part, nearest: null })),
  };
}

const ROWS = [
  { id: 'r-vest', name: 'Oppvekst/Skole/Skoleområde vest', division: 'Oppvekst', heads: 150 },
  { id: 'r-øst', name: 'Oppvekst/Skole/Skoleområde øst', division: 'Oppvekst', heads: 138 },
  { id: 'r-stab', name: 'Stab/Økonomi', division: 'Stab', heads: 46 },
];

const SEASON = { weekdays: 66, workingDays: 65, quietDays: 5 };
const SUMMER = { weekdays: 66, workingDays: 66, quietDays: 15 };

/** The summer's quarter holds the holidays. */
function seasonOf(period: Period): typeof SEASON {
  return period === Q3 ? SUMMER : SEASON;
}

function atWork(period: Period) {
  return { period, sigma: 3.5, season: seasonOf(period), holiday: period === Q3 };
}

const LAUNCHES: LaunchAnswer[] = [
  {
    number: 2,
    what: 'Vaktskifte i Teams',
    rows: [{ id: 'r-bo', name: 'Helse og mestring/Bo og aktivitet', heads: 142 }],
    begins: '2026-04-07',
    registeredOn: '2026-05-02',
    ownerOffice: 'Helse og mestring',
    purpose: 'Vaktskifte på nett, så ingen må kjøre innom kontoret.',
    replaces: { what: 'Telefonlister på papir', by: '2026-09-01' },
    indicator: { table: 'staircase', column: 'step-4' },
    expectedGain: 20,
    expectedBy: '2026-12-31',
    state: 'did-not-work',
    besides: [],
    actual: [
      { ...atWork(Q1), people: people(27, 8), heads: 142 },
      { ...atWork(Q2), people: people(31, 8), heads: 142 },
      { ...atWork(Q3), people: people(29, 8), heads: 142 },
    ],
    ledger: [],
    expected: {
      heads: 142,
      points: [
        { period: Q1, people: people(27, 7) },
        { period: Q2, people: people(34, 9) },
        { period: Q3, people: people(49, 11) },
        { period: { id: '2026-Q4', from: '2026-10-01', to: '2027-01-01' }, people: people(55, 13) },
      ],
    },
    fitted: { withheld: 'no-release-after' },
    effects: [{ withheld: 'too-few-heads', needed: 150 }],
    retrospectives: [
      {
        ...{ on: '2026-10-20', outcome: 'did-not-work', tried: 'Opplæring på én kveld.' },
        expected: 'At alle tok det i bruk til sommeren.',
        got: 'Vaktene har ikke nett på alle steder, og ga opp.',
        learnt: 'Nettet må være på plass først.',
        next: 'Prøve på nytt når nye telefoner er kommet.',
      },
    ],
  },
  {
    number: 1,
    what: 'Samskriving i skolen',
    rows: ROWS.slice(0, 2).map(({ id, name, heads }) => ({ id, name, heads })),
    begins: '2026-01-12',
    registeredOn: '2025-12-01',
    ownerOffice: 'Oppvekst',
    purpose: 'Planer skrives sammen i stedet for å sendes på e-post.',
    replaces: null,
    indicator: { table: 'apps', column: 'co-work' },
    expectedGain: 25,
    expectedBy: '2026-09-30',
    state: 'worked',
    besides: [],
    actual: [Q4, Q1, Q2, Q3].map((period, at) => {
      return { ...atWork(period), people: people(40 + 22 * at, 9), heads: 288 };
    }),
    ledger: [{ number: 1, replaces: 'E-post innad', outBy: '2026-09-01', outOn: null, overdue: true }],
    expected: {
      heads: 288,
      points: [Q4, Q1, Q2, Q3].map((period, at) => ({ period, people: people(40 + 25 * at, 6 + 4 * at) })),
    },
    fitted: {
      heads: 288,
      points: [Q4, Q1, Q2, Q3].map((period, at) => ({ period, people: people(41 + 21 * at, 9) })),
    },
    effects: [
      {
        found: 'went-together-with',
        people: { about: 42, low: 18, high: 66 },
        ofHundred: { about: 14.6, low: 6.3, high: 22.9 },
        before: '2025-Q4',
        after: '2026-Q3',
        sameSeason: false,
        ...{ seasons: { before: SEASON, after: SUMMER }, holiday: false },
        launched: { rows: ['r-vest', 'r-øst'], heads: 288 },
        compared: { rows: ['r-nord', 'r-sentrum'], heads: 233, within: 'division' },
        placebos: 199,
      },
    ],
    retrospectives: [
      {
        ...{ on: '2026-10-27', outcome: 'worked', tried: 'Å skrive planene sammen, skole for skole.' },
        expected: 'At en av fire flere skrev sammen innen høsten.',
        got: 'De fleste gjør det nå, og e-postene med vedlegg er færre.',
        learnt: 'Det gikk fortest der rektor skrev selv.',
        next: 'Skolefritidsordningen kommer med til våren.',
      },
    ],
  },
];

/** @param keeps whether the reader keeps launches */
export function journeyAnswer(keeps: boolean, launches = true): JourneyAnswer {
  return {
    version: 1,
    organisation: ORGANISATION,
    demo: true,
    launches: launches ? LAUNCHES : [],
    timeline: launches
      ? [
          { on: releasedOn(Q4), kind: 'release', period: Q4.id },
          { on: '2026-01-12', kind: 'launch', launch: 1 },
          { on: releasedOn(Q1), kind: 'release', period: Q1.id },
          { on: '2026-04-07', kind: 'launch', launch: 2 },
          { on: releasedOn(Q2), kind: 'release', period: Q2.id },
          { on: '2026-09-01', kind: 'replaced', launch: 2 },
          { on: '2026-09-30', kind: 'expected', launch: 1 },
          { on: releasedOn(Q3), kind: 'release', period: Q3.id },
          { on: '2026-10-20', kind: 'retrospective', launch: 2, outcome: 'did-not-work' },
          { on: '2026-10-27', kind: 'retrospective', launch: 1, outcome: 'worked' },
        ]
      : [],
    register: keeps
      ? {
          indicators: [
            { indicator: { table: 'apps', column: 'teams' }, rows: ROWS },
            { indicator: { table: 'staircase', column: 'step-3' }, rows: ROWS.slice(0, 2) },
          ],
          effectHeads: 150,
        }
      : null,
  };
}

const CHOICES: ChoicesAnswer = {
  indicators: [
    { indicator: 'teams-in-habit', unit: 'percent', measured: true },
    { indicator: 'mail-mostly', unit: 'percent', measured: false },
    { indicator: 'apps-a-person', unit: 'apps-a-person', measured: true },
  ],
  places: ['Oppvekst', 'Helse og mestring', ...UNITS.map(({ path }) => path)],
  nameCharacters: 120,
  textCharacters: 300,
};

function reading(period: Period, about: number, half: number, heads = EVERYBODY) {
  const value = { about, low: about - half, high: about + half };
  return {
    period,
    value,
    sigma: half / 1.645,
    heads,
    rows: ['Oppvekst'],
    holdsOthers: false,
    season: seasonOf(period),
  };
}

export function ledgerAnswer(mayWrite: boolean): LedgerAnswer {
  const [then, now] = [reading(Q4, 31, 3, 730), reading(Q2, 18, 3, 730)];
  return {
    version: 1,
    organisation: ORGANISATION,
    mayWrite,
    choices: CHOICES,
    balance: { in: 2, out: 0, overdue: 1 },
    appsAPerson: [reading(Q3, 1.89, 0.02), reading(Q2, 1.8, 0.02)],
    launches: [{ number: 1, what: 'Samskriving i skolen' }],
    rows: [
      {
        launch: { number: 1, what: 'Samskriving i skolen' },
        ...{ number: 1, tool: 'Teams', inOn: '2026-01-12', replaces: 'E-post innad', outBy: '2026-09-01', outOn: null },
        ...{ oldIndicator: 'mail-mostly', where: ['Oppvekst'], overdue: true },
        displacement: {
          ...{ state: 'less', displaced: { about: 42, low: 29, high: 54 } },
          nullPoint: { ...then, kind: 'last-before' },
          now,
        },
      },
      {
        launch: null,
        ...{ number: 2, tool: 'SharePoint', inOn: '2026-03-01', replaces: 'Filområdet F:', outBy: '2027-03-01' },
        ...{ outOn: null, oldIndicator: null, where: [], overdue: false },
        displacement: { state: 'not-measured', displaced: null, nullPoint: null, now: null },
      },
    ],
  };
}

export function benefitsAnswer(mayWrite: boolean): BenefitsAnswer {
  return {
    version: 1,
    organisation: ORGANISATION,
    mayWrite,
    choices: CHOICES,
    rows: [
      {
        ...{ number: 4, benefit: 'Færre møter på vei mellom skolene', kind: 'saved-time', owner: 'Oppvekst' },
        ...{ indicator: 'teams-in-habit', where: ['Oppvekst'], from: '2026-01-01', direction: 'at-least' },
        ...{ target: 70, by: '2026-12-31', status: 'on-the-way', overdue: false },
        change: { about: 12, low: 9, high: 15 },
        nullPoint: { ...reading(Q4, 48, 2.2, 730), kind: 'last-before' },
        now: reading(Q3, 60, 2.2, 730),
        formerly: [{ until: '2026-05-01', target: 80, direction: 'at-least', by: '2026-12-31' }],
      },
    ],
  };
}

const SCHOOL_LEVEL = 55;

/** How many in each school area have Teams in regular use, by the section about tools, against a level in percent. */
function schoolsAgainst(level: number): FitnessGatesAnswer['gates'][number]['judged'][number]['rows'] {
  const apps = overviewAnswer(Q3.id)?.apps;
  const column = apps?.columns.findIndex(({ name }) => name === 'teams') ?? -1;
  return (apps?.rows ?? []).flatMap(({ name, heads }, at) => {
    const figure = apps?.figures[at]?.[column];
    if (!name.startsWith('Oppvekst/Skole/') || figure === undefined || !('about' in figure)) return [];
    const share = (count: number): number => (100 * count) / heads;
    const value = { about: share(figure.about), low: share(figure.low), high: share(figure.high) };
    const verdict = value.low >= level ? 'clears' : value.high < level ? 'below' : 'not-sure';
    return [{ row: name, heads, verdict, value, sigma: share((figure.high - figure.low) / 2 / 1.645) } as const];
  });
}

export function fitnessGatesAnswer(mayWrite: boolean): FitnessGatesAnswer {
  return {
    version: 1,
    organisation: ORGANISATION,
    mayWrite,
    choices: CHOICES,
    gates: [
      {
        ...{ number: 7, service: 'Ny foreldreportal', owner: 'Oppvekst', indicator: 'teams-in-habit' },
        ...{ where: ['Oppvekst/Skole'], level: SCHOOL_LEVEL, quarters: 1, state: 'nearly', formerly: [] },
        reasons: [{ reason: 'not-sure', row: 'Oppvekst/Skole/Skoleområde nord', period: '2026-Q3' }],
        judged: [{ ...{ period: Q3, season: SUMMER }, rows: schoolsAgainst(SCHOOL_LEVEL) }],
      },
      {
        ...{ number: 8, service: 'Digitale skjema for byggesak', owner: 'Teknisk', indicator: 'teams-in-habit' },
        ...{ where: ['Teknisk og eiendom'], level: 40, quarters: 1, state: 'open', formerly: [], reasons: [] },
        judged: [
          {
            ...{ period: Q3, season: SUMMER },
            rows: [
              {
                ...{ row: 'Teknisk og eiendom', heads: 160, verdict: 'clears' },
                value: { about: 48, low: 44, high: 52 },
                sigma: 2.79,
              },
            ],
          },
        ],
      },
    ],
  };
}

export function calendarAnswer(): CalendarAnswer {
  return {
    version: 1,
    county: null,
    periods: [
      {
        ...{ period: Q3, season: SUMMER, weeks: [{ week: '2026-W29', kinds: ['fellesferie'] }] },
        off: [
          {
            ...{ kind: 'fellesferie', from: '2026-07-13', through: '2026-08-02' },
            ...{ weekdays: 15, who: 'many', sure: true },
          },
        ],
      },
    ],
  };
}

export function meanwhileAnswer(concealed: boolean): MeanwhileAnswer {
  return {
    version: 1,
    organisation: ORGANISATION,
    counts: { by: 'microsoft', exact: true, ...ORGANISATION_COUNTS, off: [] },
    absent: null,
    newest: concealed ? null : Q3,
    nextPictureOn: '2027-01-05',
  };
}

export function peersAnswer(): PeersAnswer {
  const indicator = 'Brutto driftsutgifter til IKT per innbygger (kr)';
  return {
    version: 1,
    organisation: ORGANISATION,
    mayWrite: false,
    own: '4204',
    figures: [],
    compared: [{ indicator, year: 2025, own: 1_912, median: 2_104, lowest: 1_480, highest: 3_020, others: 6 }],
  };
}
