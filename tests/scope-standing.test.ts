import { describe, expect, test } from 'vitest';
import { Failure } from '../connector/failure.ts';
import { addDays, periodOf, startOf, type Day } from '../connector/privacy/period.ts';
import { RealIdentity } from '../connector/privacy/real-identity.ts';
import { sealAddress } from '../connector/privacy/sealed-address.ts';
import { signatureMaker, type Signature } from '../connector/privacy/signature.ts';
import { bringIntoForce, checkGatesNow, gatesNow, scopeInForce, scopeNow } from '../connector/scope-standing.ts';
import { readGateRecords, recordGate } from '../connector/store/gates.ts';
import { readInteractions, replaceSpans } from '../connector/store/interactions.ts';
import type { Store } from '../connector/store/open.ts';
import { addOfficeAct, addProposal, readProposals } from '../connector/store/proposals.ts';
import { addPendingProtected } from '../connector/store/protected.ts';
import { keptScopes, saveScope } from '../connector/store/scopes.ts';
import { inventedScope } from './privacy/invented-scope.ts';
import { recordedRandomness } from './recorded-randomness.ts';
import { person, temporaryStore } from './store/temporary-store.ts';

const TENANT = '11111111-2222-4333-8444-555555555555';
const random = recordedRandomness('scope standing');
const KEY = random(32);
const sign = signatureMaker(TENANT, KEY, random);
const signer = (n: number): Signature => sign(new RealIdentity(`00000000-0000-4000-8000-00000000000${n}`));
const at = (day: Day): string => new Date(startOf(day)).toISOString();
const sha256 = 'a'.repeat(64);

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
  return 'none';
}

const proposed = (store: Store, scope: unknown, day: Day): number =>
  addProposal(store, 'production', scope, { office: 'PrivacyOfficer', by: signer(1), at: at(day), text: null });
const approved = (store: Store, proposal: number, day: Day): void => {
  addOfficeAct(store, { proposal, kind: 'approved', office: 'Approver', by: signer(2), at: at(day), text: null });
};
const now = (day: Day): number => startOf(day);

describe('in production', () => {
  test('no file makes a scope: it is proposed, approved by another, announced, and then in force', () => {
    const store = temporaryStore();
    saveScope(store, inventedScope(), at('2026-01-01'));
    const inForce = (day: Day) => refusal(() => scopeInForce(store, 'production', now(day)));
    expect(inForce('2026-01-02')).toBe('scope-missing');
    const number = proposed(store, inventedScope(), '2026-01-05');
    expect(inForce('2026-06-01')).toBe('scope-missing');
    approved(store, number, '2026-01-06');
    expect(inForce('2026-01-19')).toBe('scope-announced');
    expect(scopeInForce(store, 'production', now('2026-01-20'))).toEqual(inventedScope());
    expect(keptScopes(store, 'production')).toMatchObject([{ proposal: number, savedAt: at('2026-01-20') }]);
    bringIntoForce(store, 'production', now('2026-02-01'));
    expect(keptScopes(store, 'production')).toHaveLength(1);
  });

  test('whoever only looks sees what is due counted, and writes nothing', () => {
    const store = temporaryStore();
    expect(scopeNow(store, 'production', now('2026-01-05'))).toBeUndefined();
    approved(store, proposed(store, inventedScope(), '2026-01-05'), '2026-01-06');
    expect(scopeNow(store, 'production', now('2026-01-19'))).toBeUndefined();
    expect(scopeNow(store, 'production', now('2026-01-20'))).toEqual(inventedScope());
    expect(keptScopes(store, 'production')).toEqual([]);
    bringIntoForce(store, 'production', now('2026-01-20'));
    const wider = inventedScope({ sources: ['sent-items', 'meetings'] });
    approved(store, proposed(store, wider, '2026-02-01'), '2026-02-01');
    expect(scopeNow(store, 'production', now('2026-02-14'))).toEqual(inventedScope());
    expect(scopeNow(store, 'production', now('2026-02-15'))).toEqual(wider);
    expect(scopeNow(store, 'production', now('2026-02-15'))).toEqual(
      scopeInForce(store, 'production', now('2026-02-15')),
    );
  });

  test('a file of a pilot is no scope of production for those who look either', () => {
    const store = temporaryStore();
    saveScope(store, inventedScope(), at('2026-01-01'));
    expect(scopeNow(store, 'production', now('2026-01-02'))).toBeUndefined();
    expect(scopeNow(store, 'pilot', now('2026-01-02'))).toEqual(inventedScope());
  });

  test('a narrower scope than a pilot’s file is no narrowing: nothing stood there', () => {
    const store = temporaryStore();
    saveScope(store, inventedScope(), at('2026-01-01'));
    proposed(store, inventedScope({ sources: ['sent-items'] }), '2026-01-05');
    expect(refusal(() => scopeInForce(store, 'production', now('2026-06-01')))).toBe('scope-missing');
  });

  test('a scope the command line of a pilot approved counts for nothing', () => {
    const store = temporaryStore();
    const number = addProposal(store, 'pilot', inventedScope(), {
      office: 'Administrator',
      by: null,
      at: at('2026-01-05'),
      text: null,
    });
    addOfficeAct(store, {
      proposal: number,
      kind: 'approved',
      office: 'Administrator',
      by: null,
      at: at('2026-01-05'),
      text: null,
    });
    expect(scopeInForce(store, 'pilot', now('2026-02-01'))).toEqual(inventedScope());
    expect(refusal(() => scopeInForce(store, 'production', now('2026-02-01')))).toBe('scope-missing');
  });

  test('narrowing is in force the moment it is proposed, and what it excludes is gone; a widening of what was is then of the past', () => {
    const store = temporaryStore();
    approved(store, proposed(store, inventedScope(), '2026-01-05'), '2026-01-05');
    scopeInForce(store, 'production', now('2026-02-01'));
    const period = periodOf('2026-01-01', '2026-04-01');
    const file = store.period(period);
    const act = { day: '2026-02-02', kind: 'mail', owner: person(1), other: person(2), acts: 1, minutes: 1 } as const;
    for (const source of ['sent-items', 'meetings']) {
      replaceSpans(file, source, [{ owner: person(1), from: '2026-02-02', to: '2026-02-03', interactions: [act] }]);
    }
    const wider = proposed(store, inventedScope({ readBack: true }), '2026-02-03');
    proposed(store, inventedScope({ sources: ['active-users'] }), '2026-02-03');
    expect(scopeInForce(store, 'production', now('2026-02-03')).sources).toEqual(['active-users']);
    expect(readInteractions(file, ['sent-items']).acts).toHaveLength(0);
    expect(readInteractions(file, ['meetings']).acts).toHaveLength(1);
    expect(readProposals(store, 'production').find(({ number }) => number === wider)?.superseded).toBe(true);
    approved(store, wider, '2026-02-04');
    expect(scopeInForce(store, 'production', now('2026-06-01')).readBack).toBe(false);
  });
});

