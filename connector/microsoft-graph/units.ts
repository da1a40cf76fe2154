const EXTENSION_ATTRIBUTES = [
  'extensionAttribute1',
  'extensionAttribute2',
  'extensionAttribute3',
  'extensionAttribute4',
  'extensionAttribute5',
  'extensionAttribute6',
  'extensionAttribute7',
  'extensionAttribute8',
  'extensionAttribute9',
  'extensionAttribute10',
  'extensionAttribute11',
  'extensionAttribute12',
  'extensionAttribute13',
  'extensionAttribute14',
  'extensionAttribute15',
] as const;

/** The attributes of a person in the directory that an organisation may keep its units in. */
export const UNIT_ATTRIBUTES = [
  'department',
  'companyName',
  'officeLocation',
  ...EXTENSION_ATTRIBUTES.map((name) => `onPremisesExtensionAttributes.${name}` as const),
] as const;

export type UnitAttribute = (typeof UNIT_ATTRIBUTES)[number];

const LONGEST_UNIT = 400;
const CONTROL = /\p{Cc}|\p{Cf}|\p{Cs}|[\u2028\u2029]/u;

/**
 * The unit an attribute's text names, as a path from the top with levels separated by `/`. Blanks around a level are
 * trimmed, inside it made one; empty levels are left out; letters are composed (NFC), so that one name is one unit.
 *
 * @returns empty where the text names none, is longer than 400 characters or has control characters: such a person is
 *   counted in no row, rather than under a name nobody can read
 * @example unitPath(' Helse og mestring / / Hjemmetjenesten ') // 'Helse og mestring/Hjemmetjenesten'
 */
export function unitPath(text: string | null | undefined): string {
  if (text === null || text === undefined || text.length > LONGEST_UNIT || CONTROL.test(text)) return '';
  const levels = text
    .normalize('NFC')
    .split('/')
    .map((level) => level.trim().replaceAll(/\s+/g, ' '));
  return levels.filter((level) => level !== '').join('/');
}
