import { activityOn, type Rhythm } from './calendar.ts';

/** Work done on a day against an ordinary one, for each rhythm; looked up, for it is asked for millions of times. */
export class WorkingDays {
  readonly #from: number;
  readonly #shares: Readonly<Record<Rhythm, Float64Array>>;

  /** @param from first day and `to` the day after the last, counted from 1970 */
  constructor(from: number, to: number) {
    const table = (rhythm: Rhythm): Float64Array =>
      Float64Array.from({ length: to - from }, (_, place) => activityOn(from + place, rhythm));
    this.#from = from;
    this.#shares = { office: table('office'), school: table('school'), care: table('care'), council: table('council') };
  }

  /** 0 outside the span. */
  share(rhythm: Rhythm, day: number): number {
    return this.#shares[rhythm][day - this.#from] ?? 0;
  }
}
