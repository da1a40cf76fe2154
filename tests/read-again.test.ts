import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collect } from '../connector/collect.ts';
import { readTenantFolder } from '../connector/demo-tenant/tenant-folder.ts';
import { Failure } from '../connector/failure.ts';
import type { Get } from '../connector/microsoft-graph/get.ts';
import { isJsonObject } from '../connector/microsoft-graph/json-object.ts';
import { addDays, daysOf } from '../connector/privacy/period.ts';
import { NETWORK_SOURCES, REPORT_SOURCES, type SourceName } from '../connector/privacy/scope.ts';
import { openStore, type PeriodFile } from '../connector/store/open.ts';
import { writeInventedTenant } from './invented-tenant.ts';
import { liveTenant, type Lived } from './lived-tenant.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SPAN = { from: '2026-03-28', to: '2026-04-01' } as const;
const DAYS = daysOf(SPAN);
/** Either of two sources that tell of the same acts, and everything else. */
const SOURCES: readonly (readonly SourceName[])[] = [
  ['sent-items', 'meetings', 'chat-messages', 'calls', ...REPORT_SOURCES],
  ['message-trace', 'meetings', 'chat-membership', 'calls', ...REPORT_SOURCES],
];
const EVERYTHING = [
  ...['User.Read.All', 'GroupMember.Read.All', 'Mail.ReadBasic.All', 'Calendars.ReadBasic.All', 'Chat.ReadBasic.All'],
  ...['Chat.Read.All', 'CallRecords.Read.All', 'ExchangeMessageTrace.Read.All', 'Reports.Read.All'],
  'ReportSettings.Read.All',
];

/** Twelve people who mail, meet, chat, call and use everything for some days. */
async function someDays(sources: readonly SourceName[]): Promise<Lived> {
  const folder = join(temporaryFolder(), 'tenant');
  mkdirSync(folder);
  writeInventedTenant(folder, { headsAUnit: 3, from: SPAN.from, days: DAYS.length, usage: true });
  const pairs = DAYS.map((day, n) => ({ day, one: `u${n % 4}p0`, two: `u${(n + 1) % 4}p${n % 3}`, nth: n }));
  const write = (name: string, header: string, lines: readonly string[]): void => {
    writeFileSync(join(folder, name), [header, ...lines].join('\n'));
  };
  write(
    'meetings.csv',
    'start,end,organizer,attendees',
    pairs.map(({ day, one, two }) => `${day}T09:00:00Z,${day}T10:00:00Z,${one},${two};u3p2`),
  );
  write(
    'chats.csv',
    'chat,type,members',
    pairs.map(({ one, two, nth }) => `c${nth},group,${one};${two};u3p1`),
  );
  write(
    'chat-messages.csv',
    'sentAt,chat,from',
    pairs.flatMap(({ day, one, two, nth }) => [`${day}T09:00:00Z,c${nth},${one}`, `${day}T11:00:00Z,c${nth},${two}`]),
  );
  write(
    'calls.csv',
    'start,end,organizer,participants',
    pairs.map(({ day, one, two }) => `${day}T12:00:00Z,${day}T12:20:00Z,${one},${two}`),
  );
  const mails = pairs.flatMap(({ day, one, two }) => [
    `${day}T07:00:00Z,${one},${two},`,
    `${day}T08:00:00Z,${one},u3p2,`,
  ]);
  appendFileSync(join(folder, 'mail.csv'), `\n${mails.join('\n')}`);
  return liveTenant({
    world: await readTenantFolder(folder),
    folder: temporaryFolder(),
    ...SPAN,
    sources,
    roles: EVERYTHING,
  });
}

/** What becomes of listings on their way: every number is drawn anew for each page from `dice`. */
interface Mischief {
  readonly dice: readonly number[];
  /** The request, counted from 1, at which the network falls silent for good. */
  readonly cutAt?: number;
  /** Of the items that tell of acts, only those whose text has an even length: the tenant as it was before. */
  readonly earlier?: boolean;
}

/**
 * The same door, with every page cut into pieces that come once or twice, one after another or after an empty one.
 * Links between pieces are this door's own; those of the tenant go through the product's check.
 */
