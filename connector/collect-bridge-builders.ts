import type { CollectionRun } from './collection-run.ts';
import type { PlacedPerson } from './microsoft-graph/unit-placement.ts';
import { bridgeBuilderBox, keptUnit } from './privacy/bridge-builder.ts';
import { readBridgeBuilders, removeBridgeBuilders, replaceBridgeBuilder } from './store/bridge-builders.ts';

/**
 * Gives everybody who stands as a bridge-builder the unit the directory has today, and lets go of whoever is not on the
 * positive list any more: `serve` cannot, for it asks Microsoft nothing. It goes by the list alone, before objections,
 * protected contacts and units left out are looked at, so that nothing can be told of those from who is shown.
 *
 * Cost: one opened box for each who stands.
 *
 * @param listed the directory as it was read, whole
 */
export async function placeBridgeBuilders(
  run: Pick<CollectionRun, 'tenantId' | 'store' | 'openStandingKey' | 'stillOurs' | 'random' | 'now'>,
  listed: readonly Pick<PlacedPerson, 'identity' | 'unit'>[],
): Promise<void> {
  const standing = readBridgeBuilders(run.store);
  if (standing.length === 0) return;
  const box = bridgeBuilderBox(run.tenantId, await run.openStandingKey());
  run.stillOurs();
  const gone = standing.filter((sealed) => {
    const who = box.open(sealed);
    const found = listed.find(({ identity }) => identity.equals(who.person));
    if (found === undefined) return true;
    const unit = keptUnit(found.unit);
    if (unit !== who.unit) replaceBridgeBuilder(run.store, sealed, box.seal({ ...who, unit }, run.random));
    return false;
  });
  if (gone.length > 0) removeBridgeBuilders(run.store, gone, new Date(run.now()).toISOString());
}
