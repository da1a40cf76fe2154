import { reportOf, type AttackReport } from './attack/attacked.ts';
import { indirectEffect, type IndirectEffect } from './attack/indirect-effect.ts';
import { afterLeaving, aYearTogether, knowingEverybodyElse, type Hunt } from './attack/membership-attacks.ts';
import { rowsOfActs, type InventedActs, type StructuralPart } from './attack/rows-of-acts.ts';
import { smallUnits } from './attack/small-units.ts';
import type { Account, World } from './demo-tenant/world.ts';
import type { Headcount, Standing } from './privacy/membership.ts';
import { dayNumber, dayOf, quarterOf, startOf, type Period } from './privacy/period.ts';
import { release } from './privacy/release.ts';
import { tableLayout, type TableLayout } from './privacy/table-layout.ts';

/** The attacks judged against the truth, and what leaving changes in the rows of others. */
export interface InventedReport extends AttackReport {
  /** The indirect effect, over so many leavers: nothing is promised of it, so it is told and not judged. */
  readonly indirect: {
    readonly leavers: number;
    readonly rowsChanged: { readonly mean: number; readonly most: number };
    /** Right guesses in 100 from one quarter's tables, at the leaver who is easiest to find: own row alone, and with others'. */
    readonly rightInHundred: { readonly own: number; readonly withOthers: number };
    /** The same for each structural table alone: its rows rest on others' ties by their nature. */
    readonly structural: Readonly<
      Record<
        'steps' | 'brokerage',
        { readonly rowsChanged: { readonly mean: number; readonly most: number }; readonly rightInHundred: number }
      >
    >;
  };
}

const TABLES = ['reach', 'breadth'] as const;
const LEAVERS = 40;

/**
 * Attacks a quarter of an invented tenant's mail with the truth in hand. Of a real tenant this must never be made: how
 * often guesses at a named person's row come true is itself told by that row.
 *
 * Cost: about half a minute for 2,000 people and 400 guesses.
 */
export function inventedAttacks(
  world: World,
  options: { readonly guesses: number; readonly random: (size: number) => Uint8Array },
): InventedReport {
  const periods = quartersOf(world);
  const acts = actsOf(world, periods.at(-1) ?? quarterOf(dayOf(world.from)));
  const people = rowsOfActs(acts);
  const headcounts = headcountsOf(acts);
  const layouts = layoutsOf(headcounts);
  const place = fullest(people.map(({ unitsReached, standing }) => (standing === 'elected' ? 0 : unitsReached.length)));
  const target = people[place];
  if (target === undefined) throw new RangeError('Nobody lives in this world.');
  const others = people.filter((_, at) => at !== place);
  const hunt: Hunt = {
    ...{ others, target, headcounts, layoutsOf, guesses: options.guesses },
    publish: (counted, heads) =>
      release({
        ...{ period: quarterOf('2026-01-01'), once: false, level: 'standard', organisation: world.organisation },
        ...{ people: counted, headcounts: heads, tablesOn: TABLES, ledger: [], releasedAt: '2026-04-05T04:00:00.000Z' },
        random: options.random,
      }).tables,
  };
  const small = headcounts.toSorted((a, b) => a.heads - b.heads).find(({ heads }) => heads >= 20) ?? headcounts[0];
  const findings = [
    afterLeaving(hunt),
    aYearTogether(hunt),
    knowingEverybodyElse(hunt),
    smallUnits(headcounts, small?.unit ?? '', layoutsOf),
  ];
  return { ...reportOf('with-truth', [], findings), releases: 1, indirect: indirectOf(acts, layouts, headcounts) };
}

function indirectOf(
  acts: InventedActs,
  layouts: readonly TableLayout[],
  headcounts: readonly Headcount[],
): InventedReport['indirect'] {
  const step = Math.max(1, Math.floor(acts.people / LEAVERS));
  const leavers = acts.works
    .map((_, at) => at)
    .filter((at) => at % step === 0 && acts.works[at]?.standing !== 'elected');
  const before = rowsOfActs(acts);
  const effects = leavers.map((leaver) => indirectEffect(acts, before, layouts, leaver));
  const competence = headcounts.find(({ heads }) => heads >= 20)?.unit ?? '';
  const structural = {
    steps: structuralEffects(acts, leavers, { competence }, [
      tableLayout('steps', 'standard', headcounts, 4, { competences: [competence] }),
    ]),
    brokerage: structuralEffects(acts, leavers, { brokerage: true }, [
      tableLayout('brokerage', 'standard', headcounts, 4),
    ]),
  };
  return {
    leavers: leavers.length,
    rowsChanged: changed(effects),
    rightInHundred: {
      own: Math.max(...effects.map((it) => it.rightInHundredOwn)),
      withOthers: Math.max(...effects.map((it) => it.rightInHundred)),
    },
    structural,
  };
}

function structuralEffects(
  acts: InventedActs,
  leavers: readonly number[],
  made: StructuralPart,
  layouts: readonly TableLayout[],
): InventedReport['indirect']['structural']['steps'] {
  const before = rowsOfActs(acts, made);
  const effects = leavers.map((leaver) => indirectEffect(acts, before, layouts, leaver, made));
  return { rowsChanged: changed(effects), rightInHundred: Math.max(...effects.map((it) => it.rightInHundred)) };
}

function changed(effects: readonly IndirectEffect[]): { mean: number; most: number } {
  const counts = effects.map(({ rowsChanged }) => rowsChanged);
  return {
    mean: counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length),
    most: Math.max(...counts),
  };
}

function layoutsOf(headcounts: readonly Headcount[]): TableLayout[] {
  return TABLES.map((name) => tableLayout(name, 'standard', headcounts, 4));
}

function quartersOf(world: World): Period[] {
  const quarters: Period[] = [];
  for (let it = quarterOf(dayOf(world.from)); startOf(it.to) <= world.to; it = quarterOf(it.to)) quarters.push(it);
  return quarters;
}

/** Who mailed whom, as the sources count it: one to eight people of the organisation, the sender's own acts. */
function actsOf(world: World, { from, to }: Period): InventedActs {
  const staff = world.accounts.filter(
    ({ kind, enabled, userType }) => enabled && userType === 'Member' && (kind === 'employee' || kind === 'elected'),
  );
  const placeOf = new Map(
    staff.flatMap((account, place) => addressesOf(account).map((address) => [address.toLowerCase(), place] as const)),
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
  return {
    people: staff.length,
    owner: Int32Array.from(owner),
    other: Int32Array.from(other),
    day: Int32Array.from(day),
    acts: new Int32Array(owner.length).fill(1),
    works: staff.map((account) => ({ unit: account.department ?? '', standing: standingOf(account) })),
  };
}

function addressesOf({ mail, userPrincipalName, proxyAddresses }: Account): string[] {
  return [mail ?? '', userPrincipalName, ...proxyAddresses.map((address) => address.slice('smtp:'.length))];
}

function standingOf({ kind, licence }: Account): Standing {
  if (kind === 'elected') return 'elected';
  return licence === 'F1' || licence === 'F3' ? 'frontline' : 'desk';
}

function headcountsOf({ works }: InventedActs): Headcount[] {
  const lines = Map.groupBy(works, ({ unit, standing }) => `${unit}\n${standing}`);
  return [...lines.values()].map((line) => ({
    unit: line[0]?.unit ?? '',
    standing: line[0]?.standing ?? 'desk',
    heads: line.length,
    covered: line.length,
  }));
}

function fullest(counts: readonly number[]): number {
  return counts.reduce((best, count, at) => (count > (counts[best] ?? 0) ? at : best), 0);
}
