import { createHash } from 'node:crypto';
import type { Response } from 'express';
import type { Asker } from './who-is-asking.ts';

/** How an answer leaves, once it is made for this asker. */
export type Sending = (response: Response, asker: Asker, answer: unknown) => void;

/** As it is, and kept nowhere: for what is about the asker, and for what an office is told. */
export function sendUnkept(response: Response, _asker: Asker, answer: unknown): void {
  response.json(answer);
}

/**
 * Lets the asker's own browser keep an answer, and asks it to come back each time: an answer that is the same goes out as
 * `304` without a body. Everything before it happens as ever (who asks, whether they may, the answer itself), so nobody
 * learns by a `304` what they would not have been answered. The mark is made of the tenant, the asker, their
 * roles and the answer, so a mark of another tenant, person or role never fits, not even for the same answer.
 *
 * @param tenantId whose figures they are
 * @see RFC 9110 §8.8.3, RFC 9111 §5.2.2
 */
export function sendUnlessKept(tenantId: string): Sending {
  return (response, asker, answer) => {
    const text = JSON.stringify(answer);
    const { counter, isGuest, roles } = asker;
    const mark = createHash('sha256').update(JSON.stringify([tenantId, counter, isGuest, roles, text]));
    response
      .set({ 'cache-control': 'private, no-cache', etag: `"${mark.digest('base64url')}"` })
      .vary('authorization')
      .type('json')
      .send(text);
  };
}
