import type { Account, SentMessage, World } from '../../connector/demo-tenant/world.ts';

export const DAY = 86_400_000;
export const START = Date.UTC(2026, 6, 1);

export const id = (number: number): string => `0a1b2c3d-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const SCOPE_GROUP = id(900);
export const NESTED_GROUP = id(901);

function account(number: number, name: string, different: Partial<Account> = {}): Account {
  const address = `${name.toLowerCase()}@fjord.example`;
  return {
    id: id(number),
    kind: 'employee',
    userPrincipalName: address,
    mail: address,
    proxyAddresses: [`SMTP:${address}`, `smtp:${name.toLowerCase()}.alias@fjord.example`],
    displayName: `${name} Nordmann`,
    enabled: true,
    userType: 'Member',
    department: 'Helse/Hjemmetjenesten',
    jobTitle: null,
    managerId: number === 1 ? null : id(1),
    hasMailbox: true,
    licence: 'E3',
    ...different,
  };
}

export const ACCOUNTS: readonly Account[] = [
  account(1, 'Anna', { jobTitle: 'leader' }),
  account(2, 'Bjarne'),
  account(3, 'Cecilie', { hasMailbox: false, mail: null, licence: 'F1', jobTitle: 'frontline' }),
  account(4, 'Pupil', { kind: 'pupil', licence: 'A1-student' }),
  account(5, 'Guest', { kind: 'guest', userType: 'Guest', hasMailbox: false, licence: null, managerId: null }),
  account(6, 'Room', { kind: 'room', enabled: false, licence: null, managerId: null, department: null }),
];

function message(sentAt: number, different: Partial<SentMessage> = {}): SentMessage {
  return {
    sentAt,
    to: ['Bjarne@FJORD.example'],
    cc: [],
    bcc: [],
    subject: `Subject of ${sentAt}`,
    draft: false,
    meeting: false,
    ...different,
  };
}

/** Anna sends a message an hour for 30 days, at half past; Bjarne three of the odd kinds; others nothing. */
export function smallWorld(different: Partial<World> = {}): World {
  const sent = new Map([
    [id(1), Array.from({ length: 30 * 24 }, (_, hour) => message(START + hour * 3_600_000 + 1_800_000))],
    [
      id(2),
      [
        message(START + 1000, { draft: true }),
        message(START + 2000, { meeting: true, cc: ['Liste@fjord.example'], bcc: ['Kari <kari@elsewhere.example>'] }),
        message(START + 2000, { senderAddress: 'anna@fjord.example' }),
      ],
    ],
  ]);
  return {
    tenantId: 'fade0000-0000-4000-8000-000000000001',
    organisation: 'Fjord kommune',
    domains: ['fjord.example', 'fjord.onmicrosoft.example'],
    accounts: ACCOUNTS,
    groups: [
      { id: SCOPE_GROUP, displayName: 'Scope', mail: null, kind: 'security', memberIds: [id(1), NESTED_GROUP, id(6)] },
      {
        id: NESTED_GROUP,
        displayName: 'Liste',
        mail: 'liste@fjord.example',
        kind: 'distribution',
        memberIds: [id(2), id(3), id(1), SCOPE_GROUP],
      },
    ],
    positiveGroupId: SCOPE_GROUP,
    from: START,
    to: START + 30 * DAY,
    holds: ['mail', 'usage'],
    sentMessages: (accountId, from, to) =>
      (sent.get(accountId) ?? []).filter(({ sentAt }) => sentAt >= from && sentAt < to),
    *usageOn(dayStart) {
      yield { accountId: id(1), services: ['exchange', 'teams'] };
      if (dayStart === START) yield { accountId: id(4), services: ['onedrive', 'sharepoint'] };
    },
    ...different,
  };
}
