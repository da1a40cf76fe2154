import { DAY_MS, weekNumber } from './calendar.ts';
import { fractionOf, mix } from './chance.ts';
import type { Gathering } from './gatherings.ts';
import type { WorkingDays } from './working-days.ts';

/** One time that a gathering was called together. */
export interface Occurrence {
  readonly gathering: Gathering;
  readonly day: number;
  readonly start: number;
  readonly end: number;
  /** Called off. */
  readonly cancelled: boolean;
  /** Moved or made longer against its series. */
  readonly exception: boolean;
}

const SEED_OCCURS = 62;
const SEED_CHANGES = 63;
const SEED_PRESENT = 64;
const MORNING_MS = 6 * 3_600_000;
const MINUTE = 60_000;
const EPOCH_WEEKDAY = 3;

/** Says when gatherings occur: a matter of (seed, gathering, day) alone, so that all who are asked agree. */
export class Occurrences {
  readonly #seed: number;
  readonly #days: WorkingDays;

  constructor(seed: number, days: WorkingDays) {
    this.#seed = seed;
    this.#days = days;
  }

  /** The occurrence of a day; undefined when there is none. */
  on(gathering: Gathering, day: number): Occurrence | undefined {
    if (day < gathering.since) return undefined;
    const { series } = gathering;
    if (series !== undefined) {
      if ((day + EPOCH_WEEKDAY) % 7 !== series.weekday) return undefined;
      if ((weekNumber(day) + gathering.index) % series.everyWeeks !== 0) return undefined;
    }
    const likely = this.#days.share(gathering.rhythm, day) * (series === undefined ? gathering.aDay : 1);
    if (fractionOf(mix(this.#seed, SEED_OCCURS, 0), gathering.index, day) >= likely) return undefined;
    return this.#occurrence(gathering, day);
  }

  /** What a member did: came, declined, half promised, did not answer. */
  answer(gathering: Gathering, day: number, member: number): 'accepted' | 'declined' | 'tentativelyAccepted' | 'none' {
    const draw = fractionOf(mix(this.#seed, SEED_PRESENT, gathering.index), member, day);
    if (draw < 0.78) return 'accepted';
    if (draw < 0.86) return 'none';
    return draw < 0.93 ? 'declined' : 'tentativelyAccepted';
  }

  #occurrence(gathering: Gathering, day: number): Occurrence {
    const draw = fractionOf(mix(this.#seed, SEED_CHANGES, 0), gathering.index, day);
    const exception = gathering.series !== undefined && draw > 0.93;
    const start = day * DAY_MS + MORNING_MS + gathering.minute * MINUTE + (exception ? 15 * MINUTE : 0);
    const minutes = gathering.minutes + (draw > 0.985 ? 240 : 0);
    return { gathering, day, start, end: start + minutes * MINUTE, cancelled: draw < 0.04, exception };
  }
}
