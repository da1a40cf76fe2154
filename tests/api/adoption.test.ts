import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aboutAnswer, adoptionOrNone, type AdoptionAnswer, type NotShown } from '../../connector/api/answers.ts';
import type { LedgerEntry } from '../../connector/privacy/ledger.ts';
import type { Headcount, Standing } from '../../connector/privacy/membership.ts';
import { quarterOf, type Day } from '../../connector/privacy/period.ts';
import type { PersonRow } from '../../connector/privacy/person-row.ts';
import { release, type Release, type ReleaseOrder } from '../../connector/privacy/release.ts';
import { appsMeasured } from '../../connector/microsoft-graph/apps-measured.ts';
import type { SourceName } from '../../connector/privacy/scope.ts';
import type { App } from '../../connector/privacy/usage-day.ts';
import { keepFigures } from '../../connector/store/figures.ts';
import { beginRun } from '../../connector/store/runs.ts';
import { saveScope } from '../../connector/store/scopes.ts';
import { noteSources } from '../../connector/store/source-runs.ts';
import { inventedScope } from '../privacy/invented-scope.ts';
import { seeded } from './invented-release.ts';
import { showRelease } from './shown-release.ts';
import { startServer, type TestServer } from './test-server.ts';

interface Group {
  readonly unit: string;
  readonly standing: Standing;
  readonly heads: number;
  /** How many stand on steps 2 to 5; the others stand on step 1. */
  readonly steps: readonly [number, number, number, number];
  /** How many have each app in habit. */
  readonly apps: Partial<Record<App, number>>;
}

const GROUPS: readonly Group[] = [
  { unit: 'Helse/Hjem', standing: 'frontline', heads: 120, steps: [30, 20, 0, 0], apps: { teams: 20, mobile: 60 } },
  {
    unit: 'Helse/Lege',
    standing: 'desk',
    heads: 80,
    steps: [10, 20, 20, 20],
    apps: { teams: 60, files: 50, mobile: 20 },
  },
  { unit: 'Skole/Nord', standing: 'desk', heads: 100, steps: [20, 30, 20, 10], apps: { teams: 60, files: 50 } },
  { unit: 'Skole/Sør', standing: 'leader', heads: 60, steps: [30, 10, 5, 5], apps: { teams: 20, files: 15 } },
  { unit: 'Skole/Sør', standing: 'desk', heads: 40, steps: [5, 10, 10, 10], apps: { teams: 30, files: 30 } },
  { unit: 'Råd', standing: 'elected', heads: 45, steps: [10, 20, 5, 0], apps: { teams: 25, files: 20 } },
];
const REPORTS: readonly SourceName[] = ['active-users', 'sharepoint-activity', 'teams-devices'];

function made(day: Day, groups: readonly Group[], order: Partial<ReleaseOrder> = {}): Release {
  return release({
    ...{ period: quarterOf(day), once: false, level: 'standard', organisation: 'Eksempel kommune', ledger: [] },
    people: groups.flatMap(({ unit, standing, heads, steps, apps }) =>
      Array.from({ length: heads }, (_, at): PersonRow => {
        const place = steps.findIndex((_, index) => at < steps.slice(0, index + 1).reduce((sum, it) => sum + it, 0));
        // No network source is read: who would stand on step 5 stands on 4.
        const step = ([2, 3, 4, 4] as const)[place] ?? 1;
        const inHabit = (['teams', 'files', 'co-work', 'mobile'] as const).filter((app) => at < (apps[app] ?? 0));
        return { unit, standing, unitsReached: [], apps: inHabit, step };
      }),
    ),
    headcounts: groups.map(({ unit, standing, heads }): Headcount => ({ unit, standing, heads, covered: heads })),
    tablesOn: ['apps', 'staircase', 'leaders'],
    appsMeasured: ['teams', 'files', 'mobile'],
    stepsMeasured: [2, 3, 4],
    releasedAt: `${day}T06:00:00.000Z`,
    random: seeded(day),
    ...order,
  });
}

let server: TestServer;
beforeEach(async () => {
  server = await startServer({ appsMeasured });
});
afterEach(() => server.close());

async function asked(query = ''): Promise<AdoptionAnswer> {
  const answer = adoptionOrNone.parse(await (await server.ask(`/api/adoption${query}`, ['Leader'])).json());
  if ('noRelease' in answer) throw new Error('There is a release.');
  return answer;
}

function read(day: Day, sources: readonly SourceName[]): void {
  saveScope(server.store, inventedScope(), '2026-01-01T00:00:00.000Z');
  const told = {
    state: 'done',
    daysDone: 92,
    days: 92,
    mailboxesDone: 0,
    mailboxes: 0,
    givenUp: 0,
    gapDays: 0,
  } as const;
  const nothing = { weekRows: null, askedToWait: null, triedAgain: null, waitedMinutes: null, failure: null };
  const run = beginRun(server.store, { now: () => 0, period: quarterOf(day) });
  noteSources(
    server.store,
    run,
    sources.map((source) => ({ source, ...told, ...nothing })),
  );
}

