import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rhoARelease, sigmaSquared } from '../connector/privacy/budget.ts';
import { asNumber } from '../connector/privacy/rational.ts';
import { isSmallOrganisation } from '../connector/privacy/rows.ts';
import { mostCells } from '../connector/privacy/table-layout.ts';
import { LEVELS, TABLES_MEASURED } from '../connector/privacy/table-name.ts';

const page = readFileSync(new URL('../docs/privacy-figures.md', import.meta.url), 'utf8');
const lines = page
  .split('\n')
  .filter((line) => /\| (?:standard|careful) +\|.*×/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')));

test('docs/privacy-figures.md has the σ and the intervals that the code draws with', () => {
  for (const [, tenant = '', table, level, size = '', sigma, interval] of lines) {
    const name = TABLES_MEASURED.find((it) => it === table)!;
    const people = Number(/[\d,]+$/.exec(tenant)?.[0].replaceAll(',', ''));
    const rho = rhoARelease(
      name,
      LEVELS.find((it) => it === level)!,
      isSmallOrganisation(people) ? 2 : 4,
    );
    const drawn = Math.sqrt(asNumber(sigmaSquared(mostCells(name, Number(size.split('×')[1])), rho)));
    expect([tenant, name, level, sigma, interval]).toEqual([
      ...[tenant, name, level],
      drawn.toFixed(2),
      `±${(1.645 * drawn).toFixed(1)}`,
    ]);
  }
});

test('it tells of every size, table and level, and of a division that is found', () => {
  const told = lines.map(
    ([, tenant = '', table, level]) => `${tenant.split(', ')[1] ?? ''} ${table ?? ''} ${level ?? ''}`,
  );
  for (const people of ['300', '1,000', '2,052', '20,520']) {
    for (const level of LEVELS) {
      for (const table of TABLES_MEASURED) expect(told).toContain(`${people} ${table} ${level}`);
    }
  }
  for (const level of LEVELS) expect(told).toContain(`986 reach ${level}`);
  expect(page).toMatch(/municipality, 2,052 +\| standard +\| Teknisk og eiendom: (?:9\d\.\d|100\.0) %/);
});
