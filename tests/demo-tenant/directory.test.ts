import { expect, test } from 'vitest';
import { makeEntraKeys } from '../../connector/demo-tenant/entra-keys.ts';
import { jsonOf, opened, refusalOf, valuesOf, type Opened } from './opened.ts';
import { ACCOUNTS, id, NESTED_GROUP, SCOPE_GROUP, smallWorld } from './small-world.ts';

const EVENTUAL = { ConsistencyLevel: 'eventual' };
const CAST = `/groups/${SCOPE_GROUP}/transitiveMembers/microsoft.graph.user`;

/** Follows the links of a listing; the pages' sizes and all entries. */
async function follow(it: Opened, path: string, headers?: Record<string, string>) {
  const pages: Record<string, unknown>[] = [];
  for (let next: string | undefined = path; next !== undefined;) {
    const page: Record<string, unknown> = await jsonOf(await it.get(next, headers));
    pages.push(page);
    const link = page['@odata.nextLink'];
    next = typeof link === 'string' ? link.replace('https://graph.microsoft.com/v1.0', '') : undefined;
  }
  return { pages, sizes: pages.map((page) => valuesOf(page).length), entries: pages.flatMap(valuesOf) };
}

test('the organisation with its verified domains', async () => {
  using it = await opened();
  expect(await jsonOf(await it.get('/organization?$select=id,displayName,verifiedDomains'))).toEqual({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#organization(id,displayName,verifiedDomains)',
    value: [
      {
        id: it.tenant.tenantId,
        displayName: 'Fjord kommune',
        verifiedDomains: [
          expect.objectContaining({ name: 'fjord.example', isDefault: true, isInitial: false }),
          expect.objectContaining({ name: 'fjord.onmicrosoft.example', isDefault: false, isInitial: true }),
        ],
      },
    ],
  });
});

test('without $select a user has Graph’s eleven usual properties', async () => {
  using it = await opened();
  const { value } = await jsonOf(await it.get('/users?$top=1'));
  expect(value).toEqual([
    {
      businessPhones: [],
      displayName: 'Anna Nordmann',
      givenName: 'Anna',
      jobTitle: 'leader',
      mail: 'anna@fjord.example',
      mobilePhone: null,
      officeLocation: null,
      preferredLanguage: 'nb-NO',
      surname: 'Nordmann',
      userPrincipalName: 'anna@fjord.example',
      id: id(1),
    },
  ]);
});

