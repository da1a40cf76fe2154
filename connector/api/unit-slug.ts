import { createHash } from 'node:crypto';

/**
 * What stands for a directory unit in an address: the last level of its path in plain letters for the reader, and 8
 * hexadecimal digits of SHA-256 over the whole path, so that two units of one name stay two.
 *
 * @example unitSlug('Helse og mestring/Hjemmetjenesten øst')  // 'hjemmetjenesten-ost-' and 8 digits
 */
export function unitSlug(path: string): string {
  const name = (path.split('/').at(-1) ?? '')
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const digits = createHash('sha256').update(path).digest('hex').slice(0, 8);
  return [name, digits].filter((part) => part !== '').join('-');
}
