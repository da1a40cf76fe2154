import type { Network } from './network.ts';
import { ReverseReach } from './reverse-reach.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';
import type { Passing } from './spread.ts';

export interface Launch {
  /**
   * The candidate each person belongs to, numbered from 0; −1 for none. A unit is a candidate with all its people; a
   * volunteer is one alone; whoever has not volunteered is none.
   */
  readonly candidateOf: Int32Array;
  /** How many candidates to choose. */
  readonly choose: number;
  readonly passing: Passing;
  /** ε, above 0 and below 1 − 1/e; 0.1 is usual. */
  readonly error: number;
  /** δ, above 0 and below 1. */
  readonly risk: number;
  readonly seed: number;
  /** Told how many samples are drawn, of how many wanted so far; it throws where the choice is to stop. */
  readonly onSamples?: (done: number, of: number) => void;
}

export interface LaunchChoice {
  /** Candidates, the most useful first. */
  readonly chosen: readonly number[];
  /** How many people take it up in the mean, as the samples tell it; the choice leans toward its samples, so a little high. */
  readonly reach: number;
  /** 1 − 1/e − ε: with probability 1 − δ the true reach is at least this share of the best there is. */
  readonly atLeastOfBest: number;
  readonly probability: number;
  /** No choice of as many reaches more, with the same probability. */
  readonly bestAtMost: number;
  readonly samples: number;
}

/**
 * Where to launch: the candidates, units or volunteers, from whom the most people take something up in the end.
 *
 * IMM: draws a person blindly and walks the ties backward to all whose beginning would have reached them; candidates in
 * many such sets reach many people, and the greedy choice of sets covered is within 1 − 1/e of the best one. As many sets
 * are drawn as make the whole a (1 − 1/e − ε) approximation with probability 1 − δ. Two things differ from the paper: the
 * sets that choose are drawn anew once their number is known (W. Chen's repair), and a candidate is a set of people, none
 * in two, for which coverage and its bounds hold word by word.
 *
 * Directed and weighted as `spread` is. Where nobody has ties the largest candidates are chosen. Without people or without
 * candidates none is, and reach is 0; where all may be chosen, all are, ordered as they help.
 *
 * Cost: O((candidates · k + ties) · ln people / ε²) expected, over the best reach as a share of people; memory one number
 * for each candidate in each set.
 *
 * Misread as who is influential: it answers for one assumed way of passing on (`Passing`), and two choices whose reach
 * differs by less than ε are equal to it.
 *
 * @throws RangeError when a figure is out of its range or `candidateOf` has not one place a person
 * @see Y. Tang, Y. Shi, X. Xiao, SIGMOD 2015, doi:10.1145/2723372.2723734; W. Chen (2018), arXiv:1808.09363
 * @example on paper: 0 → 1, 0 → 2, 3 → 4, everything passed on, everybody a candidate, choose 1: [0], reach 3.
 */
export function launchSeeds(network: Network, launch: Launch): LaunchChoice {
  refuse(network, launch);
  const { people } = network;
  const sizes = sizesOf(launch.candidateOf);
  const choose = Math.min(launch.choose, sizes.filter((size) => size > 0).length);
  const { alpha, beta, lambda } = boundsFor(sizes.length, choose, launch);
  const certain = { atLeastOfBest: GREEDY - launch.error, probability: 1 - launch.risk };
  if (people === 0 || choose === 0) return { chosen: [], reach: 0, ...certain, bestAtMost: 0, samples: 0 };
  const random = seededRandom(launch.seed);
  const lower = lowerBound(network, launch, sizes, choose, random.fork(0));
  const sets = new CandidateSets(network, launch, sizes, random.fork(1));
  sets.drawUpTo(Math.ceil((lambda * people) / lower));
  const { chosen, covered } = sets.greedy(choose);
  const reach = (people * covered) / sets.count;
  const errorOfBest = (launch.error * alpha) / (GREEDY * alpha + beta);
  const bestAtMost = Math.min(people, reach / (GREEDY * (1 - errorOfBest)));
  return { chosen, reach, ...certain, bestAtMost, samples: sets.count };
}

/** What greedy choice keeps of the best coverage. */
const GREEDY = 1 - 1 / Math.E;

/** α, β and λ* / n of the paper, with ln (2/δ) in the place of ℓ ln n: half of the risk for the number, half for the choice. */
function boundsFor(candidates: number, choose: number, { error, risk }: Launch) {
  const doubt = Math.log(2 / risk) + Math.LN2;
  const alpha = Math.sqrt(doubt);
  const beta = Math.sqrt(GREEDY * (logChoices(candidates, choose) + doubt));
  return { alpha, beta, lambda: (2 * (GREEDY * alpha + beta) ** 2) / error ** 2 };
}

/** A reach that the best choice has at least, with probability 1 − δ/2. */
function lowerBound(network: Network, launch: Launch, sizes: Int32Array, choose: number, random: SeededRandom): number {
  const { people } = network;
  const error = Math.SQRT2 * launch.error;
  const halvings = Math.max(1, Math.log2(people));
  const doubt = logChoices(sizes.length, choose) + Math.log(2 / launch.risk) + Math.log(halvings);
  const each = ((2 + (2 / 3) * error) * Math.max(doubt, Math.LN2)) / error ** 2;
  // Whoever begins has it: the largest candidates reach at least themselves.
  const surely = sizes
    .toSorted()
    .slice(-choose)
    .reduce((sum, size) => sum + size, 0);
  const sets = new CandidateSets(network, launch, sizes, random);
  for (let guess = people / 2; guess > surely; guess /= 2) {
    sets.drawUpTo(Math.ceil((each * people) / guess));
    const reach = (people * sets.greedy(choose).covered) / sets.count;
    if (reach >= (1 + error) * guess) return Math.max(surely, reach / (1 + error));
  }
  return surely;
}

