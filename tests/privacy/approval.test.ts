import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../connector/failure.ts';
import {
  ACT_KINDS,
  ANNOUNCED_DAYS,
  checkAct,
  checkProposable,
  OFFICES,
  proposalState,
  type OfficeAct,
  type Proposal,
  type Standing,
} from '../../connector/privacy/approval.ts';
import { addDays, dayFromNumber, dayNumber, dayOf, startOf, type Day } from '../../connector/privacy/period.ts';
import { RealIdentity } from '../../connector/privacy/real-identity.ts';
import type { Scope } from '../../connector/privacy/scope.ts';
import { sameSigner, signatureMaker, type Signature } from '../../connector/privacy/signature.ts';
import { byteStream } from './byte-stream.ts';
import { inventedScope } from './invented-scope.ts';

const TENANT = '11111111-2222-4333-8444-555555555555';
const KEY = byteStream('standing')(32);
const sign = signatureMaker(TENANT, KEY, byteStream('vectors'));
const signer = (n: number) => sign(new RealIdentity(`00000000-0000-4000-8000-00000000000${n}`));
const [ONE, TWO, THREE] = [signer(1), signer(2), signer(3)] as const;
const SIGNERS = [ONE, TWO, THREE];
const isSame = (a: Signature, b: Signature): boolean => sameSigner(TENANT, KEY, a, b);

const before = inventedScope();
const wider = inventedScope({ sources: ['sent-items', 'active-users', 'meetings'] });
const narrower = inventedScope({ sources: ['sent-items'] });
const at = (day: Day) => new Date(startOf(day) + 36_000_000).toISOString();

type Told = Omit<OfficeAct, 'proposal'>;
const acted = (kind: OfficeAct['kind'], office: OfficeAct['office'], by: Signature | null, day: Day, text = 'why') => ({
  kind,
  office,
  by,
  at: at(day),
  text,
});
const proposalOf = (scope: Scope, ...acts: Told[]): Proposal => ({
  number: 1,
  scope,
  acts: acts.map((act) => ({ ...act, proposal: 1 })),
});
const on = (day: Day, different: Partial<Standing> = {}): Standing => ({
  before,
  superseded: false,
  stage: 'production',
  now: startOf(day),
  ...different,
});
const proposed = acted('proposed', 'PrivacyOfficer', ONE, '2026-11-02');
const approved = acted('approved', 'Approver', TWO, '2026-11-03');
const protested = acted('protested', 'DataProtectionOfficer', THREE, '2026-11-02');

function refusal(proposal: Proposal, act: Told, day: Day, different: Partial<Standing> = {}): string {
  try {
    checkAct(proposal, act, { ...on(day, different), isSame });
  } catch (error) {
    if (error instanceof Failure && error.code === 'act-refused') return error.message;
    throw error;
  }
  return 'allowed';
}

