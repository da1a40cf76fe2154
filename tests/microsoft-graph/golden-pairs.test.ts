import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readActiveUsers } from '../../connector/microsoft-graph/active-users.ts';
import { readListAddresses } from '../../connector/microsoft-graph/list-addresses.ts';
import { readSentMail } from '../../connector/microsoft-graph/mail.ts';
import { readDirectory } from '../../connector/microsoft-graph/people.ts';
import { cannedGet, directoryOf, GROUP, member, ORGANISATION, pseudonymOf, TITLES } from './invented-people.ts';

const CANARY = /canary/i;
const recording = (name: string): string => readFileSync(new URL(`../recordings/${name}`, import.meta.url), 'utf8');
const json = (name: string): unknown => JSON.parse(recording(name));

const directory = await directoryOf(Array.from({ length: 10 }, (_, n) => member(n + 1)));
const names = new Map<string, string>(
  directory.people.map(({ identity }, n) => [pseudonymOf(identity), `person ${n + 1}`]),
);

/** As JSON shows it, pseudonyms told by number and minutes to six places. */
function told(rows: readonly object[]): unknown {
  return JSON.parse(JSON.stringify(rows), (key, value: unknown) => {
    if (typeof value === 'string') return names.get(value) ?? value;
    return key === 'minutes' ? Number(Number(value).toFixed(6)) : value;
  });
}

/** Rows come in an order that the key decides; the pairs are told in the order of their text. */
function inOrder(kept: unknown): unknown {
  if (!Array.isArray(kept)) return kept;
  const rows: unknown[] = kept;
  const text = (row: unknown): string => JSON.stringify(row, ['day', 'person', 'other']);
  return rows.toSorted((a, b) => text(a).localeCompare(text(b)));
}

/** Exactly the other file, and no canary that was in the first. */
function expectKept(received: string, kept: unknown, file: string): void {
  expect(received).toMatch(CANARY);
  expect(JSON.stringify(kept)).not.toMatch(CANARY);
  expect(inOrder(kept)).toEqual(inOrder(json(file)));
}

describe('golden pairs: what Graph sends, what is kept', () => {
  test('sent items', async () => {
    const get = cannedGet({ '/users/{id}/mailFolders/sentitems/messages': json('sent-items.received.json') });
    const [person] = directory.people;
    const span = { from: '2026-07-01', to: '2026-10-01' } as const;
    const rows = await readSentMail({ get, directory, person: person!, ...span, pseudonymOf, mayInclude: () => 'yes' });
    expectKept(recording('sent-items.received.json'), told(rows), 'sent-items.kept.json');
  });

  test('active users', async () => {
    const csv = recording('active-users.received.csv');
    const get = cannedGet({ '/reports/getOffice365ActiveUserDetail(date={date})': csv });
    const { rows } = await readActiveUsers({ get, directory, day: '2026-07-07', pseudonymOf, mayInclude: () => 'yes' });
    expectKept(csv, told(rows), 'active-users.kept.json');
  });

  test('addresses of lists', async () => {
    const get = cannedGet({ '/groups': json('list-addresses.received.json') });
    const addresses = [...(await readListAddresses(get))].sort((a, b) => a.localeCompare(b));
    expectKept(recording('list-addresses.received.json'), addresses, 'list-addresses.kept.json');
  });

  test('directory', async () => {
    const get = cannedGet({
      '/organization': ORGANISATION,
      '/groups/{group}/transitiveMembers/microsoft.graph.user': json('directory.received.json'),
    });
    const read = await readDirectory({ get, positiveGroupId: GROUP, unitAttribute: 'department', titles: TITLES });
    const kept: unknown = JSON.parse(JSON.stringify({ people: read.people, headcounts: read.headcounts() }));
    expectKept(recording('directory.received.json'), kept, 'directory.kept.json');
  });
});
