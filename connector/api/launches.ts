import { z } from 'zod';
import type { Act } from './acting.ts';
import { ANSWERS_VERSION } from './answers.ts';
import { heldReleases } from './held-releases.ts';
import type { House } from './house.ts';
import type { LaunchedAnswer } from './journey-answers.ts';
import { badRequest } from './refused.ts';
import { rowId, tableNamed } from './shown-table.ts';
import type { Asker } from './who-is-asking.ts';
import { dayOf } from '../privacy/period.ts';
import { signatureMaker } from '../privacy/signature.ts';
import {
  addLaunch,
  addRetrospective,
  launchShape,
  readLaunches,
  retrospectiveShape,
  type Launch,
  type Signed,
} from '../store/launches.ts';

/** Rows are chosen by their ids from the list that the journey's answer gives. */
const WANTED = z
  .strictObject({ ...launchShape.shape, rows: z.array(z.string().max(40)).min(1).max(500) })
  .refine(({ begins, expectedBy }) => expectedBy > begins, { path: ['expectedBy'] });

const LEARNT = z.strictObject({ launch: z.int(), ...retrospectiveShape.shape });

/** Registers a launch for whole rows of the newest release that holds its figure, signed by whoever registers it. */
export function registerLaunch(house: House): Act<z.infer<typeof WANTED>> {
  return {
    verb: 'keep launches',
    shape: WANTED,
    act: async ({ asker, body }): Promise<LaunchedAnswer> => {
      const launch = { ...body, rows: rowsOf(house, body) };
      const number = addLaunch(house.store, launch, await signed(house, asker));
      return { version: ANSWERS_VERSION, number };
    },
  };
}

/** Adds what was learnt from a launch. What did not work stays as what did; a later word stands beside it. */
export function lookBack(house: House): Act<z.infer<typeof LEARNT>> {
  return {
    verb: 'keep launches',
    shape: LEARNT,
    act: async ({ asker, body: { launch: number, ...learnt } }): Promise<LaunchedAnswer> => {
      const { store, now } = house;
      const launch = readLaunches(store).find((one) => one.number === number);
      if (launch === undefined) throw badRequest('launch');
      // What has not begun can be called off; it can neither have worked nor not.
      if (launch.begins > dayOf(now()) && learnt.outcome !== 'cancelled') throw badRequest('outcome');
      addRetrospective(store, number, learnt, await signed(house, asker));
      return { version: ANSWERS_VERSION, number };
    },
  };
}

/** @throws Refused 'bad-request' about a figure that no release holds, or a row that is not in it */
function rowsOf({ store }: House, { rows, indicator }: z.infer<typeof WANTED>): Launch['rows'] {
  const table = heldReleases(store).flatMap((release) => tableNamed(release, indicator.table) ?? [])[0];
  if (table?.columns.some(({ name }) => name === indicator.column) !== true) throw badRequest('indicator');
  const chosen = table.rows.filter(({ units }) => rows.includes(rowId(units)));
  if (chosen.length !== rows.length) throw badRequest('rows');
  return chosen.map(({ name, units }) => ({ name, units: [...units] }));
}

async function signed({ tenantId, standingKey, random, now }: House, { identity }: Asker): Promise<Signed> {
  const by = signatureMaker(tenantId, await standingKey(), random)(identity);
  return { by, at: new Date(now()).toISOString() };
}
