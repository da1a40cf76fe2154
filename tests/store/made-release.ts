import { release, type Release } from '../../connector/privacy/release.ts';
import { quarterOf, type Day } from '../../connector/privacy/period.ts';
import { readLedger } from '../../connector/store/ledger.ts';
import type { Store } from '../../connector/store/open.ts';

/** A real release of the quarter a day lies in: 400 people in two divisions, nobody of whom was seen. */
export function madeRelease(store: Store, day: Day, seed = 1): Release {
  return release({
    period: quarterOf(day),
    once: false,
    level: 'standard',
    organisation: 'Lillevik kommune',
    people: [],
    headcounts: ['Oppvekst', 'Helse'].map((unit) => ({ unit, standing: 'desk', heads: 200, covered: 180 })),
    tablesOn: ['reach', 'breadth'],
    ledger: readLedger(store),
    releasedAt: '2027-04-03T04:00:00.000Z',
    random: notRandom(seed),
  });
}

/** Bytes of a linear congruential generator: the same seed, the same noise. */
function notRandom(seed: number): (size: number) => Uint8Array {
  let state = seed;
  return (size) =>
    Uint8Array.from({ length: size }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 24;
    });
}
