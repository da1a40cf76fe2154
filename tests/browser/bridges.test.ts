import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildTabIfChanged, TAB_FOLDER } from '../../connector/tab-build.ts';
import { bridgesWords } from '../../teams-app/words/bridges-words.ts';
import { nb } from '../../teams-app/words/nb.ts';
import { axeFinds } from './accessibility.ts';
import { findChromium, HOW_TO_GET_CHROMIUM, startChromium } from './chromium.ts';
import { comeIn } from './come-in.ts';
import { type FakeApi, startFakeApi } from './fake-api.ts';
import { openParts } from './opened-parts.ts';

const chromium = findChromium();
if (chromium === undefined) console.warn(HOW_TO_GET_CHROMIUM);

const MINUTE = 60_000;
const words = bridgesWords('nb');

// Once more where a busy machine was too slow for a browser; what is wrong fails twice.
describe.skipIf(chromium === undefined)('bridges in a real browser', { retry: 1 }, () => {
  let browser: Browser;
  let api: FakeApi;

  beforeAll(async () => {
    await buildTabIfChanged();
    [browser, api] = await Promise.all([startChromium(chromium ?? ''), startFakeApi(TAB_FOLDER)]);
  }, MINUTE);
  afterAll(async () => {
    await browser.close();
    await api.close();
  });
  beforeEach(() => {
    api.wishes.released = 4;
  });

  async function bridges(place: string, width: number, colorScheme: 'dark' | 'light'): Promise<Page> {
    const context = await browser.newContext({ locale: 'nb-NO', colorScheme, viewport: { width, height: 900 } });
    return comeIn(await context.newPage(), api.url + place, 'Leader');
  }

  it.each([
    ['dark', 400],
    ['light', 1280],
  ] as const)(
    'shows bridges, thin ones and structural tables, %s at %i pixels, clean and never wider than the screen',
    async (colors, width) => {
      const page = await bridges('/#/bridges?period=2026-Q2', width, colors);
      const compared = page.locator('section:has(#compare-title)');
      await compared.locator('.picture-frame').waitFor({ state: 'attached' });
      await openParts(page);
      await compared
        .locator(width < 760 ? '.fold' : '.compare-pair')
        .first()
        .waitFor();
      for (const title of [words.spread.title, words.thin.title, words.brokerage.title, words.steps.title])
        expect(await page.getByRole('heading', { name: title, exact: true }).count()).toBe(1);
      expect(await axeFinds(page.mainFrame())).toEqual([]);
      expect(await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBeLessThanOrEqual(0);
      await page.context().close();
    },
    MINUTE,
  );

  it(
    'is folded by division where the page is narrow, also at 320 pixels and 200 % zoom, and unfolds by keyboard',
    async () => {
      const page = await bridges('/#/bridges?period=2026-Q2', 400, 'light');
      const compared = page.locator('section', { has: page.locator('#compare-title') });
      await compared.locator('.fold').first().waitFor({ state: 'attached' });
      await openParts(page);
      // 28,000 pixels and more were it not.
      expect(await page.locator('html').evaluate((html) => html.scrollHeight)).toBeLessThan(16_000);
      const reach = page.locator('section', { has: page.locator('#reach-title') });
      const second = reach.locator('.fold').nth(1);
      expect(await second.evaluate((fold: HTMLDetailsElement) => fold.open)).toBe(false);
      await second.locator('summary').first().focus();
      await page.keyboard.press('Enter');
      const card = second.locator('.row-card').first();
      // The three largest that are sure stand first, and the rest is one more key away.
      expect(await card.locator('> .row-figures .cell-number').count()).toBe(3);
      await card.locator('.fold-rest summary').focus();
      await page.keyboard.press('Enter');
      expect(await card.locator('.fold-rest[open] li').count()).toBe(3);
      // Both periods stand under each other, figure by figure.
      const pair = compared.locator('.fold').first().locator('.row-figures > li').first();
      expect(await pair.locator('.cell-column').allTextContents()).toEqual([
        '2.\u00a0kv.\u00a026',
        '3.\u00a0kv.\u00a026',
      ]);
      for (const width of [320, 640]) {
        await page.setViewportSize({ width, height: 900 });
        const over = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
        expect(over, `${width} pixels`).toBeLessThanOrEqual(0);
      }
      await page.context().close();
    },
    MINUTE,
  );

  it(
    'a folded part says its figure, opens and closes by keys, stays as it was left, and is opened by an address that points at it',
    async () => {
      const page = await bridges('/#/bridges?period=2026-Q2', 400, 'light');
      const part = page.getByRole('region', { name: words.thin.title, exact: true });
      const toggle = part.getByRole('button', { name: words.thin.title, exact: true });
      const lead = part.locator('.part-lead').first();
      await toggle.focus();
      expect(await toggle.getAttribute('aria-expanded')).toBe('false');
      const told = await toggle.getAttribute('aria-describedby');
      expect(await page.locator(`[id="${told ?? ''}"]`).innerText()).toMatch(/^\d+ av \d+ par/);
      expect(await lead.isVisible()).toBe(false);
      // What is folded cannot be reached by keys: the next stop is the next part's heading.
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('part-switch');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      expect(await lead.isVisible()).toBe(true);
      await page.keyboard.press('Space');
      expect(await lead.isVisible()).toBe(false);
      await page.keyboard.press('Enter');
      // A search in the page that finds a folded word says so before it shows it.
      const reach = page.getByRole('region', { name: nb.overview.reachTitle, exact: true });
      await reach.locator('.part-body').dispatchEvent('beforematch');
      expect(
        await reach.getByRole('button', { name: nb.overview.reachTitle }).first().getAttribute('aria-expanded'),
      ).toBe('true');
      // On paper everything is there, also what is folded.
      await page.emulateMedia({ media: 'print' });
      const hidden = page.locator('.part-body[hidden] .part-lead');
      expect(await hidden.count()).toBeGreaterThan(2);
      for (const one of await hidden.all()) expect(await one.isVisible()).toBe(true);
      await page.emulateMedia({ media: 'screen' });
      // To a wide page and back, and to another screen and back: it stands as it was left.
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.locator('.compare-pair').waitFor();
      expect(await page.locator('.part-switch').count()).toBe(0);
      await page.setViewportSize({ width: 400, height: 900 });
      await page.getByRole('link', { name: nb.screens.unit, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: nb.unit.chooseTitle }).waitFor();
      const compared = page.getByRole('region', { name: words.compare.title, exact: true });
      await page.goto(`${api.url}/#/bridges?period=2026-Q2&section=compare`);
      await compared.locator('.picture-frame').waitFor();
      expect(await compared.evaluate((section) => section.contains(document.activeElement))).toBe(true);
      expect(await compared.evaluate((section) => section.getBoundingClientRect().top < innerHeight)).toBe(true);
      expect(await lead.isVisible()).toBe(true);
      await page.context().close();
    },
    MINUTE,
  );

  it(
    'says who decides where a structural table is off, and lays two chosen periods in the same places',
    async () => {
      const page = await bridges('/#/bridges', 1280, 'light');
      expect(await page.locator('section:has(#brokerage-title) .part-lead').innerText()).toContain(
        'Personvernansvarlig',
      );
      await page.locator('.compare-choices select').first().selectOption('2025-Q4');
      await page.getByRole('heading', { name: /Fast kontakt, 4\.\skvartal 2025/ }).waitFor();
      // The address keeps the choice, and brings whoever gets it to the same two.
      expect(page.url()).toMatch(/#\/bridges\?earlier=2025-Q4&later=/);
      await page.reload();
      await page.getByRole('heading', { name: /Fast kontakt, 4\.\skvartal 2025/ }).waitFor();
      const tops = await page
        .locator('.compare-pair > div')
        .evaluateAll((sides) =>
          sides.map((side) => [...side.querySelectorAll('[role=row]')].map((row) => row.getBoundingClientRect().top)),
        );
      expect(tops[0]).toEqual(tops[1]);
      expect(await page.locator('.compare-pair > div').first().locator('.cell-mark').count()).toBe(0);
      expect(await page.locator('.compare-pair > div').last().locator('.cell-mark').count()).toBeGreaterThan(0);
      await page.context().close();
    },
    MINUTE,
  );

  it(
    'with one released period asks for nothing to compare',
    async () => {
      api.wishes.released = 1;
      const page = await bridges('/#/bridges', 400, 'light');
      await openParts(page);
      await page.getByText(words.compare.one).waitFor();
      expect(api.asked.filter(({ path }) => path.startsWith('/api/compared?earlier=undefined'))).toEqual([]);
      await page.context().close();
    },
    MINUTE,
  );
});
