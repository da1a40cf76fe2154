import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { LANGUAGES, type Language } from '../../teams-app/words/language.ts';
import { openParts } from './opened-parts.ts';
import { LOCALES, type Shown, THEMES, type Where } from './shown-screens.ts';
import { openInTeams } from './teams-host.ts';

const WIDTHS = [1280, 400];
const AT_ONCE = 2;
const SHORTEST_PX = 900;
/** What is longer is cut at its foot: beyond this Chromium draws nothing. */
const TALLEST_PX = 16_000;
const SIZE_WITHIN_MS = 30_000;
/** What stands while an answer is on its way, and what a picture must therefore not hold. */
const UNDER_WAY = '.waiting, .fui-Skeleton, [aria-busy=true]';

/** What of a page is in its picture. */
export interface Crop {
  /** What it begins at; absent: the page's top. */
  readonly from?: string;
  readonly heightPx: number;
}

export interface PictureWishes {
  /** Where the pictures come. */
  readonly folder: string;
  /** Whether a picture of this name is wanted. */
  readonly wanted: (file: string) => boolean;
  /** By the picture's name; absent: the whole page. */
  readonly crops?: ReadonlyMap<string, Crop>;
}

/** What came of it: names of pictures, and a sentence for each that could not be taken or should not look so. */
export interface Taken {
  readonly files: readonly string[];
  readonly wrong: readonly string[];
}

interface Named {
  readonly theme: string;
  readonly width: number;
  readonly file: string;
}

/** One screen in one language: its widths and themes follow each other in the same page. */
interface Sitting {
  readonly shown: Shown;
  readonly language: Language;
  readonly pictures: readonly Named[];
}

/**
 * Takes each screen in every theme, width and language: `<screen>-<theme>-<width>-<language>.png`. A screen that never
 * comes, or on which something stays on its way, gives no picture and a sentence instead, and the others go on; so does one
 * that is wider than its window, which has its picture nevertheless.
 */
export async function screenPictures(
  browser: Browser,
  screens: readonly Shown[],
  wishes: PictureWishes,
): Promise<Taken> {
  const queue = LANGUAGES.flatMap((language) => screens.map((shown) => sittingOf(shown, language, wishes))).values();
  const files: string[] = [];
  const wrong: string[] = [];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const sitting of queue) {
        const sit = sitting.shown.host === null ? sitOutside : sitInTeams;
        try {
          for await (const { file, complaint } of sit(browser, sitting, wishes)) {
            files.push(file);
            if (complaint !== undefined) wrong.push(complaint);
          }
        } catch (error) {
          wrong.push(`${sitting.shown.name} (${sitting.language}): ${sayWhy(error)}`);
        }
      }
    }),
  );
  return { files, wrong };
}

function sittingOf(shown: Shown, language: Language, { wanted }: PictureWishes): Sitting {
  const pictures = WIDTHS.flatMap((width) =>
    (shown.themes ?? THEMES).map((theme) => {
      return { theme, width, file: `${shown.name}-${theme}-${String(width)}-${language}.png` };
    }),
  );
  return { shown, language, pictures: pictures.filter(({ file }) => wanted(file)) };
}

interface OnePicture {
  readonly file: string;
  readonly complaint: string | undefined;
}

async function* sitInTeams(
  browser: Browser,
  { shown, language, pictures }: Sitting,
  wishes: PictureWishes,
): AsyncGenerator<OnePicture> {
  const [first] = pictures;
  if (first === undefined) return;
  const { url, token, host, before } = shown;
  const asked = { url, theme: first.theme, width: first.width, locale: LOCALES[language] };
  const { page, tab, changeTheme } = await openInTeams(
    browser,
    { ...asked, ...(token !== undefined && { token }), ...host },
    before,
  );
  try {
    await ready(tab, page, shown);
    let width = 0;
    for (const picture of pictures) {
      if (picture.width !== width) await resize(page, picture.width, SHORTEST_PX);
      ({ width } = picture);
      await changeTheme(picture.theme);
      if (shown.unfolds === true) await openParts(tab);
      yield await take(tab, page, picture, wishes);
    }
  } finally {
    await page.context().close();
  }
}

