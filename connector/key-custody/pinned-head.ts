import { Failure } from '../failure.ts';
import type { PinnedHead } from './ledger-pin.ts';

const HASH = /^[0-9a-f]{64}$/;

/**
 * A pinned head read back from JSON.
 *
 * @param releases how many it must tell of
 * @throws Failure 'ledger-broken' when it is not what was written
 */
export function readPinnedHead(text: string, releases: number): PinnedHead {
  const told = parsed(text);
  const { tenantId, releaseHead, boundaryHead } = told;
  const isWhole = typeof tenantId === 'string' && typeof releaseHead === 'string' && HASH.test(releaseHead);
  if (!isWhole || told['releases'] !== releases) throw damagedPin();
  if (boundaryHead === undefined) return { tenantId, releases, releaseHead };
  if (typeof boundaryHead !== 'string' || !HASH.test(boundaryHead)) throw damagedPin();
  return { tenantId, releases, releaseHead, boundaryHead };
}

function parsed(text: string): Record<string, unknown> {
  try {
    const told: unknown = JSON.parse(text);
    return typeof told === 'object' && told !== null ? Object.fromEntries(Object.entries(told)) : {};
  } catch {
    return {};
  }
}

export function damagedPin(): Failure {
  return new Failure(
    'ledger-broken',
    'The pin of the privacy ledger is not what was written: put it back from its own backup; until then nothing is released.',
  );
}
