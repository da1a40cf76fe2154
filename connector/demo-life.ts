import { randomBytes } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setImmediate as nextTurn, setTimeout as machineWait } from 'node:timers/promises';
import { dataFileReader } from './data-file.ts';
import { indexAccounts } from './demo-tenant/account-index.ts';
import { openDemoTenant, type DemoTenant } from './demo-tenant/demo-tenant.ts';
import { municipality } from './demo-tenant/municipality/municipality.ts';
import { PARTNERS } from './demo-tenant/municipality/partners.ts';
import { ELECTED_TITLES, LEADER_TITLES } from './demo-tenant/municipality/titles.ts';
import { readTenantFolder } from './demo-tenant/tenant-folder.ts';
import { virtualClock, type VirtualClock } from './demo-tenant/virtual-clock.ts';
import type { Account, World } from './demo-tenant/world.ts';
import { Failure } from './failure.ts';
import { fileCustody } from './key-custody/file-custody.ts';
import { filePin } from './key-custody/file-pin.ts';
import { keepPinned } from './ledger-pinning.ts';
import { makeGet } from './microsoft-graph/get.ts';
import { rolesIn } from './microsoft-graph/granted-roles.ts';
import { neededSources } from './microsoft-graph/needed-sources.ts';
import { signIn } from './microsoft-graph/sign-in.ts';
import { finishErasing, type Operation } from './operation.ts';
import { isPassedOver } from './privacy/half-yearly.ts';
import { markOfNobody } from './privacy/mark.ts';
import { addDays, dayOf, periodOf, quarterOf, startOf, type Day, type Period } from './privacy/period.ts';
import { demoScope, REPORT_SOURCES, type Scope, type SourceName } from './privacy/scope.ts';
import { progressTeller } from './progress-teller.ts';
import { stoppable } from './stopped.ts';
import { openStore, type Store } from './store/open.ts';
import { addProtected, countProtected } from './store/protected.ts';
import { soleProcess } from './store/sole-process.ts';
import { currentScope, saveScope } from './store/scopes.ts';

/** Which tenant is played, where, and over which days. */
export interface DemoPlay {
  /** A tenant folder; absent: the invented municipality. */
  readonly tenant?: string;
  /** One period given by hand; absent: whole quarters. */
  readonly span?: { readonly from: Day; readonly to: Day };
  readonly data?: string;
  readonly once: boolean;
  /** Milliseconds since 1970: up to when the invented municipality has lived. */
  readonly today: number;
  readonly tell: (line: string) => void;
  /** Given when it is time to stop. */
  readonly stop: AbortSignal;
}

/** The demo's application in the demo tenant: any id serves, and this one is nobody's. */
export const CLIENT_ID = '5a5a5a5a-0000-4000-8000-000000000001';
const QUARTERS_RELEASED = 4;
/** How many stand as bridge-builders, of every so manieth unit. */
const WILLING = 4;
const WILLING_EVERY = 7;
/** The demo's approved processing ends some years after its data: it plays the past. */
const SCOPE_LASTS_DAYS = 3_650;
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
export interface LivedDays {
  readonly period: Period;
  readonly to: Day;
}

/** A tenant opened, with everything the product puts in front of it. */
export interface DemoLife {
  readonly played: DemoPlay;
  readonly operation: Operation;
  readonly tenant: DemoTenant;
  readonly periods: readonly Period[];
  /** What the world tells of the quarter that is open after them; undefined where it tells nothing. */
  readonly open: LivedDays | undefined;
  readonly clock: VirtualClock;
  /** One of the people who are read, as whom an employee enters; undefined where nobody is. */
  readonly employee: DemoPerson | undefined;
  /** Others, of other units, who would stand as bridge-builders. */
  readonly willing: readonly DemoPerson[];
}

/** Object id and name of an invented person. */
export type DemoPerson = Pick<Account, 'id' | 'displayName'>;

/**
 * Opens a tenant and the product in front of it, and closes both when `live` has ended.
 *
 * @param sole whether the data folder is taken for this process alone; false in a thread of a process that took it
 * @throws Failure naming what is wrong with the folder, the span or the data folder, or 'already-running'
 */
export async function playDemo(
  options: DemoPlay,
  sole: boolean,
  live: (life: DemoLife) => Promise<void>,
): Promise<void> {
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
    if (sole) letGo = soleProcess(store.folder);
    const operation = await operationOf(options, world, periods, clock, secret, store);
    const open = options.span === undefined ? openDays(world) : undefined;
    await live({ played: options, operation, tenant, periods, open, clock, ...employeesOf(world) });
  } finally {
    tenant.close();
    letGo?.();
    store.close();
  }
}

async function openWorld({ tenant, today }: DemoPlay): Promise<World> {
  if (tenant === undefined) return municipality({ today });
  if (statSync(tenant, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Failure('bad-input', 'The folder given with --tenant is not there: give one that holds people.csv.');
  }
  return readTenantFolder(tenant);
}

function dataFolder({ tenant, data }: DemoPlay): string {
  if (data !== undefined) return data;
  const folder = join('.samspill', `demo-${tenant === undefined ? 'municipality' : basename(resolve(tenant))}`);
  mkdirSync('.samspill', { recursive: true });
  return folder;
}

/**
 * The span given, or the last whole quarters that lie in the world's data: one with `--once`, otherwise four. Without
 * `--once` a quarter that gets no release, because the organisation is so small, is not lived.
 */
function periodsToLive(world: World, { span, once }: DemoPlay): Period[] {
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

/**
 * People of an employee's post, no leaders. The one with a mailbox whom an employee enters as: their page shows what is held
 * about a person. And one each of some other units.
 */
function employeesOf(world: World): Pick<DemoLife, 'employee' | 'willing'> {
  const leads = new Set([...LEADER_TITLES, 'leader']);
  const employees = listedIn(world).filter(({ kind, jobTitle }) => kind === 'employee' && !leads.has(jobTitle ?? ''));
  const employee = employees.find(({ hasMailbox }) => hasMailbox) ?? employees[0];
  const elsewhere = Map.groupBy(
    employees.filter(({ department }) => department !== employee?.department),
    ({ department }) => department,
  );
  const willing = [...elsewhere.values()]
    .filter((_, index) => index % WILLING_EVERY === 0)
    .slice(0, WILLING)
    .flatMap(([one]) => one ?? []);
  return { employee, willing };
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
  options: DemoPlay,
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
  options: DemoPlay,
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
function sourcesOf({ tenant }: DemoPlay, { holds }: World): SourceName[] {
  const unread = tenant !== undefined && holds.includes('chat-messages') ? 'chats' : 'chat-messages';
  return holds.filter((kind) => kind !== unread).flatMap((kind) => SOURCES_OF[kind]);
}
