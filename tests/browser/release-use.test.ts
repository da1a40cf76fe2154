import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENT_LANGUAGES } from '../../connector/documents/document.ts';
import { WORDS } from '../../connector/documents/words/words.ts';
import { readUses } from '../../connector/store/uses.ts';
import { buildTabIfChanged, TAB_FOLDER } from '../../connector/tab-build.ts';
import { nb } from '../../teams-app/words/nb.ts';
import { officeWords } from '../../teams-app/words/office-watch.ts';
import { inventedRelease, MUNICIPALITY } from '../api/invented-release.ts';
import { showRelease } from '../api/shown-release.ts';
import { startServer, type TestServer } from '../api/test-server.ts';
import { axeFinds } from './accessibility.ts';
import { findChromium, HOW_TO_GET_CHROMIUM, startChromium } from './chromium.ts';
import { comeIn } from './come-in.ts';

const chromium = findChromium();
if (chromium === undefined) console.warn(HOW_TO_GET_CHROMIUM);
const words = nb.releaseUse;
const PICTURES = process.env['SAMSPILL_PICTURES'];

describe.skipIf(chromium === undefined)('what a leader does with a release', { timeout: 120_000 }, () => {
  let browser: Browser;
  let server: TestServer;
  beforeAll(async () => {
    await buildTabIfChanged();
    server = await startServer({ tabFolder: TAB_FOLDER, demo: true, enterDemo: (role) => server.token([role]) });
    showRelease(server.store, inventedRelease('2026-07-01', MUNICIPALITY));
    browser = await startChromium(chromium ?? '');
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function entered(role: 'Leader' | 'PrivacyOfficer', width = 1280): Promise<Page> {
    return comeIn(await browser.newPage({ locale: 'nb-NO', viewport: { width, height: 900 } }), server.url, role);
  }

  it('what it was used for is said with the mouse and with the keys, refused with what to do, and shown in office without who', async () => {
    const page = await entered('Leader', 400);
    const form = page.getByRole('region', { name: words.title });
    // Folded under its heading on a narrow page.
    await form.getByRole('button', { name: words.title }).click();
    await form.getByRole('button', { name: words.send }).click();
    await form.getByText(words.wrong.use).waitFor();
    await form.getByLabel(words.kind).selectOption({ label: words.kinds.organisation });
    await form.getByRole('button', { name: words.send }).click();
    await form.getByText(words.wrong.text).waitFor();
    expect(readUses(server.store)).toEqual([]);
    if (PICTURES !== undefined) await form.screenshot({ path: `${PICTURES}/release-use-400.png` });
    expect(await axeFinds(page.mainFrame())).toEqual([]);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
    await form.getByLabel(words.text).fill('x'.repeat(300));
    expect(await form.getByLabel(words.text).inputValue()).toHaveLength(200);
    await form.getByLabel(words.text).fill('Møter mellom Skole og Helse');
    await form.getByRole('button', { name: words.send }).click();
    await form.getByText(words.sent).waitFor();

    // By keys alone: the kind by its first letter, on to the words, on to the button.
    await form.getByLabel(words.kind).focus();
    await page.keyboard.type('Rapp');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Til kommunestyret');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => readUses(server.store).length).toBe(2);
    expect(readUses(server.store).map(({ period, use, text }) => [period, use, text])).toEqual([
      ['2026-Q3', 'reporting', 'Til kommunestyret'],
      ['2026-Q3', 'organisation', 'Møter mellom Skole og Helse'],
    ]);

    const officer = await entered('PrivacyOfficer');
    expect(await officer.getByRole('region', { name: words.title }).count()).toBe(0);
    await officer.goto(`${server.url}/#/office`);
    const shown = officer.getByRole('table', { name: officeWords('nb').uses.caption });
    await shown.getByText('Til kommunestyret').waitFor();
    expect(await shown.getByRole('row').count()).toBe(3);
  });

  it('the paper for the council is read in three languages, with what did not work, and had as Word and as PDF', async () => {
    const page = await entered('Leader');
    await page.goto(`${server.url}/#/journey`);
    const { council, language, languages, download, downloadPdf } = nb.documents;
    const part = page.getByRole('region', { name: council.title });
    await part.getByRole('button', { name: council.show }).click();
    for (const one of DOCUMENT_LANGUAGES) {
      await part.getByRole('combobox', { name: language }).selectOption({ label: languages[one] });
      const paper = part.locator(`article[lang=${one}]`);
      await paper.getByRole('heading', { name: WORDS[one].councilPaper.didNotWork }).waitFor();
      expect(await paper.locator('.document-mark').first().innerText()).toBe(WORDS[one].councilPaper.mark);
    }
    for (const [name, kind, begins] of [
      [download, 'docx', 'PK'],
      [downloadPdf, 'pdf', '%PDF'],
    ] as const) {
      const coming = page.waitForEvent('download');
      await part.getByRole('button', { name }).click();
      const file = await coming;
      expect(file.suggestedFilename()).toBe(`samspill-council-paper-${DOCUMENT_LANGUAGES.at(-1) ?? ''}.${kind}`);
      expect((await readFile(await file.path())).subarray(0, begins.length).toString()).toBe(begins);
    }
  });
});
