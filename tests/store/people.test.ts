import { describe, expect, test } from 'vitest';
import type { Headcount, Membership, Standing } from '../../connector/privacy/membership.ts';
import { readHeadcounts, readMemberships, replaceDirectory } from '../../connector/store/people.ts';
import { FEBRUARY, person, temporaryStore, thrownBy, untyped } from './temporary-store.ts';

const [ANNA, BO] = [person(1), person(2)];

function member(n: number, unit: string, standing: Standing = 'desk'): Membership {
  return { person: person(n), unit, standing };
}

function heads(unit: string, count: number, covered = count, standing: Standing = 'desk'): Headcount {
  return { unit, standing, heads: count, covered };
}

describe('replaceDirectory', () => {
  test('keeps every standing, and an empty unit', () => {
    const file = temporaryStore().period(FEBRUARY);
    const members = [
      member(1, 'A/B', 'leader'),
      member(2, '', 'elected'),
      member(3, 'A', 'frontline'),
      member(4, 'A/B'),
    ];
    const counts = [heads('A', 0, 0), heads('A/B', 30, 12, 'leader'), heads('Ø', 2)];
    replaceDirectory(file, '2027-02-01', members, counts);
    expect(readMemberships(file)).toEqual(members);
    expect(readHeadcounts(file)).toEqual(counts);
  });

  test('who left keeps the last unit; who moved has the new one; headcounts are of the last run', () => {
    const file = temporaryStore().period(FEBRUARY);
    replaceDirectory(file, '2027-02-01', [member(1, 'A'), member(2, 'A')], [heads('A', 2)]);
    replaceDirectory(file, '2027-02-02', [member(2, 'B', 'leader')], [heads('B', 1)]);
    expect(readMemberships(file)).toEqual([member(1, 'A'), member(2, 'B', 'leader')]);
    expect(readHeadcounts(file)).toEqual([heads('B', 1)]);
  });

  test('a directory of an earlier day changes nothing that is known', () => {
    const file = temporaryStore().period(FEBRUARY);
    replaceDirectory(file, '2027-02-05', [member(1, 'A')], [heads('A', 1)]);
    replaceDirectory(file, '2027-02-01', [member(1, 'B'), member(2, 'B')], [heads('B', 2)]);
    expect(readMemberships(file)).toEqual([member(1, 'A'), member(2, 'B')]);
    expect(readHeadcounts(file)).toEqual([heads('A', 1)]);
  });

  test('a period nobody collected has nobody', () => {
    const file = temporaryStore().period(FEBRUARY);
    expect([readMemberships(file), readHeadcounts(file)]).toEqual([[], []]);
  });

  test.each<[string, Membership[], Headcount[]]>([
    ['an address', [{ person: untyped('kari.nordmann@example.org'), unit: 'A', standing: 'desk' }], []],
    ['an unknown standing', [{ person: BO, unit: 'A', standing: untyped('nordmann@') }], []],
    ['more covered than there are', [], [heads('A', 2, 3)]],
    ['half a head', [], [heads('A', 2.5, 1)]],
    ['fewer than no heads', [], [heads('A', -1, -1)]],
    ['one unit and standing twice', [], [heads('A', 1), heads('A', 2)]],
  ])('refuses %s, unquoted, and changes nothing', (_, members, counts) => {
    const file = temporaryStore().period(FEBRUARY);
    const error = thrownBy(() => {
      replaceDirectory(file, '2027-02-01', [{ person: ANNA, unit: 'A', standing: 'desk' }, ...members], counts);
    });
    expect(String(error.stack)).not.toContain('nordmann@');
    expect([readMemberships(file), readHeadcounts(file)]).toEqual([[], []]);
  });
});
