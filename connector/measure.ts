import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.ts';
import { networkPicture } from './measured-files/network-picture.ts';
import { readNetwork } from './measured-files/read-network.ts';
import { peopleTable, unitPairsTable, unitsTable } from './measured-files/result-tables.ts';
import { summaryOf } from './measured-files/summary.ts';
import { drawnGroups } from './measured-files/drawn-groups.ts';
import { measuredNetwork } from './measured-network.ts';
import type { Engine } from './network/engine.ts';

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
  readonly engine: Engine;
  /** Told what is being done. */
  readonly tell: (what: string) => void;
  /** In milliseconds. */
  readonly now: () => number;
  /** The most memory this process has held so far, in megabytes. */
  readonly peakMegabytes: () => number;
}

/**
 * Measures any network file and writes what was found into a folder: `people.csv`, `units.csv`, `unit-pairs.csv`,
 * `summary.json` and `network.svg`. For analysts with public networks and surveys; it opens no data folder.
 *
 * All is measured before the first file is written; files of the same names are replaced.
 *
 * @returns the summary, as written
 * @throws Failure 'bad-input' naming file, line, column and expected form; that there are no weights to go by; that the
 *   folder is no folder
 * @throws the signal's reason when the engine's signal aborts; nothing has been written then
 */
export async function measure(wish: Wish): Promise<ReturnType<typeof summaryOf>> {
  const { out, directed, weighted, exact, launch, seed, engine, now } = wish;
  const milliseconds: Record<string, number> = {};
  let [doing, since] = ['reading', now()];
  const turnTo = (what: string): void => {
    milliseconds[doing] = (milliseconds[doing] ?? 0) + Math.round(now() - since);
    [doing, since] = [what, now()];
    wish.tell(what);
  };
  wish.tell(doing);
  const read = await readNetwork(wish.ties, wish.people, directed);
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
  const picture = networkPicture(drawnGroups(read, measured));
  const tables = {
    'people.csv': peopleTable(read, measured),
    'units.csv': unitsTable(read, measured),
    'unit-pairs.csv': unitPairsTable(read, measured),
    'network.svg': picture,
  };
  folderAt(out);
  for (const [name, text] of Object.entries(tables)) writeFileSync(join(out, name), text);
  turnTo('done');
  const summary = summaryOf(read, measured, {
    ...{ directed, weighted, seed, threads: engine.threads, milliseconds },
    peakMegabytes: Math.round(wish.peakMegabytes()),
  });
  writeFileSync(join(out, 'summary.json'), `${JSON.stringify(summary, undefined, 2)}\n`);
  return summary;
}

function folderAt(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    const what = existsSync(path) ? 'is a file' : 'cannot be made';
    throw new Failure('bad-input', `The folder of --out ${what}: name another one.`, { cause: error });
  }
}
