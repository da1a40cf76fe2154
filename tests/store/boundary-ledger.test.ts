import { describe, expect, it } from 'vitest';
import { NOTHING_NOTED, type BoundaryEvent } from '../../connector/privacy/boundary-ledger.ts';
import { checkBoundary, noteAtBoundary, readBoundary } from '../../connector/store/boundary-ledger.ts';
import { openStore, type Store } from '../../connector/store/open.ts';
import { temporaryStore } from './temporary-store.ts';

const SHRED: BoundaryEvent = { kind: 'shred', period: '2027-Q1', what: 'key' };
const AT = '2027-04-01T02:00:00.000Z';
const broken: unknown = expect.objectContaining({ code: 'ledger-broken' });

function noted(count: number): Store {
  const store = temporaryStore();
  for (let number = 0; number < count; number += 1) noteAtBoundary(store, AT, SHRED);
  return store;
}

describe('the stored boundary ledger', () => {
  it('is read back as it was noted, and over a new start', () => {
    const store = noted(3);
    expect(readBoundary(store).map(({ number, at, event }) => ({ number, at, event }))).toEqual(
      [1, 2, 3].map((number) => ({ number, at: AT, event: SHRED })),
    );
    expect(checkBoundary(store)).toBe(readBoundary(store)[2]?.hash);
    store.close();
    expect(readBoundary(openStore(store.folder, { readOnly: true }))).toHaveLength(3);
    expect(checkBoundary(temporaryStore())).toBe(NOTHING_NOTED);
  });

  it('gives what was noted since a moment', () => {
    const store = noted(1);
    noteAtBoundary(store, '2027-05-01T00:00:00.000Z', { ...SHRED, what: 'file' });
    expect(readBoundary(store, { since: '2027-04-02T00:00:00.000Z' }).map(({ number }) => number)).toEqual([2]);
  });

  it.each([
    "UPDATE boundary SET text = ''",
    'DELETE FROM boundary',
    'DELETE FROM boundary WHERE position = 3',
    "INSERT INTO boundary VALUES (9, 'x', 'y', '')",
    "INSERT OR REPLACE INTO boundary VALUES (2, 'x', 'y', '')",
    "INSERT OR REPLACE INTO boundary SELECT 4, 'x', hash, '' FROM boundary WHERE position = 2",
    "INSERT OR REPLACE INTO boundary SELECT 4, previous_hash, 'y', '' FROM boundary WHERE position = 2",
    "INSERT OR IGNORE INTO boundary SELECT 2, 'x', 'y', ''",
  ])('lets the database itself refuse: %s', (sql) => {
    const store = noted(3);
    const before = readBoundary(store);
    expect(() => store.decisions.prepare(sql).run()).toThrow(/boundary ledger/);
    expect(readBoundary(store)).toEqual(before);
  });

  it('is part of the write in which it is noted: both or neither', () => {
    const store = noted(1);
    expect(() =>
      store.write('act', () => {
        noteAtBoundary(store, AT, SHRED);
        throw new Error('the act fails after it was noted');
      }),
    ).toThrow('fails after');
    expect(readBoundary(store)).toHaveLength(1);
  });

  it('notes nothing after an entry that was changed behind it, and nothing goes on', () => {
    const store = noted(2);
    store.decisions.exec('DROP TRIGGER boundary_is_never_changed');
    store.decisions.exec(`UPDATE boundary SET text = replace(text, '"key"', '"file"') WHERE position = 2`);
    expect(() => noteAtBoundary(store, AT, SHRED)).toThrow(broken);
    expect(() => checkBoundary(store)).toThrow(broken);
  });

  it('finds an older entry that was changed, or taken out with all after it, when a head was noted elsewhere', () => {
    const store = noted(3);
    const head = checkBoundary(store);
    expect(checkBoundary(store, head)).toBe(head);
    store.decisions.exec('DROP TRIGGER boundary_is_never_cut; DELETE FROM boundary WHERE position = 3');
    expect(() => checkBoundary(store, head)).toThrow(broken);
    store.decisions.exec('DELETE FROM boundary WHERE position = 1');
    expect(() => readBoundary(store)).toThrow(broken);
  });

  it('refuses where the table is gone', () => {
    const store = noted(1);
    store.decisions.exec('DROP TABLE boundary');
    expect(() => checkBoundary(store)).toThrow(broken);
    expect(() => noteAtBoundary(store, AT, SHRED)).toThrow(broken);
  });
});
