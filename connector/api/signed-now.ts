import type { House } from './house.ts';
import type { Asker } from './who-is-asking.ts';
import { signatureMaker } from '../privacy/signature.ts';
import type { Signed } from '../store/plans.ts';

/** The asker's signature under something they write down now, made anew each time; who may write it is asked before. */
export async function signedNow(
  { tenantId, standingKey, random, now }: Pick<House, 'tenantId' | 'standingKey' | 'random' | 'now'>,
  asker: Asker,
): Promise<Signed> {
  const sign = signatureMaker(tenantId, await standingKey(), random);
  return { by: sign(asker.identity), at: new Date(now()).toISOString() };
}
