import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  isDueWith,
  rhoARelease,
  rhoAYear,
  rightGuessesInHundred,
  rowFloor,
  sigmaSquared,
} from '../../connector/privacy/budget.ts';
import { quarterOf, type Day } from '../../connector/privacy/period.ts';
import { asNumber, sumOf, type Rational } from '../../connector/privacy/rational.ts';
import { mostCells } from '../../connector/privacy/table-layout.ts';
import { TABLE_NAMES, TABLES_MEASURED, type TableName } from '../../connector/privacy/table-name.ts';
import { APPS_OF_ACTIVE_USERS } from '../../connector/privacy/usage-day.ts';

const text = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const page = text('connector/privacy/PRIVACY.md');
const words = page.replaceAll(/\s+/g, ' ');

const tables = z.record(z.string(), z.object({ tables: z.record(z.string(), z.array(z.string())) }));
const stored = tables.parse(JSON.parse(text('connector/store/migrations/manifest.json')));

/** The cells of the page's row that begins with this name. */
function rowOf(name: string, mustHold = ''): string[] {
  const line = page.split('\n').find((it) => it.startsWith(`| \`${name}\``) && it.includes(mustHold));
  return (line ?? '').split('|').map((cell) => cell.trim());
}

describe('PRIVACY.md', () => {
  it('names every table and every field that is stored', () => {
    const all = Object.values(stored).flatMap((file) => Object.entries(file.tables));
    expect(all.length).toBeGreaterThan(10);
    for (const [table, columns] of all) {
      const [, , fields = ''] = rowOf(table);
      const named = [...fields.matchAll(/`(\w+)`/g)].map(([, field]) => field);
      const kept = columns.map((column) => column.split(' ')[0]);
      expect([table, new Set(named)]).toEqual([table, new Set(kept)]);
    }
  });

  it('names every field of a person row', () => {
    const declared = [...text('connector/privacy/person-row.ts').matchAll(/readonly (\w+):/g)].map(
      ([, field]) => field,
    );
    expect(declared.length).toBeGreaterThan(3);
    for (const field of declared) expect(page).toContain(`\`${field ?? ''}\``);
  });

  it('names tests that exist, and every test of this room that holds a promise', () => {
    const named = new Set([...page.matchAll(/`(tests\/[\w/-]+\.test\.ts)`/g)].map(([, path]) => path ?? ''));
    for (const path of named)
      expect([path, existsSync(new URL(`../../${path}`, import.meta.url))]).toEqual([path, true]);
    const arithmetic = ['period', 'rational', 'canonical-json'];
    const ours = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.test.ts'));
    for (const name of ours) {
      if (!arithmetic.includes(name.replace('.test.ts', ''))) expect([...named]).toContain(`tests/privacy/${name}`);
    }
  });

  it('has an edge and a test for everybody who might try', () => {
    const [, part = ''] = /### Who might try[^\n]*\n([\s\S]+?)\n### /.exec(page) ?? [];
    const rows = part
      .split('\n')
      .filter((line) => /^\| \w/.test(line))
      .slice(1);
    expect(rows.length).toBeGreaterThanOrEqual(10);
    for (const row of rows) {
      const [, who, promised, held = '', edge = ''] = row.split('|').map((cell) => cell.trim());
      expect([who, promised !== '', held.includes('.test.ts`'), edge.length > 20]).toEqual([who, true, true, true]);
    }
  });

  it('says the prices, the noise and the floors that the code has', () => {
    const columns: Partial<Record<TableName, number>> = { reach: 6, apps: APPS_OF_ACTIVE_USERS.length, steps: 6 };
    for (const name of TABLE_NAMES) {
      const variance = sigmaSquared(mostCells(name, columns[name] ?? 0), rhoARelease(name, 'standard', 4));
      const [, , , year = '', sigma = '', floor = ''] = rowOf(name, 'column');
      expect(year).toBe(asNumber(rhoAYear('standard', [name])).toFixed(2));
      expect(sigma.split(' ')[0]).toBe(Math.sqrt(asNumber(variance)).toFixed(2));
      expect(floor.split(' ')[0]).toBe(String(rowFloor(variance)));
    }
  });

  it('says the odds that the code computes', () => {
    const comesWith = (day: Day): TableName[] => TABLES_MEASURED.filter((name) => isDueWith(name, quarterOf(day), 4));
    const quarterly = (['2026-01-01', '2026-04-01'] as const).map((day) =>
      sumOf(comesWith(day).map((name) => rhoARelease(name, 'standard', 4))),
    );
    const right = (rho: Rational): string => String(Math.round(rightGuessesInHundred(rho)));
    const ofQuarters = [...new Set(quarterly.map(right))].join(' or ');
    const year = right(rhoAYear('standard', TABLES_MEASURED));
    const odds = `at most ${ofQuarters} of 100 cases after one quarter of the tables measured today, and ${year} after a year`;
    expect(words).toContain(odds);
    expect(text('docs/privacy-officer.md').replaceAll(/\s+/g, ' ')).toContain(odds);
  });
});
