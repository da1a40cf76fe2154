import { describe, expect, test } from 'vitest';
import { retryAfter } from '../../connector/microsoft-graph/retry-after.ts';

const NOW = Date.UTC(2026, 8, 7, 12, 0, 0);
const asked = (value: string | undefined, date?: string): number | undefined =>
  retryAfter(new Headers({ ...(value === undefined ? {} : { 'retry-after': value }), ...(date && { date }) }), NOW);

describe('how long an answer asks us to wait', () => {
  test.each([
    ['10', 10_000],
    ['2.128', 2_128],
    ['0.0001', 1],
    ['0', 0],
    [' 7 ', 7_000],
    ['Mon, 07 Sep 2026 12:00:30 GMT', 30_000],
    ['Monday, 07-Sep-26 12:00:30 GMT', 30_000],
    ['Mon, 07 Sep 2026 11:00:00 GMT', 0],
    // A day, whatever nonsense is asked for.
    ['1000000000', 86_400_000],
    ['9'.repeat(400), 86_400_000],
    ['Fri, 07 Sep 2126 12:00:00 GMT', 86_400_000],
  ])('%j is %d ms', (value, ms) => {
    expect(asked(value)).toBe(ms);
  });

  test.each([undefined, '', 'soon', '-5', '1e3', '10s', '0x10', 'NaN', 'Mon, 99 Foo 2026', '2026-09-07'])(
    '%j asks for nothing we understand',
    (value) => {
      expect(asked(value)).toBeUndefined();
    },
  );

  test("a date is held against the server's own clock where the answer tells it", () => {
    expect(asked('Mon, 07 Sep 2026 15:00:30 GMT', 'Mon, 07 Sep 2026 15:00:00 GMT')).toBe(30_000);
  });
});
