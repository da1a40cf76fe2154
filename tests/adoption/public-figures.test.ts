import { describe, expect, test } from 'vitest';
import { comparedWithPeers, readPublicFigures } from '../../connector/adoption/public-figures.ts';

const anything = () => true;
const HEAD = 'municipality;year;indicator;value';
const read = (...lines: string[]) => readPublicFigures([HEAD, ...lines].join('\n'), anything);

describe('a table of public figures', () => {
  test('in the Norwegian way: semicolons, a decimal comma, spaces between thousands, quotes', () => {
    const csv =
      '\uFEFFKommune;År;Indikator;Verdi\r\n4601 Bergen;2024;"Brutto; drift ""alt""";1 234,5\r\n1103 Stavanger;2024;Netto;-3\r\n\r\n';
    expect(readPublicFigures(csv, anything)).toEqual([
      { number: '4601', municipality: 'Bergen', year: 2024, indicator: 'Brutto; drift "alt"', value: 1234.5 },
      { number: '1103', municipality: 'Stavanger', year: 2024, indicator: 'Netto', value: -3 },
    ]);
  });

  test('with commas, where a decimal comma stands in quotes', () => {
    const csv = 'municipality,year,indicator,value\n5001 Trondheim – Tråante,2023,a,"1,5"\n';
    expect(readPublicFigures(csv, anything)).toMatchObject([{ municipality: 'Trondheim – Tråante', value: 1.5 }]);
  });

  test('of two for the same the last counts', () => {
    expect(read('4601 Bergen;2024;a;1', '4601 Bergen;2024;a;2')).toMatchObject([{ value: 2 }]);
    expect(read()).toEqual([]);
  });

  test.each([
    ['4601 Bergen;2024;a', 'header'],
    ['4601 Bergen;2024;a;1;2', 'header'],
    ['', 'header'],
    ['Bergen;2024;a;1', 'municipality'],
    ['4601 =Bergen;2024;a;1', 'municipality'],
    ['4601 kari@bergen.no;2024;a;1', 'municipality'],
    ['4601 Bergen;24;a;1', 'year'],
    ['4601 Bergen;1889;a;1', 'year'],
    ['4601 Bergen;2024;;1', 'indicator'],
    ['4601 Bergen;2024;=1+1;1', 'indicator'],
    ['4601 Bergen;2024;@SUM(A1);1', 'indicator'],
    ['4601 Bergen;2024;a;', 'value'],
    ['4601 Bergen;2024;a;1e9', 'value'],
    ['4601 Bergen;2024;a;12 34', 'value'],
    ['4601 Bergen;2024;a;NaN', 'value'],
  ])('is refused whole where a line says %j, by line and column', (line, column) => {
    expect(read('4601 Bergen;2024;a;1', line, '4601 Bergen;2023;a;1')).toEqual({ line: 3, column });
  });

  test('is refused with other headings, and with an indicator that may not stand', () => {
    expect(readPublicFigures('name;year;indicator;value\n', anything)).toEqual({ line: 1, column: 'header' });
    const none = readPublicFigures(`${HEAD}\n4601 Bergen;2024;a;1`, () => false);
    expect(none).toEqual({ line: 2, column: 'indicator' });
  });
});

describe('beside peers', () => {
  const figure = (number: string, year: number, value: number, indicator = 'a') => ({
    number,
    municipality: 'X',
    year,
    indicator,
    value,
  });

  test('stands the newest year in which another has it, whether we have it or not', () => {
    const figures = [
      figure('4601', 2024, 9),
      figure('4601', 2023, 8),
      figure('1103', 2023, 5),
      figure('1103', 2022, 1),
    ];
    expect(comparedWithPeers(figures, '4601')).toMatchObject([{ year: 2023, own: 8, median: 5, others: 1 }]);
    expect(comparedWithPeers([figure('1103', 2022, 1)], '4601')).toMatchObject([{ own: null, median: 1 }]);
  });

  test('stands nothing that we alone have; and without our own, all are others', () => {
    expect(comparedWithPeers([figure('4601', 2024, 9)], '4601')).toEqual([]);
    expect(comparedWithPeers([figure('4601', 2024, 9)], null)).toMatchObject([{ own: null, others: 1 }]);
  });
});
