import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readPseudonym, type Pseudonym } from '../../connector/privacy/pseudonym.ts';
import { periodOf } from '../../connector/privacy/period.ts';
import { openStore, type Store, type StoreOptions } from '../../connector/store/open.ts';

/** Four weeks that begin on a Monday. */
export const FEBRUARY = periodOf('2027-02-01', '2027-03-01');

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'samspill-store-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A store that is closed after the test, in a folder of its own unless one is given. */
export function temporaryStore(options: StoreOptions & { folder?: string } = {}): Store {
  const { folder = join(temporaryFolder(), 'data'), ...rest } = options;
  const store = openStore(folder, rest);
  onTestFinished(() => {
    if (store.decisions.isOpen) store.close();
  });
  return store;
}

/** Pseudonym number n: of the right shape, made from no key. */
export function person(n: number): Pseudonym {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32BE(n, 0);
  return readPseudonym(`p1_${bytes.toString('base64url')}`);
}

/** Every file below a folder with its bytes. */
export function everyFile(folder: string): { name: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((name) => ({ name, bytes: readFileSync(name) }));
}

/** The files below a folder in which a text stands. */
export function filesWith(folder: string, text: string): string[] {
  return everyFile(folder)
    .filter(({ bytes }) => bytes.includes(text))
    .map(({ name }) => name);
}

/** What a call throws; fails the test when it throws nothing. */
export function thrownBy(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('It should have thrown an Error.');
}

/** A value the types would refuse: what a mistake elsewhere could hand over at run time. */
export function untyped(value: unknown): never {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- going round the types is its purpose
  return value as never;
}
