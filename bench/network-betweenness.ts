import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UndirectedGraph } from 'graphology';
import peer from 'graphology-metrics/centrality/betweenness.js';
import { z } from 'zod';
import { betweenness } from '../connector/network/betweenness.ts';
import type { Engine } from '../connector/network/engine.ts';
import { networkOf } from '../connector/network/network-of.ts';
import { inventedNetwork, type InventedTies } from './invented-network.ts';

type Peer = (graph: UndirectedGraph, options: object) => Record<string, number>;

/** What one of them took: processor seconds of the measure alone, and the most memory its process held from its start. */
const cost = z.object({ seconds: z.number(), wall: z.number(), megabytes: z.number() });

const CONTESTANTS = {
  'one-thread': 'ours, WebAssembly, 1 thread',
  'two-threads': 'ours, WebAssembly, 2 threads',
  'no-kernels': 'ours, TypeScript, 1 thread',
  graphology: 'graphology-metrics',
  igraph: 'igraph (C)',
} as const;
export type Contestant = keyof typeof CONTESTANTS;
const NAMES = ['one-thread', 'two-threads', 'no-kernels', 'graphology', 'igraph'] as const satisfies Contestant[];

export interface BetweennessRace {
  readonly people: number;
  readonly tiesAPerson: number;
  readonly weighted: boolean;
  readonly contestants: readonly Contestant[];
}

/**
 * Exact betweenness of one invented network, each contestant in a process of its own, one after the other, so that each
 * has its own peak of memory: with what Node or Python and the network itself take. igraph is left out where
 * python3-igraph is not installed. Processor time; two threads by the wall clock too, since processor time does not show
 * what sharing saves. Throws where values differ by more than 1e-9 of the largest.
 */
