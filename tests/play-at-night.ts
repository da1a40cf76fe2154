import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import { z } from 'zod';

const KEY = 'played at night';

const played = z.object({
  source: z.string(),
  application: z.object({ clientId: z.string(), secret: z.string() }),
  roles: z.array(z.string()),
  barrier: z.instanceof(SharedArrayBuffer),
});
/** Which tenant folder is played, to which application, with which permissions, and where its reader stands still. */
type PlayedAtNight = z.infer<typeof played>;

/** Says what the threads that are started from now on are to play. */
export function playAtNight(what: PlayedAtNight): void {
  setEnvironmentData(KEY, what);
}

/** What this thread is to play. */
export function whatToPlay(): PlayedAtNight {
  return played.parse(getEnvironmentData(KEY));
}
