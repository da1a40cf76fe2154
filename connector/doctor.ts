import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { dirname, join, resolve } from 'node:path';
import { healthAnswer } from './api/answers.ts';
import { attempt, good, note, untried, wrong, type Finding } from './doctor-finding.ts';
import { tryMicrosoft } from './doctor-trials.ts';
import { Failure } from './failure.ts';
import { readCredential, readScopeFile } from './installation.ts';
import { installedCustody } from './installed-custody.ts';
import type { KeyCustody } from './key-custody/key-custody.ts';
import { CLOUDS, refuseLacking } from './microsoft-graph/clouds.ts';
import { neededByScope } from './microsoft-graph/needed-sources.ts';
import { signIn, type SignInCredential } from './microsoft-graph/sign-in.ts';
import { dayNumber, dayOf } from './privacy/period.ts';
import { checkScopeLasts, type Scope } from './privacy/scope.ts';
import { applicationOf, readSettings, type Settings } from './settings.ts';
import { openStore, type Store } from './store/open.ts';
import { gatesNow } from './scope-standing.ts';
import { keptScopes } from './store/scopes.ts';

export interface Doctor {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where the built tab lies. */
  readonly tabFolder: string;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly random: (size: number) => Uint8Array;
}

const KEPT_IN: Readonly<Record<KeyCustody['kind'], string>> = {
  file: 'They lie in a file beside the data, which is weak: fit for a demo or a pilot, not for production.',
  'systemd-credential': 'What unwraps them comes from a systemd credential, apart from the data.',
  'key-vault': 'What unwraps them stays in Azure Key Vault.',
  'managed-hsm': 'What unwraps them stays in a Managed HSM.',
};
const DECISIONS = 'samspill.sqlite';
const OTHERS_MAY = 0o077;
const DAYS_BEFORE_END = 30;

/**
 * Everything that keeps an installation from working, or soon will, in the order in which to put it right: settings, data
 * folder, database, keys, scope, sign-in, permissions, each source asked once, tab, port. Nothing is made, changed or kept,
 * and no finding names a person, an address or an id.
 *
 * Cost: a sign-in, one for every 999 people on the positive list, and for each source what `trySource` says.
 */
export async function doctor(doctor: Doctor): Promise<Finding[]> {
  const settings = await attempt('settings', () => readSettings(doctor.environment));
  if ('finding' in settings) return [settings.finding];
  const folder = settings.result.SAMSPILL_DATA_FOLDER;
  const application = await attempt('settings', () => {
    const found = applicationOf(settings.result);
    return { ...found, credential: readCredential(found) };
  });
  const findings = [
    'finding' in application ? application.finding : aboutApplication(application.result.credential),
    await checkFolder(folder),
  ];
  const store = await attempt('database', () =>
    openHeld(folder, 'finding' in application ? undefined : application.result.tenantId),
  );
  const held = 'finding' in store ? undefined : store.result;
  try {
    const keys = await attempt('keys', () => {
      const tenant = 'finding' in application ? undefined : application.result;
      return tenant && installedCustody({ ...doctor, settings: settings.result, application: tenant }).custody;
    });
    const custody = 'finding' in keys ? undefined : keys.result;
    const tenantId = 'finding' in application ? undefined : application.result.tenantId;
    findings.push(
      'finding' in store ? store.finding : aboutStore(held),
      'finding' in keys ? keys.finding : await checkKeys(custody, tenantId),
    );
    const scope = await attempt('scope', () => {
      const found = readScope(settings.result, held, doctor.now());
      refuseLacking(CLOUDS[settings.result.SAMSPILL_CLOUD], neededByScope(found));
      return found;
    });
    findings.push('finding' in scope ? scope.finding : aboutScope(scope.result, doctor.now()));
    findings.push(aboutGates(held, settings.result, doctor.now()));
    if ('finding' in application || 'finding' in scope || 'finding' in store || custody === undefined) {
      // Without the database nobody could tell who objected, so nobody may be read.
      findings.push(
        untried('sign-in', 'Not tried: it needs the settings, the database, the keys and a scope that lasts.'),
      );
    } else {
      const { tenantId } = application.result;
      const cloud = CLOUDS[application.result.cloud];
      const tokens = signIn({ ...application.result, cloud, now: doctor.now });
      findings.push(
        ...(await tryMicrosoft({
          ...doctor,
          tokens,
          tenantId,
          cloud,
          scope: scope.result,
          dataFolder: folder,
          openStandingKey: () => custody.standingKey(tenantId),
          store: held,
        })),
      );
    }
  } finally {
    held?.close();
  }
  return [...findings, checkTab(doctor.tabFolder), await checkPort(settings.result)];
}

/** One line a finding, those to act on with whose move it is. */
export function findingLines(findings: readonly Finding[]): string[] {
  return findings.map(({ check, state, whoseMove, says }) => {
    const move = state === 'wrong' || state === 'note' ? ` (${whoseMove})` : '';
    return `${state.padEnd(7)} ${check}${move}: ${says}`;
  });
}

/** Samspill can work as the scope says. */
export function isWell(findings: readonly Finding[]): boolean {
  return findings.every(({ state }) => state !== 'wrong');
}

