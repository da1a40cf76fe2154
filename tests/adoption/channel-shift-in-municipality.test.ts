import { beforeAll, expect, test } from 'vitest';
import { quarterStarts } from '../../connector/demo-tenant/municipality/calendar.ts';
import { municipality } from '../../connector/demo-tenant/municipality/municipality.ts';
import { STORY } from '../../connector/demo-tenant/municipality/story.ts';
import { CARRIERS, CHANNEL_NUMBERS, channels } from '../../connector/network/channels.ts';
import { contacts } from '../../connector/network/contacts.ts';
import { reach } from '../../connector/network/reach.ts';
import type { LedgerEntry } from '../../connector/privacy/ledger.ts';
import type { Headcount, Standing } from '../../connector/privacy/membership.ts';
import { dayNumber, dayOf, quarterOf, startOf, type Period } from '../../connector/privacy/period.ts';
import type { PersonRow } from '../../connector/privacy/person-row.ts';
import { release, type Release } from '../../connector/privacy/release.ts';
import { byteStream } from '../privacy/byte-stream.ts';

const TODAY = Date.parse('2026-11-21');
/** The division of the school areas: their rooms in Teams begin in the quarter between the two that are compared. */
const DIVISION = 'Oppvekst';
const NAMES = { [CHANNEL_NUMBERS.mailMostly]: 'mail-mostly', [CHANNEL_NUMBERS.mixed]: 'mixed' } as const;
const DRAWS = 5;

type World = ReturnType<typeof municipality>;

interface Staff {
  readonly id: string;
  readonly unit: string;
  readonly standing: Standing;
}

function staffOf(world: World): Staff[] {
  return world.accounts
    .filter(({ kind, enabled }) => enabled && kind === 'employee')
    .map(({ id, department, licence }) => ({
      ...{ id, unit: department ?? '' },
      standing: licence === 'F1' || licence === 'F3' ? 'frontline' : 'desk',
    }));
}

/** What carries contact beyond one's own unit, of everybody in the division: by mail sent and by chats shared, as the product reads them. */
function rowsIn(world: World, staff: readonly Staff[], { from, to }: Period): PersonRow[] {
  const addresses = new Map(
    world.accounts.flatMap(({ id, proxyAddresses }) =>
      proxyAddresses.map((text) => [text.slice('smtp:'.length).toLowerCase(), id] as const),
    ),
  );
  const placeOf = new Map(staff.map(({ id }, place) => [id, place]));
  const acts: { owner: number; other: number; day: number; carrier: number }[] = [];
  const act = (owner: number, ids: Iterable<string>, moment: number, carrier: number): void => {
    const others = [...new Set(ids)].flatMap((id) => placeOf.get(id) ?? []).filter((place) => place !== owner);
    if (others.length > 8) return;
    for (const other of others) acts.push({ owner, other, day: dayNumber(dayOf(moment)), carrier });
  };
  for (const [owner, { id, unit }] of staff.entries()) {
    if (!unit.startsWith(`${DIVISION}/`)) continue;
    for (const mail of world.sentMessages(id, startOf(from), startOf(to))) {
      if (mail.draft || mail.meeting || mail.senderAddress !== undefined) continue;
      const ids = [...mail.to, ...mail.cc, ...mail.bcc].flatMap((text) => addresses.get(text.toLowerCase()) ?? []);
      act(owner, ids, mail.sentAt, CARRIERS.mail);
    }
    for (const chat of world.chats?.(id) ?? []) {
      if (chat.createdAt >= startOf(to) || chat.memberIds.length > 8) continue;
      // Who shares a chat is read in the first and in the last run of a quarter.
      for (const day of [startOf(from), startOf(to) - 86_400_000])
        if (chat.createdAt < day) act(owner, chat.memberIds, day, CARRIERS.teams);
    }
  }
  const column = (of: (one: (typeof acts)[number]) => number): Int32Array => Int32Array.from(acts, of);
  const seen = { owner: column((one) => one.owner), other: column((one) => one.other), day: column((one) => one.day) };
  const units = [...new Set(staff.map(({ unit }) => unit))];
  const unitOf = Int32Array.from(staff, ({ unit }) => (unit === '' ? -1 : units.indexOf(unit)));
  const network = contacts({ ...seen, acts: new Int32Array(acts.length).fill(1), people: staff.length });
  const told = channels(network, unitOf, { ...seen, carrier: Uint8Array.from(acts, ({ carrier }) => carrier) });
  const reached = reach(network, unitOf);
  return staff.map(({ unit, standing }, place) => {
    const channel = channelCalled(told[place] ?? 0);
    const unitsReached = (reached[place] ?? []).map((number) => units[number] ?? '');
    return { unit, standing, unitsReached, apps: [], ...(channel && { channel }) };
  });
}

function channelCalled(number: number): PersonRow['channel'] {
  if (number === CHANNEL_NUMBERS.none) return undefined;
  return number === CHANNEL_NUMBERS.teamsMostly ? 'teams-mostly' : NAMES[number === 1 ? 1 : 2];
}

let released: Release[][] = [];
beforeAll(() => {
  const world = municipality({ today: TODAY });
  const staff = staffOf(world);
  const lines = Map.groupBy(staff, ({ unit, standing }) => `${unit}\n${standing}`);
  const headcounts = [...lines.values()].map((line): Headcount => {
    const { unit = '', standing = 'desk' } = line[0] ?? {};
    return { unit, standing, heads: line.length, covered: line.length };
  });
  const { quarter } = STORY.sharedRooms;
  const quarters = [quarter - 1, quarter + 1].map((place) => quarterOf(dayOf(quarterStarts(TODAY)[place] ?? 0)));
  const lived = quarters.map((period) => ({ period, people: rowsIn(world, staff, period) }));
  released = Array.from({ length: DRAWS }, (_, draw) => {
    const ledger: LedgerEntry[] = [];
    return lived.map(({ period, people }) => {
      const one = release({
        ...{ period, once: false, level: 'standard', organisation: 'Elvestrand kommune', people, headcounts },
        ...{ tablesOn: ['channels'], ledger: [...ledger], releasedAt: `${period.to}T04:00:00.000Z` },
        random: byteStream(`channels ${String(draw)} ${period.id}`),
      });
      ledger.push(one.entry);
      return one;
    });
  });
});

/** How much a column rose in the division between two releases, in standard deviations of the noise of the difference. */
function rise([before, after]: readonly Release[], column: string): number {
  const [then, now] = [before, after].map((one) => one?.tables.find(({ name }) => name === 'channels'));
  if (then === undefined || now === undefined) throw new Error('Both quarters have the table.');
  const [earlier = 0, later = 0] = [then, now].map(({ rows, columns, values }) => {
    const row = rows.findIndex(({ name }) => name === DIVISION);
    return values[row]?.[columns.findIndex(({ name }) => name === column)] ?? Number.NaN;
  });
  return (later - earlier) / (now.sigma * Math.SQRT2);
}

test('the released picture finds that contact beyond school has gone over to Teams where the rooms began', () => {
  for (const pair of released) {
    // Three standard deviations: by noise alone in one of 700 draws. Those who also meet stay under mail here, where
    // meetings are not read.
    expect(rise(pair, 'mixed') + rise(pair, 'teams-mostly')).toBeGreaterThan(3 * Math.SQRT2);
    expect(rise(pair, 'mail-mostly')).toBeLessThan(rise(pair, 'mixed') + rise(pair, 'teams-mostly'));
  }
});
