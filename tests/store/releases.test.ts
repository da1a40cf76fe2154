import { describe, expect, test } from 'vitest';
import { periodOf, quarterOf } from '../../connector/privacy/period.ts';
import { erasures, noteErased, unfinishedErasures } from '../../connector/store/erase.ts';
import { takeLease } from '../../connector/store/lease.ts';
import { readLedger } from '../../connector/store/ledger.ts';
import { openStore } from '../../connector/store/open.ts';
import { readRelease, releasedPeriods, saveRelease } from '../../connector/store/releases.ts';
import { madeRelease } from './made-release.ts';
import { temporaryFolder, temporaryStore, untyped } from './temporary-store.ts';

const WINTER = quarterOf('2027-01-01');

describe('a release', () => {
  test('comes back as it was made, newest first, also from another process', () => {
    const store = temporaryStore();
    expect([readRelease(store, WINTER.id), releasedPeriods(store), readLedger(store)]).toEqual([undefined, [], []]);
    const winter = madeRelease(store, '2027-01-01');
    saveRelease(store, winter);
    const autumn = madeRelease(store, '2026-10-01', 2);
    saveRelease(store, autumn);
    const reader = temporaryStore({ folder: store.folder, readOnly: true });
    expect(readRelease(reader, WINTER.id)).toEqual(winter);
    expect(readRelease(reader, '2026-Q4')?.tables).toEqual(autumn.tables);
    expect(releasedPeriods(reader).map(({ id }) => id)).toEqual(['2027-Q1', '2026-Q4']);
    expect(readLedger(reader)).toEqual([winter.entry, autumn.entry]);
  });

  test('is made once', () => {
    const store = temporaryStore();
    const [first, second] = [madeRelease(store, '2027-01-01', 1), madeRelease(store, '2027-01-01', 2)];
    saveRelease(store, first);
    expect(() => {
      saveRelease(store, second);
    }).toThrow(expect.objectContaining({ code: 'period-released' }));
    expect(readRelease(store, WINTER.id)).toEqual(first);
    expect(() => store.period(WINTER)).toThrow(expect.objectContaining({ code: 'period-released' }));
  });

  test('leaves no way to gather its days again under another name', () => {
    const store = temporaryStore();
    saveRelease(store, madeRelease(store, '2027-01-01'));
    for (const [from, to] of [
      ['2026-12-01', '2027-01-02'],
      ['2027-02-01', '2027-03-01'],
      ['2027-03-31', '2027-05-01'],
    ] as const) {
      expect(() => store.period(periodOf(from, to))).toThrow(expect.objectContaining({ code: 'period-overlaps' }));
    }
    expect(store.period(periodOf('2027-04-01', '2027-05-01')).period.from).toBe('2027-04-01');
  });

  test('does not answer for another period', () => {
    const store = temporaryStore();
    saveRelease(store, madeRelease(store, '2027-01-01'));
    store.decisions.exec("PRAGMA foreign_keys = OFF; UPDATE releases SET period = '2026-Q4'");
    expect(() => readRelease(store, '2026-Q4')).toThrow(expect.objectContaining({ code: 'ledger-broken' }));
  });

  test('made from a ledger that has moved on is refused', () => {
    const store = temporaryStore();
    const [winter, autumn] = [madeRelease(store, '2027-01-01'), madeRelease(store, '2026-10-01')];
    saveRelease(store, winter);
    expect(() => {
      saveRelease(store, autumn);
    }).toThrow(expect.objectContaining({ code: 'already-running' }));
    expect(readLedger(store)).toEqual([winter.entry]);
  });

  test('under a lease that another has taken is refused', () => {
    const store = temporaryStore();
    const take = (moment: number) =>
      takeLease(store, { name: 'run', holder: 'a process', now: () => moment, ttlMs: 10 });
    const [old, current] = [take(0), take(10)];
    const winter = madeRelease(store, '2027-01-01');
    expect(() => {
      saveRelease(store, winter, old);
    }).toThrow(expect.objectContaining({ code: 'already-running' }));
    expect(releasedPeriods(store)).toEqual([]);
    saveRelease(store, winter, current);
    expect(releasedPeriods(store)).toEqual([WINTER]);
  });

  test('that only looks like one is refused', () => {
    const store = temporaryStore();
    const { period, entry, text, releasedAt } = madeRelease(store, '2027-01-01');
    const lookalike = untyped({ period, entry, text, releasedAt, tables: [] });
    expect(() => {
      saveRelease(store, lookalike);
    }).toThrow(TypeError);
    expect(readLedger(store)).toEqual([]);
  });

  test.each([
    ['tables', "UPDATE releases SET text = replace(text, 'Helse', 'Hølse')"],
    ['price', "UPDATE ledger SET text = replace(text, '1/5', '1/9')"],
    ['ledger, which is no JSON any more', "UPDATE ledger SET text = 'x'"],
  ])('whose %s somebody changed is not shown', (_, sql) => {
    const store = temporaryStore();
    saveRelease(store, madeRelease(store, '2027-01-01'));
    store.decisions.exec(sql);
    expect(() => readRelease(store, WINTER.id)).toThrow(expect.objectContaining({ code: 'ledger-broken' }));
  });

  test('is either whole or not there, whichever step the process dies in', () => {
    const steps: string[] = [];
    const rehearsal = temporaryStore({ step: (step) => steps.push(step) });
    const winter = madeRelease(rehearsal, '2027-01-01');
    saveRelease(rehearsal, winter);
    expect(steps).toHaveLength(6);
    for (const [index, last] of steps.entries()) {
      let left = index;
      const store = openStore(`${temporaryFolder()}/data`, {
        step: () => {
          left -= 1;
          if (left < 0) throw new Error('the fail point');
        },
      });
      expect(() => {
        saveRelease(store, winter);
      }).toThrow('the fail point');
      store.close();
      const again = temporaryStore({ folder: store.folder });
      const isThere = last === 'save-release: committed';
      expect(releasedPeriods(again)).toEqual(isThere ? [WINTER] : []);
      expect(readLedger(again)).toEqual(isThere ? [winter.entry] : []);
      expect(unfinishedErasures(again).map(({ periodId }) => periodId)).toEqual(isThere ? [WINTER.id] : []);
      if (!isThere) saveRelease(again, winter);
      expect(readRelease(again, WINTER.id)).toEqual(winter);
    }
  });
});

test('a release owes the erasure of file and key until both are noted, once', () => {
  const store = temporaryStore();
  noteErased(store, WINTER.id, 'file', '2027-04-03');
  expect(erasures(store)).toEqual([]);
  saveRelease(store, madeRelease(store, '2027-01-01'));
  const owed = { periodId: WINTER.id, period: WINTER, fileRemovedAt: null, keyShreddedAt: null };
  expect(unfinishedErasures(store)).toEqual([{ ...owed, fileRemoved: false, keyShredded: false }]);
  noteErased(store, WINTER.id, 'file', '2027-04-03T04:00:01.000Z');
  expect(unfinishedErasures(store)).toMatchObject([{ fileRemoved: true, keyShredded: false }]);
  noteErased(store, WINTER.id, 'key', '2027-04-03T04:00:02.000Z');
  noteErased(store, WINTER.id, 'key', '2027-05-01T00:00:00.000Z');
  expect(unfinishedErasures(store)).toEqual([]);
  expect(erasures(store)).toMatchObject([
    { fileRemovedAt: '2027-04-03T04:00:01.000Z', keyShreddedAt: '2027-04-03T04:00:02.000Z' },
  ]);
});