/** Samples, each as the candidates it could have come from. */
class CandidateSets {
  count = 0;
  readonly #reverse: ReverseReach;
  readonly #launch: Launch;
  readonly #random: SeededRandom;
  readonly #lastIn: Int32Array;
  readonly #starts: number[] = [0];
  #held = new Int32Array(1024);

  constructor(network: Network, launch: Launch, sizes: Int32Array, random: SeededRandom) {
    this.#reverse = new ReverseReach(network, launch.passing);
    this.#launch = launch;
    this.#random = random;
    this.#lastIn = new Int32Array(sizes.length).fill(-1);
  }

  drawUpTo(wanted: number): void {
    for (; this.count < wanted; this.count += 1) {
      if (this.count % SAMPLES_A_REPORT === 0) this.#launch.onSamples?.(this.count, wanted);
      let held = this.#starts[this.count] ?? 0;
      for (const person of this.#reverse.draw(this.#random)) {
        const candidate = this.#launch.candidateOf[person] ?? -1;
        if (candidate < 0 || this.#lastIn[candidate] === this.count) continue;
        this.#lastIn[candidate] = this.count;
        if (held === this.#held.length) {
          const wider = new Int32Array(2 * held);
          wider.set(this.#held);
          this.#held = wider;
        }
        this.#held[held] = candidate;
        held += 1;
      }
      this.#starts.push(held);
    }
  }

  /** The candidate in most samples not yet covered, again and again; of equal ones the one of the lowest number. */
  greedy(choose: number): { chosen: number[]; covered: number } {
    const gains = new Int32Array(this.#lastIn.length);
    const places = this.#held.subarray(0, this.#starts[this.count] ?? 0);
    for (const candidate of places) gains[candidate] = (gains[candidate] ?? 0) + 1;
    const samplesOf = this.#samplesByCandidate(gains, places);
    const isCovered = new Uint8Array(this.count);
    const isOpen = new Uint8Array(gains.length);
    for (const candidate of this.#launch.candidateOf) if (candidate >= 0) isOpen[candidate] = 1;
    const chosen: number[] = [];
    let covered = 0;
    while (chosen.length < choose) {
      let best = -1;
      for (let candidate = 0; candidate < gains.length; candidate += 1)
        if (isOpen[candidate] === 1 && (best < 0 || (gains[candidate] ?? 0) > (gains[best] ?? 0))) best = candidate;
      isOpen[best] = 0;
      covered += gains[best] ?? 0;
      chosen.push(best);
      for (const sample of samplesOf(best)) {
        if (isCovered[sample] === 1) continue;
        isCovered[sample] = 1;
        for (let at = this.#starts[sample] ?? 0; at < (this.#starts[sample + 1] ?? 0); at += 1)
          gains[places[at] ?? 0] = (gains[places[at] ?? 0] ?? 0) - 1;
      }
    }
    return { chosen, covered };
  }

  #samplesByCandidate(counts: Int32Array, places: Int32Array): (candidate: number) => Int32Array {
    const offsets = new Int32Array(counts.length + 1);
    for (const [candidate, count] of counts.entries()) offsets[candidate + 1] = (offsets[candidate] ?? 0) + count;
    const next = offsets.slice();
    const samples = new Int32Array(places.length);
    for (let sample = 0; sample < this.count; sample += 1) {
      for (let at = this.#starts[sample] ?? 0; at < (this.#starts[sample + 1] ?? 0); at += 1) {
        const candidate = places[at] ?? 0;
        samples[next[candidate] ?? 0] = sample;
        next[candidate] = (next[candidate] ?? 0) + 1;
      }
    }
    return (candidate) => samples.subarray(offsets[candidate], offsets[candidate + 1]);
  }
}

const SAMPLES_A_REPORT = 1024;

/** ln C(n, k). */
function logChoices(candidates: number, choose: number): number {
  let sum = 0;
  for (let at = 1; at <= choose; at += 1) sum += Math.log((candidates - choose + at) / at);
  return sum;
}

function sizesOf(candidateOf: Int32Array): Int32Array {
  let candidates = 0;
  for (const candidate of candidateOf) candidates = Math.max(candidates, candidate + 1);
  const sizes = new Int32Array(candidates);
  for (const candidate of candidateOf) if (candidate >= 0) sizes[candidate] = (sizes[candidate] ?? 0) + 1;
  return sizes;
}

function refuse({ people }: Network, { candidateOf, choose, error, risk }: Launch): void {
  if (candidateOf.length !== people) throw new RangeError('Every person has one place in the list of candidates.');
  if (!Number.isInteger(choose) || choose < 1) throw new RangeError('One candidate or more is chosen.');
  if (!(error > 0 && error < GREEDY)) throw new RangeError('The error is above 0 and below 1 − 1/e.');
  if (!(risk > 0 && risk < 1)) throw new RangeError('The risk is above 0 and below 1.');
}
