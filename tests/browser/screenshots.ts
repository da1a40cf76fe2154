import { mkdir } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { buildTabIfChanged, TAB_FOLDER } from '../../connector/tab-build.ts';
import { findChromium, HOW_TO_GET_CHROMIUM, startChromium } from './chromium.ts';
import { type FakeApi, startFakeApi } from './fake-api.ts';
import { type Looking, type PeopledServer, startEmpty, startPeopled } from './peopled-server.ts';
import { openInTeams } from './teams-host.ts';

const FOLDER = fileURLToPath(new URL('./screenshots/', import.meta.url));
const README_PICTURE = fileURLToPath(new URL('../../docs/overview.png', import.meta.url));
const THEMES = ['default', 'dark', 'contrast'];
const LANGUAGES = ['nb', 'en'];
const WIDTHS = [1280, 400];

/** One screen as somebody meets it. */
interface Shown {
  readonly name: string;
  readonly url: string;
  /** What must be there before the picture is taken. */
  readonly drawn: string;
  readonly token?: string;
  /** What is done first. */
  readonly first?: (tab: FrameLocator) => Promise<void>;
}

/** Writes a picture of every screen in every theme, language and width, and of the doors; `only` narrows by name. */
async function takeAll(executablePath: string, only: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await buildTabIfChanged();
  const browser = await startChromium(executablePath);
  await takeOfInvented(browser, only);
  const peopled = await startPeopled();
  await take(browser, await officersScreens(peopled), only);
  await peopled.close();
  for (const stage of ['pilot', 'production'] as const) {
    const empty = await startEmpty(stage);
    await take(browser, await firstScreens(empty, stage), only);
    await empty.close();
  }
  await browser.close();
}

/** What leaders see, over invented answers: released, on its way, and where reports conceal names. */
async function takeOfInvented(browser: Browser, only: string): Promise<void> {
  const api = await startFakeApi(TAB_FOLDER);
  const at = (name: string, place: string, drawn = '.part'): Shown => ({ name, url: api.url + place, drawn });
  const screens = [
    at('overview', '/'),
    at('bridges', '/#/bridges', '.compare-pair'),
    at('bridges-structural', '/#/bridges?period=2026-Q2', '.compare-pair'),
    at('adoption', '/#/adoption', '#reports-title'),
    at('journey', '/#/journey', '#peers-title ~ .table-and-file'),
    at('unit', '/#/unit/skoleområde-vest'),
    at('about', '/#/about'),
  ];
  await take(browser, screens, only);
  api.wishes.concealed = true;
  await take(browser, [at('concealed-overview', '/'), at('concealed-about', '/#/about', '.concealed')], only);
  api.wishes.released = 0;
  await take(browser, [at('concealed-first', '/', '.concealed')], only);
  api.wishes.concealed = false;
  await take(browser, [at('first', '/')], only);
  api.wishes.released = 4;
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'nb-NO' });
  if (only === '' || only.includes('door')) await takeDoors(page, api);
  await api.close();
}

/** What those in office and an employee see, over the real server. */
async function officersScreens({ url, tokenOf }: PeopledServer): Promise<Shown[]> {
  const as = async (who: Looking, name: string, place: string, rest: Partial<Shown> = {}): Promise<Shown> => ({
    ...{ name, url: `${url}/#/${place}`, drawn: '.part', token: await tokenOf(who), ...rest },
  });
  return [
    await as('DataProtectionOfficer', 'watch', 'office/watch', { drawn: '#office-on .document' }),
    await as('DataProtectionOfficer', 'watch-open', 'office/watch', { drawn: '#office-gates td', first: openPair }),
    await as('DataProtectionOfficer', 'documents', 'office/watch', { drawn: '#office-gates td', first: openDpia }),
    await as('DataProtectionOfficer', 'scope', 'office/scope'),
    await as('Approver', 'scope-approver', 'office/scope'),
    await as('PrivacyOfficer', 'scope-form', 'office/scope', { first: openForm }),
    await as('PrivacyOfficer', 'gates', 'office/gates'),
    await as('EmployeeRepresentative', 'protected', 'office/protected', { drawn: 'form' }),
    await as('Employee', 'me', 'me', { drawn: '[id^=me-scope]' }),
    await as('Employee', 'me-sure', 'me', {
      drawn: '[id^=me-scope]',
      first: (tab) => tab.locator('#me-choice ~ .me-buttons button').first().click(),
    }),
    await as('Leader', 'me-nothing', 'me', { drawn: '#me-choice' }),
  ];
}

async function openPair(tab: FrameLocator): Promise<void> {
  await tab.locator('#office-fields summary').first().click();
  await tab.locator('#office-fields details button').first().click();
  await tab.locator('.office-pair').waitFor();
}

async function openDpia(tab: FrameLocator): Promise<void> {
  await tab.locator('select').first().selectOption('dpia');
  await tab.locator('.document-download').last().waitFor();
}

async function openForm(tab: FrameLocator): Promise<void> {
  await tab.locator('button[aria-expanded]').first().click();
  await tab.locator('form').first().waitFor();
}

/** A server of which nothing is decided yet. */
async function firstScreens({ url, tokenOf }: PeopledServer, stage: string): Promise<Shown[]> {
  const as = async (who: Looking, what: string, place: string, drawn: string): Promise<Shown> => ({
    ...{ name: `empty-${stage}-${what}`, url: `${url}/#/${place}`, drawn, token: await tokenOf(who) },
  });
  return [
    await as('Leader', 'overview', 'overview', '.part'),
    await as('Leader', 'unit', 'unit', 'h1'),
    await as('Leader', 'about', 'about', '.part'),
    await as('PrivacyOfficer', 'scope', 'office/scope', '.part'),
    await as('PrivacyOfficer', 'gates', 'office/gates', '.part'),
    await as('DataProtectionOfficer', 'watch', 'office/watch', '#office-gates td'),
    await as('EmployeeRepresentative', 'protected', 'office/protected', 'form'),
    await as('Employee', 'me', 'me', '#me-choice'),
  ];
}

async function take(browser: Browser, screens: readonly Shown[], only: string): Promise<void> {
  for (const width of WIDTHS)
    for (const language of LANGUAGES)
      for (const theme of THEMES)
        for (const { name, url, drawn, token, first } of screens) {
          const file = `${name}-${theme}-${String(width)}-${language}.png`;
          if (!file.includes(only)) continue;
          const wishes = { url, theme, locale: language, width, ...(token !== undefined && { token }) };
          const { page, tab } = await openInTeams(browser, wishes);
          await tab.getByRole('heading', { level: 1 }).waitFor();
          await tab.locator(drawn).first().waitFor();
          await first?.(tab);
          await page.setViewportSize({
            width,
            height: await tab.locator('html').evaluate((html) => html.scrollHeight),
          });
          await tab.locator('html').evaluate(twoFrames);
          await page.screenshot({ path: FOLDER + file });
          await page.context().close();
        }
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
