import { inspect } from 'node:util';
import { HttpResponse } from 'msw';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Get } from '../../connector/microsoft-graph/get.ts';
import { readDirectory } from '../../connector/microsoft-graph/people.ts';
import { unitPath } from '../../connector/microsoft-graph/units.ts';
import { UNIT_ATTRIBUTES } from '../../connector/privacy/scope.ts';
import { cannedGet, directoryOf, GROUP, id, MAILBOX_PLAN, member, ORGANISATION, TITLES } from './invented-people.ts';
import { failure, graphError, GRAPH, playedGet, playNetwork } from './played-graph.ts';

describe('who is a person', () => {
  test('an enabled Member; nobody else, however they came on the list', async () => {
    const { people } = await directoryOf([
      member(1),
      member(2, { accountEnabled: false }),
      member(3, { userType: 'Guest' }),
      member(4, { isResourceAccount: true }),
      member(5, { userType: null }),
      member(6, { accountEnabled: null }),
      member(7, { id: 'no guid' }),
      member(8, { proxyAddresses: 'smtp:p8@fjord.example' }),
      'not an object',
      null,
      member(1),
    ]);
    expect(people.map(({ identity }) => identity.reveal())).toEqual([id(1)]);
  });

  test('an empty list gives an empty directory', async () => {
    const directory = await directoryOf([]);
    expect([directory.people, directory.headcounts()]).toEqual([[], []]);
  });

  test('has a mailbox where the Exchange plan is in force', async () => {
    const { people } = await directoryOf([
      member(1),
      member(2, { assignedPlans: [{ ...MAILBOX_PLAN, capabilityStatus: 'Deleted' }] }),
      member(3, { assignedPlans: [{ ...MAILBOX_PLAN, service: 'SharePoint' }] }),
      member(4, { assignedPlans: null }),
      member(5, { assignedPlans: [{ ...MAILBOX_PLAN, service: 'SharePoint' }, MAILBOX_PLAN] }),
    ]);
    expect(people.map(({ hasMailbox }) => hasMailbox)).toEqual([true, false, false, false, true]);
    expect(people.map(({ covered }) => covered)).toEqual([true, false, false, false, true]);
  });

  test('nothing of the directory prints a person', async () => {
    const directory = await directoryOf([member(1)]);
    expect(inspect(directory, { depth: 9, showHidden: true }) + JSON.stringify(directory)).not.toMatch(
      /person1|0a1b2c3d/,
    );
  });
});

describe('a list of names', () => {
  async function asked(listed: readonly string[]) {
    const filters: string[] = [];
    const get: Get = {
      text: () => Promise.reject(new Error('Nobody asks for text.')),
      json: ({ source, query }, parse) => {
        if (source.endpoint === '/organization') return Promise.resolve(parse(ORGANISATION));
        expect(source.endpoint).toBe('/users');
        filters.push(query?.['$filter'] ?? 'everybody');
        return Promise.resolve(parse({ value: filters.length === 1 ? [member(1)] : [] }));
      },
    };
    const directory = await readDirectory({ get, listed, unitAttribute: 'department', titles: TITLES });
    return { filters, directory };
  }

  test('is asked about fifteen at a time, ids by themselves, and a quote is written twice', async () => {
    const names = Array.from({ length: 31 }, (_, n) => `p${n}@fjord.example`);
    const { filters } = await asked([...names, id(1), "o'hara@fjord.example"]);
    expect(filters.map((filter) => filter.split(',').length)).toEqual([1, 15, 15, 2]);
    expect(filters[0]).toBe(`id in ('${id(1)}')`);
    expect(filters[3]).toBe("userPrincipalName in ('p30@fjord.example','o''hara@fjord.example')");
  });

  test('of nobody asks about nobody; without a list or a group nothing is asked', async () => {
    expect((await asked([])).filters).toEqual([]);
    const get = cannedGet({ '/organization': ORGANISATION });
    await expect(readDirectory({ get, unitAttribute: 'department', titles: TITLES })).rejects.toThrow(
      expect.objectContaining({ code: 'bad-setting' }),
    );
  });

  test('tells how many of its lines are no enabled member', async () => {
    const { directory } = await asked([id(1), id(2), 'gone@fjord.example']);
    expect([directory.people.length, directory.notFound]).toEqual([1, 2]);
    expect((await directoryOf([member(1)])).notFound).toBeUndefined();
  });
});

