import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitsAnswer } from '../../connector/api/answers.ts';
import { buildTabIfChanged, TAB_FOLDER } from '../../connector/tab-build.ts';
import { nb } from '../../teams-app/words/nb.ts';
import { pictureWords } from '../../teams-app/words/pictures.ts';
import { inventedRelease, MUNICIPALITY, type InventedUnit } from '../api/invented-release.ts';
import { showRelease } from '../api/shown-release.ts';
import { startServer, type TestServer } from '../api/test-server.ts';
import { findChromium, HOW_TO_GET_CHROMIUM, startChromium } from './chromium.ts';

const chromium = findChromium();
if (chromium === undefined) console.warn(HOW_TO_GET_CHROMIUM);

const MINUTE = 60_000;
const { network } = pictureWords('nb');
/** Contact is withheld in the older quarter and only thinly seen in the newer. */
const PERIODS = { '2026-Q2': 0.3, '2026-Q3': 0.5 } as const;

/** What a unit of which little is seen must never be called, by any screen. */
const VERDICTS = /løsest|silo|lukket|henger etter|bakpå|isoler|står alene|for seg selv|er en bro\b|lær av/i;
/** These tell what such a word means, or that it is not meant. */
const MEANT_OTHERWISE = [nb.overview.thinLead, network.definitions.replaceAll('**', '')];

function thinly(share: number): InventedUnit[] {
  return MUNICIPALITY.map((unit) => ({ ...unit, covered: Math.floor(unit.heads * share) }));
}

// Once more where a busy machine was too slow for a browser; what is wrong fails twice.
describe.skipIf(chromium === undefined)('where little is seen', { retry: 1, timeout: 2 * MINUTE }, () => {
  let browser: Browser;
  let server: TestServer;
  let page: Page;

  beforeAll(async () => {
    await buildTabIfChanged();
    [browser, server] = await Promise.all([
      startChromium(chromium ?? ''),
      startServer({ tabFolder: TAB_FOLDER, demo: true, enterDemo: (role) => server.token([role]) }),
    ]);
    const seen = inventedRelease('2026-01-01', MUNICIPALITY);
    const older = inventedRelease('2026-04-01', thinly(PERIODS['2026-Q2']), { ledger: [seen.entry] });
    const newer = inventedRelease('2026-07-01', thinly(PERIODS['2026-Q3']), { ledger: [seen.entry, older.entry] });
    for (const release of [seen, older, newer]) showRelease(server.store, release);
    const context = await browser.newContext({ locale: 'nb-NO', viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    await page.addInitScript("sessionStorage.setItem('samspill.demo-role', 'Leader')");
    await page.goto(server.url);
  }, MINUTE);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  /** Everything a screen says, also what only listeners and those who point hear, a sentence each. */
  async function sentencesOf(place: string): Promise<string[]> {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/${place}`);
    await page.locator('main h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.locator('.waiting').waitFor({ state: 'detached' });
    const toNetwork = page.getByRole('button', { name: network.toNetwork });
    if ((await toNetwork.count()) > 0) await toNetwork.click();
    const texts = await page
      .locator('main')
      .evaluate((main) => [
        ...[...main.querySelectorAll('h1, h2, h3, p, li, td, th, dt, dd, text, span, summary')].map(
          (part) => part.textContent,
        ),
        ...[...main.querySelectorAll('[aria-label]')].map((part) => part.getAttribute('aria-label') ?? ''),
      ]);
    return texts.map((text) => MEANT_OTHERWISE.reduce((left, meant) => left.replaceAll(meant, ''), text));
  }

  it('no screen calls a unit closed, a silo, a bridge or behind', async () => {
    const { units } = unitsAnswer.parse(await (await server.ask('/api/units', ['Leader'])).json());
    const places = [
      ...Object.keys(PERIODS).flatMap((id) =>
        ['overview', 'bridges', 'adoption'].map((screen) => `${screen}?period=${id}`),
      ),
      ...['journey', 'about'],
      ...units.map(({ slug }) => `unit/${slug}`),
    ];
    let heard = 0;
    for (const place of places) {
      const sentences = await sentencesOf(place);
      heard += sentences.length;
      const verdicts = sentences.filter((sentence) =>
        VERDICTS.test(sentence.replace(/betyr ikke at \S+ er lukket/g, '')),
      );
      expect(verdicts, place).toEqual([]);
    }
    expect(heard).toBeGreaterThan(500);
    // Where enough is seen, one is named: this would be found.
    expect((await sentencesOf('overview?period=2026-Q1')).some((sentence) => VERDICTS.test(sentence))).toBe(true);
  });

  it('between 40 and 60 % says that too little is seen; under 40 % no figure of contact is shown', async () => {
    expect(await sentencesOf('overview?period=2026-Q3')).toContain(nb.overview.tooLittle);
    const withheld = nb.withheld['too-little-coverage']('40');
    expect((await sentencesOf('bridges?period=2026-Q2')).join(' ')).toContain(withheld);
    const cells = page.getByRole('grid', { name: nb.overview.reachTitle }).getByRole('gridcell');
    expect(await cells.count()).toBe(await cells.filter({ hasText: nb.figures.withheldMark }).count());
    await sentencesOf('overview?period=2026-Q2');
    expect(await page.locator('.line').count()).toBe(0);
  });
});
