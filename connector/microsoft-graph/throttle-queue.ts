import { bucketOf, type Bucket } from './bucket.ts';
import { CircuitBreaker } from './circuit-breaker.ts';
import { Fifo } from './fifo.ts';
import { Heap } from './heap.ts';
import { LONGEST_TOLD_MS, TryAgain } from './patience.ts';
import { Pause } from './pause.ts';
import type { Place } from './service-limits.ts';
import { Slowdown } from './slowdown.ts';
import { Lane, type Admitted, type Waiter } from './throttle-lane.ts';
import type { Verdict } from './throttle-verdict.ts';

/** What becomes of a service: it asked for a pause, it failed again and again and is left alone, it is well again. */
export interface ServiceState {
  readonly state: 'paused' | 'left-alone' | 'well';
  /** How long nothing is sent to it; 0 where it is well. */
  readonly ms: number;
}

/**
 * Those who wait for one service, in the order in which they came. Whose own mailbox, user, chat or report has no room
 * is passed by, so that it holds nobody else; nobody is passed by for any other reason. Memory: one lane for each of
 * those that waits, is being read, or was read within its window.
 */
export class ThrottleQueue {
  readonly #random: (size: number) => Uint8Array;
  readonly #buckets: readonly Bucket[];
  readonly #breaker: CircuitBreaker;
  readonly #pause = new Pause();
  readonly #slowdown = new Slowdown();
  readonly #tell: (state: ServiceState) => void;
  readonly #lanes = new Map<string, Lane>();
  /** Those in which somebody waits. */
  readonly #awaited = new Set<Lane>();
  /** Lanes as they were made and as their requests ended: one entry each time. */
  readonly #used = new Fifo<Lane>();
  /** Lanes in turn by the ticket of their first, and those that wait for a moment by that moment. */
  readonly #inTurn = new Heap<Lane>();
  readonly #untilAMoment = new Heap<Lane>();

  /** @param tell told each time the service begins to be left alone, and when it is well again */
  constructor(place: Place, random: (size: number) => Uint8Array, tell: (state: ServiceState) => void) {
    this.#tell = tell;
    this.#random = random;
    this.#buckets = place.serviceLimits.map(bucketOf);
    this.#breaker = new CircuitBreaker(random);
  }

  get isAwaited(): boolean {
    return this.#awaited.size > 0;
  }

  /** How many mailboxes, users, chats or reports are remembered. */
  get lanes(): number {
    return this.#lanes.size;
  }

