import { describe, expect, test } from 'vitest';
import type { Headcount, PlacedMembership, Placing, Standing } from '../../connector/privacy/membership.ts';
import { readHeadcounts, readMemberships, replaceDirectory } from '../../connector/store/people.ts';
import { FEBRUARY, person, temporaryStore, thrownBy, untyped } from './temporary-store.ts';

const BY_ATTRIBUTE: Placing = { origin: 'attribute', on: '2027-02-01' };

function member(n: number, unit: string, standing: Standing = 'desk', placedBy: Placing | null = BY_ATTRIBUTE) {
  return { person: person(n), unit, standing, placedBy };
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

  test('keeps what said where somebody works, of which day, and that nothing noted it', () => {
    const file = temporaryStore().period(FEBRUARY);
    const placings: (Placing | null)[] = [
      { origin: 'attribute', on: '2026-11-10' },
      { origin: 'groups', on: '2026-11-11' },
      { origin: 'managers', on: '2026-11-12' },
      { origin: 'hr-file', on: '2026-11-13' },
      null,
    ];
    const members = placings.map((placedBy, n) => member(n + 1, 'A', 'desk', placedBy));
    replaceDirectory(file, '2027-02-01', members, []);
    expect(readMemberships(file)).toEqual(members);
  });

  test('who moved is placed by what placed them last, who left by what did before', () => {
    const file = temporaryStore().period(FEBRUARY);
    const byFile: Placing = { origin: 'hr-file', on: '2027-01-14' };
    replaceDirectory(file, '2027-02-01', [member(1, 'A'), member(2, 'A')], []);
    replaceDirectory(file, '2027-02-02', [member(2, 'B', 'desk', byFile)], []);
    expect(readMemberships(file).map(({ placedBy }) => placedBy)).toEqual([BY_ATTRIBUTE, byFile]);
  });

  test.each<[string, PlacedMembership[], Headcount[]]>([
    ['an address', [{ ...member(2, 'A'), person: untyped('kari.nordmann@example.org') }], []],
    ['an unknown standing', [{ ...member(2, 'A'), standing: untyped('nordmann@') }], []],
    ['an unknown origin', [member(2, 'A', 'desk', { ...BY_ATTRIBUTE, origin: untyped('nordmann@') })], []],
    ['more covered than there are', [], [heads('A', 2, 3)]],
    ['half a head', [], [heads('A', 2.5, 1)]],
    ['fewer than no heads', [], [heads('A', -1, -1)]],
    ['one unit and standing twice', [], [heads('A', 1), heads('A', 2)]],
  ])('refuses %s, unquoted, and changes nothing', (_, members, counts) => {
    const file = temporaryStore().period(FEBRUARY);
    const error = thrownBy(() => {
      replaceDirectory(file, '2027-02-01', [member(1, 'A'), ...members], counts);
    });
    expect(String(error.stack)).not.toContain('nordmann@');
    expect([readMemberships(file), readHeadcounts(file)]).toEqual([[], []]);
  });
});
