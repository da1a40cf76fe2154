import { expect, it } from 'vitest';
import { municipality } from '../connector/demo-tenant/municipality/municipality.ts';
import { ELECTED_TITLES, LEADER_TITLES } from '../connector/demo-tenant/municipality/titles.ts';
import type { Account } from '../connector/demo-tenant/world.ts';
import { addDays, dayOf } from '../connector/privacy/period.ts';
import { SOURCE_DECLARATIONS } from '../connector/microsoft-graph/source-declarations.ts';
import { REPORT_SOURCES, SOURCE_NAMES, type SourceName } from '../connector/privacy/scope.ts';
import { askedIn } from './conformance/asked.ts';
import { missesOf } from './conformance/misses.ts';
import { liveTenant } from './lived-tenant.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Two ways to the same acts are never read in one run; together they are every source. */
const RUNS: readonly (readonly SourceName[])[] = [
  ['sent-items', 'meetings', 'chat-membership', 'calls', ...REPORT_SOURCES],
  ['message-trace', 'chat-messages'],
];

it('never sends a request for a pupil, a guest or anybody else outside the positive list, nor for a field undeclared', async () => {
  const world = municipality({ today: Date.UTC(2026, 10, 21) });
  const to = dayOf(world.to);
  const urls: string[] = [];
  const bodies: string[] = [];
  const misses: string[] = [];
  for (const sources of RUNS) {
    const life = await liveTenant({
      world,
      folder: temporaryFolder(),
      from: addDays(to, -2),
      to,
      sources,
      roles: SOURCE_DECLARATIONS.flatMap(({ permissions }) => permissions.map(({ role }) => role)),
      titles: { leader: [...LEADER_TITLES], elected: [...ELECTED_TITLES] },
      onExchange: ({ method, url, requestHeaders, responseBody }) => {
        const asked = askedIn({ method, url, headers: requestHeaders });
        if (asked !== undefined) misses.push(...missesOf(asked));
        urls.push(decodeURIComponent(url).toLowerCase());
        if (url.includes('/groups/')) bodies.push(responseBody);
      },
    });
    await life.collect();
    life.close();
  }
  expect(misses).toEqual([]);
  expect(RUNS.flat().sort()).toEqual([...SOURCE_NAMES].sort());

  const isListed = listedOf(world);
  const outside = world.accounts.filter((account) => !isListed(account));
  expect(outside.filter(({ kind }) => kind === 'pupil')).toHaveLength(2_500);
  expect(outside.filter(({ kind }) => kind === 'guest').length).toBeGreaterThan(10);
  const asked = urls.join('\n');
  const readMailboxes = world.accounts.filter(({ id }) => asked.includes(`/users/${id}/`));
  expect(readMailboxes.length).toBeGreaterThan(1_000);
  for (const account of outside) {
    expect(asked.includes(account.id), account.kind).toBe(false);
    expect(asked.includes(account.userPrincipalName.toLowerCase()), account.kind).toBe(false);
    expect(
      bodies.some((body) => body.includes(account.id)),
      `${account.kind} in the directory read`,
    ).toBe(false);
  }
  for (const { kind, enabled } of readMailboxes) expect([kind, enabled]).toEqual(['employee', true]);
}, 240_000);

/** Membership of the positive list, by this test's own walk through the groups. */
function listedOf({ groups, positiveGroupId }: ReturnType<typeof municipality>): (account: Account) => boolean {
  const members = new Map(groups.map(({ id, memberIds }) => [id, memberIds]));
  const listed = new Set<string>();
  const walk = (id: string): void => {
    if (listed.has(id)) return;
    listed.add(id);
    for (const member of members.get(id) ?? []) walk(member);
  };
  walk(positiveGroupId);
  return ({ id }) => listed.has(id);
}
