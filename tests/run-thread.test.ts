import { threadId } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { Failure } from '../connector/failure.ts';
import { runInThread } from '../connector/run-thread.ts';
import { Stopped } from '../connector/stopped.ts';
import type { Work } from './thread-at-work.ts';

function running(order: Work, stop = new AbortController().signal) {
  const lines: string[] = [];
  const module = new URL('thread-at-work.ts', import.meta.url);
  return { lines, periods: runInThread({ module, name: 'at work', order, tell: (line) => lines.push(line), stop }) };
}

/** All that came; the error, where it ended in one. */
async function ending(periods: AsyncIterable<string>): Promise<unknown> {
  const came: string[] = [];
  try {
    for await (const period of periods) came.push(period);
    return came;
  } catch (error) {
    return error;
  }
}

it('hands on lines and periods in their order, from another thread, and ends though the work forgot a timer', async () => {
  const { lines, periods } = running('tell and forget a timer');
  expect(await ending(periods)).toEqual(['2026-Q1', '2026-Q2']);
  expect(lines).toEqual([expect.stringMatching(/^in thread \d+$/)]);
  expect(lines).not.toContain(`in thread ${String(threadId)}`);
});

it('a failure comes with its code and sentence', async () => {
  expect(await ending(running('fail').periods)).toEqual(new Failure('throttled', 'Wait a while.'));
});

it('a fault of our own ends the thread and not this process, and is no failure that anybody could act on', async () => {
  for (const work of ['make a mistake', 'end without a word'] as const) {
    const ended = await ending(running(work).periods);
    expect(ended, work).toBeInstanceOf(Error);
    expect(ended, work).not.toBeInstanceOf(Failure);
    expect(ended, work).not.toBeInstanceOf(Stopped);
  }
});

it('told to stop, before it began or while it is at work, it is stopped', async () => {
  expect(await ending(running('go on until stopped', AbortSignal.abort()).periods)).toEqual(new Stopped());
  const stop = new AbortController();
  const { periods } = running('go on until stopped', stop.signal);
  expect(await periods.next()).toEqual({ done: false, value: '2026-Q1' });
  stop.abort();
  await expect(periods.next()).rejects.toThrow(Stopped);
});

it('whoever wants no more of it waits until the thread is gone', async () => {
  const { periods } = running('go on until stopped');
  for await (const period of periods) {
    expect(period).toBe('2026-Q1');
    break;
  }
  expect(await periods.next()).toEqual({ done: true, value: undefined });
});
