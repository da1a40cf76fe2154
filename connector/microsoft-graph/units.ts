import type { UnitAttribute } from '../privacy/scope.ts';

/** Where the attribute a scope names stands in what Graph answers about a person. */
export interface UnitPlace {
  /** The property a request selects. */
  readonly property: 'department' | 'companyName' | 'officeLocation' | 'onPremisesExtensionAttributes';
  /** Which of the fifteen, where the property is a set of extension attributes. */
  readonly extension?: string;
}

/** The scope's list of attributes is the only one: what it accepts is found here, and nothing else can be asked for. */
export function unitPlace(attribute: UnitAttribute): UnitPlace {
  switch (attribute) {
    case 'department':
    case 'companyName':
    case 'officeLocation':
      return { property: attribute };
    default:
      return { property: 'onPremisesExtensionAttributes', extension: attribute.slice(attribute.indexOf('.') + 1) };
  }
}

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
