import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, good, note, untried, wrong, type Finding } from './doctor-finding.ts';
import { Failure } from './failure.ts';
import { readCalls } from './microsoft-graph/calls.ts';
import { readChatMessages } from './microsoft-graph/chat-messages.ts';
import { readChatMembership } from './microsoft-graph/chats.ts';
import { checkReadable, isOutsideExchangeScope } from './microsoft-graph/exchange-probes.ts';
import type { Get } from './microsoft-graph/get.ts';
import { readSentMail } from './microsoft-graph/mail.ts';
import { readMeetings } from './microsoft-graph/meetings.ts';
import { readMessageTrace } from './microsoft-graph/message-trace.ts';
import type { Directory } from './microsoft-graph/people.ts';
import type { InTenant, PersonReading, Reading } from './microsoft-graph/reading.ts';
import { readUsageReport } from './microsoft-graph/usage-report.ts';
import { USAGE_REPORTS } from './microsoft-graph/usage-reports.ts';
import { markMaker } from './privacy/mark.ts';
import { addDays, dayOf } from './privacy/period.ts';
import { maySee, type MayInclude } from './privacy/protected-contacts.ts';
import { pseudonymMaker } from './privacy/pseudonym.ts';
import { isReportSource, type NetworkSource, type Scope, type SourceName } from './privacy/scope.ts';
import { forgotten, objections } from './store/marks.ts';
import type { Store } from './store/open.ts';
import { protectedMarks } from './store/protected.ts';

export interface SourceTrials {
  readonly tenantId: string;
  readonly scope: Scope;
  readonly dataFolder: string;
  /** Opens the tenant's standing key, and makes none. */
  readonly openStandingKey: () => Promise<Uint8Array>;
  /** Undefined before the first start: then nobody has objected yet. */
  readonly store: Store | undefined;
  readonly now: () => number;
  readonly random: (size: number) => Uint8Array;
}

/** Reports are complete about three days after the day. */
const DAYS_BACK = 3;
/** A mailbox may be missing; that so many are is worth knowing. */
export const MAILBOXES_TRIED = 5;

interface OfOnePerson {
  readonly read: (reading: PersonReading & InTenant) => Promise<unknown>;
  readonly says: string;
}
interface OfTheTenant {
  readonly readAll: (reading: Reading & InTenant) => Promise<unknown>;
  readonly says: string;
}

const TRIALS: Readonly<Record<NetworkSource, OfOnePerson | OfTheTenant>> = {
  'sent-items': { read: readSentMail, says: 'One mailbox can be read for one day.' },
  meetings: { read: readMeetings, says: 'One calendar can be read for one day.' },
  'chat-membership': {
    read: (reading) => readChatMembership({ ...reading, day: reading.from }),
    says: 'The chats of one person can be listed.',
  },
  'chat-messages': { read: readChatMessages, says: 'The chat messages of one person can be read for one day.' },
  calls: { readAll: readCalls, says: 'The calls of one day can be read.' },
  'message-trace': { readAll: readMessageTrace, says: 'The message trace of one day can be read.' },
};

/**
 * One source asked about one day. What is read is thrown away; protected contacts and objectors are passed over as in a
 * run.
 *
 * Cost: one request (two more where Exchange opens mailboxes one by one), of chats and calls also one for who is in one of them, and of chat messages one for each of chats,
 * members and messages; up to five times as many where mailboxes are missing.
 */
export async function trySource(
  name: SourceName,
  directory: Directory,
  get: Get,
  trials: SourceTrials,
): Promise<Finding> {
  const from = addDays(dayOf(trials.now()), -DAYS_BACK);
  const tried = await attempt(name, async () => {
    const mayInclude = await openDoor(trials);
    if (mayInclude === undefined)
      return untried(name, 'Tried once the first run has made the keys that tell whom to pass over.');
    const { tenantId, random } = trials;
    const pseudonymOf = pseudonymMaker(tenantId, 'doctor', random(32));
    const reading = { get, tenantId, directory, from, to: addDays(from, 1), pseudonymOf, mayInclude };
    if (isReportSource(name)) return tryReport(name, reading);
    const trial = TRIALS[name];
    if ('read' in trial) {
      await checkReadable(name, { get, scope: trials.scope, directory });
      return tryPeople(name, trial, reading, trials.scope);
    }
    await trial.readAll({ ...reading, get: firstPages(get) });
    return good(name, trial.says);
  });
  return 'finding' in tried ? tried.finding : tried.result;
}

async function tryReport(name: SourceName, reading: Reading): Promise<Finding> {
  const report = USAGE_REPORTS.find((each) => each.name === name);
  if (report === undefined) return untried(name, 'There is no trial of this source.');
  const { concealed } = await readUsageReport(report, { ...reading, day: reading.from });
  if (concealed) return note(name, 'privacy officer', 'The report of one day can be read, but conceals names.');
  return good(name, 'The report of one day can be read.');
}

/** The first person whose mailbox opens is enough; nothing of it is kept. */
async function tryPeople(
  name: SourceName,
  trial: OfOnePerson,
  reading: Reading & InTenant,
  scope: Scope,
): Promise<Finding> {
  const candidates = reading.directory.people.filter(
    ({ hasMailbox, standing, identity }) =>
      hasMailbox && standing !== 'elected' && reading.mayInclude(identity) === 'yes',
  );
  if (candidates.length === 0) {
    return wrong(name, 'privacy officer', 'Nobody on the positive list has a mailbox that may be read.');
  }
  for (const person of candidates.slice(0, MAILBOXES_TRIED)) {
    try {
      await trial.read({ ...reading, person, get: firstPages(reading.get) });
      return good(name, trial.says);
    } catch (error) {
      const isLeftOut = error instanceof Failure && error.code === 'mailbox-missing';
      if (!isLeftOut && !isOutsideExchangeScope(error, name, scope)) throw error;
    }
  }
  const says =
    'No mailbox that was tried can be opened: check that mailboxes are in Exchange Online and not kept from the application.';
  return wrong(name, 'administrator', says);
}

/**
 * Asks each endpoint once. What would be asked of it after that, further pages and the members of further chats and
 * calls, is taken to be empty: a day of a large tenant is many thousand requests, and a trial needs one.
 */
function firstPages(get: Get): Get {
  const asked = new Set<string>();
  return {
    ...get,
    json: async (question, parse) => {
      const { endpoint } = question.source;
      if (asked.has(endpoint)) return parse({ value: [] });
      asked.add(endpoint);
      return get.json(question, parse);
    },
  };
}

/** Undefined where the standing key was never made: without it, whom to pass over cannot be told, and it is not made here. */
async function openDoor(trials: SourceTrials): Promise<MayInclude | undefined> {
  const { dataFolder, tenantId, store, openStandingKey } = trials;
  if (!existsSync(join(dataFolder, 'keys', 'standing.jwe'))) return undefined;
  const markOf = markMaker(tenantId, await openStandingKey());
  return maySee({
    markOf,
    protectedContacts: store === undefined ? [] : protectedMarks(store),
    objections: store === undefined ? [] : [...objections(store), ...forgotten(store)],
  });
}
