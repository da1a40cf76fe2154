import { describe, expect, it } from 'vitest';
import { markOfNobody, type Mark } from '../../connector/privacy/mark.ts';
import { RealIdentity } from '../../connector/privacy/real-identity.ts';
import { sealAddress, type SealedAddress } from '../../connector/privacy/sealed-address.ts';
import { signatureMaker } from '../../connector/privacy/signature.ts';
import { readBoundary } from '../../connector/store/boundary-ledger.ts';
import type { Store } from '../../connector/store/open.ts';
import {
  addPendingProtected,
  addPendingRemoval,
  addProtected,
  countProtected,
  missedRemovals,
  noteMissed,
  pendingProtected,
  pendingRemovals,
  protectedMarks,
  resolvePending,
  resolveRemoval,
  takeBackPending,
} from '../../connector/store/protected.ts';
import { recordedRandomness } from '../recorded-randomness.ts';
import { filesWith, temporaryStore } from './temporary-store.ts';

const TENANT = '11111111-2222-4333-8444-555555555555';
const KEY = new Uint8Array(32).fill(9);
const random = recordedRandomness('protected contacts');
const BY = signatureMaker(TENANT, KEY, random)(new RealIdentity('0f0f0f0f-0000-4000-8000-000000000003'));
const signed = { at: '2026-10-02T08:00:00.000Z', by: BY };

const sealed = (): SealedAddress => sealAddress(TENANT, KEY, random, 'varsling@fjordvik.example');
const mark = (): Mark => markOfNobody(random);
const union = { address: mark(), person: mark() };
const alias = { address: mark(), person: union.person };
const outside = { address: mark() };

/** A store on whose list these stand, each listed by an address. */
function listing(...all: readonly Parameters<typeof resolvePending>[2][]): Store {
  const store = temporaryStore();
  for (const marks of all) {
    const address = sealed();
    addPendingProtected(store, address, signed);
    resolvePending(store, address, marks);
  }
  return store;
}

function removed(store: Store, marks: Parameters<typeof resolveRemoval>[2]): string {
  const address = sealed();
  addPendingRemoval(store, address, signed);
  return resolveRemoval(store, address, marks);
}

describe('the list of protected contacts', () => {
  it('counts a person once, however many marks stand for them', () => {
    const store = listing(union, outside);
    expect([protectedMarks(store).size, countProtected(store)]).toEqual([3, 2]);
  });

  it('lets an address go with the person it was listed with, also once the directory knows nobody by it', () => {
    const store = listing(union, outside);
    expect(removed(store, { address: union.address })).toBe('removed');
    expect([...protectedMarks(store)]).toEqual([outside.address]);
    expect(pendingRemovals(store)).toEqual([]);
  });

  it('keeps a person whom another address still lists, and takes them off with all of them by an address not listed', () => {
    const store = listing(union, alias, outside);
    expect(removed(store, union)).toBe('removed');
    expect(protectedMarks(store)).toEqual(new Set([alias.address, union.person, outside.address]));
    expect(removed(store, { address: mark(), person: union.person })).toBe('removed');
    expect([...protectedMarks(store)]).toEqual([outside.address]);
  });

  it('takes off a person listed before it was noted with which address', () => {
    const store = listing(outside);
    addProtected(store, union.address);
    addProtected(store, union.person);
    expect(removed(store, union)).toBe('removed');
    expect([...protectedMarks(store)]).toEqual([outside.address]);
  });

  it('leaves everybody where an address stands for nobody, and lets the address go', () => {
    const store = listing(union);
    const address = sealed();
    addPendingRemoval(store, address, signed);
    expect(filesWith(store.folder, address)).not.toEqual([]);
    expect(resolveRemoval(store, address, { address: mark(), person: mark() })).toBe('nobody');
    expect(filesWith(store.folder, address)).toEqual([]);
    expect(protectedMarks(store).size).toBe(2);
  });

  it('never becomes empty: the last one waits until another is listed', () => {
    const store = listing(union);
    const address = sealed();
    addPendingRemoval(store, address, signed);
    expect(resolveRemoval(store, address, union)).toBe('waits');
    expect([protectedMarks(store).size, pendingRemovals(store)]).toEqual([2, [address]]);
    addPendingProtected(store, sealed(), signed);
    expect(resolveRemoval(store, address, union)).toBe('removed');
    expect([countProtected(store), pendingRemovals(store)]).toEqual([1, []]);
  });

  it('takes back what waits, either way, and makes no mark of what was taken back while a run was at it', () => {
    const store = listing(outside);
    const [listed, gone] = [sealed(), sealed()];
    addPendingProtected(store, listed, signed);
    takeBackPending(store, [listed], signed);
    resolvePending(store, listed, union);
    expect([pendingProtected(store), protectedMarks(store).size]).toEqual([[], 1]);
    addPendingRemoval(store, gone, signed);
    addPendingProtected(store, sealed(), signed, [gone]);
    expect([pendingRemovals(store), countProtected(store)]).toEqual([[], 2]);
  });

  it('notes each change at the boundary with the change or not at all, and never who', () => {
    const store = listing(outside);
    addPendingRemoval(store, sealed(), signed);
    takeBackPending(store, [], signed);
    expect(readBoundary(store).map(({ event }) => event)).toEqual([
      { kind: 'gate', gate: 'protected-contacts', office: 'EmployeeRepresentative', by: BY },
      { kind: 'unprotect', office: 'EmployeeRepresentative', by: BY },
      { kind: 'unprotect', office: 'EmployeeRepresentative', by: BY },
    ]);
    store.decisions.exec('DROP TABLE boundary');
    const address = sealed();
    const broken: unknown = expect.objectContaining({ code: 'ledger-broken' });
    expect(() => {
      addPendingRemoval(store, address, signed);
    }).toThrow(broken);
    expect(pendingRemovals(store)).not.toContain(address);
  });

  it('says of the newest removals alone how many found nobody', () => {
    const store = temporaryStore();
    expect(missedRemovals(store)).toBeUndefined();
    noteMissed(store, '2026-10-02', 2);
    noteMissed(store, '2026-10-03', 0);
    expect(missedRemovals(store)).toEqual({ on: '2026-10-03', addresses: 0 });
  });
});
