import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildTabIfChanged, TAB_FOLDER } from '../../connector/tab-build.ts';
import { en } from '../../teams-app/words/en.ts';
import { nb } from '../../teams-app/words/nb.ts';
import { pictureWords } from '../../teams-app/words/pictures.ts';
import { axeFinds } from './accessibility.ts';
import { findChromium, HOW_TO_GET_CHROMIUM, startChromium } from './chromium.ts';
import { type FakeApi, startFakeApi } from './fake-api.ts';
import { hearComplaints } from './heard-complaints.ts';
import { openParts } from './opened-parts.ts';
import { type HostWishes, type OpenTab, openInTeams } from './teams-host.ts';

const chromium = findChromium();
if (chromium === undefined) console.warn(HOW_TO_GET_CHROMIUM);

const MINUTE = 60_000;
/** The one a page is left in comes last: what axe finds on a narrow screen is asked of it. */
const THEMES = ['dark', 'contrast', 'default'] as const;
const WIDE = 1280;
const NARROW = 400;
/** How tall a screen may be on a telephone before anything is opened. */
const MOST_PX = 4_500;

// A page is opened once and changes its theme and its width, as a reader's does. Each theme is what some page here is
// opened in, too. Once more where a busy machine was too slow for a browser; what is wrong fails twice.
describe.skipIf(chromium === undefined)(
  'how the tab looks in a real browser',
  { retry: 1, timeout: 2 * MINUTE },
  () => {
    let browser: Browser;
    let api: FakeApi;
    /** What the browser complained of; no test ends with anything here. */
    let complaints: string[];

    beforeAll(async () => {
      await buildTabIfChanged();
      [browser, api] = await Promise.all([startChromium(chromium ?? ''), startFakeApi(TAB_FOLDER)]);
    }, MINUTE);
    afterAll(async () => {
      await browser.close();
      await api.close();
    });
    beforeEach(() => {
      complaints = [];
      Object.assign(api.wishes, { released: 4, demo: true, version: 1, concealed: false });
    });
    afterEach(async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
    });

    async function inTeams(wishes: Omit<HostWishes, 'url'> & { readonly place: string }): Promise<OpenTab> {
      return openInTeams(browser, { ...wishes, url: `${api.url}${wishes.place}` }, (page) => {
        hearComplaints(page, complaints);
      });
    }

    /** Wears this theme, until nothing changes its colour any more. */
    async function wear({ tab, changeTheme }: OpenTab, theme: string): Promise<void> {
      await changeTheme(theme);
      await tab.locator(`.look-${theme}`).waitFor();
      await tab.locator('html').evaluate(() =>
        Promise.allSettled(
          document
            .getAnimations()
            .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
            .map(({ finished }) => finished),
        ).then(() => undefined),
      );
    }

    async function widen(page: Page, width: number): Promise<void> {
      await page.setViewportSize({ width, height: 900 });
      // The frame hears of it a moment after the page around it.
      const [, frame = page.mainFrame()] = page.frames();
      await frame.waitForFunction((wanted) => innerWidth === wanted, width);
    }

    async function expectNotWider(tab: FrameLocator, width: number, what: string): Promise<void> {
      const [wide, room] = await tab.locator('html').evaluate((html) => [html.scrollWidth, html.clientWidth]);
      expect(wide, `${what} ${String(width)}`).toBe(room);
      expect(room, `${what} ${String(width)}`).toBeLessThanOrEqual(width);
    }

    async function expectClean(page: Page, what: string): Promise<void> {
      const [, frame = page.mainFrame()] = page.frames();
      expect(await axeFinds(frame), what).toEqual([]);
    }

    /** In every theme no wider than the screen; and clean in those of these themes. */
    async function expectInThemes(open: OpenTab, width: number, what: string, clean: readonly string[]): Promise<void> {
      for (const theme of THEMES) {
        await wear(open, theme);
        await expectNotWider(open.tab, width, `${what} ${theme}`);
        if (clean.includes(theme)) await expectClean(open.page, `${what} ${theme} ${String(width)}`);
      }
    }

    it.each([
      ['nb', 'nb-no', 'default'],
      ['en', 'en-us', 'contrast'],
    ] as const)(
      'shows three screens in %s, clean in each theme and never wider than the screen, wide or narrow',
      async (language, locale, theme) => {
        const words = language === 'nb' ? nb : en;
        const network = pictureWords(language).network;
        const open = await inTeams({ theme, width: WIDE, locale, place: '/overview' });
        const { page, tab } = open;
        await tab.locator(`.look-${theme}`).waitFor();
        const titles = { overview: /Teknisk og eiendom/, unit: words.unit.chooseTitle, about: words.about.title };
        for (const screen of ['overview', 'unit', 'about'] as const) {
          await tab.getByRole('link', { name: words.screens[screen], exact: true }).click();
          await tab.getByRole('heading', { level: 1, name: titles[screen] }).waitFor();
          if (screen === 'unit') {
            await tab.getByLabel(words.unit.choose).selectOption({ label: 'Skoleområde vest (150)' });
            await tab.getByRole('heading', { level: 1, name: 'Skoleområde vest' }).waitFor();
          }
          // On a wide screen the network is looked at, on a narrow one the chart that it comes from.
          if (screen === 'overview') await tab.getByRole('button', { name: network.toNetwork }).click();
          // What axe looks at does not depend on the language, nor do colours on the width.
          await expectInThemes(open, WIDE, screen, language === 'nb' ? THEMES : []);
          await widen(page, NARROW);
          if (screen === 'overview') await tab.getByRole('button', { name: network.toChart }).click();
          await openParts(tab);
          await expectInThemes(open, NARROW, screen, language === 'nb' ? ['default'] : []);
          await widen(page, WIDE);
        }
        expect(await tab.locator('html').getAttribute('lang')).toBe(language);
        expect(complaints).toEqual([]);
      },
    );

    it('shows bridges, adoption and the journey in high contrast, clean', async () => {
      const open = await inTeams({
        theme: 'contrast',
        width: WIDE,
        locale: 'nb-no',
        place: '/#/bridges?period=2026-Q2',
      });
      const { page, tab } = open;
      for (const [screen, last] of [
        ['bridges', '#steps-title'],
        ['adoption', '#reports-title'],
        ['journey', '#council-paper-title'],
      ] as const) {
        if (screen !== 'bridges') await tab.getByRole('link', { name: nb.screens[screen], exact: true }).click();
        await tab.locator(last).waitFor();
        await page.waitForLoadState('networkidle');
        await expectClean(page, screen);
      }
      expect(complaints).toEqual([]);
    });

    it('shows what carries contact in the quarter that has it, as a picture and a table, and says so of the others', async () => {
      const open = await inTeams({ theme: 'dark', width: WIDE, locale: 'nb-no', place: '/#/adoption?period=2026-Q2' });
      const { page, tab } = open;
      const part = tab.getByRole('region', { name: nb.overview.channelsTitle });
      for (const width of [WIDE, NARROW]) {
        await widen(page, width);
        await openParts(tab);
        await part.getByRole('gridcell').filter({ hasText: nb.columns.teamsMostly }).first().scrollIntoViewIfNeeded();
        expect(await part.getByRole('gridcell').count()).toBe(18);
        // Too few mailboxes: hatched in all three, and never a zero.
        expect(await part.getByRole('gridcell').filter({ hasText: nb.figures.withheldMark }).count()).toBe(3);
        await expectInThemes(open, width, 'channels', width === WIDE ? THEMES : ['default']);
      }
      await part.getByRole('button', { name: nb.asTable }).click();
      for (const width of [NARROW, WIDE]) {
        await widen(page, width);
        expect(await part.getByRole('columnheader').allInnerTexts()).toEqual([
          ...[nb.overview.divisionColumn, nb.overview.headsColumn],
          ...[nb.columns.mailMostly, nb.columns.mixed, nb.columns.teamsMostly],
        ]);
      }
      await tab.getByLabel(nb.overview.choosePeriod).selectOption('2026-Q3');
      for (const width of [WIDE, NARROW]) {
        await widen(page, width);
        await part.getByText(nb.overview.noChannels).waitFor();
        expect(await part.getByRole('gridcell').count()).toBe(0);
      }
      expect(complaints).toEqual([]);
    });

    it.each([
      ['nb', 'nb-no', WIDE, THEMES],
      ['en', 'en-us', NARROW, ['default']],
    ] as const)(
      'where reports conceal names, says so on two screens and before the first picture, in each theme, in %s',
      async (language, locale, width, clean) => {
        api.wishes.concealed = true;
        const words = language === 'nb' ? nb : en;
        const screens = [
          ['overview', 4],
          ['about', 4],
          ['overview', 0],
        ] as const;
        for (const [screen, released] of screens) {
          api.wishes.released = released;
          const open = await inTeams({ theme: 'contrast', width, locale, place: `/#/${screen}` });
          const { tab } = open;
          await tab.getByRole('heading', { name: words.concealed.title }).waitFor();
          // The widest things come with answers of their own, after the rest is drawn.
          const own = screen === 'about' ? '#about-run' : released === 0 ? '.run-sources' : '.exact-mark';
          await tab.locator(own).waitFor({ state: 'attached' });
          await openParts(tab);
          const exact = tab.getByText(words.organisation.exact);
          if (screen === 'overview') await exact.waitFor();
          else expect(await exact.count()).toBe(0);
          if (screen === 'about' || released === 0) await tab.getByRole('table', { name: words.run.caption }).waitFor();
          await expectInThemes(open, width, `${screen} ${String(released)}`, clean);
          await open.page.context().close();
        }
        expect(complaints).toEqual([]);
      },
    );

    // A leader on a telephone: the headline, one picture, and a line for each of the rest.
    it('is short on a telephone until a part is asked for, and says on each heading what is folded under it', async () => {
      const open = await inTeams({ theme: 'default', width: NARROW, locale: 'nb-no', place: '/#/overview' });
      const { page, tab } = open;
      const [, frame = page.mainFrame()] = page.frames();
      for (const [place, parts] of [
        ['overview', 5],
        ['bridges?period=2026-Q2', 6],
        ['adoption?period=2026-Q2', 9],
        ['journey', 8],
        ['unit/skoleområde-vest', 5],
        ['about', 10],
      ] as const) {
        await frame.evaluate((hash) => {
          location.hash = hash;
        }, `#/${place}`);
        await tab.locator('.waiting').waitFor({ state: 'detached' });
        await tab
          .locator('.part-switch')
          .nth(parts - 1)
          .waitFor();
        await page.waitForLoadState('networkidle');
        const [tall, ungisted] = await tab
          .locator('html')
          .evaluate((html) => [
            html.scrollHeight,
            [...html.querySelectorAll('.part:not(.part-within) > .part-head .part-switch[aria-expanded=false]')]
              .filter((one) => one.getAttribute('aria-describedby') === null)
              .map((one) => one.textContent),
          ]);
        expect(tall, place).toBeLessThanOrEqual(MOST_PX);
        // The page about the data is read by its headings.
        if (place !== 'about') expect(ungisted, place).toEqual([]);
        if (place.startsWith('adoption')) {
          // A share of people is never said without its interval, but where Microsoft counted it exactly.
          const gists = await tab.locator('.part-gist').allInnerTexts();
          const bare = gists.filter((gist) => /\d\s%(?! \()/.test(gist) && !gist.includes(nb.organisation.exact));
          expect(bare).toEqual([]);
        }
        if (place === 'overview') await expectClean(page, 'folded');
        await openParts(tab);
        expect(await tab.locator('.part-body[hidden]').count(), place).toBe(0);
        for (const width of [320, NARROW]) {
          await widen(page, width);
          await expectNotWider(tab, width, place);
          const cut = await tab
            .locator('.table-frame')
            .evaluateAll((frames) =>
              frames.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.ariaLabel),
            );
          expect(cut, `${place} ${String(width)}`).toEqual([]);
        }
      }
      expect(complaints).toEqual([]);
    });
  },
);
