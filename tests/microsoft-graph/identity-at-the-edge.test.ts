import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSentMail } from '../../connector/microsoft-graph/mail.ts';
import { readMessageTrace } from '../../connector/microsoft-graph/message-trace.ts';
import { readMeetings } from '../../connector/microsoft-graph/meetings.ts';
import { readDirectory, type Directory } from '../../connector/microsoft-graph/people.ts';
import type { SourceName } from '../../connector/privacy/scope.ts';
import { cannedGet, GROUP, id, member, ORGANISATION, pseudonymOf, TITLES } from './invented-people.ts';
import { failure } from './played-graph.ts';

const MEMBERS = '/groups/{group}/transitiveMembers/microsoft.graph.user';
const SPAN = { from: '2026-07-07', to: '2026-07-08' } as const;
const PARTNERS = [
  { name: 'fylket', domains: ['fylket.example', 'flk.example'] },
  { name: 'sykehuset', domains: ['sykehus.example'] },
];
const LISTS = [
  { mail: 'Alle@fjord.example', proxyAddresses: ['SMTP:Alle@fjord.example', 'smtp:everybody@gammel.example'] },
  { mail: 'ett@fjord.example', proxyAddresses: [] },
  { mail: null, proxyAddresses: ['SMTP:team+en@fjord.example', 'SPO:SPO_1@SPO_2', 'smtp:person7@fjord.example'] },
  { mail: 7 },
  'CANARY',
];

interface Tenant {
  readonly members?: readonly unknown[];
  readonly sources?: readonly SourceName[];
  readonly partnerOrganisations?: typeof PARTNERS;
}

const ten = Array.from({ length: 10 }, (_, n) => member(n + 1));

function directoryOf(tenant: Tenant = {}): Promise<Directory> {
  const { members = ten, sources = ['sent-items'], partnerOrganisations = PARTNERS } = tenant;
  const get = cannedGet({
    '/organization': ORGANISATION,
    [MEMBERS]: { value: members },
    ...(sources.length > 0 && { '/groups': { value: LISTS } }),
  });
  const scope = { positiveGroupId: GROUP, unitAttribute: 'department', titles: TITLES } as const;
  return readDirectory({ get, ...scope, sources, partnerOrganisations });
}

/** The object id of whom an address reaches, or the word. */
function told({ resolve }: Directory, address: string): string {
  const found = resolve(address);
  return typeof found === 'string' ? found : found.reveal();
}

describe('a partner organisation', () => {
  test.each([
    ['kari@fylket.example', 'partner:fylket'],
    ['KARI@FLK.EXAMPLE', 'partner:fylket'],
    ['kari+sak@fylket.example', 'partner:fylket'],
    ['post@sykehus.example', 'partner:sykehuset'],
    ['kari_fylket.example#EXT#@fjord.onmicrosoft.example', 'partner:fylket'],
    ['Kari_O_Fylket.example#ext#@GAMMEL.example', 'partner:fylket'],
    ['kari@post.fylket.example', 'outside'],
    ['kari@fylket.example.evil.example', 'outside'],
    ['kari@notfylket.example', 'outside'],
    ['kari@elsewhere.example', 'outside'],
    ['kari_elsewhere.example#EXT#@fjord.example', 'outside'],
    ['kari_nobody.example#EXT#', 'outside'],
    ['nobody_fjord.example#EXT#@fylket.example', 'inside-unknown'],
    ['nobody@fjord.example', 'inside-unknown'],
  ])('%s: %s', async (address, whom) => {
    expect(told(await directoryOf(), address)).toBe(whom);
  });

  test('is outside, where the scope lists none', async () => {
    expect(told(await directoryOf({ partnerOrganisations: [] }), 'kari@fylket.example')).toBe('outside');
  });

  test('cannot be ourselves', async () => {
    const ours = directoryOf({ partnerOrganisations: [{ name: 'oss', domains: ['gammel.example'] }] });
    const { code, sentence } = await failure(ours);
    expect(code).toBe('bad-setting');
    expect(sentence).toContain('partnerOrganisations');
    expect(sentence).not.toContain('gammel');
  });
});

