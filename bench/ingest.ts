import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Get } from '../connector/microsoft-graph/get.ts';
import { readSentMail } from '../connector/microsoft-graph/mail.ts';
import { readMessageTrace } from '../connector/microsoft-graph/message-trace.ts';
import type { Directory, DirectoryPerson } from '../connector/microsoft-graph/people.ts';
import type { Reading } from '../connector/microsoft-graph/reading.ts';
import { watchUnknownFields } from '../connector/microsoft-graph/unknown-fields.ts';
import { markMaker } from '../connector/privacy/mark.ts';
import { addDays } from '../connector/privacy/period.ts';
import { maySee } from '../connector/privacy/protected-contacts.ts';
import { pseudonymMaker } from '../connector/privacy/pseudonym.ts';
import { replaceSpans, type OwnerSpan } from '../connector/store/interactions.ts';
import { openStore, type Store } from '../connector/store/open.ts';
import { handedDirectory, handedGet } from './handed-tenant.ts';
import { QUARTER } from './invented-mail.ts';
import { idOf, mailPage, numberOf, tracePage } from './invented-pages.ts';
import { compare } from './timing.ts';

const PEOPLE = 2_000;
const MAILBOXES = 32;
const MESSAGES_A_PAGE = 1_000;
const PAGES_A_MAILBOX = 2;
const MAILS_A_DAY = 24;
const LINES_A_PAGE = 5_000;
const TRACE_PAGES = 20;
/** As `collect` does it. */
const AT_ONCE = 32;
const MAILBOXES_A_TRANSACTION = 64;
const TENANT = idOf(0);

/**
 * From the bytes of Graph's answers to rows on the disk through every gate, against bytes to string to `JSON.parse` of
 * the same pages; then the memory it takes, each size of the tenant in a process of its own.
 */
export async function benchIngest(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'samspill-bench-'));
  const store = openStore(join(folder, 'data'));
  try {
    const directory = await handedDirectory(PEOPLE);
    await compareSentItems(store, directory);
    await compareMessageTrace(store, directory);
  } finally {
    store.close();
    rmSync(folder, { recursive: true });
  }
  console.log('\nMemory of ingest: 20 mails of each mailbox to people of the whole tenant, up to 20,000 mailboxes');
  for (const people of ['2000', '20000', '300000'])
    spawnSync(process.execPath, [fileURLToPath(import.meta.resolve('./ingest-memory.ts')), people], {
      stdio: 'inherit',
    });
}

async function compareSentItems(store: Store, directory: Directory): Promise<void> {
  const pages = new Map<string, Uint8Array<ArrayBuffer>>();
  const get = handedGet(({ path, skip, next }) => {
    const key = `${path}?${skip}`;
    const known = pages.get(key);
    if (known !== undefined) return known;
    const owner = numberOf(path.split('/')[3] ?? '');
    const isLast = skip + MESSAGES_A_PAGE === MESSAGES_A_PAGE * PAGES_A_MAILBOX;
    const mails = { owner, people: PEOPLE, first: skip, count: MESSAGES_A_PAGE, from: QUARTER.from };
    const text = mailPage({ ...mails, mailsADay: MAILS_A_DAY }, isLast ? undefined : next(skip + MESSAGES_A_PAGE));
    const made = Uint8Array.from(Buffer.from(text));
    pages.set(key, made);
    return made;
  });
  const people = directory.people.slice(0, MAILBOXES);
  const held = await readMailboxes({ ...gates(directory, get), people });
  const messages = people.length * PAGES_A_MAILBOX * MESSAGES_A_PAGE;
  await compare(
    `Ingest: ${messages.toLocaleString('en')} sent items of ${MAILBOXES} mailboxes, ${averageSize(pages, messages)} bytes each, to ${rowsOf(held)} rows`,
    [
      {
        name: 'readSentMail and replaceSpans, every gate',
        rows: messages,
        run: async () => {
          emptied(store);
          await readMailboxes({ ...gates(directory, get), people, store });
        },
      },
      {
        name: 'readSentMail, nothing stored',
        rows: messages,
        run: async () => {
          await readMailboxes({ ...gates(directory, get), people });
        },
      },
      parsing(pages, messages),
    ],
    'messages',
  );
}

