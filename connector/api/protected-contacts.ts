import { z } from 'zod';
import type { Act } from './acting.ts';
import { ANSWERS_VERSION, type ProtectedAnswer } from './answers.ts';
import { NOTHING, understood, type Question } from './asked.ts';
import type { House } from './house.ts';
import { inOffice } from './in-office.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { isAddress, openSealedAddress, sealAddress } from '../privacy/sealed-address.ts';
import { addPendingProtected, pendingProtected, protectedMarks } from '../store/protected.ts';

const ONE_ADDRESS = z.strictObject({ address: z.string().refine(isAddress) });

/** How many are listed, and how many of them wait for the next run: of who they are nothing is told. */
export function protectedContacts({ store }: House): Question {
  return ({ asker, query }): ProtectedAnswer => {
    understood(NOTHING, query);
    mustBeAllowedTo('list protected contacts', asker);
    return counted(store);
  };
}

function counted(store: House['store']): ProtectedAnswer {
  const pending = pendingProtected(store).length;
  return { version: ANSWERS_VERSION, listed: protectedMarks(store).size + pending, pending };
}

/**
 * Lists an address as protected: sealed until the next run, which makes a mark of it before it reads anything. An address
 * that waits already is not sealed twice.
 */
export function protectContact(house: House): Act<z.infer<typeof ONE_ADDRESS>> {
  return {
    verb: 'list protected contacts',
    shape: ONE_ADDRESS,
    act: async ({ asker, body }): Promise<ProtectedAnswer> => {
      const { store, tenantId, standingKey, random } = house;
      const { by, at } = await inOffice(house, asker, ['EmployeeRepresentative']);
      const key = await standingKey();
      const wanted = body.address.trim().toLowerCase();
      const waits = pendingProtected(store).some((sealed) => openSealedAddress(tenantId, key, sealed) === wanted);
      if (!waits) addPendingProtected(store, sealAddress(tenantId, key, random, wanted), { at, by });
      return counted(store);
    },
  };
}
