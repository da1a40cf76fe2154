import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as machineWait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ruleHash } from '../connector/boundary-notes.ts';
import { readTenantFolder } from '../connector/demo-tenant/tenant-folder.ts';
import type { Get } from '../connector/microsoft-graph/get.ts';
import { neededByScope } from '../connector/microsoft-graph/needed-sources.ts';
import { collectSpan, publishPeriod, type Operation } from '../connector/operation.ts';
import { readSignature } from '../connector/privacy/signature.ts';
import { checkBoundary, readBoundary } from '../connector/store/boundary-ledger.ts';
import { lastDayRead } from '../connector/store/held.ts';
import { readLedger } from '../connector/store/ledger.ts';
import { addPauseAct } from '../connector/store/pauses.ts';
import { latestRun } from '../connector/store/runs.ts';
import { writeInventedTenant } from './invented-tenant.ts';
import { liveTenant, type Lived } from './lived-tenant.ts';
import { recordedRandomness } from './recorded-randomness.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SPAN = { from: '2026-01-01', to: '2026-04-01' } as const;
const broken: unknown = expect.objectContaining({ code: 'ledger-broken' });
const paused: unknown = expect.objectContaining({ code: 'paused' });

async function lived(headsAUnit = 80): Promise<{ life: Lived; operation: Operation; asked: string[] }> {
  const source = join(temporaryFolder(), 'tenant');
  mkdirSync(source);
  writeInventedTenant(source, { headsAUnit });
  const life = await liveTenant({ world: await readTenantFolder(source), folder: temporaryFolder(), ...SPAN });
  const asked: string[] = [];
  const { run, store, custody, pin, scope, clock } = life;
  const operation: Operation = {
    tenantId: run.tenantId,
    store,
    custody,
    pin,
    scope,
    get: counted(life.get, asked),
    readDataFile: run.readDataFile,
    heldRoles: () => Promise.resolve(['User.Read.All', 'Mail.ReadBasic.All']),
    now: clock.now,
    machineNow: Date.now,
    machineWait: (ms) => machineWait(ms),
    random: recordedRandomness('boundary'),
    giveWay: () => Promise.resolve(),
    holder: 'test',
    mayGoOn: () => undefined,
    report: () => undefined,
  };
  return { life, operation, asked };
}

/** The same door, which says what is asked of it. */
function counted(get: Get, asked: string[]): Get {
  return {
    ...get,
    json: (question, read, next) => {
      asked.push(question.source.name);
      return get.json(question, read, next);
    },
    text: (question, read) => {
      asked.push(question.source.name);
      return get.text(question, read);
    },
  };
}

function pauseNow({ store, clock }: Lived): void {
  const at = new Date(clock.now()).toISOString();
  const by = readSignature(`s1_${'A'.repeat(128)}`);
  addPauseAct(store, { act: 'paused', office: 'DataProtectionOfficer', by, at, text: null }, () => undefined);
}

