import { z } from 'zod';
import { dayOf, type Day } from '../privacy/period.ts';
import { LONGEST_MEETING_MS } from './act-rule.ts';
import { readMoment } from './moment.ts';

/** What is kept of one entry of a calendar while that calendar is read. */
export interface MeetingEvent {
  /** Tells an entry that comes twice. */
  readonly id: string;
  /** The day it began, UTC. */
  readonly day: Day;
  readonly milliseconds: number;
  /** As written; empty where Graph names nobody. */
  readonly organizer: string;
  /** Addresses of everybody invited, rooms and equipment left out, as written. */
  readonly attendees: readonly string[];
  /** True where only the organizer's own copy shows who was invited. */
  readonly hidesAttendees: boolean;
  /** True for a meeting to be held in Teams, of which calls tell who came. */
  readonly isInTeams: boolean;
  /** False for what is no act, whoever was invited: cancelled, all day, private, declined, or of time that was not spent. */
  readonly isMeeting: boolean;
}

/** Exchange names no zone in the text and another one beside it; asked for UTC, it must be UTC. */
const eventMoment = z
  .object({ dateTime: z.string(), timeZone: z.literal('UTC') })
  .transform(({ dateTime }) => readMoment(`${dateTime}Z`))
  .pipe(z.number());
const someone = z.object({ emailAddress: z.object({ address: z.string().nullish() }).nullish() });
const attendee = someone.extend({ type: z.string().nullish() });
/** `emailAddress.name`, subject, place and answers of others are left out here, so they are gone with their page. */
const event = z
  .object({
    id: z.string().min(1),
    start: eventMoment,
    end: eventMoment,
    isCancelled: z.boolean(),
    isAllDay: z.boolean(),
    sensitivity: z.string(),
    showAs: z.string(),
    responseStatus: z.object({ response: z.string() }),
    organizer: someone.nullish(),
    attendees: z.array(attendee).nullish(),
    hideAttendees: z.boolean().nullish(),
    isOnlineMeeting: z.boolean().nullish(),
    onlineMeetingProvider: z.string().nullish(),
  })
  .refine(({ start, end }) => start <= end);
type Event = z.infer<typeof event>;

/** Of what is held elsewhere, by telephone or in another service, no call record tells. */
const TEAMS = 'teamsForBusiness';

/** Time one was to be free, away or at another place is not a meeting (graph-facts §7). */
const TIME_NOT_SPENT: readonly string[] = ['free', 'oof', 'workingElsewhere'];

/**
 * Keeps the listed fields of one entry of a calendar and forgets the rest.
 *
 * @param item whatever Graph sent as an event; no type is trusted
 * @returns undefined where a listed field is missing or of another type, a time is not UTC or the end before the start:
 *   what cannot be told to be public and attended is not counted
 */
export function readMeetingEvent(item: unknown): MeetingEvent | undefined {
  const parsed = event.safeParse(item);
  if (!parsed.success) return undefined;
  const { id, start, end, organizer, attendees, hideAttendees, isOnlineMeeting, onlineMeetingProvider } = parsed.data;
  return {
    id,
    day: dayOf(start),
    milliseconds: end - start,
    organizer: addressOf(organizer),
    attendees: (attendees ?? [])
      .filter(({ type }) => type !== 'resource')
      .map(addressOf)
      .filter(Boolean),
    hidesAttendees: hideAttendees === true,
    isInTeams: isOnlineMeeting === true && onlineMeetingProvider === TEAMS,
    isMeeting: isMeeting(parsed.data),
  };
}

function isMeeting({ start, end, isCancelled, isAllDay, sensitivity, showAs, responseStatus }: Event): boolean {
  if (isCancelled || isAllDay || end - start > LONGEST_MEETING_MS) return false;
  // Every other word, those of tomorrow too, is a kind of private.
  if (sensitivity !== 'normal') return false;
  return responseStatus.response !== 'declined' && !TIME_NOT_SPENT.includes(showAs);
}

function addressOf(each: z.infer<typeof someone> | null | undefined): string {
  return each?.emailAddress?.address ?? '';
}
