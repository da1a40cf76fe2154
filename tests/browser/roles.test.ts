import type { Browser, BrowserContext, Frame, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoRole } from '../../connector/api/enter-demo.ts';
import { buildTabIfChanged } from '../../connector/tab-build.ts';
import type { ScreenName } from '../../teams-app/route.ts';
import { nb } from '../../teams-app/words/nb.ts';
import { nb as office } from '../../teams-app/words/office/nb.ts';
import { axeFinds } from './accessibility.ts';
import { findChromium, HOW_TO_GET_CHROMIUM, startChromium } from './chromium.ts';
import { comeIn } from './come-in.ts';
import { hearComplaints } from './heard-complaints.ts';
import { openParts } from './opened-parts.ts';
import { type PeopledServer, startPeopled } from './peopled-server.ts';
import { openInTeams } from './teams-host.ts';

const chromium = findChromium();
if (chromium === undefined) console.warn(HOW_TO_GET_CHROMIUM);

const MINUTE = 60_000;
const FIGURES = ['overview', 'bridges', 'adoption', 'journey', 'unit'] as const;

/** The menu of each role, in its order: no door that is locked, and none missing (design D7). */
const MENUS: Readonly<Record<DemoRole, readonly ScreenName[]>> = {
  Leader: [...FIGURES, 'me', 'about'],
  LaunchOwner: [...FIGURES, 'me', 'about'],
  PrivacyOfficer: [...FIGURES, 'me', 'about', 'office'],
  Approver: [...FIGURES, 'me', 'about', 'office'],
  DataProtectionOfficer: [...FIGURES, 'me', 'about', 'office'],
  EmployeeRepresentative: [...FIGURES, 'me', 'about', 'office'],
  Administrator: ['install', 'me', 'about'],
  Employee: ['me', 'about'],
};
/** One of each menu: leaders' two, and the three offices that have the same places, are walked with the mouse only. */
const BY_KEYBOARD = ['Leader', 'PrivacyOfficer', 'EmployeeRepresentative', 'Administrator', 'Employee'] as const;
/** Who looks at which screen in high contrast; the others, and light and dark, are looked at where each screen has its tests. */
const IN_CONTRAST: Partial<Readonly<Record<DemoRole, readonly ScreenName[]>>> = {
  Leader: ['me'],
  EmployeeRepresentative: ['office'],
  Administrator: ['install'],
};
const ROLES = Object.keys(MENUS).filter((role): role is DemoRole => role in MENUS);

