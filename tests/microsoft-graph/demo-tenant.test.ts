import { describe, expect, test } from 'vitest';
import type { DemoTenantSettings } from '../../connector/demo-tenant/demo-tenant.ts';
import type { Exchange } from '../../connector/demo-tenant/exchange.ts';
import type { Fault, RequestDescription } from '../../connector/demo-tenant/faults.ts';
import { readActiveUsers } from '../../connector/microsoft-graph/active-users.ts';
import { makeGet } from '../../connector/microsoft-graph/get.ts';
import { readSentMail } from '../../connector/microsoft-graph/mail.ts';
import { readDirectory } from '../../connector/microsoft-graph/people.ts';
import { readConcealment } from '../../connector/microsoft-graph/report-settings.ts';
import { signIn } from '../../connector/microsoft-graph/sign-in.ts';
import { addDays, dayOf } from '../../connector/privacy/period.ts';
import { CLIENT_ID, opened, SECRET } from '../demo-tenant/opened.ts';
import { id, SCOPE_GROUP, smallWorld, START } from '../demo-tenant/small-world.ts';
import { recordedRandomness } from '../recorded-randomness.ts';
import { pseudonymOf, TITLES } from './invented-people.ts';
import { failure } from './played-graph.ts';

const FIRST = dayOf(START);
const mayInclude = () => 'yes' as const;

/** The whole room, unmodified MSAL and Graph client included, against the tenant that plays Microsoft. */
async function connected(different: Partial<DemoTenantSettings> = {}, secret = SECRET) {
  const exchanges: Exchange[] = [];
  const tenant = await opened({ onExchange: (exchange) => exchanges.push(exchange), ...different });
  const { now, wait } = tenant.clock;
  const tokens = signIn({ tenantId: tenant.tenant.tenantId, clientId: CLIENT_ID, credential: { secret }, now });
  const get = makeGet({ tokens, now, wait, random: recordedRandomness('demo tenant') });
  const directory = () =>
    readDirectory({ get, positiveGroupId: SCOPE_GROUP, unitAttribute: 'department', titles: TITLES });
  /** Everything the room reads, with the sentence where it may be refused. */
  const everything = async () => {
    const read = await directory();
    const span = { from: FIRST, to: addDays(FIRST, 30) };
    const mail = [];
    for (const person of read.people.filter(({ hasMailbox }) => hasMailbox)) {
      mail.push(...(await readSentMail({ get, directory: read, person, ...span, pseudonymOf, mayInclude })));
    }
    const usage = await readActiveUsers({ get, directory: read, day: FIRST, pseudonymOf, mayInclude });
    return { people: read.people.length, mail, usage };
  };
  return { get, directory, everything, exchanges, [Symbol.dispose]: tenant[Symbol.dispose] };
}

describe('against the demo tenant', () => {
  test('who is on the positive list, what they sent, what they used', async () => {
    using room = await connected();
    const { people, mail, usage } = await room.everything();
    // Anna, Bjarne and the third of the nested list; the room and the groups themselves are not people.
    expect(people).toBe(3);
    const anna = mail.filter(({ owner }) => owner === mail[0]!.owner);
    // An hour apart, at half past, for thirty days: 24 acts a day toward Bjarne alone.
    expect(anna).toHaveLength(30);
    expect(new Set(anna.map(({ acts }) => acts))).toEqual(new Set([24]));
    expect(anna[0]!.minutes).toBeCloseTo(24 * 1.45, 9);
    // Drafts, meeting mail and mail sent on behalf are no acts of Bjarne's.
    expect(mail).toHaveLength(30);
    expect(usage.rows.map(({ apps }) => apps)).toEqual([['exchange', 'teams']]);
    expect(await readConcealment(room.get)).toBe(false);
  });

  test('nobody outside the positive list is ever named in a request', async () => {
    using room = await connected();
    await room.everything();
    const named = room.exchanges.flatMap(({ url }) => url.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []);
    const outside = smallWorld()
      .accounts.map((account) => account.id)
      .filter((each) => each > id(3));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((each) => outside.includes(each))).toEqual([]);
  });

  test('the download of a report bears no token, everything at Graph does', async () => {
    using room = await connected();
    await room.everything();
    const tokenAt = (host: string) =>
      room.exchanges
        .filter(({ url }) => new URL(url).host === host)
        .map(({ requestHeaders }) => requestHeaders.has('authorization'));
    expect(new Set(tokenAt('reports.office.com'))).toEqual(new Set([false]));
    expect(new Set(tokenAt('graph.microsoft.com'))).toEqual(new Set([true]));
    expect(room.exchanges.filter(({ url }) => url.includes('/oauth2/'))).toHaveLength(1);
  });

  test('half of all answers bad: the same is read', async () => {
    using quiet = await connected();
    const undisturbed = await quiet.everything();
    quiet[Symbol.dispose]();
    const kinds: readonly Fault[] = [
      { kind: 'throttled', retryAfter: '7' },
      { kind: 'unavailable' },
      { kind: 'gateway-timeout' },
      { kind: 'server-error' },
      { kind: 'reset' },
      { kind: 'truncated' },
      { kind: 'web-page' },
    ];
    let dice = 7;
    const faults = ({ host }: RequestDescription): Fault | undefined => {
      dice = (dice * 48_271) % 2_147_483_647;
      return host !== 'entra' && dice % 2 === 0 ? kinds[dice % kinds.length] : undefined;
    };
    using room = await connected({ faults });
    expect(await room.everything()).toEqual(undisturbed);
  });

  test('a token that ends in the middle is renewed once', async () => {
    let spoilt = false;
    const faults = ({ template }: RequestDescription): Fault | undefined => {
      if (spoilt || !template.endsWith('/messages')) return undefined;
      spoilt = true;
      return { kind: 'expired-token' };
    };
    using room = await connected({ faults });
    await room.everything();
    expect(room.exchanges.filter(({ url }) => url.includes('/oauth2/'))).toHaveLength(2);
  });

  test.each(['https://evil.example/v1.0/x?$skiptoken=1', 'itself'])('a next link %s is not followed', async (link) => {
    const faults = ({ template }: RequestDescription): Fault | undefined =>
      template.endsWith('/messages') ? { kind: 'next-link', link } : undefined;
    using room = await connected({ faults });
    expect((await failure(room.everything())).code).toBe('unsafe-link');
    expect(room.exchanges.filter(({ url }) => url.includes('evil'))).toEqual([]);
  });

  test.each([
    ['Mail.ReadBasic.All', /Mail\.ReadBasic\.All/],
    ['Reports.Read.All', /Reports\.Read\.All/],
    ['GroupMember.Read.All', /GroupMember\.Read\.All/],
    ['User.Read.All', /User\.Read\.All/],
  ])('without %s the sentence names it', async (role, named) => {
    const all = ['User.Read.All', 'GroupMember.Read.All', 'Mail.ReadBasic.All', 'Reports.Read.All'];
    using room = await connected({ roles: all.filter((each) => each !== role) });
    const told = await failure(room.everything());
    expect(told.code).toBe('consent-missing');
    expect(told.sentence).toMatch(named);
  });

  test('a wrong secret says what to check', async () => {
    using room = await connected({}, 'the id of the secret');
    const told = await failure(room.directory());
    expect(told.code).toBe('credential-refused');
    expect(told.sentence).toMatch(/secret value.*not the secret id/);
  });
});
