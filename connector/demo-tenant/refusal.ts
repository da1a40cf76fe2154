import { jsonAnswer, type Answer } from './exchange.ts';

/**
 * An error in Graph's shape. `innerError` gets the ids and the date when the answer leaves the tenant.
 *
 * @param headers for example `retry-after` or `www-authenticate`
 */
export function refusal(status: number, code: string, message: string, headers: Record<string, string> = {}): Answer {
  return jsonAnswer(status, { error: { code, message } }, headers);
}

/** The usage reports wrap their errors: the message of an `UnknownError` is itself a JSON text. */
export function reportRefusal(status: number, code: string, message: string): Answer {
  return refusal(status, 'UnknownError', JSON.stringify({ error: { code, message } }));
}

/** What Microsoft's metadata knows but this tenant does not play: said openly rather than invented. */
export function notPlayed(what: string): Answer {
  return refusal(501, 'NotImplemented', `${what} exists in Microsoft Graph, but the demo tenant does not play it.`);
}

/** Whether a step ended in an answer rather than a value. */
export function isAnswer(value: object): value is Answer {
  return 'status' in value && 'headers' in value && 'body' in value;
}
