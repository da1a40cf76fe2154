import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTenantFolder } from '../../connector/demo-tenant/tenant-folder.ts';
import { release } from '../../connector/privacy/release.ts';
import { personRows } from '../../connector/publish.ts';
import { readHeadcounts } from '../../connector/store/people.ts';
import { writeInventedTenant } from '../invented-tenant.ts';
import { liveTenant } from '../lived-tenant.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { trueCounts } from './true-counts.ts';

const SHARED = '../shared/data/tenants/eu-institution';
const DRAWS = 200;

/** Standard deviation of (released − true) / σ over many releases of the same collected period. */
async function spread(
  tenant: string,
  from: '2024-01-01' | '2026-01-01',
  to: '2024-04-01' | '2026-04-01',
): Promise<number> {
  const world = await readTenantFolder(tenant);
  const life = await liveTenant({ world, folder: temporaryFolder(), from, to });
  await life.collect();
  const file = life.store.period(life.period);
  const { rows, tablesOn } = personRows(file, life.scope, []);
  const headcounts = readHeadcounts(file);
  life.close();
  const truth = trueCounts(tenant, from, to);
  const count = (rowUnits: readonly string[], columnUnits: readonly string[], name: string, column: number): number =>
    name === 'reach'
      ? truth.reach(rowUnits, columnUnits)
      : truth.breadth(rowUnits, [1, 3, 6][column] ?? 0, [2, 5, Infinity][column] ?? 0);
  let known: number[] | undefined;
  let squares = 0;
  let cells = 0;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const drawn = release({
      period: life.period,
      once: true,
      level: 'standard',
      organisation: world.organisation,
      people: rows,
      headcounts,
      tablesOn,
      ledger: [],
      releasedAt: '2026-04-05T00:00:00.000Z',
      random: randomBytes,
    });
    known ??= drawn.tables.flatMap((table) =>
      table.rows.flatMap((row) => table.columns.map((column, c) => count(row.units, column.units, table.name, c))),
    );
    const counts = known;
    let cell = 0;
    for (const { values, sigma } of drawn.tables) {
      for (const value of values.flat()) {
        if (value !== null) {
          squares += ((value - (counts[cell] ?? NaN)) / sigma) ** 2;
          cells += 1;
        }
        cell += 1;
      }
    }
  }
  return Math.sqrt(squares / cells);
}

describe(`the noise over ${DRAWS} releases of one collected period`, () => {
  // With at least 4,000 cells the spread's own standard error is about 1 %: 10 % is nine of them.
  it('has the standard deviation that is declared', async () => {
    const tenant = join(temporaryFolder(), 'tenant');
    mkdirSync(tenant);
    writeInventedTenant(tenant);
    expect(Math.abs((await spread(tenant, '2026-01-01', '2026-04-01')) - 1)).toBeLessThan(0.1);
  }, 120_000);

  it.skipIf(!existsSync(SHARED))(
    'also over a real institution (needs ../shared/data/tenants/eu-institution)',
    async () => {
      expect(Math.abs((await spread(SHARED, '2024-01-01', '2024-04-01')) - 1)).toBeLessThan(0.1);
    },
    120_000,
  );
});
