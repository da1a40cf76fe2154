import { DirectedGraph, UndirectedGraph } from 'graphology';
import { write } from 'graphology-gexf';
import type { MeasuredNetwork } from '../measured-network.ts';
import type { Progress } from '../network/progress.ts';
import type { NetworkFile } from './network-file.ts';
import { personColumns } from './person-columns.ts';
import { ROWS_A_REPORT } from './result-table.ts';

/** Programs that draw GEXF hold it whole, and so does what writes it: about two kilobytes a tie. */
const MOST_TIES = 250_000;

/**
 * `network.gexf`: the network as it was measured, for Gephi, graphology and whatever else reads GEXF. A node is a person,
 * called by name, and bears what `people.csv` tells by the same names; what is undefined it does not bear. A tie bears
 * its weight where weights count. Read back by `measure` with the same options, everything comes out the same.
 *
 * @param most ties that are written, a quarter of a million unless told
 * @returns undefined where there are more: no file
 */
export function networkGexf(
  read: NetworkFile,
  measured: MeasuredNetwork,
  {
    directed,
    progress,
    most = MOST_TIES,
  }: { readonly directed: boolean; readonly progress?: Progress | undefined; readonly most?: number },
): string | undefined {
  const { people, offsets, targets, weights } = measured.network;
  if (targets.length / (directed ? 1 : 2) > most) return undefined;
  const drawn = directed ? new DirectedGraph() : new UndirectedGraph();
  const columns = personColumns(read, measured);
  for (let person = 0; person < people; person += 1) drawn.addNode(read.names[person], bearing(columns, person));
  for (let person = 0; person < people; person += 1) {
    if (person % ROWS_A_REPORT === 0) progress?.(person, people);
    for (let arc = offsets[person] ?? 0; arc < (offsets[person + 1] ?? 0); arc += 1) {
      const target = targets[arc] ?? 0;
      if (!directed && target < person) continue;
      const weighed = weights === undefined ? {} : { weight: weights[arc] };
      drawn.addEdgeWithKey(String(drawn.size), read.names[person], read.names[target], weighed);
    }
  }
  return `${write(drawn)}\n`;
}

function bearing(columns: ReturnType<typeof personColumns>, person: number): Record<string, string | number> {
  const all = columns.map(([name, cellOf]) => [name, cellOf(person)] as const);
  const isDefined = (pair: readonly [string, unknown]): pair is [string, string | number] =>
    typeof pair[1] === 'string' || (typeof pair[1] === 'number' && Number.isFinite(pair[1]));
  return Object.fromEntries(all.filter(isDefined));
}
