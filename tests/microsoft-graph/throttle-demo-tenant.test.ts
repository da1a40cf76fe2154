import { expect, test } from 'vitest';
import { makeGet } from '../../connector/microsoft-graph/get.ts';
import type { Pace } from '../../connector/microsoft-graph/pace.ts';
import { signIn } from '../../connector/microsoft-graph/sign-in.ts';
import { makeThrottle } from '../../connector/microsoft-graph/throttle.ts';
import { busyWorld } from '../demo-tenant/busy-world.ts';
import { CLIENT_ID, opened, SECRET } from '../demo-tenant/opened.ts';
import { ACCOUNTS, id } from '../demo-tenant/small-world.ts';
import { recordedRandomness } from '../recorded-randomness.ts';

const ROLES = ['Mail.ReadBasic.All', 'Reports.Read.All', 'Chat.ReadBasic.All', 'CallRecords.Read.All'].concat(
  'ExchangeMessageTrace.Read.All',
);
const PEOPLE = 60;
/** As many as a run has under way. */
const AT_ONCE = 8;
const random = recordedRandomness('throttle demo tenant');

/** Six requests for everybody's mail, one for their chats, 120 traces and 60 lists of calls, eight under way at once. */
async function run(paceOf: (clock: { now: () => number; wait: (ms: number) => Promise<void> }) => Pace | undefined) {
  const accounts = Array.from({ length: PEOPLE }, (_, n) => ({ ...ACCOUNTS[0]!, id: id(5000 + n) }));
  using it = await opened({ world: busyWorld({ accounts }), roles: ROLES, limits: 'enforced' });
  const tokens = signIn({
    tenantId: it.tenant.tenantId,
    clientId: CLIENT_ID,
    credential: { secret: SECRET },
    now: it.clock.now,
  });
  const statuses: number[] = [];
  const pace = paceOf(it.clock);
  const get = makeGet({
    tokens,
    now: it.clock.now,
    wait: it.clock.wait,
    random,
    note: ({ status }) => statuses.push(status),
    ...(pace && { pace }),
  });
  const ask = (endpoint: string, values: Record<string, string> = {}, query: Record<string, string> = {}) =>
    get.json({ source: { name: endpoint, endpoint, permissions: [], fields: [] }, values, query }, () => undefined);
  const asked: (() => Promise<unknown>)[] = [
    ...accounts.flatMap(({ id: of }) => [
      ...Array.from(
        { length: 6 },
        () => () => ask('/users/{id}/mailFolders/sentitems/messages', { id: of }, { $select: 'sender', $top: '1' }),
      ),
      () => ask('/users/{id}/chats', { id: of }),
    ]),
    ...Array.from({ length: 120 }, () => () => ask('/admin/exchange/tracing/messageTraces', {}, { $top: '1' })),
    ...Array.from({ length: 60 }, () => () => ask('/communications/callRecords', {}, { $select: 'id' })),
  ];
  const asking = asked.values();
  const hand = async (): Promise<void> => {
    for (const ask of asking) await ask().catch(() => undefined);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
  return { asked: asked.length, statuses };
}

test('a run in front of a tenant that enforces the limits: not one 429, not one request too many', async () => {
  const { asked, statuses } = await run(({ now, wait }) => makeThrottle({ now, wait, random }));
  // Hours may pass on this clock: a token that ran out is renewed, which is no matter of limits.
  const answers = statuses.filter((status) => status !== 401);
  expect(new Set(answers)).toEqual(new Set([200]));
  expect(answers).toHaveLength(asked);
});

test('the same run without a pace is refused', async () => {
  const { statuses } = await run(() => undefined);
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(50);
});
