import { networkOf } from '../connector/network/network-of.ts';
import type { Network } from '../connector/network/network.ts';

/** The office of connector/network/MEASURES.md: small enough that every figure on the page can be checked on paper. */
export const OFFICE = {
  people: ['Ann', 'Bo', 'Cia', 'Dag', 'Eva', 'Finn', 'Gro', 'Hal'],
  units: ['Water', 'Roads', 'Plans'],
  unitOf: Int32Array.of(0, 0, 0, 1, 1, 1, 2, 2),
  ties: [
    [0, 1],
    [0, 2],
    [1, 2],
    [2, 3],
    [3, 4],
    [3, 5],
    [4, 5],
    [5, 6],
  ],
} as const;

export function officeNetwork(): Network {
  return drawnNetwork(OFFICE.people.length, OFFICE.ties);
}

/** @param ties from, to and, where ties have weights, the weight */
export function drawnNetwork(people: number, ties: readonly (readonly number[])[], directed = false): Network {
  const column = (place: number): number[] => ties.map((tie) => tie[place] ?? 0);
  const columns = { people, from: Int32Array.from(column(0)), to: Int32Array.from(column(1)), directed };
  return networkOf((ties[0]?.length ?? 0) > 2 ? { ...columns, weights: Float64Array.from(column(2)) } : columns);
}
