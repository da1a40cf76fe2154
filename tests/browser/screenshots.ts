import { mkdir } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { buildTabIfChanged, TAB_FOLDER } from '../../connector/tab-build.ts';
import { findChromium, HOW_TO_GET_CHROMIUM, startChromium } from './chromium.ts';
import { type FakeApi, startFakeApi } from './fake-api.ts';
import { openInTeams } from './teams-host.ts';

const FOLDER = fileURLToPath(new URL('./screenshots/', import.meta.url));
const README_PICTURE = fileURLToPath(new URL('../../docs/overview.png', import.meta.url));
const PLACES = { overview: '/', unit: '/#/unit/skoleområde-vest', about: '/#/about' };
const THEMES = ['default', 'dark', 'contrast'];
const LANGUAGES = ['nb', 'en'];
const WIDTHS = [1280, 400];

/** Writes a picture of every screen in every theme, language and width, and of the doors; `only` narrows by name. */
async function takeAll(executablePath: string, only: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await buildTabIfChanged();
  const api = await startFakeApi(TAB_FOLDER);
  const browser = await startChromium(executablePath);
  for (const width of WIDTHS)
    for (const language of LANGUAGES)
      for (const theme of THEMES)
        for (const [name, place] of Object.entries(PLACES)) {
          const file = `${name}-${theme}-${width}-${language}.png`;
          if (!file.includes(only)) continue;
          const { page, tab } = await openInTeams(browser, { url: api.url + place, theme, locale: language, width });
          await tab.getByRole('heading', { level: 1 }).waitFor();
          await tab.locator('.part').first().waitFor();
          await page.setViewportSize({
            width,
            height: await tab.locator('html').evaluate((html) => html.scrollHeight),
          });
          await tab.locator('html').evaluate(twoFrames);
          await page.screenshot({ path: FOLDER + file });
          await page.context().close();
        }
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'nb-NO' });
  if (only === '' || only.includes('door')) await takeDoors(page, api);
  await browser.close();
  await api.close();
}

/** Once what was asked for has been drawn; runs in the tab. */
function twoFrames(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100))));
}

async function takeDoors(page: Page, api: FakeApi): Promise<void> {
  const take = async (name: string): Promise<void> => {
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.screenshot({ path: `${FOLDER}${name}.png` });
  };
  await page.goto(api.url);
  await take('door-demo');
  api.wishes.released = 0;
  await page.getByRole('button', { name: 'Leder' }).click();
  await page.getByRole('progressbar').waitFor();
  await take('door-first-picture');
  api.wishes.refuse.set('/api/me', 503);
  await page.reload();
  await page.getByRole('button', { name: 'Prøv igjen' }).waitFor();
  await take('door-broken');
  api.wishes.refuse.clear();
  api.wishes.released = 4;
  api.wishes.demo = false;
  await page.reload();
  await take('door-open-in-teams');
}

/** The picture on the README: the top of the overview of a demo that has released its quarters and runs at `url`. */
async function takeForReadme(executablePath: string, url: string): Promise<void> {
  const browser = await startChromium(executablePath);
  const page = await browser.newPage({ viewport: { width: 1280, height: 3200 }, locale: 'nb-NO' });
  await page.goto(url);
  await page.getByRole('button', { name: 'Leder' }).click();
  await page.getByRole('grid').first().waitFor();
  await page.mouse.move(0, 0);
  await page.evaluate(twoFrames);
  await page.screenshot({ path: README_PICTURE, clip: { x: 0, y: 0, width: 1280, height: 1400 } });
  await browser.close();
}

// `screenshots http://localhost:8484` takes the README's picture of a running demo; `screenshots unit` those with this in their name.
const chromium = findChromium();
const [, , wish = ''] = process.argv;
if (chromium === undefined) console.error(HOW_TO_GET_CHROMIUM);
else await (wish.startsWith('http') ? takeForReadme(chromium, wish) : takeAll(chromium, wish));
