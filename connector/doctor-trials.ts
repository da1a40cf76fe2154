import { readListedDirectory, unitsFor } from './collect-units.ts';
import { dataFileReader } from './data-file.ts';
import { attempt, good, note, untried, wrong, type Finding } from './doctor-finding.ts';
import { MAILBOXES_TRIED, trySource, type SourceTrials } from './doctor-source-trial.ts';
import { Failure } from './failure.ts';
import type { Cloud } from './microsoft-graph/clouds.ts';
import { competencesOfTooFew, readCompetenceHolders } from './microsoft-graph/competence-groups.ts';
import { makeGet, type Get } from './microsoft-graph/get.ts';
import { compareRoles, leastRoles, missingSentences, rolesIn } from './microsoft-graph/granted-roles.ts';
import { withoutUnitsOut } from './microsoft-graph/narrowed-directory.ts';
import { neededByScope, rolesNeeded } from './microsoft-graph/needed-sources.ts';
import { readOrganisationCounts } from './microsoft-graph/organisation-counts.ts';
import type { Directory } from './microsoft-graph/people.ts';
import { readConcealment } from './microsoft-graph/report-settings.ts';
import type { AccessTokens } from './microsoft-graph/sign-in.ts';
import { isSmallOrganisation } from './privacy/rows.ts';
import { isReportSource, LEAST_HOLDERS, readsCompetences, type Scope } from './privacy/scope.ts';

export interface Trials extends SourceTrials {
  readonly tokens: AccessTokens;
  readonly wait: (ms: number) => Promise<void>;
  readonly cloud: Cloud;
}

/** Whoever waits at a terminal is not made to wait as long as a run would. */
const LONGEST_WAIT_MS = 30_000;

/**
 * What Microsoft says: sign-in, permissions, then each source of the scope asked once, about one day. What is read is
 * thrown away; protected contacts and objectors are passed over as in a run.
 */
export async function tryMicrosoft(trials: Trials): Promise<Finding[]> {
  const { tokens, scope, cloud } = trials;
  const signedIn = await attempt('sign-in', () => tokens.token());
  if ('finding' in signedIn) return [signedIn.finding, ...untriedAfter('sign-in', scope)];
  const findings = [good('sign-in', 'Entra gives the application a token.')];
  const need = rolesNeeded(scope);
  const compared = await attempt('permissions', () => compareRoles(rolesIn(signedIn.result), need));
  if ('finding' in compared) return [...findings, compared.finding];
  const missing = missingSentences(compared.result, cloud);
  findings.push(...missing.map((says) => wrong('permissions', 'administrator', says)));
  const guarded = leastRoles(tokens, need);
  const allowed = await attempt('permissions', () => guarded.token());
  if ('finding' in allowed) return [...findings, allowed.finding, ...untriedAfter('permissions', scope, true)];
  if (missing.length === 0) findings.push(good('permissions', enough(scope)));
  return [...findings, ...(await trySources(trials, guarded))];
}

function enough({ approvedRoles = [], exchangeScoped }: Scope): string {
  if (exchangeScoped !== undefined)
    return 'Granted is what the scope needs, and nothing that opens every mailbox; what Exchange opens is tried below.';
  if (approvedRoles.length === 0) return 'Granted is exactly what the scope needs.';
  return 'Granted is what the scope needs, and nothing beside it but what the scope approves by name.';
}

function untriedAfter(cause: string, scope: Scope, onlySources = false): Finding[] {
  const rest = neededByScope(scope).map(({ name }) => name);
  return [...(onlySources ? [] : ['permissions']), ...rest].map((check) =>
    untried(check, `Not tried, because of what is wrong with ${cause}.`),
  );
}

async function trySources(trials: Trials, tokens: AccessTokens): Promise<Finding[]> {
  const { scope, now, random, cloud } = trials;
  const get = makeGet({ tokens, cloud, now, random, wait: (ms) => briefly(ms, trials.wait) });
  const needed = neededByScope(scope).map(({ name }) => name);
  const findings: Finding[] = [];
  if (needed.includes('report-settings')) findings.push(await tryConcealment(get));
  const readDataFile = dataFileReader(trials.dataFolder);
  const read = await attempt('directory', () => readListedDirectory({ get, scope, readDataFile }));
  if ('finding' in read) {
    return [
      read.finding,
      ...findings,
      ...scope.sources.map((name) => untried(name, 'Not tried: it needs the directory.')),
    ];
  }
  const { within, findings: ofUnits } = await tryUnits(read.result, get, trials);
  findings.unshift(...aboutDirectory(read.result, scope), ...ofUnits);
  if (readsCompetences(scope)) findings.push(await tryCompetences(within, get, scope));
  if (scope.sources.some(isReportSource)) findings.push(...(await tryCounts(get, read.result)));
  for (const name of scope.sources) findings.push(await trySource(name, within, get, trials));
  return findings;
}

