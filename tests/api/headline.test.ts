import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divisionsAmong } from '../../connector/api/division.ts';
import { headlineOf, standingOut } from '../../connector/api/headline.ts';
import { inventedRelease, MUNICIPALITY, type InventedUnit } from './invented-release.ts';

interface Named {
  readonly name: string;
  readonly share: { readonly middle: number; readonly low: number; readonly high: number };
}

/** A share and its interval in per cent. */
function share(name: string, low: number, middle: number, high: number): Named {
  return { name, share: { low: low / 100, middle: middle / 100, high: high / 100 } };
}

describe('what stands out', () => {
  const helse = share('Helse', 45, 50, 55);
  const oppvekst = share('Oppvekst', 55, 60, 65);
  const stab = share('Stab', 60, 70, 80);

  test('the lowest, when its interval ends below that of the next', () => {
    // The others in order: Helse 50, Oppvekst 60, Stab 70; the next is Helse, whose low end is 45.
    const teknisk = share('Teknisk', 10, 15, 20);
    expect(standingOut([oppvekst, teknisk, stab, helse])).toBe(teknisk);
    const just = share('Teknisk', 34, 39, 44);
    expect(standingOut([oppvekst, just, stab, helse])).toBe(just);
  });

  test('nothing, when two lie low and which of them is lower is chance', () => {
    // As departments 0 and 14 of a real institution: both about 16, all others about 38.
    const others = [share('Helse', 34, 38, 42), share('Stab', 34, 38, 42), share('Oppvekst', 35, 39, 43)];
    expect(standingOut([share('Teknisk', 11, 16, 21), share('Kultur', 12, 17, 22), ...others])).toBeUndefined();
  });

  test('nothing, when the intervals touch', () => {
    expect(standingOut([oppvekst, share('Teknisk', 35, 45, 55), stab, helse])).toBeUndefined();
  });

  test('of an even number of others the lower middle one counts', () => {
    // The others: Helse 50 and Stab 70; Helse counts.
    expect(standingOut([share('Teknisk', 30, 39, 44), helse, stab])?.name).toBe('Teknisk');
    expect(standingOut([share('Teknisk', 30, 39, 45), helse, stab])).toBeUndefined();
  });

  test('nothing, when the difference is sure but nobody would act on it', () => {
    // As in a division of thousands: ±1 point, and 9 points apart; at 12 it matters.
    const certain = [share('Helse', 59, 60, 61), share('Stab', 59, 60, 61)];
    expect(standingOut([share('Teknisk', 50, 51, 52), ...certain])).toBeUndefined();
    expect(standingOut([share('Teknisk', 47, 48, 49), ...certain])?.name).toBe('Teknisk');
  });

  test('nothing among fewer than three', () => {
    const low = share('Teknisk', 0, 5, 10);
    expect(standingOut([low, stab])).toBeUndefined();
    expect(standingOut([low])).toBeUndefined();
    const none: Named[] = [];
    expect(standingOut(none)).toBeUndefined();
  });

  test('what stands out is always the lowest, and meets no other', () => {
    const anyShare = fc
      .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 30 }))
      .map(([middle, half]) => share('any', middle - half, middle, middle + half));
    fc.assert(
      fc.property(fc.array(anyShare, { maxLength: 10 }), (shares) => {
        const found = standingOut(shares);
        if (found === undefined) return;
        expect(found.share.middle).toBe(Math.min(...shares.map((one) => one.share.middle)));
        const above = shares.filter((one) => one.share.low > found.share.high && one.share.middle > found.share.middle);
        expect(above.length).toBeGreaterThanOrEqual(1);
        expect(shares.every((one) => one === found || found.share.high < one.share.low)).toBe(true);
      }),
    );
  });
});

