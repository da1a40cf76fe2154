import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { buildTabIfChanged, TAB_FOLDER } from '../../connector/tab-build.ts';
import { findChromium, HOW_TO_GET_CHROMIUM, startChromium } from './chromium.ts';
import { contactSheets } from './contact-sheets.ts';
import { startFakeApi } from './fake-api.ts';
import { startEmpty, startPeopled } from './peopled-server.ts';
import { HEAVIEST_BYTES, README_PICTURES } from './readme-pictures.ts';
import { type PictureWishes, screenPictures, type Taken } from './screen-pictures.ts';
import { firstScreens, inventedGroups, officersScreens } from './shown-screens.ts';

const FOLDER = fileURLToPath(new URL('./screenshots/', import.meta.url));
const README_FOLDER = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

/** Takes every screen whose pictures are wanted; the tab is built anew first where its sources changed. */
async function takeAll(browser: Browser, wishes: PictureWishes): Promise<Taken> {
  await mkdir(wishes.folder, { recursive: true });
  await buildTabIfChanged();
  const all = [
    ...(await takeOfInvented(browser, wishes)),
    await takeInOffice(browser, wishes),
    ...(await takeOfNothing(browser, wishes)),
  ];
  return { files: all.flatMap(({ files }) => files).toSorted(), wrong: all.flatMap(({ wrong }) => wrong) };
}

async function takeOfInvented(browser: Browser, wishes: PictureWishes): Promise<Taken[]> {
  const api = await startFakeApi(TAB_FOLDER);
  const usual = { ...api.wishes };
  const taken: Taken[] = [];
  for (const group of inventedGroups(api)) {
    Object.assign(api.wishes, usual, group.wishes);
    taken.push(await screenPictures(browser, group.screens, wishes));
  }
  await api.close();
  return taken;
}

async function takeInOffice(browser: Browser, wishes: PictureWishes): Promise<Taken> {
  const peopled = await startPeopled();
  const taken = await screenPictures(browser, await officersScreens(peopled), wishes);
  await peopled.close();
  return taken;
}

async function takeOfNothing(browser: Browser, wishes: PictureWishes): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (const stage of ['pilot', 'production'] as const) {
    const empty = await startEmpty(stage);
    taken.push(await screenPictures(browser, await firstScreens(empty, stage), wishes));
    await empty.close();
  }
  return taken;
}

async function takeForReadme(browser: Browser): Promise<Taken> {
  const crops = README_PICTURES;
  const { files, wrong } = await takeAll(browser, { folder: README_FOLDER, crops, wanted: (file) => crops.has(file) });
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(README_FOLDER, file))).size));
  const heavy = files.filter((_file, i) => (sizes[i] ?? 0) > HEAVIEST_BYTES);
  const missing = [...crops.keys()].filter((file) => !files.includes(file));
  return {
    files,
    wrong: [
      ...wrong,
      ...heavy.map((file) => `${file} is heavier than ${String(HEAVIEST_BYTES)} bytes.`),
      ...missing.map((file) => `${file} was not taken.`),
    ],
  };
}

/** `wish` narrows by the pictures' names; without one, what lay in the usual folder is removed first. */
async function takeForLooking(browser: Browser, wish: string, folder: string): Promise<Taken> {
  if (wish === '' && folder === FOLDER) await rm(folder, { recursive: true, force: true });
  const only = new RegExp(wish);
  const taken = await takeAll(browser, { folder, wanted: (file) => only.test(file) });
  await contactSheets(browser, folder, taken.files);
  return taken;
}

async function sheetsAlone(browser: Browser, folder: string): Promise<Taken> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.png') && !name.startsWith('sheet-'));
  await contactSheets(browser, folder, files);
  return { files: [], wrong: [] };
}

async function main(executablePath: string): Promise<void> {
  const began = Date.now();
  const [, , wish = '', folder = FOLDER] = process.argv;
  const browser = await startChromium(executablePath);
  const { files, wrong } =
    wish === 'docs'
      ? await takeForReadme(browser)
      : wish === 'sheets'
        ? await sheetsAlone(browser, folder)
        : await takeForLooking(browser, wish, folder);
  await browser.close();
  for (const file of files) console.log(file);
  for (const sentence of wrong) console.error(sentence);
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`${String(files.length)} pictures in ${String(seconds)} s; wrong: ${String(wrong.length)}`);
  if (wrong.length > 0) process.exitCode = 1;
}

// `screenshots` takes everything, `screenshots unit` those whose files' names this expression fits, `screenshots sheets` makes the
// sheets of what is there anew, and `screenshots docs` takes the README's. A second word is another folder than the usual.
const chromium = findChromium();
if (chromium === undefined) console.error(HOW_TO_GET_CHROMIUM);
else await main(chromium);
