import type { Row } from '../../connector/api/answers.ts';
import { joinedUnits, withParent } from '../drawing/joined-units.ts';
import { lastStep, unitName } from '../words/names.ts';
import { sayList } from '../words/say.ts';
import type { Speech } from '../words/speech.ts';

const MOST_NAMED = 4;

/** Which row the unit shares, and with whom; empty where it has its own. */
export function sayRow(row: Row, path: string, speech: Speech): string {
  const named = joinedUnits(row).length === 0 ? lastStep : withParent;
  const others = row.units.filter((unit) => unit !== path).map(named);
  if (others.length === 0) return '';
  return speech.words.unit.mergedWith(
    speech.format.count(row.heads),
    unitName(row.name, speech.words),
    sayList(others, MOST_NAMED, speech),
  );
}
