import { placeOf } from './metadata.ts';

/** One kind of request, whoever it was about: what two requests have in common that differ in ids and days alone. */
export interface Asked {
  readonly method: string;
  /** With the version; keys and arguments blanked where Microsoft's metadata knows the place. */
  readonly path: string;
  /** Names and what stands behind them; moments, texts and tokens blanked. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Sent through the product's one door, which every test of the product uses; false for what a test sent by hand. */
  readonly throughDoor: boolean;
}

/** Of all national clouds: the same requests are right in each. */
const HOSTS: readonly string[] = [
  'graph.microsoft.com',
  'graph.microsoft.us',
  'dod-graph.microsoft.us',
  'microsoftgraph.chinacloudapi.cn',
];

/** What a request asks of Microsoft Graph; undefined for a request to anybody else. */
export function askedIn(request: {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
}): Asked | undefined {
  const url = new URL(request.url);
  if (!HOSTS.includes(url.hostname)) return undefined;
  return {
    method: request.method,
    path: blankedPath(url.pathname),
    query: [...url.searchParams].map(([name, value]) => [name, blanked(name, value)]),
    throughDoor: request.headers.get('x-ms-throttle-priority') === 'low' && request.headers.has('sdkversion'),
  };
}

function blankedPath(written: string): string {
  const [, version = '', path = ''] = /^\/([^/]*)(\/.*)?$/.exec(decoded(written)) ?? [];
  return `/${version}${placeOf(path)?.template ?? path}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function blanked(name: string, value: string): string {
  if (/^\$?(skip|skiptoken|deltatoken)$/i.test(name)) return '…';
  return value.replaceAll(/'[^']*'/g, "'…'").replaceAll(/\d{4}-\d\d-\d\d(T[\d:.]+Z?)?/g, '…');
}
