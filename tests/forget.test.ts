import { expect, it } from 'vitest';
import { forget } from '../connector/forget.ts';
import { markMaker } from '../connector/privacy/mark.ts';
import { pseudonymMaker } from '../connector/privacy/pseudonym.ts';
import { RealIdentity } from '../connector/privacy/real-identity.ts';
import { takeLease } from '../connector/store/lease.ts';
import { forgotten } from '../connector/store/marks.ts';
import { readInteractions } from '../connector/store/interactions.ts';
import { TENANT } from './api/entra.ts';
import { fillPeriod, HELD, objectId, ownPseudonym } from './api/own-people.ts';
import { keyOf, STANDING_KEY } from './api/test-server.ts';
import { filesWith, temporaryStore } from './store/temporary-store.ts';

function setUp() {
  const store = temporaryStore();
  fillPeriod(store);
  const clock = { at: Date.UTC(2026, 9, 30) };
  const order = {
    store,
    tenantId: TENANT,
    custody: {
      standingKey: () => Promise.resolve(STANDING_KEY),
      openPeriodKey: (_tenant: string, id: string) => Promise.resolve(keyOf(id)),
    },
    now: () => clock.at,
    wait: (ms: number) => {
      clock.at += ms;
      return Promise.resolve();
    },
    holder: 'a test',
  };
  return { store, order, clock };
}

it('deletes every row on both sides to the bytes, and leaves a mark; doing it again changes nothing', async () => {
  const { store, order } = setUp();
  expect(filesWith(store.folder, ownPseudonym(1)).length).toBeGreaterThan(0);
  await forget({ ...order, person: objectId(1).toUpperCase() });
  expect(filesWith(store.folder, ownPseudonym(1))).toEqual([]);
  expect(filesWith(store.folder, objectId(1))).toEqual([]);
  const left = readInteractions(store.period(HELD)).people.length;
  expect(left).toBe(180);
  const mark = markMaker(TENANT, STANDING_KEY)(new RealIdentity(objectId(1)));
  expect(forgotten(store)).toEqual(new Set([mark]));
  await forget({ ...order, person: objectId(1) });
  expect(forgotten(store).size).toBe(1);
  expect(readInteractions(store.period(HELD)).people).toHaveLength(left);
});

it('takes nobody’s id, and says nothing of whether anybody was held', async () => {
  const { store, order } = setUp();
  await expect(forget({ ...order, person: objectId(999) })).resolves.toBeUndefined();
  expect(readInteractions(store.period(HELD)).people).toHaveLength(181);
  for (const person of ['', 'kari@example.no', `${objectId(1)} `, '{0e0e0e0e}', objectId(1).slice(1)]) {
    const refused = await forget({ ...order, person }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'bad-input' });
    if (person.length > 0) expect(String(refused)).not.toContain(person);
  }
  expect(pseudonymMaker(TENANT, HELD.id, keyOf(HELD.id))(new RealIdentity(objectId(1)))).toBe(ownPseudonym(1));
});

it('waits for a lease that a dead process left, and refuses beside a run that lives', async () => {
  const { store, order, clock } = setUp();
  takeLease(store, { name: 'run', holder: 'a dead run', now: order.now, ttlMs: 20_000 });
  await forget({ ...order, person: objectId(1) });
  expect(filesWith(store.folder, ownPseudonym(1))).toEqual([]);
  takeLease(store, { name: 'run', holder: 'a run', now: () => clock.at, ttlMs: 600_000 });
  await expect(forget({ ...order, person: objectId(2) })).rejects.toMatchObject({ code: 'already-running' });
  expect(filesWith(store.folder, ownPseudonym(2)).length).toBeGreaterThan(0);
});
