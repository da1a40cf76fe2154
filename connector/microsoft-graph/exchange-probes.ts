import { z } from 'zod';
import { Failure } from '../failure.ts';
import type { ExchangeScope } from '../privacy/exchange-scope.ts';
import { RealIdentity } from '../privacy/real-identity.ts';
import type { Scope, SourceName } from '../privacy/scope.ts';
import type { Get } from './get.ts';
import { sentItemsSource } from './mail.ts';
import type { Directory } from './people.ts';

/** What a mailbox answers an application that asks for one item in it. */
type Door = 'open' | 'closed' | 'not there';

/** How long Exchange may go on by what it was told before; asking meanwhile is said to lengthen it. */
const SETTLES_IN = 'Exchange takes 30 minutes to 2 hours over a change: wait that long before you try again';

const listing = z.object({ value: z.array(z.unknown()) });

/**
 * Sees by two mailboxes whether Exchange opens what was approved and nothing else. Roles that Exchange gives stand in no
 * token, so there is no other way to tell. A source that is not scoped in Exchange is readable as far as this goes.
 *
 * Cost: for a scoped source two requests, each for the id of one item, which is thrown away.
 *
 * @param source about to be read
 * @param options.directory who may be read: a probe must be nobody of them
 * @throws Failure for this source alone: 'too-many-permissions' where the mailbox outside opens, 'consent-missing' where
 *   the one inside does not, 'bad-input' where either is not there or is a person's; and what `Get.json` throws
 */
export async function checkReadable(
  source: SourceName,
  options: { readonly get: Get; readonly scope: Scope; readonly directory: Directory },
): Promise<void> {
  const scoped = scopingOf(source, options.scope);
  if (scoped === undefined) return;
  refusePeople(scoped, options.directory);
  // The one outside first: while it opens, nothing else of this application's should.
  judgeOutside(await doorOf(scoped.probeOutside, options.get));
  judgeInside(await doorOf(scoped.probeInside, options.get));
}

/**
 * Whether a refusal only means that this one mailbox lies outside what Exchange opens, as it may for somebody on the
 * positive list; of a source that is not scoped in Exchange, never.
 */
export function isOutsideExchangeScope(error: unknown, source: SourceName, scope: Scope): boolean {
  return scopingOf(source, scope) !== undefined && error instanceof Failure && error.code === 'consent-missing';
}

function scopingOf(source: SourceName, { exchangeScoped }: Scope): ExchangeScope | undefined {
  return exchangeScoped?.sources.some((name) => name === source) === true ? exchangeScoped : undefined;
}

function refusePeople({ probeInside, probeOutside }: ExchangeScope, { people }: Directory): void {
  const probes = [probeInside, probeOutside].map((id) => new RealIdentity(id));
  if (!people.some(({ identity }) => probes.some((probe) => probe.equals(identity)))) return;
  throw new Failure(
    'bad-input',
    'In the scope, exchangeScoped names a mailbox of somebody on the positive list: name shared or test mailboxes, which are nobody’s.',
  );
}

async function doorOf(mailbox: string, get: Get): Promise<Door> {
  const question = { source: sentItemsSource, values: { id: mailbox }, query: { $select: 'id', $top: '1' } };
  try {
    await get.json(question, (body) => {
      listing.parse(body);
    });
    return 'open';
  } catch (error) {
    if (error instanceof Failure && error.code === 'consent-missing') return 'closed';
    if (error instanceof Failure && error.code === 'mailbox-missing') return 'not there';
    throw error;
  }
}

function judgeOutside(door: Door): void {
  if (door === 'closed') return;
  if (door === 'not there') throw notThere('probeOutside');
  throw new Failure(
    'too-many-permissions',
    `The scope in Exchange is wider than approved: the mailbox outside it (probeOutside) opens, so this source is not read. An Exchange administrator narrows the management scope, and looks for another role assignment of the application. ${SETTLES_IN}.`,
  );
}

function judgeInside(door: Door): void {
  if (door === 'open') return;
  if (door === 'not there') throw notThere('probeInside');
  throw new Failure(
    'consent-missing',
    `Exchange does not open the mailbox inside the scope (probeInside): an Exchange administrator gives the application its role there (New-ManagementRoleAssignment -App … -Role "Application Mail.ReadBasic" -CustomResourceScope …; see manifest/INSTALL.md). ${SETTLES_IN}.`,
  );
}

function notThere(field: 'probeInside' | 'probeOutside'): Failure {
  return new Failure(
    'bad-input',
    `The mailbox that the scope names as ${field} cannot be found: it must exist in Exchange Online, and no application access policy may be about it.`,
  );
}
