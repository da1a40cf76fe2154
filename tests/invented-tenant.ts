import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordedRandomness } from './recorded-randomness.ts';

export interface InventedTenant {
  /** People in each of four units; the default makes 320 people. */
  readonly headsAUnit?: number;
  readonly from?: string;
  readonly days?: number;
  readonly usage?: boolean;
}

/**
 * Writes a small tenant folder: four units in two divisions, a pupil, an elected member, an outsider, mails within
 * units and some across, the same each time. Big enough for every table to have rows.
 */
export function writeInventedTenant(folder: string, options: InventedTenant = {}): void {
  const { headsAUnit = 80, from = '2026-01-01', days = 90, usage = false } = options;
  const units = ['North/School', 'North/Nursery', 'South/Care', 'South/Health'];
  const person = (unit: number, index: number): string => `u${unit}p${index}`;
  const people = units.flatMap((unit, number) =>
    Array.from(
      { length: headsAUnit },
      (_, index) => `${person(number, index)},${unit},,${index === 0 ? 'leader' : ''},yes`,
    ),
  );
  people.push('mayor,Council,,elected,yes', 'pupil1,Class 1,,pupil,yes', 'lone,,,,yes');
  writeFileSync(join(folder, 'people.csv'), ['person,unit,manager,title,mailbox', ...people].join('\n'));

  const random = recordedRandomness('invented tenant');
  const below = (limit: number): number => Buffer.from(random(4)).readUInt32BE() % limit;
  const start = Date.parse(from);
  const mails: string[] = [];
  for (let day = 0; day < days; day += 3) {
    for (const [number] of units.entries()) {
      for (let index = 0; index < headsAUnit; index += 2) {
        const sentAt = new Date(start + day * 86_400_000 + below(86_400) * 1000).toISOString();
        const across =
          index % 8 === 0 ? person((number + 1 + (index % 3)) % 4, index) : person(number, (index + 1) % headsAUnit);
        const copy = index % 10 === 0 ? `${person(number, (index + 3) % headsAUnit)};somebody-outside` : '';
        mails.push(`${sentAt},${person(number, index)},${across},${copy}`);
      }
    }
    mails.push(`${new Date(start + day * 86_400_000).toISOString()},pupil1,u0p0,`);
  }
  writeFileSync(join(folder, 'mail.csv'), ['sentAt,from,to,cc', ...mails].join('\n'));
  if (!usage) return;
  const rows: string[] = [];
  for (let day = 0; day < days; day += 1) {
    const date = new Date(start + day * 86_400_000).toISOString().slice(0, 10);
    for (const [number] of units.entries()) {
      for (let index = 0; index < headsAUnit; index += 1) {
        if (index % 2 === 0) rows.push(`${date},${person(number, index)},exchange,3`);
        if (index % 3 === 0) rows.push(`${date},${person(number, index)},teams,2`);
      }
    }
    rows.push(`${date},pupil1,teams,9`);
  }
  writeFileSync(join(folder, 'usage.csv'), ['date,person,app,actions', ...rows].join('\n'));
}
