import { timingSafeEqual, createHash } from 'node:crypto';
import { decodeJwt } from 'jose';
import { faultOfAssertion, type RegisteredCertificate } from './client-assertion.ts';
import { faultOfFederated, type FederatedCredential } from './federated-assertion.ts';
import type { EntraKeys } from './entra-keys.ts';
import { applicationToken, tokenLife } from './entra-tokens.ts';
import { jsonAnswer, type Answer, type Asked } from './exchange.ts';

/** The application as the tenant has it registered. */
export interface Application {
  readonly clientId: string;
  readonly secret?: string;
  readonly certificate?: RegisteredCertificate;
  readonly federated?: FederatedCredential;
}

export interface EntraSettings {
  readonly tenantId: string;
  /** Verified domains: the tenant answers to these names too. */
  readonly domains: readonly string[];
  readonly application: Application;
  /** Application roles granted; read anew for each token, so that consent can change. */
  readonly roles: readonly string[];
  readonly keys: EntraKeys;
  readonly now: () => number;
  /** The clock by which client assertions are dated: msal-node uses the machine's. Default: `now`. */
  readonly assertionClock?: () => number;
}

const HOST = 'https://login.microsoftonline.com';
const GRAPH_SCOPE = 'https://graph.microsoft.com/.default';

/** Microsoft's sign-in service for one tenant: its configuration, its keys, and tokens for its one application. */
export function entra(settings: EntraSettings): (asked: Asked) => Promise<Answer> {
  return async (asked) => {
    const [tenant = '', ...rest] = asked.url.pathname.slice(1).split('/');
    if (!answersTo(settings, tenant)) return noTenant(settings, tenant);
    const route = `${asked.method} /${rest.join('/')}`;
    if (route === 'GET /v2.0/.well-known/openid-configuration') return configuration(settings.tenantId);
    if (route === 'GET /discovery/v2.0/keys') return jsonAnswer(200, settings.keys.published);
    if (route === 'POST /oauth2/v2.0/token') return token(settings, new URLSearchParams(asked.body), asked.url);
    return { status: 404, headers: { 'content-type': 'text/html; charset=utf-8' }, body: '' };
  };
}

function answersTo({ tenantId, domains }: EntraSettings, tenant: string): boolean {
  return [tenantId, ...domains].some((name) => name.toLowerCase() === tenant.toLowerCase());
}

function configuration(tenantId: string): Answer {
  const base = `${HOST}/${tenantId}`;
  return jsonAnswer(200, {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    cloud_instance_name: 'microsoftonline.com',
    msgraph_host: 'graph.microsoft.com',
  });
}

async function token(settings: EntraSettings, form: URLSearchParams, url: URL): Promise<Answer> {
  const refused = (await faultOfRequest(settings, form, url)) ?? undefined;
  if (refused) return refused;
  const { keys, tenantId, application, roles, now } = settings;
  const access = await applicationToken(keys, {
    tenantId,
    clientId: application.clientId,
    roles,
    byCertificate: form.has('client_assertion'),
    now: now(),
  });
  const life = tokenLife();
  return jsonAnswer(200, { token_type: 'Bearer', expires_in: life, ext_expires_in: life, access_token: access });
}

async function faultOfRequest(settings: EntraSettings, form: URLSearchParams, url: URL): Promise<Answer | undefined> {
  const refuse = (status: number, error: string, number: number, sentence: string) =>
    entraError(settings.now(), status, error, number, sentence);
  if (form.get('grant_type') !== 'client_credentials')
    return refuse(400, 'unsupported_grant_type', 70003, 'The app requested an unsupported grant type.');
  const clientId = form.get('client_id') ?? '';
  if (clientId !== settings.application.clientId)
    return refuse(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${clientId}' was not found in the directory '${settings.tenantId}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
    );
  const credential = await faultOfCredential(settings, form, url);
  if (credential) return refuse(401, 'invalid_client', credential.number, credential.sentence);
  if (form.get('scope') !== GRAPH_SCOPE)
    return refuse(
      400,
      'invalid_scope',
      70011,
      `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope ${form.get('scope') ?? ''} is not valid.`,
    );
  return undefined;
}

async function faultOfCredential(
  settings: EntraSettings,
  form: URLSearchParams,
  url: URL,
): Promise<{ number: number; sentence: string } | undefined> {
  const { secret, certificate, federated, clientId } = settings.application;
  const now = (settings.assertionClock ?? settings.now)();
  const [givenSecret, assertion] = [form.get('client_secret'), form.get('client_assertion')];
  if (assertion !== null) {
    if (federated && !isOwn(assertion, clientId)) return faultOfFederated(assertion, federated, now);
    if (!certificate) return { number: 700027, sentence: 'No certificate is registered on application.' };
    const audience = `${HOST}${url.pathname}`;
    return faultOfAssertion(assertion, certificate, { clientId, audience, now });
  }
  if (givenSecret === null)
    return {
      number: 7000218,
      sentence: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    };
  if (secret !== undefined && same(secret, givenSecret)) return undefined;
  return {
    number: 7000215,
    sentence: `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
  };
}

/** An application signs for itself with its certificate; whoever else vouches for it names himself. */
function isOwn(assertion: string, clientId: string): boolean {
  try {
    return decodeJwt(assertion).iss === clientId;
  } catch {
    return false;
  }
}

function same(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

function noTenant(settings: EntraSettings, tenant: string): Answer {
  return entraError(
    settings.now(),
    400,
    'invalid_request',
    90002,
    `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
  );
}

/** Entra's error body. The trace and correlation ids are blank but shaped like ids: nothing is to be looked up. */
function entraError(now: number, status: number, error: string, number: number, sentence: string): Answer {
  const timestamp = new Date(now)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');
  const blank = '00000000-0000-4000-8000-000000000000';
  return jsonAnswer(status, {
    error,
    error_description: `AADSTS${number}: ${sentence} Trace ID: ${blank} Correlation ID: ${blank} Timestamp: ${timestamp}`,
    error_codes: [number],
    timestamp,
    trace_id: blank,
    correlation_id: blank,
    error_uri: `https://login.microsoftonline.com/error?code=${number}`,
  });
}