describe('a proposal', () => {
  test('that widens: open, approved by another, announced for 14 days, in force', () => {
    expect(proposalState(proposalOf(wider, proposed), on('2026-11-02'))).toEqual({
      state: 'open',
      widens: true,
      material: true,
      approvableFrom: null,
      effectiveOn: null,
      ownApprovals: [],
    });
    const agreed = proposalOf(wider, proposed, approved);
    expect(proposalState(agreed, on('2026-11-16'))).toMatchObject({ state: 'approved', effectiveOn: '2026-11-17' });
    expect(proposalState(agreed, on('2026-11-17'))).toMatchObject({ state: 'in-force', effectiveOn: '2026-11-17' });
  });

  test('that narrows is in force the day it is proposed, protested against or not', () => {
    const wanted = proposalOf(narrower, proposed, protested);
    expect(proposalState(wanted, on('2026-11-02'))).toEqual({
      state: 'in-force',
      widens: false,
      material: false,
      approvableFrom: null,
      effectiveOn: '2026-11-02',
      ownApprovals: [],
    });
  });

  test('that both narrows and widens waits whole', () => {
    const swap = inventedScope({ sources: ['message-trace', 'active-users'] });
    expect(proposalState(proposalOf(swap, proposed), on('2026-11-30'))).toMatchObject({ state: 'open', widens: true });
  });

  test('protested against is blocked ten working days, or until it is answered', () => {
    const blocked = proposalOf(wider, proposed, protested);
    expect(proposalState(blocked, on('2026-11-16'))).toMatchObject({
      state: 'protested',
      approvableFrom: '2026-11-17',
    });
    expect(proposalState(blocked, on('2026-11-17'))).toMatchObject({ state: 'open', approvableFrom: null });
    const answered = proposalOf(wider, proposed, protested, acted('answered', 'PrivacyOfficer', ONE, '2026-11-04'));
    expect(proposalState(answered, on('2026-11-05')).state).toBe('open');
  });

  test('protested against while it is announced does not come into force meanwhile', () => {
    const late = acted('protested', 'DataProtectionOfficer', THREE, '2026-11-16');
    const announced = proposalOf(wider, proposed, approved, late);
    expect(proposalState(announced, on('2026-11-17'))).toMatchObject({ state: 'protested', effectiveOn: '2026-12-01' });
    expect(proposalState(announced, on('2026-12-01'))).toMatchObject({ state: 'in-force' });
  });

  describe('that turns on chat-messages', () => {
    const chatty = inventedScope({ sources: ['sent-items', 'active-users', 'chat-messages'] });
    const open = proposalOf(chatty, proposed);
    const byName = { ...approved, alsoApproves: ['chat-messages'] as const };

    test('is approved by an act that names it, and by no other', () => {
      expect(proposalState(open, on('2026-11-02')).ownApprovals).toEqual(['chat-messages']);
      expect(refusal(open, approved, '2026-11-03')).toMatch(/chat-messages.*by name/);
      for (const alsoApproves of [[], ['sent-items'], ['chat-messages', 'sent-items']] as const) {
        expect(refusal(open, { ...approved, alsoApproves }, '2026-11-03')).toMatch(/by name/);
      }
      expect(refusal(open, byName, '2026-11-03')).toBe('allowed');
      expect(refusal(proposalOf(wider, proposed), byName, '2026-11-03')).toMatch(/no others/);
    });

    test('is not in force by an approval that does not name it, however it was stored', () => {
      expect(proposalState(proposalOf(chatty, proposed, approved), on('2026-12-31')).state).toBe('open');
      expect(proposalState(proposalOf(chatty, proposed, byName), on('2026-11-17')).state).toBe('in-force');
    });

    test('needs it also in a pilot, and also where another way to the same acts was on; where it was on already, nothing', () => {
      const byNobody = acted('approved', 'Administrator', null, '2026-11-03');
      expect(refusal(open, byNobody, '2026-11-03', { stage: 'pilot' })).toMatch(/by name/);
      const membership = inventedScope({ sources: ['sent-items', 'active-users', 'chat-membership'] });
      expect(proposalState(open, on('2026-11-02', { before: membership })).ownApprovals).toEqual(['chat-messages']);
      const more = proposalOf(inventedScope({ sources: ['chat-messages', 'meetings'] }), proposed);
      expect(refusal(more, approved, '2026-11-03', { before: chatty })).toBe('allowed');
    });
  });

  test('of another scope than the one in force is superseded, whatever was agreed', () => {
    const late = proposalState(proposalOf(wider, proposed, approved), on('2026-12-01', { superseded: true }));
    expect(late).toMatchObject({ state: 'superseded', effectiveOn: null });
  });

  test('from the command line is a draft, until a privacy officer signs it; in a pilot it is a proposal', () => {
    const draft = proposalOf(wider, acted('proposed', 'Administrator', null, '2026-11-02'));
    expect(proposalState(draft, on('2026-11-02')).state).toBe('draft');
    expect(proposalState(draft, on('2026-11-02', { stage: 'pilot' })).state).toBe('open');
    const taken = proposalOf(wider, { ...proposed, office: 'Administrator', by: null }, proposed);
    expect(proposalState(taken, on('2026-11-02')).state).toBe('open');
    expect(refusal(taken, approved, '2026-11-03')).toBe('allowed');
    expect(refusal(draft, approved, '2026-11-03')).toContain('draft');
  });

  test('that narrows, from the command line, takes nothing away before an office signs it', () => {
    const draft = proposalOf(narrower, acted('proposed', 'Administrator', null, '2026-11-02'));
    expect(proposalState(draft, on('2026-12-31')).state).toBe('draft');
  });

  test('approved at the command line of a pilot counts nowhere else', () => {
    const byNobody = acted('approved', 'Administrator', null, '2026-11-03');
    const agreed = proposalOf(wider, proposed, byNobody);
    expect(proposalState(agreed, on('2026-12-01')).state).toBe('open');
    expect(proposalState(agreed, on('2026-12-01', { stage: 'pilot' })).state).toBe('in-force');
    expect(refusal(proposalOf(wider, proposed), byNobody, '2026-11-03')).toContain('command line');
    expect(refusal(proposalOf(wider, proposed), byNobody, '2026-11-03', { stage: 'pilot' })).toBe('allowed');
  });
});

