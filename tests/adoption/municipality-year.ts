import { appsInHabit } from '../../connector/adoption/apps-in-habit.ts';
import { rowsOfActs } from '../../connector/attack/rows-of-acts.ts';
import { quarterStarts } from '../../connector/demo-tenant/municipality/calendar.ts';
import { municipality } from '../../connector/demo-tenant/municipality/municipality.ts';
import type { Account, Service, World } from '../../connector/demo-tenant/world.ts';
import type { LedgerEntry } from '../../connector/privacy/ledger.ts';
import type { Headcount, Standing } from '../../connector/privacy/membership.ts';
import { dayNumber, dayOf, daysOf, quarterOf, startOf, type Period } from '../../connector/privacy/period.ts';
import type { PersonRow } from '../../connector/privacy/person-row.ts';
import { release, type Release, type TableName } from '../../connector/privacy/release.ts';
import { APPS, type App } from '../../connector/privacy/usage-day.ts';
import { byteStream } from '../privacy/byte-stream.ts';

/** The last four of the five quarters that the invented municipality's story is told in: those the demo lives. */
export const QUARTERS_LIVED = [1, 2, 3, 4] as const;

/** What everybody did in the quarters lived, before anything is counted: the truth, person by person. */
export interface LivedYear {
  readonly quarters: readonly { readonly period: Period; readonly people: readonly PersonRow[] }[];
  readonly headcounts: readonly Headcount[];
}

const SERVICES: Readonly<Partial<Record<Service, App>>> = {
  exchange: 'exchange',
  teams: 'teams',
  onedrive: 'files',
  sharepoint: 'files',
};

/**
 * The invented municipality's year as the product reduces it: apps in habit from everybody's usage days, and reach from
 * everybody's sent mail where that is asked for. About a second, two with reach.
 *
 * @param lived those of the quarters that are needed
 */
export function livedYear(
  today: number,
  seed: string,
  withReach: boolean,
  lived: readonly number[] = QUARTERS_LIVED,
): LivedYear {
  const world = municipality({ today, seed });
  const starts = quarterStarts(today);
  const staff = world.accounts.filter(
    ({ kind, enabled, userType }) => enabled && userType === 'Member' && (kind === 'employee' || kind === 'elected'),
  );
  const works = staff.map((account) => ({ unit: account.department ?? '', standing: standingOf(account) }));
  const quarters = lived.map((place) => {
    const period = quarterOf(dayOf(starts[place] ?? 0));
    const habits = habitsIn(world, period);
    const reached = withReach ? reachedIn(world, period, staff, works) : undefined;
    const people = works.map(({ unit, standing }, at): PersonRow => {
      const apps = habits.get(staff[at]?.id ?? '') ?? [];
      return { unit, standing, unitsReached: reached?.[at]?.unitsReached ?? [], apps };
    });
    return { period, people };
  });
  const lines = Map.groupBy(staff, (account) => `${account.department ?? ''}\n${standingOf(account)}`);
  const headcounts = [...lines.values()].map((line) => ({
    unit: line[0]?.department ?? '',
    standing: line[0] === undefined ? ('desk' as const) : standingOf(line[0]),
    heads: line.length,
    covered: line.filter(({ hasMailbox }) => hasMailbox).length,
  }));
  return { quarters, headcounts };
}

/** The releases of a lived year, newest first, by the real gate with noise of this seed. */
export function releasesOf(
  { quarters, headcounts }: LivedYear,
  noiseSeed: string,
  tablesOn: readonly TableName[] = ['apps'],
): Release[] {
  const ledger: LedgerEntry[] = [];
  const made = quarters.map(({ period, people }) => {
    const one = release({
      ...{ period, once: false, level: 'standard', organisation: 'Elvestrand kommune', people, headcounts, tablesOn },
      ...{ appsMeasured: APPS, ledger: [...ledger], releasedAt: `${period.to}T04:00:00.000Z` },
      random: byteStream(`${noiseSeed} ${period.id}`),
    });
    ledger.push(one.entry);
    return one;
  });
  return made.toReversed();
}

function habitsIn(world: World, period: Period): ReadonlyMap<string, App[]> {
  const days = daysOf(period);
  const rows = days.flatMap((day) =>
    [...world.usageOn(startOf(day))].map(({ accountId: person, services }) => ({
      ...{ person, day, apps: [...new Set(services.flatMap((service) => SERVICES[service] ?? []))] },
    })),
  );
  return appsInHabit({ reportDays: days, rows }) ?? new Map();
}

function reachedIn(
  world: World,
  { from, to }: Period,
  staff: readonly Account[],
  works: readonly { unit: string; standing: Standing }[],
): PersonRow[] {
  const placeOf = new Map(
    staff.flatMap(({ proxyAddresses }, place) =>
      proxyAddresses.map((text) => [text.slice('smtp:'.length).toLowerCase(), place] as const),
    ),
  );
  const [owner, other, day]: [number[], number[], number[]] = [[], [], []];
  for (const [sender, { id }] of staff.entries()) {
    for (const message of world.sentMessages(id, startOf(from), startOf(to))) {
      if (message.senderAddress !== undefined || message.meeting || message.draft) continue;
      const places = [...message.to, ...message.cc, ...message.bcc].map((it) => placeOf.get(it.toLowerCase()) ?? -1);
      const met = new Set(places.filter((place) => place >= 0 && place !== sender));
      if (met.size > 8) continue;
      for (const place of met) {
        owner.push(sender);
        other.push(place);
        day.push(dayNumber(dayOf(message.sentAt)));
      }
    }
  }
  return rowsOfActs({
    ...{ people: staff.length, works, acts: new Int32Array(owner.length).fill(1) },
    ...{ owner: Int32Array.from(owner), other: Int32Array.from(other), day: Int32Array.from(day) },
  });
}

function standingOf({ kind, licence }: Account): Standing {
  if (kind === 'elected') return 'elected';
  return licence === 'F1' || licence === 'F3' ? 'frontline' : 'desk';
}
