import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCells, csvHeader } from '../../connector/microsoft-graph/csv-cells.ts';

const full = (csv: string): string[][] => parse(csv, { bom: true, relax_column_count: true, skip_empty_lines: true });
const text = (characters: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...characters), { maxLength: 40 }).map((parts) => parts.join(''));

describe('the cells of a CSV text', () => {
  it('are those that the full parser finds, when there is nothing but commas and line ends of one kind', () => {
    fc.assert(
      fc.property(
        text(['a', 'ø', ' ', ',', 'END']),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        (body, end, bom) => {
          const csv = `${bom ? '\uFEFF' : ''}${body.replaceAll('END', end)}`;
          expect(csvCells(csv)).toEqual(full(csv));
          expect(csvHeader(csv)).toEqual(full(csv)[0] ?? []);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('may hold commas and line ends in quotation marks', () => {
    const csv = 'Name,Day\r\n"Berg, Kari",2026-01-05\r\n"two\r\nlines",""\r\n';
    expect(csvCells(csv)).toEqual([
      ['Name', 'Day'],
      ['Berg, Kari', '2026-01-05'],
      ['two\r\nlines', ''],
    ]);
    expect(csvHeader('"Name, whole",Day\r\na,b')).toEqual(['Name, whole', 'Day']);
  });

  it('cannot be told of a quotation mark that never closes', () => {
    expect(() => csvCells('Name,Day\n"Kari,2026')).toThrow();
  });
});
