import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure, Row, Table } from '../../connector/api/answers.ts';
import { islandPlaces } from '../../teams-app/drawing/island-places.ts';
import { islandsOf } from '../../teams-app/drawing/islands.ts';
import { networkPicture } from '../../teams-app/drawing/network-picture.ts';
import { speechIn } from '../../teams-app/words/speech.ts';

function row(name: string, division: string, rest: Partial<Row> = {}): Row {
  return { id: `id ${name}`, name, division, heads: 100, units: [name], coveragePercent: 100, ...rest };
}

function about(middle: number, spread = 6): Figure {
  return { about: middle, low: Math.max(0, middle - spread), high: middle + spread };
}

function reachOf(rows: readonly Row[], columns: readonly string[], figures: readonly (readonly Figure[])[]): Table {
  return {
    name: 'reach',
    rows: [...rows],
    columns: columns.map((name) => ({ name, heads: 300 })),
    figures: figures.map((cells) => [...cells]),
    sigma: 3.87,
    rho: 0.2,
  };
}

const COLUMNS = ['A', 'B', 'C', 'D'];
const BLANK: Figure = { withheld: 'too-few-in-partner', needed: 50 };

describe('the islands', () => {
  it('hold rows in their division, and lines from a row to other divisions alone', () => {
    const rows = [row('A/one', 'A'), row('B', 'B')];
    const { islands, lines } = islandsOf(
      reachOf(rows, COLUMNS, [
        [about(90), about(20), about(40), about(4)],
        [about(10), BLANK, about(8), BLANK],
      ]),
    );
    expect(islands.map(({ name, units }) => [name, units.map((unit) => unit.row.name)])).toEqual([
      ['A', ['A/one']],
      ['B', ['B']],
      ['C', []],
      ['D', []],
    ]);
    // Sure before unsure, then by people: never into the own division, and none where nothing is shown.
    expect(lines.map(({ row, to, sure }) => [row.name, to, sure])).toEqual([
      ['A/one', 'C', true],
      ['A/one', 'B', true],
      ['B', 'A', true],
      ['B', 'C', true],
      ['A/one', 'D', false],
    ]);
  });

  it('call a line sure only where the interval lies above nobody', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 10 }), (middle, spread) => {
        const { lines } = islandsOf(reachOf([row('A/x', 'A')], ['A', 'B'], [[BLANK, about(middle, spread)]]));
        for (const { sure, figure } of lines) expect(sure).toBe(figure.low > 0);
      }),
    );
  });

  // Of 100 covered heads one in four are 25.
  it.each([
    ['a bridge, surely 25 or more in two of three', [31, 31, 0], 100, 'bridge'],
    ['no bridge where the lower end is 24', [30, 31, 0], 100, 'between'],
    ['no bridge with one division', [90, 0, 0], 100, 'between'],
    ['apart, surely fewer than 25 in each', [18, 0, 10], 100, 'apart'],
    ['not apart where the upper end is 25', [19, 0, 10], 100, 'between'],
    ['neither word where coverage is under 60 per cent', [0, 0, 0], 55, 'too-little-seen'],
    ['judged of those who are covered: 15 of 60', [21, 21, 0], 60, 'bridge'],
  ] as const)('call a unit %s', (_, middles, coveragePercent, kind) => {
    const unit = row('A/x', 'A', { coveragePercent });
    const { islands } = islandsOf(reachOf([unit], COLUMNS, [[BLANK, ...middles.map((middle) => about(middle))]]));
    expect(islands[0]?.units[0]?.kind).toBe(kind);
  });

  it('draw what is withheld as withheld', () => {
    const few: Figure = { withheld: 'too-little-coverage', needed: 40 };
    const unit = row('A/x', 'A', { coveragePercent: 30 });
    const { islands, lines } = islandsOf(reachOf([unit], COLUMNS, [[few, few, few, few]]));
    expect(islands[0]?.units[0]?.kind).toBe('withheld');
    expect(lines).toEqual([]);
  });

  it('place rows whose division has no column: with other units, or alone where they are of several', () => {
    const small = row('E', 'E');
    const mixed = row('F, others', 'F, others', { units: ['F/one', 'G/two'] });
    const rest = row('A, others', 'A, others', { units: ['A/one', 'B/two'] });
    const cells = [BLANK, BLANK, about(20)];
    const { islands } = islandsOf(reachOf([small, mixed, rest], ['A', 'B', 'other units'], [cells, cells, cells]));
    expect(islands.map(({ name, units }) => [name, units.length])).toEqual([
      ['A', 1],
      ['B', 0],
      ['other units', 1],
      ['F, others', 1],
    ]);
  });

  it('have no lines where one column holds everybody', () => {
    const { islands, lines } = islandsOf(
      reachOf([row('A', 'A'), row('B', 'B')], ['everybody'], [[about(20)], [about(9)]]),
    );
    expect(islands.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(lines).toEqual([]);
  });
});

/** So many divisions with so many units each. */
function many(divisions: number, each: number): { name: string; units: string[] }[] {
  return Array.from({ length: divisions }, (_, division) => ({
    name: `division ${division}`,
    units: Array.from({ length: each }, (_, unit) => `${division} ${unit}`),
  }));
}

