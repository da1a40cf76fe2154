import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { buildTabIfChanged, TAB_FOLDER } from '../connector/tab-build.ts';
import { nb } from '../teams-app/words/nb.ts';
import { inventedRelease, MUNICIPALITY } from '../tests/api/invented-release.ts';
import { showRelease } from '../tests/api/shown-release.ts';
import { startServer, type TestServer } from '../tests/api/test-server.ts';
import { findChromium, HOW_TO_GET_CHROMIUM, startChromium } from '../tests/browser/chromium.ts';
import { scriptsOf } from '../tests/teams-app/initial-script.ts';

const ROUNDS = 7;
const WIDTHS = [1280, 400] as const;
const ROLE = 'samspill.demo-role';

/** What a browser tells of one visit; times in milliseconds since the address was asked for. */
const visit = z.object({
  firstPaint: z.number(),
  largestPaint: z.number(),
  figures: z.number(),
  blocked: z.number(),
  shift: z.number(),
  delay: z.number(),
});
type Visit = z.infer<typeof visit>;

/**
 * How soon somebody sees something, in real Chromium against the real server on this machine, with nothing kept from
 * before: a browser context of its own each time. Lighthouse's figures, without its slowed-down machine and network.
 */
export async function benchSpeed(): Promise<void> {
  const chromium = findChromium();
  if (chromium === undefined) throw new Error(HOW_TO_GET_CHROMIUM);
  await buildTabIfChanged();
  const server = await startServer({
    tabFolder: TAB_FOLDER,
    demo: true,
    enterDemo: (role) => server.token(role === 'Employee' ? [] : [role]),
  });
  showRelease(server.store, inventedRelease('2026-07-01', MUNICIPALITY));
  const browser = await startChromium(chromium);
  try {
    await visited(browser, server, 1280);
    console.log(`\nSpeed of the overview, cold, median of ${ROUNDS} visits`);
    for (const width of WIDTHS) tell(width, await visits(browser, server, width));
    tellScripts();
  } finally {
    await browser.close();
    await server.close();
  }
}

async function visits(browser: Browser, server: TestServer, width: number): Promise<Visit[]> {
  const all: Visit[] = [];
  while (all.length < ROUNDS) all.push(await visited(browser, server, width));
  return all;
}

async function visited(browser: Browser, server: TestServer, width: number): Promise<Visit> {
  const context = await browser.newContext({ locale: 'nb-NO', viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(`sessionStorage.setItem('${ROLE}', 'Leader'); (${String(watch)})();`);
  await page.goto(server.url);
  await page.locator('.unit').first().waitFor();
  const figures = z.number().parse(await page.evaluate('performance.now()'));
  await page.waitForLoadState('networkidle');
  await useIt(page);
  const seen = z.record(z.string(), z.number()).parse(await page.evaluate('seen'));
  await context.close();
  return visit.parse({ ...seen, figures });
}

/** Table instead of picture and back, then another screen: the slowest answer to any of it counts. */
async function useIt(page: Page): Promise<void> {
  const table = page.getByRole('button', { name: nb.asTable }).first();
  await table.click();
  await page.getByRole('table').first().waitFor();
  await page.getByRole('button', { name: nb.picture }).first().click();
  await page.locator('.unit').first().waitFor();
  await page.getByRole('link', { name: nb.screens.about }).click();
  await page.getByRole('heading', { level: 1, name: nb.about.title }).waitFor();
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))');
}

/** Runs in the page, before anything of ours. */
function watch(): void {
  const seen = { firstPaint: 0, largestPaint: 0, blocked: 0, shift: 0, delay: 0 };
  Object.assign(globalThis, { seen });
  const follow = (type: string, take: (told: (name: string) => unknown) => void): void => {
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take((name) => Reflect.get(entry, name));
    });
    // Node's types know of Node's own entries alone.
    const options = { type, buffered: true, ...(type === 'event' ? { durationThreshold: 16 } : {}) };
    Reflect.apply(observer.observe.bind(observer), undefined, [options]);
  };
  follow('paint', (told) => {
    if (told('name') === 'first-contentful-paint') seen.firstPaint = Number(told('startTime'));
  });
  follow('largest-contentful-paint', (told) => {
    seen.largestPaint = Number(told('startTime'));
  });
  follow('longtask', (told) => {
    seen.blocked += Math.max(0, Number(told('duration')) - 50);
  });
  follow('layout-shift', (told) => {
    if (told('hadRecentInput') !== true) seen.shift += Number(told('value'));
  });
  follow('event', (told) => {
    if (Number(told('interactionId')) > 0) seen.delay = Math.max(seen.delay, Number(told('duration')));
  });
}

function tell(width: number, all: readonly Visit[]): void {
  const of = (name: keyof Visit): number => all.map((one) => one[name]).toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0;
  console.log(`  at ${width} pixels`);
  for (const [name, text] of [
    ['firstPaint', 'first contentful paint'],
    ['largestPaint', 'largest contentful paint'],
    ['figures', 'the first picture drawn'],
    ['blocked', 'total blocking time'],
    ['delay', 'slowest interaction'],
  ] as const)
    console.log(`    ${text.padEnd(26)}${of(name).toFixed(0).padStart(6)} ms`);
  console.log(`    ${'layout shift'.padEnd(26)}${of('shift').toFixed(3).padStart(6)}`);
}

function tellScripts(): void {
  const html = readFileSync(join(TAB_FOLDER, 'index.html'), 'utf8');
  const scripts = scriptsOf(html).map((path) => readFileSync(join(TAB_FOLDER, path)));
  const sum = (sizes: readonly number[]): string => (sizes.reduce((all, one) => all + one, 0) / 1000).toFixed(1);
  console.log(`  initial script: ${sum(scripts.map((one) => gzipSync(one, { level: 9 }).length))} kB gzip,`);
  console.log(`    ${sum(scripts.map((one) => one.length))} kB as it is, ${scripts.length} files`);
}
