import {
  type AboutAnswer,
  type Figure,
  type LastRunAnswer,
  type SourceRunAnswer,
  type MeAnswer,
  type OrganisationCountsAnswer,
  type OverviewAnswer,
  type Row,
  type Table,
  type UnitAnswer,
  type UnitsAnswer,
  type WholeStaircase,
} from '../../connector/api/answers.ts';
import type { InstallAnswer } from '../../connector/api/install-answers.ts';
import type { ComparedAnswer } from '../../connector/api/bridge-answers.ts';
import { SOURCE_DECLARATIONS } from '../../connector/microsoft-graph/source-declarations.ts';

/** An invented municipality as the API would answer, for looking at the tab without a connector. */
const ORGANISATION = 'Furuvik kommune';

export const PERIODS = [
  { id: '2026-Q3', from: '2026-07-01', to: '2026-10-01' },
  { id: '2026-Q2', from: '2026-04-01', to: '2026-07-01' },
  { id: '2026-Q1', from: '2026-01-01', to: '2026-04-01' },
  { id: '2025-Q4', from: '2025-10-01', to: '2026-01-01' },
];

// Division, then each row: name, heads, coverage, share that reaches other divisions, units merged into it.
const DIVISIONS: readonly (readonly [
  string,
  number,
  readonly (readonly [string, number, number, number, string[]])[],
])[] = [
  [
    'Helse og mestring',
    790,
    [
      ['Hjemmetjenesten nord', 118, 25, 0.08, []],
      ['Hjemmetjenesten sør', 122, 25, 0.07, []],
      ['Sykehjem', 200, 35, 0.1, []],
      ['Bo og aktivitet', 142, 45, 0.12, []],
      ['Helsestasjon og skolehelse', 62, 100, 0.55, []],
      ['Helse og mestring, others', 146, 80, 0.3, ['Legevakt', 'Fysio og ergo', 'Rus og psykisk helse']],
    ],
  ],
  [
    'Oppvekst',
    730,
    [
      ['Skole/Skoleområde vest', 150, 90, 0.34, []],
      ['Skole/Skoleområde øst', 138, 90, 0.37, []],
      ['Skole/Skoleområde nord', 121, 85, 0.15, []],
      ['Skole/Skoleområde sentrum', 112, 90, 0.14, []],
      ['Barnehage', 132, 55, 0.12, []],
      ['Familiens hus', 48, 100, 0.82, []],
      ['Oppvekst, others', 29, 95, 0.4, ['PPT', 'Barnevern', 'NAV og inkludering/Flyktning']],
    ],
  ],
  [
    'Teknisk og eiendom',
    160,
    [
      ['Vann og avløp', 58, 95, 0.09, []],
      ['Eiendom', 64, 95, 0.12, []],
      ['Teknisk og eiendom, others', 38, 100, 0.17, ['Vei', 'Byggesak']],
    ],
  ],
  [
    'Stab',
    150,
    [
      ['Økonomi', 46, 100, 0.7, []],
      ['Personal', 44, 100, 0.74, []],
      ['Stab, others', 60, 100, 0.62, ['Arkiv', 'Digitalisering', 'Kommunikasjon']],
    ],
  ],
  ['Kultur og samfunn', 90, [['Kultur og samfunn', 90, 85, 0.38, []]]],
  ['NAV og inkludering', 80, [['NAV og inkludering', 80, 100, 0.46, []]]],
];

const COLUMNS = DIVISIONS.map(([name, heads]) => ({ name, heads }));
const SIGMA = { reach: 3.87, breadth: 3.16, apps: 3.16, channels: 3.16 };
const RHO = { reach: 0.2, breadth: 0.05, apps: 0.15 };
const FILES = { reach: 43, breadth: 35, apps: 35 };

interface Place extends Row {
  readonly share: number;
}

/** Elected members, of whom contact is never measured: they stand among the tools only. */
const COUNCIL: Place = {
  id: 'c0',
  name: 'Kommunestyret',
  division: 'Kommunestyret',
  heads: 45,
  coveragePercent: 100,
  share: 0,
  units: ['Kommunestyret'],
};

