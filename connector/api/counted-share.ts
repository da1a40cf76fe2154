import type { AdoptionAnswer, ShareAnswer } from './answers.ts';
import { shareOf, type CountOf, type Share } from '../adoption/share-of.ts';
import { interval90 } from '../privacy/estimate.ts';

type AppsShown = Exclude<AdoptionAnswer['fitness'], { withheld: unknown }>['places'][number]['parts'][number];
export type Counted = Exclude<AppsShown['figure'], { withheld: unknown }>;

/** A released count as people and as a share of them, each with its 90 % interval. */
export function countedShare(counted: CountOf): Counted {
  return { people: interval90(counted.count, counted.sigma, counted.heads), share: shownShare(shareOf(counted)) };
}

/** To one decimal, and its noise to two. */
export function shownShare({ about, low, high, sigma }: Share): ShareAnswer {
  return { about: oneDecimal(about), low: oneDecimal(low), high: oneDecimal(high), sigma: twoDecimals(sigma) };
}

export function twoDecimals(number: number): number {
  return Math.round(number * 100) / 100;
}

export function oneDecimal(number: number): number {
  return Math.round(number * 10) / 10;
}
