import { z } from 'zod';
import type { Act } from './acting.ts';
import { ANSWERS_VERSION, type ProtectedAnswer } from './answers.ts';
import { NOTHING, understood, type Question } from './asked.ts';
import type { House } from './house.ts';
import { inOffice } from './in-office.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { ActRefused } from '../privacy/act-refused.ts';
import { isAddress, openSealedAddress, sealAddress, type SealedAddress } from '../privacy/sealed-address.ts';
import {
  addPendingProtected,
  addPendingRemoval,
  countProtected,
  missedRemovals,
  pendingProtected,
  pendingRemovals,
  takeBackPending,
} from '../store/protected.ts';
import { keptScopes } from '../store/scopes.ts';

const ONE_ADDRESS = z.strictObject({ address: z.string().refine(isAddress) });

/** How many are listed, and how many of them wait for the next run: of who they are nothing is told. */
export function protectedContacts(house: House): Question {
  return ({ asker, query }): ProtectedAnswer => {
    understood(NOTHING, query);
    mustBeAllowedTo('list protected contacts', asker);
    return counted(house);
  };
}

function counted(house: House): ProtectedAnswer {
  const { store } = house;
  return {
    version: ANSWERS_VERSION,
    listed: countProtected(store),
    pending: pendingProtected(store).length,
    removing: pendingRemovals(store).length,
    missed: missedRemovals(store) ?? null,
    mayRemove: mayRemove(house),
  };
}

/** While a scope is in force somebody stays listed: the gate would lapse, and reading stop without a word. */
function mayRemove({ store, stage }: House): boolean {
  return keptScopes(store, stage).length === 0 || countProtected(store) - pendingRemovals(store).length > 1;
}

/**
 * Lists an address as protected: sealed until the next run, which makes a mark of it before it reads anything. An address
 * that waits already is not sealed twice; one that waits to be removed is not removed.
 */
export function protectContact(house: House): Act<z.infer<typeof ONE_ADDRESS>> {
  return {
    verb: 'list protected contacts',
    shape: ONE_ADDRESS,
    act: async ({ asker, body }): Promise<ProtectedAnswer> => {
      const { store, tenantId, standingKey, random } = house;
      const signed = await inOffice(house, asker, ['EmployeeRepresentative']);
      const { wanted, isIt } = called(body.address, tenantId, await standingKey());
      if (!pendingProtected(store).some(isIt)) {
        const sealed = sealAddress(tenantId, await standingKey(), random, wanted);
        addPendingProtected(store, sealed, signed, pendingRemovals(store).filter(isIt));
      }
      return counted(house);
    },
  };
}

/**
 * Takes an address off the list: at once where no run has made a mark of it, and otherwise sealed until the next run. Whether
 * it stands on the list is not told here; the run tells how many addresses stood for nobody.
 *
 * Refuses with 'last-protected' where nobody would be left while a scope is in force.
 */
export function unprotectContact(house: House): Act<z.infer<typeof ONE_ADDRESS>> {
  return {
    verb: 'list protected contacts',
    shape: ONE_ADDRESS,
    act: async ({ asker, body }): Promise<ProtectedAnswer> => {
      const { store, tenantId, standingKey, random } = house;
      const signed = await inOffice(house, asker, ['EmployeeRepresentative']);
      const { wanted, isIt } = called(body.address, tenantId, await standingKey());
      if (pendingRemovals(store).some(isIt)) return counted(house);
      if (!mayRemove(house)) {
        throw new ActRefused('last-protected', 'Nothing is read while nobody is listed: list somebody else first.');
      }
      const waiting = pendingProtected(store).filter(isIt);
      if (waiting.length > 0) takeBackPending(store, waiting, signed);
      else addPendingRemoval(store, sealAddress(tenantId, await standingKey(), random, wanted), signed);
      return counted(house);
    },
  };
}

function called(
  address: string,
  tenantId: string,
  key: Uint8Array,
): { readonly wanted: string; readonly isIt: (sealed: SealedAddress) => boolean } {
  const wanted = address.trim().toLowerCase();
  return { wanted, isIt: (sealed) => openSealedAddress(tenantId, key, sealed) === wanted };
}
