import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysOf,
  isDay,
  periodOf,
  quarterOf,
  startOf,
} from '../../connector/privacy/period.ts';

describe('a day', () => {
  it('exists or does not', () => {
    expect(['2024-02-29', '2000-02-29', '2026-12-31', '2026-01-01'].filter(isDay)).toHaveLength(4);
    const no = [
      '2026-02-29',
      '1900-02-29',
      '2026-02-30',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '2026-01-01T00:00Z',
      '',
    ];
    expect(no.filter(isDay)).toEqual([]);
  });

  it('is the UTC day of a moment, from its first millisecond to its last', () => {
    expect(dayOf(Date.UTC(2026, 6, 1))).toBe('2026-07-01');
    expect(dayOf(Date.UTC(2026, 6, 1) - 1)).toBe('2026-06-30');
    expect(dayOf(Date.parse('2026-07-01T01:30:00+02:00'))).toBe('2026-06-30');
    expect(startOf('2026-07-01')).toBe(Date.UTC(2026, 6, 1));
    expect(() => dayOf(1e16)).toThrow(RangeError);
  });

  it('steps over leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('1970-03-01')).toBe(59);
  });

  it('is its number and back, for every day of two centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 50_000 }), (number) => {
        expect(dayNumber(dayFromNumber(number))).toBe(number);
      }),
    );
  });
});

describe('a span', () => {
  it('includes its first day and excludes its last', () => {
    expect(daysOf({ from: '2024-02-28', to: '2024-03-02' })).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
    expect(daysOf({ from: '2026-03-02', to: '2026-03-02' })).toEqual([]);
    expect(daysOf({ from: '2026-03-03', to: '2026-03-02' })).toEqual([]);
  });
});

describe('a period', () => {
  it('is the calendar quarter of a day', () => {
    expect(quarterOf('2026-08-15')).toEqual({ id: '2026-Q3', from: '2026-07-01', to: '2026-10-01' });
    expect(quarterOf('2026-12-31')).toEqual({ id: '2026-Q4', from: '2026-10-01', to: '2027-01-01' });
    expect(daysOf(quarterOf('2024-02-29'))).toHaveLength(91);
    expect(daysOf(quarterOf('2026-02-28'))).toHaveLength(90);
  });

  it('is named as a quarter only when it is exactly one', () => {
    expect(periodOf('2024-01-01', '2024-04-01').id).toBe('2024-Q1');
    expect(periodOf('2024-01-01', '2024-03-31').id).toBe('2024-01-01--2024-03-31');
    expect(periodOf('2024-01-01', '2024-07-01').id).toBe('2024-01-01--2024-07-01');
  });

  it('ends after it begins', () => {
    expect(() => periodOf('2024-01-01', '2024-01-01')).toThrow(RangeError);
    expect(() => periodOf('2024-01-02', '2024-01-01')).toThrow(RangeError);
  });

  it('tiles time: each day is in its quarter, and the next quarter begins where it ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (number) => {
        const quarter = quarterOf(dayFromNumber(number));
        expect(dayNumber(quarter.from)).toBeLessThanOrEqual(number);
        expect(dayNumber(quarter.to)).toBeGreaterThan(number);
        expect(quarterOf(quarter.to).from).toBe(quarter.to);
      }),
    );
  });
});
