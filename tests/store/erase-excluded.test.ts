import { expect, test } from 'vitest';
import { eraseExcluded } from '../../connector/store/erase-excluded.ts';
import { readInteractions, replaceSpans } from '../../connector/store/interactions.ts';
import { readHeadcounts, readMemberships, replaceDirectory } from '../../connector/store/people.ts';
import { readUsage, replaceUsageDay } from '../../connector/store/usage-days.ts';
import { inventedScope } from '../privacy/invented-scope.ts';
import { FEBRUARY, filesWith, person, temporaryStore } from './temporary-store.ts';

const DAY = '2027-02-02';
const NEXT = '2027-02-03';
const partner = (name: string, ...domains: string[]) => ({ name, kind: 'supplier', domains });
const wide = inventedScope({
  sources: ['sent-items', 'meetings', 'active-users'],
  partnerOrganisations: [partner('fylket', 'fylket.example'), partner('firmaet', 'a.example', 'b.example')],
  staffNoticeOn: '2026-01-05',
  endsOn: '2028-01-01',
});
const narrowed = (different: Readonly<Record<string, unknown>>) => inventedScope({ ...wide, ...different });

/** Anna (1) of Helse/Lege writes to Bo (2) of Skole, to two partners and outside; Bo answers; both use e-mail. */
function lived() {
  const store = temporaryStore();
  const file = store.period(FEBRUARY);
  const act = (owner: number, other: Parameters<typeof replaceSpans>[2][number]['interactions'][number]['other']) =>
    ({ day: DAY, kind: 'mail', owner: person(owner), other, acts: 1, minutes: 1 }) as const;
  const toAll = [person(2), 'partner:fylket', 'partner:firmaet', 'outside'] as const;
  const spans = [
    { owner: person(1), from: DAY, to: NEXT, interactions: toAll.map((other) => act(1, other)) },
    { owner: person(2), from: DAY, to: NEXT, interactions: [act(2, person(1))] },
  ] as const;
  replaceSpans(file, 'sent-items', [...spans]);
  replaceSpans(file, 'meetings', [{ ...spans[1], interactions: [act(2, person(1))] }]);
  replaceUsageDay(
    file,
    'active-users',
    DAY,
    [1, 2].map((n) => ({ person: person(n), apps: ['exchange'] as const, day: DAY })),
  );
  const heads = (unit: string) => ({ unit, standing: 'desk' as const, heads: 30, covered: 30 });
  replaceDirectory(
    file,
    DAY,
    [
      { person: person(1), unit: 'Helse/Lege', standing: 'desk', placedBy: null },
      { person: person(2), unit: 'Skole', standing: 'desk', placedBy: null },
    ],
    [heads('Helse/Lege'), heads('Helsevakt'), heads('Skole')],
  );
  return {
    store,
    file,
    held: () => ({
      mail: readInteractions(file, ['sent-items']).acts.length,
      meetings: readInteractions(file, ['meetings']).acts.length,
      usage: readUsage(file).rows.length,
      people: readMemberships(file).length,
    }),
  };
}

const ALL = { mail: 5, meetings: 1, usage: 2, people: 2 };

test.each([
  ['nothing different', {}, ALL],
  ['more', { sources: [...wide.sources, 'calls'] }, ALL],
  ['a source', { sources: ['meetings', 'active-users'] }, { ...ALL, mail: 0 }],
  ['a report', { sources: ['sent-items', 'meetings'] }, { ...ALL, usage: 0 }],
  ['a partner', { partnerOrganisations: [partner('firmaet', 'a.example', 'b.example')] }, { ...ALL, mail: 4 }],
  [
    'a domain of a partner',
    { partnerOrganisations: [partner('fylket', 'fylket.example'), partner('firmaet', 'a.example')] },
    { ...ALL, mail: 4 },
  ],
  ['a unit, both sides of every act', { unitsOut: ['Helse'] }, { mail: 0, meetings: 0, usage: 1, people: 1 }],
  ['days that may not be read', { staffNoticeOn: '2027-01-25' }, { mail: 0, meetings: 0, usage: 0, people: 2 }],
])('narrowing by %s deletes that and nothing else', (_what, different, left) => {
  const { store, held } = lived();
  expect(held()).toEqual(ALL);
  eraseExcluded(store, wide, narrowed(different));
  expect(held()).toEqual(left);
  eraseExcluded(store, wide, narrowed(different));
  expect(held()).toEqual(left);
});

test('the bytes are gone from the disk, and the unit from the headcounts', () => {
  const { store, file } = lived();
  const pseudonym = person(1);
  expect(filesWith(store.folder, pseudonym).length).toBeGreaterThan(0);
  eraseExcluded(store, wide, narrowed({ unitsOut: ['Helse'], partnerOrganisations: [] }));
  expect([filesWith(store.folder, pseudonym), filesWith(store.folder, 'partner:fylket')]).toEqual([[], []]);
  expect(readHeadcounts(file).map(({ unit }) => unit)).toEqual(['Helsevakt', 'Skole']);
});
