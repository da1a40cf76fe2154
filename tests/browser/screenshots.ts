import { mkdir, readdir, rm } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { buildTabIfChanged, TAB_FOLDER } from '../../connector/tab-build.ts';
import { LANGUAGES, type Language } from '../../teams-app/words/language.ts';
import { findChromium, HOW_TO_GET_CHROMIUM, startChromium } from './chromium.ts';
import { contactSheets } from './contact-sheets.ts';
import { startFakeApi } from './fake-api.ts';
import { startEmpty, startPeopled } from './peopled-server.ts';
import {
  firstScreens,
  inventedGroups,
  LOCALES,
  officersScreens,
  type Shown,
  THEMES,
  type Where,
} from './shown-screens.ts';
import { openInTeams } from './teams-host.ts';

const FOLDER = fileURLToPath(new URL('./screenshots/', import.meta.url));
const README_PICTURE = fileURLToPath(new URL('../../docs/overview.png', import.meta.url));
const WIDTHS = [1280, 400];
const AT_ONCE = 2;
const EVERYTHING = '.';
/** What stands while an answer is on its way, and what a picture must therefore not hold. */
const UNDER_WAY = '.waiting, .fui-Skeleton, [aria-busy=true]';

/** Writes a picture of every screen in every theme, language and width; `only` narrows by the files' names. */
async function takeAll(executablePath: string, only: RegExp): Promise<void> {
  const began = Date.now();
  if (only.source === EVERYTHING) await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  await buildTabIfChanged();
  const browser = await startChromium(executablePath);
  const taken = [
    ...(await takeOfInvented(browser, only)),
    ...(await takeInOffice(browser, only)),
    ...(await takeOfNothing(browser, only)),
  ];
  await contactSheets(browser, FOLDER, taken);
  await browser.close();
  for (const file of taken.toSorted()) console.log(file);
  console.log(
    `${taken.length} pictures in ${Math.round((Date.now() - began) / 1000)} s, and sheets of them in ${FOLDER}`,
  );
}

async function takeOfInvented(browser: Browser, only: RegExp): Promise<string[]> {
  const api = await startFakeApi(TAB_FOLDER);
  const usual = { ...api.wishes };
  const taken: string[] = [];
  for (const { wishes, screens } of inventedGroups(api)) {
    Object.assign(api.wishes, usual, wishes);
    taken.push(...(await take(browser, screens, only)));
  }
  await api.close();
  return taken;
}

async function takeInOffice(browser: Browser, only: RegExp): Promise<string[]> {
  const peopled = await startPeopled();
  const taken = await take(browser, await officersScreens(peopled), only);
  await peopled.close();
  return taken;
}

async function takeOfNothing(browser: Browser, only: RegExp): Promise<string[]> {
  const taken: string[] = [];
  for (const stage of ['pilot', 'production'] as const) {
    const empty = await startEmpty(stage);
    taken.push(...(await take(browser, await firstScreens(empty, stage), only)));
    await empty.close();
  }
  return taken;
}

/** One screen in one language and at one width; its themes follow each other in the same page. */
interface Sitting {
  readonly shown: Shown;
  readonly width: number;
  readonly language: Language;
  readonly files: readonly (readonly [theme: string, file: string])[];
}

async function take(browser: Browser, screens: readonly Shown[], only: RegExp): Promise<string[]> {
  const sittings = WIDTHS.flatMap((width) =>
    LANGUAGES.flatMap((language) =>
      screens.map((shown): Sitting => {
        const files = (shown.themes ?? THEMES).map(
          (theme) => [theme, `${shown.name}-${theme}-${String(width)}-${language}.png`] as const,
        );
        return { shown, width, language, files: files.filter(([, file]) => only.test(file)) };
      }),
    ),
  ).filter(({ files }) => files.length > 0);
  const queue = sittings.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const sitting of queue)
        await (sitting.shown.host === null ? sitOutside(browser, sitting) : sitInTeams(browser, sitting));
    }),
  );
  return sittings.flatMap(({ files }) => files.map(([, file]) => file));
}

