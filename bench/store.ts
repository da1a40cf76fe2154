import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { dayNumber } from '../connector/privacy/period.ts';
import { readInteractions, replaceSpans, type OwnerSpan } from '../connector/store/interactions.ts';
import { openStore, type PeriodFile, type Store } from '../connector/store/open.ts';
import { compare } from './timing.ts';
import { inventedMail, QUARTER } from './invented-mail.ts';

const MAILBOXES_A_TRANSACTION = 64;

/** A quarter into the store and out again, against a bare SQLite table without index, checks or days read. */
export async function benchStore(): Promise<void> {
  const spans = inventedMail(2_000, 13);
  const rows = spans.reduce((sum, { interactions }) => sum + interactions.length, 0);
  const folder = mkdtempSync(join(tmpdir(), 'samspill-bench-'));
  const store = openStore(join(folder, 'data'));
  const bare = bareDatabase(join(folder, 'bare.sqlite'));
  try {
    await compare(
      `Store, in: ${rows.toLocaleString('en')} rows of 2,000 mailboxes, a quarter, 64 mailboxes a transaction`,
      [
        {
          name: 'replaceSpans, into an empty file',
          rows,
          run: () => {
            fillAnew(store, spans);
          },
        },
        {
          name: 'replaceSpans, over the same days',
          rows,
          run: () => {
            fill(store.period(QUARTER), spans);
          },
        },
        {
          name: 'bare SQLite: one table, no key, no checks',
          rows,
          run: () => {
            fillBare(bare, spans);
          },
        },
      ],
    );
    await compare('Store, out: all rows as typed arrays', [
      {
        name: 'readInteractions',
        rows,
        run: () => {
          readInteractions(store.period(QUARTER));
        },
      },
      {
        name: 'bare SQLite: all() as objects',
        rows,
        run: () => {
          bare.prepare('SELECT * FROM mail').all();
        },
      },
    ]);
    const size = (path: string): string => (statSync(path).size / rows).toFixed(1);
    const own = size(join(folder, 'data', 'periods', `${QUARTER.id}.sqlite`));
    console.log(`  bytes a row on the disk: ${own}, bare ${size(join(folder, 'bare.sqlite'))}`);
  } finally {
    store.close();
    bare.close();
    rmSync(folder, { recursive: true });
  }
}

function fillAnew(store: Store, spans: readonly OwnerSpan[]): void {
  store.closePeriod(QUARTER);
  rmSync(join(store.folder, 'periods', `${QUARTER.id}.sqlite`), { force: true });
  fill(store.period(QUARTER), spans);
}

function fill(file: PeriodFile, spans: readonly OwnerSpan[]): void {
  for (const batch of batchesOf(spans)) replaceSpans(file, 'sent-items', batch);
}

function batchesOf(spans: readonly OwnerSpan[]): OwnerSpan[][] {
  const count = Math.ceil(spans.length / MAILBOXES_A_TRANSACTION);
  return Array.from({ length: count }, (_, n) =>
    spans.slice(n * MAILBOXES_A_TRANSACTION, (n + 1) * MAILBOXES_A_TRANSACTION),
  );
}

/** The same durability, and nothing else of what the store promises. */
function bareDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384');
  database.exec('CREATE TABLE mail (owner INTEGER, day INTEGER, other INTEGER, acts INTEGER, minutes REAL)');
  return database;
}

function fillBare(database: DatabaseSync, spans: readonly OwnerSpan[]): void {
  database.exec('DELETE FROM mail');
  const numbers = new Map(spans.map(({ owner }, n) => [String(owner), n]));
  const insert = database.prepare('INSERT INTO mail VALUES (?, ?, ?, ?, ?)');
  for (const batch of batchesOf(spans)) {
    database.exec('BEGIN');
    for (const { interactions } of batch) {
      for (const { owner, day, other, acts, minutes } of interactions) {
        insert.run(numbers.get(owner) ?? -1, dayNumber(day), numbers.get(other) ?? -1, acts, minutes);
      }
    }
    database.exec('COMMIT');
  }
}
