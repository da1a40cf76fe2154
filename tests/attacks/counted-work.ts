import { Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';

/** Which block of the product's code ran how often; a block that did not run has no entry. */
export type Work = ReadonlyMap<string, number>;

/**
 * Counts from here on, exactly, how often each block of the product's code runs: what a clock would show, without the
 * clock's noise. Import it before the product, because code compiled earlier is counted by functions alone. What SQLite
 * and Node do inside is not counted, but each row they hand over is.
 */
// Compiled further, a small function runs inside its caller and is counted no more.
for (const flag of ['--no-opt', '--no-maglev']) setFlagsFromString(flag);
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/** The work of one act: what ran since the last time it was asked for is left out. */
export async function workOf(act: () => unknown): Promise<Work> {
  taken();
  await act();
  return taken();
}

/** What differs between two works, by block. */
export function differences(a: Work, b: Work): string[] {
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((block) => a.get(block) !== b.get(block))
    .map((block) => `${block}: ${String(a.get(block) ?? 0)}, ${String(b.get(block) ?? 0)}`);
}

function taken(): Work {
  const counted = new Map<string, number>();
  // The session is of this thread: what is asked of it is answered before the next line.
  session.post('Profiler.takePreciseCoverage', (error, coverage) => {
    if (error !== null) throw error;
    for (const { url, functions } of coverage.result) {
      const file = /\/connector\/.*$/.exec(url)?.[0];
      if (file === undefined) continue;
      for (const { functionName, ranges } of functions) {
        for (const { startOffset, endOffset, count } of ranges) {
          const block = `${file} ${functionName} ${String(startOffset)}-${String(endOffset)}`;
          if (count > 0) counted.set(block, (counted.get(block) ?? 0) + count);
        }
      }
    }
  });
  return counted;
}
