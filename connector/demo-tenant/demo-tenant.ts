import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { http, HttpResponse, type RequestHandler } from 'msw';
import { setupServer } from 'msw/node';
import { indexAccounts } from './account-index.ts';
import { findPlace } from './csdl.ts';
import { entra, type Application } from './entra.ts';
import { makeEntraKeys, type EntraKeys } from './entra-keys.ts';
import { userToken, type UserTokenRequest } from './entra-tokens.ts';
import type { Answer, Asked, Exchange } from './exchange.ts';
import { suffer, type FaultPlan, type RequestDescription } from './faults.ts';
import { graph, pathBelowVersion } from './graph.ts';
import { countedOf } from './published-limits.ts';
import type { Tenant } from './question.ts';
import { isAnswer } from './refusal.ts';
import { rememberUsage } from './remembered-usage.ts';
import { download } from './report-downloads.ts';
import { skipTokens } from './skip-tokens.ts';
import { throttling, type Throttling } from './throttling.ts';
import type { World } from './world.ts';

export interface DemoTenantSettings {
  readonly world: World;
  /** Milliseconds since 1970: what is sent later is not there yet, and tokens live and die by it. */
  readonly now: () => number;
  readonly application: Application;
  /** Application roles granted, for example `Mail.ReadBasic.All`; read anew for each token. */
  readonly roles: readonly string[];
  /**
   * Ids of the accounts whose mail Exchange opens to the application by a role assignment of its own (RBAC for
   * Applications, `Application Mail.ReadBasic`), read anew for each request. It adds to `roles` and stands in no token.
   */
  readonly mailboxesOpenInExchange?: readonly string[];
  /** Signing keys; made anew unless given, so that tests need not wait for them each time. */
  readonly keys?: EntraKeys;
  readonly faults?: FaultPlan;
  /** Whether Microsoft's published limits hold, by the clock `now`. Default: they do not. */
  readonly limits?: 'enforced';
  /** How long Graph takes over an answer; a mailbox is occupied meanwhile. Default: a turn of the event loop. */
  readonly latency?: () => Promise<unknown>;
  /** Sees every request and its answer. The tenant itself remembers neither. */
  readonly onExchange?: (exchange: Exchange) => void;
  /** The clock by which msal-node dates its certificate assertions, which is the machine's. Default: `now`. */
  readonly assertionClock?: () => number;
}

export interface DemoTenant {
  readonly tenantId: string;
  readonly handlers: RequestHandler[];
  /** What the JWKS endpoint publishes. */
  readonly publishedKeys: EntraKeys['published'];
  /** Begins to answer in place of Microsoft, for this whole process. */
  listen(): void;
  close(): void;
  /** A token for the tab's own API, as Teams would hand out. */
  userToken(who: UserTokenRequest): Promise<string>;
}

type Host = RequestDescription['host'];
const HOSTS: Readonly<Record<string, Host>> = {
  'login.microsoftonline.com': 'entra',
  'graph.microsoft.com': 'graph',
  'reports.office.com': 'reports',
};
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Opens a tenant that speaks Entra's and Graph's protocols inside this process, so that unmodified msal-node and
 * graph client talk to it (design D9). While it listens, only this machine is reachable besides: a request to any other
 * host fails as if there were no network, and is reported as an exchange with status 0.
 *
 * Costs about 0.1 s for the signing key. Keeps nothing about requests, so memory does not grow with them.
 */
export async function openDemoTenant(settings: DemoTenantSettings): Promise<DemoTenant> {
  const { world, application } = settings;
  const keys = settings.keys ?? (await makeEntraKeys());
  const answerers = makeAnswerers(settings, keys);
  const scope = `${application.clientId}/${world.tenantId}`;
  const limits = settings.limits && throttling({ people: world.accounts.length, scope, now: settings.now });
  const handlers = [
    http.all(
      ({ request }) => !LOOPBACK.test(new URL(request.url).hostname),
      ({ request }) => respond(request),
    ),
  ];
  let ordinal = 0;
  async function respond(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const host = url.protocol === 'https:' && url.port === '' ? HOSTS[url.hostname] : undefined;
    const body = request.method === 'GET' ? '' : await request.text();
    const asked: Asked = { method: request.method, url, headers: request.headers, body };
    ordinal += 1;
    const faulty = () => host && answerWithFaults(settings, answerers[host], asked, host, ordinal);
    const bare = await (host === 'graph' && limits ? answerWithin(limits, settings, url, faulty) : faulty());
    const answer = bare && stamped(bare, asked, ordinal, settings.now());
    settings.onExchange?.(exchangeOf(asked, answer));
    return answer ? new HttpResponse(answer.body, answer) : HttpResponse.error();
  }
  const server = setupServer(...handlers);
  return {
    tenantId: world.tenantId,
    handlers,
    publishedKeys: keys.published,
    listen: () => {
      server.listen({ onUnhandledRequest: 'bypass' });
    },
    close: () => {
      server.close();
    },
    userToken: (who) => userToken(keys, { tenantId: world.tenantId, clientId: application.clientId }, who),
  };
}

