import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildTabIfChanged, TAB_FOLDER } from '../../connector/tab-build.ts';
import { nb } from '../../teams-app/words/nb.ts';
import { axeFinds } from './accessibility.ts';
import { findChromium, HOW_TO_GET_CHROMIUM, startChromium } from './chromium.ts';
import { comeIn } from './come-in.ts';
import { type FakeApi, startFakeApi } from './fake-api.ts';
import { openParts } from './opened-parts.ts';
import { openInTeams } from './teams-host.ts';

const chromium = findChromium();
if (chromium === undefined) console.warn(HOW_TO_GET_CHROMIUM);

describe.skipIf(chromium === undefined)('documents in the tab', { retry: 1, timeout: 60_000 }, () => {
  let browser: Browser;
  let api: FakeApi;
  beforeAll(async () => {
    await buildTabIfChanged();
    [browser, api] = await Promise.all([startChromium(chromium ?? ''), startFakeApi(TAB_FOLDER)]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await api.close();
  });

  async function asPrivacyOfficer(): Promise<Page> {
    const page = await browser.newPage({ locale: 'nb-NO', viewport: { width: 1280, height: 900 } });
    await comeIn(page, `${api.url}/#/about`, 'PrivacyOfficer');
    await page.getByRole('heading', { name: nb.documents.title }).waitFor();
    return page;
  }

  it('are read in three languages and downloaded with a token', async () => {
    const page = await asPrivacyOfficer();
    await page.getByRole('combobox', { name: nb.documents.which, exact: true }).selectOption('dpia');
    const article = page.getByRole('article');
    await article.getByRole('heading', { name: /^Vurdering av personvernkonsekvenser/ }).waitFor();
    expect(await article.getAttribute('lang')).toBe('nb');
    expect(await article.innerText()).toContain('Det er ikke juridisk råd.');
    expect(await article.innerText()).not.toMatch(/\*\*|`/);
    // What it contains stands first, and leads to each heading without leaving the screen.
    const contents = article.getByRole('navigation');
    const last = contents.getByRole('link').last();
    await last.click();
    const heading = article.getByRole('heading', { level: 4 }).last();
    expect(await heading.innerText()).toBe(await last.innerText());
    expect(await heading.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await heading.evaluate((one) => one.getBoundingClientRect().top < innerHeight)).toBe(true);
    await page.getByRole('combobox', { name: nb.documents.language }).selectOption('nn');
    await article.getByRole('heading', { name: /^Vurdering av personvernkonsekvensar/ }).waitFor();
    expect(await article.getAttribute('lang')).toBe('nn');
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: nb.documents.download }).click();
    expect((await coming).suggestedFilename()).toBe('samspill-dpia-nn.docx');
    await page.getByText(nb.documents.downloaded).waitFor();
    expect(
      api.asked.filter(({ path }) => path.startsWith('/api/documents')).every(({ token }) => token !== undefined),
    ).toBe(true);
    api.wishes.refuse.set('/api/documents/dpia/docx', 500);
    await page.getByRole('button', { name: nb.documents.download }).click();
    await page.getByText(nb.documents.failed).waitFor();
    api.wishes.refuse.clear();
    await page.context().close();
  });

  it.each([
    ['default', 1280],
    ['dark', 400],
    ['contrast', 400],
  ] as const)('have no barrier and no sideways scrolling (%s, %i)', async (theme, width) => {
    const url = `${api.url}/#/about`;
    const { page, tab } = await openInTeams(browser, { url, theme, locale: 'nb', width });
    await tab.locator('#about-documents').waitFor();
    await openParts(tab);
    await tab.getByRole('combobox', { name: nb.documents.which, exact: true }).selectOption('staff-notice');
    await tab.getByRole('article').waitFor();
    const frame = page.frames().find((one) => one.url().startsWith(api.url));
    if (frame === undefined) throw new Error('the tab is not there');
    expect(await axeFinds(frame)).toEqual([]);
    expect(await tab.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(width);
    await page.context().close();
  });
});
