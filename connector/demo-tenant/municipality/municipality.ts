import { createHash } from 'node:crypto';
import type { SentMessage, Service, World } from '../world.ts';
import { DAY_MS, quarterStarts } from './calendar.ts';
import { at } from './chance.ts';
import { drawCircles, type Circles } from './circles.ts';
import { makeCorrespondents, type Correspondent } from './correspondents.ts';
import { makeGroups } from './lists.ts';
import { DOMAIN, guid, OLD_DOMAIN, ORGANISATION, PUPIL_DOMAIN, START_DOMAIN } from './names.ts';
import { makeRoster, type Roster } from './roster.ts';
import { MailWriter } from './sent-mail.ts';
import { STORY } from './story.ts';
import { Together, type Span } from './together.ts';
import { servicesOfPupil, servicesUsed, type StoryDays } from './usage.ts';

const SEED = 'elvestrand';

/**
 * An invented Norwegian municipality: 2,000 employees in 33 units, a council of 45, 2,500 pupils, and the five complete
 * quarters before today with the story in `story.ts`. No person, place or address in it exists.
 *
 * @param today milliseconds since 1970; the last complete quarter before it is the fifth
 * @param seed another text, another municipality with the same story
 * @returns a world that makes its messages when they are asked for; itself it takes about 10 MB and 200 ms
 */
export function municipality({ today, seed = SEED }: { readonly today: number; readonly seed?: string }): World {
  const seedNumber = createHash('sha256').update(seed).digest().readInt32BE();
  const quarters = quarterStarts(today);
  const roster = makeRoster(seed, seedNumber);
  const groups = makeGroups(seed, seedNumber, roster);
  const [from, to] = [at(quarters, 0), at(quarters, 5)];
  const span = { from, to, story: storyDays(quarters) };
  const circles = drawCircles(roster.staff, seedNumber);
  const life = new Life(roster, seedNumber, span, circles);
  const together = new Together({ roster, seed, seedNumber }, span, circles);
  return {
    tenantId: guid(seed, 'tenant'),
    organisation: ORGANISATION,
    domains: [DOMAIN, OLD_DOMAIN, PUPIL_DOMAIN, START_DOMAIN],
    accounts: roster.accounts,
    groups,
    positiveGroupId: at(groups, 0).id,
    from,
    to,
    holds: ['mail', 'meetings', 'chats', 'chat-messages', 'calls', 'usage'],
    sentMessages: (accountId, first, last) => life.sentMessages(accountId, first, last),
    usageOn: (dayStart) => life.usageOn(dayStart),
    meetings: (accountId, first, last) => together.meetings(accountId, first, last),
    chats: (accountId) => together.chatBook.chats(accountId),
    chat: (chatId) => together.chatBook.chat(chatId),
    chatMessages: (accountId, first, last) => together.chatMessages(accountId, first, last),
    calls: (first, last) => together.calls(first, last),
    call: (callId) => together.call(callId),
  };
}

function storyDays(quarters: readonly number[]): StoryDays {
  const dayAfter = (quarter: number, days: number): number => at(quarters, quarter) / DAY_MS + days;
  const planner = dayAfter(STORY.planner.quarter, STORY.planner.afterDays);
  return {
    rooms: dayAfter(STORY.sharedRooms.quarter, STORY.sharedRooms.afterDays),
    planner,
    plannerEnd: planner + STORY.planner.days,
  };
}

/** What people do; it holds who is who and nothing of what happened. */
class Life {
  readonly #roster: Roster;
  readonly #seed: number;
  readonly #span: Span;
  readonly #writer: MailWriter;
  readonly #writers: ReadonlyMap<number, Correspondent>;
  readonly #places: ReadonlyMap<string, number>;

  constructor(roster: Roster, seed: number, span: Span, circles: ReadonlyMap<number, Circles>) {
    this.#roster = roster;
    this.#seed = seed;
    this.#span = span;
    this.#writers = makeCorrespondents(roster, circles);
    this.#places = new Map(roster.accounts.map((account, place) => [account.id, place]));
    const [first, last] = [span.from / DAY_MS, span.to / DAY_MS];
    this.#writer = new MailWriter(roster, seed, { from: first, to: last, launch: span.story.rooms });
  }

  *sentMessages(accountId: string, from: number, to: number): Generator<SentMessage> {
    const writer = this.#writers.get(this.#places.get(accountId) ?? -1);
    if (writer === undefined) return;
    const end = Math.min(to, this.#span.to);
    for (let day = Math.floor(Math.max(from, this.#span.from) / DAY_MS); day * DAY_MS < end; day += 1) {
      for (const message of this.#writer.mailsOn(writer, day)) {
        if (message.sentAt >= from && message.sentAt < to) yield message;
      }
    }
  }

  *usageOn(dayStart: number): Generator<{ readonly accountId: string; readonly services: readonly Service[] }> {
    if (dayStart < this.#span.from || dayStart >= this.#span.to) return;
    const day = Math.floor(dayStart / DAY_MS);
    for (const person of this.#roster.staff) {
      const writer = this.#writers.get(person.index);
      const wrote = writer !== undefined && this.#writer.countOn(writer, day) > 0;
      const services = servicesUsed(person, day, wrote, this.#seed, this.#span.story);
      if (services.length > 0) yield { accountId: at(this.#roster.accounts, person.index).id, services };
    }
    for (const index of this.#roster.pupils) {
      const services = servicesOfPupil(index, day, this.#seed);
      if (services.length > 0) yield { accountId: at(this.#roster.accounts, index).id, services };
    }
  }
}