export function benchBetweenness({ people, tiesAPerson, weighted, contestants }: BetweennessRace): void {
  const folder = mkdtempSync(join(tmpdir(), 'samspill-bench-'));
  try {
    const ties = inventedNetwork(people, Math.round(people * tiesAPerson), 1);
    const count = ties.from.length;
    console.log(
      `\nBetweenness: ${people.toLocaleString('en')} people, ${count.toLocaleString('en')} ties, ${weighted ? 'weighted' : 'in steps'}`,
    );
    for (const column of ['from', 'to', 'weights'] as const) writeFileSync(join(folder, column), bytesOf(ties[column]));
    const all = contestants.flatMap((name) => {
      const found = inOwnProcess(name, folder, people, weighted);
      return found === undefined ? [] : [{ name, ...found }];
    });
    const last = all.at(-1);
    for (const { name, seconds, wall, megabytes, values } of all) {
      const ratio = (seconds / last!.seconds).toFixed(3);
      console.log(
        `  ${CONTESTANTS[name].padEnd(30)}${seconds.toFixed(2).padStart(9)} s processor${wall.toFixed(2).padStart(9)} s wall${megabytes.toFixed(0).padStart(7)} MB${ratio.padStart(8)} ×`,
      );
      checkSame(values, last!.values);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array | Float64Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function inOwnProcess(name: Contestant, folder: string, people: number, weighted: boolean) {
  const values = join(folder, `${name}-values`);
  const told =
    name === 'igraph' ? igraph(folder, people, weighted, values) : node(name, folder, people, weighted, values);
  if (told === undefined) return undefined;
  return { ...cost.parse(told), values: new Float64Array(new Uint8Array(readFileSync(values)).buffer) };
}

function node(...[name, folder, people, weighted, values]: [Contestant, string, number, boolean, string]): unknown {
  const order = [fileURLToPath(import.meta.url), name, folder, String(people), weighted ? 'weighted' : 'steps', values];
  const { stdout, status } = spawnSync(process.execPath, order, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${CONTESTANTS[name]} failed.`);
  return JSON.parse(stdout);
}

/** What the process of one of ours, or of graphology, does. */
async function contend([name, folder, people, kind, out]: readonly string[]): Promise<void> {
  const column = (which: string): ArrayBuffer => new Uint8Array(readFileSync(join(folder!, which))).buffer;
  const ties = {
    ...{ people: Number(people), from: new Int32Array(column('from')), to: new Int32Array(column('to')) },
    weights: new Float64Array(column('weights')),
  };
  const isWeighted = kind === 'weighted';
  const { values, ...told } =
    name === 'graphology' ? graphology(ties, isWeighted) : await ours(ties, isWeighted, engineOf(name));
  writeFileSync(out!, bytesOf(values));
  console.log(JSON.stringify({ ...told, megabytes: process.resourceUsage().maxRSS / 1024 }));
}

function engineOf(name: string | undefined): Engine {
  if (name === 'no-kernels') return { threads: 1 };
  const built = readFileSync(new URL('../connector/network/wasm/kernels.wasm', import.meta.url));
  return { threads: name === 'two-threads' ? 2 : 1, kernels: new WebAssembly.Module(built) };
}

function processorSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

interface Timed {
  readonly seconds: number;
  readonly wall: number;
  readonly values: Float64Array;
}

async function ours(ties: Omit<InventedTies, 'unitOf'>, weighted: boolean, engine: Engine): Promise<Timed> {
  const { weights, ...binary } = ties;
  const network = networkOf({ ...binary, ...(weighted && { weights }), directed: false });
  const [begun, used] = [performance.now(), process.cpuUsage()];
  const values = await betweenness(network, { directed: false, weighted, engine });
  return { seconds: processorSeconds(used), wall: (performance.now() - begun) / 1000, values };
}

function graphology({ people, from, to, weights }: Omit<InventedTies, 'unitOf'>, weighted: boolean): Timed {
  const measure: unknown = peer;
  if (!isPeer(measure)) throw new Error('graphology-metrics exports something else.');
  const graph = new UndirectedGraph();
  for (let person = 0; person < people; person += 1) graph.addNode(person);
  for (let tie = 0; tie < from.length; tie += 1) graph.addEdge(from[tie], to[tie], { length: 1 / weights[tie]! });
  const [begun, used] = [performance.now(), process.cpuUsage()];
  const values = measure(graph, { normalized: false, getEdgeWeight: weighted ? 'length' : null });
  const told = { seconds: processorSeconds(used), wall: (performance.now() - begun) / 1000 };
  // It compares lengths to the last bit, so ties in length that round differently are not ties to it: not compared.
  if (weighted) return { ...told, values: new Float64Array() };
  return { ...told, values: Float64Array.from({ length: people }, (_, person) => values[person] ?? NaN) };
}

/** Its types promise a default export that the module, not being an ECMAScript one, has under no name. */
function isPeer(value: unknown): value is Peer {
  return typeof value === 'function';
}

/** igraph in C, through whichever Python has it. */
function igraph(folder: string, people: number, weighted: boolean, values: string): unknown {
  const script = fileURLToPath(new URL('./igraph-betweenness.py', import.meta.url));
  for (const python of ['python3', '/usr/bin/python3']) {
    if (spawnSync(python, ['-c', 'import igraph']).status !== 0) continue;
    const order = [script, folder, String(people), weighted ? 'weighted' : 'steps', values];
    const { stdout } = spawnSync(python, order, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    return JSON.parse(stdout);
  }
  console.log('  igraph is left out: python3-igraph is not installed.');
  return undefined;
}

function checkSame(values: ArrayLike<number>, wanted: ArrayLike<number>): void {
  if (values.length === 0 || wanted.length === 0) return;
  let largest = 1;
  for (let at = 0; at < wanted.length; at += 1) largest = Math.max(largest, wanted[at]!);
  for (let at = 0; at < wanted.length; at += 1)
    if (!(Math.abs(values[at]! - wanted[at]!) <= 1e-9 * largest)) throw new Error('The peers disagree.');
}

const [, , contestant, ...order] = process.argv;
if (process.argv[1] === fileURLToPath(import.meta.url) && NAMES.some((name) => name === contestant))
  await contend([contestant!, ...order]);