function aboutApplication(credential: SignInCredential): Finding {
  if (!('secret' in credential)) return good('settings', 'All that is needed is set.');
  const says =
    'The application signs in with a secret, which production refuses: give it a certificate, a managed identity or workload identity federation before the pilot ends.';
  return note('settings', 'operator', says);
}

async function checkFolder(folder: string): Promise<Finding> {
  const checked = await attempt('data folder', () => {
    const { R_OK, W_OK, X_OK } = constants;
    try {
      accessSync(existsSync(folder) ? folder : dirname(resolve(folder)), R_OK | W_OK | X_OK);
    } catch (error) {
      throw new Failure(
        'folder-unwritable',
        'SAMSPILL_DATA_FOLDER cannot be made or written: choose a folder whose parent exists and that this account may write.',
        { cause: error },
      );
    }
  });
  if ('finding' in checked) return checked.finding;
  if (!existsSync(folder)) return good('data folder', 'It is not there yet and will be made at the first start.');
  if ((statSync(folder).mode & OTHERS_MAY) === 0) return good('data folder', 'This account, and no other, may use it.');
  return note('data folder', 'operator', 'Other accounts may look into it: set its mode to 0700.');
}

/** The database, read only; undefined before the first start. */
function openHeld(folder: string, tenantId: string | undefined): Store | undefined {
  const whose = tenantId === undefined ? {} : { tenantId };
  return existsSync(join(folder, DECISIONS)) ? openStore(folder, { readOnly: true, ...whose }) : undefined;
}

function aboutStore(store: Store | undefined): Finding {
  if (store === undefined) return good('database', 'It is not there yet and will be made at the first start.');
  return good('database', 'It opens, and is of this version.');
}

async function checkKeys(custody: KeyCustody | undefined, tenantId: string | undefined): Promise<Finding> {
  if (custody === undefined || tenantId === undefined) return untried('keys', 'Not tried: they need the settings.');
  const looked = await attempt('keys', () => custody.look(tenantId));
  if ('finding' in looked) return looked.finding;
  const says = KEPT_IN[custody.kind];
  return custody.weak ? note('keys', 'operator', says) : good('keys', says);
}

function readScope(settings: Settings, store: Store | undefined, now: number): Scope {
  const path = settings.SAMSPILL_SCOPE_FILE ?? join(settings.SAMSPILL_DATA_FOLDER, 'scope.json');
  const isPilot = settings.SAMSPILL_STAGE === 'pilot';
  const isFile = isPilot && (settings.SAMSPILL_SCOPE_FILE !== undefined || existsSync(path));
  const kept = store && keptScopes(store, settings.SAMSPILL_STAGE).at(-1);
  const scope = isFile && (kept?.proposal ?? null) === null ? readScopeFile(path) : kept?.scope;
  if (scope === undefined) {
    throw new Failure(
      'scope-missing',
      isPilot
        ? 'There is no scope: the privacy officer writes one (see docs/privacy-officer.md).'
        : 'No scope is in force: the privacy officer proposes one, and another person approves it (see docs/privacy-officer.md).',
    );
  }
  checkScopeLasts(scope, dayOf(now));
  return scope;
}

function aboutScope({ endsOn }: Scope, now: number): Finding {
  if (dayNumber(endsOn) - dayNumber(dayOf(now)) <= DAYS_BEFORE_END) {
    return note('scope', 'privacy officer', `It ends on ${endsOn}: nothing is read from that day on.`);
  }
  return good('scope', `It lasts until ${endsOn}.`);
}

/** A pilot brings its own gates: they are its own routine. */
function aboutGates(store: Store | undefined, settings: Settings, now: number): Finding {
  if (settings.SAMSPILL_STAGE === 'pilot') return good('gates', 'A pilot has none: they are for you to see to.');
  if (store === undefined) return untried('gates', 'Not asked: there is no database yet.');
  const closed = gatesNow(store, settings.SAMSPILL_STAGE, now).filter(({ open }) => !open);
  if (closed.length === 0) return good('gates', 'All are open.');
  const those = closed.map(({ gate }) => gate).join(', ');
  return wrong('gates', 'privacy officer', `Nothing is read or released while these are closed: ${those}.`);
}

function checkTab(folder: string): Finding {
  if (existsSync(join(folder, 'index.html'))) return good('tab', 'It is built.');
  return note('tab', 'nobody', 'It is not built yet; the first start builds it.');
}

async function checkPort({ SAMSPILL_PORT: port, SAMSPILL_LISTEN_ON: address }: Settings): Promise<Finding> {
  const server = createServer();
  try {
    await once(server.listen(port, address), 'listening');
    server.close();
    return good('port', 'It is free.');
  } catch {
    if (await isSamspill(port, address)) return good('port', 'Samspill answers there already.');
    const says =
      'SAMSPILL_PORT cannot be used, most likely because another program has it: stop that one, or choose another.';
    return wrong('port', 'operator', says);
  }
}

async function isSamspill(port: number, address: string): Promise<boolean> {
  const host = address.includes(':') ? `[${address}]` : address;
  try {
    const response = await fetch(`http://${host}:${String(port)}/api/health`, { signal: AbortSignal.timeout(5_000) });
    return healthAnswer.safeParse(await response.json()).success;
  } catch {
    return false;
  }
}
