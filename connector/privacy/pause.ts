import { Failure } from '../failure.ts';
import { ActRefused } from './act-refused.ts';
import type { Office } from './approval.ts';
import type { Signature } from './signature.ts';

export const PAUSE_ACTS = ['paused', 'resume-asked', 'resumed'] as const;

/** Who stops the processing, and who lets it go on. */
export interface PauseAct {
  readonly act: (typeof PAUSE_ACTS)[number];
  readonly office: Office;
  readonly by: Signature;
  /** ISO 8601. */
  readonly at: string;
  /** Why it was stopped, or what the controller answered. */
  readonly text: string | null;
}

/**
 * - `running`: nothing is in the way.
 * - `paused`: nothing is read or released, and nobody has answered yet.
 * - `answered`: still nothing; the controller's answer is there, and another person may let it go on.
 */
export type PauseState = 'running' | 'paused' | 'answered';

/** How it stands after these acts, oldest first. */
export function pauseState(acts: readonly PauseAct[]): PauseState {
  const last = acts.at(-1)?.act;
  if (last === undefined || last === 'resumed') return 'running';
  return last === 'paused' ? 'paused' : 'answered';
}

const MAY: Readonly<Record<PauseAct['act'], readonly Office[]>> = {
  paused: ['PrivacyOfficer', 'DataProtectionOfficer', 'EmployeeRepresentative'],
  'resume-asked': ['PrivacyOfficer'],
  resumed: ['Approver'],
};
const POSSIBLE_IN: Readonly<Record<PauseAct['act'], readonly PauseState[]>> = {
  paused: ['running', 'answered'],
  'resume-asked': ['paused'],
  resumed: ['answered'],
};

/**
 * Refuses an act that is not allowed: any of three offices pauses, at once and alone; going on takes a privacy officer
 * with the controller's written answer, and another person as approver.
 *
 * @param isSame whether two signatures are one person's; see `sameSigner`
 * @throws ActRefused
 */
export function checkPauseAct(
  acts: readonly PauseAct[],
  { act, office, by, text }: Omit<PauseAct, 'at'>,
  isSame: (one: Signature, other: Signature) => boolean,
): void {
  if (!MAY[act].includes(office)) throw new ActRefused('not-your-office', 'This is not for your office to do.');
  if (!POSSIBLE_IN[act].includes(pauseState(acts))) {
    throw new ActRefused('not-now', 'This cannot be done now: look how the pause stands.');
  }
  if (act === 'resume-asked' && (text ?? '').trim() === '') {
    throw new ActRefused('needs-text', "Give the controller's written answer: nothing goes on without it.");
  }
  const asked = acts.at(-1);
  if (act === 'resumed' && asked !== undefined && isSame(asked.by, by)) {
    throw new ActRefused('own-proposal', 'You asked for it to go on: another person lets it.');
  }
}

/** Refuses to read or release while somebody in office has paused it. @throws Failure 'paused' */
export function refusePaused(state: PauseState): void {
  if (state === 'running') return;
  throw new Failure(
    'paused',
    "Nothing is read or released: the processing is paused. It goes on once the privacy officer gives the controller's written answer and an approver agrees.",
  );
}
