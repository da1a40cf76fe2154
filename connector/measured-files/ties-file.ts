import { basename } from 'node:path';
import type { Progress } from '../network/progress.ts';
import { GatheredTies, misread, weightOf, type NetworkFile } from './network-file.ts';
import { readTable, type Column } from './table-file.ts';

const COLUMNS: readonly Column[] = [
  { name: 'from', alsoCalled: ['source', 'i'], needed: true },
  { name: 'to', alsoCalled: ['target', 'j'], needed: true },
  { name: 'weight', alsoCalled: ['w'], needed: false },
];

/**
 * Reads ties from a table with the columns `from`, `to` and, if wanted, `weight` (`source`, `target` as Gephi writes
 * them, `i`, `j`, `w` as tnet does). Self-ties and repeated pairs are kept as they stand: what they mean is decided
 * where the network is built.
 *
 * @param people the only ones there are; undefined: whoever a tie names is one
 * @throws Failure 'bad-input' naming line and column: a missing column, an empty name, somebody who is not among the
 *   people, a weight that is no number of 0 or more, or more than a file may hold
 */
export async function readTiesFile(
  path: string,
  people: readonly string[] | undefined,
  progress?: Progress,
): Promise<NetworkFile> {
  const file = basename(path);
  let ties: GatheredTies | undefined;
  for await (const lines of readTable(path, COLUMNS, progress))
    for (const { line, cells, isCommaFree } of lines) {
      const [from = '', to = '', text] = cells;
      const gathering = (ties ??= new GatheredTies(people, text !== undefined));
      const refuseIn = (column: string) => (expected: string) => misread(file, line, column, expected);
      const person = (name: string, column: string): number => {
        if (name === '') throw refuseIn(column)('a person');
        const number = gathering.numberOf(name, refuseIn(column));
        if (number === undefined) throw refuseIn(column)('somebody who stands in the file of people');
        return number;
      };
      const weight = text === undefined ? 1 : weightOf(text, { comma: isCommaFree });
      if (weight === undefined) throw refuseIn('weight')('a number of 0 or more, such as 3 or 2.5');
      gathering.add(person(from, 'from'), person(to, 'to'), weight, refuseIn('from'));
    }
  return (ties ?? new GatheredTies(people, false)).gathered();
}
