import { describe, expect, it } from 'vitest';
import { changedFrom, changesOf } from '../../connector/api/shown-changes.ts';
import { shownTables } from '../../connector/api/shown-table.ts';
import { interval90 } from '../../connector/privacy/estimate.ts';
import { reconcile } from '../../connector/privacy/reconcile.ts';
import type { Release } from '../../connector/privacy/release.ts';
import { inventedRelease, MUNICIPALITY, type InventedUnit } from './invented-release.ts';

const after = (before: readonly Release[]) => ({ ledger: before.map(({ entry }) => entry) });

/** Where hardly anybody knew anybody, everybody does. */
const OPENED: readonly InventedUnit[] = MUNICIPALITY.map((unit) =>
  unit.unit === 'Teknisk/Drift' ? { ...unit, reach: { 'Stab/Økonomi': 95, 'Teknisk/Byggesak': 40 } } : unit,
);

function marksOf(release: Release, releases: readonly Release[], row: string): Record<string, string | null> {
  const reach = release.tables.find(({ name }) => name === 'reach')!;
  const marks = changesOf(release, releases).get('reach')?.[reach.rows.findIndex(({ name }) => name === row)] ?? [];
  return Object.fromEntries(reach.columns.map(({ name }, column) => [name, marks[column] ?? null]));
}

describe('changes beside the release before', () => {
  const first = inventedRelease('2026-01-01', MUNICIPALITY);
  const second = inventedRelease('2026-04-01', OPENED, after([first]));

  it('are marked where people changed what they do, and nowhere else', () => {
    const marks = marksOf(second, [second, first], 'Teknisk/Drift');
    expect(marks['Stab']).toBe('more');
    expect(marks['Helse']).toBe('no-sure-change');
    const all = [...changesOf(second, [second, first]).values()].flat(2).filter((mark) => mark !== null);
    expect(all.filter((mark) => mark !== 'no-sure-change').length).toBeLessThanOrEqual(3);
    expect(all.length).toBeGreaterThan(50);
    expect(
      marksOf(inventedRelease('2026-07-01', MUNICIPALITY, after([first, second])), [second, first], 'Teknisk/Drift')[
        'Stab'
      ],
    ).toBe('fewer');
  });

  it('come with what the figure was, as the release before shows it', () => {
    const releases = [second, first];
    const marks = changesOf(second, releases);
    const from = changedFrom(second, releases, marks);
    const row = shownTables(first)[0]!.rows.findIndex(({ name }) => name === 'Teknisk/Drift');
    const column = shownTables(first)[0]!.columns.findIndex(({ name }) => name === 'Stab');
    expect(from.find(({ table, column }) => table === 'reach' && column === 'Stab')).toEqual({
      table: 'reach',
      row: shownTables(first)[0]!.rows[row]!.id,
      column: 'Stab',
      period: '2026-Q1',
      figure: shownTables(first)[0]!.figures[row]![column],
    });
    expect(from).toHaveLength([...marks.values()].flat(2).filter((mark) => mark === 'more' || mark === 'fewer').length);
    expect(changedFrom(first, releases, changesOf(first, releases))).toEqual([]);
  });

  it('are not said of the first release', () => {
    expect(changesOf(first, [second, first]).size).toBe(0);
  });

  it('are not said of a row that held other units, or of a blank', () => {
    const without = MUNICIPALITY.filter(({ unit }) => unit !== 'Stab/HR');
    const later = inventedRelease('2026-04-01', without, after([first]));
    const shared = first.tables[0]!.rows.find(({ units }) => units.includes('Stab/HR'))!.units;
    const row = later.tables[0]!.rows.find(({ units }) => units.some((unit) => shared.includes(unit)))!;
    expect(new Set(Object.values(marksOf(later, [later, first], row.name)))).toEqual(new Set([null]));
    // In the other rows one column is another: the division that the unit has left.
    expect(marksOf(later, [later, first], 'Teknisk/Drift')).toMatchObject({ Stab: null, Helse: 'no-sure-change' });
    const blanks = second.tables[0]!.values.flatMap((row, r) =>
      row.flatMap((value, c) => (value === null ? [[r, c] as const] : [])),
    );
    expect(blanks.length).toBeGreaterThan(0);
    for (const [r, c] of blanks) expect(changesOf(second, [second, first]).get('reach')?.[r]?.[c]).toBeNull();
  });

  it('are beside the newest release that holds the table, however long ago', () => {
    const without = inventedRelease('2026-04-01', MUNICIPALITY, { ...after([first]), tablesOn: ['apps'] });
    const third = inventedRelease('2026-07-01', MUNICIPALITY, after([first, without]));
    expect(changesOf(third, [third, without, first]).get('reach')?.flat()).toContain('no-sure-change');
    expect(changesOf(without, [without, first]).get('reach')).toBeUndefined();
  });
});

describe('totals on screen', () => {
  it('are reconciled: in an organisation with one column, `reach` and `breadth` say the same of everybody', () => {
    const village = [
      { unit: 'A', heads: 400, covered: 400, reach: { B: 120 } },
      { unit: 'B', heads: 30, covered: 30, reach: { A: 30 } },
    ];
    const release = inventedRelease('2026-01-01', village);
    const totals = (tables: readonly { values: readonly (readonly (number | null)[])[] }[]) =>
      tables.slice(0, 2).map(({ values }) => values.flat().reduce<number>((sum, value) => sum + (value ?? 0), 0));
    const [reach, breadth] = totals(release.tables);
    expect(release.tables[0]?.columns).toHaveLength(1);
    expect(reach).not.toBe(breadth);
    const reconciled = reconcile(release.tables);
    const [reachAfter, breadthAfter] = totals(reconciled);
    expect(reachAfter).toBeCloseTo(breadthAfter ?? NaN, 9);
    for (const [at, { figures, rows }] of shownTables(release).entries()) {
      const { values, sigmas } = reconciled[at]!;
      const expected = rows.map(({ heads }, r) =>
        values[r]!.map((value, c) => interval90(value!, sigmas[r]![c]!, heads)),
      );
      expect(figures).toEqual(expected);
    }
  });
});
