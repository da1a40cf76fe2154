import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';

/** `<screen>-<theme>-<width>-<language>.png` */
const NAMED = /^(?<screen>.+)-(?<look>[a-z]+-\d+-[a-z]{2})\.png$/;
const COLUMNS = 6;
const THUMBNAIL_PX = 320;
const TALLEST_PX = 900;

/**
 * Puts all pictures of one theme, width and language side by side on one sheet, `sheet-<theme>-<width>-<language>.png`,
 * so that a person looks them through in a minute. A long page is cut at its foot.
 *
 * @param folder where the pictures lie, and where the sheets come
 * @param files names of pictures; one named otherwise stands on no sheet
 */
export async function contactSheets(browser: Browser, folder: string, files: readonly string[]): Promise<void> {
  const sheets = Map.groupBy(files.toSorted(), (file) => NAMED.exec(file)?.groups?.['look']);
  const width = COLUMNS * (THUMBNAIL_PX + 12) + 12;
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const html = join(folder, 'sheet.html');
  for (const [look, shown] of sheets) {
    if (look === undefined) continue;
    // From a file of its own: a page made of text alone may not show files.
    await writeFile(html, sheetOf(look, shown));
    await page.goto(pathToFileURL(html).href);
    await page.screenshot({ path: join(folder, `sheet-${look}.png`), fullPage: true });
  }
  await rm(html, { force: true });
  await page.close();
}

function sheetOf(look: string, files: readonly string[]): string {
  const figures = files.map((file) => {
    const screen = NAMED.exec(file)?.groups?.['screen'] ?? file;
    return `<figure><figcaption>${screen}</figcaption><div><img src="${encodeURIComponent(file)}" alt=""></div></figure>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${look}</title><style>
body{margin:12px;font:14px sans-serif;background:#ddd;columns:${COLUMNS};column-gap:12px}
figure{margin:0 0 12px;break-inside:avoid}div{max-height:${TALLEST_PX}px;overflow:hidden;background:#fff}
img{width:100%;display:block}figcaption{font-weight:600;padding:2px 0}</style>${figures.join('')}</html>`;
}
