import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWrittenDay, writeDay } from '../../teams-app/words/written-day.ts';

const MILLENNIUM_DAYS = 365_000;
const days = fc
  .integer({ min: 0, max: MILLENNIUM_DAYS })
  .map((n) => new Date(Date.UTC(1970, 0, 1 + n)).toISOString().slice(0, 10));

describe('a day written by hand', () => {
  it.each([
    ['25.9.2026', '2026-09-25'],
    ['25/09/2026', '2026-09-25'],
    ['5. 1. 2026', '2026-01-05'],
    [' 8-9-2026. ', '2026-09-08'],
    ['2026-9-8', '2026-09-08'],
    ['29.2.2028', '2028-02-29'],
  ])('%s is read', (text, day) => {
    expect(readWrittenDay(text)).toBe(day);
  });

  it.each(['', '25.9', '25.9.26', '9/25/2026', '31.6.2026', '29.2.2026', '0.1.2026', 'i morgen', '2026-13-01'])(
    'is none: %j',
    (text) => {
      expect(readWrittenDay(text)).toBeUndefined();
    },
  );

  it('comes back as it was, in each language', () => {
    fc.assert(
      fc.property(days, fc.constantFrom('nb' as const, 'nn' as const, 'en' as const), (day, language) => {
        expect(readWrittenDay(writeDay(day, language))).toBe(day);
      }),
    );
  });

  it('stays as it is where it is none', () => {
    expect(writeDay('8. sept', 'nb')).toBe('8. sept');
  });
});