function shown<Shown extends object>(part: Shown | NotShown): Shown {
  if ('withheld' in part) throw new Error(`Withheld: ${part.withheld}`);
  return part;
}

describe('adoption from usage reports alone', () => {
  beforeEach(() => {
    showRelease(server.store, made('2026-04-01', GROUPS));
    read('2026-04-01', REPORTS);
  });

  test('the staircase as far as it is told; step 5 is not measured, and nothing is filled in', async () => {
    const answer = await asked();
    const { restsOn, table, lowest, whole } = shown(answer.staircase);
    expect(restsOn).toEqual({ table: 'staircase', period: '2026-Q2' });
    expect(table.columns.map(({ name }) => name)).toEqual(['step-2', 'step-3', 'step-4']);
    expect(lowest).toHaveLength(table.rows.length);
    expect(whole.heads).toBe(445);
    const [one, two, three, four, five] = whole.steps.map(({ figure }) => figure);
    expect(five).toEqual({ withheld: 'no-source' });
    // Truths: of 445 people 105 tried, 110 have the habit and 105 work together.
    const near = (figure: typeof one, truth: number) => {
      const { people } = shown(figure!);
      expect(Math.abs(people.about - truth)).toBeLessThan(4 * (people.high - people.about));
      expect(people.low).toBeLessThan(people.high);
    };
    near(two, 105);
    near(three, 110);
    near(four, 105);
    near(one, 445 - 105 - 110 - 105);
    expect(shown(two!).share.about).toBeCloseTo((100 * shown(two!).people.about) / 445, 0);
  });

  test('leaders beside desk staff: behind, with the interval; frontline and elected members apart', async () => {
    const { restsOn, sigma, groups, gap } = shown((await asked()).leaders);
    expect(restsOn.map(({ table, period }) => [table, period])).toEqual([
      ['leaders', '2026-Q2'],
      ['staircase', '2026-Q2'],
    ]);
    expect(sigma).toBeCloseTo(Math.sqrt(5), 10);
    expect(groups.map(({ group, heads, holdsToo }) => [group, heads, holdsToo])).toEqual([
      ['leaders', 60, []],
      ['desk', 220, []],
      ['frontline', 120, []],
      ['elected', 45, []],
    ]);
    const habit = shown(gap.habit);
    expect(habit.verdict).toBe('behind');
    expect([habit.low < habit.about, habit.about < habit.high, habit.high < 0]).toEqual([true, true, true]);
    const [leaders, desk] = groups.map((group) => shown(group.habit).share.about);
    expect(habit.about).toBeCloseTo(leaders! - desk!, 0);
  });

  test('digital fitness of divisions and the whole; a part nobody reads is named; one unit has no mean', async () => {
    const { restsOn, places } = shown((await asked()).fitness);
    expect(restsOn).toEqual({ table: 'apps', period: '2026-Q2' });
    expect(places.map(({ division, heads }) => [division, heads])).toEqual([
      [null, 445],
      ['Helse', 200],
      ['Råd', 45],
      ['Skole', 200],
    ]);
    const [whole, , council, school] = places;
    for (const { app, figure } of school!.parts) {
      if (app === 'co-work') expect(figure).toEqual({ withheld: 'too-few-days', needed: 21 });
      else expect(shown(figure).share).toBeDefined();
    }
    const shares = whole!.parts.flatMap(({ figure }) => ('withheld' in figure ? [] : figure.share.about));
    expect(shares).toHaveLength(3);
    expect(shown(whole!.mean).about).toBeCloseTo(shares.reduce((sum, it) => sum + it, 0) / 3, 0);
    expect(council!.mean).toEqual({ withheld: 'one-unit' });
    expect(shown(council!.parts[0]!.figure).people.about).toBeGreaterThan(0);
  });

  test('beside each documented fraction of Microsoft’s the nearest released share, never the fraction', async () => {
    const { adoptionScore } = await asked();
    expect(adoptionScore.map(({ category, nearest }) => [category, nearest?.app, nearest?.restsOn.period])).toEqual([
      ['communication', 'teams', '2026-Q2'],
      ['content-collaboration', undefined, undefined],
      ['teamwork', undefined, undefined],
      ['mobility', 'mobile', '2026-Q2'],
      ['meetings', undefined, undefined],
      ['ai-adoption', undefined, undefined],
    ]);
  });

  test('each report of the period, as it came', async () => {
    expect((await asked()).reports).toEqual([]);
    const report = { report: 'active-users', daysRead: 90, inReport: 2300, matched: 450, shrunk: false };
    const odd = { ...report, report: 'teams-activity', newColumns: 2, behindDays: 6, microsoftCounts: 1_700 };
    const nearly = { ...report, report: 'email-activity', behindDays: 3, microsoftCounts: 2_100 };
    keepFigures(server.store, '2026-Q2', {
      ...{ days: 91, daysRead: 0, reportDays: 90, mailboxes: null, mailboxesRead: null, interactions: null },
      ...{
        usageDays: 9000,
        oldestDay: '2026-04-01',
        reports: [report, odd, nearly].map((each) => ({ ...each, newest: '2026-06-29' })),
      },
    });
    const read = { days: 91, daysRead: 90, newestDay: '2026-06-29', inReport: 2300, matched: 450, shrunk: false };
    const came = [
      { ...read, report: 'active-users', lateDays: null, newColumns: 0, microsoftCounts: null },
      { ...read, report: 'teams-activity', lateDays: 6, newColumns: 2, microsoftCounts: 1_700 },
      { ...read, report: 'email-activity', lateDays: null, newColumns: 0, microsoftCounts: null },
    ];
    expect((await asked()).reports).toEqual(came);
    const about = aboutAnswer.parse(await (await server.ask('/api/about', ['Leader'])).json());
    expect(about.reportsCame).toMatchObject({ period: { id: '2026-Q2' }, heads: 445, reports: came });
  });
});

