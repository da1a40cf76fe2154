import { openDemoTenant, type DemoTenant, type DemoTenantSettings } from '../../connector/demo-tenant/demo-tenant.ts';
import { makeEntraKeys } from '../../connector/demo-tenant/entra-keys.ts';
import { virtualClock, type VirtualClock } from '../../connector/demo-tenant/virtual-clock.ts';
import { DAY, smallWorld, START } from './small-world.ts';

export const CLIENT_ID = 'c11e0000-0000-4000-8000-000000000001';
export const SECRET = 'not-a-real-secret';
export const ALL_ROLES = [
  ...['User.Read.All', 'GroupMember.Read.All', 'Mail.ReadBasic.All', 'Reports.Read.All', 'ReportSettings.Read.All'],
];
export const BASE = 'https://graph.microsoft.com/v1.0';

export interface Opened {
  readonly tenant: DemoTenant;
  readonly clock: VirtualClock;
  /** Asks for a token anew. */
  readonly token: () => Promise<string>;
  /** GET below /v1.0 with a token. */
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  [Symbol.dispose](): void;
}

const KEYS = await makeEntraKeys();

/** A listening tenant over the small world, 30 days after its start, and ways to ask it; closed by `using`. */
export async function opened(different: Partial<DemoTenantSettings> = {}): Promise<Opened> {
  const clock = virtualClock(START + 30 * DAY);
  const tenant = await openDemoTenant({
    world: smallWorld(),
    now: clock.now,
    application: { clientId: CLIENT_ID, secret: SECRET },
    roles: ALL_ROLES,
    keys: KEYS,
    ...different,
  });
  tenant.listen();
  const token = async (): Promise<string> => {
    const { access_token: text } = await jsonOf(await askToken(tenant.tenantId));
    if (typeof text !== 'string') throw new TypeError('No token was given.');
    return text;
  };
  let held: string | undefined;
  return {
    tenant,
    clock,
    token,
    get: async (path, headers = {}) =>
      fetch(`${BASE}${path}`, {
        headers: { authorization: `Bearer ${(held ??= await token())}`, ...headers },
        redirect: 'manual',
      }),
    [Symbol.dispose]: () => {
      tenant.close();
    },
  };
}

/** A POST to the token endpoint; a field given as undefined is left out. */
export function askToken(tenant: string, different: Record<string, string | undefined> = {}): Promise<Response> {
  const fields: Record<string, string | undefined> = {
    grant_type: 'client_credentials',
    client_id: CLIENT_ID,
    client_secret: SECRET,
    scope: 'https://graph.microsoft.com/.default',
    ...different,
  };
  const given = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return fetch(`https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(given),
  });
}

type Json = Record<string, unknown>;

export function asObject(value: unknown): Json {
  if (typeof value !== 'object' || value === null) throw new TypeError('An object was expected.');
  return { ...value };
}

export async function jsonOf(response: Response): Promise<Json> {
  return asObject(await response.json());
}

/** The entries of a listing. */
export function valuesOf(page: Json): Json[] {
  if (!Array.isArray(page['value'])) throw new TypeError('A listing has a list of values.');
  return page['value'].map(asObject);
}

/** Status and Graph error code. */
export async function refusalOf(response: Response): Promise<[number, unknown]> {
  return [response.status, asObject((await jsonOf(response))['error'])['code']];
}
