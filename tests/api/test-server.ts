import { CLOUDS } from '../../connector/microsoft-graph/clouds.ts';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import type { JWTPayload } from 'jose';
import { makeServer, type ServerOptions } from '../../connector/api/server.ts';
import { signingKeys } from '../../connector/api/signing-keys.ts';
import { pdfFonts } from '../../connector/pdf-fonts.ts';
import { openStore, type Store } from '../../connector/store/open.ts';
import { CLIENT, goodClaims, NOW, signed, signingKey, TEAMS_DESKTOP, TENANT } from './entra.ts';
import { seeded } from './invented-release.ts';

const key = await signingKey('key-1');

/** The standing key of the invented tenant. */
export const STANDING_KEY = new Uint8Array(32).fill(7);

/** The tab as a build would leave it. */
const PAGE =
  '<meta name="csp-nonce" content="__CSP_NONCE__" /><meta name="samspill-demo" content="__SAMSPILL_DEMO__" />';

export interface TestServer {
  /** For those who ask the router itself. */
  readonly app: Express;
  /** What its questions consult: for those who ask them without the way there. */
  readonly house: ServerOptions;
  readonly url: string;
  readonly store: Store;
  /** Every line noted for the administrator: reference and code. */
  readonly noted: { reference: string; code: string }[];
  /** Moves the server's clock. */
  readonly clock: { at: number };
  /** A token of somebody with these roles. */
  token(roles?: readonly string[], overrides?: JWTPayload): Promise<string>;
  /** Asks with a fresh token of somebody with these roles. */
  ask(path: string, roles?: readonly string[]): Promise<Response>;
  close(): Promise<void>;
}

/** The real server on a free port, with the real store in a folder that is removed at the end. */
export async function startServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'samspill-api-'));
  const store = openStore(join(folder, 'data'));
  const noted: TestServer['noted'] = [];
  const clock = { at: NOW };
  const house: ServerOptions = {
    store,
    openPeriodKey: (periodId) => Promise.resolve(keyOf(periodId)),
    appsMeasured: () => [],
    pdfFonts,
    organisation: 'Eksempel kommune',
    demo: false,
    sources: [],
    custody: {
      kind: 'file',
      weak: true,
      keyId: () => Promise.resolve('kek-1'),
      recoverableUntil: () => Promise.resolve('2026-12-01'),
      archiveKey: () => Promise.resolve(keyOf('archive')),
    },
    tenantId: TENANT,
    stage: 'production',
    standingKey: () => Promise.resolve(STANDING_KEY),
    expectedReleases: 4,
    firstPictureOn: () => '2026-10-05',
    now: () => clock.at,
    random: seeded('server'),
    note: (reference, code) => noted.push({ reference, code }),
    publicHttps: false,
    tabFolder: tabIn(folder),
    tokens: {
      tenantId: TENANT,
      clientId: CLIENT,
      cloud: CLOUDS.global,
      allowedClients: [TEAMS_DESKTOP],
      keys: signingKeys({
        address: 'https://login.example/keys',
        get: () => Promise.resolve(Response.json({ keys: [key.published] })),
        now: () => clock.at,
      }),
    },
    ...options,
  };
  const app = makeServer(house);
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${portOf(server.address())}`;
  const token: TestServer['token'] = (roles = [], overrides = {}) => signed(key, goodClaims({ roles, ...overrides }));
  return {
    app,
    house,
    url,
    store,
    noted,
    clock,
    token,
    ask: async (path, roles) => fetch(url + path, { headers: { authorization: `Bearer ${await token(roles)}` } }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The key of a period: the same each time, as from a custody. */
export function keyOf(what: string): Uint8Array {
  return createHash('sha256').update(what).digest();
}

function tabIn(folder: string): string {
  const tab = join(folder, 'tab');
  mkdirSync(join(tab, 'assets'), { recursive: true });
  writeFileSync(join(tab, 'index.html'), PAGE);
  writeFileSync(join(tab, 'assets', 'index-D4c_9x-Z.js'), 'export {};');
  writeFileSync(join(tab, 'samspill.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(tab, '.secret'), 'a file nobody should be given');
  writeFileSync(join(folder, 'outside.txt'), 'a file beyond the folder');
  return tab;
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}
