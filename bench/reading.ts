import { openDemoReading, type DemoReading, type Span } from './demo-reading.ts';
import { heapHeld } from './heap-held.ts';
import { compare } from './timing.ts';

const MAILBOXES = 500;
const REQUESTS_FOR_MEMORY = 20_000;

/** Requests and messages a second through sign-in, Microsoft's client and the demo tenant, against bare fetch. */
export async function benchReading(): Promise<void> {
  const demo = await openDemoReading();
  try {
    await compareSpan(demo, 'one day of each: requests', demo.day, 'requests');
    await compareSpan(demo, 'a quarter of each: messages', demo.quarter, 'messages');
  } finally {
    demo.close();
  }
}

async function compareSpan(demo: DemoReading, title: string, span: Span, what: 'requests' | 'messages') {
  const people = demo.people.slice(0, MAILBOXES);
  const found = { requests: await demo.read(people, span), messages: await demo.readBare(people, span) };
  const [requests, messages] = [found.requests.toLocaleString('en'), found.messages.toLocaleString('en')];
  await compare(
    `Reading ${MAILBOXES} mailboxes, ${title} (${requests} requests, ${messages} messages)`,
    [
      {
        name: 'readSentMail, every check',
        rows: found[what],
        run: async () => {
          await demo.read(people, span);
        },
      },
      {
        name: 'fetch and JSON.parse',
        rows: found[what],
        run: async () => {
          await demo.readBare(people, span);
        },
      },
    ],
    what,
  );
}

/** What is held after each 5,000 of 20,000 requests: a leak of a kilobyte a request would be 20 MB. */
export async function benchMemory(): Promise<void> {
  const demo = await openDemoReading();
  try {
    console.log('\nMemory: heap held while 20,000 requests go through the whole of microsoft-graph/');
    for (let requests = 0, next = 0; requests < REQUESTS_FOR_MEMORY;) {
      requests += await demo.read(demo.people, demo.day);
      if (requests < next) continue;
      console.log(`  after ${requests.toLocaleString('en').padStart(7)} requests ${(await heapHeld()).toFixed(1)} MB`);
      next += 5_000;
    }
  } finally {
    demo.close();
  }
}