describe('an act', () => {
  const open = proposalOf(wider, proposed);
  const blocked = proposalOf(wider, proposed, protested);

  test.each([
    ['who proposed does not approve', open, acted('approved', 'Approver', ONE, '2026-11-03'), 'another person'],
    ['nobody approves while a protest is open', blocked, approved, 'protest'],
    [
      'who protested does not answer',
      blocked,
      acted('answered', 'PrivacyOfficer', THREE, '2026-11-03'),
      'another person',
    ],
    ['one person protests once', blocked, { ...protested, at: at('2026-11-03') }, 'once'],
    ['a protest is said in words', open, { ...protested, text: ' ' }, 'words'],
    ['an answer is for a protest', open, acted('answered', 'PrivacyOfficer', ONE, '2026-11-03'), 'open'],
    ['a proposal is not proposed twice', open, proposed, 'open'],
    ['nobody approves twice', proposalOf(wider, proposed, approved), approved, 'approved'],
    [
      'nothing is done with what is withdrawn',
      proposalOf(wider, proposed, { ...proposed, kind: 'withdrawn' }),
      approved,
      'withdrawn',
    ],
    [
      'what narrows is in force and not withdrawn',
      proposalOf(narrower, proposed),
      { ...proposed, kind: 'withdrawn' },
      'in-force',
    ],
    ['an administrator has no signature', open, acted('approved', 'Administrator', TWO, '2026-11-03'), 'signature'],
    ['an office has one', open, acted('approved', 'Approver', null, '2026-11-03'), 'signature'],
  ] as const)('%s', (_what, proposal, act, says) => {
    expect(refusal(proposal, act, '2026-11-03')).toContain(says);
  });

  test('is for its office alone', () => {
    const allowed = ACT_KINDS.flatMap((kind) =>
      OFFICES.filter(
        (office) => !refusal(open, { ...approved, kind, office }, '2026-11-03').includes('your office'),
      ).map((office) => `${kind} ${office}`),
    );
    expect(allowed).toEqual([
      'proposed PrivacyOfficer',
      'proposed Administrator',
      'commented PrivacyOfficer',
      'commented Approver',
      'commented DataProtectionOfficer',
      'commented EmployeeRepresentative',
      'protested DataProtectionOfficer',
      'answered PrivacyOfficer',
      'approved Approver',
      'approved Administrator',
      'rejected Approver',
      'withdrawn PrivacyOfficer',
    ]);
  });

  test('of proposing says by which law, and what kind each partner is', () => {
    const fylket = { name: 'fylket', domains: ['fylket.no'] };
    const lacking = [
      before,
      inventedScope({ level: 'careful', legalBasis: undefined }),
      inventedScope({ partnerOrganisations: [fylket] }),
    ];
    for (const scope of lacking) {
      expect(() => {
        checkProposable(before, scope);
      }).toThrow(expect.objectContaining({ code: 'act-refused' }));
    }
    const whole = inventedScope({ partnerOrganisations: [{ ...fylket, kind: 'public-administration' }] });
    expect(() => {
      checkProposable(before, whole);
    }).not.toThrow();
  });
});

