import { afterAll, beforeAll, expect, test } from 'vitest';
import { benefitsAnswer, fitnessGatesAnswer, ledgerAnswer } from '../connector/api/benefit-answers.ts';
import { keepDemoPlans } from '../connector/demo-plans.ts';
import { UNITS } from '../connector/demo-tenant/municipality/units.ts';
import { quarterOf } from '../connector/privacy/period.ts';
import { inventedRelease } from './api/invented-release.ts';
import { showRelease } from './api/shown-release.ts';
import { startServer, type TestServer } from './api/test-server.ts';

const QUARTERS = (['2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01'] as const).map(quarterOf);

const DAY = '2026-07-01';

let server: TestServer;
let token = '';
beforeAll(async () => {
  server = await startServer();
  token = await server.token(['LaunchOwner']);
});
afterAll(() => server.close());

async function kept() {
  const told = async (path: string): Promise<unknown> => (await server.ask(path, ['Leader'])).json();
  return {
    tools: ledgerAnswer.parse(await told('/api/ledger')).rows,
    benefits: benefitsAnswer.parse(await told('/api/benefits')).rows,
    gates: fitnessGatesAnswer.parse(await told('/api/fitness-gates')).gates,
  };
}

test('nothing is written before a release holds the units of the story, nor of fewer quarters than it needs', async () => {
  expect(await keepDemoPlans(server.url, token, QUARTERS, DAY)).toBe(false);
  showRelease(
    server.store,
    inventedRelease(
      '2025-04-01',
      UNITS.map(({ path }) => ({ unit: path, heads: 60, covered: 50 })),
    ),
  );
  expect(await keepDemoPlans(server.url, token, QUARTERS.slice(0, 1), DAY)).toBe(false);
  expect((await kept()).tools).toEqual([]);
});

test('with it the launch owner writes three tools, two benefits and a gate, once', async () => {
  expect(await keepDemoPlans(server.url, token, QUARTERS, DAY)).toBe(true);
  const first = await kept();
  expect([first.tools.length, first.benefits.length, first.gates.length]).toEqual([3, 2, 1]);
  // The rooms begin a week into the second of four quarters, and one release is no release since.
  expect(first.tools[0]).toMatchObject({ inOn: '2025-07-08', displacement: { state: 'not-measured' } });
  expect(first.tools.filter(({ outOn }) => outOn !== null)).toHaveLength(1);
  expect(await keepDemoPlans(server.url, token, QUARTERS, DAY)).toBe(true);
  expect(await kept()).toEqual(first);
});

test('nobody without the role writes them', async () => {
  const other = await startServer();
  try {
    showRelease(
      other.store,
      inventedRelease(
        '2025-04-01',
        UNITS.map(({ path }) => ({ unit: path, heads: 60, covered: 50 })),
      ),
    );
    await expect(keepDemoPlans(other.url, await other.token(['Leader']), QUARTERS, DAY)).rejects.toThrow();
  } finally {
    await other.close();
  }
});
