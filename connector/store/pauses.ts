import { z } from 'zod';
import { OFFICES } from '../privacy/approval.ts';
import { PAUSE_ACTS, pauseState, refusePaused, type PauseAct } from '../privacy/pause.ts';
import { isSignature } from '../privacy/signature.ts';
import { noteAtBoundary } from './boundary-ledger.ts';
import { prepared } from './database.ts';
import { damaged, guarded } from './database-failure.ts';
import type { Store } from './open.ts';

const pauseRow = z.object({
  act: z.enum(PAUSE_ACTS),
  office: z.enum(OFFICES),
  by: z.string().refine(isSignature),
  at: z.iso.datetime(),
  text: z.string().nullable(),
});

/**
 * Keeps what somebody did about the pause, with the boundary ledger's note of it. `check` is asked inside the write, with
 * the acts as they stand then.
 *
 * @throws what `check` throws, and then nothing is kept; ZodError when it is no act
 */
export function addPauseAct(store: Store, wanted: PauseAct, check: (acts: readonly PauseAct[]) => void): void {
  const { act, office, by, at, text } = pauseRow.parse(wanted);
  store.write('add-pause-act', () => {
    check(readPauseActs(store));
    const sql = 'INSERT INTO pause_acts (act, office, signature, at, text) VALUES (?, ?, ?, ?, ?)';
    prepared(store.decisions, sql).run(act, office, by, at, text);
    noteAtBoundary(store, at, { kind: 'pause', act, office, by });
  });
}

/** Every act, oldest first. @throws Failure 'damaged-database' */
export function readPauseActs(store: Store): PauseAct[] {
  const sql = 'SELECT act, office, signature AS by, at, text FROM pause_acts ORDER BY position';
  const read = z.array(pauseRow).safeParse(guarded(() => prepared(store.decisions, sql).all()));
  if (!read.success) throw damaged();
  return read.data;
}

/** Asked before each step of reading and releasing. @throws Failure 'paused' */
export function refuseWhilePaused(store: Store): void {
  refusePaused(pauseState(readPauseActs(store)));
}
