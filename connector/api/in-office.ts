import type { House } from './house.ts';
import { Refused } from './refused.ts';
import type { Asker } from './who-is-asking.ts';
import { OFFICES, type Office } from '../privacy/approval.ts';
import { sameSigner, signatureMaker, type Signature } from '../privacy/signature.ts';

/** Somebody who acts in office: by which, when, with their signature; and how to tell whether two are one person. */
export interface InOffice {
  readonly office: Office;
  readonly by: Signature;
  /** ISO 8601. */
  readonly at: string;
  readonly isSame: (one: Signature, other: Signature) => boolean;
}

/** The first of the asker's offices that is among these; undefined where none is. An administrator has none here. */
export function officeOf(asker: Asker, among: readonly Office[]): Office | undefined {
  const held: readonly string[] = asker.roles;
  return OFFICES.find((office) => office !== 'Administrator' && held.includes(office) && among.includes(office));
}

/**
 * Signs for the asker, anew each time.
 *
 * @param among the offices that may do what is to be done
 * @throws Refused 'not-for-you' where the asker holds none of them
 */
export async function inOffice(
  { tenantId, standingKey, random, now }: Pick<House, 'tenantId' | 'standingKey' | 'random' | 'now'>,
  asker: Asker,
  among: readonly Office[],
): Promise<InOffice> {
  const office = officeOf(asker, among);
  if (office === undefined) throw new Refused('not-for-you');
  const key = await standingKey();
  return {
    office,
    by: signatureMaker(tenantId, key, random)(asker.identity),
    at: new Date(now()).toISOString(),
    isSame: (one, other) => sameSigner(tenantId, key, one, other),
  };
}
