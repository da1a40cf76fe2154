import { ANSWERS_VERSION } from './answers.ts';
import { NOTHING, understood, type Question } from './asked.ts';
import type { BridgeBuildersAnswer } from './bridge-answers.ts';
import type { House } from './house.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { bridgeBuilderBox } from '../privacy/bridge-builder.ts';
import { readBridgeBuilders } from '../store/bridge-builders.ts';

/**
 * Who stands as a bridge-builder? Whoever chose to, and whom a reading has found in the directory since: by unit and then by
 * name, in Norwegian order. Beside a name stands nothing else, and no figure decides who is here or in what place. Kept by no
 * browser, so that whoever withdraws is gone at once.
 *
 * Refuses with 'not-for-you' everybody but those whom the choice is told to be shown to.
 */
export function bridgeBuilders(house: House): Question {
  return async ({ asker, query }): Promise<BridgeBuildersAnswer> => {
    understood(NOTHING, query);
    mustBeAllowedTo('see bridge-builders', asker);
    const { store, tenantId, standingKey } = house;
    const box = bridgeBuilderBox(tenantId, await standingKey());
    const placed = readBridgeBuilders(store).flatMap((sealed) => {
      const { name, unit } = box.open(sealed);
      return unit === null ? [] : [{ name: name.reveal(), unit }];
    });
    const byUnit = Map.groupBy(placed, ({ unit }) => unit);
    const order = new Intl.Collator('nb');
    return {
      version: ANSWERS_VERSION,
      units: [...byUnit]
        .map(([unit, people]) => ({ unit, names: people.map(({ name }) => name).sort(order.compare) }))
        .sort((a, b) => order.compare(a.unit, b.unit)),
    };
  };
}
