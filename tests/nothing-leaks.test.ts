import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readActiveUsers } from '../connector/microsoft-graph/active-users.ts';
import { makeGet, type Get } from '../connector/microsoft-graph/get.ts';
import { readCalls } from '../connector/microsoft-graph/calls.ts';
import { readChatMembership } from '../connector/microsoft-graph/chats.ts';
import { readChatMessages } from '../connector/microsoft-graph/chat-messages.ts';
import { readSentMail } from '../connector/microsoft-graph/mail.ts';
import { readMeetings } from '../connector/microsoft-graph/meetings.ts';
import { readMessageTrace } from '../connector/microsoft-graph/message-trace.ts';
import { readDirectory, type Directory } from '../connector/microsoft-graph/people.ts';
import { readConcealment } from '../connector/microsoft-graph/report-settings.ts';
import { signIn } from '../connector/microsoft-graph/sign-in.ts';
import { periodOf } from '../connector/privacy/period.ts';
import { pseudonymMaker } from '../connector/privacy/pseudonym.ts';
import { publish } from '../connector/publish.ts';
import { replaceSpans } from '../connector/store/interactions.ts';
import { openStore } from '../connector/store/open.ts';
import { replaceDirectory } from '../connector/store/people.ts';
import { replaceUsageDay } from '../connector/store/usage-days.ts';
import { demoScope } from '../connector/privacy/scope.ts';
import { virtualClock } from '../connector/demo-tenant/virtual-clock.ts';
import { progressTeller } from '../connector/progress-teller.ts';
import { releaseDocument } from '../connector/release-document.ts';
import { SOURCE_DECLARATIONS } from '../connector/microsoft-graph/source-declarations.ts';
import { startServer } from './api/test-server.ts';
import { recordedRandomness } from './recorded-randomness.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PAYLOADS = 10_000;
/** Every invented string bears this, and every invented object id begins with the second. */
const CANARY = /canary/i;
const CANARY_ID = /ca9a41ca/i;
const DOMAIN = 'canary.example';
const PEOPLE = 40;

const guidOf = (index: number): string => `ca9a41ca-0000-4000-8000-${String(index).padStart(12, '0')}`;
const addressOf = (index: number): string => `Canary${index}@${DOMAIN}`;

/** What the played Graph answers next. */
interface Played {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}
let next: Played = { status: 200, headers: {}, body: '{}' };
const traffic: string[] = [];

const server = setupServer(
  // The played Graph, and nobody else: the product's own server is asked over the loopback as it is.
  http.all('https://*/*', ({ request }) => {
    const { status, headers, body } = request.url.includes('/organization') ? organization : next;
    traffic.push(JSON.stringify(headers) + body);
    return new HttpResponse(body, { status, headers });
  }),
);
const spoken: string[] = [];
beforeAll(() => {
  server.listen({
    onUnhandledRequest: ({ url }, print) => {
      if (!url.startsWith('http://127.0.0.1:')) print.error();
    },
  });
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      spoken.push(typeof text === 'string' ? text : Buffer.from(text).toString('utf8'));
      return true;
    });
  }
});
afterAll(() => {
  server.close();
  vi.restoreAllMocks();
});

/** Anything a broken, changed or hostile Graph could send, each string a canary. */
const word = fc.nat({ max: 1e9 }).map((number) => `canary-${number}`);
const junk = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(word, tie('value'), { maxKeys: 3 }),
    fc.dictionary(
      fc.constantFrom('@odata.etag', '@odata.type', 'name', 'address', 'subject', '__proto__'),
      tie('value'),
      {
        maxKeys: 2,
      },
    ),
  ),
})).value;

