import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { benefitStatus } from '../../connector/adoption/benefit-status.ts';
import { displacement } from '../../connector/adoption/displacement.ts';
import { fitnessGate } from '../../connector/adoption/fitness-gate.ts';
import { inOutBalance } from '../../connector/adoption/in-out-balance.ts';
import { indicatorIn, intervalOf, type PlainTable } from '../../connector/adoption/indicators.ts';
import { seasonOf } from '../../connector/adoption/norwegian-calendar.ts';
import { nullPointOf } from '../../connector/adoption/null-point.ts';
import { comparedWithPeers } from '../../connector/adoption/public-figures.ts';
import { dayOf, quarterOf, type Period } from '../../connector/privacy/period.ts';

const PAGE = readFileSync('connector/adoption/ADOPTION.md', 'utf8');

/** What stands under a heading, up to the next. */
function under(heading: string): string {
  const [, part = ''] = new RegExp(`\\n#+ ${heading}\\n([\\s\\S]*?)(?=\\n#+ |$)`).exec(PAGE) ?? [];
  return part;
}

/** The lines of the tables under a heading, cell by cell, without their heads. */
function rowsUnder(heading: string): string[][] {
  const tables = under(heading).match(/(?:^\|.*\n?)+/gm) ?? [];
  return tables.flatMap((table) =>
    table
      .trim()
      .split('\n')
      .slice(2)
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
  );
}

function quarterCalled(id: string): Period {
  const [year, quarter] = id.split('-Q').map(Number);
  return quarterOf(dayOf(Date.UTC(year ?? 0, ((quarter ?? 1) - 1) * 3, 1)));
}

const WHOLE = { sigma: 2, most: 100 };

test('indicators come out as the page says', () => {
  const rows = rowsUnder('Indicators by hand');
  expect(rows).toHaveLength(4);
  const released = rows.slice(0, 2).map(([name = '', heads, ...counts]) => ({
    ...{ name, heads: Number(heads), units: [name], coveragePercent: 100 },
    counts: counts.map(Number),
  }));
  const apps: PlainTable = {
    name: 'apps',
    rows: released,
    columns: [{ name: 'teams' }, { name: 'files' }],
    values: released.map(({ counts }) => counts),
    sigmas: released.map(() => [3.16, 3.16]),
  };
  for (const [asked = '', value = '', sigma = '', from = '', to = ''] of rows.slice(2)) {
    const indicator = asked.startsWith('`teams') ? 'teams-in-habit' : 'apps-a-person';
    const reading = indicatorIn([apps], indicator, []);
    const digits = (text: string) => text.split('.')[1]?.length ?? 0;
    expect(reading?.value.toFixed(digits(value))).toBe(value);
    expect(reading?.sigma.toFixed(digits(sigma))).toBe(sigma);
    const { low, high } = intervalOf(reading ?? { value: NaN, sigma: NaN, most: NaN });
    expect([low.toFixed(digits(from)), high.toFixed(digits(to))]).toEqual([from, to]);
  }
});

test('the balance comes out as the page says', () => {
  const given = (cell = '') => (cell === '–' ? null : cell);
  const rows = rowsUnder('Something in, something out').map(([tool, inOn = '', outBy = '', outOn]) => ({
    ...{ tool: given(tool), inOn, outBy, outOn: given(outOn) },
  }));
  expect(rows).toHaveLength(4);
  const [, today = '', ...balance] =
    /On ([\d-]+) the balance is in (\d), out (\d), overdue (\d)/.exec(under('Something in, something out')) ?? [];
  expect(Object.values(inOutBalance(rows, today)).map(String)).toEqual(balance);
});

test('the null-point comes out as the page says', () => {
  const [, a = '', b = '', c = '', start = '', now = '', found, other] =
    /for (\S+), (\S+) and (\S+), start (\S+), now (\S+): the null-point is (\S+)\. Without \S+ it is (\S+)\./.exec(
      under('Null-point'),
    ) ?? [];
  const held = [a, b, c].map(quarterCalled);
  expect(nullPointOf(held, start, quarterCalled(now))).toMatchObject({ held: { id: found }, kind: 'same-quarter' });
  const without = held.filter(({ id }) => id !== found);
  expect(nullPointOf(without, start, quarterCalled(now))).toMatchObject({ held: { id: other }, kind: 'last-before' });
});

test('displacement comes out as the page says', () => {
  const rows = rowsUnder('Displacement');
  expect(rows).toHaveLength(4);
  for (const [then, sigmaThen, now, sigmaNow, about, from, to, word] of rows) {
    const { state, displaced } = displacement(
      { value: Number(then), sigma: Number(sigmaThen) },
      { value: Number(now), sigma: Number(sigmaNow) },
    );
    expect(state).toBe(word);
    const shown = (value: number | undefined) => value?.toFixed(1) ?? '–';
    expect([displaced?.about, displaced?.low, displaced?.high].map(shown)).toEqual([about, from, to]);
  }
});

