import { Failure } from '../failure.ts';
import { dayOf } from '../privacy/period.ts';
import { RealIdentity } from '../privacy/real-identity.ts';
import { CALL, LONGEST_MEETING_MS } from './act-rule.ts';
import { readCallParticipant, readCallRecord, type CallRecord } from './call-record.ts';
import { companyOf, type Company, type Other } from './company.ts';
import { whoIs } from './object-ids.ts';
import { makeOwnerTallies, type OwnerRows, type OwnerTallies } from './owner-tallies.ts';
import { keptOf } from './pages.ts';
import type { Question } from './question.ts';
import type { InTenant, Reading } from './reading.ts';
import { selectedFields, type SourceDeclaration } from './source-declaration.ts';
import { isDayOf } from './tally.ts';

const CALL_RECORDS = { role: 'CallRecords.Read.All', id: '45bbb07e-7321-4fd7-a8f6-3ff27e6a81c8' } as const;

export const callsSource = {
  name: 'calls',
  endpoint: '/communications/callRecords',
  permissions: [CALL_RECORDS],
  fields: [
    { field: 'id', reason: 'asks for those who took part, and tells an item that comes twice; not kept' },
    { field: 'version', reason: 'the newest account of a call is the one that counts; not kept' },
    { field: 'type', reason: 'only calls of two and of a group are counted; not kept' },
    {
      field: 'startDateTime',
      reason: 'the day of the act, and with the end how long; the hour is forgotten at once',
    },
    { field: 'endDateTime', reason: 'how long it lasted; kept as minutes shared by those who met' },
  ],
} as const satisfies SourceDeclaration;

export const callParticipantsSource = {
  name: 'call-participants',
  endpoint: '/communications/callRecords/{id}/participants_v2',
  permissions: [CALL_RECORDS],
  fields: [
    { field: 'identity/user/id', reason: 'whose act it was and toward whom; kept as pseudonym' },
    { field: 'identity/user/tenantId', reason: 'who belongs to another organisation is outside; not kept' },
  ],
  unasked: ['identity/user/displayName', 'identity/user/userPrincipalName', 'identity/phone', 'identity/guest'],
} as const satisfies SourceDeclaration;

/** Calls are held so long and no longer (Microsoft Learn, call records overview): older days come back empty. */
export const CALLS_REACH_BACK_DAYS = 30;

const CALLS_AT_ONCE = 8;
/** Sixty calls a page: more than a day of 300,000 people. */
const MOST_PAGES = 20_000;
const TYPES: readonly string[] = ['peerToPeer', 'groupCall'];

/**
 * What everybody did by call toward each other person, day by day. An act of each participant is a call of 2–18 people
 * of the directory, of two or of a group, at most four hours long; its minutes are shared among the others. It belongs
 * to the day it began, UTC. Of several accounts of one call the highest version holds. Users of other organisations and
 * unknown accounts of ours neither count nor divide and make one row a day and kind of stranger, without minutes;
 * telephones, guests by link and applications are nobody.
 *
 * A call with a protected contact counts in nothing; an objector is passed over as if not in it. Sessions, and with
 * them network addresses, are never asked for.
 *
 * Cost: one request for every 60 calls, and one for every 130 participants of each call that may count.
 *
 * @param options.from at most 30 days ago: older calls are gone, and an empty answer would read as silence
 * @returns one entry for everybody whose acts are counted, also for who was in no call
 * @throws what `Get.json` throws; then nothing was read
 */
export async function readCalls(options: Reading & InTenant): Promise<OwnerRows[]> {
  const { calls, dropped: unreadable } = await readCallList(options);
  const tallies = makeOwnerTallies(options, CALL);
  let dropped = unreadable;
  const countNext = async (): Promise<void> => {
    for (let call = calls.pop(); call !== undefined; call = calls.pop()) {
      const participants = await readParticipants(call.id, options);
      if (participants === undefined) dropped += 1;
      else count(call, participants, tallies, options);
    }
  };
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, countNext)).finally(() => {
    // After a failure nothing more is asked for.
    calls.length = 0;
  });
  options.noteDropped?.(dropped);
  return tallies.rows();
}

/** The calls that may count, each in its highest version. */
async function readCallList(options: Reading): Promise<{ calls: CallRecord[]; dropped: number }> {
  const calls = new Map<string, CallRecord>();
  let dropped = 0;
  for await (const call of keptOf(options.get, callsQuestion(options), readCallRecord, MOST_PAGES)) {
    if (call === undefined || !isDayOf(dayOf(call.began), options)) dropped += 1;
    else if (call.version > (calls.get(call.id)?.version ?? -1)) calls.set(call.id, call);
  }
  const counted = [...calls.values()].filter(
    ({ type, began, ended }) => TYPES.includes(type) && ended - began <= LONGEST_MEETING_MS,
  );
  return { calls: counted, dropped };
}

function callsQuestion({ from, to }: Reading): Question {
  return {
    source: callsSource,
    query: {
      $select: selectedFields(callsSource).join(','),
      $filter: `startDateTime ge ${from}T00:00:00Z and startDateTime lt ${to}T00:00:00Z`,
    },
  };
}

/** Everybody in a call; undefined where Graph cannot say. */
async function readParticipants(id: string, options: Reading & InTenant): Promise<Set<Other> | undefined> {
  const met = new Set<Other>();
  let sent = 0;
  try {
    const question: Question = { source: callParticipantsSource, values: { id } };
    for await (const account of keptOf(options.get, question, readCallParticipant)) {
      if (account === undefined) return undefined;
      sent += 1;
      if (account !== null) met.add(whoIs(options.directory, options.tenantId, account));
    }
  } catch (error) {
    // The call's account is gone or was never there: the other calls are still true.
    if (error instanceof Failure && error.code === 'mailbox-missing') return undefined;
    throw error;
  }
  return sent === 0 ? undefined : met;
}

function count({ began, ended }: CallRecord, met: ReadonlySet<Other>, tallies: OwnerTallies, options: Reading): void {
  const everybody = companyOf(met, { most: CALL.mostOthers + 1, mayInclude: options.mayInclude });
  if (everybody === undefined) return;
  for (const person of everybody.others) {
    if (!(person instanceof RealIdentity)) continue;
    tallies.of(person)?.add(dayOf(began), without(person, everybody), ended - began);
  }
}

function without(person: RealIdentity, { others, people }: Company): Company {
  return { others: new Set([...others].filter((other) => other !== person)), people: people - 1 };
}
