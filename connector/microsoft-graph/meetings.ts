import type { Interaction } from '../privacy/interaction.ts';
import { RealIdentity } from '../privacy/real-identity.ts';
import { MEETING, ONLINE_MEETING } from './act-rule.ts';
import { companyOf } from './company.ts';
import { readMeetingEvent, type MeetingEvent } from './meeting-event.ts';
import { keptOf } from './pages.ts';
import type { Question } from './question.ts';
import type { PersonReading } from './reading.ts';
import { selectedFields, type SourceDeclaration } from './source-declaration.ts';
import { isDayOf, makeTally, type Tally } from './tally.ts';

export const meetingsSource = {
  name: 'meetings',
  endpoint: '/users/{id}/calendarView',
  permissions: [{ role: 'Calendars.ReadBasic.All', id: '8ba4a692-bc31-4128-9094-475872af8a53' }],
  fields: [
    { field: 'id', reason: 'tells an item that comes twice; not kept' },
    { field: 'start/dateTime', reason: 'the day of the act, and with the end how long; the hour is forgotten at once' },
    { field: 'start/timeZone', reason: 'a time in another zone would give another day; not kept' },
    { field: 'end/dateTime', reason: 'how long it lasted; kept as minutes shared by those who met' },
    { field: 'end/timeZone', reason: 'as start/timeZone' },
    { field: 'isCancelled', reason: 'a cancelled meeting was not held; not kept' },
    { field: 'isAllDay', reason: 'a whole day is no meeting; not kept' },
    { field: 'sensitivity', reason: 'what is marked as private or confidential is not counted; not kept' },
    { field: 'showAs', reason: 'time shown as free, away or elsewhere was not spent together; not kept' },
    { field: 'responseStatus/response', reason: 'a meeting its owner declined is not their act; not kept' },
    { field: 'organizer/emailAddress/address', reason: 'whom the act was toward; kept as pseudonym' },
    { field: 'attendees/emailAddress/address', reason: 'as organizer' },
    { field: 'attendees/type', reason: 'rooms and equipment are not people; not kept' },
    { field: 'hideAttendees', reason: 'who cannot see the others was in an audience; not kept' },
    { field: 'isOnlineMeeting', reason: 'of meetings held in Teams calls tell who came; kept as one word' },
    { field: 'onlineMeetingProvider', reason: 'as isOnlineMeeting' },
  ],
  unasked: ['organizer/emailAddress/name', 'attendees/emailAddress/name', 'attendees/status'],
} as const satisfies SourceDeclaration;

const EVENTS_A_PAGE = '1000';

/** Of one calendar: what is held around a table, or by telephone, and what is held in Teams. */
interface Tallies {
  readonly around: Tally;
  readonly inTeams: Tally;
}

/**
 * What one person did by meeting toward each other person, day by day: one row a day, kind and other. An act is a meeting of
 * 2–18 people of the directory in their own calendar, at most four hours long, that was not cancelled, all day, private
 * or declined by them and was not shown as free, away or elsewhere. Its minutes are shared among the others; shorter
 * than a minute is an act too. It belongs to the day it began, UTC.
 *
 * A meeting to be held in Teams is told apart, because of those the calls say who really came: which of the two counts is
 * decided when a period is read back, so that calendars and calls may be read in any order, and either one alone.
 *
 * A calendar speaks only for its owner: nothing is compared with anybody else's copy. Series arrive as their single
 * occurrences. Rooms count in nothing; outsiders, lists and other non-people neither count nor divide, and a meeting
 * with them counts once a day and kind of stranger, with no minutes. Where attendees are hidden only the organizer's
 * copy shows the company, so only that one counts.
 *
 * A meeting with a protected contact counts in nothing; an objector is passed over as if never invited. Nothing is
 * asked for a person who may not be read themselves.
 *
 * Cost: one request for every 1,000 entries.
 *
 * @throws Failure 'mailbox-missing' where there is none to open, and what `Get.json` throws; then nothing was read
 */
export async function readMeetings(options: PersonReading): Promise<Interaction[]> {
  if (options.mayInclude(options.person.identity) !== 'yes') return [];
  const { identity } = options.person;
  const tallies: Tallies = {
    around: makeTally(identity, MEETING, options.pseudonymOf),
    inTeams: makeTally(identity, ONLINE_MEETING, options.pseudonymOf),
  };
  const met = new Set<string>();
  let dropped = 0;
  for await (const event of keptOf(options.get, calendarQuestion(options), readMeetingEvent)) {
    if (event === undefined) dropped += 1;
    else if (!met.has(event.id)) count(event, tallies, options);
    if (event !== undefined) met.add(event.id);
  }
  options.noteDropped?.(dropped);
  return [...tallies.around.rows(), ...tallies.inTeams.rows()];
}

function calendarQuestion({ person, from, to }: PersonReading): Question {
  return {
    source: meetingsSource,
    values: { id: person.identity.reveal() },
    query: {
      startDateTime: `${from}T00:00:00Z`,
      endDateTime: `${to}T00:00:00Z`,
      $select: selectedFields(meetingsSource).join(','),
      $top: EVENTS_A_PAGE,
    },
    headers: { Prefer: 'outlook.timezone="UTC"' },
  };
}

/** The view also holds what began earlier and reaches into the span: that is another day's, and no fault of the entry. */
function count(event: MeetingEvent, tallies: Tallies, options: PersonReading): void {
  const { directory, person, mayInclude } = options;
  if (!event.isMeeting || !isDayOf(event.day, options)) return;
  const organizer = directory.resolve(event.organizer);
  const isOwn = organizer instanceof RealIdentity && organizer.equals(person.identity);
  if (event.hidesAttendees && !isOwn) return;
  const invited = event.attendees.map((address) => directory.resolve(address));
  const met = event.organizer === '' ? invited : [organizer, ...invited];
  const company = companyOf(met, { owner: person.identity, most: MEETING.mostOthers, mayInclude });
  const tally = event.isInTeams ? tallies.inTeams : tallies.around;
  if (company !== undefined) tally.add(event.day, company, event.milliseconds);
}
