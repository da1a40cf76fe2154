import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import {
  changesAnswer,
  gatesAnswer,
  proposedAnswer,
  protectedAnswer,
  refusal,
  scopeAnswer,
  type ProposalAnswer,
} from '../../connector/api/answers.ts';
import { appsMeasured } from '../../connector/microsoft-graph/apps-measured.ts';
import { periodOf } from '../../connector/privacy/period.ts';
import { openSealedAddress } from '../../connector/privacy/sealed-address.ts';
import { readBoundary } from '../../connector/store/boundary-ledger.ts';
import { readInteractions, replaceSpans } from '../../connector/store/interactions.ts';
import type { PeriodFile } from '../../connector/store/open.ts';
import { readMemberships, replaceDirectory } from '../../connector/store/people.ts';
import { pendingProtected } from '../../connector/store/protected.ts';
import { keptScopes } from '../../connector/store/scopes.ts';
import { inventedScope } from '../privacy/invented-scope.ts';
import { person } from '../store/temporary-store.ts';
import { TENANT } from './entra.ts';
import { STANDING_KEY, startServer, type TestServer } from './test-server.ts';

const DAY = 86_400_000;
/** Whoever acts, a person of their own each: role and object id. */
const PEOPLE = {
  officer: ['PrivacyOfficer', '11110000-0000-4000-8000-000000000001'],
  approver: ['Approver', '11110000-0000-4000-8000-000000000002'],
  protector: ['DataProtectionOfficer', '11110000-0000-4000-8000-000000000003'],
  representative: ['EmployeeRepresentative', '11110000-0000-4000-8000-000000000004'],
} as const;
type Who = keyof typeof PEOPLE;

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

