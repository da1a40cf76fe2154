import { generateKeyPairSync } from 'node:crypto';
import { ConfidentialClientApplication, type NodeAuthOptions } from '@azure/msal-node';
import { Client, ResponseType } from '@microsoft/microsoft-graph-client';
import { expect, test } from 'vitest';
import type { Application } from '../../connector/demo-tenant/entra.ts';
import { openDemoTenant } from '../../connector/demo-tenant/demo-tenant.ts';
import { asObject, ALL_ROLES, CLIENT_ID, SECRET, valuesOf } from './opened.ts';
import { id, SCOPE_GROUP, smallWorld, START, DAY } from './small-world.ts';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const thumbprintSha256 = '0f'.repeat(32);
const registered: Application = {
  clientId: CLIENT_ID,
  secret: SECRET,
  certificate: { publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(), thumbprintSha256 },
};
const withSecret = { clientSecret: SECRET };
const withCertificate = {
  clientCertificate: {
    thumbprintSha256,
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  },
};

/** Microsoft's own libraries, unmodified, pointed at nothing but the usual hosts. */
async function connected(credential: Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate'>) {
  const tenant = await openDemoTenant({
    world: smallWorld(),
    now: () => START + 30 * DAY,
    application: registered,
    roles: ALL_ROLES,
    // The tenant lives in July 2026; msal-node dates its assertions by the machine's clock.
    assertionClock: Date.now,
  });
  tenant.listen();
  const authority = `https://login.microsoftonline.com/${tenant.tenantId}`;
  const msal = new ConfidentialClientApplication({ auth: { clientId: CLIENT_ID, authority, ...credential } });
  const signIn = async () => {
    const scopes = ['https://graph.microsoft.com/.default'];
    return (await msal.acquireTokenByClientCredential({ scopes }))?.accessToken ?? '';
  };
  const client = Client.initWithMiddleware({ authProvider: { getAccessToken: signIn } });
  return {
    client,
    signIn,
    [Symbol.dispose]: () => {
      tenant.close();
    },
  };
}

test.for([
  ['a secret', withSecret],
  ['a certificate', withCertificate],
] as const)('msal-node signs in with %s and the graph client reads', async ([, credential]) => {
  using it = await connected(credential);
  const organisation: unknown = await it.client.api('/organization').select('displayName').get();
  expect(valuesOf(asObject(organisation))).toEqual([{ displayName: 'Fjord kommune' }]);
  const members: unknown = await it.client
    .api(`/groups/${SCOPE_GROUP}/transitiveMembers/microsoft.graph.user`)
    .header('ConsistencyLevel', 'eventual')
    .query({ $count: 'true', $select: 'id', $top: '2' })
    .get();
  const next: unknown = await it.client
    .api(String(asObject(members)['@odata.nextLink']))
    .header('ConsistencyLevel', 'eventual')
    .get();
  expect([members, next].flatMap((page) => valuesOf(asObject(page)))).toHaveLength(4);
  const mail: unknown = await it.client
    .api(`/users/${id(1)}/mailFolders/sentitems/messages`)
    .filter('sentDateTime ge 2026-07-02T00:00:00Z and sentDateTime lt 2026-07-03T00:00:00Z')
    .select('sender,toRecipients,sentDateTime')
    .top(1000)
    .get();
  expect(valuesOf(asObject(mail))).toHaveLength(24);
});

test('the graph client follows the redirect of a report and takes no token along', async () => {
  using it = await connected(withSecret);
  const text: unknown = await it.client
    .api('/reports/getOffice365ActiveUserDetail(date=2026-07-01)')
    .responseType(ResponseType.TEXT)
    .get();
  expect(String(text)).toMatch(/^Report Refresh Date,/);
});

test('msal-node explains a wrong secret as it does of Entra', async () => {
  using it = await connected({ clientSecret: 'wrong' });
  await expect(it.signIn()).rejects.toMatchObject({ errorCode: 'invalid_client', errorNo: 7000215 });
});

test('the graph client explains a refusal as it does of Graph', async () => {
  using it = await connected(withSecret);
  await expect(it.client.api(`/users/${id(77)}`).get()).rejects.toMatchObject({
    statusCode: 404,
    code: 'Request_ResourceNotFound',
  });
});
