import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disagree, lateBy } from '../../connector/adoption/report-faults.ts';

const PAGE = readFileSync('connector/adoption/ADOPTION.md', 'utf8');
const LINE = /^\| (\d+) +\| (\d+|–) +\| (\d+|–) +\| (yes|no) +\| (yes|no) +\|$/gm;

function people(cell: string): number | null {
  return cell === '–' ? null : Number(cell);
}

test('which reports came late, and which disagree, by hand', () => {
  const lines = [...PAGE.matchAll(LINE)];
  expect(lines).toHaveLength(5);
  for (const [, behind, here = '', microsoft = '', late, apart] of lines) {
    expect(lateBy(Number(behind))).toBe(late === 'yes' ? Number(behind) : null);
    expect(disagree(people(here), people(microsoft))).toBe(apart === 'yes');
  }
});

test('two counts disagree either way round, and never with themselves', () => {
  const count = fc.nat(100_000);
  fc.assert(
    fc.property(count, count, (one, other) => {
      expect(disagree(one, other)).toBe(disagree(other, one));
      expect(disagree(one, one)).toBe(false);
    }),
  );
});
