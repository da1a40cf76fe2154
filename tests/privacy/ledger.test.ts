import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  checkLedger,
  headOf,
  nextEntry,
  NO_RELEASE,
  readLedgerEntry,
  type LedgerEntry,
} from '../../connector/privacy/ledger.ts';
import { quarterOf } from '../../connector/privacy/period.ts';
import { ledgerOf } from './ledger-of.ts';

const ledger = ledgerOf([
  { period: quarterOf('2025-01-01'), names: ['reach', 'apps'] },
  { period: quarterOf('2025-04-01'), level: 'careful' },
  { period: quarterOf('2025-07-01') },
]);
const broken: unknown = expect.objectContaining({ code: 'ledger-broken' });

describe('the ledger', () => {
  it('seals each entry with SHA-256 over its canonical JSON, and the entry before', () => {
    const text = `{"contentHash":"${'a'.repeat(64)}","level":"standard","number":1,"period":{"from":"2025-01-01","id":"2025-Q1","to":"2025-04-01"},"previousHash":"${'0'.repeat(64)}","releasedAt":"2026-01-05","tables":[{"name":"reach","rho":"1/5"},{"name":"apps","rho":"3/20"}]}`;
    expect(ledger[0]?.hash).toBe(createHash('sha256').update(text).digest('hex'));
    expect(ledger.map(({ previousHash }) => previousHash)).toEqual([NO_RELEASE, ledger[0]?.hash, ledger[1]?.hash]);
    expect(headOf(ledger)).toBe(ledger[2]?.hash);
    expect(headOf([])).toBe('0'.repeat(64));
  });

  it('is whole as written and after a journey through JSON', () => {
    checkLedger([]);
    checkLedger(ledger);
    const stored: LedgerEntry[] = ledger.map((entry) => readLedgerEntry(JSON.parse(JSON.stringify(entry))));
    checkLedger(stored);
    expect(stored).toEqual(ledger);
  });

  it('is broken by an entry taken out, put in twice, or moved', () => {
    const [first, second, third] = ledger;
    const wrong = [
      [second, third],
      [first, third],
      [first, first],
      [second, first],
      [first, second, second],
    ];
    for (const entries of wrong) {
      expect(() => {
        checkLedger(entries.filter((entry) => entry !== undefined));
      }).toThrow(broken);
    }
  });

  it('is broken by an entry sealed for another place or another past', () => {
    const [first, second, third] = [ledger[0]!, ledger[1]!, ledger[2]!];
    const numberOff = nextEntry([third, first], second);
    expect(numberOff).toMatchObject({ number: 3, previousHash: first.hash });
    const pastOff = nextEntry([third], second);
    expect(pastOff).toMatchObject({ number: 2, previousHash: third.hash });
    for (const wrong of [numberOff, pastOff]) {
      expect(readLedgerEntry(wrong)).toEqual(wrong);
      expect(() => {
        checkLedger([first, wrong]);
      }).toThrow(broken);
    }
  });

  it.each<[string, Partial<LedgerEntry>]>([
    ['number', { number: 2 }],
    ['period', { period: quarterOf('2024-01-01') }],
    ['releasedAt', { releasedAt: '2026-01-06' }],
    ['level', { level: 'careful' }],
    ['cost', { tables: [{ name: 'reach', rho: '1/10' }] }],
    ['content', { contentHash: 'b'.repeat(64) }],
    ['chain', { previousHash: 'b'.repeat(64) }],
    ['seal', { hash: 'b'.repeat(64) }],
  ])('is broken by a changed %s', (_, change) => {
    expect(() => readLedgerEntry({ ...ledger[0], ...change })).toThrow(broken);
  });

  it('holds nothing but entries', () => {
    for (const stored of [null, {}, 'x', { ...ledger[0], remark: '' }, { ...ledger[0], tables: [] }]) {
      expect(() => readLedgerEntry(stored)).toThrow(broken);
    }
  });
});
