import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildTabIfChanged, TAB_FOLDER } from '../../connector/tab-build.ts';
import { installWords } from '../../teams-app/words/install-words.ts';
import { nb } from '../../teams-app/words/nb.ts';
import { axeFinds } from './accessibility.ts';
import { findChromium, HOW_TO_GET_CHROMIUM, startChromium } from './chromium.ts';
import { comeIn } from './come-in.ts';
import { type FakeApi, startFakeApi } from './fake-api.ts';
import { hearComplaints } from './heard-complaints.ts';

const chromium = findChromium();
if (chromium === undefined) console.warn(HOW_TO_GET_CHROMIUM);

const MINUTE = 60_000;
const said = installWords('nb');

// Once more where a busy machine was too slow for a browser; what is wrong fails twice.
describe.skipIf(chromium === undefined)('the installation in a real browser', { retry: 1, timeout: MINUTE }, () => {
  let browser: Browser;
  let api: FakeApi;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    await buildTabIfChanged();
    [browser, api] = await Promise.all([startChromium(chromium ?? ''), startFakeApi(TAB_FOLDER)]);
    const context = await browser.newContext({ locale: 'nb-NO', viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    hearComplaints(page, complaints);
    await comeIn(page, `${api.url}/#/install`, 'Administrator');
  }, MINUTE);
  afterAll(async () => {
    await browser.close();
    await api.close();
  });

  it('says what is missing, whose move each is, and what each source may and how it fared', async () => {
    await page.getByRole('heading', { level: 1, name: said.wrong('3') }).waitFor();
    const findings = page.locator('.finding');
    expect(await findings.count()).toBe(7);
    // What must be mended stands first.
    expect(await findings.locator('.finding-state').allInnerTexts()).toEqual([
      ...Array.from({ length: 3 }, () => said.states.wrong),
      ...Array.from({ length: 4 }, () => said.states.note),
    ]);
    expect(await findings.first().innerText()).toContain(said.moves.administrator);
    const rowOf = (name: string): Promise<string[]> =>
      page
        .getByRole('row', { name: new RegExp(`^${nb.about.sources[name] ?? ''} `) })
        .getByRole('cell')
        .allInnerTexts();
    expect(await rowOf('sent-items')).toEqual([said.permission.exchange('Mail.ReadBasic.All'), said.fared.done]);
    expect(await rowOf('meetings')).toEqual([said.permission.missing('Calendars.ReadBasic.All'), said.fared.failed]);
    expect(await rowOf('calls')).toEqual([said.permission.granted('CallRecords.Read.All'), said.fared.partial]);
    expect(await rowOf('teams-activity')).toEqual([said.permission.granted('Reports.Read.All'), said.fared.failed]);
    expect(await page.getByText(said.concealment.concealed, { exact: true }).count()).toBe(1);
  });

  it('is clean in light, dark and on a narrow screen, and never wider than it', async () => {
    for (const [width, colorScheme] of [
      [1280, 'dark'],
      [320, 'dark'],
      [400, 'light'],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const over = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
      expect(over, `${String(width)} ${colorScheme}`).toBeLessThanOrEqual(0);
      if (width !== 320) expect(await axeFinds(page.mainFrame()), `${String(width)} ${colorScheme}`).toEqual([]);
    }
    // Stacked, each row looks like the next: one cell of a column does not stand beside its name and another under it.
    const columnsOf = await page
      .locator('.stacked-table tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...row.querySelectorAll('td')]
            .map((cell) => getComputedStyle(cell).gridTemplateColumns.split(' ').length)
            .join(),
        ),
      );
    expect(columnsOf.length).toBeGreaterThan(3);
    expect([...new Set(columnsOf)]).toEqual(['1,2']);
    expect(complaints).toEqual([]);
  });

  it('says so when nothing is missing', async () => {
    api.wishes.released = 0;
    await page.reload();
    await page.getByRole('heading', { level: 1, name: said.well }).waitFor();
    expect(await page.locator('.finding').count()).toBe(0);
    expect(await page.getByText(said.none, { exact: true }).count()).toBe(1);
  });
});
