import { createHash } from 'node:crypto';
import type { AccountIndex } from './account-index.ts';
import { emailAddress } from './address-json.ts';
import { nothingOf } from './csdl.ts';
import type { ZoneWriter } from './time-zone.ts';
import type { Account, Attendee, Meeting } from './world.ts';

/** A meeting in its owner's calendar. */
export interface CalendarEntry {
  readonly index: AccountIndex;
  readonly zone: ZoneWriter;
  readonly owner: Account;
  readonly meeting: Meeting;
}

/** What calendarView returns when nothing is selected, content aside. */
const USUAL = [
  ...['createdDateTime', 'lastModifiedDateTime', 'changeKey', 'categories', 'transactionId', 'originalStartTimeZone'],
  ...['originalEndTimeZone', 'iCalUId', 'reminderMinutesBeforeStart', 'isReminderOn', 'hasAttachments', 'subject'],
  ...['importance', 'sensitivity', 'isAllDay', 'isCancelled', 'isOrganizer', 'responseRequested', 'seriesMasterId'],
  ...['showAs', 'type', 'webLink', 'onlineMeetingUrl', 'isOnlineMeeting', 'onlineMeetingProvider'],
  ...['allowNewTimeProposals', 'isDraft', 'hideAttendees', 'recurrence', 'responseStatus', 'start', 'end', 'location'],
  ...['locations', 'attendees', 'organizer', 'onlineMeeting'],
];
/** Calendars.ReadBasic.All withholds them. */
const CONTENT = ['body', 'bodyPreview'];
/** Outlook's word for a moment that never was. */
const NEVER = '"0001-01-01T00:00:00Z"';
/** How long before a meeting people have answered, and its organizer has made it. */
const ANSWERED_MS = 3 * 86_400_000;
const MADE_MS = 14 * 86_400_000;

const text = (value: string | null): string => JSON.stringify(value);
const time = (moment: number): string => `"${new Date(moment).toISOString().slice(0, 19)}Z"`;

type Write = (entry: CalendarEntry) => string;

const VALUES: Readonly<Record<string, Write>> = {
  createdDateTime: ({ meeting }) => time(meeting.start - MADE_MS),
  lastModifiedDateTime: ({ meeting }) => time(meeting.start - ANSWERED_MS),
  changeKey: (entry) => text(changeKey(entry)),
  originalStartTimeZone: ({ zone }) => text(zone.name),
  originalEndTimeZone: ({ zone }) => text(zone.name),
  iCalUId: ({ meeting }) => text(`040000008200E00074C5B7101A82E008${meeting.uid.toUpperCase()}`),
  reminderMinutesBeforeStart: () => '15',
  isReminderOn: () => 'true',
  hasAttachments: () => 'false',
  subject: ({ meeting }) => text(meeting.subject),
  importance: () => '"normal"',
  sensitivity: ({ meeting }) => text(meeting.sensitivity),
  isAllDay: ({ meeting }) => String(meeting.allDay),
  isCancelled: ({ meeting }) => String(meeting.cancelled),
  isOrganizer: ({ meeting }) => String(meeting.response === 'organizer'),
  responseRequested: () => 'true',
  seriesMasterId: ({ meeting, owner }) => text(meeting.seriesId && eventId(owner, meeting.seriesId)),
  showAs: ({ meeting }) => text(meeting.showAs),
  type: ({ meeting }) => text(meeting.kind),
  webLink: ({ owner, meeting }) =>
    text(`https://outlook.office365.com/owa/?itemid=${encodeURIComponent(eventId(owner, keyOf(meeting)))}&exvsurl=1`),
  isOnlineMeeting: ({ meeting }) => String(meeting.joinUrl !== null),
  onlineMeetingProvider: ({ meeting }) => (meeting.joinUrl === null ? '"unknown"' : '"teamsForBusiness"'),
  onlineMeeting: ({ meeting }) => (meeting.joinUrl === null ? 'null' : `{"joinUrl":${text(meeting.joinUrl)}}`),
  allowNewTimeProposals: () => 'true',
  isDraft: () => 'false',
  hideAttendees: ({ meeting }) => String(meeting.attendeesHidden),
  responseStatus: ({ meeting }) => status(meeting.response, meeting),
  start: ({ meeting, zone }) => zone.write(meeting.start),
  end: ({ meeting, zone }) => zone.write(meeting.end),
  location: ({ index, meeting }) => location(index, roomOf(meeting)),
  locations: ({ index, meeting }) => (roomOf(meeting) ? `[${location(index, roomOf(meeting))}]` : '[]'),
  attendees: ({ index, owner, meeting }) =>
    `[${attendeesSeenBy(owner, meeting)
      .map((attendee) => attendeeJson(index, attendee, meeting))
      .join(',')}]`,
  organizer: ({ index, meeting }) => `{${emailAddress(index, meeting.organizer)}}`,
  body: () => '{"contentType":"text","content":""}',
  bodyPreview: () => '""',
};

