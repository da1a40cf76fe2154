import { expect, test } from 'vitest';
import type { UnitAnswer } from '../../connector/api/answers.ts';
import { tellsChanges, trendsOf, trendTable } from '../../teams-app/screens/trends.ts';
import { speechIn } from '../../teams-app/words/speech.ts';

type UnitTable = UnitAnswer['tables'][number];
type HeldPeriod = UnitTable['periods'][number];

const COLUMNS = ['exchange', 'teams', 'files', 'copilot', 'mobile'].map((name) => ({ name, heads: null }));

function held(id: string, from: string, to: string, more: Partial<HeldPeriod> = {}): HeldPeriod {
  const row = { id: 'a', name: 'Stab', division: 'Stab', heads: 60, units: ['Stab'], coveragePercent: 100 };
  const figures = COLUMNS.map(() => ({ about: 20, low: 15, high: 25 }));
  return { period: { id, from, to }, row, columns: COLUMNS, figures, sigma: 3, ...more };
}

const FIRST = held('2026-Q1', '2026-01-01', '2026-04-01');
const BY_HAND = held('2026-04-01--2026-05-01', '2026-04-01', '2026-05-01');
const THIRD = held('2026-Q3', '2026-07-01', '2026-10-01', {
  figures: [...FIRST.figures.slice(0, 4), { withheld: 'not-measured' }],
  changes: ['more', 'fewer', 'no-sure-change', null, 'more'],
});
const TABLE: UnitTable = { name: 'apps', periods: [THIRD, BY_HAND, FIRST] };

test('the newest figure is said beside the quarter it was compared with, in words', () => {
  expect(trendsOf(TABLE, speechIn('nb')).map(({ change }) => change)).toEqual([
    'Sikkert flere enn i 1.\u00a0kvartal 2026',
    'Sikkert færre enn i 1.\u00a0kvartal 2026',
    'Ingen sikker endring fra 1.\u00a0kvartal 2026',
    undefined, // nothing to compare with
    undefined, // not shown
  ]);
  expect(trendsOf(TABLE, speechIn('en'))[0]?.change).toMatch(/^Surely more than in /);
});

test('the table and the spoken summary say it too, and nothing beside what was compared with nothing', () => {
  const speech = speechIn('nb');
  const [, , , ...newest] = trendTable('Verktøy', TABLE, speech).rows[0] ?? [];
  expect(newest[0]).toContain('sikkert færre enn i 1.\u00a0kvartal 2026');
  expect(trendTable('Verktøy', TABLE, speech).rows[2]?.join()).not.toMatch(/sikker/);
  expect(trendsOf(TABLE, speech)[0]?.summary).toContain('sikkert flere enn i 1.\u00a0kvartal 2026');
  expect([tellsChanges(TABLE), tellsChanges({ ...TABLE, periods: [BY_HAND, FIRST] })]).toEqual([true, false]);
});
