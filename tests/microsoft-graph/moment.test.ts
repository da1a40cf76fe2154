import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMoment } from '../../connector/microsoft-graph/moment.ts';

describe('a moment', () => {
  test.each([
    ['2026-07-07T09:12:44Z', Date.UTC(2026, 6, 7, 9, 12, 44)],
    ['2026-07-07T09:12:44.5Z', Date.UTC(2026, 6, 7, 9, 12, 44, 500)],
    ['2026-07-07T09:12:44.123Z', Date.UTC(2026, 6, 7, 9, 12, 44, 123)],
    ['2026-07-07T23:59:59.9999999Z', Date.UTC(2026, 6, 7, 23, 59, 59, 999)],
    ['2028-02-29T00:00:00Z', Date.UTC(2028, 1, 29)],
  ])('%s is read to the millisecond', (text, moment) => {
    expect(readMoment(text)).toBe(moment);
  });

  test.each([
    '',
    'Z',
    '2026-07-07',
    '2026-07-07T09:12Z',
    '2026-07-07T09:12:44',
    '2026-07-07T09:12:44+00:00',
    '2026-07-07T09:12:44ZZ',
    ' 2026-07-07T09:12:44Z',
    '2026-07-07T09:12:44.Z',
    '2026-07-07 09:12:44Z',
    '2026-02-30T09:12:44Z',
    '2026-13-01T09:12:44Z',
    '0001-13-13T09:12:44Z',
    '2026-07-07T24:00:00Z',
    '2026-07-07T23:59:60Z',
    '٢٠٢٦-07-07T09:12:44Z',
  ])('%j is none', (text) => {
    expect(readMoment(text)).toBeUndefined();
  });

  test('is read the same after any other one', () => {
    const text = fc.constantFrom('2026-02-28T09:12:44Z', '2026-02-30T09:12:44Z', '0001-13-13T00:00:00Z', '2026-02-28T');
    const expected = new Map([['2026-02-28T09:12:44Z', Date.UTC(2026, 1, 28, 9, 12, 44)]]);
    fc.assert(fc.property(fc.array(text), (texts) => texts.every((each) => readMoment(each) === expected.get(each))));
  });

  test('every date that JavaScript writes is read back; no text makes it throw', () => {
    const any = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(fc.property(any, (date) => readMoment(date.toISOString()) === date.getTime()));
    fc.assert(fc.property(fc.string(), (text) => ['number', 'undefined'].includes(typeof readMoment(text))));
  });
});