const PLACES: readonly Place[] = [
  ...DIVISIONS.flatMap(([division, , rows]) =>
    rows.map(([name, heads, coveragePercent, share, merged], index) => ({
      id: `${division.length.toString(16)}${index}${heads.toString(16).padStart(10, '0')}`.slice(0, 12),
      name: name === division || name.startsWith(division) ? name : `${division}/${name}`,
      division,
      heads,
      coveragePercent,
      share,
      units:
        merged.length > 0
          ? merged.map((unit) => (unit.includes('/') ? unit : `${division}/${unit}`))
          : [name === division ? name : `${division}/${name}`],
    })),
  ),
  COUNCIL,
];

/** All of them, elected members too; contact is measured for the others. */
const EVERYBODY = headsOf(PLACES);

function headsOf(rows: readonly { readonly heads: number }[]): number {
  return rows.reduce((sum, { heads }) => sum + heads, 0);
}

/** A number in [0, 1) that looks like chance and is the same each time. */
function wobble(...of: number[]): number {
  const mixed = of.reduce((sum, part, index) => sum + Math.sin(part * 12.9898 + index * 78.233) * 43_758.5453, 0);
  return mixed - Math.floor(mixed);
}

type UnitChanges = NonNullable<UnitAnswer['tables'][number]['periods'][number]['changes']>;

/** The tables the screens draw. */
type Drawn = Extract<Table['name'], 'reach' | 'breadth' | 'apps'>;

function estimate(truth: number, heads: number, sigma: number, ...seed: number[]): Figure {
  const value = Math.round(truth + (wobble(...seed) + wobble(...seed, 7) - 1) * 2 * sigma);
  const whole = (count: number): number => Math.min(heads, Math.max(0, Math.round(count)));
  return { about: whole(value), low: whole(value - 1.645 * sigma), high: whole(value + 1.645 * sigma) };
}

function rowOf({ id, name, division, heads, units, coveragePercent }: Place): Row {
  return { id, name, division, heads, units, coveragePercent };
}

function reachFigure(place: Place, column: number, age: number, index: number): Figure {
  const partner = DIVISIONS[column];
  if (place.coveragePercent < 40) return { withheld: 'too-little-coverage', needed: 40 };
  if (partner === undefined || (partner[0] === place.division && partner[1] - place.heads < 50))
    return { withheld: 'too-few-in-partner', needed: 50 };
  const own = partner[0] === place.division ? 1.5 : 1;
  const weight = 0.35 + 0.65 * (partner[1] / 790);
  const growth = place.name.includes('vest') || place.name.includes('øst') ? 1 - 0.18 * age : 1;
  const truth = Math.min(0.95, place.share * own * weight * growth * (place.coveragePercent / 100)) * place.heads;
  return estimate(truth, place.heads, SIGMA.reach, index, column, age);
}

function figuresOf(name: Drawn, place: Place, index: number, age: number): Figure[] {
  if (name === 'reach') return COLUMNS.map((_, column) => reachFigure(place, column, age, index));
  const covered = (place.heads * place.coveragePercent) / 100;
  if (name === 'breadth')
    return [0.4, 0.3, 0.15].map((share, column) =>
      place.coveragePercent < 40
        ? { withheld: 'too-little-coverage', needed: 40 }
        : estimate(covered * share * (0.4 + place.share), place.heads, SIGMA.breadth, index, column, age, 3),
    );
  return [0.94, 0.72, 0.5].map((share, column) =>
    estimate(covered * share * (1 - 0.05 * age), place.heads, SIGMA.apps, index, column, age, 5),
  );
}

const TABLE_COLUMNS: Record<Drawn, readonly { name: string; heads: number | null }[]> = {
  reach: COLUMNS,
  breadth: ['one-or-two', 'three-to-five', 'six-or-more'].map((name) => ({ name, heads: null })),
  apps: ['exchange', 'teams', 'files'].map((name) => ({ name, heads: null })),
};

