import { createHash, createPublicKey, verify } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { publicKeyOf, signArchive } from '../../connector/api/archive-signature.ts';
import { archiveAnswer, officeAnswer, pairAnswer, pausedAnswer } from '../../connector/api/office-answers.ts';
import { filePin } from '../../connector/key-custody/file-pin.ts';
import { keepPinned } from '../../connector/ledger-pinning.ts';
import { checkBoundaryChain } from '../../connector/privacy/boundary-ledger.ts';
import { inventedScope } from '../privacy/invented-scope.ts';
import { noteAtBoundary, readBoundary } from '../../connector/store/boundary-ledger.ts';
import { readLedger } from '../../connector/store/ledger.ts';
import { refuseWhilePaused } from '../../connector/store/pauses.ts';
import { saveRelease } from '../../connector/store/releases.ts';
import { saveScope } from '../../connector/store/scopes.ts';
import { readUses } from '../../connector/store/uses.ts';
import { sentItemsSource } from '../../connector/microsoft-graph/mail.ts';
import { byteStream } from '../privacy/byte-stream.ts';
import { temporaryFolder } from '../store/temporary-store.ts';
import { TENANT } from './entra.ts';
import { inventedRelease, MUNICIPALITY } from './invented-release.ts';
import { showRelease } from './shown-release.ts';
import { keyOf, startServer, type TestServer } from './test-server.ts';

const WATCHERS = ['PrivacyOfficer', 'Approver', 'DataProtectionOfficer', 'EmployeeRepresentative'];
const releasesFile = z.object({ ledger: z.array(z.object({ hash: z.string() })), releases: z.array(z.string()) });
const ANOTHER = '22222222-0000-4000-8000-000000000002';

let server: TestServer;
beforeEach(async () => {
  server = await startServer({ sources: [sentItemsSource] });
  showRelease(server.store, inventedRelease('2026-07-01', MUNICIPALITY));
});
afterEach(() => server.close());

async function act(path: string, body: unknown, roles: readonly string[], oid?: string): Promise<Response> {
  return fetch(server.url + path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await server.token(roles, oid === undefined ? {} : { oid })}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
}

function accesses(): string[] {
  return readBoundary(server.store).flatMap(({ event }) => (event.kind === 'access' ? [event.office] : []));
}

describe('the office’s answers', () => {
  it.each(['/api/office', '/api/office/pairs/sent-items', '/api/office/archive'])(
    '%s: watchers alone',
    async (path) => {
      for (const role of WATCHERS) expect([role, (await server.ask(path, [role])).status]).toEqual([role, 200]);
      for (const roles of [['Leader'], ['LaunchOwner'], ['Administrator'], []]) {
        expect([roles, (await server.ask(path, roles)).status]).toEqual([roles, 403]);
      }
    },
  );

  it('tell what is on, asked, kept, released and promised', async () => {
    noteAtBoundary(server.store, '2026-10-01T02:00:00.000Z', {
      kind: 'run',
      run: 1,
      period: '2026-Q4',
      sources: ['sent-items'],
      scopeVersion: null,
      ruleHash: 'a'.repeat(64),
      keyId: 'kek-1',
      held: ['Mail.Read', 'Mail.ReadBasic.All'],
    });
    noteAtBoundary(server.store, '2026-10-01T03:00:00.000Z', {
      kind: 'reading',
      run: 1,
      source: 'sent-items',
      endpoint: sentItemsSource.endpoint,
      weekRows: 1200,
      kept: [],
      dropped: 2,
    });
    const answer = officeAnswer.parse(await (await server.ask('/api/office', ['DataProtectionOfficer'])).json());
    expect(answer.permissions).toMatchObject({
      needed: ['Mail.ReadBasic.All'],
      held: ['Mail.Read', 'Mail.ReadBasic.All'],
    });
    expect(answer.endpoints).toMatchObject([{ source: 'sent-items', weekRows: 1200, unknown: 2, pair: true }]);
    expect(answer.endpoints[0]?.kept).toEqual(sentItemsSource.fields.map(({ field }) => field));
    expect(answer.releases).toMatchObject([{ period: '2026-Q3', objections: 'under-10' }]);
    expect(answer.releases[0]?.rightGuessesInHundred).toBeGreaterThan(50);
    expect(answer.attacks.findings.map(({ attack }) => attack)).toContain('A1');
    expect(answer.pause).toEqual({ state: 'running', acts: [], may: ['paused'] });
    expect(answer.boundary.publicKey).toBe(publicKeyOf(keyOf('archive')));
    expect(answer.accesses).toMatchObject([{ office: 'DataProtectionOfficer', people: 1 }]);
  });

  it('note who looked, once per person, office and day, and never their name', async () => {
    await server.ask('/api/office', ['PrivacyOfficer', 'Leader']);
    await server.ask('/api/office', ['PrivacyOfficer']);
    await server.ask('/api/gates', ['PrivacyOfficer']);
    expect(accesses()).toEqual(['PrivacyOfficer']);
    await server.ask('/api/office', ['DataProtectionOfficer']);
    const other = await server.token(['PrivacyOfficer'], { oid: ANOTHER });
    await fetch(`${server.url}/api/gates`, { headers: { authorization: `Bearer ${other}` } });
    server.clock.at += 86_400_000;
    const seconds = Math.floor(server.clock.at / 1_000);
    const later = await server.token(['PrivacyOfficer'], { iat: seconds, nbf: seconds, exp: seconds + 3_600 });
    const again = await fetch(`${server.url}/api/office`, { headers: { authorization: `Bearer ${later}` } });
    expect(again.status).toBe(200);
    expect(accesses()).toEqual(['PrivacyOfficer', 'DataProtectionOfficer', 'PrivacyOfficer', 'PrivacyOfficer']);
    expect(JSON.stringify(readBoundary(server.store))).not.toContain(ANOTHER);
    await server.ask('/api/office', ['Leader']);
    expect(accesses()).toHaveLength(4);
  });

  it('are not given where the look cannot be noted', async () => {
    server.store.decisions.exec("CREATE TRIGGER full BEFORE INSERT ON boundary BEGIN SELECT RAISE(ABORT, 'no'); END");
    for (const path of ['/api/office', '/api/office/archive', '/api/gates']) {
      expect((await server.ask(path, ['PrivacyOfficer'])).status).toBe(500);
    }
  });

  it('show golden pairs side by side, and no other file', async () => {
    const answer: unknown = await (await server.ask('/api/office/pairs/sent-items', ['Approver'])).json();
    const { received, kept } = pairAnswer.parse(answer);
    expect(received).toContain('CANARY');
    expect(kept).toContain('person 1');
    expect(kept).not.toContain('CANARY');
    for (const name of ['nothing', '..%2fget', 'README', 'sent-items.kept.json']) {
      expect((await server.ask(`/api/office/pairs/${name}`, ['Approver'])).status).toBe(404);
    }
  });
});

