import { randomBytes } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setImmediate as nextTurn, setTimeout as machineWait } from 'node:timers/promises';
import type { DemoRole } from './api/enter-demo.ts';
import { namesOfThisMachine } from './api/only-under.ts';
import { makeServer } from './api/server.ts';
import { indexAccounts } from './demo-tenant/account-index.ts';
import { openDemoTenant, type DemoTenant } from './demo-tenant/demo-tenant.ts';
import { municipality } from './demo-tenant/municipality/municipality.ts';
import { PARTNERS } from './demo-tenant/municipality/partners.ts';
import { ELECTED_TITLES, LEADER_TITLES } from './demo-tenant/municipality/titles.ts';
import { readTenantFolder } from './demo-tenant/tenant-folder.ts';
import { virtualClock, type VirtualClock } from './demo-tenant/virtual-clock.ts';
import type { Account, World } from './demo-tenant/world.ts';
import { dataFileReader } from './data-file.ts';
import { registerDemoLaunches } from './demo-launches.ts';
import { keepDemoPlans } from './demo-plans.ts';
import { Failure } from './failure.ts';
import { fileCustody } from './key-custody/file-custody.ts';
import { filePin } from './key-custody/file-pin.ts';
import { keepPinned } from './ledger-pinning.ts';
import { makeGet } from './microsoft-graph/get.ts';
import { rolesIn } from './microsoft-graph/granted-roles.ts';
import { signIn } from './microsoft-graph/sign-in.ts';
import { appsMeasured } from './microsoft-graph/apps-measured.ts';
import { neededByScope, neededSources } from './microsoft-graph/needed-sources.ts';
import { collectSpan, finishErasing, publishPeriod, type Operation } from './operation.ts';
import { pdfFonts } from './pdf-fonts.ts';
import { isPassedOver } from './privacy/half-yearly.ts';
import { markOfNobody } from './privacy/mark.ts';
import { addDays, dayOf, daysOf, periodOf, quarterOf, startOf, type Day, type Period } from './privacy/period.ts';
import type { Release } from './privacy/release.ts';
import { demoScope, isReportSource, REPORT_SOURCES, type Scope, type SourceName } from './privacy/scope.ts';
import { progressTeller } from './progress-teller.ts';
import { releaseDocument } from './release-document.ts';
import { scopeNow } from './scope-standing.ts';
import { openDoor, teamsTokens, until, type Door } from './serve.ts';
import { stoppable, Stopped } from './stopped.ts';
import { readFigures } from './store/figures.ts';
import { openStore, type Store } from './store/open.ts';
import { addProtected, countProtected } from './store/protected.ts';
import { readRelease } from './store/releases.ts';
import { soleProcess } from './store/sole-process.ts';
import { currentScope, saveScope } from './store/scopes.ts';
import { buildTabIfChanged, TAB_FOLDER } from './tab-build.ts';

export interface DemoOptions {
  /** A tenant folder; absent: the invented municipality. */
  readonly tenant?: string;
  /** One period given by hand; absent: whole quarters. */
  readonly span?: { readonly from: Day; readonly to: Day };
  readonly data?: string;
  readonly port: number;
  readonly once: boolean;
  readonly asJson: boolean;
  readonly tell: (line: string) => void;
  readonly print: (value: unknown) => void;
  /** Given when it is time to stop. */
  readonly stop: AbortSignal;
}

/** The demo's application in the demo tenant: any id serves, and this one is nobody's. */
const CLIENT_ID = '5a5a5a5a-0000-4000-8000-000000000001';
const QUARTERS_RELEASED = 4;
/** Reports are complete two days late; a quarter is published four days after its end. */
const REPORT_LAG_DAYS = 2;
const SETTLING_DAYS = 4;
/** The fewest runs that a quarter can be read in: Graph tells of 28 days, two of which are the lag. */
const DAYS_BETWEEN_RUNS = 23;
/** The demo's approved processing ends some years after its data: it plays the past. */
const SCOPE_LASTS_DAYS = 3_650;

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
  if (options.once) {
    await play(options, once);
    return;
  }
  const door = await openDoor(options.port, '127.0.0.1');
  try {
    await play(options, (life) => stay(life, door));
  } finally {
    door.close();
  }
}

