import { readCsv } from './csv-file.ts';
import { readDay } from './csv-moment.ts';
import type { Service } from './world.ts';

const COLUMNS = ['date', 'person', 'app', 'actions'] as const;
/** `engage`, `office` and `copilot` are in reports of their own. */
const APPS = ['exchange', 'teams', 'sharepoint', 'onedrive', 'engage', 'office', 'copilot'];
const SERVICES: readonly Service[] = ['exchange', 'teams', 'sharepoint', 'onedrive'];

/** Day (UTC midnight, milliseconds since 1970) → person → services used. */
export type FolderUsage = ReadonlyMap<number, ReadonlyMap<string, ReadonlySet<Service>>>;

/**
 * Reads usage.csv. A row with no actions is no use.
 *
 * @throws Failure 'bad-input' for a day that does not exist, an app not in the list, actions that are no whole number
 */
export async function readUsage(path: string): Promise<FolderUsage> {
  const days = new Map<number, Map<string, Set<Service>>>();
  for await (const line of readCsv(path, COLUMNS)) {
    const [day, app, actions] = [readDay(line, 'date'), line.field('app'), line.field('actions')];
    const person = line.field('person');
    if (person === '') throw line.fault('person', 'a person');
    if (!APPS.includes(app)) throw line.fault('app', `one of ${APPS.join(', ')}`);
    if (!/^\d+$/.test(actions)) throw line.fault('actions', 'a whole number');
    const service = SERVICES.find((each) => each === app);
    if (service === undefined || Number(actions) === 0) continue;
    const persons = days.get(day) ?? new Map<string, Set<Service>>();
    days.set(day, persons.set(person, (persons.get(person) ?? new Set<Service>()).add(service)));
  }
  return days;
}
