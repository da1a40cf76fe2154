import { describe, expect, it } from 'vitest';
import { nextPictureOn, periodsDue, spansDue, type Reach } from '../connector/catch-up.ts';
import { quarterOf } from '../connector/privacy/period.ts';

const at = (text: string): number => Date.parse(text);
const REACH: Reach = {
  lastDayRead: undefined,
  earliest: '2026-01-01',
  reachesBackDays: Infinity,
  isReleased: () => false,
};
const due = (moment: string, reach: Partial<Reach>) => spansDue(at(moment), { ...REACH, ...reach });

describe('what a run should read', () => {
  it('reads the last three whole days again every night', () => {
    expect(due('2026-08-20T02:17:00Z', { lastDayRead: '2026-08-18' })).toEqual([
      { period: quarterOf('2026-08-17'), from: '2026-08-17', to: '2026-08-20', readAgainFrom: '2026-08-17' },
    ]);
  });

  it('catches up with every day the machine was off', () => {
    const [span] = due('2026-08-20T02:17:00Z', { lastDayRead: '2026-08-01' });
    expect(span).toMatchObject({ from: '2026-08-02', to: '2026-08-20', readAgainFrom: '2026-08-17' });
  });

  it('cuts a span at the end of a quarter', () => {
    const spans = due('2026-10-02T02:17:00Z', { lastDayRead: '2026-09-30' });
    expect(spans.map(({ period, from, to }) => [period.id, from, to])).toEqual([
      ['2026-Q3', '2026-09-29', '2026-10-01'],
      ['2026-Q4', '2026-10-01', '2026-10-02'],
    ]);
  });

  it('begins with the first quarter it may read whole, and waits for it', () => {
    expect(due('2026-08-20T02:17:00Z', { earliest: '2026-07-02' })).toEqual([]);
    expect(due('2026-10-01T02:17:00Z', { earliest: '2026-07-02' })).toEqual([]);
    expect(due('2026-10-02T02:17:00Z', { earliest: '2026-07-02' })).toMatchObject([
      { from: '2026-10-01', to: '2026-10-02' },
    ]);
    expect(due('2026-08-20T02:17:00Z', { earliest: '2026-07-01' })).toMatchObject([
      { from: '2026-07-01', to: '2026-08-20' },
    ]);
  });

  it('begins no quarter of which Graph can no longer tell the first days, and goes on with one that is begun', () => {
    expect(due('2026-08-20T02:17:00Z', { reachesBackDays: 28 })).toEqual([]);
    expect(due('2026-07-20T02:17:00Z', { reachesBackDays: 28 })).toMatchObject([
      { from: '2026-07-01', to: '2026-07-20' },
    ]);
    expect(due('2026-08-20T02:17:00Z', { reachesBackDays: 28, lastDayRead: '2026-08-19' })).toHaveLength(1);
  });

  it('reads back a year where the scope sets no limit', () => {
    const spans = due('2026-08-20T02:17:00Z', { earliest: '1970-01-01' });
    expect(spans.map(({ period }) => period.id)).toEqual(['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3']);
  });

  it('never asks for days of a released quarter', () => {
    const spans = due('2026-10-02T02:17:00Z', { lastDayRead: '2026-09-30', isReleased: (id) => id === '2026-Q3' });
    expect(spans.map(({ period }) => period.id)).toEqual(['2026-Q4']);
  });
});

describe('what can be published', () => {
  it('waits until four days after the end of the quarter', () => {
    const held = [quarterOf('2026-08-01'), quarterOf('2026-04-01')];
    expect(periodsDue(at('2026-10-04T23:59:59Z'), held).map(({ id }) => id)).toEqual(['2026-Q2']);
    expect(periodsDue(at('2026-10-05T00:00:00Z'), held).map(({ id }) => id)).toEqual(['2026-Q2', '2026-Q3']);
  });

  it('says when the picture of a quarter can be expected', () => {
    const on = (moment: string, reach: Partial<Reach>) => nextPictureOn(at(moment), { ...REACH, ...reach });
    expect(on('2026-11-21T12:00:00Z', { lastDayRead: '2026-11-19' })).toBe('2027-01-05');
    expect(on('2026-11-21T12:00:00Z', { earliest: '2026-10-02' })).toBe('2027-04-05');
    expect(on('2026-11-21T12:00:00Z', { earliest: '2026-10-01', reachesBackDays: 28 })).toBe('2027-04-05');
    expect(on('2027-01-02T12:00:00Z', { lastDayRead: '2027-01-01' })).toBe('2027-01-05');
  });
});
