import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { placeBridgeBuilders } from '../../connector/collect-bridge-builders.ts';
import { RealIdentity } from '../../connector/privacy/real-identity.ts';
import { readBridgeBuilders } from '../../connector/store/bridge-builders.ts';
import { objections } from '../../connector/store/marks.ts';
import { addProtected } from '../../connector/store/protected.ts';
import { buildTabIfChanged, TAB_FOLDER } from '../../connector/tab-build.ts';
import { bridgeBuilderWords } from '../../teams-app/words/bridge-builder-words.ts';
import { nb } from '../../teams-app/words/nb.ts';
import { workedFigureWords } from '../../teams-app/words/worked-figure-words.ts';
import { inventedRelease, MUNICIPALITY } from '../api/invented-release.ts';
import { EMPLOYEES, fillBridges, fillPeriod, objectId, ownMark, ownPseudonym, unitOf } from '../api/own-people.ts';
import { showRelease } from '../api/shown-release.ts';
import { startServer, type TestServer } from '../api/test-server.ts';
import { filesWith } from '../store/temporary-store.ts';
import { axeFinds } from './accessibility.ts';
import { findChromium, HOW_TO_GET_CHROMIUM, startChromium } from './chromium.ts';
import { openInTeams, type OpenTab } from './teams-host.ts';

const chromium = findChromium();
if (chromium === undefined) console.warn(HOW_TO_GET_CHROMIUM);
/** Where pictures of the screen are put for somebody to look at; absent: none are made. */
const PICTURES = process.env['SAMSPILL_PICTURES'];

