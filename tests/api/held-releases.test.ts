import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { heldRelease, heldReleases, onceARelease } from '../../connector/api/held-releases.ts';
import { notePinned } from '../../connector/store/pinned.ts';
import { saveRelease } from '../../connector/store/releases.ts';
import { inventedRelease, MUNICIPALITY } from './invented-release.ts';
import { startServer, type TestServer } from './test-server.ts';
import { showRelease } from './shown-release.ts';

const SPRING = inventedRelease('2026-04-01', MUNICIPALITY);
const SUMMER = inventedRelease('2026-07-01', MUNICIPALITY, { ledger: [SPRING.entry] });
const BROKEN: unknown = expect.objectContaining({ code: 'ledger-broken' });

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

describe('held releases', () => {
  test('are none at first, then every one, newest first, as soon as it is saved', () => {
    expect([heldReleases(server.store), heldRelease(server.store, '2026-Q2')]).toEqual([[], undefined]);
    showRelease(server.store, SPRING);
    expect(heldReleases(server.store).map(({ text }) => text)).toEqual([SPRING.text]);
    showRelease(server.store, SUMMER);
    expect(heldReleases(server.store).map(({ text }) => text)).toEqual([SUMMER.text, SPRING.text]);
    expect(heldRelease(server.store, '2026-Q2')?.text).toBe(SPRING.text);
  });

  test('are none of those that are not pinned outside the data folder: neither listed nor found', async () => {
    showRelease(server.store, SPRING);
    saveRelease(server.store, SUMMER);
    expect(heldReleases(server.store).map(({ text }) => text)).toEqual([SPRING.text]);
    expect(heldRelease(server.store, '2026-Q3')).toBeUndefined();
    for (const path of ['/api/overview', '/api/units', '/api/about', '/api/last-run', '/api/health']) {
      expect(await (await server.ask(path, ['Leader'])).text(), path).not.toContain('2026-Q3');
    }
    notePinned(server.store, 2);
    expect(heldReleases(server.store).map(({ text }) => text)).toEqual([SUMMER.text, SPRING.text]);
    expect(await (await server.ask('/api/overview', ['Leader'])).text()).toContain('2026-Q3');
  });

  test('are read once: what is made of one is made once', () => {
    showRelease(server.store, SPRING);
    let made = 0;
    const title = onceARelease(({ period }) => {
      made += 1;
      return { of: period.id };
    });
    const titles = [heldRelease(server.store, '2026-Q2'), ...heldReleases(server.store)].map((it) => it && title(it));
    expect([titles, made]).toEqual([[{ of: '2026-Q2' }, { of: '2026-Q2' }], 1]);
  });

  test('stay what their ledger entry was written for, whatever becomes of the stored text', () => {
    showRelease(server.store, SPRING);
    showRelease(server.store, SUMMER);
    heldRelease(server.store, '2026-Q2');
    server.store.decisions.exec("UPDATE releases SET text = replace(text, 'Helse', 'Hølse')");
    expect(heldRelease(server.store, '2026-Q2')?.text).toBe(SPRING.text);
    expect(() => heldRelease(server.store, '2026-Q3')).toThrow(BROKEN);
    expect(() => heldReleases(server.store)).toThrow(BROKEN);
  });

  test('are not shown once the ledger is changed, though they were read before', () => {
    showRelease(server.store, SPRING);
    heldReleases(server.store);
    server.store.decisions.exec("UPDATE ledger SET text = replace(text, '1/5', '1/9')");
    expect(() => heldReleases(server.store)).toThrow(BROKEN);
    expect(() => heldRelease(server.store, '2026-Q2')).toThrow(BROKEN);
  });
});
