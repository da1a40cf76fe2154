import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refused } from '../../connector/api/refused.ts';
import { requestRate } from '../../connector/api/request-rate.ts';

/** How many of so many requests at once are let through. */
function letThrough(take: (asker: string) => void, asker: string, requests: number): number {
  return Array.from({ length: requests }).filter(() => isTaken(take, asker)).length;
}

function isTaken(take: (asker: string) => void, asker: string): boolean {
  try {
    take(asker);
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return false;
  }
}

describe('the rate of requests', () => {
  test('120 at once, then five a second, never more than 120 saved up', () => {
    const clock = { at: 0 };
    const take = requestRate(() => clock.at);
    expect(letThrough(take, 'a', 200)).toBe(120);
    clock.at += 1000;
    expect(letThrough(take, 'a', 200)).toBe(5);
    clock.at += 100;
    expect(letThrough(take, 'a', 200)).toBe(0);
    clock.at += 100;
    expect(letThrough(take, 'a', 200)).toBe(1);
    clock.at += 86_400_000;
    expect(letThrough(take, 'a', 200)).toBe(120);
  });

  test('one asker does not slow another', () => {
    const take = requestRate(() => 0);
    letThrough(take, 'a', 200);
    expect(letThrough(take, 'b', 200)).toBe(120);
  });

  test('a refused request costs nothing, so whoever goes on asking is let in in time', () => {
    const clock = { at: 0 };
    const take = requestRate(() => clock.at);
    letThrough(take, 'a', 120);
    for (let ms = 0; ms < 200; ms += 10) {
      expect(isTaken(take, 'a')).toBe(false);
      clock.at += 10;
    }
    expect(isTaken(take, 'a')).toBe(true);
  });

  test('a clock that steps back gives nothing and takes nothing away for ever', () => {
    const clock = { at: 10_000 };
    const take = requestRate(() => clock.at);
    letThrough(take, 'a', 120);
    clock.at = 0;
    expect(isTaken(take, 'a')).toBe(false);
    clock.at = 30_000;
    expect(isTaken(take, 'a')).toBe(true);
  });

  test('says how long to wait, in whole seconds', () => {
    const take = requestRate(() => 0);
    letThrough(take, 'a', 120);
    expect(() => {
      take('a');
    }).toThrow(expect.objectContaining({ reason: 'too-many-requests', headers: { 'retry-after': '1' } }));
  });

  test('over any time nobody gets more than 120 and five a second', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 400 }), (pauses) => {
        const clock = { at: 0 };
        const take = requestRate(() => clock.at);
        let taken = 0;
        for (const pause of pauses) {
          clock.at += pause;
          taken += letThrough(take, 'a', 3);
        }
        expect(taken).toBeLessThanOrEqual(120 + (clock.at / 1000) * 5 + 1e-6);
      }),
    );
  });
});
