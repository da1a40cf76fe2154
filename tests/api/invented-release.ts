import { createHash } from 'node:crypto';
import type { LedgerEntry } from '../../connector/privacy/ledger.ts';
import type { Headcount } from '../../connector/privacy/membership.ts';
import { quarterOf, type Day } from '../../connector/privacy/period.ts';
import type { PersonRow } from '../../connector/privacy/person-row.ts';
import { release, type Release, type TableName } from '../../connector/privacy/release.ts';

/** A directory unit of an invented organisation, and what its people do. */
export interface InventedUnit {
  readonly unit: string;
  readonly heads: number;
  readonly covered: number;
  /** So many of them have a contact in each of these units. */
  readonly reach?: Readonly<Record<string, number>>;
}

/** Bytes that look like chance and are the same each time. */
export function seeded(seed: string): (size: number) => Uint8Array {
  let block = 0;
  let held = Buffer.alloc(0);
  return (size) => {
    while (held.length < size) {
      held = Buffer.concat([held, createHash('sha256').update(`${seed} ${block}`).digest()]);
      block += 1;
    }
    const bytes = held.subarray(0, size);
    held = held.subarray(size);
    return new Uint8Array(bytes);
  };
}

/** A release of the quarter that this day lies in, by the real gate with real (seeded) noise. */
export function inventedRelease(
  day: Day,
  units: readonly InventedUnit[],
  {
    ledger = [],
    tablesOn = ['reach', 'breadth', 'apps'],
    organisation = 'Eksempel kommune',
    releasedOn = day,
  }: {
    readonly ledger?: readonly LedgerEntry[];
    readonly tablesOn?: readonly TableName[];
    readonly organisation?: string;
    readonly releasedOn?: Day;
  } = {},
): Release {
  return release({
    period: quarterOf(day),
    once: false,
    level: 'standard',
    organisation,
    people: units.flatMap(peopleOf),
    headcounts: units.map(({ unit, heads, covered }): Headcount => ({ unit, heads, covered, standing: 'desk' })),
    tablesOn,
    ledger,
    releasedAt: `${releasedOn}T06:00:00.000Z`,
    random: seeded(day),
  });
}

function peopleOf({ unit, heads, covered, reach = {} }: InventedUnit): PersonRow[] {
  return Array.from({ length: heads }, (_, index) => ({
    unit,
    standing: 'desk',
    unitsReached: Object.keys(reach).filter((other) => index < (reach[other] ?? 0)),
    apps: index < covered ? ['exchange', 'teams'] : ['files'],
  }));
}

/**
 * Four divisions. Oppvekst, Helse and Stab know one another; hardly anybody of Teknisk knows anybody. Hjemmetjenesten
 * has mailboxes for one in five only. HR is too small for a row of its own.
 */
export const MUNICIPALITY: readonly InventedUnit[] = [
  { unit: 'Helse/Hjemmetjenesten', heads: 150, covered: 30, reach: { 'Stab/Økonomi': 5 } },
  { unit: 'Helse/Sykehjem', heads: 300, covered: 290, reach: { 'Oppvekst/Skole nord': 180, 'Stab/Økonomi': 100 } },
  { unit: 'Oppvekst/Barnehage', heads: 90, covered: 85, reach: { 'Helse/Sykehjem': 60 } },
  { unit: 'Oppvekst/Skole nord', heads: 120, covered: 120, reach: { 'Helse/Sykehjem': 90, 'Oppvekst/Skole sør': 60 } },
  { unit: 'Oppvekst/Skole sør', heads: 130, covered: 125, reach: { 'Helse/Sykehjem': 80 } },
  { unit: 'Stab/HR', heads: 15, covered: 15, reach: { 'Helse/Sykehjem': 15 } },
  { unit: 'Stab/Økonomi', heads: 70, covered: 70, reach: { 'Helse/Sykehjem': 60, 'Oppvekst/Barnehage': 50 } },
  { unit: 'Teknisk/Byggesak', heads: 60, covered: 60, reach: { 'Stab/Økonomi': 6 } },
  { unit: 'Teknisk/Drift', heads: 100, covered: 100, reach: { 'Teknisk/Byggesak': 40, 'Stab/Økonomi': 8 } },
];
