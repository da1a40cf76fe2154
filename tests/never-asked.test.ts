import { expect, it } from 'vitest';
import { municipality } from '../connector/demo-tenant/municipality/municipality.ts';
import { ELECTED_TITLES, LEADER_TITLES } from '../connector/demo-tenant/municipality/titles.ts';
import type { Account } from '../connector/demo-tenant/world.ts';
import { addDays, dayOf } from '../connector/privacy/period.ts';
import { liveTenant } from './lived-tenant.ts';
import { temporaryFolder } from './temporary-folder.ts';

it('never sends a request for a pupil, a guest or anybody else outside the positive list', async () => {
  const world = municipality({ today: Date.UTC(2026, 10, 21) });
  const to = dayOf(world.to);
  const urls: string[] = [];
  const bodies: string[] = [];
  const life = await liveTenant({
    world,
    folder: temporaryFolder(),
    from: addDays(to, -14),
    to,
    sources: ['sent-items', 'active-users'],
    titles: { leader: [...LEADER_TITLES], elected: [...ELECTED_TITLES] },
    onExchange: ({ url, responseBody }) => {
      urls.push(decodeURIComponent(url).toLowerCase());
      if (url.includes('/groups/')) bodies.push(responseBody);
    },
  });
  await life.collect();
  life.close();

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
}, 120_000);

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
