import type { Row } from '../../connector/api/answers.ts';
import { lastStep } from '../words/names.ts';
import { sayList } from '../words/say.ts';
import type { Speech } from '../words/speech.ts';

const OTHERS = /(^|, )others$/;
const MOST_NAMED = 4;

/**
 * The units in a row that its name does not cover, because a rest too small for a row of its own joined this one: `NAV`
 * among `Oppvekst, others`. All units of the row that is called `others` and of no place in particular; none of
 * `everybody`, which covers all.
 */
export function joinedUnits({ name, units }: Pick<Row, 'name' | 'units'>): readonly string[] {
  if (name === 'everybody') return [];
  const home = name.replace(OTHERS, '');
  return units.filter((unit) => home === '' || (unit !== home && !unit.startsWith(`${home}/`)));
}

/** `NAV-kontoret (NAV og inkludering)`: a unit with the one above it; a top-level unit alone. */
export function withParent(path: string): string {
  const parent = path.split('/').at(-2);
  return parent === undefined ? lastStep(path) : `${lastStep(path)} (${parent.trim()})`;
}

/** That a row also holds units of elsewhere, and which; undefined for a row whose name covers all of it. */
export function sayJoined(row: Pick<Row, 'name' | 'units'>, speech: Speech): string | undefined {
  const joined = joinedUnits(row);
  if (joined.length === 0) return undefined;
  const named = sayList(joined.map(withParent), MOST_NAMED, speech);
  return joined.length === row.units.length
    ? speech.words.overview.holds(named)
    : speech.words.overview.alsoHolds(named);
}

/** Whether any of the row's own units lie in this column's. */
export function liesIn({ units }: Pick<Row, 'units'>, column: string): boolean {
  return units.some((unit) => unit === column || unit.startsWith(`${column}/`));
}
