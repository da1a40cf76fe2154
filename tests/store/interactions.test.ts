import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Interaction } from '../../connector/privacy/interaction.ts';
import { addDays, dayFromNumber, dayNumber, daysOf, type Day } from '../../connector/privacy/period.ts';
import type { Pseudonym } from '../../connector/privacy/pseudonym.ts';
import { RealIdentity } from '../../connector/privacy/real-identity.ts';
import { heldFigures } from '../../connector/store/held.ts';
import {
  KINDS,
  ownersRead,
  readInteractions,
  replaceSpans,
  type OwnerSpan,
} from '../../connector/store/interactions.ts';
import type { PeriodFile } from '../../connector/store/open.ts';
import { FEBRUARY, person, temporaryStore, thrownBy, untyped } from './temporary-store.ts';

const [ANNA, BO, CHAN] = [person(1), person(2), person(3)];
const MONDAY: Day = '2027-02-01';
const TUESDAY: Day = '2027-02-02';
const WEDNESDAY: Day = '2027-02-03';

function mail(owner: Pseudonym, other: Interaction['other'], day: Day, acts = 1, minutes = 1.45): Interaction {
  return { owner, other, day, kind: 'mail', acts, minutes };
}

function span(owner: Pseudonym, from: Day, to: Day, interactions: Interaction[]): OwnerSpan {
  return { owner, from, to, interactions };
}

/** The content as sorted lines, for comparing. */
function contentOf(file: PeriodFile): string[] {
  const { people, owner, other, day, acts, minutes } = readInteractions(file);
  const nameOf = (index: number): string => people[index] ?? String(index);
  return Array.from(owner, (from, i) =>
    [nameOf(from), nameOf(other[i]!), dayFromNumber(day[i]!), acts[i], minutes[i]].join(' '),
  ).sort((a, b) => a.localeCompare(b));
}