const OTHERS_FOLDER = 'The data folder belongs to another organisation: give another one with --data.';

/** @throws Failure 'bad-input' when the data folder belongs to another tenant, a real one for instance; nothing was touched */
function openStoreOf({ tenantId }: World, folder: string): Store {
  try {
    return openStore(folder, { tenantId });
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'bad-setting') throw error;
    throw new Failure('bad-input', OTHERS_FOLDER, { cause: error });
  }
}

/** A period from its first day up to the day before `to`. */
interface LivedDays {
  readonly period: Period;
  readonly to: Day;
}

/** A tenant opened, with everything the product puts in front of it. */
interface Life {
  readonly options: DemoOptions;
  readonly operation: Operation;
  readonly tenant: DemoTenant;
  readonly periods: readonly Period[];
  /** What the world tells of the quarter that is open after them; undefined where it tells nothing. */
  readonly open: LivedDays | undefined;
  readonly clock: VirtualClock;
  /** The object id of one of the people who are read: as whom an employee enters. */
  readonly employee: string;
}

async function play(options: DemoOptions, live: (life: Life) => Promise<void>): Promise<void> {
  const world = await openWorld(options);
  const periods = periodsToLive(world, options);
  const clock = virtualClock(startOf(periods[0]?.from ?? dayOf(world.from)));
  const secret = randomBytes(32).toString('base64url');
  const tenant = await openDemoTenant({
    world,
    now: clock.now,
    assertionClock: Date.now,
    application: { clientId: CLIENT_ID, secret },
    // Exactly what the sources and the directory need, no more.
    roles: [...new Set(neededSources(sourcesOf(options, world)).flatMap(rolesOf))],
  });
  const store = openStoreOf(world, dataFolder(options));
  let letGo: (() => void) | undefined;
  tenant.listen();
  try {
    letGo = soleProcess(store.folder);
    const operation = await operationOf(options, world, periods, clock, secret, store);
    const open = options.span === undefined ? openDays(world) : undefined;
    await live({ options, operation, tenant, periods, open, clock, employee: employeeOf(world) });
  } finally {
    tenant.close();
    letGo?.();
    store.close();
  }
}

