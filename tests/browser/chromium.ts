import { existsSync } from 'node:fs';
import process from 'node:process';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** One line for whoever runs the tests on a machine without a browser. */
export const HOW_TO_GET_CHROMIUM =
  'browser tests skipped: no Chromium found; install one (Debian: apt-get install chromium) or set CHROMIUM_PATH';

/** The path of an installed Chromium; undefined where there is none. */
export function findChromium(): string | undefined {
  return PLACES.find((path) => path !== undefined && path !== '' && existsSync(path));
}

/** Starts Chromium without its own traffic to anybody. */
export function startChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
