import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../connector/store/open.ts';
import { handedDirectory, handedGet } from './handed-tenant.ts';
import { heapHeld } from './heap-held.ts';
import { gates, readMailboxes } from './ingest.ts';
import { QUARTER } from './invented-mail.ts';
import { mailPage, numberOf } from './invented-pages.ts';

const MOST_MAILBOXES = 20_000;
const MAILS = 20;
const MEGABYTE = 1_048_576;

/** The process of one size: how much memory its directory takes, and how much reading takes beyond it. */
const [people] = process.argv.slice(2).map(Number);
if (people !== undefined) await tellMemory(people);

async function tellMemory(people: number): Promise<void> {
  const empty = await heapHeld();
  const directory = await handedDirectory(people);
  const heap = await heapHeld();
  const before = process.memoryUsage.rss() / MEGABYTE;
  let peak = before;
  const folder = mkdtempSync(join(tmpdir(), 'samspill-bench-'));
  const store = openStore(join(folder, 'data'));
  const get = handedGet(({ path }) => {
    const owner = numberOf(path.split('/')[3] ?? '');
    const mails = { owner, people, first: 0, count: MAILS, from: QUARTER.from, mailsADay: MAILS };
    return mailPage(mails, undefined);
  });
  try {
    await readMailboxes({
      ...gates(directory, get),
      people: directory.people.slice(0, MOST_MAILBOXES),
      store,
      afterEach: () => {
        peak = Math.max(peak, process.memoryUsage.rss() / MEGABYTE);
      },
    });
    const held = (await heapHeld()) - heap;
    const aPerson = ((heap - empty) * MEGABYTE) / people;
    console.log(
      `  ${people.toLocaleString('en').padStart(7)} people: directory ${(heap - empty).toFixed(0)} MB` +
        ` (${aPerson.toFixed(0)} bytes a person), resident ${before.toFixed(0)} MB with it;` +
        ` at the peak of reading ${(peak - before).toFixed(0)} MB more, ${held.toFixed(0)} MB of it held to the end`,
    );
  } finally {
    store.close();
    rmSync(folder, { recursive: true });
  }
}