/** @param age how many periods back; the oldest has nothing to be compared with */
function tableOf(name: Drawn, age: number): Table {
  // A table's floor follows from its noise: rows under it would have been merged.
  const rows = PLACES.filter((place) => place.heads >= FILES[name] - 14 && (name === 'apps' || place !== COUNCIL));
  return {
    name,
    rows: rows.map(rowOf),
    columns: [...TABLE_COLUMNS[name]],
    figures: rows.map((place, index) => figuresOf(name, place, index, age)),
    ...(age < PERIODS.length - 1 && {
      changes: rows.map((place, index) =>
        changesBetween(figuresOf(name, place, index, age), figuresOf(name, place, index, age + 1)),
      ),
    }),
    sigma: SIGMA[name],
    rho: RHO[name],
  };
}

/** Divisions by what carries their contacts, with every second quarter. */
function channelsTable(): Table {
  const rows = DIVISIONS.map(([name, heads, places], index) => ({
    id: `d${index}`,
    name,
    division: name,
    heads,
    coveragePercent:
      Math.round(places.reduce((sum, [, people, coverage]) => sum + people * coverage, 0) / heads / 5) * 5,
    units: places.flatMap(([place, , , , merged]) =>
      merged.length > 0 ? merged.map((unit) => `${name}/${unit}`) : [place === name ? name : `${name}/${place}`],
    ),
  }));
  return {
    name: 'channels',
    rows,
    columns: ['mail-mostly', 'mixed', 'teams-mostly'].map((name) => ({ name, heads: null })),
    figures: rows.map(({ heads, coveragePercent }, index) =>
      // The last division has too few mailboxes to say anything of.
      index === rows.length - 1
        ? [0, 1, 2].map(() => ({ withheld: 'too-little-coverage' as const, needed: 40 }))
        : [0.2, 0.15, index === 2 ? 0.02 : 0.1].map((share, column) =>
            estimate((heads * share * coveragePercent) / 100, heads, SIGMA.channels, index, column, 9),
          ),
    ),
    sigma: SIGMA.channels,
    rho: 0.05,
  };
}

/** What rests on others' contacts, with every second quarter as it would be where the scope has it on. */
function structuralTable(name: 'brokerage' | 'steps', columns: readonly string[]): Table {
  const { rows } = name === 'steps' ? channelsTable() : tableOf('breadth', 1);
  return {
    name,
    rows,
    columns: columns.map((column) => ({ name: column, heads: null })),
    figures: rows.map(({ heads, coveragePercent }, index) =>
      columns.map((_, column) =>
        coveragePercent < 40
          ? { withheld: 'too-little-coverage', needed: 40 }
          : estimate((heads * coveragePercent * (column % 2 === 0 ? 0.22 : 0.1)) / 100, heads, 2.24, index, column, 11),
      ),
    ),
    sigma: 2.24,
    rho: 0.1,
  };
}

/** Two periods as they are compared; undefined where either is none or they are not in order. */
export function comparedAnswer(earlier: string | null, later: string | null): ComparedAnswer | undefined {
  const [before, now] = [earlier, later].map((wanted) => PERIODS.findIndex(({ id }) => id === wanted));
  const [then, newer] = [PERIODS[before ?? -1], PERIODS[now ?? -1]];
  if (before === undefined || now === undefined || then === undefined || newer === undefined || now >= before)
    return undefined;
  const [old, reach] = [tableOf('reach', before), tableOf('reach', now)];
  const changes = reach.figures.map((figures, row) => changesBetween(figures, old.figures[row] ?? []));
  return { version: 1, earlier: { period: then, reach: old }, later: { period: newer, reach: { ...reach, changes } } };
}

