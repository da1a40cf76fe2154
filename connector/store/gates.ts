import { readGateRecord, type GateRecord } from '../privacy/gates.ts';
import { noteAtBoundary } from './boundary-ledger.ts';
import { prepared } from './database.ts';
import { damaged, guarded } from './database-failure.ts';
import type { Store } from './open.ts';

/** Keeps what was said in office; `checkGateRecord` is asked before. @throws ZodError when it is no record */
export function recordGate(store: Store, record: GateRecord): void {
  const read = readGateRecord(record);
  const text = JSON.stringify(read);
  const { gate, office, by, at } = read;
  store.write('record-gate', () => {
    noteAtBoundary(store, at, { kind: 'gate', gate, office, by });
    prepared(store.decisions, 'INSERT INTO gate_records (text) VALUES (?)').run(text);
  });
}

/** Every record, oldest first. @throws Failure 'damaged-database' */
export function readGateRecords(store: Store): GateRecord[] {
  const rows = guarded(() => prepared(store.decisions, 'SELECT text FROM gate_records ORDER BY position').all());
  try {
    return rows.map(({ text }) => readGateRecord(JSON.parse(String(text))));
  } catch {
    throw damaged();
  }
}
