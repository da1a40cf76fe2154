import { whyMissing } from './adoption-reasons.ts';
import type { AdoptionAnswer, NotShown } from './answers.ts';
import { countedShare, shownShare } from './counted-share.ts';
import type { House } from './house.ts';
import { fromStep, whyNoSteps } from './shown-staircase.ts';
import { tableNamed } from './shown-table.ts';
import { summedCells } from './summed-cells.ts';
import { deskStaff, leaderGap } from '../adoption/leader-gap.ts';
import type { CountOf } from '../adoption/share-of.ts';
import { isDueWith, rhoARelease, rowFloor, sigmaSquared } from '../privacy/budget.ts';
import type { Release, Released } from '../privacy/release.ts';
import { isSmallOrganisation } from '../privacy/rows.ts';
import { LEADER_STEPS, LEADER_STEPS_FROM } from '../privacy/table-layout.ts';

type Leaders = Exclude<AdoptionAnswer['leaders'], NotShown>;
type Group = Leaders['groups'][number]['group'];
type Gap = Leaders['gap']['habit'];
type Least = 3 | 4;

const NAMED: readonly Exclude<Group, 'desk'>[] = ['leaders', 'frontline', 'elected'];

/**
 * Leaders, desk staff, frontline and elected members on the same staircase, and how far leaders are from desk staff, by
 * the newest release up to this one that holds `leaders`.
 *
 * Desk staff is what remains of everybody. A group too small for a row remains with it and is named; where that is the
 * leaders' there is no gap.
 *
 * @param releases every release, newest first
 */
export function shownLeaders(
  house: Pick<House, 'store' | 'appsMeasured'>,
  release: Release,
  releases: readonly Release[],
): AdoptionAnswer['leaders'] {
  const holding = releases.find(
    (held) => held.period.to <= release.period.to && tableNamed(held, 'leaders') && tableNamed(held, 'staircase'),
  );
  const [leaders, staircase] = [holding, holding].map(
    (held, at) => held && tableNamed(held, at === 0 ? 'leaders' : 'staircase'),
  );
  if (holding === undefined || leaders === undefined || staircase === undefined) return whyNone(house, release);
  const why = whyMissing(house, holding.period.id);
  const floor = floorOf(holding);
  const counts = (least: Least): Counts => countsOf(leaders, staircase, least);
  const [habit, together] = [counts(3), counts(4)];
  const figure = (of: Counts, group: Group): Leaders['groups'][number]['habit'] => {
    if (of.everybody === undefined) return why.app('co-work');
    const counted = of.groups.get(group);
    return counted === undefined || counted.heads < floor
      ? { withheld: 'too-few-heads', needed: floor }
      : countedShare(counted);
  };
  const missing = NAMED.filter((group) => !leaders.rows.some(({ name }) => name === group));
  return {
    restsOn: [
      { table: 'leaders', period: holding.period.id },
      { table: 'staircase', period: holding.period.id },
    ],
    sigma: leaders.sigma,
    groups: (['leaders', 'desk', 'frontline', 'elected'] as const).map((group) => ({
      group,
      heads: habit.groups.get(group)?.heads ?? null,
      holdsToo: group === 'desk' ? missing : [],
      habit: figure(habit, group),
      together: figure(together, group),
    })),
    gap: {
      habit: gapOf(habit, floor) ?? why.app('co-work'),
      together: gapOf(together, floor) ?? why.app('co-work'),
    },
  };
}

/** People from one step on: everybody, undefined where it is not measured, and the groups that have a row. */
interface Counts {
  readonly everybody: CountOf | undefined;
  readonly groups: ReadonlyMap<Group, CountOf>;
}

function countsOf(leaders: Released, staircase: Released, least: Least): Counts {
  const everybody = fromStep(staircase, least);
  const columns = LEADER_STEPS.filter((name) => LEADER_STEPS_FROM[name] >= least).flatMap((name) => {
    const column = leaders.columns.findIndex((it) => it.name === name);
    return column < 0 ? [] : [column];
  });
  const named = NAMED.flatMap((group): [Group, CountOf][] => {
    const row = leaders.rows.findIndex(({ name }) => name === group);
    const cells = columns.flatMap((column) => summedCells(leaders, [row], column) ?? []);
    const heads = leaders.rows[row]?.heads;
    if (heads === undefined) return [];
    const count = cells.reduce((sum, cell) => sum + cell.count, 0);
    return [[group, { count, sigma: Math.hypot(...cells.map(({ sigma }) => sigma)), heads }]];
  });
  const others = named.map(([, counted]) => counted);
  return {
    everybody,
    groups: new Map<Group, CountOf>([
      ...named,
      ...(everybody === undefined ? [] : [['desk', deskStaff(everybody, others)] as const]),
    ]),
  };
}

/** Undefined where the step is not measured. */
function gapOf({ everybody, groups }: Counts, floor: number): Gap | undefined {
  if (everybody === undefined) return undefined;
  const [leaders, desk] = [groups.get('leaders'), groups.get('desk')];
  if (leaders === undefined || desk === undefined || desk.heads < floor) {
    return { withheld: 'too-few-heads', needed: floor };
  }
  const others = NAMED.flatMap((group) => (group === 'leaders' ? [] : (groups.get(group) ?? [])));
  const gap = leaderGap({ everybody, leaders, others });
  const verdict = gap.high < 0 ? 'behind' : gap.low > 0 ? 'ahead' : 'no-sure-difference';
  return { ...shownShare(gap), verdict };
}

/** No group has a row where the table was due, the steps are not measured, or it has not been due yet. */
function whyNone(house: Pick<House, 'store' | 'appsMeasured'>, release: Release): NotShown {
  if (tableNamed(release, 'staircase') === undefined) return whyNoSteps(whyMissing(house, release.period.id));
  const wasDue = release.once || isDueWith('leaders', release.period, mostReleasesAYear(release));
  return wasDue ? { withheld: 'too-few-heads', needed: floorOf(release) } : { withheld: 'not-released' };
}

/** The fewest heads a group needs for its row: one person is in one cell at most. */
function floorOf(release: Release): number {
  return rowFloor(sigmaSquared(1, rhoARelease('leaders', release.level, mostReleasesAYear(release))));
}

function mostReleasesAYear({ once, heads }: Release): 2 | 4 {
  return !once && isSmallOrganisation(heads) ? 2 : 4;
}
