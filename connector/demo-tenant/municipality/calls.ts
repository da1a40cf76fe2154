import type { Call, CallParticipant } from '../world.ts';
import { DAY_MS } from './calendar.ts';
import { at, fractionOf, mix } from './chance.ts';
import type { Gathering } from './gatherings.ts';
import { joinUrlOf } from './meetings.ts';
import type { Occurrences } from './occurrences.ts';
import type { Roster } from './roster.ts';
import type { WorkingDays } from './working-days.ts';

const SEED_RINGS = 67;
const SEED_TALK = 68;
const MINUTE = 60_000;
const MORNING_MS = 6 * 3_600_000;
/** Calls between two who have a chat against the meetings of the same two. */
const RINGS_A_MEETING = 0.2;

/** Writes the calls of the municipality: its online meetings as they were held, and those who just ring. */
export class CallWriter {
  readonly #roster: Roster;
  readonly #seed: number;
  readonly #gatherings: readonly Gathering[];
  readonly #occurrences: Occurrences;
  readonly #days: WorkingDays;

  constructor(
    roster: Roster,
    seed: number,
    gatherings: readonly Gathering[],
    occurrences: Occurrences,
    days: WorkingDays,
  ) {
    this.#roster = roster;
    this.#seed = seed;
    this.#gatherings = gatherings;
    this.#occurrences = occurrences;
    this.#days = days;
  }

  /** Everybody's calls of one day, by beginning. */
  callsOn(day: number): Call[] {
    const calls = this.#gatherings.flatMap((gathering) => [
      this.#held(gathering, day) ?? [],
      this.#rung(gathering, day) ?? [],
    ]);
    return calls.flat().sort((one, other) => one.start - other.start);
  }

  /** The call of an id: ids say which gathering it was, on which day, and whether somebody rang. */
  call(id: string): Call | undefined {
    const [, place, day, kind] = /^([0-9a-f]{8})-([0-9a-f]{4})-4([01])/.exec(id) ?? [];
    const gathering = this.#gatherings[Number.parseInt(place ?? '', 16)];
    if (gathering === undefined || day === undefined) return undefined;
    const on = Number.parseInt(day, 16);
    const call = kind === '1' ? this.#rung(gathering, on) : this.#held(gathering, on);
    return call?.id === id ? call : undefined;
  }

  // Whoever neither declined nor kept silent was there; those who were too few made no call.
  #held(gathering: Gathering, day: number): Call | undefined {
    if (!gathering.online) return undefined;
    const occurrence = this.#occurrences.on(gathering, day);
    if (occurrence === undefined || occurrence.cancelled) return undefined;
    const came = gathering.others.filter((other) => this.#occurrences.answer(gathering, day, other) === 'accepted');
    const outside: CallParticipant[] =
      gathering.kind === 'outside' ? [{ kind: 'guest', id: `gjest-${gathering.index}` }] : [];
    if (came.length + outside.length === 0) return undefined;
    const late = Math.floor(5 * MINUTE * this.#draw(SEED_TALK, gathering, day));
    return {
      id: idOf(gathering, day, '0'),
      kind: 'groupCall',
      start: occurrence.start + late,
      end: occurrence.end - late,
      organizerId: this.#idAt(gathering.organizer),
      participants: [...[gathering.organizer, ...came].map((place) => this.#participant(place)), ...outside],
      joinUrl: joinUrlOf(gathering, day),
    };
  }

  #rung(gathering: Gathering, day: number): Call | undefined {
    if (gathering.kind !== 'pair' || !gathering.chat || day < gathering.since) return undefined;
    const likely = gathering.aDay * RINGS_A_MEETING * this.#days.share(gathering.rhythm, day);
    if (this.#draw(SEED_RINGS, gathering, day) >= likely) return undefined;
    const talk = this.#draw(SEED_TALK, gathering, day);
    const start = day * DAY_MS + MORNING_MS + Math.floor(talk * 9 * 60) * MINUTE;
    const pair = [gathering.organizer, ...gathering.others];
    const [caller = 0, called = 0] = talk < 0.5 ? pair : pair.toReversed();
    return {
      id: idOf(gathering, day, '1'),
      kind: 'peerToPeer',
      start,
      end: start + Math.ceil(20 * talk) * MINUTE,
      organizerId: this.#idAt(caller),
      participants: [this.#participant(caller), this.#participant(called)],
      joinUrl: null,
    };
  }

  #draw(section: number, { index }: Gathering, day: number): number {
    return fractionOf(mix(this.#seed, section, 0), index, day);
  }

  #idAt(place: number): string {
    return at(this.#roster.accounts, place).id;
  }

  #participant(place: number): CallParticipant {
    return { kind: 'user', id: this.#idAt(place) };
  }
}

function idOf({ index }: Gathering, day: number, kind: '0' | '1'): string {
  const hex = (value: number, digits: number): string =>
    (value >>> 0).toString(16).padStart(digits, '0').slice(-digits);
  const check = hex(mix(index, day, 2), 8) + hex(mix(day, index, 3), 8);
  return [
    hex(index, 8),
    hex(day, 4),
    `4${kind}${check.slice(0, 2)}`,
    `8${check.slice(2, 5)}`,
    `${check.slice(5, 16)}0`,
  ].join('-');
}