describe('a guest form', () => {
  const external = member(20, {
    userPrincipalName: 'Vikar_Datter.example#EXT#@fjord.onmicrosoft.example',
    mail: null,
    proxyAddresses: [],
  });
  test.each([
    ['vikar_datter.example#EXT#@fjord.onmicrosoft.example', 20],
    ['VIKAR_DATTER.EXAMPLE#EXT#@FJORD.ONMICROSOFT.EXAMPLE', 20],
    ['vikar@datter.example', 20],
    ['vikar+sak@datter.example', 20],
    ['person1_fjord.example#EXT#@partner.onmicrosoft.example', 1],
    ['p1_gammel.example#EXT#@partner.onmicrosoft.example', 1],
    ['person1+sak_fjord.example#EXT#@partner.onmicrosoft.example', 1],
  ])('%s is person %i', async (address, number) => {
    expect(told(await directoryOf({ members: [member(1), external] }), address)).toBe(id(number));
  });

  test('is never taken for whoever shares the first letters at the tenant that names it', async () => {
    const folded = 'person1+a_elsewhere.example#EXT#@fjord.example';
    expect(told(await directoryOf(), folded)).toBe('outside');
  });

  test('folded in any tenant reaches whom the address reaches, for every way of writing it', async () => {
    const directory = await directoryOf();
    const local = fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9._-]{0,12}$/);
    const domain = fc.constantFrom('fjord.example', 'GAMMEL.example', 'fylket.example', 'elsewhere.example');
    const tenant = fc.constantFrom('fjord.example', 't.onmicrosoft.example');
    fc.assert(
      fc.property(
        fc.oneof(local, fc.constantFrom('person3', 'P4', 'Alle')),
        domain,
        tenant,
        (name, home, elsewhere) => {
          expect(told(directory, `${name}_${home}#EXT#@${elsewhere}`)).toBe(told(directory, `${name}@${home}`));
        },
      ),
    );
  });
});

describe('a list', () => {
  test.each([
    'alle@fjord.example',
    'ALLE@Fjord.Example',
    'everybody@gammel.example',
    'ett@fjord.example',
    'ett+x@fjord.example',
    'team+en@fjord.example',
  ])('%s is one', async (address) => {
    expect(told(await directoryOf(), address)).toBe('list');
  });

  test("goes before somebody's sign-in name, not before what is delivered to them", async () => {
    const signsInAsList = member(30, { userPrincipalName: 'ett@fjord.example' });
    const directory = await directoryOf({ members: [member(7), signsInAsList] });
    expect(told(directory, 'ett@fjord.example')).toBe('list');
    expect(told(directory, 'person7@fjord.example')).toBe(id(7));
  });

  test('is asked about only where a source names people by address', async () => {
    for (const source of ['sent-items', 'message-trace', 'meetings'] as const) {
      expect(told(await directoryOf({ sources: [source] }), 'ett@fjord.example')).toBe('list');
    }
    // With none of them `/groups` is not played, and asking for it would throw.
    expect(told(await directoryOf({ sources: [] }), 'ett@fjord.example')).toBe('inside-unknown');
  });

  const reading = async (endpoint: string, item: object) => {
    const directory = await directoryOf();
    const get = cannedGet({ [endpoint]: { value: [item] } });
    const [person] = directory.people;
    return { get, directory, person: person!, ...SPAN, pseudonymOf, mayInclude: () => 'yes' as const };
  };
  const at = (...addresses: string[]) => addresses.map((address) => ({ emailAddress: { address } }));
  const people = (from: number, to: number): string[] =>
    Array.from({ length: to - from + 1 }, (_, n) => `person${from + n}@fjord.example`);
  const mailTo = (...addresses: string[]) =>
    reading('/users/{id}/mailFolders/sentitems/messages', {
      id: 'm1',
      sentDateTime: '2026-07-07T09:12:44Z',
      isDraft: false,
      sender: at('person1@fjord.example')[0],
      toRecipients: at(...addresses),
    });

  test('with eight people is a mail to eight, and of the list nothing is kept', async () => {
    const rows = await readSentMail(await mailTo('alle@fjord.example', ...people(2, 9), 'ett@fjord.example'));
    expect(rows).toHaveLength(8);
    expect(rows.every(({ other, minutes }) => other.startsWith('p1_') && minutes === 1.45 / 8)).toBe(true);
    expect(await readSentMail(await mailTo('alle@fjord.example', ...people(2, 10)))).toEqual([]);
  });

  test('makes no contact of who stands on it in the trace either, whatever became of its copy', async () => {
    const directory = await directoryOf();
    const line = (recipientAddress: string) => ({
      senderAddress: 'person1@fjord.example',
      recipientAddress,
      messageId: '<1@fjord.example>',
      receivedDateTime: '2026-07-07T09:12:44Z',
      status: 'delivered',
    });
    const traced = async (...recipients: string[]) => {
      const get = cannedGet({ '/admin/exchange/tracing/messageTraces': { value: recipients.map(line) } });
      const rows = await readMessageTrace({ get, directory, ...SPAN, pseudonymOf, mayInclude: () => 'yes' });
      return rows.flatMap(({ interactions }) => interactions);
    };
    expect(await traced('person2@fjord.example')).toHaveLength(1);
    expect(await traced('person2@fjord.example', 'ETT@fjord.example')).toEqual([]);
  });

  test('alone makes nobody, however few are on it', async () => {
    expect(await readSentMail(await mailTo('ett@fjord.example'))).toEqual([]);
  });

  test('invited to a meeting neither counts nor divides, and a room is nobody', async () => {
    const room = { type: 'resource', emailAddress: { address: 'person3@fjord.example' } };
    const options = await reading('/users/{id}/calendarView', {
      id: 'e1',
      start: { dateTime: '2026-07-07T09:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2026-07-07T10:00:00.0000000', timeZone: 'UTC' },
      isCancelled: false,
      isAllDay: false,
      sensitivity: 'normal',
      showAs: 'busy',
      responseStatus: { response: 'organizer' },
      organizer: at('person1@fjord.example')[0],
      attendees: [...at('ett@fjord.example', 'person2@fjord.example', 'kari@fylket.example'), room],
    });
    const rows = await readMeetings(options);
    const partner = { kind: 'meeting', other: 'partner:fylket', acts: 1, minutes: 0 };
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual(expect.objectContaining(partner));
    expect(rows).toContainEqual(expect.objectContaining({ minutes: 60 }));
  });
});