/** @param released how many of the four periods are out, 1 to 4; the oldest come first */
export function overviewAnswer(periodId: string | undefined, released = 4): OverviewAnswer | undefined {
  const periods = PERIODS.slice(PERIODS.length - released);
  const period = periodId === undefined ? periods[0] : periods.find(({ id }) => id === periodId);
  if (period === undefined) return undefined;
  const age = PERIODS.indexOf(period);
  const apps = tableOf('apps', age);
  const thin = PLACES.filter(({ coveragePercent }) => coveragePercent < 60);
  return {
    version: 1,
    organisation: ORGANISATION,
    demo: true,
    period,
    periods,
    heads: EVERYBODY,
    coveragePercent: 70,
    thinlyCovered: thin.map(({ name, division, heads, coveragePercent }) => ({
      row: name,
      division,
      heads,
      coveragePercent,
    })),
    changedFrom: changedFrom(age),
    headline: age === 3 ? { kind: 'nothing-stands-out' } : loosest(tableOf('reach', age)),
    reach: tableOf('reach', age),
    breadth: tableOf('breadth', age),
    apps,
    ...(age % 2 === 1 && {
      channels: channelsTable(),
      brokerage: structuralTable('brokerage', ['some', 'much']),
      steps: structuralTable('steps', ['Personvern, 1', 'Personvern, 2']),
    }),
    reports: { concealed: 'never', days: 88, needed: 21 },
    contactsBy: ['mail', 'meetings', 'chats', 'calls'],
    appsNotMeasured: ['copilot'],
    concealed: false,
    appsWhole: apps.columns.map(({ name: app }, column) => ({ app, ...summed(apps, column) })),
    stairs: STAIRS,
  };
}

/** The figures of rows added up, with the noise of each. */
export function summed(
  { rows, figures, sigma }: Table,
  column: number,
  of: (row: Row) => boolean = () => true,
): { readonly people: { about: number; low: number; high: number }; readonly heads: number } {
  const members = rows.flatMap((row, at) => (of(row) ? [{ row, figure: figures[at]?.[column] }] : []));
  const about = members.reduce(
    (sum, { figure }) => sum + (figure !== undefined && 'about' in figure ? figure.about : 0),
    0,
  );
  const [heads, half] = [headsOf(members.map(({ row }) => row)), 1.645 * sigma * Math.sqrt(members.length)];
  const whole = (count: number): number => Math.min(heads, Math.max(0, Math.round(count)));
  return { people: { about, low: whole(about - half), high: whole(about + half) }, heads };
}

/** The division that hangs loosest together with the rest, with the one that most of it reach. */
function loosest(reach: Table): OverviewAnswer['headline'] {
  const division = 'Teknisk og eiendom';
  const isIn = (row: Row): boolean => row.division === division;
  const reached = reach.columns.map(({ name }, at) => (name === division ? 0 : summed(reach, at, isIn).people.about));
  const column = reached.indexOf(Math.max(...reached));
  const partner = reach.columns[column]?.name ?? '';
  const rows = reach.rows.flatMap((row, at) => {
    const figure = reach.figures[at]?.[column];
    return isIn(row) && figure !== undefined && 'about' in figure
      ? [{ name: row.name, heads: row.heads, count: figure.about }]
      : [];
  });
  return { kind: 'loosest-division', division, partner, coveragePercent: 95, rows, ...summed(reach, column, isIn) };
}

/** Everybody with a unit, step by step. */
export const STAIRS: WholeStaircase = {
  heads: EVERYBODY,
  steps: [
    { step: 1, figure: counted(470, 42, EVERYBODY) },
    { step: 2, figure: counted(286, 24, EVERYBODY) },
    { step: 3, figure: counted(859, 24, EVERYBODY) },
    { step: 4, figure: counted(266, 24, EVERYBODY) },
    { step: 5, figure: counted(164, 24, EVERYBODY) },
  ],
};

/** So many people, give or take `half`, of `heads`. */
export function counted(about: number, half: number, heads: number) {
  const people = { about, low: Math.max(0, about - half), high: Math.min(heads, about + half) };
  const share = (count: number): number => Math.round((count * 1000) / heads) / 10;
  const sigma = Math.round((10_000 * half) / 1.645 / heads) / 100;
  return { people, share: { about: share(people.about), low: share(people.low), high: share(people.high), sigma } };
}

const DAY_MS = 86_400_000;
const WEEK = [0, 1, 2, 3, 4, 5, 6];

