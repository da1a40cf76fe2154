import { randomBytes } from 'node:crypto';
import type { Express } from 'express';
import type { DemoRole } from './api/enter-demo.ts';
import { namesOfThisMachine } from './api/only-under.ts';
import { makeServer } from './api/server.ts';
import { registerDemoLaunches } from './demo-launches.ts';
import { standInDemo } from './demo-bridge-builders.ts';
import { CLIENT_ID, playDemo, type DemoLife, type DemoPerson, type DemoPlay } from './demo-life.ts';
import { keepDemoPlans } from './demo-plans.ts';
import { demoNextPicture, releasedAt } from './demo-next-picture.ts';
import { livePeriod } from './demo-quarters.ts';
import { livedInThread } from './demo-thread.ts';
import { appsMeasured } from './microsoft-graph/apps-measured.ts';
import { neededByScope } from './microsoft-graph/needed-sources.ts';
import { pdfFonts } from './pdf-fonts.ts';
import { productVersion } from './product-version.ts';
import { dayOf, type Period } from './privacy/period.ts';
import { releaseDocument } from './release-document.ts';
import { scopeNow } from './scope-standing.ts';
import { openDoor, teamsTokens, until, type Door } from './serve.ts';
import { Stopped } from './stopped.ts';
import { readFigures } from './store/figures.ts';
import { readRelease } from './store/releases.ts';
import { buildTabIfChanged, TAB_FOLDER } from './tab-build.ts';

export interface DemoOptions extends Omit<DemoPlay, 'today'> {
  readonly port: number;
  readonly asJson: boolean;
  readonly print: (value: unknown) => void;
}

/**
 * Plays a tenant through the whole product: Entra and Graph are spoken in this process, everything else is what runs in
 * production. Past quarters are lived on a virtual clock, day by day for reports and by spans for mail; what is already
 * released in the data folder is not lived again. The port is taken before anything else: a second start beside a
 * running one touches nothing of it.
 *
 * @throws Failure naming what is wrong with the folder, the span, the data folder or the port; Stopped when told to stop
 *   before everything was released
 */
export async function demo(options: DemoOptions): Promise<void> {
  const played = { ...options, today: Date.now() };
  if (options.once) {
    await playDemo(played, true, (life) => once(life, options.print));
    return;
  }
  const door = await openDoor(options.port, '127.0.0.1');
  try {
    await playDemo(played, true, (life) => stay(life, door));
  } finally {
    door.close();
  }
}

/** One period, one JSON document. A period that is released already prints its stored release. */
async function once(life: DemoLife, print: DemoOptions['print']): Promise<void> {
  for (const period of life.periods) {
    const release = await livePeriod(life, period, true);
    print(releaseDocument(release, readFigures(life.operation.store, period.id)));
  }
}

