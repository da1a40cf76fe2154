import { expect, test } from 'vitest';
import { bridgeBuilderBox } from '../../connector/privacy/bridge-builder.ts';
import { OwnName } from '../../connector/privacy/own-name.ts';
import { RealIdentity } from '../../connector/privacy/real-identity.ts';
import { readBoundary } from '../../connector/store/boundary-ledger.ts';
import {
  addBridgeBuilder,
  readBridgeBuilders,
  removeBridgeBuilders,
  replaceBridgeBuilder,
} from '../../connector/store/bridge-builders.ts';
import { recordedRandomness } from '../recorded-randomness.ts';
import { filesWith, temporaryStore, untyped } from './temporary-store.ts';

const random = recordedRandomness('standing');
const { seal } = bridgeBuilderBox('11111111-2222-4333-8444-555555555555', new Uint8Array(32).fill(9));
const sealed = (name: string) => {
  const person = new RealIdentity('0f0f0f0f-0000-4000-8000-000000000003');
  return seal({ person, name: OwnName.read(name)!, unit: null }, random);
};
const FRIDAY = '2026-10-02T08:00:00.000Z';

test('keeps, puts another in the place of one, and removes: not a byte of what is gone is left in any file', () => {
  const store = temporaryStore();
  const [kari, kariNow, ola] = [sealed('Kari'), sealed('Kari Ny'), sealed('Ola')];
  addBridgeBuilder(store, kari, FRIDAY, []);
  addBridgeBuilder(store, ola, FRIDAY, []);
  addBridgeBuilder(store, kariNow, FRIDAY, [kari]);
  expect(new Set(readBridgeBuilders(store))).toEqual(new Set([kariNow, ola]));
  expect(filesWith(store.folder, kari.slice(0, 60))).toEqual([]);
  removeBridgeBuilders(store, [kariNow], FRIDAY);
  expect(readBridgeBuilders(store)).toEqual([ola]);
  expect(filesWith(store.folder, kariNow.slice(0, 60))).toEqual([]);
  expect(filesWith(store.folder, ola.slice(0, 60))).toHaveLength(1);
});

test('whoever withdrew while a run had their box open stays withdrawn', () => {
  const store = temporaryStore();
  const [before, after] = [sealed('Kari'), sealed('Kari')];
  addBridgeBuilder(store, before, FRIDAY, []);
  removeBridgeBuilders(store, [before], FRIDAY);
  replaceBridgeBuilder(store, before, after);
  expect(readBridgeBuilders(store)).toEqual([]);
});

test('the boundary ledger is told once a day that the list changed, and of a unit that changed nothing', () => {
  const store = temporaryStore();
  const [kari, ola, placed] = [sealed('Kari'), sealed('Ola'), sealed('Ola')];
  addBridgeBuilder(store, kari, FRIDAY, []);
  addBridgeBuilder(store, ola, '2026-10-02T23:59:59.999Z', []);
  replaceBridgeBuilder(store, ola, placed);
  removeBridgeBuilders(store, [kari], '2026-10-03T00:00:00.000Z');
  removeBridgeBuilders(store, [], '2026-10-04T00:00:00.000Z');
  const told = readBoundary(store).map(({ at, event }) => [at.slice(0, 10), event]);
  const changed = { kind: 'bridge-builders' };
  expect(told).toEqual([
    ['2026-10-02', changed],
    ['2026-10-03', changed],
  ]);
});

test('takes nothing that is not sealed', () => {
  const store = temporaryStore();
  expect(() => {
    addBridgeBuilder(store, untyped('Kari Nordmann'), FRIDAY, []);
  }).toThrow(TypeError);
  expect([readBridgeBuilders(store), readBoundary(store)]).toEqual([[], []]);
});
