import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DocumentBlock, documentAnswer } from '../../connector/api/answers.ts';
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

/** As in an assessment where a gate was recorded: five columns, and the longest words there are. */
const GATES: DocumentBlock = {
  kind: 'table',
  head: ['Sperre', 'Dag', 'Rolle', 'Deltakere', 'Fingeravtrykk'],
  rows: [
    [
      'vurdering av personvernkonsekvenser',
      '2. oktober 2026',
      'personvernansvarlig',
      'arbeidsgiver, personvernansvarlig og bedriftshelsetjeneste',
      'ab12'.repeat(16),
    ],
  ],
};

/** Parts of words, between their joints, that stand on more than one line; a fingerprint is no word. */
function brokenWordsIn(tables: Element[]): string[] {
  return tables.flatMap((table) => {
    const texts = [...table.querySelectorAll('tbody *')].flatMap((one) => [...one.childNodes]);
    return texts
      .filter((one) => one instanceof Text)
      .flatMap((text) =>
        [...text.data.matchAll(/\p{L}{3,}/gu)]
          .filter(({ index, 0: word }) => {
            const range = document.createRange();
            // Before the first letter ends the line with the hyphen.
            range.setStart(text, index + 1);
            range.setEnd(text, index + word.length);
            return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
          })
          .map(([word]) => word),
      );
  });
}

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

  it('break no word of a table but where two were joined, and then with a hyphen', async () => {
    const page = await asPrivacyOfficer();
    await page.route('**/api/documents/scope?*', async (route) => {
      const answer = documentAnswer.parse(await (await route.fetch()).json());
      await route.fulfill({ json: { ...answer, blocks: [...answer.blocks, GATES] } });
    });
    await page.getByRole('combobox', { name: nb.documents.which, exact: true }).selectOption('scope');
    const article = page.getByRole('article');
    await article.getByText(/^vurdering av personvern/).waitFor();
    for (const width of [1280, 400, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await openParts(page);
      expect(await article.locator('table').evaluateAll(brokenWordsIn), String(width)).toEqual([]);
    }
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

  it('fold their chapters on a telephone, say what is left to fill in, and open where an address or a search points', async () => {
    const page = await asPrivacyOfficer();
    await page.setViewportSize({ width: 400, height: 900 });
    await page.evaluate(() => {
      location.hash = '#/about?section=about-documents-dpia-3';
    });
    const article = page.getByRole('article');
    const pointed = article.getByRole('button', { name: '3. Hva de det gjelder, mener', exact: true });
    await pointed.waitFor();
    expect(await pointed.getAttribute('aria-expanded')).toBe('true');
    expect(await pointed.evaluate((one) => one === document.activeElement)).toBe(true);
    await pointed.press('Enter');
    expect(await article.evaluate((one) => one.getBoundingClientRect().height)).toBeLessThan(3_000);
    // Of what an officer has to write nothing is hidden from them.
    const blanks = await article.locator('.document-blank').count();
    const said = (await article.locator('> .part-within > .part-gist').allInnerTexts()).join(' ');
    const counted = [...said.matchAll(/Fylles\sut:\s(\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
    expect(counted).toBe(blanks);
    expect(await article.getByRole('navigation').count()).toBe(0);
    expect(await axeFinds(page.mainFrame())).toEqual([]);
    // A search opens a chapter in a chapter; and on paper nothing is folded.
    const risk = article.locator('.part-body .part-body').first();
    expect(await risk.getAttribute('hidden')).toBe('until-found');
    const shown = (): Promise<string> =>
      risk.evaluate((body) => getComputedStyle(body).getPropertyValue('content-visibility'));
    expect(await shown()).toBe('hidden');
    await page.emulateMedia({ media: 'print' });
    expect(await shown()).toBe('visible');
    await page.emulateMedia({ media: 'screen' });
    await risk.evaluate((body) => {
      for (const folded of [body, body.parentElement?.closest('.part-body')])
        folded?.dispatchEvent(new Event('beforematch'));
    });
    await risk.locator('*').first().waitFor();
    await page.context().close();
  });
});
