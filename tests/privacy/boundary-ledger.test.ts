import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  checkBoundaryChain,
  nextBoundaryEntry,
  NOTHING_NOTED,
  readBoundaryEntry,
  type BoundaryEntry,
  type BoundaryEvent,
} from '../../connector/privacy/boundary-ledger.ts';

const READING: BoundaryEvent = {
  kind: 'reading',
  run: 3,
  source: 'sent-items',
  endpoint: '/users/{id}/messages',
  weekRows: 1200,
  kept: ['sender', 'sentDateTime'],
  dropped: 2,
};
const EVENTS: BoundaryEvent[] = [
  READING,
  { kind: 'release', period: '2027-Q1', ledgerHash: 'a'.repeat(64), objections: 'under-10' },
  { kind: 'shred', period: '2027-Q1', what: 'key' },
];
const broken: unknown = expect.objectContaining({ code: 'ledger-broken' });

function chainOf(events: readonly BoundaryEvent[]): BoundaryEntry[] {
  return events.reduce<BoundaryEntry[]>(
    (chain, event) => [...chain, nextBoundaryEntry(chain.at(-1), '2027-02-01T02:00:00.000Z', event)],
    [],
  );
}

describe('the boundary ledger', () => {
  it('seals each entry with SHA-256 over its canonical JSON, and the entry before', () => {
    const [, release, shred] = chainOf(EVENTS);
    const text = `{"at":"2027-02-01T02:00:00.000Z","event":{"kind":"shred","period":"2027-Q1","what":"key"},"number":3,"previousHash":"${release?.hash ?? ''}"}`;
    expect(shred?.hash).toBe(createHash('sha256').update(text).digest('hex'));
    expect(chainOf(EVENTS)[0]?.previousHash).toBe(NOTHING_NOTED);
  });

  it('is whole as written and after a journey through JSON', () => {
    const chain = chainOf(EVENTS);
    expect(checkBoundaryChain([])).toEqual([]);
    expect(checkBoundaryChain(chain.map((entry): unknown => JSON.parse(JSON.stringify(entry))))).toEqual(chain);
  });

  it('is broken by an entry taken out, put in twice, moved or changed', () => {
    const [first, second, third] = chainOf(EVENTS);
    const changed = { ...first, event: { ...READING, dropped: 3 } };
    const wrong = [[second, third], [first, third], [first, first], [second, first], [changed, second], [undefined]];
    for (const entries of wrong) expect(() => checkBoundaryChain(entries)).toThrow(broken);
    expect(() => readBoundaryEntry({ ...second, more: 1 })).toThrow(broken);
  });

  it.each([1, 99, 1234, 100.5, -1200])('takes no exact or small count: %s', (weekRows) => {
    expect(() => nextBoundaryEntry(undefined, '2027-02-01T02:00:00.000Z', { ...READING, weekRows })).toThrow();
  });

  it('takes no field beyond the closed set, and no identity in the place of a signature', () => {
    const at = '2027-02-01T02:00:00.000Z';
    const events: unknown[] = [
      { ...READING, mailbox: 'x' },
      { kind: 'access', office: 'Approver', by: '00000000-0000-4000-8000-000000000001' },
      { kind: 'access', office: 'Leader', by: `s1_${'A'.repeat(128)}` },
      { kind: 'objection' },
    ];
    for (const event of events) {
      // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- what a mistake elsewhere could hand over
      expect(() => nextBoundaryEntry(undefined, at, event as BoundaryEvent)).toThrow();
    }
  });
});
