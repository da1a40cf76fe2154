import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { heldFigures } from '../../connector/store/held.ts';
import { readLedger } from '../../connector/store/ledger.ts';
import { erasures } from '../../connector/store/erase.ts';
import type { Store } from '../../connector/store/open.ts';
import { readRelease } from '../../connector/store/releases.ts';
import { live, WINTER } from './short-life.ts';
import { everyFile, filesWith, temporaryFolder, temporaryStore } from './temporary-store.ts';

function endOf(store: Store): unknown {
  return [readLedger(store), readRelease(store, WINTER.id)?.text, erasures(store), store.heldPeriods()];
}

test('killed with SIGKILL at any step, then begun again, a life ends like an undisturbed one', () => {
  const steps: string[] = [];
  const undisturbed = temporaryStore({ step: (step) => steps.push(step) });
  live(undisturbed);
  expect(steps.length).toBeGreaterThan(15);
  for (const survives of steps.keys()) {
    const folder = join(temporaryFolder(), 'data');
    const died = spawnSync(process.execPath, [join(import.meta.dirname, 'short-life.ts'), folder, String(survives)]);
    expect(died.signal).toBe('SIGKILL');
    const store = temporaryStore({ folder });
    const isReleased = readRelease(store, WINTER.id) !== undefined;
    if (!isReleased) expect([0, 2]).toContain(heldFigures(store.period(WINTER)).interactions);
    live(store);
    expect(endOf(store)).toEqual(endOf(undisturbed));
    expect(everyFile(join(folder, 'periods'))).toEqual([]);
    expect(filesWith(folder, 'p1_')).toEqual([]);
  }
}, 120_000);
