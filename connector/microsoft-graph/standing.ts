import type { Standing } from '../privacy/membership.ts';

/** Job titles that make a person a leader or an elected member; letter case and blanks around do not matter. */
export interface Titles {
  readonly leader: readonly string[];
  readonly elected: readonly string[];
}

/** Microsoft's product ids for the licences of frontline workers (Microsoft Learn, licensing service plan reference). */
const FRONTLINE_LICENCES: readonly string[] = [
  '66b55226-6b4f-492c-910c-a3b7a3c9d993', // Microsoft 365 F3
  '44575883-256e-4a79-9da4-ebe9acabe2b2', // Microsoft 365 F1
];

/** Where a person stands; the first that fits of elected, leader, frontline, desk. */
export function standingOf(
  jobTitle: string | null,
  licences: readonly { readonly skuId: string }[],
  titles: Titles,
): Standing {
  const title = plain(jobTitle ?? '');
  const isAmong = (list: readonly string[]): boolean => title !== '' && list.some((each) => plain(each) === title);
  if (isAmong(titles.elected)) return 'elected';
  if (isAmong(titles.leader)) return 'leader';
  return licences.some(({ skuId }) => FRONTLINE_LICENCES.includes(skuId.toLowerCase())) ? 'frontline' : 'desk';
}

function plain(title: string): string {
  return title.normalize('NFC').trim().toLowerCase();
}
