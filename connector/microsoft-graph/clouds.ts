import { Failure } from '../failure.ts';
import type { SourceDeclaration } from './source-declaration.ts';

/** One of Microsoft's clouds: each has its own sign-in and its own Graph, and nothing of one is good in another. */
export interface Cloud {
  /** Where Entra signs in and issues version 2 tokens, as an origin; a tenant's id follows. */
  readonly signIn: string;
  /** Where it issues version 1 tokens, as an origin. */
  readonly oldIssuer: string;
  /** Microsoft Graph, as an origin: asked, named in tokens as their audience, and the only host tokens go to. */
  readonly graph: string;
  /** Domains below which a usage report may lie; none where there are no usage reports. */
  readonly downloads: readonly string[];
  /** Parts of endpoints that Microsoft does not offer there. */
  readonly lacks: readonly string[];
}

export const CLOUD_NAMES = ['global', 'us-government', 'us-government-dod', 'china'] as const;
export type CloudName = (typeof CLOUD_NAMES)[number];

const ONLY_GLOBAL = ['/reports/', '/admin/reportSettings', '/admin/exchange/tracing/'];

/**
 * The clouds. US government's GCC uses the global one; `us-government` is GCC High (L4).
 *
 * Hosts: Microsoft Learn, "National cloud deployments" and "National clouds (Entra)", 2025; sign-in hosts and issuers
 * are those that MSAL itself knows without asking (a test holds the two together), which is why China's is the newer
 * of its two names. What is lacking: the table "Supported in national clouds" on each method's page.
 */
export const CLOUDS: Readonly<Record<CloudName, Cloud>> = {
  global: {
    signIn: 'https://login.microsoftonline.com',
    oldIssuer: 'https://sts.windows.net',
    graph: 'https://graph.microsoft.com',
    downloads: ['office.com'],
    lacks: [],
  },
  'us-government': {
    signIn: 'https://login.microsoftonline.us',
    oldIssuer: 'https://sts.windows.net',
    graph: 'https://graph.microsoft.us',
    downloads: [],
    lacks: ONLY_GLOBAL,
  },
  'us-government-dod': {
    signIn: 'https://login.microsoftonline.us',
    oldIssuer: 'https://sts.windows.net',
    graph: 'https://dod-graph.microsoft.us',
    downloads: [],
    lacks: ONLY_GLOBAL,
  },
  china: {
    signIn: 'https://login.partner.microsoftonline.cn',
    oldIssuer: 'https://sts.chinacloudapi.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    downloads: [],
    lacks: [...ONLY_GLOBAL, '/communications/callRecords', '/getAllMessages'],
  },
};

/**
 * Refuses sources that a cloud does not have, before anybody is asked for them.
 *
 * @throws Failure 'bad-setting' naming them
 */
export function refuseLacking(
  { lacks }: Cloud,
  sources: readonly Pick<SourceDeclaration, 'name' | 'endpoint'>[],
): void {
  const lacking = sources.filter(({ endpoint }) => lacks.some((part) => endpoint.includes(part)));
  if (lacking.length === 0) return;
  const named = lacking.map(({ name }) => name).join(', ');
  throw new Failure(
    'bad-setting',
    `Microsoft does not offer this in the cloud that SAMSPILL_CLOUD names: ${named}. Have the privacy officer take it out of the scope.`,
  );
}