describe('the places', () => {
  it.each([
    [6, 4, 1080],
    [6, 4, 360],
    [10, 30, 1080],
    [10, 30, 280],
    [1, 1, 1080],
    [1, 60, 320],
  ])('of %i divisions with %i units at %i px lie inside, and no island on another', (divisions, each, width) => {
    const places = islandPlaces(many(divisions, each), width);
    const islands = [...places.islands.values()];
    for (const stage of ['chart', 'network'] as const) {
      for (const { halfWidth, halfHeight, ...island } of islands) {
        const { x, y } = island[stage];
        expect(x - halfWidth).toBeGreaterThanOrEqual(0);
        expect(x + halfWidth).toBeLessThanOrEqual(width + 1);
        expect(y - halfHeight).toBeGreaterThan(0);
        expect(y + halfHeight).toBeLessThanOrEqual(places.heights[stage]);
      }
      // Nothing stands empty under the lowest.
      const lowest = Math.max(...islands.map((island) => island[stage].y + island.halfHeight));
      expect(places.heights[stage] - lowest).toBeLessThan(20);
      for (const [index, one] of islands.entries())
        for (const other of islands.slice(index + 1)) {
          const [dx, dy] = [Math.abs(one[stage].x - other[stage].x), Math.abs(one[stage].y - other[stage].y)];
          const isApart =
            dx >= one.halfWidth + other.halfWidth - 1 ||
            dy >= one.halfHeight + other.halfHeight - 1 ||
            Math.hypot(dx, dy) >= one.halfWidth + other.halfWidth - 1;
          expect(isApart, stage).toBe(true);
        }
    }
  });

  it('of units lie on their island, no circle on another', () => {
    const islands = many(3, 9);
    const places = islandPlaces(islands, 1080);
    for (const { name, units } of islands) {
      const island = places.islands.get(name)!;
      for (const [index, id] of units.entries()) {
        const here = places.units.get(id)!;
        expect(Math.hypot(here.x, here.y)).toBeLessThanOrEqual(island.halfWidth);
        for (const other of units.slice(index + 1)) {
          const there = places.units.get(other)!;
          expect(Math.hypot(here.x - there.x, here.y - there.y)).toBeGreaterThan(1.7 * places.cell);
        }
      }
    }
  });

  it('are the same for the same rows, in whatever order they come', () => {
    const islands = many(4, 5);
    const turned = islands.toReversed().map(({ name, units }) => ({ name, units: units.toReversed() }));
    const [one, other] = [islandPlaces(islands, 1080), islandPlaces(turned, 1080)];
    expect(new Map(other.units)).toEqual(new Map(one.units));
    for (const [name, place] of one.islands) expect(other.islands.get(name)).toEqual(place);
  });

  it('of 300 units are found without keeping anybody waiting', () => {
    const before = process.cpuUsage();
    const places = islandPlaces(many(10, 30), 1080);
    const { user } = process.cpuUsage(before);
    expect(places.units.size).toBe(300);
    expect(places.named).toBe(false);
    expect(user / 1000).toBeLessThan(2000);
  });
});

describe('the network in words', () => {
  const speech = speechIn('nb');
  const shown = { organisation: 'Furuvik', period: { from: '2026-07-01', to: '2026-10-01' } };

  it('says the same in picture, sentence and table', () => {
    const rows = [row('A/one', 'A'), row('B', 'B', { coveragePercent: 50 })];
    const reach = reachOf(
      rows,
      ['A', 'B'],
      [
        [about(90), about(20)],
        [about(3), BLANK],
      ],
    );
    const picture = networkPicture(reach, shown, speech);
    expect(picture.lines.map(({ sentence }) => sentence)).toEqual([
      'Om lag 20 (14–26) av 100 ansatte i one hadde fast kontakt med noen i B. Linjen er sikker: Noen har kontakt.',
      'Om lag 3 (0–9) av 100 ansatte i B hadde fast kontakt med noen i A. Linjen er usikker: Det kan også være ingen.',
    ]);
    expect(picture.islands[1]?.units[0]?.sentence).toMatch(
      /^B har 100 ansatte\. Ingen linje herfra er sikker\. Vi ser for lite her: Bare 50/,
    );
    expect(picture.summary.network).toContain('Nettverk med 2 enheter på 2 øyer. Sikre linjer: 1. Usikre linjer: 1.');
    expect(picture.table.rows).toEqual([
      ['one', 'A', '100', 'B: om lag 20 (14–26)', '–', '–'],
      ['B', 'B', '100', '–', 'A: om lag 3 (0–9)', 'Vi ser for lite'],
    ]);
    expect(picture.table.population).toContain('Gjelder 200 ansatte');
  });

  it('says why there is no line to draw', () => {
    const alone = networkPicture(reachOf([row('everybody', 'everybody')], ['everybody'], [[about(9)]]), shown, speech);
    expect(alone.noLines).toBe('Alle ansatte står i én rad. Da finnes det ingen linjer å tegne.');
    expect(alone.islands.map(({ name }) => name)).toEqual(['Alle']);
    const small = reachOf([row('A', 'A'), row('B', 'B')], ['everybody'], [[about(9)], [about(9)]]);
    expect(networkPicture(small, shown, speech).noLines).toContain('for liten');
  });

  it('keeps a name that is written from the right to itself', () => {
    const reach = reachOf(
      [row('שירותי רווחה', 'A'), row('B', 'B')],
      ['A', 'B'],
      [
        [BLANK, about(20)],
        [about(9), BLANK],
      ],
    );
    expect(networkPicture(reach, shown, speech).lines[0]?.sentence).toContain(
      'ansatte i \u2068שירותי רווחה\u2069 hadde',
    );
  });
});
