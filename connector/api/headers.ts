import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Every place a Teams tab may be shown in; the whole chain of frames is checked against it by the browser. */
const FRAMES = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://teams.microsoft.us',
  'https://*.teams.microsoft.us',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  "'self'",
];
/** Where teams-js fetches the list of hosts it may trust. */
const TEAMS_HOST_LIST = 'https://res.cdn.office.net';
const YEAR_SECONDS = 31_536_000;

/**
 * The Content-Security-Policy for Teams: our own scripts and styles, frames of Microsoft 365 alone.
 *
 * @param nonce lets in the style elements that Fluent makes at run time; for the tab's page alone
 */
export function contentPolicy(nonce?: string): RequestHandler {
  return helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", ...(nonce === undefined ? [] : [`'nonce-${nonce}'`])],
      connectSrc: ["'self'", TEAMS_HOST_LIST],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: FRAMES,
    },
  });
}

/**
 * The headers every response bears. No X-Frame-Options, which cannot name Teams; no opener or embedder policy, which
 * would cut teams-js off from its host.
 *
 * @param publicHttps whether people reach us over https: only then may a browser be told never to try http again
 */
export function headers(publicHttps: boolean): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: false,
      crossOriginEmbedderPolicy: false,
      crossOriginOpenerPolicy: false,
      crossOriginResourcePolicy: { policy: 'same-origin' },
      originAgentCluster: false,
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: publicHttps ? { maxAge: YEAR_SECONDS, includeSubDomains: true } : false,
      xContentTypeOptions: true,
      xDnsPrefetchControl: false,
      xDownloadOptions: false,
      xFrameOptions: false,
      xPermittedCrossDomainPolicies: false,
      xPoweredBy: false,
      xXssProtection: false,
    }),
    contentPolicy(),
    (_request, response, next) => {
      response.set('permissions-policy', 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=()');
      next();
    },
  ];
}
