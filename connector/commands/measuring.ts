import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { Stopped } from '../stopped.ts';
import { readSeed, readThreads } from './arguments.ts';
import type { CommandMachine } from './machine.ts';

interface MeasureOptions {
  readonly ties: string;
  readonly people?: string;
  readonly out: string;
  readonly directed?: boolean;
  readonly weighted?: boolean;
  readonly exact?: boolean;
  readonly launch?: number;
  readonly seed: number;
  readonly threads?: number;
  readonly json?: boolean;
}

/** `measure`, which has to do with nothing else here. */
export function addMeasuring(program: Command, machine: CommandMachine): void {
  program
    .command('measure')
    .description('measure any network file, for analysts: touches no data folder and asks Microsoft nothing')
    .requiredOption('--ties <file>', 'CSV with from,to[,weight], GEXF (.gexf) or Pajek (.net)')
    .option('--people <file>', 'CSV with person,unit: everybody there is')
    .requiredOption(
      '--out <folder>',
      'where to write people.csv, units.csv, unit-pairs.csv, summary.json, network.svg, network.gexf',
    )
    .option('--directed', 'direction counts (otherwise a pair counts once, and weights of both ways add up)')
    .option('--weighted', 'weights count (otherwise every tie weighs 1)')
    .option('--exact', 'exact betweenness also where that takes long')
    .option(
      '--launch <number>',
      'choose so many units, or volunteers of the file of people, to begin a launch with',
      readSeed,
    )
    .option('--seed <number>', 'what communities and samples are drawn from', readSeed, 1)
    .option('--threads <number>', 'how many threads share the work (default: all there are)', readThreads)
    .option('--json', 'print the summary as JSON instead of sentences')
    .action((options: MeasureOptions) => measureFile(options, machine));
}

async function measureFile(options: MeasureOptions, machine: CommandMachine): Promise<void> {
  const { ties, people, out, launch, seed, threads, json } = options;
  const { measureInThread } = await import('../measure.ts');
  try {
    const progress = json === true ? { tell: () => undefined } : tellOfEveryTenth(machine.tell);
    const summary = await measureInThread({
      ...{ ties, out, seed, ...(people === undefined ? {} : { people }), ...(launch === undefined ? {} : { launch }) },
      ...{ directed: options.directed === true, weighted: options.weighted === true, exact: options.exact === true },
      engine: {
        threads: threads ?? availableParallelism(),
        kernels: new WebAssembly.Module(readFileSync(new URL('../network/wasm/kernels.wasm', import.meta.url))),
        signal: machine.stop,
        ...('progress' in progress && { progress: progress.progress }),
      },
      tell: progress.tell,
    });
    const { units, communities, betweenness } = summary;
    const sentence = `Measured ${summary.people.toLocaleString('en')} people, ${summary.ties.toLocaleString('en')} ties, ${String(units)} units and ${String(communities.count)} communities${betweenness.method === 'sampled' ? ' (betweenness from a sample: see summary.json)' : ''}. The results are in ${out}.`;
    machine.print(summary, json, sentence);
  } catch (error) {
    throw machine.stop.aborted ? new Stopped() : error;
  }
}

/** What is being done, and of what takes longer than a second each tenth of it. */
function tellOfEveryTenth(tell: (line: string) => void): {
  tell: (what: string) => void;
  progress: (done: number, of: number) => void;
} {
  let [began, told] = [Date.now(), 0];
  return {
    tell: (what) => {
      [began, told] = [Date.now(), 0];
      tell(`${what} …`);
    },
    progress: (done, of) => {
      const tenths = Math.floor((10 * done) / of);
      if (tenths <= told || Date.now() - began < 1000) return;
      told = tenths;
      tell(`  ${String(tenths * 10)} %`);
    },
  };
}
