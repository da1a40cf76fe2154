import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, good, note, untried, wrong, type Finding } from './doctor-finding.ts';
import { Failure } from './failure.ts';
import { fileCustody } from './key-custody/file-custody.ts';
import { makeGet, type Get } from './microsoft-graph/get.ts';
import { compareRoles, CONSENT_LINK, leastRoles, rolesIn } from './microsoft-graph/granted-roles.ts';
import { readSentMail } from './microsoft-graph/mail.ts';
import { neededSources } from './microsoft-graph/needed-sources.ts';
import { readDirectory, type Directory } from './microsoft-graph/people.ts';
import { readConcealment } from './microsoft-graph/report-settings.ts';
import type { AccessTokens } from './microsoft-graph/sign-in.ts';
import { readUsageReport } from './microsoft-graph/usage-report.ts';
import { USAGE_REPORTS } from './microsoft-graph/usage-reports.ts';
import { markMaker } from './privacy/mark.ts';
import { addDays, dayOf, type Day } from './privacy/period.ts';
import { maySee, type MayInclude } from './privacy/protected-contacts.ts';
import { pseudonymMaker } from './privacy/pseudonym.ts';
import type { Scope } from './privacy/scope.ts';
import { objections } from './store/marks.ts';
import type { Store } from './store/open.ts';

export interface Trials {
  readonly tokens: AccessTokens;
  readonly tenantId: string;
  readonly scope: Scope;
  readonly dataFolder: string;
  /** Undefined before the first start: then nobody has objected yet. */
  readonly store: Store | undefined;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly random: (size: number) => Uint8Array;
}

/** Reports are complete about three days after the day. */
const DAYS_BACK = 3;
/** Whoever waits at a terminal is not made to wait as long as a run would. */
const LONGEST_WAIT_MS = 30_000;
/** A mailbox may be missing; that so many are is worth knowing. */
const MAILBOXES_TRIED = 5;

/**
 * What Microsoft says: sign-in, permissions, then each source of the scope asked once, about one day. What is read is
 * thrown away; protected contacts and objectors are passed over as in a run.
 */
export async function tryMicrosoft(trials: Trials): Promise<Finding[]> {
  const { tokens, scope } = trials;
  const signedIn = await attempt('sign-in', () => tokens.token());
  if ('finding' in signedIn) return [signedIn.finding, ...untriedAfter('sign-in', scope)];
  const findings = [good('sign-in', 'Entra gives the application a token.')];
  const compared = await attempt('permissions', () =>
    compareRoles({ granted: rolesIn(signedIn.result), sources: neededSources(scope.sources) }),
  );
  if ('finding' in compared) return [...findings, compared.finding];
  const { missing, extra } = compared.result;
  findings.push(
    ...missing.map(({ role, stops }) =>
      wrong(
        'permissions',
        'administrator',
        `${role} is not granted, which stops ${stops.join(', ')}: grant it in Entra and consent at ${CONSENT_LINK}`,
      ),
    ),
  );
  const guarded = leastRoles(tokens, { sources: neededSources(scope.sources) });
  const allowed = await attempt('permissions', () => guarded.token());
  if ('finding' in allowed) return [...findings, allowed.finding, ...untriedAfter('permissions', scope, true)];
  if (missing.length === 0 && extra.length === 0)
    findings.push(good('permissions', 'Granted is exactly what the scope needs.'));
  return [...findings, ...(await trySources(trials, guarded))];
}

function untriedAfter(cause: string, { sources }: Scope, onlySources = false): Finding[] {
  const rest = neededSources(sources).map(({ name }) => name);
  return [...(onlySources ? [] : ['permissions']), ...rest].map((check) =>
    untried(check, `Not tried, because of what is wrong with ${cause}.`),
  );
}

async function trySources(trials: Trials, tokens: AccessTokens): Promise<Finding[]> {
  const { scope, now, random } = trials;
  const get = makeGet({ tokens, now, random, wait: (ms) => briefly(ms, trials.wait) });
  const needed = neededSources(scope.sources).map(({ name }) => name);
  const findings: Finding[] = [];
  if (needed.includes('report-settings')) findings.push(await tryConcealment(get));
  const read = await attempt('directory', () => readDirectory({ get, ...scope }));
  if ('finding' in read) {
    return [
      read.finding,
      ...findings,
      ...scope.sources.map((name) => untried(name, 'Not tried: it needs the directory.')),
    ];
  }
  findings.unshift(...aboutDirectory(read.result));
  for (const name of scope.sources) findings.push(await trySource(name, read.result, get, trials));
  return findings;
}

