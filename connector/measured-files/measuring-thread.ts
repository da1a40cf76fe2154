import { parentPort, workerData } from 'node:worker_threads';
import { Failure } from '../failure.ts';
import { measuredFiles, type MeasuringOrder, type Said } from '../measure.ts';

/** Enough for a person to wait by; work tells of it far more often. */
const BETWEEN_REPORTS_MS = 100;

/** Whoever started it ends the thread when they have had enough: nothing in here has to listen. */
async function work(say: (said: Said) => void, { threads, kernels, ...wish }: MeasuringOrder): Promise<void> {
  let spoke = 0;
  const progress = (done: number, of: number): void => {
    const now = Date.now();
    if (now - spoke < BETWEEN_REPORTS_MS) return;
    spoke = now;
    say({ done, of });
  };
  try {
    const found = await measuredFiles({
      ...wish,
      engine: { threads, ...(kernels && { kernels }), progress },
      tell: (doing) => {
        say({ doing });
      },
      now: Date.now,
      peakMegabytes: () => process.resourceUsage().maxRSS / 1024,
    });
    say({ found });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    say({ failed: error.code, sentence: error.message });
  }
}

function isOrder(data: unknown): data is MeasuringOrder {
  return typeof data === 'object' && data !== null && 'ties' in data && 'threads' in data && 'directed' in data;
}

if (parentPort !== null && isOrder(workerData)) {
  const port = parentPort;
  await work((said) => {
    port.postMessage(said);
  }, workerData);
}
