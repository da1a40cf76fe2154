import { readCsv } from './csv-file.ts';
import { readDay } from './csv-moment.ts';
import { readPerson } from './csv-persons.ts';
import type { Service } from './world.ts';

const COLUMNS = ['date', 'person', 'app', 'actions'] as const;
const SERVICES: readonly Service[] = ['exchange', 'teams', 'sharepoint', 'onedrive', 'engage', 'office', 'copilot'];

/** The usage of a tenant folder. */
export interface FolderUsage {
  /** Day (UTC midnight, milliseconds since 1970) → person → how often each service was used, at least once. */
  readonly days: ReadonlyMap<number, ReadonlyMap<string, ReadonlyMap<Service, number>>>;
  /** Persons with a line about Copilot, of no actions too: whoever is counted has the licence. */
  readonly copilot: ReadonlySet<string>;
}

/**
 * Reads usage.csv. A row with no actions is no use; several rows of one day, person and app add up.
 *
 * @throws Failure 'bad-input' for a day that does not exist, an app not in the list, actions that are no whole number
 */
export async function readUsage(path: string): Promise<FolderUsage> {
  const days = new Map<number, Map<string, Map<Service, number>>>();
  const copilot = new Set<string>();
  for await (const line of readCsv(path, COLUMNS)) {
    const [day, app, actions] = [readDay(line, 'date'), line.field('app'), line.field('actions')];
    const person = readPerson(line, 'person');
    const service = SERVICES.find((each) => each === app);
    if (service === undefined) throw line.fault('app', `one of ${SERVICES.join(', ')}`);
    if (!/^\d+$/.test(actions)) throw line.fault('actions', 'a whole number');
    if (service === 'copilot') copilot.add(person);
    if (Number(actions) === 0) continue;
    const persons = days.get(day) ?? new Map<string, Map<Service, number>>();
    const used = persons.get(person) ?? new Map<Service, number>();
    days.set(day, persons.set(person, used.set(service, (used.get(service) ?? 0) + Number(actions))));
  }
  return { days, copilot };
}
