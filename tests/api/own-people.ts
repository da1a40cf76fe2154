import { markMaker, type Mark } from '../../connector/privacy/mark.ts';
import { addDays, daysOf, quarterOf, type Day } from '../../connector/privacy/period.ts';
import { pseudonymMaker, type Pseudonym } from '../../connector/privacy/pseudonym.ts';
import { RealIdentity } from '../../connector/privacy/real-identity.ts';
import { demoScope, type Scope } from '../../connector/privacy/scope.ts';
import { replaceCompetences } from '../../connector/store/competences.ts';
import { replaceSpans } from '../../connector/store/interactions.ts';
import type { Store } from '../../connector/store/open.ts';
import { replaceDirectory } from '../../connector/store/people.ts';
import { saveScope } from '../../connector/store/scopes.ts';
import { replaceUsageDay } from '../../connector/store/usage-days.ts';
import { TENANT } from './entra.ts';
import { keyOf, STANDING_KEY } from './test-server.ts';

/** The quarter that is held while the tests' clock stands at its second day. */
export const HELD = quarterOf('2026-10-01');

/** Object id of employee n. */
export function objectId(n: number): string {
  return `0e0e0e0e-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

export function ownPseudonym(n: number): Pseudonym {
  return pseudonymMaker(TENANT, HELD.id, keyOf(HELD.id))(new RealIdentity(objectId(n)));
}

export function ownMark(n: number): Mark {
  return markMaker(TENANT, STANDING_KEY)(new RealIdentity(objectId(n)));
}

export const OWN_SCOPE: Scope = demoScope({
  organisation: 'Eksempel kommune',
  positiveGroupId: '0b6d1c2e-0f0f-4a5b-9a51-aa00bb11cc22',
  unitAttribute: 'department',
  sources: ['sent-items', 'active-users'],
  titles: { leader: ['leader'], elected: ['elected'] },
  from: HELD.from,
  endsOn: '2030-01-01',
});

const UNITS = [
  { unit: 'North/School', heads: 120 },
  { unit: 'North/Nursery', heads: 120 },
  { unit: 'South/Care', heads: 120 },
  { unit: 'South/Tiny', heads: 1 },
] as const;

/** In which unit employee n works: 0–59, 60–119, 120–179, and 180 alone. */
export function unitOf(n: number): string {
  return (UNITS[Math.floor(n / 60)] ?? UNITS[3]).unit;
}

export const EMPLOYEES = Array.from({ length: 181 }, (_, n) => n);

/** Whose quarter is filled. */
export interface OwnWorld {
  /** The scope in force before anything is read; null: somebody else brings one into force. */
  readonly scope: Scope | null;
  readonly unitOf: (n: number) => string;
  readonly units: readonly { readonly unit: string; readonly heads: number; readonly covered: number }[];
}

const OWN_WORLD: OwnWorld = {
  ...{ scope: OWN_SCOPE, unitOf },
  units: UNITS.map(({ unit, heads }) => ({ unit, heads, covered: heads })),
};

/**
 * Fills a quarter of a directory, by default of 361 people, of whom 181 are read: employee n writes twice, in two weeks,
 * to n + 60 (in the next unit) and to n + 1; employee 0 writes to the one person of the tiny unit, to somebody outside and
 * to an address nobody knows as well. Everybody even uses e-mail every day.
 */
export function fillPeriod(store: Store, { scope, unitOf, units }: OwnWorld = OWN_WORLD): void {
  if (scope !== null) saveScope(store, scope, '2026-09-01T00:00:00.000Z');
  const file = store.period(HELD);
  replaceDirectory(
    file,
    '2026-10-02',
    EMPLOYEES.map((n) => ({
      person: ownPseudonym(n),
      unit: unitOf(n),
      standing: 'desk' as const,
      placedBy: { origin: 'attribute' as const, on: '2026-10-02' as const },
    })),
    units.map((unit) => ({ ...unit, standing: 'desk' as const })),
  );
  const days = daysOf({ from: '2026-10-01', to: '2026-10-22' });
  const acts = (n: number) => {
    const others = [(n + 60) % 180, (n + 1) % 180, ...(n === 0 ? [180] : [])].filter((other) => other !== n);
    return (['2026-10-01', '2026-10-08'] as const).flatMap((day) => [
      ...others.map((other) => ({ other: ownPseudonym(other), day, minutes: 1.45 })),
      ...(n === 0
        ? [
            { other: 'outside' as const, day, minutes: 0 },
            { other: 'inside-unknown' as const, day, minutes: 0 },
          ]
        : []),
    ]);
  };
  replaceSpans(
    file,
    'sent-items',
    EMPLOYEES.map((n) => ({
      owner: ownPseudonym(n),
      from: '2026-10-01',
      to: '2026-10-22',
      interactions: acts(n).map((act) => ({
        ...act,
        kind: 'mail' as const,
        owner: ownPseudonym(n),
        acts: 1,
      })),
    })),
  );
  for (const day of days) {
    const rows = EMPLOYEES.filter((n) => n % 2 === 0).map((n) => ({
      day,
      person: ownPseudonym(n),
      apps: ['exchange' as const],
    }));
    replaceUsageDay(file, 'active-users', day, rows);
  }
}

/** As `OWN_SCOPE`, with structural tables and one competence. */
export const STRUCTURAL_SCOPE: Scope = {
  ...OWN_SCOPE,
  structuralTables: true,
  competences: [{ name: 'Tegnspråk', groupId: '0b6d1c2e-0f0f-4a5b-9a51-aa00bb11cc33' }],
};

/**
 * On top of `fillPeriod`, under `STRUCTURAL_SCOPE`: employee 0 and the ten after them in the school keep contact both ways,
 * and so do 0 and the first five of the nursery; 0 and the second of the nursery have the competence. In the last days of
 * the period 11 to 20 of the school come to it, too late for one's own band of this period.
 */
export function fillBridges(store: Store): void {
  saveScope(store, STRUCTURAL_SCOPE, '2026-09-02T00:00:00.000Z');
  const file = store.period(HELD);
  const holders = [0, 61].map(ownPseudonym);
  replaceCompetences(file, '2026-10-02', [{ name: 'Tegnspråk', heads: 20, holders }]);
  keepContact(store, [...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], ...[60, 61, 62, 63, 64]], ['2026-10-22', '2026-11-05']);
  keepContact(store, [11, 12, 13, 14, 15, 16, 17, 18, 19, 20], ['2026-12-01', '2026-12-15']);
}

/** Between employee 0 and others, both ways, on two days. */
function keepContact(store: Store, others: readonly number[], days: readonly [Day, Day]): void {
  const toward = (n: number) => (n === 0 ? others : [0]);
  replaceSpans(
    store.period(HELD),
    'sent-items',
    [0, ...others].map((n) => ({
      owner: ownPseudonym(n),
      from: days[0],
      to: addDays(days[1], 1),
      interactions: days.flatMap((day) =>
        toward(n).map((other) => {
          return {
            day,
            owner: ownPseudonym(n),
            other: ownPseudonym(other),
            kind: 'mail' as const,
            acts: 1,
            minutes: 1.45,
          };
        }),
      ),
    })),
  );
}

const WIDE = [200, 201, 202, 203, 204, 205, 206] as const;

/**
 * On top of `fillPeriod`, under another scope that reads chats as well: seven more units of one employee each, and people
 * of the school who turn to them in two weeks: 0 to four of them by mail, 1 to all by mail and chat, 2 to one by chat; 3
 * to nobody beyond their unit.
 */
export function fillWideNetwork(store: Store, scope: Scope): void {
  saveScope(store, scope, '2026-09-02T00:00:00.000Z');
  const file = store.period(HELD);
  const wideUnit = (n: number) => `West/Unit ${String(n)}`;
  const standing = 'desk' as const;
  replaceDirectory(
    file,
    '2026-10-02',
    [...EMPLOYEES, ...WIDE].map((n) => ({
      person: ownPseudonym(n),
      unit: n < 200 ? unitOf(n) : wideUnit(n),
      standing,
      placedBy: { origin: 'attribute' as const, on: '2026-10-02' as const },
    })),
    [...UNITS, ...WIDE.map((n) => ({ unit: wideUnit(n), heads: 120 }))].map(({ unit, heads }) => ({
      unit,
      standing,
      heads,
      covered: heads,
    })),
  );
  const spans = (kind: 'mail' | 'chat', towards: Readonly<Record<number, readonly number[]>>) =>
    Object.entries(towards).map(([n, others]) => ({
      owner: ownPseudonym(Number(n)),
      from: '2026-10-01' as const,
      to: '2026-10-22' as const,
      interactions: (['2026-10-01', '2026-10-08'] as const).flatMap((day) =>
        others.map((other) => ({
          owner: ownPseudonym(Number(n)),
          other: ownPseudonym(other),
          day,
          kind,
          acts: 1,
          minutes: 1,
        })),
      ),
    }));
  replaceSpans(file, 'sent-items', spans('mail', { 0: WIDE.slice(0, 4), 1: WIDE, 2: [], 3: [4] }));
  replaceSpans(file, 'chat-membership', spans('chat', { 1: WIDE, 2: [200] }));
}