describe('standing: the first that fits', () => {
  const F3 = [{ skuId: '66B55226-6B4F-492C-910C-A3B7A3C9D993' }];
  const F1 = [{ skuId: '44575883-256e-4a79-9da4-ebe9acabe2b2' }];
  test.each([
    [{ jobTitle: 'kommunestyrerepresentant ', assignedLicenses: F3 }, 'elected'],
    [{ jobTitle: 'REKTOR', assignedLicenses: F1 }, 'leader'],
    [{ jobTitle: 'Hjelpepleier', assignedLicenses: F3 }, 'frontline'],
    [{ jobTitle: null, assignedLicenses: F1 }, 'frontline'],
    [{ jobTitle: 'Rektors sekretær' }, 'desk'],
    [{ jobTitle: '' }, 'desk'],
    [{ assignedLicenses: null }, 'desk'],
  ])('%j is %s', async (different, standing) => {
    expect((await directoryOf([member(1, different)])).people[0]!.standing).toBe(standing);
  });
});

describe('units', () => {
  test.each([
    [' Helse og mestring / / Hjemme  tjenesten ', 'Helse og mestring/Hjemme tjenesten'],
    ['/Stab/', 'Stab'],
    ['A\u030angstrom', '\u00c5ngstrom'],
    ['', ''],
    [' / ', ''],
    [null, ''],
    ['Stab\u0000', ''],
    ['Stab\nHelse', ''],
    ['Stab\u202eHelse', ''],
    ['x'.repeat(401), ''],
    ['x'.repeat(400), 'x'.repeat(400)],
  ])('%j is %j', (text, path) => {
    expect(unitPath(text)).toBe(path);
  });

  test('a path made once stays as it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => unitPath(unitPath(text)) === unitPath(text)));
  });

  test.each(UNIT_ATTRIBUTES)('come from %s, as the scope names it', async (attribute) => {
    const [property = '', extension] = attribute.split('.');
    const elsewhere = { department: 'no', companyName: 'no', officeLocation: 'no' };
    const extensions = Object.fromEntries(Array.from({ length: 15 }, (_, n) => [`extensionAttribute${n + 1}`, 'no']));
    const here = extension === undefined ? { [property]: 'A' } : { [property]: { ...extensions, [extension]: 'A' } };
    const answered = { ...elsewhere, onPremisesExtensionAttributes: extensions, ...here };
    expect((await directoryOf([member(1, answered)], attribute)).people[0]!.unit).toBe('A');
  });

  test('an extension attribute that is not text, or none at all, is no unit', async () => {
    const { people } = await directoryOf(
      [
        member(1, { onPremisesExtensionAttributes: { extensionAttribute1: 7 } }),
        member(2, { onPremisesExtensionAttributes: null }),
        member(3),
      ],
      'onPremisesExtensionAttributes.extensionAttribute1',
    );
    expect(people.map(({ unit }) => unit)).toEqual(['', '', '']);
  });
});

describe('headcounts', () => {
  test('count heads and covered heads by unit and standing, the unitless too', async () => {
    const { headcounts } = await directoryOf([
      member(1),
      member(2, { assignedPlans: [] }),
      member(3, { jobTitle: 'Leder' }),
      member(4, { department: null }),
      member(5, { department: 'Stab' }),
    ]);
    expect(headcounts()).toEqual([
      { unit: '', standing: 'desk', heads: 1, covered: 1 },
      { unit: 'Helse/Hjemme', standing: 'desk', heads: 2, covered: 1 },
      { unit: 'Helse/Hjemme', standing: 'leader', heads: 1, covered: 1 },
      { unit: 'Stab', standing: 'desk', heads: 1, covered: 1 },
    ]);
  });
});

