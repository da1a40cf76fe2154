import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { UndirectedGraph } from 'graphology';
import peer from 'graphology-metrics/centrality/betweenness.js';
import { betweenness } from '../connector/network/betweenness.ts';
import type { Engine } from '../connector/network/engine.ts';
import { networkOf } from '../connector/network/network-of.ts';
import { inventedNetwork, type InventedTies } from './invented-network.ts';

type Peer = (graph: UndirectedGraph, options: object) => Record<string, number>;
interface Measured {
  readonly name: string;
  readonly seconds: number;
  readonly values: ArrayLike<number>;
  readonly note: string;
}

const PEOPLE = 1_000;
const TIES_A_PERSON = 25;

/**
 * Exact betweenness of one invented network: ours in WebAssembly on one and two threads and in TypeScript, against
 * graphology-metrics and, where python3-igraph is installed, igraph. `--people`, `--ties` (a person), `--weighted`, and
 * `--no-peers` for sizes where peers take hours. Processor time; two threads by the wall clock too, since processor time
 * does not show what sharing saves. Throws where the values differ by more than 1e-9 of the largest.
 */
export async function benchBetweenness(): Promise<void> {
  const { values: asked } = parseArgs({
    args: process.argv.slice(3),
    options: {
      people: { type: 'string' },
      ties: { type: 'string' },
      weighted: { type: 'boolean', default: false },
      'no-peers': { type: 'boolean', default: false },
    },
    strict: false,
  });
  const people = Number(asked.people ?? PEOPLE);
  const ties = inventedNetwork(people, Math.round(people * Number(asked.ties ?? TIES_A_PERSON)), 1);
  const isWeighted = asked.weighted === true;
  console.log(`\nBetweenness: ${people} people, ${ties.from.length} ties, ${isWeighted ? 'weighted' : 'in steps'}`);
  const kernels = new WebAssembly.Module(
    readFileSync(new URL('../connector/network/wasm/kernels.wasm', import.meta.url)),
  );
  const withoutPeers = asked['no-peers'] === true;
  const all = [
    await ours('ours, WebAssembly, 1 thread', ties, isWeighted, { threads: 1, kernels }),
    await ours('ours, WebAssembly, 2 threads', ties, isWeighted, { threads: 2, kernels }),
    ...(withoutPeers ? [] : [await ours('ours, TypeScript, 1 thread', ties, isWeighted, { threads: 1 })]),
    ...(withoutPeers ? [] : [graphology(ties, isWeighted)]),
    ...(withoutPeers ? [] : igraph(ties, isWeighted)),
  ];
  const last = all.at(-1)!;
  for (const { name, seconds, values, note } of all) {
    const ratio = (seconds / last.seconds).toFixed(3);
    console.log(`  ${name.padEnd(34)}${seconds.toFixed(2).padStart(9)} s processor${ratio.padStart(9)} × ${note}`);
    checkSame(values, last.values);
  }
}

function processorSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

async function ours(name: string, ties: InventedTies, weighted: boolean, engine: Engine): Promise<Measured> {
  const network = networkOf({ ...ties, directed: false });
  const [begun, used] = [performance.now(), process.cpuUsage()];
  const values = await betweenness(network, { directed: false, weighted, engine });
  const wall = (performance.now() - begun) / 1000;
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  return { name, seconds: processorSeconds(used), values, note: `(wall ${wall.toFixed(2)} s; peak so far ${peak} MB)` };
}

function graphology({ people, from, to, weights }: InventedTies, weighted: boolean): Measured {
  const measure: unknown = peer;
  if (!isPeer(measure)) throw new Error('graphology-metrics exports something else.');
  const graph = new UndirectedGraph();
  for (let person = 0; person < people; person += 1) graph.addNode(person);
  for (let tie = 0; tie < from.length; tie += 1) graph.addEdge(from[tie], to[tie], { length: 1 / weights[tie]! });
  const used = process.cpuUsage();
  const values = measure(graph, { normalized: false, getEdgeWeight: weighted ? 'length' : null });
  const seconds = processorSeconds(used);
  // It compares lengths to the last bit, so ties in length that round differently are not ties to it.
  const note = weighted ? '(other rule for equal lengths: values not compared)' : '';
  const list = Float64Array.from({ length: people }, (_, person) => values[person] ?? NaN);
  return { name: 'graphology-metrics', seconds, values: weighted ? [] : list, note };
}

/** Its types promise a default export that the module, not being an ECMAScript one, has under no name. */
function isPeer(value: unknown): value is Peer {
  return typeof value === 'function';
}

/** igraph in C, through whichever Python has it. */
function igraph({ people, from, to, weights }: InventedTies, weighted: boolean): Measured[] {
  const rows = Array.from(from, (p, tie) => `${p},${to[tie]!},${weights[tie]!}`).join('\n');
  const script = new URL('./igraph-betweenness.py', import.meta.url).pathname;
  for (const python of ['python3', '/usr/bin/python3']) {
    if (spawnSync(python, ['-c', 'import igraph']).status !== 0) continue;
    const { stdout } = spawnSync(python, [script, String(people), weighted ? 'weighted' : 'steps'], {
      input: rows,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    });
    const told: unknown = JSON.parse(stdout);
    if (!isTold(told)) throw new Error('igraph answered something else.');
    return [{ name: 'igraph (C)', ...told, note: `(peak ${Math.round(told.megabytes)} MB)` }];
  }
  console.log('  igraph is left out: python3-igraph is not installed.');
  return [];
}

function isTold(value: unknown): value is { seconds: number; values: number[]; megabytes: number } {
  return typeof value === 'object' && value !== null && 'seconds' in value && 'values' in value;
}

function checkSame(values: ArrayLike<number>, wanted: ArrayLike<number>): void {
  if (values.length === 0 || wanted.length === 0) return;
  let largest = 1;
  for (let at = 0; at < wanted.length; at += 1) largest = Math.max(largest, wanted[at]!);
  for (let at = 0; at < wanted.length; at += 1)
    if (!(Math.abs(values[at]! - wanted[at]!) <= 1e-9 * largest)) throw new Error('The peers disagree.');
}
