import { readMark, type Mark } from '../privacy/mark.ts';
import { readSealedAddress, type SealedAddress } from '../privacy/sealed-address.ts';
import type { Signature } from '../privacy/signature.ts';
import { noteAtBoundary } from './boundary-ledger.ts';
import { emptyLog, prepared } from './database.ts';
import { guarded } from './database-failure.ts';
import type { Store } from './open.ts';

/** Lists a person or an address as protected. Repeating it changes nothing. @throws TypeError when the mark is none */
export function addProtected(store: Store, mark: Mark): void {
  store.write('add-protected', () => {
    prepared(store.decisions, 'INSERT OR IGNORE INTO protected_contacts (mark) VALUES (?)').run(readMark(mark));
  });
}

/** The marks of everybody listed. @throws TypeError when something stored is no mark */
export function protectedMarks(store: Store): Set<Mark> {
  const rows = guarded(() => prepared(store.decisions, 'SELECT mark FROM protected_contacts').all());
  return new Set(rows.map(({ mark }) => readMark(String(mark))));
}

/**
 * Keeps a sealed address for the next run to resolve, and notes at the boundary that the list changed: never who is on it.
 *
 * @param listed when (ISO 8601), and the representative's signature
 * @throws TypeError when it is none
 */
export function addPendingProtected(
  store: Store,
  sealed: SealedAddress,
  { at, by }: { readonly at: string; readonly by: Signature },
): void {
  store.write('add-pending-protected', () => {
    noteAtBoundary(store, at, { kind: 'gate', gate: 'protected-contacts', office: 'EmployeeRepresentative', by });
    prepared(store.decisions, 'INSERT OR IGNORE INTO protected_pending (sealed) VALUES (?)').run(
      readSealedAddress(sealed),
    );
  });
}

/** What no run has resolved yet. @throws TypeError when something stored is none */
export function pendingProtected(store: Store): SealedAddress[] {
  const rows = guarded(() => prepared(store.decisions, 'SELECT sealed FROM protected_pending').all());
  return rows.map(({ sealed }) => readSealedAddress(String(sealed)));
}

/** How many are protected: marks, and addresses no run has resolved yet. */
export function countProtected(store: Store): number {
  return protectedMarks(store).size + pendingProtected(store).length;
}

/** Puts marks in the place of a sealed address, whose bytes are gone from the disk then. */
export function resolvePending(store: Store, sealed: SealedAddress, marks: readonly Mark[]): void {
  store.write('resolve-pending', () => {
    const add = prepared(store.decisions, 'INSERT OR IGNORE INTO protected_contacts (mark) VALUES (?)');
    for (const mark of marks) add.run(readMark(mark));
    prepared(store.decisions, 'DELETE FROM protected_pending WHERE sealed = ?').run(sealed);
  });
  emptyLog(store.decisions);
}
