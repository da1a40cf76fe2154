import type { CollectionRun } from './collection-run.ts';
import { readHrFile, readHrList, unitsFromHrFile } from './microsoft-graph/hr-file.ts';
import { readDirectory, type Directory } from './microsoft-graph/people.ts';
import { unitsFromAttribute, type UnitsFound } from './microsoft-graph/unit-placement.ts';
import { readUnitsFromGroups } from './microsoft-graph/units-from-groups.ts';
import { readUnitsFromManagers } from './microsoft-graph/units-from-managers.ts';
import { dayOf } from './privacy/period.ts';

/** What it takes to read the directory and to place its people in units. */
export type UnitsRun = Pick<CollectionRun, 'get' | 'scope' | 'now' | 'readDataFile'> & {
  /** Told of each person asked about, where they are asked about one by one; what it throws ends the reading. */
  readonly toldOf?: (done: number, people: number) => void;
};

/**
 * Who may be read, each in the unit the scope's `units` gives them; without it, in that of the directory's attribute.
 *
 * Cost: one request for every 999 people, one for every 999 lists where a source goes by address, and as many as the
 * origin of the units takes.
 *
 * @throws Failure of the directory, a group, a person's manager or the HR file; nothing is placed by half
 */
export async function readPlacedDirectory(run: UnitsRun): Promise<UnitsFound> {
  return unitsFor(run, await readListedDirectory(run));
}

/**
 * Who may be read: members of the scope's group, or whom its file names. With a file, one request for every 15 people.
 *
 * @throws Failure of the directory or the file
 */
export async function readListedDirectory({
  get,
  scope,
  readDataFile,
}: Pick<UnitsRun, 'get' | 'scope' | 'readDataFile'>): Promise<Directory> {
  const { positiveList } = scope;
  if (positiveList === undefined) return readDirectory({ get, ...scope });
  const { bytes } = await readDataFile(positiveList.hrFile);
  return readDirectory({ get, ...scope, listed: readHrList(bytes) });
}

/** The people of a directory that is read already, placed as the scope says. @throws Failure as above */
export async function unitsFor(run: UnitsRun, directory: Directory): Promise<UnitsFound> {
  const { get, scope, toldOf } = run;
  const { units, titles } = scope;
  const on = dayOf(run.now());
  switch (units?.from) {
    case undefined:
      return unitsFromAttribute(directory, on);
    case 'groups':
      return readUnitsFromGroups({ get, directory, groups: units.groups, on });
    case 'managers':
      return readUnitsFromManagers({ get, directory, levels: units.levels, on, ...(toldOf && { toldOf }) });
    case 'hr-file': {
      const { bytes, changedAt } = await run.readDataFile(units.file);
      return unitsFromHrFile({ directory, lines: readHrFile(bytes), titles, on: dayOf(changedAt) });
    }
  }
}
