import { expect, test } from 'vitest';
import { cellsOfPerson } from '../connector/privacy/contribution.ts';
import type { InteractionKind } from '../connector/privacy/interaction.ts';
import type { Headcount } from '../connector/privacy/membership.ts';
import type { Day } from '../connector/privacy/period.ts';
import { demoScope, type Scope, type SourceName } from '../connector/privacy/scope.ts';
import { tableLayout } from '../connector/privacy/table-layout.ts';
import { personRows } from '../connector/publish.ts';
import { replaceSpans } from '../connector/store/interactions.ts';
import type { PeriodFile } from '../connector/store/open.ts';
import { replaceDirectory } from '../connector/store/people.ts';
import { FEBRUARY, person, temporaryStore } from './store/temporary-store.ts';

const MONDAYS = ['2027-02-01', '2027-02-08', '2027-02-15', '2027-02-22'] as const;
const UNITS = ['North', 'South'] as const;
/** By which kind each person of North turns to person 10 of South, on how many Mondays. */
const LIVES: readonly (readonly (readonly [InteractionKind, number])[])[] = [
  [['mail', 3]],
  [
    ['mail', 2],
    ['chat', 2],
  ],
  [
    ['chat', 2],
    ['call', 3],
    ['online-meeting', 4],
    ['mail', 1],
  ],
  [
    ['mail', 2],
    ['meeting', 3],
  ],
  [['mail', 1]],
  [
    ['online-meeting', 2],
    ['mail', 1],
  ],
];
const SOURCE_OF: Readonly<Record<InteractionKind, SourceName>> = {
  ...{ mail: 'sent-items', meeting: 'meetings', 'online-meeting': 'meetings', chat: 'chat-membership', call: 'calls' },
};

function lived(): PeriodFile {
  const file = temporaryStore().period(FEBRUARY);
  const people = [...LIVES.keys(), 10].map((n) => ({
    person: person(n),
    unit: n === 10 ? UNITS[1] : UNITS[0],
    standing: 'desk' as const,
    placedBy: { origin: 'attribute' as const, on: MONDAYS[0] },
  }));
  replaceDirectory(file, MONDAYS[0], people, HEADCOUNTS);
  for (const source of ['sent-items', 'meetings', 'chat-membership', 'calls'] as const) {
    const spans = LIVES.map((kinds, n) => ({
      owner: person(n),
      from: FEBRUARY.from,
      to: FEBRUARY.to,
      interactions: kinds
        .filter(([kind]) => SOURCE_OF[kind] === source)
        .flatMap(([kind, times]) =>
          MONDAYS.slice(0, times).map((day: Day) => {
            return { day, kind, owner: person(n), other: person(10), acts: 1, minutes: 1 };
          }),
        ),
    }));
    // Calls of one day only, so that meetings in Teams on the others count.
    replaceSpans(file, source, source === 'calls' ? spans.filter((_, n) => n === 2) : spans);
  }
  return file;
}

const HEADCOUNTS: Headcount[] = UNITS.map((unit) => ({ unit, standing: 'desk', heads: 100, covered: 100 }));

function scoped(sources: readonly SourceName[], more: Partial<Scope> = {}): Scope {
  const group = '00000000-0000-4000-8000-000000000001';
  return {
    ...demoScope({
      organisation: 'Invented',
      positiveGroupId: group,
      unitAttribute: 'department',
      sources,
      titles: { leader: [], elected: [] },
      from: FEBRUARY.from,
      endsOn: '2028-01-01',
    }),
    ...more,
  };
}

const BOTH: readonly SourceName[] = ['sent-items', 'meetings', 'chat-membership', 'calls'];

test('what carries most of the contact beyond the unit is told of each kind as it was stored', () => {
  const { rows, tablesOn } = personRows(lived(), scoped(BOTH), []);
  expect(tablesOn).toEqual(['reach', 'breadth', 'channels']);
  expect(rows.map(({ channel }) => channel)).toEqual([
    'mail-mostly',
    'mixed', // 2 days by mail, 2 in a chat
    'teams-mostly', // 3 days in calls, on 2 of them in a chat too, and 1 by mail; who was invited counts no more
    'mixed', // 2 by mail of 5, 3 around a table
    undefined, // one mail is no contact
    'teams-mostly', // 2 of 3 days in a meeting in Teams, of whom no calls were read
    undefined,
  ]);
});

test.each([
  ['mail alone', ['sent-items']],
  ['Teams alone', ['chat-membership', 'calls']],
  ['mail and calendars', ['sent-items', 'meetings']],
] satisfies [string, SourceName[]][])('%s tells no channels: nobody has one, and nothing is paid', (_, sources) => {
  const { rows, tablesOn } = personRows(lived(), scoped(sources), []);
  expect(tablesOn).toEqual(['reach', 'breadth']);
  expect(rows.filter((row) => 'channel' in row)).toEqual([]);
});

test('whoever is in a bin of breadth is in one channel, and nobody else', () => {
  const { rows } = personRows(lived(), scoped(BOTH), []);
  const [breadth, channels] = (['breadth', 'channels'] as const).map((name) =>
    cellsOfPerson(tableLayout(name, 'standard', HEADCOUNTS, 4)),
  );
  expect(rows.map((row) => breadth!(row).size)).toEqual([1, 1, 1, 1, 0, 1, 0]);
  expect(rows.map((row) => channels!(row).size)).toEqual(rows.map((row) => breadth!(row).size));
});
