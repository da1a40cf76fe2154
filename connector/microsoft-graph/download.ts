import { checkDownload } from './link-check.ts';
import { TryAgain } from './patience.ts';
import { retryAfter } from './retry-after.ts';
import type { Answer } from './refusal.ts';
import type { SourceDeclaration } from './source-declaration.ts';
import { isNetworkTrouble, withinLimit, type Timer } from './time-limit.ts';

/**
 * Fetches a usage report from where Graph sent us. The address is its own credential and good for some minutes, so it
 * gets no token and is never shown; any refusal asks Graph for a new one.
 *
 * @param redirect Graph's answer, with a Location
 * @throws Failure 'unsafe-link' where the Location is not Microsoft's; TryAgain for every answer but 200
 */
export async function downloadReport(
  source: SourceDeclaration,
  redirect: Answer,
  options: {
    readonly now: () => number;
    readonly timeLimitMs: number;
    readonly timer?: Timer | undefined;
    readonly ended?: AbortSignal | undefined;
    /** As `Cloud.downloads` has them. */
    readonly downloads: readonly string[];
  },
): Promise<Answer> {
  const address = checkDownload(redirect.headers.get('location'), source.endpoint, options.downloads);
  const answer = await withinLimit(options, async (signal) => {
    const response = await fetch(address, { redirect: 'manual', credentials: 'omit', signal });
    return { status: response.status, headers: response.headers, body: await response.text() };
  }).catch((error: unknown) => {
    throw isNetworkTrouble(error) ? new TryAgain('unreachable') : error;
  });
  if (answer.status === 200) return answer;
  const busy = answer.status === 429 || answer.status >= 500;
  throw new TryAgain(busy ? 'busy' : 'unreadable', retryAfter(answer.headers, options.now()));
}