describe('replaceSpans', () => {
  test('keeps what it was given, strangers below zero', () => {
    const file = temporaryStore().period(FEBRUARY);
    replaceSpans(file, 'sent-items', [
      span(ANNA, MONDAY, WEDNESDAY, [mail(ANNA, BO, MONDAY, 3, 4.35), mail(ANNA, 'outside', TUESDAY)]),
      span(BO, MONDAY, WEDNESDAY, [mail(BO, 'inside-unknown', TUESDAY, 2, 2.9), mail(BO, CHAN, TUESDAY)]),
    ]);
    expect(readInteractions(file)).toEqual({
      people: [ANNA, BO, CHAN],
      owner: Int32Array.of(0, 0, 1, 1),
      other: Int32Array.of(1, -1, -2, 2),
      day: Int32Array.of(20850, 20851, 20851, 20851).map((_, i) => dayNumber(i === 0 ? MONDAY : TUESDAY)),
      kind: Uint8Array.of(KINDS.mail, KINDS.mail, KINDS.mail, KINDS.mail),
      acts: Int32Array.of(3, 1, 2, 1),
      minutes: Float64Array.of(4.35, 1.45, 2.9, 1.45),
      partners: new Map(),
    });
  });

  test("keeps each partner organisation's word under a number of its own, below the strangers'", () => {
    const store = temporaryStore();
    const file = store.period(FEBRUARY);
    const [fylket, nav] = ['partner:fylket', 'partner:nav'] as const;
    replaceSpans(file, 'sent-items', [span(ANNA, MONDAY, TUESDAY, [mail(ANNA, fylket, MONDAY, 2, 0)])]);
    const bo = [mail(BO, nav, MONDAY, 1, 0), mail(BO, fylket, MONDAY, 1, 0), mail(BO, 'outside', MONDAY, 1, 0)];
    replaceSpans(file, 'sent-items', [span(BO, MONDAY, TUESDAY, bo)]);
    const { other, partners, people } = readInteractions(file);
    expect([...partners]).toEqual([
      [-3, fylket],
      [-4, nav],
    ]);
    expect([[...other], people]).toEqual([
      [-3, -4, -3, -1],
      [ANNA, BO],
    ]);
  });

  test.each(['partner:kari@fylket.no', 'partner:', 'partner:0a1b2c3d-0000-4000-8000-000000000001', 'fylket'])(
    "%s is no partner's word, and nothing of it is kept",
    (text) => {
      const file = temporaryStore().period(FEBRUARY);
      const rows = untyped([{ ...mail(ANNA, BO, MONDAY), other: text }]);
      const error = thrownBy(() => {
        replaceSpans(file, 'sent-items', [span(ANNA, MONDAY, TUESDAY, rows)]);
      });
      expect(String(error)).not.toContain(text);
      expect(readInteractions(file).acts).toHaveLength(0);
    },
  );

  test('replaces the days of the span and no other day, owner or source', () => {
    const file = temporaryStore().period(FEBRUARY);
    const days = [MONDAY, TUESDAY, WEDNESDAY];
    for (const owner of [ANNA, BO]) {
      replaceSpans(file, 'sent-items', [
        span(
          owner,
          MONDAY,
          '2027-02-04',
          days.map((day) => mail(owner, CHAN, day)),
        ),
      ]);
    }
    replaceSpans(file, 'message-trace', [span(ANNA, TUESDAY, WEDNESDAY, [mail(ANNA, CHAN, TUESDAY, 9)])]);
    replaceSpans(file, 'sent-items', [span(ANNA, TUESDAY, WEDNESDAY, [])]);
    expect(contentOf(file)).toEqual(
      [
        `${ANNA} ${CHAN} ${MONDAY} 1 1.45`,
        `${ANNA} ${CHAN} ${TUESDAY} 9 1.45`,
        `${ANNA} ${CHAN} ${WEDNESDAY} 1 1.45`,
        ...days.map((day) => `${BO} ${CHAN} ${day} 1 1.45`),
      ].sort((a, b) => a.localeCompare(b)),
    );
  });

  test('notes every day as read, also one without interactions', () => {
    const file = temporaryStore().period(FEBRUARY);
    replaceSpans(file, 'sent-items', [span(ANNA, MONDAY, WEDNESDAY, []), span(BO, MONDAY, TUESDAY, [])]);
    expect(ownersRead(file, 'sent-items', { from: MONDAY, to: WEDNESDAY })).toEqual(new Set([ANNA]));
    expect(ownersRead(file, 'sent-items', { from: MONDAY, to: TUESDAY })).toEqual(new Set([ANNA, BO]));
    expect(ownersRead(file, 'sent-items', { from: WEDNESDAY, to: WEDNESDAY })).toEqual(new Set());
    expect(ownersRead(file, 'message-trace', { from: MONDAY, to: TUESDAY })).toEqual(new Set());
    expect(heldFigures(file)).toEqual({
      daysRead: 2,
      mailboxesRead: 2,
      interactions: 0,
      reportDays: 0,
      usageDays: 0,
      peopleInReports: 0,
      oldestDay: MONDAY,
    });
  });

  test('accepts the whole period, and nothing at all', () => {
    const file = temporaryStore().period(FEBRUARY);
    replaceSpans(file, 'sent-items', []);
    replaceSpans(file, 'sent-items', [span(ANNA, FEBRUARY.from, FEBRUARY.to, [mail(ANNA, BO, '2027-02-28')])]);
    expect(heldFigures(file).daysRead).toBe(28);
    expect(ownersRead(file, 'sent-items', FEBRUARY)).toEqual(new Set([ANNA]));
  });
});

