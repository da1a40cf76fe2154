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

/** Makes the answer to where a person stands; the first that fits of elected, leader, frontline, desk. */
export function standingBy(
  titles: Titles,
): (jobTitle: string | null, licences: readonly { readonly skuId: string }[]) => Standing {
  const elected = new Set(titles.elected.map(plain));
  const leader = new Set(titles.leader.map(plain));
  return (jobTitle, licences) => {
    const title = plain(jobTitle ?? '');
    if (title !== '' && elected.has(title)) return 'elected';
    if (title !== '' && leader.has(title)) return 'leader';
    return licences.some(({ skuId }) => FRONTLINE_LICENCES.includes(skuId.toLowerCase())) ? 'frontline' : 'desk';
  };
}

function plain(title: string): string {
  return title.normalize('NFC').trim().toLowerCase();
}
