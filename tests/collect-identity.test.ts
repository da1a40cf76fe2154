import { expect, it } from 'vitest';
import { collect } from '../connector/collect.ts';
import type { Exchange } from '../connector/demo-tenant/exchange.ts';
import type { SentMessage } from '../connector/demo-tenant/world.ts';
import { dayOf } from '../connector/privacy/period.ts';
import { readInteractions } from '../connector/store/interactions.ts';
import { readHeadcounts } from '../connector/store/people.ts';
import { ACCOUNTS, DAY, id, SCOPE_GROUP, smallWorld, START } from './demo-tenant/small-world.ts';
import { liveTenant } from './lived-tenant.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PARTNERS = [{ name: 'fylket', domains: ['fylket.example'] }];
const SENT = [
  ['kari@Fylket.example'],
  ['Ola_fylket.example#EXT#@fjord.onmicrosoft.example', 'bjarne+sak@fjord.example'],
  ['kari@elsewhere.example'],
  ['LISTE@fjord.example'],
  ['ett@fjord.example', 'Bjarne.Alias@fjord.example'],
  ['postmottak@fjord.example'],
];

/** Anna writes to everybody there is at the edge of the organisation; two open accounts on the list are nobody. */
async function lived(onExchange: (exchange: Exchange) => void = () => undefined) {
  const small = smallWorld();
  const [anna, bjarne] = ACCOUNTS;
  const thing = (number: number, name: string) => ({
    ...bjarne!,
    id: id(number),
    userPrincipalName: `${name}@fjord.example`,
    mail: `${name}@fjord.example`,
    proxyAddresses: [`SMTP:${name}@fjord.example`],
  });
  const accounts = [
    ...ACCOUNTS,
    { ...thing(20, 'postmottak'), kind: 'shared' as const, licence: null },
    { ...thing(21, 'moterom'), kind: 'room' as const, licence: 'teams-rooms' as const },
  ];
  const ofOne = { displayName: 'Ett', mail: 'ett@fjord.example', kind: 'microsoft365' as const, memberIds: [id(2)] };
  const message = (to: readonly string[], hour: number): SentMessage => ({
    ...{ sentAt: START + hour * 3_600_000, to, cc: [], bcc: [] },
    ...{ subject: 'CANARY', draft: false, meeting: false },
  });
  return liveTenant({
    world: smallWorld({
      accounts,
      groups: [
        ...small.groups.map((group) =>
          group.id === SCOPE_GROUP ? { ...group, memberIds: [...group.memberIds, id(20), id(21)] } : group,
        ),
        { id: id(902), ...ofOne },
      ],
      sentMessages: (accountId) => (accountId === anna!.id ? SENT.map(message) : []),
    }),
    folder: temporaryFolder(),
    from: dayOf(START),
    to: dayOf(START + DAY),
    onExchange,
  });
}

it("keeps a partner's own word, and of lists nothing at all", async () => {
  const life = await lived();
  await collect({ ...life.run, scope: { ...life.scope, partnerOrganisations: PARTNERS } });
  const { people, other, acts, minutes, partners } = readInteractions(life.store.period(life.period));
  const nameOf = (number: number): string =>
    partners.get(number) ??
    ({ '-1': 'outside', '-2': 'inside-unknown' } as Record<string, string>)[number] ??
    'a person';
  const rows = Array.from(other, (number, place) => [nameOf(number), acts[place], minutes[place]].join(' '));
  expect(rows.sort((a, b) => a.localeCompare(b))).toEqual([
    'a person 2 2.9',
    'inside-unknown 1 0',
    'outside 1 0',
    'partner:fylket 2 0',
  ]);
  // Everybody whose mailbox was read and who was written to; neither the shared mailbox nor the room is among them.
  expect(people).toHaveLength(3);
  expect(readHeadcounts(life.store.period(life.period)).reduce((sum, { heads }) => sum + heads, 0)).toBe(3);
  life.close();
});

it('keeps them as outside where the scope lists none', async () => {
  const life = await lived();
  await life.collect();
  const { other, partners } = readInteractions(life.store.period(life.period));
  expect([
    Array.from(other)
      .sort((a, b) => a - b)
      .slice(0, 2),
    partners.size,
  ]).toEqual([[-2, -1], 0]);
  life.close();
});

it('asks for the addresses of lists, and for nothing else of them', async () => {
  const asked: string[] = [];
  const answered: string[] = [];
  const life = await lived(({ url, responseBody }) => {
    if (!/\/groups\?/.test(url)) return;
    asked.push(decodeURIComponent(new URL(url).search));
    answered.push(responseBody);
  });
  await life.collect();
  expect(asked).toEqual(['?$select=mail,proxyAddresses&$filter=mailEnabled eq true&$top=999']);
  const [body] = answered;
  expect(JSON.parse(body!)).toMatchObject({
    value: [
      { mail: 'liste@fjord.example', proxyAddresses: ['SMTP:liste@fjord.example'] },
      { mail: 'ett@fjord.example', proxyAddresses: ['SMTP:ett@fjord.example'] },
    ],
  });
  expect(body).not.toContain(SCOPE_GROUP);
  life.close();
});

it('refuses a scope that calls one of our own domains a partner', async () => {
  const life = await lived();
  const ours = [{ name: 'oss', domains: ['fjord.onmicrosoft.example'] }];
  await expect(collect({ ...life.run, scope: { ...life.scope, partnerOrganisations: ours } })).rejects.toMatchObject({
    code: 'bad-setting',
  });
  life.close();
});