function mischievous(get: Get, { dice, cutAt = Infinity, earlier = false }: Mischief): Get {
  const waiting = new Map<string, readonly unknown[]>();
  let requests = 0;
  let throws = 0;
  const die = (): number => dice[throws++ % dice.length] ?? 0;
  const send = (): void => {
    requests += 1;
    if (requests >= cutAt) throw new Failure('unreachable', 'The network is silent.');
  };
  const serve = (pieces: readonly unknown[]): unknown => {
    const [piece, ...more] = pieces;
    if (more.length === 0) return piece;
    const link = `piece ${waiting.size}`;
    waiting.set(link, more);
    return isJsonObject(piece) ? { ...piece, '@odata.nextLink': link } : piece;
  };
  return {
    ...get,
    json: async (question, parse, next) => {
      send();
      const more = typeof next?.link === 'string' ? waiting.get(next.link) : undefined;
      if (more !== undefined) return parse(serve(more));
      const isOfActs = NETWORK_SOURCES.some((name) => name === question.source.name);
      const cut = (body: unknown): unknown => {
        if (!isJsonObject(body) || !Array.isArray(body['value']) || !isOfActs) return body;
        const { value, '@odata.nextLink': link, ...rest } = body;
        const items: readonly unknown[] = value;
        const held = earlier ? items.filter((item) => JSON.stringify(item).length % 2 === 0) : items;
        return serve(
          piecesOf(held, die).map((piece, n, all) => ({
            ...rest,
            value: piece,
            ...(n === all.length - 1 && link !== undefined ? { '@odata.nextLink': link } : {}),
          })),
        );
      };
      return get.json(question, (body) => parse(cut(body)), next);
    },
    text: (question, parse) => {
      send();
      return get.text(question, parse);
    },
  };
}

function piecesOf(items: readonly unknown[], die: () => number): (readonly unknown[])[] {
  const size = 1 + (die() % 4);
  const pieces = Array.from({ length: Math.ceil(items.length / size) }, (_, n) =>
    items.slice(n * size, (n + 1) * size),
  ).flatMap((piece) => [[piece], [piece, piece], [[], piece]][die() % 3] ?? []);
  // The whole page once more at the end, so that a piece also comes again long after its first time.
  return die() % 2 === 0 || pieces.length === 0 ? [...pieces, items] : pieces;
}

