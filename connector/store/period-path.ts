import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDay, periodOf, quarterOf, type Period } from '../privacy/period.ts';

const ENDING = '.sqlite';
/** What SQLite may keep beside a file. */
const COMPANIONS = ['-wal', '-shm', '-journal'];

export function periodsFolder(folder: string): string {
  return join(folder, 'periods');
}

/**
 * Where a period's file lies.
 *
 * @throws RangeError when the id is not the one its days make: an id is part of a path, so it is never taken on trust
 */
export function periodPath(folder: string, period: Period): string {
  const sound = isDay(period.from) && isDay(period.to) && periodOf(period.from, period.to).id === period.id;
  if (!sound) throw new RangeError('A period is named by its own days: make it with periodOf or quarterOf.');
  return join(periodsFolder(folder), period.id + ENDING);
}

/** The file itself last: as long as anything of the period is left, the file says so. */
export function allFilesOf(path: string): string[] {
  return [...COMPANIONS.map((companion) => path + companion), path];
}

/** The periods that have a file, oldest first. Files with other names are nobody's business here. */
export function periodsIn(folder: string): Period[] {
  if (!existsSync(periodsFolder(folder))) return [];
  return readdirSync(periodsFolder(folder))
    .filter((name) => name.endsWith(ENDING))
    .map((name) => periodCalled(name.slice(0, -ENDING.length)))
    .filter((period) => period !== undefined)
    .sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to));
}

/** The period an id stands for; undefined when the text is no period's id. */
export function periodCalled(id: string): Period | undefined {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(id);
  if (quarter !== null) {
    const firstDay = `${quarter[1] ?? ''}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`;
    return isDay(firstDay) ? quarterOf(firstDay) : undefined;
  }
  const [from = '', to = '', ...rest] = id.split('--');
  if (rest.length > 0 || !isDay(from) || !isDay(to) || from >= to) return undefined;
  const period = periodOf(from, to);
  return period.id === id ? period : undefined;
}
