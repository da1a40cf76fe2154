import { ANSWERS_VERSION } from './answers.ts';
import { NOTHING, understood, type Question } from './asked.ts';
import { divisionsAmong } from './division.ts';
import { heldReleases } from './held-releases.ts';
import type { House } from './house.ts';
import { LAUNCH_TABLES, type JourneyAnswer, type LaunchAnswer } from './journey-answers.ts';
import { curvesOf } from './launch-curves.ts';
import { effectsOf, isCancelled } from './launch-effects.ts';
import { may, mustBeAllowedTo } from './may-ask.ts';
import { rowId, tableNamed } from './shown-table.ts';
import { isOverdue } from '../adoption/in-out-balance.ts';
import { LEAST_LAUNCHED_HEADS } from '../adoption/launch-effect.ts';
import { dayOf, type Day } from '../privacy/period.ts';
import type { Release } from '../privacy/release.ts';
import { readLaunches, type KeptLaunch } from '../store/launches.ts';
import { readTools } from '../store/plans.ts';

/** What was launched, what that went together with, and what was learnt. Nothing of it says who registered or wrote it. */
export function journey({ store, organisation, demo, now }: House): Question {
  return ({ asker, query }): JourneyAnswer => {
    understood(NOTHING, query);
    mustBeAllowedTo('read releases', asker);
    const releases = heldReleases(store);
    const launches = readLaunches(store);
    const tools = readTools(store);
    const today = dayOf(now());
    return {
      version: ANSWERS_VERSION,
      organisation,
      demo,
      launches: launches
        .map((launch) => told(launch, { releases, launches, tools, today }))
        .sort((one, other) => (other.begins > one.begins ? 1 : -1)),
      timeline: timelineOf(launches, releases),
      register: may(asker, 'keep launches')
        ? { indicators: indicatorsIn(releases), effectHeads: LEAST_LAUNCHED_HEADS }
        : null,
    };
  };
}

/** What a launch is told from. */
interface Known {
  readonly releases: readonly Release[];
  readonly launches: readonly KeptLaunch[];
  readonly tools: ReturnType<typeof readTools>;
  readonly today: Day;
}

type Learnt = KeptLaunch['retrospectives'][number];

function told(launch: KeptLaunch, { releases, launches, tools, today }: Known): LaunchAnswer {
  const { number, what, begins, ownerOffice, purpose, replaces, indicator, expectedGain, expectedBy } = launch;
  const outcome = launch.retrospectives.at(-1)?.outcome;
  return {
    ...{ number, what, begins, ownerOffice, purpose, replaces, indicator, expectedGain, expectedBy },
    rows: launch.rows.map(({ name, units }) => ({ id: rowId(units), name, heads: headsNow(launch, units, releases) })),
    registeredOn: dayOf(Date.parse(launch.at)),
    state: outcome ?? (begins > today ? 'to-come' : 'begun'),
    ledger: tools
      .filter(({ plan }) => plan.launch === number)
      .map(({ number: row, plan }) => {
        const { replaces: old, outBy, outOn } = plan;
        return { number: row, replaces: old, outBy, outOn, overdue: isOverdue(plan, today) };
      }),
    besides: besides(launch, launches, today),
    ...curvesOf(launch, releases),
    effects: effectsOf(launch, releases, launches),
    retrospectives: launch.retrospectives.map(looked),
  };
}

/** What was learnt, and not by whom. */
function looked({ at, outcome, tried, expected, got, learnt, next }: Learnt): LaunchAnswer['retrospectives'][number] {
  return { on: dayOf(Date.parse(at)), outcome, tried, expected, got, learnt, next };
}

/** As the newest release that has the row holds it. */
function headsNow({ indicator }: KeptLaunch, units: readonly string[], releases: readonly Release[]): number | null {
  const id = rowId(units);
  for (const release of releases) {
    const row = tableNamed(release, indicator.table)?.rows.find((one) => rowId(one.units) === id);
    if (row !== undefined) return row.heads;
  }
  return null;
}

function besides(launch: KeptLaunch, launches: readonly KeptLaunch[], today: Day): number[] {
  const units = new Set(launch.rows.flatMap((row) => row.units));
  return launches
    .filter((one) => one.number !== launch.number && !isCancelled(one) && one.begins <= today)
    .filter(({ rows }) => rows.some((row) => row.units.some((unit) => units.has(unit))))
    .map(({ number }) => number);
}

type Happening = JourneyAnswer['timeline'][number];

function timelineOf(launches: readonly KeptLaunch[], releases: readonly Release[]): Happening[] {
  const ofLaunches = launches.flatMap(
    ({ number: launch, begins, expectedBy, replaces, retrospectives }): Happening[] => [
      { on: begins, kind: 'launch', launch },
      { on: expectedBy, kind: 'expected', launch },
      ...(replaces === null ? [] : [{ on: replaces.by, kind: 'replaced' as const, launch }]),
      ...retrospectives.map(({ at, outcome }) => ({
        ...{ on: dayOf(Date.parse(at)), kind: 'retrospective' as const, launch, outcome },
      })),
    ],
  );
  const ofReleases = releases.map(({ period, releasedAt }): Happening => {
    return { on: dayOf(Date.parse(releasedAt)), kind: 'release', period: period.id };
  });
  return [...ofLaunches, ...ofReleases].sort((one, other) => (one.on > other.on ? 1 : one.on < other.on ? -1 : 0));
}

/** Every figure that a launch may be expected to move, each with the rows of the newest release that holds it. */
function indicatorsIn(releases: readonly Release[]): NonNullable<JourneyAnswer['register']>['indicators'] {
  return LAUNCH_TABLES.flatMap((name) => {
    const release = releases.find((one) => tableNamed(one, name) !== undefined);
    const table = release && tableNamed(release, name);
    if (release === undefined || table === undefined) return [];
    const divisionOf = divisionsAmong(release.units.map(({ unit }) => unit));
    const rows = table.rows.map((row) => ({
      ...{ id: rowId(row.units), name: row.name, division: divisionOf(row) ?? row.name, heads: row.heads },
    }));
    return table.columns.map((column) => ({ indicator: { table: name, column: column.name }, rows }));
  });
}
