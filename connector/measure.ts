import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Failure, type FailureCode } from './failure.ts';
import { drawnGroups } from './measured-files/drawn-groups.ts';
import { networkPicture } from './measured-files/network-picture.ts';
import { readNetwork } from './measured-files/read-network.ts';
import { peopleTable, unitPairsTable, unitsTable } from './measured-files/result-tables.ts';
import { summaryOf } from './measured-files/summary.ts';
import { measuredNetwork } from './measured-network.ts';
import type { Engine } from './network/engine.ts';

/** What an analyst asks for. */
export interface Wish {
  readonly ties: string;
  readonly people?: string;
  readonly out: string;
  readonly directed: boolean;
  readonly weighted: boolean;
  /** Exact betweenness however long it takes. */
  readonly exact: boolean;
  /** How many units, or volunteers where the file of people has some, to begin a launch with. */
  readonly launch?: number;
  readonly seed: number;
}

/** Who hears of it and who may end it. */
export interface Watch {
  /** Its progress is told of each thing that is being done, from the beginning. */
  readonly engine: Engine;
  /** Told what is being done. */
  readonly tell: (what: string) => void;
}

interface Machine {
  /** In milliseconds. */
  readonly now: () => number;
  /** The most memory this process has held so far, in megabytes. */
  readonly peakMegabytes: () => number;
}

type Summary = ReturnType<typeof summaryOf>;

/** All that is written but the summary, by the names of the files, and the summary. */
interface Found {
  readonly files: Readonly<Record<string, string>>;
  readonly summary: Summary;
}

/** What a measuring thread is started with. */
export interface MeasuringOrder extends Wish {
  readonly threads: number;
  readonly kernels?: WebAssembly.Module;
}

/** What it says: what is being done, how far that is, and in the end what was found or why not. */
export type Said =
  | { readonly doing: string }
  | { readonly done: number; readonly of: number }
  | { readonly found: Found }
  | { readonly failed: FailureCode; readonly sentence: string };

/**
 * Measures any network file and writes what was found into a folder: `people.csv`, `units.csv`, `unit-pairs.csv`,
 * `summary.json` and `network.svg`. For analysts with public networks and surveys; it opens no data folder.
 *
 * All is measured before the first file is written; files of the same names are replaced, all or none.
 *
 * @returns the summary, as written
 * @throws Failure 'bad-input' naming file, line, column and expected form; that there are no weights to go by; that the
 *   folder is no folder, or cannot be written
 * @throws the signal's reason when the engine's signal aborts; nothing has been written then
 */
export async function measure(wish: Wish & Watch & Machine): Promise<Summary> {
  refuseFile(wish.out);
  return written(wish.out, await measuredFiles(wish));
}

/**
 * The same in a thread of its own, so that whoever waits is heard at once when they have had enough, whatever is being
 * measured just then.
 */
export async function measureInThread({ engine, tell, ...wish }: Wish & Watch): Promise<Summary> {
  const { threads, kernels, signal } = engine;
  signal?.throwIfAborted();
  refuseFile(wish.out);
  const order: MeasuringOrder = { ...wish, threads, ...(kernels && { kernels }) };
  const worker = new Worker(new URL('./measured-files/measuring-thread.ts', import.meta.url), { workerData: order });
  const stop = (): void => void worker.terminate();
  signal?.addEventListener('abort', stop);
  try {
    const found = await new Promise<Found>((resolve, reject) => {
      worker.on('message', (said: Said) => {
        if ('doing' in said) tell(said.doing);
        else if ('done' in said) engine.progress?.(said.done, said.of);
        else if ('found' in said) resolve(said.found);
        else reject(new Failure(said.failed, said.sentence));
      });
      worker.once('error', reject);
      worker.once('exit', () => {
        reject(
          signal?.aborted === true ? abortReason(signal) : new Error('The measuring thread ended before its work.'),
        );
      });
    });
    signal?.throwIfAborted();
    return written(wish.out, found);
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

function abortReason({ reason }: AbortSignal): Error {
  return reason instanceof Error ? reason : new Error('Told to stop.');
}

/**
 * Reads, measures and lays out, and writes nothing.
 *
 * @throws as `measure`, but for the folder
 */
export async function measuredFiles(wish: Omit<Wish, 'out'> & Watch & Machine): Promise<Found> {
  const { directed, weighted, exact, launch, seed, engine, now } = wish;
  const milliseconds: Record<string, number> = {};
  let [doing, since] = ['reading', now()];
  const turnTo = (what: string): void => {
    engine.signal?.throwIfAborted();
    milliseconds[doing] = (milliseconds[doing] ?? 0) + Math.round(now() - since);
    [doing, since] = [what, now()];
    wish.tell(what);
  };
  wish.tell(doing);
  const read = await readNetwork(wish, engine.progress);
  if (weighted && read.weights === undefined && read.from.length > 0)
    throw new Failure('bad-input', 'With --weighted every tie needs a weight: give the file a column named weight.');
  if (launch !== undefined && read.units === undefined && read.volunteers === undefined)
    throw new Failure(
      'bad-input',
      'A launch begins with units or volunteers: give --people a file that tells of them.',
    );
  const measured = await measuredNetwork(read, {
    ...{ directed, weighted, exact, seed, engine, tell: turnTo },
    ...(launch === undefined ? {} : { launch }),
  });
  turnTo('writing');
  const files = {
    'people.csv': peopleTable(read, measured),
    'units.csv': unitsTable(read, measured),
    'unit-pairs.csv': unitPairsTable(read, measured),
    'network.svg': networkPicture(drawnGroups(read, measured)),
  };
  turnTo('done');
  const summary = summaryOf(read, measured, {
    ...{ directed, weighted, seed, threads: engine.threads, milliseconds },
    peakMegabytes: Math.round(wish.peakMegabytes()),
  });
  return { files, summary };
}

/** Every file under another name first, so that a full disk leaves what was there before. */
function written(out: string, { files, summary }: Found): Summary {
  const all = { ...files, 'summary.json': `${JSON.stringify(summary, undefined, 2)}\n` };
  const unfinished = (name: string): string => join(out, `${name}.unfinished`);
  try {
    mkdirSync(out, { recursive: true });
    for (const [name, text] of Object.entries(all)) writeFileSync(unfinished(name), text);
    for (const name of Object.keys(all)) renameSync(unfinished(name), join(out, name));
  } catch (error) {
    for (const name of Object.keys(all)) rmSync(unfinished(name), { force: true });
    throw new Failure('bad-input', 'The folder of --out cannot be written: name another one, or make room.', {
      cause: error,
    });
  }
  return summary;
}

/** Before an hour of measuring rather than after. */
function refuseFile(out: string): void {
  if (existsSync(out) && !statSync(out).isDirectory())
    throw new Failure('bad-input', 'The folder of --out is a file: name another one.');
}