describe('whatever is tried, by whomever, in whatever order', () => {
  const attempt = fc.record({
    kind: fc.constantFrom(...ACT_KINDS),
    office: fc.constantFrom(...OFFICES),
    by: fc.constantFrom(ONE, TWO, THREE, null),
    days: fc.integer({ min: 0, max: 20 }),
    text: fc.constantFrom('why', '', null),
  });
  const attempts = fc.array(attempt, { maxLength: 25 });
  const FIRST = dayNumber('2026-11-02');

  /** Everything that was let through, each with the standing at its time. */
  function played(scope: Scope, tries: readonly (typeof attempt extends fc.Arbitrary<infer T> ? T : never)[]) {
    let proposal = proposalOf(scope);
    let day = FIRST;
    for (const { days, ...act } of tries) {
      day += days;
      const told = { ...act, at: at(dayFromNumber(day)) };
      if (refusal(proposal, told, dayFromNumber(day)) !== 'allowed') continue;
      proposal = { ...proposal, acts: [...proposal.acts, { ...told, proposal: 1 }] };
    }
    return { proposal, last: dayFromNumber(day) };
  }

  test('nobody is on both sides of one approval', () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        const { proposal } = played(wider, tries);
        const those = (kind: string) => proposal.acts.filter((act) => act.kind === kind && act.by !== null);
        for (const yes of those('approved')) {
          for (const asked of those('proposed')) expect(isSame(yes.by!, asked.by!)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('nothing widens without two people, the announcement, and every protest over or answered', () => {
    let inForce = 0;
    fc.assert(
      fc.property(attempts, fc.integer({ min: 0, max: 60 }), (tries, later) => {
        const { proposal, last } = played(wider, tries);
        const today = addDays(last, later);
        const { state } = proposalState(proposal, on(today));
        if (state !== 'in-force') return;
        inForce += 1;
        const yes = proposal.acts.find((act) => act.kind === 'approved' && act.office === 'Approver');
        const asked = proposal.acts.find((act) => act.kind === 'proposed' && act.by !== null);
        expect(yes !== undefined && asked !== undefined && !isSame(yes.by!, asked.by!)).toBe(true);
        expect(dayNumber(today) - dayNumber(dayOf(Date.parse(yes!.at)))).toBeGreaterThanOrEqual(ANNOUNCED_DAYS);
        proposal.acts.forEach((act, index) => {
          const answered = proposal.acts.slice(index).some(({ kind }) => kind === 'answered');
          if (act.kind !== 'protested' || answered) return;
          // From a Sunday on they are over on the thirteenth day, and never before.
          expect(dayNumber(today) - dayNumber(dayOf(Date.parse(act.at)))).toBeGreaterThan(12);
        });
      }),
      { numRuns: 2_000, examples: [[[...WIDENED], 20]] },
    );
    expect(inForce).toBeGreaterThan(0);
  });

  test('a protest always blocks: on the day it is made nothing is approved any more', () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        const { proposal, last } = played(wider, tries);
        const protest = { ...protested, at: at(last) };
        if (refusal(proposal, protest, last) !== 'allowed') return;
        const blocked = { ...proposal, acts: [...proposal.acts, { ...protest, proposal: 1 }] };
        expect(proposalState(blocked, on(addDays(last, 12))).state).toBe('protested');
        for (const by of SIGNERS) {
          expect(refusal(blocked, { ...approved, by, at: at(last) }, last)).not.toBe('allowed');
        }
      }),
      { numRuns: 500 },
    );
  });

  test('narrowing never waits: signed, it is in force, whatever else anybody does', () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        const { proposal, last } = played(narrower, [
          { kind: 'proposed', office: 'PrivacyOfficer', by: ONE, days: 0, text: null },
          ...tries,
        ]);
        expect(proposalState(proposal, on(last)).state).toBe('in-force');
      }),
      { numRuns: 300 },
    );
  });
});

const WIDENED = [
  { kind: 'proposed', office: 'PrivacyOfficer', by: ONE, days: 0, text: null },
  { kind: 'approved', office: 'Approver', by: TWO, days: 0, text: null },
] as const;
