import { readMark, type Mark } from '../privacy/mark.ts';
import { readSealedAddress, type SealedAddress } from '../privacy/sealed-address.ts';
import type { Signature } from '../privacy/signature.ts';
import { noteAtBoundary } from './boundary-ledger.ts';
import { emptyLog, prepared } from './database.ts';
import { guarded } from './database-failure.ts';
import type { Store } from './open.ts';

/** Who keeps the list. */
const OFFICE = { office: 'EmployeeRepresentative' } as const;

/** When the list was changed (ISO 8601), and the representative's signature. */
interface Signed {
  readonly at: string;
  readonly by: Signature;
}

/** The mark of an address as it was typed, and of whoever the directory knows by it. */
export interface AddressMarks {
  readonly address: Mark;
  readonly person?: Mark;
}

/** Lists a person or an address as protected. Repeating it changes nothing. @throws TypeError when the mark is none */
export function addProtected(store: Store, mark: Mark): void {
  store.write('add-protected', () => {
    insertMark(store, mark);
  });
}

function insertMark(store: Store, mark: Mark): void {
  prepared(store.decisions, 'INSERT OR IGNORE INTO protected_contacts (mark) VALUES (?)').run(readMark(mark));
}

/** The marks of everybody listed. @throws TypeError when something stored is no mark */
export function protectedMarks(store: Store): Set<Mark> {
  const rows = guarded(() => prepared(store.decisions, 'SELECT mark FROM protected_contacts').all());
  return new Set(rows.map(({ mark }) => readMark(String(mark))));
}

/** Whether the person of this mark is listed: one lookup, however many are. */
export function isProtected(store: Store, mark: Mark): boolean {
  const question = prepared(store.decisions, 'SELECT 1 FROM protected_contacts WHERE mark = ?');
  return guarded(() => question.get(readMark(mark)) !== undefined);
}

/**
 * Keeps a sealed address for the next run to resolve, and notes at the boundary that the list changed: never who is on it.
 *
 * @param insteadOf removals of the same address that wait: they are taken back
 * @throws TypeError when it is none
 */
export function addPendingProtected(
  store: Store,
  sealed: SealedAddress,
  { at, by }: Signed,
  insteadOf: readonly SealedAddress[] = [],
): void {
  store.write('add-pending-protected', () => {
    noteAtBoundary(store, at, { kind: 'gate', gate: 'protected-contacts', ...OFFICE, by });
    for (const removal of insteadOf) dropRemoval(store, removal);
    prepared(store.decisions, 'INSERT OR IGNORE INTO protected_pending (sealed) VALUES (?)').run(
      readSealedAddress(sealed),
    );
  });
}

/** Takes back what no run has resolved yet, noted at the boundary. What is not there any more is let be. */
export function takeBackPending(store: Store, sealed: readonly SealedAddress[], { at, by }: Signed): void {
  store.write('take-back-pending', () => {
    noteAtBoundary(store, at, { kind: 'unprotect', ...OFFICE, by });
    for (const one of sealed) dropPending(store, one);
  });
}

/**
 * Keeps a sealed address that the next run takes off the list, noted at the boundary.
 *
 * @throws TypeError when it is none
 */
export function addPendingRemoval(store: Store, sealed: SealedAddress, { at, by }: Signed): void {
  store.write('add-pending-removal', () => {
    noteAtBoundary(store, at, { kind: 'unprotect', ...OFFICE, by });
    prepared(store.decisions, 'INSERT OR IGNORE INTO protected_removals (sealed) VALUES (?)').run(
      readSealedAddress(sealed),
    );
  });
}

/** What no run has resolved yet. @throws TypeError when something stored is none */
export function pendingProtected(store: Store): SealedAddress[] {
  return sealedIn(store, 'SELECT sealed FROM protected_pending');
}

/** What the next run takes off the list. @throws TypeError when something stored is none */
export function pendingRemovals(store: Store): SealedAddress[] {
  return sealedIn(store, 'SELECT sealed FROM protected_removals');
}

function sealedIn(store: Store, sql: string): SealedAddress[] {
  return guarded(() => prepared(store.decisions, sql).all()).map(({ sealed }) => readSealedAddress(String(sealed)));
}

