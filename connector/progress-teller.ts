import type { Progress } from './source-progress.ts';
import type { Period } from './privacy/period.ts';

const SPEAK_EVERY_MS = 2_000;

type Told = Progress | 'waiting' | 'publishing';

/**
 * Tells a person at a terminal how far a run is: days and mailboxes done and the time left of this step, at most every
 * two seconds, and whenever a step is read to its end, publishing begins or another process is waited for. Never a
 * figure of one mailbox.
 */
export function progressTeller(
  tell: (line: string) => void,
  machineNow: () => number,
): (progress: Told, period: Period) => void {
  let step = '';
  let began = { at: machineNow(), done: 0 };
  let spoke = Number.NEGATIVE_INFINITY;
  return (progress, period) => {
    const now = machineNow();
    const nowAt = `${period.id} ${typeof progress === 'string' ? progress : progress.step}`;
    const isNew = nowAt !== step;
    if (isNew) [step, began] = [nowAt, { at: now, done: typeof progress === 'string' ? 0 : doneOf(progress)[0] }];
    if (typeof progress === 'string' ? !isNew : now - spoke < SPEAK_EVERY_MS && !isDone(progress)) return;
    spoke = now;
    tell(`${period.id}  ${sentence(progress, began, now)}`);
  };
}

function doneOf({ days, daysDone, mailboxes, mailboxesDone }: Progress): [done: number, all: number] {
  return mailboxes > 0 ? [mailboxesDone, mailboxes] : [daysDone, days];
}

function isDone(progress: Progress): boolean {
  const [done, all] = doneOf(progress);
  return all > 0 && done === all;
}

function sentence(progress: Told, began: { at: number; done: number }, now: number): string {
  if (progress === 'publishing') return 'publishing: counting, adding noise, erasing what it was made from';
  if (progress === 'waiting')
    return 'waiting for another run to end; after a crash that is at most 20 seconds, until its claim runs out';
  const { step, mailboxes } = progress;
  const [done, all] = doneOf(progress);
  const timeLeft = left(done - began.done, all - done, now - began.at);
  switch (step) {
    case 'directory':
      return 'reading the directory';
    case 'mail':
    case 'meetings':
    case 'chats':
    case 'calls':
      return `${step}: ${done} of ${all} ${mailboxes > 0 ? 'mailboxes' : 'days'}${timeLeft}`;
    case 'usage':
      return `usage reports: ${done} of ${all} days${timeLeft}`;
  }
}

/** Judged by what was done since the step began here: a resumed run finds much of it done already. */
function left(doneHere: number, toDo: number, tookMs: number): string {
  if (doneHere <= 0 || toDo <= 0) return '';
  const seconds = Math.max(1, Math.ceil(((tookMs / doneHere) * toDo) / 1000));
  return seconds < 100 ? `, about ${seconds} s left` : `, about ${Math.round(seconds / 60)} min left`;
}
