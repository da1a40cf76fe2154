import { afterAll, beforeAll, expect, test } from 'vitest';
import { comparedAnswer } from '../../connector/api/bridge-answers.ts';
import { inventedRelease } from './invented-release.ts';
import { showRelease } from './shown-release.ts';
import { startServer, type TestServer } from './test-server.ts';

const unit = (name: string, partner: string, reaching: number) => ({
  ...{ unit: name, heads: 200, covered: 200 },
  reach: { [partner]: reaching },
});
const first = inventedRelease('2026-01-15', [unit('Skole', 'Helse', 20), unit('Helse', 'Skole', 60)]);
const second = inventedRelease('2026-04-15', [unit('Skole', 'Helse', 60), unit('Helse', 'Skole', 60)], {
  ledger: [first.entry],
});
const third = inventedRelease('2026-07-15', [unit('Skole', 'Helse', 60), unit('Helse', 'Skole', 60)], {
  ledger: [first.entry, second.entry],
});

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  for (const release of [first, second, third]) showRelease(server.store, release);
});
afterAll(async () => {
  await server.close();
});

async function marksOf(earlier: string, later: string) {
  const response = await server.ask(`/api/compared?earlier=${earlier}&later=${later}`, ['Leader']);
  const answer = comparedAnswer.parse(await response.json());
  const { rows = [], columns = [], changes = [] } = answer.later.reach ?? {};
  const marks = rows.flatMap(({ name }, row) =>
    columns.map((column, at) => [`${name} ${column.name}`, changes[row]?.[at] ?? null] as const),
  );
  return { answer, marks: Object.fromEntries(marks.filter(([, mark]) => mark !== null)) };
}

test('two periods are judged against each other, and not against the one before', async () => {
  expect((await marksOf('2026-Q2', '2026-Q3')).marks['Skole Helse']).toBe('no-sure-change');
  const { answer, marks } = await marksOf('2026-Q1', '2026-Q3');
  expect(marks['Skole Helse']).toBe('more');
  expect(Object.keys(marks).toSorted()).toEqual(['Helse Skole', 'Skole Helse']);
  expect([answer.earlier.period.id, answer.later.period.id]).toEqual(['2026-Q1', '2026-Q3']);
});

test('a figure is the one the overview shows', async () => {
  const { answer } = await marksOf('2026-Q1', '2026-Q2');
  const overview: unknown = await (await server.ask('/api/overview?period=2026-Q1', ['Leader'])).json();
  expect(overview).toMatchObject({ reach: { figures: answer.earlier.reach?.figures } });
});

test.each(['earlier=2026-Q2&later=2026-Q1', 'earlier=2026-Q1&later=2026-Q1', 'earlier=2020-Q1&later=2026-Q1', ''])(
  'what is no pair of released periods in order is not found: %s',
  async (query) => {
    expect((await server.ask(`/api/compared?${query}`, ['Leader'])).status).toBe(404);
  },
);
