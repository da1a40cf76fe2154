import { describe, expect, it } from 'vitest';
import { unknownUnits } from '../../connector/privacy/unknown-units.ts';

const HEADCOUNTS = ['Helse/Lege', 'Helse/Pleie/Natt', 'Skole', ''].map((unit) => ({ unit }));
const asked = (unitsOut: string[], before: string[] = []) =>
  unknownUnits({ unitsOut: before }, { unitsOut }, HEADCOUNTS);

describe('units that a scope leaves out', () => {
  it('are known where somebody stands in them or below them', () => {
    expect(asked(['Helse', 'Helse/Pleie', 'Helse/Lege', 'Skole'])).toEqual([]);
  });

  it('are named with what is known beside them where nobody does', () => {
    expect(asked(['Helse/Leger', 'Skoler', 'Helse/Pleie/Dag/A', 'Skole/Ungdom'])).toEqual([
      { unit: 'Helse/Leger', known: ['Helse/Lege', 'Helse/Pleie'] },
      { unit: 'Skoler', known: ['Helse', 'Skole'] },
      { unit: 'Helse/Pleie/Dag/A', known: ['Helse/Pleie/Natt'] },
      // Nothing is known below it, so what is known at the top is named.
      { unit: 'Skole/Ungdom', known: ['Helse', 'Skole'] },
    ]);
  });

  it('that are out already are in no headcount, and not asked about again', () => {
    expect(asked(['Kultur', 'Kultur/Kino', 'Kulturer'], ['Kultur']).map(({ unit }) => unit)).toEqual(['Kulturer']);
  });

  it('are not judged before anybody was counted', () => {
    expect(unknownUnits(undefined, { unitsOut: ['Helse'] }, [])).toEqual([]);
  });
});
