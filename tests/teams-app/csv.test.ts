import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvName, csvOf } from '../../teams-app/drawing/csv.ts';
import { en } from '../../teams-app/words/en.ts';
import { nb } from '../../teams-app/words/nb.ts';
import { speechIn } from '../../teams-app/words/speech.ts';

const TABLE = {
  caption: 'Trappen, enhet for enhet',
  columns: ['Enhet', 'Fast vane'],
  rows: [['Skole', 'Om lag 22 (9–35)']],
  period: '3. kvartal 2026',
  sigma: '3,16 personer',
};

/** The cells of a file as a spreadsheet reads them. */
function cellsOf(text: string, delimiter: string): string[][] {
  return parse(text, { bom: true, delimiter, relax_column_count: true });
}

describe('a table as a file', () => {
  it('holds what the screen shows, with the noise and the period in every row', () => {
    expect(csvOf(TABLE, nb.csv, 'nb')).toBe(
      '\uFEFFEnhet;Fast vane;Periode;Støy (standardavvik)\r\nSkole;Om lag 22 (9–35);3. kvartal 2026;3,16 personer\r\n',
    );
    const { caption, columns, rows } = TABLE;
    expect(csvOf({ caption, columns, rows }, nb.csv, 'nb')).toBe('\uFEFFEnhet;Fast vane\r\nSkole;Om lag 22 (9–35)\r\n');
    expect(csvOf(TABLE, en.csv, 'en')).toContain('Period,Noise (standard deviation)');
  });

  it('holds the noise of each figure where the rows differ in it, in columns of its own', () => {
    const inFile = [
      { head: 'Støy: Snitt', cells: ['1,90 prosentpoeng', ''] },
      { head: '=1+1', cells: ['=1+1'] },
    ];
    const rows = [
      ['Skole', '47 %'],
      ['Helse', 'Ikke vist'],
    ];
    const { caption, columns, period } = TABLE;
    expect(cellsOf(csvOf({ caption, columns, rows, period, inFile }, nb.csv, 'nb'), ';')).toEqual([
      ['Enhet', 'Fast vane', 'Støy: Snitt', "'=1+1", 'Periode'],
      ['Skole', '47 %', '1,90 prosentpoeng', "'=1+1", period],
      ['Helse', 'Ikke vist', '', '', period],
    ]);
  });

  it.each(['=1+1', '+47', '@SUM(A1)', '-2+3', '\tx', '\rx', '  =x', '-cmd', '＝1'])(
    'never opens as a formula: %s',
    (cell) => {
      const [, [, got = ''] = []] = cellsOf(csvOf({ ...TABLE, rows: [['Skole', cell]] }, nb.csv, 'nb'), ';');
      expect(got).toBe(`'${cell}`);
    },
  );

  it('leaves numbers and words as they are', () => {
    const row = ['-3', '-3,5', '12', '−4', 'a=b', 'a-b'];
    expect(cellsOf(csvOf({ caption: 'x', columns: row, rows: [row] }, nb.csv, 'nb'), ';')[1]).toEqual(row);
  });

  it('writes days, periods and shares with the spaces one types, and leaves a number whole', () => {
    const { format } = speechIn('nb');
    const number = format.count(1_204);
    const row = [format.day('2027-01-01'), format.periodNamed('2026-Q3'), format.percent(51), number];
    const [head, cells] = cellsOf(csvOf({ caption: 'x', columns: row, rows: [row] }, nb.csv, 'nb'), ';');
    expect(cells).toEqual(['1. januar 2027', '3. kvartal 2026', '51 %', number]);
    expect(head).toEqual(cells);
  });

  it('gives back every cell, whatever stands in it', () => {
    const cell = fc.string({ minLength: 1, unit: 'grapheme' }).map((text) => `x${text.replaceAll('\u00a0', ' ')}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        for (const language of ['nb', 'en'] as const) {
          const text = csvOf({ caption: 'x', columns: ['a', 'b'], rows }, nb.csv, language);
          expect(cellsOf(text, language === 'nb' ? ';' : ',').slice(1)).toEqual(rows);
        }
      }),
    );
  });

  it('is called by what it holds and when', () => {
    expect(csvName(TABLE)).toBe('samspill-trappen-enhet-for-enhet-3-kvartal-2026.csv');
    expect(csvName({ ...TABLE, caption: '../../?*' })).toBe('samspill-3-kvartal-2026.csv');
  });
});