describe('the pause', () => {
  it('stops at once by one of three offices, and goes on by an answer and another person', async () => {
    expect((await act('/api/pause/paused', { text: null }, ['Approver'])).status).toBe(403);
    const response = await act('/api/pause/paused', { text: 'Ask first.' }, ['EmployeeRepresentative']);
    expect(pausedAnswer.parse(await response.json()).pause).toMatchObject({
      state: 'paused',
      acts: [{ text: 'Ask first.' }],
    });
    expect(() => {
      refuseWhilePaused(server.store);
    }).toThrow(expect.objectContaining({ code: 'paused' }));
    expect((await act('/api/pause/resumed', { text: null }, ['Approver'])).status).toBe(409);
    expect((await act('/api/pause/resume-asked', { text: '' }, ['PrivacyOfficer'])).status).toBe(409);
    expect((await act('/api/pause/resume-asked', { text: 'Answered in letter 4.' }, ['PrivacyOfficer'])).status).toBe(
      200,
    );
    const own = await act('/api/pause/resumed', { text: null }, ['PrivacyOfficer', 'Approver']);
    expect([own.status, await own.json()]).toMatchObject([409, { about: 'own-proposal' }]);
    expect((await act('/api/pause/resumed', { text: null }, ['Approver'], ANOTHER)).status).toBe(200);
    refuseWhilePaused(server.store);
    const noted = readBoundary(server.store).flatMap(({ event }) => (event.kind === 'pause' ? [event.act] : []));
    expect(noted).toEqual(['paused', 'resume-asked', 'resumed']);
  });
});

describe('what a release was used for', () => {
  it('is said by leaders out of a closed list, of a release that is shown', async () => {
    const said = { period: '2026-Q3', use: 'organisation', text: 'Meeting between two divisions' };
    expect((await act('/api/uses', said, ['Leader'])).status).toBe(200);
    expect((await act('/api/uses', said, ['PrivacyOfficer'])).status).toBe(403);
    for (const wrong of [{ period: '2026-Q4' }, { use: 'appraisal' }, { text: 'x'.repeat(201) }, { who: 'me' }]) {
      expect((await act('/api/uses', { ...said, ...wrong }, ['Leader'])).status).toBe(400);
    }
    expect(readUses(server.store)).toMatchObject([said]);
    const answer = officeAnswer.parse(await (await server.ask('/api/office', ['PrivacyOfficer'])).json());
    expect(answer.uses).toMatchObject([said]);
  });
});

