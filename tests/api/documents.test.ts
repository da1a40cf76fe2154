import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentAnswer, documentFileAnswer, documentsAnswer, refusal, ROLES } from '../../connector/api/answers.ts';
import { RealIdentity } from '../../connector/privacy/real-identity.ts';
import { signatureMaker } from '../../connector/privacy/signature.ts';
import { DOCUMENT_NAMES } from '../../connector/documents/documents.ts';
import { addOfficeAct, addProposal } from '../../connector/store/proposals.ts';
import { saveScope } from '../../connector/store/scopes.ts';
import { inventedFacts } from '../documents/invented-facts.ts';
import { partsOf, textOf } from '../documents/opened-docx.ts';
import { TENANT } from './entra.ts';
import { seeded } from './invented-release.ts';
import { STANDING_KEY, startServer, type TestServer } from './test-server.ts';

const OFFICERS: readonly string[] = ['PrivacyOfficer', 'Approver', 'DataProtectionOfficer', 'EmployeeRepresentative'];
const FOR_EVERYBODY = ['staff-notice', 'scope'];

let server: TestServer;
beforeAll(async () => {
  const { scope, sources } = inventedFacts();
  server = await startServer({
    sources: sources.map((it) => ({ ...it, permissions: it.permissions.map(({ role }) => ({ role, id: '' })) })),
  });
  saveScope(server.store, scope, '2026-08-10T00:00:00.000Z', { proposal: null, stage: 'production' });
});
afterAll(() => server.close());

describe('documents', () => {
  test('are listed for whoever may read them', async () => {
    for (const roles of [[], ...ROLES.map((role) => [role])]) {
      const { documents } = documentsAnswer.parse(await (await server.ask('/api/documents', roles)).json());
      expect([roles, documents]).toEqual([
        roles,
        roles.some((role) => OFFICERS.includes(role)) ? DOCUMENT_NAMES : FOR_EVERYBODY,
      ]);
    }
  });

  test.each(DOCUMENT_NAMES)(
    '%s: opens for whom it is listed, as blocks and as a file, and for nobody else',
    async (name) => {
      for (const roles of [[], ...ROLES.map((role) => [role])]) {
        const isTheirs = FOR_EVERYBODY.includes(name) || roles.some((role) => OFFICERS.includes(role));
        for (const path of [`/api/documents/${name}?language=nn`, `/api/documents/${name}/docx?language=nn`]) {
          const { status } = await server.ask(path, roles);
          expect([path, roles, status]).toEqual([path, roles, isTheirs ? 200 : 403]);
        }
      }
    },
  );

  test('say the configuration in force, in the language asked for', async () => {
    const answer: unknown = await (await server.ask('/api/documents/scope?language=en', [])).json();
    const { title, blocks, mark } = documentAnswer.parse(answer);
    expect(title).toBe('What Samspill may read at Fjordvik kommune');
    expect(mark).toContain('not legal advice');
    expect(JSON.stringify(blocks)).toContain('Mail.ReadBasic.All');
    expect(JSON.stringify(blocks)).not.toContain('Chat');
  });

  test('come as a file that Word opens', async () => {
    const answer: unknown = await (await server.ask('/api/documents/staff-notice/docx?language=nb', [])).json();
    const { fileName, base64 } = documentFileAnswer.parse(answer);
    expect(fileName).toBe('samspill-staff-notice-nb.docx');
    const body = partsOf(Buffer.from(base64, 'base64')).get('word/document.xml') ?? '';
    expect(textOf(body)).toContain('Til alle ansatte: Samspill hos Fjordvik kommune');
  });

  test.each([
    '/api/documents/nothing?language=nb',
    '/api/documents/scope',
    '/api/documents/scope?language=sv',
    '/api/documents/scope?language=nb&unit=Skole',
    '/api/documents?language=nb',
    '/api/documents/scope/pdf?language=nb',
  ])('there is no %s', async (path) => {
    expect((await server.ask(path, ['PrivacyOfficer'])).status).toBe(404);
  });

  test('need a token', async () => {
    for (const path of [
      '/api/documents',
      '/api/documents/scope?language=nb',
      '/api/documents/scope/docx?language=nb',
    ]) {
      const response = await fetch(server.url + path);
      expect(refusal.parse(await response.json()).refused).toBe('no-token');
    }
  });
});

test('are of the scope that counts: a pilot’s file is none in production, and what is due counts the day it is', async () => {
  const { scope, sources } = inventedFacts();
  const later = await startServer({ sources: sources.map((it) => ({ ...it, permissions: [] })) });
  const listed = async (): Promise<readonly string[]> =>
    documentsAnswer.parse(await (await later.ask('/api/documents', ['PrivacyOfficer'])).json()).documents;
  saveScope(later.store, scope, '2026-08-10T00:00:00.000Z');
  expect(await listed()).toEqual([]);
  const sign = signatureMaker(TENANT, STANDING_KEY, seeded('offices'));
  const signed = (n: number) => sign(new RealIdentity(`00000000-0000-4000-8000-00000000000${String(n)}`));
  const act = { at: '2026-08-10T00:00:00.000Z', text: null };
  const number = addProposal(later.store, 'production', scope, { ...act, office: 'PrivacyOfficer', by: signed(1) });
  expect(await listed()).toEqual([]);
  addOfficeAct(later.store, { ...act, proposal: number, kind: 'approved', office: 'Approver', by: signed(2) });
  addOfficeAct(later.store, {
    ...{ ...act, proposal: number, kind: 'commented', office: 'DataProtectionOfficer', by: signed(3) },
    text: 'Say why chat.',
  });
  expect(await listed()).toEqual(DOCUMENT_NAMES);
  const dpia = await (await later.ask('/api/documents/dpia?language=nb', ['DataProtectionOfficer'])).text();
  expect(dpia).toContain('Say why chat.');
  expect(dpia).not.toContain('s1_');
  await later.close();
});

test('before there is a scope there is nothing to make documents of', async () => {
  const early = await startServer();
  expect(documentsAnswer.parse(await (await early.ask('/api/documents', ['PrivacyOfficer'])).json()).documents).toEqual(
    [],
  );
  expect((await early.ask('/api/documents/scope?language=nb', ['PrivacyOfficer'])).status).toBe(404);
  await early.close();
});
