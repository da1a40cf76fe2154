import { expect, test } from 'vitest';
import { appsInHabit } from '../../connector/adoption/apps-in-habit.ts';
import { stepOfPerson, stepsMeasured } from '../../connector/adoption/step-of-person.ts';
import type { AdoptionAnswer } from '../../connector/api/answers.ts';
import { shownLeaders } from '../../connector/api/shown-leaders.ts';
import { municipality } from '../../connector/demo-tenant/municipality/municipality.ts';
import { STORY } from '../../connector/demo-tenant/municipality/story.ts';
import { ELECTED_TITLES, LEADER_TITLES } from '../../connector/demo-tenant/municipality/titles.ts';
import type { Account } from '../../connector/demo-tenant/world.ts';
import type { Headcount, Standing } from '../../connector/privacy/membership.ts';
import { quarterOf, startOf } from '../../connector/privacy/period.ts';
import type { PersonRow } from '../../connector/privacy/person-row.ts';
import { release, type Release } from '../../connector/privacy/release.ts';
import type { Store } from '../../connector/store/open.ts';
import { byteStream } from '../privacy/byte-stream.ts';
import { temporaryStore } from '../store/temporary-store.ts';

const DAY_MS = 86_400_000;
const QUARTER = quarterOf('2026-04-01');
const MEASURED = stepsMeasured({ apps: ['teams', 'files', 'co-work'], channels: false });

/** Everybody's row of a quarter from the use the world knows; the same, and everybody alike, where leaders are no other kind. */
function rowsOf(world: ReturnType<typeof municipality>): PersonRow[] {
  const { from, to } = QUARTER;
  const reportDays = Array.from(
    { length: (startOf(to) - startOf(from)) / DAY_MS },
    (_, at) => startOf(from) + at * DAY_MS,
  );
  const rows = reportDays.flatMap((day) =>
    [...world.usageOn(day)].map(({ accountId, services }) => ({
      ...{ person: accountId, day },
      apps: services.flatMap((it) =>
        it === 'sharepoint' ? ['files', 'co-work'] : it === 'onedrive' ? ['files'] : [it],
      ),
    })),
  );
  const habits = appsInHabit<string, number, string>({ reportDays, rows });
  const used = Map.groupBy(rows, ({ person }) => person);
  const staff = world.accounts.filter(({ kind, enabled }) => enabled && (kind === 'employee' || kind === 'elected'));
  return staff.map((account) => {
    const signs = {
      used: (used.get(account.id) ?? []).flatMap(({ apps }) => apps),
      inHabit: habits?.get(account.id) ?? [],
    };
    const step = stepOfPerson(signs, MEASURED);
    const unit = account.department ?? '';
    return { unit, standing: standingOf(account), unitsReached: [], apps: [], ...(step && { step }) };
  });
}

function standingOf({ jobTitle, licence }: Account): Standing {
  if (ELECTED_TITLES.some((title) => title === jobTitle)) return 'elected';
  if (LEADER_TITLES.some((title) => title === jobTitle)) return 'leader';
  return licence === 'F1' || licence === 'F3' ? 'frontline' : 'desk';
}

function released(people: readonly PersonRow[], draw: number): Release {
  const lines = Map.groupBy(people, ({ unit, standing }) => `${unit}\n${standing}`);
  const headcounts = [...lines.values()].map((line): Headcount => {
    const { unit = '', standing = 'desk' } = line[0] ?? {};
    return { unit, standing, heads: line.length, covered: line.length };
  });
  return release({
    ...{ period: QUARTER, once: false, level: 'standard', organisation: 'Eksempel', people, headcounts, ledger: [] },
    ...{ tablesOn: ['staircase', 'leaders'], stepsMeasured: MEASURED, releasedAt: `${QUARTER.to}T06:00:00.000Z` },
    random: byteStream(`leader lag ${String(draw)}`),
  });
}

function gapIn(store: Store, made: Release): { about: number; low: number; high: number; verdict: string } {
  const shown: AdoptionAnswer['leaders'] = shownLeaders({ store, appsMeasured: () => [] }, made, [made]);
  if ('withheld' in shown || 'withheld' in shown.gap.habit) throw new Error('The municipality has leaders enough.');
  return shown.gap.habit;
}

const people = rowsOf(municipality({ today: startOf('2026-07-10') }));
const DRAWS = 40;

test('the released picture finds that leaders of the municipality lag behind, in every draw of the noise', () => {
  const share = (standing: Standing): number => {
    const group = people.filter((person) => person.standing === standing);
    return (100 * group.filter(({ step = 1 }) => step >= 3).length) / group.length;
  };
  const truth = share('leader') - share('desk');
  // Less of them have Teams or files in habit than of desk staff of the same work: `STORY.leaderLag` says how much less.
  expect(truth).toBeLessThan(-50 * Math.min(STORY.leaderLag.teams, STORY.leaderLag.files));
  const store = temporaryStore();
  const gaps = Array.from({ length: DRAWS }, (_, draw) => gapIn(store, released(people, draw)));
  expect(gaps.map(({ verdict }) => verdict)).toEqual(gaps.map(() => 'behind'));
  // A 90 % interval misses in four of 40 draws; ten would be chance in fewer than one of 1,000 cases.
  expect(gaps.filter(({ low, high }) => low <= truth && truth <= high).length).toBeGreaterThan(DRAWS - 10);
});

test('and finds no lag where leaders were drawn from the desk by lot', () => {
  let place = 0;
  const lot = people
    .filter(({ standing }) => standing !== 'leader')
    .map((person): PersonRow => {
      if (person.standing !== 'desk') return person;
      place += 1;
      return place % 9 === 0 ? { ...person, standing: 'leader' } : person;
    });
  const truth = (() => {
    const share = (of: readonly PersonRow[]): number => of.filter(({ step = 1 }) => step >= 3).length / of.length;
    return (
      100 *
      (share(lot.filter(({ standing }) => standing === 'leader')) -
        share(lot.filter(({ standing }) => standing === 'desk')))
    );
  })();
  const store = temporaryStore();
  const verdicts = Array.from({ length: DRAWS }, (_, draw) => gapIn(store, released(lot, draw)));
  expect(verdicts.filter(({ low, high }) => low <= truth && truth <= high).length).toBeGreaterThan(DRAWS - 10);
  expect(Math.abs(truth)).toBeLessThan(8);
});