describe('the archive', () => {
  it('holds a release once `keepPinned` has pinned it, and not before', async () => {
    const pin = filePin({ folder: temporaryFolder(), tenantId: TENANT, random: byteStream('archive pin') });
    const keep = (): Promise<void> => keepPinned({ store: server.store, pin, tenantId: TENANT });
    await keep();
    const [first] = readLedger(server.store);
    const second = inventedRelease('2026-10-01', MUNICIPALITY, { ledger: first === undefined ? [] : [first] });
    saveRelease(server.store, second);
    const archived = async (): Promise<{ ledger: string[]; texts: number; attacked: unknown; elsewhere: boolean }> => {
      const answer: unknown = await (await server.ask('/api/office/archive', ['DataProtectionOfficer'])).json();
      const files = unzipSync(Buffer.from(archiveAnswer.parse(answer).base64, 'base64'));
      const read = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
      const told = releasesFile.parse(JSON.parse(read('releases.json')));
      // The boundary ledger says that it was made; its figures are in no file.
      const elsewhere = Object.keys(files).some((name) => name !== 'boundary.json' && read(name).includes('2026-Q4'));
      const attacked = z.object({ releases: z.int() }).parse(JSON.parse(read('attack-report.json'))).releases;
      return { ledger: told.ledger.map(({ hash }) => hash), texts: told.releases.length, attacked, elsewhere };
    };
    const hashes = [first?.hash, second.entry.hash];
    expect(await archived()).toEqual({ ledger: hashes.slice(0, 1), texts: 1, attacked: 1, elsewhere: false });
    expect(await pin.read()).toMatchObject({ releases: 1, releaseHead: first?.hash });
    await keep();
    expect(await archived()).toEqual({ ledger: hashes, texts: 2, attacked: 2, elsewhere: true });
    expect(await pin.read()).toMatchObject({ releases: 2, releaseHead: second.entry.hash });
  });

  it('holds everything, is signed, and bears nobody', async () => {
    const agreed = { proposal: null, stage: 'production' } as const;
    saveScope(server.store, inventedScope(), '2026-07-01T00:00:00.000Z', agreed);
    await act('/api/pause/paused', { text: null }, ['DataProtectionOfficer']);
    const { base64, publicKey, fileName } = archiveAnswer.parse(
      await (await server.ask('/api/office/archive', ['DataProtectionOfficer'])).json(),
    );
    expect(fileName).toMatch(/^samspill-archive-\d{4}-\d\d-\d\d\.zip$/);
    const files = unzipSync(Buffer.from(base64, 'base64'));
    const sums = strFromU8(files['SHA256SUMS'] ?? new Uint8Array());
    const isSigned = (text: Uint8Array): boolean =>
      verify(null, text, createPublicKey(publicKey), files['SHA256SUMS.sig'] ?? new Uint8Array());
    expect(isSigned(Buffer.from(sums))).toBe(true);
    expect(isSigned(Buffer.from(sums.replace('a', 'b')))).toBe(false);
    const listed = sums
      .trim()
      .split('\n')
      .map((line) => line.split('  '));
    for (const [sum, name = ''] of listed) {
      expect([
        name,
        createHash('sha256')
          .update(files[name] ?? '')
          .digest('hex'),
      ]).toEqual([name, sum]);
    }
    expect(new Set(Object.keys(files))).toEqual(
      new Set([...listed.map(([, name]) => name), 'SHA256SUMS', 'SHA256SUMS.sig', 'public-key.pem']),
    );
    const names = Object.keys(files);
    for (const name of [
      'overview',
      'scope-history',
      'proposals',
      'gates',
      'pauses',
      'boundary',
      'releases',
      'attack-report',
      'declarations',
    ]) {
      expect(names).toContain(`${name}.json`);
    }
    expect(names).toEqual(expect.arrayContaining(['verify.mjs', 'documents/dpia-nn.md', 'pairs/sent-items.kept.json']));
    const boundary: unknown = JSON.parse(strFromU8(files['boundary.json'] ?? new Uint8Array()));
    expect(checkBoundaryChain(Array.isArray(boundary) ? boundary : [undefined]).length).toBeGreaterThan(2);
    for (const [name, bytes] of Object.entries(files)) {
      if (name === 'boundary.json') continue;
      expect([name, strFromU8(bytes, true).includes('s1_')]).toEqual([name, name === 'README.txt']);
    }
  });

  it('is signed with Ed25519 under the seed that custody keeps', () => {
    // RFC 8032 §7.1, test 1.
    const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
    expect(Buffer.from(signArchive(seed, new Uint8Array())).toString('hex')).toBe(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    );
    expect(() => signArchive(new Uint8Array(31), new Uint8Array())).toThrow(RangeError);
  });
});
