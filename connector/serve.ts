import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Express } from 'express';
import { makeServer } from './api/server.ts';
import { signingKeys } from './api/signing-keys.ts';
import type { TokenRules } from './api/who-is-asking.ts';
import { nextPictureOn } from './catch-up.ts';
import { Failure } from './failure.ts';
import { startedInstallation, type OpenInstallation } from './installation.ts';
import { CLOUDS, type Cloud } from './microsoft-graph/clouds.ts';
import { appsMeasured } from './microsoft-graph/apps-measured.ts';
import { neededByScope } from './microsoft-graph/needed-sources.ts';
import { nightInThread } from './night-thread.ts';
import { reachOfSchedule } from './night.ts';
import { pdfFonts } from './pdf-fonts.ts';
import type { Day } from './privacy/period.ts';
import { productVersion } from './product-version.ts';
import { scopeNow } from './scope-standing.ts';
import { checkSchedule, nextRunOf, startSchedule } from './schedule.ts';
import { applicationOf, type Settings } from './settings.ts';
import { Stopped } from './stopped.ts';
import type { Store } from './store/open.ts';
import { periodCalled } from './store/period-path.ts';
import { readProposals } from './store/proposals.ts';
import { currentScope } from './store/scopes.ts';
import { buildTabIfChanged, TAB_FOLDER } from './tab-build.ts';

/** Teams desktop and mobile, and Teams on the web: the hosts that may carry a token to us. */
const TEAMS_CLIENTS = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'];

/** Whose tokens are taken: those of one tenant, made for one application, carried by Teams. */
export function teamsTokens({
  tenantId,
  clientId,
  cloud = CLOUDS.global,
}: {
  readonly tenantId: string;
  readonly clientId: string;
  readonly cloud?: Cloud;
}): TokenRules {
  const address = `${cloud.signIn}/${tenantId}/discovery/v2.0/keys`;
  return {
    tenantId,
    clientId,
    cloud,
    keys: signingKeys({ address, get: fetch, now: Date.now }),
    allowedClients: TEAMS_CLIENTS,
  };
}

/**
 * Answers the tab, and has what is due collected and published on schedule in a thread of its own, until told to stop; a
 * run in progress ends at its next step. The port is taken before anything else: a second start beside a running one
 * touches nothing of it.
 *
 * @param options.stop given when it is time to stop
 * @param options.nightModule as `module` of `nightInThread`
 * @throws Failure naming what is missing or in the way
 */
export async function serve({
  settings,
  tell,
  stop,
  nightModule,
}: {
  readonly settings: Settings;
  readonly tell: (line: string) => void;
  readonly stop: AbortSignal;
  readonly nightModule?: URL;
}): Promise<void> {
  checkSchedule(settings.SAMSPILL_SCHEDULE);
  const door = await openDoor(settings.SAMSPILL_PORT, settings.SAMSPILL_LISTEN_ON);
  try {
    const opened = await startedInstallation(settings);
    try {
      await buildTabIfChanged();
      const picture = { on: firstPicture(opened) };
      door.leadTo(answering(opened, settings, tell, () => picture.on));
      tell(`Samspill answers on ${settings.SAMSPILL_LISTEN_ON}:${String(door.port)}.`);
      void tellPermissions(opened, tell);
      const schedule = startSchedule(settings.SAMSPILL_SCHEDULE, async () => {
        await oneNight(opened.store, { settings, tell, stop, module: nightModule });
        picture.on = firstPicture(opened);
      });
      await until(stop);
      tell('Stopping: a run in progress ends at its next step. Stop once more to end at once; nothing stored is lost.');
      door.close();
      await schedule.stop();
    } finally {
      opened.store.close();
    }
  } finally {
    door.close();
  }
}

/** What is wrong with the application's permissions, said at the start; what is released is shown whatever it is. */
async function tellPermissions({ missingRoles }: OpenInstallation, tell: (line: string) => void): Promise<void> {
  try {
    for (const line of await missingRoles()) tell(line);
  } catch (error) {
    tell(error instanceof Failure ? error.message : 'A fault of our own kept permissions from being checked.');
  }
}

