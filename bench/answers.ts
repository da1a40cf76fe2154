import { once } from 'node:events';
import { createServer } from 'node:http';
import type { LedgerEntry } from '../connector/privacy/ledger.ts';
import { notePinned } from '../connector/store/pinned.ts';
import { saveRelease } from '../connector/store/releases.ts';
import { inventedRelease, type InventedUnit } from '../tests/api/invented-release.ts';
import { startServer, type TestServer } from '../tests/api/test-server.ts';
import { compare, type Contestant } from './timing.ts';

const REQUESTS = 100;
const QUARTERS = ['2025-07-01', '2025-10-01', '2026-01-01', '2026-04-01'] as const;
/** More than an asker may ask in a row: between rounds the server's clock moves on. */
const REST_MS = 24_000;

/** Answers about 23,560 people in 600 units after a year of releases, against the largest of them from bare node:http. */
export async function benchAnswers(): Promise<void> {
  const server = await startServer();
  try {
    releaseAYear(server);
    const [slug] = /[\w-]+-[0-9a-f]{8}/.exec(await textOf(server, '/api/units')) ?? [];
    if (slug === undefined) throw new Error('The API names no unit.');
    const paths = ['/api/overview', '/api/units', `/api/units/${slug}`, '/api/about'];
    const bare = await bareServer(await textOf(server, '/api/overview'));
    const own = paths.map((path): Contestant => ({
      name: `GET ${path}`,
      rows: REQUESTS,
      run: () => ask(server, path),
    }));
    const peer = { name: 'node:http with the overview ready', rows: REQUESTS, run: () => askBare(bare.url) };
    await compare(`Answers: ${REQUESTS} requests one after another`, [...own, peer], 'requests');
    bare.close();
  } finally {
    await server.close();
  }
}

async function ask(server: TestServer, path: string): Promise<void> {
  server.clock.at += REST_MS;
  const headers = { authorization: `Bearer ${await server.token(['Leader'])}` };
  for (let asked = 0; asked < REQUESTS; asked += 1) {
    const answer = await fetch(server.url + path, { headers });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error('The API refused a question.');
  }
}

async function askBare(url: string): Promise<void> {
  for (let asked = 0; asked < REQUESTS; asked += 1) await (await fetch(url)).arrayBuffer();
}

async function textOf(server: TestServer, path: string): Promise<string> {
  return (await server.ask(path, ['Leader'])).text();
}

async function bareServer(text: string): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The peer listens on no port.');
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${address.port}`, close };
}

function releaseAYear({ store }: TestServer): void {
  const units = inventedUnits();
  const ledger: LedgerEntry[] = [];
  for (const day of QUARTERS) {
    const release = inventedRelease(day, units, { ledger });
    ledger.push(release.entry);
    saveRelease(store, release);
    notePinned(store, release.entry.number);
  }
}

/** 12 divisions of 10 sections of 5 units. */
function inventedUnits(): InventedUnit[] {
  const paths = Array.from({ length: 600 }, (_, n) => {
    const [division, section] = [Math.floor(n / 50), Math.floor(n / 5) % 10];
    return `Divisjon ${division}/Seksjon ${division}-${section}/Avdeling ${n % 5}`;
  });
  const met = paths.filter((_, n) => n % 97 === 3);
  return paths.map((unit, n) => {
    const heads = 20 + ((n * 7) % 40);
    return { unit, heads, covered: heads, reach: Object.fromEntries(met.map((other) => [other, 8])) };
  });
}
