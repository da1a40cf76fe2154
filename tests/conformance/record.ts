import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { askedIn, type Asked } from './asked.ts';

/** One kind of request as a test file made it. */
export interface Recorded extends Asked {
  /** The test file. */
  readonly by: string;
}

/** Where the requests of all test files are gathered; named by the process that starts them. */
export const RECORD_FOLDER = 'CONFORMANCE_RECORD_FOLDER';

/**
 * Writes each kind of request a test file makes into the folder of the record, once.
 *
 * @returns told of every request
 */
export function recorder(folder: string, by: string): (request: Request) => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${by.replaceAll(/\W+/g, '-')}.${String(process.pid)}.jsonl`);
  const met = new Set<string>();
  return (request) => {
    const asked = askedIn(request);
    if (asked === undefined) return;
    const line = JSON.stringify({ by, ...asked } satisfies Recorded);
    if (met.has(line)) return;
    met.add(line);
    appendFileSync(file, `${line}\n`);
  };
}