describe('what is not shaped as it should be is refused, unquoted, and nothing changes', () => {
  const secret = 'kari.nordmann@example.org';
  // What a mistake elsewhere could hand over: the types say it cannot happen, the door must not rely on it.
  const refused: [string, OwnerSpan][] = [
    ['an address as owner', untyped(span(untyped(secret), MONDAY, TUESDAY, []))],
    ['an address as other', span(ANNA, MONDAY, TUESDAY, [mail(ANNA, untyped(secret), MONDAY)])],
    [
      'an object id as other',
      span(ANNA, MONDAY, TUESDAY, [mail(ANNA, untyped('0b6d1c2e-0f0f-4a5b-9a51-aa00bb11cc22'), MONDAY)]),
    ],
    [
      'an identity that is not text',
      span(ANNA, MONDAY, TUESDAY, [{ ...mail(ANNA, BO, MONDAY), other: untyped(new RealIdentity(secret)) }]),
    ],
    ["another owner's row", span(ANNA, MONDAY, TUESDAY, [mail(BO, ANNA, MONDAY)])],
    ['mail to oneself', span(ANNA, MONDAY, TUESDAY, [mail(ANNA, ANNA, MONDAY)])],
    ['a day outside the span', span(ANNA, MONDAY, TUESDAY, [mail(ANNA, BO, TUESDAY)])],
    ['a span outside the period', span(ANNA, '2027-01-31', TUESDAY, [])],
    ['a day that does not exist', span(ANNA, MONDAY, untyped('2027-02-30'), [])],
    ['no acts', span(ANNA, MONDAY, TUESDAY, [mail(ANNA, BO, MONDAY, 0)])],
    ['half an act', span(ANNA, MONDAY, TUESDAY, [mail(ANNA, BO, MONDAY, 1.5)])],
    ['negative acts', span(ANNA, MONDAY, TUESDAY, [mail(ANNA, BO, MONDAY, -1)])],
    ['minutes that are no number', span(ANNA, MONDAY, TUESDAY, [mail(ANNA, BO, MONDAY, 1, NaN)])],
    ['negative minutes', span(ANNA, MONDAY, TUESDAY, [mail(ANNA, BO, MONDAY, 1, -1)])],
    ['an unknown kind', span(ANNA, MONDAY, TUESDAY, [{ ...mail(ANNA, BO, MONDAY), kind: untyped(secret) }])],
    ['one pair twice on a day', span(ANNA, MONDAY, TUESDAY, [mail(ANNA, BO, MONDAY), mail(ANNA, BO, MONDAY)])],
  ];

  test.each(refused)('%s', (_, wrong) => {
    const file = temporaryStore().period(FEBRUARY);
    replaceSpans(file, 'sent-items', [span(ANNA, MONDAY, TUESDAY, [mail(ANNA, CHAN, MONDAY)])]);
    const [before, figures] = [contentOf(file), heldFigures(file)];
    const error = thrownBy(() => {
      replaceSpans(file, 'sent-items', [span(BO, MONDAY, TUESDAY, [mail(BO, ANNA, MONDAY)]), wrong]);
    });
    expect(`${error.message} ${String(error.stack)} ${String(error.cause)}`).not.toContain('nordmann');
    expect(contentOf(file)).toEqual(before);
    expect(heldFigures(file)).toEqual(figures);
    // Numbers given inside the refused write must not be remembered: the next write stands on its own.
    replaceSpans(file, 'sent-items', [span(BO, MONDAY, TUESDAY, [mail(BO, ANNA, MONDAY)])]);
    expect(contentOf(file)).toHaveLength(2);
  });

  test('a source that is no source', () => {
    const file = temporaryStore().period(FEBRUARY);
    const error = thrownBy(() => {
      replaceSpans(file, secret, []);
    });
    expect(error).toBeInstanceOf(RangeError);
    expect(error.message).not.toContain('nordmann');
  });
});

