import { isIP } from 'node:net';
import { Failure } from '../connector/failure.ts';

/** What tells one installation's package from another's. */
export interface Installation {
  /** The full name under which the tab is served with https on port 443: no scheme, port or path. */
  readonly host: string;
  /** The application (client) id of the app registration. */
  readonly clientId: string;
  /** Of the package. Teams takes an update only under a higher one. */
  readonly version: string;
}

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const LONGEST_HOST = 253;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const EMPTY_GUID = '00000000-0000-0000-0000-000000000000';
const VERSION = /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/;

/**
 * Checks what was typed and returns it with the client id in lower case, so that the spelling in which it was copied
 * makes no second app.
 *
 * @throws Failure 'bad-input' with what is wrong and what is expected
 */
export function readInstallation({ host, clientId, version }: Installation): Installation {
  const wrong = whatIsWrongWithHost(host);
  if (wrong !== undefined) {
    throw new Failure('bad-input', `The host ${wrong}: give the name alone, in full, such as samspill.kommune.no.`);
  }
  const id = clientId.toLowerCase();
  if (!GUID.test(id) || id === EMPTY_GUID) {
    throw new Failure(
      'bad-input',
      'The client id is not a GUID: copy the application (client) id from the overview of the app registration.',
    );
  }
  if (!VERSION.test(version)) {
    throw new Failure('bad-input', 'The version is not three whole numbers: give one such as 1.4.0.');
  }
  return { host, clientId: id, version };
}

function whatIsWrongWithHost(host: string): string | undefined {
  if (host.includes('://')) return 'has a scheme';
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) return 'is an IP address';
  if (host.includes(':')) return 'has a port';
  if (/[/?#\\]/.test(host)) return 'has a path';
  if (host.includes('*')) return 'has a wildcard';
  // The Android client fails on an application id URI with capital letters.
  if (host !== host.toLowerCase()) return 'has capital letters';
  const labels = host.split('.');
  if (labels.length < 2) return 'is not a full name';
  if (host.length > LONGEST_HOST || !labels.every((label) => LABEL.test(label))) return 'is not a DNS name';
  if (/^\d+$/.test(labels.at(-1) ?? '')) return 'is an IP address';
  return undefined;
}