function aboutDirectory({ people, notFound = 0 }: Directory, { units }: Scope): Finding[] {
  if (people.length === 0) {
    return [wrong('directory', 'privacy officer', 'The positive list has no enabled members: check it.')];
  }
  const nowhere = units === undefined ? withoutUnit(people) : 0;
  const found = good('directory', `The positive list is read: it has ${String(people.length)} people.`);
  const lines = `${String(notFound)} lines of the positive list are about no enabled member: check the file.`;
  if (notFound > 0) return [found, note('directory', 'privacy officer', lines)];
  if (nowhere === 0) return [found];
  const says = `${String(nowhere)} of them have no unit and are counted in no row: check the attribute in the scope.`;
  return [found, note('directory', 'privacy officer', says)];
}

function withoutUnit(people: Directory['people']): number {
  return people.filter(({ unit }) => unit === '').length;
}

/**
 * Who is left once units are out, who alone may be read, and what was found where something other than the directory's
 * attribute makes the units. Of managers one person's is enough, or those of as many people as mailboxes are tried.
 */
async function tryUnits(
  directory: Directory,
  get: Get,
  { scope, now, dataFolder }: Trials,
): Promise<{ readonly within: Directory; readonly findings: Finding[] }> {
  const { units, unitsOut } = scope;
  const isChain = units?.from === 'managers';
  const tried = directory.people.slice(0, unitsOut.length === 0 ? 1 : MAILBOXES_TRIED);
  const asked = isChain ? { ...directory, people: tried } : directory;
  const nobody = { ...directory, people: [] };
  if (directory.people.length === 0) return { within: nobody, findings: [] };
  const placed = await attempt('units', () =>
    unitsFor({ get, scope, now, readDataFile: dataFileReader(dataFolder) }, asked),
  );
  // Whose unit is not known might be left out.
  if ('finding' in placed) return { within: unitsOut.length === 0 ? directory : nobody, findings: [placed.finding] };
  const { directory: within, out } = withoutUnitsOut(placed.result.directory, scope);
  const leaves = `${String(out.length)} people are in units that the scope leaves out: they are not read.`;
  const findings = [
    ...(units === undefined ? [] : [aboutUnits(within, isChain)]),
    ...(unitsOut.length === 0 || isChain ? [] : [good('units', leaves)]),
  ];
  return { within: isChain && unitsOut.length === 0 ? directory : within, findings };
}

function aboutUnits({ people }: Directory, isChain: boolean): Finding {
  if (isChain) return good('units', "One person's manager can be read; `samspill units` shows the units.");
  const nowhere = withoutUnit(people);
  if (nowhere === 0) return good('units', 'Everybody on the positive list is placed in a unit.');
  const says = `${String(nowhere)} people have no unit and are counted in no row: \`samspill units\` shows the units there are.`;
  return note('units', 'privacy officer', says);
}

/** How many have a competence is not said, only that they are too few. */
async function tryCompetences(
  directory: Directory,
  get: Get,
  { units, unitsOut, competences }: Scope,
): Promise<Finding> {
  const check = 'competence-groups';
  // Then only the managers of some were asked, and who is left in is not known of the others.
  if (units?.from === 'managers' && unitsOut.length > 0)
    return untried(check, 'Not tried: it needs the units of everybody; `samspill units` says it.');
  const read = await attempt(check, () => readCompetenceHolders({ get, directory, competences }));
  if ('finding' in read) return read.finding;
  const tooFew = competencesOfTooFew(read.result);
  if (tooFew.length === 0) return good(check, 'Enough people have each competence that the scope names.');
  const says = `Fewer than ${String(LEAST_HOLDERS)} of the list have ${tooFew.join(', ')}: no table counts it. Take it out of the scope, or let its group grow.`;
  return note(check, 'privacy officer', says);
}

async function tryConcealment(get: Get): Promise<Finding> {
  const read = await attempt('report-settings', () => readConcealment(get));
  if ('finding' in read) return read.finding;
  if (!read.result) return good('report-settings', 'Usage reports show whom they are about.');
  return note('report-settings', 'privacy officer', CONCEALED);
}

const CONCEALED =
  'The tenant conceals names in usage reports: which tools a unit uses cannot be known, only how many in the whole organisation use them. Where the privacy officer decides otherwise, a Microsoft 365 administrator shows the names under Settings, Org settings, Reports (docs/privacy-officer.md).';

/** Microsoft's own counts, which nothing is concealed of; fewer than 300 people are not asked about. */
async function tryCounts(get: Get, { people }: Directory): Promise<Finding[]> {
  if (isSmallOrganisation(people.length)) return [];
  const read = await attempt('organisation-counts', () => readOrganisationCounts(get));
  if ('finding' in read) return [read.finding];
  return [good('organisation-counts', "Microsoft's counts of the whole organisation can be read.")];
}

async function briefly(ms: number, wait: (ms: number) => Promise<void>): Promise<void> {
  if (ms <= LONGEST_WAIT_MS) return wait(ms);
  throw new Failure(
    'throttled',
    `Microsoft Graph asks to wait ${String(Math.ceil(ms / 1000))} seconds: run doctor again after that.`,
  );
}
