import { KnownKeyOperations, type KeyVaultKey } from '@azure/keyvault-keys';
import { Failure } from '../failure.ts';
import { pinnedByAnother } from './file-pin.ts';
import type { LedgerPin, PinnedHead } from './ledger-pin.ts';
import { damagedPin, readPinnedHead } from './pinned-head.ts';
import type { Vault } from './vault.ts';
import { statusOf } from './vault-failure.ts';
import { TENANT_TAG } from './vault-keeper.ts';

const RELEASES = 'samspill-releases';
const HEAD = 'samspill-head';
const BOUNDARY = 'samspill-boundary';
const RSA_BITS = 3072;

/**
 * A pin in the tags of a key that is used for nothing else, `<keyName>-ledger`: it needs no other right than the keys
 * do, no backup of this machine reaches it, and Azure's own log tells who changed it.
 *
 * Azure changes tags without asking what they were. So what was written is read back, and two installations that draw
 * within the same moment are told apart then; a file pin tells them apart always.
 */
export function vaultPin({ vault, keyName }: { readonly vault: Vault; readonly keyName: string }): LedgerPin {
  const name = `${keyName}-ledger`;
  const read = async (): Promise<PinnedHead | undefined> => {
    const key = await vault.find(name);
    if (key !== undefined) return headIn(key);
    await refuseDeleted(vault, name);
    return undefined;
  };
  return {
    read,
    write: async (head) => {
      const held = await read();
      const isSame = held?.releases === head.releases && held.releaseHead === head.releaseHead;
      if (held !== undefined && !isSame && held.releases >= head.releases) throw pinnedByAnother();
      await put(vault, name, tagsOf(head));
      if ((await read())?.releaseHead !== head.releaseHead) throw pinnedByAnother();
    },
  };
}

function tagsOf({ tenantId, releases, releaseHead, boundaryHead }: PinnedHead): Record<string, string> {
  return {
    [TENANT_TAG]: tenantId.toLowerCase(),
    [RELEASES]: String(releases),
    [HEAD]: releaseHead,
    ...(boundaryHead === undefined ? {} : { [BOUNDARY]: boundaryHead }),
  };
}

function headIn({ properties: { tags = {} } }: KeyVaultKey): PinnedHead {
  const releases = Number(tags[RELEASES]);
  if (!Number.isSafeInteger(releases) || releases < 1) throw damagedPin();
  const told = { tenantId: tags[TENANT_TAG], releases, releaseHead: tags[HEAD], boundaryHead: tags[BOUNDARY] };
  return readPinnedHead(JSON.stringify(told), releases);
}

async function put(vault: Vault, name: string, tags: Record<string, string>): Promise<void> {
  const held = await vault.find(name);
  await vault.ask(name, async (client): Promise<void> => {
    if (held !== undefined) await client.updateKeyProperties(name, held.properties.version ?? '', { tags });
    else {
      const hsm = vault.kind === 'managed-hsm';
      await client.createRsaKey(name, { keySize: RSA_BITS, hsm, keyOps: [KnownKeyOperations.Verify], tags });
    }
  });
}

async function refuseDeleted(vault: Vault, name: string): Promise<void> {
  const isDeleted = await vault.ask(name, (client) =>
    client.getDeletedKey(name).then(
      () => true,
      (error: unknown) => {
        if (statusOf(error) === 404) return false;
        throw error;
      },
    ),
  );
  if (!isDeleted) return;
  throw new Failure(
    'ledger-broken',
    `The pin of the privacy ledger was deleted from the key vault: recover the key ${name}; until then nothing is released.`,
  );
}
