import { describe, expect, test } from 'vitest';
import { cellsOfPerson } from '../connector/privacy/contribution.ts';
import type { Headcount, PlacedMembership, Standing } from '../connector/privacy/membership.ts';
import { BROKERAGE_FROM, brokerageOf, type PersonRow } from '../connector/privacy/person-row.ts';
import { quarterOf } from '../connector/privacy/period.ts';
import { demoScope, type Scope } from '../connector/privacy/scope.ts';
import { tableLayout } from '../connector/privacy/table-layout.ts';
import { personRows, publish } from '../connector/publish.ts';
import { readCompetences, replaceCompetences } from '../connector/store/competences.ts';
import { eraseExcluded } from '../connector/store/erase-excluded.ts';
import { forgetPerson } from '../connector/store/erase.ts';
import { replaceSpans } from '../connector/store/interactions.ts';
import { replaceDirectory } from '../connector/store/people.ts';
import { byteStream } from './privacy/byte-stream.ts';
import { person, temporaryStore } from './store/temporary-store.ts';

const QUARTER = quarterOf('2026-10-01');
const GROUP = '00000000-0000-4000-8000-000000000002';
const SIGN = { name: 'Sign language', groupId: GROUP };
const HELD: Scope = demoScope({
  organisation: 'Invented',
  positiveGroupId: '00000000-0000-4000-8000-000000000001',
  unitAttribute: 'department',
  sources: ['sent-items'],
  titles: { leader: [], elected: [] },
  from: QUARTER.from,
  endsOn: '2028-01-01',
});
const STRUCTURAL: Scope = { ...HELD, structuralTables: true, competences: [SIGN] };

/**
 * North is 0 to 10, South 11 to 15: 0 is tied to everybody of North, and to as many of South as given. 16 of West is tied
 * to 15 alone; 17, elected, to 1 and to 16.
 */
function lived(beyond: number, heads = 20, holders: readonly number[] = [16]) {
  const store = temporaryStore();
  const file = store.period(QUARTER);
  const pairs = [
    ...Array.from({ length: 10 + beyond }, (_, n) => [0, n + 1] as const),
    ...([15, 1] as const).map((other, n) => [n === 0 ? 16 : 17, other] as const),
    [17, 16] as const,
  ];
  const unit = (n: number): string => (n <= 10 ? 'North' : n <= 15 ? 'South' : 'West');
  const standing = (n: number): Standing => (n === 17 ? 'elected' : 'desk');
  const memberships = Array.from({ length: 18 }, (_, n): PlacedMembership => {
    return { person: person(n), unit: unit(n), standing: standing(n), placedBy: null };
  });
  replaceDirectory(file, '2026-12-31', memberships, HEADCOUNTS);
  replaceCompetences(file, '2026-12-31', [{ name: SIGN.name, heads, holders: holders.map(person) }]);
  const both = pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
  const spans = memberships.map(({ person: owner }, n) => ({
    owner,
    from: QUARTER.from,
    to: QUARTER.to,
    interactions: both
      .filter(([from]) => from === n)
      .flatMap(([, to]) =>
        (['2026-10-05', '2026-10-12'] as const).map((day) => {
          return { owner, other: person(to), kind: 'mail' as const, day, acts: 1, minutes: 1 };
        }),
      ),
  }));
  replaceSpans(file, 'sent-items', spans);
  return { store, file };
}

const HEADCOUNTS: Headcount[] = ['North', 'South', 'West'].map((unit) => {
  return { unit, standing: 'desk', heads: 150, covered: 150 };
});

const bandsOf = (rows: readonly PersonRow[]) => rows.map(({ brokerage }) => brokerage);

