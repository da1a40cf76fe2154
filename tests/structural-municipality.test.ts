import { expect, test } from 'vitest';
import { quarterStarts } from '../connector/demo-tenant/municipality/calendar.ts';
import { municipality } from '../connector/demo-tenant/municipality/municipality.ts';
import { STORY } from '../connector/demo-tenant/municipality/story.ts';
import type { Headcount } from '../connector/privacy/membership.ts';
import { dayOf, quarterOf } from '../connector/privacy/period.ts';
import { release, type Released } from '../connector/privacy/release.ts';
import { structuralRows } from '../connector/structural-rows.ts';
import { byteStream } from './privacy/byte-stream.ts';
import { person } from './store/temporary-store.ts';

const TODAY = Date.parse('2026-11-21');
const DAY_MS = 86_400_000;
const MOST_RECIPIENTS = 8;

/** The released brokerage and steps of one quarter's mail; the competence is what the people of the bridge have. */
function releasedTables(): readonly Released[] {
  const world = municipality({ today: TODAY, seed: 'elvestrand' });
  const [from = 0, to = 0] = quarterStarts(TODAY).slice(3, 5);
  const staff = world.accounts.filter(({ kind, enabled }) => enabled && kind === 'employee');
  const placeOf = new Map(
    staff.flatMap(({ proxyAddresses }, n) => proxyAddresses.map((text) => [text.slice(5).toLowerCase(), n] as const)),
  );
  const acts = staff.flatMap(({ id }, n) =>
    [...world.sentMessages(id, from, to)].flatMap((message) => {
      if (message.draft || message.meeting || message.senderAddress !== undefined) return [];
      const places = [...message.to, ...message.cc, ...message.bcc].map((text) => placeOf.get(text.toLowerCase()) ?? n);
      const others = new Set(places.filter((other) => other !== n));
      const day = Math.floor(message.sentAt / DAY_MS);
      return others.size > MOST_RECIPIENTS ? [] : [...others].map((other) => ({ owner: n, other, day }));
    }),
  );
  const unitsOf = staff.map(({ department }) => department ?? '');
  const units = [...new Set(unitsOf)];
  const holders = unitsOf.flatMap((unit, n) => (unit === STORY.bridge.unit ? [person(n)] : []));
  const structuralOf = structuralRows({
    interactions: {
      people: staff.map((_, n) => person(n)),
      owner: Int32Array.from(acts, ({ owner }) => owner),
      other: Int32Array.from(acts, ({ other }) => other),
      day: Int32Array.from(acts, ({ day }) => day),
      acts: new Int32Array(acts.length).fill(1),
    },
    unitOf: Int32Array.from(unitsOf, (unit) => units.indexOf(unit)),
    isElected: () => false,
    competences: [{ name: 'family', holders: new Set(holders) }],
  });
  const people = unitsOf.map((unit, n) => {
    return { unit, standing: 'desk' as const, unitsReached: [], apps: [], ...structuralOf(n) };
  });
  const headcounts = units.map((unit): Headcount => {
    const heads = unitsOf.filter((own) => own === unit).length;
    return { unit, standing: 'desk', heads, covered: heads };
  });
  return release({
    ...{
      period: quarterOf(dayOf(from)),
      once: true,
      level: 'standard',
      organisation: 'Elvestrand',
      people,
      headcounts,
    },
    ...{ tablesOn: ['brokerage', 'steps'], competences: ['family'], ledger: [], releasedAt: '2026-10-04' },
    random: byteStream('structural municipality'),
  }).tables;
}

test('released with noise, the unit that bridges has the most bridges, and the silo is furthest from it', () => {
  const tables = releasedTables();
  const shares = (name: string) => {
    const table = tables.find((it) => it.name === name);
    return (table?.rows ?? [])
      .map((row, at) => {
        const counted = (table?.values[at] ?? []).reduce<number>((sum, value) => sum + (value ?? 0), 0);
        return { row: row.name, share: counted / row.heads };
      })
      .toSorted((a, b) => b.share - a.share);
  };
  expect(tables.map(({ name }) => name)).toEqual(['brokerage', 'steps']);
  expect(shares('brokerage')[0]?.row).toBe(STORY.bridge.unit);
  expect(shares('brokerage')[0]?.share).toBeGreaterThan(0.7);
  expect(shares('steps').at(-1)?.row).toBe(STORY.silo.division);
  expect(shares('steps').at(-1)?.share).toBeLessThan(0.2);
}, 30_000);
