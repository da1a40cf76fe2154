import type { RequestHandler } from 'express';
import { Refused } from './refused.ts';

/**
 * Answers only requests that name this server as one of these. A page on the internet may point a name of its own at
 * 127.0.0.1 (DNS rebinding); the browser then takes the demo for that page's own server, and the name it sends along is
 * all that tells the two apart.
 *
 * @param hosts host and port, in lower case, for example `localhost:8470`
 */
export function onlyUnder(hosts: readonly string[]): RequestHandler {
  return (request, _response, next) => {
    if (!hosts.includes((request.headers.host ?? '').toLowerCase())) throw new Refused('not-for-you', 'another-host');
    next();
  };
}

/**
 * The names a browser on this machine may give a server on one of its ports. Port 80 is left out by browsers.
 */
export function namesOfThisMachine(port: number): string[] {
  const names = ['localhost', '127.0.0.1', '[::1]'];
  return [...names.map((name) => `${name}:${String(port)}`), ...(port === 80 ? names : [])];
}
