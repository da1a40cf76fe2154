/** What the demo tenant is about to say, before it becomes a response on the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A request as the tenant's parts see it. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  /** Empty for GET. */
  readonly body: string;
}

/** One request and what was said to it, for tests and progress to watch; the tenant itself keeps none. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Headers;
  readonly requestBody: string;
  /** 0 when the connection was reset, or the host was none of the tenant's and so was not reached. */
  readonly status: number;
  readonly responseHeaders: Headers;
  readonly responseBody: string;
}

/** A JSON answer. */
export function jsonAnswer(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}