  /**
   * Takes a place in the queue.
   *
   * @returns the way out of it, for who gives up
   */
  enter(place: Place, waiter: Waiter, now: number): () => void {
    const lane = this.#lanes.get(place.lane) ?? this.#newLane(place);
    lane.waiting.push(waiter);
    this.#awaited.add(lane);
    if (lane.place === 'nowhere') this.#putInTurn(lane);
    if (this.#pause.until - now > LONGEST_TOLD_MS) this.sendAway(new TryAgain('busy', this.#pause.until - now));
    return () => {
      lane.waiting.remove(waiter);
      if (lane.waiting.first === undefined) this.#awaited.delete(lane);
    };
  }

  /**
   * Admits the next one if there is one whom everything permits.
   *
   * @param shared a bucket that all services fill
   * @returns 'admitted', or the first moment at which asking again makes sense: Infinity where an answer must come, or
   *   somebody, first
   */
  next(shared: Bucket, now: number): 'admitted' | number {
    this.#wake(now);
    for (let turn = this.#inTurn.first; turn !== undefined; turn = this.#inTurn.first) {
      const { rank, item: lane } = turn;
      const { first } = lane.waiting;
      const ownRoom = first === undefined ? now : lane.roomAt(first.units, now);
      if (first === undefined || first.ticket !== rank) {
        this.#putInTurn(this.#inTurn.pop());
      } else if (ownRoom > now) {
        this.#putAside(this.#inTurn.pop(), ownRoom);
      } else {
        const room = Math.max(this.#roomAt(first.units, now), shared.roomAt(1, now));
        if (room > now) return room;
        this.#admit(lane, first, now);
        return 'admitted';
      }
    }
    return this.#untilAMoment.first?.rank ?? Infinity;
  }

  /** A request is over. What a failed probe met, all who wait for the service meet too, without a request. */
  settle({ lane, units, sentAt, isProbe }: Admitted, verdict: Verdict, now: number): void {
    const counted = Math.max(units, verdict.units ?? 0);
    const { openings } = this.#breaker;
    const pausedUntil = this.#pause.until;
    this.#slowdown.settle(units, counted, verdict.usedShare, sentAt, now);
    for (const bucket of this.#buckets) bucket.settle(units, counted, now);
    lane.settle(units, counted, now);
    if (verdict.pauses === 'lane') lane.pause(sentAt, now, verdict.toldMs, this.#random);
    if (verdict.pauses === 'service') this.#pause.begin(sentAt, now, verdict.toldMs, this.#random);
    if (verdict.trouble === undefined) this.#pause.end(sentAt);
    const probeFailed = this.#breaker.settle(verdict.trouble !== undefined && verdict.pauses !== 'lane', isProbe, now);
    if (this.#pause.until > Math.max(now, pausedUntil)) this.#tell({ state: 'paused', ms: this.#pause.until - now });
    if (this.#breaker.openings > openings) this.#tell({ state: 'left-alone', ms: this.#breaker.openUntil - now });
    if (this.#breaker.openings < openings) this.#tell({ state: 'well', ms: 0 });
    if (probeFailed) this.sendAway(new TryAgain(verdict.trouble ?? 'busy'));
    if (this.#pause.until - now > LONGEST_TOLD_MS) this.sendAway(new TryAgain('busy', this.#pause.until - now));
    if (lane.place === 'until-an-answer') this.#putInTurn(lane);
    this.#note(lane);
    this.#forget(now);
  }

  /** Everybody who waits fails with this. */
  sendAway(error: Error): void {
    for (const lane of this.#awaited) for (const waiter of lane.waiting.empty()) waiter.refuse(error);
    this.#awaited.clear();
  }

  #newLane(place: Place): Lane {
    const lane = new Lane(place.lane, place.laneLimits);
    this.#lanes.set(place.lane, lane);
    this.#note(lane);
    return lane;
  }

  #note(lane: Lane): void {
    lane.notes += 1;
    this.#used.push(lane);
  }

  #admit(lane: Lane, waiter: Waiter, now: number): void {
    const { units } = waiter;
    for (const bucket of this.#buckets) bucket.take(units, now);
    this.#slowdown.take(units);
    lane.take(units, now);
    lane.waiting.shift();
    if (lane.waiting.first === undefined) this.#awaited.delete(lane);
    this.#putInTurn(this.#inTurn.pop());
    waiter.admit({ lane, units, sentAt: now, isProbe: this.#breaker.pass() });
  }

  #roomAt(units: number, now: number): number {
    const free = Math.max(this.#breaker.freeAt(now), this.#pause.until, this.#slowdown.roomAt(units, now));
    return this.#buckets.reduce((at, bucket) => Math.max(at, bucket.roomAt(units, now)), free);
  }

  #putInTurn(lane: Lane | undefined): void {
    if (lane === undefined) return;
    const { first } = lane.waiting;
    lane.place = first === undefined ? 'nowhere' : 'in-turn';
    if (first !== undefined) this.#inTurn.push(first.ticket, lane);
  }

  #putAside(lane: Lane | undefined, until: number): void {
    if (lane === undefined) return;
    lane.place = until === Infinity ? 'until-an-answer' : 'until-a-moment';
    if (until !== Infinity) this.#untilAMoment.push(until, lane);
  }

  #wake(now: number): void {
    while ((this.#untilAMoment.first?.rank ?? Infinity) <= now) this.#putInTurn(this.#untilAMoment.pop());
  }

  #forget(now: number): void {
    for (let lane = this.#used.first; lane !== undefined; lane = this.#used.first) {
      if (lane.notes === 1 && !lane.isIdle(now)) return;
      if (lane.notes === 1) this.#lanes.delete(lane.key);
      lane.notes -= 1;
      this.#used.shift();
    }
  }
}
