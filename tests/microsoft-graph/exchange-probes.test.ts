import { describe, expect, test } from 'vitest';
import type { DemoTenantSettings } from '../../connector/demo-tenant/demo-tenant.ts';
import type { Exchange } from '../../connector/demo-tenant/exchange.ts';
import { refusal } from '../../connector/demo-tenant/refusal.ts';
import { Failure } from '../../connector/failure.ts';
import { checkReadable, isOutsideExchangeScope } from '../../connector/microsoft-graph/exchange-probes.ts';
import { makeGet } from '../../connector/microsoft-graph/get.ts';
import { readDirectory } from '../../connector/microsoft-graph/people.ts';
import { signIn } from '../../connector/microsoft-graph/sign-in.ts';
import { parseScope, type SourceName } from '../../connector/privacy/scope.ts';
import { CLIENT_ID, opened, SECRET } from '../demo-tenant/opened.ts';
import { id, SCOPE_GROUP } from '../demo-tenant/small-world.ts';
import {
  EXCHANGE_SCOPED,
  exchangeScopedWorld,
  INSIDE,
  OPEN,
  OUTSIDE,
  ROLES_WITHOUT_MAIL,
} from '../exchange-scoped-world.ts';
import { recordedRandomness } from '../recorded-randomness.ts';
import { TITLES } from './invented-people.ts';
import { failure } from './played-graph.ts';

const SCOPE = {
  version: 1,
  organisation: 'Fjord kommune',
  sources: ['sent-items', 'meetings', 'active-users'],
  positiveGroupId: SCOPE_GROUP,
  unitAttribute: 'department',
  titles: TITLES,
  level: 'standard',
  staffNoticeOn: '2026-05-01',
  readBack: false,
  endsOn: '2027-05-01',
  protectedContacts: ['m1_AAAAAAAAAAAAAAAAAAAAAA'],
};

/** A tenant where Exchange opens the mail of `OPEN`, and the check as a run makes it. */
async function scoped(different: Partial<DemoTenantSettings> = {}, exchangeScoped: object | null = EXCHANGE_SCOPED) {
  const exchanges: Exchange[] = [];
  const it = await opened({
    world: exchangeScopedWorld(),
    roles: ROLES_WITHOUT_MAIL,
    mailboxesOpenInExchange: OPEN,
    onExchange: (exchange) => exchanges.push(exchange),
    ...different,
  });
  const { now, wait } = it.clock;
  const tokens = signIn({ tenantId: it.tenant.tenantId, clientId: CLIENT_ID, credential: { secret: SECRET }, now });
  const get = makeGet({ tokens, now, wait, random: recordedRandomness('probes') });
  const scope = parseScope({ ...SCOPE, ...(exchangeScoped && { exchangeScoped }) });
  const directory = await readDirectory({ get, ...scope });
  const before = exchanges.length;
  return {
    scope,
    check: (source: SourceName = 'sent-items') => checkReadable(source, { get, scope, directory }),
    /** Mailboxes that were asked, in order, and what was answered. */
    asked: () =>
      exchanges.slice(before).map(({ url, status }) => `${/users\/([^/]+)/.exec(url)?.[1] ?? ''} ${String(status)}`),
    urls: () => exchanges.slice(before).map(({ url }) => decodeURIComponent(url)),
    [Symbol.dispose]: it[Symbol.dispose],
  };
}