describe('the structural part of person rows', () => {
  test('the bands are fixed numbers', () => {
    expect(BROKERAGE_FROM).toEqual({ some: 10, much: 50 });
    expect([NaN, 0, 9, 10, 49, 50, 1e6].map(brokerageOf)).toEqual([
      ...[undefined, undefined, undefined, 'some', 'some', 'much', 'much'],
    ]);
  });

  test('on paper: who has ten open pairs stands in `some`, who has fifty in `much`, and nobody else anywhere', () => {
    const bands = (beyond: number) => bandsOf(personRows(lived(beyond).file, STRUCTURAL, []).rows);
    // 15, tied to 0 in North and 16 in West, bridges one pair.
    expect(bands(1)).toEqual(['some', ...Array<undefined>(17).fill(undefined)]);
    expect(bands(5)).toEqual(['much', ...Array<undefined>(17).fill(undefined)]);
    expect(bands(0)).toEqual(Array<undefined>(18).fill(undefined));
  });

  test('on paper: one and two ties to who has the competence; who has it is in no cell, nor is anybody elected', () => {
    const { rows } = personRows(lived(5).file, STRUCTURAL, []);
    const near = rows.map(({ nearest }) => nearest?.map(({ steps }) => steps));
    // 16 has it; 15 is tied to 16, 0 to 15. 1 is tied to 17, an elected member who is tied to 16: no way for anybody.
    expect(near).toEqual([[2], ...Array<number[]>(14).fill([]), [1], [], []]);
    const layout = tableLayout('steps', 'standard', HEADCOUNTS, 4, { competences: [SIGN.name] });
    expect(rows.map((row) => cellsOfPerson(layout)(row).size)).toEqual(near.map((steps) => steps?.length));
    // What an elected member knows is nobody's nearest.
    const elected = personRows(lived(5, 20, [17]).file, STRUCTURAL, []).rows;
    expect(elected.flatMap(({ nearest }) => nearest)).toEqual([]);
  });

  test('off they change no row and no table; on they add theirs and change nothing else', () => {
    const { file } = lived(5);
    const off = personRows(file, HELD, []);
    expect(off.tablesOn).toEqual(['reach', 'breadth']);
    expect(personRows(file, { ...HELD, competences: [SIGN] }, [])).toEqual(off);
    const on = personRows(file, STRUCTURAL, []);
    expect(on.tablesOn).toEqual(['reach', 'breadth', 'brokerage', 'steps']);
    expect(on.rows.map(({ unit, standing, unitsReached, apps }) => ({ unit, standing, unitsReached, apps }))).toEqual(
      off.rows,
    );
    const reports = { ...STRUCTURAL, sources: ['active-users'] as const };
    expect(personRows(file, { ...reports, sources: [...reports.sources] }, []).tablesOn).toEqual([]);
  });

  test('a competence that fewer than 20 of the list have is no column, however many may be held', () => {
    expect(personRows(lived(5, 19).file, STRUCTURAL, []).competences).toEqual([]);
    expect(personRows(lived(5, 20, []).file, STRUCTURAL, []).competences).toEqual([SIGN.name]);
    const other = { ...STRUCTURAL, competences: [{ ...SIGN, name: 'Never read' }] };
    expect(personRows(lived(5).file, other, []).tablesOn).not.toContain('steps');
  });

  test('a fourth quarter’s release holds both at the price of D6, and none of them where they are off', () => {
    const costs = (scope: Scope) =>
      publish({
        ...{ store: lived(5).store, period: QUARTER, once: false, scope, appsMeasured: [] },
        ...{ releasedAt: '2027-01-04', random: byteStream('structural'), report: () => undefined },
      }).entry.tables.map(({ name, rho }) => `${name} ${rho}`);
    expect(costs(HELD)).toEqual(['reach 1/5', 'breadth 1/20']);
    expect(costs(STRUCTURAL)).toEqual(['reach 1/5', 'breadth 1/20', 'brokerage 1/10', 'steps 1/10']);
    expect(costs({ ...STRUCTURAL, level: 'careful' }).slice(2)).toEqual(['brokerage 1/20', 'steps 1/20']);
  });
});

describe('who has a competence', () => {
  test('is replaced whole by a later day, and by no earlier one', () => {
    const { file } = lived(5, 20, [16, 16, 3]);
    expect(readCompetences(file)).toEqual([{ name: SIGN.name, heads: 20, holders: [person(3), person(16)] }]);
    replaceCompetences(file, '2026-12-30', []);
    expect(readCompetences(file)).toHaveLength(1);
    replaceCompetences(file, '2026-12-31', [{ name: 'Law', heads: 30, holders: [] }]);
    expect(readCompetences(file)).toEqual([{ name: 'Law', heads: 30, holders: [] }]);
  });

  test('is forgotten with the person; how many have it is not', () => {
    const { store, file } = lived(5);
    forgetPerson(store, QUARTER, person(16));
    expect(readCompetences(file)).toEqual([{ name: SIGN.name, heads: 20, holders: [] }]);
  });

  test.each([
    ['structural tables are off', HELD],
    ['it is declared no more', { ...STRUCTURAL, competences: [] }],
    ['another group says it', { ...STRUCTURAL, competences: [{ ...SIGN, groupId: GROUP.replace('2', '3') }] }],
  ])('goes at once when %s', (_, after) => {
    const { store } = lived(5);
    eraseExcluded(store, STRUCTURAL, STRUCTURAL);
    expect(readCompetences(store.period(QUARTER))).toHaveLength(1);
    eraseExcluded(store, STRUCTURAL, after);
    expect(readCompetences(store.period(QUARTER))).toEqual([]);
  });
});