/** Settles when the signal is given, at once when it was. */
export async function until(stop: AbortSignal): Promise<void> {
  if (!stop.aborted) await once(stop, 'abort');
}

function answering(
  opened: OpenInstallation,
  settings: Settings,
  tell: (line: string) => void,
  firstPictureOn: () => Day | null,
): Express {
  const { store, custody } = opened;
  const now = Date.now;
  const application = applicationOf(settings);
  return makeServer({
    store,
    openPeriodKey: (periodId) => custody.openPeriodKey(application.tenantId, periodId),
    appsMeasured,
    pdfFonts,
    get organisation() {
      return organisationOf(store);
    },
    demo: false,
    tokens: teamsTokens({ ...application, cloud: CLOUDS[application.cloud] }),
    get sources() {
      const scope = scopeNow(store, settings.SAMSPILL_STAGE, now());
      return scope === undefined ? [] : neededByScope(scope);
    },
    custody,
    tenantId: application.tenantId,
    stage: settings.SAMSPILL_STAGE,
    standingKey: () => custody.standingKey(application.tenantId),
    expectedReleases: null,
    firstPictureOn,
    installed: {
      version: productVersion(),
      nextRunAt: () => nextRunOf(settings.SAMSPILL_SCHEDULE)?.toISOString() ?? null,
    },
    now,
    random: randomBytes,
    note: (reference, code) => {
      tell(`refused ${code} (reference ${reference})`);
    },
    tabFolder: TAB_FOLDER,
    publicHttps: settings.SAMSPILL_PUBLIC_HOST !== undefined,
  });
}

/** As the newest scope calls it, or the newest proposal of one; nothing before anybody has said. */
function organisationOf(store: Store): string {
  return currentScope(store)?.organisation ?? readProposals(store, 'pilot').at(-1)?.scope.organisation ?? '';
}

/** Null while no scope is in force: nobody knows then when there will be a picture. */
function firstPicture(opened: OpenInstallation): Day | null {
  try {
    return nextPictureOn(opened.now(), reachOfSchedule(opened));
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

/** A port that is taken, before there is anything behind it. */
export interface Door {
  readonly port: number;
  /** What answers from now on; requests that came earlier waited for it. */
  readonly leadTo: (app: Express) => void;
  /** Lets nobody in any more, and sends away whoever is there. */
  readonly close: () => void;
}

/**
 * Takes a port.
 *
 * @param port 0 for any that is free
 * @throws Failure 'port-in-use'; 'bad-setting' when this machine or account may not listen there
 */
export async function openDoor(port: number, address: string): Promise<Door> {
  const { promise: app, resolve: leadTo } = Promise.withResolvers<Express>();
  const server = createServer((request, response) => {
    void app.then((answer) => {
      answer(request, response);
    });
  });
  try {
    await once(server.listen(port, address), 'listening');
  } catch (error) {
    throw cannotListen(error, port);
  }
  return {
    port: portOf(server, port),
    leadTo,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function portOf(server: Server, asked: number): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : asked;
}

function cannotListen(error: unknown, port: number): Failure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new Failure(
      'port-in-use',
      `Port ${String(port)} is in use, perhaps by another Samspill: stop that one, or choose another port.`,
      { cause: error },
    );
  }
  if (code === 'EACCES') {
    return new Failure(
      'bad-setting',
      `This account may not open port ${String(port)}: choose another port, from 1024 on.`,
      { cause: error },
    );
  }
  return new Failure(
    'bad-setting',
    'Set SAMSPILL_LISTEN_ON to an address of this machine, for example 127.0.0.1; see .env.example.',
    { cause: error },
  );
}

/**
 * One run of the schedule, in a thread of its own; files of periods that it removes are let go of here. A failure is said,
 * and recorded by the run itself, not thrown.
 */
async function oneNight(store: Store, night: Parameters<typeof nightInThread>[0]): Promise<void> {
  try {
    for await (const id of nightInThread(night)) {
      const period = periodCalled(id);
      if (period !== undefined) store.closePeriod(period);
    }
  } catch (error) {
    if (error instanceof Stopped) return;
    const sentence = error instanceof Failure ? error.message : 'A fault of our own ended the run: please report it.';
    night.tell(`${sentence} The next run tries again.`);
  }
}