test('with $select only what is selected comes, and null for what is unknown', async () => {
  using it = await opened();
  const path = '/users?$select=department,proxyAddresses,accountEnabled,userType,assignedLicenses,companyName&$top=999';
  const [anna, , , , guest, room] = valuesOf(await jsonOf(await it.get(path)));
  expect(anna).toEqual({
    department: 'Helse/Hjemmetjenesten',
    proxyAddresses: ['SMTP:anna@fjord.example', 'smtp:anna.alias@fjord.example'],
    accountEnabled: true,
    userType: 'Member',
    assignedLicenses: [{ disabledPlans: [], skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965' }],
    companyName: null,
  });
  expect(guest).toMatchObject({ userType: 'Guest', assignedLicenses: [] });
  expect(room).toMatchObject({ accountEnabled: false, department: null });
});

test('users named one by one: those and no others, fifteen at most', async () => {
  using it = await opened();
  const named = async (filter: string) => it.get(`/users?$select=id&$filter=${encodeURIComponent(filter)}`);
  expect(
    valuesOf(await jsonOf(await named("userPrincipalName in ('ANNA@fjord.example','no''body@fjord.example')"))),
  ).toEqual([{ id: id(1) }]);
  expect(valuesOf(await jsonOf(await named(`id in ('${id(3)}','${id(2)}')`)))).toEqual([{ id: id(2) }, { id: id(3) }]);
  const many = Array.from({ length: 16 }, (_, n) => `'${id(n)}'`).join(',');
  expect((await refusalOf(await named(`id in (${many})`)))[0]).toBe(400);
  for (const other of ["startswith(displayName,'A')", "department in ('Helse')", "id in ('x') or id in ('y')"])
    expect((await refusalOf(await named(other)))[0]).toBe(501);
});

test('further properties come under Graph’s names', async () => {
  const [first] = ACCOUNTS;
  if (!first) throw new Error('There are accounts.');
  const accounts = [{ ...first, attributes: { companyName: 'Helse' } }];
  using it = await opened({ world: smallWorld({ accounts }) });
  expect(await jsonOf(await it.get(`/users/${id(1)}?$select=companyName`))).toMatchObject({ companyName: 'Helse' });
});

test('what the directory cannot list is refused in a list and answered alone', async () => {
  using it = await opened();
  expect(await refusalOf(await it.get('/users?$select=id,mailboxSettings'))).toEqual([501, 'NotImplemented']);
  expect((await it.get(`/users/${id(1)}?$select=mailboxSettings`)).status).toBe(200);
});

test('managers come expanded, and are absent where there is none', async () => {
  using it = await opened();
  const page = await jsonOf(await it.get('/users?$select=id&$expand=manager($select=id,displayName)&$top=2'));
  expect(page['@odata.context']).toBe('https://graph.microsoft.com/v1.0/$metadata#users(id,manager(id,displayName))');
  expect(page['value']).toEqual([
    { id: id(1) },
    { id: id(2), manager: { '@odata.type': '#microsoft.graph.user', id: id(1), displayName: 'Anna Nordmann' } },
  ]);
});

test('one user by id or by principal name in any letter case; nobody is 404', async () => {
  using it = await opened();
  for (const key of [id(2), 'BJARNE@fjord.example'])
    expect(await jsonOf(await it.get(`/users/${key}?$select=id`))).toMatchObject({ id: id(2) });
  expect(await refusalOf(await it.get(`/users/${id(77)}`))).toEqual([404, 'Request_ResourceNotFound']);
});

test('pages of 100 unless said otherwise, 999 at most, and following the links meets everybody once', async () => {
  const [first] = ACCOUNTS;
  if (!first) throw new Error('There are accounts.');
  const accounts = Array.from({ length: 1250 }, (_, at) => ({
    ...first,
    id: id(at),
    userPrincipalName: `u${String(at)}@fjord.example`,
  }));
  using it = await opened({ world: smallWorld({ accounts }) });
  const { sizes, entries } = await follow(it, '/users?$select=id&$top=999');
  expect(sizes).toEqual([999, 251]);
  expect(entries.map((entry) => entry['id'])).toEqual(accounts.map((account) => account.id));
  expect(valuesOf(await jsonOf(await it.get('/users')))).toHaveLength(100);
});

test('the positive list: users of groups within groups, each once, groups and no group within itself', async () => {
  using it = await opened();
  const { pages, sizes, entries } = await follow(it, `${CAST}?$select=id,mail&$count=true&$top=2`, EVENTUAL);
  expect(entries.map((entry) => entry['id'])).toEqual([id(1), id(6), id(2), id(3)]);
  expect(entries[3]).toEqual({ id: id(3), mail: null });
  expect(sizes).toEqual([2, 2]);
  expect(pages.map((page) => page['@odata.count'])).toEqual([4, undefined]);
});

test('the cast is an advanced query: it needs the header on every page and $count=true', async () => {
  using it = await opened();
  const refused = [400, 'Request_UnsupportedQuery'];
  expect(await refusalOf(await it.get(`${CAST}?$count=true`))).toEqual(refused);
  expect(await refusalOf(await it.get(CAST, EVENTUAL))).toEqual(refused);
  const page = await jsonOf(await it.get(`${CAST}?$count=true&$top=1`, EVENTUAL));
  const next = String(page['@odata.nextLink']).replace('https://graph.microsoft.com/v1.0', '');
  expect(await refusalOf(await it.get(next))).toEqual(refused);
  expect((await it.get(next, EVENTUAL)).status).toBe(200);
});

test('direct members are of every kind, with their types', async () => {
  using it = await opened();
  const members = valuesOf(await jsonOf(await it.get(`/groups/${SCOPE_GROUP}/members?$select=id`)));
  expect(members.map((member) => [member['@odata.type'], member['id']])).toEqual([
    ['#microsoft.graph.user', id(1)],
    ['#microsoft.graph.group', NESTED_GROUP],
    ['#microsoft.graph.user', id(6)],
  ]);
  const all = valuesOf(await jsonOf(await it.get(`/groups/${SCOPE_GROUP}/transitiveMembers`)));
  expect(all.filter((member) => member['@odata.type'] === '#microsoft.graph.group')).toHaveLength(2);
  expect(await refusalOf(await it.get(`/groups/${id(77)}/members`))).toEqual([404, 'Request_ResourceNotFound']);
});

test('groups are listed by pages, and filtered by whether they receive mail', async () => {
  using it = await opened();
  const mails = async (query: string) => valuesOf(await jsonOf(await it.get(`/groups?$select=mail${query}`)));
  expect(await mails('')).toEqual([{ mail: null }, { mail: 'liste@fjord.example' }]);
  expect(await mails('&$filter=mailEnabled eq true')).toEqual([{ mail: 'liste@fjord.example' }]);
  expect(await mails('&$filter=mailEnabled eq false')).toEqual([{ mail: null }]);
  const page = await jsonOf(await it.get('/groups?$select=mail&$top=1'));
  expect(page['@odata.nextLink']).toContain('$skiptoken=');
  expect((await it.get(`/groups?$filter=startswith(mail,'a')`)).status).toBe(501);
});

test('a page token is good for its own listing only', async () => {
  using it = await opened();
  const { '@odata.nextLink': link } = await jsonOf(await it.get('/users?$select=id&$top=2'));
  const token = String(link).split('$skiptoken=')[1] ?? '';
  expect(token).not.toBe('');
  const refused = [400, 'Request_UnsupportedQuery'];
  for (const path of [
    `/users?$select=id,mail&$top=2&$skiptoken=${token}`,
    `/users?$select=id&$top=3&$skiptoken=${token}`,
    `/groups/${SCOPE_GROUP}/members?$select=id&$top=2&$skiptoken=${token}`,
    `/users?$select=id&$top=2&$skiptoken=${token.slice(0, -3)}AAA`,
    `/users?$select=id&$top=2&$skiptoken=${btoa('x.2')}`,
    `/users?$select=id&$top=2&$skiptoken=`,
  ])
    expect(await refusalOf(await it.get(path))).toEqual(refused);
  expect((await it.get(`/users?$select=id&$top=2&$skiptoken=${token}`)).status).toBe(200);
});

test('a page token of another start of the tenant is no good', async () => {
  const link = await (async () => {
    using it = await opened();
    return String((await jsonOf(await it.get('/users?$top=2')))['@odata.nextLink']);
  })();
  using it = await opened({ keys: await makeEntraKeys() });
  const response = await it.get(link.replace('https://graph.microsoft.com/v1.0', ''));
  expect(await refusalOf(response)).toEqual([400, 'Request_UnsupportedQuery']);
});
