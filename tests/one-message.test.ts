import { pdfFonts } from '../connector/pdf-fonts.ts';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overviewAnswer, type OverviewAnswer } from '../connector/api/answers.ts';
import { makeServer } from '../connector/api/server.ts';
import { readTenantFolder } from '../connector/demo-tenant/tenant-folder.ts';
import { keepPinned } from '../connector/ledger-pinning.ts';
import { SOURCE_DECLARATIONS } from '../connector/microsoft-graph/source-declarations.ts';
import { isPseudonym } from '../connector/privacy/pseudonym.ts';
import type { Release } from '../connector/privacy/release.ts';
import { personRows, publish } from '../connector/publish.ts';
import { teamsTokens } from '../connector/serve.ts';
import { readInteractions } from '../connector/store/interactions.ts';
import { buildTabIfChanged, TAB_FOLDER } from '../connector/tab-build.ts';
import { findChromium, HOW_TO_GET_CHROMIUM, startChromium } from './browser/chromium.ts';
import { openInTeams } from './browser/teams-host.ts';
import { writeInventedTenant } from './invented-tenant.ts';
import { CLIENT_ID, liveTenant, type Lived } from './lived-tenant.ts';
import { recordedRandomness } from './recorded-randomness.ts';

/** The mail that is followed: the second of two in two weeks, so that with it a contact begins. */
const ONE_MAIL = { sentAt: '2026-02-10T09:30:00Z', from: 'u0p1', to: 'u2p5' };
const ONE_DAY = Date.parse('2026-02-10') / 86_400_000;

interface Followed {
  readonly lived: Lived;
  readonly traffic: string[];
  readonly rows: ReturnType<typeof personRows>['rows'];
  readonly interactions: ReturnType<typeof readInteractions>;
  readonly release: Release;
  readonly answer: OverviewAnswer;
  readonly server: Server;
  readonly address: string;
  readonly token: string;
}

