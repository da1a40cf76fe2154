import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { averaging } from '../../connector/attack/averaging.ts';
import { Failure } from '../../connector/failure.ts';
import { filePin } from '../../connector/key-custody/file-pin.ts';
import { keepPinned, refuseClockBack } from '../../connector/ledger-pinning.ts';
import { quarterOf } from '../../connector/privacy/period.ts';
import { readLedger } from '../../connector/store/ledger.ts';
import { openStore, type Store } from '../../connector/store/open.ts';
import { saveRelease } from '../../connector/store/releases.ts';
import { byteStream } from '../privacy/byte-stream.ts';
import { temporaryFolder } from '../store/temporary-store.ts';
import { everybody, released } from './organisation.ts';

const TENANT = '11111111-2222-4333-8444-555555555555';
const people = everybody('pinned');

/** Tries to draw a quarter; what it shows, or nothing where it is refused. */
async function draw(store: Store, folder: string, seed: string, isPinned: boolean): Promise<string | undefined> {
  const pin = filePin({ folder: join(folder, 'pin'), tenantId: TENANT, random: byteStream(`pin ${seed}`) });
  try {
    if (isPinned) await keepPinned({ store, pin, tenantId: TENANT });
    const made = released(people, byteStream(seed), { period: quarterOf('2026-01-01'), ledger: readLedger(store) });
    saveRelease(store, made);
    if (isPinned) await keepPinned({ store, pin, tenantId: TENANT });
    return made.text;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** Replay, a backup from before put back, a second installation, two at once: every picture of the quarter obtained. */
async function everyWay(isPinned: boolean): Promise<string[]> {
  const folder = temporaryFolder();
  const open = (name: string): Store => openStore(join(folder, name));
  open('data').close();
  cpSync(join(folder, 'data'), join(folder, 'backup'), { recursive: true });
  const first = open('data');
  const shown = [await draw(first, folder, 'first', isPinned), await draw(first, folder, 'replay', isPinned)];
  // Made beside the other, from the ledger before it: only one of two can be saved.
  const beside = released(people, byteStream('beside'), { period: quarterOf('2026-01-01') });
  try {
    saveRelease(first, beside);
    shown.push(beside.text);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
  first.close();
  for (const name of ['backup', 'second']) {
    const store = open(name);
    shown.push(await draw(store, folder, name, isPinned));
    store.close();
  }
  return shown.filter((it) => it !== undefined);
}

describe('A9, drawing a shown quarter again', () => {
  it('gets one picture of it, by replay, in parallel, from a restored backup and in a second installation', async () => {
    const shown = await everyWay(true);
    expect(shown.length).toBe(1);
    expect(averaging([shown]).holds).toBe(true);
  });

  it('bites: without the pin a backup and a second installation draw again, with other noise', async () => {
    const shown = await everyWay(false);
    expect(shown.length).toBe(3);
    expect(averaging([shown]).succeeded).toBe(2);
  });

  it('refuses a clock set back before the release', async () => {
    const folder = temporaryFolder();
    const store = openStore(join(folder, 'data'));
    await draw(store, folder, 'clock', true);
    expect(() => {
      refuseClockBack(store, Date.UTC(2026, 1, 1));
    }).toThrow(Failure);
    refuseClockBack(store, Date.UTC(2026, 5, 1));
    store.close();
  });
});
