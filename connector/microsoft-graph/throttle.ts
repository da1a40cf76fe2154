import { bucketOf } from './bucket.ts';
import type { Pace, Release } from './pace.ts';
import { GLOBAL, placeOf, type LimitSettings, type Place } from './service-limits.ts';
import { steadyClock } from './steady-clock.ts';
import { ThrottleQueue, type ServiceState } from './throttle-queue.ts';
import type { Admitted, Waiter } from './throttle-lane.ts';
import { verdictOf } from './throttle-verdict.ts';

export interface ThrottleOptions extends LimitSettings {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /**
   * Many of these run at once. What it throws ends the waiting of everybody who waits for the same service. The signal
   * is given when nobody waits any more: what is thrown then is nobody's to see.
   */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Cryptographic randomness, for the length of pauses. */
  readonly random: (size: number) => Uint8Array;
  /** Told when a service asked for a pause, is left alone, or is well again. */
  readonly note?: (note: ServiceNote) => void;
}

/** Said of one service, by the name service-limits.ts gives it. */
export interface ServiceNote extends ServiceState {
  readonly service: string;
}

export interface Throttle extends Pace {
  /**
   * The tenant has this many users, or more: what is known widens the directory's budget from the next request on. The
   * most that was ever told counts.
   */
  readonly tenantHas: (users: number) => void;
  /** How many mailboxes, users, chats, reports and call records it remembers, for figures of operation. */
  readonly remembered: () => number;
}

/**
 * Keeps everything one application asks of one tenant within Microsoft's published limits (service-limits.ts), so that
 * no request is sent which they forbid. Requests of one service go in the order in which they came, except that one
 * whose own mailbox, user, chat or report must wait is passed by; services do not wait for each other. When a service
 * says that it is too much, all of it pauses for as long as it asked; when it fails ten times in a row, it is left
 * alone and tried by one request at a time (circuit-breaker.ts).
 *
 * It has no timers of its own: it wakes by `wait` and by what is told it. Make one for each application and tenant: two
 * would each use the limits up.
 *
 * Cost: logarithmic in those who wait. Memory: those who wait, and a few hundred bytes for each mailbox asked for
 * within ten minutes.
 *
 * @see https://learn.microsoft.com/graph/throttling
 */
export function makeThrottle(options: ThrottleOptions): Throttle {
  const clock = steadyClock(options.now);
  const shared = bucketOf(GLOBAL);
  const settings: LimitSettings = { ...options };
  const services = new Map<string, Service>();
  let tickets = 0;

  /** Admits all who may go, one of each service by turns, and sleeps until the next may. */
  const pump = (woken: Iterable<Service>): void => {
    const now = clock();
    let left = [...woken];
    while (left.length > 0) {
      left = left.filter((service) => {
        const next = service.queue.next(shared, now);
        if (next === 'admitted') return true;
        sleep(service, next, now);
        return false;
      });
    }
  };
  const sleep = (service: Service, until: number, now: number): void => {
    if (until >= service.wakesAt) return;
    service.wakesAt = until;
    const wake = (): void => {
      if (service.wakesAt === until) service.wakesAt = Infinity;
      pump(services.values());
    };
    service.sleeping?.abort();
    const sleeping = new AbortController();
    service.sleeping = sleeping;
    options.wait(Math.ceil(until - now), sleeping.signal).then(wake, (error: unknown) => {
      if (sleeping.signal.aborted) return;
      service.wakesAt = Infinity;
      service.queue.sendAway(errorOf(error));
    });
  };
  /** Nobody waits: no timer may keep the process from ending. */
  const wakeNobody = (service: Service): void => {
    service.wakesAt = Infinity;
    service.sleeping?.abort();
  };
  const serviceOf = (place: Place): Service => {
    const service = services.get(place.service) ?? {
      queue: new ThrottleQueue(place, options.random, (state) => {
        options.note?.({ service: place.service, ...state });
      }),
      wakesAt: Infinity,
      sleeping: undefined,
    };
    services.set(place.service, service);
    return service;
  };
  const releaseOf = (service: Service, admitted: Admitted): Release => {
    let over = false;
    shared.take(1, admitted.sentAt);
    return (answer) => {
      if (over) return;
      over = true;
      const now = clock();
      shared.settle(1, 1, now);
      service.queue.settle(admitted, verdictOf(answer, options.now()), now);
      pump(services.values());
    };
  };
  return {
    admit: (question, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const place = placeOf(question, settings);
        const service = serviceOf(place);
        const giveUp = (): void => {
          leave();
          if (!service.queue.isAwaited) wakeNobody(service);
          reject(errorOf(signal?.reason));
        };
        const waiter: Waiter = {
          ticket: (tickets += 1),
          units: place.units,
          admit: (admitted) => {
            signal?.removeEventListener('abort', giveUp);
            resolve(releaseOf(service, admitted));
          },
          refuse: (error) => {
            signal?.removeEventListener('abort', giveUp);
            reject(error);
          },
        };
        signal?.addEventListener('abort', giveUp, { once: true });
        const leave = service.queue.enter(place, waiter, clock());
        pump([service]);
      }),
    tenantHas: (users) => {
      settings.tenantUsers = Math.max(users, settings.tenantUsers ?? 0);
    },
    remembered: () => Array.from(services.values(), ({ queue }) => queue.lanes).reduce((sum, lanes) => sum + lanes, 0),
  };
}

interface Service {
  readonly queue: ThrottleQueue;
  /** The earliest moment for which a wait has begun. */
  wakesAt: number;
  /** Ends that wait. */
  sleeping: AbortController | undefined;
}

function errorOf(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('The waiting for Microsoft Graph was ended.', { cause: reason });
}
