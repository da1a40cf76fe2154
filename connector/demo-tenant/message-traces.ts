import { deliveriesOn, type Delivery } from './delivered-mail.ts';
import type { Answer } from './exchange.ts';
import { badRequest } from './query-options.ts';
import { pageOf, readOffset, type Question, type Tenant } from './question.ts';
import { isAnswer } from './refusal.ts';
import { boundsOf, readTimeFilter, type Bounds } from './time-filter.ts';
import type { World } from './world.ts';

const DAY = 86_400_000;
const LONGEST_DAYS = 10;
const OLDEST_DAYS = 90;
const USUAL_MS = 2 * DAY;
/** An offset is a day of the window and a place in it: more deliveries a day than this are nobody's. */
const PLACES_A_DAY = 2 ** 31;

/**
 * GET /admin/exchange/tracing/messageTraces: a row for each recipient of each mail, oldest first; the last 48 hours when
 * no window is given. There is no `$select`: subject and addresses come along.
 */
export function listMessageTraces(tenant: Tenant, question: Question): Answer {
  const window = readWindow(tenant, question);
  if (isAnswer(window)) return window;
  const offset = readOffset(tenant, question);
  if (typeof offset !== 'number') return offset;
  const firstDay = Math.floor(window.from / DAY);
  let [day, place] = [firstDay + Math.floor(offset / PLACES_A_DAY), offset % PLACES_A_DAY];
  const entries: string[] = [];
  const { top } = question.options;
  for (; day * DAY < window.to && entries.length < top; day += 1, place = 0) {
    const rows = rowsOn(tenant, day, window);
    const taken = rows.slice(place, place + top - entries.length);
    entries.push(...taken.map(rowJson));
    if (place + taken.length < rows.length) {
      place += taken.length;
      break;
    }
  }
  const next = day * DAY < window.to ? (day - firstDay) * PLACES_A_DAY + place : undefined;
  return pageOf(tenant, question, { context: 'admin/exchange/tracing/messageTraces', entries, next });
}

function readWindow({ now }: Tenant, { options }: Question): Bounds | Answer {
  const clauses = readTimeFilter(options.filter, {
    type: 'exchangeMessageTrace',
    properties: ['receivedDateTime'],
    operators: ['ge', 'le'],
  });
  if (isAnswer(clauses)) return clauses;
  const asked = boundsOf(clauses);
  const to = Math.min(asked.to, now());
  const from = Number.isFinite(asked.from) ? asked.from : to - USUAL_MS;
  if (from < now() - OLDEST_DAYS * DAY)
    return badRequest(`The start of the window is more than ${OLDEST_DAYS} days back.`);
  // Inclusive ends: ten days from midnight to midnight are ten days.
  if (asked.to - from > LONGEST_DAYS * DAY + 1 && Number.isFinite(asked.to))
    return badRequest(`The window spans more than ${LONGEST_DAYS} days.`);
  if (to - from > LONGEST_DAYS * DAY + 1) return badRequest(`The window spans more than ${LONGEST_DAYS} days.`);
  return { from, to };
}

/** The day last asked for, of each world: pages follow one another within a day. */
const lastDay = new WeakMap<World, { readonly day: number; readonly rows: readonly Delivery[] }>();

function rowsOn({ world, index }: Tenant, day: number, { from, to }: Bounds): readonly Delivery[] {
  const held = lastDay.get(world);
  const rows = held?.day === day ? held.rows : deliveriesOn(world, index, day * DAY);
  lastDay.set(world, { day, rows });
  return rows.filter(({ receivedAt }) => receivedAt >= from && receivedAt < to);
}

function rowJson({ messageId, receivedAt, sender, recipient, status, subject }: Delivery): string {
  const guid = [8, 12, 16, 20, 32].map((end, at) => messageId.slice([0, 8, 12, 16, 20][at], end)).join('-');
  return JSON.stringify({
    id: guid,
    senderAddress: sender.toLowerCase(),
    recipientAddress: recipient.toLowerCase(),
    messageId: `<${messageId}@${sender.split('@')[1]?.toLowerCase() ?? 'invalid'}>`,
    receivedDateTime: `${new Date(receivedAt).toISOString().slice(0, 19)}Z`,
    subject,
    size: 4096 + subject.length * 64,
    fromIP: '192.0.2.10',
    toIP: '',
    status,
  });
}
