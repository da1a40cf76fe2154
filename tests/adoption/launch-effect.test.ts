import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  LEAST_COMPARED_ROWS,
  LEAST_LAUNCHED_HEADS,
  launchEffect,
  type RowBeforeAndAfter,
} from '../../connector/adoption/launch-effect.ts';
import { placeboSets } from '../../connector/adoption/placebo-sets.ts';
import { studentT90 } from '../../connector/adoption/student-t.ts';
import { byteStream } from '../privacy/byte-stream.ts';

const [, PAGE = ''] = readFileSync('connector/adoption/ADOPTION.md', 'utf8').split(
  '# What a launch went together with',
);
const [SECTION = ''] = PAGE.split('\n# ');

function row(before: number, after: number, sigma = 2, heads = 100): RowBeforeAndAfter {
  return { before: { count: before, heads, sigma }, after: { count: after, heads, sigma } };
}

describe('the example in ADOPTION.md', () => {
  const lines = [...SECTION.matchAll(/^\| (\w+) +\| (launched|waited) +\| (\d+) +\| (\d+) +\| ([−\d.]+) +\|$/gm)];
  const rows = lines.map(([, , how, before, after]) => ({ how, row: row(Number(before), Number(after)) }));
  const bold = [...SECTION.matchAll(/\*\*([\d.]+)\*\*/g)].map(([, figure]) => Number(figure));
  const of = (how: string) => rows.filter((one) => one.how === how).map((one) => one.row);

  it('is there, with its constants', () => {
    expect([of('launched').length, of('waited').length]).toEqual([2, 4]);
    expect(SECTION).toMatch(new RegExp(`Fewest heads launched in all +\\| ${String(LEAST_LAUNCHED_HEADS)} `));
    expect(SECTION).toMatch(new RegExp(`Fewest rows compared with +\\| ${String(LEAST_COMPARED_ROWS)} `));
    expect(SECTION).toMatch(new RegExp(`at 3 degrees of freedom +\\| ${String(studentT90(3))} `));
  });

  it('comes out as it says', () => {
    for (const [, , , before, after, change = ''] of lines) {
      expect(((Number(after) - Number(before)) / 100).toFixed(2)).toBe(change.replace('−', '-'));
    }
    const found = launchEffect(of('launched'), of('waited'), 0.15);
    const { about, low, high } = found.share;
    const told = [
      about.toFixed(2),
      found.standardError.toFixed(4),
      String(found.reach),
      low.toFixed(3),
      high.toFixed(3),
    ];
    expect(told.map(Number)).toEqual(bold);
    expect([found.found, found.placebos]).toEqual(['went-together-with', 6]);
    expect((found.betweenRows ** 2).toFixed(6)).toBe('0.000467');
    expect(SECTION).toContain('0.000467 is between rows');
  });
});

describe('the words', () => {
  const still = [row(30, 31), row(20, 18), row(40, 41), row(25, 25)];

  it('tell an effect by its interval alone, upward and downward', () => {
    expect(launchEffect([row(30, 60)], still, 0.2).found).toBe('went-together-with');
    const fewer = launchEffect([row(60, 30)], still, 0.2);
    expect([fewer.found, fewer.share.high < 0]).toEqual(['went-together-with', true]);
  });

  it('tell nothing seen from too small to tell by the gain that was hoped for', () => {
    expect(launchEffect([row(30, 31)], still, 0.3).found).toBe('no-effect-seen');
    expect(launchEffect([row(30, 31)], still, 0.02).found).toBe('too-small-to-tell');
    expect(
      launchEffect(
        [row(30, 31, 20)],
        [20, 30, 40, 50].map((count) => row(count, count, 20)),
        0.3,
      ).found,
    ).toBe('too-small-to-tell');
  });

  it('let what all rows share go out in the difference', () => {
    const july = [row(50, 30), row(60, 41), row(55, 34), row(40, 20)];
    expect(launchEffect([row(45, 25)], july, 0.2).found).toBe('no-effect-seen');
  });

  it('widen with noise and with how much rows differ', () => {
    const width = (compared: RowBeforeAndAfter[]): number => {
      const { low, high } = launchEffect([row(30, 40)], compared, 0.2).share;
      return high - low;
    };
    const wild = [row(30, 61), row(40, 18), row(40, 61), row(45, 25)];
    const noisy = [row(30, 31, 8), row(20, 18, 8), row(40, 41, 8), row(25, 25, 8)];
    expect(width(noisy)).toBeGreaterThan(width(still));
    expect(width(wild)).toBeGreaterThan(2 * width(still));
  });

  it('need a launched row, and four to compare with', () => {
    expect(() => launchEffect([], still, 0.1)).toThrow(RangeError);
    expect(() => launchEffect([row(1, 2)], still.slice(1), 0.1)).toThrow(RangeError);
  });
});

/** Numbers of a bell curve, the same each time: the sum of twelve even ones. */
function bell(seed: string): () => number {
  const random = byteStream(seed);
  return () => [...random(12)].reduce((sum, byte) => sum + (byte + 0.5) / 256, 0) - 6;
}

describe('of launches that never were', () => {
  it.each([
    ['noise alone', 0, [1, 4]],
    ['rows that go their own ways', 0.06, [2, 6]],
    ['many rows', 0.03, [3, 14]],
  ] as const)('fewer than 10 of 100 are found: %s', (name, between, [launched, compared]) => {
    const draw = bell(name);
    const sizes = [60, 90, 120, 150, 200];
    const drawn = (place: number): RowBeforeAndAfter => {
      const heads = sizes[place % sizes.length] ?? 100;
      const [before, after] = [0.4, 0.35 + between * draw()].map((share) => heads * share + 4.47 * draw());
      return row(before ?? 0, after ?? 0, 4.47, heads);
    };
    const found = Array.from({ length: 400 }, () => {
      const rows = Array.from({ length: launched + compared }, (_, place) => drawn(place));
      return launchEffect(rows.slice(0, launched), rows.slice(launched), 0.2).found === 'went-together-with';
    });
    // 10 of 100 is what a 90 % interval may; 400 draws of it stay under 53 in 99 of 100 cases.
    expect(found.filter(Boolean).length).toBeLessThan(53);
  });
});

describe('the placebos', () => {
  it('are every choice there is, while there are few', () => {
    expect(placeboSets(4, 2)).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
    expect(placeboSets(5, 1)).toHaveLength(5);
  });

  it('are drawn where there are many, each place as often as another, and the same each time', () => {
    const sets = placeboSets(300, 10);
    expect(sets).toHaveLength(2_000);
    expect(sets).toEqual(placeboSets(300, 10));
    const seen = new Array<number>(300).fill(0);
    for (const set of sets) {
      expect(new Set(set).size).toBe(10);
      for (const place of set) seen[place]! += 1;
    }
    // 20,000 places over 300: 67 each, and 8 is the standard deviation.
    expect(Math.min(...seen)).toBeGreaterThan(30);
    expect(Math.max(...seen)).toBeLessThan(110);
  });
});

it('knows Student’s distribution as tables have it', () => {
  expect([1, 4, 10, 30, 1_000].map(studentT90)).toEqual([6.314, 2.132, 1.812, 1.697, 1.697]);
  expect(() => studentT90(0)).toThrow(RangeError);
});