describe('the headline of a release', () => {
  test('names the division whose people hardly reach anybody, and not the one without mailboxes', () => {
    const found = inventedRelease('2026-07-01', MUNICIPALITY);
    const headline = headlineOf(found);
    expect(headline).toMatchObject({ kind: 'loosest-division', division: 'Teknisk', heads: 175, coveragePercent: 100 });
    if (headline.kind !== 'loosest-division') return;
    // Its rows are Drift (100) and Byggesak (60), which the 15 of HR, too few for a row, have joined. The figure is the sum of its cells toward the partner it reaches most.
    const reach = found.tables.find(({ name }) => name === 'reach');
    const column = reach?.columns.findIndex(({ name }) => name === headline.partner) ?? -1;
    const cells = reach?.rows.flatMap(({ name }, row) =>
      name.startsWith('Teknisk') ? [reach.values[row]?.[column] ?? NaN] : [],
    );
    expect(cells).toHaveLength(2);
    const total = (cells ?? []).reduce((sum, cell) => sum + cell, 0);
    const half = 1.645 * (reach?.sigma ?? NaN) * Math.SQRT2;
    expect(headline.people).toEqual({
      about: Math.max(0, total),
      low: Math.max(0, Math.round(Math.max(0, total) - half)),
      high: Math.round(Math.max(0, total) + half),
    });
    expect(headline.partner).not.toBe('Teknisk');
  });

  test('never counts contacts within the division as reaching a partner', () => {
    const inward = MUNICIPALITY.map((unit) =>
      unit.unit === 'Teknisk/Drift' ? { ...unit, reach: { 'Teknisk/Byggesak': 100 } } : unit,
    );
    expect(headlineOf(inventedRelease('2026-07-01', inward))).toMatchObject({ division: 'Teknisk' });
  });

  test('nothing stands out where all reach alike, whatever the noise', () => {
    const alike = ['A', 'B', 'C', 'D', 'E', 'F'].map((unit, index, all): InventedUnit => {
      const next = all[(index + 1) % all.length] ?? '';
      return { unit, heads: 100, covered: 100, reach: { [next]: 50 } };
    });
    const quarters = Array.from({ length: 40 }, (_, index) => `${2000 + index}-01-01` as const);
    const kinds = quarters.map((day) => headlineOf(inventedRelease(day, alike)).kind);
    // 40 independent draws: at most one in ten would be a false alarm by the rule's own account.
    expect(kinds.filter((kind) => kind === 'loosest-division').length).toBeLessThanOrEqual(4);
  });

  test('too little is covered where no division reaches 60 per cent', () => {
    const thin = MUNICIPALITY.map((unit) => ({ ...unit, covered: Math.floor(unit.heads * 0.5) }));
    expect(headlineOf(inventedRelease('2026-07-01', thin))).toEqual({ kind: 'too-little-coverage' });
  });

  test('too little is covered, too, where there are three and one of them is not', () => {
    const three = MUNICIPALITY.filter(({ unit }) => !unit.startsWith('Stab'));
    const thin = three.map((unit) =>
      unit.unit.startsWith('Teknisk') ? { ...unit, covered: Math.floor(unit.heads * 0.5) } : unit,
    );
    expect(headlineOf(inventedRelease('2026-07-01', three)).kind).not.toBe('too-little-coverage');
    expect(headlineOf(inventedRelease('2026-07-01', thin))).toEqual({ kind: 'too-little-coverage' });
  });

  test.each([
    ['one unit', 'one-row', [['Kontoret', 200]]],
    [
      'units of which two together are no row',
      'one-row',
      [
        ['Drift', 15],
        ['Kontor', 15],
        ['Vakt', 14],
      ],
    ],
    [
      'two divisions',
      'few-divisions',
      [
        ['Drift/Vei', 150],
        ['Drift/Vann', 150],
        ['Kontor', 150],
      ],
    ],
    [
      'one division whose own units are two',
      'few-divisions',
      [
        ['Drift/Vei', 150],
        ['Drift/Vann', 150],
      ],
    ],
    [
      'divisions of which none is anybody’s partner',
      'small-divisions',
      [
        ['Drift', 45],
        ['Kontor', 46],
        ['Vakt', 47],
        ['Kjøkken', 40],
        ['Renhold', 48],
        ['Lager', 49],
        ['Verksted', 44],
        ['Transport', 45],
      ],
    ],
  ] as const)('there is nothing to compare among %s', (_, why, units) => {
    const invented = units.map(([unit, heads]): InventedUnit => ({ unit, heads, covered: heads }));
    // Of fewer than 300 people nothing is released but with the second and the fourth quarter.
    expect(headlineOf(inventedRelease('2026-10-01', invented))).toEqual({
      ...{ kind: 'nothing-to-compare', why, divisionsNeeded: 3, headsNeeded: 50 },
    });
  });

  test('three divisions of as many heads as are said to be needed are compared', () => {
    const three = ['Drift', 'Kontor', 'Vakt'].map((unit): InventedUnit => ({ unit, heads: 50, covered: 50 }));
    expect(headlineOf(inventedRelease('2026-10-01', three)).kind).not.toBe('nothing-to-compare');
  });

  test('there is nothing to compare where contacts were not released', () => {
    const alone = inventedRelease('2026-07-01', MUNICIPALITY, { tablesOn: ['apps'] });
    expect(headlineOf(alone)).toMatchObject({ kind: 'nothing-to-compare', why: 'not-measured' });
  });

  test('a thinly covered division takes no part, however closed it looks', () => {
    const thin = MUNICIPALITY.map((unit) =>
      unit.unit.startsWith('Teknisk') ? { ...unit, covered: Math.floor(unit.heads * 0.5) } : unit,
    );
    expect(headlineOf(inventedRelease('2026-07-01', thin))).not.toMatchObject({ division: 'Teknisk' });
  });
});

describe('the division of a row', () => {
  const divisionOf = divisionsAmong(['', 'Oppvekst', 'Oppvekst/Skole', 'Helse/Hjem/Nord', 'NAV']);

  test.each([
    [['Oppvekst/Skole'], 'Oppvekst'],
    [['Oppvekst', 'Oppvekst/Skole'], 'Oppvekst'],
    [['Helse/Hjem/Nord'], 'Helse'],
    [['NAV'], 'NAV'],
    [['NAV', 'Helse/Hjem/Nord'], undefined],
    [[], undefined],
  ])('%j lies in %s', (units, division) => {
    expect(divisionOf({ units })).toBe(division);
  });

  test('a root that all share is no division', () => {
    const below = divisionsAmong(['Kommunen', 'Kommunen/Oppvekst/Skole', 'Kommunen/Teknisk']);
    expect(below({ units: ['Kommunen/Oppvekst/Skole'] })).toBe('Kommunen/Oppvekst');
    expect(below({ units: ['Kommunen'] })).toBeUndefined();
    expect(below({ units: ['Kommunen/Teknisk', 'Kommunen'] })).toBeUndefined();
  });

  test('in an organisation of one unit it is that unit', () => {
    expect(divisionsAmong(['Kontoret'])({ units: ['Kontoret'] })).toBe('Kontoret');
    expect(divisionsAmong(['A/B'])({ units: ['A/B'] })).toBe('A/B');
    expect(divisionsAmong([])({ units: ['A'] })).toBe('A');
  });
});
