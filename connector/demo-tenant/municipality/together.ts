import type { Call, ChatMessage, Meeting } from '../world.ts';
import { DAY_MS } from './calendar.ts';
import { CallWriter } from './calls.ts';
import { ChatBook } from './chats.ts';
import type { Circles } from './circles.ts';
import { byMember, drawGatherings } from './gatherings.ts';
import { CalendarWriter } from './meetings.ts';
import { Occurrences } from './occurrences.ts';
import type { Roster } from './roster.ts';
import type { StoryDays } from './usage.ts';
import { WorkingDays } from './working-days.ts';

/** The first moment and the one after the last, and the days of the story. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly story: StoryDays;
}

/** What people do with one another at the same time: meetings, calls, chats. It holds who gathers, not what happened. */
export class Together {
  readonly chatBook: ChatBook;
  readonly #span: Span;
  readonly #places: ReadonlyMap<string, number>;
  readonly #calendars: CalendarWriter;
  readonly #calls: CallWriter;

  constructor(
    tenant: { readonly roster: Roster; readonly seed: string; readonly seedNumber: number },
    span: Span,
    circles: ReadonlyMap<number, Circles>,
  ) {
    const { roster, seedNumber } = tenant;
    const [from, to, launch] = [span.from / DAY_MS, span.to / DAY_MS, span.story.rooms];
    const days = new WorkingDays(from, to);
    const gatherings = drawGatherings(roster, circles, seedNumber, launch);
    const occurrences = new Occurrences(seedNumber, days);
    this.#span = span;
    this.#places = new Map(roster.staff.map(({ index }) => [roster.accounts[index]?.id ?? '', index]));
    this.#calendars = new CalendarWriter(roster, seedNumber, byMember(gatherings), occurrences);
    this.#calls = new CallWriter(roster, seedNumber, gatherings, occurrences, days);
    this.chatBook = new ChatBook(tenant, gatherings, days, { from, launch });
  }

  *meetings(accountId: string, from: number, to: number): Generator<Meeting> {
    const owner = this.#places.get(accountId);
    if (owner === undefined) return;
    // Meetings of the evening before may touch the span.
    for (const day of this.#daysOf(from - DAY_MS, to)) {
      for (const meeting of this.#calendars.meetingsOn(owner, day)) {
        if (meeting.start < to && (meeting.end > from || meeting.start >= from)) yield meeting;
      }
    }
  }

  /** Meetings with others that somebody called and came to on a day. */
  meetingsCounted(accountId: string, day: number): { meetingsOrganized: number; meetingsAttended: number } {
    const owner = this.#places.get(accountId) ?? -1;
    const held = this.#calendars.meetingsOn(owner, day).filter((each) => !each.cancelled && each.attendees.length > 0);
    return {
      meetingsOrganized: held.filter(({ response }) => response === 'organizer').length,
      meetingsAttended: held.filter(({ response }) => response === 'organizer' || response === 'accepted').length,
    };
  }

  *chatMessages(accountId: string, from: number, to: number): Generator<ChatMessage> {
    yield* this.chatBook.editedIn(accountId, from, to);
    for (const day of this.#daysOf(from, to)) {
      for (const message of this.chatBook.messagesOn(accountId, day)) {
        if (message.sentAt >= from && message.sentAt < to) yield message;
      }
    }
  }

  *calls(from: number, to: number): Generator<Call> {
    for (const day of this.#daysOf(from, to)) {
      for (const call of this.#calls.callsOn(day)) if (call.start >= from && call.start < to) yield call;
    }
  }

  call(callId: string): Call | undefined {
    return this.#calls.call(callId);
  }

  *#daysOf(from: number, to: number): Generator<number> {
    const end = Math.min(to, this.#span.to);
    for (let day = Math.floor(Math.max(from, this.#span.from) / DAY_MS); day * DAY_MS < end; day += 1) yield day;
  }
}
