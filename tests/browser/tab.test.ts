import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildTabIfChanged, TAB_FOLDER } from '../../connector/tab-build.ts';
import { en } from '../../teams-app/words/en.ts';
import { LANGUAGE_NAMES } from '../../teams-app/words/language.ts';
import { nb } from '../../teams-app/words/nb.ts';
import { pictureWords } from '../../teams-app/words/pictures.ts';
import { axeFinds } from './accessibility.ts';
import { findChromium, HOW_TO_GET_CHROMIUM, startChromium } from './chromium.ts';
import { type FakeApi, startFakeApi } from './fake-api.ts';
import { hearComplaints } from './heard-complaints.ts';
import { overviewAnswer } from './invented-answers.ts';
import { oddlyNamed, ofOneUnit, ofUnits } from './odd-overviews.ts';
import { type HostWishes, openInTeams } from './teams-host.ts';

const chromium = findChromium();
if (chromium === undefined) console.warn(HOW_TO_GET_CHROMIUM);

const MINUTE = 60_000;
/** Long enough for a page to load on a busy machine. */
const IN_TIME = { timeout: 15_000 };

// Once more where a busy machine was too slow for a browser; what is wrong fails twice.
describe.skipIf(chromium === undefined)('the tab in a real browser', { retry: 1, timeout: MINUTE }, () => {
  let browser: Browser;
  let api: FakeApi;
  /** Of every page outside Teams: what one has loaded the next need not. Who one is stays with the page. */
  let plain: BrowserContext;
  /** A leader's page for tests that go somewhere and look: nobody changes its width, its language or what it is told. */
  let looking: Page | undefined;
  /** What the browser complained of; no test ends with anything here. */
  const complaints: string[] = [];

  beforeAll(async () => {
    await buildTabIfChanged();
    [browser, api] = await Promise.all([startChromium(chromium ?? ''), startFakeApi(TAB_FOLDER)]);
    plain = await browser.newContext({ locale: 'nb-NO' });
  }, MINUTE);
  afterAll(async () => {
    await browser.close();
    await api.close();
  });
  beforeEach(() => {
    complaints.length = 0;
    api.asked.length = 0;
    Object.assign(api.wishes, { released: 4, demo: true, version: 1, concealed: false });
    api.wishes.refuse.clear();
  });
  afterEach(async () => {
    const others = browser.contexts().filter((context) => context !== plain);
    const done = plain.pages().filter((page) => page !== looking);
    await Promise.all([...others, ...done].map((one) => one.close()));
  });

  const listenTo = (page: Page): void => {
    hearComplaints(page, complaints);
  };

  async function inTeams(wishes: Omit<HostWishes, 'url'> & { readonly place?: string }) {
    return openInTeams(browser, { ...wishes, url: `${api.url}${wishes.place ?? '/overview'}` }, listenTo);
  }

  async function outside(place = '/', width = 1280, context = plain): Promise<Page> {
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 900 });
    listenTo(page);
    await page.goto(api.url + place);
    return page;
  }

  async function asLeader(place = '/', context = plain): Promise<Page> {
    const page = await outside(place, 1280, context);
    await page.getByRole('button', { name: nb.entry.roles.Leader.name }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  }

  /** The page that is only looked at, gone to this place. */
  async function lookAt(hash: string): Promise<Page> {
    looking ??= await asLeader();
    await looking.evaluate((hash) => {
      location.hash = hash;
    }, hash);
    return looking;
  }

  describe('inside Teams', () => {
    it('asks for a sign-in token, bears it to the API and tells the host it is ready', async () => {
      const { tab, calls } = await inTeams({ token: 'a-token-from-teams' });
      await tab.getByRole('heading', { level: 1 }).waitFor();
      expect(await calls()).toEqual(
        expect.arrayContaining([
          'initialize',
          'getContext',
          'authentication.getAuthToken',
          'appInitialization.success',
        ]),
      );
      expect(new Set(api.asked.map(({ token }) => token))).toEqual(new Set(['a-token-from-teams']));
      expect(complaints).toEqual([]);
    });

    it('follows the theme of the host, also one it does not know', async () => {
      const { tab, changeTheme } = await inTeams({ theme: 'default' });
      await tab.getByRole('heading', { level: 1 }).waitFor();
      const ground = (): Promise<string> =>
        tab.locator('.look').evaluate((look) => getComputedStyle(look).backgroundColor);
      const light = await ground();
      for (const [theme, look] of [
        ['dark', 'dark'],
        ['contrast', 'contrast'],
        ['glass', 'default'],
        ['something-new', 'default'],
      ]) {
        await changeTheme(theme ?? '');
        await tab.locator(`.look-${look ?? ''}`).waitFor();
      }
      expect(await ground()).toBe(light);
    });

    it('goes where a deep link points', async () => {
      const { tab } = await inTeams({ subPageId: 'unit/skoleområde-vest' });
      await tab.getByRole('heading', { level: 1, name: 'Skoleområde vest' }).waitFor();
    });

    it('finds the place again that one went back to', async () => {
      const { page, tab } = await inTeams({});
      await tab.getByRole('link', { name: pictureWords('nb').readOn.bridges }).click();
      await tab.getByRole('grid', { name: nb.overview.reachTitle }).waitFor();
      const [, frame = page.mainFrame()] = page.frames();
      expect(await frame.evaluate(() => scrollY)).toBe(0);
      await frame.evaluate(() => {
        history.back();
      });
      await expect
        .poll(() => frame.evaluate(() => document.activeElement?.textContent), IN_TIME)
        .toBe(pictureWords('nb').readOn.bridges);
      expect(await frame.evaluate(() => scrollY)).toBeGreaterThan(900);
    });

    it('says so when the host never answers, in its own time and not after a minute', async () => {
      api.wishes.demo = false;
      const { tab } = await inTeams({ silent: true });
      await tab.getByRole('heading', { name: nb.open.silentTitle }).or(tab.getByText(en.open.silentTitle)).waitFor({
        timeout: 15_000,
      });
      expect(api.asked).toEqual([]);
    });

    it('says so when the host refuses to sign in, and tries again on request', async () => {
      const { tab, calls } = await inTeams({ refuses: 'resourceRequiresConsent' });
      await tab.getByRole('heading', { name: nb.failures['no-sign-in'].title }).waitFor();
      const tokens = async (): Promise<number> =>
        (await calls()).filter((call) => call.endsWith('getAuthToken')).length;
      const before = await tokens();
      await tab.getByRole('button', { name: nb.tryAgain }).click();
      await expect.poll(tokens).toBe(before + 1);
      expect(api.asked).toEqual([]);
    });
  });

  describe('outside Teams', () => {
    it('is a door in a demo, and remembers who came in but no token', async () => {
      const page = await asLeader();
      await page.getByRole('heading', { level: 1, name: /Teknisk og eiendom/ }).waitFor();
      expect(api.asked.every(({ token }) => token === 'demo.Leader')).toBe(true);
      const stored = await page.evaluate(() =>
        JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
      );
      expect(stored).toContain('Leader');
      expect(stored).not.toContain('demo.Leader');
      expect(await page.locator('.wordmark:visible').count()).toBe(1);
      await page.reload();
      await page.getByRole('heading', { level: 1, name: /Teknisk og eiendom/ }).waitFor();
      await page.getByRole('button', { name: nb.leaveDemo }).click();
      await page.getByRole('heading', { name: nb.entry.title }).waitFor();
      expect(await page.locator('.wordmark:visible').count()).toBe(1);
      expect(complaints).toEqual([]);
    });

    it('finds the place again that one goes back and forth to, also where the answer is slow', async () => {
      const page = await asLeader();
      const top = (): Promise<number> => page.evaluate(() => scrollY);
      const link = page.getByRole('link', { name: pictureWords('nb').readOn.bridges });
      await link.scrollIntoViewIfNeeded();
      const left = await top();
      expect(left).toBeGreaterThan(900);
      await link.click();
      const bridges = page.getByRole('grid', { name: nb.overview.reachTitle });
      await bridges.waitFor();
      // A new screen begins at its top, and there one goes on.
      expect(await top()).toBe(0);
      expect(await page.locator('main').evaluate((main) => main === document.activeElement)).toBe(true);
      await page.evaluate(() => {
        scrollTo(0, 700);
        location.hash = '#/adoption?section=reports';
      });
      await expect.poll(() => page.evaluate(() => document.activeElement?.id), IN_TIME).toBe('reports-title');
      await page.evaluate(() => {
        scrollTo(0, 300);
      });
      await page.goBack();
      await expect.poll(top, IN_TIME).toBe(700);
      const { promise: asked, resolve: answer } = Promise.withResolvers<undefined>();
      await page.route('**/api/overview', async (route) => {
        await asked;
        await route.continue();
      });
      await page.goBack();
      await page.getByRole('status', { name: nb.loading }).waitFor();
      answer(undefined);
      await expect.poll(top, IN_TIME).toBe(left);
      expect(await link.evaluate((link) => link === document.activeElement)).toBe(true);
      await page.goForward();
      await expect.poll(top, IN_TIME).toBe(700);
      // The address points at a part of this one; but one comes back to where one was.
      await page.goForward();
      await page.locator('#reports-title').waitFor();
      await expect.poll(top, IN_TIME).toBe(300);
      await page.reload();
      await expect.poll(top, IN_TIME).toBe(300);
      expect(complaints).toEqual([]);
    });

    it('shows the way to Teams where there is no demo', async () => {
      api.wishes.demo = false;
      const page = await outside();
      await page.getByRole('heading', { name: nb.open.title }).waitFor();
      expect(await page.locator('.wordmark:visible').count()).toBe(1);
      expect(await axeFinds(page.mainFrame())).toEqual([]);
      expect(api.asked).toEqual([]);
    });

    it('loads nothing from anybody else', async () => {
      const page = await outside();
      const others: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(api.url)) others.push(request.url());
      });
      await page.getByRole('button', { name: nb.entry.roles.Leader.name }).click();
      for (const screen of ['about', 'unit', 'overview'] as const) {
        await page.getByRole('link', { name: nb.screens[screen], exact: true }).click();
        await page.getByRole('heading', { level: 1 }).waitFor();
      }
      expect(others).toEqual([]);
    });

    it('shows an employee what is read, and no locked doors', async () => {
      const page = await outside('/overview');
      await page.getByRole('button', { name: nb.entry.roles.Employee.name }).click();
      await page.getByRole('heading', { name: nb.failures['not-for-you'].title }).waitFor();
      expect(await page.getByRole('navigation').getByRole('link').allTextContents()).toEqual([nb.screens.about]);
      await page.getByRole('link', { name: nb.toAbout }).click();
      await page.getByRole('heading', { name: nb.about.title }).waitFor();
    });

    it('speaks the language chosen, also the next time', async () => {
      const page = await asLeader('/', await browser.newContext({ locale: 'nb-NO' }));
      for (const language of ['en', 'nn'] as const) {
        const choice = page.getByRole('button', { name: LANGUAGE_NAMES[language] });
        expect(await choice.getAttribute('lang')).toBe(language);
        await choice.click();
        const { title } = pictureWords(language).suggestions;
        await page.getByRole('heading', { name: title }).waitFor();
        await page.reload();
        await page.getByRole('heading', { name: title }).waitFor();
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
      }
      // Chromium has no data for nynorsk and would say "July 1" where it were asked for them.
      expect(await page.getByText(/1\.\sjuli\s*–\s*30\.\sseptember 2026/).count()).toBeGreaterThan(0);
    });
  });

  describe('by keyboard', () => {
    it('one comes in, walks the matrix and reads the table', async () => {
      const page = await outside();
      const at = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.keyboard.press('Tab');
      expect(await at()).toBe(nb.skipToContent);
      await page.keyboard.press('Tab');
      expect(await at()).toBe(LANGUAGE_NAMES.nn);
      await page.keyboard.press('Tab');
      expect(await at()).toBe(LANGUAGE_NAMES.en);
      await page.keyboard.press('Tab');
      expect(await at()).toContain(nb.entry.roles.Leader.name);
      await page.keyboard.press('Enter');
      // What the overview leaves to the other screens is one link away.
      await page.getByRole('link', { name: pictureWords('nb').readOn.bridges }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('grid', { name: nb.overview.reachTitle }).waitFor();

      // One stop for the whole grid, arrows within it.
      const part = page.getByRole('region', { name: nb.overview.reachTitle });
      const first = page.getByRole('grid', { name: nb.overview.reachTitle }).getByRole('gridcell').first();
      await part.locator('.save-picture summary').focus();
      await page.keyboard.press('Tab');
      expect(await first.evaluate((cell) => cell === document.activeElement)).toBe(true);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      const said = await page.evaluate(
        () => document.activeElement?.querySelector('.for-listeners')?.textContent ?? '',
      );
      expect(said).toMatch(/Helsestasjon og skolehelse hadde fast kontakt med noen i Oppvekst/);
      await page.locator('#reach-told', { hasText: 'Helsestasjon' }).waitFor();

      await part.getByRole('button', { name: nb.asTable }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('table', { name: nb.overview.reachTitle }).waitFor();
      expect(complaints).toEqual([]);
    });

    it('every stop is seen and large enough', async () => {
      const page = await lookAt('#/overview');
      await page.getByRole('heading', { level: 1, name: /Teknisk og eiendom/ }).waitFor();
      const small = await page.locator('a, button, select, summary, [tabindex="0"]').evaluateAll((stops) =>
        stops.flatMap((stop) => {
          const { width, height } = stop.getBoundingClientRect();
          return stop.matches('.skip') || (width >= 24 && height >= 24) ? [] : [stop.outerHTML.slice(0, 80)];
        }),
      );
      expect(small).toEqual([]);
    });
  });

  describe('the network of units', { timeout: 2 * MINUTE }, () => {
    const said = pictureWords('nb').network;

    async function asNetwork(page: Page): Promise<Locator> {
      const part = page.getByRole('region', { name: said.title });
      await part.getByRole('button', { name: said.toNetwork }).click();
      await part.locator('.line').first().waitFor();
      return part;
    }

    /** Names that lie on another name or on a circle, as the browser draws them. */
    const meetingsIn = (part: Locator): Promise<string[]> =>
      part.locator('.network-svg').evaluate((svg) => {
        // Islands on their way may pass each other.
        for (const animation of svg.getAnimations({ subtree: true })) animation.finish();
        const boxOf = (drawn: Element) => ({ drawn, box: drawn.getBoundingClientRect() });
        const names = [...svg.querySelectorAll('.unit-name, .island-name, .island-note')].map(boxOf);
        const circles = [...svg.querySelectorAll('.unit-circle')].map(boxOf);
        // A line of letters is drawn with air above and below, which the next line of the same name may use.
        const meet = (one: DOMRect, other: DOMRect): boolean =>
          one.left < other.right - 1 &&
          other.left < one.right - 1 &&
          one.top < other.bottom - 4 &&
          other.top < one.bottom - 4;
        return names.flatMap(({ drawn, box }, at) =>
          [...names.slice(at + 1), ...circles]
            .filter((other) => meet(box, other.box))
            .map((other) => `${drawn.textContent} on ${other.drawn.textContent || 'a circle'}`),
        );
      });

    /** Where every unit stands, by what it says of itself. */
    const placesIn = (part: Locator): Promise<string[]> =>
      part
        .locator('.unit')
        .evaluateAll((units) =>
          units.map(
            (unit) =>
              `${unit.nextElementSibling?.textContent ?? ''} ${unit.getAttribute('transform') ?? ''} ${unit.closest('.island')?.getAttribute('style') ?? ''}`,
          ),
        );

    it('is the organisation chart, dissolves into twelve lines, and comes back', async () => {
      const page = await asLeader();
      const part = page.getByRole('region', { name: said.title });
      const picture = part.getByRole('group', { name: /Organisasjonskart med 21 enheter/ });
      await picture.waitFor();
      expect(await part.locator('.line').count()).toBe(0);
      await asNetwork(page);
      const network = part.getByRole('group', { name: /Nettverk med 21 enheter på 6 øyer/ });
      await network.waitFor();
      expect(await part.locator('.line').count()).toBe(12);
      // As wide as so many people at most, its core as at least so many, on one scale.
      const drawn = await part.locator('.line').evaluateAll((lines) =>
        lines.map((line) => {
          const [, low = '', high = ''] = /\((\d+)–(\d+)\)/.exec(line.getAttribute('aria-label') ?? '') ?? [];
          const width = (of: string): number => Number(line.querySelector(of)?.getAttribute('stroke-width'));
          return { low: Number(low), high: Number(high), core: width('.line-core'), edge: width('.line-edge') };
        }),
      );
      const aPerson = Math.max(...drawn.map(({ edge }) => edge)) / Math.max(...drawn.map(({ high }) => high));
      for (const { low, high, core, edge } of drawn) {
        expect(edge).toBeCloseTo(aPerson * high, 1);
        expect(core).toBeCloseTo(Math.max(1.5, aPerson * low), 1);
      }
      // The widest twelve are sure: a core, no dashes. Withheld is hatched and has no line.
      expect(await part.locator('.line-core').count()).toBe(12 + 3);
      expect(await network.locator('.unit-withheld').count()).toBe(3);
      await part.getByRole('button', { name: said.more('12') }).click();
      expect(await part.locator('.line').count()).toBe(24);
      expect(await meetingsIn(part)).toEqual([]);
      await part.getByRole('button', { name: said.toChart }).click();
      await picture.waitFor();
      expect(await part.locator('.line').count()).toBe(0);
      expect(complaints).toEqual([]);
    });

    it('keeps its places from period to period, and moves for nobody who wants no motion', async () => {
      const page = await asLeader();
      const part = await asNetwork(page);
      const now = await placesIn(part);
      const moves = (): Promise<string> =>
        part
          .locator('.island')
          .first()
          .evaluate((island) => getComputedStyle(island).transitionDuration);
      expect(await moves()).toBe('0.9s');
      await page.emulateMedia({ reducedMotion: 'reduce' });
      expect(await moves()).toBe('0s');
      await page.getByLabel(nb.overview.choosePeriod).selectOption('2026-Q1');
      await page.getByText('1. januar').first().waitFor();
      const then = await placesIn(await asNetwork(page));
      expect(then).toEqual(now);
    });

    it('is walked by keyboard, told in a sentence, and is the same as a table', async () => {
      const page = await asLeader();
      const part = await asNetwork(page);
      const told = part.locator('.matrix-told');
      await part.locator('.save-picture summary').focus();
      await page.keyboard.press('Tab');
      const at = (): Promise<string> =>
        page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? 'nothing');
      expect(await at()).toMatch(/^Sykehjem i Helse og mestring har 200 ansatte/);
      await page.keyboard.press('End');
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      const line = await at();
      expect(line).toMatch(/^Om lag 30 \(24–36\) av 146 ansatte i Helse og mestring \(øvrige\) .* Linjen er sikker/);
      expect(await told.innerText()).toBe(line);
      const ring = part.locator('.line:focus-visible .line-ring');
      expect(await ring.evaluate((path) => getComputedStyle(path).stroke)).not.toBe('rgba(0, 0, 0, 0)');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Enter');
      // All lines of the one asked about are drawn, those that are not sure dashed.
      expect(await part.locator('.unit[aria-pressed="true"]').count()).toBe(1);
      expect(await part.locator('.line:not(.line-aside)').count()).toBe(5);
      await page.keyboard.press('Escape');
      expect(await part.locator('.line').count()).toBe(12);
      await part.getByRole('button', { name: nb.asTable }).click();
      const rows = await part.getByRole('table', { name: said.title }).getByRole('row').allInnerTexts();
      expect(rows).toHaveLength(22);
      expect(rows.find((row) => row.startsWith('Helse og mestring (øvrige)'))).toContain('Oppvekst: om lag 30 (24–36)');
      expect(rows.find((row) => row.startsWith('Sykehjem'))).toContain('Ikke vist');
    });

    it('is saved as it stands, and copied, with its title, of whom and how sure', async () => {
      const page = await asLeader();
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const part = await asNetwork(page);
      const save = pictureWords('nb').save;
      await part.locator('.save-picture summary').click();
      const fileOf = async (name: string): Promise<Buffer> => {
        const coming = page.waitForEvent('download');
        await part.getByRole('button', { name }).click();
        const download = await coming;
        expect(download.suggestedFilename()).toMatch(/^samspill-slik-er-dere-satt-sammen-3-kvartal-2026\.(png|svg)$/);
        return readFile(await download.path());
      };
      const svg = (await fileOf(save.svg)).toString('utf8').replaceAll('\u00A0', ' ');
      for (const text of [said.title, 'Sykehjem', 'Furuvik kommune. Gjelder 2 000 ansatte', nb.overview.certainty])
        expect(svg).toContain(text);
      // Every name, title and number of the network stands in the file too.
      const drawn = await part.locator('.network-svg g:not(.hierarchy) > text').allTextContents();
      expect(drawn.filter((text) => !svg.includes(`>${text.replaceAll('\u00A0', ' ')}<`))).toEqual([]);
      // It needs nothing of ours, and holds nothing that a program for drawings cannot read.
      expect(svg).not.toMatch(/<style|class=|foreignObject|href=|var\(|rgba\(/);
      const png = await fileOf(save.png);
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect(png.readUInt32BE(16)).toBeGreaterThan(2000);
      await part.getByRole('button', { name: save.copy }).click();
      await part.getByText(save.copied).waitFor();
      const held = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
      expect(held).toEqual(['image/png']);
      // One component for every picture: the matrix has the same way out.
      expect(await page.locator('.save-picture').count()).toBe(
        await page.getByRole('button', { name: nb.asTable }).count(),
      );
      expect(complaints).toEqual([]);
    });

    it.each([
      ['300 units', () => ofUnits(300), 300],
      ['one unit', () => ofOneUnit(), 1],
      ['names with emoji and from the right', () => oddlyNamed(), 21],
    ] as const)('bears %s, on a narrow screen too', async (what, overview, units) => {
      const page = await outside('/', 400);
      await page.route('**/api/overview*', (route) => route.fulfill({ json: overview() }));
      await page.getByRole('button', { name: nb.entry.roles.Leader.name }).click();
      const part = page.getByRole('region', { name: said.title });
      await part.locator('.unit').first().waitFor();
      expect(await part.locator('.unit').count()).toBe(units);
      const toggle = part.getByRole('button', { name: said.toNetwork });
      if (units === 1) {
        await part.getByText(said.oneUnit).waitFor();
        expect(await toggle.count()).toBe(0);
      } else {
        await toggle.click();
        expect(await part.locator('.line').count()).toBe(12);
      }
      if (what.startsWith('names')) {
        const names = (await part.locator('.unit-name').allTextContents()).join(' ');
        for (const name of ['שירותי רווחה', 'Barn 👩🏽‍⚕️ og unge 🏔️']) expect(names).toContain(name);
        expect(await meetingsIn(part)).toEqual([]);
      }
      // Then the same rows on the screen that has all their figures.
      for (const heading of ['#network-title', '#reach-title']) {
        await page.locator(heading).waitFor();
        // Of thousands of cells axe would tell nothing new, minutes later.
        if (units < 300) expect(await axeFinds(page.mainFrame()), heading).toEqual([]);
        const [wide, room] = await page.locator('html').evaluate((html) => [html.scrollWidth, html.clientWidth]);
        expect(wide, heading).toBe(room);
        await page.evaluate(() => {
          location.hash = '#/bridges';
        });
      }
      const figures = page.getByRole('region', { name: nb.overview.reachTitle });
      await figures.getByRole('button', { name: nb.overview.reachTitle }).click();
      if (what.startsWith('names')) await figures.getByText('خدمات الصحة').first().waitFor();
      expect(complaints).toEqual([]);
    });
  });

  it('says that nothing surely changed, as a result of its own, and what to do next with the figure it rests on', async () => {
    const still = overviewAnswer(undefined)!;
    for (const table of [still.reach, still.breadth, still.apps])
      table!.changes = table!.changes!.map((marks) => marks.map((mark) => (mark === null ? null : 'no-sure-change')));
    const page = await outside();
    await page.route('**/api/overview*', (route) => route.fulfill({ json: still }));
    await page.getByRole('button', { name: nb.entry.roles.Leader.name }).click();
    const { changes, suggestions } = pictureWords('nb');
    await page.getByRole('heading', { level: 3, name: changes.noneTitle }).waitFor();
    const steps = page.getByRole('region', { name: suggestions.title }).getByRole('listitem');
    expect(await steps.count()).toBe(3);
    expect(await steps.first().innerText()).toContain('Om lag 22 (11–33) av 160 ansatte i Teknisk og eiendom');
  });

  it('draws withheld as withheld and says why', async () => {
    const page = await lookAt('#/bridges');
    const grid = page.getByRole('grid', { name: nb.overview.reachTitle });
    const cell = grid.getByRole('gridcell', { name: /Hjemmetjenesten nord, Oppvekst\. Ikke vist/ });
    expect(await cell.locator('.cell-absent').textContent()).toBe(nb.figures.withheldMark);
    expect(await cell.locator('.cell-number').count()).toBe(0);
    expect(await cell.locator('.withheld-mark').count()).toBe(1);
    await cell.hover();
    await page.locator('#reach-told', { hasText: 'Minst 40 prosent' }).waitFor();
  });

  describe('of one unit', () => {
    const lead = (page: Page): Promise<string> => page.locator('.lead-text').innerText();

    it('says once in each section what is withheld of it, with the reason', async () => {
      const page = await lookAt('#/unit/hjemmetjenesten-nord');
      await page.getByRole('heading', { level: 1, name: 'Hjemmetjenesten nord' }).waitFor();
      const hidden = page.locator('section:has(.all-withheld)');
      expect(
        await hidden.evaluateAll((sections) => sections.map((one) => one.getAttribute('aria-labelledby'))),
      ).toEqual(['unit-staircase', 'unit-reach', 'unit-breadth', 'unit-brokerage']);
      const reasons = await page.locator('.all-withheld').allInnerTexts();
      expect(reasons).toHaveLength(4);
      for (const reason of reasons) expect(reason).toContain('Minst 40 prosent');
      expect(await hidden.locator('.multiple, .staircase').count()).toBe(0);
      expect(await page.locator('.multiple').count()).toBe(3);
    });

    it('says whose row it shares, also when that is of another division', async () => {
      const page = await lookAt('#/unit/flyktning');
      await page.getByRole('heading', { level: 1, name: 'Flyktning' }).waitFor();
      expect(await lead(page)).toMatch(/^Enheten deler raden Oppvekst \(øvrige\) med andre/);
      await page.getByText('sammen med PPT (Oppvekst) og Barnevern (Oppvekst)').first().waitFor();
      await page.getByRole('link', { name: nb.screens.bridges, exact: true }).click();
      const row = page.getByRole('rowheader', { name: /Oppvekst \(øvrige\)/ }).first();
      expect(await row.innerText()).toContain('Her er også Flyktning (NAV og inkludering).');
    });

    it('says that contact is not measured for elected members', async () => {
      const page = await lookAt('#/unit/kommunestyret');
      await page.getByRole('heading', { level: 1, name: 'Kommunestyret' }).waitFor();
      expect(await lead(page)).toBe(nb.unit.notMeasured);
      await page.getByRole('heading', { name: nb.unit.appsTitle }).waitFor();
    });
  });

  it('folds away the fields of each source, and opens them by keyboard', async () => {
    const page = await lookAt('#/about');
    const field = page.getByText('sentDateTime');
    // The message trace's heading holds the same words.
    const heading = page.getByRole('heading', { name: new RegExp(`^(\\+ )?${nb.about.sources['sent-items'] ?? ''}$`) });
    await heading.waitFor();
    expect(await field.isVisible()).toBe(false);
    await page.locator('summary').filter({ has: heading }).focus();
    await page.keyboard.press('Enter');
    await field.waitFor();
  });

  it('tells in forced colours what it tells by tint', async () => {
    const page = await asLeader('/#/bridges');
    await page.emulateMedia({ forcedColors: 'active' });
    const styleOf = (selector: string, name: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);
    expect(await styleOf('.matrix-cell.cell-own', 'border-top-width')).toBe('3px');
    expect(await styleOf('.matrix-cell:not(.cell-own)', 'border-top-width')).toBe('1px');
    expect(await styleOf('.legend-shares', 'display')).toBe('none');
    const [here, elsewhere] = await Promise.all([
      styleOf('.top-places a[aria-current]', 'border-bottom-color'),
      styleOf('.top-places a:not([aria-current])', 'border-bottom-color'),
    ]);
    expect(here).not.toBe(elsewhere);
    expect(await styleOf('.interval-middle', 'fill')).not.toBe(await styleOf('.interval-track', 'fill'));
  });

  it('reflows at 320 pixels and bears a screen of forced colours', async () => {
    const page = await outside('/', 320);
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await page.getByRole('button', { name: nb.entry.roles.Leader.name }).click();
    for (const screen of ['overview', 'unit', 'about'] as const) {
      await page.getByRole('link', { name: nb.screens[screen], exact: true }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), screen).toBe(320);
      // The line under the first name of the menu begins where the heading does.
      const [line, text] = await page
        .locator('.top-places a:first-child, main h1')
        .evaluateAll((both) => both.map((one) => one.getBoundingClientRect().left));
      expect(line, screen).toBe(text);
    }
  });

  it('says of each source what was done, waited for, tried again and failed, and why', async () => {
    const page = await lookAt('#/about');
    const rows = page.getByRole('table', { name: nb.run.caption }).getByRole('row');
    await rows.first().waitFor();
    expect((await rows.allInnerTexts()).slice(1).map((row) => row.replace(/\s/g, ' '))).toEqual([
      expect.stringMatching(
        /^Sendt e-post Lest\. 51 av 51 1 400 av 1 400 .*om lag 320 ganger, 38 min til sammen om lag 410 ganger$/,
      ),
      expect.stringContaining('Administrator må godkjenne den.'),
      expect.stringContaining('Delvis lest.'),
      expect.stringContaining(nb.run.states.failed),
      expect.stringContaining('under 100 ganger under 100 ganger'),
      expect.stringContaining(nb.run.states['not-due']),
    ]);
  });

  describe('while quarters arrive', () => {
    it('shows how far the first has come, and turns into the picture by itself', async () => {
      api.wishes.released = 0;
      const page = await asLeader();
      await page.getByRole('progressbar').waitFor();
      const first = page.locator('main');
      expect(await first.innerText()).toMatch(/34 av 92 dager[\s\S]*520 av 1\s400 postkasser/);
      // What Microsoft has counted itself, and the day of the first picture, are there from the first day.
      await first.getByText('Det første bildet ventes 5. januar 2026.').waitFor();
      await first.getByText(nb.organisation.exact).waitFor();
      await first.getByText(/^3\s912 av 4\s350 med lisens$/).waitFor();
      expect(await axeFinds(page.mainFrame())).toEqual([]);
      api.wishes.released = 1;
      await page.getByRole('heading', { name: nb.overview.nothing }).waitFor();
      await page.getByText(nb.overview.moreComing('1', '4')).waitFor();
      api.wishes.released = 4;
      await page.getByRole('heading', { level: 1, name: /Teknisk og eiendom/ }).waitFor();
      expect(complaints).toEqual([]);
    });

    it('a picture that is old says so, and where to see why', async () => {
      const page = await outside();
      const old = { ...overviewAnswer(undefined), overdue: { id: '2026-Q4', from: '2026-10-01', to: '2027-01-01' } };
      await page.route('**/api/overview*', (route) => route.fulfill({ json: old }));
      await page.getByRole('button', { name: nb.entry.roles.Leader.name }).click();
      const said = nb.overview.overdue('4. kvartal 2026').replaceAll('**', '');
      await page.locator('.lead').getByText(said).waitFor();
      expect(await axeFinds(page.mainFrame())).toEqual([]);
    });

    it('an older quarter stays where it was chosen', async () => {
      const page = await lookAt('#/overview');
      await page.getByLabel(nb.overview.choosePeriod).selectOption('2025-Q4');
      await page.getByRole('heading', { name: nb.overview.nothing }).waitFor();
      expect(page.url()).toContain('#/overview?period=2025-Q4');
    });
  });

  describe('when something is wrong', () => {
    it('each has its own words and a way on', { timeout: MINUTE }, async () => {
      const page = await asLeader();
      for (const [failure, status] of [
        ['broken', 503],
        ['busy', 429],
        ['not-found', 404],
        ['refused', 401],
      ] as const) {
        api.wishes.refuse.set('/api/about', status);
        await page.getByRole('link', { name: nb.screens.about, exact: true }).click();
        await page.getByRole('heading', { name: nb.failures[failure].title }).waitFor();
        await page.getByText('R-1042').waitFor();
        expect(await axeFinds(page.mainFrame()), failure).toEqual([]);
        api.wishes.refuse.clear();
        const again = page.getByRole('button', { name: nb.tryAgain });
        const elsewhere = page.getByRole('main').getByRole('link', { name: nb.screens.overview, exact: true });
        // What is not there will not be there the next time; what is there elsewhere does not need somebody to sign in.
        expect([failure, await again.count()]).toEqual([failure, failure === 'not-found' ? 0 : 1]);
        expect([failure, await elsewhere.count()]).toEqual([failure, /broken|not-found/.test(failure) ? 1 : 0]);
        if (failure === 'not-found') await elsewhere.click();
        else {
          await again.click();
          await page.getByRole('heading', { name: nb.about.title }).waitFor();
          await page.getByRole('link', { name: nb.screens.overview, exact: true }).click();
        }
        await page.getByRole('heading', { level: 1, name: /Teknisk og eiendom/ }).waitFor();
      }
    });

    it('the way on never leads to the page one is at', async () => {
      api.wishes.refuse.set('/api/overview', 404);
      const page = await asLeader();
      await page.getByRole('heading', { name: nb.failures['not-found'].title }).waitFor();
      expect(await page.getByRole('main').getByRole('link').allInnerTexts()).toEqual([nb.toAbout]);
      await page.evaluate(() => {
        location.hash = '#/overview?period=2019-Q1';
      });
      await page.getByRole('main').getByRole('link', { name: nb.screens.overview, exact: true }).waitFor();
    });

    it('an answer of a newer version asks to be loaded anew', async () => {
      const page = await asLeader();
      api.wishes.version = 2;
      await page.getByRole('link', { name: nb.screens.about, exact: true }).click();
      await page.getByRole('heading', { name: nb.failures['newer-version'].title }).waitFor();
      await page.getByRole('button', { name: nb.reload }).waitFor();
    });

    it('a page whose file never comes leaves no empty page, the others stand, and it comes when loaded anew', async () => {
      const page = await asLeader();
      await page.route('**/assets/adoption-*.js', (route) => route.abort());
      await page.getByRole('link', { name: nb.screens.adoption, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: nb.notDrawn.title }).waitFor();
      expect(await axeFinds(page.mainFrame())).toEqual([]);
      await page.getByRole('link', { name: nb.screens.overview, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: /Teknisk og eiendom/ }).waitFor();
      expect(await page.title()).toBe(`${nb.screens.overview} – ${nb.product}`);
      await page.getByRole('link', { name: nb.screens.adoption, exact: true }).click();
      await page.unroute('**/assets/adoption-*.js');
      await page.getByRole('button', { name: nb.reload }).click();
      await page.getByRole('heading', { level: 1, name: 'Flest står på trinnet Fast vane' }).waitFor();
      expect(await page.title()).toBe(`${nb.screens.adoption} – ${nb.product}`);
    });

    it('while an answer is on its way its outline stands there, and says so', async () => {
      const page = await asLeader();
      const { promise: asked, resolve: answer } = Promise.withResolvers<undefined>();
      await page.route('**/api/about', async (route) => {
        await asked;
        await route.continue();
      });
      await page.getByRole('link', { name: nb.screens.about, exact: true }).click();
      const waiting = page.getByRole('status', { name: nb.loading });
      await waiting.waitFor();
      expect(await waiting.locator('.waiting-outline').count()).toBe(1);
      answer(undefined);
      await page.getByRole('heading', { name: nb.about.title }).waitFor();
      expect(await waiting.count()).toBe(0);
    });

    it('a lost connection says so', async () => {
      const page = await asLeader('/', await browser.newContext({ locale: 'nb-NO' }));
      await page.context().setOffline(true);
      await page.evaluate(() => {
        location.hash = '#/overview?period=2026-Q1';
      });
      await page.getByRole('heading', { name: nb.failures.offline.title }).waitFor();
    });
  });
});
