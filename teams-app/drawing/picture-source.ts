import type { Words } from '../words/nb.ts';
import type { PlainTable } from './plain-table.ts';

/**
 * What a picture must not travel without: whose it is, of whom, from when, and how sure. What is counted without noise is
 * said to be exact by its own population, and has no interval to explain.
 *
 * @param organisation empty where nobody knows
 */
export function pictureSource(
  { population, period, sigma, isExact = false }: PlainTable,
  { csv, overview }: Pick<Words, 'csv' | 'overview'>,
  organisation: string,
): string {
  const isNamed = organisation === '' || population?.startsWith(organisation) === true;
  return [
    isNamed ? undefined : `${organisation}.`,
    population,
    period === undefined ? undefined : `${csv.period}: ${period}.`,
    sigma === undefined ? undefined : `${csv.sigma}: ${sigma}.`,
    isExact ? undefined : overview.certainty,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}
