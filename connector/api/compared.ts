import { z } from 'zod';
import { ANSWERS_VERSION } from './answers.ts';
import { understood, type Question } from './asked.ts';
import type { ComparedAnswer } from './bridge-answers.ts';
import { heldReleases } from './held-releases.ts';
import type { House } from './house.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { Refused } from './refused.ts';
import { changesOf } from './shown-changes.ts';
import { shownTables } from './shown-table.ts';
import type { Release } from '../privacy/release.ts';

const TWO_PERIODS = z.strictObject({ earlier: z.string().max(40), later: z.string().max(40) });

/**
 * How did contact change between two released periods? Each as it is shown elsewhere; the later one's figures are judged
 * against the earlier one's alone, under the same false-discovery rate over the whole release.
 */
export function compared({ store }: House): Question {
  return ({ asker, query }): ComparedAnswer => {
    const wanted = understood(TWO_PERIODS, query);
    mustBeAllowedTo('read releases', asker);
    const releases = heldReleases(store);
    const find = (id: string): Release | undefined => releases.find(({ period }) => period.id === id);
    const [earlier, later] = [find(wanted.earlier), find(wanted.later)];
    if (earlier === undefined || later === undefined || later.period.from < earlier.period.to)
      throw new Refused('not-found');
    const changes = changesOf(later, [earlier]).get('reach');
    return {
      version: ANSWERS_VERSION,
      earlier: sideOf(earlier),
      later: sideOf(later, changes),
    };
  };
}

function sideOf(
  release: Release,
  changes?: NonNullable<NonNullable<ComparedAnswer['later']['reach']>['changes']>,
): ComparedAnswer['earlier'] {
  const reach = shownTables(release).find(({ name }) => name === 'reach');
  if (reach === undefined) return { period: release.period };
  return { period: release.period, reach: changes === undefined ? reach : { ...reach, changes } };
}
