import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.ts';

const FILE = 'tenant';

/**
 * Refuses a data folder that was made for another tenant. To be asked before anything in it is opened; a folder that
 * belongs to nobody yet is no fault.
 *
 * @throws Failure 'bad-setting', and nothing was touched
 */
export function refuseOtherTenant(folder: string, tenantId: string): void {
  const kept = tenantOf(folder);
  if (kept === undefined || kept === tenantId.toLowerCase()) return;
  throw new Failure(
    'bad-setting',
    'The data folder belongs to another tenant: set SAMSPILL_DATA_FOLDER to a folder of this tenant alone, or SAMSPILL_TENANT_ID back. Nothing was changed.',
  );
}

/** Writes down whose folder this is, once and for good; whole or not at all, also where two processes start at once. */
export function keepTenant(folder: string, tenantId: string): void {
  if (tenantOf(folder) === undefined) {
    const draft = join(folder, `${FILE}.${String(process.pid)}.part`);
    writeFileSync(draft, `${tenantId.toLowerCase()}\n`, { mode: 0o600, flush: true });
    try {
      linkSync(draft, join(folder, FILE));
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    } finally {
      rmSync(draft);
    }
  }
  refuseOtherTenant(folder, tenantId);
}

function tenantOf(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, FILE), 'utf8').trim();
  } catch (error) {
    // Where a file stands in the folder's place, whoever opens the folder says so.
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return undefined;
    throw new Failure('folder-unwritable', 'The file `tenant` in the data folder cannot be read: let this account.', {
      cause: error,
    });
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