async function compareMessageTrace(store: Store, directory: Directory): Promise<void> {
  const pages = new Map<string, Uint8Array<ArrayBuffer>>();
  const get = handedGet(({ skip, next }) => {
    const key = String(skip);
    const known = pages.get(key);
    if (known !== undefined) return known;
    const isLast = skip + LINES_A_PAGE === LINES_A_PAGE * TRACE_PAGES;
    const text = tracePage(
      { people: PEOPLE, day: QUARTER.from, first: skip, count: LINES_A_PAGE },
      isLast ? undefined : next(skip + LINES_A_PAGE),
    );
    const made = Uint8Array.from(Buffer.from(text));
    pages.set(key, made);
    return made;
  });
  const read = async (): Promise<OwnerSpan[]> => {
    const span = { from: QUARTER.from, to: addDays(QUARTER.from, 1) };
    const owners = await readMessageTrace({ ...gates(directory, get), ...span });
    return owners.map((owner) => ({ ...owner, ...span }));
  };
  const held = await read();
  const lines = LINES_A_PAGE * TRACE_PAGES;
  await compare(
    `Ingest: ${lines.toLocaleString('en')} lines of one day's message trace, ${averageSize(pages, lines)} bytes each, to ${rowsOf(held)} rows`,
    [
      {
        name: 'readMessageTrace and replaceSpans',
        rows: lines,
        run: async () => {
          emptied(store);
          replaceSpans(store.period(QUARTER), 'message-trace', await read());
        },
      },
      parsing(pages, lines),
    ],
    'lines',
  );
}

/**
 * Fresh ones each time, so that no round finds pseudonyms made; four people are protected or have objected. The door is
 * watched, as `collect` has it.
 */
export function gates(directory: Directory, get: Get): Omit<Reading, 'from' | 'to'> {
  const markOf = markMaker(TENANT, randomBytes(32));
  const [one, two, ...more] = directory.people.slice(-4).map(({ identity }) => markOf(identity));
  const protectedContacts = [one, two].filter((mark) => mark !== undefined);
  return {
    directory,
    get: watchUnknownFields(get).get,
    pseudonymOf: pseudonymMaker(TENANT, QUARTER.id, randomBytes(32)),
    mayInclude: maySee({ markOf, protectedContacts, objections: more }),
  };
}

/** Reads a quarter of each mailbox, 32 at a time, and stores 64 at a time, as `collect` does. */
export async function readMailboxes(
  options: Omit<Reading, 'from' | 'to'> & {
    readonly people: readonly DirectoryPerson[];
    readonly store?: Store;
    readonly afterEach?: () => void;
  },
): Promise<OwnerSpan[]> {
  const { people, store, afterEach, ...reading } = options;
  const queue = people.values();
  const span = { from: QUARTER.from, to: QUARTER.to };
  let finished: OwnerSpan[] = [];
  const keep = (): void => {
    if (store === undefined) return;
    replaceSpans(store.period(QUARTER), 'sent-items', finished);
    finished = [];
  };
  const readNext = async (): Promise<void> => {
    for (const person of queue) {
      const interactions = await readSentMail({ ...reading, ...span, person });
      finished.push({ owner: reading.pseudonymOf(person.identity), ...span, interactions });
      if (finished.length === MAILBOXES_A_TRANSACTION) keep();
      afterEach?.();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, readNext));
  keep();
  return finished;
}

function parsing(pages: ReadonlyMap<string, Uint8Array<ArrayBuffer>>, rows: number) {
  return {
    name: 'bytes, string, JSON.parse',
    rows,
    run: () => {
      for (const bytes of pages.values()) JSON.parse(Buffer.from(bytes.buffer).toString('utf8'));
    },
  };
}

function emptied(store: Store): void {
  store.closePeriod(QUARTER);
  rmSync(join(store.folder, 'periods', `${QUARTER.id}.sqlite`), { force: true });
}

function averageSize(pages: ReadonlyMap<string, Uint8Array>, items: number): string {
  const bytes = [...pages.values()].reduce((sum, { length }) => sum + length, 0);
  return Math.round(bytes / items).toLocaleString('en');
}

function rowsOf(spans: readonly OwnerSpan[]): string {
  return spans.reduce((sum, { interactions }) => sum + interactions.length, 0).toLocaleString('en');
}
