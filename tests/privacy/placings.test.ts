import { expect, test } from 'vitest';
import type { Placing } from '../../connector/privacy/membership.ts';
import { placedHeads } from '../../connector/privacy/placings.ts';

const ATTRIBUTE: Placing = { origin: 'attribute', on: '2026-11-21' };
const FILE: Placing = { origin: 'hr-file', on: '2026-11-14' };

function people(count: number, placedBy: Placing, unit = 'Skole') {
  return Array.from({ length: count }, () => ({ unit, placedBy }));
}

test('people are told by what placed them and its day, most first, and those without a unit last', () => {
  const everybody = [...people(20, FILE), ...people(1950, ATTRIBUTE), ...people(30, FILE, '')];
  expect(placedHeads(everybody)).toEqual([
    { origin: 'attribute', on: '2026-11-21', heads: 1950 },
    { origin: 'hr-file', on: '2026-11-14', heads: 20 },
    { origin: 'none', on: null, heads: 30 },
  ]);
});

test('of fewer than 20 only the sum is told, and nothing but that they are few where that is', () => {
  const later: Placing = { ...FILE, on: '2026-11-20' };
  const nineteen = [...people(1950, ATTRIBUTE), ...people(19, FILE)];
  expect(placedHeads(nineteen).slice(1)).toEqual([{ origin: 'others', on: null, heads: null }]);
  expect(placedHeads([...nineteen, ...people(1, later)]).slice(1)).toEqual([{ origin: 'others', on: null, heads: 20 }]);
  expect(placedHeads([...people(40, FILE), ...people(12, FILE, '')]).slice(1)).toEqual([
    { origin: 'none', on: null, heads: null },
  ]);
});

test('of nobody nothing is told', () => {
  expect(placedHeads([])).toEqual([]);
});
