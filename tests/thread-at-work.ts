import { threadId } from 'node:worker_threads';
import { z } from 'zod';
import { Failure } from '../connector/failure.ts';
import { workInThread } from '../connector/run-thread.ts';
import { Stopped } from '../connector/stopped.ts';

/** What a thread of `run-thread.test.ts` does, by the word it is handed. */
const WORK = {
  'tell and forget a timer': ({ tell, tellPeriod }) => {
    tell(`in thread ${String(threadId)}`);
    tellPeriod('2026-Q1');
    tellPeriod('2026-Q2');
    setInterval(() => undefined, 1_000);
    return Promise.resolve();
  },
  fail: () => Promise.reject(new Failure('throttled', 'Wait a while.')),
  'make a mistake': () => Promise.reject(new TypeError('a mistake of ours')),
  'end without a word': () => process.exit(0),
  'go on until stopped': ({ stop, tellPeriod }) => {
    tellPeriod('2026-Q1');
    return new Promise((_, reject) => {
      stop.addEventListener('abort', () => {
        reject(new Stopped());
      });
    });
  },
} as const satisfies Record<string, Parameters<typeof workInThread>[1]>;
export type Work = keyof typeof WORK;

const work = z.enum(['tell and forget a timer', 'fail', 'make a mistake', 'end without a word', 'go on until stopped']);

await workInThread('at work', (hands) => WORK[work.parse(hands.order)](hands));