/** Microsoft's own counts, of everybody with a licence: pupils too. `day`: the last of the seven, a Friday. */
export function organisationCounts(day: string): OrganisationCountsAnswer {
  return {
    day,
    week: Object.entries({
      any: 3_912,
      exchange: 3_706,
      teams: 3_518,
      onedrive: 2_204,
      sharepoint: 1_890,
      engage: 64,
    }).map(([service, active]) => ({ service, active, licensed: service === 'engage' ? 2_310 : 4_350 })),
    days: WEEK.map((age) => ({
      day: new Date(Date.parse(day) - age * DAY_MS).toISOString().slice(0, 10),
      counts: Object.entries({
        any: 3_402,
        exchange: 3_106,
        teams: 2_918,
        onedrive: 1_204,
        sharepoint: 990,
        engage: 11,
      }).map(([service, active]) => {
        const share = age === 5 || age === 6 ? 0.12 - age / 500 : 1 - ((age * 3) % 5) / 50;
        return { service, active: Math.round(active * share) };
      }),
    })),
  };
}

/** As they stand while four quarters are out and the fifth is read. */
export const ORGANISATION_COUNTS = organisationCounts('2026-11-20');

/** The same overview, of an organisation that conceals names in its usage reports. */
export function concealedOverview(answer: OverviewAnswer): OverviewAnswer {
  const whole = { ...answer };
  delete whole.apps;
  whole.appsNotMeasured = [];
  return {
    ...whole,
    appsWhole: [],
    stairs: { withheld: 'concealed' },
    reports: { concealed: 'now', days: 0, needed: 21 },
    concealed: true,
    organisationCounts: ORGANISATION_COUNTS,
  };
}

export const UNITS: UnitsAnswer['units'] = PLACES.flatMap((place) =>
  place.units.map((path, index) => ({
    slug: slugOf(path),
    path,
    heads: headsOfUnit(place, index),
  })),
);

/** Units of one row share its heads, unevenly. */
function headsOfUnit({ heads, units: { length } }: Place, index: number): number {
  const later = Array.from({ length: length - 1 }, (_, at) => Math.floor(heads / length) - at - 1);
  return index === 0 ? later.reduce((left, each) => left - each, heads) : (later[index - 1] ?? 0);
}

function slugOf(path: string): string {
  return (path.split('/').at(-1) ?? '').toLowerCase().replace(/[^a-zæøå]+/g, '-');
}

export function unitsAnswer(): UnitsAnswer {
  return { version: 1, units: UNITS };
}

/** What the figures that changed were in the period before. */
function changedFrom(age: number): NonNullable<OverviewAnswer['changedFrom']> {
  const before = PERIODS[age + 1];
  if (before === undefined) return [];
  return (['reach', 'breadth', 'apps'] as const).flatMap((name) => {
    const [now, then] = [tableOf(name, age), tableOf(name, age + 1)];
    return now.rows.flatMap((row, r) =>
      now.columns.flatMap((column, c) => {
        const [mark, figure] = [now.changes?.[r]?.[c], then.figures[r]?.[c]];
        if ((mark !== 'more' && mark !== 'fewer') || figure === undefined || !('about' in figure)) return [];
        return [{ table: name, row: row.id, column: column.name, period: before.id, figure }];
      }),
    );
  });
}

function changesBetween(now: readonly Figure[], before: readonly Figure[]): UnitChanges {
  return now.map((figure, column) => {
    const then = before[column];
    if (then === undefined || !('about' in figure) || !('about' in then)) return null;
    return figure.low > then.high ? 'more' : figure.high < then.low ? 'fewer' : 'no-sure-change';
  });
}

export function unitAnswer(slug: string): UnitAnswer | undefined {
  const unit = UNITS.find((unit) => unit.slug === slug);
  if (unit === undefined) return undefined;
  const index = PLACES.findIndex(({ units }) => units.includes(unit.path));
  const place = PLACES[index];
  if (place === undefined) return undefined;
  return {
    version: 1,
    ...unit,
    tables: [
      ...(place === COUNCIL ? (['apps'] as const) : (['reach', 'breadth', 'apps'] as const)).map((name) => ({
        name,
        periods: PERIODS.map((period, age) => ({
          period,
          row: rowOf(place),
          columns: [...TABLE_COLUMNS[name]],
          figures: figuresOf(name, place, index, age),
          sigma: SIGMA[name],
          ...(age < PERIODS.length - 1 && {
            changes: changesBetween(figuresOf(name, place, index, age), figuresOf(name, place, index, age + 1)),
          }),
        })),
      })),
      ...structureOf(place),
    ],
    ...(place !== COUNCIL && { stairs: stairsOf(place) }),
  };
}

