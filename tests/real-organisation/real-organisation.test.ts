import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../temporary-folder.ts';
import { writeInventedTenant } from '../invented-tenant.ts';
import { trueCounts, type TrueCounts } from './true-counts.ts';

const SHARED = '../shared/data/tenants/eu-institution';
const run = promisify(execFile);

const cells = z.object({ name: z.string(), units: z.array(z.string()) });
const document = z.object({
  period: z.object({ from: z.string(), to: z.string() }),
  units: z.array(z.object({ unit: z.string(), heads: z.int() })),
  tables: z.array(
    z.object({
      name: z.string(),
      rows: z.array(cells.extend({ heads: z.int() })),
      columns: z.array(cells),
      values: z.array(z.array(z.int().nullable())),
      sigma: z.number(),
      rho: z.number(),
    }),
  ),
});
type Document = z.infer<typeof document>;

/** The product as a newcomer runs it: the command, its own process, its standard output. */
async function demoOnce(tenant: string, from: string, to: string, data: string): Promise<string> {
  const command = ['connector/launch.mjs', 'demo', '--tenant', tenant, '--from', from, '--to', to];
  const { stdout } = await run(process.execPath, [...command, '--data', data, '--once', '--json'], { maxBuffer: 1e8 });
  return stdout;
}

const BREADTHS: Readonly<Record<string, readonly [number, number]>> = {
  'one-or-two': [1, 2],
  'three-to-five': [3, 5],
  'six-or-more': [6, Infinity],
};

/** Released minus true, in standard deviations, for every cell that is not blank. */
function residuals({ tables }: Document, truth: TrueCounts): number[] {
  return tables.flatMap(({ name, rows, columns, values, sigma }) =>
    rows.flatMap((row, r) =>
      columns.flatMap((column, c) => {
        const value = values[r]?.[c];
        if (value === null || value === undefined) return [];
        const [least = 0, most = 0] = BREADTHS[column.name] ?? [];
        const count = name === 'reach' ? truth.reach(row.units, column.units) : truth.breadth(row.units, least, most);
        return [(value - count) / sigma];
      }),
    ),
  );
}

function check(text: string, truth: TrueCounts): Document {
  const released = document.parse(JSON.parse(text));
  expect(released.tables.map(({ name }) => name)).toEqual(['reach', 'breadth']);
  for (const residual of residuals(released, truth)) expect(Math.abs(residual)).toBeLessThan(4.5);
  for (const { rows } of released.tables) {
    for (const row of rows) expect(row.heads).toBe(truth.heads(row.units));
    const named = rows.flatMap(({ units }) => units);
    expect(new Set(named).size).toBe(named.length);
  }
  return released;
}

describe('a tenant folder through the whole product', () => {
  it('is released within 4.5 σ of the true counts, and asked again prints the stored release', async () => {
    const folder = temporaryFolder();
    const tenant = join(folder, 'tenant');
    mkdirSync(tenant);
    writeInventedTenant(tenant);
    const first = await demoOnce(tenant, '2026-01-01', '2026-04-01', join(folder, 'data'));
    check(first, trueCounts(tenant, '2026-01-01', '2026-04-01'));
    expect(await demoOnce(tenant, '2026-01-01', '2026-04-01', join(folder, 'data'))).toBe(first);
  }, 60_000);

  it.skipIf(!existsSync(SHARED))(
    'does the same with a real institution (needs ../shared/data/tenants/eu-institution)',
    async () => {
      const data = join(temporaryFolder(), 'data');
      const text = await demoOnce(SHARED, '2024-01-01', '2024-04-01', data);
      const released = check(text, trueCounts(SHARED, '2024-01-01', '2024-04-01'));
      const reach = released.tables[0];
      expect(reach?.columns.map(({ name }) => name)).toHaveLength(6);
      expect(reach?.sigma).toBeCloseTo(3.873, 3);
      expect(reach?.rho).toBeCloseTo(0.2, 10);
      expect(released.units.reduce((sum, { heads }) => sum + heads, 0)).toBe(965);
    },
    60_000,
  );
});