describe.skipIf(chromium === undefined)(
  'About me in Teams, against the real server',
  { retry: 1, timeout: 60_000 },
  () => {
    let browser: Browser;
    let server: TestServer;
    beforeAll(async () => {
      await buildTabIfChanged();
      browser = await startChromium(chromium ?? '');
    }, 120_000);
    afterAll(() => browser.close());
    beforeEach(async () => {
      server = await startServer({
        tabFolder: TAB_FOLDER,
        appsMeasured: () => [{ app: 'exchange', reports: ['active-users'] }],
      });
      fillPeriod(server.store);
    });
    afterEach(() => server.close());

    async function openAs(roles: readonly string[], n: number, place: string, look: object = {}): Promise<OpenTab> {
      const at = Math.floor(server.clock.at / 1000);
      const token = await server.token(roles, { oid: objectId(n), iat: at, nbf: at, exp: at + 3600 });
      return openInTeams(browser, { url: `${server.url}/${place}`, token, ...look });
    }

    async function open(n: number, theme = 'default', width = 1280): Promise<OpenTab> {
      const opened = await openAs([], n, '', { theme, width });
      await opened.tab.getByRole('heading', { name: nb.me.title }).waitFor();
      return opened;
    }

    async function finds(page: Page): Promise<string[]> {
      const frame = page.frames().find((one) => one.url().startsWith(server.url));
      if (frame === undefined) throw new Error('the tab is not there');
      return axeFinds(frame);
    }

    async function picture({ page, tab }: OpenTab, name: string, width: number): Promise<void> {
      if (PICTURES === undefined) return;
      mkdirSync(PICTURES, { recursive: true });
      const height = await tab.locator('html').evaluate((html) => html.scrollHeight);
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: join(PICTURES, `me-${name}.png`) });
    }

    /** Which questions of the API the page about the data asks, for somebody with these roles, until all of it is drawn. */
    async function askedByAbout(roles: readonly string[], drawnLast: string): Promise<string[]> {
      const at = Math.floor(server.clock.at / 1000);
      const token = await server.token(roles, { oid: objectId(2), iat: at, nbf: at, exp: at + 3600 });
      const asked = new Set<string>();
      const { page, tab } = await openInTeams(browser, { url: `${server.url}/#/about`, token }, (page) => {
        page.on('request', (request) => asked.add(new URL(request.url()).pathname));
      });
      await tab.getByRole('heading', { level: 2, name: drawnLast }).waitFor();
      await page.waitForLoadState('networkidle');
      await page.context().close();
      return [...asked].filter((path) => path.startsWith('/api/')).toSorted();
    }

    /** As a run does before it reads anything. */
    function readDirectory(): Promise<void> {
      const { tenantId, random, standingKey } = server.house;
      return placeBridgeBuilders(
        {
          ...{ tenantId, random, store: server.store, openStandingKey: standingKey },
          ...{ now: () => server.clock.at, stillOurs: () => undefined },
        },
        EMPLOYEES.map((n) => ({ identity: new RealIdentity(objectId(n)), unit: unitOf(n) })),
      );
    }

    it('is where an employee arrives; two clicks by keyboard delete everything, one takes the objection back', async () => {
      const { page, tab } = await open(2);
      await tab.getByText('North/School').first().waitFor();
      const first = tab.getByRole('button', { name: nb.me.object });
      await first.focus();
      await page.keyboard.press('Enter');
      await tab.getByText(nb.me.sure).waitFor();
      await tab.getByRole('button', { name: nb.me.confirm }).focus();
      await page.keyboard.press('Enter');
      await tab.getByText(`${nb.me.objected} ${nb.me.deleted}`).waitFor();
      await tab.getByText(nb.me.nothing).waitFor();
      expect(objections(server.store)).toEqual(new Set([ownMark(2)]));
      expect(filesWith(server.store.folder, ownPseudonym(2))).toEqual([]);
      await tab.getByRole('button', { name: nb.me.takeBack }).click();
      await tab.getByText(nb.me.takenBack).waitFor();
      expect(objections(server.store).size).toBe(0);
      await page.context().close();
    });

    it('a slip of the finger deletes nothing, and a failure says that nothing changed', async () => {
      const { page, tab } = await open(2);
      await tab.getByRole('button', { name: nb.me.object }).click();
      await tab.getByRole('button', { name: nb.me.cancel }).click();
      expect(objections(server.store).size).toBe(0);
      await page.route('**/api/objection', (route) => route.abort());
      await tab.getByRole('button', { name: nb.me.object }).click();
      await tab.getByRole('button', { name: nb.me.confirm }).click();
      await tab.getByText(nb.me.failed).waitFor();
      expect(filesWith(server.store.folder, ownPseudonym(2)).length).toBeGreaterThan(0);
      await page.context().close();
    });

    it('lets one stand as a bridge-builder: shown first, two presses by keyboard, seen by a leader, one to withdraw', async () => {
      addProtected(server.store, ownMark(2));
      const opened = await open(2, 'default', 320);
      const { page, tab } = opened;
      const { own, list } = bridgeBuilderWords('nb');
      const press = async (name: string): Promise<void> => {
        await tab.getByRole('button', { name }).focus();
        await page.keyboard.press('Enter');
      };
      await tab.getByText(own.isProtected).waitFor();
      await press(own.show);
      await tab.getByText(own.wouldSee).waitFor();
      await tab.getByText('Kari Canary').waitFor();
      expect(readBridgeBuilders(server.store)).toEqual([]);
      await picture(opened, 'bridge-builder-asked', 320);
      // What was pressed is gone: the keyboard stands at what is said, and yes comes next.
      await page.keyboard.press('Tab');
      expect(await tab.getByRole('button', { name: own.confirm }).evaluate((it) => it.matches(':focus'))).toBe(true);
      await page.keyboard.press('Enter');
      await tab.getByText(own.waits).waitFor();
      await tab.getByText(own.heldToo).waitFor();
      expect(await finds(page)).toEqual([]);
      expect(await tab.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(320);
      await readDirectory();
      const leader = await openAs(['Leader'], 900, '#/journey');
      await leader.tab.getByRole('heading', { name: list.title }).waitFor();
      await leader.tab.getByText('Kari Canary').waitFor();
      await leader.tab.getByText('North › School').waitFor();
      await picture(leader, 'bridge-builder-leader', 1280);
      await press(own.withdraw);
      await tab.getByText(own.withdrawn).waitFor();
      expect(readBridgeBuilders(server.store)).toEqual([]);
      await leader.page.reload();
      await leader.tab.getByText(list.none).waitFor();
      await leader.page.context().close();
      await page.context().close();
    });

    it('an employee’s page about the data asks nothing that is for leaders, though there is a release to work out', async () => {
      showRelease(server.store, inventedRelease('2026-07-01', MUNICIPALITY));
      const everybodys = ['/api/about', '/api/documents', '/api/last-run', '/api/me'];
      expect(await askedByAbout([], nb.about.notTitle)).toEqual(everybodys);
      // A leader's page asks for the figure that it works out: the difference is there to be seen.
      expect(await askedByAbout(['Leader'], workedFigureWords('nb').title)).toEqual([...everybodys, '/api/overview']);
    });

    it('gives both files, named without a name', async () => {
      const { page, tab } = await open(2);
      const names: string[] = [];
      const json: string[] = [];
      const both = new Promise<void>((resolve) => {
        page.on('download', (download) => {
          names.push(download.suggestedFilename());
          void download.path().then((path) => {
            if (download.suggestedFilename().endsWith('.json')) json.push(readFileSync(path, 'utf8'));
            if (names.length === 2) resolve();
          });
        });
      });
      await tab.getByRole('button', { name: nb.me.export }).click();
      await tab.getByText(nb.me.exported).waitFor();
      await both;
      expect(names.toSorted()).toEqual(['samspill-mine-opplysninger.docx', 'samspill-mine-opplysninger.json']);
      expect(json[0]).toContain('"North/School"');
      await page.context().close();
    });

    it.each(
      (['default', 'dark', 'contrast'] as const).flatMap((theme) => [[theme, 1280] as const, [theme, 400] as const]),
    )('has no barrier and no sideways scrolling (%s, %i)', async (theme, width) => {
      fillBridges(server.store);
      const units = ['North/School', 'North/Nursery'].map((unit) => ({ unit, heads: 120, covered: 120 }));
      const tablesOn = ['reach', 'breadth', 'brokerage'] as const;
      showRelease(server.store, inventedRelease('2026-04-01', units, { tablesOn }));
      server.clock.at = Date.parse('2026-12-04T00:00:00Z');
      const opened = await open(0, theme, width);
      const { page, tab } = opened;
      await tab.getByText('50 par eller flere').waitFor();
      await tab.getByText(nb.me.actsTitle).first().waitFor();
      expect(await finds(page)).toEqual([]);
      expect(await tab.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(width);
      await picture(opened, `${theme}-${String(width)}`, width);
      await page.context().close();
    });
  },
);