/** As of everybody, in proportion; the first step is what the others leave. */
function stairsOf(place: Place): NonNullable<UnitAnswer['stairs']> {
  const [period] = PERIODS;
  if (period === undefined) throw new Error('there are periods');
  const higher = STAIRS.steps.flatMap(({ step, figure }) =>
    step > 1 && 'people' in figure
      ? [{ step, about: Math.round((figure.people.about * place.heads) / EVERYBODY) }]
      : [],
  );
  const left = higher.reduce((rest, { about }) => rest - about, place.heads);
  const steps = [
    { step: 1 as const, figure: counted(left, 11, place.heads) },
    ...higher.map(({ step, about }) => ({ step, figure: counted(about, 6, place.heads) })),
  ];
  const hidden = { withheld: 'too-little-coverage', needed: 40 } as const;
  return { period, row: rowOf(place), steps: place.coveragePercent < 40 ? hidden : steps };
}

/** Of every second quarter, where the scope has it on. */
function structureOf(place: Place): UnitAnswer['tables'] {
  const table = structuralTable('brokerage', ['some', 'much']);
  const index = table.rows.findIndex(({ id }) => id === place.id);
  const [row, figures] = [table.rows[index], table.figures[index]];
  if (row === undefined || figures === undefined) return [];
  const periods = PERIODS.filter((_, age) => age % 2 === 1).map((period) => ({
    ...{ period, row, figures, columns: table.columns, sigma: table.sigma },
  }));
  return [{ name: 'brokerage', periods }];
}

/** Of each kind one: what is asked person by person, day by day, and of the whole tenant. */
const INSTALLED = ['directory', 'sent-items', 'meetings', 'calls', 'report-settings', 'active-users', 'teams-activity'];

/** Of the night before the day on which the invented answers are looked at. */
const LAST_RUN = { startedAt: '2026-11-21T02:17:00.000Z', endedAt: '2026-11-21T02:41:00.000Z' };

/** How each fares where something is missing; the others went well. */
const UNWELL: Readonly<Record<string, InstallAnswer['sources'][number]['last']>> = {
  meetings: { state: 'failed', failure: 'consent-missing', whoseMove: 'administrator' },
  calls: { state: 'partial', failure: 'throttled', whoseMove: 'wait' },
  'teams-activity': { state: 'failed', failure: 'shape-changed', whoseMove: 'us' },
};