type Answerer = (asked: Asked) => Answer | Promise<Answer>;

function makeAnswerers(settings: DemoTenantSettings, keys: EntraKeys): Record<Host, Answerer> {
  const { now } = settings;
  const world = rememberUsage(settings.world);
  // Bound to the signing key: tokens of pages and downloads do not outlive it.
  const secret = createHash('sha256').update(JSON.stringify(keys.published)).digest('hex');
  const tenant: Tenant = { world, index: indexAccounts(world), tokens: skipTokens(secret), secret, now };
  const { tenantId, domains } = world;
  return {
    entra: entra({ ...settings, tenantId, domains, keys }),
    graph: graph(tenant, keys, () => settings.mailboxesOpenInExchange),
    reports: (asked) => download(tenant, asked),
  };
}

function answerWithFaults(
  { faults, now }: DemoTenantSettings,
  answerer: Answerer,
  asked: Asked,
  host: Host,
  ordinal: number,
): Promise<Answer | undefined> {
  const { method, url, headers } = asked;
  const fault = faults?.({ method, host, template: templateOf(host, url), url, headers, at: now() }, ordinal);
  return suffer(fault, url, () => answerer(asked));
}

/** Lets a request to Graph in when the limits allow; it occupies its mailbox until it is answered. */
async function answerWithin(
  limits: Throttling,
  { latency = setImmediate }: DemoTenantSettings,
  url: URL,
  answer: () => Promise<Answer | undefined> | undefined,
): Promise<Answer | undefined> {
  const place = findPlace(pathBelowVersion(url) ?? '');
  if (isAnswer(place)) return answer();
  const admitted = limits.admit(countedOf(place, url.searchParams));
  if (isAnswer(admitted)) return admitted;
  try {
    await latency();
    const given = await answer();
    return given && { ...given, headers: { ...admitted.headers, ...given.headers } };
  } finally {
    admitted.release();
  }
}

function templateOf(host: Host, url: URL): string {
  const path = host === 'graph' ? pathBelowVersion(url) : undefined;
  const place = path === undefined ? undefined : findPlace(path);
  return place === undefined || isAnswer(place) ? url.pathname : place.template;
}

/** Adds what every answer of Microsoft's bears: ids and the date, in headers and inside errors. */
function stamped(answer: Answer, { headers }: Asked, ordinal: number, now: number): Answer {
  const requestId = `00000000-0000-4000-8000-${ordinal.toString(16).padStart(12, '0')}`;
  const clientRequestId = headers.get('client-request-id') ?? requestId;
  const ids = { 'request-id': requestId, 'client-request-id': clientRequestId };
  const date = new Date(now);
  const inner = JSON.stringify({ date: date.toISOString().slice(0, 19), ...ids });
  const isError = answer.status >= 400 && answer.body.startsWith('{"error":{"code"') && answer.body.endsWith('}}');
  return {
    status: answer.status,
    headers: { date: date.toUTCString(), ...ids, ...answer.headers },
    body: isError ? `${answer.body.slice(0, -2)},"innerError":${inner}}}` : answer.body,
  };
}

function exchangeOf({ method, url, headers, body }: Asked, answer: Answer | undefined): Exchange {
  return {
    method,
    url: url.href,
    requestHeaders: headers,
    requestBody: body,
    status: answer?.status ?? 0,
    responseHeaders: new Headers(answer?.headers),
    responseBody: answer?.body ?? '',
  };
}
