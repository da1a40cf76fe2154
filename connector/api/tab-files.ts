import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type RequestHandler, type Router } from 'express';
import { contentPolicy } from './headers.ts';

/** Stands in the built page wherever the nonce belongs. */
const NONCE_MARK = '__CSP_NONCE__';
/** Stands in the built page where it says whether this is a demo: `yes` or `no`. */
const DEMO_MARK = '__SAMSPILL_DEMO__';
const NONCE_BYTES = 16;
/** Vite puts a hash of the content into such a name, so the file behind it never changes. */
const HASHED = /[\\/]assets[\\/][^\\/]+-[\w-]{8}\.\w+$/;
const YEAR = 'public, max-age=31536000, immutable';
const HAS_EXTENSION = /\.[^/]*$/;

/**
 * The tab as built: files with an ETag, those with a hash in their name for a year, and the page itself for every other
 * address, made anew each time with its own nonce and kept nowhere.
 *
 * @param folder where the build lies; read at each request, so it may appear after the server
 * @param demo whether the page may offer to enter without Teams
 * @param random bytes for the nonce
 */
export function tabFiles(folder: string, demo: boolean, random: (size: number) => Uint8Array): Router {
  const page = tabPage(join(folder, 'index.html'), demo, random);
  const router = express.Router();
  router.get(['/', '/index.html'], page);
  router.use(
    express.static(folder, {
      index: false,
      redirect: false,
      dotfiles: 'ignore',
      setHeaders: (response, path) => {
        response.setHeader('cache-control', HASHED.test(path) ? YEAR : 'no-cache');
      },
    }),
  );
  router.get('/{*path}', (request, response, next) => {
    if (!HAS_EXTENSION.test(request.path)) return page(request, response, next);
    next();
    return undefined;
  });
  return router;
}

function tabPage(file: string, demo: boolean, random: (size: number) => Uint8Array): RequestHandler {
  return async (request, response, next) => {
    const html = await readFile(file, 'utf8').catch(() => undefined);
    if (html === undefined) {
      next();
      return;
    }
    const nonce = Buffer.from(random(NONCE_BYTES)).toString('base64');
    contentPolicy(nonce)(request, response, () => {
      const page = html.replaceAll(NONCE_MARK, nonce).replaceAll(DEMO_MARK, demo ? 'yes' : 'no');
      response.set('cache-control', 'no-store').type('html').send(page);
    });
  };
}
