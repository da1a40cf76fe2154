import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { quarterOf, type Period } from '../../connector/privacy/period.ts';
import type { Pseudonym } from '../../connector/privacy/pseudonym.ts';
import { erasePeriod, forgetPerson, unreleasablePeriods } from '../../connector/store/erase.ts';
import { heldFigures } from '../../connector/store/held.ts';
import { ownersRead, readInteractions, replaceSpans } from '../../connector/store/interactions.ts';
import { openStore, type Store } from '../../connector/store/open.ts';
import { readHeadcounts, readMemberships, replaceDirectory } from '../../connector/store/people.ts';
import { saveRelease } from '../../connector/store/releases.ts';
import { beginRun, endRun, latestRun, noteProgress } from '../../connector/store/runs.ts';
import { readUsage, replaceUsageDay } from '../../connector/store/usage-days.ts';
import { madeRelease } from './made-release.ts';
import { everyFile, FEBRUARY, filesWith, person, temporaryFolder, temporaryStore } from './temporary-store.ts';

const WINTER = quarterOf('2027-02-01');
const DAY = '2027-02-01';
const [CANARY, BO, CHAN] = [person(0xcacaca), person(2), person(3)];

/** Everything that can be held about people, with one of them in every table and on both sides of an act. */
function fill(store: Store, period: Period, who: Pseudonym): void {
  const file = store.period(period);
  const mail = (owner: Pseudonym, other: Pseudonym) =>
    ({ owner, other, day: DAY, kind: 'mail', acts: 1, minutes: 1 }) as const;
  replaceSpans(file, 'sent-items', [
    { owner: who, from: DAY, to: '2027-02-02', interactions: [mail(who, BO)] },
    { owner: BO, from: DAY, to: '2027-02-02', interactions: [mail(BO, who), mail(BO, CHAN)] },
  ]);
  replaceUsageDay(file, 'active-users', DAY, [
    { person: who, day: DAY, apps: ['teams'] },
    { person: BO, day: DAY, apps: ['files'] },
  ]);
  replaceDirectory(
    file,
    DAY,
    [who, BO].map((it) => ({ person: it, unit: 'Stab', standing: 'desk', placedBy: null })),
    [{ unit: 'Stab', standing: 'desk', heads: 2, covered: 2 }],
  );
}

describe('erasePeriod', () => {
  test('leaves no byte of a pseudonym in any file of the folder', () => {
    const store = temporaryStore();
    fill(store, WINTER, CANARY);
    const run = beginRun(store, { now: () => 1, period: WINTER });
    noteProgress(store, run, { step: 'mail', daysDone: 1, days: 90, mailboxesDone: 2, mailboxes: 2 });
    saveRelease(store, madeRelease(store, DAY));
    expect(filesWith(store.folder, CANARY).length).toBeGreaterThan(0);
    erasePeriod(store, WINTER);
    expect(filesWith(store.folder, CANARY)).toEqual([]);
    expect(everyFile(store.folder).filter(({ bytes }) => /p1_[\w-]{22}/.test(bytes.toString('latin1')))).toEqual([]);
    expect(everyFile(join(store.folder, 'periods'))).toEqual([]);
    expect(store.heldPeriods()).toEqual([]);
  });

  test('takes the exact counters of the period’s runs along, and nobody else’s', () => {
    const store = temporaryStore();
    const counted = { step: 'mail', daysDone: 1, days: 90, mailboxesDone: 2, mailboxes: 777 } as const;
    for (const period of [WINTER, FEBRUARY]) {
      const run = beginRun(store, { now: () => 1, period });
      noteProgress(store, run, counted);
      endRun(store, run, { now: () => 2 });
    }
    erasePeriod(store, WINTER);
    const nothing = { daysDone: 0, days: 0, mailboxesDone: 0, mailboxes: 0 };
    expect(latestRun(store, WINTER.id)).toMatchObject({ ...nothing, state: 'done', startedAt: 1, endedAt: 2 });
    expect(latestRun(store, FEBRUARY.id)).toMatchObject({ days: 90, mailboxes: 777 });
    const log = everyFile(store.folder).find(({ name }) => name.endsWith('samspill.sqlite-wal'));
    expect(log?.bytes.byteLength).toBe(0);
  });

  test('touches no other period, and can be repeated', () => {
    const store = temporaryStore();
    fill(store, WINTER, CANARY);
    fill(store, FEBRUARY, CANARY);
    erasePeriod(store, WINTER);
    erasePeriod(store, WINTER);
    erasePeriod(store, quarterOf('2020-01-01'));
    expect(store.heldPeriods()).toEqual([FEBRUARY]);
    expect(heldFigures(store.period(FEBRUARY)).interactions).toBe(3);
  });

  test('removes a damaged file too', () => {
    const store = temporaryStore();
    const path = join(store.folder, 'periods', `${WINTER.id}.sqlite`);
    writeFileSync(path, CANARY.repeat(1000));
    expect(() => store.period(WINTER)).toThrow(expect.objectContaining({ code: 'damaged-database' }));
    erasePeriod(store, WINTER);
    expect(existsSync(path)).toBe(false);
  });

  test('refuses a path in the place of a period', () => {
    const store = temporaryStore();
    expect(() => {
      erasePeriod(store, { ...WINTER, id: '../samspill' });
    }).toThrow(RangeError);
    expect(existsSync(join(store.folder, 'samspill.sqlite'))).toBe(true);
  });

  test('cut short at any step is finished the next time; until then the period says it is there', () => {
    for (let survives = 0; survives < 5; survives += 1) {
      let left = Infinity;
      const store = openStore(join(temporaryFolder(), 'data'), {
        step: () => {
          left -= 1;
          if (left < 0) throw new Error('the fail point');
        },
      });
      fill(store, WINTER, CANARY);
      // A second connection keeps SQLite's companions on the disk, as another process would.
      const other = temporaryStore({ folder: store.folder });
      other.period(WINTER);
      left = survives;
      expect(() => {
        erasePeriod(store, WINTER);
      }).toThrow('the fail point');
      store.close();
      const again = temporaryStore({ folder: store.folder });
      expect(again.heldPeriods()).toEqual(survives < 4 ? [WINTER] : []);
      erasePeriod(again, WINTER);
      expect(filesWith(store.folder, CANARY)).toEqual([]);
    }
  });
});

