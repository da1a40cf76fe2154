import { createLocalJWKSet, errors, type CryptoKey, type JWSHeaderParameters, type FlattenedJWSInput } from 'jose';
import { z } from 'zod';

/** What Entra publishes; keys are read by jose, which checks each one it uses. */
const keySet = z.object({
  keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })).min(1),
});

/** After an answer, a key we do not know makes us ask again at most this often, so that junk cannot make us a nuisance. */
const ASK_AGAIN_AFTER_MS = 30_000;
/** Keys older than this are fetched anew, so that one withdrawn by Entra stops counting within the day. */
const STALE_AFTER_MS = 12 * 60 * 60_000;
const TIME_LIMIT_MS = 5_000;

export type KeySource = (header: JWSHeaderParameters, token: FlattenedJWSInput) => Promise<CryptoKey>;

/** Entra's keys could not be had, and none we hold fits. */
export class KeysUnreachable extends Error {
  constructor(options?: ErrorOptions) {
    super('The signing keys could not be read.', options);
    this.name = 'KeysUnreachable';
  }
}

/**
 * The keys with which one tenant's tokens are signed, from the tenant's own address and never from `common`, whose keys
 * sign for everybody. A key is chosen by `kid` alone; `jku`, `x5u` and `jwk` in a token's header are not read.
 *
 * Keys are held between calls. An unknown `kid` makes one new fetch (rollover); while Entra cannot be reached, keys
 * already held go on counting and unknown ones are refused. Many callers at once share one fetch.
 *
 * @param address the tenant's `jwks_uri`
 * @param get fetches; handed in, so that tests and the demo need no network
 * @param now milliseconds since 1970
 * @throws errors.JWKSNoMatchingKey for a key Entra does not publish; KeysUnreachable when nobody can say
 */
export function signingKeys({
  address,
  get,
  now,
}: {
  readonly address: string;
  readonly get: (address: string, options: { signal: AbortSignal; redirect: 'error' }) => Promise<Response>;
  readonly now: () => number;
}): KeySource {
  let held: ReturnType<typeof createLocalJWKSet> | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;

  async function ask(): Promise<void> {
    const answer = await get(address, { signal: AbortSignal.timeout(TIME_LIMIT_MS), redirect: 'error' });
    if (!answer.ok) throw new KeysUnreachable();
    held = createLocalJWKSet(keySet.parse(await answer.json()));
  }

  function askOnce(): Promise<void> {
    askedAt = now();
    asking ??= ask().finally(() => (asking = undefined));
    return asking;
  }

  /** Whether asking went well; failing is no harm while a key we hold fits. */
  async function refreshed(): Promise<boolean> {
    if (asking === undefined && now() - askedAt < ASK_AGAIN_AFTER_MS) return held !== undefined;
    return askOnce().then(
      () => true,
      () => false,
    );
  }

  return async (header, token) => {
    if (header.kid === undefined) throw new errors.JWKSNoMatchingKey();
    if (held === undefined || now() - askedAt > STALE_AFTER_MS) await refreshed();
    const known = await held?.(header, token).catch(onlyWhenUnknown);
    if (known !== undefined) return known;
    const sure = await refreshed();
    if (held === undefined || !sure) throw new KeysUnreachable();
    return held(header, token);
  };
}

function onlyWhenUnknown(error: unknown): undefined {
  if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
}