test('of the third quarter leaders are told by the second; of the first by none yet', async () => {
  const winter = made('2026-01-01', GROUPS);
  showRelease(server.store, winter);
  expect((await asked()).leaders).toEqual({ withheld: 'not-released' });
  const ledger: LedgerEntry[] = [winter.entry];
  for (const day of ['2026-04-01', '2026-07-01'] as const) {
    const next = made(day, GROUPS, { ledger: [...ledger] });
    showRelease(server.store, next);
    ledger.push(next.entry);
  }
  expect(shown((await asked()).leaders).restsOn[0]).toEqual({ table: 'leaders', period: '2026-Q2' });
  expect(shown((await asked('?period=2026-Q3')).staircase).restsOn.period).toBe('2026-Q3');
  expect((await asked('?period=2026-Q1')).leaders).toEqual({ withheld: 'not-released' });
  expect((await server.ask('/api/adoption?period=2020-Q1', ['Leader'])).status).toBe(404);
});

test('a group too small for a row stays with desk staff, which is said; without leaders there is no gap', async () => {
  const few = (standing: Standing) =>
    GROUPS.map((group) => (group.standing === standing ? { ...group, heads: 20 } : group));
  showRelease(server.store, made('2026-04-01', few('elected')));
  const { groups, gap } = shown((await asked()).leaders);
  expect(groups.find(({ group }) => group === 'elected')).toMatchObject({
    heads: null,
    habit: { withheld: 'too-few-heads', needed: 25 },
  });
  expect(groups.find(({ group }) => group === 'desk')).toMatchObject({ heads: 240, holdsToo: ['elected'] });
  expect(shown(gap.habit).verdict).toBe('behind');
});

test('without leaders in a row there is no gap, and desk staff holds them', async () => {
  showRelease(
    server.store,
    made(
      '2026-04-01',
      GROUPS.map((it) => (it.standing === 'leader' ? { ...it, heads: 20 } : it)),
    ),
  );
  const { groups, gap } = shown((await asked()).leaders);
  expect(gap).toEqual({
    habit: { withheld: 'too-few-heads', needed: 25 },
    together: { withheld: 'too-few-heads', needed: 25 },
  });
  expect(groups.find(({ group }) => group === 'desk')?.holdsToo).toEqual(['leaders']);
});

test('where no report tells of both Teams and files, or names are concealed, nothing is shown and the reason is', async () => {
  const mailOnly = { tablesOn: ['apps'], appsMeasured: ['exchange'] } as const;
  showRelease(server.store, made('2026-04-01', GROUPS, mailOnly));
  expect(await asked()).toMatchObject({
    staircase: { withheld: 'no-source' },
    leaders: { withheld: 'no-source' },
    fitness: { withheld: 'no-source' },
  });
  read('2026-04-01', REPORTS);
  expect((await asked()).staircase).toEqual({ withheld: 'too-few-days', needed: 21 });
  keepFigures(server.store, '2026-Q2', {
    ...{ days: 91, daysRead: 0, reportDays: 0, mailboxes: null, mailboxesRead: null, interactions: null },
    ...{ usageDays: null, oldestDay: null, concealedNames: 'now' as const },
  });
  expect((await asked()).staircase).toEqual({ withheld: 'concealed' });
});

test('before the first release it says when one can be expected', async () => {
  const answer = adoptionOrNone.parse(await (await server.ask('/api/adoption', ['Leader'])).json());
  expect(answer).toMatchObject({ noRelease: true, firstPictureOn: '2026-10-05' });
});
