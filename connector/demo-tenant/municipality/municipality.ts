import { createHash } from 'node:crypto';
import type { Account, SentMessage, Usage, UsageFigures, World } from '../world.ts';
import { activityOn, DAY_MS, quarterStarts } from './calendar.ts';
import { at } from './chance.ts';
import { drawCircles, type Circles } from './circles.ts';
import { makeCorrespondents, type Correspondent } from './correspondents.ts';
import { makeGroups } from './lists.ts';
import { DOMAIN, guid, OLD_DOMAIN, ORGANISATION, PUPIL_DOMAIN, START_DOMAIN } from './names.ts';
import { makeRoster, type Roster, type Staff } from './roster.ts';
import { MailWriter } from './sent-mail.ts';
import { STORY } from './story.ts';
import { Together, type Span } from './together.ts';
import { figuresOf, hasCopilot, moreServices } from './usage-figures.ts';
import { rhythmOf, servicesOfPupil, servicesUsed, type StoryDays } from './usage.ts';

const SEED = 'elvestrand';
/** Enough of the open quarter to see what is held; each more would be read for nothing that is shown. */
const OPEN_DAYS = 28;
/** What happened yesterday is not in the reports of today. */
const REPORTED_LATER_DAYS = 1;

/**
 * An invented Norwegian municipality: 2,000 employees in 33 units, a council of 45, 2,500 pupils, and the five complete
 * quarters before today with the story in `story.ts`. It goes on into the open quarter as the story left it, for at most
 * four weeks. No person, place or address in it exists.
 *
 * @param today milliseconds since 1970; the last complete quarter before it is the fifth. Of the open one nothing is there
 *   in its first two days
 * @param seed another text, another municipality with the same story
 * @returns a world that makes its messages when they are asked for; itself it takes about 10 MB and 200 ms
 */
export function municipality({ today, seed = SEED }: { readonly today: number; readonly seed?: string }): World {
  const seedNumber = createHash('sha256').update(seed).digest().readInt32BE();
  const quarters = quarterStarts(today);
  const roster = makeRoster(seed, seedNumber);
  const groups = makeGroups(seed, seedNumber, roster);
  const [from, to] = [at(quarters, 0), endOfDays(at(quarters, 5), today)];
  const span = { from, to, story: storyDays(quarters) };
  const circles = drawCircles(roster.staff, seedNumber);
  const together = new Together({ roster, seed, seedNumber }, span, circles);
  const life = new Life(roster, seedNumber, span, circles, together);
  return {
    tenantId: guid(seed, 'tenant'),
    organisation: ORGANISATION,
    domains: [DOMAIN, OLD_DOMAIN, PUPIL_DOMAIN, START_DOMAIN],
    accounts: withCopilot(roster, seedNumber),
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

/** No later than reports tell of, so that whoever reads it needs no clock that runs ahead of today. */
function endOfDays(openedAt: number, today: number): number {
  const reported = (Math.floor(today / DAY_MS) - REPORTED_LATER_DAYS) * DAY_MS;
  return Math.max(openedAt, Math.min(openedAt + OPEN_DAYS * DAY_MS, reported));
}

/** Copilot's licence comes on top of another: the accounts are otherwise as the roster has them. */
function withCopilot({ accounts, staff }: Roster, seed: number): Account[] {
  const licensed = new Set(staff.filter((person) => hasCopilot(person, seed)).map(({ index }) => index));
  return accounts.map((account, place) => (licensed.has(place) ? { ...account, copilot: true } : account));
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
  readonly #together: Together;

  constructor(roster: Roster, seed: number, span: Span, circles: ReadonlyMap<number, Circles>, together: Together) {
    this.#together = together;
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

  *usageOn(dayStart: number): Generator<Usage> {
    if (dayStart < this.#span.from || dayStart >= this.#span.to) return;
    const day = Math.floor(dayStart / DAY_MS);
    for (const person of this.#roster.staff) {
      const usage = this.#usageOf(person, day);
      if (usage.services.length > 0) yield usage;
    }
    for (const index of this.#roster.pupils) {
      const services = servicesOfPupil(index, day, this.#seed);
      if (services.length > 0) yield { accountId: at(this.#roster.accounts, index).id, services };
    }
  }

  #usageOf(person: Staff, day: number): Usage {
    const writer = this.#writers.get(person.index);
    const mailsSent = writer === undefined ? 0 : this.#writer.countOn(writer, day);
    const services = [
      ...servicesUsed(person, day, mailsSent > 0, this.#seed, this.#span.story),
      ...moreServices(person, day, this.#seed, activityOn(day, rhythmOf(person))),
    ];
    const accountId = at(this.#roster.accounts, person.index).id;
    const figures = (): UsageFigures =>
      figuresOf(person.index, day, this.#seed, services, {
        mailsSent,
        ...this.#together.meetingsCounted(accountId, day),
      });
    return { accountId, services, figures };
  }
}
