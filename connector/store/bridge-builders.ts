import { readSealedBridgeBuilder, type SealedBridgeBuilder } from '../privacy/bridge-builder.ts';
import { dayOf } from '../privacy/period.ts';
import { isNotedOn, noteAtBoundary } from './boundary-ledger.ts';
import { emptyLog, prepared } from './database.ts';
import { guarded } from './database-failure.ts';
import type { Store } from './open.ts';

/**
 * Keeps somebody's choice to stand, in the place of what they chose before, whose bytes are gone from the disk then. The
 * boundary ledger is told once a day that the list changed: never who, nor whether they came or went.
 *
 * @param at ISO 8601
 * @throws TypeError, without quoting it, when it is no sealed bridge-builder
 */
export function addBridgeBuilder(
  store: Store,
  sealed: SealedBridgeBuilder,
  at: string,
  insteadOf: readonly SealedBridgeBuilder[],
): void {
  store.write('add-bridge-builder', () => {
    noteChanged(store, at);
    for (const one of insteadOf) remove(store, one);
    insert(store, sealed);
  });
  emptyLog(store.decisions);
}

/** Puts another box in the place of one; of one that was withdrawn meanwhile nothing is kept. */
export function replaceBridgeBuilder(store: Store, before: SealedBridgeBuilder, after: SealedBridgeBuilder): void {
  store.write('replace-bridge-builder', () => {
    if (remove(store, before)) insert(store, after);
  });
  emptyLog(store.decisions);
}

/**
 * Removes them, overwrites their bytes and empties the log; the ledger is told as with `addBridgeBuilder`. Of those that are
 * not there any more nothing is removed, and the log is emptied all the same.
 *
 * @throws Failure 'already-running' when another process keeps the log from being emptied: repeat it then
 */
export function removeBridgeBuilders(store: Store, sealed: readonly SealedBridgeBuilder[], at: string): void {
  if (sealed.length > 0) {
    store.write('remove-bridge-builders', () => {
      noteChanged(store, at);
      for (const one of sealed) remove(store, one);
    });
  }
  emptyLog(store.decisions);
}

/** Everybody who stands, in no order; empty while nobody does. @throws TypeError when something stored is none */
export function readBridgeBuilders(store: Store): SealedBridgeBuilder[] {
  const rows = guarded(() => prepared(store.decisions, 'SELECT sealed FROM bridge_builders').all());
  return rows.map(({ sealed }) => readSealedBridgeBuilder(String(sealed)));
}

/** Once a day: a note for each click would tell when somebody hesitated, and let anybody fill the ledger. */
function noteChanged(store: Store, at: string): void {
  if (isNotedOn(store, 'bridge-builders', dayOf(Date.parse(at)))) return;
  noteAtBoundary(store, at, { kind: 'bridge-builders' });
}

function insert(store: Store, sealed: SealedBridgeBuilder): void {
  const sql = 'INSERT OR IGNORE INTO bridge_builders (sealed) VALUES (?)';
  prepared(store.decisions, sql).run(readSealedBridgeBuilder(sealed));
}

function remove(store: Store, sealed: SealedBridgeBuilder): boolean {
  return prepared(store.decisions, 'DELETE FROM bridge_builders WHERE sealed = ?').run(sealed).changes > 0;
}