describe.skipIf(chromium === undefined)('every screen as each role, over the real server', { retry: 1 }, () => {
  let browser: Browser;
  let server: PeopledServer;
  /** Of everybody who comes with the mouse: what one has loaded the next need not, and who one is stays with one's page. */
  let plain: BrowserContext;
  beforeAll(async () => {
    await buildTabIfChanged();
    [browser, server] = await Promise.all([startChromium(chromium ?? ''), startPeopled({ demo: true })]);
    // 320 points are what is left of 1280 enlarged to 400 per cent.
    plain = await browser.newContext({
      locale: 'nb-NO',
      viewport: { width: 320, height: 640 },
      reducedMotion: 'reduce',
    });
  }, MINUTE);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it.concurrent.each(BY_KEYBOARD)(
    'inside Teams in high contrast, by keyboard alone: %s',
    { timeout: 2 * MINUTE },
    async (role) => {
      const complaints: string[] = [];
      const wishes = { url: server.url, theme: 'contrast', token: await server.tokenOf(role) };
      const { page } = await openInTeams(browser, wishes, (page) => {
        hearComplaints(page, complaints);
      });
      const frame = tabOf(page);
      const isClean = async (screen: ScreenName, what: string): Promise<void> => {
        if (IN_CONTRAST[role]?.includes(screen) === true) expect(await axeFinds(frame), what).toEqual([]);
      };
      await drawn(frame);
      expect(await menuOf(frame)).toEqual(MENUS[role].map((screen) => nb.screens[screen]));
      // The first is there already.
      for (const screen of [...MENUS[role].slice(1), ...MENUS[role].slice(0, 1)]) {
        await tabTo(page, frame, nb.screens[screen]);
        await page.keyboard.press('Enter');
        await shows(frame, screen);
        // What was chosen comes next, not the menu once more.
        expect(await frame.evaluate(() => document.activeElement?.id), screen).toBe('content');
        await isClean(screen, screen);
      }
      if (MENUS[role].includes('office')) {
        await tabTo(page, frame, nb.screens.office);
        await page.keyboard.press('Enter');
        await shows(frame, 'office');
        for (const place of await officePlaces(frame)) {
          await tabTo(page, frame, place, '.office-places');
          await page.keyboard.press('Enter');
          await frame.locator(`.office-places [aria-current=page]:text-is("${place}")`).waitFor();
          await shows(frame, 'office');
          await isClean('office', place);
        }
      }
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it.concurrent.each(ROLES)(
    'as a page of its own, with the mouse, at 320 points: %s',
    { timeout: 2 * MINUTE },
    async (role) => {
      const complaints: string[] = [];
      const page = await plain.newPage();
      hearComplaints(page, complaints);
      await page.goto(server.url);
      await page.getByRole('button', { name: new RegExp(`^${nb.entry.roles[role].name}`) }).click();
      const frame = page.mainFrame();
      await drawn(frame);
      expect(await menuOf(frame)).toEqual(MENUS[role].map((screen) => nb.screens[screen]));
      for (const screen of MENUS[role]) {
        await page.getByRole('navigation').getByRole('link', { name: nb.screens[screen], exact: true }).click();
        await shows(frame, screen);
      }
      for (const place of await officePlaces(frame)) {
        await frame.locator('.office-places').getByRole('link', { name: place, exact: true }).click();
        await frame.locator(`.office-places [aria-current=page]:text-is("${place}")`).waitFor();
        await shows(frame, 'office');
      }
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  it('at 320 points what is to be decided stands open, and what is decided or behind it where it is asked for', async () => {
    const page = await plain.newPage();
    await comeIn(page, `${server.url}/#/office/scope`, 'Approver');
    const proposal = (number: string): Locator => page.getByRole('article', { name: office.scope.number(number) });
    const folded = (number: string): Promise<string[]> =>
      proposal(number).getByRole('button', { expanded: false }).allInnerTexts();
    await proposal('3').getByText(office.scope.states.protested, { exact: true }).waitFor();
    expect(await proposal('3').getByRole('heading', { level: 4 }).first().innerText()).toBe('Dette utvider');
    expect(await folded('3')).toEqual(['Hvilke rader hvert nivå gir, og hvor sikre tallene blir']);
    expect(await folded('1')).toEqual([office.scope.number('1')]);
    await page.evaluate(() => {
      location.hash = '#/office/scope?section=proposal-1';
    });
    await proposal('1').getByRole('heading', { level: 4, name: office.scope.history }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(office.scope.number('1'));
    expect(await axeFinds(page.mainFrame())).toEqual([]);
    await page.close();
  });
});

function tabOf(page: Page): Frame {
  const [, frame] = page.frames();
  if (frame === undefined) throw new Error('the tab is not there');
  return frame;
}

async function menuOf(frame: Frame): Promise<string[]> {
  return frame.locator('.top-places a').allInnerTexts();
}

/** The menu inside the office; nothing anywhere else. */
async function officePlaces(frame: Frame): Promise<string[]> {
  return frame.locator('.office-places a').allInnerTexts();
}

async function drawn(frame: Frame): Promise<void> {
  await frame.locator('main h1').first().waitFor();
  await frame.locator('.waiting').waitFor({ state: 'detached' });
}

/** The screen is the one asked for, all of it came, and none of it is an excuse. */
async function shows(frame: Frame, screen: ScreenName): Promise<void> {
  await frame.locator(`.top-places [aria-current=page]:text-is("${nb.screens[screen]}")`).waitFor();
  await frame.waitForFunction(() => document.querySelector('main h1') !== null && !document.querySelector('.waiting'));
  // What a narrow page folds is part of the screen.
  await openParts(frame);
  const seen = await frame.evaluate(() => {
    const html = document.documentElement;
    const excuses = [...document.querySelectorAll('.notice, .section-failed')].map((one) => one.textContent);
    return { excuses, wider: html.scrollWidth - html.clientWidth };
  });
  expect(seen, screen).toEqual({ excuses: [], wider: 0 });
}

/** Presses Tab until the focus is on a link of this text in a menu: the main one stands before the content, an office's in it. */
async function tabTo(page: Page, frame: Frame, text: string, menu = '.top-places'): Promise<void> {
  const isThere = (): Promise<boolean> =>
    frame.evaluate(
      ([text, menu]) => {
        const { activeElement: at } = document;
        return at instanceof HTMLElement && at.closest(menu) !== null && at.innerText === text;
      },
      [text, menu] as const,
    );
  const back = menu === '.top-places' && (await frame.evaluate(() => document.activeElement?.id === 'content'));
  for (let presses = 0; presses < 30; presses += 1) {
    if (await isThere()) return;
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`The keyboard never came to ${text}.`);
}
