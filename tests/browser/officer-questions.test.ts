import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sentItemsSource } from '../../connector/microsoft-graph/mail.ts';
import { noteAtBoundary } from '../../connector/store/boundary-ledger.ts';
import { saveScope } from '../../connector/store/scopes.ts';
import { buildTabIfChanged, TAB_FOLDER } from '../../connector/tab-build.ts';
import { officeWords } from '../../teams-app/words/office-watch.ts';
import { nb } from '../../teams-app/words/nb.ts';
import { inventedRelease, MUNICIPALITY } from '../api/invented-release.ts';
import { showRelease } from '../api/shown-release.ts';
import { startServer, type TestServer } from '../api/test-server.ts';
import { inventedScope } from '../privacy/invented-scope.ts';
import { axeFinds } from './accessibility.ts';
import { findChromium, HOW_TO_GET_CHROMIUM, startChromium } from './chromium.ts';
import { comeIn } from './come-in.ts';
import { openParts } from './opened-parts.ts';

const chromium = findChromium();
if (chromium === undefined) console.warn(HOW_TO_GET_CHROMIUM);
const words = officeWords('nb');

/** The questions of the data protection officer, and what an answer to each must say. */
const QUESTIONS = [
  ['what is on', 'on', 'Fjordvik kommune'],
  ['the word by which a partner organisation is kept', 'on', 'partner:nabokommunen'],
  ['how to stop it', 'pause', words.pause.button.paused],
  ['permissions held against needed', 'permissions', 'Mail.Read'],
  ['fields kept and dropped', 'fields', nb.about.sources['sent-items'] ?? ''],
  ['volumes and the oldest row', 'volumes', 'om lag 1 200'],
  ['keys and what was destroyed', 'keys', words.keys.weak],
  ['releases with ρ, odds and objections', 'releases', words.releases.under10],
  ['attacks', 'attacks', 'A1'],
  ['accesses', 'accesses', words.offices.DataProtectionOfficer],
  ['gates', 'gates', words.gates.names['dpia'] ?? ''],
  ['what leaders use it for', 'uses', words.uses.none],
  ['everything as one archive', 'download', 'BEGIN PUBLIC KEY'],
] as const;

describe.skipIf(chromium === undefined)('an officer’s questions', { retry: 1, timeout: 60_000 }, () => {
  let browser: Browser;
  let server: TestServer;
  let officer: Page;
  beforeAll(async () => {
    await buildTabIfChanged();
    server = await startServer({
      tabFolder: TAB_FOLDER,
      demo: true,
      stage: 'pilot',
      sources: [sentItemsSource],
      enterDemo: (role) => server.token([role]),
    });
    showRelease(server.store, inventedRelease('2026-07-01', MUNICIPALITY));
    const partners = [{ name: 'nabokommunen', kind: 'public-administration', domains: ['nabo.example'] }] as const;
    saveScope(server.store, inventedScope({ partnerOrganisations: [...partners] }), '2026-07-01T00:00:00.000Z');
    noteRun(server);
    browser = await startChromium(chromium ?? '');
    officer = await landed();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  beforeEach(() => {
    // One person asks all of it: a minute apart, or the server would call them too busy.
    server.clock.at += 60_000;
  });

  async function landed(width = 1280): Promise<Page> {
    const page = await browser.newPage({ locale: 'nb-NO', viewport: { width, height: 900 } });
    return comeIn(page, server.url, 'DataProtectionOfficer');
  }

  it.each(QUESTIONS)('%s: answered in two clicks from the first page', async (_, part, said) => {
    const page = officer;
    // The first page is where the menu begins.
    await page.getByRole('link', { name: nb.screens.overview, exact: true }).click();
    await page.locator('main h1').waitFor();
    await page.getByRole('link', { name: nb.screens.office, exact: true }).click();
    await page
      .getByRole('navigation', { name: words.questions })
      .getByRole('link', { name: words[part].title })
      .click();
    const answer = page.getByRole('region', { name: words[part].title });
    await answer.getByText(said).first().waitFor();
    expect(await answer.evaluate((section) => section === document.activeElement)).toBe(true);
    expect(await answer.evaluate((section) => section.getBoundingClientRect().top < innerHeight)).toBe(true);
  });

  it.each([1280, 400])('is clean for axe and no wider than its window: %s', async (width) => {
    const page = await landed(width);
    await page.getByRole('link', { name: nb.screens.office, exact: true }).click();
    await page.locator('#office-on .document').waitFor({ state: 'attached' });
    await openParts(page);
    await page.getByRole('region', { name: words.on.title }).getByText('Fjordvik kommune').first().waitFor();
    await page.locator('#office-fields summary').first().click();
    await page.getByRole('button', { name: words.fields.pair }).first().click();
    await page.getByText('CANARY').first().waitFor();
    expect(await axeFinds(page.mainFrame())).toEqual([]);
    expect(await page.locator('html').evaluate((html) => html.scrollWidth <= html.clientWidth)).toBe(true);
    await page.context().close();
  });

  it('downloads the archive, and stops the processing by keyboard', async () => {
    const page = await landed();
    await page.getByRole('link', { name: nb.screens.office, exact: true }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: words.download.button }).click();
    expect((await coming).suggestedFilename()).toMatch(/^samspill-archive-.*\.zip$/);
    await page.getByRole('button', { name: words.pause.button.paused }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(words.pause.states.paused).waitFor();
    await page.context().close();
  });
});

function noteRun({ store }: TestServer): void {
  const { name, endpoint } = sentItemsSource;
  noteAtBoundary(store, '2026-10-01T02:00:00.000Z', {
    kind: 'run',
    run: 1,
    period: '2026-Q4',
    sources: [name],
    scopeVersion: 1,
    ruleHash: 'a'.repeat(64),
    keyId: 'kek-1',
    held: ['Mail.Read', 'Mail.ReadBasic.All'],
  });
  noteAtBoundary(store, '2026-10-01T03:00:00.000Z', {
    kind: 'reading',
    run: 1,
    source: name,
    endpoint,
    weekRows: 1200,
    kept: [],
    dropped: 2,
  });
}
