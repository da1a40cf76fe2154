import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoTenant } from '../../connector/demo-tenant/demo-tenant.ts';
import type { World } from '../../connector/demo-tenant/world.ts';
import { heldReleases } from '../../connector/api/held-releases.ts';
import { keepPinned } from '../../connector/ledger-pinning.ts';
import { finishErasing } from '../../connector/operation.ts';
import { publish } from '../../connector/publish.ts';
import { readLedger } from '../../connector/store/ledger.ts';
import { readRelease, releasedPeriods } from '../../connector/store/releases.ts';
import { liveTenant } from '../lived-tenant.ts';
import { recordedRandomness } from '../recorded-randomness.ts';

export interface WholeLife {
  readonly world: World;
  readonly tenant?: DemoTenant;
  readonly folder: string;
  /** Told before every step, in every room: what it throws is a crash. */
  readonly step: (name: string) => void;
}

/** Everything a life leaves behind. */
export interface Remains {
  readonly shown: number;
  readonly pinned?: string | undefined;
  readonly release: string | undefined;
  readonly ledger: readonly string[];
  readonly periodFiles: readonly string[];
  readonly keyOfPeriod: boolean;
}

/** One start of the product: what was left undone is finished, the period is collected unless it is out, published, erased. */
export async function oneStart({ world, tenant, folder, step }: WholeLife): Promise<Remains> {
  const life = await liveTenant({
    world,
    folder,
    from: '2026-01-01',
    to: '2026-04-01',
    storeOptions: { step },
    report: ({ step: name, mailboxesDone }) => {
      step(`collect: ${name} ${mailboxesDone}`);
    },
    ...(tenant === undefined ? {} : { tenant }),
  });
  try {
    const { store, custody, pin, period, scope, clock } = life;
    const { tenantId } = world;
    await keepPinned({ store, pin, tenantId });
    await finishErasing({ store, custody, now: clock.now });
    if (readRelease(store, period.id) === undefined) await life.collect();
    step('between collecting and publishing');
    const release = publish({
      store,
      period,
      once: true,
      scope,
      appsMeasured: [],
      releasedAt: '2026-04-05T00:00:00.000Z',
      random: recordedRandomness('noise'),
      report: (name) => {
        step(`publish: ${name}`);
      },
    });
    await keepPinned({ store, pin, tenantId });
    await finishErasing({ store, custody, now: clock.now });
    return {
      shown: heldReleases(store).length,
      pinned: (await pin.read())?.releaseHead,
      release: releasedPeriods(store).length === 1 ? release.text : undefined,
      ledger: readLedger(store).map(({ hash }) => hash),
      periodFiles: readdirSync(join(folder, 'data', 'periods')),
      keyOfPeriod: existsSync(join(folder, 'data', 'keys', `${period.id}.jwe`)),
    };
  } finally {
    life.close();
  }
}

/** Makes the keys once, so that every life that starts from this folder has the same pseudonyms. */
export async function prepareKeys({ world, tenant, folder }: Omit<WholeLife, 'step'>): Promise<void> {
  const life = await liveTenant({
    world,
    folder,
    from: '2026-01-01',
    to: '2026-04-01',
    ...(tenant === undefined ? {} : { tenant }),
  });
  await life.run.openPeriodKey(life.period.id);
  await life.run.openStandingKey();
  life.close();
}
