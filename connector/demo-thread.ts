import { z } from 'zod';
import { playDemo, type DemoLife, type DemoPlay } from './demo-life.ts';
import { liveOpenDays, livePeriod } from './demo-quarters.ts';
import { isDay } from './privacy/period.ts';
import { runInThread, workInThread, type ThreadHands } from './run-thread.ts';

const THREAD = 'demo';

const day = z.string().refine(isDay);
const order = z.object({
  demo: z.object({
    tenant: z.string().optional(),
    span: z.object({ from: day, to: day }).optional(),
    data: z.string().optional(),
    once: z.boolean(),
    today: z.int(),
  }),
});
type DemoOrder = z.input<typeof order>;

/**
 * Lives the quarters of a played tenant in a thread with a tenant of its own, so that the thread that answers never waits
 * for Microsoft's side of the play, nor for the reading.
 *
 * @returns the ids of the periods as they are released, those released earlier first; ends when all is read
 * @throws as `runInThread`
 */
export function livedInThread({ tell, stop, ...demo }: DemoPlay): AsyncGenerator<string, void> {
  const { tenant, span, data, once, today } = demo;
  const order: DemoOrder = { demo: { tenant, span, data, once, today } };
  return runInThread({ module: new URL(import.meta.url), name: THREAD, order, tell, stop });
}

async function live({ order: handed, tell, tellPeriod, stop }: ThreadHands): Promise<void> {
  const { tenant, span, data, ...rest } = order.parse(handed).demo;
  const given = { ...(tenant && { tenant }), ...(span && { span }), ...(data && { data }) };
  await playDemo({ tell, stop, ...rest, ...given }, false, (life) => liveAll(life, tellPeriod));
}

async function liveAll(life: DemoLife, tellReleased: (id: string) => void): Promise<void> {
  for (const period of life.periods) {
    await livePeriod(life, period, life.played.span !== undefined);
    tellReleased(period.id);
  }
  await liveOpenDays(life);
}

// Imported by any other thread it only offers `livedInThread`; in its own it does the work.
await workInThread(THREAD, live);
