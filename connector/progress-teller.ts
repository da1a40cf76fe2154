import type { Progress } from './collect.ts';
import type { Period } from './privacy/period.ts';

const SPEAK_EVERY_MS = 2_000;

/**
 * Tells a person at a terminal how far a run is: days and mailboxes done and the time left, at most every two seconds,
 * and whenever mail is read to its end or publishing begins. Never a figure of one mailbox.
 */
export function progressTeller(
  tell: (line: string) => void,
  machineNow: () => number,
): (progress: Progress | 'publishing', period: Period) => void {
  let step = '';
  let began = machineNow();
  let spoke = Number.NEGATIVE_INFINITY;
  return (progress, period) => {
    const now = machineNow();
    const nowAt = `${period.id} ${progress === 'publishing' ? progress : progress.step}`;
    if (nowAt !== step) [step, began] = [nowAt, now];
    if (now - spoke < SPEAK_EVERY_MS && progress !== 'publishing' && !isDone(progress)) return;
    spoke = now;
    tell(`${period.id}  ${sentence(progress, now - began)}`);
  };
}

function isDone(progress: Progress): boolean {
  return progress.step === 'mail' && progress.mailboxesDone === progress.mailboxes;
}

function sentence(progress: Progress | 'publishing', tookMs: number): string {
  if (progress === 'publishing') return 'publishing: counting, adding noise, erasing what it was made from';
  const { step, days, daysDone, mailboxes, mailboxesDone } = progress;
  switch (step) {
    case 'directory':
      return 'reading the directory';
    case 'mail':
      return `mail: ${mailboxesDone} of ${mailboxes} mailboxes${left(mailboxesDone, mailboxes, tookMs)}`;
    case 'usage':
      return `usage reports: ${daysDone} of ${days} days${left(daysDone, days, tookMs)}`;
  }
}

function left(done: number, all: number, tookMs: number): string {
  if (done === 0 || done === all) return '';
  return `, about ${Math.ceil(((tookMs / done) * (all - done)) / 1000)} s left`;
}
