import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import type { KeyCustody } from './key-custody.ts';
import type { KeyKeeper } from './key-keeper.ts';
import { KEY_BYTES } from './key-strength.ts';
import { flushFolder, readIfThere, replaceFile, shredFile, writeOnce } from './safe-file.ts';
import { wrappedBy, type KeyName } from './wrapped-key.ts';

const STANDING = 'standing';
const ARCHIVE = 'archive';
const WRAPPED = '.jwe';
const SHREDDED = '.jwe.shredded';
const DAY_MS = 86_400_000;
/** Names that are safe as a file's: a period's id is one. */
const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;

interface Folder {
  readonly folder: string;
  readonly keeper: KeyKeeper;
  readonly random: (size: number) => Uint8Array;
  readonly now: () => number;
  readonly backupDays?: number | undefined;
}

/**
 * Custody in a folder of wrapped keys, whoever wraps them. A key is written once; shredding leaves a note, and no key
 * comes back beside a note. Several processes may share a folder.
 */
export function folderCustody(options: Folder): KeyCustody {
  const { keeper } = options;
  return {
    kind: keeper.kind,
    weak: keeper.weak,
    createPeriodKey: async (tenantId, periodId) => {
      await refuseShredded(options.folder, periodId);
      const key = await create({ tenantId, key: periodId }, options);
      if (key === undefined) throw new Failure('key-missing', 'This period has its key already: open it instead.');
      return key;
    },
    openPeriodKey: (tenantId, periodId) => openKey({ tenantId, key: periodId }, options),
    shredPeriodKey: (periodId) => shred(periodId, options),
    standingKey: (tenantId) => openKey({ tenantId, key: STANDING }, options),
    archiveKey: (tenantId) => openKey({ tenantId, key: ARCHIVE }, options),
    keyId: async (periodId) => {
      const wrapped = await readIfThere(keyPath(options.folder, periodId));
      return wrappedBy(wrapped?.toString('utf8') ?? '') ?? null;
    },
    look: (tenantId) => keeper.look(tenantId),
    makeReady: (tenantId) => makeReady(tenantId, options),
    recoverableUntil: (periodId) => recoverableUntil(periodId, options),
  };
}

/** A random text for names beside others. */
export function nonce(random: (size: number) => Uint8Array): string {
  return Buffer.from(random(8)).toString('hex');
}

async function create(name: KeyName, { folder, keeper, random }: Folder): Promise<Uint8Array | undefined> {
  const path = keyPath(folder, name.key);
  if ((await readIfThere(path)) !== undefined) return undefined;
  const key = random(KEY_BYTES);
  const wrapped = await keeper.wrap(key, name);
  return (await writeOnce(path, wrapped, nonce(random))) ? key : undefined;
}

async function openKey(name: KeyName, options: Folder): Promise<Uint8Array> {
  await refuseShredded(options.folder, name.key);
  const wrapped = await readIfThere(keyPath(options.folder, name.key));
  if (wrapped !== undefined) return (await options.keeper.unwrap(wrapped.toString('utf8'), name)).key;
  return (await create(name, options)) ?? openKey(name, options);
}

function keyPath(folder: string, key: string): string {
  if (!PLAIN_NAME.test(key)) throw new RangeError('A key is named by a period id: letters, digits and hyphens.');
  return join(folder, `${key}${WRAPPED}`);
}

function notePath(folder: string, periodId: string): string {
  return `${keyPath(folder, periodId)}.shredded`;
}

/** When what wrapped the key is gone for good as well. */
function gonePath(folder: string, periodId: string): string {
  return `${keyPath(folder, periodId)}.gone`;
}

async function refuseShredded(folder: string, periodId: string): Promise<void> {
  if ((await readIfThere(notePath(folder, periodId))) === undefined) return;
  throw new Failure(
    'key-missing',
    'The key of this period was shredded when the period ended: its pseudonyms are gone for good.',
  );
}

/** The note comes first: from then on the key counts as gone, and a crash before the end cannot bring a new one. */
async function shred(periodId: string, options: Folder): Promise<void> {
  if ([STANDING, ARCHIVE].includes(periodId)) throw new RangeError('The standing key is not a period key.');
  const { folder, keeper, random, now } = options;
  const note = `shredded ${new Date(now()).toISOString()}\n`;
  await writeOnce(notePath(folder, periodId), note, nonce(random));
  await removeFiles(folder, periodId);
  const goneFrom = await keeper.forget(periodId);
  if (goneFrom !== null) {
    await writeOnce(gonePath(folder, periodId), `gone ${new Date(goneFrom).toISOString()}\n`, nonce(random));
  }
}

async function removeFiles(folder: string, periodId: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const isUnfinished = name.startsWith(`${periodId}${WRAPPED}.`) && name.endsWith('.part');
    if (isUnfinished || name === `${periodId}${WRAPPED}`) await shredFile(join(folder, name));
  }
  await flushFolder(folder);
}

/** What an older key wrapped is wrapped anew, one file at a time; what came back beside its note goes again. */
async function makeReady(tenantId: string, options: Folder): Promise<void> {
  const { folder, keeper, random } = options;
  await keeper.makeReady(tenantId);
  const names = await readdir(folder).catch((): string[] => []);
  const shredded = names.filter((name) => name.endsWith(SHREDDED)).map((name) => name.slice(0, -SHREDDED.length));
  for (const periodId of shredded) await removeFiles(folder, periodId);
  for (const key of names.filter((name) => name.endsWith(WRAPPED)).map((name) => name.slice(0, -WRAPPED.length))) {
    const wrapped = await readIfThere(keyPath(folder, key));
    if (wrapped === undefined) continue;
    const name = { tenantId, key };
    const opened = await keeper.unwrap(wrapped.toString('utf8'), name);
    if (!opened.isOutdated) continue;
    await replaceFile(keyPath(folder, key), await keeper.wrap(opened.key, name), nonce(random));
    // Another process may have shredded it meanwhile.
    if ((await readIfThere(notePath(folder, key))) !== undefined) await removeFiles(folder, key);
  }
  await keeper.retireOld();
}

/**
 * Whoever wants the key back needs its wrapped copy, from a backup of the folder, and what unwraps it: the first of the
 * two to be gone for good decides. The day is the one after, so that it is true whatever the hour.
 */
async function recoverableUntil(periodId: string, { folder, backupDays }: Folder): Promise<string | null> {
  const shreddedAt = momentIn(await readIfThere(notePath(folder, periodId)));
  if (shreddedAt === undefined) return null;
  const goneFrom = momentIn(await readIfThere(gonePath(folder, periodId)));
  const ends = [
    ...(backupDays === undefined ? [] : [shreddedAt + backupDays * DAY_MS]),
    ...(goneFrom === undefined ? [] : [goneFrom]),
  ];
  return ends.length === 0 ? null : new Date(Math.min(...ends) + DAY_MS).toISOString().slice(0, 10);
}

function momentIn(note: Buffer | undefined): number | undefined {
  const moment = Date.parse(note?.toString('utf8').trim().split(' ')[1] ?? '');
  return Number.isNaN(moment) ? undefined : moment;
}
