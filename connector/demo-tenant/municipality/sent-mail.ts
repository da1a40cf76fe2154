import type { SentMessage } from '../world.ts';
import { DAY_MS, weekNumber } from './calendar.ts';
import { at, Chance, fractionOf, mix } from './chance.ts';
import { KINDS, type Correspondent, type Manner } from './correspondents.ts';
import { Addresser } from './recipients.ts';
import type { Roster } from './roster.ts';
import { WorkingDays } from './working-days.ts';

const SEED_DAYS = 51;
const SEED_AWAY = 52;

/** Share of weeks somebody is away. */
const AWAY = 0.05;
const WORKDAY_START_MS = 6 * 3_600_000;
const WORKDAY_MS = 9.5 * 3_600_000;

// prettier-ignore
const SUBJECTS = [
  'Møte på tirsdag', 'Oppdatert plan', 'Vedrørende timeplan', 'Referat', 'Spørsmål om vikar', 'Til orientering',
  'Budsjett neste år', 'Svar på henvendelse', 'Kan du se på denne?', 'Samtykke', 'Ansvarsgruppe', 'Ferieliste',
  'Ny rutine', 'Avvik', 'Bestilling', 'Innkalling', 'Takk for sist', 'Frist fredag', 'Opplæring', 'Nøkler og adgang',
] as const;

/** Days since 1970: the first, the one after the last, and the first with shared rooms. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
  readonly launch: number;
}

/**
 * Writes the mail of one tenant. What is written on a day depends on (seed, account, day) alone, so every span gives the
 * same messages and nothing is kept between two askings.
 */
export class MailWriter {
  readonly #addresser: Addresser;
  readonly #seed: number;
  readonly #span: DaySpan;
  readonly #days: WorkingDays;

  constructor(roster: Roster, seed: number, span: DaySpan) {
    this.#addresser = new Addresser(roster, seed);
    this.#seed = seed;
    this.#span = span;
    this.#days = new WorkingDays(span.from, span.to);
  }

  /** How many mails somebody sent on a day. Cheap: no mail is written. */
  countOn(writer: Correspondent, day: number): number {
    return this.#count(this.#chanceOf(writer, day), writer, day);
  }

  /** The mails of one day, oldest first. */
  *mailsOn(writer: Correspondent, day: number): Generator<SentMessage> {
    const chance = this.#chanceOf(writer, day);
    const count = this.#count(chance, writer, day);
    if (count === 0) return;
    const manner = this.#mannerOn(writer, day);
    const times = Float64Array.from({ length: count }, () => Math.floor(chance.fraction() * WORKDAY_MS)).sort();
    for (const time of times) yield this.#write(chance, writer, manner, day * DAY_MS + WORKDAY_START_MS + time);
  }

  #chanceOf(writer: Correspondent, day: number): Chance {
    return new Chance(mix(mix(this.#seed, SEED_DAYS, 0), writer.index, day));
  }

  #mannerOn(writer: Correspondent, day: number): Manner {
    return day < this.#span.launch ? writer.before : writer.after;
  }

  #count(chance: Chance, writer: Correspondent, day: number): number {
    const full = this.#days.share(writer.rhythm, day);
    const away = fractionOf(mix(this.#seed, SEED_AWAY, 0), writer.index, weekNumber(day)) < AWAY;
    return chance.count(away ? 0 : full * this.#mannerOn(writer, day).aDay);
  }

  #write(chance: Chance, writer: Correspondent, manner: Manner, sentAt: number): SentMessage {
    const place = chance.fraction();
    const kind = KINDS[manner.upTo.findIndex((upTo) => place < upTo)] ?? 'partner';
    const recipients = this.#addresser.recipients(chance, writer.unit, manner.circle, kind);
    if (chance.happens(0.02)) recipients.cc.push(this.#addresser.address(chance, writer.index));
    const subject = chance.oneOf(SUBJECTS);
    const message = {
      sentAt,
      ...recipients,
      subject: chance.happens(0.3) ? `Sak ${chance.below(9000) + 1000}: ${subject}` : subject,
      draft: chance.happens(0.004),
      meeting: kind === 'meeting',
    };
    if (!chance.happens(writer.onBehalf) || manner.circle.own === 0) return message;
    const sender = at(manner.circle.partners, chance.below(manner.circle.own));
    return { ...message, senderAddress: this.#addresser.primary(sender) };
  }
}