function aboutDirectory({ people }: Directory): Finding[] {
  if (people.length === 0) {
    return [wrong('directory', 'privacy officer', 'The group of the positive list has no enabled members: check it.')];
  }
  const nowhere = people.filter(({ unit }) => unit === '').length;
  const found = good('directory', `The positive list is read: it has ${String(people.length)} people.`);
  if (nowhere === 0) return [found];
  const says = `${String(nowhere)} of them have no unit and are counted in no row: check the attribute in the scope.`;
  return [found, note('directory', 'privacy officer', says)];
}

async function tryConcealment(get: Get): Promise<Finding> {
  const read = await attempt('report-settings', () => readConcealment(get));
  if ('finding' in read) return read.finding;
  if (!read.result) return good('report-settings', 'Usage reports show whom they are about.');
  const says = 'The tenant conceals names in usage reports: adoption of units cannot be known (manifest/INSTALL.md).';
  return note('report-settings', 'privacy officer', says);
}

async function trySource(name: string, directory: Directory, get: Get, trials: Trials): Promise<Finding> {
  const day = addDays(dayOf(trials.now()), -DAYS_BACK);
  const tried = await attempt(name, async () => {
    const door = await openDoor(trials);
    if (door === undefined)
      return untried(name, 'Tried once the first run has made the keys that tell whom to pass over.');
    const pseudonymOf = pseudonymMaker(trials.tenantId, 'doctor', trials.random(32));
    const report = USAGE_REPORTS.find((each) => each.name === name);
    if (report !== undefined) {
      await readUsageReport(report, { get, directory, day, pseudonymOf, mayInclude: door });
      return good(name, 'The report of one day can be read.');
    }
    if (name === 'sent-items') return tryMailbox(directory, get, day, door, pseudonymOf);
    return untried(name, 'There is no trial of this source.');
  });
  return 'finding' in tried ? tried.finding : tried.result;
}

/** The first mailbox that opens is enough; nothing of it is kept. */
async function tryMailbox(
  directory: Directory,
  get: Get,
  day: Day,
  mayInclude: MayInclude,
  pseudonymOf: ReturnType<typeof pseudonymMaker>,
): Promise<Finding> {
  const candidates = directory.people.filter(
    ({ hasMailbox, standing, identity }) => hasMailbox && standing !== 'elected' && mayInclude(identity) === 'yes',
  );
  if (candidates.length === 0) {
    return wrong('sent-items', 'privacy officer', 'Nobody on the positive list has a mailbox that may be read.');
  }
  for (const person of candidates.slice(0, MAILBOXES_TRIED)) {
    const span = { from: day, to: addDays(day, 1) };
    const tried = await attempt('sent-items', async () => {
      try {
        await readSentMail({ get, directory, person, ...span, pseudonymOf, mayInclude });
        return true;
      } catch (error) {
        if (error instanceof Failure && error.code === 'mailbox-missing') return false;
        throw error;
      }
    });
    if ('finding' in tried) return tried.finding;
    if (tried.result) return good('sent-items', 'One mailbox can be read for one day.');
  }
  const says =
    'No mailbox that was tried can be opened: check that mailboxes are in Exchange Online and not kept from the application.';
  return wrong('sent-items', 'administrator', says);
}

/** Undefined where the standing key was never made: without it, whom to pass over cannot be told, and it is not made here. */
async function openDoor({ dataFolder, tenantId, scope, store, random, now }: Trials): Promise<MayInclude | undefined> {
  const folder = join(dataFolder, 'keys');
  if (!existsSync(join(folder, 'standing.jwe'))) return undefined;
  const markOf = markMaker(tenantId, await fileCustody({ folder, random, now }).standingKey(tenantId));
  return maySee({
    markOf,
    protectedContacts: scope.protectedContacts,
    objections: store === undefined ? [] : objections(store),
  });
}

async function briefly(ms: number, wait: (ms: number) => Promise<void>): Promise<void> {
  if (ms <= LONGEST_WAIT_MS) return wait(ms);
  throw new Failure(
    'throttled',
    `Microsoft Graph asks to wait ${String(Math.ceil(ms / 1000))} seconds: run doctor again after that.`,
  );
}
