import { z } from 'zod';
import { whyMissing } from './adoption-reasons.ts';
import { ANSWERS_VERSION, table as tableShape, type Table, type UnitAnswer } from './answers.ts';
import { NOTHING, understood, type Question } from './asked.ts';
import { heldReleases } from './held-releases.ts';
import type { House } from './house.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { namedUnits } from './named-units.ts';
import { Refused } from './refused.ts';
import { changesOf } from './shown-changes.ts';
import { shownTables } from './shown-table.ts';
import { stairsOfUnit } from './stairs-of-unit.ts';
import type { Release } from '../privacy/release.ts';

const ONE_UNIT = z.object({ slug: z.string() });
const NAMES = tableShape.shape.name.options;

type UnitTable = UnitAnswer['tables'][number];

/** How does one unit work with others, period by period? The row that holds it speaks for it. */
export function unit(house: House): Question {
  const { store } = house;
  return ({ asker, path, query }): UnitAnswer => {
    understood(NOTHING, query);
    const { slug } = understood(ONE_UNIT, path);
    mustBeAllowedTo('read releases', asker);
    const releases = heldReleases(store);
    const found = releases.flatMap(namedUnits).find((named) => named.slug === slug);
    if (found === undefined) throw new Refused('not-found');
    const marked = releases.map((held) => ({ held, changes: changesOf(held, releases) }));
    const tables = NAMES.map((name) => ({
      name,
      periods: marked.flatMap(({ held, changes }) => inPeriod(held, name, found.path, changes.get(name))),
    }));
    const [newest] = releases;
    const stairs = newest && stairsOfUnit(newest, releases, found.path, whyMissing(house, newest.period.id));
    return {
      version: ANSWERS_VERSION,
      slug,
      path: found.path,
      heads: found.heads,
      tables: tables.filter(({ periods }) => periods.length > 0),
      ...(stairs && { stairs }),
    };
  };
}

function inPeriod(
  release: Release,
  name: UnitTable['name'],
  path: string,
  changes: Table['changes'],
): UnitTable['periods'] {
  const table = shownTables(release).find((shown) => shown.name === name);
  if (table === undefined) return [];
  const { rows, columns, figures, sigma } = table;
  const index = rows.findIndex(({ units }) => units.includes(path));
  const [row, cells] = [rows[index], figures[index]];
  return row === undefined || cells === undefined
    ? []
    : [
        {
          ...{ period: release.period, row, columns, figures: cells, sigma },
          ...(changes?.[index] && { changes: changes[index] }),
        },
      ];
}