describe('a mail on behalf of somebody', () => {
  const sentBy = async (sender: string, from: string) => {
    const directory = await directoryOf();
    const message = {
      id: 'm1',
      sentDateTime: '2026-07-07T09:12:44Z',
      isDraft: false,
      sender: { emailAddress: { address: sender } },
      from: { emailAddress: { address: from } },
      toRecipients: [{ emailAddress: { address: 'person2@fjord.example' } }],
    };
    const get = cannedGet({ '/users/{id}/mailFolders/sentitems/messages': { value: [message] } });
    const [person] = directory.people;
    return readSentMail({ get, directory, person: person!, ...SPAN, pseudonymOf, mayInclude: () => 'yes' });
  };

  test('is the act of who sent it', async () => {
    expect(await sentBy('person1@fjord.example', 'postmottak@fjord.example')).toHaveLength(1);
    expect(await sentBy('p1@gammel.example', 'person5@fjord.example')).toHaveLength(1);
  });

  test('is no act of whose name it bears, nor of anybody when sent as a shared mailbox', async () => {
    expect(await sentBy('person5@fjord.example', 'person1@fjord.example')).toEqual([]);
    expect(await sentBy('postmottak@fjord.example', 'person1@fjord.example')).toEqual([]);
    expect(await sentBy('ett@fjord.example', 'person1@fjord.example')).toEqual([]);
  });
});

describe('who is nobody, although the account is open and on the list', () => {
  const ROOM = { skuId: '4CDE982A-EDE4-4409-9AE6-B003453C8EA6' };
  const things = [
    ['an account of Teams itself', { isResourceAccount: true }],
    ['a room with its own licence', { assignedLicenses: [ROOM] }],
    ['a common telephone', { assignedLicenses: [{ skuId: '295a8eb0-f78d-45c7-8b5b-1eed5ed02dff' }] }],
    ['a shared, room or equipment mailbox: no licence', { assignedLicenses: [], assignedPlans: [] }],
    [
      'a shared mailbox whose person left',
      { assignedLicenses: null, assignedPlans: [{ service: 'exchange', capabilityStatus: 'Deleted' }] },
    ],
  ] as const;
  test.each(things)('%s', async (_, different) => {
    const directory = await directoryOf({ members: [member(1), member(2, different)] });
    expect(directory.people.map(({ identity }) => identity.reveal())).toEqual([id(1)]);
    expect(directory.headcounts().map(({ heads }) => heads)).toEqual([1]);
    expect(told(directory, 'person2@fjord.example')).toBe('inside-unknown');
  });

  test('but somebody without a desk has neither licence nor mailbox, and somebody with a plan is licensed', async () => {
    const directory = await directoryOf({
      members: [
        member(1, { assignedLicenses: [], assignedPlans: [], mail: null, proxyAddresses: ['x500:/o=fjord/cn=one'] }),
        member(2, { assignedLicenses: [] }),
        member(3, { assignedPlans: [] }),
      ],
    });
    expect(directory.people).toHaveLength(3);
  });
});
