import { z } from 'zod';
import { ANSWERS_VERSION, table as tableShape, type UnitAnswer } from './answers.ts';
import { understood, type Question } from './asked.ts';
import { heldReleases } from './held-releases.ts';
import type { House } from './house.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { Refused } from './refused.ts';
import { shownTable, tableNamed } from './shown-table.ts';
import { unitSlug } from './unit-slug.ts';
import type { Release } from '../privacy/release.ts';

const NOTHING = z.strictObject({});
const ONE_UNIT = z.object({ slug: z.string() });
const NAMES = tableShape.shape.name.options;

type UnitTable = UnitAnswer['tables'][number];

/** How does one unit work with others, period by period? The row that holds it speaks for it. */
export function unit({ store }: House): Question {
  return ({ asker, path, query }): UnitAnswer => {
    understood(NOTHING, query);
    const { slug } = understood(ONE_UNIT, path);
    mustBeAllowedTo('read releases', asker);
    const releases = heldReleases(store);
    const found = releases.flatMap((release) => release.units).find((held) => unitSlug(held.unit) === slug);
    if (found === undefined) throw new Refused('not-found');
    const tables = NAMES.map((name) => ({
      name,
      periods: releases.flatMap((held) => inPeriod(held, name, found.unit)),
    }));
    return {
      version: ANSWERS_VERSION,
      slug,
      path: found.unit,
      heads: found.heads,
      tables: tables.filter(({ periods }) => periods.length > 0),
    };
  };
}

function inPeriod(release: Release, name: UnitTable['name'], path: string): UnitTable['periods'] {
  const released = tableNamed(release, name);
  if (released === undefined) return [];
  const { rows, columns, figures, sigma } = shownTable(release, released);
  const index = rows.findIndex(({ units }) => units.includes(path));
  const [row, cells] = [rows[index], figures[index]];
  return row === undefined || cells === undefined
    ? []
    : [{ period: release.period, row, columns, figures: cells, sigma }];
}