const address = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: PEOPLE - 1 }).map(addressOf) },
  fc.nat({ max: 99 }).map((number) => `canary-unknown-${number}@${DOMAIN}`),
  word.map((it) => `${it}@canary-outside.example`),
  word,
);
const recipient = fc.record(
  { emailAddress: fc.record({ name: word, address }), extra: junk },
  { requiredKeys: ['emailAddress'] },
);
const recipients = fc.array(recipient, { maxLength: 4 });
const message = fc.record(
  {
    '@odata.etag': word,
    id: word,
    subject: word,
    bodyPreview: word,
    webLink: word,
    sentDateTime: fc.integer({ min: 0, max: 88 }).map((day) => new Date(Date.UTC(2026, 0, 1 + day, 9)).toISOString()),
    isDraft: fc.constant(false),
    sender: fc.constant({ emailAddress: { name: 'canary-name', address: addressOf(0) } }),
    toRecipients: recipients,
    ccRecipients: recipients,
    bccRecipients: recipients,
    unknown: junk,
  },
  { requiredKeys: ['id', 'sentDateTime', 'isDraft', 'sender', 'toRecipients'] },
);
const page = (item: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  fc
    .record({
      '@odata.context': word.map((it) => `https://graph.microsoft.com/v1.0/$metadata#users('${it}')`),
      value: fc.array(fc.oneof({ weight: 5, arbitrary: item }, junk), { maxLength: 4 }),
      unknown: junk,
    })
    .map((body) => JSON.stringify(body));

const inner = fc.record({ date: word, 'request-id': word, message: word });
const errorBody = fc
  .record({
    code: fc.oneof(word, fc.constantFrom('ErrorAccessDenied', 'MailboxNotEnabledForRESTAPI', 'UnknownError')),
    message: word,
    innerError: inner,
    details: junk,
  })
  .map((error) => JSON.stringify({ error }));
const header = fc.constantFrom(
  'x-ms-diagnostics',
  'www-authenticate',
  'location',
  'request-id',
  'x-canary',
  'retry-after',
);
const headers = fc.dictionary(header, word, { maxKeys: 3 });

const csv = fc
  .array(fc.tuple(fc.oneof(address, word), word, fc.constantFrom('2026-01-05', 'canary', '')), { maxLength: 6 })
  .map((rows) =>
    [
      '\ufeffReport Refresh Date,User Principal Name,Display Name,Is Deleted,Canary Column,Exchange Last Activity Date,OneDrive Last Activity Date,SharePoint Last Activity Date,Teams Last Activity Date',
    ]
      .concat(rows.map(([who, name, day]) => `2026-01-06,${who},"${name}",False,${name},${day},,${day},`))
      .join('\n'),
  );

const answers = fc.oneof(
  { weight: 5, arbitrary: fc.record({ status: fc.constant(200), headers, body: page(message) }) },
  { weight: 2, arbitrary: fc.record({ status: fc.constant(200), headers, body: csv }) },
  { weight: 1, arbitrary: fc.record({ status: fc.constant(200), headers, body: page(junk) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      status: fc.constant(200),
      headers,
      body: fc.tuple(page(message), fc.nat({ max: 90 })).map(([text, cut]) => text.slice(0, -cut - 1)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ status: fc.constant(200), headers, body: word.map((it) => `<html><title>${it}</title>`) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ status: fc.constantFrom(400, 401, 403, 404, 409, 410, 500), headers, body: errorBody }),
  },
  { weight: 1, arbitrary: fc.record({ status: fc.constantFrom(301, 302, 400, 403), headers, body: word }) },
);

const directoryPage = JSON.stringify({
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users(canary)',
  value: Array.from({ length: PEOPLE }, (_, index) => ({
    id: guidOf(index),
    displayName: `Canary Person ${index}`,
    userPrincipalName: addressOf(index),
    mail: addressOf(index),
    proxyAddresses: [`SMTP:${addressOf(index)}`, `smtp:canary-alias-${index}@${DOMAIN}`],
    accountEnabled: true,
    userType: 'Member',
    department: index % 2 === 0 ? 'North' : 'South',
    jobTitle: 'canary title',
    assignedLicenses: [{ skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965', disabledPlans: [] }],
    assignedPlans: [{ service: 'exchange', capabilityStatus: 'Enabled', servicePlanId: guidOf(900 + index) }],
    unknown: { deep: ['canary'] },
  })),
});
const organization: Played = {
  status: 200,
  headers: {},
  body: JSON.stringify({
    value: [{ verifiedDomains: [{ name: DOMAIN, isDefault: true }], displayName: 'canary' }],
  }),
};

/** Every byte under a folder, so also what SQLite keeps beside and after its rows. */
function bytesOf(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  return Buffer.concat(files.filter((file) => statSync(file).isFile()).map((file) => readFileSync(file)));
}

/** The domain is our own organisation's and public; everything else that is invented must not be found. */
function expectNoCanary(text: string, where: string): void {
  const found = CANARY.exec(text) ?? CANARY_ID.exec(text);
  const around = found === null ? '' : text.slice(Math.max(0, found.index - 60), found.index + 60);
  expect(around, where).toBe('');
}

it(`lets nothing of ${PAYLOADS} random payloads into store, log, console, answer or error`, async () => {
  const folder = temporaryFolder();
  const clock = virtualClock(Date.UTC(2026, 3, 5));
  const random = recordedRandomness('nothing leaks');
  const noted: unknown[] = [];
  const get = makeGet({
    tokens: { token: () => Promise.resolve('canary-token') },
    now: clock.now,
    wait: clock.wait,
    random,
    note: (exchange) => noted.push(exchange),
  });
  const store = openStore(join(folder, 'data'));
  const period = periodOf('2026-01-01', '2026-04-01');
  const file = store.period(period);
  const pseudonymOf = pseudonymMaker(guidOf(777), period.id, random(32));
  const told: string[] = [];
  const tell = progressTeller((line) => told.push(line), clock.now);

  next = { status: 200, headers: {}, body: directoryPage };
  const directory = await canaryDirectory(get);
  const door = { get, directory, pseudonymOf, mayInclude: () => 'yes' as const };
  const [owner] = directory.people;
  if (owner === undefined) throw new Error('The canary directory is empty.');
  const placedBy = { origin: 'attribute', on: '2026-04-05' } as const;
  const memberships = directory.people.map(({ identity, unit, standing }) => ({
    person: pseudonymOf(identity),
    unit,
    standing,
    placedBy,
  }));
  replaceDirectory(file, '2026-04-05', memberships, directory.headcounts());

  const errors: string[] = [];
  let kept = 0;
  for (const [index, answer] of fc.sample(answers, { numRuns: PAYLOADS, seed: 20_260_101 }).entries()) {
    next = answer;
    const source = index % 5;
    try {
      if (source <= 1) {
        const interactions = await readSentMail({ ...door, person: owner, from: '2026-01-01', to: '2026-04-01' });
        kept += interactions.length;
        replaceSpans(file, 'sent-items', [
          { owner: pseudonymOf(owner.identity), from: '2026-01-01', to: '2026-04-01', interactions },
        ]);
      } else if (source === 2) {
        const { rows } = await readActiveUsers({ ...door, day: '2026-01-05' });
        kept += rows.length;
        replaceUsageDay(file, 'active-users', '2026-01-05', rows);
      } else if (source === 3) {
        await readConcealment(get);
        await canaryDirectory(get);
      } else {
        const span = { from: '2026-01-05', to: '2026-01-06' } as const;
        const reading = { ...door, ...span, person: owner, tenantId: guidOf(777) };
        const readers = [readMeetings, readChatMessages, readCalls, readMessageTrace];
        for (const read of readers) told.push(JSON.stringify(await read(reading)));
        told.push(JSON.stringify(await readChatMembership({ ...reading, day: span.from })));
      }
    } catch (error) {
      errors.push(`${String(error)} ${inspect(error, { depth: 12, showHidden: true })} ${JSON.stringify(error)}`);
    }
    tell({ step: 'mail', days: 90, daysDone: 0, mailboxes: PAYLOADS, mailboxesDone: index }, period);
  }

  // First: the canaries were there, something was kept, and much was refused. An empty test would pass all that follows.
  expect(traffic.length).toBeGreaterThanOrEqual(PAYLOADS);
  expect(traffic.filter((text) => CANARY.test(text)).length).toBeGreaterThan(PAYLOADS * 0.8);
  expect(kept).toBeGreaterThan(300);
  expect(errors.length).toBeGreaterThan(300);

  expectNoCanary(bytesOf(folder).toString('latin1'), 'the data folder while the period is open');
  for (const error of errors) expectNoCanary(error, 'a thrown error');
  expectNoCanary(JSON.stringify(noted), 'the figures of operation');
  expectNoCanary(told.join('\n'), 'what is told at the terminal, and what the other sources keep');

  const days = directory.people.map(({ identity }) => ({
    owner: pseudonymOf(identity),
    from: period.from,
    to: period.to,
    interactions: [],
  }));
  replaceSpans(file, 'sent-items', days.slice(1));
  const scope = demoScope({
    organisation: 'An organisation',
    positiveGroupId: '00000000-0000-4000-8000-000000000001',
    unitAttribute: 'department',
    sources: ['sent-items'],
    titles: { leader: [], elected: [] },
    from: period.from,
    endsOn: '2030-01-01',
  });
  const release = publish({
    store,
    period,
    once: true,
    scope,
    appsMeasured: [],
    releasedAt: '2026-04-05T00:00:00.000Z',
    random,
    report: () => undefined,
  });
  expect(release.tables.length).toBeGreaterThan(0);
  expectNoCanary(JSON.stringify(releaseDocument(release, undefined)), 'the released document');
  const api = await startServer({ store, sources: SOURCE_DECLARATIONS });
  for (const question of ['me', 'overview', 'units', 'units/north', 'about', 'last-run', 'health', 'canary-question']) {
    const said = await api.ask(`/api/${question}`, ['Leader']);
    const text = `${JSON.stringify([...said.headers])} ${await said.text()}`;
    expect(text.length).toBeGreaterThan(20);
    expectNoCanary(text, `the answer to ${question}`);
  }
  expectNoCanary(JSON.stringify(api.noted), 'what the server notes');
  await api.close();
  store.close();
  expectNoCanary(bytesOf(folder).toString('latin1'), 'the data folder after the release');
  expectNoCanary(spoken.join(''), 'the console');
}, 300_000);

/** The directory as the played Graph tells it, from whatever it answers next. */
function canaryDirectory(get: Get): Promise<Directory> {
  return readDirectory({
    get,
    positiveGroupId: guidOf(999),
    unitAttribute: 'department',
    titles: { leader: [], elected: [] },
  });
}

it('names no credential when Entra answers with one in its error', async () => {
  const description = 'AADSTS7000215: canary-secret of canary@canary.example is invalid. Trace ID: canary';
  next = {
    status: 401,
    headers: { 'content-type': 'application/json', 'x-canary': 'canary' },
    body: JSON.stringify({
      error: 'invalid_client',
      error_description: description,
      error_codes: [7000215],
      suberror: 'canary',
    }),
  };
  const tokens = signIn({
    tenantId: guidOf(1),
    clientId: guidOf(2),
    credential: { secret: 'canary-secret-value' },
    now: () => 0,
  });
  const error: unknown = await tokens.token().catch((thrown: unknown) => thrown);
  expect(error).toHaveProperty('code', 'credential-refused');
  expectNoCanary(`${String(error)} ${inspect(error, { depth: 12, showHidden: true })}`, 'the refusal of a credential');
});

it('would notice', () => {
  mkdirSync(join(temporaryFolder(), 'x'));
  expect(() => {
    expectNoCanary('GET /users/Canary7@canary.example failed', 'a planted leak');
  }).toThrow('a planted leak');
  expect(() => {
    expectNoCanary(`GET /users/${guidOf(7)}`, 'a planted id');
  }).toThrow('a planted id');
});
