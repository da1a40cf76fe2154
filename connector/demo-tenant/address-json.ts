import type { AccountIndex } from './account-index.ts';

/**
 * Outlook's recipient: `Kari Nordmann <kari@…>` brings its own name; a bare address gets the directory's.
 *
 * @returns `"emailAddress":{"name":…,"address":…}`, without the braces around it
 */
export function emailAddress(index: AccountIndex, written: string): string {
  const open = written.indexOf('<');
  const address = open < 0 ? written : written.slice(open + 1, written.lastIndexOf('>'));
  const name = open < 0 ? index.nameOf(address) : written.slice(0, open).trim();
  return `"emailAddress":{"name":${JSON.stringify(name)},"address":${JSON.stringify(address)}}`;
}