/** One life of the same tenant and the same randomness, with the mail or without it. */
async function live(withMail: boolean): Promise<Followed> {
  const folder = mkdtempSync(join(tmpdir(), 'samspill-test-'));
  const source = join(folder, 'tenant');
  mkdirSync(source);
  writeInventedTenant(source);
  appendFileSync(join(source, 'mail.csv'), `\n2026-01-20T08:00:00Z,${ONE_MAIL.from},${ONE_MAIL.to},`);
  if (withMail) appendFileSync(join(source, 'mail.csv'), `\n${ONE_MAIL.sentAt},${ONE_MAIL.from},${ONE_MAIL.to},`);
  const traffic: string[] = [];
  const lived = await liveTenant({
    world: await readTenantFolder(source),
    folder,
    from: '2026-01-01',
    to: '2026-04-01',
    onExchange: ({ url, responseBody }) => {
      if (url.includes('sentitems')) traffic.push(responseBody);
    },
  });
  const { store, period, scope, tenant } = lived;
  await lived.collect();
  const interactions = readInteractions(store.period(period));
  const { rows } = personRows(store.period(period), scope, []);
  const release = publish({
    store,
    period,
    once: true,
    scope,
    appsMeasured: [],
    releasedAt: '2026-04-05T00:00:00.000Z',
    random: recordedRandomness('the same noise'),
    report: () => undefined,
  });
  // Shown once its head is pinned.
  await keepPinned({ store, pin: lived.pin, tenantId: tenant.tenantId, mayAdopt: true });
  const now = (): number => Date.now();
  const app = makeServer({
    store,
    organisation: scope.organisation,
    demo: true,
    tokens: teamsTokens({ tenantId: tenant.tenantId, clientId: CLIENT_ID }),
    sources: SOURCE_DECLARATIONS,
    custody: lived.custody,
    tenantId: tenant.tenantId,
    stage: 'pilot',
    openPeriodKey: (periodId) => lived.custody.openPeriodKey(tenant.tenantId, periodId),
    appsMeasured: () => [],
    pdfFonts,
    standingKey: () => lived.custody.standingKey(tenant.tenantId),
    expectedReleases: 1,
    firstPictureOn: () => null,
    now,
    random: recordedRandomness('server'),
    note: () => undefined,
    tabFolder: TAB_FOLDER,
    publicHttps: false,
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  const address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
  const token = await tenant.userToken({ oid: '00000000-0000-4000-8000-00000000a001', roles: ['Leader'], now: now() });
  const response = await fetch(`${address}/api/overview`, { headers: { authorization: `Bearer ${token}` } });
  const answer = overviewAnswer.parse(await response.json());
  // The next life's tenant listens in this one's place: both answer as the same Entra, with keys of their own.
  tenant.close();
  return { lived, traffic, rows, interactions, release, answer, server, address, token };
}

function cellOf({ release }: Followed, table: string, row: string, column: string): number {
  const found = release.tables.find(({ name }) => name === table);
  const r = found?.rows.findIndex(({ name }) => name === row) ?? -1;
  const c = found?.columns.findIndex(({ name }) => name === column) ?? -1;
  const value = found?.values[r]?.[c];
  if (typeof value !== 'number') throw new Error(`No such cell: ${table} ${row} ${column}`);
  return value;
}

describe('one message, from the JSON of Graph to the pixel', () => {
  let without: Followed;
  let one: Followed;
  beforeAll(async () => {
    await buildTabIfChanged();
    without = await live(false);
    one = await live(true);
  }, 120_000);
  afterAll(() => {
    for (const { lived, server } of [without, one]) {
      server.close();
      server.closeAllConnections();
      lived.store.close();
      rmSync(dirname(lived.store.folder), { recursive: true, force: true });
    }
  });

  it('arrives as JSON with a subject, names and addresses', () => {
    const found = one.traffic.filter((body) => body.includes(ONE_MAIL.sentAt));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('toRecipients');
    expect(found[0]).toContain('"name"');
    expect(without.traffic.some((body) => body.includes(ONE_MAIL.sentAt))).toBe(false);
  });

  it('is kept as one row: a day, two pseudonyms, one act, its minutes', () => {
    const { interactions } = one;
    expect(interactions.day.length).toBe(without.interactions.day.length + 1);
    const rowsOfDay = (it: Followed): string[] =>
      [...it.interactions.day.keys()]
        .filter((index) => it.interactions.day[index] === ONE_DAY)
        .map((index) => {
          const { people, owner, other, acts, minutes } = it.interactions;
          return [people[owner[index] ?? -1], people[other[index] ?? -1], acts[index], minutes[index]].join(' ');
        });
    const known = new Set(rowsOfDay(without));
    const [added = '', ...more] = rowsOfDay(one).filter((row) => !known.has(row));
    expect(more).toEqual([]);
    const [owner = '', other = '', acts, minutes] = added.split(' ');
    expect([isPseudonym(owner), isPseudonym(other), acts, minutes]).toEqual([true, true, '1', '1.45']);
  });

  it('makes a contact, and so changes the row of its sender alone', () => {
    const changed = one.rows.filter((row, index) => JSON.stringify(row) !== JSON.stringify(without.rows[index]));
    expect(changed).toEqual([{ unit: 'North/School', standing: 'desk', unitsReached: ['South/Care'], apps: [] }]);
  });

  it('adds one to the two cells its sender counts in, under the same noise, and to no other', () => {
    expect(cellOf(one, 'reach', 'North/School', 'South')).toBe(cellOf(without, 'reach', 'North/School', 'South') + 1);
    expect(cellOf(one, 'breadth', 'North/School', 'one-or-two')).toBe(
      cellOf(without, 'breadth', 'North/School', 'one-or-two') + 1,
    );
    const all = ({ release }: Followed): (number | null)[] => release.tables.flatMap(({ values }) => values.flat());
    const before = all(without);
    expect(all(one).filter((value, index) => value !== before[index])).toHaveLength(2);
  });

  it('is one person more in the answer', () => {
    const about = ({ answer }: Followed): number => {
      const row = answer.reach?.rows.findIndex(({ name }) => name === 'North/School') ?? -1;
      const column = answer.reach?.columns.findIndex(({ name }) => name === 'South') ?? -1;
      const figure = answer.reach?.figures[row]?.[column];
      return figure !== undefined && 'about' in figure ? figure.about : NaN;
    };
    expect(about(one)).toBe(about(without) + 1);
    expect(about(one)).toBe(Math.max(0, cellOf(one, 'reach', 'North/School', 'South')));
  });

  it.skipIf(findChromium() === undefined)(
    `is one person more on the screen, inside Teams (${findChromium() === undefined ? HOW_TO_GET_CHROMIUM : 'real Chromium, real teams-js'})`,
    async () => {
      const browser = await startChromium(findChromium() ?? '');
      const seen: { number: number; picture: string }[] = [];
      for (const { address, token } of [without, one]) {
        const { page, tab } = await openInTeams(browser, { url: `${address}/bridges`, token, locale: 'en-us' });
        const row = tab
          .getByRole('row')
          .filter({ has: tab.getByRole('rowheader', { name: 'School' }) })
          .first();
        const cell = row.getByRole('gridcell').filter({ hasText: 'South' });
        await cell.scrollIntoViewIfNeeded();
        const number = Number(await cell.locator('.cell-number').innerText());
        seen.push({ number, picture: (await cell.screenshot()).toString('base64') });
        await page.context().close();
      }
      await browser.close();
      const [before, after] = seen;
      expect(after?.number).toBe((before?.number ?? NaN) + 1);
      expect(after?.picture).not.toBe(before?.picture);
    },
    120_000,
  );
});
