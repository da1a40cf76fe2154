import { z } from 'zod';

const LONGEST_PATH = 200;
/** More levels than any organisation has rows for. */
const MOST_LEVELS = 10;

/** Below the data folder and never out of it; a list a spreadsheet saved, and so never a database or a key. */
export function isFileBelow(path: string): boolean {
  const parts = path.split('/');
  return (
    path.length <= LONGEST_PATH &&
    /\.csv$/i.test(path) &&
    !/[\\:\p{Cc}]/u.test(path) &&
    parts.every((part) => part !== '' && !part.startsWith('.'))
  );
}

/** Where units come from when it is not the directory's own attribute. */
export const unitSource = z.discriminatedUnion('from', [
  z.object({
    from: z.literal('groups'),
    groups: z
      .array(z.object({ groupId: z.guid().toLowerCase(), unit: z.string().trim().min(1).max(400) }).readonly())
      .min(1)
      .readonly(),
  }),
  z.object({ from: z.literal('managers'), levels: z.int().min(1).max(MOST_LEVELS) }),
  z.object({ from: z.literal('hr-file'), file: z.string().refine(isFileBelow) }),
]);

/** How `units` of a scope is written. */
export const UNIT_SOURCE_FORM = `left out, or one of { "from": "groups", "groups": [{ "groupId": object id, "unit": path such as Helse/Hjemmetjenesten }] }, { "from": "managers", "levels": 1 to ${String(MOST_LEVELS)} }, { "from": "hr-file", "file": a path in the data folder that ends in .csv }`;
