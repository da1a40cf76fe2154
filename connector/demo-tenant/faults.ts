import { unauthorised } from './bearer-token.ts';
import type { Answer } from './exchange.ts';
import { refusal } from './refusal.ts';

/** A request as a fault plan sees it. */
export interface RequestDescription {
  readonly method: string;
  readonly host: 'entra' | 'graph' | 'reports';
  /** At Graph: the path with keys blanked, `/users/{id}/mailFolders/{id}/messages`; elsewhere the path itself. */
  readonly template: string;
  readonly url: URL;
  readonly headers: Headers;
  /** By the tenant's clock, milliseconds since 1970. */
  readonly at: number;
}

export type Fault =
  /** 429; `retryAfter` as it stands in the header: seconds, fractional seconds, an HTTP date, garbage, or absent. */
  | { readonly kind: 'throttled'; readonly retryAfter?: string }
  /** 503. */
  | { readonly kind: 'unavailable'; readonly retryAfter?: string }
  /** 504. */
  | { readonly kind: 'gateway-timeout' }
  /** 500. */
  | { readonly kind: 'server-error' }
  | { readonly kind: 'reset' }
  /** The real answer, cut: `keep` is the share of it that arrives, a half by default. */
  | { readonly kind: 'truncated'; readonly keep?: number }
  /** 200 with a web page, as a proxy in trouble gives. */
  | { readonly kind: 'web-page' }
  /** 401, as if the token had expired meanwhile. */
  | { readonly kind: 'expired-token' }
  /** The real answer with another `@odata.nextLink`; `itself` is the URL just asked: a loop. */
  | { readonly kind: 'next-link'; readonly link: string }
  /** The real answer with its body changed: schema drift, poison, canaries. */
  | { readonly kind: 'edited'; readonly edit: (body: string) => string }
  /** Anything else. */
  | ({ readonly kind: 'answer' } & Answer);

/**
 * Decides what goes wrong. Tests hold the dice, not the tenant.
 *
 * @param ordinal which request of the tenant's life this is, from 1
 */
export type FaultPlan = (request: RequestDescription, ordinal: number) => Fault | undefined;

/** Lets a fault happen to a request. Undefined: the connection is reset. */
export async function suffer(
  fault: Fault | undefined,
  url: URL,
  answer: () => Answer | Promise<Answer>,
): Promise<Answer | undefined> {
  switch (fault?.kind) {
    case undefined:
      return answer();
    case 'throttled':
      return refusal(429, 'TooManyRequests', 'Too many requests.', retryAfter(fault.retryAfter));
    case 'unavailable':
      return refusal(503, 'ServiceUnavailable', 'The service is unavailable.', retryAfter(fault.retryAfter));
    case 'gateway-timeout':
      return refusal(504, 'UnknownError', '');
    case 'server-error':
      return refusal(500, 'InternalServerError', 'Internal Server Error');
    case 'reset':
      return undefined;
    case 'web-page':
      return {
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: '<html><body>One moment, please</body></html>',
      };
    case 'expired-token':
      return unauthorised('Lifetime validation failed, the token is expired.');
    case 'truncated':
      return edited(await answer(), (body) => body.slice(0, Math.floor(body.length * (fault.keep ?? 0.5))));
    case 'next-link':
      return edited(await answer(), (body) => withLink(body, fault.link === 'itself' ? url.href : fault.link));
    case 'edited':
      return edited(await answer(), fault.edit);
    case 'answer':
      return { status: fault.status, headers: fault.headers, body: fault.body };
  }
}

function retryAfter(value: string | undefined): Record<string, string> {
  return value === undefined ? {} : { 'retry-after': value };
}

function edited(answer: Answer, edit: (body: string) => string): Answer {
  return { ...answer, body: edit(answer.body) };
}

function withLink(body: string, link: string): string {
  const page: unknown = JSON.parse(body);
  return JSON.stringify({ ...(typeof page === 'object' ? page : {}), '@odata.nextLink': link });
}
