import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { replaceSpans } from '../connector/store/interactions.ts';
import { openStore } from '../connector/store/open.ts';
import { readOwnRows } from '../connector/store/own-rows.ts';
import { inventedMail, QUARTER } from './invented-mail.ts';
import { compare } from './timing.ts';

const PEOPLE = 2_000;
const MAILBOXES_A_TRANSACTION = 64;
/** How many people ask one after another, spread over everybody. */
const ASKERS = 50;

/** What a quarter holds of one person, fifty times, against a bare SQLite lookup of the same rows by their index. */
export async function benchAboutMe(): Promise<void> {
  const spans = inventedMail(PEOPLE, 13);
  const rows = spans.reduce((sum, { interactions }) => sum + interactions.length, 0);
  const folder = mkdtempSync(join(tmpdir(), 'samspill-bench-'));
  const store = openStore(folder);
  try {
    for (let first = 0; first < spans.length; first += MAILBOXES_A_TRANSACTION) {
      replaceSpans(store.period(QUARTER), 'sent-items', spans.slice(first, first + MAILBOXES_A_TRANSACTION));
    }
    const askers = Array.from({ length: ASKERS }, (_, n) => spans[(n * PEOPLE) / ASKERS]?.owner);
    const path = join(folder, 'periods', `${QUARTER.id}.sqlite`);
    const askedFor = askers.flatMap((person) => (person === undefined ? [] : [person]));
    await compare(
      `About me: ${String(ASKERS)} people in turn of ${PEOPLE.toLocaleString('en')}, ${rows.toLocaleString('en')} rows`,
      [
        {
          name: 'readOwnRows',
          rows: ASKERS,
          run: () => {
            for (const person of askedFor) readOwnRows(store, QUARTER, person, ['sent-items']);
          },
        },
        {
          name: 'bare SQLite: opened, own rows by number',
          rows: ASKERS,
          run: () => {
            for (const person of askedFor) bareRows(path, person);
          },
        },
      ],
      'people',
    );
  } finally {
    store.close();
    rmSync(folder, { recursive: true });
  }
}

/** Opened for each question, as ours is, and nothing told of those the rows point at. */
function bareRows(path: string, person: string): void {
  const database = new DatabaseSync(path, { readOnly: true });
  const sql = 'SELECT * FROM interactions WHERE owner = (SELECT id FROM people WHERE pseudonym = ?)';
  database.prepare(sql).all(person);
  database.close();
}
