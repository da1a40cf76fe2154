import type { WhyMissing } from './adoption-reasons.ts';
import type { AdoptionAnswer, Estimate, NotShown, Table } from './answers.ts';
import { countedShare } from './counted-share.ts';
import { changesOf } from './shown-changes.ts';
import { shownTables, tableNamed } from './shown-table.ts';
import { summedCells } from './summed-cells.ts';
import type { CountOf } from '../adoption/share-of.ts';
import { interval90 } from '../privacy/estimate.ts';
import { STEPS } from '../privacy/person-row.ts';
import type { Release, Released } from '../privacy/release.ts';
import { stepColumn } from '../privacy/table-layout.ts';

type Staircase = AdoptionAnswer['staircase'];
type Step = (typeof STEPS)[number];

/** The staircase row by row and over all rows; of each step that is not measured the reason. */
export function shownStaircase(release: Release, releases: readonly Release[], why: WhyMissing): Staircase {
  const released = tableNamed(release, 'staircase');
  const table = shownTables(release).find(({ name }) => name === 'staircase');
  if (released === undefined || table === undefined) return whyNoSteps(why);
  const changes = changesOf(release, releases).get('staircase');
  return {
    restsOn: { table: 'staircase', period: release.period.id },
    table: changes === undefined ? table : { ...table, changes },
    lowest: released.rows.map((row, index) => remaining(released, index, row.heads)),
    whole: wholeOf(released, table, why),
  };
}

/** Why there is no staircase at all: the first of Teams and files that is missing. */
export function whyNoSteps(why: WhyMissing): NotShown {
  const [teams, files] = [why.app('teams'), why.app('files')];
  return teams.withheld === 'too-few-days' ? files : teams;
}

/**
 * People of some rows from a step on. Those on a step that is not measured are on the highest below it, so nobody is
 * missing.
 *
 * @returns undefined where no step from there on is measured
 */
export function fromStep(staircase: Released, least: Step): CountOf | undefined {
  const rows = [...staircase.rows.keys()];
  const cells = STEPS.filter((step) => step >= least).flatMap((step) => {
    const column = columnOf(staircase, step);
    return column === undefined ? [] : (summedCells(staircase, rows, column) ?? []);
  });
  if (cells.length === 0) return undefined;
  return {
    count: cells.reduce((sum, { count }) => sum + count, 0),
    sigma: Math.hypot(...cells.map(({ sigma }) => sigma)),
    heads: headsOf(staircase),
  };
}

function wholeOf(staircase: Released, table: Table, why: WhyMissing): Exclude<Staircase, NotShown>['whole'] {
  const heads = headsOf(staircase);
  const rows = [...staircase.rows.keys()];
  const above = table.columns
    .map((_, column) => summedCells(staircase, rows, column))
    .filter((sum) => sum !== undefined);
  const lowest = {
    count: above.reduce((left, { count }) => left - count, heads),
    sigma: Math.hypot(...above.map(({ sigma }) => sigma)),
    heads,
  };
  const steps = STEPS.map((step) => {
    const column = columnOf(staircase, step);
    const summed = column === undefined ? undefined : summedCells(staircase, rows, column);
    return { step, figure: summed === undefined ? whyNoStep(step, why) : countedShare({ ...summed, heads }) };
  });
  return { heads, steps: [{ step: 1 as const, figure: countedShare(lowest) }, ...steps] };
}

/** Steps 2 and 3 come with the table; 4 wants co-work, and 5 channels beside it. */
export function whyNoStep(step: Step, why: WhyMissing): NotShown {
  return (step === 5 ? why.channels() : undefined) ?? why.app('co-work');
}

/** Heads of a row minus all its columns. */
function remaining({ values, columns, sigma }: Released, row: number, heads: number): Estimate {
  const counted = (values[row] ?? []).reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return interval90(heads - counted, sigma * Math.sqrt(columns.length), heads);
}

function columnOf({ columns }: Released, step: Step): number | undefined {
  const column = columns.findIndex(({ name }) => name === stepColumn(step));
  return column < 0 ? undefined : column;
}

function headsOf({ rows }: Released): number {
  return rows.reduce((sum, { heads }) => sum + heads, 0);
}
