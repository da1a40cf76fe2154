import { describe, expect, test } from 'vitest';
import { Failure } from '../../connector/failure.ts';
import {
  checkGateRecord,
  checkGates,
  EVALUATION_DAYS,
  gateRecordShape,
  GATES,
  gatesOf,
  readGateRecord,
  type GateRecord,
  type GatesInput,
} from '../../connector/privacy/gates.ts';
import { addDays, startOf } from '../../connector/privacy/period.ts';
import { RealIdentity } from '../../connector/privacy/real-identity.ts';
import { sameSigner, signatureMaker, type Signature } from '../../connector/privacy/signature.ts';
import { byteStream } from './byte-stream.ts';
import { inventedScope } from './invented-scope.ts';

const TENANT = '11111111-2222-4333-8444-555555555555';
const KEY = byteStream('standing')(32);
const sign = signatureMaker(TENANT, KEY, byteStream('vectors'));
const signer = (n: number) => sign(new RealIdentity(`00000000-0000-4000-8000-00000000000${n}`));
const isSame = (a: Signature, b: Signature): boolean => sameSigner(TENANT, KEY, a, b);
const sha256 = 'a'.repeat(64);
const officer = { office: 'PrivacyOfficer', by: signer(1), at: '2026-02-01T10:00:00.000Z' } as const;
const representative = { office: 'EmployeeRepresentative', by: signer(2), at: '2026-02-02T10:00:00.000Z' } as const;

const dpia: GateRecord = { gate: 'dpia', on: '2026-01-02', sha256, ...officer };
const discussion = {
  gate: 'discussion',
  on: '2026-01-03',
  participants: ['employer', 'union-representative'] as ('employer' | 'union-representative')[],
  sha256,
  proposal: 1,
} as const;
const recorded: GateRecord = { ...discussion, ...officer };
const confirmed: GateRecord = { ...discussion, ...representative };
const notice: GateRecord = { gate: 'staff-notice', on: '2026-01-05', sha256, ...officer };
const evaluation: GateRecord = { gate: 'evaluation', on: '2026-06-01', sha256, ...representative };

const all: GatesInput = {
  scope: inventedScope(),
  inForceSince: '2026-02-01',
  materialProposal: 1,
  records: [dpia, recorded, confirmed, notice],
  protectedContacts: 1,
  now: startOf('2026-03-01'),
};
const closed = (different: Partial<GatesInput>) =>
  gatesOf({ ...all, ...different }).flatMap(({ gate, open, needs, whose }) => (open ? [] : [[gate, needs, whose]]));

