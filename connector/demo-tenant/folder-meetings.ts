import { createHash } from 'node:crypto';
import { readCsv, type CsvLine } from './csv-file.ts';
import { readMoment } from './csv-moment.ts';
import { personsOf, readPerson, readPersons } from './csv-persons.ts';
import { firstFrom, widened, type Range } from './in-time.ts';
import type { Meeting } from './world.ts';

const COLUMNS = ['start', 'end', 'organizer', 'attendees'] as const;

/** The meetings of a tenant folder, by whoever was there. */
export interface FolderMeetings {
  readonly range: Range | undefined;
  /** What stands in a person's calendar and touches [from, to), by start. */
  calendarOf(person: string, from: number, to: number): Iterable<Meeting>;
}

interface Held {
  readonly start: number;
  readonly end: number;
  readonly organizer: string;
  /** As written. */
  readonly attendees: string;
  /** Line of the file: two meetings may be alike in all the rest. */
  readonly place: number;
}

/**
 * Reads meetings.csv. Every meeting was held: everybody accepted. It lies in the calendar of the organizer and of every
 * attendee; seconds count, so that a meeting may last less than a minute.
 *
 * @param addressOf the address by which a person is invited
 * @throws Failure 'bad-input' for a moment that is none, an end before its start, an organizer who is nobody
 */
export async function readMeetings(path: string, addressOf: (person: string) => string): Promise<FolderMeetings> {
  const calendars = new Map<string, Held[]>();
  let range: Range | undefined;
  let place = 0;
  let longest = 0;
  for await (const line of readCsv(path, COLUMNS)) {
    const held = heldOf(line, (place += 1));
    for (const person of new Set([held.organizer, ...personsOf(held.attendees)])) {
      const calendar = calendars.get(person) ?? [];
      if (calendar.length === 0) calendars.set(person, calendar);
      calendar.push(held);
    }
    longest = Math.max(longest, held.end - held.start);
    range = widened(widened(range, held.start), held.end);
  }
  for (const calendar of calendars.values()) calendar.sort((one, other) => one.start - other.start);
  return {
    range,
    *calendarOf(person, from, to) {
      const calendar = calendars.get(person) ?? [];
      for (let at = firstFrom(calendar, ({ start }) => start, from - longest); at < calendar.length; at += 1) {
        const held = calendar[at];
        if (!held || held.start >= to) return;
        if (held.end > from || held.start >= from) yield meetingOf(held, person, addressOf);
      }
    },
  };
}

function heldOf(line: CsvLine<(typeof COLUMNS)[number]>, place: number): Held {
  const [start, end] = [readMoment(line, 'start'), readMoment(line, 'end')];
  if (end < start) throw line.fault('end', 'a moment not before the start');
  return { start, end, organizer: readPerson(line, 'organizer'), attendees: readPersons(line, 'attendees'), place };
}

function meetingOf(held: Held, person: string, addressOf: (person: string) => string): Meeting {
  const others = personsOf(held.attendees).filter((each) => each !== held.organizer);
  const digest = createHash('sha256').update([held.start, held.end, held.organizer, held.place].join('\u001f'));
  return {
    uid: digest.digest('hex').slice(0, 32),
    start: held.start,
    end: held.end,
    kind: 'singleInstance',
    seriesId: null,
    organizer: addressOf(held.organizer),
    attendees: others.map((each) => ({ address: addressOf(each), type: 'required', response: 'accepted' })),
    response: person === held.organizer ? 'organizer' : 'accepted',
    sensitivity: 'normal',
    showAs: 'busy',
    cancelled: false,
    allDay: false,
    attendeesHidden: false,
    joinUrl: null,
    subject: '',
  };
}