/** As a page of its own, where the system says how it shall look. */
async function* sitOutside(
  browser: Browser,
  { shown, language, pictures }: Sitting,
  wishes: PictureWishes,
): AsyncGenerator<OnePicture> {
  for (const picture of pictures) {
    const context = await browser.newContext({
      locale: LOCALES[language],
      viewport: { width: picture.width, height: SHORTEST_PX },
      colorScheme: picture.theme === 'dark' ? 'dark' : 'light',
      forcedColors: picture.theme === 'contrast' ? 'active' : 'none',
    });
    try {
      const page = await context.newPage();
      await page.goto(shown.url);
      await ready(page, page, shown);
      if (shown.unfolds === true) await openParts(page);
      yield await take(page, page, picture, wishes);
    } finally {
      await context.close();
    }
  }
}

/** Until the tab, and not only the page around it, is of this size. */
async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  const [main, inner] = page.frames();
  await (inner ?? main)?.waitForFunction(([w, h]) => innerWidth === w && innerHeight === h, [width, height] as const, {
    timeout: SIZE_WITHIN_MS,
  });
}

async function ready(tab: Where, page: Page, { drawn, first, unfolds }: Shown): Promise<void> {
  await tab.locator('h1').first().waitFor();
  // On a narrow page it may be folded away.
  await tab.locator(drawn).first().waitFor({ state: 'attached' });
  await nothingUnderWay(tab);
  if (unfolds === true) await openParts(tab);
  await first?.(tab, page);
  await nothingUnderWay(tab);
}

/** @throws where something is still on its way when patience ends: such a picture would be of nothing */
async function nothingUnderWay(tab: Where): Promise<void> {
  await tab.locator('html').evaluate(untilStill);
  for (let left = await tab.locator(UNDER_WAY).count(); left > 0; left = await tab.locator(UNDER_WAY).count())
    await tab.locator(UNDER_WAY).first().waitFor({ state: 'detached' });
}

async function take(
  tab: Where,
  page: Page,
  { file, width }: Named,
  { folder, crops }: PictureWishes,
): Promise<OnePicture> {
  const [wide, tall] = await tab.locator('html').evaluate((html) => [html.scrollWidth, html.scrollHeight]);
  await resize(page, width, Math.min(TALLEST_PX, Math.max(SHORTEST_PX, tall)));
  await page.mouse.move(0, 0);
  await tab.locator('html').evaluate(untilStill);
  const left = await tab.locator(UNDER_WAY).count();
  if (left > 0) throw new Error(`${file}: something is still on its way.`);
  const crop = crops?.get(file);
  const top = crop?.from === undefined ? 0 : await topOf(tab, crop.from);
  await page.screenshot({
    path: join(folder, file),
    ...(crop && { clip: { x: 0, y: top, width, height: crop.heightPx } }),
  });
  const complaint = wide > width ? `${file}: ${String(wide)} points wide in a window of ${String(width)}.` : undefined;
  return { file, complaint };
}

async function topOf(tab: Where, selector: string): Promise<number> {
  const box = await tab.locator(selector).first().boundingBox();
  return Math.floor(box?.y ?? 0);
}

function sayWhy(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Once nothing is asked for and nothing moves any more; runs in the tab. */
async function untilStill(): Promise<void> {
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const asked = (): number => performance.getEntriesByType('resource').length;
  await document.fonts.ready;
  for (let still = 0, before = asked(); still < 6; before = asked()) {
    await frame();
    const moves = document.getAnimations().some(({ playState }) => playState === 'running');
    still = moves || asked() !== before ? 0 : still + 1;
  }
}