async function openWorld({ tenant }: DemoOptions): Promise<World> {
  if (tenant === undefined) return municipality({ today: Date.now() });
  if (statSync(tenant, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Failure('bad-input', 'The folder given with --tenant is not there: give one that holds people.csv.');
  }
  return readTenantFolder(tenant);
}

function dataFolder({ tenant, data }: DemoOptions): string {
  if (data !== undefined) return data;
  const folder = join('.samspill', `demo-${tenant === undefined ? 'municipality' : basename(resolve(tenant))}`);
  mkdirSync('.samspill', { recursive: true });
  return folder;
}

/**
 * The span given, or the last whole quarters that lie in the world's data: one with `--once`, otherwise four. Without
 * `--once` a quarter that gets no release, because the organisation is so small, is not lived.
 */
function periodsToLive(world: World, { span, once }: DemoOptions): Period[] {
  if (world.from >= world.to)
    throw new Failure('bad-input', 'The tenant folder holds nothing in mail.csv or usage.csv: put one of them there.');
  if (span !== undefined) {
    checkHasData(world, span);
    return [periodOf(span.from, span.to)];
  }
  const people = headsOf(world);
  const quarters: Period[] = [];
  for (let quarter = quarterOf(dayOf(world.from)); startOf(quarter.to) <= world.to; quarter = quarterOf(quarter.to)) {
    if (startOf(quarter.from) >= world.from && (once || !isPassedOver(quarter, people))) quarters.push(quarter);
  }
  if (quarters.length > 0) return quarters.slice(once ? -1 : -QUARTERS_RELEASED);
  throw new Failure(
    'bad-input',
    'This tenant holds no whole quarter that is released: give the span of its data with --from and --to.',
  );
}

/**
 * The days of a quarter that the world ends in the midst of, but the last: reports about their own refresh date tell of
 * that. Of a quarter that gets no release, nothing is read.
 */
function openDays(world: World): LivedDays | undefined {
  const last = dayOf(world.to - 1);
  const period = quarterOf(last);
  if (startOf(period.to) <= world.to || last === period.from || isPassedOver(period, headsOf(world))) return undefined;
  return { period, to: last };
}

/** Everybody on the positive list: enabled members of the organisation. */
function headsOf(world: World): number {
  return listedIn(world).length;
}

function listedIn(world: World): Account[] {
  const index = indexAccounts(world);
  const list = index.group(world.positiveGroupId);
  const members = list === undefined ? [] : index.transitiveMembers(list);
  return members
    .filter((member) => 'userType' in member)
    .filter((member) => member.userType === 'Member' && member.enabled);
}

/** A person of an employee's post with a mailbox, no leader: their page shows what is held about a person. */
function employeeOf(world: World): string {
  const leads = new Set([...LEADER_TITLES, 'leader']);
  const employees = listedIn(world).filter(({ kind, jobTitle }) => kind === 'employee' && !leads.has(jobTitle ?? ''));
  return (employees.find(({ hasMailbox }) => hasMailbox) ?? employees[0])?.id ?? DEMO_READERS.Employee;
}

/** A release of nothing would be all noise, and be paid for. */
function checkHasData(world: World, span: { readonly from: Day; readonly to: Day }): void {
  if (startOf(span.from) < world.to && startOf(span.to) > world.from) return;
  throw new Failure(
    'bad-input',
    `The tenant's data go from ${dayOf(world.from)} to ${dayOf(world.to - 1)}: give --from and --to inside that.`,
  );
}

async function operationOf(
  options: DemoOptions,
  world: World,
  periods: readonly Period[],
  clock: VirtualClock,
  secret: string,
  store: Store,
): Promise<Operation> {
  const scope = keptScope(options, world, periods, store, clock);
  const keys = { folder: join(store.folder, 'keys'), random: randomBytes, now: clock.now };
  const custody = fileCustody({ ...keys, backupDays: 0, demo: true });
  const { tenantId } = world;
  // Beside the data folder, so that deleting the folder alone lets no period be drawn again.
  const pin = filePin({ folder: `${resolve(store.folder)}.pin`, tenantId, random: randomBytes });
  await custody.makeReady(tenantId);
  await keepPinned({ store, pin, tenantId, mayAdopt: true });
  await finishErasing({ store, custody, now: clock.now });
  const tokens = signIn({ tenantId: world.tenantId, clientId: CLIENT_ID, credential: { secret }, now: clock.now });
  return {
    tenantId: world.tenantId,
    store,
    custody,
    pin,
    scope,
    // The demo brings its own gates: nobody is read there.
    mayGoOn: () => undefined,
    get: makeGet({ tokens, now: clock.now, wait: clock.wait, random: randomBytes }),
    heldRoles: async () => rolesIn(await tokens.token()),
    readDataFile: dataFileReader(store.folder),
    now: clock.now,
    machineNow: Date.now,
    machineWait: (ms) => machineWait(ms),
    random: randomBytes,
    giveWay: () => nextTurn(),
    holder: `${hostname()}/${String(process.pid)}`,
    report: stoppable(progressTeller(options.tell, Date.now), options.stop),
  };
}

/**
 * The demo brings its own scope: approved by nobody, with one protected contact that no data set holds. That one is
 * drawn at the first start and kept.
 *
 * @throws Failure 'bad-input' when the data folder belongs to another organisation, and nothing was changed
 */
function keptScope(
  options: DemoOptions,
  world: World,
  periods: readonly Period[],
  store: Store,
  clock: VirtualClock,
): Scope {
  const kept = currentScope(store);
  if (
    kept !== undefined &&
    (kept.organisation !== world.organisation || kept.positiveGroupId !== world.positiveGroupId)
  )
    throw new Failure('bad-input', OTHERS_FOLDER);
  const from = periods[0]?.from ?? dayOf(world.from);
  const scope = demoScope({
    organisation: world.organisation,
    positiveGroupId: world.positiveGroupId,
    unitAttribute: 'department',
    sources: sourcesOf(options, world),
    titles:
      options.tenant === undefined
        ? { leader: LEADER_TITLES, elected: ELECTED_TITLES }
        : { leader: ['leader'], elected: ['elected'] },
    ...(options.tenant === undefined && { partnerOrganisations: PARTNERS }),
    from,
    endsOn: addDays(periods.at(-1)?.to ?? dayOf(world.to), SCOPE_LASTS_DAYS),
  });
  if (countProtected(store) === 0) addProtected(store, markOfNobody(randomBytes));
  saveScope(store, scope, new Date(clock.now()).toISOString());
  return currentScope(store) ?? scope;
}

function rolesOf({ permissions }: { readonly permissions: readonly { readonly role: string }[] }): string[] {
  return permissions.map(({ role }) => role);
}

/** What the demo reads of each kind of data a tenant holds. */
const SOURCES_OF: Readonly<Record<World['holds'][number], readonly SourceName[]>> = {
  mail: ['sent-items'],
  meetings: ['meetings'],
  chats: ['chat-membership'],
  'chat-messages': ['chat-messages'],
  calls: ['calls'],
  usage: REPORT_SOURCES,
};

/**
 * A tenant is read for all that it holds. Of chats, a folder that has messages is read for those; the municipality as a
 * new installation would be, for who shares a chat.
 */
function sourcesOf({ tenant }: DemoOptions, { holds }: World): SourceName[] {
  const unread = tenant !== undefined && holds.includes('chat-messages') ? 'chats' : 'chat-messages';
  return holds.filter((kind) => kind !== unread).flatMap((kind) => SOURCES_OF[kind]);
}

/** One period, one JSON document. A period that is released already prints its stored release. */
async function once({ operation, periods, clock, options }: Life): Promise<void> {
  for (const period of periods) {
    const release = await livePeriod(operation, period, clock, true);
    options.print(releaseDocument(release, readFigures(operation.store, period.id)));
  }
}

async function livePeriod(
  operation: Operation,
  period: Period,
  clock: VirtualClock,
  byHand: boolean,
): Promise<Release> {
  const stored = readRelease(operation.store, period.id);
  if (stored !== undefined) return stored;
  await readDays(operation, { period, to: period.to }, clock, SETTLING_DAYS);
  return publishPeriod(operation, period, byHand);
}

/** The days of a period up to `to`, the last of them read so many days later. */
async function readDays(operation: Operation, days: LivedDays, clock: VirtualClock, laterDays: number): Promise<void> {
  const { sources } = operation.scope;
  const atTheTime = sources.filter(isReadAtTheTime);
  if (atTheTime.length > 0) await liveRunByRun(operation, days, clock, atTheTime);
  moveOn(clock, addDays(days.to, laterDays));
  const atTheEnd = sources.filter((source) => !isReadAtTheTime(source));
  const { period, to } = days;
  if (atTheEnd.length > 0) await collectSpan(operation, { period, from: period.from, to }, atTheEnd);
}

/** Never back: in an open quarter's first days the release of the one before came later than them. */
function moveOn(clock: VirtualClock, to: Day): void {
  clock.moveTo(Math.max(clock.now(), startOf(to)));
}

/** Graph gives no report or call older than 30 days, and who shares a chat only as it is at the moment. */
function isReadAtTheTime(source: SourceName): boolean {
  return isReportSource(source) || source === 'calls' || source === 'chat-membership';
}

/**
 * A past quarter is lived through, a run every 23 days, for what Graph does not tell later. Whoever watches is told of
 * days of the quarter, not of the run. Who shares a chat is read in the first and the last run: two weeks make a contact
 * (decision 5), and more would not make another.
 */
async function liveRunByRun(
  operation: Operation,
  { period, to: end }: LivedDays,
  clock: VirtualClock,
  sources: readonly SourceName[],
): Promise<void> {
  const days = daysOf({ from: period.from, to: end });
  for (let index = 0; index < days.length; index += DAYS_BETWEEN_RUNS) {
    const from = days[index] ?? period.from;
    const to = days[index + DAYS_BETWEEN_RUNS] ?? end;
    moveOn(clock, addDays(to, REPORT_LAG_DAYS));
    const report: Operation['report'] = (progress, about) => {
      if (typeof progress === 'string') operation.report(progress, about);
      else if (progress.step === 'usage')
        operation.report({ ...progress, daysDone: index + progress.daysDone, days: days.length }, about);
      else if (index === 0) operation.report(progress, about);
    };
    const isOuter = index === 0 || to === end;
    const due = sources.filter((source) => isOuter || source !== 'chat-membership');
    if (due.length > 0) await collectSpan({ ...operation, report }, { period, from, to }, due);
  }
}

/** Opens the tab at once, and lives the quarters while people look. */
async function stay(life: Life, door: Door): Promise<void> {
  const { operation, tenant, periods, open, clock, options, employee } = life;
  const { span, tell, stop } = options;
  const { store, scope, custody } = operation;
  const address = `http://localhost:${String(door.port)}`;
  const enterDemo = (role: DemoRole): Promise<string> =>
    tenant.userToken({
      oid: role === 'Employee' ? employee : DEMO_READERS[role],
      roles: role === 'Employee' ? [] : [role],
      now: Date.now(),
    });
  const app = makeServer({
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
    firstPictureOn: () => null,
    now: Date.now,
    random: randomBytes,
    note: (reference, code) => {
      if (code === 'another-host') tell(`Refused a page that did not ask for ${address}: open that address instead.`);
      else tell(`refused ${code} (reference ${reference})`);
    },
    onlyUnder: namesOfThisMachine(door.port),
    tabFolder: TAB_FOLDER,
    publicHttps: false,
    enterDemo,
  });
  const all = String(periods.length);
  tell(`Samspill demo: ${scope.organisation}. Periods to live: ${all}. The tab is built first if it changed.`);
  await builtUnlessStopped(stop);
  door.leadTo(app);
  tell(`Open ${address} and enter as anybody from leader to employee.`);
  for (const [index, period] of periods.entries()) {
    await livePeriod(operation, period, clock, span !== undefined);
    tell(`${period.id}  released (${String(index + 1)} of ${all}).`);
    if (options.tenant === undefined) await writeStory(address, await enterDemo('LaunchOwner'), periods);
  }
  if (open !== undefined) await readDays(operation, open, clock, REPORT_LAG_DAYS);
  tell('Everything is released; the pages stay open until you press Ctrl-C.');
  await until(stop);
}

/** What the municipality's launch owner has to say, once a release holds what it is about. */
async function writeStory(address: string, token: string, periods: readonly Period[]): Promise<void> {
  await registerDemoLaunches(address, token, Date.now());
  await keepDemoPlans(address, token, periods);
}

/** Ctrl-C reaches the build as well, which then fails; that is no fault of the tab's. */
async function builtUnlessStopped(stop: AbortSignal): Promise<void> {
  try {
    await buildTabIfChanged();
  } catch (error) {
    throw stop.aborted ? new Stopped() : error;
  }
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
