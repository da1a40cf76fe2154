import { join } from 'node:path';
import { collect } from '../connector/collect.ts';
import type { CollectionRun } from '../connector/collection-run.ts';
import type { Progress } from '../connector/source-progress.ts';
import { dataFileReader } from '../connector/data-file.ts';
import { openDemoTenant, type DemoTenant } from '../connector/demo-tenant/demo-tenant.ts';
import type { Exchange } from '../connector/demo-tenant/exchange.ts';
import type { FaultPlan } from '../connector/demo-tenant/faults.ts';
import { virtualClock, type VirtualClock } from '../connector/demo-tenant/virtual-clock.ts';
import type { World } from '../connector/demo-tenant/world.ts';
import { fileCustody } from '../connector/key-custody/file-custody.ts';
import { filePin } from '../connector/key-custody/file-pin.ts';
import type { KeyCustody } from '../connector/key-custody/key-custody.ts';
import type { LedgerPin } from '../connector/key-custody/ledger-pin.ts';
import { makeGet, type Get } from '../connector/microsoft-graph/get.ts';
import { signIn } from '../connector/microsoft-graph/sign-in.ts';
import { addDays, periodOf, startOf, type Day, type Period } from '../connector/privacy/period.ts';
import { demoScope, type Scope, type SourceName } from '../connector/privacy/scope.ts';
import { openStore, type Store, type StoreOptions } from '../connector/store/open.ts';
import { recordedRandomness } from './recorded-randomness.ts';

export interface Life {
  readonly world: World;
  readonly folder: string;
  readonly from: Day;
  readonly to: Day;
  readonly sources?: readonly SourceName[];
  readonly faults?: FaultPlan;
  readonly onExchange?: (exchange: Exchange) => void;
  readonly roles?: readonly string[];
  readonly secret?: { readonly given: string; readonly registered: string };
  readonly storeOptions?: StoreOptions;
  readonly report?: (progress: Progress) => void;
  readonly seed?: string;
  readonly titles?: Scope['titles'];
  /** Mail that Exchange opens mailbox by mailbox; with the scope's field for it. */
  readonly inExchange?: { readonly open: readonly string[]; readonly scoped: Scope['exchangeScoped'] };
  /** A tenant that is listening already: lives that follow each other share one. */
  readonly tenant?: DemoTenant;
}

export interface Lived {
  readonly tenant: DemoTenant;
  readonly clock: VirtualClock;
  readonly store: Store;
  readonly custody: KeyCustody;
  readonly pin: LedgerPin;
  readonly get: Get;
  readonly scope: Scope;
  readonly period: Period;
  readonly clientId: string;
  readonly run: CollectionRun;
  collect(): ReturnType<typeof collect>;
  close(): void;
}

export const CLIENT_ID = '5a5a5a5a-0000-4000-8000-0000000000ff';
const ROLES = [
  'User.Read.All',
  'GroupMember.Read.All',
  'Mail.ReadBasic.All',
  'Reports.Read.All',
  'ReportSettings.Read.All',
];

async function openTenant(life: Life, now: () => number, secret: string): Promise<DemoTenant> {
  const tenant = await openDemoTenant({
    world: life.world,
    now,
    assertionClock: Date.now,
    application: { clientId: CLIENT_ID, secret },
    roles: life.roles ?? ROLES,
    ...(life.inExchange === undefined ? {} : { mailboxesOpenInExchange: life.inExchange.open }),
    ...(life.faults === undefined ? {} : { faults: life.faults }),
    ...(life.onExchange === undefined ? {} : { onExchange: life.onExchange }),
  });
  tenant.listen();
  return tenant;
}

/**
 * A demo tenant and everything the product puts in front of it, in this process, on a virtual clock and recorded
 * randomness: what the demo does, with every argument in the test's hand.
 */
export async function liveTenant(life: Life): Promise<Lived> {
  const { world, folder, from, to, sources = ['sent-items'], seed = 'a life' } = life;
  const period = periodOf(from, to);
  const clock = virtualClock(startOf(addDays(to, 4)));
  const secret = life.secret ?? { given: 'the demo secret', registered: 'the demo secret' };
  const tenant = life.tenant ?? (await openTenant(life, clock.now, secret.registered));
  const store = openStore(join(folder, 'data'), life.storeOptions);
  const custody = fileCustody({
    folder: join(folder, 'data', 'keys'),
    random: recordedRandomness(`${seed} keys`),
    now: clock.now,
  });
  const pin = filePin({
    folder: join(folder, 'data.pin'),
    tenantId: world.tenantId,
    random: recordedRandomness(`${seed} pin`),
  });
  const tokens = signIn({
    tenantId: world.tenantId,
    clientId: CLIENT_ID,
    credential: { secret: secret.given },
    now: clock.now,
  });
  const get = makeGet({ tokens, now: clock.now, wait: clock.wait, random: recordedRandomness(`${seed} requests`) });
  const approved = demoScope({
    organisation: world.organisation,
    positiveGroupId: world.positiveGroupId,
    unitAttribute: 'department',
    sources,
    titles: life.titles ?? { leader: ['leader'], elected: ['elected'] },
    from,
    endsOn: addDays(to, 3_650),
  });
  const scope = life.inExchange === undefined ? approved : { ...approved, exchangeScoped: life.inExchange.scoped };
  const run: CollectionRun = {
    tenantId: world.tenantId,
    store,
    get,
    scope,
    span: { from, to },
    period,
    sources,
    resumed: false,
    openPeriodKey: (periodId) => custody.openPeriodKey(world.tenantId, periodId),
    openStandingKey: () => custody.standingKey(world.tenantId),
    readDataFile: dataFileReader(store.folder),
    now: clock.now,
    random: recordedRandomness(`${seed} order`),
    giveWay: () => Promise.resolve(),
    stillOurs: () => undefined,
    report: life.report ?? (() => undefined),
  };
  return {
    tenant,
    clock,
    store,
    custody,
    pin,
    get,
    scope,
    period,
    clientId: CLIENT_ID,
    run,
    collect: () => collect(run),
    close: () => {
      if (life.tenant === undefined) tenant.close();
      store.close();
    },
  };
}
