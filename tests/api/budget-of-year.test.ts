import { expect, test } from 'vitest';
import { budgetOfYear } from '../../connector/api/budget-of-year.ts';
import { priceOf } from '../../connector/documents/facts.ts';
import { asNumber } from '../../connector/privacy/rational.ts';
import { saveScope } from '../../connector/store/scopes.ts';
import { inventedScope } from '../privacy/invented-scope.ts';
import { temporaryStore } from '../store/temporary-store.ts';
import { inventedRelease, MUNICIPALITY } from './invented-release.ts';
import { showRelease } from './shown-release.ts';

const RELEASE = inventedRelease('2026-07-01', MUNICIPALITY);
const SPENT = 0.4;

test('before anything is decided or released, all that is measured may cost', () => {
  // 0.80 + 0.20 + 0.60 + 0.30 + 0.20 + 0.10.
  expect(budgetOfYear(temporaryStore(), [])).toEqual({ rhoAYear: 2.2, rhoSpent: 0, level: 'standard' });
});

test('without a scope a year is that of the tables spent on', () => {
  const store = temporaryStore();
  showRelease(store, RELEASE);
  expect(budgetOfYear(store, [RELEASE.entry])).toEqual({ rhoAYear: 1.6, rhoSpent: SPENT, level: 'standard' });
});

test('under a scope it is what the scope’s page says, also of tables that no release holds yet', () => {
  const store = temporaryStore();
  const scope = inventedScope();
  saveScope(store, scope, '2026-01-01T00:00:00.000Z');
  showRelease(store, RELEASE);
  expect(budgetOfYear(store, [RELEASE.entry])).toMatchObject({
    rhoAYear: asNumber(priceOf(scope).year),
    rhoSpent: SPENT,
  });
  expect(asNumber(priceOf(scope).year)).toBeGreaterThan(1.6);
});

test('a table spent on counts although the scope has left it', () => {
  const store = temporaryStore();
  saveScope(store, inventedScope({ sources: ['sent-items'] }), '2026-01-01T00:00:00.000Z');
  showRelease(store, RELEASE);
  // Reach and breadth of the scope, and the apps that were released before.
  expect(budgetOfYear(store, [RELEASE.entry])).toMatchObject({ rhoAYear: 1.6 });
});