/** Everything a period's file says of people, by pseudonym and name: numbers depend on who was met first. */
function dump({ database }: PeriodFile): Record<string, string[]> {
  const rows = (sql: string): string[] =>
    database
      .prepare(sql)
      .all()
      .map((row) => Object.values(row).join(' '))
      .sort();
  const person = (column: string): string => `(SELECT pseudonym FROM people WHERE id = ${column})`;
  const source = '(SELECT name FROM sources WHERE id = source)';
  const unit = '(SELECT path FROM units WHERE id = unit)';
  return {
    interactions: rows(
      `SELECT ${source}, ${person('owner')}, day, kind, ${person('other')}, acts, minutes FROM interactions`,
    ),
    daysRead: rows(`SELECT ${source}, ${person('owner')}, day FROM days_read`),
    usage: rows(`SELECT ${source}, day, ${person('person')}, apps FROM usage_days`),
    usageDaysRead: rows(`SELECT ${source}, day FROM usage_days_read`),
    memberships: rows(`SELECT ${person('person')}, ${unit}, standing, read_on FROM memberships`),
    headcounts: rows(`SELECT ${unit}, standing, heads, covered, read_on FROM headcounts`),
    tables: rows(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`),
  };
}

/** Reads these, one after another, into a store of its own. */
async function after(
  life: Lived,
  readings: readonly { sources: readonly SourceName[]; span?: Lived['run']['span']; mischief?: Mischief }[],
): Promise<Record<string, string[]>> {
  const store = openStore(join(temporaryFolder(), 'data'));
  try {
    for (const { sources, span = SPAN, mischief } of readings) {
      const get = mischief === undefined ? life.get : mischievous(life.get, mischief);
      const reading = collect({ ...life.run, store, get, sources, span });
      // A run that is cut may end with what stopped it, or tell that it is not whole.
      if (mischief?.cutAt === undefined) expect((await reading).partial).toBe(false);
      else await reading.catch(() => undefined);
    }
    return dump(store.period(life.period));
  } finally {
    store.close();
  }
}

const dice = fc.array(fc.nat({ max: 11 }), { minLength: 5, maxLength: 20 });
const SLOW = 60_000;

test(
  'reading twice, in any order, in overlapping spans, with any page doubled, leaves the store identical',
  async () => {
    for (const sources of SOURCES) {
      const life = await someDays(sources);
      const once = await after(life, [{ sources }]);
      for (const rows of Object.values(once)) expect(rows.length).toBeGreaterThan(0);
      expect(new Set(once['interactions']?.map((row) => row.split(' ', 1)[0])).size).toBe(4);
      // Who shares a chat is known of one day of each reading, its last, so that day is never another one here.
      const aSpan = fc
        .tuple(fc.nat({ max: DAYS.length - 1 }), fc.nat({ max: DAYS.length - 1 }))
        .map(([a, b]) => ({ from: addDays(SPAN.from, Math.min(a, b)), to: addDays(SPAN.from, Math.max(a, b) + 1) }));
      const some = fc.subarray(sources.filter((source) => source !== 'chat-membership'));
      const aReading = fc.record({ sources: some, span: aSpan, mischief: fc.record({ dice }) });
      const whole = fc.tuple(fc.shuffledSubarray([...sources], { minLength: sources.length }), dice);
      await fc.assert(
        fc.asyncProperty(
          fc.array(aReading, { maxLength: 2 }),
          whole,
          fc.array(aReading, { maxLength: 1 }),
          async (before, [all, thrown], later) => {
            const again = await after(life, [...before, { sources: all, mischief: { dice: thrown } }, ...later]);
            expect(again).toEqual(once);
          },
        ),
        { numRuns: 4 },
      );
      life.close();
    }
  },
  SLOW,
);

test(
  'a run cut at any request leaves each day of each owner as it was or as it is, and the next one makes it whole',
  async () => {
    for (const sources of SOURCES) {
      const life = await someDays(sources);
      const now = await after(life, [{ sources }]);
      const past = { sources, mischief: { dice: [1], earlier: true } };
      const was = await after(life, [past]);
      expect(was['interactions']).not.toEqual(now['interactions']);
      // What is gone from the tenant goes from the store: nothing is only ever added.
      expect(await after(life, [{ sources }, past])).toEqual(was);
      const met = new Set<string>();
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 3, max: 120 }), dice, fc.boolean(), async (cutAt, thrown, goOn) => {
          const half = { sources, mischief: { dice: thrown, cutAt } };
          for (const [key, rows] of bySpan(await after(life, [past, half]))) {
            const [before, later] = [bySpan(was).get(key), bySpan(now).get(key)];
            expect([before, later]).toContain(rows);
            if (before !== later) met.add(rows === before ? 'as it was' : 'as it is');
          }
          if (goOn) expect(await after(life, [past, half, { sources }])).toEqual(now);
        }),
        {
          numRuns: 5,
          examples: [
            [4, [1], true],
            [1_000, [1], false],
          ],
        },
      );
      expect(met).toEqual(new Set(['as it was', 'as it is']));
      life.close();
    }
  },
  SLOW,
);

/** The rows of each span that is replaced whole: of a mailbox, or of one day where Graph tells of everybody at once. */
function bySpan({ daysRead = [], interactions = [] }: Record<string, string[]>): Map<string, string> {
  const keyOf = (row: string): string => {
    const [source = '', owner = '', day = ''] = row.split(' ');
    return source === 'calls' || source === 'message-trace' ? `${source} ${owner} ${day}` : `${source} ${owner}`;
  };
  const rows = new Map(daysRead.map((row) => [keyOf(row), '']));
  for (const row of interactions) rows.set(keyOf(row), `${rows.get(keyOf(row)) ?? 'unread'}\n${row}`);
  return rows;
}