/** Opens the tab at once, and has the quarters lived in a thread of their own while people look. */
async function stay(life: DemoLife, door: Door): Promise<void> {
  const { operation, tenant, periods, played, employee, willing } = life;
  const { tell, stop } = played;
  const { store, scope, custody } = operation;
  const address = `http://localhost:${String(door.port)}`;
  const released = new Set<string>();
  const goesOn = played.tenant === undefined && played.span === undefined ? played.today : undefined;
  const tokenOf = (role: DemoRole, now: number): Promise<string> =>
    tenant.userToken({
      ...(role === 'Employee' ? asEmployee(employee) : { oid: DEMO_READERS[role] }),
      roles: role === 'Employee' ? [] : [role],
      now,
    });
  const serverOn = (port: number, now: () => number): Express =>
    makeServer({
      store,
      openPeriodKey: (periodId) => custody.openPeriodKey(tenant.tenantId, periodId),
      appsMeasured,
      pdfFonts,
      organisation: scope.organisation,
      demo: true,
      tokens: teamsTokens({ tenantId: tenant.tenantId, clientId: CLIENT_ID }),
      get sources() {
        return neededByScope(scopeNow(store, 'pilot', Date.now()) ?? scope);
      },
      custody,
      tenantId: tenant.tenantId,
      stage: 'pilot',
      standingKey: () => custody.standingKey(tenant.tenantId),
      expectedReleases: periods.length,
      firstPictureOn: () => demoNextPicture(periods, released, goesOn),
      installed: { version: productVersion(), nextRunAt: () => null },
      now,
      random: randomBytes,
      note: (reference, code) => {
        if (code === 'another-host') tell(`Refused a page that did not ask for ${address}: open that address instead.`);
        else tell(`refused ${code} (reference ${reference})`);
      },
      onlyUnder: namesOfThisMachine(port),
      tabFolder: TAB_FOLDER,
      publicHttps: false,
      enterDemo: (role) => tokenOf(role, now()),
    });
  const all = String(periods.length);
  tell(`Samspill demo: ${scope.organisation}. Periods to live: ${all}. The tab is built first if it changed.`);
  await builtUnlessStopped(stop);
  door.leadTo(serverOn(door.port, Date.now));
  tell(`Open ${address} and enter as anybody from leader to employee.`);
  if (played.tenant === undefined && readRelease(store, periods[0]?.id ?? '') === undefined) {
    const tokens = willing.map((person) => tenant.userToken({ ...asEmployee(person), roles: [], now: Date.now() }));
    await standInDemo(address, await Promise.all(tokens));
  }
  for await (const id of livedInThread(played)) {
    released.add(id);
    const index = periods.findIndex((one) => one.id === id);
    const period = periods[index];
    // Its file is removed: this thread lets go of it as well, so that nothing of it stays on the disk.
    if (period !== undefined) store.closePeriod(period);
    tell(`${id}  released (${String(index + 1)} of ${all}).`);
    if (played.tenant === undefined && period !== undefined) {
      const moment = releasedAt(period);
      const token = await tokenOf('LaunchOwner', moment);
      await writeStory({ serverOn, token, moment, periods, today: played.today });
    }
  }
  tell('Everything is released; the pages stay open until you press Ctrl-C.');
  await until(stop);
}

interface Writing {
  readonly serverOn: (port: number, now: () => number) => Express;
  /** Of the launch owner, at that moment. */
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly moment: number;
  readonly periods: readonly Period[];
  readonly today: number;
}

/**
 * What the municipality's launch owner has to say, once a release holds what it is about. It is written on the demo's own
 * day, through a server of its own that is shown that day and to nobody else: launches are registered before they begin.
 */
async function writeStory({ serverOn, token, moment, periods, today }: Writing): Promise<void> {
  const door = await openDoor(0, '127.0.0.1');
  try {
    door.leadTo(serverOn(door.port, () => moment));
    const address = `http://localhost:${String(door.port)}`;
    await registerDemoLaunches(address, token, today, dayOf(moment));
    await keepDemoPlans(address, token, periods, dayOf(moment));
  } finally {
    door.close();
  }
}

/** Ctrl-C reaches the build as well, which then fails; that is no fault of the tab's. */
async function builtUnlessStopped(stop: AbortSignal): Promise<void> {
  try {
    await buildTabIfChanged();
  } catch (error) {
    throw stop.aborted ? new Stopped() : error;
  }
}

/** Whom a token of an employee is for: somebody who is read, by their own name. */
function asEmployee(person: DemoPerson | undefined): { readonly oid: string; readonly name: string } {
  return { oid: person?.id ?? DEMO_READERS.Employee, name: person?.displayName ?? 'Demo' };
}

/** Invented readers of the tab, each another person: what two must agree on, one alone cannot do. */
const DEMO_READERS = {
  Leader: '5a5a5a5a-0000-4000-8000-00000000a001',
  LaunchOwner: '5a5a5a5a-0000-4000-8000-00000000a008',
  PrivacyOfficer: '5a5a5a5a-0000-4000-8000-00000000a002',
  Approver: '5a5a5a5a-0000-4000-8000-00000000a005',
  DataProtectionOfficer: '5a5a5a5a-0000-4000-8000-00000000a006',
  EmployeeRepresentative: '5a5a5a5a-0000-4000-8000-00000000a007',
  Administrator: '5a5a5a5a-0000-4000-8000-00000000a003',
  Employee: '5a5a5a5a-0000-4000-8000-00000000a004',
} as const;
