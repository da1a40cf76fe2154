import { z } from 'zod';
import type { Act, Acted } from './acting.ts';
import { ANSWERS_VERSION, type AboutMeAnswer } from './answers.ts';
import type { BridgeBuilderAnswer } from './bridge-answers.ts';
import type { House } from './house.ts';
import { ActRefused } from '../privacy/act-refused.ts';
import { bridgeBuilderBox, type BridgeBuilder, type SealedBridgeBuilder } from '../privacy/bridge-builder.ts';
import { addBridgeBuilder, readBridgeBuilders, removeBridgeBuilders } from '../store/bridge-builders.ts';
import type { Asker } from './who-is-asking.ts';

const wanted = z.strictObject({ stands: z.boolean() });

/**
 * I want to stand as a bridge-builder; or: not any more. Everybody may but guests, whatever is held or not held about them:
 * nothing is asked but the token, which tells the name. A unit comes with the next reading of the directory, for everybody
 * alike, so that nobody can tell from who is shown when about whom something is held. Standing again takes today's name;
 * withdrawing removes every byte at once.
 *
 * Refuses with 'no-name' where the sign-in tells no name.
 */
export function bridgeBuilder(house: House): Act<z.infer<typeof wanted>> {
  return {
    verb: 'see and decide about oneself',
    shape: wanted,
    act: async ({ asker, body }: Acted<z.infer<typeof wanted>>): Promise<BridgeBuilderAnswer> => {
      const { store, tenantId, standingKey, random, now } = house;
      const box = bridgeBuilderBox(tenantId, await standingKey());
      const before = ownAmong(store, box, asker.identity);
      const at = new Date(now()).toISOString();
      const sealed = before.map((one) => one.sealed);
      if (body.stands) {
        const unit = before[0]?.unit ?? null;
        addBridgeBuilder(store, box.seal({ person: asker.identity, name: nameOf(asker), unit }, random), at, sealed);
      } else {
        removeBridgeBuilders(store, sealed, at);
      }
      return { version: ANSWERS_VERSION, stands: body.stands };
    },
  };
}

function nameOf({ name }: Asker): BridgeBuilder['name'] {
  if (name !== undefined) return name;
  throw new ActRefused(
    'no-name',
    'The sign-in tells no name: an administrator consents to the delegated permission profile in Entra.',
  );
}

/** Somebody's own choice; undefined where they do not stand. */
export async function ownStanding(
  { store, tenantId, standingKey }: Pick<House, 'store' | 'tenantId' | 'standingKey'>,
  me: Asker['identity'],
): Promise<BridgeBuilder | undefined> {
  return ownAmong(store, bridgeBuilderBox(tenantId, await standingKey()), me)[0];
}

/** No mark leads to a row: each is opened. Cost: some 70 µs of processor time for each who stands. */
function ownAmong(
  store: House['store'],
  { open }: ReturnType<typeof bridgeBuilderBox>,
  me: Asker['identity'],
): (BridgeBuilder & { readonly sealed: SealedBridgeBuilder })[] {
  return readBridgeBuilders(store)
    .map((sealed) => ({ sealed, ...open(sealed) }))
    .filter(({ person }) => person.equals(me));
}

/**
 * What its owner is told of it, whether they stand or not.
 *
 * @param heldUnit where the newest period that holds anything of them places them; null where none does
 */
export function standingTold(
  standing: BridgeBuilder | undefined,
  heldUnit: string | null,
  { name }: Pick<Asker, 'name'>,
): AboutMeAnswer['bridgeBuilder'] {
  return {
    stands: standing === undefined ? null : shownOf(standing),
    offered: { name: name?.reveal() ?? null, unit: standing?.unit ?? heldUnit },
  };
}

/** What leaders are shown of somebody who stands. */
export function shownOf({ name, unit }: BridgeBuilder): { readonly name: string; readonly unit: string | null } {
  return { name: name.reveal(), unit };
}
