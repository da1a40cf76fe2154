import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { missesOf } from './misses.ts';
import { RECORD_FOLDER, type Recorded } from './record.ts';
import { isMeant } from './meant.ts';

const recorded = z.object({
  by: z.string(),
  method: z.string(),
  path: z.string(),
  query: z.array(z.tuple([z.string(), z.string()])),
  throughDoor: z.boolean(),
});

/** Gathers what every test file asks of Microsoft Graph; at the end, a request that does not conform fails the run. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'samspill-asked-'));
  process.env[RECORD_FOLDER] = folder;
  return () => {
    const requests = readRecord(folder);
    rmSync(folder, { recursive: true });
    const misses = strangersIn(requests);
    if (misses.length > 0) throw new Error(`Requests that do not conform:\n${misses.join('\n')}`);
    if (requests.length > 0) console.log(`Conformance: ${String(requests.length)} kinds of request, no miss.`);
  };
}

function readRecord(folder: string): Recorded[] {
  return readdirSync(folder)
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'))
    .map((line) => recorded.parse(JSON.parse(line)));
}

/** What is wrong with the requests of a record, but for what a test got wrong on purpose. */
export function strangersIn(requests: readonly Recorded[]): string[] {
  return requests.flatMap((request) =>
    missesOf(request)
      .filter((miss) => !isMeant(request, miss))
      .map((miss) => `${request.by}: ${request.method} ${request.path}: ${miss}`),
  );
}