test('the status of a benefit comes out as the page says', () => {
  const rows = rowsUnder('The benefits plan');
  expect(rows).toHaveLength(4);
  for (const [now, about, from, to, word] of rows) {
    const { status, change } = benefitStatus(
      { direction: 'at-least', target: 60 },
      { value: 40, ...WHOLE },
      { value: Number(now), ...WHOLE },
    );
    expect(status).toBe(word);
    expect([change.about, change.low, change.high].map((value) => value.toFixed(1))).toEqual([about, from, to]);
  }
});

test('gates come out as the page says', () => {
  const rows = rowsUnder('The fitness gate');
  expect(rows).toHaveLength(4);
  const interval = (cell: string) => {
    const [low, high] = cell.split('–').map(Number);
    return cell === '–' ? undefined : { low: low ?? NaN, high: high ?? NaN, about: ((low ?? 0) + (high ?? 0)) / 2 };
  };
  for (const [first = '', second = '', gate, reasons = ''] of rows) {
    const owners = [first, second].map((cell, place) => ({ row: String(place), value: interval(cell) }));
    const { state, reasons: found } = fitnessGate({ level: 50, quarters: 1 }, [{ period: 'now', rows: owners }]);
    expect([state, found.map(({ reason }) => reason).join()]).toEqual([gate, reasons]);
  }
});

test('days off come out as the page says', () => {
  const rows = rowsUnder('Days off');
  expect(rows).toHaveLength(4);
  for (const [quarter = '', ...days] of rows) {
    const span = quarterCalled(quarter);
    const { weekdays, workingDays, quietDays } = seasonOf(span);
    expect([quarter, weekdays, workingDays, quietDays].map(String)).toEqual([quarter, ...days]);
  }
});

test('peers come out as the page says', () => {
  const [, own, others = '', median, lowest, highest] =
    /Own ([\d.]+), others (.+): median ([\d.]+), lowest ([\d.]+), highest ([\d.]+)\./.exec(under('Public figures')) ??
    [];
  const figure = (number: string, value: number) => ({ number, municipality: 'X', year: 2024, indicator: 'a', value });
  const figures = others.split(/, | and /).map((value, place) => figure(String(1000 + place), Number(value)));
  expect(comparedWithPeers([...figures, figure('4601', Number(own))], '4601')).toEqual([
    {
      ...{ indicator: 'a', year: 2024, own: Number(own), median: Number(median) },
      ...{ lowest: Number(lowest), highest: Number(highest), others: 4 },
    },
  ]);
});

describe('what the page leaves out', () => {
  test('a target not to be passed is reached from below, and its change judged the other way', () => {
    const plan = { direction: 'at-most', target: 20 } as const;
    const then = { value: 40, ...WHOLE };
    const statusAt = (value: number) => benefitStatus(plan, then, { value, ...WHOLE }).status;
    expect([10, 18, 39, 55].map(statusAt)).toEqual(['reached', 'on-the-way', 'no-sure-change', 'wrong-way']);
  });

  test('a gate that is to stay open needs every release, and a row that was below before keeps it at nearly', () => {
    const then = (period: string, low: number, high: number) => ({
      period,
      rows: [{ row: 'a', value: { low, high, about: (low + high) / 2 } }],
    });
    const two = { level: 50, quarters: 2 };
    expect(fitnessGate(two, [then('q2', 55, 60), then('q1', 52, 58)]).state).toBe('open');
    expect(fitnessGate(two, [then('q2', 55, 60), then('q1', 30, 40)])).toEqual({
      state: 'nearly',
      reasons: [{ reason: 'below', row: 'a', period: 'q1' }],
    });
    expect(fitnessGate(two, [then('q2', 55, 60)]).reasons).toEqual([
      { reason: 'too-few-releases', row: null, period: null },
    ]);
    expect(fitnessGate(two, [then('q2', 30, 40), then('q1', 55, 60)]).state).toBe('closed');
    expect(fitnessGate(two, []).state).toBe('closed');
    expect(fitnessGate(two, [{ period: 'q2', rows: [] }]).reasons).toEqual([
      { reason: 'not-measured', row: null, period: 'q2' },
    ]);
  });

  test('an interval of a displacement holds the truth in nine of ten', () => {
    // A deterministic sequence with the normal's quantiles instead of chance: 40 × 40 pairs of noise.
    const quantiles = Array.from({ length: 40 }, (_, place) => normalQuantile((place + 0.5) / 40));
    const held = quantiles.flatMap((one) =>
      quantiles.map((other) => {
        const { displaced } = displacement({ value: 50 + 3 * one, sigma: 3 }, { value: 20 + 3 * other, sigma: 3 });
        return displaced !== undefined && displaced.low <= 60 && displaced.high >= 60;
      }),
    );
    const share = held.filter(Boolean).length / held.length;
    expect(share).toBeGreaterThan(0.88);
    expect(share).toBeLessThan(0.92);
  });
});

/** By halving: only as exact as this test needs. */
function normalQuantile(share: number): number {
  let [low, high] = [-6, 6];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (normalShare(middle) < share) low = middle;
    else high = middle;
  }
  return low;
}

/** @see Abramowitz and Stegun 26.2.17 */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}
