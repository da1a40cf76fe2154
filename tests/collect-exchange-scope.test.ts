import { expect, test } from 'vitest';
import type { Exchange } from '../connector/demo-tenant/exchange.ts';
import { addDays, dayOf } from '../connector/privacy/period.ts';
import { pseudonymMaker } from '../connector/privacy/pseudonym.ts';
import { RealIdentity } from '../connector/privacy/real-identity.ts';
import type { SourceName } from '../connector/privacy/scope.ts';
import { daysReadFrom, ownersRead } from '../connector/store/interactions.ts';
import { usageDaysRead } from '../connector/store/usage-days.ts';
import { id, START } from './demo-tenant/small-world.ts';
import {
  EXCHANGE_SCOPED,
  exchangeScopedWorld,
  INSIDE,
  OPEN,
  OUTSIDE,
  ROLES_WITHOUT_MAIL,
} from './exchange-scoped-world.ts';
import { liveTenant } from './lived-tenant.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SPAN = { from: dayOf(START), to: addDays(dayOf(START), 3) };

/** One run where Exchange opens `open`; whose mail was read, and what was asked of which mailbox. */
async function ran(open: readonly string[], sources: readonly SourceName[]) {
  const exchanges: Exchange[] = [];
  const life = await liveTenant({
    world: exchangeScopedWorld(),
    folder: temporaryFolder(),
    ...SPAN,
    sources,
    roles: [...ROLES_WITHOUT_MAIL, 'Calendars.ReadBasic.All', 'Reports.Read.All', 'ReportSettings.Read.All'],
    inExchange: { open, scoped: EXCHANGE_SCOPED },
    onExchange: (exchange) => exchanges.push(exchange),
  });
  const ended = await life.collect().then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : 'broken'),
  );
  const file = life.store.period(life.period);
  const { tenantId, openPeriodKey, period } = life.run;
  const pseudonymOf = pseudonymMaker(tenantId, period.id, await openPeriodKey(period.id));
  const read = ownersRead(file, 'sent-items', SPAN);
  const result = {
    ended,
    read: [1, 2, 3].filter((number) => read.has(pseudonymOf(new RealIdentity(id(number))))),
    mailDays: daysReadFrom(file, 'sent-items').length,
    meetingDays: daysReadFrom(file, 'meetings').length,
    reportDays: usageDaysRead(file, 'active-users').size,
    asked: exchanges.flatMap(({ url, status }) => {
      const mailbox = /users\/([^/]+)\/mailFolders/.exec(url)?.[1];
      return mailbox === undefined ? [] : [`${mailbox} ${String(status)}`];
    }),
  };
  life.close();
  return result;
}

test('a run reads the mail that Exchange opens, after it has seen that it opens no other', async () => {
  const { ended, read, asked } = await ran(OPEN, ['sent-items']);
  expect([ended, read]).toEqual(['done', [1, 2]]);
  expect(asked.slice(0, 2)).toEqual([`${OUTSIDE} 403`, `${INSIDE} 200`]);
  expect(asked.slice(2).toSorted()).toEqual([`${id(1)} 200`, `${id(2)} 200`]);
});

test('somebody on the positive list whose mailbox stays closed is left out, and the others are read', async () => {
  const { ended, read, asked } = await ran([id(2), INSIDE], ['sent-items']);
  expect([ended, read]).toEqual(['done', [2]]);
  expect(asked).toContain(`${id(1)} 403`);
});

test.each<[string, readonly string[], string, readonly string[]]>([
  ['more than was approved', [...OPEN, OUTSIDE], 'too-many-permissions', [`${OUTSIDE} 200`]],
  ['nothing', [], 'consent-missing', [`${OUTSIDE} 403`, `${INSIDE} 403`]],
])('where Exchange opens %s no mailbox of a person is asked', async (_, open, code, requests) => {
  const { ended, mailDays, asked } = await ran(open, ['sent-items']);
  expect([ended, mailDays, asked]).toEqual([code, 0, requests]);
});

test('sources of other kinds are read beside it, also where Exchange opens too little', async () => {
  const good = await ran(OPEN, ['sent-items', 'meetings', 'active-users']);
  expect([good.ended, good.mailDays, good.meetingDays, good.reportDays]).toEqual(['done', 3, 3, 3]);
  const closed = await ran([id(1)], ['meetings', 'active-users', 'sent-items']);
  expect([closed.mailDays, closed.meetingDays, closed.reportDays]).toEqual([0, 3, 3]);
});
