import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { z } from 'zod';
import { Failure } from '../connector/failure.ts';
import { appIdOf } from './app-id.ts';
import { readInstallation } from './installation.ts';
import { readWords, type Words } from './words.ts';

/** Everything a package holds, all at its root: Teams reads no folders. The first language is the default one. */
const LANGUAGES = ['nb.json', 'nn.json', 'en.json'] as const;
const ICONS = ['color.png', 'color32x32.png', 'outline.png'] as const;

const product = z.object({ version: z.string() });

/** Local time, as zip writes it: the same bytes on every machine and day. */
const ALWAYS = new Date(2026, 0, 1);

export interface Package {
  /** Where it was written; its name alone when it was not. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The id under which Teams knows the app; the same for every package of this host and registration. */
  readonly appId: string;
}

/**
 * Builds the Teams app package of one installation: a zip of the manifest with its places filled in, three icons and
 * three languages. The same input and files give the same bytes.
 *
 * @param options.version of the package; the product's own when absent
 * @param options.out the folder to write `samspill-<version>.zip` in; without it nothing is written
 * @throws Failure 'bad-input' for a host, client id, version or language file that Teams would not take;
 *   'folder-unwritable' when the folder is missing or may not be written
 */
export function buildPackage(options: {
  readonly host: string;
  readonly clientId: string;
  readonly version?: string;
  readonly out?: string;
}): Package {
  const installation = readInstallation({ ...options, version: options.version ?? ownVersion() });
  const appId = appIdOf(installation.clientId, installation.host);
  const [spoken] = LANGUAGES.map((file) => readWords(file, ours(file).toString('utf8')));
  const manifest = fill(ours('manifest.json').toString('utf8'), {
    ...spoken,
    HOST: installation.host,
    CLIENT_ID: installation.clientId,
    APP_ID: appId,
    VERSION: installation.version,
  });
  const bytes = zip([
    ['manifest.json', Buffer.from(manifest)],
    ...[...ICONS, ...LANGUAGES].map((file): [string, Buffer] => [file, ours(file)]),
  ]);
  const name = `samspill-${installation.version}.zip`;
  return { file: options.out === undefined ? name : write(options.out, name, bytes), bytes, appId };
}

function ownVersion(): string {
  return product.parse(JSON.parse(ours('../package.json').toString('utf8'))).version;
}

function ours(file: string): Buffer {
  return readFileSync(new URL(file, import.meta.url));
}

/** Puts each value where its `${{NAME}}` stands, as JSON text; a place without a value would reach Teams unseen. */
function fill(template: string, values: Words): string {
  return template.replaceAll(/\$\{\{([^}]+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Failure('bad-input', `manifest.json asks for ${name}, which nobody gives it.`);
    return JSON.stringify(value).slice(1, -1);
  });
}

function zip(files: readonly (readonly [string, Buffer])[]): Uint8Array {
  const entries: Zippable = Object.fromEntries(files.map(([name, bytes]) => [name, [bytes, { mtime: ALWAYS }]]));
  return zipSync(entries, { level: 9 });
}

function write(folder: string, name: string, bytes: Uint8Array): string {
  const file = join(folder, name);
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    throw new Failure(
      'folder-unwritable',
      'The package cannot be written there: give a folder that exists and that you may write to.',
      {
        cause: error,
      },
    );
  }
  return file;
}