describe('gates', () => {
  /** A scope in force from 1 February, with every gate open. */
  function ready(): Store {
    const store = temporaryStore();
    const proposal = proposed(store, inventedScope(), '2026-01-05');
    approved(store, proposal, '2026-01-05');
    scopeInForce(store, 'production', now('2026-02-01'));
    const officer = { office: 'PrivacyOfficer', by: signer(1), at: at('2026-01-04') } as const;
    const participants: ('employer' | 'union-representative')[] = ['employer', 'union-representative'];
    const discussion = { gate: 'discussion', on: '2026-01-03', participants, sha256, proposal } as const;
    recordGate(store, { gate: 'dpia', on: '2026-01-02', sha256, ...officer });
    recordGate(store, { ...discussion, ...officer });
    recordGate(store, { ...discussion, ...officer, office: 'EmployeeRepresentative', by: signer(3) });
    recordGate(store, { gate: 'staff-notice', on: '2026-01-05', sha256, ...officer });
    addPendingProtected(store, sealAddress(TENANT, KEY, random, 'varsling@fjordvik.example'), {
      by: signer(3),
      at: at('2026-01-04'),
    });
    return store;
  }
  const goesOn = (store: Store, day: Day) =>
    refusal(() => {
      checkGatesNow(store, 'production', now(day));
    });

  test('let reading go on while all are open, and stop it by themselves when one lapses', () => {
    const store = ready();
    expect(readGateRecords(store)).toHaveLength(4);
    expect(goesOn(store, '2026-02-02')).toBe('none');
    expect(goesOn(store, addDays('2026-02-01', 183))).toBe('gate-closed');
  });

  test('a material change reopens the discussion from the day it is in force', () => {
    const store = ready();
    approved(
      store,
      proposed(store, inventedScope({ sources: ['sent-items', 'active-users', 'meetings'] }), '2026-02-03'),
      '2026-02-03',
    );
    expect(goesOn(store, '2026-02-16')).toBe('none');
    expect(goesOn(store, '2026-02-17')).toBe('gate-closed');
    const closed = gatesNow(store, 'production', now('2026-02-17')).filter(({ open }) => !open);
    expect(closed).toMatchObject([{ gate: 'discussion', needs: 'changed-since' }]);
  });

  test('a new installation reads nothing; a pilot brings its own', () => {
    const store = temporaryStore();
    expect(goesOn(store, '2026-02-02')).toBe('gate-closed');
    expect(() => {
      checkGatesNow(store, 'pilot', now('2026-02-02'));
    }).not.toThrow();
  });
});