describe('the gates', () => {
  test('are open when everything is done, and say until when', () => {
    expect(gatesOf(all)).toEqual([
      { gate: 'dpia', open: true, since: '2026-01-02', lapsesOn: null, needs: null, whose: 'PrivacyOfficer' },
      { gate: 'discussion', open: true, since: '2026-01-03', lapsesOn: null, needs: null, whose: 'PrivacyOfficer' },
      { gate: 'staff-notice', open: true, since: '2026-01-05', lapsesOn: null, needs: null, whose: 'PrivacyOfficer' },
      {
        gate: 'protected-contacts',
        open: true,
        since: null,
        lapsesOn: null,
        needs: null,
        whose: 'EmployeeRepresentative',
      },
      {
        gate: 'evaluation',
        open: true,
        since: '2026-02-01',
        lapsesOn: '2026-08-03',
        needs: null,
        whose: 'EmployeeRepresentative',
      },
      {
        gate: 'end-date',
        open: true,
        since: '2026-02-01',
        lapsesOn: '2027-01-01',
        needs: null,
        whose: 'PrivacyOfficer',
      },
    ]);
    expect(() => {
      checkGates(gatesOf(all));
    }).not.toThrow();
  });

  test.each([
    ['no impact assessment', { records: [recorded, confirmed, notice] }, 'dpia', 'not-recorded'],
    ['no discussion', { records: [dpia, notice] }, 'discussion', 'not-recorded'],
    [
      'a discussion only the representative knows of',
      { records: [dpia, confirmed, notice] },
      'discussion',
      'not-recorded',
    ],
    ['a material change since', { materialProposal: 2 }, 'discussion', 'changed-since'],
    ['no notice', { records: [dpia, recorded, confirmed] }, 'staff-notice', 'not-recorded'],
    [
      'a notice later than the scope says',
      { scope: inventedScope({ staffNoticeOn: '2026-01-04' }) },
      'staff-notice',
      'later-than-the-scope-says',
    ],
    ['nobody protected', { protectedContacts: 0 }, 'protected-contacts', 'nobody-listed'],
    ['half a year without evaluation', { now: startOf('2026-08-03') }, 'evaluation', 'too-long-ago'],
    [
      'the end',
      { now: startOf('2027-01-01'), records: [...all.records, { ...evaluation, on: '2026-12-01' }] },
      'end-date',
      'ended',
    ],
    [
      'a day to come',
      {
        now: startOf('2026-01-01'),
        inForceSince: '2026-01-01',
        records: [{ ...dpia, on: '2026-01-02' }, recorded, confirmed, notice],
      },
      'dpia',
      'in-the-future',
    ],
  ] as const)('%s closes one', (_what, different, gate, needs) => {
    const [first] = closed(different);
    expect(first?.slice(0, 2)).toEqual([gate, needs]);
  });

  test('the discussion waits for the representative to confirm the same minutes of the same day', () => {
    const waits = [['discussion', 'not-confirmed', 'EmployeeRepresentative']];
    expect(closed({ records: [dpia, recorded, notice] })).toEqual(waits);
    for (const other of [{ sha256: 'b'.repeat(64) }, { on: '2026-01-04' }, { proposal: 2 }] as const) {
      const records = [dpia, recorded, { ...confirmed, ...other } as GateRecord, notice];
      expect(closed({ records })).toEqual(waits);
    }
  });

  test('a discussion of the change opens it again', () => {
    const again = [recorded, confirmed].map((record): GateRecord => ({ ...record, proposal: 2 }));
    expect(closed({ materialProposal: 2, records: [...all.records, ...again] })).toEqual([]);
  });

  test('an evaluation is good for half a year from its day', () => {
    const records = [...all.records, evaluation];
    const lapses = addDays('2026-06-01', EVALUATION_DAYS);
    expect(closed({ records, now: startOf(addDays(lapses, -1)) })).toEqual([]);
    expect(closed({ records, now: startOf(lapses) })).toEqual([
      ['evaluation', 'too-long-ago', 'EmployeeRepresentative'],
    ]);
  });

  test('without a scope all are closed', () => {
    expect(closed({ scope: undefined })).toEqual(GATES.map((gate) => [gate, 'no-scope', 'PrivacyOfficer']));
  });

  test('nothing goes on while one is closed, and it is said which and whose move it is', () => {
    const shut = gatesOf({ ...all, protectedContacts: 0, materialProposal: 2 });
    expect(() => {
      checkGates(shut);
    }).toThrow(
      new Failure(
        'gate-closed',
        "Nothing is read or released while a gate is closed: discussion (the discussion with the unions is not recorded and confirmed for what is in force: it is for the privacy officer to do); protected-contacts (no protected contacts are listed: it is for the employees' representative to do).",
      ),
    );
  });
});

describe('a record', () => {
  test('names functions, hashes and days, and nobody', () => {
    const kari = { ...discussion, participants: ['Kari Nordmann', 'union-representative'] };
    expect(gateRecordShape.safeParse(kari).success).toBe(false);
    const { success, data } = gateRecordShape.safeParse({ ...discussion, remark: 'Kari was there' });
    expect([success, data]).toEqual([true, discussion]);
    expect(readGateRecord(JSON.parse(JSON.stringify(recorded)))).toEqual(recorded);
  });

  test.each([
    ['a discussion without the unions', { ...discussion, participants: ['employer', 'privacy-officer'] }],
    ['a hash that is none', { gate: 'dpia', on: '2026-01-02', sha256: 'minutes.docx' }],
    ['a gate that is kept elsewhere', { gate: 'protected-contacts', on: '2026-01-02', sha256 }],
  ])('%s is none', (_what, record) => {
    expect(gateRecordShape.safeParse(record).success).toBe(false);
  });

  test('by the wrong office, of tomorrow, or confirming one’s own is refused', () => {
    const now = startOf('2026-03-01');
    const refused = [
      { ...dpia, ...representative },
      { ...evaluation, ...officer, on: '2026-02-01' },
      { ...dpia, on: '2026-03-02' },
      { ...confirmed, by: signer(1) },
    ] as GateRecord[];
    for (const wanted of refused) {
      expect(() => {
        checkGateRecord([recorded], wanted, { isSame, now });
      }).toThrow(expect.objectContaining({ code: 'act-refused' }));
    }
    expect(() => {
      checkGateRecord([recorded], confirmed, { isSame, now });
    }).not.toThrow();
  });
});
