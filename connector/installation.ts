import { createPrivateKey, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as machineWait } from 'node:timers/promises';
import { dataFileReader } from './data-file.ts';
import { Failure } from './failure.ts';
import { installedCustody } from './installed-custody.ts';
import { keepPinned, refuseClockBack } from './ledger-pinning.ts';
import { CLOUDS, refuseLacking } from './microsoft-graph/clouds.ts';
import { makeGet } from './microsoft-graph/get.ts';
import { makeThrottle } from './microsoft-graph/throttle.ts';
import { compareRoles, leastRoles, missingSentences, rolesIn } from './microsoft-graph/granted-roles.ts';
import { rolesNeeded } from './microsoft-graph/needed-sources.ts';
import { signIn, type AccessTokens, type SignInCredential } from './microsoft-graph/sign-in.ts';
import { finishErasing, type Operation } from './operation.ts';
import { dayOf } from './privacy/period.ts';
import { checkScopeLasts, parseScope, type Scope } from './privacy/scope.ts';
import { checkGatesNow, scopeInForce } from './scope-standing.ts';
import { progressTeller } from './progress-teller.ts';
import { applicationOf, type Application, type Settings } from './settings.ts';
import { serviceLine } from './service-line.ts';
import { stoppable, stopped } from './stopped.ts';
import { openStore, type Store } from './store/open.ts';
import { keptScopes, saveScope } from './store/scopes.ts';

/**
 * A real tenant opened: its store, its keys, its scope and what its application may do. Nothing but tokens is asked of
 * Microsoft here.
 */
export interface OpenInstallation extends Pick<
  Operation,
  'tenantId' | 'store' | 'custody' | 'pin' | 'scope' | 'mayGoOn' | 'now'
> {
  /** Those of the application, held to the scope in force. */
  readonly tokens: AccessTokens;
  readonly heldRoles: () => Promise<Iterable<string>>;
  /**
   * A sentence for each permission that is missing: which sources stop, and where to consent. The other sources are read
   * all the same.
   *
   * @throws Failure 'too-many-permissions', and what signing in throws
   */
  readonly missingRoles: () => Promise<string[]>;
}

/** A real tenant's operation, and what its application may not do though the scope needs it. */
export type Installation = Operation & Pick<OpenInstallation, 'missingRoles'>;

/**
 * Puts a real tenant's operation together from the settings: store, keys, scope, sign-in and the one GET, after everything
 * was brought in order as `startedInstallation` does.
 *
 * @param tell a line for whoever watches the terminal
 * @param stop ends a run at its next step, and what it asks of Microsoft Graph at once
 * @throws Failure naming the setting, file or field that is wrong
 */
export async function installation(
  settings: Settings,
  tell: (line: string) => void,
  stop: AbortSignal,
): Promise<Installation> {
  return installedOperation(await startedInstallation(settings), settings, tell, stop);
}

/**
 * Opens a real tenant for a process that starts: what a crash left half pinned or half erased is finished here, before
 * anything else happens, and in a pilot the scope file is taken.
 *
 * @throws Failure naming the setting, file or field that is wrong
 */
export async function startedInstallation(settings: Settings): Promise<OpenInstallation> {
  const opened = openInstallation(settings);
  const { store, custody, pin, tenantId, now } = opened;
  try {
    refuseClockBack(store, now());
    await custody.makeReady(tenantId);
    await keepPinned({ store, pin, tenantId, mayAdopt: settings.SAMSPILL_STAGE === 'pilot' });
    await finishErasing({ store, custody, now });
    if (settings.SAMSPILL_STAGE === 'pilot') takeScopeFile(settings, store, now());
    return opened;
  } catch (error) {
    store.close();
    throw error;
  }
}

/**
 * Opens a real tenant beside whoever started it, in another thread for instance. The scope is the one in force at each
 * asking.
 *
 * @throws Failure naming the setting or file that is wrong
 */
export function openInstallation(settings: Settings): OpenInstallation {
  const application = applicationOf(settings);
  const credential = readCredential(application);
  const now = Date.now;
  const { tenantId, clientId } = application;
  const cloud = CLOUDS[application.cloud];
  const stage = settings.SAMSPILL_STAGE;
  const store = openStore(settings.SAMSPILL_DATA_FOLDER, { tenantId });
  try {
    const signedIn = signIn({ tenantId, clientId, credential, now, cloud });
    const under = underScope(
      () => {
        const scope = scopeInForce(store, stage, now());
        checkScopeLasts(scope, dayOf(now()));
        return scope;
      },
      (scope) => {
        const need = rolesNeeded(scope);
        refuseLacking(cloud, need.sources);
        return { scope, need, tokens: leastRoles(signedIn, need) };
      },
    );
    return {
      tenantId,
      store,
      ...installedCustody({ settings, application: { ...application, credential }, random: randomBytes, now }),
      now,
      tokens: { token: async (options) => under().tokens.token(options) },
      heldRoles: async () => rolesIn(await under().tokens.token()),
      missingRoles: async () => {
        const { tokens, need } = under();
        return missingSentences(compareRoles(rolesIn(await tokens.token()), need), cloud);
      },
      get scope() {
        return under().scope;
      },
      mayGoOn: () => {
        checkGatesNow(store, stage, now());
        under();
      },
    };
  } catch (error) {
    store.close();
    throw error;
  }
}

