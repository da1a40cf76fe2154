import { Failure } from '../failure.ts';

/** Where a person's unit is looked up in the directory. */
export interface UnitAttribute {
  /** The property a request selects. */
  readonly property: 'department' | 'companyName' | 'officeLocation' | 'onPremisesExtensionAttributes';
  /** Which of the fifteen, where the property is a set of extension attributes. */
  readonly extension?: string;
}

const EXTENSION = /^(?:onPremisesExtensionAttributes[./])?(extensionAttribute(?:[1-9]|1[0-5]))$/;

/**
 * Understands the attribute a scope names: `department`, `companyName`, `officeLocation` or `extensionAttribute1` to
 * `extensionAttribute15`, the last also with `onPremisesExtensionAttributes.` before it.
 *
 * @throws Failure 'bad-setting' for any other
 */
export function unitAttribute(name: string): UnitAttribute {
  if (name === 'department' || name === 'companyName' || name === 'officeLocation') return { property: name };
  const extension = EXTENSION.exec(name)?.[1];
  if (extension !== undefined) return { property: 'onPremisesExtensionAttributes', extension };
  throw new Failure(
    'bad-setting',
    'Set unitAttribute in the scope to department, companyName, officeLocation or extensionAttribute1 to extensionAttribute15.',
  );
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
