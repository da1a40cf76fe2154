import { expect, it } from 'vitest';
import type { Progress } from '../connector/source-progress.ts';
import { periodOf } from '../connector/privacy/period.ts';
import { progressTeller } from '../connector/progress-teller.ts';

const PERIOD = periodOf('2026-01-01', '2026-04-01');

function teller() {
  const said: string[] = [];
  const clock = { seconds: 0 };
  const tell = progressTeller(
    (line) => said.push(line.replace('2026-Q1  ', '')),
    () => clock.seconds * 1000,
  );
  return {
    said,
    at: (seconds: number, progress: Partial<Progress> | 'waiting' | 'publishing') => {
      clock.seconds = seconds;
      const none = { step: 'directory', daysDone: 0, days: 0, mailboxesDone: 0, mailboxes: 0 } as const;
      tell(typeof progress === 'string' ? progress : { ...none, ...progress }, PERIOD);
    },
  };
}

it('speaks every two seconds and at the end of a step', () => {
  const { said, at } = teller();
  at(0, { step: 'usage', daysDone: 1, days: 90 });
  at(1, { step: 'usage', daysDone: 2, days: 90 });
  at(3, { step: 'usage', daysDone: 4, days: 90 });
  at(3.5, { step: 'usage', daysDone: 90, days: 90 });
  expect(said).toEqual([
    'usage reports: 1 of 90 days',
    'usage reports: 4 of 90 days, about 86 s left',
    'usage reports: 90 of 90 days',
  ]);
});

it('judges the time left by what this run did, not by what it found done', () => {
  const { said, at } = teller();
  at(0, { step: 'mail', mailboxesDone: 900, mailboxes: 1_000 });
  at(10, { step: 'mail', mailboxesDone: 910, mailboxes: 1_000 });
  at(12, { step: 'mail', mailboxesDone: 912, mailboxes: 1_000 });
  expect(said[0]).toBe('mail: 900 of 1000 mailboxes');
  expect(said[1]).toBe('mail: 910 of 1000 mailboxes, about 90 s left');
});

it('says minutes when it takes minutes, and never that nothing is left while something is', () => {
  const { said, at } = teller();
  at(0, { step: 'mail', mailboxesDone: 10, mailboxes: 1_010 });
  at(60, { step: 'mail', mailboxesDone: 110, mailboxes: 1_010 });
  at(66, { step: 'mail', mailboxesDone: 1_009, mailboxes: 1_010 });
  expect(said.slice(1)).toEqual([
    'mail: 110 of 1010 mailboxes, about 9 min left',
    'mail: 1009 of 1010 mailboxes, about 1 s left',
  ]);
});

it('says once that it waits for another run, and how long at most', () => {
  const { said, at } = teller();
  for (const second of [0, 5, 10]) at(second, 'waiting');
  at(11, 'publishing');
  expect(said).toHaveLength(2);
  expect(said[0]).toContain('at most 20 seconds');
});
