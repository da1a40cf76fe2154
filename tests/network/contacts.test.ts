import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contacts } from '../../connector/network/contacts.ts';
import { dayNumber } from '../../connector/privacy/period.ts';
import { acts, listsOf, MONDAY, naiveContacts, observed, type Seen } from './naive.ts';

const contactsOf = (people: number, rows: readonly Seen[]): number[][] => listsOf(contacts(observed(people, rows)));

describe('on paper', () => {
  test('two acts in two weeks make a contact, of the one who acts', () => {
    expect(contactsOf(2, acts(0, 1, 0, 1))).toEqual([[1], []]);
  });

  test('one act, or many in one week, make none', () => {
    expect(contactsOf(2, acts(0, 1, 0))).toEqual([[], []]);
    expect(contactsOf(2, acts(0, 1, 0, 0, 0))).toEqual([[], []]);
    expect(contactsOf(2, [{ owner: 0, other: 1, day: MONDAY, acts: 50, minutes: 1 }])).toEqual([[], []]);
  });

  test('a week begins on Monday: Sunday and the Monday after are two weeks, Monday and its Sunday one', () => {
    const on = (...days: number[]) => days.map((day) => ({ owner: 0, other: 1, day, acts: 1, minutes: 1 }));
    expect(contactsOf(2, on(MONDAY - 1, MONDAY))).toEqual([[1], []]);
    expect(contactsOf(2, on(MONDAY, MONDAY + 6))).toEqual([[], []]);
    // 2026-12-31 is a Thursday and 2027-01-01 a Friday of the same ISO week, 2026-W53; 2027-01-04 begins W01.
    const [thursday, friday, monday] = [dayNumber('2026-12-31'), dayNumber('2027-01-01'), dayNumber('2027-01-04')];
    expect(contactsOf(2, on(thursday, friday))).toEqual([[], []]);
    expect(contactsOf(2, on(thursday, monday))).toEqual([[1], []]);
  });

  test('the acts of the other do not count', () => {
    expect(contactsOf(2, [...acts(0, 1, 0), ...acts(1, 0, 1)])).toEqual([[], []]);
  });

  test('rows of one pair and day add up', () => {
    expect(contactsOf(2, [...acts(0, 1, 0, 0), ...acts(0, 1, 3, 3)])).toEqual([[1], []]);
  });

  test('a star: the middle turns to all, nobody to the middle', () => {
    expect(
      contactsOf(
        4,
        [1, 2, 3].flatMap((leaf) => acts(0, leaf, 0, 1)),
      ),
    ).toEqual([[1, 2, 3], [], [], []]);
  });

  test('a path: each turns to the next', () => {
    expect(
      contactsOf(
        4,
        [0, 1, 2].flatMap((p) => acts(p, p + 1, 0, 1)),
      ),
    ).toEqual([[1], [2], [3], []]);
  });

  test('two groups of three and a bridge of one direction', () => {
    const group = (members: number[]) =>
      members.flatMap((p) => members.filter((q) => q !== p).flatMap((q) => acts(p, q, 0, 1)));
    expect(contactsOf(6, [...group([0, 1, 2]), ...group([3, 4, 5]), ...acts(2, 3, 0, 5)])).toEqual([
      [1, 2],
      [0, 2],
      [0, 1, 3],
      [4, 5],
      [3, 5],
      [3, 4],
    ]);
  });

  test('nobody, one person, two who never met, mail to oneself, and strangers', () => {
    expect(contactsOf(0, [])).toEqual([]);
    expect(contactsOf(1, acts(0, 0, 0, 1, 2))).toEqual([[]]);
    expect(contactsOf(2, [])).toEqual([[], []]);
    expect(contactsOf(2, [...acts(0, -1, 0, 1), ...acts(0, -2, 0, 1)])).toEqual([[], []]);
  });

  test('a person who is not there is refused', () => {
    expect(() => contactsOf(2, acts(2, 0, 0, 1))).toThrow(RangeError);
    expect(() => contactsOf(2, acts(0, 2, 0, 1))).toThrow(RangeError);
  });
});

describe('for any observations', () => {
  const PEOPLE = 7;
  const row = fc.record({
    owner: fc.nat(PEOPLE - 1),
    other: fc.integer({ min: -2, max: PEOPLE - 1 }),
    day: fc.integer({ min: MONDAY - 10, max: MONDAY + 25 }),
    acts: fc.integer({ min: 1, max: 3 }),
    minutes: fc.constant(1),
  });
  const rows = fc.array(row, { maxLength: 80 });

  test('the definition read aloud gives the same', () => {
    fc.assert(
      fc.property(rows, (seen) => {
        expect(contactsOf(PEOPLE, seen)).toEqual(naiveContacts(PEOPLE, seen));
      }),
      {
        numRuns: 300,
      },
    );
  });

  test('the order of rows means nothing', () => {
    const both = rows.chain((seen) =>
      fc.tuple(fc.constant(seen), fc.shuffledSubarray(seen, { minLength: seen.length })),
    );
    fc.assert(
      fc.property(both, ([seen, shuffled]) => {
        expect(contactsOf(PEOPLE, shuffled)).toEqual(contactsOf(PEOPLE, seen));
      }),
    );
  });

  test('a lonely person more changes nobody', () => {
    fc.assert(
      fc.property(rows, (seen) => {
        expect(contactsOf(PEOPLE + 1, seen)).toEqual([...contactsOf(PEOPLE, seen), []]);
      }),
    );
  });

  test('other names give the same network', () => {
    const names = fc.shuffledSubarray(
      Array.from({ length: PEOPLE }, (_, p) => p),
      { minLength: PEOPLE },
    );
    fc.assert(
      fc.property(rows, names, (seen, nameOf) => {
        const rename = (p: number): number => nameOf[p] ?? p;
        const renamed = contactsOf(
          PEOPLE,
          seen.map((it) => ({ ...it, owner: rename(it.owner), other: rename(it.other) })),
        );
        const expected = contactsOf(PEOPLE, seen);
        for (const [p, targets] of expected.entries()) {
          expect(renamed[rename(p)]).toEqual(targets.map(rename).sort((a, b) => a - b));
        }
      }),
    );
  });
});
