import {
  AuthenticationHandler,
  AuthenticationHandlerOptions,
  Client,
  GraphError,
  HTTPMessageHandler,
  ResponseType,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client';
import { TryAgain } from './patience.ts';
import type { Answer } from './refusal.ts';
import { isNetworkTrouble, withinLimit, type Timer } from './time-limit.ts';

/**
 * One request with a token, one answer with its whole body; throws TryAgain 'unreachable' where none came, heavy where
 * the time limit ended it.
 */
export type Exchange = (
  href: string,
  token: string,
  headers?: Readonly<Record<string, string>>,
  ended?: AbortSignal,
) => Promise<Answer>;

/**
 * One exchange on Microsoft's own client, with its retry and redirect handlers left out of the chain: that retry cuts
 * every wait at three minutes and loses Retry-After where a body is not JSON, and a redirect must never carry a token.
 * Tokens go to Microsoft's own Graph hosts only: the client knows them by name, and another `origin` gets none.
 *
 * @param options.random makes the request ids that Microsoft's support asks for
 */
export function makeExchange(options: {
  readonly origin: string;
  readonly random: (size: number) => Uint8Array;
  readonly timeLimitMs: number;
  readonly timer?: Timer | undefined;
}): Exchange {
  const client = Client.initWithMiddleware({
    baseUrl: options.origin,
    fetchOptions: { redirect: 'manual' },
    middleware: inOrder(new AuthenticationHandler(NO_TOKEN), new TelemetryHandler(), new HTTPMessageHandler()),
  });
  return async (href, token, headers, ended) => {
    let limit: AbortSignal | undefined;
    try {
      return await withinLimit({ ...options, ended }, async (signal) => {
        limit = signal;
        const response: unknown = await client
          .api(href)
          .headers({ ...headers, 'x-ms-throttle-priority': 'low', 'client-request-id': randomGuid(options.random(16)) })
          .option('signal', signal)
          .middlewareOptions([new AuthenticationHandlerOptions({ getAccessToken: () => Promise.resolve(token) })])
          .responseType(ResponseType.RAW)
          .get();
        if (!(response instanceof Response))
          throw new RangeError("Microsoft's client gave something else than a response.");
        return { status: response.status, headers: response.headers, body: await response.text() };
      });
    } catch (error) {
      if (error instanceof GraphError || isNetworkTrouble(error)) {
        throw new TryAgain('unreachable', 0, { isHeavy: limit?.aborted === true });
      }
      throw error;
    }
  };
}

/** The client wants a way to get tokens; ours come with each request, so that a renewed one is used at once. */
const NO_TOKEN = { getAccessToken: () => Promise.reject(new RangeError('Every request brings its own token.')) };

function inOrder(authentication: AuthenticationHandler, telemetry: TelemetryHandler, message: HTTPMessageHandler) {
  authentication.setNext(telemetry);
  telemetry.setNext(message);
  return authentication;
}

/** A random GUID, version 4 (RFC 9562 §5.4). */
function randomGuid(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)].join('-');
}
