import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wrappedBy } from './wrapped-key.ts';

/**
 * The id of what wraps a data folder's lasting key, as it stands beside the wrapped key: it opens nothing.
 *
 * @param dataFolder where an installation keeps its data
 * @returns undefined before the first start, or where it cannot be read: that is for the installation itself to say
 */
export function keyIdIn(dataFolder: string): string | undefined {
  try {
    const text = readFileSync(join(dataFolder, 'keys', 'standing.jwe'), 'utf8');
    const [, ofVault] = /^\{"kid":"(https:[^"]+)\/[^/"]+"/.exec(text) ?? [];
    return ofVault ?? wrappedBy(text);
  } catch {
    return undefined;
  }
}
