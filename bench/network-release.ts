import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { personRowsOf } from '../connector/person-rows.ts';
import type { Headcount, Membership } from '../connector/privacy/membership.ts';
import { dayNumber, daysOf } from '../connector/privacy/period.ts';
import { release } from '../connector/privacy/release.ts';
import { TABLE_NAMES } from '../connector/privacy/table-name.ts';
import { APPS_OF_ACTIVE_USERS, type UsageDay } from '../connector/privacy/usage-day.ts';
import { KINDS } from '../connector/store/interactions.ts';
import { inventedPseudonym, QUARTER } from './invented-mail.ts';
import { inventedNetwork } from './invented-network.ts';
import { lehmer } from './lehmer.ts';

const PEOPLE = 20_000;
const TIES_A_PERSON = 25;
/** Days of the quarter on which each of the two turns to the other: with it ten million rows, as a quarter has. */
const DAYS_A_TIE = 10;
const UNITS_A_DIVISION = 22;
const HOLDERS = 100;
const COMPETENCES = ['Sign language', 'Law', 'Statistics'];

/**
 * All measures of a release of 20,000 people, from the columns that the store hands out to the sealed tables: contacts,
 * reach, breadth, channels, habits, steps of the staircase, open pairs, steps to three competences, all eight tables of
 * them. In a process of its own, so that its peak is its own; the data it was made from is in that peak.
 */
export function benchRelease(): Promise<void> {
  spawnSync(process.execPath, [fileURLToPath(import.meta.url), 'here'], { stdio: 'inherit' });
  return Promise.resolve();
}

function measureRelease(): void {
  const held = invented();
  const before = Math.round(process.memoryUsage.rss() / 1_048_576);
  const [begun, used] = [performance.now(), process.cpuUsage()];
  const measured = APPS_OF_ACTIVE_USERS.map((app) => ({ app, reports: ['active-users'] }));
  const { rows, appsMeasured, stepsMeasured } = personRowsOf(held, measured);
  const rowsMade = performance.now();
  const { tables } = release({
    ...{ period: QUARTER, once: true, level: 'standard', organisation: 'Invented', people: rows },
    ...{ headcounts: held.headcounts, tablesOn: TABLE_NAMES, appsMeasured, stepsMeasured, competences: COMPETENCES },
    ...{ ledger: [], releasedAt: QUARTER.to, random: randomBytes },
  });
  const ended = performance.now();
  const { user, system } = process.cpuUsage(used);
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
  const cells = tables.reduce((sum, { rows: all, columns }) => sum + all.length * columns.length, 0);
  console.log(`\nA release of ${PEOPLE.toLocaleString('en')} people, all ${tables.length} tables`);
  console.log(`  ${held.interactions.owner.length.toLocaleString('en')} rows of acts, ${held.units} units`);
  console.log(
    `  person rows ${seconds(rowsMade - begun)}, tables of ${cells.toLocaleString('en')} cells ${seconds(ended - rowsMade)}`,
  );
  console.log(`  in all ${seconds(ended - begun)} by the clock, ${seconds((user + system) / 1000)} processor`);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`  peak ${peak} MB, ${before} MB of it before the first measure`);
}

function invented() {
  const { from, to, unitOf } = inventedNetwork(PEOPLE, PEOPLE * TIES_A_PERSON, 1);
  const people = Array.from({ length: PEOPLE }, (_, n) => inventedPseudonym(n));
  const unitName = (unit: number): string =>
    `Division ${String(Math.floor(unit / UNITS_A_DIVISION))}/Unit ${String(unit)}`;
  const memberships = people.map((person, n): Membership => {
    return {
      person,
      unit: unitName(unitOf[n]!),
      standing: n % 20 === 0 ? 'leader' : n % 500 === 1 ? 'elected' : 'desk',
    };
  });
  const grouped = Map.groupBy(memberships, ({ unit, standing }) => `${unit}\n${standing}`);
  const headcounts = [...grouped.values()].map(([one, ...others]): Headcount => {
    const heads = others.length + 1;
    return { unit: one!.unit, standing: one!.standing, heads, covered: heads };
  });
  const holders = (first: number) => new Set(people.slice(first * HOLDERS, (first + 1) * HOLDERS));
  return {
    ...{ memberships, works: memberships, headcounts, interactions: actsAlong(from, to, people) },
    units: new Set(memberships.map(({ unit }) => unit)).size,
    usageOf: () => ({ reportDays: daysOf(QUARTER), rows: usage(people) }),
    structural: { competences: COMPETENCES.map((name, first) => ({ name, holders: holders(first) })) },
  };
}

/** Each tie as rows of both, on days drawn from the quarter, of all kinds. */
function actsAlong(from: Int32Array, to: Int32Array, people: Membership['person'][]) {
  const random = lehmer(7);
  const rows = 2 * DAYS_A_TIE * from.length;
  const column = (of: (row: number) => number): Int32Array => Int32Array.from({ length: rows }, (_, row) => of(row));
  const tieOf = (row: number): number => Math.floor(row / (2 * DAYS_A_TIE));
  const [first, length] = [dayNumber(QUARTER.from), dayNumber(QUARTER.to) - dayNumber(QUARTER.from)];
  return {
    people,
    owner: column((row) => (row % 2 === 0 ? from : to)[tieOf(row)]!),
    other: column((row) => (row % 2 === 0 ? to : from)[tieOf(row)]!),
    day: column(() => first + random(length)),
    acts: column(() => 1 + random(3)),
    kind: Uint8Array.from({ length: rows }, () => 1 + random(KINDS['online-meeting'])),
  };
}

function usage(people: Membership['person'][]): UsageDay[] {
  const random = lehmer(11);
  return people.flatMap((person) =>
    daysOf(QUARTER).flatMap((day): UsageDay[] => {
      const apps = APPS_OF_ACTIVE_USERS.filter(() => random(3) > 0);
      return random(3) > 0 && apps.length > 0 ? [{ day, person, apps }] : [];
    }),
  );
}

if (process.argv[2] === 'here') measureRelease();
