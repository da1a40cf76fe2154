import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bassShare,
  expectedAfter,
  fittedThrough,
  LEAST_IMITATION,
  MOST_IMITATION,
  REACHED,
  USUAL_IMITATION,
} from '../../connector/adoption/adoption-curve.ts';
import { byteStream } from '../privacy/byte-stream.ts';

const [, PAGE = ''] = readFileSync('connector/adoption/ADOPTION.md', 'utf8').split('# The curve of adoption');
const [SECTION = ''] = PAGE.split('\n# ');

describe('the example in ADOPTION.md', () => {
  const bold = [...SECTION.matchAll(/\*\*([\d.]+)\*\*/g)].map(([, figure]) => Number(figure));
  const [count = 0, sigma = 0, of100 = 0, gain = 0, daysToReach = 0, days = 0, about, low, high, chiSquare] = bold;
  const launch = { nullPoint: { count, sigma }, heads: 200, gain, daysToReach };

  it('is there, with its constants', () => {
    expect(bold).toHaveLength(10);
    expect(gain).toBe((of100 / 100) * launch.heads);
    const constants = [...SECTION.matchAll(/^\| (?:Imitation r|Reached)[^|]*\| ([\d.]+) +\|/gm)].map(
      ([, value]) => value,
    );
    const ours = [USUAL_IMITATION.toFixed(2), String(LEAST_IMITATION), String(MOST_IMITATION), String(REACHED)];
    expect(constants).toEqual(ours);
  });

  it('comes out as it says', () => {
    const rows = [...SECTION.matchAll(/^\| ([\d.]+) +\| ([\d.]+) +\| ([\d.]+) +\| ([\d.]+) +\| ([\d.]+) +\|$/gm)];
    expect(rows).toHaveLength(3);
    for (const [, r = '', b = '', left, share, soFar] of rows) {
      const imitation = r === '12.67' ? USUAL_IMITATION : Number(r);
      expect(Math.log(10 + 9 * imitation).toFixed(3)).toBe(b);
      expect(Math.exp(-Math.log(10 + 9 * imitation) / 2).toFixed(4)).toBe(left);
      expect(bassShare(0.5, imitation).toFixed(4)).toBe(share);
      expect((gain * bassShare(0.5, imitation)).toFixed(1)).toBe(soFar);
    }
    const expected = expectedAfter(launch, days);
    expect([expected.about, expected.low, expected.high].map((people) => Number(people.toFixed(1)))).toEqual([
      about,
      low,
      high,
    ]);
  });

  it('holds the curve that it fits by hand', () => {
    const points = [
      { days: -45, count: 60, sigma },
      { days: 150, count: 78, sigma },
      { days: 300, count: 95, sigma },
    ];
    const left = points.map((point) => point.count - gain * bassShare(point.days / daysToReach));
    const mean = left.reduce((sum, one) => sum + one, 0) / left.length;
    expect(mean.toFixed(2)).toBe('59.99');
    expect((left.reduce((sum, one) => sum + (one - mean) ** 2, 0) / sigma ** 2).toFixed(2)).toBe(String(chiSquare));
    const fitted = fittedThrough(points, 200, [150, 300]);
    for (const [at, { low: from, high: to }] of fitted.entries()) {
      const curve = mean + gain * bassShare([0.5, 1][at] ?? 0);
      expect(from).toBeLessThan(curve);
      expect(to).toBeGreaterThan(curve);
    }
  });
});

describe('Bass’s curve', () => {
  it('begins at nothing, rises, and has reached nine tenths on the day that was named', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 60, noNaN: true }), (imitation) => {
        expect(bassShare(-1, imitation)).toBe(0);
        expect(bassShare(0, imitation)).toBe(0);
        expect(bassShare(1, imitation)).toBeCloseTo(0.9, 10);
        const shares = Array.from({ length: 31 }, (_, step) => bassShare(step / 10, imitation));
        for (const [at, share] of shares.entries()) expect(share).toBeGreaterThanOrEqual(shares[at - 1] ?? 0);
        expect(shares.at(-1)).toBeLessThan(1);
      }),
    );
  });
});

describe('what is expected', () => {
  it('stays within the heads, and before the launch is the null-point', () => {
    const launch = { nullPoint: { count: 190, sigma: 4 }, heads: 200, gain: 60, daysToReach: 100 };
    expect(expectedAfter(launch, -30)).toEqual({ about: 190, low: 190 - 1.645 * 4, high: 190 + 1.645 * 4 });
    expect(expectedAfter(launch, 100)).toMatchObject({ about: 200, high: 200 });
    expect(expectedAfter({ ...launch, nullPoint: { count: -3, sigma: 4 } }, -30)).toMatchObject({ about: 0, low: 0 });
  });
});

describe('the fit', () => {
  const TRUE = { nullPoint: 60, gain: 0.3 * 200, daysToReach: 10 * 30.4375 };
  const onCurve = (day: number): number => TRUE.nullPoint + TRUE.gain * bassShare(day / TRUE.daysToReach);
  const DAYS = [-140, -45, 45, 136, 228, 319, 410];

  it('finds the curve again that the counts lie on', () => {
    const points = DAYS.map((day) => ({ days: day, count: onCurve(day), sigma: 4 }));
    for (const [at, { about, low, high }] of fittedThrough(points, 200, DAYS).entries()) {
      expect(about).toBeCloseTo(onCurve(DAYS[at] ?? 0), 6);
      expect([low < about, high > about]).toEqual([true, true]);
    }
  });

  it('holds the truth in at least 90 of 100 cases, at every quarter at once', () => {
    const random = byteStream('fit');
    const noise = (): number => 4 * ([...random(12)].reduce((sum, byte) => sum + (byte + 0.5) / 256, 0) - 6);
    const held = Array.from({ length: 60 }, () => {
      const points = DAYS.slice(1, 6).map((day) => ({ days: day, count: onCurve(day) + noise(), sigma: 4 }));
      return fittedThrough(points, 200, DAYS).every(
        ({ low, high }, at) => low <= onCurve(DAYS[at] ?? 0) && onCurve(DAYS[at] ?? 0) <= high,
      );
    });
    expect(held.filter(Boolean).length).toBeGreaterThanOrEqual(54);
  });

  it('grows wide where counts rise and fall again, as no such curve does', () => {
    const width = (counts: readonly number[]): number => {
      const points = counts.map((count, at) => ({ days: DAYS[at + 1] ?? 0, count, sigma: 4 }));
      const [one] = fittedThrough(points, 200, [319]);
      return (one?.high ?? 0) - (one?.low ?? 0);
    };
    expect(width([60, 130, 62, 58, 61])).toBeGreaterThan(2 * width([60, 61, 62, 58, 61]));
  });

  it('wants three counts', () => {
    expect(() => fittedThrough([{ days: 1, count: 1, sigma: 1 }], 200, [1])).toThrow(RangeError);
  });
});
