import { expect, test } from 'vitest';
import { INDICATORS } from '../connector/adoption/indicators.ts';
import { keepDemoPlans } from '../connector/demo-plans.ts';
import { DIVISIONS, UNITS } from '../connector/demo-tenant/municipality/units.ts';
import { quarterOf } from '../connector/privacy/period.ts';
import { readSignature } from '../connector/privacy/signature.ts';
import { keepPlan, readBenefits, readServiceGates, readTools, removePlan } from '../connector/store/plans.ts';
import { temporaryStore } from './store/temporary-store.ts';

const BY = readSignature(`s1_${'A'.repeat(128)}`);
const QUARTERS = (['2025-10-01', '2026-01-01', '2026-04-01', '2026-07-01'] as const).map(quarterOf);
const signed = (at: string) => ({ by: BY, at });

test('the invented municipality has something in and out, two benefits and a gate, of units that it has', () => {
  const store = temporaryStore();
  keepDemoPlans(store, QUARTERS, signed);
  const [tools, benefits, gates] = [readTools(store), readBenefits(store), readServiceGates(store)];
  expect([tools.length, benefits.length, gates.length]).toEqual([3, 2, 1]);
  // The rooms begin a week into the second of four quarters.
  expect(tools[0]?.plan.inOn).toBe('2026-01-08');
  expect(tools.filter(({ plan }) => plan.outOn !== null)).toHaveLength(1);
  const plans = [...tools, ...benefits, ...gates].map(({ plan }) => plan);
  const places = new Set<string>([...DIVISIONS, ...UNITS.map(({ path }) => path)]);
  for (const path of plans.flatMap(({ where }) => where)) expect([path, places.has(path)]).toEqual([path, true]);
  const bound = [...benefits, ...gates].map(({ plan }) => plan.indicator);
  for (const indicator of bound) expect([...INDICATORS]).toContain(indicator);
});

test('a second start writes nothing twice, and nothing over what somebody wrote', () => {
  const store = temporaryStore();
  keepDemoPlans(store, QUARTERS, signed);
  const [first, second, third] = readTools(store);
  if (first === undefined || second === undefined || third === undefined) throw new Error('There should be three.');
  keepPlan(store, 'tool', first.number, { ...first.plan, outBy: '2027-01-01' }, signed('2026-08-01T09:00:00.000Z'));
  removePlan(store, 'tool', second.number);
  keepDemoPlans(store, QUARTERS, signed);
  expect(readTools(store).map(({ number, plan }) => [number, plan.outBy])).toEqual([
    [first.number, '2027-01-01'],
    [third.number, third.plan.outBy],
  ]);
});

test('a demo of fewer quarters than the story needs has none', () => {
  const store = temporaryStore();
  keepDemoPlans(store, QUARTERS.slice(0, 1), signed);
  expect(readTools(store)).toEqual([]);
});
