import { existsSync } from 'node:fs';
import type { Membership } from '../privacy/membership.ts';
import { dayNumber, type Day, type Period } from '../privacy/period.ts';
import { readPseudonym, type Pseudonym } from '../privacy/pseudonym.ts';
import { openDatabase, prepared, reading } from './database.ts';
import { COUNTED, type InteractionColumns } from './interactions.ts';
import { PeriodFile, type Store } from './open.ts';
import { standingOf } from './people.ts';
import { periodPath } from './period-path.ts';

/** One person, number 0, with everybody they turned to, and what passed between any two of these. */
export interface OwnCircle {
  /** Of those of whom the period knows it. */
  readonly works: readonly Membership[];
  readonly interactions: Pick<InteractionColumns, 'people' | 'owner' | 'other' | 'day' | 'acts'>;
}

/**
 * What decides which of a person's partners are tied to them and to each other, before a day. Others' acts are read for it,
 * so it is opened for the structural band alone and nothing of it is handed on. Read as `readOwnRows` reads.
 *
 * Cost: their own rows and those of everybody they turned to: about 0.3 s for who turned to 300.
 *
 * @param person their pseudonym in this very period
 * @param sources which count: those of the scope
 * @param before the first day that does not count
 * @returns undefined where the period has not met them
 */
export function readOwnCircle(
  store: Store,
  period: Period,
  person: Pseudonym,
  sources: readonly string[],
  before: Day,
): OwnCircle | undefined {
  const path = periodPath(store.folder, period);
  if (!existsSync(path)) return undefined;
  const database = openDatabase(path, 'period', { readOnly: true });
  try {
    const file = new PeriodFile(period, database, () => undefined);
    return reading(database, () => {
      const number = file.dictionary.find(person);
      return number === undefined ? undefined : circleOf(file, number, JSON.stringify(sources), dayNumber(before));
    });
  } finally {
    database.close();
  }
}

function circleOf({ database }: PeriodFile, number: number, sources: string, before: number): OwnCircle {
  const partners = prepared(database, PARTNERS)
    .all(sources, number, before)
    .map(({ other }) => Number(other));
  const circle = [number, ...partners];
  const places = new Map(circle.map((one, place) => [one, place]));
  const within = prepared(database, WITHIN).all(sources, JSON.stringify(circle), before);
  const column = (of: (row: (typeof within)[number]) => number): Int32Array => Int32Array.from(within, of);
  const people = circle.map((one) =>
    readPseudonym(String(prepared(database, 'SELECT pseudonym FROM people WHERE id = ?').get(one)?.['pseudonym'])),
  );
  return {
    works: people.flatMap((person, place): Membership[] => {
      const row = prepared(database, WORKS).get(circle[place] ?? 0);
      return row === undefined ? [] : [{ person, unit: String(row['path']), standing: standingOf(row['standing']) }];
    }),
    interactions: {
      people,
      owner: column(({ owner }) => places.get(Number(owner)) ?? -1),
      other: column(({ other }) => places.get(Number(other)) ?? -1),
      day: column(({ day }) => Number(day)),
      acts: column(({ acts }) => Number(acts)),
    },
  };
}

const PARTNERS = `SELECT DISTINCT other FROM interactions
  WHERE ${COUNTED} AND owner = ?2 AND day < ?3 AND other > 0 ORDER BY other`;
const WITHIN = `SELECT owner, other, day, acts FROM json_each(?2) AS circle
  CROSS JOIN interactions ON owner = circle.value
  WHERE ${COUNTED} AND day < ?3 AND other IN (SELECT value FROM json_each(?2))`;
const WORKS = 'SELECT path, standing FROM memberships JOIN units ON id = unit WHERE person = ?';
