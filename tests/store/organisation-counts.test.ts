import { expect, test } from 'vitest';
import type { OrganisationCount } from '../../connector/privacy/organisation-count.ts';
import type { Day } from '../../connector/privacy/period.ts';
import {
  forgetOrganisationCounts,
  keepOrganisationCounts,
  readOrganisationCounts,
} from '../../connector/store/organisation-counts.ts';
import { temporaryStore } from './temporary-store.ts';

function ofDay(day: Day, active: number, service: OrganisationCount['service'] = 'teams'): OrganisationCount {
  return { service, day, days: 1, active, licensed: null };
}

test('counts are kept by day, length and service; counted again they are replaced; newest first', () => {
  const store = temporaryStore();
  expect(readOrganisationCounts(store, 1)).toEqual([]);
  const week: OrganisationCount = { service: 'any', day: '2027-02-02', days: 7, active: 900, licensed: 1_000 };
  keepOrganisationCounts(store, [ofDay('2027-02-01', 500), ofDay('2027-02-02', 510), ofDay('2027-02-02', 700, 'any')]);
  keepOrganisationCounts(store, [ofDay('2027-02-02', 515), week]);
  expect(readOrganisationCounts(store, 1)).toEqual([
    ofDay('2027-02-02', 700, 'any'),
    ofDay('2027-02-02', 515),
    ofDay('2027-02-01', 500),
  ]);
  expect(readOrganisationCounts(store, 1, '2027-02-02')).toHaveLength(2);
  expect(readOrganisationCounts(store, 7)).toEqual([week]);
  forgetOrganisationCounts(store);
  expect([...readOrganisationCounts(store, 1), ...readOrganisationCounts(store, 7)]).toEqual([]);
});

test('what is 92 days older than the newest is forgotten, the day after is not', () => {
  const store = temporaryStore();
  keepOrganisationCounts(store, [ofDay('2027-01-01', 1), ofDay('2027-01-02', 2)]);
  keepOrganisationCounts(store, [ofDay('2027-04-03', 3)]);
  expect(readOrganisationCounts(store, 1).map(({ active }) => active)).toEqual([3, 2]);
});

test.each([-1, 0.5, Number.NaN])('a count of %s is refused, and with it all that came along', (active) => {
  const store = temporaryStore();
  expect(() => {
    keepOrganisationCounts(store, [ofDay('2027-02-01', 5), ofDay('2027-02-02', active)]);
  }).toThrow();
  expect(readOrganisationCounts(store, 1)).toEqual([]);
});