describe('the boundary', () => {
  it('is told of a run before it reads, of each endpoint when it ends, of the release and of what was destroyed', async () => {
    const { life, operation } = await lived();
    const span = { period: life.period, ...SPAN };
    await collectSpan(operation, span);
    const declared = neededByScope(life.scope);
    const [begun, ...readings] = readBoundary(life.store).map(({ event }) => event);
    expect(begun).toMatchObject({
      kind: 'run',
      period: life.period.id,
      sources: life.scope.sources,
      ruleHash: ruleHash(declared),
      keyId: expect.stringMatching(/^\S{8,}$/) as unknown,
      held: ['Mail.ReadBasic.All', 'User.Read.All'],
    });
    expect(readings.map((event) => event.kind === 'reading' && [event.source, event.endpoint, event.kept])).toEqual(
      declared.map(({ name, endpoint, fields }) => [name, endpoint, fields.map(({ field }) => field)]),
    );
    await publishPeriod(operation, life.period, false);
    const [entry] = readLedger(life.store);
    expect(
      readBoundary(life.store)
        .slice(1 + readings.length)
        .map(({ event }) => event),
    ).toEqual([
      { kind: 'release', period: life.period.id, ledgerHash: entry?.hash, objections: 'under-10' },
      { kind: 'shred', period: life.period.id, what: 'file' },
      { kind: 'shred', period: life.period.id, what: 'key' },
    ]);
    const note = readBoundary(life.store).find(({ event }) => event.kind === 'release');
    expect(await life.pin.read()).toMatchObject({ releaseHead: entry?.hash, boundaryHead: note?.hash });
    life.close();
  }, 30_000);

  it('changes its rule hash with every field, permission, endpoint and reason', () => {
    const [source] = neededByScope({ sources: ['sent-items'] });
    if (source === undefined) throw new Error('A scope needs sources.');
    const others = [
      { ...source, endpoint: `${source.endpoint}/more` },
      { ...source, fields: [...source.fields, { field: 'subject', reason: 'none' }] },
      { ...source, fields: source.fields.map(({ field }) => ({ field, reason: 'another' })) },
      { ...source, permissions: [] },
      { ...source, unasked: ['body'] },
    ];
    expect(new Set([source, ...others].map((it) => ruleHash([it]))).size).toBe(6);
  });

  it.each([
    ['the table is gone', 'DROP TABLE boundary'],
    ['nothing can be written', "CREATE TRIGGER full BEFORE INSERT ON boundary BEGIN SELECT RAISE(ABORT, 'no'); END"],
  ])('lets nothing be asked where %s', async (_, sql) => {
    const { life, operation, asked } = await lived(20);
    life.store.decisions.exec(sql);
    await expect(collectSpan(operation, { period: life.period, ...SPAN })).rejects.toThrow();
    expect(asked).toEqual([]);
    expect(lastDayRead(life.store)).toBeUndefined();
    life.close();
  });

  it('lets nothing be asked or released where an entry was changed', async () => {
    const { life, operation, asked } = await lived();
    await collectSpan(operation, { period: life.period, ...SPAN });
    const before = asked.length;
    life.store.decisions.exec(`DROP TRIGGER boundary_is_never_changed;
      UPDATE boundary SET text = replace(text, 'Mail.ReadBasic.All', 'Mail.Read') WHERE position = 1`);
    await expect(collectSpan(operation, { period: life.period, ...SPAN })).rejects.toThrow(broken);
    await expect(publishPeriod(operation, life.period, false)).rejects.toThrow(broken);
    expect(asked).toHaveLength(before);
    expect(readLedger(life.store)).toEqual([]);
    life.close();
  }, 30_000);

  it('keeps no release of which it could not be told', async () => {
    const { life, operation } = await lived();
    await collectSpan(operation, { period: life.period, ...SPAN });
    life.store.decisions.exec("CREATE TRIGGER full BEFORE INSERT ON boundary BEGIN SELECT RAISE(ABORT, 'no'); END");
    await expect(publishPeriod(operation, life.period, false)).rejects.toThrow();
    expect(readLedger(life.store)).toEqual([]);
    expect(life.store.heldPeriods()).toHaveLength(1);
    life.close();
  }, 30_000);

  it('is missed by the pin when it was put back to an earlier state', async () => {
    const { life, operation } = await lived();
    await collectSpan(operation, { period: life.period, ...SPAN });
    await publishPeriod(operation, life.period, false);
    const head = (await life.pin.read())?.boundaryHead;
    checkBoundary(life.store, head);
    life.store.decisions.exec(`DROP TRIGGER boundary_is_never_cut; DELETE FROM boundary WHERE position > 1`);
    expect(() => checkBoundary(life.store, head)).toThrow(broken);
    life.close();
  }, 30_000);
});

describe('a pause', () => {
  it('lets no run and no release begin', async () => {
    const { life, operation, asked } = await lived(20);
    pauseNow(life);
    await expect(collectSpan(operation, { period: life.period, ...SPAN })).rejects.toThrow(paused);
    await expect(publishPeriod(operation, life.period, false)).rejects.toThrow(paused);
    expect(asked).toEqual([]);
    expect(latestRun(life.store)).toBeUndefined();
    life.close();
  });

  it('ends a run that is going on before its next write', async () => {
    const { life, operation } = await lived(20);
    let steps = 0;
    const report = (): void => {
      steps += 1;
      if (steps === 3) pauseNow(life);
    };
    await expect(collectSpan({ ...operation, report }, { period: life.period, ...SPAN })).rejects.toThrow(paused);
    expect(latestRun(life.store)).toMatchObject({ state: 'failed', failure: 'paused' });
    life.close();
  });
});