describe('a meeting in Teams counts once', () => {
  const invited = (owner: Pseudonym, other: Pseudonym, day: Day): Interaction => ({
    ...mail(owner, other, day),
    kind: 'online-meeting',
  });
  const came = (owner: Pseudonym, other: Pseudonym, day: Day): Interaction => ({
    ...mail(owner, other, day),
    kind: 'call',
    minutes: 25,
  });
  /** Anna was invited with Bo and Chan on both days, and met Bo around a table besides; calls are read of the Monday. */
  const calendars = (file: PeriodFile): void => {
    const days = [MONDAY, TUESDAY];
    replaceSpans(file, 'meetings', [
      span(ANNA, MONDAY, WEDNESDAY, [
        ...days.flatMap((day) => [invited(ANNA, BO, day), invited(ANNA, CHAN, day)]),
        { ...mail(ANNA, BO, MONDAY), kind: 'meeting' },
      ]),
      span(CHAN, MONDAY, WEDNESDAY, [invited(CHAN, ANNA, MONDAY)]),
    ]);
  };
  /** Chan did not come; her calls were read all the same. */
  const calls = (file: PeriodFile): void => {
    replaceSpans(file, 'calls', [
      span(ANNA, MONDAY, TUESDAY, [came(ANNA, BO, MONDAY)]),
      span(CHAN, MONDAY, TUESDAY, []),
    ]);
  };
  const counted = (file: PeriodFile, sources?: readonly string[]): string[] => {
    const { people, owner, other, day, minutes } = readInteractions(file, sources);
    const names = new Map([
      [ANNA, 'Anna'],
      [BO, 'Bo'],
      [CHAN, 'Chan'],
    ]);
    const nameOf = (index: number): string => names.get(people[index]!)!;
    return Array.from(owner, (from, i) =>
      [nameOf(from), nameOf(other[i]!), dayFromNumber(day[i]!), minutes[i]].join(' '),
    ).sort();
  };
  const tuesdayAndTheTable = [`Anna Bo ${MONDAY} 1.45`, `Anna Bo ${TUESDAY} 1.45`, `Anna Chan ${TUESDAY} 1.45`];

  test.each([
    ['calendars first', [calendars, calls]],
    ['calls first', [calls, calendars]],
    ['each of them twice', [calls, calendars, calls, calendars]],
  ])('by who came where calls were read, by who was invited on other days: %s', (_, readings) => {
    const file = temporaryStore().period(FEBRUARY);
    for (const read of readings) read(file);
    const both = [...tuesdayAndTheTable, `Anna Bo ${MONDAY} 25`].sort();
    expect(counted(file)).toEqual(both);
    expect(counted(file, ['meetings', 'calls'])).toEqual(both);
  });

  test('by who was invited where calls could not be read, or are none of the scope’s', () => {
    const file = temporaryStore().period(FEBRUARY);
    calendars(file);
    const all = [
      ...tuesdayAndTheTable,
      `Anna Bo ${MONDAY} 1.45`,
      `Anna Chan ${MONDAY} 1.45`,
      `Chan Anna ${MONDAY} 1.45`,
    ];
    expect(counted(file)).toEqual(all.sort());
    calls(file);
    expect(counted(file, ['meetings'])).toEqual(all.sort());
  });

  test('by who came where only calls were read, and of an owner whose calls were not, as they were invited', () => {
    const file = temporaryStore().period(FEBRUARY);
    calls(file);
    expect(counted(file)).toEqual([`Anna Bo ${MONDAY} 25`]);
    replaceSpans(file, 'meetings', [span(BO, MONDAY, TUESDAY, [invited(BO, CHAN, MONDAY)])]);
    expect(counted(file)).toEqual([`Anna Bo ${MONDAY} 25`, `Bo Chan ${MONDAY} 1.45`]);
  });
});

test('something stored that is no pseudonym does not come back', () => {
  const file = temporaryStore().period(FEBRUARY);
  file.database.exec("INSERT INTO people (pseudonym) VALUES ('p1_kari')");
  expect(() => readInteractions(file)).toThrow(TypeError);
});

test('another connection reads the whole of before or the whole of after, never half', () => {
  const seen: string[][] = [];
  const folder = temporaryStore().folder;
  const plain = temporaryStore({ folder });
  replaceSpans(plain.period(FEBRUARY), 'sent-items', [span(ANNA, MONDAY, TUESDAY, [mail(ANNA, BO, MONDAY)])]);
  const reader = temporaryStore({ folder, readOnly: true });
  const writer = temporaryStore({ folder, step: () => seen.push(contentOf(reader.period(FEBRUARY))) });
  const before = contentOf(plain.period(FEBRUARY));
  replaceSpans(writer.period(FEBRUARY), 'sent-items', [
    span(ANNA, MONDAY, TUESDAY, [mail(ANNA, CHAN, MONDAY)]),
    span(BO, MONDAY, TUESDAY, [mail(BO, CHAN, MONDAY)]),
  ]);
  const after = contentOf(reader.period(FEBRUARY));
  expect(after).toHaveLength(2);
  expect(seen).toEqual([before, before, before, before, after]);
});

