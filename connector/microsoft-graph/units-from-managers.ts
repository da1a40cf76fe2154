import { z } from 'zod';
import { Failure } from '../failure.ts';
import type { Day } from '../privacy/period.ts';
import type { Get } from './get.ts';
import { unitsOfChain } from './manager-chain.ts';
import type { Directory, DirectoryPerson } from './people.ts';
import type { SourceDeclaration } from './source-declaration.ts';
import { NO_REMARKS, placeEverybody, type UnitsFound } from './unit-placement.ts';
import { unitPath } from './units.ts';

export const unitManagersSource = {
  name: 'unit-managers',
  endpoint: '/users/{id}',
  permissions: [{ role: 'User.Read.All', id: 'df021288-bdef-4463-88db-98f22de89214' }],
  fields: [
    { field: 'id', reason: 'so that nothing else of the person is sent; not kept' },
    { field: 'manager/id', reason: 'whose unit the person works in; not kept' },
  ],
} as const satisfies SourceDeclaration;

const PEOPLE_AT_ONCE = 8;
const answer = z.object({ manager: z.object({ id: z.guid().toLowerCase() }).nullish() });

/**
 * Units from the chain of managers, as `unitsOfChain` draws them: a unit is what a manager leads, and bears the last
 * level of that manager's own unit attribute, never a person's name. Managers who are not on the positive list count as
 * none: nobody outside it is asked about.
 *
 * Cost: one request a person.
 *
 * @param options.levels how many levels of units there are below the top
 * @param options.on the day the chain is read
 * @param options.toldOf told how many of how many people have been asked about; what it throws ends the reading
 * @throws what `Get.json` throws
 */
export async function readUnitsFromManagers(options: {
  readonly get: Get;
  readonly directory: Directory;
  readonly levels: number;
  readonly on: Day;
  readonly toldOf?: (done: number, people: number) => void;
}): Promise<UnitsFound> {
  const { directory, get } = options;
  const managerOf = new Map<DirectoryPerson, string | undefined>();
  const queue = [...directory.people];
  const readNext = async (): Promise<void> => {
    for (let person = queue.pop(); person !== undefined; person = queue.pop()) {
      managerOf.set(person, await readManager(get, person));
      options.toldOf?.(managerOf.size, directory.people.length);
    }
  };
  await Promise.all(Array.from({ length: PEOPLE_AT_ONCE }, readNext));
  const people = directory.people.map((person) => ({
    id: person.identity.reveal(),
    managerId: managerOf.get(person),
    unitName: person.unit.split('/').at(-1) ?? '',
  }));
  const { unitOf, ...remarks } = unitsOfChain(people, options.levels);
  return {
    directory: placeEverybody(directory, {
      origin: 'managers',
      on: options.on,
      unitOf: ({ identity }) => unitPath(unitOf.get(identity.reveal())),
    }),
    remarks: { ...NO_REMARKS, ...remarks },
  };
}

/** Who left between two requests has no manager. */
async function readManager(get: Get, { identity }: DirectoryPerson): Promise<string | undefined> {
  const question = {
    source: unitManagersSource,
    values: { id: identity.reveal() },
    query: { $select: 'id', $expand: 'manager($select=id)' },
  };
  try {
    return (await get.json(question, (body) => answer.parse(body))).manager?.id;
  } catch (error) {
    if (error instanceof Failure && error.code === 'mailbox-missing') return undefined;
    throw error;
  }
}
