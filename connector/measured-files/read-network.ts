import { basename, extname } from 'node:path';
import { readGexfFile } from './gexf-file.ts';
import type { Progress } from '../network/progress.ts';
import { misread, type NetworkFile } from './network-file.ts';
import { refuseOwnData } from './own-data.ts';
import { readPajekFile } from './pajek-file.ts';
import { readPeopleFile, type People } from './people-file.ts';
import { readTiesFile } from './ties-file.ts';

/**
 * Reads any network file: GEXF (`.gexf`), Pajek (`.net`), else a table of ties; with the people, if they stand in a
 * file of their own: then nobody else is one, and units are those told there.
 *
 * @throws Failure 'bad-input' naming file, line, column and expected form; also when a file is a database or the data
 *   folder: what the product holds may not be measured person by person
 */
export async function readNetwork(
  {
    ties: tiesPath,
    people: peoplePath,
    directed,
  }: { readonly ties: string; readonly people?: string; readonly directed: boolean },
  progress?: Progress,
): Promise<NetworkFile> {
  for (const path of [tiesPath, ...(peoplePath === undefined ? [] : [peoplePath])]) refuseOwnData(path);
  const people = peoplePath === undefined ? undefined : await readPeopleFile(peoplePath);
  const extension = extname(tiesPath).toLowerCase();
  if (extension !== '.gexf' && extension !== '.net') {
    const read = await readTiesFile(tiesPath, people?.names, progress);
    return people === undefined ? read : { ...read, ...people };
  }
  const read = extension === '.gexf' ? readGexfFile(tiesPath, directed) : await readPajekFile(tiesPath, directed);
  return people === undefined ? read : placedAmong(basename(tiesPath), read, people);
}

/** The same ties, with people numbered as in the file of people. */
function placedAmong(file: string, read: NetworkFile, people: People): NetworkFile {
  const numbers = new Map(people.names.map((name, number) => [name, number]));
  const placed = Int32Array.from(read.names, (name) => numbers.get(name) ?? -1);
  const missing = placed.indexOf(-1);
  if (missing >= 0)
    throw misread(file, 1, '1', `everybody to stand in the file of people (person ${String(missing + 1)} does not)`);
  const move = (column: Int32Array): Int32Array => column.map((person) => placed[person] ?? -1);
  return { ...read, ...people, from: move(read.from), to: move(read.to) };
}
