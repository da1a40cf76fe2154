import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Failure, type FailureCode } from './failure.ts';
import { drawnGroups } from './measured-files/drawn-groups.ts';
import { networkGexf } from './measured-files/network-gexf.ts';
import { networkPicture } from './measured-files/network-picture.ts';
import { refuseDataFolder } from './measured-files/own-data.ts';
import { readNetwork } from './measured-files/read-network.ts';
import { peopleTable, unitPairsTable, unitsTable } from './measured-files/result-tables.ts';
import { summaryOf } from './measured-files/summary.ts';
import { measuredNetwork, stoppable } from './measured-network.ts';
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

const RESULTS = [
  ...['people.csv', 'units.csv', 'unit-pairs.csv', 'network.svg', 'network.gexf', 'summary.json'],
] as const;

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
 * `summary.json`, `network.svg` and, up to a quarter of a million ties, `network.gexf`. For analysts with public networks and
 * surveys; it opens no data folder.
 *
 * All is measured before the first file is written; files of the same names are replaced, all or none.
 *
 * @returns the summary, as written
 * @throws Failure 'bad-input' naming file, line, column and expected form; that there are no weights to go by; that the
 *   folder is no folder, Samspill's own, holds an input under the name of a result, or cannot be written
 * @throws the signal's reason when the engine's signal aborts; nothing has been written then
 */
export async function measure(wish: Wish & Watch & Machine): Promise<Summary> {
  refuseOut(wish);
  return written(wish.out, await measuredFiles(wish), wish.engine);
}

/**
 * The same in a thread of its own, so that whoever waits is heard at once when they have had enough, whatever is being
 * measured just then.
 */
export async function measureInThread({ engine, tell, ...wish }: Wish & Watch): Promise<Summary> {
  const { threads, kernels, signal } = engine;
  signal?.throwIfAborted();
  refuseOut(wish);
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
    return await written(wish.out, found, engine);
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
  const progress = stoppable(engine);
  const gexf = networkGexf(read, measured, { directed, progress });
  const files = {
    'people.csv': peopleTable(read, measured, progress),
    'units.csv': unitsTable(read, measured),
    'unit-pairs.csv': unitPairsTable(read, measured),
    'network.svg': networkPicture(drawnGroups(read, measured)),
    ...(gexf !== undefined && { 'network.gexf': gexf }),
  };
  turnTo('done');
  const summary = summaryOf(read, measured, {
    ...{ directed, weighted, seed, threads: engine.threads, milliseconds },
    peakMegabytes: Math.round(wish.peakMegabytes()),
  });
  return { files, summary };
}

/** Every file under another name first, so that a full disk, or who has had enough, leaves what was there before. */
async function written(out: string, { files, summary }: Found, { signal }: Engine): Promise<Summary> {
  const all = Object.entries({ ...files, 'summary.json': `${JSON.stringify(summary, undefined, 2)}\n` });
  const unfinished = (name: string): string => join(out, `${name}.unfinished`);
  try {
    mkdirSync(out, { recursive: true });
    for (const [name, text] of all) await writeFile(unfinished(name), text, { signal });
    signal?.throwIfAborted();
    for (const [name] of all) renameSync(unfinished(name), join(out, name));
    // What an earlier, smaller network left would pass for this one's.
    if (files['network.gexf'] === undefined) rmSync(join(out, 'network.gexf'), { force: true });
  } catch (error) {
    for (const [name] of all) rmSync(unfinished(name), { force: true });
    signal?.throwIfAborted();
    throw new Failure('bad-input', 'The folder of --out cannot be written: name another one, or make room.', {
      cause: error,
    });
  }
  return summary;
}

/** Before an hour of measuring rather than after. */
function refuseOut({ ties, people, out }: Pick<Wish, 'ties' | 'people' | 'out'>): void {
  if (!existsSync(out)) return;
  if (!statSync(out).isDirectory()) throw new Failure('bad-input', 'The folder of --out is a file: name another one.');
  refuseDataFolder(out);
  const place = realpathSync(out);
  for (const path of [ties, ...(people === undefined ? [] : [people])])
    if (existsSync(path) && RESULTS.some((name) => realpathSync(path) === join(place, name)))
      throw new Failure('bad-input', `${basename(path)} would be replaced by a result: name another folder for --out.`);
}