async function sitInTeams(browser: Browser, { shown, width, language, files }: Sitting): Promise<void> {
  const [[theme] = ['default']] = files;
  const { url, token, host, before } = shown;
  const wishes = { url, theme, locale: LOCALES[language], width, ...(token !== undefined && { token }), ...host };
  const { page, tab, changeTheme } = await openInTeams(browser, wishes, before);
  const height = (): Promise<number> => tab.locator('html').evaluate((html) => html.scrollHeight);
  await ready(tab, page, shown);
  for (const [theme, file] of files) {
    await changeTheme(theme);
    await page.setViewportSize({ width, height: Math.max(900, await height()) });
    await picture(tab, page, file);
  }
  await page.context().close();
}

/** As a page of its own, where the system says how it shall look. */
async function sitOutside(browser: Browser, { shown, width, language, files }: Sitting): Promise<void> {
  for (const [theme, file] of files) {
    const context: BrowserContext = await browser.newContext({
      locale: LOCALES[language],
      viewport: { width, height: 900 },
      colorScheme: theme === 'dark' ? 'dark' : 'light',
      forcedColors: theme === 'contrast' ? 'active' : 'none',
    });
    const page = await context.newPage();
    await page.goto(shown.url);
    await ready(page, page, shown);
    await picture(page, page, file);
    await context.close();
  }
}

async function ready(tab: Where, page: Page, { name, drawn, first }: Shown): Promise<void> {
  try {
    await tab.locator('h1').first().waitFor();
    await tab.locator(drawn).first().waitFor();
    await nothingUnderWay(tab);
    await first?.(tab, page);
    await nothingUnderWay(tab);
  } catch (error) {
    throw new Error(`${name}: what the picture is of never came.`, { cause: error });
  }
}

/** @throws where something is still on its way when patience ends: such a picture would be of nothing */
async function nothingUnderWay(tab: Where): Promise<void> {
  await tab.locator('html').evaluate(untilStill);
  for (let left = await tab.locator(UNDER_WAY).count(); left > 0; left = await tab.locator(UNDER_WAY).count())
    await tab.locator(UNDER_WAY).first().waitFor({ state: 'detached' });
}

async function picture(tab: Where, page: Page, file: string): Promise<void> {
  await page.mouse.move(0, 0);
  await tab.locator('html').evaluate(untilStill);
  const left = await tab.locator(UNDER_WAY).count();
  if (left > 0) throw new Error(`${file}: something is still on its way.`);
  await page.screenshot({ path: FOLDER + file });
}

/** Once nothing is asked for and nothing moves any more; runs in the tab. */
async function untilStill(): Promise<void> {
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const asked = (): number => performance.getEntriesByType('resource').length;
  await document.fonts.ready;
  for (let still = 0, before = asked(); still < 6; before = asked()) {
    await frame();
    const moves = document.getAnimations().some(({ playState }) => playState === 'running');
    still = moves || asked() !== before ? 0 : still + 1;
  }
}

/** The picture on the README: the top of the overview of a demo that has released its quarters and runs at `url`. */
async function takeForReadme(executablePath: string, url: string): Promise<void> {
  const browser = await startChromium(executablePath);
  const page = await browser.newPage({ viewport: { width: 1280, height: 3200 }, locale: 'nb-NO' });
  await page.goto(url);
  await page.getByRole('button', { name: 'Leder' }).click();
  await page.getByRole('grid').first().waitFor();
  await page.mouse.move(0, 0);
  await page.evaluate(untilStill);
  await page.screenshot({ path: README_PICTURE, clip: { x: 0, y: 0, width: 1280, height: 1400 } });
  await browser.close();
}

async function sheetsAlone(executablePath: string): Promise<void> {
  const browser = await startChromium(executablePath);
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.png') && !name.startsWith('sheet-'));
  await contactSheets(browser, FOLDER, files);
  await browser.close();
}

// `screenshots unit` takes those whose files' names this expression fits, `screenshots sheets` makes the sheets of what is there anew, and
// `screenshots http://localhost:8484` takes the README's picture of a running demo.
const chromium = findChromium();
const [, , wish = ''] = process.argv;
if (chromium === undefined) console.error(HOW_TO_GET_CHROMIUM);
else if (wish === 'sheets') await sheetsAlone(chromium);
else
  await (wish.startsWith('http')
    ? takeForReadme(chromium, wish)
    : takeAll(chromium, new RegExp(wish === '' ? EVERYTHING : wish)));
