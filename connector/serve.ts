import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Express } from 'express';
import { makeServer } from './api/server.ts';
import { signingKeys } from './api/signing-keys.ts';
import { nextPictureOn, periodsDue, spansDue } from './catch-up.ts';
import { Failure } from './failure.ts';
import { installation } from './installation.ts';
import { SOURCE_DECLARATIONS } from './microsoft-graph/source-declarations.ts';
import { collectSpan, publishDue, type Operation } from './operation.ts';
import { checkScopeLasts, firstReadableDay } from './privacy/scope.ts';
import { dayOf } from './privacy/period.ts';
import { startSchedule } from './schedule.ts';
import type { Settings } from './settings.ts';
import { lastDayRead } from './store/held.ts';
import { releasedPeriods } from './store/releases.ts';
import { buildTabIfChanged, TAB_FOLDER } from './tab-build.ts';

/** Teams desktop and mobile, and Teams on the web: the hosts that may carry a token to us. */
export const TEAMS_CLIENTS = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'];

/**
 * Answers the tab, and collects and publishes on schedule, until told to stop; a run in progress ends first.
 *
 * @param options.stopped settles when it is time to stop
 * @throws Failure naming what is missing or in the way
 */
export async function serve({
  settings,
  tell,
  stopped,
}: {
  readonly settings: Settings;
  readonly tell: (line: string) => void;
  readonly stopped: Promise<unknown>;
}): Promise<void> {
  const operation = await installation(settings, tell);
  await buildTabIfChanged();
  const server = await listen(
    answering(operation, settings, tell),
    settings.SAMSPILL_PORT,
    settings.SAMSPILL_LISTEN_ON,
  );
  tell(`Samspill answers on ${settings.SAMSPILL_LISTEN_ON}:${String(settings.SAMSPILL_PORT)}.`);
  const schedule = startSchedule(settings.SAMSPILL_SCHEDULE, () => oneNight(operation, tell));
  await stopped;
  tell('Stopping: the run in progress ends first. Stop once more to end at once; nothing stored is lost.');
  server.close();
  server.closeAllConnections();
  await schedule.stop();
  operation.store.close();
}

function answering(
  { store, tenantId, scope, custody }: Operation,
  settings: Settings,
  tell: (line: string) => void,
): Express {
  const now = Date.now;
  return makeServer({
    store,
    organisation: scope.organisation,
    demo: false,
    tokens: {
      tenantId,
      clientId: settings.SAMSPILL_CLIENT_ID ?? '',
      keys: signingKeys({
        address: `https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`,
        get: fetch,
        now,
      }),
      allowedClients: TEAMS_CLIENTS,
    },
    sources: SOURCE_DECLARATIONS,
    custody,
    expectedReleases: null,
    firstPictureOn: nextPictureOn(now()),
    now,
    random: randomBytes,
    note: (reference, code) => {
      tell(`refused ${code} (reference ${reference})`);
    },
    tabFolder: TAB_FOLDER,
    publicHttps: settings.SAMSPILL_PUBLIC_HOST !== undefined,
  });
}

/**
 * Opens a server for business.
 *
 * @throws Failure 'port-in-use'
 */
export async function listen(app: Express, port: number, address: string): Promise<Server> {
  const server = app.listen(port, address);
  try {
    await once(server, 'listening');
    return server;
  } catch (error) {
    throw new Failure(
      'port-in-use',
      `Port ${String(port)} cannot be used, most likely because another program has it: stop that one, or choose another port.`,
      { cause: error },
    );
  }
}

/** One run of the schedule: what is missing is read, what is due is published. A failure is said and recorded, not thrown. */
async function oneNight(operation: Operation, tell: (line: string) => void): Promise<void> {
  const { store, scope, now } = operation;
  try {
    checkScopeLasts(scope, dayOf(now()));
    const released = new Set(releasedPeriods(store).map(({ id }) => id));
    const due = spansDue(now(), lastDayRead(store), firstReadableDay(scope), (id) => released.has(id));
    for (const span of due) await collectSpan(operation, span);
    await publishDue(operation, periodsDue(now(), store.heldPeriods()), tell);
  } catch (error) {
    const sentence = error instanceof Failure ? error.message : 'A fault of our own ended the run: please report it.';
    tell(`${sentence} The next run tries again.`);
  }
}