async function post(who: Who | readonly [roles: string[], oid: string], path: string, body: unknown) {
  const [roles, oid] = typeof who === 'string' ? [[PEOPLE[who][0]], PEOPLE[who][1]] : who;
  const seconds = server.clock.at / 1000;
  const token = await server.token(roles, { oid, iat: seconds, nbf: seconds - 60, exp: seconds + 3_600 });
  return fetch(server.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function read<Shape>(who: Who, path: string, shape: z.ZodType<Shape>): Promise<Shape> {
  const [role, oid] = PEOPLE[who];
  const seconds = server.clock.at / 1000;
  const token = await server.token([role], { oid, iat: seconds, nbf: seconds - 60, exp: seconds + 3_600 });
  return shape.parse(await (await fetch(server.url + path, { headers: { authorization: `Bearer ${token}` } })).json());
}

async function refused(response: Response): Promise<readonly [number, string | undefined]> {
  const { about } = refusal.parse(await response.json());
  return [response.status, about];
}

async function proposed(different: Readonly<Record<string, unknown>> = {}, who: Who = 'officer'): Promise<number> {
  const response = await post(who, '/api/scope/proposals', { scope: inventedScope(different) });
  expect(response.status).toBe(200);
  return proposedAnswer.parse(await response.json()).number;
}

async function stateOf(response: Response): Promise<string> {
  expect(response.status).toBe(200);
  return proposedAnswer.parse(await response.json()).state;
}

const act = (who: Who, number: number, what: string, body: unknown = {}) =>
  post(who, `/api/scope/proposals/${String(number)}/${what}`, body);

async function firstProposal(who: Who): Promise<ProposalAnswer> {
  const { proposals } = await read(who, '/api/scope?language=en', scopeAnswer);
  const [newest] = proposals;
  if (newest === undefined) throw new Error('nothing is proposed');
  return newest;
}

/** One person in each unit, who writes to the one in the next, and 400 heads. */
function hold(file: PeriodFile, units: readonly string[]): void {
  const span = { from: '2026-07-01', to: '2026-07-02' } as const;
  replaceSpans(
    file,
    'sent-items',
    units.map((_, index) => {
      const owner = person(index);
      const other = person((index + 1) % units.length);
      return {
        owner,
        ...span,
        interactions: [{ day: span.from, kind: 'mail' as const, owner, other, acts: 1, minutes: 0 }],
      };
    }),
  );
  replaceDirectory(
    file,
    span.from,
    units.map((unit, index) => ({ person: person(index), unit, standing: 'desk' as const, placedBy: null })),
    units.map((unit) => ({ unit, standing: 'desk' as const, heads: 400, covered: 400 })),
  );
}

describe('a proposal', () => {
  test('goes from proposed over protested and answered to approved, announced and in force', async () => {
    const number = await proposed();
    expect((await firstProposal('officer')).may).toEqual(['comment', 'withdraw']);
    expect((await firstProposal('protector')).may).toEqual(['comment', 'protest']);
    expect((await firstProposal('representative')).may).toEqual(['comment']);
    expect((await firstProposal('approver')).may).toEqual(['comment', 'approve', 'reject']);
    expect(await stateOf(await act('protector', number, 'protest', { text: 'Why mail?' }))).toBe('protested');
    expect(await refused(await act('approver', number, 'approve'))).toEqual([409, 'protest-open']);
    expect(await stateOf(await act('officer', number, 'answer', { text: 'Because.' }))).toBe('open');
    expect(await stateOf(await act('approver', number, 'approve'))).toBe('approved');
    const { effectiveOn, acts, state } = await firstProposal('representative');
    expect([state, effectiveOn]).toEqual(['approved', '2026-10-16']);
    expect(acts.map(({ kind, office, text }) => [kind, office, text])).toEqual([
      ['proposed', 'PrivacyOfficer', null],
      ['protested', 'DataProtectionOfficer', 'Why mail?'],
      ['answered', 'PrivacyOfficer', 'Because.'],
      ['approved', 'Approver', null],
    ]);
    expect(keptScopes(server.store, 'production')).toEqual([]);
    server.clock.at += 14 * DAY;
    await act('representative', number, 'comment', { text: 'Noted.' });
    expect((await firstProposal('officer')).state).toBe('in-force');
  });

  test('is approved by another person, whatever offices they hold', async () => {
    const both: [string[], string] = [['PrivacyOfficer', 'Approver'], PEOPLE.officer[1]];
    await post(both, '/api/scope/proposals', { scope: inventedScope() });
    const approval = await post(both, '/api/scope/proposals/1/approve', {});
    expect(await refused(approval)).toEqual([409, 'own-proposal']);
    expect(await stateOf(await act('approver', 1, 'approve'))).toBe('approved');
  });

  test('that turns on messages in chats is approved by an act that names them; the names are kept with it', async () => {
    const number = await proposed({ sources: ['sent-items', 'active-users', 'chat-messages'] });
    const { may, ownApprovals, changes } = await firstProposal('approver');
    expect([may, ownApprovals]).toEqual([['comment', 'approve', 'reject'], ['chat-messages']]);
    expect(JSON.stringify(changes)).toContain('Chats somebody wrote in');
    expect(await refused(await act('approver', number, 'approve'))).toEqual([409, 'own-approval']);
    const twice = { alsoApproves: ['chat-messages', 'sent-items'] };
    expect(await refused(await act('approver', number, 'approve', twice))).toEqual([409, 'own-approval']);
    const unknown = { alsoApproves: ['everything'] };
    expect(await refused(await act('approver', number, 'approve', unknown))).toEqual([400, 'alsoApproves']);
    expect((await act('protector', number, 'comment', { text: 'x', alsoApproves: [] })).status).toBe(400);
    const named = { alsoApproves: ['chat-messages'] };
    expect(await stateOf(await act('approver', number, 'approve', named))).toBe('approved');
    expect((await firstProposal('officer')).acts.at(-1)).toMatchObject({ kind: 'approved', ...named });
    server.clock.at += 14 * DAY;
    await act('representative', number, 'comment', { text: 'Noted.' });
    expect(keptScopes(server.store, 'production').at(-1)?.scope.sources).toContain('chat-messages');
  });

  test('that only narrows is in force at once', async () => {
    await proposed();
    await act('approver', 1, 'approve');
    server.clock.at += 14 * DAY;
    const number = await proposed({ unitsOut: ['Helse'] });
    expect((await firstProposal('officer')).state).toBe('in-force');
    expect(keptScopes(server.store, 'production').at(-1)?.proposal).toBe(number);
    const { inForce } = await read('approver', '/api/scope?language=nb', scopeAnswer);
    expect(inForce?.scope.unitsOut).toEqual(['Helse']);
  });

  test('that leaves units out deletes what is held of them before it answers; all but one out is answered as well', async () => {
    await proposed();
    await act('approver', 1, 'approve');
    server.clock.at += 14 * DAY;
    const file = server.store.period(periodOf('2026-07-01', '2026-10-01'));
    hold(file, ['Helse/Lege', 'Skole', 'Teknisk', 'Kultur']);
    const rowsOf = async (unitsOut: readonly string[]): Promise<string> => {
      const scope = inventedScope({ unitsOut });
      const checked = await post('officer', '/api/scope/check', { scope, language: 'nb' });
      expect(checked.status).toBe(200);
      const { changes } = changesAnswer.parse(await checked.json());
      return JSON.stringify(changes.filter(({ kind }) => kind === 'table'));
    };
    expect(await rowsOf([])).toMatch(/Helse.*400.*Skole/);
    expect(await rowsOf(['Helse'])).toMatch(/^(?!.*Helse).*Skole/);
    expect(await rowsOf(['Helse', 'Teknisk', 'Kultur'])).toMatch(/^(?!.*(Helse|Teknisk|Kultur)).*Skole: 400/);
    // Each writes to the next in a ring: two of four acts are with the first, every act with one of the three.
    expect(readInteractions(file, ['sent-items']).acts).toHaveLength(4);
    const mistyped = await post('officer', '/api/scope/check', {
      scope: inventedScope({ unitsOut: ['Helse/Leger', 'Skole'] }),
      language: 'nb',
    });
    const { changes: warned } = changesAnswer.parse(await mistyped.json());
    expect(JSON.stringify(warned.slice(0, 2))).toMatch(/kjenner.*Helse\/Leger.*Kjente enheter er: Helse\/Lege/);
    expect(JSON.stringify(warned)).not.toMatch(/Skole\*\* står ikke/);
    await proposed({ unitsOut: ['Helse'] });
    expect(readInteractions(file, ['sent-items']).acts).toHaveLength(2);
    await proposed({ unitsOut: ['Helse', 'Teknisk', 'Kultur'] });
    expect(readInteractions(file, ['sent-items']).acts).toHaveLength(0);
    expect(readMemberships(file).map(({ unit }) => unit)).toEqual(['Skole']);
  });

  test('promises of each service that its reports tell the noise and the floor of a release', async () => {
    await server.close();
    server = await startServer({ appsMeasured });
    hold(server.store.period(periodOf('2026-07-01', '2026-10-01')), ['Skole', 'Teknisk']);
    const sources = ['active-users', 'copilot-usage', 'sharepoint-activity', 'teams-devices'];
    await proposed({ sources });
    const checked = await post('officer', '/api/scope/check', { scope: inventedScope({ sources }), language: 'nb' });
    for (const { changes } of [changesAnswer.parse(await checked.json()), await firstProposal('approver')]) {
      expect(JSON.stringify(changes)).toMatch(/"2","50","±7 /);
    }
  });

  test('says in words what it would change, before and after it is laid down, in the language asked for', async () => {
    const checked = await post('officer', '/api/scope/check', { scope: inventedScope(), language: 'nb' });
    const { changes } = changesAnswer.parse(await checked.json());
    expect(JSON.stringify(changes)).toContain('Sendt e-post');
    await proposed();
    expect((await firstProposal('officer')).changes.length).toBeGreaterThan(1);
  });

  test.each([
    [{ scope: { ...inventedScope(), level: 'none' } }, 'scope.level'],
    [{ scope: { ...inventedScope(), secretField: 1 } }, 'scope'],
    [{ scope: 'x' }, 'scope'],
    [{ scope: inventedScope(), more: 1 }, 'body'],
    ['{"scope":', 'body'],
    [{ scope: { ...inventedScope(), organisation: 'x'.repeat(17_000) } }, 'body'],
  ])('that is none is refused with the name of the field alone: %#', async (body, field) => {
    const response = await post('officer', '/api/scope/proposals', body);
    const text = await response.clone().text();
    expect(await refused(response)).toEqual([400, field]);
    expect(text).not.toMatch(/secretField|none|xxx/);
  });

  test('without a law, and one that changes nothing, are refused by name of the rule', async () => {
    const without = { ...inventedScope(), legalBasis: undefined };
    expect(await refused(await post('officer', '/api/scope/proposals', { scope: without }))).toEqual([
      409,
      'no-legal-basis',
    ]);
    expect(await refused(await act('officer', 7, 'withdraw'))).toEqual([404, undefined]);
  });
});

describe('gates', () => {
  const sha256 = 'ab'.repeat(32);
  const discussion = {
    gate: 'discussion',
    on: '2026-10-01',
    sha256,
    proposal: 1,
    participants: ['employer', 'union-representative'],
  };

  test('are recorded by their office, the minutes confirmed by another person', async () => {
    await proposed();
    const twice: [string[], string] = [['PrivacyOfficer', 'EmployeeRepresentative'], PEOPLE.officer[1]];
    expect((await post('officer', '/api/gates', discussion)).status).toBe(200);
    expect((await post('representative', '/api/gates', discussion)).status).toBe(200);
    expect((await post(twice, '/api/gates', { ...discussion, on: '2026-09-30' })).status).toBe(200);
    const { records, may, binding } = await read('representative', '/api/gates', gatesAnswer);
    expect(records.map(({ gate, office }) => [gate, office])).toEqual([
      ['discussion', 'PrivacyOfficer'],
      ['discussion', 'EmployeeRepresentative'],
      ['discussion', 'PrivacyOfficer'],
    ]);
    expect([may, binding]).toEqual([['discussion', 'evaluation'], true]);
    expect(JSON.stringify(records)).not.toContain('s1_');
  });

  test.each([
    ['officer', { ...discussion, proposal: 9 }, 400, 'proposal'],
    ['officer', { ...discussion, sha256: 'x' }, 400, 'sha256'],
    ['officer', { ...discussion, participants: ['employer'] }, 400, 'participants'],
    ['officer', { gate: 'dpia', on: '2026-12-01', sha256 }, 409, 'day-to-come'],
    ['officer', { gate: 'dpia', on: '2026-10-01', sha256, minutes: 'who said what' }, 400, 'body'],
    ['officer', { ...discussion, gate: 'dpia' }, 400, 'participants'],
    ['officer', { gate: 'staff-notice', on: '2026-10-01', sha256, proposal: 1 }, 400, 'proposal'],
    ['officer', { gate: 'evaluation', on: '2026-10-01', sha256 }, 403, undefined],
    ['representative', { gate: 'dpia', on: '2026-10-01', sha256 }, 403, undefined],
  ] as const)('a record by %s that may not be is refused: %#', async (who, body, status, about) => {
    await proposed();
    expect(await refused(await post(who, '/api/gates', body))).toEqual([status, about]);
  });
});

describe('protected contacts', () => {
  const address = 'Varsling@Fjordvik.example';

  test('are sealed until the next run, counted, noted at the boundary, and never told', async () => {
    for (const one of [address, ` ${address.toLowerCase()}`, 'verneombud@fjordvik.example']) {
      const response = await post('representative', '/api/protected-contacts', { address: one });
      expect(response.status).toBe(200);
      expect(await response.text()).not.toMatch(/fjordvik/i);
    }
    const told = await read('representative', '/api/protected-contacts', protectedAnswer);
    expect(told).toEqual({ version: 1, listed: 2, pending: 2, removing: 0, missed: null, mayRemove: true });
    expect(pendingProtected(server.store).map((it) => openSealedAddress(TENANT, STANDING_KEY, it))).toContain(
      address.toLowerCase(),
    );
    const notes = readBoundary(server.store).filter(({ event }) => event.kind === 'gate');
    expect(notes).toHaveLength(2);
    expect(JSON.stringify(notes)).not.toMatch(/fjordvik/i);
  });

  const change = async (path: string, one: string) => {
    const response = await post('representative', `/api/protected-contacts${path}`, { address: one });
    expect([response.status, one]).toEqual([200, one]);
    return protectedAnswer.parse(await response.json());
  };

  test('that no run has resolved are taken back at once; others are sealed for the next run, once', async () => {
    const typed = 'varsling@fjordvik.exampel';
    await change('', address);
    await change('', typed);
    expect(await change('/remove', ` ${typed.toUpperCase()}`)).toMatchObject({ listed: 1, pending: 1, removing: 0 });
    await change('/remove', 'somebody@fjordvik.example');
    expect(await change('/remove', 'Somebody@fjordvik.example')).toMatchObject({ listed: 1, removing: 1 });
    // Listed again before the run: nothing is removed.
    expect(await change('', 'somebody@fjordvik.example')).toMatchObject({ listed: 2, pending: 2, removing: 0 });
    const kinds = readBoundary(server.store).map(({ event }) => event.kind);
    expect(kinds).toEqual(['gate', 'gate', 'unprotect', 'unprotect', 'gate']);
  });

  test('are never all taken off while a scope is in force, and that is said beforehand', async () => {
    expect(await change('', address)).toMatchObject({ mayRemove: true });
    await proposed();
    await act('approver', 1, 'approve');
    server.clock.at += 14 * DAY;
    await read('officer', '/api/scope?language=en', scopeAnswer);
    await act('representative', 1, 'comment', { text: 'Noted.' });
    expect(keptScopes(server.store, 'production')).toHaveLength(1);
    expect(await read('representative', '/api/protected-contacts', protectedAnswer)).toMatchObject({
      mayRemove: false,
    });
    const remove = (one: string) => post('representative', '/api/protected-contacts/remove', { address: one });
    expect(await refused(await remove(address))).toEqual([409, 'last-protected']);
    expect(await refused(await remove('somebody@fjordvik.example'))).toEqual([409, 'last-protected']);
    expect(await change('', 'verneombud@fjordvik.example')).toMatchObject({ mayRemove: true });
    expect(await change('/remove', address)).toMatchObject({ listed: 1, mayRemove: false });
  });

  test.each([{ address: 'nobody' }, { address: 'a@b, c@d' }, {}, { address, why: 'x' }])(
    'what is no address is refused without being quoted: %#',
    async (body) => {
      const response = await post('representative', '/api/protected-contacts', body);
      expect(response.status).toBe(400);
      expect(await response.text()).not.toMatch(/nobody|fjordvik/i);
    },
  );
});

test('an act is not taken from a form of another page, nor with anything in its address', async () => {
  const token = await server.token(['PrivacyOfficer']);
  const as = (path: string, type: string) =>
    fetch(server.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body: JSON.stringify({ scope: inventedScope() }),
    });
  expect((await as('/api/scope/proposals', 'text/plain')).status).toBe(400);
  expect((await as('/api/scope/proposals?unit=Helse', 'application/json')).status).toBe(404);
});