/** How many are protected: those listed, each once however many marks stand for them, and those no run has resolved yet. */
export function countProtected(store: Store): number {
  const people = new Set(linked(store).map(({ person }) => person));
  return [...protectedMarks(store)].filter((mark) => !people.has(mark)).length + pendingProtected(store).length;
}

/** Puts marks in the place of a sealed address, whose bytes are gone from the disk then; nothing if it was taken back. */
export function resolvePending(store: Store, sealed: SealedAddress, { address, person }: AddressMarks): void {
  store.write('resolve-pending', () => {
    if (!dropPending(store, sealed)) return;
    insertMark(store, address);
    if (person === undefined) return;
    insertMark(store, person);
    const link = 'INSERT OR IGNORE INTO protected_links (address, person) VALUES (?, ?)';
    prepared(store.decisions, link).run(readMark(address), readMark(person));
  });
  emptyLog(store.decisions);
}

/**
 * Takes off the list whoever a sealed address stands for, and removes it: the address itself and the person it was listed
 * with, unless another address keeps them there; or, of a person listed by another address, them and all their addresses.
 *
 * @returns 'removed'; 'nobody' where the list has nobody by it; 'waits' where nobody would be left, and everything stays
 */
export function resolveRemoval(
  store: Store,
  sealed: SealedAddress,
  marks: AddressMarks,
): 'removed' | 'nobody' | 'waits' {
  const outcome = store.write('resolve-removal', () => {
    const listed = protectedMarks(store);
    const gone = standingFor(marks, listed, linked(store));
    const isLast = gone.length > 0 && gone.length === listed.size && pendingProtected(store).length === 0;
    if (isLast) return 'waits';
    for (const mark of gone) removeMark(store, mark);
    dropRemoval(store, sealed);
    return gone.length === 0 ? 'nobody' : 'removed';
  });
  emptyLog(store.decisions);
  return outcome;
}

function standingFor(
  { address, person }: AddressMarks,
  listed: ReadonlySet<Mark>,
  links: readonly Required<AddressMarks>[],
): Mark[] {
  const ofPerson = (mark: Mark | undefined): Mark[] =>
    links.filter((link) => link.person === mark).map((link) => link.address);
  if (!listed.has(address)) {
    return person !== undefined && listed.has(person) ? [person, ...ofPerson(person)] : [];
  }
  const own = links.filter((link) => link.address === address).map((link) => link.person);
  // Listed before it was noted whose mark was made with which address.
  const unlinked = person !== undefined && listed.has(person) && own.length === 0 ? [person] : [];
  const alone = [...own, ...unlinked].filter((mark) => ofPerson(mark).every((other) => other === address));
  return [address, ...alone];
}

/** How many of those taken off in the newest run that did so stood for nobody on the list; undefined before any. */
export function missedRemovals(store: Store): { readonly on: string; readonly addresses: number } | undefined {
  const row = guarded(() => prepared(store.decisions, 'SELECT on_day, addresses FROM protected_missed').get());
  return row === undefined ? undefined : { on: String(row['on_day']), addresses: Number(row['addresses']) };
}

/** Keeps how many found nobody, in the place of what an earlier run found. @param on the day of the run */
export function noteMissed(store: Store, on: string, addresses: number): void {
  store.write('note-missed', () => {
    const sql = 'INSERT OR REPLACE INTO protected_missed (only, on_day, addresses) VALUES (1, ?, ?)';
    prepared(store.decisions, sql).run(on, addresses);
  });
}

function linked(store: Store): Required<AddressMarks>[] {
  return guarded(() => prepared(store.decisions, 'SELECT address, person FROM protected_links').all()).map(
    ({ address, person }) => ({ address: readMark(String(address)), person: readMark(String(person)) }),
  );
}

function removeMark(store: Store, mark: Mark): void {
  prepared(store.decisions, 'DELETE FROM protected_contacts WHERE mark = ?').run(mark);
  prepared(store.decisions, 'DELETE FROM protected_links WHERE address = ? OR person = ?').run(mark, mark);
}

function dropPending(store: Store, sealed: SealedAddress): boolean {
  return prepared(store.decisions, 'DELETE FROM protected_pending WHERE sealed = ?').run(sealed).changes > 0;
}

function dropRemoval(store: Store, sealed: SealedAddress): void {
  prepared(store.decisions, 'DELETE FROM protected_removals WHERE sealed = ?').run(sealed);
}
