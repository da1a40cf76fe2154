import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Exchange } from '../connector/demo-tenant/exchange.ts';
import { installation } from '../connector/installation.ts';
import { readSentMail } from '../connector/microsoft-graph/mail.ts';
import { readDirectory } from '../connector/microsoft-graph/people.ts';
import { markOfNobody } from '../connector/privacy/mark.ts';
import { addDays, dayOf } from '../connector/privacy/period.ts';
import { RealIdentity } from '../connector/privacy/real-identity.ts';
import { readSettings } from '../connector/settings.ts';
import { CLIENT_ID, opened, SECRET } from './demo-tenant/opened.ts';
import { id, SCOPE_GROUP, START } from './demo-tenant/small-world.ts';
import { pseudonymOf } from './microsoft-graph/invented-people.ts';
import { failure } from './microsoft-graph/played-graph.ts';
import { recordedRandomness } from './recorded-randomness.ts';
import { temporaryFolder } from './temporary-folder.ts';

const ENOUGH = ['User.Read.All', 'GroupMember.Read.All', 'Mail.ReadBasic.All'];

/** A real installation, with the machine's clock, whose application may read all mail, under a scope that approves `approving`. */
async function installed(approving: { readonly approvedRoles?: readonly string[] }) {
  const exchanges: Exchange[] = [];
  const mailsAsked = { now: 0, most: 0 };
  const tenant = await opened({
    now: Date.now,
    roles: [...ENOUGH, 'Mail.Read'],
    faults: ({ template }) => {
      if (template.endsWith('/messages')) mailsAsked.most = Math.max(mailsAsked.most, (mailsAsked.now += 1));
      return undefined;
    },
    onExchange: (exchange) => {
      exchanges.push(exchange);
      if (exchange.url.includes('/messages')) mailsAsked.now -= 1;
    },
  });
  const data = join(temporaryFolder(), 'data');
  mkdirSync(data, { mode: 0o700 });
  const today = dayOf(Date.now());
  const scope = {
    version: 1,
    organisation: 'Fjord kommune',
    sources: ['sent-items'],
    positiveGroupId: SCOPE_GROUP,
    unitAttribute: 'department',
    titles: { leader: ['leader'], elected: ['elected'] },
    level: 'standard',
    staffNoticeOn: addDays(today, -60),
    readBack: false,
    endsOn: addDays(today, 365),
    protectedContacts: [markOfNobody(recordedRandomness('installation'))],
    ...approving,
  };
  writeFileSync(join(data, 'scope.json'), JSON.stringify(scope));
  const settings = readSettings({
    SAMSPILL_DATA_FOLDER: data,
    SAMSPILL_TENANT_ID: tenant.tenant.tenantId,
    SAMSPILL_CLIENT_ID: CLIENT_ID,
    SAMSPILL_CLIENT_SECRET: SECRET,
    SAMSPILL_STAGE: 'pilot',
  });
  const operation = await installation(settings, () => undefined, new AbortController().signal);
  return {
    operation,
    mailsAsked,
    directory: () => readDirectory({ get: operation.get, ...operation.scope }),
    hosts: () => exchanges.map(({ url }) => new URL(url).host),
    [Symbol.dispose]: () => {
      operation.store.close();
      tenant[Symbol.dispose]();
    },
  };
}

test.each([{}, { approvedRoles: [] }, { approvedRoles: ['Mail.ReadWrite'] }])(
  'a permission too many is refused under a scope with %j, and Graph is asked nothing',
  async (approving) => {
    using house = await installed(approving);
    const told = await failure(house.directory());
    expect(told.code).toBe('too-many-permissions');
    expect(told.sentence).toContain('(Mail.Read)');
    expect(new Set(house.hosts())).toEqual(new Set(['login.microsoftonline.com']));
  },
);

test('a permission that the scope approves by name is none too many', async () => {
  using house = await installed({ approvedRoles: ['Mail.Read'] });
  expect((await house.directory()).people).toHaveLength(3);
});

test('the one GET keeps the published limits: no more than four requests of one mailbox at a time', async () => {
  using house = await installed({ approvedRoles: ['Mail.Read'] });
  const { get } = house.operation;
  const directory = await house.directory();
  const person = directory.people.find(({ identity }) => identity.equals(new RealIdentity(id(1))))!;
  const span = { from: dayOf(START), to: addDays(dayOf(START), 1) };
  const read = () => readSentMail({ get, directory, person, ...span, pseudonymOf, mayInclude: () => 'yes' });
  await Promise.all(Array.from({ length: 12 }, read));
  expect(house.hosts().filter((host) => host === 'graph.microsoft.com').length).toBeGreaterThan(12);
  expect(house.mailsAsked).toEqual({ now: 0, most: 4 });
});
