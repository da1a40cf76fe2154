import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CARRIERS, CHANNEL_NUMBERS, channels } from '../../connector/network/channels.ts';
import { contacts } from '../../connector/network/contacts.ts';
import { reach } from '../../connector/network/reach.ts';
import { acts, MONDAY, observed, type Seen } from './naive.ts';

type Carrier = keyof typeof CARRIERS;
type Carried = Seen & { readonly by: Carrier };
const { none, mailMostly, mixed, teamsMostly } = CHANNEL_NUMBERS;

function by(carrier: Carrier, rows: readonly Seen[]): Carried[] {
  return rows.map((row) => ({ ...row, by: carrier }));
}

function channelsOf(unitOf: readonly number[], rows: readonly Carried[]): number[] {
  const columns = observed(unitOf.length, rows);
  const carrier = Uint8Array.from(rows, (row) => CARRIERS[row.by]);
  return [...channels(contacts(columns), Int32Array.from(unitOf), { ...columns, carrier })];
}

describe('channels on paper', () => {
  const half = [...by('mail', acts(0, 1, 0, 1)), ...by('teams', acts(0, 2, 0, 1))];

  test('the example of its docstring', () => {
    expect(channelsOf([0, 1, 1], half)).toEqual([mixed, none, none]);
    const more = by('mail', [...acts(0, 1, 2), ...acts(0, 2, 2)]);
    expect(channelsOf([0, 1, 1], [...half, ...more])).toEqual([mailMostly, none, none]);
  });

  test('exactly two thirds are mostly; a day less is mixed; in person counts toward all', () => {
    const [two, one] = [acts(0, 1, 0, 1), acts(0, 1, 2)];
    expect(channelsOf([0, 1], [...by('mail', two), ...by('teams', one)])[0]).toBe(mailMostly);
    expect(channelsOf([0, 1], [...by('teams', two), ...by('mail', one)])[0]).toBe(teamsMostly);
    expect(channelsOf([0, 1], [...by('teams', two), ...by('inPerson', one)])[0]).toBe(teamsMostly);
    expect(channelsOf([0, 1], [...by('teams', two), ...by('inPerson', acts(0, 1, 2, 3))])[0]).toBe(mixed);
    expect(channelsOf([0, 1], by('inPerson', two))[0]).toBe(mixed);
  });

  test('a hundred acts of a day, told in several rows, are one day; a day with mail and chat counts for each', () => {
    const again = [...Array(5).keys()].flatMap(() => acts(0, 1, 0).map((row) => ({ ...row, acts: 20 })));
    const rows = [...by('mail', [...again, ...acts(0, 1, 1)]), ...by('teams', acts(0, 1, 0, 1))];
    expect(channelsOf([0, 1], rows)[0]).toBe(mixed);
  });

  test('who is no contact, works in the same unit or in none does not count', () => {
    const rows = [
      ...by('mail', acts(0, 1, 0, 1)),
      ...by('teams', acts(0, 2, 0)), // once: no contact
      ...by('teams', acts(0, 3, 0, 1, 2, 3)), // same unit
      ...by('teams', acts(0, 4, 0, 1, 2, 3)), // no unit
      ...by('teams', [...acts(0, -1, 0, 1, 2), ...acts(0, 0, 0, 1, 2)]), // outside, and oneself
      ...by('teams', acts(4, 0, 0, 1)), // somebody without a unit
    ];
    expect(channelsOf([0, 1, 1, 0, -1], rows)).toEqual([mailMostly, none, none, none, none]);
  });

  test('nobody, and what is not of its kind', () => {
    expect(channelsOf([], [])).toEqual([]);
    const columns = observed(2, acts(0, 1, 0, 1));
    const network = contacts(columns);
    expect(() => channels(network, Int32Array.of(0), { ...columns, carrier: Uint8Array.of(1, 1) })).toThrow(RangeError);
    expect(() => channels(network, Int32Array.of(0, 1), { ...columns, carrier: Uint8Array.of(1, 3) })).toThrow(
      RangeError,
    );
  });
});

describe('for any acts', () => {
  const PEOPLE = 5;
  const row: fc.Arbitrary<Carried> = fc.record({
    owner: fc.nat(PEOPLE - 1),
    other: fc.integer({ min: -1, max: PEOPLE - 1 }),
    day: fc.integer({ min: MONDAY, max: MONDAY + 20 }),
    acts: fc.integer({ min: 1, max: 3 }),
    minutes: fc.constant(1),
    by: fc.constantFrom<Carrier>('inPerson', 'mail', 'teams'),
  });
  const rows = fc.array(row, { maxLength: 60 });
  const units = fc.array(fc.integer({ min: -1, max: 2 }), { minLength: PEOPLE, maxLength: PEOPLE });

  test('it is the definition read aloud', () => {
    fc.assert(
      fc.property(rows, units, (seen, unitOf) => {
        const network = contacts(observed(PEOPLE, seen));
        const expected = unitOf.map((own, p) => {
          const beyond = seen.filter(
            ({ owner, other }) =>
              owner === p &&
              own >= 0 &&
              other >= 0 &&
              unitOf[other]! >= 0 &&
              unitOf[other] !== own &&
              network.targets.subarray(network.offsets[p], network.offsets[p + 1]).includes(other),
          );
          const days = [...new Set(beyond.map((it) => `${String(it.other)} ${String(it.day)} ${it.by}`))];
          const share = (carrier: Carrier): number => days.filter((it) => it.endsWith(carrier)).length / days.length;
          const close = 2 / 3 - 1e-9;
          if (days.length === 0) return none;
          return share('mail') >= close ? mailMostly : share('teams') >= close ? teamsMostly : mixed;
        });
        expect(channelsOf(unitOf, seen)).toEqual(expected);
      }),
    );
  });

  test('one has a channel exactly when one reaches a unit, in whatever order rows stand', () => {
    fc.assert(
      fc.property(rows, units, (seen, unitOf) => {
        const told = channelsOf(unitOf, seen);
        const reached = reach(contacts(observed(PEOPLE, seen)), Int32Array.from(unitOf));
        expect(told.map((it) => it !== none)).toEqual(reached.map((it) => it.length > 0));
        expect(channelsOf(unitOf, seen.toReversed())).toEqual(told);
      }),
    );
  });

  test("nobody else's acts change it", () => {
    fc.assert(
      fc.property(rows, units, fc.nat(PEOPLE - 1), (seen, unitOf, p) => {
        const own = seen.filter(({ owner }) => owner === p);
        expect(channelsOf(unitOf, own)[p]).toBe(channelsOf(unitOf, seen)[p]);
      }),
    );
  });
});
