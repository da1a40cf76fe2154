import { describe, expect, test } from 'vitest';
import { officialText, tellsOfSomebody } from '../../connector/privacy/official-text.ts';

describe('what tells of one person is refused', () => {
  test.each([
    'ask kari@eksempel.no',
    'kari.nordmann+x@eksempel.kommune.no has the list',
    'ring 22 33 44 55',
    'ring 22334455',
    'mobil 912 34 567',
    'mobil 91234567.',
    '+47 22 33 44 55',
    '004722334455',
  ])('%s', (text) => {
    expect(tellsOfSomebody(text)).toBe(true);
    expect(officialText(200).safeParse(text).success).toBe(false);
  });
});

describe('what is said of tools and units is taken', () => {
  test.each([
    'Felles rom i Teams for skole og helse',
    'saves 12 000 000 kr a year',
    '1 250 000 kr fra 2026-09-01',
    'ut innen 01.09.2026',
    'Microsoft 365 E3 @ skole',
    'kost 12345678,50 kr',
    'Windows 10 22H2',
  ])('%s', (text) => {
    expect(officialText(200).parse(` ${text} `)).toBe(text);
  });
});

test('neither empty, nor too long, nor of several lines', () => {
  for (const text of ['', '   ', 'x'.repeat(21), 'one\ntwo', 'bell\u0007']) {
    expect(officialText(20).safeParse(text).success).toBe(false);
  }
  expect(officialText(20).parse('x'.repeat(20))).toHaveLength(20);
});
