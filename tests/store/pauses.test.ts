import { describe, expect, it } from 'vitest';
import type { PauseAct } from '../../connector/privacy/pause.ts';
import { readSignature } from '../../connector/privacy/signature.ts';
import { readBoundary } from '../../connector/store/boundary-ledger.ts';
import { addPauseAct, readPauseActs, refuseWhilePaused } from '../../connector/store/pauses.ts';
import { saveRelease } from '../../connector/store/releases.ts';
import { addUse, readUses } from '../../connector/store/uses.ts';
import { madeRelease } from './made-release.ts';
import { temporaryStore, untyped } from './temporary-store.ts';

const PAUSED: PauseAct = {
  act: 'paused',
  office: 'EmployeeRepresentative',
  by: readSignature(`s1_${'A'.repeat(128)}`),
  at: '2027-02-01T09:00:00.000Z',
  text: null,
};
const paused: unknown = expect.objectContaining({ code: 'paused' });
const anyhow = (): void => undefined;

describe('the stored pause', () => {
  it('is kept with its note at the boundary, and stops what comes', () => {
    const store = temporaryStore();
    refuseWhilePaused(store);
    addPauseAct(store, PAUSED, anyhow);
    expect(readPauseActs(store)).toEqual([PAUSED]);
    const { act, office, by } = PAUSED;
    expect(readBoundary(store).map(({ event }) => event)).toEqual([{ kind: 'pause', act, office, by }]);
    expect(() => {
      refuseWhilePaused(store);
    }).toThrow(paused);
  });

  it('stops a release in the write that would make it', () => {
    const store = temporaryStore();
    addPauseAct(store, PAUSED, anyhow);
    expect(() => {
      saveRelease(store, madeRelease(store, '2027-01-15'));
    }).toThrow(paused);
    expect(store.decisions.prepare('SELECT count(*) AS n FROM ledger').get()).toEqual({ n: 0 });
  });

  it('keeps nothing of an act that is refused, or that cannot be noted', () => {
    const store = temporaryStore();
    expect(() => {
      addPauseAct(store, PAUSED, () => {
        throw new Error('not allowed');
      });
    }).toThrow('not allowed');
    store.decisions.exec('DROP TABLE boundary');
    expect(() => {
      addPauseAct(store, PAUSED, anyhow);
    }).toThrow(expect.objectContaining({ code: 'ledger-broken' }));
    expect(readPauseActs(store)).toEqual([]);
  });
});

describe('what leaders said they used a release for', () => {
  it('is kept, newest first, without who said it', () => {
    const store = temporaryStore();
    const first = { period: '2027-Q1', on: '2027-04-20', use: 'organisation', text: null } as const;
    const second = { period: '2027-Q1', on: '2027-04-21', use: 'other', text: 'A talk about meeting habits' } as const;
    addUse(store, first);
    addUse(store, second);
    expect(readUses(store)).toEqual([second, first]);
  });

  it('takes nothing else than the closed list, and few words', () => {
    const store = temporaryStore();
    for (const wrong of [{ use: 'appraisal' }, { text: 'x'.repeat(201) }]) {
      const use = { period: '2027-Q1', on: '2027-04-20', use: 'other', text: null, ...wrong };
      expect(() => {
        addUse(store, untyped(use));
      }).toThrow();
    }
    expect(readUses(store)).toEqual([]);
  });
});
