import { describe, expect, it } from 'vitest';
import { nextPictureOn, periodsDue, spansDue } from '../connector/catch-up.ts';
import { quarterOf } from '../connector/privacy/period.ts';

const at = (text: string): number => Date.parse(text);
const never = (): boolean => false;

describe('what a run should read', () => {
  it('reads the last three whole days again every night', () => {
    expect(spansDue(at('2026-08-20T02:17:00Z'), '2026-08-18', '2026-01-01', never)).toEqual([
      { period: quarterOf('2026-08-17'), from: '2026-08-17', to: '2026-08-20' },
    ]);
  });

  it('catches up with every day the machine was off', () => {
    const [span] = spansDue(at('2026-08-20T02:17:00Z'), '2026-08-01', '2026-01-01', never);
    expect(span).toMatchObject({ from: '2026-08-02', to: '2026-08-20' });
  });

  it('cuts a span at the end of a quarter', () => {
    const spans = spansDue(at('2026-10-02T02:17:00Z'), '2026-09-30', '2026-01-01', never);
    expect(spans.map(({ period, from, to }) => [period.id, from, to])).toEqual([
      ['2026-Q3', '2026-09-29', '2026-10-01'],
      ['2026-Q4', '2026-10-01', '2026-10-02'],
    ]);
  });

  it('starts at the first day the scope allows, and waits for it', () => {
    expect(spansDue(at('2026-08-20T02:17:00Z'), undefined, '2026-08-19', never)).toEqual([
      { period: quarterOf('2026-08-19'), from: '2026-08-19', to: '2026-08-20' },
    ]);
    expect(spansDue(at('2026-08-20T02:17:00Z'), undefined, '2026-08-20', never)).toEqual([]);
  });

  it('never asks for days of a released quarter', () => {
    const spans = spansDue(at('2026-10-02T02:17:00Z'), '2026-09-30', '2026-01-01', (id) => id === '2026-Q3');
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
    expect(nextPictureOn(at('2026-11-21T12:00:00Z'))).toBe('2027-01-05');
  });
});
