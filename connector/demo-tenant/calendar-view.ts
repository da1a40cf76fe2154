import { eventWriter } from './event-json.ts';
import type { Answer } from './exchange.ts';
import { mailboxOf } from './mailbox.ts';
import { badRequest } from './query-options.ts';
import { contextOf, pageAnswer, type Question, type Tenant } from './question.ts';
import { isAnswer, refusal } from './refusal.ts';
import type { Bounds } from './time-filter.ts';
import { wishedZone, wishesZone } from './time-zone.ts';

const DAY = 86_400_000;
const LONGEST_DAYS = 1825;
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})?)?$/;
/** Microsoft's page: to get them, select nothing. */
const NOT_SELECTABLE = ['createdDateTime', 'lastModifiedDateTime'];

/**
 * GET /users/{id}/calendarView: what stands in the calendar and touches the window, series as their occurrences, by
 * start. The future too: a calendar has one.
 */
export function listCalendarView(tenant: Tenant, question: Question): Answer {
  const [key = ''] = question.place.keys;
  const owner = mailboxOf(tenant, key);
  if (isAnswer(owner)) return owner;
  const { select } = question.options;
  const barred = select?.find((name) => NOT_SELECTABLE.includes(name));
  if (barred !== undefined) return badRequest(`The property '${barred}' does not support $select here.`);
  const window = readWindow(question.url.searchParams);
  if (isAnswer(window)) return window;
  const zone = wishedZone(question.headers);
  if (isAnswer(zone)) return zone;
  const meetings = [...(tenant.world.meetings?.(owner.id, window.from, window.to) ?? [])];
  const write = eventWriter(select, question.roles);
  const answer = pageAnswer(tenant, question, {
    context: contextOf(`users('${owner.id}')/calendarView`, select),
    total: meetings.length,
    entry(place) {
      const meeting = meetings[place];
      return meeting ? write({ index: tenant.index, zone, owner, meeting }) : '';
    },
  });
  if (answer.status !== 200 || !wishesZone(question.headers)) return answer;
  return { ...answer, headers: { ...answer.headers, 'preference-applied': `outlook.timezone="${zone.name}"` } };
}

function readWindow(query: URLSearchParams): Bounds | Answer {
  const [start, end] = [query.get('startDateTime'), query.get('endDateTime')];
  if (start === null || end === null)
    return invalid(
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
    );
  const [from, to] = [momentOf(start), momentOf(end)];
  if (Number.isNaN(from)) return invalid("The value of the parameter 'StartDateTime' is invalid.");
  if (Number.isNaN(to)) return invalid("The value of the parameter 'EndDateTime' is invalid.");
  if (to < from) return invalid('The EndDateTime must not be before the StartDateTime.');
  if (to - from > LONGEST_DAYS * DAY) return invalid(`The window may span ${LONGEST_DAYS} days at most.`);
  return { from, to };
}

/** An offset in the value is heeded; without one it is UTC. A plus that was not encoded has become a space: no moment. */
function momentOf(written: string): number {
  const [, time, , , zone] = MOMENT.exec(written) ?? [];
  if (!MOMENT.test(written)) return Number.NaN;
  return Date.parse(time !== undefined && zone === undefined ? `${written}Z` : written);
}

function invalid(message: string): Answer {
  return refusal(400, 'ErrorInvalidParameter', message);
}