test('a person forgotten by another process is met anew, with a number of their own', () => {
  const first = temporaryStore();
  const [file, other] = [first.period(FEBRUARY), temporaryStore({ folder: first.folder }).period(FEBRUARY)];
  replaceSpans(file, 'sent-items', [span(ANNA, MONDAY, TUESDAY, [])]);
  other.database.exec('DELETE FROM days_read; DELETE FROM people WHERE id > 0');
  replaceSpans(file, 'sent-items', [span(ANNA, MONDAY, TUESDAY, [mail(ANNA, BO, MONDAY)])]);
  expect(contentOf(file)).toEqual([`${ANNA} ${BO} ${MONDAY} 1 1.45`]);
});

describe('any plan', () => {
  const DAYS = daysOf({ from: FEBRUARY.from, to: '2027-02-08' });
  const owners = [ANNA, BO, CHAN];
  const oneSpan = fc
    .record({
      owner: fc.constantFrom(...owners),
      first: fc.nat(DAYS.length - 1),
      length: fc.integer({ min: 0, max: DAYS.length }),
      acts: fc.array(fc.record({ day: fc.nat(6), other: fc.nat(5), acts: fc.integer({ min: 1, max: 9 }) }), {
        maxLength: 8,
      }),
    })
    .map(({ owner, first, length, acts }): OwnerSpan => {
      const from = DAYS[first]!;
      const to = DAYS[first + length] ?? '2027-02-08';
      const others: Interaction['other'][] = [...owners, person(4), 'outside', 'inside-unknown'];
      const rows = acts
        .map(({ day, other, acts: count }) => mail(owner, others[other]!, DAYS[day]!, count, count * 1.45))
        .filter((row) => row.other !== owner && row.day >= from && row.day < to);
      return span(owner, from, to, [...new Map(rows.map((row) => [`${row.day} ${row.other}`, row])).values()]);
    });
  /** Writes of several spans each; a write may fail after some of its spans, and may be repeated (a duplicated page). */
  const plan = fc.array(
    fc.record({ spans: fc.array(oneSpan, { maxLength: 4 }), failsAfter: fc.option(fc.nat(5)), repeats: fc.nat(2) }),
    { maxLength: 8 },
  );

  test('leaves for each day its last whole replacement, whatever failed or was repeated', () => {
    fc.assert(
      fc.property(plan, (writes) => {
        let stepsLeft = Infinity;
        const store = temporaryStore({
          step: () => {
            stepsLeft -= 1;
            if (stepsLeft < 0) throw new Error('the fail point');
          },
        });
        const file = store.period(FEBRUARY);
        const expected = new Map<string, Interaction[]>();
        for (const { spans, failsAfter, repeats } of writes) {
          for (let time = 0; time <= repeats; time += 1) {
            // A write of n spans has n + 2 steps before it is committed.
            const fails = failsAfter !== null && failsAfter < spans.length + 2 && time === 0;
            stepsLeft = fails ? failsAfter : Infinity;
            const write = (): void => {
              replaceSpans(file, 'sent-items', spans);
            };
            if (fails) {
              expect(write).toThrow('the fail point');
              continue;
            }
            write();
            for (const { owner, from, to, interactions } of spans) {
              for (let day = from; day < to; day = addDays(day, 1)) {
                expected.set(
                  `${owner} ${day}`,
                  interactions.filter((row) => row.day === day),
                );
              }
            }
          }
        }
        const lines = [...expected.values()]
          .flat()
          .map(({ owner, other, day, acts, minutes }) =>
            [owner, other === 'outside' ? -1 : other === 'inside-unknown' ? -2 : other, day, acts, minutes].join(' '),
          );
        expect(contentOf(file)).toEqual(lines.sort((a, b) => a.localeCompare(b)));
        for (const day of DAYS) {
          const read = ownersRead(file, 'sent-items', { from: day, to: addDays(day, 1) });
          expect(read).toEqual(new Set(owners.filter((owner) => expected.has(`${owner} ${day}`))));
        }
        store.close();
      }),
      { numRuns: 60 },
    );
  });
});