/** What reads and releases an open installation; parameters as `installation`. */
export function installedOperation(
  opened: OpenInstallation,
  settings: Settings,
  tell: (line: string) => void,
  stop: AbortSignal,
): Installation {
  const { tenantId, store, custody, pin, now, tokens, heldRoles, missingRoles, mayGoOn } = opened;
  const wait = (ms: number, signal?: AbortSignal): Promise<void> =>
    machineWait(ms, undefined, signal === undefined ? {} : { signal });
  const throttle = makeThrottle({
    now,
    wait,
    random: randomBytes,
    mailboxConcurrency: settings.SAMSPILL_MAILBOX_CONCURRENCY,
    note: (note) => {
      const line = serviceLine(note);
      if (line !== undefined) tell(line);
    },
  });
  return {
    heldRoles,
    missingRoles,
    // As it is at each asking: a scope may come into force between two spans.
    get scope() {
      return opened.scope;
    },
    mayGoOn,
    tenantId,
    store,
    custody,
    pin,
    get: makeGet({
      cloud: CLOUDS[settings.SAMSPILL_CLOUD],
      pace: throttle,
      signal: stopped(stop),
      tokens,
      now,
      wait,
      random: randomBytes,
    }),
    tenantHas: throttle.tenantHas,
    readDataFile: dataFileReader(store.folder),
    now,
    machineNow: now,
    machineWait: wait,
    random: randomBytes,
    giveWay: () => nextTurn(),
    holder: `${hostname()}/${String(process.pid)}`,
    report: stoppable(progressTeller(tell, now), stop),
  };
}

/** The application's credential, its key read from where the settings say. @throws Failure 'bad-setting' */
export function readCredential({ credential }: Application): SignInCredential {
  if ('secret' in credential || 'managedIdentity' in credential) return credential;
  if ('federatedTokenFile' in credential) return { federated: federatedToken(credential.federatedTokenFile) };
  const { thumbprintSha256, keyFile } = credential.certificate;
  const privateKey = readText(keyFile, 'SAMSPILL_CERTIFICATE_KEY_FILE');
  checkPrivateKey(privateKey);
  return { certificate: { thumbprintSha256, privateKey } };
}

/** Read anew each time: the platform that vouches for this machine replaces the file before its token ends. */
function federatedToken(path: string): () => Promise<string> {
  const read = (): string => {
    const token = readText(path, 'SAMSPILL_FEDERATED_TOKEN_FILE').trim();
    if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return token;
    throw new Failure(
      'bad-setting',
      'The file that SAMSPILL_FEDERATED_TOKEN_FILE names holds no token: name the file that your platform writes; see manifest/INSTALL.md.',
    );
  };
  read();
  return () =>
    new Promise((resolve) => {
      resolve(read());
    });
}

function checkPrivateKey(pem: string): void {
  try {
    createPrivateKey(pem);
  } catch (error) {
    throw new Failure(
      'bad-setting',
      'The file that SAMSPILL_CERTIFICATE_KEY_FILE names holds no private key in PEM form without a passphrase: export the key of the certificate again; see manifest/INSTALL.md.',
      { cause: error },
    );
  }
}

function readText(path: string, setting: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Failure(
      'bad-setting',
      `The file that ${setting} names cannot be read: check its path and who may read it.`,
      {
        cause: error,
      },
    );
  }
}

/**
 * In a pilot the file stands as it is, until a scope has been agreed on in the tab: nobody overrules that with a file. A
 * file is no approval, so production takes none; `scope propose` makes a proposal of it.
 */
function takeScopeFile(settings: Settings, store: Store, now: number): void {
  const path = settings.SAMSPILL_SCOPE_FILE ?? join(settings.SAMSPILL_DATA_FOLDER, 'scope.json');
  const isGiven = settings.SAMSPILL_SCOPE_FILE !== undefined || existsSync(path);
  if (!isGiven || keptScopes(store).some(({ proposal }) => proposal !== null)) return;
  saveScope(store, readScopeFile(path), new Date(now).toISOString());
}

/** What is made of a scope, made anew when the scope in force is another. */
function underScope<Made>(inForce: () => Scope, make: (scope: Scope) => Made): () => Made {
  let last: { readonly text: string; readonly made: Made } | undefined;
  return () => {
    const scope = inForce();
    const text = JSON.stringify(scope);
    if (last?.text !== text) last = { text, made: make(scope) };
    return last.made;
  };
}

/** @throws Failure 'bad-setting' where it cannot be read, 'bad-input' where it is no scope */
export function readScopeFile(path: string): Scope {
  const text = readText(path, 'SAMSPILL_SCOPE_FILE (or scope.json in the data folder)');
  try {
    return parseScope(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Failure('bad-input', 'The scope file is not JSON: check its commas, quotes and brackets.', {
      cause: error,
    });
  }
}