test('a held period of which a day is released can serve nothing any more', () => {
  const store = temporaryStore();
  store.period(FEBRUARY);
  store.period(quarterOf('2027-04-01'));
  expect(unreleasablePeriods(store)).toEqual([]);
  saveRelease(store, madeRelease(store, DAY));
  expect(unreleasablePeriods(store)).toEqual([FEBRUARY]);
});

describe('forgetPerson', () => {
  test('removes every row on both sides and every byte, and nobody else', () => {
    const store = temporaryStore();
    fill(store, WINTER, CANARY);
    const file = store.period(WINTER);
    expect(filesWith(store.folder, CANARY).length).toBeGreaterThan(0);
    expect(forgetPerson(store, WINTER, CANARY)).toBe(true);
    expect(filesWith(store.folder, CANARY)).toEqual([]);
    const { people, owner, other } = readInteractions(file);
    expect([people, [...owner], [...other]]).toEqual([[BO, CHAN], [0], [1]]);
    expect(readUsage(file).rows.map((row) => row.person)).toEqual([BO]);
    expect(readMemberships(file).map((row) => row.person)).toEqual([BO]);
    expect(ownersRead(file, 'sent-items', { from: DAY, to: '2027-02-02' })).toEqual(new Set([BO]));
    expect(readHeadcounts(file)).toMatchObject([{ heads: 2 }]);
  });

  test('of somebody the period never met changes nothing; repeating it neither', () => {
    const store = temporaryStore();
    fill(store, WINTER, CANARY);
    expect(forgetPerson(store, WINTER, person(77))).toBe(false);
    expect(heldFigures(store.period(WINTER)).interactions).toBe(3);
    expect(forgetPerson(store, WINTER, CANARY)).toBe(true);
    expect(forgetPerson(store, WINTER, CANARY)).toBe(false);
  });

  test('is all or nothing at any step', () => {
    for (let survives = 0; survives < 7; survives += 1) {
      let left = Infinity;
      const store = temporaryStore({
        step: () => {
          left -= 1;
          if (left < 0) throw new Error('the fail point');
        },
      });
      fill(store, WINTER, CANARY);
      const before = heldFigures(store.period(WINTER));
      left = survives;
      expect(() => forgetPerson(store, WINTER, CANARY)).toThrow('the fail point');
      left = Infinity;
      expect(heldFigures(store.period(WINTER))).toEqual(before);
      expect(forgetPerson(store, WINTER, CANARY)).toBe(true);
    }
  });
});