/** Writes calendar entries as JSON objects: id and etag whatever is selected, content only for whoever may read it. */
export function eventWriter(select: readonly string[] | undefined, roles: ReadonlySet<string>): Write {
  const mayReadContent = roles.has('Calendars.Read') || roles.has('Calendars.ReadWrite');
  const names = (select ?? [...USUAL, ...(mayReadContent ? CONTENT : [])]).filter(
    (name) => name !== 'id' && (mayReadContent || !CONTENT.includes(name)),
  );
  const members = names.map((name) => ({
    label: `,${text(name)}:`,
    write: VALUES[name] ?? (() => JSON.stringify(nothingOf('event', name))),
  }));
  return (entry) => {
    const id = eventId(entry.owner, keyOf(entry.meeting));
    const head = `{"@odata.etag":${text(`W/"${changeKey(entry)}"`)},"id":${text(id)}`;
    return `${members.reduce((json, { label, write }) => json + label + write(entry), head)}}`;
  };
}

function keyOf({ uid, start }: Meeting): string {
  return uid + start.toString(16);
}

/** The same entry has the same id at each reading, and another one in another mailbox. */
function eventId(owner: Account, key: string): string {
  return `AAMkA${createHash('sha256').update(`${owner.id}\u001f${key}`).digest('base64url')}=`;
}

function changeKey({ owner, meeting }: CalendarEntry): string {
  return `${eventId(owner, keyOf(meeting)).slice(5, 29)}==`;
}

function status(response: Meeting['response'], { start }: Meeting): string {
  const answered = response !== 'organizer' && response !== 'none' && response !== 'notResponded';
  return `{"response":"${response}","time":${answered ? time(start - ANSWERED_MS) : NEVER}}`;
}

function attendeeJson(index: AccountIndex, { type, response, address }: Attendee, meeting: Meeting): string {
  return `{"type":"${type}","status":${status(response, meeting)},${emailAddress(index, address)}}`;
}

/** Hidden attendees leave everybody's own copy with themselves only; the organizer sees all. */
function attendeesSeenBy(owner: Account, { attendees, attendeesHidden, response }: Meeting): readonly Attendee[] {
  if (!attendeesHidden || response === 'organizer') return attendees;
  const own = [owner.userPrincipalName, ...owner.proxyAddresses.map((address) => address.slice('smtp:'.length))];
  const mine = new Set(own.map((address) => address.toLowerCase()));
  return attendees.filter(({ address }) => mine.has(address.toLowerCase()));
}

function roomOf({ attendees }: Meeting): Attendee | undefined {
  return attendees.find(({ type }) => type === 'resource');
}

function location(index: AccountIndex, room: Attendee | undefined): string {
  if (!room)
    return '{"displayName":"","locationType":"default","uniqueIdType":"unknown","address":{},"coordinates":{}}';
  const name = text(index.nameOf(room.address));
  return `{"displayName":${name},"locationUri":${text(room.address)},"locationType":"conferenceRoom","uniqueId":${text(room.address)},"uniqueIdType":"directory"}`;
}