describe('a source that Exchange opens mailbox by mailbox', () => {
  test('is readable where the mailbox inside opens and the one outside does not; one id of each is asked for', async () => {
    using house = await scoped();
    await house.check();
    expect(house.asked()).toEqual([`${OUTSIDE} 403`, `${INSIDE} 200`]);
    for (const url of house.urls()) expect(url).toMatch(/\/mailFolders\/sentitems\/messages\?\$select=id&\$top=1$/);
  });

  test('is refused where the mailbox outside opens, and the one inside is not asked', async () => {
    using house = await scoped({ mailboxesOpenInExchange: [...OPEN, OUTSIDE] });
    const told = await failure(house.check());
    expect(told.code).toBe('too-many-permissions');
    expect(told.sentence).toMatch(/wider than approved.*not read.*Exchange administrator.*30 minutes to 2 hours/);
    expect(house.asked()).toEqual([`${OUTSIDE} 200`]);
  });

  test('is refused where a role of the token opens everything', async () => {
    using house = await scoped({ roles: [...ROLES_WITHOUT_MAIL, 'Mail.ReadBasic.All'] });
    expect((await failure(house.check())).code).toBe('too-many-permissions');
  });

  test('stops where the mailbox inside does not open: whose move it is, with what, and how long it takes', async () => {
    using house = await scoped({ mailboxesOpenInExchange: [id(1), id(2)] });
    const told = await failure(house.check());
    expect(told.code).toBe('consent-missing');
    expect(told.sentence).toMatch(/Exchange administrator .*New-ManagementRoleAssignment.*30 minutes to 2 hours/);
    expect(house.asked()).toEqual([`${OUTSIDE} 403`, `${INSIDE} 403`]);
  });

  test.each(['probeInside', 'probeOutside'])('is refused where there is no mailbox as %s', async (field) => {
    for (const nobody of [id(999), id(5)]) {
      using house = await scoped({}, { ...EXCHANGE_SCOPED, [field]: nobody });
      const told = await failure(house.check());
      expect([told.code, told.sentence.includes(field)]).toEqual(['bad-input', true]);
      expect(told.sentence).not.toContain(nobody);
    }
  });

  test.each([
    ['inside', { ...EXCHANGE_SCOPED, probeInside: id(1) }],
    ['outside', { ...EXCHANGE_SCOPED, probeOutside: id(3) }],
  ])('is refused where the mailbox %s is a person’s, and nothing is asked of it', async (_, exchangeScoped) => {
    using house = await scoped({}, exchangeScoped);
    expect(await failure(house.check())).toMatchObject({ code: 'bad-input' });
    expect(house.asked()).toEqual([]);
  });

  test('waits as elsewhere where Graph is busy', async () => {
    let asked = 0;
    using slow = await scoped({
      faults: ({ template }) =>
        template.endsWith('/messages') && (asked += 1) === 1 ? { kind: 'throttled', retryAfter: '7' } : undefined,
    });
    await slow.check();
    expect(slow.asked()).toEqual([`${OUTSIDE} 429`, `${OUTSIDE} 403`, `${INSIDE} 200`]);
  });

  test('gives up as elsewhere where Graph is out of reach', async () => {
    using away = await scoped({
      faults: ({ template }) => (template.endsWith('/messages') ? { kind: 'reset' } : undefined),
    });
    expect((await failure(away.check())).code).toBe('unreachable');
  });

  test('is not judged by a policy that blocks the application', async () => {
    const blocked = refusal(403, 'insufficient_claims', '');
    using house = await scoped({
      faults: ({ template }) => (template.endsWith('/messages') ? { kind: 'answer', ...blocked } : undefined),
    });
    expect((await failure(house.check())).code).toBe('credential-refused');
  });
});

test('another source, and every source of a scope without, is asked nothing', async () => {
  {
    using house = await scoped();
    await house.check('meetings');
    await house.check('active-users');
    expect(house.asked()).toEqual([]);
  }
  using open = await scoped({}, null);
  await open.check();
  expect(open.asked()).toEqual([]);
});

test('a mailbox that is refused lies outside where its source is scoped, and nowhere else', () => {
  const house = { scope: parseScope({ ...SCOPE, exchangeScoped: EXCHANGE_SCOPED }) };
  const open = { scope: parseScope(SCOPE) };
  const refused = new Failure('consent-missing', 'Refused.');
  expect(isOutsideExchangeScope(refused, 'sent-items', house.scope)).toBe(true);
  expect(isOutsideExchangeScope(refused, 'meetings', house.scope)).toBe(false);
  expect(isOutsideExchangeScope(refused, 'sent-items', open.scope)).toBe(false);
  expect(isOutsideExchangeScope(new Failure('throttled', 'Wait.'), 'sent-items', house.scope)).toBe(false);
});