/** How the installation stands: with what is missing of every kind of reader, or with nothing. */
export function installAnswer(isWell: boolean): InstallAnswer {
  const findings: InstallAnswer['findings'] = [
    {
      ...{ state: 'wrong', whoseMove: 'administrator' },
      about: { kind: 'permission-missing', role: 'Calendars.ReadBasic.All', stops: ['meetings'] },
    },
    {
      ...{ state: 'wrong', whoseMove: 'administrator' },
      about: { kind: 'permission-extra', role: 'Mail.Read' },
    },
    {
      ...{ state: 'wrong', whoseMove: 'us' },
      about: { kind: 'source-failed', source: 'teams-activity', failure: 'shape-changed' },
    },
    { state: 'note', whoseMove: 'wait', about: { kind: 'source-failed', source: 'calls', failure: 'throttled' } },
    { state: 'note', whoseMove: 'privacy officer', about: { kind: 'scope-ends', on: '2026-12-15' } },
    { state: 'note', whoseMove: 'privacy officer', about: { kind: 'concealed' } },
    { state: 'note', whoseMove: 'operator', about: { kind: 'keys-weak' } },
  ];
  return {
    ...{ version: 1, organisation: ORGANISATION, demo: true, stage: isWell ? 'production' : 'pilot' },
    findings: isWell ? [] : findings,
    sources: SOURCE_DECLARATIONS.filter(({ name }) => INSTALLED.includes(name)).map(({ name, permissions }) => ({
      name,
      permissions: permissions.map(({ role }) => ({
        role,
        state: name === 'sent-items' ? 'exchange' : !isWell && name === 'meetings' ? 'missing' : 'granted',
      })),
      last:
        name === 'directory' || name === 'report-settings'
          ? null
          : ((isWell ? undefined : UNWELL[name]) ?? { state: 'done', failure: null, whoseMove: null }),
    })),
    permissionsSeenAt: LAST_RUN.startedAt,
    exchangeScoped: ['sent-items'],
    concealment: isWell ? 'shown' : 'concealed',
    lastRun: { state: isWell ? 'done' : 'partial', ...LAST_RUN },
    nextRunAt: '2026-11-22T02:17:00.000Z',
    custody: { kind: isWell ? 'key-vault' : 'file', weak: !isWell },
    productVersion: '0.1.0',
    scopeEndsOn: isWell ? '2027-06-30' : '2026-12-15',
  };
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

function daysIn({ from, to }: { readonly from: string; readonly to: string }): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** When a quarter's tables came out: some days after its end, since the last reports come late. */
export function releasedOn({ to }: { readonly to: string }): string {
  return dayAfter(to, 4);
}

/** @param released how many periods are out, 0 to 4 */
export function aboutAnswer(released = 4): AboutAnswer {
  const periods = PERIODS.slice(PERIODS.length - released);
  const reading = PERIODS[PERIODS.length - released - 1] ?? { id: '2026-Q4', from: '2026-10-01', to: '2027-01-01' };
  return {
    version: 1,
    organisation: ORGANISATION,
    demo: true,
    reportsCame: {
      period: reading,
      heads: EVERYBODY,
      reports: [
        {
          ...{
            report: 'active-users',
            days: daysIn(reading),
            daysRead: released === 4 ? 50 : 34,
            newestDay: dayAfter(reading.from, released === 4 ? 49 : 33),
            inReport: 1_800,
            matched: 1_700,
          },
          ...{ shrunk: false, lateDays: 6, newColumns: 1, microsoftCounts: null },
        },
      ],
    },
    sources: SOURCE_DECLARATIONS.map(({ name, endpoint, permissions, fields }) => ({
      name,
      endpoint,
      permissions: permissions.map(({ role }) => role),
      fields: fields.map(({ field, reason }) => ({ field, reason })),
    })),
    read: periods.map((period, index) => ({
      period,
      days: daysIn(period),
      daysRead: daysIn(period),
      mailboxes: 1400,
      mailboxesRead: 1400,
      interactions: 410_000 - 20_000 * index,
      usageDays: 86_000 - 1_000 * index,
    })),
    placed: [
      { origin: 'attribute', on: '2026-11-21', heads: EVERYBODY - 62 },
      { origin: 'hr-file', on: '2026-11-14', heads: 50 },
      { origin: 'none', on: null, heads: null },
    ],
    held: [{ period: reading, oldestDay: reading.from }],
    concealed: false,
    releases: periods.map((period) => ({
      period,
      releasedAt: `${releasedOn(period)}T02:10:00.000Z`,
      tables: (['reach', 'breadth', 'apps'] as const).map((name) => ({
        name,
        sigma: SIGMA[name],
        rho: RHO[name],
        rows: tableOf(name, 0).rows.length,
        heads: headsOf(tableOf(name, 0).rows),
      })),
      rho: 0.4,
      rightGuessesInHundred: 67,
      shreddedAt: `${releasedOn(period)}T02:11:00.000Z`,
    })),
    budget: { rhoAYear: 1.6, rhoSpentLastFourQuarters: 0.4 * released, level: 'standard' },
    custody: { kind: 'file', weak: true },
    ledger: { entries: released, head: 'b1946ac92492d2347c6235b4d2611184' },
  };
}

/** One of each way a source can fare. `days`: of the run; `read`: of those, so many so far. */
function sourceRuns(running: boolean, days: number, read: number): SourceRunAnswer[] {
  const whole: SourceRunAnswer = {
    source: 'sent-items',
    state: 'done',
    daysDone: days,
    days,
    mailboxesDone: 1400,
    mailboxes: 1400,
    gapDays: 0,
    weekRows: 21_000,
    askedToWait: 320,
    triedAgain: 410,
    waitedMinutes: 38,
    failure: null,
    whoseMove: null,
  };
  const few = { askedToWait: null, triedAgain: null, waitedMinutes: null };
  const tenantWide = { mailboxesDone: null, mailboxes: null, weekRows: null, ...few };
  return [
    running ? { ...whole, state: 'running', daysDone: read, mailboxesDone: 520, weekRows: null } : whole,
    {
      ...{ ...whole, ...few, source: 'meetings', state: 'failed', daysDone: 0, mailboxesDone: 0, weekRows: null },
      ...{ failure: 'consent-missing', whoseMove: 'administrator' },
    },
    {
      ...{ ...whole, ...few, source: 'chat-membership', state: 'partial', mailboxesDone: 1380, weekRows: 8_700 },
      ...{ failure: 'throttled', whoseMove: 'wait' },
    },
    {
      ...{ ...whole, ...tenantWide, source: 'calls', state: 'failed', daysDone: 11, gapDays: 3 },
      ...{ askedToWait: 190, triedAgain: 240, waitedMinutes: 52, failure: 'throttled', whoseMove: 'wait' },
    },
    { ...whole, ...tenantWide, source: 'active-users', daysDone: 28, days: 28, weekRows: 5_200 },
    { ...whole, ...tenantWide, source: 'engage-activity', state: 'not-due', daysDone: 0, days: 0 },
  ];
}

/** @param released how many periods are out, 0 to 4: under 4 a run is on its way */
export function lastRunAnswer(released = 4): LastRunAnswer {
  const running = released < 4;
  const period = PERIODS[PERIODS.length - released - 1] ?? { id: '2026-Q4', from: '2026-10-01', to: '2027-01-01' };
  const [days, read] = running ? [daysIn(period), 34] : [51, 51];
  const startedAt = running ? `${dayAfter(period.from, 34)}T02:17:00.000Z` : LAST_RUN.startedAt;
  return {
    version: 1,
    run: {
      state: running ? 'running' : 'partial',
      step: running ? 'mail' : 'idle',
      period,
      startedAt,
      endedAt: running ? null : LAST_RUN.endedAt,
      daysDone: read,
      days,
      mailboxesDone: running ? 520 : 1400,
      mailboxes: 1400,
      secondsLeft: running ? 24 : null,
      failure: null,
      sources: sourceRuns(running, days, read),
      dropped: 140,
      unknownFields: { count: 2, named: ['meetings: isReminderOn'] },
    },
    released,
    expected: 4,
  };
}

export function meAnswer(role: string): MeAnswer {
  const reads = role === 'Leader' || role === 'PrivacyOfficer';
  return {
    version: 1,
    organisation: ORGANISATION,
    demo: true,
    roles: role === 'Leader' || role === 'PrivacyOfficer' || role === 'Administrator' ? [role] : [],
    screens: reads ? ['overview', 'unit', 'about'] : role === 'Administrator' ? ['about', 'install'] : ['about'],
  };
}

/** Where only usage reports are read: nothing of contact, and no fifth step. */
export function adoptionAloneOverview(answer: OverviewAnswer): OverviewAnswer {
  const { stairs } = answer;
  const alone: OverviewAnswer = {
    ...answer,
    headline: { kind: 'nothing-to-compare', why: 'not-measured', divisionsNeeded: 3, headsNeeded: 50 },
    contactsBy: [],
    thinlyCovered: [],
    stairs:
      'withheld' in stairs
        ? stairs
        : {
            ...stairs,
            steps: stairs.steps.map((one) => (one.step === 5 ? { step: 5, figure: { withheld: 'no-source' } } : one)),
          },
  };
  for (const table of ['reach', 'breadth', 'channels', 'brokerage', 'steps'] as const)
    Reflect.deleteProperty(alone, table);
  return alone;
}