describe('whom an address reaches', () => {
  const read = () =>
    directoryOf([
      member(1),
      member(2, { mail: 'two@fjord.example', proxyAddresses: ['x500:/o=Fjord/cn=two', 'SIP:sip2@fjord.example'] }),
      member(3, { proxyAddresses: ['smtp:shared@fjord.example', 'smtp:plus+tag@fjord.example'] }),
      member(4, { proxyAddresses: ['smtp:shared@fjord.example'] }),
      member(5, { userPrincipalName: 'two@fjord.example' }),
      member(6, { accountEnabled: false }),
    ]);
  test.each([
    ['person1@fjord.example', 1],
    ['PERSON1@FJORD.EXAMPLE', 1],
    [' person1@fjord.example ', 1],
    ['p1@gammel.example', 1],
    ['person1+news@fjord.example', 1],
    ['person1+a+b@fjord.example', 1],
    ['person2@fjord.example', 2],
    ['two@fjord.example', 2],
    ['/O=FJORD/CN=TWO', 2],
    ['plus+tag@fjord.example', 3],
    ['person5@fjord.example', 5],
    ['shared@fjord.example', 'inside-unknown'],
    ['sip2@fjord.example', 'inside-unknown'],
    ['person6@fjord.example', 'inside-unknown'],
    ['plus@fjord.example', 'inside-unknown'],
    ['nobody@gammel.example', 'inside-unknown'],
    ['/o=fjord/cn=somebody', 'inside-unknown'],
    ['nobody@fjord.example.evil.example', 'outside'],
    ['nobody@sub.fjord.example', 'outside'],
    ['person1@elsewhere.example', 'outside'],
    ['nonsense', 'outside'],
    ['@', 'outside'],
    ['', 'outside'],
    ['__proto__', 'outside'],
  ])('%j: %s', async (address, whom) => {
    const { people, resolve } = await read();
    const found = resolve(address);
    if (typeof whom === 'string') expect(found).toBe(whom);
    else expect(people.find(({ identity }) => identity === found)?.identity.reveal()).toBe(id(whom));
  });
});

describe('reading the directory', () => {
  const page = (from: number, to: number, total: number): Response => {
    const value = Array.from({ length: to - from }, (_, n) => member(from + n));
    const next = `${GRAPH}/groups/${GROUP}/transitiveMembers/microsoft.graph.user?$count=true&$skiptoken=${to}`;
    return HttpResponse.json({ value, ...(to < total && { '@odata.nextLink': next }) });
  };
  const play = (total: number) =>
    playNetwork(({ url }) => {
      const { pathname, searchParams } = new URL(url);
      if (pathname === '/v1.0/organization') return HttpResponse.json(ORGANISATION);
      const from = Number(searchParams.get('$skiptoken') ?? 0);
      return page(from, Math.min(total, from + 999), total);
    });
  const read = () =>
    readDirectory({ get: playedGet().get, positiveGroupId: GROUP, unitAttribute: 'companyName', titles: TITLES });

  test('2,000 people take three pages and one look at the domains, and nobody is asked about by themselves', async () => {
    const asked = play(2_000);
    expect((await read()).people).toHaveLength(2_000);
    expect(asked).toHaveLength(4);
    expect(asked.every(({ url }) => !url.includes('/users'))).toBe(true);
  });

  test('asks for the listed fields, 999 a page, as an advanced query on every page', async () => {
    const asked = play(1_000);
    await read();
    const [, first] = asked.map(({ url }) => new URL(url).searchParams);
    expect(first!.get('$select')?.split(',')).toEqual([
      ...['id', 'userPrincipalName', 'mail', 'proxyAddresses', 'accountEnabled', 'userType', 'isResourceAccount'],
      ...['jobTitle', 'assignedLicenses', 'assignedPlans', 'companyName'],
    ]);
    expect([first!.get('$top'), first!.get('$count')]).toEqual(['999', 'true']);
    expect(asked.slice(1).map(({ headers }) => headers.get('consistencylevel'))).toEqual(['eventual', 'eventual']);
  });

  test('a group that is not there points at the scope', async () => {
    playNetwork(({ url }) =>
      url.includes('/groups/') ? graphError(404, 'Request_ResourceNotFound') : HttpResponse.json(ORGANISATION),
    );
    const { code, sentence } = await failure(read());
    expect(code).toBe('bad-setting');
    expect(sentence).toContain('group id');
  });

  test('members without properties mean a permission is missing, not an empty organisation', async () => {
    const bare = [1, 2].map((number) => ({ id: id(number), accountEnabled: null, userType: null }));
    const { code, sentence } = await failure(directoryOf(bare));
    expect(code).toBe('consent-missing');
    expect(sentence).toContain('User.Read.All');
  });
});
